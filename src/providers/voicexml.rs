//! VoiceXML: the enterprise IVR platforms (Cisco, Genesys, Avaya, Nuance …) that fetch pages over HTTP. They sign nothing and keep no
//! cookies, so the operator's flow carries a secret in its address and each page's addresses carry a proof of their own.

use self::door::Door;
use super::form;
use crate::call::Moment;
use crate::ivr::voicexml::{self, Look};
use crate::ivr::{Document, Page, Turn};
use crate::ports::Pending;
use crate::ports::provider::{AccountName, Content, Hook, Inbound, Malformed, Provider, RawRequest, Refusal, Sent, Sms};

mod door;
mod inbound;

/// How one platform speaks with us. Holds secrets, so it has no `Debug`.
pub struct VoiceXmlSettings {
    /// Each opens the door as `key` in the address of the operator's flow, so that they can be rotated; the first one proves the addresses
    /// of our own pages. None where the platform is known by its network addresses alone.
    pub secrets: Vec<String>,
    /// What pages are announced as, normally [`voicexml::MEDIA_TYPE`].
    pub content_type: &'static str,
    /// Where recordings are kept, without a slash at its end: each is posted as a multipart form to an address of its own below this one.
    /// Without it spoken comments are left out.
    pub recordings: Option<String>,
}

/// The dialect of VoiceXML platforms.
pub struct VoiceXml {
    door: Door,
    content_type: &'static str,
    recordings: Option<String>,
}

impl VoiceXml {
    /// For one account.
    #[must_use]
    pub fn new(settings: VoiceXmlSettings) -> Self {
        let VoiceXmlSettings { secrets, content_type, recordings } = settings;
        Self { door: Door::new(&secrets), content_type, recordings }
    }

    /// The page with addresses that prove themselves.
    fn with_proof(&self, page: &Page) -> Page {
        let mut page = page.clone();
        match &mut page.then {
            Turn::Ask(ask) => ask.action = self.door.prove(&ask.action),
            Turn::Record { action, .. } => *action = self.door.prove(action),
            Turn::End { .. } => {}
        }
        page
    }

    /// Where the recording of this page is kept; nobody can guess it who has not seen the page.
    fn keep(&self, page: &Page) -> Option<String> {
        let (Some(recordings), Turn::Record { ready, .. }) = (&self.recordings, &page.then) else { return None };
        Some(format!("{recordings}/{}.wav", door::name_of(ready)))
    }
}

impl Provider for VoiceXml {
    fn verify(&self, request: &RawRequest<'_>) -> Result<Content, Refusal> {
        self.door.check(request.target)?;
        self.read_unsigned(request).map_err(|_| Refusal::Unreadable)
    }

    fn read_unsigned(&self, request: &RawRequest<'_>) -> Result<Content, Malformed> {
        form::content(request).map(door::without_proof)
    }

    fn parse(&self, hook: Hook, content: &Content, account: &AccountName, now: Moment) -> Result<Inbound, Malformed> {
        match hook {
            Hook::Call => inbound::ended(content, account, now),
            Hook::Voice => inbound::entered(content, account, now),
            Hook::Answer => Ok(inbound::answered(content)),
            Hook::Recording | Hook::Sms | Hook::Receipt => Ok(Inbound::Nothing),
        }
    }

    fn render_page(&self, page: &Page) -> Document {
        let keep = self.keep(page);
        voicexml::render(&self.with_proof(page), Look { content_type: self.content_type, keep: keep.as_deref() })
    }

    fn ask_who_calls(&self, address: &str, call_id: &str) -> Option<Document> {
        let address = self.door.prove(&door::address_for(address, call_id));
        Some(voicexml::who_calls(&address, self.content_type))
    }

    fn render_reply(&self, _text: Option<&str>) -> Document {
        Document { content_type: "text/plain; charset=utf-8", body: String::new() }
    }

    fn answers_itself(&self, _text: &str) -> bool {
        false
    }

