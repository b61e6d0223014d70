//! The composition root: configuration → adapters → a running gateway. The only place that names concrete adapters.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, RwLock};
use std::time::Duration;

use anyhow::Context;
use ring::rand::SystemRandom;
use tokio::net::TcpListener;

use crate::config::{Loaded, Settings};
use crate::couriers::Outside;
use crate::flows::erase::Erasing;
use crate::flows::tickets::Tickets;
use crate::flows::{Flows, Replies, Rulebook};
use crate::http::auth::{digest, draw};
use crate::http::{self, Gateway, Lanes, Limits, Parts, Seats, Signs};
use crate::lifecycle::{Readiness, Stop, Workers};
use crate::ports::clock::{Clock, Ids};
use crate::ports::erasure::Retention;
use crate::ports::report::{NewToken, Role};
use crate::ports::seal::Sealer;
use crate::telemetry::{Metrics, Seldom};
use crate::workers::drain::Drain;
use crate::workers::export::Exports;
use crate::workers::follow_up::FollowUp;
use crate::workers::forward::Forward;
use crate::workers::outbox::Outbox;

use metered::Metered;
use stores::Stores;

pub use crate::providers::simulator::{SimulatedCall, SimulatedSms, Simulator};
pub use audit::look_at_stores;
pub use eraser::Eraser;
pub use stores::{existing_reports, open_reports};

mod accounts;
mod audit;
pub mod backup;
mod couriers;
mod eraser;
mod exports;
mod metered;
mod secret;
mod sink;
mod stores;
mod surveys;
mod work;
pub mod world;

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
    /// The worker that carries out what was kept in the journal, where there is one.
    pub drain: Option<Arc<Drain>>,
    /// The worker that brings facts to a reporting store of their own, where there is one.
    pub forward: Option<Arc<Forward>>,
    /// The worker that writes exports to folders, where there are any.
    pub exports: Option<Arc<Exports>>,
    simulators: BTreeMap<String, Arc<Simulator>>,
    stores: Stores,
    retention: Retention,
    grace: Duration,
}

impl App {
    /// Puts a gateway together, opens its stores and remembers the definitions that running sessions began with.
    ///
    /// # Errors
    /// Stores that cannot be opened or are held by another `serve`, with the path and what to do.
    pub async fn build(loaded: Loaded, world: World) -> anyhow::Result<Self> {
        let book = loaded.book();
        let settings = loaded.settings;
        let folder = settings.data_folder().to_owned();
        std::fs::create_dir_all(&folder).with_context(|| format!("cannot make the data folder {}", folder.display()))?;
        let secret = secret::load_or_make(settings.server.secret.as_ref(), &folder)?;
        let stores = Stores::open(&settings, (&world.clock, &world.ids), &Sealer::of(&secret)).await?;
        let accounts::Made { accounts, simulators } = accounts::make(&settings)?;
        let public_url = settings.server.public_url.clone();
        let metrics = Arc::new(Metrics::new(accounts.keys().cloned()));
        let flows = Arc::new(Flows {
            store: Arc::new(Metered {
                store: Arc::clone(&stores.sessions),
                metrics: Arc::clone(&metrics),
                forwarded: stores.forward.is_some(),
            }),
            clock: world.clock,
            ids: world.ids,
            journal: stores.journal.clone(),
            replies: Replies::Inline,
            rulebook: Arc::new(RwLock::new(Arc::new(Rulebook { book, policy: settings.policy.clone() }))),
            public_url: public_url.clone().unwrap_or_else(|| format!("http://{}", world.address)),
            secret,
            wake: Arc::default(),
        });
        surveys::pin(&flows).await?;
        let tickets = Tickets { flows: Arc::clone(&flows), reports: Arc::clone(&stores.reports.results) };
        let couriers = couriers::make(&settings)?;
        let erasing = erasing(&flows, &stores);
        let outbox = Arc::new(Outbox::new(accounts.clone(), follow_up((&tickets, couriers), &stores, &metrics), erasing.clone()));
        let drain = stores.journal.clone().map(|journal| Arc::new(Drain::new(Arc::clone(&flows), accounts.clone(), journal)));
        let forward = stores
            .forward
            .clone()
            .map(|(queue, reports)| Arc::new(Forward::new(queue, reports, Arc::clone(&flows.clock), Arc::clone(&metrics))));
        let exports = exports::make(&settings, &stores.reports.results, &flows.clock)?;
        let limits = limits(&settings);
        let parts = Parts {
            flows,
            accounts,
            reports: Arc::clone(&stores.reports.results),
            tokens: Arc::clone(&stores.reports.tokens),
            tickets,
            erasing,
            audit: Arc::clone(&stores.reports.audit),
            switches: Arc::clone(&stores.reports.switches),
            metrics,
            readiness: Arc::new(Readiness::default()),
            trusted_proxies: settings.server.trusted_proxies.clone(),
            public_url,
            seats: Seats::default(),
            signs: Signs::default(),
            lanes: Lanes::new(&limits),
            limits,
            sheds: Seldom::default(),
        };
        let (grace, retention) = (settings.server.grace, settings.retention);
        Ok(Self { gateway: Gateway(Arc::new(parts)), outbox, drain, forward, exports, simulators, stores, retention, grace })
    }

