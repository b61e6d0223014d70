//! Spanish, in the polite form; text messages use only characters of the GSM-7 alphabet, so that each fits one part.

use super::Wording;

pub(super) static SPANISH: Wording = Wording {
    language: "es",
    invalid_sms: [
        "Por favor, responda solo con una cifra del {min} al {max}.",
        "Por favor, responda solo con una cifra: {options}.",
        "Por favor, responda {min} si la respuesta es afirmativa o {max} si es negativa.",
        "Lo sentimos, no pudimos leer su respuesta.",
    ],
    invalid_voice: [
        "Por favor, marque un número del {min} al {max}.",
        "Esa tecla no es una de las opciones.",
        "Por favor, pulse {min} para sí o {max} para no.",
        "Disculpe, no le hemos entendido.",
    ],
    silence_voice: "No hemos recibido ninguna tecla.",
    ambiguous_sms: "¿Ha querido decir {readings}? Responda solo con una cifra.",
    opted_out: "Le hemos dado de baja: no le enviaremos otros mensajes. Para volver a recibirlos, responda ALTA.",
    opted_in: "Le hemos dado de alta: vuelve a recibir nuestros mensajes. Para no recibirlos, responda BAJA.",
    help: "Esta es una encuesta sobre su reciente llamada con nosotros. Conteste con una cifra. Para no recibir mensajes, responda BAJA.",
    which_call: "Le preguntamos por dos llamadas. Responda A y su respuesta si es por la reciente, o B y su respuesta si es por la anterior. Por ejemplo: A 5",
    call_back: "Hola. Hace poco habló con nosotros y esta es una breve encuesta sobre esa llamada. Puede colgar cuando quiera.",
    polite_end: "Gracias por su llamada. Adiós.",
    or: " o ",
    comma: ", ",
    with_label: "{key} ({label})",
};
