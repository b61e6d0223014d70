//! A gateway behind the real accept loop on port 0, with a provider and a store that do as they are told.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, RwLock};
use std::time::Duration;

use aftercall::call::{Call, Moment};
use aftercall::flows::erase::Erasing;
use aftercall::flows::tickets::Tickets;
use aftercall::flows::{Flows, Rulebook};
use aftercall::http::{Gateway, Lanes, Limits, Parts, Seats, Signs, serve};
use aftercall::ivr::{Document, Page, Turn};
use aftercall::lifecycle::{Readiness, Stop};
use aftercall::phone::Respondent;
use aftercall::ports::Pending;
use aftercall::ports::account::{Account, AddressRange, SignatureRule};
use aftercall::ports::clock::{Clock, Ids};
use aftercall::ports::erasure::{Erasure, Traces};
use aftercall::ports::provider::{
    AccountName, CallReport, Content, Delivery, Hook, Inbound, Malformed, Message, Provider, RawRequest, Receipt, Refusal, Sent, Sms,
    Whereabouts,
};
use aftercall::ports::store::{
    CallQuery, Change, Committed, Dossier, Health, KnownCall, Leased, Mark, Owner, SessionKey, SessionStore, Settlement, StoreError,
};
use aftercall::reports::sqlite::{SqliteReports, SqliteWriter};
use aftercall::survey::model::SurveyKey;
use aftercall::survey::session::Session;
use aftercall::telemetry::Metrics;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;

/// No single wait of a test is longer; a test that reaches it has failed.
const TOO_LONG: Duration = Duration::from_secs(20);

/// What the store does with a commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    Works,
    Fails,
    Hangs,
    Panics,
}

pub struct House {
    pub address: SocketAddr,
    pub stop: Stop,
    pub gateway: Gateway,
    pub provider: Arc<Sham>,
    pub store: Arc<Shelf>,
    serving: JoinHandle<()>,
}

/// How a house differs from the usual one.
pub struct Plan {
    pub limits: Limits,
    pub mood: Mood,
    pub signature: SignatureRule,
    pub trusted_proxies: Vec<AddressRange>,
}

impl Default for Plan {
    fn default() -> Self {
        Self { limits: Limits::default(), mood: Mood::Works, signature: SignatureRule::Provider, trusted_proxies: Vec::new() }
    }
}

impl House {
    pub async fn open(plan: Plan) -> Self {
        let (provider, store) = (Arc::new(Sham::default()), Arc::new(Shelf::new(plan.mood)));
        let gateway = gateway(plan, Arc::clone(&provider), Arc::clone(&store));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
        let (address, stop) = (listener.local_addr().expect("an address"), Stop::new());
        let serving = tokio::spawn(serve(listener, gateway.clone(), stop.clone()));
        Self { address, stop, gateway, provider, store, serving }
    }

    pub async fn usual() -> Self {
        Self::open(Plan::default()).await
    }

    pub async fn with_limits(limits: Limits) -> Self {
        Self::open(Plan { limits, ..Plan::default() }).await
    }

    pub async fn visit(&self) -> Visitor {
        Visitor { stream: TcpStream::connect(self.address).await.expect("a connection") }
    }

    /// Sends these bytes and reads until the gateway closes.
    pub async fn say(&self, bytes: impl AsRef<[u8]>) -> String {
        let mut visitor = self.visit().await;
        visitor.send(bytes).await;
        visitor.rest().await
    }

    /// A signed form post.
    pub async fn post(&self, path: &str, form: &str) -> String {
        self.say(signed("POST", path, form)).await
    }

    pub fn metric(&self, line: &str) -> bool {
        self.gateway.metrics.encode().expect("text").lines().any(|found| found == line)
    }

    /// Waits until everything has ended.
    pub async fn closed(self) {
        within(self.serving).await.expect("the accept loop ends by itself");
    }
}

pub async fn within<T>(wait: impl Future<Output = T>) -> T {
    tokio::time::timeout(TOO_LONG, wait).await.expect("in time")
}

