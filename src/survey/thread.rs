//! Which session does a text belong to? (Design section 6.)

use std::time::Duration;

use super::answer::{self, Reading};
use super::model::{Channel, Survey};
use super::session::{Disposition, Session};
use crate::call::Moment;

/// The session that a text belongs to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Belongs<'a> {
    /// To this one.
    To(&'a Session),
    /// It fits two open ones equally.
    Ambiguous,
    /// The newest session on the thread is too old for answers.
    Expired,
    /// Nobody was asked on this thread.
    NoSession,
}

/// What the choice is made from.
pub struct Thread<'a, F: Fn(&Session) -> Option<&'a Survey>> {
    /// The respondent's sessions, newest first.
    pub sessions: &'a [Session],
    /// Our number that the text came in on.
    pub line: &'a str,
    /// The definition that a session runs.
    pub survey_of: F,
    /// Questions sent within this time of each other can be confused.
    pub ambiguity: Duration,
    /// Now.
    pub now: Moment,
}

impl<'a, F: Fn(&Session) -> Option<&'a Survey>> Thread<'a, F> {
    /// The newest question still open takes the text; if it does not fit there but fits the one other, that one; else the newest
    /// session that ended and still takes late answers or afterwords.
    pub fn belongs(&self, text: &str) -> Belongs<'a> {
        let on_line = |session: &&Session| session.line.as_deref().is_none_or(|line| line == self.line);
        let mut open: Vec<&Session> = self.sessions.iter().filter(on_line).filter(|session| session.is_open()).collect();
        open.sort_by_key(|session| std::cmp::Reverse(asked_at(session)));
        match open.as_slice() {
            [] => self.ended(),
            [only] => Belongs::To(only),
            [newest, others @ ..] => self.among(newest, others, text),
        }
    }

    fn among(&self, newest: &'a Session, others: &[&'a Session], text: &str) -> Belongs<'a> {
        let mut fitting = others.iter().filter(|session| self.fits(session, text));
        let other = fitting.next();
        match (self.fits(newest, text), other) {
            (true, Some(other)) if self.close_together(newest, other) => Belongs::Ambiguous,
            (false, Some(other)) if fitting.next().is_none() => Belongs::To(other),
            (false, Some(_)) => Belongs::Ambiguous,
            _ => Belongs::To(newest),
        }
    }

    fn ended(&self) -> Belongs<'a> {
        let mut takes_more = self.sessions.iter().filter(|session| session.line.as_deref().is_none_or(|line| line == self.line));
        match takes_more.next() {
            None => Belongs::NoSession,
            Some(newest) if self.now > newest.late_until => Belongs::Expired,
            Some(newest) if newest.disposition() == Some(Disposition::OptedOut) => Belongs::NoSession,
            Some(newest) if newest.invited_at.is_none() && newest.asking().is_none() => Belongs::NoSession,
            Some(newest) => Belongs::To(newest),
        }
    }

    fn fits(&self, session: &Session, text: &str) -> bool {
        let question = (self.survey_of)(session).and_then(|survey| session.asking().and_then(|asking| survey.question(&asking.question)));
        let reading = question.map(|question| (answer::read_text(question, &session.locale, text), question.kind.is_open()));
        matches!(reading, Some((Reading::Answer { .. }, _) | (Reading::Comment(_), true)))
    }

    fn close_together(&self, one: &Session, other: &Session) -> bool {
        let (one, other) = (asked_at(one), asked_at(other));
        one.max(other).minus(self.ambiguity) <= one.min(other)
    }
}

/// When the open question was put; a message that has yet to leave cannot be what the text answers, so it comes last.
fn asked_at(session: &Session) -> Moment {
    let asked = session.asking().and_then(|asking| asking.asked_at);
    match session.channel {
        Channel::Sms => asked.unwrap_or_default(),
        // A text on a thread whose session runs on the phone answers an earlier message, if any.
        Channel::Ivr | Channel::Call => Moment::default(),
    }
}
