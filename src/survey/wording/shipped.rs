//! The wording that is shipped, one table per language.

use crate::survey::model::Locale;

/// What the engine says by itself.
pub struct Words {
    /// On the phone, before the question is asked again.
    pub silence: &'static str,
    /// On the phone, before the question is asked again.
    pub invalid_key: &'static str,
    /// With `{min}` and `{max}`.
    pub reply_number: &'static str,
    /// With `{yes}` and `{no}`, the keys.
    pub reply_yes_no: &'static str,
    /// With `{options}`.
    pub reply_choice: &'static str,
    pub reply_text: &'static str,
    /// With `{readings}`.
    pub ambiguous: &'static str,
    /// Between two readings.
    pub or: &'static str,
    /// Between options.
    pub comma: &'static str,
    pub opted_out: &'static str,
    pub opted_in: &'static str,
    pub help: &'static str,
    pub polite_end: &'static str,
}

const ENGLISH: Words = Words {
    silence: "I did not hear a key.",
    invalid_key: "That key is not one of the answers.",
    reply_number: "Please reply with a number from {min} to {max}.",
    reply_yes_no: "Please reply {yes} for yes or {no} for no.",
    reply_choice: "Please reply with one of: {options}.",
    reply_text: "Please reply in a few words.",
    ambiguous: "Did you mean {readings}? Please reply with just one.",
    or: " or ",
    comma: ", ",
    opted_out: "You will get no more messages from us. Reply START to get them again.",
    opted_in: "You will get our messages again. Reply STOP to opt out.",
    help: "We ask how your call with us went. Reply with your answer, or STOP to opt out.",
    polite_end: "Thank you for your call. Goodbye.",
};

const CHINESE: Words = Words {
    silence: "没有收到您的按键。",
    invalid_key: "您按的键无效。",
    reply_number: "请回复{min}到{max}之间的一个数字。",
    reply_yes_no: "请回复{yes}表示是,{no}表示否。",
    reply_choice: "请回复其中一项:{options}。",
    reply_text: "请用几个字回复。",
    ambiguous: "您是指{readings}吗?请只回复一个。",
    or: "还是",
    comma: "、",
    opted_out: "您已退订,不会再收到我们的短信。回复START可重新订阅。",
    opted_in: "您已重新订阅我们的短信,退订回T。",
    help: "我们想了解您对本次通话的评价。请回复您的答案,退订回T。",
    polite_end: "感谢您的来电,再见。",
};

/// The words of a language; English for one that is not shipped.
pub fn of(locale: &Locale) -> &'static Words {
    match locale.language() {
        "zh" => &CHINESE,
        _ => &ENGLISH,
    }
}
