use proptest::prelude::*;

use super::detail::Detail;
use super::*;

mod coverage;

fn tally(measure: Measure, answers: &[(i64, u32)]) -> Tally {
    let mut tally = Tally::new(measure);
    for (answer, times) in answers {
        (0..*times).for_each(|_| tally.add(*answer, 1.0));
    }
    tally
}

fn shown(measure: Measure, answers: &[(i64, u32)]) -> (f64, f64, f64) {
    let estimate = tally(measure, answers).estimate();
    let ends = estimate.low.zip(estimate.high).expect("an interval");
    (estimate.value.expect("a value"), ends.0, ends.1)
}

fn close(found: (f64, f64, f64), wanted: (f64, f64, f64), within: f64) {
    let far = |a: f64, b: f64| (a - b).abs() > within;
    assert!(!far(found.0, wanted.0) && !far(found.1, wanted.1) && !far(found.2, wanted.2), "{found:?} is not {wanted:?}");
}

/// R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
#[test]
fn wilson_intervals_are_those_of_the_literature() {
    for (good, all, low, high) in
        [(81.0, 263.0, 0.2553, 0.3662), (15.0, 148.0, 0.0624, 0.1605), (0.0, 20.0, 0.0, 0.1611), (1.0, 29.0, 0.0061, 0.1718)]
    {
        let ends = interval::wilson(good / all, all);
        assert!((ends.low - low).abs() < 6e-5 && (ends.high - high).abs() < 6e-5, "{good}/{all}: {ends:?}");
    }
    close(shown(Measure::Csat, &[(5, 6), (4, 2), (3, 1), (1, 1)]), (80.0, 49.0, 94.3), 0.05);
}

/// Any table of Student's t; the last digits as R's `qt(0.975, df)` prints them.
#[test]
fn quantiles_of_student_are_those_of_the_tables() {
    let table = [
        (1.0, 12.706_204_74),
        (2.0, 4.302_652_73),
        (3.0, 3.182_446_31),
        (4.0, 2.776_445_11),
        (5.0, 2.570_581_84),
        (9.0, 2.262_157_16),
        (10.0, 2.228_138_85),
        (30.0, 2.042_272_46),
        (100.0, 1.983_971_52),
        (1000.0, 1.962_339_08),
        (1e6, 1.959_966_36),
        (1e8, 1.959_963_98),
    ];
    for (freedom, wanted) in table {
        assert!((student::quantile(freedom) - wanted).abs() < 1e-6, "{freedom}: {}", student::quantile(freedom));
    }
}

/// SciPy 1.17: `2 * norm.sf(z)`.
#[test]
fn tails_of_the_normal_distribution_are_those_of_the_tables() {
    for (z, wanted) in [
        (0.0, 1.0),
        (0.5, 0.617_075_077_5),
        (-1.96, 0.049_995_790_3),
        (3.6, 3.182_171_8e-4),
        (6.0, 1.973_175_3e-9),
        (10.0, 1.523_970_6e-23),
    ] {
        let found = difference::normal_outside(z);
        assert!((found - wanted).abs() <= wanted * 1e-7, "{z}: {found}");
    }
}

/// SciPy 1.17: `chi2_contingency(correction=False)` where every cell is expected to hold 5 or more, else `fisher_exact`.
#[test]
fn shares_are_compared_by_the_score_test_or_exactly() {
    let compared = |(good, all): (u32, u32), (others, of): (u32, u32)| {
        let tally = |good: u32, all: u32| tally(Measure::Csat, &[(5, good), (1, all - good)]);
        tally(good, all).p_value(&tally(others, of)).expect("a probability")
    };
    let table = [
        ((56, 70), (48, 81), 0.006_051_518_8),
        ((150, 200), (260, 300), 8.792_782_8e-4),
        ((8, 10), (1, 6), 0.034_965_034_9),
        ((3, 3), (0, 3), 0.1),
        ((1, 4000), (9, 4100), 0.021_502_139_7),
        ((7, 12), (2, 9), 0.184_234_341_5),
        ((0, 10), (0, 12), 1.0),
        ((10, 10), (12, 12), 1.0),
    ];
    for (one, other, wanted) in table {
        let (there, back) = (compared(one, other), compared(other, one));
        assert!((there - wanted).abs() < 1e-9 && (there - back).abs() < 1e-9, "{one:?} {other:?}: {there} {back}");
    }
}

/// z = 2.862940546 and 2.062842492, by hand.
#[test]
fn net_scores_are_compared_with_the_variance_of_both() {
    let net = |(up, passive, down): (u32, u32, u32)| tally(Measure::Nps, &[(10, up), (8, passive), (3, down)]);
    let p = net((50, 30, 20)).p_value(&net((60, 50, 60))).expect("a probability");
    assert!((p - 0.004_197_293_1).abs() < 1e-9, "{p}");
    let p = net((4, 0, 0)).p_value(&net((1, 1, 2))).expect("a probability");
    assert!((p - 0.039_127_595_4).abs() < 1e-9, "{p}");
    assert_eq!(net((4, 0, 0)).p_value(&net((9, 0, 0))), None);
}

