//! Results in PostgreSQL (written for version 14 and later), for several gateways at once.
//!
//! Nothing here needs a restart: connections are made when they are needed, and what PostgreSQL cannot do at the moment is
//! [`ReportError::Away`] until it can again.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OnceCell, Semaphore, SemaphorePermit};

use self::address::Address;
use self::connections::{Connections, Lent, within};
use self::erase::{Eraser, Guard};
use crate::call::Moment;
use crate::phone::Respondent;
use crate::ports::Pending;
use crate::ports::erasure::{Class, Erasure, Receipt, Traces};
use crate::ports::notice::SwitchedOff;
use crate::ports::report::{
    ApiToken, Audit, CallName, Changes, ConsentOf, Cursor, Deed, Digest, Fact, FigureItem, FigureQuery, Filter, FunnelItem, Grouping,
    HandlingItem, IntegrityQuery, KeptCall, MeasureQuery, NewToken, Packing, Page, PageQuery, RankingQuery, ReportError, ReportStore,
    ReportWriter, Row, Score, Sign, TokenStore, Unmasked, Unmasking, Waiting, WebhookSwitches,
};
use crate::ports::seal::Sealer;
use crate::survey::measure::ranking::Ranked;

mod address;
mod audit;
mod batch;
mod connections;
mod erase;
mod fault;
pub mod migrate;
mod packing;
mod pages;
mod retain;
mod scores;
mod segments;
mod switches;
mod tls;
mod tokens;
mod values;
mod write;

/// How PostgreSQL is used.
#[derive(Debug, Clone)]
pub struct Options {
    /// Most connections, from 1 on. Half of them, rounded up, may be busy with reports; the others are for facts and tokens.
    pub connections: usize,
    /// Longest wait for a free connection, and for a new one to be made.
    pub patience: Duration,
    /// Longest statement, and longest wait of a report for others to end.
    pub longest_read: Duration,
    /// Longest wait for facts to be committed, and for short questions.
    pub longest_write: Duration,
    /// Finds again who was erased.
    pub sealer: Sealer,
}

impl Default for Options {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self { connections: 8, patience: seconds(2), longest_read: seconds(30), longest_write: seconds(10), sealer: Sealer::default() }
    }
}

/// Longest wait for the tables to be made or found in order.
const MIGRATION: Duration = Duration::from_secs(120);

/// Reads and writes results in PostgreSQL, and keeps API tokens there.
#[derive(Clone)]
pub struct PostgresReports {
    connections: Connections,
    options: Options,
    readers: Arc<Semaphore>,
    ready: Arc<OnceCell<()>>,
    guard: Guard,
}

impl PostgresReports {
    /// The store at that address, `postgres://user:password@host:port/database?sslmode=…&sslrootcert=…`. Connects to nothing yet: the
    /// tables are made or found in order before the first use, so that a gateway can start while PostgreSQL is away.
    ///
    /// # Errors
    /// [`ReportError::Failed`] if the address or its certificate authorities cannot be read; the text never holds the password.
    pub fn at(url: &str, options: Options) -> Result<Self, ReportError> {
        let connections = Connections::new(Address::parse(url)?, &options)?;
        let readers = Arc::new(Semaphore::new(options.connections.div_ceil(2).max(1)));
        let guard = Guard::new(options.sealer.clone());
        Ok(Self { connections, options, readers, ready: Arc::default(), guard })
    }

    /// As [`Self::at`], and makes the tables now.
    ///
    /// # Errors
    /// [`ReportError`]; [`ReportError::Unreadable`] if what is there must not be written by this version.
    pub async fn open(url: &str, options: Options) -> Result<Self, ReportError> {
        let opened = Self::at(url, options)?;
        opened.lend().await?.settle(Ok(()))?;
        Ok(opened)
    }

    async fn lend(&self) -> Result<Lent, ReportError> {
        self.ready.get_or_try_init(|| within(MIGRATION, self.migrate())).await?;
        self.connections.lend().await
    }

