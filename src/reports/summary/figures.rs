//! Figures that no question asks for, from calls: one pass, whatever store they come from.

use std::collections::BTreeMap;

use super::calendar::Calendar;
use super::compare::{Slot, earlier};
use super::{Given, middle};
use crate::call::Moment;
use crate::ports::report::{Comparison, Figure, FigureDetail, FigureItem, FigureQuery, Previous};
use crate::reports::group::{Facets, Groups};
use crate::survey::measure::correlation::Pairs;
use crate::survey::measure::portion::Portion;
use crate::survey::measure::silence::{Behaviour, Expectation, Strata, Waited};
use crate::survey::measure::{Span, on_scale, round};
use crate::survey::model::Measure;

const DAY: u64 = 24 * 3600;

/// What figures need of a call and of its session.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    pub facets: Facets,
    /// Whether it counts for repetition.
    pub counts: bool,
    /// End of the caller's call on the same subject before.
    pub earlier: Option<Moment>,
    /// End of the one after.
    pub later: Option<Moment>,
    pub transferred: bool,
    pub started_at: Option<Moment>,
    pub answered_at: Option<Moment>,
    pub ended_by: Option<String>,
    pub ticket: bool,
    pub disposition: Option<String>,
    pub invited: bool,
    pub first_answer_at: Option<Moment>,
    pub measures: Vec<Measure>,
    pub answers: Vec<Given>,
}

/// What is counted of one slot. Two that were counted apart can be merged.
#[derive(Debug, Clone, Default)]
struct Cell {
    complaints: Portion,
    repeats: Portion,
    pairs: Pairs,
    strata: Strata,
    invited: u64,
    seconds: Vec<u32>,
}

/// Figures in the making.
pub struct Figures<'a> {
    query: &'a FigureQuery,
    groups: Groups<'a>,
    calendar: Calendar,
    cells: BTreeMap<Slot, Cell>,
    /// All groups of an interval together: on them rests what is expected of the silent.
    everyone: BTreeMap<(Option<Moment>, bool), Strata>,
}

impl<'a> Figures<'a> {
    pub fn new(query: &'a FigureQuery) -> Self {
        let asked = &query.asked;
        let groups = Groups::new(&asked.by, &asked.filter);
        let calendar = Calendar::new(asked.interval, asked.filter.zone.clone());
        let mut cells = BTreeMap::new();
        if let (true, Some(start)) = (groups.is_one(), calendar.only()) {
            cells.insert(Slot { start, group: Vec::new(), before: false }, Cell::default());
        }
        Self { query, groups, calendar, cells, everyone: BTreeMap::new() }
    }

    pub fn add(&mut self, contact: &Contact) {
        let start = self.calendar.start(contact.facets.ended_at);
        let before = self.query.asked.filter.from.is_some_and(|from| contact.facets.ended_at < from);
        let groups = self.groups.of(&contact.facets);
        let counted = Counted::of(contact, self.query);
        if !groups.is_empty() {
            counted.stratify(self.everyone.entry((start, before)).or_default(), 1.0);
        }
        for (group, weight) in groups {
            self.cells.entry(Slot { start, group, before }).or_default().add((contact, &counted), weight);
        }
    }

    pub fn items(mut self) -> Vec<FigureItem> {
        let slots: Vec<Slot> = self.cells.keys().filter(|slot| !slot.before).cloned().collect();
        let mut items = Vec::new();
        for figure in &self.query.figures {
            items.extend(slots.iter().map(|slot| self.item(*figure, slot)).collect::<Vec<_>>());
        }
        items
    }

    fn item(&mut self, figure: Figure, slot: &Slot) -> FigureItem {
        let now = self.stated(figure, std::slice::from_ref(slot));
        let before = self.query.asked.compare.then(|| earlier(slot, &mut self.calendar));
        let comparison = before.map(|slots| now.against(&self.stated(figure, &slots)));
        let cell = self.cells.get(slot).cloned().unwrap_or_default();
        let answered = cell.seconds.len() as u64;
        FigureItem {
            measure: figure,
            group: self.groups.shown(slot.group.clone()),
            interval_start: slot.start,
            span: now.span(),
            unit: figure.unit(),
            n: now.n(),
            invited: cell.invited,
            answered,
            response_rate: FigureItem::rate(answered, cell.invited),
            median_seconds_to_answer: middle::median(&cell.seconds),
            distribution: BTreeMap::new(),
            detail: now.detail(),
            comparison,
        }
    }

    /// The figure of these slots together.
    fn stated(&self, figure: Figure, slots: &[Slot]) -> Stated {
        let (mut cell, mut everyone) = (Cell::default(), Strata::default());
        for slot in slots {
            if let Some(part) = self.cells.get(slot) {
                cell.merge(part);
            }
            if let Some(part) = self.everyone.get(&(slot.start, slot.before)) {
                everyone.merge(part);
            }
        }
        match figure {
            Figure::ComplaintRate => Stated::Portion(cell.complaints, 1e6),
            Figure::RepeatRate => Stated::Portion(cell.repeats, 100.0),
            Figure::FcrBehaviour => Stated::Portion(cell.repeats.rest(), 100.0),
            Figure::CsatNpsCorrelation => Stated::Pairs(cell.pairs),
            Figure::SilentCsat => Stated::Silent(cell.strata.expect(&everyone)),
        }
    }
}

