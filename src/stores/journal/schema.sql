-- Schema 1 of the node's journal.

-- This node, the epoch of the shared store that it has written its entries into, and up to which number they are confirmed.
CREATE TABLE node (
    one       INTEGER PRIMARY KEY CHECK (one = 1),
    id        TEXT NOT NULL,
    epoch     TEXT NOT NULL DEFAULT '',
    confirmed INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What this node has written into the shared store.
CREATE TABLE entries (
    number  INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,
    consent INTEGER NOT NULL,
    body    TEXT NOT NULL
) STRICT;

-- Opt-outs and opt-ins outlive their entries: the newest of each respondent.
CREATE TABLE consents (
    tenant     TEXT NOT NULL,
    respondent TEXT NOT NULL,
    at         INTEGER NOT NULL,
    body       TEXT NOT NULL,
    PRIMARY KEY (tenant, respondent)
) STRICT, WITHOUT ROWID;

-- What waits for the shared store. `aside` says why an event can never be carried out.
CREATE TABLE events (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    urgent    INTEGER NOT NULL,
    partition INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    aside     TEXT,
    body      TEXT NOT NULL
) STRICT;
CREATE INDEX events_waiting ON events (urgent DESC, number) WHERE aside IS NULL;

-- Survey definitions that sessions began with.
CREATE TABLE definitions (
    digest  TEXT PRIMARY KEY,
    id      TEXT NOT NULL,
    version INTEGER NOT NULL,
    source  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
