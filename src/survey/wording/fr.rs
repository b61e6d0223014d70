//! French; without the letters that would make a text message cost double (ç, ê, î, ô, û).

use super::Wording;

pub(super) static FRENCH: Wording = Wording {
    language: "fr",
    invalid_sms: [
        "Merci de répondre par un nombre de {min} à {max}.",
        "Merci de répondre par un seul chiffre : {options}.",
        "Merci de répondre {min} pour oui ou {max} pour non.",
        "Nous n'avons pas pu lire votre réponse.",
    ],
    invalid_voice: [
        "Veuillez saisir un nombre de {min} à {max}.",
        "Cette touche ne correspond à aucun choix.",
        "Appuyez sur {min} pour oui ou sur {max} pour non.",
        "Nous n'avons pas compris votre réponse.",
    ],
    silence_voice: "Nous n'avons reçu aucune réponse.",
    ambiguous_sms: "Vouliez-vous dire {readings} ? Merci de répondre par un seul nombre.",
    opted_out: "Vous ne recevrez plus de messages de notre part. Répondez START pour en recevoir de nouveau.",
    opted_in: "Vous recevrez de nouveau nos messages. Répondez STOP pour ne plus en recevoir.",
    help: "Ceci est un sondage sur votre dernier appel. Répondez par un nombre. Répondez STOP pour ne plus recevoir de messages.",
    which_call: "Nos questions portent sur deux appels. Répondez A puis votre réponse pour le plus récent, B puis votre réponse pour l'autre. Exemple : A 5",
    call_back: "Bonjour. Vous nous avez parlé récemment et voici une courte enquête sur cet appel. Vous pouvez raccrocher à tout moment.",
    polite_end: "Merci de votre appel. Au revoir.",
    or: " ou ",
    comma: ", ",
    with_label: "{key} ({label})",
};
