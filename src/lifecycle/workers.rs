use std::future::Future;
use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout_at};

use super::caught;

/// How long a worker that panicked rests before it begins again.
const REST: Duration = Duration::from_secs(1);

/// Background tasks that end by themselves when a [`super::Stop`] begins.
#[derive(Debug)]
pub struct Workers {
    running: Vec<(&'static str, JoinHandle<()>)>,
    rest: Duration,
}

impl Default for Workers {
    fn default() -> Self {
        Self { running: Vec::new(), rest: REST }
    }
}

impl Workers {
    /// Starts one. If it panics it is started again after a rest; when its future ends it is over.
    pub fn spawn<F, W>(&mut self, name: &'static str, work: F)
    where
        F: Fn() -> W + Send + 'static,
        W: Future<Output = ()> + Send + 'static,
    {
        let rest = self.rest;
        let watched = async move {
            while caught(work()).await.is_err() {
                tracing::error!(worker = name, "a worker panicked and begins again");
                tokio::time::sleep(rest).await;
            }
        };
        self.running.push((name, tokio::spawn(watched)));
    }

    /// Waits until all have ended, at most `grace`; the rest is dropped and named.
    pub async fn finish(self, grace: Duration) -> Vec<&'static str> {
        let until = Instant::now() + grace;
        let mut dropped = Vec::new();
        for (name, mut task) in self.running {
            if timeout_at(until, &mut task).await.is_err() {
                task.abort();
                dropped.push(name);
            }
        }
        dropped
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::lifecycle::Stop;

    #[tokio::test]
    async fn a_worker_that_panics_begins_again_and_one_that_hangs_is_named() {
        let (stop, runs) = (Stop::new(), Arc::new(AtomicUsize::new(0)));
        let mut workers = Workers { rest: Duration::ZERO, ..Workers::default() };
        let (ends, counted) = (stop.clone(), Arc::clone(&runs));
        workers.spawn("shaky", move || {
            let (ends, run) = (ends.clone(), counted.fetch_add(1, Ordering::SeqCst));
            async move {
                assert_ne!(run, 0, "the first run panics on purpose");
                ends.begun().await;
            }
        });
        workers.spawn("stuck", std::future::pending);
        stop.begin();
        // To print where it panicked takes longer than any grace on a busy machine.
        while runs.load(Ordering::SeqCst) < 2 {
            tokio::task::yield_now().await;
        }
        assert_eq!(workers.finish(Duration::from_millis(200)).await, ["stuck"]);
        assert_eq!(runs.load(Ordering::SeqCst), 2);
    }
}
