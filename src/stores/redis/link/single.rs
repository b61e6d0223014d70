use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use redis::aio::{ConnectionLike, MultiplexedConnection};
use redis::{Cmd, RedisError, Value};
use tokio::sync::Mutex as Turn;
use tokio::time::{Instant, timeout};

use super::door::{self, Door};
use super::{CONNECT, Leg, Trust, pipeline};
use crate::ports::store::StoreError;
use crate::stores::redis::{fault, value};

/// After a vain attempt nobody tries to connect for so long; a second caller gets the first one's error at once.
pub(super) const PAUSE: Duration = Duration::from_millis(100);
/// For one sentinel's answer; the next one is asked then.
const SENTINEL: Duration = Duration::from_millis(300);

/// One server at a time: the one of the address, or the master that the sentinels name. A link that breaks, does not answer in time
/// or leads to a replica is dropped, and the next call finds the way anew. (The driver's own manager keeps a link that does not
/// answer, and its sentinel client does not follow a failover: redis-rs 1438.)
#[derive(Clone)]
pub(super) struct Single {
    door: Door,
    master: Option<String>,
    state: Arc<Turn<State>>,
    /// The run id of the server whose data the store has recognised.
    trusted: Arc<Mutex<Option<String>>>,
}

#[derive(Default)]
struct State {
    live: Option<Live>,
    failed: Option<(Instant, StoreError)>,
    links: u64,
    /// The sentinel that answered last is asked first.
    first: usize,
}

#[derive(Clone)]
struct Live {
    connection: MultiplexedConnection,
    number: u64,
    run: Option<String>,
    place: String,
}

impl Single {
    pub(super) fn new(door: Door, master: Option<String>) -> Self {
        Self { door, master, state: Arc::default(), trusted: Arc::default() }
    }

    pub(super) fn trust(&self, run: Option<String>) {
        *self.trusted.lock().unwrap_or_else(PoisonError::into_inner) = run;
    }

    pub(super) async fn ask(&self, leg: Leg, trust: Trust) -> Result<Vec<Value>, StoreError> {
        let mut live = self.live().await?;
        if trust == Trust::Recognised && !self.is_trusted(&live) {
            return Err(fault::new_epoch());
        }
        let count = leg.len();
        match live.connection.req_packed_commands(&pipeline(leg), 0, count).await {
            Ok(values) if values.iter().any(leads_astray) => {
                self.drop_link(live.number).await;
                Ok(values)
            }
            Ok(values) => Ok(values),
            Err(error) => {
                self.drop_link(live.number).await;
                Err(fault::of_link(&error))
            }
        }
    }

    /// With the address of the server that answered.
    pub(super) async fn ask_about(&self, command: Cmd) -> Result<Vec<(String, Value)>, StoreError> {
        let place = self.live().await?.place;
        Ok(self.ask(vec![command], Trust::Any).await?.into_iter().map(|answer| (place.clone(), answer)).collect())
    }

    fn is_trusted(&self, live: &Live) -> bool {
        let trusted = self.trusted.lock().unwrap_or_else(PoisonError::into_inner);
        match (trusted.as_ref(), &live.run) {
            (Some(trusted), Some(run)) => trusted == run,
            // Not looked at yet, or INFO is forbidden: then only the epoch markers tell.
            _ => true,
        }
    }

