//! Results in SQLite, in the same file as the embedded correlation store or in one of their own.
//!
//! [`prepare`] and [`apply`] are called inside the transaction of whoever owns the writing connection; [`SqliteReports`] reads beside it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use tokio::sync::Semaphore;

pub use erase::admit;
pub use schema::prepare;
pub use write::apply;
pub use writer::SqliteWriter;

use crate::call::Moment;
use crate::phone::Respondent;
use crate::ports::Pending;
use crate::ports::report::{
    ApiToken, CallName, Changes, ConsentOf, Cursor, Digest, FigureItem, FigureQuery, Filter, FunnelItem, Grouping, HandlingItem,
    IntegrityQuery, KeptCall, MeasureQuery, NewToken, Packing, Page, PageQuery, RankingQuery, ReportError, ReportStore, Row, Score, Sign,
    TokenStore, Waiting,
};
use crate::reports::packed::packer::TABLES;
use crate::survey::measure::ranking::Ranked;

mod audit;
mod dialect;
mod erase;
mod packing;
mod pages;
mod retain;
mod schema;
mod scores;
mod segments;
mod switches;
mod tokens;
mod write;
mod writer;

/// Long queries that run at the same time.
const READERS: usize = 3;
/// Longest wait for another process that writes.
const PATIENCE: Duration = Duration::from_secs(10);

/// Reads results beside the writer, and keeps API tokens in short transactions of its own.
#[derive(Clone)]
pub struct SqliteReports {
    path: PathBuf,
    idle: Arc<Mutex<Vec<Connection>>>,
    permits: Arc<Semaphore>,
    // Apart from the readers, so that no long report keeps a call from being let in.
    tokens: Arc<Mutex<Connection>>,
    // Opened when something is packed.
    packer: Arc<Mutex<Option<Connection>>>,
}

impl SqliteReports {
    /// Opens the file, and makes it with its tables where it is new. Blocks for a moment.
    ///
    /// # Errors
    /// [`ReportError`] if it cannot be opened or was written by a newer version.
    pub fn open(path: &Path) -> Result<Self, ReportError> {
        let connection = Connection::open(path)?;
        connection.busy_timeout(PATIENCE)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        prepare(&connection)?;
        Ok(Self {
            path: path.to_owned(),
            idle: Arc::default(),
            permits: Arc::new(Semaphore::new(READERS)),
            tokens: Arc::new(Mutex::new(connection)),
            packer: Arc::default(),
        })
    }

    async fn on_packer<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, ReportError> + Send + 'static,
    ) -> Result<T, ReportError> {
        let (packer, path) = (Arc::clone(&self.packer), self.path.clone());
        let run = move || {
            let mut packer = packer.lock().unwrap_or_else(PoisonError::into_inner);
            let mut connection = packer.take().map_or_else(|| packing::open(&path), Ok)?;
            let done = work(&mut connection);
            *packer = Some(connection);
            done
        };
        tokio::task::spawn_blocking(run).await.map_err(|failed| ReportError::Failed(failed.to_string()))?
    }

    async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, ReportError> + Send + 'static,
    ) -> Result<T, ReportError> {
        let permit = Arc::clone(&self.permits).acquire_owned().await.map_err(|closed| ReportError::Failed(closed.to_string()))?;
        let (idle, path) = (Arc::clone(&self.idle), self.path.clone());
        let read = move || {
            let kept = idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let connection = kept.map_or_else(|| reader(&path), Ok)?;
            let found = work(&connection);
            idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
            // Held until the query has ended, also when nobody waits for it any more.
            drop(permit);
            found
        };
        tokio::task::spawn_blocking(read).await.map_err(|failed| ReportError::Failed(failed.to_string()))?
    }

    async fn on_tokens<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, ReportError> {
        let tokens = Arc::clone(&self.tokens);
        let run = move || work(&tokens.lock().unwrap_or_else(PoisonError::into_inner));
        Ok(tokio::task::spawn_blocking(run).await.map_err(|failed| ReportError::Failed(failed.to_string()))??)
    }
}

fn reader(path: &Path) -> Result<Connection, ReportError> {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection)
}

impl ReportStore for SqliteReports {
    fn page<'a>(&'a self, query: &'a PageQuery) -> Pending<'a, Result<Page, ReportError>> {
        let query = query.clone();
        Box::pin(self.read(move |connection| Ok(pages::page(connection, &query)?)))
    }

    fn changes<'a>(&'a self, tenant: &'a str, after: Cursor, limit: usize) -> Pending<'a, Result<Changes, ReportError>> {
        let tenant = tenant.to_owned();
        Box::pin(self.read(move |connection| Ok(pages::changes(connection, (&tenant, after, limit))?)))
    }