/// SciPy 1.17: `ttest_ind(equal_var=False)`.
#[test]
fn means_are_compared_by_welch() {
    let of = |answers: &[i64]| tally(Measure::Ces, &answers.iter().map(|answer| (*answer, 1)).collect::<Vec<_>>());
    let p = of(&[3, 4, 5, 6, 7, 7, 2, 5]).p_value(&of(&[1, 2, 3, 4, 4, 5])).expect("a probability");
    assert!((p - 0.075_549_580_7).abs() < 1e-9, "{p}");
    assert_eq!((of(&[3]).p_value(&of(&[1, 2])), of(&[3, 3]).p_value(&of(&[3, 3])), of(&[]).p_value(&of(&[3, 4]))), (None, None, None));
}

#[test]
fn tallies_counted_apart_make_the_whole() {
    let (mut one, other) = (tally(Measure::Csat, &[(5, 3), (1, 2)]), tally(Measure::Csat, &[(5, 1), (4, 4)]));
    one.merge(&other);
    assert_eq!(one, tally(Measure::Csat, &[(5, 4), (4, 4), (1, 2)]));
}

#[test]
fn csat_is_the_share_of_the_two_best_answers() {
    assert_eq!(tally(Measure::Csat, &[(1, 3), (2, 4), (3, 8), (4, 40), (5, 65)]).estimate().value, Some(87.5));
    assert_eq!(shown(Measure::Csat, &[(5, 4)]).2, 100.0);
    assert_eq!(shown(Measure::Csat, &[(1, 4)]).1, 0.0);
}

/// 50 promoters, 30 passives, 20 detractors: NPS 30, variance 0.7 − 0.09, ± 1.96 · √(0.61 ÷ 100).
#[test]
fn nps_counts_passives_in_the_denominator_alone() {
    close(shown(Measure::Nps, &[(10, 30), (9, 20), (8, 20), (7, 10), (6, 15), (0, 5)]), (30.0, 14.692, 45.308), 0.001);
}

/// Mean 5, s = √2.5, t(4) = 2.7764: ± 1.96324.
#[test]
fn ces_is_a_mean_with_students_interval() {
    close(shown(Measure::Ces, &[(3, 1), (4, 1), (5, 1), (6, 1), (7, 1)]), (5.0, 3.03676, 6.96324), 0.0001);
    let agreed = tally(Measure::Ces, &[(3, 1), (4, 1), (5, 1), (6, 1), (7, 1)]).share(|answer| Some(answer >= 5));
    let ends = interval::wilson(0.6, 5.0);
    assert_eq!(agreed, Span { value: Some(60.0), low: Some(round(ends.low * 100.0)), high: Some(round(ends.high * 100.0)) });
    let one = tally(Measure::Ces, &[(6, 1)]).estimate();
    assert_eq!((one.value, one.low, one.high, one.n), (Some(6.0), None, None, 1));
}

/// 9 M, 10 O, 21 A, 30 I, 5 R and 5 Q: better 31 ÷ 70, worse 19 ÷ 70.
#[test]
fn reverse_and_questionable_answers_are_in_n_and_not_in_the_coefficients() {
    let kano = tally(Measure::Kano, &[(1, 9), (2, 10), (3, 21), (4, 30), (5, 5), (6, 5)]);
    let estimate = kano.estimate();
    let ends = interval::wilson(31.0 / 70.0, 70.0);
    assert_eq!((estimate.value, estimate.n, estimate.unit), (Some(round(3100.0 / 70.0)), 80, Unit::Percent));
    assert_eq!((estimate.low, estimate.high), (Some(round(ends.low * 100.0)), Some(round(ends.high * 100.0))));
    let Some(Detail::Kano { worse, shares, .. }) = Detail::of(Measure::Kano, &kano, &Default::default()) else { panic!("its own figures") };
    assert_eq!((worse, shares["R"].value, shares["I"].value), (Some(round(1900.0 / 70.0)), Some(6.25), Some(37.5)));
    let none = tally(Measure::Kano, &[(5, 2), (6, 1)]);
    assert_eq!((none.estimate().value, none.n(), none.distribution()["R"]), (None, 3, 2));
}

