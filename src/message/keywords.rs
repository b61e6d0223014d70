//! The words by which a whole message is a command, and free text that asks for the same.

mod requests;

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Keyword;
use requests::{PORTUGUESE, Requests, SPANISH};

/// CTIA handbook, the lists of Twilio, Telnyx and AWS, and the replies that mainland China's operators prescribe (R, T, TD, N).
const STOP: &str = "stop|stopall|stop all|unsubscribe|cancel|end|quit|revoke|optout|opt-out|opt out|remove|arret|arrêt|stopp|abmelden|\
    remove me|baja|alto|parar|cancelar|sair|r|t|td|n|退订|退訂|拒收|取消|退订td|td退订|退订t|t退订|退订n|我要退订|回t|退订回t|\
    退订回td|回td|取消订阅|detener|salir|darme de baja|dar de baja|darse de baja|dame de baja|deme de baja|denme de baja|\
    quiero darme de baja|desuscribir|desuscribirme|desuscribirse|cancelar suscripción|cancelar suscripcion|\
    cancelar la suscripción|cancelar la suscripcion|no más mensajes|no mas mensajes|stop sms|pare|parem|descadastrar|descadastre|\
    descadastrar-me|descadastre-me|me descadastrar|quero me descadastrar|cancelar inscrição|cancelar inscricao|cancelar assinatura|\
    cancelar subscrição|cancelar subscricao|remover|remover número|remover numero|remover meu número|remover meu numero|\
    quero sair|anular subscrição|anular subscricao";
const START: &str = "start|unstop|subscribe|订阅|訂閱|alta|darme de alta|suscribir|suscribirme|reanudar|inscrever|reativar";
const HELP: &str = "help|info|aide|hilfe|ayuda|帮助|幫助|ayudame|ayúdame|ajuda|informacion|información|informacao|informação";
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
    let agrees = |folded: String| ["yes", "sí", "si", "sim"].contains(&folded.as_str());
    keyword(text).or_else(|| agrees(fold(text)?).then_some(Keyword::Start))
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
    const REQUESTS: &str = "stop|stop all|stop texting|unsubscribe|unsubscribe me|opt out|remove me|remove|baja|darme de baja|\
        dame de baja|deme de baja|denme de baja|dar de baja|parar|pare|parem|sair|quero sair|descadastrar|me descadastrar";
    const COURTESY: &str = "please|pls|plz|now|thanks|thank|you|just|por|favor|porfavor|porfa|gracias|obrigado|obrigada|pfv|ya";
    let courtesy = |word: &&str| COURTESY.split('|').any(|known| known == *word);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !courtesy(word)).collect();
    let asked = words.join(" ");
    REQUESTS.split('|').any(|request| request == asked)
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
const CLOSERS: &str = "please|pls|now|again|anymore|any|and|or|thanks|thank|ever|with|these|all|immediately|from|i|its|this|you";
/// One of these up to two words before turns the meaning round.
const NOT: &str = "dont|not|never|didnt|wont|cant|couldnt|without";
const ENGLISH: Requests = Requests { phrases: REVOCATIONS, closers: CLOSERS, not: NOT };
/// Phrases of a language by their first word.
static PHRASES: LazyLock<HashMap<&str, Vec<(&str, &Requests)>>> = LazyLock::new(|| {
    let mut by_first: HashMap<&str, Vec<(&str, &Requests)>> = HashMap::new();
    for requests in [&ENGLISH, &SPANISH, &PORTUGUESE] {
        for phrase in requests.phrases.split('|') {
            by_first.entry(phrase.split(' ').next().unwrap_or(phrase)).or_default().push((phrase, requests));
        }
    }
    by_first
});
const CHINESE_REVOCATIONS: &str = "别再发|不要再发|别给我发|不要给我发|别发短信|别发了|不要发短信|不要再给我发|别再给我发|停止发送|停止发短信|\
    我要退订|请退订|帮我退订|给我退订|不要再打扰|别再打扰";

/// Whether free text reads like a revocation ("please stop texting me"); the whole-message commands are [`keyword`]s.
/// Conservative: a text that only speaks of stopping does not count. FCC 2024: consent may be revoked by any reasonable means.
#[must_use]
pub fn asks_to_stop(text: &str) -> bool {
    let folded: String = text.nfkc().take(2000).flat_map(char::to_lowercase).filter(|c| !matches!(c, '\'' | '’')).collect();
    if !folded.is_ascii() && CHINESE_REVOCATIONS.split('|').any(|phrase| folded.contains(phrase)) {
        return true;
    }
    let plain: String = folded.nfd().filter(|c| !is_combining_mark(*c)).collect();
    let words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let phrases = |at: usize| PHRASES.get(words[at]).into_iter().flatten();
    (0..words.len()).any(|at| phrases(at).any(|(phrase, requests)| revokes_at(&words, at, (phrase, requests))))
}

fn revokes_at(words: &[&str], at: usize, (phrase, requests): (&str, &Requests)) -> bool {
    let is_one_of = |word: &&str, list: &str| list.split('|').any(|known| known == *word);
    let mut end = at;
    for word in phrase.split(' ') {
        if words.get(end) != Some(&word) {
            return false;
        }
        end += 1;
    }
    let turned = words[at.saturating_sub(2)..at].iter().any(|word| is_one_of(word, requests.not));
    !turned && words.get(end).is_none_or(|next| is_one_of(next, requests.closers))
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
        assert_eq!(keyword_when_opted_out("Sí."), Some(Keyword::Start));
        assert_eq!(keyword_when_opted_out("sim"), Some(Keyword::Start));
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
            "ya no me manden más mensajes por favor",
            "¡Dejen de llamarme!",
            "Quiero darme de baja",
            "NÃO ME MANDEM MAIS MENSAGENS",
            "parem de me ligar pfv",
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
        ] {
            assert!(!asks_to_stop(text), "{text}");
        }
    }
}
