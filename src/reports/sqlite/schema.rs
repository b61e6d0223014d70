use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};

use crate::ports::report::ReportError;

/// The schema that this binary writes; it refuses a newer one.
const SCHEMA: i64 = 1;

/// Times are milliseconds since 1970 (UTC), lists and maps JSON. `seq` is the row's place in the feed of changes: it grows with every change,
/// and since SQLite has one writer, in the order of commits. `respondent` is the only column that holds a number whole.
/// Answers and the agents of calls are kept once, within their row, and shown as views.
const TABLES: &str = "
CREATE TABLE report_feed (one INTEGER PRIMARY KEY CHECK (one = 1), schema INTEGER NOT NULL, seq INTEGER NOT NULL) STRICT;
INSERT INTO report_feed (one, schema, seq) VALUES (1, 1, 0);

CREATE TABLE responses (
  row_id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, session_id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, tenant TEXT NOT NULL,
  account TEXT NOT NULL, call_id TEXT NOT NULL, line TEXT, respondent TEXT, queue TEXT, agents TEXT NOT NULL, attributes TEXT NOT NULL,
  invited_by TEXT, survey TEXT NOT NULL, survey_version INTEGER NOT NULL, variant TEXT, locale TEXT NOT NULL, channel TEXT NOT NULL,
  channels TEXT NOT NULL, disposition TEXT NOT NULL, late INTEGER NOT NULL, call_ended_at INTEGER NOT NULL, invited_at INTEGER,
  delivered_at INTEGER, first_answer_at INTEGER, completed_at INTEGER, answers TEXT NOT NULL, scores TEXT NOT NULL, measures TEXT NOT NULL,
  ticket_id TEXT, previous_session_id TEXT, provider_code TEXT) STRICT;
CREATE INDEX responses_feed ON responses (tenant, seq);
CREATE INDEX responses_period ON responses (tenant, call_ended_at);

CREATE TABLE calls (
  row_id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, account TEXT NOT NULL, call_id TEXT NOT NULL, tenant TEXT NOT NULL, line TEXT,
  respondent TEXT, direction TEXT, started_at INTEGER, answered_at INTEGER, ended_at INTEGER NOT NULL, ended_by TEXT, outcome TEXT,
  language TEXT, invited_by TEXT, queue TEXT, agents TEXT NOT NULL, attributes TEXT NOT NULL, session_id TEXT, disposition TEXT,
  reason TEXT, UNIQUE (account, call_id)) STRICT;
CREATE INDEX calls_feed ON calls (tenant, seq);
CREATE INDEX calls_period ON calls (tenant, ended_at);

CREATE TABLE unmatched_replies (
  row_id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, tenant TEXT NOT NULL, account TEXT NOT NULL, line TEXT,
  respondent TEXT, text TEXT NOT NULL, received_at INTEGER NOT NULL, reason TEXT NOT NULL) STRICT;
CREATE INDEX unmatched_replies_feed ON unmatched_replies (tenant, seq);

CREATE TABLE opt_outs (
  row_id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, tenant TEXT NOT NULL, account TEXT NOT NULL,
  respondent TEXT, opted_out INTEGER NOT NULL, source TEXT NOT NULL, at INTEGER NOT NULL) STRICT;

CREATE TABLE api_tokens (
  id TEXT PRIMARY KEY, digest BLOB NOT NULL UNIQUE, tenant TEXT NOT NULL, role TEXT NOT NULL, created_at INTEGER NOT NULL,
  revoked_at INTEGER) STRICT;

CREATE VIEW answers AS SELECT
  r.session_id, r.version, a.key AS position, r.tenant, r.survey, r.survey_version, r.call_ended_at,
  a.value ->> '$.question' AS question, a.value ->> '$.measure' AS measure, a.value ->> '$.kind' AS kind, a.value ->> '$.value' AS value,
  a.value ->> '$.label' AS label, a.value ->> '$.text' AS text, a.value ->> '$.raw' AS raw, a.value ->> '$.channel' AS channel,
  a.value ->> '$.answered_at' AS answered_at, a.value ->> '$.late' AS late
  FROM responses r, json_each(r.answers) a;

CREATE VIEW call_agents AS SELECT
  c.account, c.call_id, c.tenant, g.key AS position, g.value ->> '$.id' AS agent, g.value ->> '$.team' AS team,
  g.value ->> '$.seconds' AS seconds, g.value ->> '$.share' AS share
  FROM calls c, json_each(c.agents) g;
";