    /// Serves until the stop begins and what is in flight is done. The workers are not started: see [`App::work`].
    pub async fn serve(self: Arc<Self>, listener: TcpListener, stop: Stop) {
        self.look_at_dependencies().await;
        http::serve(listener, self.gateway.clone(), stop).await;
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

    /// Brings everything into the stores' files and closes them.
    pub async fn close(&self) {
        self.stores.close().await;
    }

    /// Where the messages of that account go, if it is a simulator.
    #[must_use]
    pub fn simulator(&self, account: &str) -> Option<Arc<Simulator>> {
        self.simulators.get(account).cloned()
    }

    /// Whether what is accepted is on the disk before it is acknowledged (promise P1); it is, unless the demo, which can be played again,
    /// goes without while it plays. Changes nothing with a shared store.
    ///
    /// # Errors
    /// A store that cannot be written.
    pub async fn sync(&self, on: bool) -> anyhow::Result<()> {
        Ok(self.stores.sync(on).await?)
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
        self.make_token(tenant, role, false).await
    }

    /// The same for one that may look at whole numbers.
    ///
    /// # Errors
    /// A store that cannot be written.
    pub async fn create_unmasking_token(&self, tenant: &str, role: Role) -> anyhow::Result<String> {
        self.make_token(tenant, role, true).await
    }

    async fn make_token(&self, tenant: &str, role: Role, unmask: bool) -> anyhow::Result<String> {
        let now = self.gateway.flows.clock.now();
        let token = draw(&SystemRandom::new()).map_err(|_| anyhow::anyhow!("the system gives no random numbers"))?;
        let id = self.gateway.flows.ids.next(now);
        let kept = NewToken { id, tenant: tenant.to_owned(), role, digest: digest(&token), unmask, created_at: now };
        self.gateway.tokens.create(kept).await?;
        Ok(token)
    }
}

fn erasing(flows: &Arc<Flows>, stores: &Stores) -> Erasing {
    let (clock, ids) = (Arc::clone(&flows.clock), Arc::clone(&flows.ids));
    Erasing { store: Arc::clone(&flows.store), reports: Arc::clone(&stores.writer), clock, ids }
}

fn follow_up((tickets, couriers): (&Tickets, Outside), stores: &Stores, metrics: &Arc<Metrics>) -> FollowUp {
    FollowUp {
        flows: Arc::clone(&tickets.flows),
        tickets: tickets.clone(),
        reports: Arc::clone(&stores.reports.results),
        switches: Arc::clone(&stores.reports.switches),
        couriers: Arc::new(couriers),
        metrics: Arc::clone(metrics),
        off: std::sync::Mutex::default(),
    }
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
