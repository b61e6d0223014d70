//! Portuguese, in the polite form; text messages use only characters of the GSM-7 alphabet, so that each fits one part.

use super::Wording;

pub(super) static PORTUGUESE: Wording = Wording {
    language: "pt",
    invalid_sms: [
        "Por favor, responda com uma nota de {min} a {max}.",
        "Por favor, responda somente com um algarismo: {options}.",
        "Por favor, responda {min} se a resposta for positiva ou {max} se for negativa.",
        "Desculpe, chegou uma mensagem sem texto.",
    ],
    invalid_voice: [
        "Por favor, digite um número de {min} a {max}.",
        "Essa tecla não é uma das opções.",
        "Por favor, digite {min} para sim ou {max} para não.",
        "Desculpe, não entendemos.",
    ],
    silence_voice: "Não recebemos nenhuma tecla.",
    ambiguous_sms: "Quis dizer {readings}? Responda somente com um algarismo.",
    opted_out: "O envio de mensagens foi cancelado. Para voltar a receber as nossas mensagens, responda START.",
    opted_in: "O envio das nossas mensagens foi reativado. Para cancelar, responda SAIR.",
    help: "Esta pesquisa trata da sua chamada recente para a nossa empresa. Responda com um algarismo. Para cancelar, responda SAIR.",
    which_call: "Perguntamos sobre duas chamadas. Responda A e a sua resposta para a mais recente, ou B e a sua resposta para a anterior. Por exemplo: A 5",
    call_back: "Olá. Você falou conosco recentemente e esta é uma breve pesquisa sobre essa ligação. Você pode desligar quando quiser.",
    polite_end: "Agradecemos a sua ligação. Até logo.",
    or: " ou ",
    comma: ", ",
    with_label: "{key} ({label})",
};
