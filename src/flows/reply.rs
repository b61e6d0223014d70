//! A caller sent a text message: which call does it answer, and what does it say?

use super::change::{Course, TRIES, charge, derived_id};
use super::consent::{Consent, Source};
use super::{FlowError, Flows, MessageAnswer, Outcome, Replies, Rulebook};
use crate::call::{Moment, Partition};
use crate::message::{self, Keyword};
use crate::ports::account::Account;
use crate::ports::provider::{Message, OptOutType};
use crate::ports::report::{Fact, Unmatched, UnmatchedReason};
use crate::ports::store::{Change, Committed, Dossier, Mark, OptOut, Outgoing, Owner, Purpose, Task, TaskKind};
use crate::survey::locale;
use crate::survey::model::{Channel, Survey};
use crate::survey::session::{Prompt, Session};
use crate::survey::step::{Input, Step, step};
use crate::survey::thread::{Belongs, Thread};
use crate::survey::wording::{self, Speaker};

/// Sessions that ended so long before `late_until` was over are still looked at, to tell "too late" from "never asked".
const LOOK_BACK: std::time::Duration = std::time::Duration::from_secs(90 * 86_400);

pub async fn run(flows: &Flows, account: &Account, message: Message) -> Result<MessageAnswer, FlowError> {
    let mark = Mark { key: format!("sms:{}:{}", account.name.name, message.message_id), reply: String::new() };
    for _ in 0..TRIES {
        let now = flows.clock.now();
        let rules = flows.rulebook();
        let owner = Owner { tenant: &account.name.tenant, respondent: &message.from };
        let dossier = flows.store.dossier(owner, Some(&mark), now.minus(rules.policy.late_until + LOOK_BACK)).await?;
        if let Some(reply) = &dossier.seen {
            return Ok(repeated(reply));
        }
        let inbox = Inbox { flows, rules: &rules, account, message: &message, dossier: &dossier, now };
        let Decided { mut change, prompt, of } = inbox.decide()?;
        // The session as it goes on: the reply may have chosen another language.
        let after = of.map(|of| change.sessions.iter().find(|session| session.id == of.id).unwrap_or(of));
        let mut text = inbox.words(&prompt, after);
        if let (Some(of), Some(text)) = (of, &text) {
            charge(&mut change, &of.id, text);
        }
        if flows.replies == Replies::Queued || !account.provider.carries_replies() {
            inbox.drop_stale_questions(&mut change, &prompt)?;
            change.tasks.extend(text.take().map(|text| inbox.message_of_its_own(text, &prompt, of)));
        }
        change.mark = Some(Mark { reply: text.clone().unwrap_or_default(), ..mark.clone() });
        match flows.commit(change).await? {
            Committed::Done => return Ok(MessageAnswer { outcome: Outcome::Accepted, text }),
            Committed::Duplicate(reply) => return Ok(repeated(&reply)),
            Committed::Conflict => {}
        }
    }
    Err(FlowError::Contended)
}

fn repeated(reply: &str) -> MessageAnswer {
    let text = Some(reply.to_owned()).filter(|text| !text.is_empty());
    MessageAnswer { outcome: Outcome::Duplicate, text }
}

/// What a text is decided from.
struct Inbox<'a> {
    flows: &'a Flows,
    rules: &'a Rulebook,
    account: &'a Account,
    message: &'a Message,
    dossier: &'a Dossier,
    now: Moment,
}

/// What is to be written and said, and in whose survey and language.
struct Decided<'a> {
    change: Change,
    prompt: Prompt,
    of: Option<&'a Session>,
}

