//! The API with tokens, over a correlation store that is away.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use aftercall::call::Moment;
use aftercall::flows::Flows;
use aftercall::flows::erase::Erasing;
use aftercall::flows::tickets::Tickets;
use aftercall::http::auth::digest;
use aftercall::http::{Gateway, Lanes, Limits, Parts, Seats, Signs, api};
use aftercall::ports::Pending;
use aftercall::ports::account::Account;
use aftercall::ports::clock::{Clock, Ids};
use aftercall::ports::erasure::{Erasure, Traces};
use aftercall::ports::report::{Audit, NewToken, ReportStore, ReportWriter, Role, TokenStore, WebhookSwitches};
use aftercall::ports::store::{
    CallQuery, Change, Committed, Dossier, Health, KnownCall, Leased, Mark, Owner, SessionKey, SessionStore, Settlement, StoreError,
};
use aftercall::reports::sqlite::SqliteWriter;
use aftercall::survey::model::SurveyKey;
use aftercall::survey::session::Session;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use hyper::service::Service;
use hyper_util::service::TowerToHyperService;

use super::Sqlite;

/// A correlation store that can do nothing at the moment.
struct Away;

fn away<'a, T: Send + 'a>() -> Pending<'a, Result<T, StoreError>> {
    Box::pin(std::future::ready(Err(StoreError::Busy)))
}

impl SessionStore for Away {
    fn session<'a>(&'a self, _: SessionKey<'a>) -> Pending<'a, Result<Option<Session>, StoreError>> {
        away()
    }
    fn known_call<'a>(&'a self, _: CallQuery<'a>) -> Pending<'a, Result<KnownCall, StoreError>> {
        away()
    }

    fn dossier<'a>(&'a self, _: Owner<'a>, _: Option<&'a Mark>, _: Moment) -> Pending<'a, Result<Dossier, StoreError>> {
        away()
    }
    fn commit(&self, _: Change) -> Pending<'_, Result<Committed, StoreError>> {
        away()
    }
    fn take<'a>(&'a self, _: &'a str, _: &'a [aftercall::policy::Share], _: Moment) -> Pending<'a, Result<Option<usize>, StoreError>> {
        away()
    }
    fn lease(&self, _: usize, _: Duration, _: Moment) -> Pending<'_, Result<Vec<Leased>, StoreError>> {
        away()
    }
    fn settle<'a>(&'a self, _: &'a Leased, _: Settlement) -> Pending<'a, Result<bool, StoreError>> {
        away()
    }
    fn awaits<'a>(&'a self, _: &'a [String]) -> Pending<'a, Result<bool, StoreError>> {
        away()
    }
    fn definitions(&self, _: Vec<(SurveyKey, String)>) -> Pending<'_, Result<Vec<(SurveyKey, String)>, StoreError>> {
        away()
    }
    fn purge(&self, _: Moment, _: usize) -> Pending<'_, Result<usize, StoreError>> {
        away()
    }
    fn erase<'a>(&'a self, _: &'a Erasure, _: Moment) -> Pending<'a, Result<Traces, StoreError>> {
        away()
    }
    fn health(&self, _: Moment) -> Pending<'_, Result<Health, StoreError>> {
        away()
    }
}

struct Still(Moment);

impl Clock for Still {
    fn now(&self) -> Moment {
        self.0
    }
}

impl Ids for Still {
    fn next(&self, _: Moment) -> String {
        "id".into()
    }
}

/// The API's routes, called without a network between.
pub struct Door(TowerToHyperService<axum::Router>);

/// An answer of the API.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    /// Status, code and detail of a problem.
    pub fn problem(&self) -> (u16, String, String) {
        assert_eq!(self.headers["content-type"], "application/problem+json");
        let problem = self.json();
        assert_eq!(problem["status"], self.status.as_u16());
        let text = |name: &str| problem[name].as_str().expect("a text").to_owned();
        (self.status.as_u16(), text("code"), text("detail"))
    }
}

impl Door {
    /// Tokens are named by tenant and role, for example `default-read`.
    pub async fn new(stage: &Sqlite) -> Self {
        for tenant in ["default", "other"] {
            for role in [Role::Read, Role::Ingest, Role::Admin] {
                let name = format!("{tenant}-{}", role.name());
                let token = NewToken {
                    id: name.clone(),
                    tenant: tenant.into(),
                    role,
                    digest: digest(&name),
                    unmask: false,
                    created_at: Moment::default(),
                };
                stage.reports.create(token).await.expect("a token");
            }
        }
        let writer = Arc::new(SqliteWriter::open(&stage.path()).expect("a writer"));
        Self::over(&stage.reports, writer, (BTreeMap::new(), Moment::from_millis(0)))
    }

    /// Over any store and its writer, with these accounts, at that time.
    pub fn over<S>(store: &S, writer: Arc<dyn ReportWriter>, (accounts, now): (BTreeMap<String, Account>, Moment)) -> Self
    where
        S: ReportStore + TokenStore + WebhookSwitches + Audit + Clone + 'static,
    {
        let flows = Arc::new(flows(now));
        let parts = Parts {
            tickets: Tickets { flows: Arc::clone(&flows), reports: Arc::new(store.clone()) },
            switches: Arc::new(store.clone()),
            audit: Arc::new(store.clone()),
            erasing: Erasing {
                store: Arc::clone(&flows.store),
                reports: writer,
                clock: Arc::clone(&flows.clock),
                ids: Arc::clone(&flows.ids),
            },
            flows,
            accounts,
            reports: Arc::new(store.clone()),
            tokens: Arc::new(store.clone()),
            metrics: Arc::default(),
            readiness: Arc::default(),
            trusted_proxies: vec![],
            public_url: None,
            limits: Limits::default(),
            seats: Seats::default(),
            signs: Signs::default(),
            lanes: Lanes::new(&Limits::default()),
            sheds: Default::default(),
        };
        Self(TowerToHyperService::new(api::routes().with_state(Gateway(Arc::new(parts)))))
    }

    pub async fn get(&self, token: &str, target: &str) -> Answer {
        let request = Request::get(target).header("authorization", format!("Bearer {token}")).body(Body::empty());
        self.call(request.expect("a request")).await
    }

    pub async fn post(&self, token: &str, target: &str, body: String) -> Answer {
        let request = Request::post(target).header("authorization", format!("Bearer {token}")).body(body.into());
        self.call(request.expect("a request")).await
    }

    pub async fn call(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.0.call(request).await.expect("an answer").into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("a body").to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }
}

fn flows(now: Moment) -> Flows {
    Flows {
        store: Arc::new(Away),
        clock: Arc::new(Still(now)),
        ids: Arc::new(Still(now)),
        journal: None,
        replies: Default::default(),
        rulebook: Default::default(),
        public_url: String::new(),
        secret: ring::hmac::Key::new(ring::hmac::HMAC_SHA256, b"secret"),
        wake: Default::default(),
    }
}