    fn response<'a>(&'a self, tenant: &'a str, session_id: &'a str) -> Pending<'a, Result<Option<Row>, ReportError>> {
        let (tenant, session_id) = (tenant.to_owned(), session_id.to_owned());
        Box::pin(self.read(move |connection| Ok(pages::response(connection, &tenant, &session_id)?)))
    }

    fn consent<'a>(&'a self, tenant: &'a str, of: ConsentOf<'a>) -> Pending<'a, Result<Option<(Respondent, Row)>, ReportError>> {
        let tenant = tenant.to_owned();
        let (respondent, id) = match of {
            ConsentOf::Respondent(respondent) => (Some(respondent.clone()), String::new()),
            ConsentOf::Change(id) => (None, id.to_owned()),
        };
        Box::pin(self.read(move |connection| {
            let of = respondent.as_ref().map_or(ConsentOf::Change(&id), ConsentOf::Respondent);
            Ok(pages::consent(connection, &tenant, of)?)
        }))
    }

    fn call<'a>(&'a self, name: CallName<'a>) -> Pending<'a, Result<Option<KeptCall>, ReportError>> {
        let [tenant, account, call_id] = [name.tenant, name.account, name.call_id].map(str::to_owned);
        Box::pin(self.read(move |connection| pages::call(connection, CallName { tenant: &tenant, account: &account, call_id: &call_id })))
    }

    fn ticket<'a>(&'a self, tenant: &'a str, id: &'a str) -> Pending<'a, Result<Option<Row>, ReportError>> {
        let (tenant, id) = (tenant.to_owned(), id.to_owned());
        Box::pin(self.read(move |connection| Ok(pages::ticket(connection, &tenant, &id)?)))
    }

    fn measures<'a>(&'a self, query: &'a MeasureQuery) -> Pending<'a, Result<Vec<Score>, ReportError>> {
        let query = query.clone();
        Box::pin(self.read(move |connection| scores::measures(connection, &query)))
    }

    fn figures<'a>(&'a self, query: &'a FigureQuery) -> Pending<'a, Result<Vec<FigureItem>, ReportError>> {
        let query = query.clone();
        Box::pin(self.read(move |connection| Ok(scores::figures(connection, &query)?)))
    }

    fn funnel<'a>(&'a self, filter: &'a Filter, by: &'a [Grouping]) -> Pending<'a, Result<Vec<FunnelItem>, ReportError>> {
        let (filter, by) = (filter.clone(), by.to_vec());
        Box::pin(self.read(move |connection| scores::funnel(connection, &filter, &by)))
    }

    fn handling<'a>(&'a self, filter: &'a Filter, by: &'a [Grouping]) -> Pending<'a, Result<Vec<HandlingItem>, ReportError>> {
        let (filter, by) = (filter.clone(), by.to_vec());
        Box::pin(self.read(move |connection| Ok(scores::handling(connection, &filter, &by)?)))
    }

    fn ranking<'a>(&'a self, query: &'a RankingQuery) -> Pending<'a, Result<Vec<Ranked>, ReportError>> {
        let query = query.clone();
        Box::pin(self.read(move |connection| scores::ranking(connection, &query)))
    }

    fn integrity<'a>(&'a self, query: &'a IntegrityQuery) -> Pending<'a, Result<Vec<Sign>, ReportError>> {
        let query = query.clone();
        Box::pin(self.read(move |connection| Ok(scores::integrity(connection, &query)?)))
    }
}

impl Packing for SqliteReports {
    fn pack(&self, worth: u32) -> Pending<'_, Result<usize, ReportError>> {
        Box::pin(async move {
            let mut packed = 0;
            for table in TABLES {
                packed += self.on_packer(move |connection| packing::pack(connection, table, worth.into())).await?;
            }
            Ok(packed)
        })
    }

    fn merge(&self) -> Pending<'_, Result<bool, ReportError>> {
        Box::pin(async move {
            let mut merged = false;
            for table in TABLES {
                merged |= self.on_packer(move |connection| packing::merge(connection, table)).await?;
            }
            Ok(merged)
        })
    }

    fn waiting(&self) -> Pending<'_, Result<Waiting, ReportError>> {
        Box::pin(self.read(packing::waiting))
    }
}

impl TokenStore for SqliteReports {
    fn create(&self, token: NewToken) -> Pending<'_, Result<(), ReportError>> {
        Box::pin(self.on_tokens(move |connection| tokens::create(connection, &token)))
    }

    fn find(&self, digest: Digest) -> Pending<'_, Result<Option<ApiToken>, ReportError>> {
        Box::pin(self.on_tokens(move |connection| tokens::find(connection, &digest)))
    }

    fn list(&self) -> Pending<'_, Result<Vec<ApiToken>, ReportError>> {
        Box::pin(self.on_tokens(tokens::list))
    }

    fn revoke<'a>(&'a self, id: &'a str, now: Moment) -> Pending<'a, Result<bool, ReportError>> {
        let id = id.to_owned();
        Box::pin(self.on_tokens(move |connection| tokens::revoke(connection, &id, now)))
    }
}

impl From<rusqlite::Error> for ReportError {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            // What could not be converted may be a number or a text of a caller: it stays out of the message.
            rusqlite::Error::FromSqlConversionFailure(column, _, cause) => {
                cause.downcast_ref::<Self>().cloned().unwrap_or_else(|| Self::Unreadable(format!("column {column}")))
            }
            rusqlite::Error::InvalidColumnType(_, name, _) => Self::Unreadable(format!("column {name}")),
            other => Self::Failed(other.to_string()),
        }
    }
}
