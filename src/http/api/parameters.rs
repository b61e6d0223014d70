use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use crate::call::Moment;
use crate::http::error::ApiError;
use crate::ports::report::{
    Condition, Cursor, Dimension, Figure, FigureQuery, Filter, Grouping, Interval, MeasureQuery, Order, PageQuery, Pattern, Repeat, Table,
};
use crate::survey::model::Measure;

mod signs;

/// Rows of a page, unless asked for otherwise, and at most.
const PAGE: usize = 100;
const MOST: usize = 1000;
/// Most groupings and looked-for values of one question.
const MOST_BY: usize = 8;
const MOST_VALUES: usize = 200;

/// The parameters of a query; each is taken out by who knows it, and what is left over is an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameters {
    pairs: Vec<(String, String)>,
}

impl Parameters {
    /// Reads a raw query.
    pub fn read(query: Option<&str>) -> Self {
        Self { pairs: form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect() }
    }

    /// The only value of that name, if it is not empty.
    pub fn take(&mut self, name: &str) -> Result<Option<String>, ApiError> {
        let mut values = self.take_all(name);
        let value = values.pop();
        if values.is_empty() { Ok(value.filter(|value| !value.is_empty())) } else { Err(wrong(name, "given more than once")) }
    }

    fn take_all(&mut self, name: &str) -> Vec<String> {
        let (taken, left) = std::mem::take(&mut self.pairs).into_iter().partition(|(given, _)| given == name);
        self.pairs = left;
        let taken: Vec<(String, String)> = taken;
        taken.into_iter().map(|(_, value)| value).collect()
    }

    /// Everything was understood, or the names that were not.
    pub fn end(self) -> Result<(), ApiError> {
        let mut names: Vec<String> = self.pairs.into_iter().map(|(name, _)| shown(&name)).collect();
        names.dedup();
        if names.is_empty() { Ok(()) } else { Err(ApiError::Invalid(format!("unknown parameter: {}", names.join(", ")))) }
    }

    /// A page of the tenant's rows; takes all parameters.
    pub fn page(mut self, table: Table, tenant: &str) -> Result<PageQuery, ApiError> {
        let (after, limit) = self.cursor()?;
        let filter = self.filter(table, tenant)?;
        self.end()?;
        Ok(PageQuery { table, filter, order: Order::Change, after, limit })
    }

    /// Where a reader of the feed stands, and how much they want; takes all parameters.
    pub fn place(mut self) -> Result<(Cursor, usize), ApiError> {
        let place = self.cursor()?;
        self.end()?;
        Ok(place)
    }

    /// How many of the newest are wanted; takes all parameters.
    pub fn limit(mut self) -> Result<usize, ApiError> {
        let limit = self.most()?;
        self.end()?;
        Ok(limit)
    }

    fn most(&mut self) -> Result<usize, ApiError> {
        let limit = self.take("limit")?.map_or(Some(PAGE), |text| text.parse().ok().filter(|n| (1..=MOST).contains(n)));
        limit.ok_or_else(|| wrong("limit", "not a number from 1 to 1000"))
    }

    fn cursor(&mut self) -> Result<(Cursor, usize), ApiError> {
        let after = self.take("cursor")?.map_or(Ok(Cursor::default()), |text| Cursor::parse(&text)).map_err(|_| ApiError::BadCursor)?;
        Ok((after, self.most()?))
    }

    /// The tenant's scores and figures; takes all parameters.
    pub fn measures(mut self, tenant: &str, now: Moment) -> Result<Asked, ApiError> {
        let (measures, figures) = named(&self.list("measure")?)?;
        let interval = self.take("interval")?.map_or(Some(Interval::None), |name| Interval::named(&name));
        let interval = interval.ok_or_else(|| wrong("interval", "not one of none, hour, day, week, month"))?;
        let compare = match self.take("compare")?.as_deref() {
            None => false,
            Some("previous") => true,
            Some(_) => return Err(wrong("compare", "not previous")),
        };
        let repeat = self.repeat()?;
        let by = self.groupings()?;
        let filter = self.figures(Table::Responses, tenant)?;
        self.end()?;
        if compare && interval == Interval::None && filter.from.zip(filter.to).is_none_or(|(from, to)| from >= to) {
            return Err(wrong("compare", "needs from and to, or an interval"));
        }
        let scores = MeasureQuery { measures, filter, by, interval, compare, prices: BTreeMap::new() };
        let figures = (!figures.is_empty()).then(|| FigureQuery { figures, asked: scores.clone(), repeat, now });
        // Asked for figures alone: no scores.
        let scores = (figures.is_none() || !scores.measures.is_empty()).then_some(scores);
        Ok(Asked { scores, figures })
    }