impl<'a> Inbox<'a> {
    fn decide(&self) -> Result<Decided<'a>, FlowError> {
        let text = &self.message.text;
        if self.dossier.erased_at.is_some_and(|erased_at| erased_at >= self.now) {
            return Ok(self.kept_since_before_the_erasure());
        }
        if self.dossier.opted_out_at.is_some() {
            return Ok(self.after_opt_out());
        }
        let session = self.session();
        let single = text.trim().chars().count() == 1;
        match self.command() {
            // One letter may be an answer ("N"): the engine knows the question and decides.
            Some(Keyword::Stop) if !(single && matches!(session, Belongs::To(session) if session.is_open())) => self.opt_out(session, None),
            Some(Keyword::Help) => self.help(session),
            _ => match self.thread().named(text) {
                Some((session, answer)) => self.answer(Belongs::To(session), answer),
                None => self.answer(session, text),
            },
        }
    }

    /// Kept for later while the store was away, and its sender erased meanwhile: nothing is kept of it, but a STOP holds.
    fn kept_since_before_the_erasure(&self) -> Decided<'a> {
        let mut change = self.change();
        if self.command() == Some(Keyword::Stop) || message::asks_to_stop(&self.message.text) {
            self.consent(&mut change, OptOut::Out);
            change.facts.clear();
        }
        Decided { change, prompt: Prompt::Nothing, of: None }
    }

    /// The command that it is, by the provider's own word or as a whole.
    fn command(&self) -> Option<Keyword> {
        self.message.opt_out.map(keyword_of).or_else(|| message::keyword(&self.message.text))
    }

    /// From someone who has opted out: START alone opens again. A further STOP settles what was left to a person to decide.
    fn after_opt_out(&self) -> Decided<'a> {
        let mut kept = self.unmatched(UnmatchedReason::AfterOptOut, Prompt::Nothing);
        match self.command() {
            Some(Keyword::Start) => self.opt_in(),
            Some(Keyword::Stop) => {
                self.consent(&mut kept.change, OptOut::Out);
                kept
            }
            _ => kept,
        }
    }

    fn session(&self) -> Belongs<'a> {
        self.thread().belongs(&self.message.text)
    }

    fn thread(&self) -> Thread<'a, impl Fn(&Session) -> Option<&'a Survey>> {
        let rules = self.rules;
        Thread {
            sessions: &self.dossier.sessions,
            line: &self.message.line,
            survey_of: |session: &Session| rules.book.pinned(&session.survey).map(AsRef::as_ref),
            ambiguity: self.rules.policy.ambiguity,
            now: self.now,
        }
    }

    fn answer(&self, session: Belongs<'a>, text: &str) -> Result<Decided<'a>, FlowError> {
        let asks_to_stop = message::asks_to_stop(text);
        let session = match session {
            Belongs::To(session) => session,
            _ if asks_to_stop => return self.opt_out(session, None),
            Belongs::Ambiguous(asked) => return self.which_call(asked),
            Belongs::Expired => return Ok(self.unmatched(UnmatchedReason::Expired, Prompt::Nothing)),
            Belongs::NoSession => return Ok(self.unmatched(UnmatchedReason::NoSession, Prompt::Nothing)),
        };
        let survey = self.rules.pinned(&session.survey)?;
        match step(session, survey, &Input::Text(text), self.now) {
            Step::Next(_, Prompt::OptedOut) => self.opt_out(Belongs::To(session), None),
            Step::Next(after, _) if asks_to_stop => self.opt_out(Belongs::To(session), Some(*after)),
            Step::Next(after, prompt) => {
                let change = Course { flows: self.flows, rules: self.rules, survey, now: self.now }.change(Some(session), *after);
                Ok(Decided { change, prompt, of: Some(session) })
            }
            Step::Repeated(_) | Step::Unused(_) | Step::Foreign => Ok(self.unmatched(UnmatchedReason::NoSession, Prompt::Nothing)),
        }
    }

    /// It fits two calls: kept, and the caller is asked once which one is meant; `asked` remembers that.
    fn which_call(&self, asked: Option<&'a Session>) -> Result<Decided<'a>, FlowError> {
        let mut decided = self.unmatched(UnmatchedReason::Ambiguous, Prompt::Nothing);
        let Some(session) = asked else { return Ok(decided) };
        let survey = self.rules.pinned(&session.survey)?;
        if let Step::Next(after, prompt) = step(session, survey, &Input::WhichCall(&self.message.text), self.now) {
            decided.change.absorb(Course { flows: self.flows, rules: self.rules, survey, now: self.now }.change(Some(session), *after));
            return Ok(Decided { prompt, of: Some(session), ..decided });
        }
        Ok(decided)
    }

    /// STOP ends every open session of the respondent with this tenant; the words stay with the session they were sent to. Those of
    /// `answered` hold an answer too, with which it has gone on.
    fn opt_out(&self, belongs: Belongs<'a>, answered: Option<Session>) -> Result<Decided<'a>, FlowError> {
        let addressed = match belongs {
            Belongs::To(session) => Some(session),
            _ => self.dossier.sessions.iter().find(|session| session.is_open()),
        };
        let mut whole = self.change();
        for session in &self.dossier.sessions {
            let here = addressed.is_some_and(|addressed| addressed.id == session.id);
            if !(session.is_open() || here) {
                continue;
            }
            let survey = self.rules.pinned(&session.survey)?;
            let answered = answered.as_ref().filter(|_| here);
            let words = if here && answered.is_none() { self.message.text.as_str() } else { "" };
            if let Step::Next(mut after, _) = step(answered.unwrap_or(session), survey, &Input::OptOut(words), self.now) {
                after.version = session.version + 1;
                whole.absorb(Course { flows: self.flows, rules: self.rules, survey, now: self.now }.change(Some(session), *after));
            }
        }
        if addressed.is_none() {
            whole.facts.push(self.unmatched_fact(UnmatchedReason::NoSession));
        }
        self.consent(&mut whole, OptOut::Out);
        Ok(Decided { change: whole, prompt: Prompt::OptedOut, of: addressed })
    }

    fn opt_in(&self) -> Decided<'a> {
        let mut decided = self.unmatched(UnmatchedReason::AfterOptOut, Prompt::OptedIn);
        self.consent(&mut decided.change, OptOut::In);
        Decided { of: self.dossier.sessions.first(), ..decided }
    }

    fn consent(&self, change: &mut Change, to: OptOut) {
        let source = match self.command() {
            _ if self.message.opt_out.is_some() => Source::Provider,
            Some(Keyword::Stop | Keyword::Start) => Source::Keyword,
            // A request in words of their own may have been misread: it holds until a person has decided.
            _ => Source::Review,
        };
        let id = derived_id(&["consent", &self.account.name.name, &self.message.message_id]);
        let of = Owner { tenant: &self.account.name.tenant, respondent: &self.message.from };
        let consent = Consent { account: &self.account.name.name, of, to, source, text: Some(&self.message.text) };
        consent.write(change, id, self.dossier.version);
    }

    fn help(&self, session: Belongs<'a>) -> Result<Decided<'a>, FlowError> {
        let Belongs::To(session) = session else { return Ok(self.unmatched(UnmatchedReason::NoSession, Prompt::Help)) };
        let survey = self.rules.pinned(&session.survey)?;
        let Step::Next(after, prompt) = step(session, survey, &Input::Help(&self.message.text), self.now) else {
            return Ok(self.unmatched(UnmatchedReason::NoSession, Prompt::Help));
        };
        let change = Course { flows: self.flows, rules: self.rules, survey, now: self.now }.change(Some(session), *after);
        Ok(Decided { change, prompt, of: Some(session) })
    }

    fn unmatched(&self, reason: UnmatchedReason, prompt: Prompt) -> Decided<'a> {
        let change = Change { facts: vec![self.unmatched_fact(reason)], ..self.change() };
        Decided { change, prompt, of: None }
    }

    /// Nothing yet, in the sender's partition.
    fn change(&self) -> Change {
        Change { partition: Partition::of_respondent(&self.account.name.tenant, &self.message.from), now: self.now, ..Change::default() }
    }

    fn unmatched_fact(&self, reason: UnmatchedReason) -> Fact {
        Fact::Unmatched(Unmatched {
            id: derived_id(&["unmatched", &self.account.name.name, &self.message.message_id]),
            tenant: self.account.name.tenant.clone(),
            account: self.account.name.name.clone(),
            line: Some(self.message.line.clone()).filter(|line| !line.is_empty()),
            respondent: self.message.from.clone(),
            text: self.message.text.chars().take(2_000).collect(),
            received_at: self.now,
            reason,
        })
    }

    /// A question that waits to leave as a message of its own is stale when the next one is to be asked; the timers stay.
    fn drop_stale_questions(&self, change: &mut Change, prompt: &Prompt) -> Result<(), FlowError> {
        let asked = change.sessions.iter().find(|session| session.is_open());
        let asked = asked.filter(|_| matches!(prompt, Prompt::Ask { .. }) && change.cancel.is_empty());
        let Some(session) = asked else { return Ok(()) };
        let survey = self.rules.pinned(&session.survey)?;
        let timers = Course { flows: self.flows, rules: self.rules, survey, now: self.now }.timers(session);
        change.cancel.push(session.id.clone());
        change.tasks.extend(timers);
        Ok(())
    }

    /// The reply as a message, where the webhook can no longer carry it.
    fn message_of_its_own(&self, text: String, prompt: &Prompt, of: Option<&Session>) -> Task {
        let partition = Partition::of_respondent(&self.account.name.tenant, &self.message.from);
        let purpose = match prompt {
            Prompt::OptedOut | Prompt::OptedIn | Prompt::Help => Purpose::Confirmation,
            _ => Purpose::Question,
        };
        let outgoing = Outgoing {
            tenant: self.account.name.tenant.clone(),
            account: self.account.name.name.clone(),
            line: Some(self.message.line.clone()).filter(|line| !line.is_empty()),
            to: self.message.from.clone(),
            text,
            purpose,
        };
        let id = partition.name_in(self.flows.ids.next(self.now));
        Task { id, session_id: of.map(|session| session.id.clone()), due: self.now, kind: TaskKind::Send(outgoing) }
    }

    /// The words of the reply; none where the provider answers the keyword itself.
    fn words(&self, prompt: &Prompt, of: Option<&Session>) -> Option<String> {
        let provider_answers = match prompt {
            Prompt::OptedOut | Prompt::OptedIn => {
                self.message.opt_out.is_some() || self.account.provider.answers_itself(&self.message.text)
            }
            Prompt::Help => self.message.opt_out.is_some(),
            _ => false,
        };
        if provider_answers {
            return None;
        }
        if let Some(session) = of {
            let survey = self.rules.book.pinned(&session.survey)?;
            return Speaker::to(session, survey, Channel::Sms).say(prompt);
        }
        let survey = self.rules.book.all().next()?;
        let locale = locale::choose(survey.locales(), None, Some(self.message.from.expose()), &survey.default_locale);
        wording::say(survey, &locale, Channel::Sms, prompt)
    }
}

fn keyword_of(by_provider: OptOutType) -> Keyword {
    match by_provider {
        OptOutType::Stop => Keyword::Stop,
        OptOutType::Start => Keyword::Start,
        OptOutType::Help => Keyword::Help,
    }
}

impl Change {
    /// Takes what another change of the same moment writes into this one.
    pub(super) fn absorb(&mut self, other: Self) {
        self.sessions.extend(other.sessions);
        self.tasks.extend(other.tasks);
        self.cancel.extend(other.cancel);
        self.facts.extend(other.facts);
    }
}