    async fn drop_link(&self, number: u64) {
        let mut state = self.state.lock().await;
        if state.live.as_ref().is_some_and(|live| live.number == number) {
            state.live = None;
        }
    }

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
        match self.connect(&mut state).await {
            Ok(live) => {
                state.live = Some(live.clone());
                state.failed = None;
                Ok(live)
            }
            Err(error) => {
                state.failed = Some((Instant::now(), error.clone()));
                Err(error)
            }
        }
    }

    async fn connect(&self, state: &mut State) -> Result<Live, StoreError> {
        let host = match (&self.master, self.door.hosts.first()) {
            (Some(master), _) => self.master_of(master, state).await?,
            (None, Some(host)) => host.clone(),
            (None, None) => return Err(StoreError::Failed("its address names no host".to_owned())),
        };
        let client = self.door.server(&host).map_err(|error| fault::of_link(&error))?;
        let mut connection = connected(&client, CONNECT).await?;
        let run = introduced(&mut connection).await?;
        state.links += 1;
        let place = format!("{}:{}", host.0, host.1);
        Ok(Live { connection, number: state.links, run, place })
    }

    /// What the first sentinel says that knows the master.
    async fn master_of(&self, master: &str, state: &mut State) -> Result<(String, u16), StoreError> {
        let count = self.door.hosts.len();
        let mut last = StoreError::Away("no sentinel knows the master".to_owned());
        for at in (0..count).map(|step| (state.first + step) % count) {
            let Some(host) = self.door.hosts.get(at) else { continue };
            match timeout(SENTINEL, self.ask_sentinel(host, master)).await {
                Ok(Ok(Some(found))) => {
                    state.first = at;
                    return Ok(found);
                }
                Ok(Err(error)) => last = error,
                Ok(Ok(None)) | Err(_) => {}
            }
        }
        Err(last)
    }

    async fn ask_sentinel(&self, host: &(String, u16), master: &str) -> Result<Option<(String, u16)>, StoreError> {
        match self.ask_sentinel_as(host, master, false).await {
            Err(StoreError::Failed(_)) if self.door.has_identity() => self.ask_sentinel_as(host, master, true).await,
            answered => answered,
        }
    }

    async fn ask_sentinel_as(&self, host: &(String, u16), master: &str, known: bool) -> Result<Option<(String, u16)>, StoreError> {
        let wrong = |error: RedisError| fault::of_link(&error);
        let client = self.door.sentinel(host, known).map_err(wrong)?;
        let mut connection = connected(&client, SENTINEL).await?;
        let mut command = redis::cmd("SENTINEL");
        command.arg("GET-MASTER-ADDR-BY-NAME").arg(master);
        let answer: Option<(String, u16)> = command.query_async(&mut connection).await.map_err(wrong)?;
        Ok(answer)
    }
}

async fn connected(client: &redis::Client, limit: Duration) -> Result<MultiplexedConnection, StoreError> {
    match timeout(limit, client.get_multiplexed_async_connection_with_config(&door::connection())).await {
        Ok(connection) => connection.map_err(|error| fault::of_link(&error)),
        Err(_) => Err(StoreError::Away("no connection in time".to_owned())),
    }
}

/// The server's run id, where it may be asked; a replica is not for us.
async fn introduced(connection: &mut MultiplexedConnection) -> Result<Option<String>, StoreError> {
    let mut info = redis::cmd("INFO");
    info.arg("server");
    let asked = pipeline(vec![info, redis::cmd("ROLE")]);
    let answers = connection.req_packed_commands(&asked, 0, 2).await.map_err(|error| fault::of_link(&error))?;
    let mut answers = answers.into_iter();
    let (info, role) = (answers.next().unwrap_or_default(), answers.next().unwrap_or_default());
    if let Value::ServerError(error) = &info
        && let StoreError::Away(what) = fault::of_answer(error)
    {
        return Err(StoreError::Away(what));
    }
    if let Value::Array(role) = role
        && role.into_iter().next().is_some_and(|role| value::text(&role).as_deref() != Some("master"))
    {
        return Err(StoreError::Away("READONLY".to_owned()));
    }
    Ok(value::text(&info).and_then(|info| value::info_field(&info, "run_id")))
}

/// An answer after which another server has to be found.
fn leads_astray(value: &Value) -> bool {
    matches!(value, Value::ServerError(error) if matches!(error.code(), "READONLY" | "MASTERDOWN" | "LOADING")
        || error.details().is_some_and(|details| details.contains("-READONLY ")))
}
