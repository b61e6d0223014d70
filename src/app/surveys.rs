//! Which definitions are in force, and which ones running sessions began with.

use std::sync::{Arc, PoisonError};

use crate::config::{Loaded, surveys};
use crate::flows::{Flows, Rulebook};
use crate::survey::model::{Book, Survey};

/// Keeps the definitions in force in the store, and remembers those that running sessions began with.
///
/// # Errors
/// A store that cannot be read or written.
pub async fn pin(flows: &Flows) -> anyhow::Result<()> {
    let rules = flows.rulebook();
    let mut book = rules.book.clone();
    remember_kept(flows, &mut book).await?;
    replace(flows, Rulebook { book, policy: rules.policy.clone() });
    Ok(())
}

/// Takes a new configuration's surveys and policy into force.
///
/// # Errors
/// A store that cannot be read or written; then nothing changes.
pub async fn exchange(flows: &Flows, loaded: Loaded) -> anyhow::Result<()> {
    let mut book = loaded.book();
    remember_kept(flows, &mut book).await?;
    replace(flows, Rulebook { book, policy: loaded.settings.policy });
    Ok(())
}

async fn remember_kept(flows: &Flows, book: &mut Book) -> anyhow::Result<()> {
    let now: Vec<_> = book.all().map(|survey| (survey.key.clone(), survey.source.clone())).collect();
    for (key, source) in flows.store.definitions(now).await? {
        match surveys::parse(&format!("{} version {} of a running session", key.id, key.version), &source) {
            Ok(survey) => book.remember(Survey { key, ..survey }),
            Err(faults) => {
                tracing::error!(survey = key.id, version = key.version, fault = %faults.first().map(ToString::to_string).unwrap_or_default(),
                "a definition that sessions began with cannot be read any more")
            }
        }
    }
    Ok(())
}

fn replace(flows: &Flows, rulebook: Rulebook) {
    *flows.rulebook.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(rulebook);
}
