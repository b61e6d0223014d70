//! Opening what a configuration names: correlation store, journal, reporting store.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;

use super::sink::ReportSink;
use crate::config::{JournalRule, ReportingUrl, Settings, StoreUrl};
use crate::ports::clock::{Clock, Ids};
use crate::ports::journal::Journal;
use crate::ports::report::{Audit, Packing, ReportStore, ReportWriter, TokenStore, WebhookSwitches};
use crate::ports::seal::Sealer;
use crate::ports::store::{FactQueue, SessionStore, StoreError};
use crate::reports::postgres::{Options as PostgresOptions, PostgresReports};
use crate::reports::sqlite::{SqliteReports, SqliteWriter};
use crate::stores::embedded::{Embedded, EmbeddedLock, FactSink, Options, QueuedFacts};
use crate::stores::journal::{JournalFile, KEPT};
use crate::stores::journaled::{self, Journaled};
use crate::stores::redis::{Options as RedisOptions, RedisStore};

/// How long the start waits for a shared store before it goes on without it.
const FIRST_LOOK: Duration = Duration::from_secs(3);

/// Everything that keeps something, opened.
pub struct Stores {
    /// Sessions.
    pub sessions: Arc<dyn SessionStore>,
    /// What waits for a shared store; `None` where the store is never away.
    pub journal: Option<Arc<dyn Journal>>,
    /// A shared store that must be looked after.
    pub shared: Option<Shared>,
    /// By which results are written, where not in the same commit as sessions.
    pub writer: Arc<dyn ReportWriter>,
    /// Facts on their way to a reporting store of their own.
    pub forward: Option<(Arc<dyn FactQueue>, Arc<dyn ReportWriter>)>,
    /// Results.
    pub reports: Reports,
    embedded: Option<Arc<Embedded>>,
    _lock: EmbeddedLock,
}

/// A shared store with this node's journal before it.
#[derive(Clone)]
pub struct Shared {
    /// What the use cases see.
    pub journaled: Arc<Journaled>,
    /// The shared store itself.
    pub redis: Arc<RedisStore>,
    journal: Arc<JournalFile>,
}

/// Where results and API tokens are read and kept.
#[derive(Clone)]
pub struct Reports {
    /// Results.
    pub results: Arc<dyn ReportStore>,
    /// API tokens.
    pub tokens: Arc<dyn TokenStore>,
    /// Webhooks that are switched off.
    pub switches: Arc<dyn WebhookSwitches>,
    /// Their packing.
    pub packing: Arc<dyn Packing>,
    /// Who has looked at numbers, and erased.
    pub audit: Arc<dyn Audit>,
}

impl Shared {
    /// Whether the journal can be written, as far as known.
    #[must_use]
    pub fn can_be_written(&self) -> bool {
        !self.journal.is_failing()
    }
}

impl Stores {
    /// Opens what the configuration names. A shared store or a database that is away is no reason to fail: what comes waits for it.
    ///
    /// # Errors
    /// Files that cannot be opened or are held by another `serve`, with the path and what to do; addresses that cannot be used.
    pub async fn open(settings: &Settings, world: (&Arc<dyn Clock>, &Arc<dyn Ids>), sealer: &Sealer) -> anyhow::Result<Self> {
        match &settings.store.url {
            StoreUrl::Embedded(path) => Self::embedded(settings, path, sealer).await,
            StoreUrl::Redis(_) => Self::shared(settings, world, sealer).await,
        }
    }

    async fn embedded(settings: &Settings, path: &Path, sealer: &Sealer) -> anyhow::Result<Self> {
        let lock = EmbeddedLock::take(path)?;
        let options = embedded_options(settings, path, sealer);
        let together = settings.reporting.url == ReportingUrl::Embedded(path.to_owned());
        let store = Arc::new(Embedded::open(path, options)?);
        store.take_over().await.with_context(|| format!("cannot write {}", path.display()))?;
        let (reports, writer) = open_reports(settings, sealer).await?;
        let queue = Arc::clone(&store) as Arc<dyn FactQueue>;
        let forward = (!together).then_some((queue, Arc::clone(&writer)));
        let sessions = Arc::clone(&store) as _;
        Ok(Self { sessions, journal: None, shared: None, writer, forward, reports, embedded: Some(store), _lock: lock })
    }

