//! Attributes that are known only after the call's end: the call, its response and a survey that is still running learn of them.

use std::collections::BTreeMap;

use super::change::{Course, TRIES};
use super::{FlowError, Flows, Rulebook};
use crate::ports::erasure::ERASED;
use crate::ports::report::{CallFact, CallName, Fact, KeptCall, ReportError, ReportStore};
use crate::ports::store::{Change, Committed, Mark, Owner, RespondentChange, SessionKey};
use crate::survey::session::Session;

/// Most attributes of one call.
pub const MOST: usize = 50;

/// What is added: a value for each key, or `None` to take it away.
pub type Added = BTreeMap<String, Option<String>>;

/// The use case of later attributes.
pub struct Attributes<'a> {
    /// The other use cases.
    pub flows: &'a Flows,
    /// Where calls without a running survey are read.
    pub reports: &'a dyn ReportStore,
}

/// Why nothing was added.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AttributesError {
    /// No such call of that tenant.
    #[error("there is no such call")]
    Unknown,
    /// More than [`MOST`] in all.
    #[error("a call has at most {MOST} attributes")]
    TooMany,
    /// Somebody else has just changed it, and the reports do not show that yet.
    #[error("the call has been changed a moment ago: try again")]
    Changed,
    /// A store could not.
    #[error(transparent)]
    Flow(#[from] FlowError),
    /// The reporting store could not.
    #[error(transparent)]
    Reports(#[from] ReportError),
}

/// The call as it is now.
#[derive(Debug, Clone, PartialEq)]
pub struct Described {
    /// The call, with its new version.
    pub fact: CallFact,
    /// What became of it.
    pub disposition: Option<String>,
    /// The version of its response, if it has one.
    pub response_version: Option<u64>,
}

/// One attempt: the change to be committed, and the call as it is then; no change where nothing is new.
struct Attempt {
    change: Option<Change>,
    call: Described,
}

impl Attributes<'_> {
    /// Adds attributes to a call; what it has already makes no new version.
    ///
    /// # Errors
    /// [`AttributesError`]; then nothing was added.
    pub async fn add(&self, name: CallName<'_>, added: &Added) -> Result<Described, AttributesError> {
        for _ in 0..TRIES {
            let attempt = match self.session(name, name.call_id).await? {
                Some(session) => self.to_session(name, session, added).await?,
                None => self.to_kept(name, added).await?,
            };
            let Some(change) = attempt.change else { return Ok(attempt.call) };
            if self.flows.commit(change).await? == Committed::Done {
                return Ok(attempt.call);
            }
        }
        Err(AttributesError::Changed)
    }

    /// A session of a call of the tenant.
    async fn session(&self, name: CallName<'_>, call_id: &str) -> Result<Option<Session>, FlowError> {
        let found = self.flows.store.session(SessionKey::Call { account: name.account, call_id }).await?;
        Ok(found.filter(|session| session.call.tenant == name.tenant))
    }

    async fn to_session(&self, name: CallName<'_>, session: Session, added: &Added) -> Result<Attempt, AttributesError> {
        // Known under a name of our own making, which is no call's.
        if session.follows.is_some() {
            return Err(AttributesError::Unknown);
        }
        let attributes = merged(&session.call.attributes, added)?;
        if attributes == session.call.attributes
            && let Some(known) = self.reports.call(name).await?.filter(|known| known.fact.call.attributes == attributes)
        {
            return Ok(Attempt { change: None, call: known.into() });
        }
        let rules = self.flows.rulebook();
        let (mut change, after) = self.next(&rules, &session, &attributes)?;
        if let Some(again) = self.session(name, &format!("{}/recovery", name.call_id)).await? {
            change.absorb(self.next(&rules, &again, &attributes)?.0);
        }
        let shares = after.call.credit(rules.policy.credit);
        let fact = CallFact { call: after.call.clone(), shares, session_id: Some(after.id.clone()), reason: None, version: after.version };
        change.facts.insert(0, Fact::Call(Box::new(fact.clone())));
        let disposition = after.disposition().map_or("open", |end| end.name()).to_owned();
        Ok(Attempt {
            change: Some(change),
            call: Described { fact, disposition: Some(disposition), response_version: Some(after.version) },
        })
    }

    /// The session's next version, and the change that carries it.
    fn next(&self, rules: &Rulebook, session: &Session, attributes: &BTreeMap<String, String>) -> Result<(Change, Session), FlowError> {
        let mut after = session.clone();
        after.version += 1;
        after.call.attributes.clone_from(attributes);
        let (survey, now) = (rules.pinned(&session.survey)?, self.flows.clock.now());
        Ok((Course { flows: self.flows, rules, survey, now }.change(Some(session), after.clone()), after))
    }

    /// A call whose caller was not asked, or whose session is no longer kept: the reports alone know it.
    async fn to_kept(&self, name: CallName<'_>, added: &Added) -> Result<Attempt, AttributesError> {
        let KeptCall { mut fact, disposition, mut response } = self.reports.call(name).await?.ok_or(AttributesError::Unknown)?;
        if fact.reason.as_deref() == Some(ERASED) {
            return Err(AttributesError::Unknown);
        }
        let attributes = merged(&fact.call.attributes, added)?;
        if attributes == fact.call.attributes {
            return Ok(Attempt { change: None, call: KeptCall { fact, disposition, response }.into() });
        }
        // Of two that replace the same version one is refused.
        let mark = Mark { key: format!("attributes:{}:{}:{}", name.account, name.call_id, fact.version), reply: String::new() };
        let version = response.as_ref().map_or(0, |response| response.version).max(fact.version) + 1;
        (fact.version, fact.call.attributes) = (version, attributes.clone());
        let mut facts = vec![Fact::Call(Box::new(fact.clone()))];
        if let Some(response) = &mut response {
            (response.version, response.attributes) = (version, attributes);
            facts.push(Fact::Response(Box::new(response.clone())));
        }
        let respondent = self.guard(&fact).await?;
        let (partition, now) = (fact.call.partition(), self.flows.clock.now());
        let change = Change { partition, mark: Some(mark), facts, respondent, now, ..Change::default() };
        Ok(Attempt { change: Some(change), call: KeptCall { fact, disposition, response }.into() })
    }

    /// Refuses the change where the caller is erased meanwhile: it would bring the number back.
    async fn guard(&self, fact: &CallFact) -> Result<Option<RespondentChange>, AttributesError> {
        let (tenant, Some(respondent)) = (&fact.call.tenant, &fact.call.respondent) else { return Ok(None) };
        let dossier =
            self.flows.store.dossier(Owner { tenant, respondent }, None, self.flows.clock.now()).await.map_err(FlowError::from)?;
        if dossier.erased_at.is_some() {
            return Err(AttributesError::Unknown);
        }
        let (tenant, respondent) = (tenant.clone(), respondent.clone());
        Ok(Some(RespondentChange { tenant, respondent, expected: dossier.version, opted_out: None, invited: false }))
    }
}

impl From<KeptCall> for Described {
    fn from(kept: KeptCall) -> Self {
        let response_version = kept.response.map(|response| response.version);
        Self { fact: kept.fact, disposition: kept.disposition, response_version }
    }
}

fn merged(before: &BTreeMap<String, String>, added: &Added) -> Result<BTreeMap<String, String>, AttributesError> {
    let mut after = before.clone();
    for (key, value) in added {
        match value {
            Some(value) => after.insert(key.clone(), value.clone()),
            None => after.remove(key),
        };
    }
    if after.len() > MOST.max(before.len()) { Err(AttributesError::TooMany) } else { Ok(after) }
}
