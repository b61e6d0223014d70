//! Sending: `GET /cgi-bin/sendsms`. No id of the message comes back: the task's own takes its place.

use axum::http::header::CONNECTION;

use super::KannelSettings;
use crate::message::segments::{Encoding, segments};
use crate::ports::provider::{Sent, Sms};
use crate::providers::rest::{self, Answer};

/// Delivered (1), failed (2), taken by the message centre (8), refused by it (16).
const RECEIPTS: &str = "27";
/// The user, its password or our address is not known to Kannel.
const UNAUTHORIZED: &str = "unauthorized";

const FULL: &[u8] = b"Temporal failure";

/// How Kannel words its refusals, and the codes that we give them.
const REFUSALS: [(&str, &str); 5] = [
    ("Authorization failed", UNAUTHORIZED),
    ("Not routable", "not_routable"),
    ("Number(s) has/have been denied", "denied"),
    ("Missing receiver", "no_receiver"),
    ("Sender missing", "no_sender"),
];

/// Sends texts of one account.
pub struct Sender {
    settings: KannelSettings,
    address: String,
}

impl Sender {
    pub fn new(settings: KannelSettings) -> Self {
        let address = format!("{}/cgi-bin/sendsms", settings.api_base.trim_end_matches('/'));
        Self { settings, address }
    }

    pub async fn send(&self, sms: &Sms, receipt_url: Option<String>) -> Sent {
        if sms.text.trim().is_empty() {
            // Kannel would take it, and the caller would get an empty message.
            return Sent::Rejected { code: "empty_text".to_owned(), opted_out: false };
        }
        // Kannel's smsbox restarts by itself; a connection kept open would break under a request that then counts as perhaps sent.
        let request = self.settings.client.get(self.url(sms, receipt_url.as_deref())).header(CONNECTION, "close");
        match rest::exchange(request.timeout(self.settings.timeout)).await {
            Ok(answer) => meaning(&answer, &sms.task_id),
            Err(sent) => sent,
        }
    }

    fn url(&self, sms: &Sms, receipt_url: Option<&str>) -> String {
        let settings = &self.settings;
        // What is not in the GSM alphabet would silently become a question mark.
        let coding = match segments(&sms.text).encoding {
            Encoding::Gsm7 => "0",
            Encoding::Ucs2 => "2",
        };
        let given = [
            ("username", Some(settings.username.as_str())),
            ("password", Some(&settings.password)),
            ("from", sms.from.as_deref()),
            ("to", Some(sms.to.expose())),
            ("smsc", settings.smsc.as_deref()),
            ("charset", Some("UTF-8")),
            ("coding", Some(coding)),
            ("dlr-mask", receipt_url.map(|_| RECEIPTS)),
            ("dlr-url", receipt_url),
            ("text", Some(&sms.text)),
        ];
        let given = given.into_iter().filter_map(|(name, value)| Some((name, value?)));
        format!("{}?{}", self.address, form_urlencoded::Serializer::new(String::new()).extend_pairs(given).finish())
    }
}

/// Kannel takes a text with 202, also one that it keeps until the message centre is back.
fn meaning(answer: &Answer, task_id: &str) -> Sent {
    match answer.status.as_u16() {
        // Said where the queue of bearerbox is full (`sms-outgoing-queue-limit`).
        503 if answer.body.starts_with(FULL) => Sent::Throttled { retry_after: answer.retry_after },
        202 => Sent::Accepted { message_id: task_id.to_owned() },
        200..=299 => Sent::Unknown { detail: format!("{}: not an answer of Kannel", answer.http_code()) },
        _ => answer.by_status().unwrap_or_else(|| rejected(answer)),
    }
}

fn rejected(answer: &Answer) -> Sent {
    let words = String::from_utf8_lossy(&answer.body);
    let known = REFUSALS.iter().find(|(start, _)| words.starts_with(start)).map(|(_, code)| *code);
    if known == Some(UNAUTHORIZED) {
        tracing::error!("Kannel does not know the user, the password or this machine: texts are refused");
    }
    Sent::Rejected { code: known.map_or_else(|| answer.http_code(), str::to_owned), opted_out: false }
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use super::*;

    fn read(status: u16, body: &str) -> Sent {
        let status = StatusCode::from_u16(status).expect("a status");
        meaning(&Answer { status, retry_after: None, body: body.as_bytes().to_vec(), fault: None }, "t1")
    }

    #[test]
    fn a_text_is_taken_with_202_alone() {
        for words in ["0: Accepted for delivery", "3: Queued for later delivery", "Sent.", ""] {
            assert_eq!(read(202, words), Sent::Accepted { message_id: "t1".to_owned() }, "{words}");
        }
        assert_eq!([read(200, "welcome").name(), read(204, "").name()], ["unknown"; 2]);
    }

    #[test]
    fn what_is_surely_not_sent_is_told_from_what_may_have_been() {
        assert_eq!(read(503, "Temporal failure, try again later."), Sent::Throttled { retry_after: None });
        assert_eq!([read(503, "a proxy's").name(), read(500, "").name()], ["error"; 2]);
        assert_eq!([read(502, "").name(), read(504, "").name(), read(429, "").name()], ["unknown", "unknown", "throttled"]);
    }

    #[test]
    fn a_refusal_carries_a_code_and_never_its_words() {
        let code = |status, words: &str| match read(status, words) {
            Sent::Rejected { code, opted_out: false } => code,
            other => panic!("{words}: {other:?}"),
        };
        assert_eq!(code(403, "Authorization failed for sendsms"), "unauthorized");
        assert_eq!(code(403, "Not routable. Do not try again."), "not_routable");
        assert_eq!(code(400, "Number(s) has/have been denied by white- and/or black-lists."), "denied");
        assert_eq!(code(400, "Missing receiver(s) number(s), rejected"), "no_receiver");
        assert_eq!(code(400, "Sender missing and no global set, rejected"), "no_sender");
        assert_eq!([code(400, "Illegal +14155550123"), code(404, "<html>")], ["http_400", "http_404"]);
    }
}