    fn send<'a>(&'a self, _message: &'a Sms) -> Pending<'a, Sent> {
        Box::pin(std::future::ready(Sent::Rejected { code: "no_messages".to_owned(), opted_out: false }))
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;

    use super::*;

    const ASKED: &str = "https://h.example.com/after/hooks/ivr/voice/T?q=score&try=0";

    fn provider(secrets: &[&str]) -> VoiceXml {
        VoiceXml::new(VoiceXmlSettings {
            secrets: secrets.iter().map(|secret| (*secret).to_owned()).collect(),
            content_type: voicexml::MEDIA_TYPE,
            recordings: Some("https://keep.example.com/calls".to_owned()),
        })
    }

    fn verify(provider: &VoiceXml, target: &str) -> Result<Content, Refusal> {
        let headers = HeaderMap::new();
        let (method, public_base, peer) = ("POST", "http://h.example.com", [127, 0, 0, 1].into());
        provider.verify(&RawRequest { method, public_base, target, headers: &headers, body: b"keys=5&key=x&mac=y", peer })
    }

    #[test]
    fn a_flow_opens_the_door_with_the_secret_in_its_address() {
        let provider = provider(&["new secret", "old secret"]);
        for key in ["new%20secret", "old+secret"] {
            let content = verify(&provider, &format!("/hooks/ivr/voice?key={key}&queue=a")).expect("content");
            assert_eq!(content.query, [("queue".to_owned(), "a".to_owned())], "a secret goes no further");
            assert_eq!(content.pairs, [("keys".to_owned(), "5".to_owned())]);
        }
        for (query, refusal) in [
            ("", Refusal::Missing),
            ("?queue=a", Refusal::Missing),
            ("?key=", Refusal::Wrong),
            ("?key=other", Refusal::Wrong),
            ("?key=new%20secret&key=other", Refusal::Wrong),
            ("?key=new%20secret&mac=AAAA", Refusal::Wrong),
        ] {
            assert_eq!(verify(&provider, &format!("/hooks/ivr/voice{query}")), Err(refusal), "{query}");
        }
        assert_eq!(verify(&self::provider(&[]), "/hooks/ivr/voice?key="), Err(Refusal::Missing));
        assert_eq!(verify(&self::provider(&[""]), "/hooks/ivr/voice?key="), Err(Refusal::Missing));
    }

    #[test]
    fn an_address_of_ours_proves_itself_and_no_other() {
        let provider = provider(&["secret"]);
        let proved = provider.door.prove(ASKED);
        let target = proved.strip_prefix("https://h.example.com/after").expect("the same address");
        let content = verify(&provider, target).expect("content");
        assert_eq!(content.query, [("q", "score"), ("try", "0")].map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert!(verify(&provider, &format!("/after{target}")).is_ok(), "a proxy may leave its own path or take it away");
        assert!(verify(&provider, &format!("{target}&event=hangup")).is_ok(), "a platform may add to the query");
        for forged in [target.replace("try=0", "try=1"), target.replace("/T?", "/U?"), format!("{}A", &target[..target.len() - 1])] {
            assert_eq!(verify(&provider, &forged), Err(Refusal::Wrong), "{forged}");
        }
        assert!(verify(&self::provider(&["new", "secret"]), target).is_ok() && verify(&self::provider(&["new"]), target).is_err());
        assert_eq!(self::provider(&[]).door.prove(ASKED), ASKED);
    }

    #[test]
    fn pages_show_proofs_and_never_the_secret() {
        let provider = provider(&["secret"]);
        let then = Turn::Record { say: "Speak.".to_owned(), action: ASKED.to_owned(), ready: ASKED.to_owned(), most_seconds: 60 };
        let page = Page { locale: "en".to_owned(), lead: Vec::new(), then };
        let body = provider.render_page(&page).body;
        assert!(body.contains("&amp;mac=") && !body.contains("secret"), "{body}");
        let name = "https://keep.example.com/calls/";
        assert!(body.contains(name), "{body}");
        assert_eq!(body, provider.render_page(&page).body, "a repeated post gets the same page");
    }
}
