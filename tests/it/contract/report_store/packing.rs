//! Packed rows give the answers that the rows themselves give.

use aftercall::call::{InvitedBy, Moment};
use aftercall::ports::erasure::{Erasure, Receipt, Traces};
use aftercall::ports::report::{
    Condition, Fact, Filter, Grouping, Interval, MeasureQuery, Packing, RankingQuery, ReportStore, Ticket, TicketState,
};
use aftercall::survey::model::{Channel, Measure};
use aftercall::survey::response::{AgentShare, Response};
use jiff::tz::TimeZone;

use super::tickets::ticket;
use super::{DAY, FIRST, Stage, call, generated, moment, only};

/// A store whose rows can be packed, and changed by others than aftercall.
pub trait Packable: Stage {
    fn packing(&self) -> &dyn Packing;
    async fn run(&self, sql: &str);
    /// What makes a turn of packing break off before it shows, or while it writes, and what mends it.
    fn cuts(&self) -> [(&'static str, &'static str); 2];
}

/// Packs after every write.
pub struct Eager<S>(pub S);

impl<S: Packable> Stage for Eager<S> {
    async fn write(&self, facts: &[Fact]) {
        self.0.write(facts).await;
        while self.0.packing().pack(1).await.expect("packed") > 0 {}
        while self.0.packing().merge().await.expect("merged") {}
    }

    fn store(&self) -> &dyn ReportStore {
        self.0.store()
    }

    async fn erase(&self, erasure: &Erasure, traces: &Traces, now: Moment) -> Receipt {
        self.0.erase(erasure, traces, now).await
    }
}

/// A call centre in the making: its rows, and the same facts in both stores.
struct Course<'a, S> {
    random: fastrand::Rng,
    rows: Vec<Response>,
    tickets: Vec<Ticket>,
    packing: &'a S,
    plain: &'a S,
}

/// Whatever happens to rows, and whenever they are packed and merged: every question has the answer that it has in a store that never packs.
pub async fn answers_are_those_of_a_store_that_never_packs<S: Packable>(seed: u64, packing: &S, plain: &S) {
    let mut course = Course { random: fastrand::Rng::with_seed(seed), rows: Vec::new(), tickets: Vec::new(), packing, plain };
    for round in 0..12 {
        course.grow(round).await;
        course.change().await;
        if course.random.bool() {
            course.pack().await;
        }
        course.change().await;
        if course.random.u8(..3) == 0 {
            course.crash().await;
        }
        course.interfere().await;
        for _ in 0..12 {
            course.ask().await;
        }
    }
    let before = packing.packing().waiting().await.expect("a look");
    assert!(before.segments > 0, "something was packed");
    course.pack().await;
    assert_eq!(packing.packing().waiting().await.map(|waiting| waiting.rows), Ok(0));
    for _ in 0..40 {
        course.ask().await;
    }
}

