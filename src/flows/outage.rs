//! What can be done while the correlation store is away: events are kept in the journal, and a caller on the phone goes on from what
//! the voice token says.

use std::sync::Arc;

use super::errand::{Done, Said};
use super::token::{self, Ticket, Trip};
use super::{FlowError, Flows, Replies, Rulebook, call_back, voice};
use crate::call::{Call, Moment, Partition};
use crate::crash::crash_point;
use crate::ivr::Page;
use crate::message::{self, Keyword};
use crate::ports::account::Account;
use crate::ports::clock::Clock;
use crate::ports::journal::{Errand, Event, Journal};
use crate::ports::provider::{Hook, Inbound, PlacedCall, Whereabouts};
use crate::survey::call_back::News;
use crate::survey::model::{Channel, Survey};
use crate::survey::session::{Answer, Asking, Lead, Outcome, Prompt, SCHEMA, Session, State};
use crate::survey::step::{Input, Step, step};

/// Longest time that a caller is on the phone; what a way without its session needs no more than roughly.
const ON_THE_PHONE: std::time::Duration = std::time::Duration::from_secs(3600);

/// A clock that has stopped.
struct Then(Moment);

impl Clock for Then {
    fn now(&self) -> Moment {
        self.0
    }
}

impl Flows {
    /// The same use cases at the moment when an event was accepted; texts are answered with messages of their own.
    #[must_use]
    pub fn at(&self, moment: Moment) -> Self {
        Self {
            store: Arc::clone(&self.store),
            clock: Arc::new(Then(moment)),
            ids: Arc::clone(&self.ids),
            journal: self.journal.clone(),
            replies: Replies::Queued,
            rulebook: Arc::clone(&self.rulebook),
            public_url: self.public_url.clone(),
            secret: self.secret.clone(),
            wake: Arc::clone(&self.wake),
        }
    }

    /// Where what an errand changes belongs.
    pub(super) fn partition(&self, account: &Account, errand: &Errand) -> Partition {
        match &errand.inbound {
            Inbound::Call(report) => report.call.partition(),
            Inbound::Message(message) => Partition::of_respondent(&account.name.tenant, &message.from),
            Inbound::Receipt(receipt) => receipt.session_id.as_deref().map_or_else(Partition::default, Partition::of_id),
            Inbound::PlacedCall(PlacedCall { session_id: Some(id), .. }) => Partition::of_id(id),
            Inbound::Keys(_) | Inbound::Recording { .. } | Inbound::LineDown { .. } | Inbound::PlacedCall(_) => {
                let ticket = token::verify(&self.secret, &account.name.name, &errand.token);
                ticket.map_or_else(Partition::default, |ticket| Partition::of_id(&ticket.session_id))
            }
            Inbound::Nothing => Partition::default(),
        }
    }

    /// Keeps a webhook for later and says what can be said now.
    pub(super) async fn keep(&self, journal: &dyn Journal, account: &Account, errand: Errand) -> Result<Done, FlowError> {
        let said = self.said_without_store(account, &errand);
        let Some(said) = said else { return Ok(Done { outcome: super::Outcome::Ignored, said: Said::Page(voice::goodbye(None)) }) };
        if errand.inbound == Inbound::Nothing {
            return Ok(Done { outcome: super::Outcome::Ignored, said });
        }
        let event = Event {
            at: self.clock.now(),
            account: account.name.name.clone(),
            partition: self.partition(account, &errand),
            urgent: is_urgent(&errand.inbound),
            errand,
        };
        journal.keep(event).await?;
        crash_point!("event kept");
        Ok(Done { outcome: super::Outcome::Accepted, said })
    }

    /// `None` for a voice token that is none of ours: nothing to keep.
    fn said_without_store(&self, account: &Account, errand: &Errand) -> Option<Said> {
        match (errand.hook, &errand.inbound) {
            (Hook::Voice, Inbound::Call(report)) => Some(Said::Page(voice::goodbye(report.call.language.as_deref()))),
            (_, Inbound::Call(report)) if report.caller == Whereabouts::OnTheLine => {
                Some(Said::Page(voice::goodbye(report.call.language.as_deref())))
            }
            (_, Inbound::Message(_)) => Some(Said::Text(None)),
            (Hook::Answer, Inbound::PlacedCall(placed)) => {
                let ticket = token::verify(&self.secret, &account.name.name, &errand.token)?;
                let page = self.page_of_call(account, &ticket, errand);
                Some(Said::Page(if placed.news == News::Person { page } else { call_back::hang_up(&page) }))
            }
            (hook, Inbound::Keys(_) | Inbound::Recording { .. }) => {
                let ticket = token::verify(&self.secret, &account.name.name, &errand.token)?;
                let page = (hook == Hook::Answer).then(|| self.next_page(account, &ticket, errand));
                Some(page.map_or(Said::Nothing, Said::Page))
            }
            (_, Inbound::LineDown { .. }) => {
                token::verify(&self.secret, &account.name.name, &errand.token).map(|_| Said::Page(voice::goodbye(None)))
            }
            _ => Some(Said::Nothing),
        }
    }

