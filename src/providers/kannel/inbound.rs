use super::super::form;
use super::super::{in_query, required};
use crate::phone::Respondent;
use crate::ports::provider::{Content, Delivery, Inbound, Malformed, Message, Receipt};

/// Windows-1252 from 0x80 to 0x9f (WHATWG encoding standard); above it is ISO 8859-1.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
/// `%c` of a text that is bytes and no words.
const BINARY: &str = "1";

/// What Kannel filled into an address of ours; the text in the charset that it names.
pub fn content(query: &str) -> Result<Content, Malformed> {
    let raw = form::decode(query.as_bytes());
    let charset = Charset::of(&raw)?;
    let mut pairs = Vec::with_capacity(raw.len());
    for (name, value) in raw {
        let name = String::from_utf8_lossy(&name).into_owned();
        let value = match name.as_str() {
            "secret" | "proof" => continue,
            "text" => charset.read(&value)?,
            // The words of the message centre, in whatever charset; only codes are taken from them.
            "answer" => String::from_utf8_lossy(&value).into_owned(),
            _ => utf8(&value)?,
        };
        pairs.push((name, value));
    }
    Ok(Content { query: pairs.clone(), pairs, headers: Vec::new() })
}

/// How numbers of texts are written.
pub struct Numbers {
    pub lines: Vec<String>,
    pub add_plus: bool,
}

impl Numbers {
    /// A text from a caller: `from=%p&to=%P&text=%b&cs=%C&coding=%c&id=%I`.
    pub fn message(&self, content: &Content) -> Result<Inbound, Malformed> {
        let message_id = required(content, "id")?.to_owned();
        let (line, from) = (self.line(required(content, "to")?), required(content, "from")?);
        let Some(from) = self.respondent(from).filter(|_| content.get("coding") != Some(BINARY)) else {
            return Ok(Inbound::Nothing);
        };
        let text = content.given("text").ok_or_else(|| Malformed("text is missing".to_owned()))?.to_owned();
        Ok(Inbound::Message(Message { message_id, line, from, text, opt_out: None }))
    }

    fn respondent(&self, from: &str) -> Option<Respondent> {
        let from = from.trim();
        Respondent::parse(from).ok().or_else(|| Respondent::parse(&format!("+{from}")).ok().filter(|_| self.add_plus))
    }

    /// Our number as we write it: message centres differ in the plus.
    fn line(&self, to: &str) -> String {
        let bare = |number: &str| number.trim().trim_start_matches('+').to_owned();
        let own = self.lines.iter().find(|line| bare(line) == bare(to));
        own.cloned().unwrap_or_else(|| to.trim().to_owned())
    }
}

/// What became of a text of ours: `…&type=%d&answer=%A` behind our own session and task.
pub fn receipt(content: &Content) -> Result<Inbound, Malformed> {
    let (task_id, session_id) = (in_query(content, "task"), in_query(content, "session"));
    let message_id = required(content, "task")?.to_owned();
    let answer = content.given("answer").unwrap_or_default();
    let (state, code) = match required(content, "type")? {
        "1" => (Delivery::Delivered, None),
        "2" => (Delivery::Failed, Some(code(answer).unwrap_or_else(|| "failed".to_owned()))),
        "8" => (Delivery::Sent, None),
        "16" => (Delivery::Failed, Some(code(answer).unwrap_or_else(|| "rejected".to_owned()))),
        _ => return Ok(Inbound::Nothing),
    };
    Ok(Inbound::Receipt(Receipt { message_id, task_id, session_id, state, code }))
}

/// The code in a message centre's words: of `NACK/0x0000000b/Invalid Destination`, or of a receipt's
/// `id:… stat:UNDELIV err:045 text:…` (SMPP 3.4, appendix B).
fn code(answer: &str) -> Option<String> {
    if let Some(refusal) = answer.strip_prefix("NACK/") {
        return refusal.split('/').next().and_then(plain);
    }
    let member = |name: &str| answer.split_whitespace().find_map(|word| word.strip_prefix(name)).and_then(plain);
    let (state, error) = (member("stat:"), member("err:").filter(|error| error.bytes().any(|digit| digit != b'0')));
    match (state, error) {
        (Some(state), Some(error)) => Some(format!("{state}_{error}")),
        (state, error) => state.or(error),
    }
}

/// A word that is a code and can be no telephone number.
fn plain(code: &str) -> Option<String> {
    let most = if code.bytes().all(|byte| byte.is_ascii_digit()) { 5 } else { 10 };
    ((1..=most).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric())).then(|| code.to_owned())
}

/// How a text is written in an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Charset {
    Utf8,
    Utf16,
    Windows,
}

