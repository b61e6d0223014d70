//! What is asked, and which calls and answers fall into which group: by loops over everything that happened.

use std::collections::BTreeMap;

use super::clock::{Zone, begin_before, start};
use super::deeds::{Asked, Deed, Helper};

/// A question as the API takes it.
#[derive(Clone, Default)]
pub struct Question {
    pub route: &'static str,
    pub measures: Vec<&'static str>,
    pub by: Vec<&'static str>,
    pub filters: Vec<(&'static str, Vec<&'static str>)>,
    pub interval: &'static str,
    pub zone: Zone,
    pub from: Option<i64>,
    pub to: Option<i64>,
    pub compare: bool,
    pub more: Vec<(&'static str, &'static str)>,
}

/// A call, or the asking of a caller.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    pub deed: &'a Deed,
    pub asked: Option<&'a Asked>,
    is_call: bool,
}

/// One value for each grouping; hours have two digits, so that they sort as numbers do.
pub type Key = Vec<Option<String>>;
/// Begin of the interval, and the group.
pub type Slot = (Option<i64>, Key);
/// Rows with their weights.
pub type Rows<'a> = Vec<(Row<'a>, f64)>;

/// A slot's rows and those that they are compared with.
pub struct Filled<'a> {
    pub slot: Slot,
    pub rows: Rows<'a>,
    pub before: Rows<'a>,
}

impl Question {
    pub fn new(route: &'static str) -> Self {
        Self { route, interval: "none", ..Self::default() }
    }

    /// What is sent.
    pub fn target(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let time = |at: i64| aftercall::call::Moment::from_millis(at).to_string();
        for (name, value) in [("measure", self.measures.join(",")), ("by", self.by.join(","))] {
            if !value.is_empty() {
                query.append_pair(name, &value);
            }
        }
        for (name, at) in [("from", self.from), ("to", self.to)].into_iter().filter_map(|(name, at)| Some((name, at?))) {
            query.append_pair(name, &time(at));
        }
        query.extend_pairs(self.filters.iter().map(|(name, values)| (name, values.join(","))));
        query.extend_pairs(&self.more);
        if self.interval != "none" {
            query.append_pair("interval", self.interval);
        }
        if self.zone != Zone::Utc {
            query.append_pair("tz", self.zone.name());
        }
        if self.compare {
            query.append_pair("compare", "previous");
        }
        format!("{}?{}", self.route, query.finish())
    }

    fn names(&self, dimension: &str) -> bool {
        self.by.contains(&dimension) || self.filters.iter().any(|(name, _)| *name == dimension)
    }

