//! What is read: sessions by their keys, dossiers.

use redis::Value;

use super::RedisStore;
use super::change::owner;
use super::claims::claimed;
use super::keys::{digest, packed, unpacked};
use super::scripts::{Call, DOSSIER};
use super::{fault, pack, value};
use crate::call::{Moment, Partition};
use crate::ports::store::{CallQuery, Dossier, KnownCall, Mark, Owner, SessionKey, StoreError};
use crate::survey::session::{Session, State};

impl RedisStore {
    pub(super) async fn find(&self, key: SessionKey<'_>) -> Result<Option<Session>, StoreError> {
        let epoch = self.epoch().await?;
        match key {
            SessionKey::Id(id) => self.session_of(&epoch, id).await,
            SessionKey::Call { account, call_id } => self.session_of_call(&epoch, account, call_id).await,
            SessionKey::Message { account, message_id } => self.session_of_message(&epoch, &digest(&[account, message_id])).await,
        }
    }

    async fn session_of(&self, epoch: &str, id: &str) -> Result<Option<Session>, StoreError> {
        let partition = Partition::of_id(id);
        let stored = self.stored(epoch, partition, self.keys.of_id(partition, "s", &packed(id))).await?;
        stored.map(|stored| pack::read_session(&stored)).transpose()
    }

    async fn session_of_call(&self, epoch: &str, account: &str, call_id: &str) -> Result<Option<Session>, StoreError> {
        let partition = Partition::of_call(account, call_id);
        let key = self.keys.of_id(partition, "c", &digest(&[account, call_id]));
        let Some(pointer) = self.stored(epoch, partition, key).await? else { return Ok(None) };
        let id = unpacked(&pointer).ok_or_else(|| StoreError::Unreadable("a call's session".to_owned()))?;
        let session = self.session_of(epoch, &id).await?;
        Ok(session.filter(|session| session.call.account == account && session.call.call_id == call_id))
    }

    /// The pointer was written with a change of the session, in its partition, of which the message id tells nothing: all are asked
    /// at once. Only a receipt that does not carry its session needs it.
    async fn session_of_message(&self, epoch: &str, message: &[u8]) -> Result<Option<Session>, StoreError> {
        let read = |partition| Call::plain(partition, self.keys.read(partition, self.keys.of_id(partition, "p", message)));
        let calls: Vec<Call> = Partition::all().map(read).collect();
        for answer in self.fly(&calls).await {
            if let Some(pointer) = checked(epoch, answer?)? {
                let id = unpacked(&pointer).ok_or_else(|| StoreError::Unreadable("a message's session".to_owned()))?;
                return self.session_of(epoch, &id).await;
            }
        }
        Ok(None)
    }

    pub(super) async fn reply(&self, epoch: &str, partition: Partition, mark: &Mark) -> Result<Option<String>, StoreError> {
        let stored = self.stored(epoch, partition, self.keys.of_id(partition, "m", &digest(&[&mark.key]))).await?;
        stored.map(read_reply).transpose()
    }

