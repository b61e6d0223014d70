//! A webhook is told again of what it may have missed, under the same identities as the first time.

use std::collections::BTreeMap;

use super::follow_up::Happened;
use super::{FlowError, Flows};
use crate::call::{Moment, Partition};
use crate::policy::{Event, Subscription};
use crate::ports::notice::Recipient;
use crate::ports::report::{Cursor, Filter, Order, PageQuery, ReportError, ReportStore, Row, Table};
use crate::ports::store::{Change, Task};

/// Rows read at once, and tasks of one commit at most.
const CHUNK: usize = 200;

/// Why a replay ended early; what was queued until then stays so, and to ask again does no harm.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// No webhook of that name is told of this tenant's events.
    #[error("there is no such webhook")]
    Unknown,
    /// A store could not.
    #[error(transparent)]
    Flow(#[from] FlowError),
    /// The reporting store could not.
    #[error(transparent)]
    Reports(#[from] ReportError),
}

/// What is told again.
#[derive(Debug, Clone, Copy)]
pub struct Replay<'a> {
    /// Whose.
    pub tenant: &'a str,
    /// The webhook.
    pub webhook: &'a str,
    /// Calls that ended (tickets: were opened) not before.
    pub from: Option<Moment>,
    /// And before.
    pub to: Option<Moment>,
}

impl Flows {
    /// Queues every ended response and every ticket of that time for the webhook, as far as it wants them; gives their number.
    ///
    /// # Errors
    /// [`ReplayError`]
    pub async fn replay(&self, reports: &dyn ReportStore, replay: Replay<'_>) -> Result<u64, ReplayError> {
        let rules = self.rulebook();
        let mut subscriptions = rules.policy.subscriptions.iter();
        let wanted = subscriptions.find(|one| one.webhook == replay.webhook && one.tenant == replay.tenant).ok_or(ReplayError::Unknown)?;
        let mut count = 0;
        for table in [Table::Responses, Table::Tickets] {
            let filter = Filter { tenant: Some(replay.tenant.to_owned()), from: replay.from, to: replay.to, ..Filter::default() };
            let mut query = PageQuery { table, filter, order: Order::Identity, after: Cursor::default(), limit: CHUNK };
            loop {
                let page = reports.page(&query).await?;
                count += self.queue(page.rows.iter().filter_map(|row| again(wanted, table, row, self.clock.now()))).await?;
                query.after = page.next;
                if !page.more {
                    break;
                }
            }
        }
        Ok(count)
    }

    /// One commit for each partition.
    async fn queue(&self, tasks: impl Iterator<Item = Task>) -> Result<u64, FlowError> {
        let mut parted: BTreeMap<Partition, Vec<Task>> = BTreeMap::new();
        for task in tasks {
            parted.entry(Partition::of_id(&task.id)).or_default().push(task);
        }
        let mut count = 0;
        for (partition, tasks) in parted {
            count += tasks.len() as u64;
            self.commit(Change { partition, tasks, now: self.clock.now(), ..Change::default() }).await?;
        }
        Ok(count)
    }
}

fn again(wanted: &Subscription, table: Table, row: &Row, now: Moment) -> Option<Task> {
    let text = |column: &str| row.get(column).and_then(serde_json::Value::as_str);
    let version = row.get("version").and_then(serde_json::Value::as_u64)?;
    let (event, about) = match table {
        Table::Tickets => (Event::TicketOpened, text("id")?),
        _ if text("disposition") == Some("open") => return None,
        _ => {
            let first = wanted.events.contains(&Event::ResponseCompleted);
            (if first { Event::ResponseCompleted } else { Event::ResponseUpdated }, text("session_id")?)
        }
    };
    let partition = Partition::of_id(about);
    let happened = Happened { tenant: &wanted.tenant, event, about, version, partition, at: now };
    wanted.events.contains(&event).then(|| happened.task(Recipient::Webhook(wanted.webhook.clone()), None))
}