/// A signed request that asks for the connection to be closed after it.
pub fn signed(method: &str, target: &str, form: &str) -> String {
    format!(
        "{method} {target} HTTP/1.1\r\nhost: gateway.test\r\nconnection: close\r\nx-sham: good\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
        form.len()
    )
}

pub struct Visitor {
    stream: TcpStream,
}

impl Visitor {
    pub async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        within(self.stream.write_all(bytes.as_ref())).await.expect("the gateway reads");
    }

    /// What comes until the gateway closes (a reset counts as closed).
    pub async fn rest(&mut self) -> String {
        let mut bytes = Vec::new();
        if let Err(error) = within(self.stream.read_to_end(&mut bytes)).await {
            assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// What comes, up to and with this text.
    pub async fn until(&mut self, end: &str) -> String {
        let mut bytes = Vec::new();
        while !String::from_utf8_lossy(&bytes).contains(end) {
            bytes.push(within(self.stream.read_u8()).await.expect("more"));
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

fn gateway(plan: Plan, provider: Arc<Sham>, store: Arc<Shelf>) -> Gateway {
    let name = AccountName { name: "main".to_owned(), tenant: "default".to_owned() };
    let account = Account {
        name,
        provider,
        signature: plan.signature,
        lines: Vec::new(),
        query: Vec::new(),
        rate: None,
        resend_on_unknown: false,
        text_through: None,
        call_through: None,
        price_per_part: None,
    };
    let flows = Flows {
        store,
        clock: Arc::new(Stopped),
        ids: Arc::new(Counted::default()),
        journal: None,
        replies: Default::default(),
        rulebook: Arc::new(RwLock::new(Arc::new(Rulebook::default()))),
        public_url: "http://gateway.test".to_owned(),
        secret: ring::hmac::Key::new(ring::hmac::HMAC_SHA256, &[7; 32]),
        wake: Default::default(),
    };
    let folder = tempfile::tempdir().expect("a folder");
    // Open, the file lives on without its name.
    let path = folder.path().join("reports.db");
    let reports = SqliteReports::open(&path).expect("a reporting store");
    let writer = Arc::new(SqliteWriter::open(&path).expect("a reporting store"));
    let flows = Arc::new(flows);
    Gateway(Arc::new(Parts {
        tickets: Tickets { flows: Arc::clone(&flows), reports: Arc::new(reports.clone()) },
        erasing: Erasing { store: Arc::clone(&flows.store), reports: writer, clock: Arc::clone(&flows.clock), ids: Arc::clone(&flows.ids) },
        flows,
        accounts: BTreeMap::from([("main".to_owned(), account)]),
        reports: Arc::new(reports.clone()),
        switches: Arc::new(reports.clone()),
        audit: Arc::new(reports.clone()),
        tokens: Arc::new(reports),
        metrics: Arc::new(Metrics::new(["main".to_owned()])),
        readiness: Arc::new(Readiness::default()),
        trusted_proxies: plan.trusted_proxies,
        public_url: None,
        seats: Seats::default(),
        signs: Signs::default(),
        lanes: Lanes::new(&plan.limits),
        limits: plan.limits,
        sheds: Default::default(),
    }))
}

struct Stopped;

impl Clock for Stopped {
    fn now(&self) -> Moment {
        Moment::from_millis(1_800_000_000_000)
    }
}

#[derive(Default)]
struct Counted(AtomicUsize);

impl Ids for Counted {
    fn next(&self, _now: Moment) -> String {
        format!("id-{}", self.0.fetch_add(1, Ordering::SeqCst))
    }
}

/// A provider whose signature is the header `x-sham: good`.
#[derive(Default)]
pub struct Sham {
    /// How often a webhook's content was looked into.
    pub parsed: AtomicUsize,
    /// The last request that was to be verified: public address and peer.
    pub seen: std::sync::Mutex<Option<(String, IpAddr)>>,
}

impl Provider for Sham {
    fn verify(&self, request: &RawRequest<'_>) -> Result<Content, Refusal> {
        *self.seen.lock().expect("seen") = Some((format!("{}{}", request.public_base, request.target), request.peer));
        match request.headers.get("x-sham").map(|value| value.as_bytes()) {
            None => return Err(Refusal::Missing),
            Some(b"good") => {}
            Some(_) => return Err(Refusal::Wrong),
        }
        self.read_unsigned(request).map_err(|_| Refusal::Unreadable)
    }

    fn read_unsigned(&self, request: &RawRequest<'_>) -> Result<Content, Malformed> {
        let form = std::str::from_utf8(request.body).map_err(|_| Malformed("the body".to_owned()))?;
        if request.headers.get("content-type").is_some_and(|kind| kind != "application/x-www-form-urlencoded") {
            return Err(Malformed("the content type".to_owned()));
        }
        let query = request.target.split_once('?').map_or("", |(_, query)| query);
        let form = if request.method == "GET" { query } else { form };
        let pairs = |text: &str| form_urlencoded::parse(text.as_bytes()).into_owned().collect();
        Ok(Content { pairs: pairs(form), query: pairs(query), headers: Vec::new() })
    }

    fn parse(&self, hook: Hook, content: &Content, account: &AccountName, now: Moment) -> Result<Inbound, Malformed> {
        self.parsed.fetch_add(1, Ordering::SeqCst);
        assert_ne!(content.get("mood"), Some("panic"), "a panic on purpose");
        if content.get("mood") == Some("nothing") {
            return Ok(Inbound::Nothing);
        }
        let id = || content.get("id").map(str::to_owned).ok_or_else(|| Malformed("id is missing".to_owned()));
        match hook {
            Hook::Call | Hook::Voice => Ok(Inbound::Call(report(id()?, account, now, content))),
            Hook::Answer => Ok(Inbound::Keys(content.get("keys").map(str::to_owned))),
            Hook::Recording => Ok(Inbound::Recording { url: id()?, seconds: None }),
            Hook::Sms => Ok(Inbound::Message(message(id()?, content))),
            Hook::Receipt => Ok(Inbound::Receipt(receipt(id()?))),
        }
    }

    fn render_page(&self, page: &Page) -> Document {
        let body = match &page.then {
            Turn::End { say } => format!("<end lang=\"{}\">{}</end>", page.locale, say.as_deref().unwrap_or_default()),
            Turn::Ask(_) | Turn::Record { .. } => "<ask/>".to_owned(),
        };
        Document { content_type: "text/xml; charset=utf-8", body }
    }

    fn render_reply(&self, text: Option<&str>) -> Document {
        Document { content_type: "text/xml; charset=utf-8", body: format!("<reply>{}</reply>", text.unwrap_or_default()) }
    }

    fn answers_itself(&self, _text: &str) -> bool {
        false
    }

    fn send<'a>(&'a self, _message: &'a Sms) -> Pending<'a, Sent> {
        Box::pin(async { Sent::Throttled { retry_after: None } })
    }
}

fn caller() -> Respondent {
    Respondent::parse("+14155550123").expect("a number")
}

fn report(call_id: String, account: &AccountName, now: Moment, content: &Content) -> CallReport {
    let call = Call { respondent: Some(caller()), ..Call::bare((&account.name, &account.tenant), &call_id, now) };
    let on_line = content.get("on_line").is_some();
    CallReport { call, caller: if on_line { Whereabouts::OnTheLine } else { Whereabouts::Gone } }
}

fn message(message_id: String, content: &Content) -> Message {
    let text = content.get("text").unwrap_or_default().to_owned();
    Message { message_id, line: "+14155550100".to_owned(), from: caller(), text, opt_out: None }
}

fn receipt(message_id: String) -> Receipt {
    Receipt { message_id, task_id: None, session_id: None, state: Delivery::Delivered, code: None }
}

/// A store that holds nothing, and takes commits as its mood is.
pub struct Shelf {
    mood: Mood,
    /// How often anything was asked of it.
    pub calls: AtomicUsize,
    /// How many commits went through.
    pub commits: AtomicUsize,
    /// Lets hanging commits go on.
    pub release: Semaphore,
    /// Given one permit for each commit that has begun to hang.
    pub hanging: Semaphore,
}

impl Shelf {
    fn new(mood: Mood) -> Self {
        let zero = || Semaphore::new(0);
        Self { mood, calls: AtomicUsize::new(0), commits: AtomicUsize::new(0), release: zero(), hanging: zero() }
    }

    fn give<T: Send + 'static>(&self, value: T) -> Pending<'_, Result<T, StoreError>> {
        self.calls.fetch_add(1, Ordering::SeqCst);
        Box::pin(async { Ok(value) })
    }
}

impl SessionStore for Shelf {
    fn session<'a>(&'a self, _key: SessionKey<'a>) -> Pending<'a, Result<Option<Session>, StoreError>> {
        self.give(None)
    }

    fn known_call<'a>(&'a self, call: CallQuery<'a>) -> Pending<'a, Result<KnownCall, StoreError>> {
        self.give(KnownCall { id: call.candidate.to_owned(), ..KnownCall::default() })
    }

    fn dossier<'a>(&'a self, _of: Owner<'a>, _mark: Option<&'a Mark>, _since: Moment) -> Pending<'a, Result<Dossier, StoreError>> {
        self.give(Dossier::default())
    }

    fn commit(&self, _change: Change) -> Pending<'_, Result<Committed, StoreError>> {
        self.calls.fetch_add(1, Ordering::SeqCst);
        Box::pin(async {
            match self.mood {
                Mood::Works => {}
                Mood::Fails => return Err(StoreError::Failed("no space for +14155550123".to_owned())),
                Mood::Hangs => {
                    self.hanging.add_permits(1);
                    self.release.acquire().await.expect("open").forget();
                }
                Mood::Panics => panic!("a panic on purpose"),
            }
            self.commits.fetch_add(1, Ordering::SeqCst);
            Ok(Committed::Done)
        })
    }

    fn take<'a>(&'a self, _: &'a str, _: &'a [aftercall::policy::Share], _: Moment) -> Pending<'a, Result<Option<usize>, StoreError>> {
        self.give(None)
    }
    fn lease(&self, _most: usize, _ttl: Duration, _now: Moment) -> Pending<'_, Result<Vec<Leased>, StoreError>> {
        self.give(Vec::new())
    }

    fn settle<'a>(&'a self, _task: &'a Leased, _to: Settlement) -> Pending<'a, Result<bool, StoreError>> {
        self.give(false)
    }

    fn awaits<'a>(&'a self, _tasks: &'a [String]) -> Pending<'a, Result<bool, StoreError>> {
        self.give(false)
    }

    fn definitions(&self, _keep: Vec<(SurveyKey, String)>) -> Pending<'_, Result<Vec<(SurveyKey, String)>, StoreError>> {
        self.give(Vec::new())
    }

    fn purge(&self, _before: Moment, _most: usize) -> Pending<'_, Result<usize, StoreError>> {
        self.give(0)
    }

    fn erase<'a>(&'a self, _erasure: &'a Erasure, _now: Moment) -> Pending<'a, Result<Traces, StoreError>> {
        self.give(Traces::default())
    }

    fn health(&self, _now: Moment) -> Pending<'_, Result<Health, StoreError>> {
        self.give(Health { waiting: 3, ..Health::default() })
    }
}

/// Where logs are written.
#[derive(Clone, Default)]
pub struct Paper(Arc<std::sync::Mutex<Vec<u8>>>);

impl Paper {
    pub fn text(&self) -> String {
        String::from_utf8(self.0.lock().expect("paper").clone()).expect("text")
    }
}

impl std::io::Write for Paper {
    fn write(&mut self, text: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("paper").extend_from_slice(text);
        Ok(text.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
