//! Keys that a spoken question names: each must be one, and each key should be named.

use unicode_normalization::UnicodeNormalization;

use super::super::section::{Section, short};
use super::super::value::text;
use super::kind::is_key;
use crate::survey::answer::digit;
use crate::survey::model::{Kind, Manner};

/// What comes before the name of a key, in the languages of the shipped surveys.
const BEFORE: &[&str] = &[
    "press",
    "dial",
    "enter",
    "type",
    "push",
    "key",
    "按",
    "按下",
    "请按",
    "撥",
    "drücken",
    "wählen",
    "tippen",
    "taste",
    "appuyez",
    "tapez",
    "composez",
    "faites",
    "touche",
    "pulse",
    "presione",
    "marque",
    "oprima",
    "teclee",
    "tecla",
    "digite",
    "pressione",
    "prima",
    "aperte",
    "tecle",
    "marca",
    "اضغط",
    "اضغطي",
    "إضغط",
    "أدخل",
    "المفتاح",
    "الرقم",
    "押して",
];
/// What comes behind the name of a key.
const BEHIND: &[&str] = &["を押", "番を押", "をプッシュ", "キーを押", "दबा", "को दबा", "डायल", "नंबर दबा", "बटन दबा"];
/// What may stand between the verb and the key.
const BETWEEN: &[&str] = &[
    "sie",
    "a",
    "the",
    "key",
    "keys",
    "number",
    "any",
    "from",
    "between",
    "die",
    "der",
    "eine",
    "taste",
    "sur",
    "le",
    "la",
    "de",
    "du",
    "touche",
    "el",
    "tecla",
    "un",
    "una",
    "uma",
    "o",
    "número",
    "numéro",
    "ziffer",
    "zahl",
    "على",
    "الرقم",
    "رقم",
    "من",
    "von",
    "zwischen",
];
/// What may stand between two keys of a range or a list.
const CONNECTORS: &[&str] = &[
    "to", "through", "and", "or", "-", "–", "—", "bis", "oder", "und", "à", "a", "ou", "et", "o", "y", "e", "até", "hasta", "至", "到",
    "或", "から", "से", "إلى", "الى", "أو",
];

/// A spoken question names no key that is no answer, and every key that is one.
pub fn check(section: &Section<'_>, kind: &Kind, manner: &Manner) {
    if kind.is_open() {
        return;
    }
    spoken(section, kind, manner);
    let arms = section.section("variant");
    arms.members().filter_map(|(arm, node)| arms.member_section(arm, node)).for_each(|arm| spoken(&arm, kind, manner));
}

fn spoken(section: &Section<'_>, kind: &Kind, manner: &Manner) {
    let voice = section.section("voice");
    let mut named_anywhere = Vec::new();
    for (tag, node) in voice.members() {
        let Ok(text) = text(node) else { continue };
        let takes = |key: &str| is_key(kind, key) || manner.refuse.as_deref() == Some(key) || key == "*" || key == "#";
        for key in pressed(text).into_iter().filter(|key| !takes(key)) {
            voice.findings.error(&node.place, format!("{}: names key {}, which is no answer", voice.name(tag), short(&key)));
        }
        let named = numbers(text);
        if !manner.sets_language && !text.contains("{options}") {
            let silent: Vec<String> = expected(kind, manner).into_iter().filter(|key| !named.contains(key)).collect();
            if !silent.is_empty() {
                voice.findings.warning(&node.place, format!("{}: does not name {}", voice.name(tag), keys(&silent)));
            }
        }
        named_anywhere.extend(named);
    }
    let silent: Vec<String> = expected(kind, manner).into_iter().filter(|key| !named_anywhere.contains(key)).collect();
    if manner.sets_language && !silent.is_empty() && voice.members().next().is_some() {
        section.warning("voice", &format!("no text names {}", keys(&silent)));
    }
}

fn keys(keys: &[String]) -> String {
    let listed: Vec<&str> = keys.iter().map(String::as_str).collect();
    format!("{} {}", if keys.len() == 1 { "key" } else { "keys" }, listed.join(", "))
}

/// The keys that a caller must be told: all, of a rating its ends.
fn expected(kind: &Kind, manner: &Manner) -> Vec<String> {
    let mut keys = match kind {
        Kind::Rating { min, max, .. } => vec![min.to_string(), max.to_string()],
        Kind::Choice { options } => options.iter().map(|option| option.key.clone()).filter(|key| key != "*").collect(),
        Kind::YesNo { yes, no } => vec![yes.clone(), no.clone()],
        Kind::Text | Kind::Voice => Vec::new(),
    };
    keys.extend(manner.refuse.clone().filter(|key| key != "*"));
    keys
}

/// A text as words and numbers, numbers in digits of ASCII.
#[derive(Debug, Clone, PartialEq)]
enum Piece {
    Number(String),
    Word(String),
    Comma,
    Stop,
}

