//! The composition root: configuration → adapters → a running gateway. The only place that names concrete adapters.

use std::net::SocketAddr;
use std::sync::{Arc, RwLock};
use std::time::Duration;

use anyhow::Context;
use ring::rand::SystemRandom;
use tokio::net::TcpListener;

use crate::config::{Loaded, Settings, StoreUrl};
use crate::flows::{Flows, Replies, Rulebook};
use crate::http::auth::{digest, draw};
use crate::http::{self, Gateway, Lanes, Limits, Parts};
use crate::lifecycle::{Readiness, Stop, Workers};
use crate::ports::clock::{Clock, Ids};
use crate::ports::report::{NewToken, Role};
use crate::ports::store::SessionStore;
use crate::reports::sqlite::SqliteReports;
use crate::stores::embedded::{Embedded, EmbeddedLock, Options};
use crate::telemetry::Metrics;
use crate::workers::outbox::Outbox;
use crate::workers::purge;

use metered::Metered;

mod accounts;
mod metered;
mod secret;
mod sink;
mod surveys;
pub mod world;

/// How long ended sessions, marks against repetition and set-aside tasks are kept behind `late_until`.
const KEPT_BEHIND: Duration = Duration::from_secs(100 * 86_400);
/// How often the outbox is looked at when nothing woke it.
const OUTBOX_BEAT: Duration = Duration::from_millis(250);
/// How often the depth of the queues is read.
const GAUGE_BEAT: Duration = Duration::from_secs(5);
/// How often what nobody needs any more is deleted.
const PURGE_BEAT: Duration = Duration::from_secs(3600);

/// What differs between the real gateway, the demo and the tests.
pub struct World {
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Identities.
    pub ids: Arc<dyn Ids>,
    /// Where we listen, for addresses where no `server.public_url` is configured.
    pub address: SocketAddr,
}

/// A gateway, put together and not yet serving.
pub struct App {
    /// Everything that a request can reach.
    pub gateway: Gateway,
    /// The worker that sends and ends what is due.
    pub outbox: Arc<Outbox>,
    store: Arc<Embedded>,
    grace: Duration,
    _lock: EmbeddedLock,
}

impl App {
    /// Puts a gateway together, opens its stores and remembers the definitions that running sessions began with.
    ///
    /// # Errors
    /// Stores that cannot be opened or are held by another `serve`, with the path and what to do.
    pub async fn build(loaded: Loaded, world: World) -> anyhow::Result<Self> {
        let book = loaded.book();
        let settings = loaded.settings;
        let StoreUrl::Embedded(path) = settings.store.url.clone();
        let folder = settings.data_folder().to_owned();
        std::fs::create_dir_all(&folder).with_context(|| format!("cannot make the data folder {}", folder.display()))?;
        let lock = EmbeddedLock::take(&path)?;
        let store = Arc::new(Embedded::open(&path, Options { facts: Arc::new(sink::ReportSink), ..Options::default() })?);
        store.take_over().await.with_context(|| format!("cannot write {}", path.display()))?;
        let reports = open_reports(&settings)?;
        let secret = secret::load_or_make(settings.server.secret.as_ref(), &folder)?;
        let accounts = accounts::make(&settings)?;
        let public_url = settings.server.public_url.clone();
        let metrics = Arc::new(Metrics::new(accounts.keys().cloned()));
        let flows = Arc::new(Flows {
            store: Arc::new(Metered { store: Arc::clone(&store) as Arc<dyn SessionStore>, metrics: Arc::clone(&metrics) }),
            clock: world.clock,
            ids: world.ids,
            journal: None,
            replies: Replies::Inline,
            rulebook: Arc::new(RwLock::new(Arc::new(Rulebook { book, policy: settings.policy.clone() }))),
            public_url: public_url.clone().unwrap_or_else(|| format!("http://{}", world.address)),
            secret,
            wake: Arc::default(),
        });
        surveys::pin(&flows).await?;
        let outbox = Arc::new(Outbox::new(Arc::clone(&flows), accounts.clone(), Arc::clone(&metrics)));
        let limits = limits(&settings);
        let parts = Parts {
            flows,
            accounts,
            reports: Arc::new(reports.clone()),
            tokens: Arc::new(reports),
            metrics,
            readiness: Arc::new(Readiness::default()),
            trusted_proxies: settings.server.trusted_proxies.clone(),
            public_url,
            lanes: Lanes::new(&limits),
            limits,
        };
        let grace = settings.server.grace;
        Ok(Self { gateway: Gateway(Arc::new(parts)), outbox, store, grace, _lock: lock })
    }

    /// Serves until the stop begins and what is in flight is done. The workers are not started: see [`App::work`].
    pub async fn serve(self: Arc<Self>, listener: TcpListener, stop: Stop) {
        self.gateway.readiness.set("store", true);
        self.gateway.metrics.dependency("store", true);
        http::serve(listener, self.gateway.clone(), stop).await;
    }

    /// Starts the workers; they end when the stop begins.
    pub fn work(self: &Arc<Self>, stop: &Stop) -> Workers {
        let mut workers = Workers::default();
        let (app, ended) = (Arc::clone(self), stop.clone());
        workers.spawn("outbox", move || Arc::clone(&app).run_outbox(ended.clone()));
        let (app, ended) = (Arc::clone(self), stop.clone());
        workers.spawn("purge", move || Arc::clone(&app).run_purge(ended.clone()));
        let (app, ended) = (Arc::clone(self), stop.clone());
        workers.spawn("gauges", move || Arc::clone(&app).run_gauges(ended.clone()));
        workers
    }

