//! Consent: who has opted out, by whose word, and who is back in. Each change leaves a row for the audit.

use super::change::{Course, TRIES};
use super::{FlowError, Flows};
use crate::call::{Moment, Partition};
use crate::ports::report::{Fact, OptOutFact};
use crate::ports::store::{Change, Committed, Dossier, OptOut, Owner, RespondentChange};
use crate::survey::step::{Input, Step, step};

/// Longest text that is kept for the audit, in characters.
const LONGEST: usize = 2_000;

/// By whose word someone's consent changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// The caller's own, by a command.
    Keyword,
    /// The caller's own, in words that may have been misread: in force until a person has decided.
    Review,
    /// The provider's list of opt-outs.
    Provider,
    /// Somebody with a token of the API.
    Api,
}

impl Source {
    fn name(self) -> &'static str {
        match self {
            Self::Keyword => "keyword",
            Self::Review => "review",
            Self::Provider => "provider",
            Self::Api => "api",
        }
    }
}

/// A change of someone's consent.
pub(super) struct Consent<'a> {
    /// The account it came in on; empty for what came in on none.
    pub(super) account: &'a str,
    pub(super) of: Owner<'a>,
    pub(super) to: OptOut,
    pub(super) source: Source,
    /// The caller's own words.
    pub(super) text: Option<&'a str>,
}

impl Consent<'_> {
    /// Writes it into a change that was decided on this version of the dossier.
    pub(super) fn write(&self, change: &mut Change, id: String, version: u64) {
        let Owner { tenant, respondent } = self.of;
        change.respondent = Some(RespondentChange {
            tenant: tenant.to_owned(),
            respondent: respondent.clone(),
            expected: version,
            opted_out: Some(self.to),
            invited: false,
        });
        change.facts.push(Fact::OptOut(OptOutFact {
            id,
            tenant: tenant.to_owned(),
            account: self.account.to_owned(),
            respondent: respondent.clone(),
            opted_out: self.to == OptOut::Out,
            source: self.source.name().to_owned(),
            text: self.text.map(|text| text.chars().take(LONGEST).collect()),
            at: change.now,
        }));
    }
}

/// Whether someone may be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Since when they have opted out.
    pub opted_out_at: Option<Moment>,
}

impl Flows {
    /// Whether a respondent has opted out of a tenant's surveys.
    ///
    /// # Errors
    /// [`FlowError`] if the store cannot say.
    pub async fn standing(&self, of: Owner<'_>) -> Result<Standing, FlowError> {
        let dossier = self.store.dossier(of, None, self.clock.now()).await?;
        Ok(Standing { opted_out_at: dossier.opted_out_at })
    }

    /// Somebody decides that a respondent has opted out: it ends every open session, and nothing leaves any more (promise P9).
    ///
    /// # Errors
    /// [`FlowError`]; then nothing was accepted.
    pub async fn opt_out(&self, of: Owner<'_>) -> Result<Standing, FlowError> {
        self.decide_on(of, OptOut::Out).await
    }

    /// Somebody decides that a respondent may be asked again. What has ended stays so.
    ///
    /// # Errors
    /// [`FlowError`]; then nothing was accepted.
    pub async fn opt_in(&self, of: Owner<'_>) -> Result<Standing, FlowError> {
        self.decide_on(of, OptOut::In).await
    }

    async fn decide_on(&self, of: Owner<'_>, to: OptOut) -> Result<Standing, FlowError> {
        for _ in 0..TRIES {
            let now = self.clock.now();
            let dossier = self.store.dossier(of, None, now).await?;
            if to == OptOut::In && dossier.opted_out_at.is_none() {
                return Ok(Standing { opted_out_at: None });
            }
            let mut change = Change { partition: Partition::of_respondent(of.tenant, of.respondent), now, ..Change::default() };
            if to == OptOut::Out {
                self.end_all(&mut change, &dossier)?;
            }
            let consent = Consent { account: "", of, to, source: Source::Api, text: None };
            consent.write(&mut change, self.ids.next(now), dossier.version);
            if self.commit(change).await? == Committed::Done {
                let since = dossier.opted_out_at.unwrap_or(now);
                return Ok(Standing { opted_out_at: (to == OptOut::Out).then_some(since) });
            }
        }
        Err(FlowError::Contended)
    }

    fn end_all(&self, change: &mut Change, dossier: &Dossier) -> Result<(), FlowError> {
        let rules = self.rulebook();
        for session in dossier.sessions.iter().filter(|session| session.is_open()) {
            let survey = rules.pinned(&session.survey)?;
            if let Step::Next(after, _) = step(session, survey, &Input::OptOut(""), change.now) {
                change.absorb(Course { flows: self, rules: &rules, survey, now: change.now }.change(Some(session), *after));
            }
        }
        Ok(())
    }
}
