//! The middle of many numbers without sorting them.

/// Up to here sorting a copy is as fast.
const FEW: usize = 512;
/// Binary digits by which more are told apart first.
const DIGITS: u32 = 11;

/// The median; between two middle ones halfway, rounded down to whole numbers.
pub fn median(values: &[u32]) -> Option<u64> {
    let (low, high) = (values.len().checked_sub(1)? / 2, values.len() / 2);
    let (mut near, before) = if values.len() <= FEW { (values.to_vec(), 0) } else { bucket(values, low)? };
    let (_, first, after) = near.select_nth_unstable(low - before);
    let first = *first;
    if high == low {
        return Some(first.into());
    }
    // The next one is that of its bucket, or else the smallest of all larger ones.
    let second = after.iter().min().copied().or_else(|| values.iter().copied().filter(|value| *value > first).min())?;
    Some(u64::midpoint(first.into(), second.into()))
}

/// Of the values those that share their upper digits with the one in that place, were they sorted; and how many are smaller than these.
fn bucket(values: &[u32], place: usize) -> Option<(Vec<u32>, usize)> {
    let highest = values.iter().max()?;
    let shift = (u32::BITS - highest.leading_zeros()).saturating_sub(DIGITS);
    let mut counts = vec![0_usize; 1 << DIGITS];
    for value in values {
        counts.get_mut(usize::try_from(value >> shift).ok()?).into_iter().for_each(|count| *count += 1);
    }
    let mut before = 0;
    for (digits, count) in (0..).zip(counts) {
        if before + count > place {
            return Some((values.iter().copied().filter(|value| value >> shift == digits).collect(), before));
        }
        before += count;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_that_of_the_sorted_numbers() {
        let mut random = fastrand::Rng::with_seed(3);
        for (count, most) in [(0, 9), (1, 9), (2, 9), (7, 9), (4096, 100), (5000, 3), (5001, 300_000), (9000, u32::MAX), (9001, 65_536)] {
            let values: Vec<u32> = (0..count).map(|_| random.u32(..most)).collect();
            let mut sorted: Vec<u64> = values.iter().map(|value| u64::from(*value)).collect();
            sorted.sort_unstable();
            let wanted = (count > 0).then(|| u64::midpoint(sorted[(count - 1) / 2], sorted[count / 2]));
            assert_eq!(median(&values), wanted, "{count} below {most}");
        }
    }
}
