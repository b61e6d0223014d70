//! The first page: how are we doing, is it getting better, where is it worst, can it be trusted.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;

use self::groups::Groups;
use self::steps::Step as TrendStep;
use self::tile::Tile;
use super::frame::{Frame, Place};
use super::integrity::count;
use super::view::View;
use super::visitor::Visitor;
use super::{PageError, chart, html, shown};
use crate::call::Moment;
use crate::http::Gateway;
use crate::ports::report::{Dimension, FunnelItem, Grouping, Interval, MeasureQuery, Score};
use crate::survey::measure::{Unit, scale, unit};
use crate::survey::model::Measure;

mod groups;
mod steps;
mod tile;

#[derive(Template)]
#[template(path = "overview.html")]
struct Overview {
    frame: Frame,
    view: View,
    measure: Measure,
    tiles: Vec<Tile>,
    trend: Option<Trend>,
    distribution: Vec<Bar>,
    groups: Groups,
    funnel: Vec<Step>,
    silent: String,
    /// Where the number of agents with signs is to be had.
    signs: Option<String>,
    is_empty: bool,
}

/// A picture and its numbers.
struct Trend {
    picture: String,
    rows: Vec<[String; 4]>,
}

/// A row with a bar.
struct Bar {
    label: String,
    count: String,
    share: String,
    bar: String,
}

/// A step from call to answer.
struct Step {
    label: &'static str,
    count: String,
    share: String,
    bar: String,
}

pub async fn page(State(gateway): State<Gateway>, visitor: Visitor, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let now = gateway.flows.clock.now();
    let mut view = View::read(query.as_deref(), (&visitor.tenant, now), &[])?;
    let reports = &gateway.reports;
    let current = MeasureQuery { compare: true, ..view.scores(Vec::new(), (Vec::new(), Interval::None)) };
    let current = reports.measures(&current).await?;
    let measure = view.measure.or_else(|| current.first().map(|score| score.measure)).unwrap_or(Measure::Csat);
    let stepped = reports.measures(&view.scores(Vec::new(), (Vec::new(), view.period.interval()))).await?;
    let grouped = grouped(&gateway, &mut view, measure).await?;
    let funnel = reports.funnel(&view.filter, &[]).await?.into_iter().next().unwrap_or_default();
    let frame = Frame::new(&gateway, &visitor, Place::Overview);
    let steps = |measure| steps_of(&stepped, measure, &view, now);
    let chosen = current.iter().find(|score| score.measure == measure);
    html(&Overview {
        tiles: tile::tiles(&frame, &view, (&current, &steps)),
        trend: trend(measure, &steps(measure)),
        distribution: chosen.map(distribution).unwrap_or_default(),
        groups: groups::groups(&view, (measure, chosen.and_then(|score| score.estimate.value)), grouped),
        signs: count::address(&view, funnel.calls),
        silent: frame.words.silent_note.replace("{}", &shown::share(funnel.silent, funnel.invited)),
        funnel: funnel_steps(&frame, &funnel),
        is_empty: funnel.calls == 0 && current.iter().all(|score| score.estimate.n == 0),
        frame,
        view,
        measure,
    })
}

/// The groups that were asked for; if none were, the agents where all calls are of one queue.
async fn grouped(gateway: &Gateway, view: &mut View, measure: Measure) -> Result<Vec<Score>, PageError> {
    let scores = gateway.reports.measures(&view.scores(vec![measure], (vec![view.by.clone()], Interval::None))).await?;
    if view.says("by") || scores.iter().filter(|score| score.estimate.n > 0).count() > 1 {
        return Ok(scores);
    }
    view.by = Grouping { dimension: Dimension::Agent, levels: None };
    Ok(gateway.reports.measures(&view.scores(vec![measure], (vec![view.by.clone()], Interval::None))).await?)
}

impl Overview {
    /// What groups can be made by.
    fn groupings(&self) -> [(&'static str, &'static str); 8] {
        let words = self.frame.words;
        [
            ("queue", words.queue),
            ("agent", words.agent),
            ("team", words.team),
            ("attr.region:2", words.region),
            ("attr.tier", words.tier),
            ("channel", words.channel),
            ("language", words.language_by),
            ("survey", words.survey),
        ]
    }

    fn others(&self) -> String {
        self.frame.words.others.replace("{}", &self.groups.others.to_string())
    }

