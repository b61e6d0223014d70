//! A call has ended or has left its agent: is the caller asked, how, and when?

use super::change::{Course, TRIES};
use super::{CallAnswer, CallResult, FlowError, Flows, Outcome, Rulebook, call_back};
use crate::call::{Call, Moment, Partition};
use crate::policy::{Decision, Earlier, Phone, Rule, Share, Standing, Suppression, decide};
use crate::ports::account::Account;
use crate::ports::erasure;
use crate::ports::provider::{CallReport, Whereabouts};
use crate::ports::report::{CallFact, Fact};
use crate::ports::store::{
    CallQuery, Change, Committed, Dossier, KnownCall, Mark, Owner, Purpose, RespondentChange, SessionKey, Task, TaskKind,
};
use crate::survey::call_back::CallBack;
use crate::survey::locale;
use crate::survey::model::{self, Channel, Survey};
use crate::survey::session::{Prompt, Session};
use crate::survey::step::{Input, Opening, Step, begin, opening_question, step};

pub async fn run(flows: &Flows, account: &Account, report: CallReport) -> Result<CallAnswer, FlowError> {
    if let Some(answer) = call_back::own(flows, account, &report).await? {
        return Ok(answer);
    }
    for _ in 0..TRIES {
        let KnownCall { id, session, dossier } = flows.known_call(&report.call).await?;
        let attempt = match session {
            Some(session) => again(flows, session, &report).await?,
            None => first(flows, account, &report, (id, &dossier)).await?,
        };
        if let Some(mut answer) = attempt {
            if report.caller == Whereabouts::OnTheLine {
                answer.page.get_or_insert_with(|| super::voice::goodbye(report.call.language.as_deref()));
            }
            return Ok(answer);
        }
    }
    Err(FlowError::Contended)
}

/// The call is known and its caller is asked: a call that is over ends the survey's leg on it; everything else is a repetition.
async fn again(flows: &Flows, session: Session, report: &CallReport) -> Result<Option<CallAnswer>, FlowError> {
    let now = flows.clock.now();
    let rules = flows.rulebook();
    let survey = rules.pinned(&session.survey)?;
    let result = CallResult::of_session("duplicate", &session);
    // A caller who is to be rung back has left that call before.
    if report.caller == Whereabouts::Gone
        && session.channel != Channel::Call
        && let Step::Next(after, _) = step(&session, survey, &Input::LineDown, now)
    {
        let change = Course { flows, rules: &rules, survey, now }.change(Some(&session), *after);
        let done = flows.commit(change).await? == Committed::Done;
        return Ok(done.then_some(CallAnswer { outcome: Outcome::Accepted, result, page: None }));
    }
    // The first page again, for a repeated `<Dial action>`; nothing is heard any more where the call is over.
    let page = (report.caller == Whereabouts::OnTheLine).then(|| flows.first_page(&session, survey)).flatten();
    Ok(Some(CallAnswer { outcome: Outcome::Duplicate, result, page }))
}

impl Flows {
    /// What is known of an ended call and its caller.
    pub(super) async fn known_call(&self, call: &Call) -> Result<KnownCall, FlowError> {
        let now = self.clock.now();
        let candidate = call.partition().name_in(self.ids.next(now));
        let caller = call.respondent.as_ref().map(|respondent| Owner { tenant: &call.tenant, respondent });
        let since = now.minus(self.rulebook().policy.memory());
        let query = CallQuery { account: &call.account, call_id: &call.call_id, candidate: &candidate, caller, since };
        Ok(self.store.known_call(query).await?)
    }
}

impl Flows {
    /// Whether the caller was erased after the call had ended, or after it had been told: providers tell a call again without saying when it
    /// ended.
    async fn is_from_before_an_erasure(&self, call: &Call, dossier: &Dossier) -> Result<bool, FlowError> {
        let (Some(erased_at), Some(respondent)) = (dossier.erased_at, &call.respondent) else { return Ok(false) };
        if call.ended_at <= erased_at || self.clock.now() <= erased_at {
            return Ok(true);
        }
        let mark = erasure::mark(&call.account, &call.call_id);
        let owner = Owner { tenant: &call.tenant, respondent };
        Ok(self.store.dossier(owner, Some(&mark), self.clock.now()).await?.seen.is_some())
    }
}

/// What came of asking for places under limits that callers share.
enum Places {
    /// The call has them.
    Taken,
    /// One of them was not to be had.
    Full(Suppression),
    /// The call was told before and its caller not asked; that stands, though there may be room now.
    Refused(CallResult),
}

