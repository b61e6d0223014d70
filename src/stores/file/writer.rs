//! The one thread that writes: many operations, one transaction, one fsync, then all answers.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TryRecvError, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::fault::{Fault, is_final, is_of_the_disk};
use crate::crash::crash_point;
use crate::ports::store::StoreError;

/// Most operations in one transaction.
const GROUP: usize = 256;
/// So long without work, and what the WAL holds is brought into the file.
const IDLE: Duration = Duration::from_millis(500);
/// Frames (pages of 4 KiB) in the WAL from which it is brought into the file under load.
const FRAMES: i64 = 4096;

/// So often it is tried to empty the WAL while others read, at this distance: about ten seconds.
const TRUNCATIONS: usize = 100;
const TRUNCATION_PAUSE: Duration = Duration::from_millis(50);

/// Something to be done inside the writer's transaction.
pub trait Operation: Send + 'static {
    /// What the caller gets once it is fsynced.
    type Outcome: Send;

    /// Checks first and writes last. May be run a second time after a rollback, if another operation of its group failed.
    fn run(&self, connection: &Connection) -> Result<Self::Outcome, Fault>;
}

/// The way to the thread.
#[derive(Debug)]
pub struct Writer {
    queue: SyncSender<Message>,
    thread: Mutex<Option<JoinHandle<()>>>,
    stopped: Arc<AtomicBool>,
    failing: Arc<AtomicBool>,
    /// How often the disk has refused a write, and how often it had at the last [`Writer::try_again`].
    refusals: Arc<AtomicU64>,
    seen: AtomicU64,
}

enum Message {
    Work(Box<dyn Work>),
    Sync(bool, oneshot::Sender<Result<(), StoreError>>),
    Truncate(oneshot::Sender<bool>),
    Close,
}

/// An operation of any kind in the queue.
trait Work: Send {
    fn run(&mut self, connection: &Connection) -> Result<(), Fault>;
    fn refuse(&mut self, error: StoreError);
    fn answer(self: Box<Self>);
}

struct Queued<O: Operation> {
    operation: O,
    outcome: Result<O::Outcome, StoreError>,
    reply: oneshot::Sender<Result<O::Outcome, StoreError>>,
}

impl<O: Operation> Work for Queued<O> {
    fn run(&mut self, connection: &Connection) -> Result<(), Fault> {
        // Whoever asked has been told that it was not done (503), so it must not be (promise P1).
        if self.reply.is_closed() {
            return Ok(());
        }
        self.outcome = Ok(self.operation.run(connection)?);
        Ok(())
    }

    fn refuse(&mut self, error: StoreError) {
        self.outcome = Err(error);
    }

    fn answer(self: Box<Self>) {
        // A caller that has gone away since the write was made misses its answer; a repetition gets it.
        drop(self.reply.send(self.outcome));
    }
}

impl Writer {
    /// Starts the thread. `most` operations may wait.
    pub fn start(connection: Connection, most: usize) -> std::io::Result<Self> {
        let (queue, work) = sync_channel(most.max(1));
        let stopped = Arc::new(AtomicBool::new(false));
        let failing = Arc::new(AtomicBool::new(false));
        let refusals = Arc::new(AtomicU64::new(0));
        let (ended, faulty, refused) = (Arc::clone(&stopped), Arc::clone(&failing), Arc::clone(&refusals));
        let desk =
            Desk { connection, work, stopped: ended, failing: faulty, refusals: refused, refusal: None, fresh: false, is_stuck: false };
        let thread = std::thread::Builder::new().name("store-writer".to_owned()).spawn(move || desk.serve())?;
        Ok(Self { queue, thread: Mutex::new(Some(thread)), stopped, failing, refusals, seen: AtomicU64::new(0) })
    }