    async fn migrate(&self) -> Result<(), ReportError> {
        let mut lent = self.connections.lend().await?;
        let done = migrate::migrate(lent.client()?, &migrate::MIGRATIONS).await;
        lent.settle(done)
    }

    /// A report's turn.
    async fn turn(&self) -> Result<SemaphorePermit<'_>, ReportError> {
        let turn = async { self.readers.acquire().await.map_err(|closed| ReportError::Failed(closed.to_string())) };
        within(self.options.longest_read, turn).await
    }
}

impl std::fmt::Debug for PostgresReports {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PostgresReports").field("options", &self.options).finish_non_exhaustive()
    }
}

/// Lends a connection for as long as the work may take.
macro_rules! lent {
    ($self:ident, $limit:expr, |$client:ident| $work:expr) => {
        Box::pin(async move {
            let mut lent = $self.lend().await?;
            let $client = lent.client()?;
            let outcome = within($limit, $work).await;
            lent.settle(outcome)
        })
    };
}

/// Likewise for a report, which waits for its turn. It may take several statements, each with its own limit at the server.
macro_rules! report {
    ($self:ident, |$client:ident| $work:expr) => {
        Box::pin(async move {
            let _turn = $self.turn().await?;
            let mut lent = $self.lend().await?;
            let $client = lent.client()?;
            let outcome = within($self.options.longest_read * 2, $work).await;
            lent.settle(outcome)
        })
    };
}

impl ReportWriter for PostgresReports {
    fn write<'a>(&'a self, facts: &'a [Fact]) -> Pending<'a, Result<(), ReportError>> {
        lent!(self, self.options.longest_write, |client| write::write(client, facts, &self.guard))
    }

    fn set_aside<'a>(&'a self, fact: &'a Fact, reason: &'a str, now: Moment) -> Pending<'a, Result<(), ReportError>> {
        lent!(self, self.options.longest_write, |client| write::set_aside(client, fact, (reason, now)))
    }

    fn erase<'a>(&'a self, erasure: &'a Erasure, traces: &'a Traces, now: Moment) -> Pending<'a, Result<Receipt, ReportError>> {
        let eraser = Eraser { erasure, traces, seal: self.guard.seal(erasure), now };
        lent!(self, self.options.longest_read * 2, |client| eraser.run(client))
    }

    fn retain(&self, class: Class, before: Moment, most: usize) -> Pending<'_, Result<u64, ReportError>> {
        let batch = retain::Batch { sealer: &self.options.sealer, class, before, most };
        lent!(self, self.options.longest_read, |client| batch.run(client))
    }

    fn check(&self) -> Pending<'_, Result<(), ReportError>> {
        // A connection is asked before it is lent.
        Box::pin(async move { self.lend().await?.settle(Ok(())) })
    }
}

impl ReportStore for PostgresReports {
    fn page<'a>(&'a self, query: &'a PageQuery) -> Pending<'a, Result<Page, ReportError>> {
        report!(self, |client| pages::page(client, query))
    }

    fn changes<'a>(&'a self, tenant: &'a str, after: Cursor, limit: usize) -> Pending<'a, Result<Changes, ReportError>> {
        report!(self, |client| pages::changes(client, (tenant, after, limit)))
    }

