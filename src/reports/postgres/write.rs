use std::future::poll_fn;
use std::task::Poll;

use deadpool_postgres::ClientWrapper;
use tokio_postgres::Error;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::Type;

use super::batch::{Kind, Put, puts};
use super::erase::Guard;
use super::values::Stamp;
use crate::call::Moment;
use crate::ports::Pending;
use crate::ports::report::{Fact, ReportError};
use crate::reports::nul;

/// Tries where somebody is erased meanwhile.
const TRIES: usize = 8;

/// Writes the facts in one transaction. All its statements leave at once: the one lock of all writers, on the feed, is held for as long
/// as PostgreSQL needs to write and to commit, and for no round trip in between. It is taken first, so writers wait for each other
/// there and nowhere else, and cannot wait in a circle.
///
/// # Errors
/// Of the first statement that failed; then nothing was written. Where the connection broke at the commit, that is not known.
pub async fn write(client: &ClientWrapper, facts: &[Fact], guard: &Guard) -> Result<(), ReportError> {
    for _ in 0..TRIES {
        let known = guard.known();
        match attempt(client, &guard.admit(&known, facts), known.count).await {
            Err(Broken::SomebodyErased) => guard.learn(client).await?,
            Err(Broken::Otherwise(error)) => return Err(error),
            Ok(()) => return Ok(()),
        }
    }
    Err(ReportError::Away("somebody is erased again and again".to_owned()))
}

/// Why nothing was written.
enum Broken {
    /// Since it was last looked at who was.
    SomebodyErased,
    Otherwise(ReportError),
}

impl From<Error> for Broken {
    fn from(error: Error) -> Self {
        if error.code() == Some(&SqlState::DIVISION_BY_ZERO) { Self::SomebodyErased } else { Self::Otherwise(error.into()) }
    }
}

/// The division fails where somebody was erased since; the lock on the feed keeps it so until the commit.
async fn attempt(client: &ClientWrapper, facts: &[Fact], erasures: i64) -> Result<(), Broken> {
    let puts = puts(facts).map_err(|error| Broken::Otherwise(error.into()))?;
    if puts.is_empty() {
        return Ok(());
    }
    let begin = format!(
        "BEGIN ISOLATION LEVEL READ COMMITTED; UPDATE report_feed SET seq = seq + {}; SELECT 1 / (erasures = {erasures})::int FROM report_feed",
        facts.len()
    );
    let mut steps: Vec<Pending<'_, Result<(), Error>>> = vec![Box::pin(client.batch_execute(&begin))];
    steps.extend(puts.iter().map(|put| step(client, put)));
    // In a transaction that has failed this rolls back, and says nothing: the statement that failed has.
    steps.push(Box::pin(client.batch_execute("COMMIT")));
    all(steps).await.into_iter().collect::<Result<(), Error>>()?;
    Ok(())
}

/// Keeps a fact that cannot be written. Once, however often it is refused.
pub async fn set_aside(client: &ClientWrapper, fact: &Fact, (reason, now): (&str, Moment)) -> Result<(), ReportError> {
    let put = "INSERT INTO refused_facts (refused_at, reason, fact) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    let (reason, fact) = (nul::text(reason), serde_json::to_vec(fact)?);
    client.execute_typed(put, &[(&Stamp(now), Type::TIMESTAMPTZ), (&reason, Type::TEXT), (&fact, Type::BYTEA)]).await?;
    Ok(())
}

fn step<'a>(client: &'a ClientWrapper, put: &'a Put) -> Pending<'a, Result<(), Error>> {
    let statement = match put.kind {
        Kind::Calls => include_str!("statements/calls.sql"),
        Kind::Responses => include_str!("statements/responses.sql"),
        Kind::Unmatched => include_str!("statements/unmatched_replies.sql"),
        Kind::OptOuts => include_str!("statements/opt_outs.sql"),
        Kind::Tickets => include_str!("statements/tickets.sql"),
    };
    Box::pin(async move {
        client.execute_typed(statement, &[(&put.rows, Type::TEXT)]).await?;
        Ok(())
    })
}

/// Begins all in order, and waits for all. A statement is sent when it is first polled.
async fn all<T>(mut pending: Vec<Pending<'_, T>>) -> Vec<T> {
    let mut done: Vec<Option<T>> = pending.iter().map(|_| None).collect();
    poll_fn(|context| {
        for (slot, future) in done.iter_mut().zip(&mut pending) {
            if slot.is_none()
                && let Poll::Ready(outcome) = future.as_mut().poll(context)
            {
                *slot = Some(outcome);
            }
        }
        if done.iter().all(Option::is_some) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    done.into_iter().flatten().collect()
}
