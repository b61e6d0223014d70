//! A real HTTP server on loopback that checks a send as Twilio does and answers by script.
#![expect(clippy::expect_used, reason = "a stand-in is test code, and a test that cannot start its world fails")]

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use axum::body::{Body, to_bytes};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, DATE, LOCATION, RETRY_AFTER};
use axum::http::{HeaderMap, Request, Response, StatusCode};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;

const CALLS: &str = "/Calls.json";

/// What the stand-in does with a send that is well-formed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// 201 with a fresh message id; also what it does when the script is at its end.
    Accept,
    /// 400 with this error code.
    Refuse(u32),
    /// A bare status with a Retry-After where one is given (seconds, or a date against `Wed, 21 Oct 2015 07:28:00 GMT`).
    Status(u16, Option<&'static str>),
    /// This status and body.
    Say(u16, &'static str),
    /// Closes the connection after the request was read.
    Cut,
    /// Promises a long body, sends half of it and closes the connection.
    CutHalfway,
    /// Reads the request and stays silent.
    Never,
    /// 201 with a fresh message id, once [`TwilioStandIn::let_go`] allows it.
    Held,
}

/// A well-formed send.
#[derive(Debug, Clone)]
pub struct Attempt {
    pub to: String,
    pub words: String,
    /// Where its receipts are wanted.
    pub receipt_url: String,
    /// When it had arrived.
    pub at: Instant,
    /// What it was answered.
    pub answer: Answer,
}

impl Answer {
    /// Whether it says that the message has not been taken.
    pub fn surely_refuses(&self) -> bool {
        matches!(self, Self::Refuse(_) | Self::Status(400..=500 | 503, _))
    }
}

/// The server; stops when it is dropped.
pub struct TwilioStandIn {
    base: String,
    shared: Arc<Mutex<Shared>>,
    server: JoinHandle<()>,
}

#[derive(Default)]
struct Shared {
    /// As many as may leave of those that are held.
    allowed: Arc<Allowed>,
    script: VecDeque<Answer>,
    sent: Vec<Vec<(String, String)>>,
    /// When each of them had arrived.
    arrived: Vec<Instant>,
    /// What each of them was answered.
    answered: Vec<Answer>,
    message_ids: Vec<String>,
    calls: Vec<Vec<(String, String)>>,
    call_ids: Vec<String>,
    refusals: Vec<u32>,
}

struct Allowed(Semaphore);

impl Default for Allowed {
    fn default() -> Self {
        Self(Semaphore::new(0))
    }
}

impl TwilioStandIn {
    /// The account that it knows.
    pub const ACCOUNT_SID: &'static str = "AC00000000000000000000000000000001";
    /// Its token.
    pub const AUTH_TOKEN: &'static str = "stand-in-token";

    /// Listens on a free port.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let shared = Arc::new(Mutex::new(Shared::default()));
        let server = tokio::spawn(accept(listener, Arc::clone(&shared)));
        Self { base, shared, server }
    }

    /// The `api_base` to configure.
    pub fn base(&self) -> String {
        self.base.clone()
    }

    /// Answers for the next sends, in order, behind those that are still waiting.
    pub fn script(&self, answers: Vec<Answer>) {
        lock(&self.shared).script.extend(answers);
    }

    /// Lets so many of the held ones go, also of those that come later.
    pub fn let_go(&self, count: usize) {
        lock(&self.shared).allowed.0.add_permits(count);
    }

    /// The forms of all well-formed sends in order, whatever was answered.
    pub fn sent(&self) -> Vec<Vec<(String, String)>> {
        lock(&self.shared).sent.clone()
    }

    /// Receiver, words and arrival of all well-formed sends in order, without those that were surely refused.
    pub fn arrivals(&self) -> Vec<(String, String, Instant)> {
        let taken = self.attempts().into_iter().filter(|attempt| !attempt.answer.surely_refuses());
        taken.map(|attempt| (attempt.to, attempt.words, attempt.at)).collect()
    }

    /// All well-formed sends in order.
    pub fn attempts(&self) -> Vec<Attempt> {
        let shared = lock(&self.shared);
        let field =
            |form: &[(String, String)], name: &str| form.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default();
        let times = shared.arrived.iter().zip(&shared.answered);
        let attempt = |(form, (at, answer)): (&Vec<(String, String)>, (&Instant, &Answer))| Attempt {
            to: field(form, "To"),
            words: field(form, "Body"),
            receipt_url: field(form, "StatusCallback"),
            at: *at,
            answer: answer.clone(),
        };
        shared.sent.iter().zip(times).map(attempt).collect()
    }

    /// The ids of the accepted messages in order.
    pub fn message_ids(&self) -> Vec<String> {
        lock(&self.shared).message_ids.clone()
    }

    /// The forms of all well-formed requests for calls in order, whatever was answered.
    pub fn calls(&self) -> Vec<Vec<(String, String)>> {
        lock(&self.shared).calls.clone()
    }

    /// The ids of the accepted calls in order.
    pub fn call_ids(&self) -> Vec<String> {
        lock(&self.shared).call_ids.clone()
    }

    /// The error codes of requests that were not even well-formed; a test of a right client finds none.
    pub fn refusals(&self) -> Vec<u32> {
        lock(&self.shared).refusals.clone()
    }
}

impl Drop for TwilioStandIn {
    fn drop(&mut self) {
        self.server.abort();
    }
}

fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn accept(listener: TcpListener, shared: Arc<Mutex<Shared>>) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(serve(stream, Arc::clone(&shared)));
    }
}

