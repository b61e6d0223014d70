//! The call centre of the demo, and the truth about it that the reports are to find out: how good each agent is, who steers which scores,
//! what callers hold against queues, waiting and transfers. Everything else in the demo follows from this file and the seed.

/// How an agent deals with the survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// Has no hand in it: the system asks everybody.
    Fair,
    /// Offers the survey to nearly everybody by word of mouth: agent-invited, and honest.
    Offers,
    /// Offers it to those who sound happy and declines it for the others.
    Steers,
    /// Tells callers to give the best mark.
    Coaches,
    /// Keeps callers who sound unhappy on the line until they hang up themselves, so that they never hear the survey.
    Lingers,
}

/// An agent and the truth about them.
#[derive(Debug)]
pub struct Agent {
    /// In the reports.
    pub id: &'static str,
    /// Of [`TEAMS`].
    pub team: usize,
    /// What they add to how satisfied a caller is, in standard deviations of one caller's satisfaction: -1 bad, 0 usual, 1 excellent.
    pub quality: f64,
    /// What they do about the survey.
    pub manner: Manner,
}

/// A queue.
#[derive(Debug)]
pub struct Queue {
    /// In the rules and the reports.
    pub name: &'static str,
    /// Share of the calls, in percent.
    pub share: u32,
    /// What it adds to a caller's satisfaction, whoever takes the call.
    pub mood: f64,
    /// Seconds of waiting in the middle; some wait three times as long.
    pub wait: u32,
}

/// A place that callers live in.
#[derive(Debug)]
pub struct Region {
    /// Its path in the reports.
    pub path: &'static str,
    /// On whose clock its callers call.
    pub zone: &'static str,
    /// Share of the calls, of 1,000.
    pub share: u32,
    /// Beginnings of its numbers. Behind a country code and area come 555-01xx, which is kept for fiction; China's are of one block.
    pub numbers: &'static str,
    /// Its languages and their shares in percent.
    pub languages: &'static [(&'static str, u32)],
    /// Whether the centre asks callers there at all.
    pub served: bool,
}

/// How a phone answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phone {
    /// Somebody picks up.
    Person,
    /// Nobody does.
    Nobody,
    /// An answering machine does.
    Machine,
    /// Its owner is talking to somebody else.
    Busy,
    /// It is switched off, or no longer in service.
    Dead,
}

/// Four teams.
pub const TEAMS: [&str; 4] = ["amber", "blue", "coral", "dune"];

const fn agent(id: &'static str, team: usize, quality: f64, manner: Manner) -> Agent {
    Agent { id, team, quality, manner }
}

/// 24 agents: `amber` is the best team, `dune` the weakest; five have a hand in their own scores.
pub const AGENTS: [Agent; 24] = [
    agent("alice", 0, 0.9, Manner::Fair),
    agent("bilal", 0, 0.7, Manner::Fair),
    agent("chen", 0, 0.5, Manner::Fair),
    agent("dana", 0, 0.4, Manner::Fair),
    agent("emeka", 0, 0.3, Manner::Offers),
    agent("fatima", 0, -0.1, Manner::Fair),
    agent("goran", 1, 0.6, Manner::Fair),
    agent("hana", 1, 0.3, Manner::Fair),
    agent("ivan", 1, 0.1, Manner::Fair),
    agent("jun", 1, 0.0, Manner::Fair),
    agent("kofi", 1, -0.2, Manner::Fair),
    agent("lena", 1, -0.5, Manner::Steers),
    agent("mei", 2, 0.5, Manner::Fair),
    agent("nadia", 2, 0.2, Manner::Fair),
    agent("omar", 2, 0.0, Manner::Offers),
    agent("priya", 2, -0.1, Manner::Fair),
    agent("quentin", 2, -0.3, Manner::Coaches),
    agent("rosa", 2, -0.6, Manner::Lingers),
    agent("sven", 3, 0.4, Manner::Fair),
    agent("tariq", 3, 0.0, Manner::Fair),
    agent("uma", 3, -0.2, Manner::Fair),
    agent("vera", 3, -0.4, Manner::Steers),
    agent("wei", 3, -0.7, Manner::Fair),
    agent("xavier", 3, -1.0, Manner::Fair),
];

/// Three queues with agents, and the switchboard, which hands calls on without an agent: no rule covers it.
pub const QUEUES: [Queue; 4] = [
    Queue { name: "support", share: 55, mood: 0.0, wait: 60 },
    Queue { name: "billing", share: 24, mood: -0.3, wait: 40 },
    Queue { name: "repairs", share: 18, mood: 0.1, wait: 120 },
    Queue { name: "switchboard", share: 3, mood: 0.0, wait: 5 },
];

/// What a transfer takes from a caller's satisfaction.
pub const TRANSFER: f64 = -0.5;
/// What a call about the same matter within days takes from it.
pub const REPEAT: f64 = -0.4;
/// What each minute of waiting takes from it.
pub const MINUTE_OF_WAITING: f64 = -0.12;
/// What the outage takes from it in `support`.
pub const OUTAGE: f64 = -0.6;
/// The day of the outage, as a share of the whole time: the lines are full.
pub const OUTAGE_AT: f64 = 0.55;
/// How satisfied callers are where nothing adds and nothing takes.
pub const USUAL: f64 = 0.55;
/// What it adds to a caller's satisfaction that their complaint is settled.
pub const SETTLED: f64 = 1.9;
/// Of 100 who are asked again then so many answer.
pub const ANSWERS_AGAIN: u32 = 55;
/// The better of the two wordings of the `loyalty` survey brings so many more answers, in percent; the scores do not differ.
pub const SHORT_ARM: f64 = 8.0;

