//! The store in Redis: the contract on every kind of server, and what only Redis can do or suffer.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use aftercall::app::world::RandomIds;
use aftercall::stores::redis::{LeaseClock, Options, RedisStore, RedisUrl};
use tokio::sync::OnceCell;

use crate::contract::session_store::Opened;
use crate::support::servers::Redis;

mod redo;

mod standalone {
    crate::contract::session_store::session_store_contract!(super::fresh);
}

/// One server for all that leave no mark on it beyond their own prefix; it ends with the test process.
static SHARED: OnceCell<Redis> = OnceCell::const_new();
static PREFIXES: AtomicU32 = AtomicU32::new(0);

pub async fn shared() -> &'static Redis {
    SHARED.get_or_init(Redis::start).await
}

/// The address with a prefix that nobody else uses.
pub fn alone(url: &str) -> String {
    format!("{url}?prefix=t{}", PREFIXES.fetch_add(1, Ordering::Relaxed))
}

pub fn options(lease_clock: LeaseClock) -> Options {
    Options { lease_clock, ..Options::new(Arc::new(RandomIds::random())) }
}

/// A store that goes by the caller's clock.
pub fn store(url: &str) -> RedisStore {
    RedisStore::open(&RedisUrl::parse(url).expect("an address"), options(LeaseClock::Caller)).expect("a store")
}

async fn fresh() -> Opened {
    Opened { store: Arc::new(store(&alone(&shared().await.url()))), keep: Box::new(()) }
}