/// Mean 60, s = 20, t(2) = 4.30265: ± 49.683.
#[test]
fn an_index_is_a_mean_of_responses_on_0_to_100() {
    let index = tally(Measure::Index, &[40.0, 60.0, 80.0].map(|score| (index::tallied(score), 1)));
    close(shown(Measure::Index, &[(40_000_000, 1), (60_000_000, 1), (80_000_000, 1)]), (60.0, 10.317, 100.0), 0.001);
    assert_eq!(index.estimate().unit, Unit::Index);
    let steps = tally(Measure::Index, &[0.0, 9.999_999, 10.0, 99.0, 100.0].map(|score| (index::tallied(score), 1))).distribution();
    assert_eq!((steps.len(), steps["0-10"], steps["10-20"], steps["90-100"]), (10, 2, 1, 2));
}

#[test]
fn nothing_answered_is_no_score() {
    for measure in Measure::ALL {
        let none = Tally::new(measure).estimate();
        assert_eq!((none.value, none.low, none.high, none.n), (None, None, None, 0));
    }
}

#[test]
fn the_whole_scale_is_in_the_distribution() {
    let yes = tally(Measure::Fcr, &[(1, 3)]).distribution();
    assert_eq!(yes, BTreeMap::from([("yes".to_owned(), 3), ("no".to_owned(), 0)]));
    assert_eq!(Tally::new(Measure::Nps).distribution().len(), 11);
}

#[test]
fn only_answers_on_the_scale_count() {
    let number = |measure, n| on_scale(measure, &Value::Number(n));
    assert_eq!((number(Measure::Csat, 5), number(Measure::Csat, 6), number(Measure::Csat, 0)), (Some(5), None, None));
    assert_eq!((number(Measure::Nps, 0), number(Measure::Fcr, 1), number(Measure::ServiceLevel, 7)), (Some(0), None, None));
    let name = |name: &str| on_scale(Measure::Fcr, &Value::Name(name.to_owned()));
    assert_eq!((name("yes"), name("no"), name("maybe")), (Some(1), Some(0), None));
}

#[test]
fn a_share_of_a_call_weighs_as_much() {
    let mut shared = Tally::new(Measure::Csat);
    shared.add(5, 0.25);
    shared.add(1, 0.75);
    let estimate = shared.estimate();
    assert_eq!((estimate.value, estimate.n), (Some(25.0), 2));
    // Kish: 1² ÷ (0.0625 + 0.5625) = 1.6 answers.
    let ends = interval::wilson(0.25, 1.6);
    assert_eq!((estimate.low, estimate.high), (Some(round(ends.low * 100.0)), Some(round(ends.high * 100.0))));
}

fn answers() -> impl Strategy<Value = (Measure, Vec<(i64, f64)>)> {
    prop::sample::select(Measure::ALL.to_vec()).prop_flat_map(|measure| {
        let (low, high) = scale(measure);
        (Just(measure), prop::collection::vec((low..=high, 0.0..=1.0_f64), 1..60))
    })
}

proptest! {
    #[test]
    fn a_score_lies_in_its_interval_and_both_on_the_scale((measure, answers) in answers()) {
        let mut tally = Tally::new(measure);
        answers.iter().for_each(|(answer, weight)| tally.add(*answer, *weight));
        let estimate = tally.estimate();
        prop_assert_eq!(estimate.n, answers.len() as u64);
        let (lowest, highest) = match estimate.unit { Unit::Percent => (0.0, 100.0), Unit::Points => (-100.0, 100.0), Unit::Mean => (1.0, 7.0), Unit::Index => (0.0, 100.0) };
        if let Some(value) = estimate.value {
            let (low, high) = (estimate.low.unwrap_or(value), estimate.high.unwrap_or(value));
            prop_assert!(lowest <= low && low <= value && value <= high && high <= highest, "{:?}", estimate);
        }
    }

    #[test]
    fn equal_weights_give_the_unweighted_score((measure, answers) in answers(), weight in 0.01..=1.0_f64) {
        let (mut plain, mut weighted) = (Tally::new(measure), Tally::new(measure));
        for (answer, _) in &answers {
            plain.add(*answer, 1.0);
            weighted.add(*answer, weight);
        }
        let (plain, weighted) = (plain.estimate(), weighted.estimate());
        let near = |a: Option<f64>, b: Option<f64>| (a.unwrap_or(0.0) - b.unwrap_or(0.0)).abs() < 0.001;
        prop_assert!(near(plain.value, weighted.value) && near(plain.low, weighted.low) && near(plain.high, weighted.high));
    }

    #[test]
    fn more_answers_of_the_same_kind_make_the_interval_narrower(good in 0u32..50, bad in 0u32..50) {
        prop_assume!(good + bad > 0);
        let few = shown(Measure::Csat, &[(5, good), (1, bad)]);
        let many = shown(Measure::Csat, &[(5, good * 4), (1, bad * 4)]);
        prop_assert!(many.2 - many.1 < few.2 - few.1);
    }
}