impl Flows {
    async fn take(&self, call: &Call, shares: &[Share]) -> Result<Places, FlowError> {
        let Some(respondent) = call.respondent.as_ref().filter(|_| !shares.is_empty()) else { return Ok(Places::Taken) };
        let (now, mark) = (self.clock.now(), mark(call, ""));
        let owner = Owner { tenant: &call.tenant, respondent };
        let seen = self.store.dossier(owner, Some(&mark), now).await?.seen;
        let first = seen.and_then(|reply| serde_json::from_str::<CallResult>(&reply).ok());
        if let Some(first) = first.filter(|first| first.session_id.is_none()) {
            return Ok(Places::Refused(first));
        }
        let holder = format!("{}\0{}", call.account, call.call_id);
        let full = self.store.take(&holder, shares, now).await?.and_then(|at| shares.get(at));
        Ok(full.map_or(Places::Taken, |share| Places::Full(share.reason)))
    }
}

/// A call without a session; `id` is the one that its session shall have.
pub(super) async fn first(
    flows: &Flows,
    account: &Account,
    report: &CallReport,
    (id, dossier): (String, &Dossier),
) -> Result<Option<CallAnswer>, FlowError> {
    let now = flows.clock.now();
    let rules = flows.rulebook();
    let call = &report.call;
    if Partition::of_id(&id) != call.partition() {
        // An earlier delivery of this call named another caller; what was decided then stands.
        return Ok(Some(CallAnswer::known()));
    }
    if call_back::may_be_own(call, &dossier.sessions) {
        return suppress(flows, call, Suppression::SurveyCall).await.map(Some);
    }
    if flows.is_from_before_an_erasure(call, dossier).await? {
        return suppress(flows, call, Suppression::Erased).await.map(Some);
    }
    let earlier: Vec<Earlier<'_>> = dossier.sessions.iter().filter_map(asked).collect();
    let standing = Standing {
        opted_out: dossier.opted_out_at.is_some(),
        invitations: &dossier.invitations,
        earlier: &earlier,
        phone: phone(report.caller),
    };
    let plan = |shared| Plan { flows, rules: &rules, account, report, dossier, shared, now };
    match decide(&rules.policy, call, standing, now) {
        Decision::Suppress(Suppression::FrequencyCap) if report.caller == Whereabouts::OnTheLine => plan(false).go_on().await,
        Decision::Suppress(reason) => suppress_or_end(flows, report, reason).await,
        Decision::Ask { rule, .. } if report.caller == Whereabouts::BetweenLegs && rule.channels.contains(&Channel::Ivr) => {
            Ok(Some(CallAnswer::nothing_yet()))
        }
        Decision::Ask { rule, channels, send_at } => {
            let shares = if channels.is_empty() { Vec::new() } else { rules.policy.shares(call, rule) };
            match flows.take(call, &shares).await? {
                Places::Taken => {}
                Places::Full(reason) => return suppress_or_end(flows, report, reason).await,
                Places::Refused(first) => return Ok(Some(CallAnswer { outcome: Outcome::Duplicate, result: first, page: None })),
            }
            let Some(survey) = rules.book.current(&rule.survey) else {
                return Err(FlowError::MissingDefinition(rule.survey.clone()));
            };
            let plan = plan(!shares.is_empty());
            plan.ask(plan.opening((id, rule, send_at), channels, survey), survey).await
        }
    }
}

/// The caller is not asked about that call, for that reason.
pub(super) async fn suppress(flows: &Flows, call: &Call, reason: Suppression) -> Result<CallAnswer, FlowError> {
    let (result, outcome) = note(flows, call, reason).await?;
    Ok(answer_of(outcome, result))
}

/// The same for a call that is told perhaps not for the first time: where an earlier survey went on during it, its end is the end of
/// that leg.
async fn suppress_or_end(flows: &Flows, report: &CallReport, reason: Suppression) -> Result<Option<CallAnswer>, FlowError> {
    let (result, outcome) = note(flows, &report.call, reason).await?;
    if let Some(id) = outcome.session()
        && let Some(session) = flows.store.session(SessionKey::Id(&id)).await?
    {
        return again(flows, session, report).await;
    }
    Ok(Some(answer_of(outcome, result)))
}

async fn note(flows: &Flows, call: &Call, reason: Suppression) -> Result<(CallResult, Committed), FlowError> {
    let result = CallResult::suppressed(reason);
    let rules = flows.rulebook();
    let (told, mark) = match reason {
        // Nothing of the caller is kept.
        Suppression::Erased => (call.clone().nameless(), erasure::mark(&call.account, &call.call_id)),
        _ => (call.clone(), result.mark(call)),
    };
    let facts = vec![call_fact(&rules, &told, None, Some(reason.name().to_owned()))];
    let change = Change { partition: call.partition(), mark: Some(mark), facts, now: flows.clock.now(), ..Change::default() };
    let outcome = flows.commit(change).await?;
    Ok((result, outcome))
}

