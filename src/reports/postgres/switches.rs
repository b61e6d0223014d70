use deadpool_postgres::ClientWrapper;
use tokio_postgres::types::Type;

use super::values::{Stamp, get};
use crate::call::Moment;
use crate::ports::notice::SwitchedOff;
use crate::ports::report::ReportError;

pub async fn read(client: &ClientWrapper) -> Result<Vec<SwitchedOff>, ReportError> {
    let found = client.query_typed("SELECT name, at FROM webhooks_off ORDER BY name", &[]).await?;
    let off = |row| {
        let Stamp(at) = get(row, 1)?;
        Ok(SwitchedOff { name: get(row, 0)?, at })
    };
    found.iter().map(off).collect()
}

pub async fn off(client: &ClientWrapper, name: &str, now: Moment) -> Result<(), ReportError> {
    let put = "INSERT INTO webhooks_off (name, at) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";
    client.execute_typed(put, &[(&name, Type::TEXT), (&Stamp(now), Type::TIMESTAMPTZ)]).await?;
    Ok(())
}

pub async fn on(client: &ClientWrapper, name: &str) -> Result<bool, ReportError> {
    Ok(client.execute_typed("DELETE FROM webhooks_off WHERE name = $1", &[(&name, Type::TEXT)]).await? > 0)
}
