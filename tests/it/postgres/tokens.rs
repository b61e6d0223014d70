use aftercall::call::Moment;
use aftercall::http::auth::digest;
use aftercall::ports::report::{NewToken, ReportError, Role, TokenStore};

use super::opened;

fn token(id: &str, at: i64) -> NewToken {
    NewToken {
        id: id.into(),
        tenant: "acme".into(),
        role: Role::Ingest,
        digest: digest(id),
        unmask: false,
        created_at: Moment::from_millis(at),
    }
}

#[tokio::test]
async fn a_token_is_good_at_every_gateway_until_it_is_revoked() {
    let opened = opened().await;
    let another = opened.another().await;
    opened.reports.create(token("t1", 1)).await.expect("kept");
    let found = another.find(digest("t1")).await.expect("an answer").expect("a token");
    assert_eq!((found.id.as_str(), found.tenant.as_str(), found.role), ("t1", "acme", Role::Ingest));
    assert_eq!((found.created_at, found.revoked_at), (Moment::from_millis(1), None));
    assert_eq!(another.find(digest("t2")).await, Ok(None));

    let now = Moment::from_millis(1_795_428_000_123);
    assert_eq!(another.revoke("t1", now).await, Ok(true));
    assert_eq!(opened.reports.revoke("t1", now).await, Ok(false), "it was revoked before");
    assert_eq!(opened.reports.find(digest("t1")).await, Ok(None));
    assert_eq!(opened.reports.list().await.expect("a list")[0].revoked_at, Some(now));
}

#[tokio::test]
async fn tokens_are_listed_oldest_first_in_the_order_of_bytes() {
    let opened = opened().await;
    for (id, at) in [("b", 2), ("a", 2), ("B", 2), ("z", 1)] {
        opened.reports.create(token(id, at)).await.expect("kept");
    }
    let list = opened.reports.list().await.expect("a list");
    assert_eq!(list.iter().map(|token| token.id.as_str()).collect::<Vec<_>>(), ["z", "B", "a", "b"]);
    let again = opened.reports.create(token("z", 3)).await;
    assert!(matches!(again, Err(ReportError::Refused(_))), "{again:?}");
}
