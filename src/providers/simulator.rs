//! The account of the demo and of the default configuration: neutral names in, JSON out, and messages that go nowhere.

use ring::hmac;

use self::outbox::Outbox;
use super::form;
use crate::call::Moment;
use crate::ivr::{Document, Page};
use crate::phone::Respondent;
use crate::ports::Pending;
use crate::ports::provider::{
    AccountName, Content, Handset, HandsetCall, HandsetText, Hook, Inbound, Malformed, NewCall, Provider, RawRequest, Refusal, Sent, Sms,
};

pub use self::outbox::{SimulatedCall, SimulatedSms};

mod inbound;
mod outbox;
mod page;

const SIGNATURE: &str = "x-simulator-signature";

/// A provider without a network. Clones of its `Arc` see the same messages.
pub struct Simulator {
    secret: Option<hmac::Key>,
    outbox: Outbox,
}

impl Simulator {
    /// With a secret, webhooks prove themselves by `X-Simulator-Signature`: HMAC-SHA256 of the body in hexadecimal.
    #[must_use]
    pub fn new(secret: Option<&str>) -> Self {
        let secret = secret.filter(|text| !text.is_empty()).map(|text| hmac::Key::new(hmac::HMAC_SHA256, text.as_bytes()));
        Self { secret, outbox: Outbox::default() }
    }

    /// The messages to one caller that are still kept, oldest first.
    #[must_use]
    pub fn sent_to(&self, to: &Respondent) -> Vec<SimulatedSms> {
        self.outbox.to(to)
    }

    /// The messages since the last call of this, oldest first; each is given once.
    #[must_use]
    pub fn take_new(&self) -> Vec<SimulatedSms> {
        self.outbox.take_new()
    }

    /// The calls since the last call of this, oldest first; each is given once. Whoever plays the phone posts to its addresses.
    #[must_use]
    pub fn take_calls(&self) -> Vec<SimulatedCall> {
        self.outbox.take_calls()
    }
}

impl Provider for Simulator {
    fn verify(&self, request: &RawRequest<'_>) -> Result<Content, Refusal> {
        let secret = self.secret.as_ref().ok_or(Refusal::Missing)?;
        let mut given = request.headers.get_all(SIGNATURE).iter();
        let (Some(written), None) = (given.next(), given.next()) else { return Err(Refusal::Missing) };
        let tag = written.to_str().ok().and_then(form::unhex).ok_or(Refusal::Wrong)?;
        hmac::verify(secret, request.body, &tag).map_err(|_| Refusal::Wrong)?;
        // Only the body is covered, so the parameters come from nowhere else.
        let pairs = form::body(request).map_err(|_| Refusal::Unreadable)?;
        let query = form::query(request.target).map_err(|_| Refusal::Unreadable)?;
        Ok(Content { pairs, query, headers: Vec::new() })
    }

    fn read_unsigned(&self, request: &RawRequest<'_>) -> Result<Content, Malformed> {
        form::content(request)
    }

    fn parse(&self, hook: Hook, content: &Content, account: &AccountName, now: Moment) -> Result<Inbound, Malformed> {
        inbound::read(hook, content, account, now)
    }

    fn render_page(&self, page: &Page) -> Document {
        page::render(page)
    }

    fn render_reply(&self, text: Option<&str>) -> Document {
        page::reply(text)
    }

    fn answers_itself(&self, _text: &str) -> bool {
        false
    }

    fn handset(&self) -> Option<&dyn Handset> {
        Some(self)
    }

    fn send<'a>(&'a self, message: &'a Sms) -> Pending<'a, Sent> {
        let message_id = self.outbox.keep(message);
        Box::pin(std::future::ready(Sent::Accepted { message_id }))
    }

    fn place_call<'a>(&'a self, call: &'a NewCall) -> Pending<'a, Sent> {
        let message_id = self.outbox.keep_call(call);
        Box::pin(std::future::ready(Sent::Accepted { message_id }))
    }
}

impl Handset for Simulator {
    fn texts(&self, to: &Respondent) -> Vec<HandsetText> {
        let shown =
            |sms: SimulatedSms| HandsetText { message_id: sms.message_id, from: sms.from, text: sms.text, receipt_url: sms.receipt_url };
        self.sent_to(to).into_iter().map(shown).collect()
    }

    fn calls(&self, to: &Respondent) -> Vec<HandsetCall> {
        let shown = |SimulatedCall { call_id, call }: SimulatedCall| HandsetCall {
            call_id,
            from: call.from,
            page_url: call.page_url,
            status_url: call.status_url,
            ring_seconds: call.ring.as_secs(),
        };
        self.outbox.calls_to(to).into_iter().map(shown).collect()
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;

    use super::*;

    fn verify(secret: Option<&str>, body: &[u8], signature: Option<&str>) -> Result<Content, Refusal> {
        let mut headers = HeaderMap::new();
        if let Some(signature) = signature {
            headers.insert(SIGNATURE, signature.parse().expect("a value"));
        }
        Simulator::new(secret).verify(&RawRequest {
            method: "POST",
            public_base: "http://h.example.com",
            target: "/hooks/simulator/sms?queue=a",
            headers: &headers,
            body,
            peer: [127, 0, 0, 1].into(),
        })
    }

    #[test]
    fn without_a_secret_nothing_is_verified() {
        assert_eq!(verify(None, b"text=5", Some("00")), Err(Refusal::Missing));
        assert_eq!(verify(Some(""), b"text=5", Some("00")), Err(Refusal::Missing));
    }

    #[test]
    fn with_a_secret_the_body_proves_itself() {
        // RFC 4231, test case 2.
        let tag = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        let content = verify(Some("Jefe"), b"what do ya want for nothing?", Some(tag)).expect("content");
        assert_eq!(content.pairs, [("what do ya want for nothing?".to_owned(), String::new())]);
        assert_eq!(content.query, [("queue".to_owned(), "a".to_owned())]);
        assert_eq!(verify(Some("Jefe"), b"what do ya want for nothing!", Some(tag)), Err(Refusal::Wrong));
        assert_eq!(verify(Some("Jeff"), b"what do ya want for nothing?", Some(tag)), Err(Refusal::Wrong));
        assert_eq!(verify(Some("Jefe"), b"", Some("zz")), Err(Refusal::Wrong));
        assert_eq!(verify(Some("Jefe"), b"", None), Err(Refusal::Missing));
    }

    #[test]
    fn a_sent_message_is_accepted_and_can_be_read() {
        let simulator = Simulator::new(None);
        let to = Respondent::parse("+14155550123").expect("a number");
        let message =
            Sms { to: to.clone(), from: None, text: "How was it?".to_owned(), receipt_url: String::new(), task_id: "t1".to_owned() };
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let sent = runtime.block_on(simulator.send(&message));
        assert_eq!(sent, Sent::Accepted { message_id: "SM-t1-1".to_owned() });
        assert_eq!(simulator.sent_to(&to).len(), 1);
        assert_eq!((simulator.take_new().len(), simulator.take_new().len(), simulator.sent_to(&to).len()), (1, 0, 1));
    }
}
