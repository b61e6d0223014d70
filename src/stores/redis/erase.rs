//! Everything of one respondent goes; a seal stays, in the partition and on a list that all gateways read.

use redis::Value;

use super::change::owner;
use super::facts::read_facts;
use super::keys::{digest, packed, unpacked};
use super::scripts::{BELONGINGS, Call, ERASE, REMEMBER};
use super::{RedisStore, pack, value};
use crate::call::{Moment, Partition};
use crate::phone::Respondent;
use crate::ports::erasure::{self, Erasure, Removed, Traces};
use crate::ports::store::{Queued, StoreError};
use crate::stores::shared::Tombstone;
use crate::stores::words;
use crate::survey::session::Session;

/// Tries while others change the same respondent; and rounds until nothing more is found.
const TRIES: usize = 8;

/// What is kept of a respondent.
struct Belongings {
    version: i64,
    opted_out_at: Option<Moment>,
    sessions: Vec<Session>,
    facts: Vec<Queued>,
}

/// Who, when, and whether only what is older than that.
#[derive(Clone, Copy)]
struct Task<'a> {
    erasure: &'a Erasure,
    at: Moment,
    again: bool,
}

impl RedisStore {
    pub(super) async fn erase_all(&self, erasure: &Erasure, now: Moment) -> Result<Traces, StoreError> {
        self.erase_what_is_there(Task { erasure, at: now, again: false }).await
    }

    pub(in crate::stores) async fn erase_again(&self, tombstone: &Tombstone, respondent: &Respondent) -> Result<(), StoreError> {
        let (id, by) = (String::new(), String::new());
        let erasure = Erasure { id, tenant: tombstone.tenant.clone(), respondent: respondent.clone(), by };
        self.erase_what_is_there(Task { erasure: &erasure, at: tombstone.at, again: true }).await.map(drop)
    }

    async fn erase_what_is_there(&self, task: Task<'_>) -> Result<Traces, StoreError> {
        let mut traces = Traces::default();
        let (mut tombstone, mut buried) = (None, task.again);
        for _ in 0..TRIES {
            let found = self.belongings(task).await?;
            let nothing = found.sessions.is_empty() && self.touched(task, &found).is_empty();
            if nothing && buried {
                return Ok(traces);
            }
            let stone = tombstone.get_or_insert_with(|| self.tombstone(task, found.opted_out_at));
            stone.sessions.extend(found.sessions.iter().map(|session| session.id.clone()));
            if !task.again {
                self.list(stone).await?;
            }
            if let Some(removed) = self.remove(task, &found).await? {
                traces.sessions.extend(found.sessions.into_iter().map(|session| session.id));
                traces.removed.answers += removed.answers;
                traces.removed.texts += removed.texts;
                traces.removed = traces.removed.and(&Removed { answers: 0, texts: 0, ..removed });
                buried = true;
            }
        }
        Err(StoreError::Away("others keep writing about who is to be erased".to_owned()))
    }

    fn tombstone(&self, Task { erasure, at, .. }: Task<'_>, opted_out_at: Option<Moment>) -> Tombstone {
        let partition = Partition::of_respondent(&erasure.tenant, &erasure.respondent);
        let seal = self.options.sealer.seal(&erasure.tenant, &erasure.respondent);
        Tombstone { seal, tenant: erasure.tenant.clone(), partition, at, opted_out_at, sessions: Vec::new() }
    }

    async fn belongings(&self, task: Task<'_>) -> Result<Belongings, StoreError> {
        let Erasure { tenant, respondent, .. } = task.erasure;
        let (epoch, partition) = (self.epoch().await?, Partition::of_respondent(tenant, respondent));
        let words = self.words(&epoch, None).bytes(owner(tenant, respondent));
        let words = words.bytes(self.options.sealer.seal(tenant, respondent).as_str());
        let mut parts = value::list(self.one(self.call(&BELONGINGS, partition, words)).await?)?.into_iter();
        let mut number = |()| value::number(&value::next(&mut parts)?);
        let (version, outs, out) = (number(())?, number(())?, number(())?);
        let ids = value::list(value::next(&mut parts)?)?;
        let bodies = value::list(value::next(&mut parts)?)?;
        let facts = read_facts(partition, value::next(&mut parts)?)?;
        let mut sessions = Vec::new();
        for (id, body) in ids.into_iter().zip(bodies) {
            sessions.push(read(id, body)?);
        }
        let theirs = |session: &Session| session.call.tenant == *tenant && session.call.respondent.as_ref() == Some(respondent);
        sessions.retain(|session| theirs(session) && (!task.again || session.created_at <= task.at));
        let opted_out_at = (outs > 0).then(|| Moment::from_millis(out));
        Ok(Belongings { version, opted_out_at, sessions, facts })
    }