async fn serve(stream: TcpStream, shared: Arc<Mutex<Shared>>) {
    let service = service_fn(|request: Request<Incoming>| answer(request, Arc::clone(&shared)));
    // A cut connection is an error of the service, and meant to be.
    drop(http1::Builder::new().serve_connection(TokioIo::new(stream), service).await);
}

async fn answer(request: Request<Incoming>, shared: Arc<Mutex<Shared>>) -> Result<Response<Body>, io::Error> {
    let (head, body) = request.into_parts();
    let path = head.uri.path().to_owned();
    let body = to_bytes(Body::new(body), 1 << 20).await.map_err(io::Error::other)?;
    let form: Vec<(String, String)> = form_urlencoded::parse(&body).into_owned().collect();
    if let Some((status, code)) = fault(head.method.as_str(), &path, &head.headers, &form) {
        lock(&shared).refusals.push(code);
        return Ok(refusal(status, code));
    }
    let calls = path.ends_with(CALLS);
    let next = {
        let mut shared = lock(&shared);
        let next = shared.script.pop_front().unwrap_or(Answer::Accept);
        if calls {
            shared.calls.push(form);
        } else {
            shared.sent.push(form);
            shared.arrived.push(Instant::now());
            shared.answered.push(next.clone());
        }
        next
    };
    act((next, calls), &shared).await
}

/// What Twilio itself finds wrong, in its order: account, path, form.
fn fault(method: &str, path: &str, headers: &HeaderMap, form: &[(String, String)]) -> Option<(u16, u32)> {
    let account = TwilioStandIn::ACCOUNT_SID;
    let basic = format!("Basic {}", STANDARD.encode(format!("{account}:{}", TwilioStandIn::AUTH_TOKEN)));
    let header = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let calls = path.ends_with(CALLS);
    let given = |name: &str| form.iter().any(|(given, value)| given == name && !value.is_empty());
    let is_form = header(CONTENT_TYPE).starts_with("application/x-www-form-urlencoded");
    match () {
        () if header(AUTHORIZATION) != basic => Some((401, 20003)),
        () if method != "POST" => Some((405, 20004)),
        () if !["/Messages.json", CALLS].iter().any(|end| path == format!("/2010-04-01/Accounts/{account}{end}")) => Some((404, 20404)),
        () if calls && !(is_form && given("To")) => Some((400, 21201)),
        () if calls && !given("From") => Some((400, 21213)),
        () if calls && !given("Url") => Some((400, 21205)),
        () if calls => None,
        () if !is_form || !given("To") => Some((400, 21604)),
        () if !given("From") && !given("MessagingServiceSid") => Some((400, 21603)),
        () if !given("Body") => Some((400, 21602)),
        () => None,
    }
}

async fn act((next, calls): (Answer, bool), shared: &Mutex<Shared>) -> Result<Response<Body>, io::Error> {
    match next {
        Answer::Accept => Ok(accepted(shared, calls)),
        Answer::Refuse(code) => Ok(refusal(400, code)),
        Answer::Status(status, after) => {
            let mut response = say(status, String::new());
            response.headers_mut().insert(DATE, "Wed, 21 Oct 2015 07:28:00 GMT".parse().expect("a value"));
            response.headers_mut().insert(LOCATION, "/elsewhere".parse().expect("a value"));
            if let Some(after) = after {
                response.headers_mut().insert(RETRY_AFTER, after.parse().expect("a value"));
            }
            Ok(response)
        }
        Answer::Say(status, body) => Ok(say(status, body.to_owned())),
        Answer::Cut => Err(io::Error::other("cut")),
        Answer::CutHalfway => {
            let mut response = Response::new(Body::new(Half(Some(r#"{"sid": "SM"#))));
            *response.status_mut() = StatusCode::CREATED;
            Ok(response)
        }
        Answer::Never => std::future::pending().await,
        Answer::Held => {
            let allowed = Arc::clone(&lock(shared).allowed);
            allowed.0.acquire().await.map_err(io::Error::other)?.forget();
            Ok(accepted(shared, calls))
        }
    }
}

fn accepted(shared: &Mutex<Shared>, calls: bool) -> Response<Body> {
    let mut shared = lock(shared);
    if calls {
        let id = format!("CA{:032x}", shared.call_ids.len() + 1);
        shared.call_ids.push(id.clone());
        return say(201, format!(r#"{{"sid": "{id}", "status": "queued"}}"#));
    }
    let id = format!("SM{:032x}", shared.message_ids.len() + 1);
    shared.message_ids.push(id.clone());
    say(201, format!(r#"{{"sid": "{id}", "status": "queued", "error_code": null}}"#))
}

fn refusal(status: u16, code: u32) -> Response<Body> {
    // Twilio's own words repeat the number; they must not reach a log.
    say(status, format!(r#"{{"code": {code}, "message": "about +14155550123", "more_info": "", "status": {status}}}"#))
}

fn say(status: u16, body: String) -> Response<Body> {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = StatusCode::from_u16(status).expect("a status");
    response
}

/// A body that breaks after its first part.
struct Half(Option<&'static str>);

impl hyper::body::Body for Half {
    type Data = axum::body::Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<hyper::body::Frame<Self::Data>, io::Error>>> {
        let part = self.0.take().map(|text| hyper::body::Frame::data(Self::Data::from_static(text.as_bytes())));
        std::task::Poll::Ready(Some(part.ok_or_else(|| io::Error::other("cut"))))
    }
}
