//! The words by which a whole message is a command, and free text that asks for the same.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::Keyword;

/// CTIA handbook, the lists of Twilio, Telnyx and AWS, and the replies that mainland China's operators prescribe (R, T, TD, N).
const STOP: &str = "stop|stopall|stop all|unsubscribe|cancel|end|quit|revoke|optout|opt-out|opt out|remove|arret|arrêt|stopp|abmelden|\
    remove me|baja|alto|parar|cancelar|sair|r|t|td|n|退订|退訂|拒收|取消|退订td|td退订|退订t|t退订|退订n|我要退订|回t|退订回t|退订回td|\
    回td|取消订阅|取消訂閱|我要退訂|退訂回t|退訂td|停止|停止订阅|停止訂閱|停止发送|停止發送|停止接收|不再接收|拒絕接收|拒绝接收|\
    配信停止|配信停止希望|配信停止してください|配信停止お願いします|配信を停止|配信を停止してください|配信を止めてください|配信解除|\
    登録解除|解除|受信拒否|配信拒否|配信不要|送信停止|ストップ|停止してください|停止希望";
const START: &str = "start|unstop|subscribe|订阅|訂閱|重新订阅|重新訂閱|恢复订阅|恢復訂閱|再開|配信再開|配信開始|再登録";
const HELP: &str = "help|info|aide|hilfe|ayuda|帮助|幫助|說明|说明|ヘルプ";
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
    const REQUESTS: [&str; 8] = ["stop", "stop all", "stop texting", "unsubscribe", "unsubscribe me", "opt out", "remove me", "remove"];
    let courtesy = |word: &&str| ["please", "pls", "plz", "now", "thanks", "thank", "you", "just"].contains(word);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !courtesy(word)).collect();
    REQUESTS.contains(&words.join(" ").as_str())
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
const CHINESE_REVOCATIONS: &str = "别再发|不要再发|别给我发|不要给我发|别发短信|别发了|不要发短信|不要再给我发|别再给我发|停止发送|\
    停止发短信|我要退订|请退订|帮我退订|给我退订|不要再打扰|别再打扰|別再發|不要再發|別給我發|不要給我發|別發簡訊|不要發簡訊|別再傳|\
    不要再傳|別傳簡訊|不要傳簡訊|別再寄|不要再寄|停止發送|停止傳送|請退訂|幫我退訂|幫我取消訂閱|不要再打擾|別再打擾|唔好再發|唔好再send|\
    唔好send|唔好再傳|唔好再寄|唔好發短訊|唔好再煩|咪再send|咪再發";
const JAPANESE_REVOCATIONS: &str = "送らないで|送ってこないで|送信しないで|送るのをやめて|送るのを止めて|送るのは止めて|送るのはやめて|\
    配信を停止して|配信を止めて|配信をやめて|配信停止をお願い|配信停止して|配信しないで|メッセージを止めて|メッセージをやめて|\
    メッセージ不要|メールを止めて|smsを止めて|smsを停止|ショートメールをやめて|連絡しないで|連絡してこないで|登録を解除して|\
    登録解除して|受信したくない|受け取りたくない";

/// Whether free text reads like a revocation ("please stop texting me"); the whole-message commands are [`keyword`]s.
/// Conservative: a text that only speaks of stopping does not count. FCC 2024: consent may be revoked by any reasonable means.
#[must_use]
pub fn asks_to_stop(text: &str) -> bool {
    let folded: String = text.nfkc().take(2000).flat_map(char::to_lowercase).filter(|c| !matches!(c, '\'' | '’')).collect();
    let revokes =
        || [CHINESE_REVOCATIONS, JAPANESE_REVOCATIONS].iter().flat_map(|phrases| phrases.split('|')).any(|phrase| folded.contains(phrase));
    if !folded.is_ascii() && revokes() {
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
            ("help?", Some(Keyword::Help)),
            ("帮助", Some(Keyword::Help)),
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
            "サービスが停止しました",
            "簡訊沒有收到",
        ] {
            assert!(!asks_to_stop(text), "{text}");
        }
    }
}
