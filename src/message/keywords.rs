//! The words by which a whole message is a command, and free text that asks for the same.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::Keyword;

/// CTIA handbook, the lists of Twilio, Telnyx and AWS, and the replies that mainland China's operators prescribe (R, T, TD, N).
const STOP: &str = "stop|stopall|stop all|unsubscribe|cancel|end|quit|revoke|optout|opt-out|opt out|remove|arret|arrêt|stopp|abmelden|\
    remove me|baja|alto|parar|cancelar|sair|r|t|td|n|退订|退訂|拒收|取消|退订td|td退订|退订t|t退订|退订n|我要退订|回t|退订回t|\
    退订回td|回td|取消订阅|\
    إيقاف|ايقاف|أوقف|اوقف|توقف|توقفوا|وقف|قف|إلغاء|الغاء|إلغاء الاشتراك|الغاء الاشتراك|إلغاء الإشتراك|ألغ الاشتراك|الغي الاشتراك|ألغي الاشتراك|\
    إيقاف الرسائل|ايقاف الرسائل|وقف الرسائل|أوقفوا الرسائل|اوقفوا الرسائل|إلغاء الرسائل|الغاء الرسائل|ستوب|\
    रोकें|रोको|रोक दो|रोक दें|बंद|बंद करें|बंद करो|बंद कर दो|बंद कीजिए|बन्द|बन्द करें|बन्द करो|स्टॉप|स्टाॅप|हटाएं|हटाएँ|सदस्यता रद्द करें|\
    मैसेज बंद करो|मैसेज बंद करें|संदेश बंद करें|band karo|band kro|band kar do|band kare|band karen|band karein|stop karo|stop kare|stop karen|stop करें|stop करो|message band karo|msg band karo|rok do|roko";
const START: &str = "start|unstop|subscribe|订阅|訂閱|ابدأ|اشتراك|اشترك|शुरू|शुरू करें|शुरू करो|चालू करें|चालू करो|shuru karo";
const HELP: &str = "help|info|aide|hilfe|ayuda|帮助|幫助|مساعدة|مساعده|المساعدة|मदद|सहायता|हेल्प|madad";
/// No keyword is longer; anything beyond is not looked at.
const LONGEST: usize = 64;

/// The command that a whole message is, in any of the known languages; `None` for everything else.
#[must_use]
pub fn keyword(text: &str) -> Option<Keyword> {
    let folded = fold(text)?;
    let is_one_of = |words: &str| words.split('|').any(|word| word == folded);
    if is_one_of(STOP) || is_stop_with_short_code(&folded) || is_polite_stop(&folded) {
        Some(Keyword::Stop)
    } else if is_one_of(HELP) {
        Some(Keyword::Help)
    } else if is_one_of(START) {
        Some(Keyword::Start)
    } else {
        None
    }
}

/// As [`keyword`], for someone who has opted out: there "YES" asks to be let in again, elsewhere it may be an answer.
#[must_use]
pub fn keyword_when_opted_out(text: &str) -> Option<Keyword> {
    keyword(text).or_else(|| (fold(text)? == "yes").then_some(Keyword::Start))
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
    const REQUESTS: &str = "stop|stop all|stop texting|unsubscribe|unsubscribe me|opt out|remove me|remove|\
        إيقاف|ايقاف|إلغاء الاشتراك|الغاء الاشتراك|إيقاف الرسائل|ايقاف الرسائل|बंद करें|बंद करो|रोकें|band karo|stop karo";
    const COURTESY: &str = "please|pls|plz|now|thanks|thank|you|just|من|فضلك|فضلكم|لو|سمحت|سمحتم|سمحتوا|رجاء|कृपया|kripya|ji";
    let courtesy = |word: &&str| COURTESY.split('|').any(|polite| polite == *word);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !courtesy(word)).collect();
    let request = words.join(" ");
    REQUESTS.split('|').any(|wanted| wanted == request)
}

/// United Kingdom: STOP followed by the short code.
fn is_stop_with_short_code(folded: &str) -> bool {
    folded.strip_prefix("stop ").is_some_and(|code| (4..=6).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit()))
}

/// Word sequences that revoke consent; the last word ends the thought or is followed by one of [`CLOSERS`].
const REVOCATIONS: &str = "stop texting|stop texting me|stop messaging me|stop sending me texts|stop sending me messages|\
    stop sending me these|stop sending these|stop sending messages|stop sending texts|stop contacting me|\
    stop calling me|stop bothering me|stop spamming me|stop spamming|stop these messages|stop these texts|\
    stop the messages|stop the texts|dont text me|do not text me|dont message me|do not message me|dont contact me|\
    do not contact me|unsubscribe me|opt me out|want to opt out|like to opt out|take me off your list|\
    take me off this list|remove me from your list|remove my number|no more texts";
