//! The words by which a whole message is a command, and free text that asks for the same.

mod requests;
mod words;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Keyword;
use requests::{CONTAINED, ENGLISH, FRENCH, GERMAN, OTHERWISE, PORTUGUESE, Requests, SPANISH};
use words::{COURTESY, HELP, REQUESTS, START, STOP};

/// No keyword is longer; anything beyond is not looked at.
const LONGEST: usize = 64;

/// The command that a whole message is, in any of the known languages; `None` for everything else.
///
/// "Yes" is none, also from someone who has opted out, though some carriers' lists have it beside START. It answers what was said
/// last, and that is a question of ours that is still open in their list of messages, or the confirmation that they get no more: a
/// yes to either is no wish to be asked again. Consent is given by saying so (START, UNSTOP, 订阅 …; the confirmation names START).
/// Where a provider itself takes a yes for START it says so (`OptOutType`), and that counts.
#[must_use]
pub fn keyword(text: &str) -> Option<Keyword> {
    let folded = fold(text)?;
    if is_one_of(&STOP, &folded) || is_stop_with_short_code(&folded) || is_polite_stop(&folded) {
        Some(Keyword::Stop)
    } else if is_one_of(&HELP, &folded) {
        Some(Keyword::Help)
    } else if is_one_of(&START, &folded) {
        Some(Keyword::Start)
    } else {
        None
    }
}

fn is_one_of(lists: &[&str], words: &str) -> bool {
    lists.iter().flat_map(|list| list.split('|')).any(|one| one == words)
}

/// Case-folded, full-width letters narrowed, outer punctuation dropped, inner blanks squeezed; `None` for what is empty or
/// too long to be a keyword.
fn fold(text: &str) -> Option<String> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    let folded: String = text.nfkc().flat_map(char::to_lowercase).nfc().collect();
    let inner = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let squeezed = inner.split_whitespace().collect::<Vec<_>>().join(" ");
    (!squeezed.is_empty()).then_some(squeezed)
}

/// "Please stop", "remove me now": a request that is nothing else, with courtesy around it.
fn is_polite_stop(folded: &str) -> bool {
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !is_one_of(&COURTESY, word));
    is_one_of(&REQUESTS, &words.collect::<Vec<_>>().join(" "))
}

/// United Kingdom: STOP followed by the short code.
fn is_stop_with_short_code(folded: &str) -> bool {
    folded.strip_prefix("stop ").is_some_and(|code| (4..=6).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit()))
}

/// One way to ask, and the language's words around it.
struct Request {
    phrase: String,
    /// Whatever follows.
    whole: bool,
    requests: &'static Requests,
}

/// The phrases of an entry: `{take,get} me off` is two.
fn expanded(text: &str) -> Vec<String> {
    let braces = text.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)));
    if let Some((before, (choices, after))) = braces {
        return choices.split(',').flat_map(|choice| expanded(&format!("{before}{choice}{after}"))).collect();
    }
    vec![text.to_owned()]
}

/// Phrases are found by so many of their first words: hundreds begin with "no quiero".
const START_WORDS: usize = 3;

/// Phrases of all languages by their first words.
static PHRASES: LazyLock<HashMap<String, Vec<Request>>> = LazyLock::new(|| {
    let mut by_start: HashMap<String, Vec<Request>> = HashMap::new();
    for requests in [&ENGLISH, &SPANISH, &PORTUGUESE, &FRENCH, &GERMAN] {
        let listed = requests.phrases.split('|').map(|phrase| (vec![phrase.to_owned()], false));
        let whole = requests.whole.split('|').map(|phrase| (expanded(phrase), true));
        for (phrase, whole) in listed.chain(whole).flat_map(|(all, whole)| all.into_iter().map(move |phrase| (phrase, whole))) {
            let start = phrase.split_whitespace().take(START_WORDS).collect::<Vec<_>>().join(" ");
            by_start.entry(start).or_default().push(Request { phrase, whole, requests });
        }
    }
    by_start
});

/// What a phrase may begin with: most words of a text are none of these.
static FIRST_WORDS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| PHRASES.keys().filter_map(|start| start.split_whitespace().next()).collect());