/// Everything that a decision to ask is made from.
struct Plan<'a> {
    flows: &'a Flows,
    rules: &'a Rulebook,
    account: &'a Account,
    report: &'a CallReport,
    dossier: &'a Dossier,
    /// Whether it depends on limits that callers share: what is full now may be free when the call is told again.
    shared: bool,
    now: Moment,
}

impl Plan<'_> {
    async fn ask(&self, opening: Opening, survey: &Survey) -> Result<Option<CallAnswer>, FlowError> {
        let (call, send_at) = (&self.report.call, opening.send_at);
        let session = begin(opening, survey, self.now);
        let result = CallResult::of_session("started", &session);
        let mut change = Course { flows: self.flows, rules: self.rules, survey, now: self.now }.change(None, session.clone());
        let is_text = |task: &&mut Task| matches!(&task.kind, TaskKind::Send(outgoing) if outgoing.purpose != Purpose::CallBack);
        for task in change.tasks.iter_mut().filter(is_text) {
            task.due = send_at;
        }
        // Else no mark: a second session for the same call is a conflict, and the next look finds the first.
        change.mark = self.shared.then(|| result.mark(call));
        change.facts.insert(0, call_fact(self.rules, call, Some(session.id.clone()), None));
        change.respondent = call.respondent.clone().map(|respondent| RespondentChange {
            tenant: call.tenant.clone(),
            respondent,
            expected: self.dossier.version,
            opted_out: None,
            invited: session.is_open(),
        });
        let outcome = self.flows.commit(change).await?;
        if outcome == Committed::Conflict || outcome.is_of_a_session() {
            return Ok(None);
        }
        let heard = self.report.caller == Whereabouts::OnTheLine;
        let page = (outcome == Committed::Done && heard && session.channel == Channel::Ivr)
            .then(|| self.flows.first_page(&session, survey))
            .flatten();
        Ok(Some(CallAnswer { page, ..answer_of(outcome, result) }))
    }

    fn opening(&self, (id, rule, send_at): (String, &Rule, Moment), channels: Vec<Channel>, survey: &Survey) -> Opening {
        let call = &self.report.call;
        let number = call.respondent.as_ref().map(crate::phone::Respondent::expose);
        let (valid_until, late_until) = self.rules.policy.deadlines(call.ended_at);
        let (rings_by, shown) = self.account.rings_by(call.line.as_deref());
        Opening {
            id,
            call: call.clone(),
            channels,
            intended: rule.channels.first().copied().unwrap_or(Channel::Sms),
            locale: locale::choose(survey.locales(), call.language.as_deref(), number, &survey.default_locale),
            variant: model::pick(&survey.variants, self.draw(survey, number)).map(|variant| variant.name.clone()),
            line: self.account.free_sender(call.line.as_deref(), &self.taken_lines()),
            text_account: self.account.text_through.as_ref().map(|other| other.account.clone()),
            call_back: Some(CallBack::new(rings_by, shown, self.rules.policy.call_back)),
            send_at,
            on_line: self.report.caller == Whereabouts::OnTheLine,
            valid_until,
            late_until,
        }
    }
}

impl Plan<'_> {
    /// A caller who comes again before an earlier survey is through, and is not to be asked another, goes on with that one during
    /// this call. The call itself counts as not asked; its mark says which survey it carries.
    async fn go_on(&self) -> Result<Option<CallAnswer>, FlowError> {
        let reason = Suppression::FrequencyCap;
        let own = |session: &&Session| session.is_open() && session.call.account == self.account.name.name;
        let Some(session) = self.dossier.sessions.iter().find(own) else {
            return suppress_or_end(self.flows, self.report, reason).await;
        };
        let survey = self.rules.pinned(&session.survey)?;
        let (mut change, after, prompt) = match step(session, survey, &Input::Enter, self.now) {
            Step::Next(after, prompt) => {
                let course = Course { flows: self.flows, rules: self.rules, survey, now: self.now };
                (course.change(Some(session), (*after).clone()), *after, prompt)
            }
            Step::Unused(prompt @ Prompt::Ask { .. }) => {
                (Change { partition: Partition::of_id(&session.id), now: self.now, ..Change::default() }, session.clone(), prompt)
            }
            _ => return suppress_or_end(self.flows, self.report, reason).await,
        };
        let call = &self.report.call;
        let result = CallResult { session_id: Some(session.id.clone()), ..CallResult::suppressed(reason) };
        change.mark = Some(result.mark(call));
        change.facts.insert(0, call_fact(self.rules, call, None, result.reason.clone()));
        let outcome = self.flows.commit(change).await?;
        // Told again, it is heard again only where the survey still is on the phone.
        let heard = outcome == Committed::Done || after == *session;
        let page = heard.then(|| self.flows.page(&after, survey, &prompt));
        Ok((outcome != Committed::Conflict).then(|| CallAnswer { page, ..answer_of(outcome, result) }))
    }

    /// Our numbers on which the caller has an open question of another call.
    fn taken_lines(&self) -> Vec<&str> {
        let open = |session: &&Session| session.is_open() && session.call.account == self.account.name.name;
        self.dossier.sessions.iter().filter(open).filter_map(|session| session.line.as_deref()).collect()
    }

    /// What decides about the A/B arm: the same for a respondent and a survey on every node, and for nobody else to foresee.
    fn draw(&self, survey: &Survey, number: Option<&str>) -> u64 {
        let mut context = ring::hmac::Context::with_key(&self.flows.secret);
        for part in ["aftercall variant", &survey.key.id, number.unwrap_or(&self.report.call.call_id)] {
            context.update(part.as_bytes());
            context.update(&[0]);
        }
        let tag = context.sign();
        tag.as_ref().iter().take(8).fold(0, |draw, byte| draw << 8 | u64::from(*byte))
    }
}

