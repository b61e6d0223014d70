//! Values as they are stored: a layout byte, then the content. A newer layout is refused, not guessed at. Sessions stay for weeks and are
//! packed ([`lean`]); tasks and facts pass through and are plain JSON.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::ports::report::Fact;
use crate::ports::store::{Outgoing, StoreError, TaskKind};
use crate::survey::session::{SCHEMA, Session};

mod lean;

/// JSON as text.
const PLAIN: u8 = 1;
/// JSON as [`lean`] writes it.
const LEAN: u8 = 2;
/// A task of any kind as JSON.
const TASK: u8 = 3;

/// A session's body, as the scripts keep it behind their header.
pub(super) fn session(session: &Session) -> Result<Vec<u8>, StoreError> {
    let value = serde_json::to_value(session).map_err(|_| StoreError::Failed("a session cannot be written".to_owned()))?;
    let mut bytes = vec![LEAN];
    lean::write(&value, &mut bytes);
    Ok(bytes)
}

/// The session of a stored value: the byte 1, the length of the scripts' header in two bytes, the header, the body.
pub(super) fn read_session(stored: &[u8]) -> Result<Session, StoreError> {
    let damaged = || StoreError::Unreadable("a session".to_owned());
    let [schema, high, low, rest @ ..] = stored else { return Err(damaged()) };
    if *schema != 1 {
        return Err(damaged());
    }
    let body = rest.get(usize::from(u16::from_be_bytes([*high, *low]))..).ok_or_else(damaged)?;
    let session = match body.split_first() {
        Some((&LEAN, body)) => {
            let value = lean::read(body).ok_or_else(damaged)?;
            // The text of an error would show a value.
            serde_json::from_value::<Session>(value).map_err(|_| damaged())?
        }
        _ => unpack(body, "a session")?,
    };
    if session.schema > SCHEMA {
        return Err(StoreError::Unreadable(format!("a session of schema {}; this version knows {SCHEMA}", session.schema)));
    }
    Ok(session)
}

/// A timer has no body: what it does follows from the session that it names. A message is its body; what else there is to do says what it is.
pub(super) fn task(kind: &TaskKind) -> Result<Vec<u8>, StoreError> {
    match kind {
        TaskKind::Send(outgoing) => pack(outgoing, "a task"),
        TaskKind::Expire => Ok(Vec::new()),
        TaskKind::Notify(_) | TaskKind::Ticket(_) | TaskKind::Erase(_) => {
            let mut bytes = pack(kind, "a task")?;
            bytes[0] = TASK;
            Ok(bytes)
        }
    }
}

pub(super) fn read_task(sends: bool, body: &[u8]) -> Result<TaskKind, StoreError> {
    match (sends, body) {
        (true, [TASK, kind @ ..]) => {
            serde_json::from_slice(kind).map_err(|error| StoreError::Unreadable(format!("a task, column {}", error.column())))
        }
        (true, body) => unpack::<Outgoing>(body, "a task").map(TaskKind::Send),
        (false, _) => Ok(TaskKind::Expire),
    }
}

pub(super) fn fact(fact: &Fact) -> Result<Vec<u8>, StoreError> {
    pack(fact, "a fact")
}

pub(super) fn read_fact(body: &[u8]) -> Result<Fact, StoreError> {
    unpack(body, "a fact")
}

fn pack(value: &impl Serialize, what: &str) -> Result<Vec<u8>, StoreError> {
    let mut bytes = vec![PLAIN];
    serde_json::to_writer(&mut bytes, value).map_err(|_| StoreError::Failed(format!("{what} cannot be written")))?;
    Ok(bytes)
}

/// The error names a place and no content.
fn unpack<T: DeserializeOwned>(bytes: &[u8], what: &str) -> Result<T, StoreError> {
    match bytes.split_first() {
        Some((&PLAIN, body)) => {
            serde_json::from_slice(body).map_err(|error| StoreError::Unreadable(format!("{what}, column {}", error.column())))
        }
        Some((schema, _)) => Err(StoreError::Unreadable(format!("{what} of layout {schema}; this version knows {LEAN}"))),
        None => Err(StoreError::Unreadable(what.to_owned())),
    }
}
