//! Voice tokens: which session an address on the phone belongs to and how far the caller had come there, under a MAC.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::hmac;

pub use trip::Trip;

mod trip;

/// First byte of a token that names a session and no more, where the store is never away.
const BARE: u8 = 1;
/// First byte of a token that also carries the way so far; read, no longer written.
const WITH_LEAN_TRIP: u8 = 2;
/// First byte of a token that carries the way so far and what the survey looks at.
const WITH_TRIP: u8 = 3;
const ID: usize = 16;
const MAC: usize = 12;
/// Longest token in bytes: a way of fifty named answers, and facts.
const LONGEST: usize = 1800;

/// What a token says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// The session.
    pub session_id: String,
    /// The way so far.
    pub trip: Option<Trip>,
}

/// The token of a session at an account, as URL-safe base64. `None` if the id is no UUID.
pub fn sign(secret: &hmac::Key, account: &str, ticket: (&str, Option<&Trip>)) -> Option<String> {
    let (session_id, trip) = ticket;
    let id = uuid::Uuid::parse_str(session_id).ok()?;
    let mut token = vec![if trip.is_some() { WITH_TRIP } else { BARE }];
    token.extend(id.as_bytes());
    if let Some(trip) = trip {
        trip.write(&mut token);
    }
    let mac = mac(secret, account, &token);
    token.extend(&mac.as_ref()[..MAC]);
    Some(URL_SAFE_NO_PAD.encode(token))
}

/// What a token says; `None` for anything that we did not sign for this account. Constant time.
pub fn verify(secret: &hmac::Key, account: &str, token: &str) -> Option<Ticket> {
    if token.len() > LONGEST * 4 / 3 {
        return None;
    }
    let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
    let (head, given) = bytes.split_at_checked(bytes.len().checked_sub(MAC)?)?;
    let expected = mac(secret, account, head);
    let differing = expected.as_ref()[..MAC].iter().zip(given).fold(0, |sum, (a, b)| sum | (a ^ b));
    if std::hint::black_box(differing) != 0 || head.len() < 1 + ID {
        return None;
    }
    let (layout, rest) = head.split_first()?;
    let (id, rest) = rest.split_at_checked(ID)?;
    let session_id = uuid::Uuid::from_slice(id).ok()?.to_string();
    match *layout {
        BARE if rest.is_empty() => Some(Ticket { session_id, trip: None }),
        WITH_TRIP | WITH_LEAN_TRIP => Some(Ticket { session_id, trip: Some(Trip::read(rest, *layout == WITH_LEAN_TRIP)?) }),
        _ => None,
    }
}

fn mac(secret: &hmac::Key, account: &str, head: &[u8]) -> hmac::Tag {
    let mut context = hmac::Context::with_key(secret);
    context.update(b"aftercall voice token\0");
    context.update(account.as_bytes());
    context.update(b"\0");
    context.update(head);
    context.sign()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::call::Moment;
    use crate::survey::model::{Locale, Subject, Value};

    const SESSION: &str = "01936f00-0000-7000-8000-000000000001";

    fn trip() -> Trip {
        Trip {
            survey: "00ab12cd".to_owned(),
            locale: Locale::parse("zh-CN").expect("a locale"),
            silences: 1,
            invalids: 2,
            since: Some(Moment::from_millis(1_700_000_000_000)),
            facts: vec![(Subject::Agent, "alice".to_owned()), (Subject::Attribute("tier".to_owned()), "vip".to_owned())],
            answers: vec![(0, Some(Value::Number(-5))), (2, None), (3, Some(Value::Name("服务态度".to_owned())))],
        }
    }

    #[test]
    fn facts_that_are_too_long_are_left_out_and_the_token_still_opens() {
        let key = hmac::Key::new(hmac::HMAC_SHA256, b"secret");
        let fact = |at: usize| (Subject::Attribute(format!("key{at}")), "é".repeat(200));
        let long = Trip { facts: (0..20).map(fact).chain([(Subject::Queue, "support".to_owned())]).collect(), ..trip() };
        let token = sign(&key, "main", (SESSION, Some(&long))).expect("a token");
        let read = verify(&key, "main", &token).and_then(|ticket| ticket.trip).expect("a trip");
        assert_eq!((read.facts.len(), read.facts[0].1.len()), (3, 254));
        assert_eq!(read.facts.last(), Some(&(Subject::Queue, "support".to_owned())));
        assert_eq!(read.answers, long.answers);
    }

    #[test]
    fn a_token_of_the_layout_before_is_read() {
        let key = hmac::Key::new(hmac::HMAC_SHA256, b"secret");
        let mut head = vec![WITH_LEAN_TRIP];
        head.extend(uuid::Uuid::parse_str(SESSION).expect("an id").as_bytes());
        head.extend([0, 0xab, 0x12, 0xcd, 2, b'e', b'n', 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 1, 1, b'x']);
        head.extend(&mac(&key, "main", &head).as_ref()[..MAC]);
        let trip = verify(&key, "main", &URL_SAFE_NO_PAD.encode(head)).and_then(|ticket| ticket.trip).expect("a trip");
        assert_eq!((trip.silences, trip.invalids, trip.since, trip.facts.len()), (1, 2, None, 0));
        assert_eq!(trip.answers, [(0, Some(Value::Number(5))), (1, Some(Value::Name("x".to_owned())))]);
    }

    #[test]
    fn a_token_opens_only_with_its_secret_and_account_and_unchanged() {
        let key = hmac::Key::new(hmac::HMAC_SHA256, b"secret");
        for trip in [None, Some(trip())] {
            let token = sign(&key, "main", (SESSION, trip.as_ref())).expect("a token");
            assert_eq!(verify(&key, "main", &token), Some(Ticket { session_id: SESSION.to_owned(), trip }));
            assert_eq!(verify(&key, "other", &token), None);
            assert_eq!(verify(&hmac::Key::new(hmac::HMAC_SHA256, b"other"), "main", &token), None);
            for at in 0..token.len() {
                let mut changed: Vec<char> = token.chars().collect();
                changed[at] = if changed[at] == 'A' { 'B' } else { 'A' };
                assert_eq!(verify(&key, "main", &changed.into_iter().collect::<String>()), None, "{at}");
                assert_eq!(verify(&key, "main", &token[..at]), None, "{at}");
            }
        }
        for token in ["", "x", "ü", &"A".repeat(5000)] {
            assert_eq!(verify(&key, "main", token), None);
        }
    }
}