fn phone(caller: Whereabouts) -> Phone {
    match caller {
        // Between legs a caller may come to hear us yet: nothing is decided before that is told.
        Whereabouts::OnTheLine | Whereabouts::BetweenLegs => Phone::OnTheLine,
        Whereabouts::Unknown => Phone::MayEnter,
        Whereabouts::Gone => Phone::Gone,
    }
}

/// A session as something that its respondent was asked; `None` where nobody could be asked any more when it was begun, and for one that
/// asks again after a complaint: no cap counts it.
fn asked(session: &Session) -> Option<Earlier<'_>> {
    (!session.channels.is_empty() && session.follows.is_none()).then_some(Earlier { at: session.created_at, call: &session.call })
}

impl CallAnswer {
    /// The call belongs to an earlier delivery.
    fn known() -> Self {
        let result = CallResult { result: "duplicate".to_owned(), session_id: None, reason: None, channel: None };
        Self { outcome: Outcome::Duplicate, result, page: None }
    }

    /// Nothing can be decided before the call's own end is told.
    fn nothing_yet() -> Self {
        let result = CallResult { result: "ignored".to_owned(), session_id: None, reason: None, channel: None };
        Self { outcome: Outcome::Ignored, result, page: None }
    }
}

impl Committed {
    /// Whether the change repeats one that has begun a session.
    fn is_of_a_session(&self) -> bool {
        self.session().is_some()
    }

    /// The session that the repeated change was about.
    fn session(&self) -> Option<String> {
        let Self::Duplicate(reply) = self else { return None };
        serde_json::from_str::<CallResult>(reply).ok()?.session_id
    }
}

impl CallResult {
    fn suppressed(reason: Suppression) -> Self {
        Self { result: "suppressed".to_owned(), session_id: None, reason: Some(reason.name().to_owned()), channel: None }
    }

    fn of_session(result: &str, session: &Session) -> Self {
        let channel = session.channels.first().map(|channel| channel.name().to_owned());
        Self { result: result.to_owned(), session_id: Some(session.id.clone()), reason: None, channel }
    }
}

fn call_fact(rules: &Rulebook, call: &Call, session_id: Option<String>, reason: Option<String>) -> Fact {
    Fact::Call(Box::new(CallFact { shares: call.credit(rules.policy.credit), call: call.clone(), session_id, reason, version: 1 }))
}

fn mark(call: &Call, reply: &str) -> Mark {
    Mark { key: format!("call:{}:{}", call.account, call.call_id), reply: reply.to_owned() }
}

impl CallResult {
    fn mark(&self, call: &Call) -> Mark {
        mark(call, &serde_json::to_string(self).unwrap_or_default())
    }
}

fn answer_of(outcome: Committed, result: CallResult) -> CallAnswer {
    match outcome {
        Committed::Duplicate(reply) => {
            let first: CallResult = serde_json::from_str(&reply).unwrap_or(result);
            CallAnswer { outcome: Outcome::Duplicate, result: repeated(first), page: None }
        }
        Committed::Done | Committed::Conflict => CallAnswer { outcome: Outcome::Accepted, result, page: None },
    }
}

/// A repeated call-end of an asked caller is `duplicate`; a suppressed one stays what it was, with its reason.
fn repeated(first: CallResult) -> CallResult {
    if first.session_id.is_some() { CallResult { result: "duplicate".to_owned(), ..first } } else { first }
}

impl Flows {
    /// The page that opened (or would open) the survey on the phone.
    pub(super) fn first_page(&self, session: &Session, survey: &Survey) -> Option<crate::ivr::Page> {
        let first = opening_question(survey, session, Channel::Ivr)?;
        session.channels.contains(&Channel::Ivr).then(|| {
            let prompt = Prompt::Ask { question: first.id.clone(), attempt: 0, lead: None };
            self.page(session, survey, &prompt)
        })
    }
}
