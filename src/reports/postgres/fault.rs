use std::error::Error as _;

use deadpool_postgres::PoolError;
use tokio_postgres::Error;
use tokio_postgres::error::DbError;

use crate::ports::report::ReportError;

/// What an error of PostgreSQL means for who asked. Its own words are shown only where they cannot quote a stored value.
impl From<Error> for ReportError {
    fn from(error: Error) -> Self {
        match error.as_db_error() {
            Some(told) => by_code(told),
            // Without a code it is about the connection: refused, broken, or its TLS.
            None => Self::Away(causes(&error)),
        }
    }
}

impl From<PoolError> for ReportError {
    fn from(error: PoolError) -> Self {
        match error {
            PoolError::Backend(error) => error.into(),
            other => Self::Away(other.to_string()),
        }
    }
}

impl From<serde_json::Error> for ReportError {
    fn from(_: serde_json::Error) -> Self {
        Self::Failed("a fact cannot be written as JSON".to_owned())
    }
}

/// By SQLSTATE (PostgreSQL documentation, appendix A).
fn by_code(told: &DbError) -> ReportError {
    match told.code().code() {
        // Deadlock, serialisation, lock and statement time-outs, shutdown and start, idle transaction; a server that became a standby.
        "40001" | "40P01" | "55P03" | "57014" | "57P01" | "57P02" | "57P03" | "57P05" | "25P03" | "25006" => ReportError::Away(own(told)),
        code if code.starts_with("08") || code.starts_with("53") => ReportError::Away(own(told)),
        code if ["22", "23", "54"].iter().any(|class| code.starts_with(class)) => ReportError::Refused(place(told)),
        code if ["28", "3D", "42"].iter().any(|class| code.starts_with(class)) => ReportError::Failed(own(told)),
        _ => ReportError::Failed(place(told)),
    }
}

/// In PostgreSQL's own words, which in these classes name users, databases and columns, never values.
fn own(told: &DbError) -> String {
    format!("{} ({})", told.message(), told.code().code())
}

/// Without the message, which quotes the value.
fn place(told: &DbError) -> String {
    let parts = [("table", told.table()), ("column", told.column()), ("constraint", told.constraint())];
    let named = parts.iter().filter_map(|(what, name)| name.map(|name| format!(", {what} {name}"))).collect::<String>();
    format!("SQLSTATE {}{named}", told.code().code())
}

fn causes(error: &Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(next) = cause {
        // Some errors repeat their cause in their own text.
        let more = next.to_string();
        if !text.contains(&more) {
            text.push_str(&format!(": {more}"));
        }
        cause = next.source();
    }
    text
}