/// Calls of each hour of the day at the caller's place; shares of the sum.
pub const HOURS: [u32; 24] = [2, 1, 1, 1, 1, 2, 8, 20, 55, 90, 100, 95, 70, 75, 90, 92, 85, 65, 40, 28, 18, 10, 6, 4];
/// Calls of each day of the week from Monday; shares of the sum.
pub const WEEKDAYS: [u32; 7] = [130, 110, 100, 98, 95, 45, 30];

const ENGLISH: &[(&str, u32)] = &[("en", 88), ("es", 9), ("zh-CN", 1), ("de", 1), ("hi", 1)];
const SOUTH: &[(&str, u32)] = &[("en", 66), ("es", 31), ("pt", 1), ("ar", 1), ("ja", 1)];
const CANADA: &[(&str, u32)] = &[("en", 92), ("fr", 6), ("zh-CN", 2)];
const QUEBEC: &[(&str, u32)] = &[("fr", 82), ("en", 18)];
const ISLANDS: &[(&str, u32)] = &[("es", 97), ("en", 3)];
const CHINA: &[(&str, u32)] = &[("zh-CN", 99), ("en", 1)];

const fn region(
    path: &'static str,
    zone: &'static str,
    share: u32,
    numbers: &'static str,
    languages: &'static [(&'static str, u32)],
) -> Region {
    Region { path, zone, share, numbers, languages, served: true }
}

/// Where callers live: the United States, Canada, two islands and China; Jamaica is not served.
#[rustfmt::skip]
pub const REGIONS: [Region; 17] = [
    region("us/ca/san-francisco", "America/Los_Angeles", 100, "1415 1628 1510 1341 1650 1408 1669 1925 1707 1831 1916 1279", ENGLISH),
    region("us/ca/los-angeles", "America/Los_Angeles", 120, "1213 1323 1310 1424 1818 1747 1626 1562 1949 1714 1657 1909 1951 1805 1760", SOUTH),
    region("us/ny/new-york", "America/New_York", 120, "1212 1332 1646 1917 1718 1347 1929 1516 1631 1934 1914 1845 1518 1315 1585", ENGLISH),
    region("us/ma/boston", "America/New_York", 50, "1617 1857 1781 1339 1978 1351 1508 1774", ENGLISH),
    region("us/fl/miami", "America/New_York", 70, "1305 1786 1645 1954 1754 1561 1239 1407 1689", SOUTH),
    region("us/tx/houston", "America/Chicago", 80, "1713 1281 1832 1346 1409 1936 1979 1361", SOUTH),
    region("us/tx/dallas", "America/Chicago", 60, "1214 1469 1972 1945 1817 1682 1940", SOUTH),
    region("us/il/chicago", "America/Chicago", 80, "1312 1872 1773 1708 1464 1847 1224 1630 1331 1815", ENGLISH),
    region("us/az/phoenix", "America/Phoenix", 40, "1602 1480 1623 1520", SOUTH),
    region("ca/on/toronto", "America/Toronto", 50, "1416 1647 1437 1905 1289 1365", CANADA),
    region("ca/qc/montreal", "America/Toronto", 40, "1514 1438 1263 1450 1579", QUEBEC),
    region("pr/san-juan", "America/Puerto_Rico", 15, "1787 1939", ISLANDS),
    region("do/santo-domingo", "America/Santo_Domingo", 25, "1809 1829 1849", ISLANDS),
    region("cn/js/nanjing", "Asia/Shanghai", 60, "8613800130 8613800131 8613800132 8613800133", CHINA),
    region("cn/js/suzhou", "Asia/Shanghai", 40, "8613800134 8613800135 8613800136", CHINA),
    region("cn/sh/pudong", "Asia/Shanghai", 35, "8613800137 8613800138 8613800139", CHINA),
    Region { path: "jm/kingston", zone: "America/Jamaica", share: 15, numbers: "1876 1658", languages: &[("en", 100)], served: false },
];

/// Companies call from toll-free numbers, which take no texts.
pub const COMPANIES: [&str; 3] = ["1800", "1888", "1877"];

/// Areas without a caller of the demo: whoever tries the phone on the screen rings from there, and was never asked before.
pub const VISITORS: &str = "1425 1503 1303 1720 1404 1770";

/// What a caller is worth to the centre, and the share of it in percent.
pub const TIERS: [(&str, u32); 3] = [("basic", 30), ("plus", 55), ("vip", 15)];

/// Queue and worth of the callers of whom a share is rung back, a day after their call, instead of being texted.
pub const RUNG_BACK: (&str, &str) = ("repairs", "vip");
/// How phones answer when the centre rings, in percent; drawn anew for each attempt.
pub const PHONES: [(Phone, u32); 5] = [(Phone::Person, 58), (Phone::Nobody, 20), (Phone::Machine, 13), (Phone::Busy, 7), (Phone::Dead, 2)];
/// Of 100 who pick up so many hang up when they hear who rings, whatever they think of the centre.
pub const HANG_UP: u32 = 15;
/// And so many listen without a key.
pub const LISTEN: u32 = 7;
