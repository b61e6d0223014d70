//! Users, passwords, TLS, and the audit of what the servers promise.

use aftercall::ports::store::{Committed, StoreError};
use aftercall::stores::redis::{LeaseClock, Mode, RedisStore, RedisUrl};

use super::{begin, options, store};
use crate::support::servers::{Redis, RedisSetup, Valkey};

#[tokio::test]
async fn a_user_with_a_password_gets_in_and_a_wrong_password_says_so_and_no_more() {
    let redis = RedisSetup::default().user("app", "s3cret-words").start().await;
    assert_eq!(begin(&store(&redis.url()), 1).await, Ok(Committed::Done));
    let address = redis.address();
    for url in [format!("redis://app:wr0ng-words@{address}"), format!("redis://{address}"), format!("redis://:s3cret-words@{address}")] {
        let error = begin(&store(&url), 1).await.expect_err("a refusal");
        assert!(matches!(&error, StoreError::Failed(what) if what.contains("user or password")), "{error:?}");
        assert!(!format!("{error} {error:?}").contains("words"));
    }
}

#[tokio::test]
async fn a_user_who_may_not_see_info_and_config_can_be_used() {
    let redis = Redis::start().await;
    redis.cli(&["ACL", "SETUSER", "app", "on", ">pw", "~ac:*", "+@all", "-@dangerous", "-@admin", "-info", "-role"]).await;
    let store = store(&format!("redis://app:pw@{}", redis.address()));
    assert_eq!(begin(&store, 1).await, Ok(Committed::Done));
    let audit = store.audit().await.expect("an audit");
    assert_eq!(audit.faults(), Vec::<String>::new());
    assert!(audit.warnings().iter().any(|warning| warning.contains("CONFIG is hidden")), "{audit:?}");
}

#[tokio::test]
async fn a_user_who_may_not_run_scripts_is_refused() {
    let redis = Redis::start().await;
    redis.cli(&["ACL", "SETUSER", "app", "on", ">pw", "~*", "+@all", "-@scripting"]).await;
    let error = begin(&store(&format!("redis://app:pw@{}", redis.address())), 1).await.expect_err("a refusal");
    assert_eq!(error, StoreError::Failed("it refuses our user or password (NOPERM)".to_owned()));
}

#[tokio::test]
async fn tls_takes_the_authority_of_the_address_and_no_other() {
    let (redis, other) = (RedisSetup::default().tls().start().await, RedisSetup::default().tls().start().await);
    let with = |authority: &Redis| format!("{}?ca={}", redis.url(), authority.authority().display());
    assert_eq!(begin(&store(&with(&redis)), 1).await, Ok(Committed::Done));
    for url in [with(&other), redis.url()] {
        let answer = begin(&store(&url), 2).await;
        assert_eq!(answer, Err(StoreError::Failed("its certificate is not trusted".to_owned())));
    }
}

#[tokio::test]
async fn a_file_that_holds_no_authority_is_refused_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("ca.pem");
    let open = || {
        let url = RedisUrl::parse(&format!("rediss://u:s3cret@127.0.0.1:1?ca={}", file.display())).expect("an address");
        RedisStore::open(&url, options(LeaseClock::Caller)).err().expect("a refusal")
    };
    assert!(open().contains("ca.pem"));
    for content in ["nothing", "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n"] {
        std::fs::write(&file, content).expect("a file");
        assert!(!open().contains("s3cret"));
    }
}

#[tokio::test]
async fn the_audit_refuses_a_store_that_evicts_and_warns_of_what_may_be_lost() {
    let redis = Redis::start().await;
    let store = store(&redis.url());
    for policy in ["allkeys-lru", "volatile-ttl"] {
        redis.cli(&["CONFIG", "SET", "maxmemory-policy", policy]).await;
        let audit = store.audit().await.expect("an audit");
        assert_eq!(audit.faults().len(), 1, "{audit:?}");
        assert!(audit.faults()[0].contains(policy));
    }
    redis.cli(&["CONFIG", "SET", "maxmemory-policy", "noeviction"]).await;
    let audit = store.audit().await.expect("an audit");
    assert_eq!((audit.mode.clone(), audit.faults(), audit.servers.len()), (Mode::Standalone, Vec::new(), 1));
    assert_eq!(audit.servers[0].product.as_deref(), Some("redis"));
    assert!(audit.warnings().iter().any(|warning| warning.contains("append-only")), "{audit:?}");
    assert!(audit.warnings().iter().any(|warning| warning.contains("no replica")), "{audit:?}");
}

#[tokio::test]
async fn the_audit_knows_valkey() {
    let valkey = Valkey::start().await;
    let audit = store(&valkey.url()).audit().await.expect("an audit");
    assert_eq!((audit.servers[0].product.as_deref(), audit.faults()), (Some("valkey"), Vec::new()));
}
