//! The store in Redis: the contract on every kind of server, and what only Redis can do or suffer.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use aftercall::app::world::RandomIds;
use aftercall::ports::store::{Committed, SessionStore, StoreError};
use aftercall::stores::redis::{LeaseClock, Node, Options, RedisStore, RedisUrl};
use tokio::sync::OnceCell;

use crate::contract::session_store::Opened;
use crate::support::samples::{caller, session, writing};
use crate::support::servers::{Redis, RedisCluster, Sentinels, Valkey};

mod damage;
mod doors;
mod epochs;
mod facts;
mod faults;
mod groups;
mod memory;
mod month;
mod redo;
mod trips;

/// The contract on each kind of server, which all tests of it share; it ends with the test process.
macro_rules! on {
    ($name:ident: $server:ty, $start:expr) => {
        mod $name {
            use super::*;

            static SERVER: OnceCell<$server> = OnceCell::const_new();

            async fn fresh() -> Opened {
                let server = SERVER.get_or_init(|| $start).await;
                Opened { store: Arc::new(store(&alone(&server.url()))), keep: Box::new(()) }
            }

            crate::contract::session_store::session_store_contract!(fresh);
        }
    };
}

on!(standalone: Redis, Redis::start());
on!(valkey: Redis, Valkey::start());
on!(sentinel: Sentinels, Sentinels::start());
on!(cluster: RedisCluster, RedisCluster::start());

static SHARED: OnceCell<Redis> = OnceCell::const_new();
static PREFIXES: AtomicU32 = AtomicU32::new(0);

/// One server for all that leave no mark on it beyond their own prefix.
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
    opened(url, options(LeaseClock::Caller))
}

fn opened(url: &str, options: Options) -> RedisStore {
    RedisStore::open(&RedisUrl::parse(url).expect("an address"), options).expect("a store")
}

fn node(id: &str) -> Node {
    Node { id: id.to_owned(), done: None }
}

/// Begins a session of that number.
async fn begin(store: &RedisStore, number: u8) -> Result<Committed, StoreError> {
    store.commit(writing(&[&session(&format!("S{number}-"), caller(number))])).await
}

fn is_away<T: std::fmt::Debug>(answer: &Result<T, StoreError>) -> bool {
    matches!(answer, Err(StoreError::Away(_)))
}
