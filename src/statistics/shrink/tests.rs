use super::*;

fn near(found: f64, wanted: f64, within: f64) {
    assert!((found - wanted).abs() < within, "{found} is not {wanted}");
}

/// Rubin's eight schools (Bayesian Data Analysis, table 5.2), with the prior flat in the variance on a grid of 3,000 spreads up to 30: school
/// A is drawn from 28 to 14 (to 11 with the book's prior, flat in the spread), and no school's interval is left without 0.
#[test]
fn the_eight_schools_are_those_of_the_book() {
    let schools = [(28.0, 15.0), (8.0, 10.0), (-3.0, 16.0), (7.0, 11.0), (-1.0, 9.0), (1.0, 11.0), (18.0, 10.0), (12.0, 18.0_f64)];
    let found = means(&schools.map(|(value, error)| Mean { value, precision: error.powi(-2) }), 30.0).expect("estimates");
    for (school, wanted) in found.iter().zip([14.33, 8.0, 4.8, 7.58, 3.46, 5.01, 12.64, 9.06]) {
        near(school.mean, wanted, 0.15);
        assert!(school.quantile(0.025) < 0.0 && school.quantile(0.975) > 12.0, "{school:?}");
    }
}

/// Efron and Morris's eighteen batters of 1970, 45 times at bat each: shares of 18 to 7 hits are drawn to 0.265 by about four fifths.
#[test]
fn the_batters_are_drawn_together_as_in_the_paper() {
    let hits = [18.0, 17.0, 16.0, 15.0, 14.0, 14.0, 13.0, 12.0, 11.0, 11.0, 10.0, 10.0, 10.0, 10.0, 10.0, 9.0, 8.0, 7.0];
    let found = shares(&hits.map(|hits| Share { hits, of: 45.0 })).expect("estimates");
    // The paper's James-Stein estimates (table 1): 0.294 for the first, 0.239 for the last.
    near(found[0].mean, 0.294, 0.02);
    near(found[17].mean, 0.239, 0.02);
    assert!(found.windows(2).all(|pair| pair[0].mean >= pair[1].mean - 1e-12));
}

#[test]
fn who_knows_nothing_gets_the_mean_of_all_and_the_widest_interval() {
    let found =
        shares(&[Share { hits: 80.0, of: 100.0 }, Share { hits: 0.0, of: 0.0 }, Share { hits: 70.0, of: 100.0 }]).expect("estimates");
    near(found[1].mean, 0.75, 0.03);
    assert!(found[1].quantile(0.975) - found[1].quantile(0.025) > found[0].quantile(0.975) - found[0].quantile(0.025));
    let none = Mean { value: 0.0, precision: 0.0 };
    let found = means(&[Mean { value: 5.0, precision: 9.0 }, none], 1.5).expect("estimates");
    near(found[1].mean, 5.0, 1e-9);
    assert_eq!((shares(&[]), means(&[none], 1.0)), (None, None));
}

#[test]
fn one_group_alone_keeps_its_own_score() {
    let alone = shares(&[Share { hits: 30.0, of: 40.0 }]).expect("estimates");
    near(alone[0].mean, 0.75, 0.01);
    // Wilson: 0.598 to 0.858.
    near(alone[0].quantile(0.025), 0.60, 0.03);
    near(alone[0].quantile(0.975), 0.87, 0.03);
    let sure = shares(&[Share { hits: 3.0, of: 3.0 }]).expect("estimates");
    assert!(sure[0].quantile(0.025) < 0.7, "three of three is no certainty: {sure:?}");
}
