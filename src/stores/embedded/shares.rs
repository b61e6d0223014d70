//! Places under limits that callers share.

use rusqlite::{Connection, OptionalExtension, params};

use super::stored;
use crate::call::Moment;
use crate::policy::Share;
use crate::stores::file::{Fault, Operation};

/// Later than the first schema: made in files that are there already.
pub(super) const TABLE: &str = "CREATE TABLE IF NOT EXISTS shares (
    name     TEXT NOT NULL,
    holder   TEXT NOT NULL,
    taken_at INTEGER NOT NULL,
    free_at  INTEGER NOT NULL,
    PRIMARY KEY (name, holder)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS shares_taken ON shares (name, taken_at);
CREATE INDEX IF NOT EXISTS shares_free ON shares (free_at);";

/// Places that have come free and are deleted with one taking: more than one takes.
const SWEPT: i64 = 16;

/// Takes a place under each limit, or under none.
pub(super) struct Take {
    pub(super) holder: String,
    pub(super) shares: Vec<Share>,
    pub(super) now: Moment,
}

impl Operation for Take {
    type Outcome = Option<usize>;

    fn run(&self, connection: &Connection) -> Result<Option<usize>, Fault> {
        connection
            .prepare_cached("DELETE FROM shares WHERE (name, holder) IN (SELECT name, holder FROM shares WHERE free_at <= ?1 LIMIT ?2)")?
            .execute(params![self.now.millis(), SWEPT])?;
        for (at, share) in self.shares.iter().enumerate() {
            if !self.holds(connection, share)? && self.taken(connection, share)? >= stored(u64::from(share.most)) {
                return Ok(Some(at));
            }
        }
        for share in &self.shares {
            self.write(connection, share)?;
        }
        Ok(None)
    }
}

impl Take {
    /// A place is free again where it was taken so long ago.
    fn since(&self, share: &Share) -> i64 {
        self.now.minus(share.per).millis()
    }

    fn holds(&self, connection: &Connection, share: &Share) -> rusqlite::Result<bool> {
        connection
            .prepare_cached("SELECT 1 FROM shares WHERE name = ?1 AND holder = ?2 AND taken_at > ?3")?
            .query_row(params![share.name, self.holder, self.since(share)], |_| Ok(()))
            .optional()
            .map(|found| found.is_some())
    }

    fn taken(&self, connection: &Connection, share: &Share) -> rusqlite::Result<i64> {
        connection
            .prepare_cached("SELECT count(*) FROM shares WHERE name = ?1 AND taken_at > ?2")?
            .query_row(params![share.name, self.since(share)], |row| row.get(0))
    }

    fn write(&self, connection: &Connection, share: &Share) -> rusqlite::Result<()> {
        connection
            .prepare_cached(
                "INSERT INTO shares (name, holder, taken_at, free_at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (name, holder) DO UPDATE
                 SET taken_at = excluded.taken_at, free_at = excluded.free_at WHERE taken_at <= ?5",
            )?
            .execute(params![share.name, self.holder, self.now.millis(), self.now.plus(share.per).millis(), self.since(share)])
            .map(drop)
    }
}
