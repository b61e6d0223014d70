//! What callers say in their own words, by language.

use fastrand::Rng;

/// One language.
struct Words {
    tag: &'static str,
    praise: &'static [&'static str],
    blame: &'static [&'static str],
    thanks: &'static str,
    nonsense: &'static str,
    refuse: &'static str,
    stop: &'static str,
    start: &'static str,
    numbers: &'static [&'static str],
}

const WORDS: [Words; 9] = [
    Words {
        tag: "en",
        praise: &["all good", "the agent was kind", "quick and clear", "no complaints", "she solved it in two minutes"],
        blame: &["waited far too long", "nobody knew the answer", "still not solved", "too expensive", "I was passed around three times"],
        thanks: "you are welcome",
        nonsense: "hello?",
        refuse: "no thanks",
        stop: "STOP",
        start: "START",
        numbers: &["zero", "one", "two", "three", "four", "five"],
    },
    Words {
        tag: "es",
        praise: &["muy amable", "rápido y claro", "todo bien", "excelente atención"],
        blame: &["mucho tiempo de espera", "no me resolvieron nada", "me pasaron de uno a otro", "muy caro"],
        thanks: "gracias a ustedes",
        nonsense: "¿quién es?",
        refuse: "no gracias",
        stop: "BAJA",
        start: "ALTA",
        numbers: &["cero", "uno", "dos", "tres", "cuatro", "cinco"],
    },
    Words {
        tag: "fr",
        praise: &["très aimable", "rapide et clair", "rien à redire"],
        blame: &["trop d'attente", "toujours pas réglé", "on m'a transféré trois fois"],
        thanks: "merci à vous",
        nonsense: "qui est-ce ?",
        refuse: "non merci",
        stop: "ARRET",
        start: "START",
        numbers: &["zéro", "un", "deux", "trois", "quatre", "cinq"],
    },
    Words {
        tag: "zh-CN",
        praise: &["服务很好", "非常专业", "很满意，谢谢", "解决得很快"],
        blame: &["等太久了", "问题还没解决", "态度不好", "被转来转去"],
        thanks: "不客气",
        nonsense: "你是谁",
        refuse: "不用了谢谢",
        stop: "退订",
        start: "START",
        numbers: &["零分", "一分", "二分", "三分", "四分", "五分"],
    },
    Words {
        tag: "de",
        praise: &["sehr freundlich", "schnell und klar"],
        blame: &["viel zu lange gewartet", "immer noch nicht gelöst"],
        thanks: "gern geschehen",
        nonsense: "wer ist da?",
        refuse: "nein danke",
        stop: "STOP",
        start: "START",
        numbers: &["null", "eins", "zwei", "drei", "vier", "fünf"],
    },
    Words {
        tag: "pt",
        praise: &["muito atenciosa", "rápido e claro"],
        blame: &["demorou demais", "não resolveram"],
        thanks: "de nada",
        nonsense: "quem é?",
        refuse: "não obrigado",
        stop: "PARAR",
        start: "START",
        numbers: &["zero", "um", "dois", "três", "quatro", "cinco"],
    },
    Words {
        tag: "ar",
        praise: &["خدمة ممتازة", "موظف لطيف"],
        blame: &["انتظرت طويلا", "لم تحل المشكلة"],
        thanks: "عفوا",
        nonsense: "من معي؟",
        refuse: "لا شكرا",
        stop: "STOP",
        start: "START",
        numbers: &["٠", "١", "٢", "٣", "٤", "٥"],
    },
    Words {
        tag: "hi",
        praise: &["बहुत अच्छी सेवा", "जल्दी हल हो गया"],
        blame: &["बहुत इंतज़ार करना पड़ा", "अब भी हल नहीं हुआ"],
        thanks: "धन्यवाद",
        nonsense: "कौन?",
        refuse: "नहीं धन्यवाद",
        stop: "STOP",
        start: "START",
        numbers: &["०", "१", "२", "३", "४", "५"],
    },
    Words {
        tag: "ja",
        praise: &["とても丁寧でした", "すぐに解決しました"],
        blame: &["待ち時間が長すぎる", "まだ解決していません"],
        thanks: "どういたしまして",
        nonsense: "どなたですか",
        refuse: "いいえ結構です",
        stop: "STOP",
        start: "START",
        numbers: &["０", "１", "２", "３", "４", "５"],
    },
];

fn of(language: &str) -> &'static Words {
    WORDS.iter().find(|words| words.tag == language).unwrap_or(&WORDS[0])
}

fn one(of: &[&'static str], rng: &mut Rng) -> String {
    (*rng.choice(of).unwrap_or(&"")).to_owned()
}

/// A remark of someone who is satisfied, or is not.
pub fn remark(language: &str, satisfied: bool, rng: &mut Rng) -> String {
    let words = of(language);
    one(if satisfied { words.praise } else { words.blame }, rng)
}

/// A score as people write it: mostly the digit, sometimes a word, sometimes with more around it.
pub fn score(language: &str, score: u32, rng: &mut Rng) -> String {
    let word = of(language).numbers.get(score as usize);
    match (rng.u32(..10), word) {
        (0, Some(word)) => (*word).to_owned(),
        (1, _) => format!("{score}!"),
        (2, _) if language == "en" => format!("{score}, {}", remark(language, score > 3, rng)),
        _ => score.to_string(),
    }
}

/// What the survey's end calls forth.
pub fn thanks(language: &str) -> String {
    of(language).thanks.to_owned()
}

/// Something that answers nothing.
pub fn nonsense(language: &str) -> String {
    of(language).nonsense.to_owned()
}

/// Does not want to say.
pub fn refusal(language: &str) -> String {
    of(language).refuse.to_owned()
}

/// Wants no more messages.
pub fn stop(language: &str) -> String {
    of(language).stop.to_owned()
}

/// Wants messages again.
pub fn start(language: &str) -> String {
    of(language).start.to_owned()
}
