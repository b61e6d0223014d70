//! `aftercall serve`: the gateway until a signal ends it.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use tokio::net::TcpListener;

use super::load;
use crate::app::world::{RandomIds, SystemClock};
use crate::app::{App, World};
use crate::lifecycle::{Reload, Stop, listen};
use crate::telemetry::logs;

/// For `--help`.
pub const EXAMPLES: &str = "Examples:\n  aftercall serve                                the built-in defaults: simulator account, store in data/\n  \
                            aftercall serve --config /etc/aftercall/aftercall.toml\n\nSIGTERM and SIGINT finish what is in flight and end it; SIGHUP reads surveys, rules and policy anew.";

/// Serves until a signal ends it.
///
/// # Errors
/// A faulty configuration, an address that is taken, stores that cannot be opened.
pub async fn run(config: &Option<PathBuf>, data: &Option<PathBuf>) -> anyhow::Result<()> {
    let loaded = load(config, data)?;
    let warnings = loaded.settings.warnings.clone();
    let wanted = loaded.settings.server.listen;
    let (stop, reload) = (Stop::new(), Reload::default());
    let signals = tokio::spawn(listen(stop.clone(), reload.clone()).context("cannot listen to signals")?);
    let listener = TcpListener::bind(wanted).await.with_context(|| format!("cannot listen on {wanted} (server.listen)"))?;
    let address = listener.local_addr()?;
    let world = World { clock: Arc::new(SystemClock), ids: Arc::new(RandomIds::random()), address };
    let app = Arc::new(App::build(loaded, world).await?);
    let _logs = logs::install(&app.gateway.metrics.log_lines_dropped)?;
    for warning in &warnings {
        tracing::warn!("{warning}");
    }
    let reloading = tokio::spawn(keep_reloading(Arc::clone(&app), reload, (config.clone(), data.clone())));
    if let Err(error) = announce(&format!("http://{address}")) {
        tracing::warn!(%error, %address, "nobody reads where the gateway listens");
    }
    app.run(listener, stop).await;
    reloading.abort();
    signals.abort();
    Ok(())
}

fn announce(address: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "listening on {address}")?;
    out.flush()
}

async fn keep_reloading(app: Arc<App>, reload: Reload, files: (Option<PathBuf>, Option<PathBuf>)) {
    loop {
        reload.asked().await;
        let read = match load(&files.0, &files.1) {
            Ok(loaded) => app.reload(loaded).await,
            Err(faults) => Err(faults),
        };
        match read {
            Ok(()) => tracing::info!("surveys, rules and policy were read anew"),
            Err(error) => tracing::error!("the old surveys, rules and policy stay in force: {error:#}"),
        }
    }
}
