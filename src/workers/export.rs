//! Exports to folders: a file for each period, written under another name and renamed when it is whole.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::fs;
use tokio::io::AsyncWriteExt;

pub use period::{Every, Period};

use crate::call::Moment;
use crate::flows::export::{CHUNK, Export, Format};
use crate::ports::clock::Clock;
use crate::ports::report::{Cursor, Filter, Order, PageQuery, ReportError, ReportStore, Table};

mod period;

/// What a file that is being written ends with; one that is older than this was left by a crash.
const UNFINISHED: &str = ".part";
const FORGOTTEN: Duration = Duration::from_secs(86_400);

/// One `[[export]]`.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Files begin with it; unique.
    pub name: String,
    /// Of what.
    pub table: Table,
    /// How it is written.
    pub format: Format,
    /// Where to.
    pub folder: PathBuf,
    /// How long the period of a file is, and in which zone it begins.
    pub every: Every,
    /// How long after its end a period is written.
    pub wait: Duration,
    /// The first period; else the last one that was over at the first start.
    pub from: Option<Moment>,
    /// Whose rows; `None`: all.
    pub tenant: Option<String>,
    /// For how long files are kept; `None`: for ever.
    pub keep: Option<Duration>,
}

/// How far a plan has come; lies beside its files.
#[derive(Debug, Serialize, Deserialize)]
struct Ledger {
    /// Begin of the first period that is not written.
    next: Moment,
}

/// Why a file could not be made; the next run goes on there.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Results cannot be read.
    #[error(transparent)]
    Reports(#[from] ReportError),
    /// The folder cannot be written.
    #[error("{0}: {1}")]
    Folder(PathBuf, io::Error),
    /// What says how far it has come is damaged.
    #[error("{0} cannot be read: remove it to begin anew, and set from")]
    Ledger(PathBuf),
}

/// Makes the files that are due.
pub struct Exports {
    /// Where results are read.
    pub reports: Arc<dyn ReportStore>,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// What is to be exported.
    pub plans: Vec<Plan>,
}

impl Exports {
    /// Makes every file whose period is over, the oldest first, and removes those that are too old. Gives how many were made.
    ///
    /// # Errors
    /// [`ExportError`] of the first plan that failed, with its name; the others were carried out.
    pub async fn run_once(&self) -> Result<usize, (String, ExportError)> {
        let (mut made, mut failed) = (0, None);
        for plan in &self.plans {
            match self.carry_out(plan).await {
                Ok(files) => made += files,
                Err(error) => failed = failed.or(Some((plan.name.clone(), error))),
            }
        }
        failed.map_or(Ok(made), Err)
    }

    async fn carry_out(&self, plan: &Plan) -> Result<usize, ExportError> {
        let now = self.clock.now();
        fs::create_dir_all(&plan.folder).await.map_err(|error| plan.fault(&plan.folder, error))?;
        let mut next = match plan.ledger().await? {
            Some(ledger) => ledger.next,
            None => plan.begin(now),
        };
        let mut made = 0;
        while let Some(period) = plan.every.period(next).filter(|period| period.end.plus(plan.wait) <= now) {
            self.write(plan, &period).await?;
            next = period.end;
            plan.note(&Ledger { next }).await?;
            made += 1;
        }
        if made == 0 && plan.ledger().await?.is_none() {
            plan.note(&Ledger { next }).await?;
        }
        plan.tidy(now).await?;
        Ok(made)
    }