    /// Queues the operation and waits until it is fsynced; a full queue is refused at once.
    pub async fn perform<O: Operation>(&self, operation: O) -> Result<O::Outcome, StoreError> {
        let (reply, answer) = oneshot::channel();
        let queued = Queued { operation, outcome: Err(ended()), reply };
        match self.queue.try_send(Message::Work(Box::new(queued))) {
            Ok(()) => answer.await.unwrap_or_else(|_| Err(ended())),
            Err(TrySendError::Full(_)) => Err(StoreError::Busy),
            Err(TrySendError::Disconnected(_)) => Err(ended()),
        }
    }

    /// Whether the thread refuses work or has ended.
    pub fn has_stopped(&self) -> bool {
        self.stopped.load(Ordering::Acquire)
    }

    /// Whether the disk has refused a write (full, read-only) and none has succeeded since at [`Writer::try_again`]; or it has stopped.
    pub fn is_failing(&self) -> bool {
        self.failing.load(Ordering::Acquire) || self.has_stopped()
    }

    /// Where the disk has refused a write, tries a small one; whether it can be written now. Costs nothing where all is well. A full
    /// disk may have room for a small one and for nothing else, so where any was refused since the last try, this one says nothing.
    pub async fn try_again(&self) -> bool {
        let refused = self.refusals.load(Ordering::Acquire);
        let is_quiet = self.seen.swap(refused, Ordering::AcqRel) == refused;
        if self.is_failing() && !self.has_stopped() && is_quiet {
            let is_written = self.perform(Trial).await.is_ok();
            if is_written && self.refusals.load(Ordering::Acquire) == refused {
                self.failing.store(false, Ordering::Release);
            }
            if !is_written {
                self.seen.fetch_add(1, Ordering::AcqRel);
            }
        }
        !self.is_failing()
    }

    /// From now on each commit is fsynced before it is answered, or is not.
    pub async fn sync(&self, on: bool) -> Result<(), StoreError> {
        let (reply, answer) = oneshot::channel();
        match self.queue.try_send(Message::Sync(on, reply)) {
            Ok(()) => answer.await.unwrap_or_else(|_| Err(ended())),
            Err(TrySendError::Full(_)) => Err(StoreError::Busy),
            Err(TrySendError::Disconnected(_)) => Err(ended()),
        }
    }

    /// Brings the WAL into the file and empties it, so that what was deleted stands in neither: deleted content is overwritten
    /// (`PRAGMA secure_delete`), but the WAL keeps copies of pages as they were.
    pub async fn leave_no_trace(&self) -> Result<(), StoreError> {
        for _ in 0..TRUNCATIONS {
            let (reply, answer) = oneshot::channel();
            match self.queue.try_send(Message::Truncate(reply)) {
                Ok(()) if answer.await.unwrap_or(false) => return Ok(()),
                Ok(()) | Err(TrySendError::Full(_)) => tokio::time::sleep(TRUNCATION_PAUSE).await,
                Err(TrySendError::Disconnected(_)) => return Err(ended()),
            }
        }
        // Somebody has been reading all the time.
        Err(StoreError::Busy)
    }

    /// Does what is queued, brings the WAL into the file and ends the thread. Blocks.
    pub fn close(&self) -> Result<(), StoreError> {
        let Some(thread) = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take() else { return Ok(()) };
        self.queue.send(Message::Close).map_err(|_| ended())?;
        thread.join().map_err(|_| ended())
    }
}

/// Changes nothing, and writes it.
struct Trial;

impl Operation for Trial {
    type Outcome = ();

    fn run(&self, connection: &Connection) -> Result<(), Fault> {
        let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        Ok(connection.pragma_update(None, "user_version", version)?)
    }
}

fn ended() -> StoreError {
    StoreError::Failed("its writer has ended".to_owned())
}

/// Where the thread works.
struct Desk {
    connection: Connection,
    work: Receiver<Message>,
    stopped: Arc<AtomicBool>,
    failing: Arc<AtomicBool>,
    refusals: Arc<AtomicU64>,
    /// Set once by an error after which nothing may be written any more.
    refusal: Option<StoreError>,
    /// Whether something was written since the last checkpoint.
    fresh: bool,
    /// The last checkpoint failed, and that was said.
    is_stuck: bool,
}