    pub(super) async fn awaits_one(&self, tasks: &[String]) -> Result<bool, StoreError> {
        let epoch = self.epoch().await?;
        for task in tasks {
            let partition = Partition::of_id(task);
            if self.stored(&epoch, partition, self.keys.of_id(partition, "t", &packed(task))).await?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    async fn stored(&self, epoch: &str, partition: Partition, key: Vec<u8>) -> Result<Option<Vec<u8>>, StoreError> {
        checked(epoch, self.one(Call::plain(partition, self.keys.read(partition, key))).await?)
    }

    pub(super) async fn dossier_of(&self, of: Owner<'_>, mark: Option<&Mark>, since: Moment) -> Result<Dossier, StoreError> {
        let epoch = self.epoch().await?;
        read_dossier(self.one(self.ask_dossier(&epoch, of, mark)).await?, of, since)
    }

    fn ask_dossier(&self, epoch: &str, of: Owner<'_>, mark: Option<&Mark>) -> Call {
        let mark = mark.map(|mark| digest(&[&mark.key])).unwrap_or_default();
        let words = self.words(epoch, None).bytes(owner(of.tenant, of.respondent)).bytes(mark);
        let words = words.bytes(self.options.sealer.seal(of.tenant, of.respondent).as_str());
        self.call(&DOSSIER, Partition::of_respondent(of.tenant, of.respondent), words)
    }

    /// The claim and the caller's dossier go together; a call that is known already takes a second trip.
    pub(super) async fn known(&self, query: CallQuery<'_>) -> Result<KnownCall, StoreError> {
        let epoch = self.epoch().await?;
        let mut calls = vec![self.claim(&epoch, (query.account, query.call_id), query.candidate)];
        calls.extend(query.caller.map(|caller| self.ask_dossier(&epoch, caller, None)));
        let mut answers = self.fly(&calls).await.into_iter();
        let id = claimed(answers.next().unwrap_or_else(|| Err(value::odd()))?)?;
        let dossier = match (answers.next(), query.caller) {
            (Some(answer), Some(caller)) => read_dossier(answer?, caller, query.since)?,
            _ => Dossier::default(),
        };
        self.claims.remember(digest(&[query.account, query.call_id]), &id);
        if id == query.candidate {
            return Ok(KnownCall { id, session: None, dossier });
        }
        let session = self.session_of(&epoch, &id).await?;
        let session = session.filter(|session| session.call.account == query.account && session.call.call_id == query.call_id);
        let dossier = if session.is_some() { Dossier::default() } else { dossier };
        Ok(KnownCall { id, session, dossier })
    }
}

/// The second of an epoch marker and a value, if the marker is the one expected.
fn checked(epoch: &str, answer: Value) -> Result<Option<Vec<u8>>, StoreError> {
    let mut values = value::list(answer)?.into_iter();
    let marker = value::optional(value::next(&mut values)?)?;
    if marker.as_deref() != Some(epoch.as_bytes()) {
        return Err(fault::new_epoch());
    }
    value::optional(value::next(&mut values)?)
}

fn read_reply(stored: Vec<u8>) -> Result<String, StoreError> {
    String::from_utf8(stored).map_err(|_| StoreError::Unreadable("a mark's reply".to_owned()))
}

/// What `scripts/dossier.lua` answers.
fn read_dossier(answer: Value, of: Owner<'_>, since: Moment) -> Result<Dossier, StoreError> {
    let mut parts = value::list(answer)?.into_iter();
    let mut number = |_| value::number(&value::next(&mut parts)?);
    let (version, outs, out, erased) = (number(())?, number(())?, number(())?, number(())?);
    let invitations = value::list(value::next(&mut parts)?)?;
    let invitations = invitations.iter().map(|at| value::number(at).map(Moment::from_millis)).collect::<Result<Vec<_>, _>>()?;
    let seen = value::optional(value::next(&mut parts)?)?.map(read_reply).transpose()?;
    let bodies = value::list(value::next(&mut parts)?)?.into_iter().map(value::bytes);
    let sessions = bodies.map(|body| pack::read_session(&body?)).collect::<Result<Vec<_>, _>>()?;
    Ok(Dossier {
        version: u64::try_from(version).unwrap_or(0),
        opted_out_at: (outs > 0).then(|| Moment::from_millis(out)),
        erased_at: (erased > 0).then(|| Moment::from_millis(erased)),
        invitations: invitations.into_iter().filter(|at| *at >= since).collect(),
        sessions: newest_first(sessions, of, since),
        seen,
    })
}

/// A session whose respondent has changed is still on the earlier one's list.
fn newest_first(sessions: Vec<Session>, of: Owner<'_>, since: Moment) -> Vec<Session> {
    let theirs = |session: &Session| session.call.tenant == of.tenant && session.call.respondent.as_ref() == Some(of.respondent);
    let recent = |session: &Session| match session.state {
        State::Open { .. } => true,
        State::Ended { at, .. } => at >= since,
    };
    let mut sessions: Vec<Session> = sessions.into_iter().filter(|session| theirs(session) && recent(session)).collect();
    sessions.sort_by(|one, other| (other.created_at, &other.id).cmp(&(one.created_at, &one.id)));
    sessions
}