/// What was added later. An older aftercall need not know of it: it still writes the tables.
const ADDED: [(Sign, &str); 8] = [
    (
        Sign::Named("opt_outs_respondent"),
        "
ALTER TABLE opt_outs ADD COLUMN text TEXT;
CREATE INDEX opt_outs_feed ON opt_outs (tenant, seq);
CREATE INDEX opt_outs_respondent ON opt_outs (tenant, respondent);
",
    ),
    (
        Sign::Named("webhooks_off"),
        "
CREATE TABLE tickets (
  row_id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, tenant TEXT NOT NULL,
  account TEXT NOT NULL, session_id TEXT NOT NULL, call_id TEXT NOT NULL, queue TEXT, state TEXT NOT NULL, owner TEXT, reason TEXT NOT NULL,
  opened_at INTEGER NOT NULL, due_at INTEGER, assigned_at INTEGER, resolved_at INTEGER, closed_at INTEGER, escalated_at INTEGER,
  escalate_to TEXT, email TEXT NOT NULL, recovery TEXT, recovery_session_id TEXT, recovered INTEGER, notes TEXT NOT NULL) STRICT;
CREATE INDEX tickets_feed ON tickets (tenant, seq);
CREATE INDEX tickets_period ON tickets (tenant, opened_at);
CREATE TABLE webhooks_off (name TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT;
",
    ),
    (Sign::Column { table: "responses", name: "parts" }, "ALTER TABLE responses ADD COLUMN parts INTEGER NOT NULL DEFAULT 0"),
    (Sign::Named("segment_columns"), include_str!("segments.sql")),
    (
        Sign::Named("deleted_rows"),
        "
CREATE TABLE erased (key TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE erasures (
  id TEXT PRIMARY KEY, tenant TEXT NOT NULL, seal TEXT NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL, removed TEXT NOT NULL) STRICT;
CREATE TABLE deleted_rows (
  seq INTEGER PRIMARY KEY, tenant TEXT NOT NULL, of_table TEXT NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL,
  UNIQUE (of_table, key)) STRICT;
CREATE INDEX deleted_rows_feed ON deleted_rows (tenant, seq);
CREATE INDEX tickets_session ON tickets (session_id);
CREATE TABLE unmaskings (
  id INTEGER PRIMARY KEY, tenant TEXT NOT NULL, token TEXT NOT NULL, at INTEGER NOT NULL, of_table TEXT NOT NULL, keys TEXT NOT NULL) STRICT;
ALTER TABLE api_tokens ADD COLUMN unmask INTEGER NOT NULL DEFAULT 0;
CREATE TABLE retained (class TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT;
",
    ),
    (Sign::Column { table: "calls", name: "version" }, "ALTER TABLE calls ADD COLUMN version INTEGER NOT NULL DEFAULT 1"),
    (Sign::Named("bi_funnel_daily"), include_str!("views.sql")),
    (
        Sign::Named("responses_ticketed"),
        "CREATE INDEX responses_ticketed ON responses (tenant, call_ended_at) WHERE ticket_id IS NOT NULL;",
    ),
];

/// What shows that an addition is there.
enum Sign {
    /// A table or an index.
    Named(&'static str),
    /// A column.
    Column { table: &'static str, name: &'static str },
}

impl Sign {
    fn is_there(&self, connection: &Connection) -> rusqlite::Result<bool> {
        let found = match self {
            Self::Named(name) => connection.query_row("SELECT 1 FROM sqlite_schema WHERE name = ?1", [name], |_| Ok(())),
            Self::Column { table, name } => {
                connection.query_row("SELECT 1 FROM pragma_table_info(?1) WHERE name = ?2", [table, name], |_| Ok(()))
            }
        };
        Ok(found.optional()?.is_some())
    }
}

/// Makes the tables where they are missing. Takes part in the transaction that is open, else opens one of its own.
///
/// # Errors
/// As SQLite says; a conversion failure that holds [`ReportError::Unreadable`] if the file was written by a newer version.
pub fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    // `apply` keeps its statements prepared beside those of the connection's owner.
    connection.set_prepared_statement_cache_capacity(128);
    if is_ready(connection)? && missing(connection)?.is_empty() {
        return Ok(());
    }
    if !connection.is_autocommit() {
        return make(connection);
    }
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    make(&transaction)?;
    transaction.commit()
}

/// Another process may have been faster.
fn make(connection: &Connection) -> rusqlite::Result<()> {
    if !is_ready(connection)? {
        connection.execute_batch(TABLES)?;
    }
    missing(connection)?.into_iter().try_for_each(|script| connection.execute_batch(script))
}

/// The scripts of what is not there yet.
fn missing(connection: &Connection) -> rusqlite::Result<Vec<&'static str>> {
    let mut missing = Vec::new();
    for (sign, script) in ADDED {
        if !sign.is_there(connection)? {
            missing.push(script);
        }
    }
    Ok(missing)
}

fn is_ready(connection: &Connection) -> rusqlite::Result<bool> {
    let named = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'report_feed'";
    if connection.query_row(named, [], |_| Ok(())).optional()?.is_none() {
        return Ok(false);
    }
    let schema: i64 = connection.query_row("SELECT schema FROM report_feed", [], |row| row.get(0))?;
    if schema > SCHEMA {
        let newer = ReportError::Unreadable(format!("reporting tables of schema {schema}"));
        return Err(rusqlite::Error::FromSqlConversionFailure(0, Type::Integer, Box::new(newer)));
    }
    Ok(true)
}
