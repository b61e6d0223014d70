//! What is said when a question was asked as often as it may be, in each shipped language.

use crate::survey::model::Locale;

/// On the phone, before it goes on. By text message nothing is said: each message costs.
const GOING_ON: [(&str, &str); 10] = [
    ("en", "No problem, let us go on."),
    ("zh-CN", "没关系,我们继续。"),
    ("zh-TW", "沒關係,我們繼續。"),
    ("es", "No pasa nada, continuemos."),
    ("fr", "Pas de problème, continuons."),
    ("de", "Kein Problem, machen wir weiter."),
    ("pt", "Não tem problema, vamos continuar."),
    ("ar", "لا بأس، لنتابع."),
    ("hi", "कोई बात नहीं, आगे बढ़ते हैं।"),
    ("ja", "では、次に進みます。"),
];

/// The words of a language, by tag, else by language.
pub(super) fn going_on(locale: &Locale) -> Option<&'static str> {
    let exact = GOING_ON.iter().find(|(tag, _)| *tag == locale.tag());
    let near = || GOING_ON.iter().find(|(tag, _)| tag.split('-').next() == Some(locale.language()));
    exact.or_else(near).map(|(_, words)| *words)
}
