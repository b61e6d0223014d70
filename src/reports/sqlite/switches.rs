use rusqlite::Connection;

use super::SqliteReports;
use crate::call::Moment;
use crate::ports::Pending;
use crate::ports::notice::SwitchedOff;
use crate::ports::report::{ReportError, WebhookSwitches};

impl WebhookSwitches for SqliteReports {
    fn switched_off(&self) -> Pending<'_, Result<Vec<SwitchedOff>, ReportError>> {
        Box::pin(self.on_tokens(read))
    }

    fn switch_off<'a>(&'a self, name: &'a str, now: Moment) -> Pending<'a, Result<(), ReportError>> {
        let name = name.to_owned();
        let put = "INSERT INTO webhooks_off (name, at) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING";
        Box::pin(self.on_tokens(move |connection| connection.execute(put, (name, now.millis())).map(drop)))
    }

    fn switch_on<'a>(&'a self, name: &'a str) -> Pending<'a, Result<bool, ReportError>> {
        let name = name.to_owned();
        let delete = "DELETE FROM webhooks_off WHERE name = ?1";
        Box::pin(self.on_tokens(move |connection| Ok(connection.execute(delete, [name])? > 0)))
    }
}

fn read(connection: &Connection) -> rusqlite::Result<Vec<SwitchedOff>> {
    let mut statement = connection.prepare_cached("SELECT name, at FROM webhooks_off ORDER BY name")?;
    let found = statement.query_map([], |row| Ok(SwitchedOff { name: row.get(0)?, at: Moment::from_millis(row.get(1)?) }))?;
    found.collect()
}
