//! Erasing by command: beside a running `serve`, or without one.

use std::path::PathBuf;
use std::sync::Arc;

use super::stores::{embedded_options, open_reports};
use super::world::{RandomIds, SystemClock};
use crate::call::Partition;
use crate::config::{Settings, StoreUrl};
use crate::flows::erase::Erasing;
use crate::ports::clock::Ids;
use crate::ports::erasure::Receipt;
use crate::ports::seal::Sealer;
use crate::ports::store::{Owner, SessionStore};
use crate::stores::embedded::{Embedded, Options};
use crate::stores::journal;
use crate::stores::redis::{Options as RedisOptions, RedisStore};
use crate::stores::shared::Tombstone;

/// Erases.
pub struct Eraser {
    erasing: Erasing,
    /// Beside a shared store this gateway's journal. Those of others are cleaned by their gateways.
    journal: Option<PathBuf>,
    sealer: Sealer,
}

impl Eraser {
    /// On the stores of a configuration.
    ///
    /// # Errors
    /// No store, or one that cannot be opened; a missing secret.
    pub async fn open(settings: &Settings) -> anyhow::Result<Self> {
        let secret = super::secret::load(settings.server.secret.as_ref(), settings.data_folder())?;
        let sealer = Sealer::of(&secret);
        let ids: Arc<dyn Ids> = Arc::new(RandomIds::random());
        let (_, reports) = open_reports(settings, &sealer).await?;
        let (store, journal): (Arc<dyn SessionStore>, _) = match &settings.store.url {
            StoreUrl::Embedded(path) => {
                let options = Options { check: false, ..embedded_options(settings, path, &sealer) };
                (Arc::new(Embedded::open(path, options)?), None)
            }
            StoreUrl::Redis(address) => {
                let options = RedisOptions { sealer: sealer.clone(), ..RedisOptions::new(Arc::clone(&ids)) };
                let redis = RedisStore::open(address, options).map_err(|wrong| anyhow::anyhow!("store.url: {wrong}"))?;
                (Arc::new(redis), Some(settings.store.journal_path.clone()).filter(|path| path.exists()))
            }
        };
        Ok(Self { erasing: Erasing { store, reports, clock: Arc::new(SystemClock), ids }, journal, sealer })
    }

    /// Erases a respondent.
    ///
    /// # Errors
    /// Stores that cannot be written; a running gateway then goes on with it.
    pub async fn erase(&self, of: Owner<'_>, by: &str) -> anyhow::Result<Receipt> {
        let mut receipt = self.erasing.erase(of, by).await?;
        if let Some(path) = self.journal.clone() {
            let partition = Partition::of_respondent(of.tenant, of.respondent);
            let (seal, tenant, at) = (receipt.tombstone.clone(), of.tenant.to_owned(), receipt.at);
            let tombstone = Tombstone { seal, tenant, partition, at, opted_out_at: None, sessions: Vec::new() };
            let sealer = self.sealer.clone();
            let scrubbed = tokio::task::spawn_blocking(move || journal::forget(&path, &sealer, &tombstone)).await??;
            receipt.removed.journal += scrubbed.removed;
        }
        Ok(receipt)
    }
}