    async fn shared(settings: &Settings, (clock, ids): (&Arc<dyn Clock>, &Arc<dyn Ids>), sealer: &Sealer) -> anyhow::Result<Self> {
        let path = &settings.store.journal_path;
        let lock = EmbeddedLock::take(path)?;
        let StoreUrl::Redis(address) = &settings.store.url else { anyhow::bail!("no shared store is configured") };
        let journal = Arc::new(JournalFile::open(path, &ids.next(clock.now()))?.sealed(sealer.clone()));
        let (own, node) = (Some(Arc::clone(clock)), Some(journal.node().id));
        let options = RedisOptions { clock: own, node, sealer: sealer.clone(), ..RedisOptions::new(Arc::clone(ids)) };
        let redis = Arc::new(RedisStore::open(address, options).map_err(|wrong| anyhow::anyhow!("store.url: {wrong}"))?);
        let rule = match settings.store.journal {
            JournalRule::Always => journaled::JournalRule::Always,
            JournalRule::Outage => journaled::JournalRule::Outage,
        };
        // As long as a survey can be open at least.
        let rule = (rule, settings.policy.valid_for.max(KEPT));
        let journaled = Arc::new(Journaled::new(Arc::clone(&redis) as _, Arc::clone(&journal), rule, Arc::clone(clock)));
        match tokio::time::timeout(FIRST_LOOK, journaled.look()).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(%error, "the shared store is away at the start; what comes is kept in the journal"),
            Err(_) => tracing::warn!("the shared store does not answer at the start; what comes is kept in the journal"),
        }
        let found = if journaled.is_serving() { super::audit::of_redis(&redis).await } else { super::audit::Findings::default() };
        if !found.faults.is_empty() {
            anyhow::bail!("the store at {address} must not be used: {}", found.faults.join("; "));
        }
        let (reports, writer) = open_reports(settings, sealer).await?;
        Ok(Self {
            sessions: Arc::clone(&journaled) as _,
            journal: Some(Arc::clone(&journal) as _),
            forward: Some((Arc::clone(&journaled) as _, Arc::clone(&writer))),
            writer,
            shared: Some(Shared { journaled, redis, journal }),
            reports,
            embedded: None,
            _lock: lock,
        })
    }

    /// Whether what is accepted can be written on this node's disk; where a write was refused, it is tried again.
    pub async fn can_be_written(&self) -> bool {
        match (&self.embedded, &self.shared) {
            (Some(store), _) => store.try_again().await,
            (None, Some(shared)) => shared.journal.try_again().await,
            (None, None) => true,
        }
    }

    /// Whether the embedded store brings each commit to the disk before it answers.
    ///
    /// # Errors
    /// As of [`Embedded::sync`].
    pub async fn sync(&self, on: bool) -> Result<(), StoreError> {
        match &self.embedded {
            Some(store) => store.sync(on).await,
            None => Ok(()),
        }
    }

    /// Brings everything into the files and closes them.
    pub async fn close(&self) {
        let (embedded, journal) = (self.embedded.clone(), self.shared.as_ref().map(|shared| Arc::clone(&shared.journal)));
        let close = move || {
            embedded.map_or(Ok(()), |store| store.close())?;
            journal.map_or(Ok(()), |journal| journal.close())
        };
        let error = match tokio::task::spawn_blocking(close).await {
            Ok(Ok(())) => return,
            Ok(Err(error)) => error.to_string(),
            Err(error) => error.to_string(),
        };
        tracing::error!(error, "the store could not be closed in an orderly way");
    }
}

/// How the file of an embedded store is opened: with the reporting tables in it, or with a queue of facts for them.
pub(super) fn embedded_options(settings: &Settings, path: &Path, sealer: &Sealer) -> Options {
    let together = settings.reporting.url == ReportingUrl::Embedded(path.to_owned());
    let facts: Arc<dyn FactSink> = if together { Arc::new(ReportSink { sealer: sealer.clone() }) } else { Arc::new(QueuedFacts) };
    Options { facts, sealer: sealer.clone(), ..Options::default() }
}

/// The reporting store of a configuration, made if it is not there; also for commands beside a running `serve`.
///
/// # Errors
/// A file that cannot be opened, with its path; an address that cannot be used.
pub async fn open_reports(settings: &Settings, sealer: &Sealer) -> anyhow::Result<(Reports, Arc<dyn ReportWriter>)> {
    match &settings.reporting.url {
        ReportingUrl::Embedded(path) => embedded_reports(path, sealer),
        ReportingUrl::Postgres(url) => {
            let options = PostgresOptions { sealer: sealer.clone(), ..PostgresOptions::default() };
            let postgres = Arc::new(PostgresReports::at(url.expose(), options).context("reporting.url")?);
            let reports = Reports {
                results: Arc::clone(&postgres) as _,
                tokens: Arc::clone(&postgres) as _,
                switches: Arc::clone(&postgres) as _,
                packing: Arc::clone(&postgres) as _,
                audit: Arc::clone(&postgres) as _,
            };
            Ok((reports, postgres))
        }
    }
}

fn embedded_reports(path: &Path, sealer: &Sealer) -> anyhow::Result<(Reports, Arc<dyn ReportWriter>)> {
    if !path.exists() {
        // The sessions' store knows how the file must be: for its owner only, and able to shrink.
        let options = Options { facts: Arc::new(ReportSink::default()), check: false, ..Options::default() };
        Embedded::open(path, options)?.close()?;
    }
    let cannot = || format!("cannot open {}", path.display());
    let reports = Arc::new(SqliteReports::open(path).with_context(cannot)?);
    let writer = Arc::new(SqliteWriter::open(path).with_context(cannot)?.sealed(sealer.clone()));
    let reports = Reports {
        results: Arc::clone(&reports) as _,
        tokens: Arc::clone(&reports) as _,
        switches: Arc::clone(&reports) as _,
        packing: Arc::clone(&reports) as _,
        audit: reports,
    };
    Ok((reports, writer))
}

/// The reporting store of a configuration for commands that only make sense where there is one.
///
/// # Errors
/// No file, or one that cannot be opened, with its path; a database that cannot be reached.
pub async fn existing_reports(settings: &Settings) -> anyhow::Result<Reports> {
    if let ReportingUrl::Embedded(path) = &settings.reporting.url
        && !path.exists()
    {
        anyhow::bail!("there is no store at {}; name its folder with --data or its configuration with --config", path.display());
    }
    Ok(open_reports(settings, &Sealer::default()).await?.0)
}