    /// Facts about them, by their place, with what may be kept of each.
    fn touched(&self, task: Task<'_>, found: &Belongings) -> Vec<(String, Option<Vec<u8>>)> {
        let sessions: Vec<String> = found.sessions.iter().map(|session| session.id.clone()).collect();
        let concerns = |queued: &Queued| match queued {
            Queued::Fact { key, fact } if task.erasure.concerns(fact, &sessions) => {
                let old = fact.person().is_none_or(|(_, _, at)| !task.again || at <= task.at);
                let place = key.split_once(':').map_or(key.as_str(), |(_, place)| place).to_owned();
                let left = fact.as_ref().clone().nameless(task.at).and_then(|fact| pack::fact(&fact).ok());
                old.then_some((place, left))
            }
            _ => None,
        };
        found.facts.iter().filter_map(concerns).collect()
    }

    /// On the list first: whatever breaks off then, the gateways' journals are cleaned.
    async fn list(&self, tombstone: &Tombstone) -> Result<(), StoreError> {
        self.epoch().await?;
        let text = serde_json::to_string(tombstone).map_err(|_| StoreError::Failed("a tombstone cannot be written".to_owned()))?;
        let mut put = redis::cmd("HSET");
        put.arg(self.keys.of(Partition::default(), "erased"))
            .arg(format!("{}:{}", tombstone.seal.as_str(), tombstone.at.millis()))
            .arg(text);
        self.one(Call::plain(Partition::default(), put)).await.map(drop)
    }

    /// `None` if they have changed meanwhile.
    async fn remove(&self, task: Task<'_>, found: &Belongings) -> Result<Option<Removed>, StoreError> {
        let Erasure { tenant, respondent, .. } = task.erasure;
        let sessions: Vec<String> = found.sessions.iter().map(|session| session.id.clone()).collect();
        let ids: Vec<Vec<u8>> = sessions.iter().map(|id| packed(id)).collect();
        let mut needles = words::needles(task.erasure, &self.options.sealer, &sessions);
        if task.again {
            needles.retain(|needle| needle.starts_with("\"about\""));
        }
        let facts = self.touched(task, found);
        let left: Vec<&Vec<u8>> = facts.iter().filter_map(|(_, left)| left.as_ref()).collect();
        let epoch = self.epoch().await?;
        let words = self.words(&epoch, None).bytes(owner(tenant, respondent)).bytes(self.options.sealer.seal(tenant, respondent).as_str());
        let words = words.number(found.version).number(task.at.millis()).number(self.options.retention.as_millis()).flag(!task.again);
        let words = words
            .each(&ids, |words, id| words.bytes(id.as_slice()))
            .each(&needles, |words, needle| words.bytes(needle.as_str()))
            .each(&facts, |words, (place, _)| words.bytes(place.as_str()))
            .each(&left, |words, fact| words.bytes(fact.as_slice()))
            .each(&marks(&found.sessions), |words, word| words.bytes(word.as_slice()));
        let answer = self.one(self.call(&ERASE, Partition::of_respondent(tenant, respondent), words)).await?;
        let mut parts = value::list(answer)?.into_iter();
        if value::number(&value::next(&mut parts)?)? == 0 {
            return Ok(None);
        }
        let tasks = u64::try_from(value::number(&value::next(&mut parts)?)?).unwrap_or(0);
        let mut removed = Removed { sessions: sessions.len() as u64, tasks, ..Removed::default() };
        found.sessions.iter().for_each(|session| words::count(session, &mut removed));
        removed.count("facts", facts.len() as u64);
        Ok(Some(removed))
    }

    pub(in crate::stores) async fn tombstones(&self, known: usize) -> Result<Option<Vec<Tombstone>>, StoreError> {
        self.epoch().await?;
        let ask = |command: &str| {
            let mut command = redis::cmd(command);
            command.arg(self.keys.of(Partition::default(), "erased"));
            Call::plain(Partition::default(), command)
        };
        if usize::try_from(value::number(&self.one(ask("HLEN")).await?)?) == Ok(known) {
            return Ok(None);
        }
        let read = |text: Value| serde_json::from_slice(&value::bytes(text)?).map_err(|_| StoreError::Unreadable("a tombstone".to_owned()));
        value::list(self.one(ask("HVALS")).await?)?.into_iter().map(read).collect::<Result<_, _>>().map(Some)
    }

    pub(in crate::stores) async fn remember(&self, tombstone: &Tombstone) -> Result<(), StoreError> {
        let epoch = self.epoch().await?;
        self.list(tombstone).await?;
        let words = self.words(&epoch, None).bytes(tombstone.seal.as_str()).number(tombstone.at.millis());
        let words = words.number(tombstone.opted_out_at.map_or(0, Moment::millis));
        self.one(self.call(&REMEMBER, tombstone.partition, words)).await.map(drop)
    }
}

/// Key and reply of the mark of each session's call.
fn marks(sessions: &[Session]) -> Vec<Vec<u8>> {
    let marks = sessions.iter().map(|session| erasure::mark(&session.call.account, &session.call.call_id));
    marks.flat_map(|mark| [digest(&[&mark.key]), mark.reply.into_bytes()]).collect()
}

fn read(id: Value, body: Value) -> Result<Session, StoreError> {
    let session = pack::read_session(&value::bytes(body)?)?;
    if unpacked(&value::bytes(id)?).as_deref() == Some(session.id.as_str()) { Ok(session) } else { Err(value::odd()) }
}