    /// Serves and works until the stop begins, finishes what is in flight within one grace for all of it, and closes the store.
    pub async fn run(self: Arc<Self>, listener: TcpListener, stop: Stop) {
        let workers = self.work(&stop);
        tokio::join!(Arc::clone(&self).serve(listener, stop.clone()), self.end(workers, &stop));
        self.close().await;
    }

    async fn end(&self, workers: Workers, stop: &Stop) {
        stop.begun().await;
        let late = tokio::select! {
            late = workers.finish(self.grace) => late,
            () = stop.was_cut() => vec!["all"],
        };
        for worker in late {
            tracing::warn!(worker, "a worker did not end in time; what it held comes again");
        }
    }

    /// Brings everything into the store's file and closes it.
    pub async fn close(&self) {
        let store = Arc::clone(&self.store);
        match tokio::task::spawn_blocking(move || store.close()).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::error!(%error, "the store could not be closed in an orderly way"),
            Err(error) => tracing::error!(%error, "the store could not be closed in an orderly way"),
        }
    }

    /// Takes surveys, rules and policy of a newly read configuration into force; accounts and addresses need a restart.
    ///
    /// # Errors
    /// A store that cannot keep the new definitions; then the old ones stay in force.
    pub async fn reload(&self, loaded: Loaded) -> anyhow::Result<()> {
        surveys::exchange(&self.gateway.flows, loaded).await
    }

    /// Makes an API token of that role and gives it, once.
    ///
    /// # Errors
    /// A store that cannot be written.
    pub async fn create_token(&self, tenant: &str, role: Role) -> anyhow::Result<String> {
        let now = self.gateway.flows.clock.now();
        let token = draw(&SystemRandom::new()).map_err(|_| anyhow::anyhow!("the system gives no random numbers"))?;
        let id = self.gateway.flows.ids.next(now);
        let kept = NewToken { id, tenant: tenant.to_owned(), role, digest: digest(&token), created_at: now };
        self.gateway.tokens.create(kept).await?;
        Ok(token)
    }

    async fn run_outbox(self: Arc<Self>, stop: Stop) {
        while !stop.has_begun() {
            match self.outbox.run_once().await {
                Ok(0) => {
                    tokio::select! {
                        () = self.gateway.flows.wake.notified() => {}
                        () = tokio::time::sleep(OUTBOX_BEAT) => {}
                        () = stop.begun() => {}
                    }
                }
                Ok(_) => {}
                Err(error) => {
                    tracing::warn!(%error, "the outbox cannot be read");
                    rest(&stop, GAUGE_BEAT).await;
                }
            }
        }
    }

    async fn run_purge(self: Arc<Self>, stop: Stop) {
        while !stop.has_begun() {
            let keep = self.gateway.flows.rulebook().policy.late_until + KEPT_BEHIND;
            match purge::run_once(self.store.as_ref(), self.gateway.flows.clock.as_ref(), keep).await {
                Ok(rows) => tracing::debug!(rows, "purged"),
                Err(error) => tracing::warn!(%error, "the purge failed and will go on later"),
            }
            rest(&stop, PURGE_BEAT).await;
        }
    }

    async fn run_gauges(self: Arc<Self>, stop: Stop) {
        while !stop.has_begun() {
            let health = self.store.health(self.gateway.flows.clock.now()).await;
            let up = health.is_ok();
            match health {
                Ok(health) => self.gateway.metrics.queues(&health),
                Err(error) => tracing::error!(%error, "the store cannot be read"),
            }
            self.gateway.readiness.set("store", up);
            self.gateway.metrics.dependency("store", up);
            rest(&stop, GAUGE_BEAT).await;
        }
    }
}

async fn rest(stop: &Stop, time: Duration) {
    tokio::select! {
        () = tokio::time::sleep(time) => {}
        () = stop.begun() => {}
    }
}

/// The reporting store of a configuration, made if it is not there; also for commands beside a running `serve`.
///
/// # Errors
/// A file that cannot be opened, with its path.
pub fn open_reports(settings: &Settings) -> anyhow::Result<SqliteReports> {
    let StoreUrl::Embedded(path) = &settings.reporting.url;
    if !path.exists() {
        // The sessions' store knows how the file must be: for its owner only, and able to shrink.
        let options = Options { facts: Arc::new(sink::ReportSink), check: false, ..Options::default() };
        Embedded::open(path, options)?.close()?;
    }
    SqliteReports::open(path).with_context(|| format!("cannot open {}", path.display()))
}

/// The reporting store of a configuration for commands that only make sense where there is one.
///
/// # Errors
/// No file, or one that cannot be opened, with its path.
pub fn existing_reports(settings: &Settings) -> anyhow::Result<SqliteReports> {
    let StoreUrl::Embedded(path) = &settings.reporting.url;
    if !path.exists() {
        anyhow::bail!("there is no store at {}; name its folder with --data or its configuration with --config", path.display());
    }
    open_reports(settings)
}

fn limits(settings: &Settings) -> Limits {
    Limits {
        max_connections: settings.server.max_connections,
        max_connections_per_address: settings.server.max_connections_per_address,
        max_body: settings.server.max_body,
        grace: settings.server.grace,
        ..Limits::default()
    }
}