    /// What is a repeated call: `subject` and `within_days`.
    fn repeat(&mut self) -> Result<Repeat, ApiError> {
        let usual = Repeat::default();
        let subject = match self.take("subject")?.as_deref() {
            None => usual.subject,
            Some("none") => None,
            Some(name) => {
                let subject = Dimension::named(name).filter(|of| *of == Dimension::Queue || of.attribute().is_some());
                Some(subject.ok_or_else(|| wrong("subject", "not queue, brand, attr.<key> or none"))?)
            }
        };
        let days = self.take("within_days")?.map_or(Some(usual.days), |text| text.parse().ok().filter(|days| (1..=90).contains(days)));
        Ok(Repeat { subject, days: days.ok_or_else(|| wrong("within_days", "not a number from 1 to 90"))? })
    }

    /// What results are grouped by.
    pub fn groupings(&mut self) -> Result<Vec<Grouping>, ApiError> {
        let names = self.list("by")?;
        if names.len() > MOST_BY {
            return Err(wrong("by", "too many groups"));
        }
        let grouping = |name: &String| Grouping::parse(name).ok_or_else(|| wrong("by", &format!("cannot group by {}", shown(name))));
        names.iter().map(grouping).collect()
    }

    /// Which of the tenant's rows: `from`, `to` and every dimension that the table has.
    pub fn filter(&mut self, table: Table, tenant: &str) -> Result<Filter, ApiError> {
        self.rows(tenant, |dimension| table.has(dimension))
    }

    /// As [`Self::filter`], for figures: also `hour`, `weekday` and `tz`.
    pub fn figures(&mut self, table: Table, tenant: &str) -> Result<Filter, ApiError> {
        let zone = self.take("tz")?.map_or(Some(TimeZone::UTC), |name| TimeZone::get(&name).ok());
        let zone = zone.ok_or_else(|| wrong("tz", "not a time zone, for example Asia/Shanghai"))?;
        let filter = self.rows(tenant, |dimension| dimension.is_of_time() || table.has(dimension))?;
        Ok(Filter { zone, ..filter })
    }

    fn rows(&mut self, tenant: &str, has: impl Fn(&Dimension) -> bool) -> Result<Filter, ApiError> {
        let (from, to) = (self.moment("from")?, self.moment("to")?);
        let mut conditions: Vec<Condition> = Vec::new();
        for (name, value) in std::mem::take(&mut self.pairs) {
            let Some(dimension) = Dimension::named(&name).filter(&has) else {
                self.pairs.push((name, value));
                continue;
            };
            let texts = value.split(',').filter(|text| !text.is_empty());
            let any_of: Option<Vec<Pattern>> = texts.map(|text| dimension.pattern(text)).collect();
            let any_of = any_of.ok_or_else(|| wrong(&name, allowed(&dimension)))?;
            if any_of.is_empty() {
                return Err(wrong(&name, "empty"));
            }
            match conditions.iter_mut().find(|known| known.dimension == dimension) {
                Some(known) => known.any_of.extend(any_of),
                None => conditions.push(Condition { dimension, any_of }),
            }
        }
        if conditions.iter().map(|condition| condition.any_of.len()).sum::<usize>() > MOST_VALUES {
            return Err(ApiError::Invalid(format!("more than {MOST_VALUES} values to look for")));
        }
        Ok(Filter { tenant: Some(tenant.to_owned()), from, to, conditions, ..Filter::default() })
    }

    fn moment(&mut self, name: &str) -> Result<Option<Moment>, ApiError> {
        if self.pairs.iter().any(|(given, value)| given == name && value.is_empty()) {
            return Err(wrong(name, "empty"));
        }
        self.take(name)?.map(|text| Moment::parse(&text).map_err(|error| wrong(name, &error.to_string()))).transpose()
    }

    fn list(&mut self, name: &str) -> Result<Vec<String>, ApiError> {
        let all = self.take(name)?.unwrap_or_default();
        let mut list: Vec<String> = Vec::new();
        for item in all.split(',').map(str::trim).filter(|item| !item.is_empty()) {
            if list.iter().any(|known| known == item) {
                return Err(wrong(name, &format!("{} is named twice", shown(item))));
            }
            list.push(item.to_owned());
        }
        Ok(list)
    }
}

/// What a dimension with few values can be asked for.
fn allowed(dimension: &Dimension) -> &'static str {
    match dimension {
        Dimension::Hour => "not an hour of the clock, 0 to 23",
        Dimension::Weekday => "not a day of the week, 1 (Monday) to 7",
        _ => "not true or false",
    }
}

/// What `/v1/measures` was asked for.
#[derive(Debug)]
pub struct Asked {
    /// Measures of surveys.
    pub scores: Option<MeasureQuery>,
    /// Figures that no question asks for.
    pub figures: Option<FigureQuery>,
}

fn named(names: &[String]) -> Result<(Vec<Measure>, Vec<Figure>), ApiError> {
    let (mut measures, mut figures) = (Vec::new(), Vec::new());
    for name in names {
        match (Measure::named(name), Figure::named(name)) {
            (Some(measure), _) => measures.push(measure),
            (None, Some(figure)) => figures.push(figure),
            (None, None) => {
                let known: Vec<&str> = Measure::ALL.map(Measure::name).into_iter().chain(Figure::ALL.map(Figure::name)).collect();
                return Err(wrong("measure", &format!("not one of {}", known.join(", "))));
            }
        }
    }
    Ok((measures, figures))
}

