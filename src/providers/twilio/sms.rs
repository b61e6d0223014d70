//! Sending: `POST /2010-04-01/Accounts/{AccountSid}/Messages.json`, and placing calls: `Calls.json`.
//! Sources: <https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource>,
//! <https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource>,
//! <https://www.twilio.com/docs/voice/answering-machine-detection>.

use reqwest::StatusCode;
use serde::Deserialize;

use super::TwilioSettings;
use crate::ports::provider::{NewCall, Sent, Sms};
use crate::providers::rest::{self, Answer};

/// The error code of a number on Twilio's opt-out list.
pub const OPTED_OUT: &str = "21610";

/// Longest time that Twilio lets a call ring.
const LONGEST_RING: u64 = 600;

/// Sends messages and places calls of one account.
pub struct Sender {
    settings: TwilioSettings,
    address: String,
}

/// The members of an answer that matter, of a success or of a refusal.
#[derive(Deserialize)]
struct Reply {
    sid: Option<String>,
    status: Option<serde_json::Value>,
    error_code: Option<u32>,
    code: Option<u32>,
}

impl Sender {
    pub fn new(settings: TwilioSettings) -> Self {
        let base = settings.api_base.trim_end_matches('/');
        let address = format!("{base}/2010-04-01/Accounts/{}", settings.account_sid);
        Self { settings, address }
    }

    pub async fn send(&self, sms: &Sms) -> Sent {
        self.create("Messages.json", &self.form(sms)).await
    }

    pub async fn place_call(&self, call: &NewCall) -> Sent {
        let ring = call.ring.as_secs().clamp(5, LONGEST_RING).to_string();
        self.create("Calls.json", &call_form(call, &ring)).await
    }

    /// Makes one; what comes of it is the same for each resource.
    async fn create(&self, resource: &str, form: &[(&str, &str)]) -> Sent {
        let token = self.settings.auth_tokens.first();
        let request = self.settings.client.post(format!("{}/{resource}", self.address)).basic_auth(&self.settings.account_sid, token);
        let request = request.timeout(self.settings.timeout).form(form);
        match rest::exchange(request).await {
            Ok(answer) => answer.by_status().unwrap_or_else(|| meaning(&answer)),
            Err(sent) => sent,
        }
    }

    fn form<'a>(&'a self, sms: &'a Sms) -> Vec<(&'static str, &'a str)> {
        let service = self.settings.messaging_service_sid.as_deref();
        let receipt = Some(sms.receipt_url.as_str()).filter(|url| !url.is_empty());
        let given = [
            ("To", Some(sms.to.expose())),
            ("From", sms.from.as_deref()),
            ("MessagingServiceSid", service),
            ("Body", Some(&*sms.text)),
            ("StatusCallback", receipt),
        ];
        given.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}

/// The event `completed` tells of every end, also of a line that is busy. With machine detection the page is asked for once it is known who
/// has picked up.
fn call_form<'a>(call: &'a NewCall, ring: &'a str) -> Vec<(&'static str, &'a str)> {
    let given = [
        ("To", Some(call.to.expose())),
        ("From", call.from.as_deref()),
        ("Url", Some(&*call.page_url)),
        ("Method", Some("POST")),
        ("StatusCallback", Some(&*call.status_url)),
        ("StatusCallbackMethod", Some("POST")),
        ("StatusCallbackEvent", Some("completed")),
        ("MachineDetection", Some("Enable")),
        ("Timeout", Some(ring)),
    ];
    given.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

/// What a 2xx or 4xx says. A message that is created as failed gets no receipt, so that counts as a refusal.
fn meaning(answer: &Answer) -> Sent {
    let reply: Option<Reply> = serde_json::from_slice(&answer.body).ok();
    if !answer.status.is_success() {
        return rejected(reply.and_then(|reply| reply.code), answer.status);
    }
    match reply {
        Some(Reply { status: Some(status), error_code, .. }) if status == "failed" || status == "undelivered" || status == "canceled" => {
            rejected(error_code, answer.status)
        }
        Some(Reply { sid: Some(sid), .. }) if !sid.is_empty() => Sent::Accepted { message_id: sid },
        _ => {
            let fault = answer.fault.as_deref().unwrap_or("no message id in the answer");
            Sent::Unknown { detail: format!("http_{}: {fault}", answer.status.as_u16()) }
        }
    }
}

fn rejected(code: Option<u32>, status: StatusCode) -> Sent {
    let code = code.map_or_else(|| format!("http_{}", status.as_u16()), |code| code.to_string());
    let opted_out = code == OPTED_OUT;
    Sent::Rejected { code, opted_out }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(status: u16, body: &str) -> Sent {
        let status = StatusCode::from_u16(status).expect("a status");
        meaning(&Answer { status, retry_after: None, body: body.as_bytes().to_vec(), fault: None })
    }

    #[test]
    fn only_a_message_id_says_that_a_message_was_taken() {
        for status in [200, 201] {
            let taken = read(status, r#"{"sid": "SM1", "status": "queued", "error_code": null}"#);
            assert_eq!(taken, Sent::Accepted { message_id: "SM1".to_owned() });
        }
        for garbage in ["", "<html>", "{}", r#"{"sid": ""}"#, r#"{"sid": 3}"#, r#"{"sid": null}"#, r#"{"sid": "SM1""#] {
            assert_eq!(read(201, garbage).name(), "unknown", "{garbage}");
        }
    }

    #[test]
    fn a_refusal_carries_its_code_and_never_its_words() {
        let rejected = |code: &str, opted_out| Sent::Rejected { code: code.to_owned(), opted_out };
        assert_eq!(read(400, r#"{"code": 21211, "message": "To number +14155550123 is wrong", "status": 400}"#), rejected("21211", false));
        assert_eq!(read(400, r#"{"code": 21610, "message": "…", "status": 400}"#), rejected("21610", true));
        assert_eq!(read(404, "nothing here"), rejected("http_404", false));
        assert_eq!(read(201, r#"{"sid": "SM1", "status": "failed", "error_code": 21610}"#), rejected("21610", true));
    }
}
