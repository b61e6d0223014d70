//! Places in a ranking whose scores are not known for certain.

use super::shrink::Posterior;

/// How often the ranking is drawn anew.
const DRAWS: usize = 1000;

/// The places, from 1 for the highest, between which each group's true one lies with a probability of 95 %: the 2.5 and 97.5 %
/// quantiles over rankings drawn from what is known of all groups (H. Goldstein, D. J. Spiegelhalter, J. R. Statist. Soc. A 159, 1996,
/// 385-443). Seeded, so that the same scores always give the same places.
#[must_use]
pub fn between(groups: &[Posterior]) -> Vec<(usize, usize)> {
    let mut random = fastrand::Rng::with_seed(20_261_123);
    let mut places: Vec<Vec<u32>> = groups.iter().map(|_| Vec::with_capacity(DRAWS)).collect();
    for _ in 0..DRAWS {
        let drawn: Vec<f64> = groups.iter().map(|group| group.draw(&mut random)).collect();
        let mut order: Vec<usize> = (0..drawn.len()).collect();
        order.sort_unstable_by(|one, other| drawn[*other].total_cmp(&drawn[*one]));
        (1..).zip(order).for_each(|(place, at)| places[at].push(place));
    }
    places.into_iter().map(ends).collect()
}

fn ends(mut places: Vec<u32>) -> (usize, usize) {
    places.sort_unstable();
    let spare = DRAWS / 40;
    (places[spare] as usize, places[DRAWS - 1 - spare] as usize)
}
