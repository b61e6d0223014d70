//! What the servers behind the addresses promise: shown by `check`, `/readyz` and one line of the log at the start.

use std::sync::Arc;
use std::time::Duration;

use super::world::RandomIds;
use crate::config::{Fault, Inspection, ReportingUrl, Settings, StoreUrl};
use crate::ports::report::{ReportError, ReportWriter};
use crate::ports::store::StoreError;
use crate::reports::postgres::{Options as PostgresOptions, PostgresReports};
use crate::stores::redis::{Options, RedisStore};

/// Longest look at a server.
const PATIENCE: Duration = Duration::from_secs(5);

/// What a look at a server found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// Why it must not be used.
    pub faults: Vec<String>,
    /// What may cost time or data.
    pub warnings: Vec<String>,
}

/// Looks at the servers that a configuration names and adds what it finds; a server that cannot be reached is a warning, since a
/// configuration may be checked elsewhere.
pub async fn look_at_stores(found: &mut Inspection) {
    let store = of_store(&found.settings).await;
    let reporting = of_reporting(&found.settings).await;
    for (findings, key, place) in
        [(store, "store.url", found.settings.store.place.clone()), (reporting, "reporting.url", found.settings.reporting.place.clone())]
    {
        let fault = |text: String| Fault { file: place.0.clone(), line: place.1, message: format!("{key}: {text}") };
        found.errors.extend(findings.faults.into_iter().map(fault));
        found.settings.warnings.extend(findings.warnings.into_iter().map(fault));
    }
}

async fn of_store(settings: &Settings) -> Findings {
    let StoreUrl::Redis(url) = &settings.store.url else { return Findings::default() };
    match RedisStore::open(url, Options::new(Arc::new(RandomIds::random()))) {
        Ok(redis) => of_redis(&redis).await,
        Err(wrong) => Findings { faults: vec![wrong], ..Findings::default() },
    }
}

/// What a Redis promises.
pub(super) async fn of_redis(redis: &RedisStore) -> Findings {
    match tokio::time::timeout(PATIENCE, redis.audit()).await {
        Ok(Ok(audit)) => Findings { faults: audit.faults(), warnings: audit.warnings() },
        Ok(Err(StoreError::Failed(wrong))) => Findings { faults: vec![wrong], ..Findings::default() },
        Ok(Err(error)) => Findings { warnings: vec![format!("cannot be reached: {error}")], ..Findings::default() },
        Err(_) => Findings { warnings: vec!["cannot be reached: it does not answer".to_owned()], ..Findings::default() },
    }
}

async fn of_reporting(settings: &Settings) -> Findings {
    let ReportingUrl::Postgres(url) = &settings.reporting.url else { return Findings::default() };
    if url.expose().is_empty() {
        return Findings::default();
    }
    let postgres = match PostgresReports::at(url.expose(), PostgresOptions::default()) {
        Ok(postgres) => postgres,
        Err(wrong) => return Findings { faults: vec![wrong.to_string()], ..Findings::default() },
    };
    match tokio::time::timeout(PATIENCE, postgres.check()).await {
        Ok(Ok(())) => Findings::default(),
        Ok(Err(ReportError::Unreadable(wrong))) => Findings { faults: vec![wrong], ..Findings::default() },
        Ok(Err(error)) => Findings { warnings: vec![format!("cannot be reached: {error}")], ..Findings::default() },
        Err(_) => Findings { warnings: vec!["cannot be reached: it does not answer".to_owned()], ..Findings::default() },
    }
}
