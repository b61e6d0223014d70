//! What the driver's errors mean for a caller. Their texts may quote keys and addresses: only their kind and code are passed on.

use redis::{ErrorKind, RedisError, ServerError};

use crate::ports::store::StoreError;

/// Codes of conditions that pass: the server starts, is a replica, is full, moves its slots (Redis `src/server.c`, `src/cluster.c`).
const PASSING: [&str; 15] = [
    "LOADING",
    "READONLY",
    "MASTERDOWN",
    "CLUSTERDOWN",
    "TRYAGAIN",
    "MOVED",
    "ASK",
    "OOM",
    "MISCONF",
    "BUSY",
    "NOREPLICAS",
    "UNBLOCKED",
    "IOERR",
    "CROSSSLOT",
    "EXECABORT",
];
const REFUSING: [&str; 3] = ["NOAUTH", "WRONGPASS", "NOPERM"];

/// What is said while the store begins anew.
pub(super) fn new_epoch() -> StoreError {
    StoreError::Away("a new epoch begins".to_owned())
}

/// Of an error on the way to the server.
pub(super) fn of_link(error: &RedisError) -> StoreError {
    match error.kind() {
        ErrorKind::AuthenticationFailed => refused("AUTH"),
        // By name: the driver wraps the TLS library's errors, whose text says what was wrong with the certificate.
        ErrorKind::Io if error.to_string().contains("certificate") => StoreError::Failed("its certificate is not trusted".to_owned()),
        ErrorKind::InvalidClientConfig => StoreError::Failed("its address or certificates cannot be used".to_owned()),
        ErrorKind::Server(_) | ErrorKind::Extension => of_code(error.code().unwrap_or_default(), error.detail().unwrap_or_default()),
        ErrorKind::Parse | ErrorKind::UnexpectedReturnType => StoreError::Failed("it does not speak as Redis does".to_owned()),
        _ if error.is_timeout() => StoreError::Away("no answer in time".to_owned()),
        ErrorKind::ClusterConnectionNotFound => StoreError::Away("no node for that slot".to_owned()),
        _ => StoreError::Away("no connection".to_owned()),
    }
}

/// Of an error that the server answered.
pub(super) fn of_answer(error: &ServerError) -> StoreError {
    of_code(error.code(), error.details().unwrap_or_default())
}

fn of_code(code: &str, details: &str) -> StoreError {
    match code {
        "EPOCH" => new_epoch(),
        "WRONGTYPE" => StoreError::Unreadable("a key of another type".to_owned()),
        _ if details.contains("UNREADABLE") => StoreError::Unreadable("a record".to_owned()),
        _ if details.contains("WRONGTYPE") => StoreError::Unreadable("a key of another type".to_owned()),
        _ if REFUSING.contains(&code) => refused(code),
        _ if PASSING.contains(&code) => StoreError::Away(code.to_owned()),
        _ => of_words(code, details),
    }
}

/// Redis before 7 gives errors within a script the code ERR and quotes the real one.
fn of_words(code: &str, details: &str) -> StoreError {
    let quoted = |codes: &[&'static str]| codes.iter().copied().find(|code| details.contains(&format!("-{code} ")));
    if let Some(code) = quoted(&REFUSING) {
        return refused(code);
    }
    if let Some(code) = quoted(&PASSING) {
        return StoreError::Away(code.to_owned());
    }
    if details.contains("invalid password") || details.contains("without any password configured") {
        return refused(code);
    }
    if details.contains("max number of clients") {
        return StoreError::Away("too many clients".to_owned());
    }
    // A script's own fault names a line of it and nothing else.
    let line = details.split("user_script:").nth(1).map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
    StoreError::Failed(line.map_or_else(|| format!("it answered {code}"), |line| format!("it answered {code} in a script, line {line}")))
}

fn refused(code: &str) -> StoreError {
    StoreError::Failed(format!("it refuses our user or password ({code})"))
}
