use std::sync::Arc;

use redis::aio::ConnectionLike;
use redis::cluster::{ClusterClient, ClusterClientBuilder};
use redis::cluster_async::ClusterConnection;
use redis::cluster_routing::{MultipleNodeRoutingInfo, RoutingInfo};
use redis::{Cmd, ProtocolVersion, RedisError, Value};
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout};

use super::door::Door;
use super::single::PAUSE;
use super::{CONNECT, Leg, RESPONSE, pipeline};
use crate::ports::store::StoreError;
use crate::stores::redis::{fault, value};

/// Redirections and short waits that the driver may take on its own, all within the time limit.
const RETRIES: u32 = 4;

/// A cluster; the driver follows its slots. Where it does not answer in time its connection is dropped, and the next call makes another:
/// under load the driver may wait for ever for a lock of its own while it learns the slots anew.
#[derive(Clone)]
pub(super) struct Cluster {
    client: ClusterClient,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    live: Option<Live>,
    links: u64,
    failed: Option<(Instant, StoreError)>,
}

#[derive(Clone)]
struct Live {
    connection: ClusterConnection,
    number: u64,
}

impl Cluster {
    pub(super) fn new(door: &Door) -> Result<Self, String> {
        let wrong = |_| "the address or the file of root certificates cannot be used".to_owned();
        let nodes = door.hosts.iter().map(|host| door.info(host, door.identity())).collect::<Result<Vec<_>, _>>().map_err(wrong)?;
        let mut builder = ClusterClientBuilder::new(nodes)
            .connection_timeout(CONNECT)
            .response_timeout(RESPONSE)
            .overall_response_timeout(Some(RESPONSE))
            .retries(RETRIES)
            .min_retry_wait(10)
            .max_retry_wait(100)
            .use_protocol(ProtocolVersion::RESP3);
        if let Some(certificates) = door.certificates() {
            builder = builder.certs(certificates.clone());
        }
        Ok(Self { client: builder.build().map_err(wrong)?, state: Arc::default() })
    }

    pub(super) async fn ask(&self, leg: Leg) -> Result<Vec<Value>, StoreError> {
        let mut live = self.live().await?;
        let count = leg.len();
        let answered = live.connection.req_packed_commands(&pipeline(leg), 0, count).await;
        self.heed(live.number, answered).await
    }

    pub(super) async fn ask_all(&self, command: Cmd) -> Result<Vec<(String, Value)>, StoreError> {
        let mut live = self.live().await?;
        let masters = RoutingInfo::MultiNode((MultipleNodeRoutingInfo::AllMasters, None));
        let answered = live.connection.route_command(command, masters).await;
        match self.heed(live.number, answered).await? {
            Value::Map(answers) => Ok(answers.into_iter().map(|(node, answer)| (value::text(&node).unwrap_or_default(), answer)).collect()),
            _ => Err(value::odd()),
        }
    }

    async fn heed<T>(&self, number: u64, answered: Result<T, RedisError>) -> Result<T, StoreError> {
        if answered.as_ref().is_err_and(RedisError::is_timeout) {
            let mut state = self.state.lock().await;
            if state.live.as_ref().is_some_and(|live| live.number == number) {
                state.live = None;
            }
        }
        answered.map_err(|error| fault::of_link(&error))
    }

    /// The driver's own connecting may hang (redis-rs 1953), so it is cut off.
    async fn live(&self) -> Result<Live, StoreError> {
        let mut state = self.state.lock().await;
        if let Some(live) = &state.live {
            return Ok(live.clone());
        }
        if let Some((at, error)) = &state.failed
            && at.elapsed() < PAUSE
        {
            return Err(error.clone());
        }
        let connected = match timeout(CONNECT, self.client.get_async_connection()).await {
            Ok(connected) => connected.map_err(|error| fault::of_link(&error)),
            Err(_) => Err(super::late()),
        };
        match connected {
            Ok(connection) => {
                let live = Live { connection, number: state.links };
                *state = State { live: Some(live.clone()), links: live.number + 1, failed: None };
                Ok(live)
            }
            Err(error) => {
                state.failed = Some((Instant::now(), error.clone()));
                Err(error)
            }
        }
    }
}