fn wrong(name: &str, why: &str) -> ApiError {
    ApiError::Invalid(format!("{}: {why}", shown(name)))
}

/// A name that came from outside, short enough for an error.
fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(50).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(query: &str) -> Result<PageQuery, ApiError> {
        Parameters::read(Some(query)).page(Table::Responses, "default")
    }

    fn detail<T: std::fmt::Debug>(result: Result<T, ApiError>) -> String {
        result.expect_err("an error").to_string()
    }

    #[test]
    fn values_lists_and_prefixes_are_read() {
        let query = page("survey=csat&queue=a,b&queue=c&attr.region=cn/js/*&from=2026-11-01T00:00:00%2B08:00&limit=7").expect("a query");
        assert_eq!(query.limit, 7);
        assert_eq!(query.filter.from.map(|at| at.to_string()).as_deref(), Some("2026-10-31T16:00:00.000Z"));
        let is = |value: &str| Pattern::Is(value.into());
        let all = [
            (Dimension::Survey, vec![is("csat")]),
            (Dimension::Queue, vec![is("a"), is("b"), is("c")]),
            (Dimension::Attribute("region".into()), vec![Pattern::Begins("cn/js/".into())]),
        ];
        assert_eq!(query.filter.conditions, all.map(|(dimension, any_of)| Condition { dimension, any_of }));
    }

    const KNOWN: &str = "measure: not one of csat, nps, ces, fcr, service_level, kano, index, complaint_rate, repeat_rate, fcr_behaviour, \
        csat_nps_correlation, silent_csat";

    #[test]
    fn whatever_is_wrong_is_named() {
        assert_eq!(detail(page("agnet=alice&x=1")), "unknown parameter: agnet, x");
        assert_eq!(detail(page("limit=0")), "limit: not a number from 1 to 1000");
        assert_eq!(detail(page("limit=1001")), "limit: not a number from 1 to 1000");
        assert_eq!(detail(page("cursor=x")), "cursor: not a cursor of this API");
        assert_eq!(detail(page("from=yesterday")), "from: not an RFC 3339 time, for example 2026-11-23T10:03:00.000Z");
        assert_eq!(detail(page("to=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z")), "to: given more than once");
        assert_eq!(detail(page("queue=")), "queue: empty");
        assert_eq!(detail(page("from=")), "from: empty");
        assert_eq!(detail(Parameters::read(Some("queue=x")).page(Table::Unmatched, "default")), "unknown parameter: queue");
        let measures = |query| detail(Parameters::read(Some(query)).measures("default", Moment::from_millis(0)));
        assert_eq!(measures("measure=csat,joy"), KNOWN);
        assert_eq!(measures("measure=repeat_rate&subject=agent"), "subject: not queue, brand, attr.<key> or none");
        assert_eq!(measures("within_days=91"), "within_days: not a number from 1 to 90");
        assert_eq!(measures("by=agent,mood"), "by: cannot group by mood");
        assert_eq!(measures("by=agent,agent"), "by: agent is named twice");
        assert_eq!(measures("interval=year"), "interval: not one of none, hour, day, week, month");
        assert_eq!(measures("compare=last"), "compare: not previous");
        assert_eq!(measures("compare=previous&from=2026-11-01T00:00:00Z"), "compare: needs from and to, or an interval");
        assert_eq!(measures("hour=24"), "hour: not an hour of the clock, 0 to 23");
        assert_eq!(measures("weekday=0"), "weekday: not a day of the week, 1 (Monday) to 7");
        assert_eq!(measures("silent=perhaps"), "silent: not true or false");
        assert_eq!(detail(page("hour=9&tz=UTC")), "unknown parameter: hour, tz");
        assert_eq!(measures("tz=Mars/Olympus"), "tz: not a time zone, for example Asia/Shanghai");
    }

    #[test]
    fn a_cursor_comes_back_as_it_went() {
        for cursor in [Cursor::default(), Cursor { row: 1, part: 3 }, Cursor { row: i64::MAX.unsigned_abs(), part: 0 }] {
            assert_eq!(page(&format!("cursor={cursor}")).map(|query| query.after), Ok(cursor));
        }
        for text in ["MS4tMS4w", "MS4xOTQ0Njc0NDA3MzcwOTU1MTYxNS4w", "AAAA", "%00"] {
            assert_eq!(page(&format!("cursor={text}")), Err(ApiError::BadCursor));
        }
    }

    #[test]
    fn groups_may_name_levels_of_a_path() {
        let by = |text: &str| Grouping::parse(text).map(|by| (by.dimension.name(), by.levels, by.cut("cn/js/nanjing")));
        assert_eq!(by("attr.region:2"), Some(("attr.region".into(), Some(2), "cn/js".into())));
        assert_eq!(by("attr.a:b"), Some(("attr.a:b".into(), None, "cn/js/nanjing".into())));
        assert_eq!((by("attr."), by("mood"), by("queue:0")), (None, None, None));
    }
}