/// Whether free text reads like a revocation ("please stop texting me"); the whole-message commands are [`keyword`]s.
/// Conservative: a text that only speaks of stopping does not count. FCC 2024: consent may be revoked by any reasonable means.
#[must_use]
pub fn asks_to_stop(text: &str) -> bool {
    let folded: String = text.nfkc().take(2000).flat_map(char::to_lowercase).filter(|c| !matches!(c, '\'' | '’')).collect();
    let mut letters: Vec<char> = folded.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    let may_hold = |phrase: &&str| phrase.chars().all(|c| letters.binary_search(&c).is_ok());
    if CONTAINED.iter().flat_map(|phrases| phrases.split('|')).filter(may_hold).any(|phrase| holds(&folded, phrase)) {
        return true;
    }
    let plain: String = folded.nfd().filter(|c| !is_combining_mark(*c)).collect();
    let words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let starts = |at: usize| (1..=START_WORDS).filter_map(move |length| Some((at, at.checked_add(length)?)));
    let start = |(from, to): (usize, usize)| words.get(from..to).map(|start| start.join(" "));
    let phrases = |at: usize| starts(at).filter_map(start).filter_map(|start| PHRASES.get(&start)).flatten();
    let begins = |at: &usize| words.get(*at).is_some_and(|word| FIRST_WORDS.contains(*word));
    (0..words.len()).filter(begins).any(|at| phrases(at).any(|request| revokes_at(&words, at, request)))
}

fn holds(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| !text[at + phrase.len()..].starts_with(OTHERWISE))
}