/// What to do after a group.
enum Next {
    GoOn,
    Rest,
    Sync(bool, oneshot::Sender<Result<(), StoreError>>),
    Truncate(oneshot::Sender<bool>),
    End,
}

/// How a transaction broke.
enum Broken {
    /// An operation failed; the others may still succeed.
    ByOperation(Fault),
    /// Begin or commit failed: nobody's work is kept.
    AsAWhole(rusqlite::Error),
}

/// Raises the flag however the thread ends, also by a panic.
struct Flag(Arc<AtomicBool>);

impl Drop for Flag {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Release);
    }
}

impl Desk {
    fn serve(mut self) {
        let _flag = Flag(Arc::clone(&self.stopped));
        loop {
            let mut group = Vec::new();
            let next = self.gather(&mut group);
            if !group.is_empty() {
                self.carry_out(group);
            }
            match next {
                Next::GoOn => self.checkpoint_if_long(),
                Next::Rest => self.checkpoint("PASSIVE"),
                // SQLite changes it between transactions only.
                Next::Sync(on, reply) => drop(reply.send(self.sync(on))),
                Next::Truncate(reply) => drop(reply.send(self.truncate())),
                Next::End => break,
            }
        }
        self.checkpoint("TRUNCATE");
    }

    /// Waits for one operation and takes along what else is there.
    fn gather(&self, group: &mut Vec<Box<dyn Work>>) -> Next {
        let first = if self.fresh { self.work.recv_timeout(IDLE) } else { self.work.recv().map_err(RecvTimeoutError::from) };
        match first {
            Ok(Message::Work(work)) => group.push(work),
            Ok(Message::Sync(on, reply)) => return Next::Sync(on, reply),
            Ok(Message::Truncate(reply)) => return Next::Truncate(reply),
            Ok(Message::Close) | Err(RecvTimeoutError::Disconnected) => return Next::End,
            Err(RecvTimeoutError::Timeout) => return Next::Rest,
        }
        while group.len() < GROUP {
            match self.work.try_recv() {
                Ok(Message::Work(work)) => group.push(work),
                Ok(Message::Sync(on, reply)) => return Next::Sync(on, reply),
                Ok(Message::Truncate(reply)) => return Next::Truncate(reply),
                Ok(Message::Close) | Err(TryRecvError::Disconnected) => return Next::End,
                Err(TryRecvError::Empty) => break,
            }
        }
        Next::GoOn
    }

    /// What was written without is brought into the file with it.
    fn sync(&mut self, on: bool) -> Result<(), StoreError> {
        let level = if on { "FULL" } else { "OFF" };
        let set = self.connection.pragma_update(None, "synchronous", level);
        if set.is_ok() && on {
            self.checkpoint("TRUNCATE");
        }
        set.map_err(|error| self.weigh(error.into()))
    }

    /// Waits for readers only briefly: the writer has more to do.
    fn truncate(&mut self) -> bool {
        if self.refusal.is_some() {
            return false;
        }
        let emptied = super::open::truncate(&self.connection).unwrap_or(false);
        self.fresh &= !emptied;
        emptied
    }

    fn carry_out(&mut self, mut group: Vec<Box<dyn Work>>) {
        if let Err(error) = self.write(&mut group) {
            group.iter_mut().for_each(|work| work.refuse(error.clone()));
        }
        group.into_iter().for_each(Work::answer);
    }

    /// Savepoints cost each operation copies of the pages that it touches, so the first try goes without: operations check
    /// before they write and almost never fail. If one does, the group is rolled back and run again with a savepoint each.
    fn write(&mut self, group: &mut [Box<dyn Work>]) -> Result<(), StoreError> {
        if let Some(refusal) = &self.refusal {
            return Err(refusal.clone());
        }
        self.fresh = true;
        let broken = match (self.together(group), group) {
            (Ok(()), _) => return Ok(()),
            (Err(Broken::ByOperation(fault)), [_]) => return Err(self.weigh(fault)),
            (Err(Broken::ByOperation(Fault::Sql(error))), _) if is_final(&error) => return Err(self.weigh(error.into())),
            (Err(Broken::ByOperation(_)), group) => self.one_by_one(group).err(),
            (Err(Broken::AsAWhole(error)), _) => Some(error),
        };
        broken.map_or(Ok(()), |error| Err(self.weigh(error.into())))
    }

