use std::any::Any;
use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::Poll;

/// Something panicked; the panic hook has logged it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("panicked")]
pub struct Panicked;

/// Runs a future to its end or its panic, so that one bad request or task does not take others with it.
///
/// # Errors
/// [`Panicked`]; the future is not polled again.
pub async fn caught<F: Future>(future: F) -> Result<F::Output, Panicked> {
    let mut future = std::pin::pin!(future);
    poll_fn(move |context| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
        Ok(poll) => poll.map(Ok),
        Err(cause) => Poll::Ready(Err(panicked(cause))),
    })
    .await
}

fn panicked(_cause: Box<dyn Any + Send>) -> Panicked {
    Panicked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_panic_becomes_an_error_and_a_value_stays_a_value() {
        assert_eq!(caught(async { 5 }).await, Ok(5));
        let bad = caught(async {
            tokio::task::yield_now().await;
            panic!("on purpose")
        });
        assert_eq!(bad.await.map(|()| 0), Err(Panicked));
    }
}
