//! Who calls when, about what, with whom, and how satisfied they are afterwards: the same seed gives the same calls.

use std::time::Duration;

use fastrand::Rng;
use jiff::civil::{Date, time};
use jiff::tz::TimeZone;

use super::centre::{self, AGENTS, Agent, COMPANIES, Manner, QUEUES, Queue, REGIONS, Region, TEAMS, TIERS};
use super::conduct::{Conduct, conduct};
use crate::call::Moment;

/// One call of the demo.
#[derive(Debug, Clone)]
pub struct PlannedCall {
    /// The call's id.
    pub call_id: String,
    /// The caller's number; `None` where it is withheld.
    pub number: Option<String>,
    /// Where they live.
    pub region: &'static Region,
    /// What they speak.
    pub language: &'static str,
    /// What they are worth.
    pub tier: &'static str,
    /// Where they waited.
    pub queue: &'static Queue,
    /// With whom they spoke, and for how many seconds.
    pub agents: Vec<(&'static Agent, u32)>,
    /// When it ended.
    pub ended_at: Moment,
    /// How long they waited.
    pub wait_seconds: u32,
    /// Whether they called about the same matter days before.
    pub repeat: bool,
    /// Whether they said that they do not want to be asked.
    pub declines: bool,
    /// Whether the operator itself rang, to try the line.
    pub test: bool,
    /// How satisfied they are: above 0 rather yes, beyond 1 very, below -1 angry.
    pub satisfaction: f64,
    /// What they do when asked.
    pub conduct: Conduct,
}

impl PlannedCall {
    /// Seconds of conversation.
    pub fn talk_seconds(&self) -> u32 {
        self.agents.iter().map(|(_, seconds)| seconds).sum()
    }

    /// The team of all its agents, where they are of one.
    pub fn team(&self) -> Option<&'static str> {
        let first = self.agents.first()?.0.team;
        self.agents.iter().all(|(agent, _)| agent.team == first).then(|| TEAMS[first])
    }

    /// Whether they are of those of whom some are rung back.
    pub fn is_rung_back(&self) -> bool {
        (self.queue.name, self.tier) == centre::RUNG_BACK
    }

    /// How the agent who spoke last deals with surveys.
    pub fn manner(&self) -> Manner {
        self.agents.last().map_or(Manner::Fair, |(agent, _)| agent.manner)
    }
}

/// How many calls there are, and when.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// How many.
    pub calls: usize,
    /// On how many days.
    pub days: u32,
    /// The first of them.
    pub first: Date,
    /// When the last of the calls has ended, if that is not with the last of the days.
    pub until: Option<Moment>,
    /// What everything is drawn from.
    pub seed: u64,
}

/// Nobody's call ends so soon before the play does: whoever rings twice does it within this.
const LAST_CALL: Duration = Duration::from_secs(240);

impl Plan {
    /// The newest weeks that are over, from a Monday on: the figures are the same until another week is over.
    ///
    /// # Errors
    /// A time that no calendar has.
    pub fn of_weeks((calls, days, seed): (usize, u32, u64), over: Moment) -> Result<Self, jiff::Error> {
        let day = date(over.minus(whole_days(days + 1)))?;
        let first = day.checked_sub(jiff::Span::new().days(day.weekday().to_monday_zero_offset()))?;
        Ok(Self { calls, days, first, until: None, seed })
    }

    /// The days up to that moment. It begins with a day more than that, on which nobody's call has ended.
    ///
    /// # Errors
    /// A time that no calendar has.
    pub fn up_to((calls, days, seed): (usize, u32, u64), until: Moment) -> Result<Self, jiff::Error> {
        Ok(Self { calls, days, first: date(until.minus(whole_days(days + 1)))?, until: Some(until), seed })
    }

