//! What satisfaction is to be expected of callers who were asked and said nothing.
//!
//! It is estimated from what every call shows of itself: whether the caller called before or again, was transferred, how long they waited,
//! and who hung up. Callers with an answer are sorted into strata by these four; each stratum's share of satisfied ones is drawn towards the
//! share of all by ten imagined answers (poststratification, D. Holt and T. M. F. Smith, JRSS A 142, 1979, 33–46), and a group (an agent, a
//! queue) is moved up or down on the logit scale as far as its own answers say, with a normal prior of variance 1. The silent of the group
//! are expected to be as satisfied as that makes their strata.
//!
//! This assumes that of two callers with the same four signs in the same group, the one who answers is as likely to be satisfied as
//! the one who does not. Nothing in the answers can show whether that is true; where the unhappy keep silent more often, the truth lies
//! below. The bounds in which none or all of the silent are satisfied hold whatever the truth is.

use std::collections::BTreeMap;

use super::interval::Z;
use super::{Span, difference, round};

/// Imagined answers that each stratum begins with.
const PRIOR: f64 = 10.0;
/// Steps of Newton's method; it has converged long before.
const STEPS: usize = 50;

/// What a call shows of itself; `None` is a class of its own, of calls that do not show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Behaviour {
    /// Whether the caller called on the same subject before or after.
    pub repeated: Option<bool>,
    /// Whether more than one agent took part.
    pub transferred: bool,
    /// Up to 20 seconds, up to a minute, longer.
    pub waited: Option<Waited>,
    /// Whether the caller hung up; `None` where nobody knows who did.
    pub caller_hung_up: Option<bool>,
}

/// How long a caller waited for an agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Waited {
    /// Up to 20 seconds, the usual target of service levels.
    Little,
    /// Up to a minute.
    Some,
    /// Longer.
    Long,
}

impl Waited {
    /// The class of that many seconds.
    #[must_use]
    pub fn of(seconds: u64) -> Self {
        match seconds {
            0..=20 => Self::Little,
            21..=60 => Self::Some,
            _ => Self::Long,
        }
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Counts {
    answers: f64,
    satisfied: f64,
    silent: f64,
}

/// Callers by what their calls show.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Strata {
    cells: BTreeMap<Behaviour, Counts>,
    answers: u64,
    silent: u64,
}

impl Strata {
    /// Counts a caller with an answer.
    pub fn answered(&mut self, behaviour: Behaviour, satisfied: bool, weight: f64) {
        let cell = self.cells.entry(behaviour).or_default();
        cell.answers += weight;
        cell.satisfied += if satisfied { weight } else { 0.0 };
        self.answers += 1;
    }

    /// Counts one who said nothing.
    pub fn silent(&mut self, behaviour: Behaviour, weight: f64) {
        self.cells.entry(behaviour).or_default().silent += weight;
        self.silent += 1;
    }

    /// Adds what was counted elsewhere.
    pub fn merge(&mut self, other: &Self) {
        for (behaviour, more) in &other.cells {
            let cell = self.cells.entry(*behaviour).or_default();
            cell.answers += more.answers;
            cell.satisfied += more.satisfied;
            cell.silent += more.silent;
        }
        self.answers += other.answers;
        self.silent += other.silent;
    }

    fn total(&self) -> Counts {
        self.cells.values().fold(Counts::default(), |sum, cell| Counts {
            answers: sum.answers + cell.answers,
            satisfied: sum.satisfied + cell.satisfied,
            silent: sum.silent + cell.silent,
        })
    }

    /// What the silent of this group are to be expected to say, by all answers of the same survey.
    #[must_use]
    pub fn expect(&self, all: &Strata) -> Expectation {
        let (total, everyone) = (self.total(), all.total());
        let share = |satisfied: f64| Some(satisfied / (total.answers + total.silent)).filter(|share| share.is_finite());
        let estimate = (everyone.answers > 0.0 && total.silent > 0.0).then(|| self.estimate(all, everyone));
        let expected = estimate.and_then(|of| share(total.satisfied + of.share * total.silent));
        Expectation {
            estimate,
            silent: self.silent,
            answers: self.answers,
            all_expected: expected.or_else(|| share(total.satisfied).filter(|_| total.silent <= 0.0)),
            all_lowest: share(total.satisfied),
            all_highest: share(total.satisfied + total.silent),
        }
    }

