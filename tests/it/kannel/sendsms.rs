//! A sendsms that answers by script.

use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Body;
use axum::http::{Request, Response, StatusCode};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

#[derive(Default)]
struct Shared {
    next: Option<(u16, String)>,
    queries: Vec<String>,
}

/// Takes every text unless it is told otherwise; stops when it is dropped.
pub struct SendSms {
    base: String,
    shared: Arc<Mutex<Shared>>,
    server: JoinHandle<()>,
}

impl SendSms {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let shared: Arc<Mutex<Shared>> = Arc::default();
        let server = tokio::spawn(accept(listener, Arc::clone(&shared)));
        Self { base, shared, server }
    }

    pub fn base(&self) -> String {
        self.base.clone()
    }

    /// What the next text is answered.
    pub fn answer(&self, status: u16, words: &str) {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner).next = Some((status, words.to_owned()));
    }

    /// How many texts came, whatever was answered.
    pub fn count(&self) -> usize {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner).queries.len()
    }

    /// A parameter of the last one.
    pub fn last(&self, name: &str) -> String {
        let shared = self.shared.lock().unwrap_or_else(PoisonError::into_inner);
        let query = shared.queries.last().expect("a text");
        let mut pairs = form_urlencoded::parse(query.as_bytes());
        pairs.find(|(given, _)| given == name).map(|(_, value)| value.into_owned()).unwrap_or_default()
    }
}

impl Drop for SendSms {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn accept(listener: TcpListener, shared: Arc<Mutex<Shared>>) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(serve(stream, Arc::clone(&shared)));
    }
}

async fn serve(stream: TcpStream, shared: Arc<Mutex<Shared>>) {
    let service = service_fn(async |request: Request<Incoming>| Ok::<_, std::convert::Infallible>(take(&request, &shared)));
    // A client may go at any time.
    drop(http1::Builder::new().serve_connection(TokioIo::new(stream), service).await);
}

fn take(request: &Request<Incoming>, shared: &Mutex<Shared>) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    if request.method() != "GET" || request.uri().path() != "/cgi-bin/sendsms" {
        *response.status_mut() = StatusCode::NOT_FOUND;
        return response;
    }
    let mut shared = shared.lock().unwrap_or_else(PoisonError::into_inner);
    shared.queries.push(request.uri().query().unwrap_or_default().to_owned());
    let (status, words) = shared.next.take().unwrap_or_else(|| (202, "0: Accepted for delivery".to_owned()));
    *response.status_mut() = StatusCode::from_u16(status).expect("a status");
    *response.body_mut() = Body::from(words);
    response
}