    /// Makes the calls, in the order in which they end.
    pub fn calls(&self) -> Vec<PlannedCall> {
        let mut rng = Rng::with_seed(self.seed ^ 0x00af_7e2c_a110_0000);
        let mut times: Vec<(Moment, &'static Region)> = (0..self.calls).filter_map(|_| self.time(&mut rng)).collect();
        times.sort_by_key(|(at, _)| *at);
        let mut calls: Vec<PlannedCall> = Vec::with_capacity(times.len());
        for (at, region) in times {
            let call = self.call(&calls, (at, region), &mut rng);
            calls.push(call);
        }
        calls.sort_by_key(|call| call.ended_at);
        calls
    }

    /// On how many dates calls may end, at some place: the clocks of the last one are ahead of the first one's.
    fn dates(&self) -> u32 {
        if self.until.is_none() { self.days } else { self.days + 3 }
    }

    /// The day of the outage, counted from the first: a busy one, on whichever weekday the days begin.
    fn outage(&self) -> u32 {
        let about = (f64::from(self.days) * centre::OUTAGE_AT) as u32;
        if self.until.is_none() {
            return about;
        }
        (about.saturating_sub(3).max(1)..=about + 3).max_by_key(|day| (self.usual(*day), *day)).unwrap_or(about)
    }

    /// The weight of that day's calls, by its weekday.
    fn usual(&self, day: u32) -> u32 {
        centre::WEEKDAYS[(self.first.weekday().to_monday_zero_offset() as usize + day as usize) % 7]
    }

    /// When a call ends, and where.
    fn time(&self, rng: &mut Rng) -> Option<(Moment, &'static Region)> {
        let is_within =
            |at: Moment| self.until.is_none_or(|until| at >= until.minus(whole_days(self.days)) && at <= until.minus(LAST_CALL));
        (0..10_000).filter_map(|_| self.any_time(rng)).find(|(at, _)| is_within(*at))
    }

    fn any_time(&self, rng: &mut Rng) -> Option<(Moment, &'static Region)> {
        let region = weighted(REGIONS.iter().map(|region| (region, region.share)), rng)?;
        let weight = |day: u32| (day, self.usual(day) * if day == self.outage() { 2 } else { 1 });
        let day = weighted((0..self.dates()).map(weight), rng)?;
        let hour = weighted((0_i8..).zip(centre::HOURS), rng)?;
        let date = self.first.checked_add(jiff::Span::new().days(day)).ok()?;
        let second = time(hour, rng.i8(0..60), rng.i8(0..60), i32::from(rng.u16(..1000)) * 1_000_000);
        let at = date.to_datetime(second).to_zoned(TimeZone::get(region.zone).ok()?).ok()?;
        Some((Moment::from_millis(at.timestamp().as_millisecond()), region))
    }

    fn call(&self, before: &[PlannedCall], (at, region): (Moment, &'static Region), rng: &mut Rng) -> PlannedCall {
        let index = before.len();
        let (earlier, next_door) = (self.earlier(before, region, rng), next_door(before, rng));
        let queue = weighted(QUEUES.iter().map(|queue| (queue, queue.share)), rng).unwrap_or(&QUEUES[0]);
        let known = next_door.or(earlier);
        let mut call = PlannedCall {
            call_id: format!("demo-{index:05}"),
            number: known.map_or_else(|| number(region, rng), |known| known.number.clone()),
            region: known.map_or(region, |known| known.region),
            language: known.map_or_else(|| language(region, rng), |known| known.language),
            tier: known.map_or_else(|| weighted(TIERS, rng).unwrap_or("plus"), |known| known.tier),
            queue: earlier.map_or(queue, |earlier| earlier.queue),
            agents: Vec::new(),
            ended_at: at,
            wait_seconds: (f64::from(queue.wait) * (0.2 + 1.6 * rng.f64() + if rng.u32(..8) == 0 { 2.0 } else { 0.0 })) as u32,
            repeat: earlier.is_some(),
            declines: rng.u32(..150) == 0,
            test: rng.u32(..250) == 0,
            satisfaction: 0.0,
            conduct: Conduct::default(),
        };
        if let Some(wrong) = next_door {
            (call.queue, call.repeat, call.ended_at) = (&QUEUES[1], false, wrong.ended_at.plus(Duration::from_secs(180)));
        }
        call.agents = agents(call.queue, rng);
        call.satisfaction = self.satisfaction(&call, rng);
        call.conduct = conduct(&call, next_door.is_some(), rng);
        call
    }

    /// One in ten rings again within days; those who were not helped most of all.
    fn earlier<'a>(&self, before: &'a [PlannedCall], region: &Region, rng: &mut Rng) -> Option<&'a PlannedCall> {
        let near = (self.calls * 4 / self.days.max(1) as usize).max(10).min(before.len());
        if near == 0 || rng.u32(..100) >= 12 {
            return None;
        }
        let mut tries = (0..40).map(|_| &before[before.len() - 1 - rng.usize(..near)]);
        let found = tries.find(|call| call.region.path == region.path && call.number.is_some() && !call.agents.is_empty())?;
        (found.satisfaction < 0.4 || rng.u32(..3) == 0).then_some(found)
    }

