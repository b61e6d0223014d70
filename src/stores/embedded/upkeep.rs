//! What keeps the file right and small: definitions in use, old rows out.

use rusqlite::{Connection, params};

use crate::call::Moment;
use crate::policy::REMEMBERED;
use crate::stores::file::{Fault, Operation};
use crate::survey::model::SurveyKey;

/// Finds whose number is kept for the caps alone; made in files that are there already.
pub(super) const INDEX: &str = "CREATE INDEX IF NOT EXISTS respondents_asked
    ON respondents (json_extract(invitations, '$[#-1]')) WHERE opted_out_at IS NULL AND erased_at IS NULL;";

/// Pages given back to the file system with each purge.
const PAGES: usize = 256;

/// Keeps survey definitions.
pub(super) struct Keep(pub(super) Vec<(SurveyKey, String)>);

impl Operation for Keep {
    type Outcome = Vec<(SurveyKey, String)>;

    fn run(&self, connection: &Connection) -> Result<Self::Outcome, Fault> {
        for (key, source) in &self.0 {
            connection
                .prepare_cached(
                    "INSERT INTO definitions (digest, id, version, source) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (digest) DO NOTHING",
                )?
                .execute(params![key.digest, key.id, key.version, source])?;
        }
        super::reads::definitions(connection)
    }
}

/// Ends the leases of a process that is gone.
pub(super) struct TakeOver;

impl Operation for TakeOver {
    type Outcome = ();

    fn run(&self, connection: &Connection) -> Result<(), Fault> {
        connection.execute("UPDATE tasks SET lease_until = NULL WHERE lease_until IS NOT NULL AND parked = 0", [])?;
        Ok(())
    }
}

/// Deletes what is older than needed.
pub(super) struct Purge {
    pub(super) before: Moment,
    pub(super) most: usize,
}

impl Operation for Purge {
    type Outcome = usize;

    fn run(&self, connection: &Connection) -> Result<usize, Fault> {
        let mut deleted = self.sessions(connection)?;
        for statement in [
            "DELETE FROM marks WHERE key IN (SELECT key FROM marks WHERE created_at < ?1 LIMIT ?2)",
            "DELETE FROM shares WHERE (name, holder) IN (SELECT name, holder FROM shares WHERE free_at < ?1 LIMIT ?2)",
            "DELETE FROM tasks WHERE number IN
                 (SELECT number FROM tasks WHERE lease_until IS NOT NULL AND lease_until < ?1 AND parked = 1 LIMIT ?2)",
        ] {
            deleted += connection.prepare_cached(statement)?.execute(params![self.before.millis(), self.left(deleted)])?;
        }
        deleted += self.respondents(connection, deleted)?;
        if deleted > 0 {
            connection.execute_batch(&format!("PRAGMA incremental_vacuum({PAGES})"))?;
        }
        Ok(deleted)
    }
}

impl Purge {
    fn left(&self, deleted: usize) -> i64 {
        i64::try_from(self.most.saturating_sub(deleted)).unwrap_or(i64::MAX)
    }

    /// Who has opted out or in, or was erased, stays; who was asked, until no cap looks back to that.
    fn respondents(&self, connection: &Connection, deleted: usize) -> rusqlite::Result<usize> {
        let asked = self.before.minus(REMEMBERED).millis();
        connection
            .prepare_cached(
                "DELETE FROM respondents WHERE (tenant, respondent) IN (SELECT tenant, respondent FROM respondents AS r
                     WHERE opted_out_at IS NULL AND erased_at IS NULL AND json_extract(invitations, '$[#-1]') < ?1
                     AND NOT EXISTS (SELECT 1 FROM sessions AS s WHERE s.tenant = r.tenant AND s.respondent = r.respondent) LIMIT ?2)",
            )?
            .execute(params![asked, self.left(deleted)])
    }

    /// A session takes the message ids with it that led to it; they are not counted.
    fn sessions(&self, connection: &Connection) -> rusqlite::Result<usize> {
        let mut statement = connection.prepare_cached("SELECT number, id FROM sessions WHERE ended_at < ?1 ORDER BY ended_at LIMIT ?2")?;
        let old = statement
            .query_map(params![self.before.millis(), self.left(0)], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?
            .collect::<Result<Vec<_>, _>>()?;
        for (number, id) in &old {
            connection.prepare_cached("DELETE FROM messages WHERE session_id = ?1")?.execute([id])?;
            connection.prepare_cached("DELETE FROM sessions WHERE number = ?1")?.execute([number])?;
        }
        Ok(old.len())
    }
}