/// [`REVOCATIONS`] by their first word.
static PHRASES: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut by_first: HashMap<&str, Vec<&str>> = HashMap::new();
    for phrase in REVOCATIONS.split('|') {
        by_first.entry(phrase.split(' ').next().unwrap_or(phrase)).or_default().push(phrase);
    }
    by_first
});
const CLOSERS: &str = "please|pls|now|again|anymore|any|and|or|thanks|thank|ever|with|these|all|immediately|from|i|its|this|you";
/// One of these up to two words before turns the meaning round.
const NOT: &str = "dont|not|never|didnt|wont|cant|couldnt|without";
const CHINESE_REVOCATIONS: &str = "别再发|不要再发|别给我发|不要给我发|别发短信|别发了|不要发短信|不要再给我发|别再给我发|停止发送|停止发短信|\
    我要退订|请退订|帮我退订|给我退订|不要再打扰|别再打扰";
const ARABIC_REVOCATIONS: &str = "لا ترسلوا لي|لا ترسل لي|لا ترسلوا رسائل|لا تراسلوني|لا تراسلني|لا تتصلوا بي|لا تتصل بي|لا ترسلون لي|\
    لا عاد ترسلون|لا تزعجوني|لا تزعجني|توقفوا عن إرسال|توقفوا عن ارسال|توقف عن إرسال|توقف عن ارسال|توقفوا عن مراسلتي|توقف عن مراسلتي|\
    أوقفوا الرسائل|اوقفوا الرسائل|أوقفوا هذه الرسائل|اوقفوا هذه الرسائل|أريد إلغاء الاشتراك|اريد الغاء الاشتراك|ألغوا اشتراكي|الغوا اشتراكي|\
    ما ابغى رسائل|مابي رسائل|مش عايز رسائل|بطلوا تبعتوا|متبعتوليش|احذفوا رقمي|امسحوا رقمي";
const HINDI_REVOCATIONS: &str = "मैसेज मत भेज|मैसेज ना भेज|मैसेज न भेज|मैसेज नहीं भेज|संदेश मत भेज|संदेश न भेज|एसएमएस मत भेज|मैसेज भेजना बंद|\
    संदेश भेजना बंद|मैसेज बंद कर|बंद करो ये मैसेज|बंद कर दो ये मैसेज|संदेश बंद कर|मुझे मत भेज|दोबारा मत भेज|कॉल मत कर|कॉल करना बंद|फोन मत कर|मेरा नंबर हटा|message mat bhej|\
    msg mat bhej|messages mat bhej|message na bhej|sms mat bhej|message band kar|messages band kar|message bhejna band|msg bhejna band|\
    mujhe mat bhej|call mat kar|call karna band|phone mat kar|mera number hata";

/// Whether free text reads like a revocation ("please stop texting me"); the whole-message commands are [`keyword`]s.
/// Conservative: a text that only speaks of stopping does not count. FCC 2024: consent may be revoked by any reasonable means.
#[must_use]
pub fn asks_to_stop(text: &str) -> bool {
    let folded: String = text.nfkc().take(2000).flat_map(char::to_lowercase).filter(|c| !matches!(c, '\'' | '’')).collect();
    let revoked = |phrases: &str| phrases.split('|').any(|phrase| folded.contains(phrase));
    if (!folded.is_ascii() && (revoked(CHINESE_REVOCATIONS) || revoked(ARABIC_REVOCATIONS))) || revoked(HINDI_REVOCATIONS) {
        return true;
    }
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let phrases = |at: usize| PHRASES.get(words[at]).into_iter().flatten();
    (0..words.len()).any(|at| phrases(at).any(|phrase| revokes_at(&words, at, phrase)))
}

fn revokes_at(words: &[&str], at: usize, phrase: &str) -> bool {
    let mut end = at;
    for word in phrase.split(' ') {
        if words.get(end) != Some(&word) {
            return false;
        }
        end += 1;
    }
    let turned = words[at.saturating_sub(2)..at].iter().any(|word| NOT.split('|').any(|not| not == *word));
    !turned && words.get(end).is_none_or(|next| CLOSERS.split('|').any(|closer| closer == *next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_word_is_a_command_in_any_case_and_width() {
        for word in STOP.split('|') {
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
            ("yes", None),
            ("1 stop calling me", None),
            ("stop it", None),
            ("5", None),
            ("", None),
            ("!!!", None),
        ] {
            assert_eq!(keyword(text), found, "{text}");
        }
    }

    #[test]
    fn yes_is_a_start_only_for_someone_who_has_opted_out() {
        assert_eq!(keyword_when_opted_out("YES!"), Some(Keyword::Start));
        assert_eq!(keyword_when_opted_out("stop"), Some(Keyword::Stop));
        assert_eq!(keyword_when_opted_out("yes please call"), None);
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
            "من فضلكم لا ترسلوا لي رسائل",
            "कृपया मैसेज मत भेजो",
            "mujhe message mat bhejo",
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
            "لم ترسلوا الفاتورة",
            "मैसेज नहीं मिला",
        ] {
            assert!(!asks_to_stop(text), "{text}");
        }
    }
}