    /// The sessions of the tenant: those that ask again after a complaint only where surveys are asked for.
    pub fn asked<'a>(&self, deeds: &'a [Deed]) -> Vec<Row<'a>> {
        let row = |deed: &'a Deed, asked: &'a Asked| Row { deed, asked: Some(asked), is_call: false };
        let again = |asked: &'a Asked| asked.complaint.as_ref().and_then(|complaint| complaint.again.as_ref());
        let mut rows = Vec::new();
        for deed in deeds.iter().filter(|deed| deed.tenant == "default") {
            let asked = deed.asked.as_ref();
            rows.extend(asked.map(|asked| row(deed, asked)));
            rows.extend(asked.and_then(again).filter(|_| self.names("survey")).map(|again| row(deed, again)));
        }
        rows
    }

    /// The calls of the tenant.
    pub fn calls<'a>(&self, deeds: &'a [Deed]) -> Vec<Row<'a>> {
        let calls = deeds.iter().filter(|deed| deed.tenant == "default");
        calls.map(|deed| Row { deed, asked: deed.asked.as_ref(), is_call: true }).collect()
    }

    /// The rows of the period, and of the one before, by slot; `true` of those before the period.
    pub fn slots<'a>(&self, rows: Vec<Row<'a>>) -> BTreeMap<(Slot, bool), Rows<'a>> {
        let mut slots: BTreeMap<(Slot, bool), Rows<'a>> = BTreeMap::new();
        let reach = self.reach();
        for row in rows {
            let ended = row.deed.ended;
            if reach.is_some_and(|from| ended < from) || self.to.is_some_and(|to| ended >= to) || !self.takes(&row) {
                continue;
            }
            let (start, before) = (start(self.interval, self.zone, ended), self.from.is_some_and(|from| ended < from));
            for (key, weight) in self.groups(&row) {
                slots.entry(((start, key), before)).or_default().push((row, weight));
            }
        }
        slots
    }

    /// Each slot beside what it is compared with, in order.
    pub fn filled<'a>(&self, slots: &BTreeMap<(Slot, bool), Rows<'a>>) -> Vec<Filled<'a>> {
        let now = slots.iter().filter(|((_, before), _)| !before);
        let one = |((slot, _), rows): (&(Slot, bool), &Rows<'a>)| {
            let earlier = slot.0.map(|at| start(self.interval, self.zone, at - 1)).unwrap_or_default();
            let part = |before| slots.get(&((earlier, slot.1.clone()), before)).cloned().unwrap_or_default();
            let before = if slot.0.is_none() { part(true) } else { [part(true), part(false)].concat() };
            Filled { slot: slot.clone(), rows: rows.clone(), before }
        };
        now.map(one).collect()
    }

    fn reach(&self) -> Option<i64> {
        let from = self.from.filter(|_| self.compare);
        match (from, self.to, self.interval) {
            (Some(from), Some(to), "none") => Some(begin_before(self.zone, from, to)),
            (Some(from), _, interval) => start(interval, self.zone, start(interval, self.zone, from).unwrap_or(from) - 1),
            _ => self.from,
        }
    }

    fn takes(&self, row: &Row<'_>) -> bool {
        let (agents, others): (Vec<_>, Vec<_>) = self.filters.iter().partition(|(name, _)| ["agent", "team"].contains(name));
        let agents: Vec<&(&str, Vec<&str>)> = agents;
        let fits = |(name, wanted): &&(&str, Vec<&str>)| {
            row.value(name, self.zone).is_some_and(|value| wanted.iter().any(|wanted| fits(name, wanted, &value)))
        };
        let someone = agents.is_empty() || row.deed.helpers.iter().any(|helper| is_wanted(&agents, helper));
        someone && others.iter().all(fits)
    }

    fn groups(&self, row: &Row<'_>) -> Vec<(Key, f64)> {
        let key = |helper: Option<&Helper>| -> Key {
            let value = |by: &&str| {
                let (name, levels) =
                    by.rsplit_once(':').map_or((*by, usize::MAX), |(name, levels)| (name, levels.parse().expect("levels")));
                let value = match name {
                    "agent" => helper.map(|helper| helper.id.to_owned()),
                    "team" => helper.and_then(|helper| helper.team).map(str::to_owned),
                    _ => row.value(name, self.zone),
                };
                let value = value.map(|value| if name == "hour" { format!("{value:0>2}") } else { value });
                value.map(|value| value.split('/').take(levels).collect::<Vec<_>>().join("/"))
            };
            self.by.iter().map(value).collect()
        };
        let of_agents = |by: &&str| by.split(':').next().is_some_and(|name| ["agent", "team"].contains(&name));
        if row.deed.helpers.is_empty() || !self.by.iter().any(of_agents) {
            return vec![(key(None), 1.0)];
        }
        let agents: Vec<_> = self.filters.iter().filter(|(name, _)| ["agent", "team"].contains(name)).collect();
        let mut groups: BTreeMap<Key, f64> = BTreeMap::new();
        for (helper, share) in row.deed.credit().iter().filter(|(helper, _)| is_wanted(&agents, helper)) {
            *groups.entry(key(Some(helper))).or_default() += share;
        }
        groups.into_iter().collect()
    }
}

fn is_wanted(conditions: &[&(&str, Vec<&str>)], helper: &Helper) -> bool {
    conditions.iter().all(|(name, wanted)| {
        let value = if *name == "agent" { Some(helper.id) } else { helper.team };
        value.is_some_and(|value| wanted.iter().any(|wanted| fits(name, wanted, value)))
    })
}

fn fits(name: &str, wanted: &str, value: &str) -> bool {
    match wanted.strip_suffix('*') {
        Some(start) => value.starts_with(start),
        None if name == "brand" || name.starts_with("attr.") => value == wanted || value.starts_with(&format!("{wanted}/")),
        None => value == wanted,
    }
}

impl Row<'_> {
    fn value(&self, name: &str, zone: Zone) -> Option<String> {
        let (deed, asked) = (self.deed, self.asked);
        let text: Option<&str> = match name {
            "tenant" => Some(deed.tenant),
            "account" => Some(deed.account),
            "queue" => deed.queue,
            "line" => deed.line,
            "invited_by" => Some(deed.invited_by.unwrap_or("system")),
            "brand" => deed.attribute("brand"),
            "survey" => asked.map(|asked| asked.survey),
            "survey_version" => return asked.map(|asked| asked.version.to_string()),
            "variant" => asked.and_then(|asked| asked.variant),
            "channel" => asked.map(|asked| asked.channel),
            "language" if self.is_call => deed.language,
            "language" => asked.map(|asked| asked.locale),
            "disposition" => match asked {
                Some(asked) => Some(asked.disposition),
                None => return deed.reason.map(|reason| format!("suppressed:{reason}")),
            },
            "silent" => asked.map(|asked| if asked.is_silent() { "true" } else { "false" }),
            "hour" => return Some(zone.hour(deed.ended).to_string()),
            "weekday" => return Some(zone.weekday(deed.ended).to_string()),
            _ => deed.attribute(name.strip_prefix("attr.").expect("an attribute")),
        };
        text.map(str::to_owned)
    }
}
