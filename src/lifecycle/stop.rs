use tokio::sync::watch;

/// The wish to stop, shared by everything that runs. First soft (take nothing new, finish what is begun), then hard (drop it).
#[derive(Debug, Clone)]
pub struct Stop(watch::Sender<Phase>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    Running,
    Soft,
    Hard,
}

impl Stop {
    /// Nobody wishes to stop yet.
    #[must_use]
    pub fn new() -> Self {
        Self(watch::Sender::new(Phase::Running))
    }

    /// Take nothing new, finish what is begun.
    pub fn begin(&self) {
        self.advance(Phase::Soft);
    }

    /// Drop what is begun too.
    pub fn cut(&self) {
        self.advance(Phase::Hard);
    }

    /// Whether nothing new is to be taken.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        *self.0.borrow() >= Phase::Soft
    }

    /// Waits until nothing new is to be taken.
    pub async fn begun(&self) {
        self.reached(Phase::Soft).await;
    }

    /// Waits until what is begun is to be dropped.
    pub async fn was_cut(&self) {
        self.reached(Phase::Hard).await;
    }

    fn advance(&self, to: Phase) {
        self.0.send_if_modified(|phase| {
            let forward = *phase < to;
            *phase = to.max(*phase);
            forward
        });
    }

    async fn reached(&self, wanted: Phase) {
        let mut phase = self.0.subscribe();
        // The sender is our own and outlives this wait, so it cannot end in an error.
        let _still_open = phase.wait_for(|phase| *phase >= wanted).await.is_ok();
    }
}

impl Default for Stop {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_stop_goes_forward_only_and_reaches_every_copy() {
        let stop = Stop::new();
        let copy = stop.clone();
        assert!(!copy.has_begun());
        stop.begin();
        copy.begun().await;
        assert!(copy.has_begun());
        copy.cut();
        stop.begin();
        stop.was_cut().await;
        assert!(stop.has_begun());
    }
}