impl Charset {
    /// Kannel names it as `cs=%C`: UTF-8 (older ones say GSM), UTF-16BE for a text in UCS-2 (`coding=2`), or what `mo-recode` made of it.
    fn of(raw: &[form::RawPair<'_>]) -> Result<Self, Malformed> {
        let given = |wanted: &str| raw.iter().find(|(name, _)| name.as_ref() == wanted.as_bytes()).map(|(_, value)| value);
        let name = given("cs").map(|name| String::from_utf8_lossy(name).to_ascii_uppercase()).unwrap_or_default();
        match name.as_str() {
            "" if given("coding").is_some_and(|coding| coding.as_ref() == b"2") => Ok(Self::Utf16),
            // Bytes that are no words are passed over later, whatever they are.
            _ if given("coding").is_some_and(|coding| coding.as_ref() == BINARY.as_bytes()) => Ok(Self::Windows),
            "" | "UTF-8" | "UTF8" | "US-ASCII" | "ASCII" | "GSM" => Ok(Self::Utf8),
            "UTF-16BE" | "UTF-16" | "UCS-2" | "ISO-10646-UCS-2" => Ok(Self::Utf16),
            "ISO-8859-1" | "LATIN1" | "LATIN-1" | "WINDOWS-1252" => Ok(Self::Windows),
            _ => Err(Malformed("cs names a charset that is none of UTF-8, UTF-16BE, WINDOWS-1252".to_owned())),
        }
    }

    fn read(self, bytes: &[u8]) -> Result<String, Malformed> {
        match self {
            Self::Utf8 => utf8(bytes),
            Self::Windows => Ok(bytes.iter().map(|byte| windows(*byte)).collect()),
            Self::Utf16 => {
                let (units, []) = bytes.as_chunks::<2>() else { return Err(Malformed("text is no UTF-16".to_owned())) };
                // A telephone that cuts an emoji in half is no reason to drop its answer.
                Ok(char::decode_utf16(units.iter().map(|unit| u16::from_be_bytes(*unit))).map(|c| c.unwrap_or('\u{fffd}')).collect())
            }
        }
    }
}

fn windows(byte: u8) -> char {
    let special = byte.checked_sub(0x80).and_then(|place| WINDOWS.chars().nth(place.into()));
    special.unwrap_or(char::from(byte))
}

fn utf8(bytes: &[u8]) -> Result<String, Malformed> {
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|_| Malformed("a parameter is not UTF-8".to_owned()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn numbers(add_plus: bool) -> Numbers {
        Numbers { lines: vec!["40404".to_owned(), "+14155550100".to_owned()], add_plus }
    }

    fn read(query: &str) -> Result<Inbound, Malformed> {
        numbers(false).message(&content(query)?)
    }

    fn message(query: &str) -> Message {
        match read(query) {
            Ok(Inbound::Message(message)) => message,
            other => panic!("{query}: {other:?}"),
        }
    }

    const ENDS: &str = "from=%2B14155550123&to=40404&id=fad90e91";

    #[test]
    fn a_text_is_told_as_kannel_fetches_it() {
        let told = message(&format!("{ENDS}&text=5%2Bgreat++two&cs=UTF-8&coding=0&secret=hush"));
        assert_eq!((told.message_id.as_str(), told.line.as_str(), told.from.expose()), ("fad90e91", "40404", "+14155550123"));
        assert_eq!((told.text.as_str(), told.opt_out), ("5+great  two", None));
        assert_eq!(message(&format!("{ENDS}&text=")).text, "");
    }

    #[test]
    fn a_text_in_utf_16_is_read_by_its_charset_or_its_coding() {
        for query in ["text=%8B%C4R%06&cs=UTF-16BE&coding=2", "coding=2&text=%8B%C4R%06", "text=%8B%C4R%06&cs=utf-16be"] {
            assert_eq!(message(&format!("{ENDS}&{query}")).text, "评分", "{query}");
        }
        assert_eq!(message(&format!("{ENDS}&cs=UTF-16BE&text=N%0A%00++%0D")).text, "上 \u{200d}");
        assert_eq!(message(&format!("{ENDS}&cs=UTF-16BE&text=%005%D8%3D")).text, "5\u{fffd}");
        assert_eq!(message(&format!("{ENDS}&cs=iso-8859-1&text=sehr+sch%F6n")).text, "sehr schön");
        assert_eq!(message(&format!("{ENDS}&cs=WINDOWS-1252&text=5+%80%9F%A0")).text, "5 €Ÿ\u{a0}");
        assert_eq!(message(&format!("{ENDS}&cs=GSM&text=5%E2%82%AC")).text, "5€");
    }

    #[test]
    fn a_secret_is_no_content() {
        let content = content("secret=hush&proof=00&agent=alice").expect("content");
        assert_eq!((content.pairs.len(), content.query.len()), (1, 1));
    }

    #[test]
    fn what_is_missing_or_cannot_be_read_is_named() {
        let wrong = |query: &str| read(query).err().map(|Malformed(text)| text).unwrap_or_default();
        assert_eq!(wrong("from=1&to=2&text=5"), "id is missing");
        assert_eq!(wrong("id=1&to=2&text=5"), "from is missing");
        assert_eq!(wrong("id=1&from=1&text=5"), "to is missing");
        assert_eq!(wrong(ENDS), "text is missing");
        assert_eq!(wrong(&format!("{ENDS}&text=%ff")), "a parameter is not UTF-8");
        assert_eq!(wrong(&format!("{ENDS}&cs=UTF-16BE&text=%00")), "text is no UTF-16");
        assert!(wrong(&format!("{ENDS}&cs=KOI8-R&text=5")).starts_with("cs names a charset"));
    }

    #[test]
    fn bytes_and_senders_without_a_number_say_nothing() {
        for query in
            [&*format!("{ENDS}&text=%ff%00&coding=1&cs=8-BIT"), "from=BANK&to=40404&id=1&text=5", "from=72975&to=40404&id=1&text=5"]
        {
            assert_eq!(read(query), Ok(Inbound::Nothing), "{query}");
        }
    }

    #[test]
    fn a_missing_plus_is_added_to_callers_where_configured_and_to_our_lines_always() {
        let bare = content("from=14155550123&to=14155550100&id=1&text=5").expect("content");
        assert_eq!(numbers(false).message(&bare), Ok(Inbound::Nothing));
        let Ok(Inbound::Message(told)) = numbers(true).message(&bare) else { panic!("a message") };
        assert_eq!((told.from.expose(), told.line.as_str()), ("+14155550123", "+14155550100"));
    }

    fn told(query: &str) -> Result<Inbound, Malformed> {
        receipt(&content(&format!("session=s1&task=t1&{query}"))?)
    }

    #[test]
    fn receipt_types_become_deliveries_with_a_code_where_one_is_told() {
        let state = |query: &str| match told(query) {
            Ok(Inbound::Receipt(receipt)) => {
                let ids = (receipt.message_id.as_str(), receipt.task_id.as_deref(), receipt.session_id.as_deref());
                assert_eq!(ids, ("t1", Some("t1"), Some("s1")));
                Some((receipt.state, receipt.code))
            }
            Ok(Inbound::Nothing) => None,
            other => panic!("{query}: {other:?}"),
        };
        let failed = |code: &str| Some((Delivery::Failed, Some(code.to_owned())));
        assert_eq!(state("type=1&answer="), Some((Delivery::Delivered, None)));
        assert_eq!(state("type=8&answer=ACK%2F"), Some((Delivery::Sent, None)));
        assert_eq!(state("type=2&answer=id:1+sub:001+stat:UNDELIV+err:045+text:Rate+stat:X"), failed("UNDELIV_045"));
        assert_eq!(state("type=2&answer=id:1+stat:EXPIRED+err:000"), failed("EXPIRED"));
        assert_eq!(state("type=16&answer=NACK%2F0x0000000b%2FInvalid+Destination"), failed("0x0000000b"));
        assert_eq!(state("type=16&answer=NACK%2F14155550123%2F"), failed("rejected"));
        assert_eq!([state("type=16&answer=NACK%2F"), state("type=16")], [failed("rejected"), failed("rejected")]);
        assert_eq!([state("type=2&answer=%ff+14155550123"), state("type=2&answer=")], [failed("failed"), failed("failed")]);
        assert_eq!([state("type=4"), state("type=32"), state("type=x")], [None, None, None]);
        assert_eq!(told("answer="), Err(Malformed("type is missing".to_owned())));
        assert_eq!(receipt(&Content::default()), Err(Malformed("task is missing".to_owned())));
    }

    proptest! {
        #[test]
        fn whatever_kannel_fetches_is_read_or_refused(query in "[a-z=&%+0-9A-F]{0,60}", bytes in proptest::collection::vec(any::<u8>(), 0..20)) {
            drop(read(&query));
            let written: String = bytes.iter().map(|byte| format!("%{byte:02X}")).collect();
            drop(told(&format!("type=2&answer={written}")));
            drop(read(&format!("{ENDS}&cs=UTF-16BE&text={written}")));
        }

        #[test]
        fn every_text_comes_back_from_utf_16(text in ".{0,40}") {
            let written: String = text.encode_utf16().flat_map(u16::to_be_bytes).map(|byte| format!("%{byte:02X}")).collect();
            prop_assert_eq!(message(&format!("{ENDS}&cs=UTF-16BE&coding=2&text={written}")).text, text);
        }
    }
}
