//! The API over a filled store of either kind, at a time of its own.

use std::sync::Arc;

use aftercall::call::Moment;
use aftercall::http::auth::digest;
use aftercall::ports::account::{Account, SignatureRule, Through};
use aftercall::ports::provider::AccountName;
use aftercall::ports::report::{Audit, NewToken, ReportStore, ReportWriter, Role, TokenStore, WebhookSwitches};
use aftercall::providers::simulator::Simulator;

use super::scores::PRICES;
use crate::reports::door::Door;

fn account((name, price): (&str, Option<f64>), through: Option<&str>) -> (String, Account) {
    let account = Account {
        name: AccountName { name: name.to_owned(), tenant: "default".to_owned() },
        provider: Arc::new(Simulator::new(None)),
        signature: SignatureRule::Provider,
        lines: Vec::new(),
        query: Vec::new(),
        rate: None,
        resend_on_unknown: false,
        text_through: through.map(|account| Through { account: account.to_owned(), lines: Vec::new() }),
        call_through: None,
        price_per_part: price,
    };
    (name.to_owned(), account)
}

/// A door with the token `default-read`; `spare` sends through `main`.
pub async fn door<S>(store: &S, writer: Arc<dyn ReportWriter>, now: i64) -> Door
where
    S: ReportStore + TokenStore + WebhookSwitches + Audit + Clone + 'static,
{
    let name = "default-read";
    let token = NewToken {
        id: name.into(),
        tenant: "default".into(),
        role: Role::Read,
        digest: digest(name),
        unmask: false,
        created_at: Moment::default(),
    };
    store.create(token).await.expect("a token");
    let price = |name: &str| PRICES.into_iter().find(|(known, _)| *known == name).map(|(_, price)| price);
    let accounts = ["main", "dear", "free"].map(|name| account((name, price(name)), None));
    let spare = account(("spare", None), Some("main"));
    Door::over(store, writer, (accounts.into_iter().chain([spare]).collect(), Moment::from_millis(now)))
}
