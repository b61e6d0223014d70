//! A caller on the phone who has come further than the stored session: what brought them there another gateway took, which could not
//! reach the store and still keeps it.

use super::record::{Heard, Meaning};
use super::{Turn, answer};
use crate::call::Moment;
use crate::survey::model::{Question, Survey, Value};
use crate::survey::session::{Asking, Session, State};

/// How far a caller has come, by an address that we signed.
#[derive(Debug, Clone)]
pub struct Way<'a> {
    /// The question that is open there.
    pub asking: Asking,
    /// The answers to earlier questions, by their place in the survey; `None` for one that was declined.
    pub answers: &'a [(u8, Option<Value>)],
}

/// The session as it will be when what is kept elsewhere has arrived; `None` where it is not behind. Its version stays: the step that
/// follows makes the next one.
#[must_use]
pub fn catch_up(session: &Session, survey: &Survey, way: Way<'_>, now: Moment) -> Option<Session> {
    let State::Open { asking: here } = &session.state else { return None };
    let place = |asking: &Asking| (survey.questions.iter().position(|question| question.id == asking.question), asking.attempt);
    if !session.channel.is_voice() || place(&way.asking) <= place(here) {
        return None;
    }
    let mut turn = Turn { survey, now, session: session.clone() };
    turn.picks_up();
    for (at, value) in way.answers {
        if let Some(question) = survey.questions.get(usize::from(*at))
            && turn.session.answer(&question.id).is_none()
        {
            turn.catch(&question.shown_in(&session.id), value.as_ref());
        }
    }
    turn.put(way.asking);
    Some(turn.session)
}

impl Turn<'_> {
    fn catch(&mut self, question: &Question, value: Option<&Value>) {
        let (raw, meaning) = match value {
            Some(value) => (key_of(question, value), Meaning::Value(value.clone(), None)),
            None => (question.manner.refuse.clone().unwrap_or_default(), Meaning::Refused),
        };
        self.record(question, Heard { channel: self.voice(), raw, meaning });
    }
}

/// The key that says so.
fn key_of(question: &Question, value: &Value) -> String {
    let says = |key: &String| answer::read_keys(question, key).as_ref() == Some(value);
    answer::keys(question).into_iter().find(says).unwrap_or_default()
}