    /// The first page of a call that we placed, from the token alone.
    fn page_of_call(&self, account: &Account, ticket: &Ticket, errand: &Errand) -> Page {
        let rules = self.rulebook();
        let known = ticket.trip.as_ref().and_then(|trip| Some((trip, rules.begun_with(&trip.survey)?)));
        let Some((trip, survey)) = known else { return voice::goodbye(None) };
        let shadow = Shadow { account, ticket, trip, survey, now: self.clock.now() }.session(&errand.question, errand.attempt);
        let prompt = Prompt::Ask { question: errand.question.clone(), attempt: errand.attempt, lead: Some(Lead::CallBack) };
        self.page(&shadow, survey, &prompt)
    }

    /// The page after these keys, from the token alone; the polite end where it says too little.
    fn next_page(&self, account: &Account, ticket: &Ticket, errand: &Errand) -> Page {
        let rules = self.rulebook();
        let known = ticket.trip.as_ref().and_then(|trip| Some((trip, rules.begun_with(&trip.survey)?)));
        let Some((trip, survey)) = known else { return voice::goodbye(ticket.trip.as_ref().map(|trip| trip.locale.tag())) };
        let now = self.clock.now();
        let shadow = Shadow { account, ticket, trip, survey, now }.session(&errand.question, errand.attempt);
        let digits = match &errand.inbound {
            Inbound::Keys(digits) => digits.as_deref(),
            _ => None,
        };
        match step(&shadow, survey, &Input::Keys { question: &errand.question, attempt: errand.attempt, digits }, now) {
            Step::Next(after, prompt) => self.page(&after, survey, &prompt),
            Step::Repeated(prompt) | Step::Unused(prompt) => self.page(&shadow, survey, &prompt),
            Step::Foreign => voice::goodbye(Some(trip.locale.tag())),
        }
    }
}

impl Rulebook {
    fn begun_with(&self, digest_start: &str) -> Option<&Arc<Survey>> {
        self.book.known().find(|survey| survey.key.digest.starts_with(digest_start))
    }
}

/// Might this be a STOP? Then it must not wait behind others.
fn is_urgent(inbound: &Inbound) -> bool {
    match inbound {
        Inbound::Message(message) => {
            let text = &message.text;
            message.opt_out.is_some() || message::keyword(text) == Some(Keyword::Stop) || message::asks_to_stop(text)
        }
        _ => false,
    }
}

/// What a session must have looked like on the phone when an address was made.
struct Shadow<'a> {
    account: &'a Account,
    ticket: &'a Ticket,
    trip: &'a Trip,
    survey: &'a Survey,
    now: Moment,
}

impl Shadow<'_> {
    fn session(&self, question: &str, attempt: u16) -> Session {
        let (call, variant) = self.trip.restore(Call::bare((&self.account.name.name, &self.account.name.tenant), "", self.now));
        let asking =
            Asking { attempt, silences: self.trip.silences, invalids: self.trip.invalids, ..Asking::first(question, Some(self.now)) };
        Session {
            schema: SCHEMA,
            id: self.ticket.session_id.clone(),
            version: 1,
            call,
            survey: self.survey.key.clone(),
            locale: self.trip.locale.clone(),
            variant,
            channel: Channel::Ivr,
            channels: vec![Channel::Ivr],
            fallback: Vec::new(),
            line: None,
            state: State::Open { asking },
            answers: self.answers(),
            exchanges: Vec::new(),
            created_at: self.now,
            invited_at: Some(self.now),
            delivered_at: None,
            first_answer_at: None,
            completed_at: None,
            valid_until: self.now.plus(ON_THE_PHONE),
            late_until: self.now.plus(ON_THE_PHONE),
            send_at: None,
            provider_code: None,
            on_phone_since: self.trip.since,
            text_account: None,
            call_back: None,
            ticket_id: None,
            follows: None,
            parts: 0,
        }
    }

    fn answers(&self) -> Vec<Answer> {
        let answer = |(at, value): &(u8, Option<crate::survey::model::Value>)| {
            let question = self.survey.questions.get(usize::from(*at))?;
            Some(Answer {
                question: question.id.clone(),
                measure: question.measure,
                kind: question.kind.name().to_owned(),
                value: value.clone(),
                label: None,
                text: None,
                raw: String::new(),
                channel: Channel::Ivr,
                answered_at: self.now,
                late: false,
                part: None,
                outcome: if value.is_some() { Outcome::Answer } else { Outcome::Refused },
            })
        };
        self.trip.answers.iter().filter_map(answer).collect()
    }
}
