//! What rankings and signs are asked for with.

use super::{Parameters, wrong};
use crate::http::error::ApiError;
use crate::ports::report::{Condition, Dimension, Filter, IntegrityQuery, RankingQuery, Table};
use crate::survey::model::Measure;

/// Fewest answers for a place, unless asked for otherwise, and at most.
const ENOUGH: u64 = 30;
const MOST_ENOUGH: u64 = 1_000_000;
/// Largest q-value that is shown, unless asked for otherwise.
const Q: f64 = 0.05;

impl Parameters {
    /// The tenant's ranking; takes all parameters.
    pub fn ranking(mut self, tenant: &str) -> Result<RankingQuery, ApiError> {
        let measure = self.take("measure")?.map_or(Some(Measure::Csat), |name| Measure::named(&name));
        let measure = measure.ok_or_else(|| wrong("measure", &format!("not one of {}", Measure::ALL.map(Measure::name).join(", "))))?;
        let min_n = self.take("min_n")?.map_or(Some(ENOUGH), |text| text.parse().ok().filter(|n| (1..=MOST_ENOUGH).contains(n)));
        let min_n = min_n.ok_or_else(|| wrong("min_n", "not a number from 1 to 1000000"))?;
        let filter = self.figures(Table::Responses, tenant)?;
        self.end()?;
        Ok(RankingQuery { measure, filter, min_n })
    }

    /// The tenant's signs; takes all parameters. `agent` chooses whose signs are shown and not whom they are compared with.
    pub fn integrity(mut self, tenant: &str) -> Result<IntegrityQuery, ApiError> {
        let q = self.take("q")?.map_or(Some(Q), |text| text.parse().ok().filter(|q| *q > 0.0 && *q <= 1.0));
        let q = q.ok_or_else(|| wrong("q", "not a number above 0 and up to 1"))?;
        let filter = self.filter(Table::Calls, tenant)?;
        self.end()?;
        let (agents, conditions) = filter.conditions.into_iter().partition(|condition| condition.dimension == Dimension::Agent);
        let agents: Vec<Condition> = agents;
        let agents = agents.into_iter().flat_map(|condition| condition.any_of).collect();
        Ok(IntegrityQuery { filter: Filter { conditions, ..filter }, agents, q })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::report::Pattern;

    fn detail<T: std::fmt::Debug>(result: Result<T, ApiError>) -> String {
        result.expect_err("an error").to_string()
    }

    #[test]
    fn a_ranking_is_by_csat_with_thirty_answers_unless_asked_for_otherwise() {
        let ranking = |query| Parameters::read(Some(query)).ranking("default");
        let usual = ranking("queue=support").expect("a query");
        assert_eq!((usual.measure, usual.min_n, usual.filter.conditions.len()), (Measure::Csat, 30, 1));
        assert_eq!(ranking("measure=nps&min_n=1").map(|query| (query.measure, query.min_n)), Ok((Measure::Nps, 1)));
        assert_eq!(detail(ranking("measure=csat,nps")), "measure: not one of csat, nps, ces, fcr, service_level, kano, index");
        assert_eq!(detail(ranking("min_n=0")), "min_n: not a number from 1 to 1000000");
        assert_eq!(detail(ranking("by=agent")), "unknown parameter: by");
    }

    #[test]
    fn who_is_shown_is_still_compared_with_all_others() {
        let integrity = |query| Parameters::read(Some(query)).integrity("default");
        let query = integrity("agent=alice,b*&queue=support&q=0.2").expect("a query");
        assert_eq!(query.agents, [Pattern::Is("alice".into()), Pattern::Begins("b".into())]);
        assert_eq!((query.filter.conditions.len(), query.q), (1, 0.2));
        for wrong in ["q=0", "q=1.5", "q=NaN", "q=x"] {
            assert_eq!(detail(integrity(wrong)), "q: not a number above 0 and up to 1", "{wrong}");
        }
    }
}