    /// Streams the rows of a period into a file; it has its name when it is whole and on the disk.
    async fn write(&self, plan: &Plan, period: &Period) -> Result<(), ExportError> {
        let filter = Filter { tenant: plan.tenant.clone(), from: Some(period.start), to: Some(period.end), ..Filter::default() };
        let query = PageQuery { table: plan.table, filter, order: Order::Identity, after: Cursor::default(), limit: CHUNK };
        let mut export = Export::new(query, plan.format);
        let file = plan.folder.join(format!("{}-{}.{}", plan.name, period.name, plan.format.ending()));
        // Gateways that share a folder write the same, each under a name of its own.
        let part = plan.folder.join(format!(".{}-{}-{}{UNFINISHED}", plan.name, period.name, std::process::id()));
        let mut out = fs::File::create(&part).await.map_err(|error| plan.fault(&part, error))?;
        while let Some(piece) = export.next(self.reports.as_ref()).await? {
            out.write_all(&piece).await.map_err(|error| plan.fault(&part, error))?;
        }
        let whole = async {
            out.flush().await?;
            out.sync_all().await?;
            fs::rename(&part, &file).await?;
            fs::File::open(&plan.folder).await?.sync_all().await
        };
        whole.await.map_err(|error| plan.fault(&file, error))?;
        tracing::info!(export = plan.name, file = %file.display(), "exported");
        Ok(())
    }
}

impl Plan {
    /// The first period that is written: as configured, else the last one that is over.
    fn begin(&self, now: Moment) -> Moment {
        let over = now.minus(self.wait);
        let last = self.every.period(over).and_then(|current| self.every.period(Moment::from_millis(current.start.millis() - 1)));
        self.from.and_then(|from| self.every.period(from)).or(last).map_or(over, |period| period.start)
    }

    fn fault(&self, path: &Path, error: io::Error) -> ExportError {
        ExportError::Folder(path.to_owned(), error)
    }

    fn ledger_file(&self) -> PathBuf {
        self.folder.join(format!(".{}.ledger", self.name))
    }

    async fn ledger(&self) -> Result<Option<Ledger>, ExportError> {
        let path = self.ledger_file();
        match fs::read(&path).await {
            Ok(text) => serde_json::from_slice(&text).map(Some).map_err(|_| ExportError::Ledger(path)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(self.fault(&path, error)),
        }
    }

    async fn note(&self, ledger: &Ledger) -> Result<(), ExportError> {
        let path = self.ledger_file();
        let part = self.folder.join(format!(".{}.ledger-{}{UNFINISHED}", self.name, std::process::id()));
        let written = async {
            let mut file = fs::File::create(&part).await?;
            file.write_all(&serde_json::to_vec(ledger).map_err(io::Error::other)?).await?;
            file.flush().await?;
            file.sync_all().await?;
            fs::rename(&part, &path).await
        };
        written.await.map_err(|error| self.fault(&path, error))
    }

    /// Removes files that are older than they are kept, and what a crash has left half written.
    async fn tidy(&self, now: Moment) -> Result<(), ExportError> {
        let fault = |error| self.fault(&self.folder, error);
        let mut entries = fs::read_dir(&self.folder).await.map_err(fault)?;
        while let Some(entry) = entries.next_entry().await.map_err(fault)? {
            let name = entry.file_name().to_string_lossy().into_owned();
            if self.is_over(&name, now) || self.is_forgotten(&name, &entry, now).await {
                fs::remove_file(entry.path()).await.map_err(fault)?;
                tracing::info!(export = self.name, file = name, "removed an old export");
            }
        }
        Ok(())
    }

    fn is_over(&self, file: &str, now: Moment) -> bool {
        let ending = format!(".{}", self.format.ending());
        let period = file.strip_prefix(&format!("{}-", self.name)).and_then(|rest| rest.strip_suffix(&ending));
        let period = period.and_then(|name| self.every.named(name));
        self.keep.zip(period).is_some_and(|(keep, period)| period.end.plus(keep) < now)
    }

    async fn is_forgotten(&self, file: &str, entry: &fs::DirEntry, now: Moment) -> bool {
        if !(file.starts_with(&format!(".{}-", self.name)) && file.ends_with(UNFINISHED)) {
            return false;
        }
        let changed = entry.metadata().await.and_then(|found| found.modified()).ok();
        let since = changed.and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
        since.is_some_and(|since| Moment::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX)).plus(FORGOTTEN) < now)
    }
}
