//! A month of traffic leaves nothing behind but what it must.

use std::time::Duration;

use aftercall::call::{Moment, Partition};
use aftercall::phone::Respondent;
use aftercall::ports::store::{
    CallQuery, Change, Committed, FactQueue, OptOut, Owner, Purpose, Queued, RespondentChange, SessionKey, SessionStore, Settlement, Task,
    TaskKind,
};
use aftercall::stores::redis::{LeaseClock, RedisStore};
use aftercall::survey::session::Session;

use super::{opened, options};
use crate::support::samples::{ended, fact, later, mark, message, naming, session, timer};
use crate::support::servers::{Redis, eventually};

const DAYS: u32 = 30;
const CALLS_A_DAY: u32 = 40;
const DAY: Duration = Duration::from_secs(24 * 3600);

struct Month<'a> {
    redis: &'a Redis,
    store: RedisStore,
    begin: Moment,
    day: u32,
    /// Days with calls so far.
    traffic: u32,
}

impl Month<'_> {
    fn now(&self) -> Moment {
        self.begin.plus(DAY * self.day)
    }

    async fn done(&self, change: Change) {
        assert_eq!(self.store.commit(Change { now: self.now(), ..change }).await, Ok(Committed::Done));
    }

    async fn call(&self, number: u32) {
        let respondent = Respondent::parse(&format!("+1{}55501{:02}", 200 + number / 100 % 800, number % 100)).expect("a number");
        let partition = Partition::of_respondent("default", &respondent);
        let name = |kind: u32| partition.name_in(format!("01936f00-0000-7000-8{kind:03}-{number:010x}00"));
        let (id, call_id, owner) = (name(0), format!("CA{number}"), Owner { tenant: "default", respondent: &respondent });
        let query = CallQuery { account: "main", call_id: &call_id, candidate: &id, caller: Some(owner), since: self.begin };
        let known = self.store.known_call(query).await.expect("a call");
        let mut new = session(&id, respondent.clone());
        new.call.call_id = call_id;
        let new = Session { created_at: self.now(), late_until: self.now().plus(DAY * 30), ..new };
        let named = |expected| RespondentChange { invited: true, ..naming(respondent.clone(), expected) };
        let send = Task { session_id: Some(id.clone()), ..message(&name(2), respondent.clone(), Purpose::Invitation, self.now()) };
        let tasks = vec![timer(&name(1), &id, self.now().plus(DAY * 3)), send];
        let facts = vec![fact(&format!("call-{number}"))];
        let respondent_change = Some(named(known.dossier.version));
        self.done(Change { partition, respondent: respondent_change, sessions: vec![new], tasks, facts, ..Change::default() }).await;
        if number.is_multiple_of(3) {
            let dossier = self.store.dossier(owner, None, self.begin).await.expect("a dossier");
            let stop = (number.is_multiple_of(30)).then_some(OptOut::Out);
            let respondent = stop.map(|out| RespondentChange { opted_out: Some(out), invited: false, ..named(dossier.version) });
            let seen = Some(mark(&format!("sms-{number}"), "thanks"));
            let change = Change { partition, mark: seen, respondent, cancel: vec![id], facts: vec![fact("reply")], ..Change::default() };
            self.done(Change { sessions: vec![ended(&dossier.sessions[0], self.now())], ..change }).await;
        }
    }

    /// Sends what is due, ends what is over; every fiftieth send has an unknown fate.
    async fn work(&self) {
        loop {
            let leased = self.store.lease(100, Duration::from_secs(60), self.now()).await.expect("a lease");
            if leased.is_empty() {
                return;
            }
            for leased in leased {
                let id = leased.task.session_id.clone().expect("a session");
                let stored = self.store.session(SessionKey::Id(&id)).await.expect("a read").expect("a session");
                let (partition, done) = (Partition::of_id(&id), Some((leased.task.id.clone(), leased.fence)));
                if leased.task.kind != TaskKind::Expire && id.ends_with('1') {
                    assert_eq!(self.store.settle(&leased, Settlement::Started).await, Ok(true));
                    assert_eq!(self.store.settle(&leased, Settlement::Parked).await, Ok(true));
                } else if leased.task.kind == TaskKind::Expire {
                    let (sessions, cancel) = (vec![ended(&stored, self.now())], vec![id]);
                    self.done(Change { partition, done, sessions, cancel, ..Change::default() }).await;
                } else {
                    let message = Some(("main".to_owned(), format!("SM-{id}"), id));
                    let sent = Session { invited_at: Some(self.now()), ..later(&stored) };
                    self.done(Change { partition, done, sessions: vec![sent], message, ..Change::default() }).await;
                }
            }
        }
    }

    async fn forward(&self) {
        while self.store.depth().await.expect("a depth") > 0 {
            let waiting = self.store.waiting(500, DAY).await.expect("facts");
            let keys = waiting.into_iter().map(|(Queued::Fact { key, .. } | Queued::Damaged { key })| key).collect();
            self.store.forwarded(keys).await.expect("forwarded");
        }
    }

    fn jump(&mut self, day: u32) {
        self.day = day;
        self.redis.set_clock(i64::from(day) * 86_400);
    }
}

