//! Agents in the order of their scores, with what is not known about that order.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;

use super::chart::{self, Rung, Scale, Stand};
use super::frame::{Frame, Place};
use super::overview::bounds;
use super::view::View;
use super::visitor::Visitor;
use super::words::fill;
use super::{PageError, html, shown};
use crate::http::Gateway;
use crate::ports::report::{Interval, RankingQuery, Score};
use crate::survey::measure::ranking::Ranked;
use crate::survey::measure::unit;
use crate::survey::model::Measure;

/// Rows of a page.
const PAGE: usize = 50;
/// Fewest answers for a place: those that can be chosen, and the usual.
const LEAST: [u64; 4] = [1, 10, 30, 100];
const USUAL: u64 = 30;
/// The parameters that this page alone has.
const OWN: &[&str] = &["min_n", "search", "page"];

#[derive(Template)]
#[template(path = "agents.html")]
struct Agents {
    frame: Frame,
    view: View,
    measures: Vec<(String, &'static str, bool)>,
    least: Vec<(String, String, bool)>,
    search: String,
    verdict: String,
    picture: Option<String>,
    rows: Vec<AgentRow>,
    /// `51 to 100 of 1 000`, and where one can go from here.
    range: String,
    before: Option<String>,
    next: Option<String>,
    is_empty: bool,
}

/// An agent's line.
struct AgentRow {
    name: String,
    link: String,
    /// `None` with too few answers.
    place: Option<(String, String)>,
    is_shared: bool,
    fair: String,
    interval: String,
    raw: String,
    n: String,
    stand: Stand,
    picture: String,
}

/// The agents with what each of their lines needs.
struct Field {
    measure: Measure,
    mean: Option<f64>,
    scale: Scale,
}

pub async fn page(State(gateway): State<Gateway>, visitor: Visitor, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let view = View::read(query.as_deref(), (&visitor.tenant, gateway.flows.clock.now()), OWN)?;
    let frame = Frame::new(&gateway, &visitor, Place::Agents);
    let least = view.own("min_n").map(|text| text.parse().ok().filter(|n| (1..=1_000_000).contains(n)));
    let least =
        least.map(|least| least.ok_or_else(|| PageError::Invalid("min_n: not a number from 1 to 1000000".to_owned()))).transpose()?;
    let at = view.own("page").map_or(Some(1), |text| text.parse::<usize>().ok().filter(|page| *page > 0));
    let at = at.ok_or_else(|| PageError::Invalid("page: not a number from 1 on".to_owned()))?;
    let scores = gateway.reports.measures(&view.scores(Vec::new(), (Vec::new(), Interval::None))).await?;
    let measure = view.measure.or_else(|| scores.first().map(|score| score.measure)).unwrap_or(Measure::Csat);
    let (ranked, least) = ranking(&gateway, (&view, measure), least).await?;
    let mean = scores.iter().find(|score| score.measure == measure).and_then(|score| score.estimate.value);
    html(&put_together((frame, view), &scores, (ranked, measure, mean), (least, at)))
}

/// With as many answers as wanted; if nothing is said, with as many of the usual numbers as gives two agents a place.
async fn ranking(gateway: &Gateway, (view, measure): (&View, Measure), least: Option<u64>) -> Result<(Vec<Ranked>, u64), PageError> {
    let mut query = RankingQuery { measure, filter: view.filter.clone(), min_n: least.unwrap_or(USUAL) };
    let mut ranked = gateway.reports.ranking(&query).await?;
    for fewer in LEAST.into_iter().rev().filter(|fewer| least.is_none() && *fewer < USUAL) {
        if ranked.iter().filter(|row| row.enough).count() > 1 {
            break;
        }
        query.min_n = fewer;
        ranked = gateway.reports.ranking(&query).await?;
    }
    Ok((ranked, query.min_n))
}

fn put_together(
    (frame, view): (Frame, View),
    scores: &[Score],
    (ranked, measure, mean): (Vec<Ranked>, Measure, Option<f64>),
    (least, at): (u64, usize),
) -> Agents {
    let words = frame.words;
    let ends = ranked.iter().filter(|row| row.enough).flat_map(|row| [row.low, row.high]).flatten();
    let field = Field { measure, mean, scale: Scale::around(ends, bounds(measure)) };
    let search = view.own("search").unwrap_or_default().to_owned();
    let wanted = search.to_lowercase();
    let found: Vec<usize> = (0..ranked.len()).filter(|at| ranked[*at].agent.to_lowercase().contains(&wanted)).collect();
    let first = (at - 1).saturating_mul(PAGE).min(found.len());
    let last = (first + PAGE).min(found.len());
    let row = |at: &usize| line(&view, &field, (&ranked, *at));
    let chosen = |score: &Score| (view.link("measure", score.measure.name()), words.measure(score.measure).0, score.measure == measure);
    let enough = |n: u64| (view.link("min_n", &n.to_string()), shown::count(n), n == least);
    Agents {
        measures: scores.iter().map(chosen).collect(),
        least: LEAST.into_iter().map(enough).collect(),
        verdict: verdict(&frame, &field, &ranked),
        picture: picture(&field, &ranked),
        rows: found[first..last].iter().map(row).collect(),
        range: fill(words.page_of, &[(first + 1).min(last), last, found.len()].map(|n| shown::count(n as u64))),
        before: (first > 0).then(|| view.link("page", &(at - 1).to_string())),
        next: (last < found.len()).then(|| view.link("page", &(at + 1).to_string())),
        is_empty: ranked.is_empty(),
        search,
        frame,
        view,
    }
}

impl Field {
    /// On which side of the mean an agent surely is.
    fn stand(&self, row: &Ranked) -> Stand {
        match (self.mean, row.low, row.high) {
            (Some(mean), Some(low), _) if row.enough && low > mean => Stand::Above,
            (Some(mean), _, Some(high)) if row.enough && high < mean => Stand::Below,
            _ => Stand::Within,
        }
    }
}

fn line(view: &View, field: &Field, (ranked, at): (&[Ranked], usize)) -> AgentRow {
    let row = &ranked[at];
    let unit = unit(field.measure);
    let alike = |other: Option<usize>| other.and_then(|other| ranked.get(other)).is_some_and(|other| other.rank == row.rank);
    let place = |rank: u64| {
        let ends = (row.rank_low.unwrap_or(rank), row.rank_high.unwrap_or(rank));
        (shown::count(rank), format!("{}–{}", shown::count(ends.0), shown::count(ends.1)))
    };
    AgentRow {
        name: row.agent.clone(),
        link: format!("/{}", view.link_of(&[("agent", &row.agent), ("measure", field.measure.name())])),
        place: row.rank.map(place),
        is_shared: row.rank.is_some() && (alike(at.checked_sub(1)) || alike(Some(at + 1))),
        fair: shown::score(unit, row.shrunken),
        interval: shown::interval(unit, (row.low, row.high)),
        raw: shown::score(unit, row.value),
        n: shown::count(row.n),
        stand: field.stand(row),
        picture: chart::interval_bar(field.scale, row.shrunken, (row.low, row.high), field.mean),
    }
}

fn verdict(frame: &Frame, field: &Field, ranked: &[Ranked]) -> String {
    let placed = ranked.iter().filter(|row| row.enough).count() as u64;
    let count = |stand: Stand| ranked.iter().filter(|row| field.stand(row) == stand).count() as u64;
    let (above, below) = (count(Stand::Above), count(Stand::Below));
    if above + below == 0 {
        return fill(frame.words.agents_alike, &[shown::count(placed)]);
    }
    fill(frame.words.agents_differ, &[above + below, placed, above, below].map(shown::count))
}

/// All agents with a place beside each other; none where there are fewer than two.
fn picture(field: &Field, ranked: &[Ranked]) -> Option<String> {
    let rung = |row: &Ranked| Some(Rung { value: row.shrunken?, low: row.low?, high: row.high?, stand: field.stand(row) });
    let rungs: Vec<Rung> = ranked.iter().filter(|row| row.enough).filter_map(rung).collect();
    let mark = |value: f64| shown::tick(unit(field.measure), value);
    (rungs.len() > 1).then(|| chart::ladder(&rungs, (field.scale, field.mean), mark))
}
