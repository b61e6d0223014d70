//! What people see and do, in a real browser.

use tempfile::TempDir;

use crate::commands::program::{Serving, aftercall, token};
use crate::support::browser::Tab;
use crate::support::servers::eventually;

mod door;
mod hostile;
mod pages;
mod tickets;
mod trips;

/// A gateway with the built-in defaults, and a tab that is signed in.
struct House {
    tab: Tab,
    serving: Serving,
    token: String,
    data: TempDir,
}

impl House {
    async fn open() -> Self {
        Self::with("").await
    }

    /// One with this behind the built-in accounts and rules.
    async fn with(more: &str) -> Self {
        Self::with_survey(more, ("unused", "")).await
    }

    /// And with a survey of this name, if it says anything.
    async fn with_survey(more: &str, (name, survey): (&str, &str)) -> Self {
        let data = tempfile::tempdir().expect("a folder");
        let token = token(data.path(), "admin").await;
        let usual = include_str!("../../config/aftercall.toml");
        let program = aftercall("serve").file("config/aftercall.toml", &format!("{more}\n{usual}"));
        let program = if survey.is_empty() { program } else { program.file(&format!("config/surveys/{name}.toml"), survey) };
        let serving = program.data(data.path()).env("AFTERCALL__SERVER__LISTEN", "127.0.0.1:0").serve().await;
        let house = Self { tab: Tab::new().await, serving, token, data };
        house.sign_in("/").await;
        house
    }

    /// By the link that carries the token behind the hash.
    async fn sign_in(&self, page: &str) {
        self.tab.open(&format!("{}/sign-in?next={page}#{}", self.serving.base, self.token)).await;
        self.tab.until(&format!("location.pathname === '{page}' && document.readyState === 'complete'")).await;
    }

    async fn go(&self, page: &str) {
        self.tab.open(&format!("{}{page}", self.serving.base)).await;
    }

    /// Opens a page again and again until an expression is true there.
    async fn shows(&self, page: &str, expression: &str) {
        eventually(expression, || async {
            self.go(page).await;
            self.tab.js(&format!("Promise.resolve({expression}).then(Boolean)")).await == true
        })
        .await;
    }

    /// A webhook of the simulator.
    async fn hook(&self, address: &str, fields: &[(&str, &str)]) {
        let answer = self.serving.client.post(format!("{}/hooks/simulator/{address}", self.serving.base)).form(fields).send().await;
        let answer = answer.expect("an answer");
        assert!(answer.status().is_success(), "{address}: {}", answer.status());
    }

    /// Nobody complained on the way, and the gateway stops in order.
    async fn close(self) {
        assert_eq!(self.tab.complaints(), Vec::<String>::new());
        self.tab.close().await;
        assert_eq!(self.serving.stop().await.code, 0);
        drop(self.data);
    }
}
