//! Requests to stop in free text, by language; without accents.

/// How one language asks to be left alone.
pub(super) struct Requests {
    /// Word sequences that revoke consent, with a bar between them.
    pub(super) phrases: &'static str,
    /// The words that may follow; others show that something else is to stop.
    pub(super) closers: &'static str,
    /// One of these up to two words before turns the meaning round.
    pub(super) not: &'static str,
}

pub(super) const SPANISH: Requests = Requests {
    phrases: "no me manden mas mensajes|no me manden mensajes|no me mande mas mensajes|no me mande mensajes|no me mandes mas mensajes|\
        no me mandes mensajes|no me envien mas mensajes|no me envien mensajes|no me envie mas mensajes|no me envie mensajes|\
        no me envies mas mensajes|no me envies mensajes|no me manden mas sms|no me envien mas sms|no me manden sms|no me envien sms|\
        no me manden mas|no me envien mas|no me escriban|no me escriban mas|no me escriba mas|no me escribas mas|no me contacten|\
        no me contacten mas|no me llamen mas|no me llamen|no me llame mas|no me molesten mas|no envien mas mensajes|no manden mas mensajes|\
        no vuelvan a escribirme|no vuelvan a contactarme|no vuelvan a llamarme|dejen de mandarme mensajes|dejen de enviarme mensajes|\
        dejen de mandar mensajes|dejen de enviar mensajes|deje de enviarme mensajes|deje de mandarme mensajes|deja de mandarme mensajes|\
        deja de enviarme mensajes|dejen de escribirme|deje de escribirme|deja de escribirme|dejen de llamarme|deje de llamarme|\
        deja de llamarme|dejen de contactarme|dejen de molestarme|dejen de molestar|no quiero mas mensajes|no quiero recibir mas mensajes|\
        no quiero recibir mensajes|no quiero recibir estos mensajes|no quiero sus mensajes|no deseo recibir mensajes|\
        no deseo recibir mas mensajes|no deseo mas mensajes|no mas mensajes|basta de mensajes|quiero darme de baja|deseo darme de baja|\
        quisiera darme de baja|solicito darme de baja|solicito la baja|solicito mi baja|quiero la baja|denme de baja|deme de baja|\
        dame de baja|dadme de baja|que me den de baja|borren mi numero|borre mi numero|borra mi numero|eliminen mi numero|\
        elimine mi numero|quiten mi numero|saquenme de la lista|saquenme de su lista|quitenme de la lista|quitenme de su lista|\
        borrenme de la lista|eliminenme de la lista",
    closers: "por|porfavor|porfa|ya|nunca|jamas|mas|gracias|a|y|o|de|que|es|este|esta|estos|mensajes|sms|ni|si|ahora|inmediatamente|al|\
        nuevo|otra|con|desde",
    not: "no|nunca|dijo|dijeron|pedi",
};

pub(super) const PORTUGUESE: Requests = Requests {
    phrases: "nao me mandem mais mensagens|nao me mandem mais mensagem|nao me mandem mensagens|nao me mande mais mensagens|\
        nao me mande mais mensagem|nao me mande mensagem|nao me mandem mais|nao me mande mais|nao me enviem mais mensagens|\
        nao me enviem mensagens|nao me envie mais mensagens|nao me envie mensagens|nao me enviem mais sms|nao me envie mais sms|\
        nao me mandem mais sms|nao mandem mais mensagens|nao mande mais mensagens|nao mande mais mensagem|nao enviem mais mensagens|\
        nao me liguem mais|nao me ligue mais|nao me liguem|nao me contactem mais|nao me contatem mais|nao me incomodem mais|\
        nao me perturbem mais|parem de me mandar mensagem|parem de me mandar mensagens|pare de me mandar mensagem|\
        pare de me mandar mensagens|para de me mandar mensagem|para de me mandar mensagens|parem de mandar mensagem|\
        parem de mandar mensagens|pare de mandar mensagem|pare de mandar mensagens|para de mandar mensagem|parem de enviar mensagens|\
        pare de enviar mensagens|parem de me enviar mensagens|pare de me enviar mensagens|parem de enviar sms|pare de enviar sms|\
        deixem de me enviar mensagens|deixem de enviar mensagens|parem de me ligar|pare de me ligar|para de me ligar|\
        parem de me incomodar|pare de me incomodar|parem de me perturbar|nao quero mais mensagens|nao quero mais mensagem|\
        nao quero mais receber mensagens|nao quero mais receber|nao quero receber mais mensagens|nao quero receber mensagens|\
        nao quero receber essas mensagens|nao quero receber estas mensagens|nao desejo receber mensagens|\
        nao desejo receber mais mensagens|chega de mensagens|quero me descadastrar|quero cancelar o recebimento|quero sair da lista|\
        quero sair dessa lista|quero sair desta lista|me tirem da lista|me tira da lista|me tire da lista|me tirem dessa lista|\
        me tire dessa lista|tirem me da lista|tire me da lista|retirem me da lista|me removam da lista|me remova da lista|\
        removam meu numero|remova meu numero|removam o meu numero|remova o meu numero|apaguem meu numero|apaguem o meu numero|\
        tirem meu numero|tirem o meu numero|excluam meu numero|exclua meu numero|me descadastrem|me descadastre",
    closers: "por|pfv|ja|nunca|jamais|mais|obrigado|obrigada|e|ou|de|que|esse|essa|este|esta|mensagens|mensagem|sms|nem|agora|\
        imediatamente|com|da|do|desse|desta|deste",
    not: "nao|nunca|disse|disseram|pedi",
};
