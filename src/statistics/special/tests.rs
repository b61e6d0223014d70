use super::*;

fn near(found: f64, wanted: f64, within: f64) {
    assert!((found / wanted - 1.0).abs() < within, "{found} is not {wanted}");
}

/// Abramowitz and Stegun, tables 6.1 and 6.4; Γ(½) = √π.
#[test]
fn the_gamma_function_is_that_of_the_tables() {
    for (x, wanted) in [(0.5, PI.sqrt()), (1.5, 0.886_226_925_5), (5.0, 24.0), (1.0 / 3.0, 2.678_938_534_7), (10.0, 362_880.0)] {
        near(ln_gamma(x).exp(), wanted, 1e-9);
    }
    near(ln_gamma(1000.0), 5_905.220_423_209_181, 1e-14);
    near(ln_choose(52, 5).exp(), 2_598_960.0, 1e-11);
    near(ln_beta(2.0, 3.0).exp(), 1.0 / 12.0, 1e-12);
}

/// K. Pearson, Tables of the Incomplete Beta-Function, and closed forms: I_x(2, 2) = 3x² − 2x³, I_x(½, ½) = 2 ÷ π · asin √x.
#[test]
fn the_incomplete_beta_function_is_its_closed_form() {
    for x in [0.01, 0.2, 0.5, 0.77, 0.99_f64] {
        near(incomplete_beta(x, 2.0, 2.0), 3.0 * x * x - 2.0 * x.powi(3), 1e-12);
        near(incomplete_beta(x, 0.5, 0.5), 2.0 / PI * x.sqrt().asin(), 1e-12);
        near(incomplete_beta(x, 1.0, 7.0), 1.0 - (1.0 - x).powi(7), 1e-12);
    }
    near(incomplete_beta(0.3, 300.0, 700.0), 0.503_671_182_860_757_1, 1e-9);
}

#[test]
fn a_quantile_of_the_beta_distribution_has_its_share_below_it() {
    for (a, b) in [(0.5, 0.5), (1.0, 1.0), (2.0, 30.0), (0.3, 9.0), (400.0, 20.0), (40_000.0, 3.0)] {
        for share in [0.000_1, 0.025, 0.5, 0.975] {
            let x = beta_quantile(share, a, b);
            assert!((incomplete_beta(x, a, b) - share).abs() < 1e-9, "{share} of ({a}, {b}): {x}");
        }
    }
    // R: qbeta(0.025, 8, 4)
    near(beta_quantile(0.025, 8.0, 4.0), 0.390_257_440_427_578_7, 1e-10);
}

/// Abramowitz and Stegun, tables 26.1 and 26.2; far out as R's `pnorm(…, lower.tail = FALSE)`.
#[test]
fn the_normal_distribution_is_that_of_the_tables() {
    let table = [
        (0.0, 0.5),
        (1.0, 0.158_655_253_931_457_1),
        (1.96, 0.024_997_895_148_220_4),
        (2.999, 0.001_354_336_533_7),
        (3.0, 0.001_349_898_031_630_095),
        (5.0, 2.866_515_718_791_933e-7),
        (10.0, 7.619_853_024_160_526e-24),
        (-2.0, 0.977_249_868_051_820_8),
        (-4.0, 0.999_968_328_758_166_9),
    ];
    for (z, wanted) in table {
        near(normal_above(z), wanted, 5e-7);
    }
    near(normal_above(3.0), 0.001_349_898_031_630_095, 1e-12);
    near(normal_quantile(0.975), 1.959_963_984_540_054, 1e-14);
    near(normal_quantile(1e-9), -5.997_807_015_007_686, 1e-12);
    assert!(normal_quantile(0.5).abs() < 1e-15);
}