    fn weigh(&mut self, fault: Fault) -> StoreError {
        let last = matches!(&fault, Fault::Sql(error) if is_final(error));
        if matches!(&fault, Fault::Sql(error) if is_of_the_disk(error)) {
            self.refusals.fetch_add(1, Ordering::AcqRel);
            self.failing.store(true, Ordering::Release);
        }
        let error = StoreError::from(fault);
        if last {
            tracing::error!(%error, "the store takes no more writes until it is restarted");
            self.stopped.store(true, Ordering::Release);
            self.refusal = Some(error.clone());
        }
        error
    }

    fn together(&self, group: &mut [Box<dyn Work>]) -> Result<(), Broken> {
        self.say("BEGIN IMMEDIATE").map_err(Broken::AsAWhole)?;
        for work in group {
            if let Err(fault) = work.run(&self.connection) {
                self.roll_back();
                return Err(Broken::ByOperation(fault));
            }
        }
        self.commit().map_err(Broken::AsAWhole)
    }

    fn one_by_one(&self, group: &mut [Box<dyn Work>]) -> rusqlite::Result<()> {
        self.say("BEGIN IMMEDIATE")?;
        for work in group {
            if let Err(error) = self.guarded(work.as_mut()) {
                self.roll_back();
                return Err(error);
            }
        }
        self.commit()
    }

    /// One operation behind a savepoint; an error means that the whole transaction is lost.
    fn guarded(&self, work: &mut dyn Work) -> rusqlite::Result<()> {
        self.say("SAVEPOINT operation")?;
        match work.run(&self.connection) {
            // SQLite has rolled everything back by itself (disk full, I/O error).
            Err(Fault::Sql(error)) if self.connection.is_autocommit() || is_final(&error) => return Err(error),
            Err(fault) => {
                self.say("ROLLBACK TO operation")?;
                work.refuse(fault.into());
            }
            Ok(()) => {}
        }
        self.say("RELEASE operation")
    }

    fn commit(&self) -> rusqlite::Result<()> {
        crash_point!("group written");
        self.say("COMMIT").inspect_err(|_| self.roll_back())?;
        crash_point!("group committed");
        Ok(())
    }

    fn roll_back(&self) {
        if self.connection.is_autocommit() {
            return;
        }
        if let Err(error) = self.say("ROLLBACK") {
            tracing::error!(%error, "the store could not roll back");
        }
    }

    fn say(&self, statement: &str) -> rusqlite::Result<()> {
        self.connection.prepare_cached(statement)?.execute([]).map(drop)
    }

    /// Under load: after the answers, and before the WAL grows past what readers search quickly.
    fn checkpoint_if_long(&mut self) {
        let waiting = self
            .connection
            .prepare_cached("PRAGMA wal_checkpoint(NOOP)")
            .and_then(|mut statement| statement.query_row([], |row| Ok(row.get::<_, i64>(1)? - row.get::<_, i64>(2)?)));
        match waiting {
            Ok(frames) if frames < FRAMES => {}
            _ => self.checkpoint("PASSIVE"),
        }
    }

    /// A checkpoint that fails loses nothing: the WAL stays and the next one writes the same pages again.
    fn checkpoint(&mut self, mode: &str) {
        self.fresh = false;
        if self.refusal.is_some() {
            return;
        }
        let done = self.connection.query_row(&format!("PRAGMA wal_checkpoint({mode})"), [], |_| Ok(()));
        if let (Err(error), false) = (&done, self.is_stuck) {
            tracing::warn!(%error, "the store's checkpoint failed; said again when one has come through and another fails");
        }
        self.is_stuck = done.is_err();
    }
}