    fn response<'a>(&'a self, tenant: &'a str, session_id: &'a str) -> Pending<'a, Result<Option<Row>, ReportError>> {
        lent!(self, self.options.longest_write, |client| pages::response(client, tenant, session_id))
    }

    fn consent<'a>(&'a self, tenant: &'a str, of: ConsentOf<'a>) -> Pending<'a, Result<Option<(Respondent, Row)>, ReportError>> {
        lent!(self, self.options.longest_write, |client| pages::consent(client, tenant, of))
    }

    fn call<'a>(&'a self, name: CallName<'a>) -> Pending<'a, Result<Option<KeptCall>, ReportError>> {
        lent!(self, self.options.longest_write, |client| pages::call(client, name))
    }

    fn ticket<'a>(&'a self, tenant: &'a str, id: &'a str) -> Pending<'a, Result<Option<Row>, ReportError>> {
        lent!(self, self.options.longest_write, |client| pages::ticket(client, tenant, id))
    }

    fn measures<'a>(&'a self, query: &'a MeasureQuery) -> Pending<'a, Result<Vec<Score>, ReportError>> {
        report!(self, |client| scores::measures(client, query))
    }

    fn figures<'a>(&'a self, query: &'a FigureQuery) -> Pending<'a, Result<Vec<FigureItem>, ReportError>> {
        report!(self, |client| scores::figures(client, query))
    }

    fn funnel<'a>(&'a self, filter: &'a Filter, by: &'a [Grouping]) -> Pending<'a, Result<Vec<FunnelItem>, ReportError>> {
        report!(self, |client| scores::funnel(client, filter, by))
    }

    fn handling<'a>(&'a self, filter: &'a Filter, by: &'a [Grouping]) -> Pending<'a, Result<Vec<HandlingItem>, ReportError>> {
        report!(self, |client| scores::handling(client, filter, by))
    }

    fn ranking<'a>(&'a self, query: &'a RankingQuery) -> Pending<'a, Result<Vec<Ranked>, ReportError>> {
        report!(self, |client| scores::ranking(client, query))
    }

    fn integrity<'a>(&'a self, query: &'a IntegrityQuery) -> Pending<'a, Result<Vec<Sign>, ReportError>> {
        report!(self, |client| scores::integrity(client, query))
    }
}

impl Packing for PostgresReports {
    fn pack(&self, worth: u32) -> Pending<'_, Result<usize, ReportError>> {
        lent!(self, MIGRATION, |client| packing::pack(client, worth.into()))
    }

    fn merge(&self) -> Pending<'_, Result<bool, ReportError>> {
        lent!(self, MIGRATION, |client| packing::merge(client))
    }

    fn waiting(&self) -> Pending<'_, Result<Waiting, ReportError>> {
        lent!(self, self.options.longest_read, |client| packing::waiting(client))
    }
}

impl WebhookSwitches for PostgresReports {
    fn switched_off(&self) -> Pending<'_, Result<Vec<SwitchedOff>, ReportError>> {
        lent!(self, self.options.longest_write, |client| switches::read(client))
    }

    fn switch_off<'a>(&'a self, name: &'a str, now: Moment) -> Pending<'a, Result<(), ReportError>> {
        lent!(self, self.options.longest_write, |client| switches::off(client, name, now))
    }

    fn switch_on<'a>(&'a self, name: &'a str) -> Pending<'a, Result<bool, ReportError>> {
        lent!(self, self.options.longest_write, |client| switches::on(client, name))
    }
}

impl Audit for PostgresReports {
    fn unmask<'a>(&'a self, asked: &'a Unmasking) -> Pending<'a, Result<Vec<Unmasked>, ReportError>> {
        lent!(self, self.options.longest_write, |client| audit::unmask(client, asked))
    }

    fn deeds<'a>(&'a self, tenant: &'a str, most: usize) -> Pending<'a, Result<Vec<Deed>, ReportError>> {
        lent!(self, self.options.longest_write, |client| audit::deeds(client, tenant, most))
    }
}

impl TokenStore for PostgresReports {
    fn create(&self, token: NewToken) -> Pending<'_, Result<(), ReportError>> {
        lent!(self, self.options.longest_write, |client| tokens::create(client, &token))
    }

    fn find(&self, digest: Digest) -> Pending<'_, Result<Option<ApiToken>, ReportError>> {
        lent!(self, self.options.longest_write, |client| tokens::find(client, &digest))
    }

    fn list(&self) -> Pending<'_, Result<Vec<ApiToken>, ReportError>> {
        lent!(self, self.options.longest_write, |client| tokens::list(client))
    }

    fn revoke<'a>(&'a self, id: &'a str, now: Moment) -> Pending<'a, Result<bool, ReportError>> {
        lent!(self, self.options.longest_write, |client| tokens::revoke(client, id, now))
    }
}
