-- Schema 1. The file also holds the reporting tables, which have a version of their own.

-- A row number and two indexes rather than WITHOUT ROWID: a body of one to three kilobytes would leave an index page for an
-- overflow page of its own, and an answer rewrites the body only.
CREATE TABLE sessions (
    number     INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    ended_at   INTEGER,
    id         TEXT NOT NULL UNIQUE,
    account    TEXT NOT NULL,
    call_id    TEXT NOT NULL,
    tenant     TEXT NOT NULL,
    respondent TEXT,
    body       TEXT NOT NULL,
    UNIQUE (account, call_id)
);
CREATE INDEX sessions_respondent ON sessions (tenant, respondent, created_at);
CREATE INDEX sessions_ended ON sessions (ended_at);

CREATE TABLE respondents (
    tenant       TEXT NOT NULL,
    respondent   TEXT NOT NULL,
    version      INTEGER NOT NULL,
    opted_out_at INTEGER,
    erased_at    INTEGER,
    invitations  TEXT NOT NULL DEFAULT '[]',
    PRIMARY KEY (tenant, respondent)
) WITHOUT ROWID;

CREATE TABLE marks (
    key        TEXT PRIMARY KEY,
    created_at INTEGER NOT NULL,
    reply      TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX marks_created ON marks (created_at);

CREATE TABLE messages (
    account    TEXT NOT NULL,
    message_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    PRIMARY KEY (account, message_id)
) WITHOUT ROWID;
CREATE INDEX messages_session ON messages (session_id);

-- Waiting: lease_until is null or past. Leased: it lies ahead. Parked: parked = 1, and lease_until says about when.
CREATE TABLE tasks (
    number      INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    session_id  TEXT,
    lane        INTEGER NOT NULL,
    due         INTEGER NOT NULL,
    lease_until INTEGER,
    parked      INTEGER NOT NULL DEFAULT 0,
    fence       INTEGER NOT NULL DEFAULT 0,
    attempt     INTEGER NOT NULL DEFAULT 0,
    started     INTEGER NOT NULL DEFAULT 0,
    cancelled   INTEGER NOT NULL DEFAULT 0,
    tenant      TEXT,
    respondent  TEXT,
    body        TEXT NOT NULL
);
CREATE INDEX tasks_due ON tasks (lane, due) WHERE parked = 0;
CREATE INDEX tasks_lease ON tasks (lease_until) WHERE lease_until IS NOT NULL;
CREATE INDEX tasks_session ON tasks (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX tasks_respondent ON tasks (tenant, respondent) WHERE respondent IS NOT NULL;

CREATE TABLE definitions (
    digest  TEXT PRIMARY KEY,
    id      TEXT NOT NULL,
    version INTEGER NOT NULL,
    source  TEXT NOT NULL
) WITHOUT ROWID;
