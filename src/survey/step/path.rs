//! The way through a questionnaire, given what has been answered.

use crate::survey::model::{Channel, Kind, Question, Survey, Target};
use crate::survey::session::Session;

/// The next question to ask behind that one on a channel; questions that are answered or have no text there are passed.
pub fn behind<'a>(survey: &'a Survey, session: &Session, id: &str, channel: Channel) -> Option<&'a Question> {
    let from = survey.questions.iter().position(|question| question.id == id)?;
    let next = follow(survey, session, from)?;
    from_here(survey, session, next, channel)
}

/// The first question on the way that is not answered and can be asked on the channel.
pub fn first_open<'a>(survey: &'a Survey, session: &Session, channel: Channel) -> Option<&'a Question> {
    from_here(survey, session, 0, channel)
}

/// Whether a required question on the way that can be asked on the channel is not answered.
pub fn missing(survey: &Survey, session: &Session, channel: Channel) -> bool {
    let mut at = Some(0);
    while let Some(here) = at {
        let Some(question) = survey.questions.get(here) else { return false };
        if !question.optional && can_ask(question, channel) && session.answer(&question.id).is_none() {
            return true;
        }
        at = follow(survey, session, here);
    }
    false
}

fn from_here<'a>(survey: &'a Survey, session: &Session, start: usize, channel: Channel) -> Option<&'a Question> {
    let mut at = start;
    loop {
        let question = survey.questions.get(at)?;
        if session.answer(&question.id).is_none() && can_ask(question, channel) {
            return Some(question);
        }
        at = follow(survey, session, at)?;
    }
}

/// The place in the file that follows; always a later one, so every way ends.
fn follow(survey: &Survey, session: &Session, from: usize) -> Option<usize> {
    let question = survey.questions.get(from)?;
    let holds = |id: &str, matcher: &crate::survey::model::Matcher| {
        session.answer(id).and_then(|answer| answer.value.as_ref()).is_some_and(|value| matcher.fits(value))
    };
    let branch = question.next.iter().find(|branch| branch.when.iter().all(|(id, matcher)| holds(id, matcher)));
    match branch.map(|branch| &branch.goto) {
        None => Some(from + 1),
        Some(Target::End) => None,
        Some(Target::Question(id)) => survey.questions.iter().position(|q| q.id == *id).filter(|to| *to > from),
    }
}

/// A question without text on the channel is left out there. On the phone a comment can only be recorded.
fn can_ask(question: &Question, channel: Channel) -> bool {
    !question.said.on(channel).is_empty() && (channel.is_voice() || !matches!(question.kind, Kind::Voice) || !question.said.sms.is_empty())
}