async fn size(redis: &Redis) -> usize {
    redis.cli(&["DBSIZE"]).await.trim_start_matches("(integer) ").parse().expect("a number")
}

async fn memory(redis: &Redis) -> usize {
    let info = redis.cli(&["INFO", "memory"]).await;
    let used = info.lines().find_map(|line| line.strip_prefix("used_memory_dataset:")).expect("a line");
    used.trim().parse().expect("a number")
}

impl Month<'_> {
    /// Some days of traffic; then every time to live runs out. The floor: an epoch marker, a counter and an empty stream for each of
    /// 128 partitions, the epoch, and who has opted out. Gives the most keys and bytes that there were, and the bytes left.
    async fn pass(&mut self, days: std::ops::Range<u32>) -> (usize, usize, usize) {
        let (mut keys, mut bytes) = (0, 0);
        for day in days.clone() {
            self.jump(day);
            for number in 0..CALLS_A_DAY {
                self.call(day * CALLS_A_DAY + number).await;
            }
            self.traffic += 1;
            self.work().await;
            self.forward().await;
            keys = keys.max(size(self.redis).await);
            bytes = bytes.max(memory(self.redis).await);
        }
        // The last surveys expire.
        self.jump(days.end + 4);
        self.work().await;
        self.forward().await;
        assert_eq!(self.store.health(self.now()).await.map(|health| (health.waiting, health.open_sessions)), Ok((0, 0)));
        self.jump(days.end + 200);
        self.store.purge(self.now(), usize::MAX).await.expect("a purge");
        eventually("the floor", async || {
            // Redis deletes what has expired when it is looked at.
            let left = "local left = 0 for _, key in ipairs(redis.call('KEYS', '*')) do
                if not string.find(key, ':[efor]') and not string.find(key, 'epoch') then left = left + redis.call('EXISTS', key) end end
                return left + #redis.call('KEYS', '*:r*') - tonumber(ARGV[1])";
            self.redis.cli(&["EVAL", left, "0", &opted_out(self.traffic).to_string()]).await == "0"
                && size(self.redis).await <= 3 * 128 + 1 + opted_out(self.traffic)
        })
        .await;
        (keys, bytes, memory(self.redis).await)
    }
}

/// Every thirtieth caller.
fn opted_out(days: u32) -> usize {
    (days * CALLS_A_DAY).div_ceil(30) as usize
}

#[tokio::test]
async fn a_month_of_traffic_leaves_the_fixed_keys_and_the_opt_outs() {
    let redis = Redis::with_clock().await;
    let time = redis.cli(&["TIME"]).await;
    let seconds: i64 = time.lines().next().and_then(|line| line.parse().ok()).expect("seconds");
    let store = opened(&redis.url(), options(LeaseClock::Store));
    let mut month = Month { redis: &redis, store, begin: Moment::from_millis(seconds * 1000), day: 0, traffic: 0 };
    let (.., floor) = month.pass(0..3).await;
    let (keys, bytes, rest) = month.pass(300..300 + DAYS).await;
    println!("at most {keys} keys and {bytes} bytes; in the end {} keys and {rest} bytes, before the month {floor}", size(&redis).await);
    assert!(rest < floor + 65_536, "{rest} bytes are left, before the month it were {floor}");
    let out = Respondent::parse("+12005550100").expect("a number");
    let dossier = month.store.dossier(Owner { tenant: "default", respondent: &out }, None, month.now()).await.expect("a dossier");
    assert!(dossier.opted_out_at.is_some() && dossier.sessions.is_empty());
}
