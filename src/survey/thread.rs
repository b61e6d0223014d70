//! Which session does a text belong to? (Design section 6.)

use std::time::Duration;

use super::answer::{self, Reading};
use super::model::{Channel, Survey};
use super::session::{Disposition, Prompt, Session};
use crate::call::Moment;

/// The session that a text belongs to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Belongs<'a> {
    /// To this one.
    To(&'a Session),
    /// It fits two open ones equally. The caller is asked which one is meant, once: the newest of them keeps that in mind. `None` if that
    /// was asked before, or cannot be answered by naming one of the last two.
    Ambiguous(Option<&'a Session>),
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
        let open = self.open();
        match open.as_slice() {
            [] => self.ended(),
            [only] => Belongs::To(only),
            [newest, others @ ..] => self.among(newest, others, text),
        }
    }

    /// The session and the answer of a reply to "which call?": `A 5` is about the later call, `B 5` about the one before, whatever was
    /// asked last.
    pub fn named<'t>(&self, text: &'t str) -> Option<(&'a Session, &'t str)> {
        let text = text.trim_start();
        let place = match text.chars().next()? {
            'A' | 'a' | 'Ａ' | 'ａ' => 0,
            'B' | 'b' | 'Ｂ' | 'ｂ' => 1,
            _ => return None,
        };
        let behind = text.chars().next().map_or(0, char::len_utf8);
        if text[behind..].starts_with(is_latin) {
            // A word, not a letter: "Both were great".
            return None;
        }
        let answer =
            text[behind..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '.' | ',' | ')' | '-' | '：' | '，'));
        let waiting: Vec<&Session> = self.waiting().collect();
        let session = waiting.get(place).filter(|session| waiting.len() > 1 && self.fits(session, answer))?;
        Some((session, answer))
    }

    /// Sessions that wait for an answer on this line, of the latest call first.
    fn waiting(&self) -> impl Iterator<Item = &'a Session> {
        self.sessions.iter().filter(|session| self.is_on_line(session) && session.is_open() && self.can_be_answered(session))
    }

    /// The same, the one asked last first.
    fn open(&self) -> Vec<&'a Session> {
        let mut open: Vec<&Session> = self.waiting().collect();
        open.sort_by_key(|session| std::cmp::Reverse(asked_at(session)));
        open
    }

    fn among(&self, newest: &'a Session, others: &[&'a Session], text: &str) -> Belongs<'a> {
        let mut fitting = others.iter().filter(|session| self.fits(session, text));
        let other = fitting.next();
        match (self.fits(newest, text), other) {
            (true, Some(other)) if self.close_together(newest, other) => Belongs::Ambiguous((!asked_which(newest)).then_some(newest)),
            (false, Some(other)) if fitting.next().is_none() => Belongs::To(other),
            (false, Some(_)) => Belongs::Ambiguous(None),
            _ => Belongs::To(newest),
        }
    }

    /// The newest that was asked and has ended; one whose first question has yet to leave stands in nobody's way.
    fn ended(&self) -> Belongs<'a> {
        let asked = |session: &&Session| session.invited_at.is_some() || session.asking().is_some();
        let ended = self.sessions.iter().filter(|session| self.is_on_line(session) && !session.is_open());
        match ended.clone().find(asked).or_else(|| ended.clone().next()) {
            None => Belongs::NoSession,
            Some(newest) if self.now > newest.late_until => Belongs::Expired,
            Some(newest) if newest.disposition() == Some(Disposition::OptedOut) || !asked(&newest) => Belongs::NoSession,
            Some(newest) => Belongs::To(newest),
        }
    }

    fn is_on_line(&self, session: &Session) -> bool {
        session.line.as_deref().is_none_or(|line| line == self.line)
    }

    /// A message that is to leave later cannot have been read; one that leaves about now may have, whatever the store knows of it.
    fn can_be_answered(&self, session: &Session) -> bool {
        let asked = session.asking().is_some_and(|asking| asking.asked_at.is_some());
        asked || session.invited_at.is_some() || session.send_at.is_none_or(|at| at <= self.now)
    }

    fn fits(&self, session: &Session, text: &str) -> bool {
        let question = (self.survey_of)(session).and_then(|survey| session.asking().and_then(|asking| survey.question(&asking.question)));
        let reading =
            question.map(|question| (answer::read_text(&question.shown_in(&session.id), &session.locale, text), question.kind.is_open()));
        matches!(reading, Some((Reading::Answer { .. }, _) | (Reading::Comment(_), true)))
    }

    fn close_together(&self, one: &Session, other: &Session) -> bool {
        let (one, other) = (asked_at(one), asked_at(other));
        one.max(other).minus(self.ambiguity) <= one.min(other)
    }
}

/// Whether its caller was asked which call is meant since the open question was put.
fn asked_which(session: &Session) -> bool {
    session.exchanges.iter().any(|exchange| exchange.prompt == Prompt::WhichCall && exchange.at >= asked_at(session))
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && c < '\u{250}'
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
