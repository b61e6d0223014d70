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
const DAY: Duration = Duration::from_hours(24);

struct Month<'a> {
    redis: &'a Redis,
    store: RedisStore,
    begin: Moment,
    day: u32,
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
        let name = |kind: u32| partition.name_in(format!("01936f00-0000-7000-8{kind:03}-{number:012x}"));
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
        if number % 3 == 0 {
            let dossier = self.store.dossier(owner, None, self.begin).await.expect("a dossier");
            let stop = (number % 30 == 0).then_some(OptOut::Out);
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
                if leased.task.id.ends_with('1') {
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

/// The floor: an epoch marker, a counter and an empty stream for each of 128 partitions, the epoch, and who has opted out.
#[tokio::test]
async fn a_month_of_traffic_leaves_the_fixed_keys_and_the_opt_outs() {
    let redis = Redis::with_clock().await;
    let time = redis.cli(&["TIME"]).await;
    let seconds: i64 = time.lines().next().and_then(|line| line.parse().ok()).expect("seconds");
    let store = opened(&redis.url(), options(LeaseClock::Store));
    let mut month = Month { redis: &redis, store, begin: Moment::from_millis(seconds * 1000), day: 0 };
    let (mut most, mut fullest) = (0, 0);
    for day in 0..DAYS {
        month.jump(day);
        for number in 0..CALLS_A_DAY {
            month.call(day * CALLS_A_DAY + number).await;
        }
        month.work().await;
        month.forward().await;
        most = most.max(size(&redis).await);
        fullest = fullest.max(memory(&redis).await);
    }
    // The last surveys expire; then every time to live runs out.
    month.jump(DAYS + 4);
    month.work().await;
    month.forward().await;
    assert_eq!(month.store.health(month.now()).await.map(|health| (health.waiting, health.open_sessions)), Ok((0, 0)));
    month.jump(DAYS + 200);
    month.store.purge(month.now(), usize::MAX).await.expect("a purge");
    let opted_out = (DAYS * CALLS_A_DAY).div_ceil(30) as usize;
    let floor = 3 * 128 + 1 + opted_out;
    eventually("the floor", async || {
        redis.cli(&["EVAL", "return #redis.call('KEYS', '*')", "0"]).await;
        size(&redis).await <= floor
    })
    .await;
    let rest = memory(&redis).await;
    println!("at most {most} keys and {fullest} bytes; in the end {} keys and {rest} bytes", size(&redis).await);
    assert!(rest < fullest / 4, "{rest} bytes left of {fullest}");
    let out = Respondent::parse("+12005550100").expect("a number");
    let dossier = month.store.dossier(Owner { tenant: "default", respondent: &out }, None, month.now()).await.expect("a dossier");
    assert!(dossier.opted_out_at.is_some() && dossier.sessions.is_empty());
}
