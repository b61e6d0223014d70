//! A gateway under load while something breaks.

use std::sync::Arc;
use std::time::Duration;

use super::callers::{Caller, Door, Kind};
use super::ledger::Ledger;
use super::site::{Site, eventually, metric, sum};
use crate::commands::program::Serving;

/// One of each kind in turn.
pub const ALL: [Kind; 4] = [Kind::Silent, Kind::Texter, Kind::Stopper, Kind::Presser];
/// Results in a file of the gateway.
pub const FILE: &str = "embedded:FOLDER/reports.db";

/// A gateway under load.
pub struct Field {
    pub site: Site,
    pub gateway: Serving,
    pub token: String,
    pub ledger: Arc<Ledger>,
    pub door: Door,
}

impl Field {
    pub async fn at(store: &str) -> Self {
        Self::on(Site::new(store, FILE).await).await
    }

    /// At a site that is furnished already.
    pub async fn on(site: Site) -> Self {
        let gateway = site.serve("a").await;
        let token = site.token("a").await;
        let ledger = Arc::new(Ledger::default());
        let door = Door::to(&[&gateway.base], &ledger);
        Self { site, gateway, token, ledger, door }
    }

    /// Callers come before, during and after what is done to the store.
    pub async fn through(&self, happens: impl Future<Output = ()>) {
        self.door.crowd(Caller::some(0, 60, &ALL), 16).await;
        let during = self.door.crowd(Caller::some(60, 160, &ALL), 8);
        tokio::join!(during, happens);
        self.serves().await;
        self.door.crowd(Caller::some(220, 40, &ALL), 16).await;
    }

    /// What waited in the journal has been carried out.
    pub async fn serves(&self) {
        eventually(|| async {
            let up = metric(&self.gateway, &format!("aftercall_dependency_up{{name=\"{}\"}}", self.site.dependency())).await;
            let rows = metric(&self.gateway, "aftercall_journal_rows").await;
            if up > 0.0 && rows == 0.0 { Ok(()) } else { Err(format!("up {up}, {rows} rows wait; {}", self.gateway.log())) }
        })
        .await;
    }

    /// How many webhooks were told to come again, or heard the polite end.
    pub async fn shed(&self) -> f64 {
        sum(&self.gateway, "aftercall_webhooks_total", "outcome=\"shed\"").await
    }

    /// Waits until it has noticed what is wrong.
    pub async fn sheds(&self, what: &str) {
        self.sheds_more_than(4.0, what).await;
    }

    pub async fn sheds_more_than(&self, most: f64, what: &str) {
        eventually(|| async { if self.shed().await > most { Ok(()) } else { Err(format!("not noticed: {what}")) } }).await;
    }

    /// Waits until a balancer is told so.
    pub async fn says_ready(&self, status: u16) {
        eventually(|| async {
            let answer = self.gateway.client.get(format!("{}/readyz", self.gateway.base)).send().await.expect("an answer");
            if answer.status().as_u16() == status { Ok(()) } else { Err(format!("/readyz: {}", answer.text().await.expect("a text"))) }
        })
        .await;
    }

    /// Another gateway, or the same again, takes the place of the one that was there.
    pub async fn serve_again(&mut self) {
        self.gateway = self.site.serve("a").await;
        self.door.lead_to(&[&self.gateway.base]);
    }

    /// Its gateway killed and started again. A message that was just leaving is in doubt, and not sent again (promise P8).
    pub async fn reborn(self) -> Self {
        self.ledger.allow_doubt();
        self.gateway.kill().await;
        let gateway = self.site.serve("a").await;
        self.door.lead_to(&[&gateway.base]);
        Self { gateway, ..self }
    }

    /// Much was acknowledged, and it is clean.
    pub async fn ends_well(self) {
        let (calls, texts, ..) = self.ledger.counts();
        assert!(calls > 180 && texts > 110, "too little was acknowledged: {:?}", self.ledger.counts());
        self.ends_clean().await;
    }

    /// The ledger is clean, callers on the phone waited two seconds at most, and the log says it in few lines.
    pub async fn ends_clean(self) {
        self.ledger.check(&self.site, &self.gateway, &self.token).await;
        assert!(self.ledger.longest_wait() < Duration::from_secs(2));
        let ended = self.gateway.stop().await;
        assert_eq!(ended.code, 0, "{}", ended.err);
        assert!(ended.err.lines().count() < 100, "{} lines: {}", ended.err.lines().count(), ended.err);
        assert!(!ended.err.contains("55501"), "a number in the log: {}", ended.err);
    }
}

/// Lets a fault last.
pub async fn pause(milliseconds: u64) {
    tokio::time::sleep(Duration::from_millis(milliseconds)).await;
}
