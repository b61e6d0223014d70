use aftercall::call::Moment;
use aftercall::cli::token::{CreateToken, ListTokens, RevokeToken, TokenCommand, TokenDesk, run};
use aftercall::http::auth::digest;
use aftercall::ports::clock::Ids;
use aftercall::ports::report::{Role, TokenStore};
use aftercall::reports::sqlite::SqliteReports;
use ring::rand::SystemRandom;

use super::Sqlite;

struct Named(&'static str);

impl Ids for Named {
    fn next(&self, _: Moment) -> String {
        self.0.into()
    }
}

async fn told(tokens: &SqliteReports, id: &'static str, command: TokenCommand) -> anyhow::Result<String> {
    let mut out = Vec::new();
    let desk = TokenDesk { tokens, ids: &Named(id), random: &SystemRandom::new(), now: Moment::from_millis(1), out: &mut out };
    run(&command, desk).await?;
    Ok(String::from_utf8(out)?)
}

async fn made(tokens: &SqliteReports, id: &'static str, role: Role) -> String {
    let create = TokenCommand::Create(CreateToken { tenant: "acme".into(), role, unmask: false, json: true });
    let shown: serde_json::Value = serde_json::from_str(&told(tokens, id, create).await.expect("a token")).expect("JSON");
    assert_eq!(shown["id"], id);
    shown["token"].as_str().expect("a text").to_owned()
}

#[tokio::test]
async fn a_token_is_good_until_it_is_revoked_and_stored_only_as_digest() {
    let stage = Sqlite::new();
    // Another process on the same file, as a serve is beside the command line.
    let serve = SqliteReports::open(&stage.path()).expect("a store");
    let token = made(&stage.reports, "t1", Role::Ingest).await;
    let found = serve.find(digest(&token)).await.expect("an answer").expect("a token");
    assert_eq!((found.id.as_str(), found.tenant.as_str(), found.role), ("t1", "acme", Role::Ingest));
    assert_eq!(serve.find(digest("t1")).await, Ok(None));

    let list = told(&stage.reports, "", TokenCommand::List(ListTokens { json: true })).await.expect("a list");
    let file = std::fs::read(stage.path()).expect("the file");
    let held = |hay: &[u8]| hay.windows(token.len()).any(|window| window == token.as_bytes());
    assert!(list.contains("\"t1\"") && !held(list.as_bytes()) && !held(&file));

    let revoke = || TokenCommand::Revoke(RevokeToken { id: "t1".into() });
    assert_eq!(told(&stage.reports, "", revoke()).await.expect("done"), "revoked t1\n");
    assert_eq!(serve.find(digest(&token)).await, Ok(None));
    assert!(told(&stage.reports, "", revoke()).await.is_err(), "it was revoked before");
}

#[tokio::test]
async fn a_token_can_be_made_while_another_process_writes() {
    let stage = Sqlite::new();
    let mut writer = rusqlite::Connection::open(stage.path()).expect("the file");
    let transaction = writer.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).expect("a transaction");
    let (token, ()) = tokio::join!(made(&stage.reports, "t2", Role::Read), async { transaction.commit().expect("a commit") });
    assert!(!token.is_empty());
}

#[test]
fn admin_covers_every_role_and_the_others_only_their_own() {
    let roles = [Role::Read, Role::Ingest, Role::Admin];
    let covered = roles.map(|role| roles.map(|needed| role.covers(needed)));
    assert_eq!(covered, [[true, false, false], [false, true, false], [true, true, true]]);
    assert!(roles.iter().all(|role| Role::named(role.name()) == Some(*role)));
}
