//! Two tenants with rows of every kind; what is the first one's carries `-mine`, what is the other's `-theirs`.

use std::collections::BTreeMap;
use std::path::Path;

use aftercall::ports::report::Role;
use serde_json::{Value, json};

use crate::support::rig::{CALLER, LINE, Rig};

/// A tenant's name, its account, the end of its words, its line and its caller.
pub struct Tenant {
    pub name: &'static str,
    pub account: &'static str,
    pub mark: &'static str,
    pub line: &'static str,
    pub caller: &'static str,
}

pub const MINE: Tenant = Tenant { name: "default", account: "account-mine", mark: "-mine", line: LINE, caller: CALLER };
pub const THEIRS: Tenant =
    Tenant { name: "second", account: "account-theirs", mark: "-theirs", line: "+14155550101", caller: "+14155550124" };

fn config(folder: &Path) -> String {
    let account = |of: &Tenant| {
        format!(
            "[[account]]\nname = \"{}\"\nprovider = \"simulator\"\ntenant = \"{}\"\nsignature = \"none\"\nallow_from = [\"127.0.0.1\"]\nlines = [\"{}\"]\n\
             [[webhook]]\nname = \"crm{}\"\nurl = \"https://127.0.0.1:9/\"\nsecret = \"whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=\"\ntenant = \"{}\"\n",
            of.account, of.name, of.line, of.mark, of.name
        )
    };
    format!(
        "[store]\nurl = \"embedded:{}/aftercall.db\"\n{}{}[[rule]]\nwhen = {{ queue = \"support*\" }}\nsurvey = \"csat\"\nchannels = [\"sms\"]\n\
         [policy]\nfrequency_cap = {{ max = 0, per = \"7d\" }}\nreminders = []\nquiet_hours = {{ applies_to = \"off\" }}\n\
         [[ticket]]\nreason = \"low score\"\nwhen = {{ measure.csat = \"1..=2\" }}\ndue = \"24h\"\n",
        folder.display(),
        account(&MINE),
        account(&THEIRS)
    )
}

/// A gateway with both.
pub struct Town {
    pub rig: Rig,
}

impl Town {
    pub async fn open() -> Self {
        let mut rig = Rig::configured(config, &[]).await;
        rig.token = rig.app.create_unmasking_token(MINE.name, Role::Admin).await.expect("a token");
        let town = Self { rig };
        for tenant in [&MINE, &THEIRS] {
            town.live(tenant).await;
        }
        town
    }

    /// Calls that are asked, answered, complained about, left alone; a text of nobody; an opt-out.
    async fn live(&self, of: &Tenant) {
        let ingest = self.token(of, Role::Ingest).await;
        for (call, queue, score) in [("a", "support", Some("5")), ("b", "support", Some("1")), ("c", "sales", None)] {
            let (status, _) = self.send(&ingest, ("POST", "/v1/calls"), Some(&self.call(of, call, queue))).await;
            assert_eq!(status, 202);
            self.rig.settle().await;
            if let Some(score) = score {
                self.text(of, of.caller, (&format!("{call}1"), score)).await;
                self.text(of, of.caller, (&format!("{call}2"), &format!("words{}", of.mark))).await;
            }
        }
        self.text(of, "+14155550140", ("u", &format!("hello{}", of.mark))).await;
        self.text(of, "+14155550141", ("s", "STOP")).await;
        self.rig.settle().await;
    }

    pub fn call(&self, of: &Tenant, call: &str, queue: &str) -> Value {
        json!({"account": of.account, "call_id": format!("{call}{}", of.mark), "line": of.line, "respondent": of.caller,
            "ended_at": "2026-11-23T09:59:00.000Z", "ended_by": "caller", "outcome": "answered", "language": "en",
            "agents": [{"id": format!("agent{}", of.mark), "team": format!("team{}", of.mark), "seconds": 60}],
            "queue": format!("{queue}{}", of.mark), "attributes": {"region": format!("cn/js{}", of.mark)}})
    }

    async fn text(&self, of: &Tenant, from: &str, (id, words): (&str, &str)) {
        let form = [("message_id", &*format!("{id}{}", of.mark)), ("from", from), ("to", of.line), ("text", words)];
        let address = format!("{}/hooks/{}/sms", self.rig.base, of.account);
        let answer = self.rig.client.post(address).form(&form).send().await.expect("an answer");
        assert!(answer.status().is_success(), "{}", answer.status());
        self.rig.settle().await;
    }

    pub async fn token(&self, of: &Tenant, role: Role) -> String {
        self.rig.app.create_token(of.name, role).await.expect("a token")
    }

    /// The same for one that may see whole numbers.
    pub async fn unmasking(&self, of: &Tenant, role: Role) -> String {
        self.rig.app.create_unmasking_token(of.name, role).await.expect("a token")
    }

    pub async fn send(&self, token: &str, (method, target): (&str, &str), body: Option<&Value>) -> (u16, String) {
        let method = reqwest::Method::from_bytes(method.to_uppercase().as_bytes()).expect("a method");
        let mut request = self.rig.client.request(method, format!("{}{target}", self.rig.base));
        if !token.is_empty() {
            request = request.bearer_auth(token);
        }
        if let Some(body) = body {
            request = request.header("content-type", "application/json").body(body.to_string());
        }
        let answer = request.send().await.expect("an answer");
        (answer.status().as_u16(), answer.text().await.expect("a text"))
    }

    /// What stands for each placeholder of a path so that it names something of that tenant; `{id}` by the path it is in.
    pub async fn names(&self, of: &Tenant) -> BTreeMap<String, String> {
        let read = self.token(of, Role::Read).await;
        let first = async |path: &str, member: &str| -> String {
            let (_, page) = self.send(&read, ("GET", path), None).await;
            let page: Value = serde_json::from_str(&page).expect("JSON");
            page["items"][0][member].as_str().unwrap_or_else(|| panic!("{path}: {page}")).to_owned()
        };
        let named = [
            ("/v1/responses/{id}", first("/v1/responses", "session_id").await),
            ("/v1/tickets/{id}", first("/v1/tickets", "id").await),
            ("{name}", format!("crm{}", of.mark)),
            ("{account}", of.account.to_owned()),
            ("{call_id}", format!("c{}", of.mark)),
            ("{phone}", of.caller.to_owned()),
        ];
        named.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}