/// What a call counts as.
struct Counted {
    /// Whether it was repeated; `None` where that is not known, or not yet.
    repeated: Option<bool>,
    pair: Option<(i64, i64)>,
    behaviour: Behaviour,
    /// Whether satisfied; `Some(None)` of the silent.
    satisfied: Option<Option<bool>>,
}

impl Counted {
    fn of(contact: &Contact, query: &FigureQuery) -> Self {
        let ended = contact.facets.ended_at;
        let days = u64::from(query.repeat.days) * DAY;
        let near = |other: Moment| ended.millis().abs_diff(other.millis()) <= days * 1000;
        let (earlier, later) = (contact.earlier.is_some_and(near), contact.later.is_some_and(near));
        let over = query.now.millis().saturating_sub(ended.millis()) >= i64::try_from(days * 1000).unwrap_or(i64::MAX);
        let given = |measure: Measure| {
            let mut of_it = contact.answers.iter().filter(|answer| answer.measure == Some(measure));
            of_it.find_map(|answer| on_scale(measure, answer.value.as_ref()?))
        };
        let csat = given(Measure::Csat);
        Self {
            repeated: (contact.counts && over).then_some(later),
            pair: csat.zip(given(Measure::Nps)),
            behaviour: contact.behaviour(contact.counts.then_some(earlier || later)),
            satisfied: csat.map(|csat| Some(csat >= 4)).or_else(|| contact.is_silent().then_some(None)),
        }
    }

    fn stratify(&self, strata: &mut Strata, weight: f64) {
        match self.satisfied {
            Some(Some(satisfied)) => strata.answered(self.behaviour, satisfied, weight),
            Some(None) => strata.silent(self.behaviour, weight),
            None => {}
        }
    }
}

impl Contact {
    fn behaviour(&self, repeated: Option<bool>) -> Behaviour {
        let waited = self.started_at.zip(self.answered_at).map(|(started, answered)| Waited::of(answered.seconds_since(started)));
        Behaviour { repeated, transferred: self.transferred, waited, caller_hung_up: self.ended_by.as_deref().map(|by| by == "caller") }
    }

    /// Asked for satisfaction, ended, and nothing heard.
    fn is_silent(&self) -> bool {
        let ended = self.disposition.as_deref().is_some_and(|end| !["open", "opted_out", "undeliverable"].contains(&end));
        self.invited && ended && self.first_answer_at.is_none() && self.measures.contains(&Measure::Csat)
    }
}

impl Cell {
    fn add(&mut self, (contact, counted): (&Contact, &Counted), weight: f64) {
        self.complaints.add(contact.ticket, weight);
        if let Some(repeated) = counted.repeated {
            self.repeats.add(repeated, weight);
        }
        if let Some(pair) = counted.pair {
            self.pairs.add(pair, weight);
        }
        counted.stratify(&mut self.strata, weight);
        self.invited += u64::from(contact.invited);
        let answered = contact.first_answer_at.filter(|_| contact.invited);
        self.seconds.extend(answered.map(|at| u32::try_from(at.seconds_since(contact.facets.ended_at)).unwrap_or(u32::MAX)));
    }

    fn merge(&mut self, other: &Self) {
        self.complaints.merge(&other.complaints);
        self.repeats.merge(&other.repeats);
        self.pairs.merge(&other.pairs);
        self.strata.merge(&other.strata);
        self.invited += other.invited;
        self.seconds.extend_from_slice(&other.seconds);
    }
}

/// A figure before it is written down.
enum Stated {
    Portion(Portion, f64),
    Pairs(Pairs),
    Silent(Expectation),
}

impl Stated {
    fn span(&self) -> Span {
        match self {
            Self::Portion(portion, factor) => portion.span(*factor),
            Self::Pairs(pairs) => pairs.pearson(),
            Self::Silent(expectation) => expectation.span(),
        }
    }

    fn n(&self) -> u64 {
        match self {
            Self::Portion(portion, _) => portion.n(),
            Self::Pairs(pairs) => pairs.n(),
            Self::Silent(expectation) => expectation.silent,
        }
    }

    fn detail(&self) -> FigureDetail {
        let percent = |share: Option<f64>| share.map(|share| round(share * 100.0));
        match self {
            Self::Portion(..) => FigureDetail::Plain {},
            Self::Pairs(pairs) => FigureDetail::Correlation { spearman: pairs.spearman() },
            Self::Silent(of) => FigureDetail::Silent {
                answers_n: of.answers,
                all_expected: percent(of.all_expected),
                all_lowest: percent(of.all_lowest),
                all_highest: percent(of.all_highest),
            },
        }
    }

    fn against(&self, before: &Self) -> Comparison {
        let p_value = match (self, before) {
            (Self::Portion(now, _), Self::Portion(before, _)) => now.p_value(before),
            (Self::Pairs(now), Self::Pairs(before)) => now.p_value(before),
            (Self::Silent(now), Self::Silent(before)) => now.p_value(before),
            _ => None,
        };
        Comparison::of(self.span().value, Previous { span: before.span(), n: before.n() }, p_value)
    }
}
