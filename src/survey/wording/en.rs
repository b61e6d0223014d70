//! English.

use super::Wording;

pub(super) static ENGLISH: Wording = Wording {
    language: "en",
    invalid_sms: [
        "Please reply with a number from {min} to {max}.",
        "Please reply with one number: {options}.",
        "Please reply {min} for yes or {max} for no.",
        "Sorry, we could not read that.",
    ],
    invalid_voice: [
        "Please enter a number from {min} to {max}.",
        "That key is not one of the choices.",
        "Please press {min} for yes or {max} for no.",
        "Sorry, I did not get that.",
    ],
    silence_voice: "I did not hear a key.",
    ambiguous_sms: "Did you mean {readings}? Please reply with one number.",
    opted_out: "You will get no more messages from us. Reply START to get them again.",
    opted_in: "You will get our messages again. Reply STOP to opt out.",
    help: "This is a survey about your last call with us. Answer by replying with a number. Reply STOP to opt out.",
    which_call: "We asked you about two calls. Please reply A and your answer for the later call, or B and your answer for the earlier one, e.g. A 5",
    call_back: "Hello. You spoke with us recently, and this is a short survey about that call. You can hang up at any time.",
    polite_end: "Thank you for your call. Goodbye.",
    or: " or ",
    comma: ", ",
    with_label: "{key} ({label})",
};
