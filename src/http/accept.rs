//! The accept loop. Our own, because a stock one leaves connections open that send nothing, and waits for no timer.

use std::convert::Infallible;
use std::future::Future;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinError, JoinSet};
use tokio::time::{sleep, timeout};

use self::door::{Door, Seat};
use self::stall::Impatient;
use super::origin::PeerAddress;
use super::router::router;
use super::{Gateway, Limits};
use crate::lifecycle::{Stop, caught};

mod door;
mod stall;

/// Most bytes of a request's headers that are buffered.
const BUFFER: usize = 64 * 1024;
/// How long to wait when the system has no more file descriptors.
const BREATH: Duration = Duration::from_millis(100);

/// Serves all routes on the listener until the stop begins; then finishes what is in flight within `limits.grace` and cuts the rest.
pub async fn serve(listener: TcpListener, gateway: Gateway, stop: Stop) {
    let reception = Reception::new(gateway, stop.clone());
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => reception.receive(&mut connections, stream, PeerAddress(peer)),
                Err(error) => back_off(&error).await,
            },
            Some(ended) = connections.join_next() => reception.note(&ended),
            () = stop.begun() => break,
        }
    }
    drop(listener);
    reception.finish(connections).await;
}

/// Errors of one connection pass at once; those of the process (no more file descriptors) take a while.
async fn back_off(error: &std::io::Error) {
    use std::io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    if !matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset) {
        tracing::error!(%error, "no connection can be accepted");
        sleep(BREATH).await;
    }
}

struct Reception {
    gateway: Gateway,
    router: TowerToHyperService<Router>,
    http: http1::Builder,
    door: Door,
    stop: Stop,
}

impl Reception {
    fn new(gateway: Gateway, stop: Stop) -> Self {
        let router = TowerToHyperService::new(router(&gateway));
        let http = http(&gateway.limits);
        let door = Door::new(&gateway.limits);
        Self { gateway, router, http, door, stop }
    }

    fn receive(&self, connections: &mut JoinSet<()>, stream: TcpStream, peer: PeerAddress) {
        let exempt = self.gateway.trusts(peer.0.ip());
        let Some(seat) = self.door.enter(peer.0.ip(), exempt) else {
            self.gateway.metrics.connections_refused.inc();
            return;
        };
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "the connection was gone at once");
            return;
        }
        connections.spawn(self.connection(stream, peer, seat));
    }

    /// Serves one connection to its end.
    fn connection(&self, stream: TcpStream, peer: PeerAddress, seat: Seat) -> impl Future<Output = ()> + Send + 'static {
        let (gateway, router, stop) = (self.gateway.clone(), self.router.clone(), self.stop.clone());
        let io = TokioIo::new(Impatient::new(stream, gateway.limits.write_timeout));
        let panics = gateway.metrics.panics.clone();
        let service = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(peer);
            let (answer, panics) = (router.call(request), panics.clone());
            async move {
                let answered = caught(answer).await.unwrap_or_else(|_| {
                    panics.inc();
                    Ok(StatusCode::INTERNAL_SERVER_ERROR.into_response())
                });
                answered as Result<Response, Infallible>
            }
        });
        let connection = self.http.serve_connection(io, service);
        async move {
            gateway.metrics.connections.inc();
            let mut connection = std::pin::pin!(connection);
            let ended = tokio::select! {
                ended = connection.as_mut() => ended,
                () = stop.begun() => {
                    connection.as_mut().graceful_shutdown();
                    connection.await
                }
            };
            if let Err(error) = ended {
                tracing::debug!(%error, "a connection ended badly");
            }
            gateway.metrics.connections.dec();
            drop(seat);
        }
    }

    fn note(&self, ended: &Result<(), JoinError>) {
        if ended.as_ref().is_err_and(JoinError::is_panic) {
            self.gateway.metrics.panics.inc();
        }
    }

    async fn finish(&self, mut connections: JoinSet<()>) {
        let all = async {
            while let Some(ended) = connections.join_next().await {
                self.note(&ended);
            }
        };
        let in_time = tokio::select! {
            ended = timeout(self.gateway.limits.grace, all) => ended.is_ok(),
            () = self.stop.was_cut() => false,
        };
        if !in_time {
            tracing::warn!(connections = connections.len(), "cut what was still in flight");
            connections.shutdown().await;
        }
    }
}

/// Without `pipeline_flush`: with it, hyper 1.12 loses an answer that is still unsent when the bytes behind its request turn out to be bad.
fn http(limits: &Limits) -> http1::Builder {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.header_timeout).max_buf_size(BUFFER).keep_alive(true);
    http
}
