//! What the address of a page asks for: period, measure, grouping, filters.

use std::collections::BTreeMap;
use std::time::Duration;

use super::PageError;
use super::period::Period;
use super::words::Words;
use crate::call::Moment;
use crate::http::api::parameters::Parameters;
use crate::ports::report::{Filter, Grouping, Interval, MeasureQuery, Table};
use crate::survey::model::Measure;

/// What a page shows.
#[derive(Debug, Clone)]
pub struct View {
    /// Of when.
    pub period: Period,
    /// Which score stands large; `None`: the first there is.
    pub measure: Option<Measure>,
    /// How groups are made.
    pub by: Grouping,
    /// Of whose calls, within the period.
    pub filter: Filter,
    pairs: Vec<(String, String)>,
    own: &'static [&'static str],
}

impl View {
    /// Reads the address; what it does not say is as usual. `own` are the parameters that this page alone has.
    pub fn read(query: Option<&str>, (tenant, now): (&str, Moment), own: &'static [&'static str]) -> Result<Self, PageError> {
        let pairs: Vec<(String, String)> = form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect();
        let mut parameters = Parameters::read(query);
        let mut take = |name: &str| parameters.take(name).map_err(|error| PageError::Invalid(error.to_string()));
        let unknown = |name: &str| PageError::Invalid(format!("{name}: unknown"));
        let period = take("period")?.map_or(Some(Period::USUAL), |name| Period::named(&name)).ok_or_else(|| unknown("period"))?;
        let measure = take("measure")?.map(|name| Measure::named(&name).ok_or_else(|| unknown("measure"))).transpose()?;
        let by = take("by")?.unwrap_or_else(|| "queue".to_owned());
        let by = Grouping::parse(&by).ok_or_else(|| unknown("by"))?;
        for name in own {
            take(name)?;
        }
        let filter = parameters.figures(Table::Responses, tenant).map_err(|error| PageError::Invalid(error.to_string()))?;
        parameters.end().map_err(|error| PageError::Invalid(error.to_string()))?;
        // A call that ends this very millisecond is within.
        let filter = Filter { from: Some(period.begin(now)), to: Some(now.plus(Duration::from_millis(1))), ..filter };
        Ok(Self { period, measure, by, filter, pairs, own })
    }

    /// The scores of that.
    pub fn scores(&self, measures: Vec<Measure>, (by, interval): (Vec<Grouping>, Interval)) -> MeasureQuery {
        MeasureQuery { measures, filter: self.filter.clone(), by, interval, compare: false, prices: BTreeMap::new() }
    }

    /// Whether the address says anything of that.
    pub fn says(&self, name: &str) -> bool {
        self.own(name).is_some()
    }

    /// What the address says of one of the page's own parameters.
    pub fn own(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|(given, value)| given == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }

    /// Everything that the address says but this, for a form that asks for it.
    pub fn kept(&self, but: &[&str]) -> Vec<(&str, &str)> {
        let pairs = self.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        pairs.filter(|(name, _)| !but.contains(name)).collect()
    }

    /// The periods that can be chosen, each with its address.
    pub fn periods(&self, words: &'static Words) -> Vec<(String, &'static str, bool)> {
        let link = |period: Period| (self.link("period", &period.name()), period.title(words), period == self.period);
        Period::ALL.into_iter().map(link).collect()
    }

    /// The address of another page of the same period, with the filters and these parameters.
    pub fn link_of(&self, given: &[(&str, &str)]) -> String {
        let others = self.pairs.iter().filter(|(name, _)| !self.own.contains(&name.as_str()));
        let others =
            others.filter(|(name, _)| given.iter().all(|(new, _)| name != new)).map(|(name, value)| (name.as_str(), value.as_str()));
        format!("?{}", form_urlencoded::Serializer::new(String::new()).extend_pairs(others.chain(given.iter().copied())).finish())
    }

    /// The same address with one parameter changed; then it begins with the first page.
    pub fn link(&self, name: &str, value: &str) -> String {
        let kept =
            self.pairs.iter().filter(|(given, _)| given != name && given != "page").map(|(given, value)| (given.as_str(), value.as_str()));
        let all = kept.chain((!value.is_empty()).then_some((name, value)));
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(all).finish();
        format!("?{query}")
    }

    /// The filters, with the address that is without each.
    pub fn filters(&self) -> Vec<(String, String, String)> {
        const OTHERS: [&str; 3] = ["period", "measure", "by"];
        let filters = self.pairs.iter().filter(|(name, _)| !OTHERS.contains(&name.as_str()) && !self.own.contains(&name.as_str()));
        filters.map(|(name, value)| (name.clone(), value.clone(), self.link(name, ""))).collect()
    }
}
