//! The survey on the phone.

use super::change::{Course, TRIES, derived_id};
use super::token::{Ticket, Trip};
use super::{FlowError, Flows, KeyPress, Outcome, VoiceAnswer, VoiceComment, call_ended, token};
use crate::call::Partition;
use crate::ivr::Page;
use crate::ports::account::Account;
use crate::ports::provider::CallReport;
use crate::ports::report::{Fact, Unmatched, UnmatchedReason};
use crate::ports::store::{Change, Committed, KnownCall, Mark, SessionKey};
use crate::survey::model::Locale;
use crate::survey::session::{Asking, Session};
use crate::survey::step::{Input, Step, Way, catch_up, step};
use crate::survey::wording;

pub async fn enter(flows: &Flows, account: &Account, report: CallReport) -> Result<VoiceAnswer, FlowError> {
    for _ in 0..TRIES {
        let KnownCall { id, session, dossier } = flows.known_call(&report.call).await?;
        let answer = match session {
            Some(session) => flows.voice_step(session, &Input::Enter).await?,
            None => call_ended::first(flows, account, &report, (id, &dossier)).await?.map(|answer| VoiceAnswer {
                outcome: answer.outcome,
                page: answer.page.unwrap_or_else(|| goodbye(report.call.language.as_deref())),
            }),
        };
        if let Some(answer) = answer {
            return Ok(answer);
        }
    }
    Err(FlowError::Contended)
}

pub async fn keys(flows: &Flows, account: &Account, press: KeyPress<'_>) -> Result<VoiceAnswer, FlowError> {
    let input = Input::Keys { question: press.question, attempt: press.attempt, digits: press.digits.as_deref() };
    on_a_page(flows, account, &press, &input).await
}

pub async fn line_down(flows: &Flows, account: &Account, press: KeyPress<'_>) -> Result<VoiceAnswer, FlowError> {
    on_a_page(flows, account, &press, &Input::LineDown).await
}

/// What happened while the page of an address was heard.
async fn on_a_page(flows: &Flows, account: &Account, press: &KeyPress<'_>, input: &Input<'_>) -> Result<VoiceAnswer, FlowError> {
    let Some(Ticket { session_id: id, trip }) = token::verify(&flows.secret, &account.name.name, press.token) else {
        return Ok(VoiceAnswer { outcome: Outcome::Ignored, page: goodbye(None) });
    };
    for _ in 0..TRIES {
        let Some(session) = flows.store.session(SessionKey::Id(&id)).await? else {
            return Ok(VoiceAnswer { outcome: Outcome::Ignored, page: goodbye(None) });
        };
        let session = match &trip {
            Some(trip) => flows.caught_up(session, trip, (press.question, press.attempt))?,
            None => session,
        };
        if let Some(answer) = flows.voice_step(session, input).await? {
            return Ok(answer);
        }
    }
    Err(FlowError::Contended)
}

pub async fn recording(flows: &Flows, account: &Account, comment: VoiceComment<'_>) -> Result<Outcome, FlowError> {
    let Some(Ticket { session_id: id, .. }) = token::verify(&flows.secret, &account.name.name, comment.token) else {
        return Ok(Outcome::Ignored);
    };
    let input = Input::Recording { question: comment.question, url: comment.url };
    for _ in 0..TRIES {
        let Some(session) = flows.store.session(SessionKey::Id(&id)).await? else { return Ok(Outcome::Ignored) };
        if let Some(answer) = flows.voice_step(session, &input).await? {
            return Ok(answer.outcome);
        }
    }
    Err(FlowError::Contended)
}

impl Flows {
    /// The session, no less far than the address says that its caller has come.
    fn caught_up(&self, session: Session, trip: &Trip, (question, attempt): (&str, u16)) -> Result<Session, FlowError> {
        let (now, rules) = (self.clock.now(), self.rulebook());
        if !session.survey.digest.starts_with(&trip.survey) {
            return Ok(session);
        }
        let asking = Asking { attempt, silences: trip.silences, invalids: trip.invalids, ..Asking::first(question, Some(now)) };
        let way = Way { asking, answers: &trip.answers };
        let caught_up = catch_up(&session, rules.pinned(&session.survey)?, way, now);
        Ok(caught_up.unwrap_or(session))
    }

    /// One step of a session on the phone; `None` if others changed it meanwhile.
    pub(super) async fn voice_step(&self, session: Session, input: &Input<'_>) -> Result<Option<VoiceAnswer>, FlowError> {
        let now = self.clock.now();
        let rules = self.rulebook();
        let survey = rules.pinned(&session.survey)?;
        match step(&session, survey, input, now) {
            Step::Repeated(prompt) => Ok(Some(VoiceAnswer { outcome: Outcome::Duplicate, page: self.page(&session, survey, &prompt) })),
            Step::Unused(prompt) => Ok(Some(VoiceAnswer { outcome: Outcome::Ignored, page: self.page(&session, survey, &prompt) })),
            Step::Foreign => self.keep_keys(&session, input).await.map(Some),
            Step::Next(after, prompt) => {
                let page = self.page(&after, survey, &prompt);
                let change = Course { flows: self, rules: &rules, survey, now }.change(Some(&session), *after);
                let done = self.commit(change).await? == Committed::Done;
                Ok(done.then_some(VoiceAnswer { outcome: Outcome::Accepted, page }))
            }
        }
    }

    /// Keys that belong to no open question are kept as an unmatched reply (promise P4).
    async fn keep_keys(&self, session: &Session, input: &Input<'_>) -> Result<VoiceAnswer, FlowError> {
        let page = goodbye(Some(session.locale.tag()));
        let (Input::Keys { question, attempt, digits: Some(digits) }, Some(respondent)) = (input, session.call.respondent.clone()) else {
            return Ok(VoiceAnswer { outcome: Outcome::Ignored, page });
        };
        let now = self.clock.now();
        let unmatched = Unmatched {
            id: derived_id(&["keys", &session.id, question, &attempt.to_string()]),
            tenant: session.call.tenant.clone(),
            account: session.call.account.clone(),
            line: session.line.clone(),
            respondent,
            text: digits.chars().take(32).collect(),
            received_at: now,
            reason: if now > session.late_until { UnmatchedReason::Expired } else { UnmatchedReason::NoSession },
        };
        let short: String = question.chars().take(64).collect();
        let mark = Mark { key: format!("keys:{}:{short}:{attempt}", session.id), reply: String::new() };
        let partition = Partition::of_id(&session.id);
        let change = Change { partition, mark: Some(mark), facts: vec![Fact::Unmatched(unmatched)], now, ..Change::default() };
        let outcome = if self.commit(change).await? == Committed::Done { Outcome::Accepted } else { Outcome::Duplicate };
        Ok(VoiceAnswer { outcome, page })
    }
}

/// The end for a caller for whom there is nothing to ask.
pub(super) fn goodbye(language: Option<&str>) -> Page {
    let locale = language.and_then(Locale::parse).or_else(|| Locale::parse("en"));
    match locale {
        Some(locale) => Page::polite_end(locale.tag(), &wording::polite_end(&locale)),
        None => Page::polite_end("en", ""),
    }
}