impl<S: Packable> Course<'_, S> {
    async fn write(&self, facts: &[Fact]) {
        self.packing.write(facts).await;
        self.plain.write(facts).await;
    }

    async fn pack(&mut self) {
        let store = self.packing.packing();
        while store.pack(1).await.expect("packed") > 0 {
            if self.random.u8(..3) == 0 {
                break;
            }
        }
        while self.random.u8(..3) > 0 && store.merge().await.expect("merged") {}
        if self.random.u8(..3) == 0 {
            while store.pack(1).await.expect("packed") > 0 {}
        }
    }

    /// A turn that is cut off, as by a crash: what it wrote so far stays there.
    async fn crash(&mut self) {
        let (cut, mend) = self.random.choice(self.packing.cuts()).expect("one");
        self.packing.run(cut).await;
        let store = self.packing.packing();
        let before = store.waiting().await.expect("a look");
        assert_eq!(before.rows > 0, store.pack(1).await.is_err(), "where something waits the turn is cut");
        if before.rows == 0 {
            let merged = store.merge().await;
            assert!(merged != Ok(true), "{merged:?}");
        }
        assert_eq!(store.waiting().await, Ok(before), "nothing shows of it");
        self.change().await;
        self.packing.run(mend).await;
    }

    fn pick(&mut self) -> usize {
        self.random.usize(..self.rows.len())
    }

    async fn grow(&mut self, round: usize) {
        let mut new = generated(self.random.u64(..));
        new.truncate(self.random.usize(5..60));
        for (at, row) in new.iter_mut().enumerate() {
            row.session_id = format!("r{round:02}-{at:03}");
            row.call_id = format!("CA-{}", row.session_id);
            row.account = self.random.choice(["main", "spare", "costly"]).expect("one").to_owned();
            row.previous_session_id = (self.random.u8(..9) == 0).then(|| "earlier".to_owned());
            if self.random.u8(..9) == 0 {
                let agent = |id: &str, share| AgentShare { id: id.into(), team: None, share };
                row.agents = vec![agent("dora", 1.0 / 3.0), agent("erik", 2.0 / 3.0)];
            }
        }
        let mut facts = Vec::new();
        for row in &new {
            let mut call = call(row);
            match self.random.u8(..6) {
                0 => (call.session_id, call.reason) = (None, Some(self.random.choice(["no_rule", "sampled_out"]).expect("one").to_owned())),
                1 => facts.insert(0, Fact::Response(Box::new(row.clone()))),
                _ => facts.push(Fact::Response(Box::new(row.clone()))),
            }
            facts.push(Fact::Call(Box::new(call)));
        }
        self.write(&facts).await;
        self.rows.extend(new);
    }

    /// Late answers, corrections, tickets: as aftercall itself writes them.
    async fn change(&mut self) {
        for _ in 0..self.random.usize(..12) {
            let at = self.pick();
            let donor = generated(self.random.u64(..)).swap_remove(0);
            let row = &mut self.rows[at];
            row.version += 1;
            let fact = match self.random.u8(..5) {
                0 => {
                    (row.answers, row.measures, row.first_answer_at) = (donor.answers, donor.measures, donor.first_answer_at);
                    (row.invited_at, row.disposition, row.parts) = (donor.invited_at, donor.disposition, donor.parts);
                    Fact::Response(Box::new(row.clone()))
                }
                1 => {
                    (row.channel, row.invited_by) = (Channel::Call, Some(InvitedBy::Agent));
                    Fact::Response(Box::new(row.clone()))
                }
                2 => {
                    let mut moved = call(row);
                    moved.call.ended_at = moment(row.call_ended_at.millis() + self.random.i64(-2 * DAY..2 * DAY));
                    Fact::Call(Box::new(moved))
                }
                3 => self.open(at).await,
                _ => self.close(at).await,
            };
            self.write(&[fact]).await;
        }
    }

    async fn open(&mut self, at: usize) -> Fact {
        let row = &mut self.rows[at];
        let opened = Ticket {
            account: row.account.clone(),
            tenant: row.tenant.clone(),
            ..ticket(&format!("K-{}", row.session_id), &row.session_id)
        };
        row.ticket_id = Some(opened.id.clone());
        let fact = Fact::Response(Box::new(row.clone()));
        self.tickets.push(opened.clone());
        self.write(&[fact]).await;
        Fact::Ticket(Box::new(opened))
    }

    async fn close(&mut self, at: usize) -> Fact {
        let Some(last) = self.tickets.pop() else { return Fact::Response(Box::new(self.rows[at].clone())) };
        let closed = Ticket { state: TicketState::Closed, recovered: Some(self.random.u8(..4) > 0), ..last.later() };
        Fact::Ticket(Box::new(closed))
    }

    /// Whatever another program does to the tables.
    async fn interfere(&mut self) {
        let at = self.pick();
        let id = self.rows[at].session_id.clone();
        let sql = match self.random.u8(..6) {
            0 => format!("DELETE FROM responses WHERE session_id = '{id}'"),
            1 => format!("DELETE FROM calls WHERE call_id = 'CA-{id}'"),
            2 => "DELETE FROM calls WHERE row_id = (SELECT max(row_id) FROM calls)".to_owned(),
            3 => format!("UPDATE responses SET queue = 'moved', attributes = '{{}}' WHERE session_id = '{id}'"),
            4 => "DELETE FROM responses WHERE row_id = (SELECT max(row_id) FROM responses)".to_owned(),
            _ => format!("UPDATE calls SET respondent = NULL, queue = 'moved' WHERE call_id > 'CA-{id}'"),
        };
        self.packing.run(&sql).await;
        self.plain.run(&sql).await;
    }

    fn filter(&mut self) -> Filter {
        let conditions = [
            only("queue", &["support", "s*"]),
            only("agent", &["alice", "dora"]),
            only("team", &["blue"]),
            only("account", &["main", "costly"]),
            only("brand", &["acme"]),
            only("attr.region", &["cn/js"]),
            only("survey", &["both", "sev*"]),
            only("channel", &["ivr", "call"]),
            only("language", &["zh*"]),
            only("disposition", &["completed", "partial", "expired"]),
            only("silent", &["true"]),
            only("hour", &["9", "22", "23"]),
            only("weekday", &["1", "6"]),
            only("invited_by", &["system"]),
            only("tenant", &["default"]),
        ];
        let conditions: Vec<Condition> = conditions.into_iter().filter(|_| self.random.u8(..9) == 0).collect();
        let mut end = |days: std::ops::Range<i64>| {
            let exact = FIRST + self.random.i64(days) * DAY;
            match self.random.u8(..3) {
                0 => None,
                1 => Some(moment(exact)),
                _ => Some(moment(exact + self.random.i64(..DAY))),
            }
        };
        let (from, to) = (end(0..11), end(11..22));
        let zone = self.random.choice(["UTC", "Asia/Shanghai", "America/New_York", "Asia/Kathmandu"]).expect("one");
        let tenant = self.random.choice([Some("default"), Some("default"), Some("other"), None]).expect("one").map(str::to_owned);
        Filter { tenant, from, to, conditions, zone: TimeZone::get(zone).expect("a zone") }
    }

    fn by(&mut self) -> Vec<Grouping> {
        let names = [
            "agent",
            "team",
            "queue",
            "line",
            "account",
            "tenant",
            "survey",
            "survey_version",
            "variant",
            "channel",
            "language",
            "disposition",
            "invited_by",
            "silent",
            "hour",
            "weekday",
            "brand",
            "attr.region:2",
            "attr.region",
            "attr.none",
        ];
        let wanted = self.random.choice([0, 0, 1, 1, 2, 3]).expect("one");
        let names = self.random.choose_multiple(names, wanted);
        names.into_iter().map(|name| Grouping::parse(name).expect("a grouping")).collect()
    }

    async fn ask(&mut self) {
        let (filter, by) = (self.filter(), self.by());
        let interval = self.random.choice([Interval::None, Interval::None, Interval::Hour, Interval::Day, Interval::Week, Interval::Month]);
        let prices = [("main", 0.0079), ("costly", 0.31)].map(|(account, price)| (account.to_owned(), price));
        let query = MeasureQuery {
            measures: if self.random.bool() { Vec::new() } else { vec![Measure::Nps, Measure::Index] },
            compare: self.random.bool() && filter.from.is_some() && filter.to.is_some(),
            filter,
            by,
            interval: interval.expect("one"),
            prices: if self.random.bool() { prices.into() } else { Default::default() },
        };
        let (packed, plain): (&dyn ReportStore, &dyn ReportStore) = (self.packing.store(), self.plain.store());
        assert_eq!(packed.measures(&query).await, plain.measures(&query).await, "{query:?}");
        let funnel = (packed.funnel(&query.filter, &query.by).await, plain.funnel(&query.filter, &query.by).await);
        assert_eq!(funnel.0, funnel.1, "{query:?}");
        let ranking = RankingQuery { measure: Measure::Csat, filter: query.filter.clone(), min_n: 2 };
        assert_eq!(packed.ranking(&ranking).await, plain.ranking(&ranking).await, "{ranking:?}");
    }
}