    fn name(&self) -> &'static str {
        self.frame.words.measure(self.measure).0
    }
}

/// Lowest and highest score of a measure.
pub fn bounds(measure: Measure) -> (f64, f64) {
    match measure {
        Measure::Nps => (-100.0, 100.0),
        Measure::Ces => (scale(measure).0 as f64, scale(measure).1 as f64),
        _ => (0.0, 100.0),
    }
}

/// The steps of one measure until now.
fn steps_of<'a>(scores: &'a [Score], measure: Measure, view: &View, now: Moment) -> Vec<TrendStep<'a>> {
    let of_measure: Vec<&Score> = scores.iter().filter(|score| score.measure == measure).collect();
    steps::steps(&of_measure, view.period.interval(), (&view.filter.zone, now))
}

fn trend(measure: Measure, steps: &[TrendStep<'_>]) -> Option<Trend> {
    let unit = unit(measure);
    let points: Vec<chart::Point> = steps.iter().map(|step| point(step, unit)).collect();
    let ends = points.iter().flat_map(|point| [point.low, point.high, point.value]).flatten();
    let scale = chart::Scale::around(ends, bounds(measure));
    let any = points.iter().any(|point| point.value.is_some());
    any.then(|| Trend {
        picture: chart::trend(&points, scale, |value| shown::tick(unit, value)),
        rows: steps.iter().map(|step| row(step, unit)).collect(),
    })
}

/// Date, score, interval and answers of a step.
fn row(step: &TrendStep<'_>, unit: Unit) -> [String; 4] {
    let estimate = step.score.map(|score| score.estimate);
    let ends = (estimate.and_then(|e| e.low), estimate.and_then(|e| e.high));
    let (value, n) = (estimate.and_then(|e| e.value), estimate.map_or(0, |e| e.n));
    [step.date.clone(), shown::score(unit, value), shown::interval(unit, ends), shown::count(n)]
}

fn point(step: &TrendStep<'_>, unit: Unit) -> chart::Point {
    let [date, value, interval, n] = row(step, unit);
    let estimate = step.score.map(|score| score.estimate);
    chart::Point {
        label: date.get(5..).unwrap_or(&date).to_owned(),
        title: format!("{date}: {value} ({interval}), n = {n}"),
        value: estimate.and_then(|estimate| estimate.value),
        low: estimate.and_then(|estimate| estimate.low),
        high: estimate.and_then(|estimate| estimate.high),
    }
}

fn distribution(score: &Score) -> Vec<Bar> {
    let all: u64 = score.distribution.values().sum();
    let longest = score.distribution.values().copied().max().unwrap_or_default();
    let mut values: Vec<(&String, u64)> = score.distribution.iter().map(|(value, count)| (value, *count)).collect();
    values.sort_by_key(|(value, _)| value.parse::<i64>().unwrap_or(i64::MAX));
    let bar = |(value, count): (&String, u64)| Bar {
        label: value.clone(),
        count: shown::count(count),
        share: shown::share(count, all),
        bar: chart::share_bar(count, longest),
    };
    values.into_iter().map(bar).collect()
}

fn funnel_steps(frame: &Frame, funnel: &FunnelItem) -> Vec<Step> {
    let words = frame.words;
    let steps = [
        (words.calls, funnel.calls, funnel.calls),
        (words.eligible, funnel.eligible, funnel.calls),
        (words.suppressed, funnel.suppressed.values().sum(), funnel.calls),
        (words.invited, funnel.invited, funnel.eligible),
        (words.delivered, funnel.delivered, funnel.invited),
        (words.answered, funnel.answered, funnel.invited),
        (words.completed, funnel.completed, funnel.invited),
        (words.partial, funnel.partial, funnel.invited),
        (words.opted_out, funnel.opted_out, funnel.invited),
        (words.undeliverable, funnel.undeliverable, funnel.invited),
        (words.silent, funnel.silent, funnel.invited),
        (words.tickets, funnel.tickets, funnel.answered),
        (words.recovered, funnel.recovered, funnel.tickets),
    ];
    let step = |(label, count, of): (&'static str, u64, u64)| Step {
        label,
        count: shown::count(count),
        share: shown::share(count, of),
        bar: chart::share_bar(count, funnel.calls),
    };
    steps.into_iter().map(step).collect()
}
