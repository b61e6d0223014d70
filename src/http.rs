//! The HTTP side: accept loop, router, provider webhooks, API. Names no vendor and no database.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::flows::Flows;
use crate::flows::erase::Erasing;
use crate::flows::tickets::Tickets;
use crate::lifecycle::Readiness;
use crate::ports::account::{Account, AddressRange};
use crate::ports::report::{Audit, ReportStore, TokenStore, WebhookSwitches};
use crate::telemetry::{Metrics, Seldom};

pub use accept::serve;
pub use dashboard::integrity::count::Signs;
pub use dashboard::live::Seats;
pub use lanes::Lanes;
pub use limits::Limits;

pub mod accept;
pub mod api;
pub mod auth;
mod body;
mod dashboard;
pub mod error;
mod health;
mod hooks;
mod lanes;
mod limits;
mod origin;
pub mod router;

/// What every handler can reach; cheap to clone.
#[derive(Clone)]
pub struct Gateway(pub Arc<Parts>);

/// The parts of a running gateway; made once by `app`.
pub struct Parts {
    /// The use cases.
    pub flows: Arc<Flows>,
    /// The accounts by name.
    pub accounts: BTreeMap<String, Account>,
    /// Results.
    pub reports: Arc<dyn ReportStore>,
    /// API tokens.
    pub tokens: Arc<dyn TokenStore>,
    /// Follow-ups.
    pub tickets: Tickets,
    /// Erases respondents.
    pub erasing: Erasing,
    /// Who has looked at numbers, and erased.
    pub audit: Arc<dyn Audit>,
    /// Which webhooks are switched off.
    pub switches: Arc<dyn WebhookSwitches>,
    /// Counters.
    pub metrics: Arc<Metrics>,
    /// Whether the dependencies are there, and whether we are stopping.
    pub readiness: Arc<Readiness>,
    /// Whose X-Forwarded-For is believed.
    pub trusted_proxies: Vec<AddressRange>,
    /// `server.public_url` where it is configured; else webhooks are verified against the Host header.
    pub public_url: Option<String>,
    /// Bounds of connections, bodies and time.
    pub limits: Limits,
    /// Places for browsers that follow the feed.
    pub seats: Seats,
    /// How many agents have signs of steered scores, as the first page says it.
    pub signs: Signs,
    /// Bounds of the work that is in flight; made from `limits`.
    pub lanes: Lanes,
    /// Why webhooks were shed, as the log says it.
    pub sheds: Seldom,
}

impl std::ops::Deref for Gateway {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}