/// Every number of a text.
fn numbers(text: &str) -> Vec<String> {
    let number = |piece| if let Piece::Number(digits) = piece { Some(digits) } else { None };
    pieces(text).into_iter().filter_map(number).collect()
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    let mut glued = false;
    // The compatibility forms fold full-width digits and marks.
    for c in text.nfkc().flat_map(char::to_lowercase) {
        let joined = glued;
        glued = true;
        match (digit(c), found.last_mut()) {
            (Some(digit), Some(Piece::Number(digits))) if joined => digits.push(digit),
            (Some(digit), _) => found.push(Piece::Number(digit.to_string())),
            (None, _) if c.is_whitespace() => glued = false,
            (None, _) if matches!(c, '.' | '!' | '?' | '。' | '।' | '؟' | '\n') => found.push(Piece::Stop),
            (None, _) if matches!(c, ',' | ';' | ':' | '、' | '،' | '؛') => found.push(Piece::Comma),
            (None, Some(Piece::Word(word))) if joined && c.is_alphanumeric() | is_mark(c) => word.push(c),
            (None, _) => found.push(Piece::Word(c.to_string())),
        }
    }
    found
}

/// Vowel signs and the like: parts of a word that are no letters.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// The keys that a text tells the caller to press.
fn pressed(text: &str) -> Vec<String> {
    let pieces = pieces(text);
    let mut keys: Vec<String> = Vec::new();
    let mut named = |key: &String| {
        if !keys.contains(key) {
            keys.push(key.clone());
        }
    };
    // How the number before was named, and what stands between it and here.
    let (mut telling, mut since_key) = (false, Vec::new());
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Stop => telling = false,
            Piece::Comma => since_key.push(","),
            Piece::Word(word) if begins_key(word) => {
                (telling, since_key) = (true, Vec::new());
            }
            Piece::Word(word) => since_key.push(word.as_str()),
            Piece::Number(number) => {
                let led = telling && since_key.iter().all(|word| BETWEEN.contains(word) || CONNECTORS.contains(word) || *word == ",");
                let listed = telling && joins(&since_key);
                if led || listed || ends_key(&pieces[at + 1..]) {
                    named(number);
                    since_key.clear();
                }
            }
        }
    }
    keys
}

/// "…, 2", "… oder die 6".
fn joins(words: &[&str]) -> bool {
    let joining = |word: &&str| *word == "," || CONNECTORS.contains(word);
    words.iter().rev().find(|word| joining(word) || !BETWEEN.contains(word)).is_some_and(joining)
}

fn begins_key(word: &str) -> bool {
    let unspaced = ["按", "押して", "撥"];
    BEFORE.contains(&word) || unspaced.iter().any(|verb| word.ends_with(verb))
}

/// "1を押", "1 दबाएं".
fn ends_key(behind: &[Piece]) -> bool {
    let words = behind.iter().take(2).map_while(|piece| if let Piece::Word(word) = piece { Some(word.as_str()) } else { None });
    let words = words.collect::<Vec<_>>().join(" ");
    BEHIND.iter().any(|verb| words.starts_with(verb))
}

#[cfg(test)]
mod tests {
    use super::pressed;

    #[test]
    fn the_keys_that_a_text_tells_to_press_are_found_in_every_language_and_script() {
        let cases: [(&str, &[&str]); 24] = [
            ("Press 1 for yes, 2 for no, or 3 to skip.", &["1", "2", "3"]),
            ("Press a key from 1, very unhappy, to 5, very happy.", &["1", "5"]),
            ("Press 1 if it took less than 10 minutes, 2 otherwise.", &["1", "2"]),
            ("On your call of the last 24 hours: press 6.", &["6"]),
            ("Press any key from 1-6.", &["1", "6"]),
            ("If you agree press \u{ff17}.", &["7"]),
            ("请按1到6键评价。", &["1", "6"]),
            ("满意请按1,不满意请按6。", &["1", "6"]),
            ("滿意請按\u{ff11}\u{ff0c}不滿意請按\u{ff16}。", &["1", "6"]),
            ("過去24小時內的服務,滿意請按1。", &["1"]),
            ("Drücken Sie die 1 für ja oder die 6 für nein.", &["1", "6"]),
            ("Wählen Sie 1 bis 6.", &["1", "6"]),
            ("Appuyez sur la touche 1, ou sur 6.", &["1", "6"]),
            ("Tapez 1 à 6.", &["1", "6"]),
            ("Pulse el 1, marque 6.", &["1", "6"]),
            ("Presione una tecla de 1 a 6.", &["1", "6"]),
            ("Digite 1 para sim ou 6 para não.", &["1", "6"]),
            ("اضغط على ١ أو ٦.", &["1", "6"]),
            ("اضغط الرقم 6.", &["6"]),
            ("हाँ के लिए १ दबाएं, नहीं के लिए ६ दबाएं।", &["1", "6"]),
            ("6 नंबर दबाइए", &["6"]),
            ("はいは1を、いいえは6を押してください。", &["6"]),
            ("満足なら1番を押してください。6を押すと終了します。", &["1", "6"]),
            ("1分非常不满意,5分非常满意。", &[]),
        ];
        let wrong: Vec<_> = cases.iter().filter(|(text, keys)| pressed(text) != *keys).map(|(text, _)| (text, pressed(text))).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
