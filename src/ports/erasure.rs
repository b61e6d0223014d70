//! Erasing a respondent: what is asked for, what was removed, and what stays in its place.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::report::{CallFact, Fact};
use super::store::Mark;
use crate::call::{Call, Moment};
use crate::phone::Respondent;
use crate::ports::seal::Seal;

/// What is kept for a time only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Callers' own words, and notes on tickets.
    Texts,
    /// Numbers; a seal in their place goes on telling calls of one caller.
    Numbers,
    /// Responses with their answers.
    Responses,
    /// Calls.
    Calls,
}

impl Class {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Texts, Self::Numbers, Self::Responses, Self::Calls];

    /// The key in the configuration.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Texts => "texts",
            Self::Numbers => "numbers",
            Self::Responses => "responses",
            Self::Calls => "calls",
        }
    }
}

/// How long each class is kept, from the end of the call on; `None`: for good (`[retention]`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// Callers' own words.
    pub texts: Option<Duration>,
    /// Numbers.
    pub numbers: Option<Duration>,
    /// Responses.
    pub responses: Option<Duration>,
    /// Calls.
    pub calls: Option<Duration>,
}

const DAY: Duration = Duration::from_secs(86_400);

impl Default for Retention {
    /// Words for 90 days, numbers for a year, results for two.
    fn default() -> Self {
        Self { texts: Some(90 * DAY), numbers: Some(365 * DAY), responses: Some(730 * DAY), calls: Some(730 * DAY) }
    }
}

impl Retention {
    /// How long that class is kept.
    #[must_use]
    pub fn of(&self, class: Class) -> Option<Duration> {
        match class {
            Class::Texts => self.texts,
            Class::Numbers => self.numbers,
            Class::Responses => self.responses,
            Class::Calls => self.calls,
        }
    }

    /// How long a session is kept that holds words and a number, where so long would do without any limit.
    #[must_use]
    pub fn of_sessions(&self, usual: Duration) -> Duration {
        [self.texts, self.numbers].into_iter().flatten().fold(usual, Duration::min)
    }
}

/// The reason of a call whose caller has been erased.
pub const ERASED: &str = "erased";

/// Somebody is to be erased. Waits as a task of the outbox until every store has done it, so that one that is broken off is finished.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// Identity; that of its receipt.
    pub id: String,
    /// Whose.
    pub tenant: String,
    /// Who.
    pub respondent: Respondent,
    /// Who asked for it: the id of a token, or `command`.
    pub by: String,
}

impl Erasure {
    /// Whether a fact names them, or holds words about one of their sessions.
    #[must_use]
    pub fn concerns(&self, fact: &Fact, sessions: &[String]) -> bool {
        let names = |(tenant, respondent, _)| (tenant, respondent) == (self.tenant.as_str(), &self.respondent);
        fact.person().is_some_and(names) || fact.session().is_some_and(|of| sessions.iter().any(|session| session == of))
    }
}

/// What a correlation store has removed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Traces {
    /// The sessions that are gone.
    pub sessions: Vec<String>,
    /// How much.
    pub removed: Removed,
}

/// How much has been removed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removed {
    /// Sessions of the correlation store.
    pub sessions: u64,
    /// Answers.
    pub answers: u64,
    /// The caller's own words: in answers, unmatched replies and changes of consent.
    pub texts: u64,
    /// Entries and events of this gateway's journal; other gateways clean their own.
    pub journal: u64,
    /// Messages and notices that waited.
    pub tasks: u64,
    /// Rows by table: deleted, or (calls, tickets, opt_outs) kept without the person.
    #[serde(default)]
    pub tables: BTreeMap<String, u64>,
}

impl Removed {
    /// With what another store has removed of the same person. Answers and their words lie in both: they count once.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.sessions += other.sessions;
        self.answers = self.answers.max(other.answers);
        self.texts = self.texts.max(other.texts);
        self.journal += other.journal;
        self.tasks += other.tasks;
        for (table, rows) in &other.tables {
            self.count(table, *rows);
        }
        self
    }

    /// Counts rows of a table; none are not mentioned.
    pub fn count(&mut self, table: &str, rows: u64) {
        if rows > 0 {
            *self.tables.entry(table.to_owned()).or_default() += rows;
        }
    }
}

/// Says what was removed. Kept without the number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Identity.
    pub receipt: String,
    /// Whose.
    pub tenant: String,
    /// When it was done.
    pub at: Moment,
    /// Who asked for it.
    pub by: String,
    /// How much.
    pub removed: Removed,
    /// What stays in the place of the number, so that nothing brings it back.
    pub tombstone: Seal,
}

/// The mark that a call had been told before its caller was erased: however late it is told again, nobody is asked.
#[must_use]
pub fn mark(account: &str, call_id: &str) -> Mark {
    let reply = r#"{"result":"suppressed","session_id":null,"reason":"erased","channel":null}"#;
    Mark { key: format!("erased:{account}:{call_id}"), reply: reply.to_owned() }
}

impl Fact {
    /// Whose it is, and when it happened: tenant, number, moment. `None` where it names nobody.
    #[must_use]
    pub fn person(&self) -> Option<(&str, &Respondent, Moment)> {
        match self {
            Self::Call(fact) => fact.call.respondent.as_ref().map(|respondent| (fact.call.tenant.as_str(), respondent, fact.call.ended_at)),
            Self::Response(of) => of.respondent.as_ref().map(|respondent| (of.tenant.as_str(), respondent, of.call_ended_at)),
            Self::Unmatched(of) => Some((&of.tenant, &of.respondent, of.received_at)),
            Self::OptOut(of) => Some((&of.tenant, &of.respondent, of.at)),
            Self::Ticket(_) => None,
        }
    }

    /// The session whose words it may hold.
    #[must_use]
    pub fn session(&self) -> Option<&str> {
        match self {
            Self::Response(of) => Some(&of.session_id),
            Self::Ticket(of) => Some(&of.session_id),
            Self::Call(_) | Self::Unmatched(_) | Self::OptOut(_) => None,
        }
    }

    /// What may be kept of it once the person was erased at that moment: a call as one that nobody is asked about, a ticket without what
    /// had been noted by then, and nothing else.
    #[must_use]
    pub fn nameless(self, erased_at: Moment) -> Option<Self> {
        match self {
            Self::Call(fact) => {
                let reason = if fact.session_id.is_some() { None } else { fact.reason.clone() };
                let reason = Some(reason.unwrap_or_else(|| ERASED.to_owned()));
                let call = fact.call.clone().nameless();
                Some(Self::Call(Box::new(CallFact { call, session_id: None, reason, shares: fact.shares, version: fact.version })))
            }
            Self::Ticket(mut ticket) => {
                ticket.notes.retain(|note| note.at > erased_at);
                Some(Self::Ticket(ticket))
            }
            Self::Response(_) | Self::Unmatched(_) | Self::OptOut(_) => None,
        }
    }
}

impl Call {
    /// The call without its caller, and without attributes that tell the number.
    #[must_use]
    pub fn nameless(mut self) -> Self {
        if let Some(respondent) = self.respondent.take() {
            self.attributes.retain(|_, value| !respondent.is_told_by(value));
        }
        self
    }
}
