//! German.

use super::Wording;

pub(super) static GERMAN: Wording = Wording {
    language: "de",
    invalid_sms: [
        "Bitte antworten Sie mit einer Zahl von {min} bis {max}.",
        "Bitte antworten Sie mit nur einer Zahl: {options}.",
        "Bitte antworten Sie mit {min} für Ja oder {max} für Nein.",
        "Ihre Antwort konnten wir leider nicht lesen.",
    ],
    invalid_voice: [
        "Bitte geben Sie eine Zahl von {min} bis {max} ein.",
        "Diese Taste steht nicht zur Auswahl.",
        "Bitte drücken Sie {min} für Ja oder {max} für Nein.",
        "Das haben wir leider nicht verstanden.",
    ],
    silence_voice: "Wir haben keine Eingabe erhalten.",
    ambiguous_sms: "Meinten Sie {readings}? Bitte antworten Sie mit nur einer Zahl.",
    opted_out: "Sie erhalten keine Nachrichten mehr von uns. Mit START erhalten Sie sie wieder.",
    opted_in: "Sie erhalten unsere Nachrichten wieder. Mit STOP melden Sie sich ab.",
    help: "Dies ist eine Umfrage zu Ihrem letzten Anruf bei uns. Bitte antworten Sie mit einer Zahl. Mit STOP melden Sie sich ab.",
    which_call: "Wir haben Sie nach zwei Anrufen gefragt. Bitte senden Sie A und Ihre Antwort zum späteren oder B und Ihre Antwort zum früheren Anruf, z. B. A 5",
    call_back: "Guten Tag. Sie haben kürzlich mit uns telefoniert, und dies ist eine kurze Umfrage zu diesem Gespräch. Sie können jederzeit auflegen.",
    polite_end: "Vielen Dank für Ihren Anruf. Auf Wiederhören.",
    or: " oder ",
    comma: ", ",
    with_label: "{key} ({label})",
};
