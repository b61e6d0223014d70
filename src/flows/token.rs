//! Voice tokens: which session an address on the phone belongs to and how far the caller had come there, under a MAC.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::hmac;

use crate::survey::model::{Locale, Survey, Value};
use crate::survey::session::Session;

/// First byte of a token that names a session and no more, where the store is never away.
const BARE: u8 = 1;
/// First byte of a token that also carries the way so far.
const WITH_TRIP: u8 = 2;
const ID: usize = 16;
const MAC: usize = 12;
/// Longest token in bytes: a way of fifty named answers.
const LONGEST: usize = 1200;

/// What a token says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// The session.
    pub session_id: String,
    /// The way so far.
    pub trip: Option<Trip>,
}

/// How far a caller had come when an address was made: enough to compute the next prompt without the store (promise P10).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trip {
    /// Beginning of the definition's digest, 8 hex digits.
    pub survey: String,
    /// The language of the survey.
    pub locale: Locale,
    /// Times that no key came to the question that is open.
    pub silences: u8,
    /// Times that a wrong one came.
    pub invalids: u8,
    /// The answers to earlier questions, by their place in the survey.
    pub answers: Vec<(u8, Value)>,
}

impl Trip {
    /// The way of a session up to one asking of a question; the same however often it is asked for.
    pub fn of(session: &Session, survey: &Survey, question: &str, attempt: u16) -> Self {
        let place = |id: &str| survey.questions.iter().position(|question| question.id == id).and_then(|at| u8::try_from(at).ok());
        let open = place(question);
        let answers = session.answers.iter().filter_map(|answer| Some((place(&answer.question)?, answer.value.clone()?)));
        let asking = session.asking().filter(|asking| asking.question == question && asking.attempt == attempt);
        let heard = |reading| {
            let of_question = session.exchanges.iter().filter(|e| e.channel.is_voice() && e.question.as_deref() == Some(question));
            u8::try_from(of_question.filter(|e| e.attempt < attempt && e.reading == reading).count()).unwrap_or(u8::MAX)
        };
        use crate::survey::session::Read;
        Self {
            survey: survey.key.digest.chars().take(8).collect(),
            locale: session.locale.clone(),
            silences: asking.map_or_else(|| heard(Read::Silence), |asking| asking.silences),
            invalids: asking.map_or_else(|| heard(Read::Invalid), |asking| asking.invalids),
            answers: answers.filter(|(at, _)| Some(*at) < open).collect(),
        }
    }

    fn write(&self, to: &mut Vec<u8>) {
        to.extend(u32::from_str_radix(&self.survey, 16).unwrap_or(0).to_be_bytes());
        let tag = self.locale.tag().as_bytes();
        to.push(tag.len().min(usize::from(u8::MAX)) as u8);
        to.extend(tag.iter().take(usize::from(u8::MAX)));
        to.extend([self.silences, self.invalids]);
        for (at, value) in &self.answers {
            to.push(*at);
            match value {
                Value::Number(number) => {
                    to.push(0);
                    to.extend(number.to_be_bytes());
                }
                Value::Name(name) => {
                    let name = &name.as_bytes()[..name.len().min(usize::from(u8::MAX))];
                    to.push(name.len().max(1) as u8);
                    to.extend(name);
                }
            }
        }
    }

    fn read(mut from: &[u8]) -> Option<Self> {
        let mut take = |most: usize| {
            let (taken, rest) = from.split_at_checked(most)?;
            from = rest;
            Some(taken)
        };
        let survey = u32::from_be_bytes(take(4)?.try_into().ok()?);
        let tag = usize::from(*take(1)?.first()?);
        let locale = Locale::parse(std::str::from_utf8(take(tag)?).ok()?)?;
        let [silences, invalids] = take(2)?.try_into().ok()?;
        let mut answers = Vec::new();
        while let Some([at]) = take(1) {
            let value = match take(1)?.first()? {
                0 => Value::Number(i64::from_be_bytes(take(8)?.try_into().ok()?)),
                length => Value::Name(String::from_utf8(take(usize::from(*length))?.to_vec()).ok()?),
            };
            answers.push((*at, value));
        }
        Some(Self { survey: format!("{survey:08x}"), locale, silences, invalids, answers })
    }
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
        WITH_TRIP => Some(Ticket { session_id, trip: Some(Trip::read(rest)?) }),
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

    const SESSION: &str = "01936f00-0000-7000-8000-000000000001";

    fn trip() -> Trip {
        Trip {
            survey: "00ab12cd".to_owned(),
            locale: Locale::parse("zh-CN").expect("a locale"),
            silences: 1,
            invalids: 2,
            answers: vec![(0, Value::Number(-5)), (3, Value::Name("服务态度".to_owned()))],
        }
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
