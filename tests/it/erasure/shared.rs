//! Redis, PostgreSQL and the journals of two gateways.

use std::time::Duration;

use serde_json::json;

use super::{
    CALL, CALLER, RULES, TRACES, comes_again, deaf, end_of_feed, erased, feed_tells_what_went, figures_stand, is_told_again, lives, send,
    traces_in,
};
use crate::support::chaos::{Mode, Proxy};
use crate::support::receiver::Receiver;
use crate::support::rig::Rig;
use crate::support::servers::{Database, Postgres, Redis, eventually};

/// Names every key that holds one of the words.
const SEARCH: &str = r"
local found = {}
for _, key in ipairs(redis.call('KEYS', '*')) do
  local parts, kind = { key }, redis.call('TYPE', key).ok
  local function add(value)
    if type(value) == 'table' then
      for _, one in ipairs(value) do add(one) end
    else
      parts[#parts + 1] = tostring(value)
    end
  end
  if kind == 'string' then add(redis.call('GET', key)) end
  if kind == 'hash' then add(redis.call('HGETALL', key)) end
  if kind == 'zset' then add(redis.call('ZRANGE', key, 0, -1)) end
  if kind == 'stream' then add(redis.call('XRANGE', key, '-', '+')) end
  local all = table.concat(parts, '\0')
  for _, word in ipairs(ARGV) do
    if string.find(all, word, 1, true) then found[#found + 1] = key .. ' holds ' .. word end
  end
end
return found";

/// Two gateways on one Redis and one PostgreSQL.
struct Pair {
    redis: Redis,
    database: Database,
    proxy: Proxy,
    here: Rig,
    /// Behind a bad network.
    there: Rig,
}

impl Pair {
    async fn start(receiver: &Receiver) -> Self {
        let (redis, database) = (Redis::start().await, Postgres::database().await);
        let proxy = Proxy::before(redis.address()).await;
        let rules = format!("{RULES}{}", receiver.configured("crm", ""));
        let here = Rig::on_servers((&redis.url(), Some(&database.url())), &rules, &[]).await;
        let there = Rig::on_servers((&redis.url_at(proxy.address()), Some(&database.url())), &rules, &[]).await;
        Self { redis, database, proxy, here, there }
    }

    async fn traces(&self) -> Vec<String> {
        let mut found = traces_in(self.here.folder.path());
        found.extend(traces_in(self.there.folder.path()));
        found.extend(self.redis_traces().await);
        found.extend(self.postgres_traces().await);
        found
    }

    async fn redis_traces(&self) -> Vec<String> {
        let mut command = vec!["EVAL", SEARCH, "0"];
        command.extend(TRACES);
        self.redis.cli(&command).await.lines().filter(|line| !line.is_empty()).map(|line| format!("redis: {line}")).collect()
    }

    async fn postgres_traces(&self) -> Vec<String> {
        let tables = self.database.psql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'").await;
        let mut found = Vec::new();
        for table in tables.lines() {
            let rows = self.database.psql(&format!("SELECT t::text, encode(convert_to(t::text, 'UTF8'), 'hex') FROM {table} t")).await;
            let hex = |trace: &str| trace.bytes().map(|byte| format!("{byte:02x}")).collect::<String>();
            // A bytea shows as hexadecimal digits.
            let held = TRACES.iter().filter(|trace| rows.contains(**trace) || rows.contains(&hex(trace)));
            found.extend(held.map(|trace| format!("postgres: {table} holds {trace}")));
        }
        found
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_redis_and_postgresql_two_gateways_forget_who_is_erased_at_one_of_them() {
    let receiver = deaf().await;
    let pair = Pair::start(&receiver).await;
    pair.there.call_ends("CA1", CALL).await;
    pair.there.settle().await;
    lives(&pair.here).await;
    pair.there.settle().await;
    let before = pair.traces().await;
    for place in ["redis:", "postgres:", "journal.db"] {
        assert!(before.iter().any(|found| found.contains(place)), "{place}: {before:?}");
    }
    let cursor = end_of_feed(&pair.here).await;
    let receipt = erased(&pair.here).await;
    assert!(receipt["removed"]["journal"].as_u64() > Some(5), "{receipt:#}");
    assert_eq!((&receipt["removed"]["sessions"], &receipt["removed"]["answers"]), (&json!(2), &json!(5)), "{receipt:#}");
    assert!(pair.there.app.look().await);
    assert_eq!(pair.traces().await, Vec::<String>::new(), "{receipt:#}");
    pair.here.settle().await;
    feed_tells_what_went(&pair.here, cursor).await;
    figures_stand(&pair.here).await;
    is_told_again(&pair.here).await;
    assert_eq!(pair.traces().await, Vec::<String>::new());
    figures_stand(&pair.there).await;

    // Redis loses everything, and the journals write again what they hold.
    pair.redis.cli(&["FLUSHALL"]).await;
    let (here, there) = tokio::join!(pair.here.app.look(), pair.there.app.look());
    assert!(here && there);
    is_told_again(&pair.here).await;
    assert_eq!(pair.traces().await, Vec::<String>::new());
    figures_stand(&pair.here).await;
    comes_again(&pair.here).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_waits_in_another_gateways_journal_is_carried_out_without_the_person() {
    let receiver = deaf().await;
    let pair = Pair::start(&receiver).await;
    pair.here.call_ends("CA1", CALL).await;
    pair.here.settle().await;
    pair.proxy.set(Mode::Refuse);
    assert_eq!(pair.there.text("SM1", "the zebra again").await.outcome, "accepted");
    assert_eq!(pair.there.text("SM2", "退订").await.outcome, "accepted");
    assert_eq!(pair.there.call_ends("CA2", CALL).await.outcome, "accepted");
    pair.here.clock.advance(Duration::from_secs(60));
    pair.there.clock.advance(Duration::from_secs(60));
    erased(&pair.here).await;
    assert!(!traces_in(pair.there.folder.path()).is_empty(), "it waits there");
    pair.proxy.set(Mode::Pass);
    pair.there.back().await;
    pair.there.settle().await;
    eventually("its journal is clean", || async { pair.there.app.look().await && traces_in(pair.there.folder.path()).is_empty() }).await;
    assert_eq!(pair.traces().await, Vec::<String>::new());
    let calls = pair.here.api("/v1/calls").await;
    let reasons: Vec<_> = calls["items"].as_array().expect("items").iter().map(|call| call["reason"].clone()).collect();
    assert_eq!(reasons, ["erased", "erased"], "{calls:#}");
    let (status, standing) = send(&pair.here, &pair.here.token, "GET", &format!("/v1/opt-outs/{CALLER}"), &json!(null)).await;
    assert_eq!((status, &standing["opted_out"]), (200, &json!(true)), "the STOP holds");
}
