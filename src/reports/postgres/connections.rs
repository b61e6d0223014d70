use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use deadpool_postgres::tokio_postgres::{Client, Config, Error, NoTls};
use deadpool_postgres::{ClientWrapper, Connect, Manager, ManagerConfig, Object, Pool, RecyclingMethod, Runtime};
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_postgres_rustls::MakeRustlsConnect;

use super::Options;
use super::address::Address;
use super::tls;
use crate::ports::report::ReportError;

/// Connections to PostgreSQL, made when they are needed. A dead one is noticed before it is lent out again.
#[derive(Clone)]
pub struct Connections {
    pool: Pool,
    patience: Duration,
}

impl Connections {
    /// Connects to nothing yet.
    ///
    /// # Errors
    /// [`ReportError::Failed`] if the certificate authorities cannot be read.
    pub fn new(address: Address, options: &Options) -> Result<Self, ReportError> {
        let maker = Maker { tls: tls::connector(&address.trust)?, session: session(options) };
        let method = ManagerConfig { recycling_method: RecyclingMethod::Verified };
        let mut config = address.config;
        config.connect_timeout(options.patience);
        let pool = Pool::builder(Manager::from_connect(config, maker, method)).max_size(options.connections.max(1));
        let pool = pool.runtime(Runtime::Tokio1).wait_timeout(Some(options.patience)).create_timeout(Some(options.patience));
        let pool = pool.recycle_timeout(Some(options.patience / 2)).build();
        let pool = pool.map_err(|error| ReportError::Failed(error.to_string()))?;
        Ok(Self { pool, patience: options.patience })
    }

    /// A connection.
    ///
    /// # Errors
    /// [`ReportError::Away`] if none is free or can be made in time.
    pub async fn lend(&self) -> Result<Lent, ReportError> {
        let got = timeout(self.patience * 2, self.pool.get()).await;
        Ok(Lent(Some(got.map_err(|_| ReportError::Away("no connection in time".to_owned()))??)))
    }
}

/// A connection in use. Unless it is given back it is closed: whoever was interrupted may have left an answer or a transaction on it.
pub struct Lent(Option<Object>);

impl Lent {
    /// The connection.
    ///
    /// # Errors
    /// None; it is there until it is given back.
    pub fn client(&mut self) -> Result<&mut ClientWrapper, ReportError> {
        self.0.as_deref_mut().ok_or_else(|| ReportError::Failed("a connection was given back and used again".to_owned()))
    }

    /// Gives it back unless the outcome says that something is wrong with it.
    pub fn settle<T>(mut self, outcome: Result<T, ReportError>) -> Result<T, ReportError> {
        if !matches!(outcome, Err(ReportError::Away(_))) {
            drop(self.0.take());
        }
        outcome
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        // Taken out of the pool and dropped, it is closed.
        drop(self.0.take().map(Object::take));
    }
}

/// The outcome, or [`ReportError::Away`] if it takes longer.
pub async fn within<T>(limit: Duration, work: impl Future<Output = Result<T, ReportError>>) -> Result<T, ReportError> {
    let late = || ReportError::Away(format!("no answer within {} s", limit.as_secs()));
    timeout(limit, work).await.map_err(|_| late())?
}

/// What every session begins with. The feed's numbers rely on the isolation level; `Ok` means that a commit is on disk. Compiling a plan
/// costs a third of a second, and PostgreSQL, who cannot know how many rows a batch holds, would do so for every batch.
fn session(options: &Options) -> String {
    let limit = options.longest_read.as_millis();
    format!(
        "SET statement_timeout = {limit}; SET lock_timeout = 5000; SET idle_in_transaction_session_timeout = 15000; \
         SET default_transaction_isolation = 'read committed'; SET default_transaction_read_only = off; SET timezone = 'UTC'; SET jit = off; \
         SET tcp_keepalives_idle = 15; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; \
         SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'"
    )
}

/// Makes connections.
struct Maker {
    tls: Option<MakeRustlsConnect>,
    session: String,
}

impl Maker {
    async fn open(&self, config: &Config) -> Result<(Client, JoinHandle<()>), Error> {
        let (client, task) = match &self.tls {
            Some(tls) => {
                let (client, connection) = config.connect(tls.clone()).await?;
                (client, tokio::spawn(ended(connection)))
            }
            None => {
                let (client, connection) = config.connect(NoTls).await?;
                (client, tokio::spawn(ended(connection)))
            }
        };
        client.batch_execute(&self.session).await?;
        Ok((client, task))
    }
}

/// Whoever waits for an answer is told as well, so this need not be loud.
async fn ended(connection: impl Future<Output = Result<(), Error>>) {
    if let Err(error) = connection.await {
        tracing::debug!(%error, "a connection to PostgreSQL ended");
    }
}

impl Connect for Maker {
    fn connect(&self, config: &Config) -> Pin<Box<dyn Future<Output = Result<(Client, JoinHandle<()>), Error>> + Send + '_>> {
        let config = config.clone();
        Box::pin(async move { self.open(&config).await })
    }
}