    fn estimate(&self, all: &Strata, everyone: Counts) -> Estimate {
        let overall = (everyone.satisfied + 0.5) / (everyone.answers + 1.0);
        let strata = |(behaviour, own): (&Behaviour, &Counts)| {
            let known = all.cells.get(behaviour).copied().unwrap_or_default();
            let n = known.answers + PRIOR;
            let share = (known.satisfied + PRIOR * overall) / n;
            Stratum { logit: logit(share), variance: 1.0 / (n * share * (1.0 - share)), own: *own }
        };
        let strata: Vec<Stratum> = self.cells.iter().map(strata).collect();
        let (level, freedom) = level(&strata);
        let weigh = |of: &dyn Fn(&Stratum) -> f64| strata.iter().map(|stratum| stratum.own.silent * of(stratum)).sum::<f64>();
        let silent = weigh(&|_| 1.0);
        let share = weigh(&|stratum| stratum.share(level)) / silent;
        let slope = weigh(&|stratum| stratum.slope(level)) / silent;
        let single = |stratum: &Stratum| (stratum.own.silent / silent * stratum.slope(level)).powi(2) * stratum.variance;
        let variance = slope * slope * freedom + strata.iter().map(single).sum::<f64>();
        Estimate { share, error: variance.sqrt() / (share * (1.0 - share)) }
    }
}

struct Stratum {
    logit: f64,
    /// Of the logit.
    variance: f64,
    own: Counts,
}

impl Stratum {
    fn share(&self, level: f64) -> f64 {
        1.0 / (1.0 + (-self.logit - level).exp())
    }

    /// How fast the share moves with the logit.
    fn slope(&self, level: f64) -> f64 {
        let share = self.share(level);
        share * (1.0 - share)
    }
}

/// How far a group lies above the strata that its answers are in, on the logit scale, and the variance of that: the maximum of the
/// likelihood times the normal prior of variance 1, by Newton's method. The function is concave, and its curvature is at least 1.
fn level(strata: &[Stratum]) -> (f64, f64) {
    let mut level = 0.0_f64;
    let curvature = |level: f64| 1.0 + strata.iter().map(|stratum| stratum.own.answers * stratum.slope(level)).sum::<f64>();
    for _ in 0..STEPS {
        let surplus: f64 = strata.iter().map(|stratum| stratum.own.satisfied - stratum.own.answers * stratum.share(level)).sum();
        // No farther than 1 at once: from far out Newton's steps may be too long.
        let by = ((surplus - level) / curvature(level)).clamp(-1.0, 1.0);
        level += by;
        if by.abs() < 1e-12 {
            break;
        }
    }
    (level, 1.0 / curvature(level))
}

fn logit(share: f64) -> f64 {
    (share / (1.0 - share)).ln()
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Estimate {
    share: f64,
    /// Standard error of its logit.
    error: f64,
}

/// What the silent are expected to say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expectation {
    estimate: Option<Estimate>,
    /// Callers who said nothing.
    pub silent: u64,
    /// Callers with an answer, in the same group.
    pub answers: u64,
    /// Share of satisfied among all if the silent are as expected, 0 to 1.
    pub all_expected: Option<f64>,
    /// If none of them is satisfied.
    pub all_lowest: Option<f64>,
    /// If all of them are.
    pub all_highest: Option<f64>,
}

impl Expectation {
    /// Expected share of satisfied among the silent in per cent, with a 95 % interval (delta method on the logit scale).
    #[must_use]
    pub fn span(&self) -> Span {
        let Some(Estimate { share, error }) = self.estimate else { return Span::default() };
        let end = |by: f64| Some(round(100.0 / (1.0 + (-logit(share) - by * error).exp())));
        Span { value: end(0.0), low: end(-Z), high: end(Z) }
    }

