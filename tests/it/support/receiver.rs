//! A real HTTP server on loopback that takes webhooks as a customer does: the signature is checked by the reference library.
#![expect(clippy::expect_used, reason = "a stand-in is test code, and a test that cannot start its world fails")]

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// A delivery as it came.
#[derive(Debug, Clone)]
pub struct Delivery {
    pub id: String,
    pub timestamp: i64,
    /// Whether the reference library accepts its signature.
    pub genuine: bool,
    pub body: Value,
    pub answered: u16,
}

/// The server; stops when it is dropped.
pub struct Receiver {
    port: u16,
    shared: Arc<Mutex<Shared>>,
    server: JoinHandle<()>,
}

#[derive(Default)]
struct Shared {
    script: VecDeque<(u16, Option<&'static str>)>,
    deliveries: Vec<Delivery>,
}

impl Receiver {
    /// What it shares with the gateway.
    pub const SECRET: &'static str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /// Listens on a free port.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let shared = Arc::new(Mutex::new(Shared::default()));
        let server = tokio::spawn(accept(listener, Arc::clone(&shared)));
        Self { port, shared, server }
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/hook", self.port)
    }

    /// The configuration of a webhook to here, with further keys.
    pub fn configured(&self, name: &str, more: &str) -> String {
        format!("[[webhook]]\nname = \"{name}\"\nurl = \"{}\"\nsecret = \"{}\"\nallow_private = true\n{more}\n", self.url(), Self::SECRET)
    }

    /// Answers for the next deliveries; 204 behind them.
    pub fn script(&self, answers: &[u16]) {
        self.lock().script.extend(answers.iter().map(|status| (*status, None)));
    }

    /// The next delivery is answered so, with that place to go to or time to wait.
    pub fn answer(&self, status: u16, header: &'static str) {
        self.lock().script.push_back((status, Some(header)));
    }

    pub fn deliveries(&self) -> Vec<Delivery> {
        self.lock().deliveries.clone()
    }

    /// Types of all deliveries that it took.
    pub fn taken(&self) -> Vec<String> {
        let taken = self.deliveries().into_iter().filter(|delivery| delivery.answered < 300);
        taken.map(|delivery| delivery.body["type"].as_str().expect("a type").to_owned()).collect()
    }

    fn lock(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn accept(listener: TcpListener, shared: Arc<Mutex<Shared>>) {
    while let Ok((stream, _)) = listener.accept().await {
        let shared = Arc::clone(&shared);
        tokio::spawn(async move {
            let service = service_fn(|request: Request<Incoming>| take(request, Arc::clone(&shared)));
            drop(http1::Builder::new().serve_connection(TokioIo::new(stream), service).await);
        });
    }
}

async fn take(request: Request<Incoming>, shared: Arc<Mutex<Shared>>) -> Result<Response<Body>, io::Error> {
    let (head, body) = request.into_parts();
    let body = to_bytes(Body::new(body), 1 << 20).await.map_err(io::Error::other)?;
    let header = |name: &str| head.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let (id, timestamp) = (header("webhook-id"), header("webhook-timestamp").parse().expect("a timestamp"));
    let reference = standardwebhooks::Webhook::new(Receiver::SECRET).expect("a secret");
    // The clock of a test stands somewhere else: the age of the signature is looked at by the test.
    let signed = reference.sign(&id, timestamp, &body).expect("a signature");
    let genuine = header("webhook-signature").split(' ').any(|one| one == signed);
    let body = serde_json::from_slice(&body).expect("JSON");
    let (answered, more) = {
        let mut shared = shared.lock().unwrap_or_else(PoisonError::into_inner);
        let (answered, more) = shared.script.pop_front().unwrap_or((204, None));
        shared.deliveries.push(Delivery { id, timestamp, genuine, body, answered });
        (answered, more)
    };
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::from_u16(answered).expect("a status");
    if let Some(more) = more {
        let name = if more.parse::<u32>().is_ok() { "retry-after" } else { "location" };
        response.headers_mut().insert(name, more.parse().expect("a value"));
    }
    Ok(response)
}
