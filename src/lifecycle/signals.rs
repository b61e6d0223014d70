use std::future::Future;
use std::sync::Arc;

use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::Notify;

use super::Stop;

/// The wish to read the configuration again. Wishes that come while one is being carried out count as one.
#[derive(Debug, Clone, Default)]
pub struct Reload(Arc<Notify>);

impl Reload {
    /// Asks for it.
    pub fn ask(&self) {
        self.0.notify_one();
    }

    /// Waits for it; for one waiting task.
    pub async fn asked(&self) {
        self.0.notified().await;
    }
}

/// Listens to SIGTERM and SIGINT (the first stops softly, the second hard) and SIGHUP (reload). From the call on the signals no
/// longer end the process; the future must be spawned.
///
/// # Errors
/// If the system does not let us listen.
pub fn listen(stop: Stop, reload: Reload) -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut hang_up = signal(SignalKind::hangup())?;
    Ok(async move {
        loop {
            tokio::select! {
                _ = terminate.recv() => end(&stop),
                _ = interrupt.recv() => end(&stop),
                _ = hang_up.recv() => reload.ask(),
            }
        }
    })
}

fn end(stop: &Stop) {
    if stop.has_begun() {
        tracing::warn!("second signal: stopping hard");
        stop.cut();
    } else {
        tracing::info!("stopping: finishing what is in flight");
        stop.begin();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn send(signal: &str) {
        let sent = tokio::process::Command::new("kill").args([signal, &std::process::id().to_string()]).status().await;
        assert!(sent.expect("kill runs").success());
    }

    #[tokio::test]
    async fn the_first_signal_stops_softly_the_second_hard_and_a_hang_up_reloads() {
        let (stop, reload) = (Stop::new(), Reload::default());
        let listening = tokio::spawn(listen(stop.clone(), reload.clone()).expect("signals"));
        send("-HUP").await;
        reload.asked().await;
        assert!(!stop.has_begun());
        send("-TERM").await;
        stop.begun().await;
        send("-TERM").await;
        stop.was_cut().await;
        listening.abort();
    }
}