    /// The probability of so large a difference between two expectations that are the same in truth: z of their logits.
    #[must_use]
    pub fn p_value(&self, other: &Self) -> Option<f64> {
        let (one, other) = (self.estimate?, other.estimate?);
        let error = one.error.hypot(other.error);
        (error > 0.0).then(|| difference::normal_outside((logit(one.share) - logit(other.share)) / error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn behaviour(repeated: bool) -> Behaviour {
        Behaviour { repeated: Some(repeated), transferred: false, waited: None, caller_hung_up: None }
    }

    /// Of those who called once 90 of 100 are satisfied, of those who called again 30 of 100.
    fn answers() -> Strata {
        let mut strata = Strata::default();
        for at in 0..100 {
            strata.answered(behaviour(false), at < 90, 1.0);
            strata.answered(behaviour(true), at < 30, 1.0);
        }
        strata
    }

    #[test]
    fn the_silent_are_expected_to_be_as_their_strata() {
        let mut group = answers();
        (0..30).for_each(|_| group.silent(behaviour(true), 1.0));
        (0..10).for_each(|_| group.silent(behaviour(false), 1.0));
        let found = group.expect(&group);
        // (30 + 10 · 120.5 ÷ 201) ÷ 110 and (90 + …) ÷ 110, three to one; the level of all lies at 0.
        let (again, once) = ((30.0 + 10.0 * 120.5 / 201.0) / 110.0, (90.0 + 10.0 * 120.5 / 201.0) / 110.0);
        let wanted = 100.0 * (3.0 * again + once) / 4.0;
        let span = found.span();
        assert!((span.value.expect("a value") - wanted).abs() < 0.1, "{span:?} {wanted}");
        assert!(span.low < span.value && span.value < span.high, "{span:?}");
        assert_eq!((found.silent, found.answers), (40, 200));
        assert_eq!((found.all_lowest, found.all_highest), (Some(0.5), Some(160.0 / 240.0)));
    }

    #[test]
    fn a_group_whose_callers_are_happier_than_their_strata_lies_above_them() {
        let all = answers();
        let expected = |satisfied: u32| {
            let mut group = Strata::default();
            (0..20).for_each(|at| group.answered(behaviour(false), at < satisfied, 1.0));
            (0..10).for_each(|_| group.silent(behaviour(true), 1.0));
            group.expect(&all).span().value.expect("a value")
        };
        assert!(expected(8) < expected(18) && expected(18) < expected(20), "{} {} {}", expected(8), expected(18), expected(20));
    }

    #[test]
    fn without_any_answer_nothing_is_expected_but_the_bounds_stand() {
        let mut group = Strata::default();
        group.silent(behaviour(true), 1.0);
        let found = group.expect(&group.clone());
        assert_eq!((found.span(), found.all_lowest, found.all_highest, found.all_expected), (Span::default(), Some(0.0), Some(1.0), None));
        let nobody = Strata::default();
        assert_eq!((nobody.expect(&answers()).span(), nobody.expect(&answers()).all_lowest), (Span::default(), None));
    }

    /// Silence that depends on what the call shows and not on satisfaction beyond that: the expectation finds the truth, and the
    /// intervals hold it about as often as they say.
    #[test]
    fn expectations_hold_the_truth_where_their_assumption_does() {
        let (mut held, runs) = (0, 2000);
        let mut random = fastrand::Rng::with_seed(6);
        for _ in 0..runs {
            let mut group = Strata::default();
            let (mut satisfied, mut silent) = (0.0, 0.0);
            for _ in 0..600 {
                let again = random.f64() < 0.3;
                let chance = if again { 0.35 } else { 0.85 };
                if random.f64() < if again { 0.25 } else { 0.6 } {
                    group.answered(behaviour(again), random.f64() < chance, 1.0);
                } else {
                    group.silent(behaviour(again), 1.0);
                    (satisfied, silent) = (satisfied + chance, silent + 1.0);
                }
            }
            let span = group.expect(&group).span();
            let truth = 100.0 * satisfied / silent;
            held += u32::from(span.low.expect("an end") <= truth && truth <= span.high.expect("an end"));
        }
        let share = f64::from(held) / f64::from(runs);
        assert!((0.93..=0.985).contains(&share), "{share}");
    }
}