/// The last word of the phrase ends the thought or is followed by one of the closers, unless the phrase stands whatever follows.
fn revokes_at(words: &[&str], at: usize, request: &Request) -> bool {
    let length = request.phrase.split_whitespace().count();
    let end = at + length;
    if !words.get(at..end).is_some_and(|said| request.phrase.split_whitespace().eq(said.iter().copied())) {
        return false;
    }
    let turned = words[at.saturating_sub(2)..at].iter().any(|word| is_one_of(&[request.requests.not], word));
    !turned && (request.whole || words.get(end).is_none_or(|next| is_one_of(&[request.requests.closers], next)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_word_is_a_command_in_any_case_and_width() {
        for word in STOP.iter().flat_map(|words| words.split('|')) {
            assert_eq!(keyword(&word.to_uppercase()), Some(Keyword::Stop), "{word}");
            assert_eq!(keyword(&format!("  “{word}”!\n")), Some(Keyword::Stop), "{word}");
        }
        for (text, found) in [
            ("ＳＴＯＰ", Some(Keyword::Stop)),
            ("Stop.", Some(Keyword::Stop)),
            ("stop   all", Some(Keyword::Stop)),
            ("Arre\u{302}t", Some(Keyword::Stop)),
            ("STOP 88222", Some(Keyword::Stop)),
            ("ｔｄ", Some(Keyword::Stop)),
            ("退订。", Some(Keyword::Stop)),
            ("Start", Some(Keyword::Start)),
            ("UNSTOP", Some(Keyword::Start)),
            ("订阅", Some(Keyword::Start)),
            ("help?", Some(Keyword::Help)),
            ("帮助", Some(Keyword::Help)),
            ("yes", None),
            ("1 stop calling me", None),
            ("stop it", None),
            ("5", None),
            ("", None),
            ("!!!", None),
            ("Baja por favor", Some(Keyword::Stop)),
            ("DARME DE BAJA", Some(Keyword::Stop)),
            ("Não", None),
            ("baja calidad", None),
            ("nada", None),
            ("Parar, por favor", Some(Keyword::Stop)),
            ("Cancelar inscrição", Some(Keyword::Stop)),
            ("ALTA", Some(Keyword::Start)),
            ("¡Ayuda!", Some(Keyword::Help)),
            ("Ajuda", Some(Keyword::Help)),
            ("DÉSABONNER", Some(Keyword::Stop)),
            ("stop svp", Some(Keyword::Stop)),
            ("Stop, s'il vous plaît", Some(Keyword::Stop)),
            ("bitte abmelden!", Some(Keyword::Stop)),
            ("Stopp bitte", Some(Keyword::Stop)),
            ("Réabonner", Some(Keyword::Start)),
            ("anmelden", Some(Keyword::Start)),
            ("À l'aide", Some(Keyword::Help)),
            ("non", None),
            ("rien", None),
            ("nein", None),
            ("arrêt de bus", None),
            ("إيقاف", Some(Keyword::Stop)),
            ("الغاء الاشتراك!", Some(Keyword::Stop)),
            ("ابدأ", Some(Keyword::Start)),
            ("مساعدة؟", Some(Keyword::Help)),
            ("إلغاء الاشتراك من فضلك", Some(Keyword::Stop)),
            ("कृपया बंद करें", Some(Keyword::Stop)),
            ("من فضلك", None),
            ("बंद करें।", Some(Keyword::Stop)),
            ("Band karo", Some(Keyword::Stop)),
            ("शुरू करें", Some(Keyword::Start)),
            ("मदद", Some(Keyword::Help)),
            ("ابدا", None),
            ("لا", None),
            ("नहीं", None),
            ("配信停止。", Some(Keyword::Stop)),
            ("ｽﾄｯﾌﾟ", Some(Keyword::Stop)),
            ("取消訂閱！", Some(Keyword::Stop)),
            ("再開", Some(Keyword::Start)),
            ("ヘルプ", Some(Keyword::Help)),
            ("說明", Some(Keyword::Help)),
            ("はい", None),
            ("いいえ", None),
            ("なし", None),
            ("沒有", None),
            ("説明", None),
            ("información", None),
            ("plus de rapidité", None),
            ("nicht alt", None),
        ] {
            assert_eq!(keyword(text), found, "{text}");
        }
    }

    #[test]
    fn a_plain_yes_is_no_command_in_any_language_and_every_start_word_is_one() {
        for yes in ["YES!", "Sí.", "sim", "oui", "Ja", "はい", "نعم", "हाँ", "是", "yes please"] {
            assert_eq!(keyword(yes), None, "{yes}");
        }
        for word in START.iter().flat_map(|words| words.split('|')) {
            assert_eq!(keyword(&word.to_uppercase()), Some(Keyword::Start), "{word}");
        }
    }

    #[test]
    fn free_text_that_asks_to_stop_is_told_from_text_that_speaks_of_stopping() {
        for text in [
            "please stop texting me",
            "STOP TEXTING ME!!",
            "1 stop calling me",
            "Don’t text me again",
            "请退订",
            "别再发短信了",
            "ya no me manden más mensajes por favor",
            "¡Dejen de llamarme!",
            "Quiero darme de baja",
            "NÃO ME MANDEM MAIS MENSAGENS",
            "parem de me ligar pfv",
            "arrêtez de m’envoyer des SMS",
            "Ne m'écrivez plus svp",
            "je ne veux plus recevoir vos messages",
            "désabonnez-moi",
            "Schicken Sie mir keine SMS mehr",
            "bitte hören Sie auf, mir zu schreiben",
            "Melden Sie mich bitte ab. Melden Sie mich ab",
            "من فضلكم لا ترسلوا لي رسائل",
            "कृपया मैसेज मत भेजो",
            "mujhe message mat bhejo",
            "मैसेज भेजना बंद कर दो",
            "不要再傳簡訊",
            "もう送らないでください",
        ] {
            assert!(asks_to_stop(text), "{text}");
        }
        for text in [
            "please don't stop texting me",
            "the agent told me to stop calling",
            "the bus stop was far",
            "stop calling me sir",
            "5",
            "我取消了订单",
            "no quiero darme de baja",
            "no me llamen mentiroso",
            "pedí que no me llamen",
            "me dieron de baja el servicio",
            "não me liguem a internet errada",
            "parem de me ligar a música",
            "disse para parem de me ligar",
            "je ne reçois plus de SMS",
            "je ne veux plus recevoir de factures fausses",
            "ich bekomme keine SMS mehr",
            "l'arrêt de bus est loin",
            "لم ترسلوا الفاتورة",
            "मैसेज नहीं मिला",
            "आपने मैसेज नहीं भेजा",
            "उन्होंने कॉल करना बंद कर दिया",
            "サービスが停止しました",
            "連絡しないで放置された",
            "簡訊沒有收到",
            "希望不要再发生",
            "別再發生這種事",
        ] {
            assert!(!asks_to_stop(text), "{text}");
        }
    }
}