    fn satisfaction(&self, call: &PlannedCall, rng: &mut Rng) -> f64 {
        let talked = f64::from(call.talk_seconds().max(1));
        let quality: f64 = call.agents.iter().map(|(agent, seconds)| agent.quality * f64::from(*seconds) / talked).sum();
        let day = call.ended_at.seconds_since(self.start()) / 86_400;
        let outage = day == u64::from(self.outage()) && call.queue.name == "support";
        let transfers = call.agents.len().saturating_sub(1) as f64;
        centre::USUAL
            + quality
            + call.queue.mood
            + centre::TRANSFER * transfers
            + if call.repeat { centre::REPEAT } else { 0.0 }
            + centre::MINUTE_OF_WAITING * f64::from(call.wait_seconds) / 60.0
            + if outage { centre::OUTAGE } else { 0.0 }
            + normal(rng)
    }

    /// The beginning of the first day in UTC.
    pub fn start(&self) -> Moment {
        let start = self.first.to_zoned(TimeZone::UTC).map(|day| day.timestamp().as_millisecond());
        Moment::from_millis(start.unwrap_or_default())
    }
}

fn date(at: Moment) -> Result<Date, jiff::Error> {
    Ok(jiff::Timestamp::from_millisecond(at.millis())?.to_zoned(TimeZone::UTC).date())
}

fn whole_days(days: u32) -> Duration {
    Duration::from_secs(u64::from(days) * 86_400)
}

/// Someone who has just left the wrong queue and rings the right one: two surveys of one caller at once.
fn next_door<'a>(before: &'a [PlannedCall], rng: &mut Rng) -> Option<&'a PlannedCall> {
    let last = before.last()?;
    let can = last.queue.name == "support" && last.number.is_some() && !last.agents.is_empty() && last.tier != "basic";
    (can && last.conduct.on_the_line.is_none() && rng.u32(..60) == 0).then_some(last)
}

/// One in 40 withholds it, one in 60 is a company.
fn number(region: &Region, rng: &mut Rng) -> Option<String> {
    let areas: Vec<&str> = region.numbers.split(' ').collect();
    match (rng.u32(..120), rng.choice(&areas)) {
        (0..3, _) => None,
        (3..5, _) => rng.choice(COMPANIES).map(|area| format!("+{area}55501{:02}", rng.u32(..100))),
        (_, Some(area)) if area.starts_with('1') => Some(format!("+{area}55501{:02}", rng.u32(..100))),
        (_, area) => area.map(|area| format!("+{area}{:03}", rng.u32(..1000))),
    }
}

fn language(region: &'static Region, rng: &mut Rng) -> &'static str {
    weighted(region.languages.iter().copied(), rng).unwrap_or("en")
}

/// Nobody at the switchboard, and where nobody took the call; two or three after transfers.
fn agents(queue: &Queue, rng: &mut Rng) -> Vec<(&'static Agent, u32)> {
    if queue.name == "switchboard" || rng.u32(..30) == 0 {
        return Vec::new();
    }
    let first = rng.usize(..AGENTS.len());
    let mut agents = vec![(&AGENTS[first], if rng.u32(..30) == 0 { 6 } else { 40 + rng.u32(..560) })];
    while agents.len() < 3 && rng.u32(..12) == 0 {
        // Mostly within the team, whose agents stand together.
        let team = AGENTS[first].team * 6;
        let next = if rng.u32(..3) > 0 { team + rng.usize(..6) } else { rng.usize(..AGENTS.len()) };
        if agents.iter().all(|(agent, _)| agent.id != AGENTS[next].id) {
            agents.push((&AGENTS[next], 30 + rng.u32(..300)));
        }
    }
    agents
}

/// One of them, by their weights.
pub fn weighted<T>(choices: impl IntoIterator<Item = (T, u32)> + Clone, rng: &mut Rng) -> Option<T> {
    let total: u32 = choices.clone().into_iter().map(|(_, weight)| weight).sum();
    let mut place = rng.u32(..total.max(1));
    choices.into_iter().find_map(|(choice, weight)| {
        let here = place < weight;
        place = place.saturating_sub(weight);
        here.then_some(choice)
    })
}

/// Of the standard normal distribution (Box and Muller 1958).
pub fn normal(rng: &mut Rng) -> f64 {
    let radius = (-2.0 * (1.0 - rng.f64()).ln()).sqrt();
    radius * (std::f64::consts::TAU * rng.f64()).cos()
}
