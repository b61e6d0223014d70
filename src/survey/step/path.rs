//! The way through a questionnaire, given what has been answered.

use crate::survey::condition::Known;
use crate::survey::model::{Channel, Kind, Question, Survey, Target};
use crate::survey::session::Session;

/// The next question to ask behind that one on a channel; questions that are answered, have no text there or are not for this call
/// are passed.
pub fn behind<'a>(survey: &'a Survey, session: &Session, id: &str, channel: Channel) -> Option<&'a Question> {
    let from = survey.questions.iter().position(|question| question.id == id)?;
    let next = follow(survey, &Known { session, channel }, from)?;
    from_here(survey, &Known { session, channel }, next)
}

/// The first question on the way that is not answered and can be asked on the channel.
pub fn first_open<'a>(survey: &'a Survey, session: &Session, channel: Channel) -> Option<&'a Question> {
    from_here(survey, &Known { session, channel }, 0)
}

/// The question that a survey opens with on a channel, whatever has been answered since.
#[must_use]
pub fn opening_question<'a>(survey: &'a Survey, session: &Session, channel: Channel) -> Option<&'a Question> {
    first_open(survey, &Session { answers: Vec::new(), ..session.clone() }, channel)
}

/// Whether a required question on the way that can be asked on the channel is not answered.
pub fn missing(survey: &Survey, session: &Session, channel: Channel) -> bool {
    let known = Known { session, channel };
    let mut at = Some(0);
    while let Some(here) = at {
        let Some(question) = survey.questions.get(here) else { return false };
        if !question.optional && can_ask(question, &known) && session.answer(&question.id).is_none() {
            return true;
        }
        at = follow(survey, &known, here);
    }
    false
}

fn from_here<'a>(survey: &'a Survey, known: &Known<'_>, start: usize) -> Option<&'a Question> {
    let mut at = start;
    loop {
        let question = survey.questions.get(at)?;
        if known.session.answer(&question.id).is_none() && can_ask(question, known) {
            return Some(question);
        }
        at = follow(survey, known, at)?;
    }
}

/// The place in the file that follows; always a later one, so every way ends.
fn follow(survey: &Survey, known: &Known<'_>, from: usize) -> Option<usize> {
    let question = survey.questions.get(from)?;
    let branch = question.next.iter().find(|branch| known.all_hold(&branch.when));
    match branch.map(|branch| &branch.goto) {
        None => Some(from + 1),
        Some(Target::End) => None,
        Some(Target::Question(id)) => survey.questions.iter().position(|q| q.id == *id).filter(|to| *to > from),
    }
}

/// A question without text on the channel is left out there, and so is one that is not for this call. On the phone a comment can only
/// be recorded.
fn can_ask(question: &Question, known: &Known<'_>) -> bool {
    let said = !question.said.on(known.channel).is_empty();
    let written = known.channel.is_voice() || !matches!(question.kind, Kind::Voice) || !question.said.sms.is_empty();
    said && written && known.all_hold(&question.manner.ask_when)
}
