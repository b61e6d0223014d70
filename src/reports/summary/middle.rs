//! The middle of many numbers without sorting them.

/// Up to here sorting a copy is as fast.
const FEW: usize = 4096;

/// The median; between two middle ones halfway, rounded down to whole numbers.
pub fn median(values: &[u32]) -> Option<u64> {
    let (low, high) = (values.len().checked_sub(1)? / 2, values.len() / 2);
    let first = nth(values, low)?;
    if high == low {
        return Some(first.into());
    }
    // The one after it is as large where enough are, else the next larger.
    let as_large = values.iter().filter(|value| **value <= first).count();
    let second = if as_large > high { first } else { values.iter().copied().filter(|value| *value > first).min()? };
    Some(u64::midpoint(first.into(), second.into()))
}

/// The value in that place, were they sorted: by counting, first the upper halves and then the lower halves of those that share it.
fn nth(values: &[u32], place: usize) -> Option<u32> {
    if values.len() <= FEW {
        let mut sorted = values.to_vec();
        return Some(*sorted.select_nth_unstable(place).1);
    }
    let (upper, before) = bucket(values.iter().map(|value| value >> 16), place)?;
    let lower = values.iter().filter(|value| **value >> 16 == upper).map(|value| value & 0xffff);
    let (lower, _) = bucket(lower, place - before)?;
    Some(upper << 16 | lower)
}

/// The number below 2^16 in that place, and how many lie before the first like it.
fn bucket(numbers: impl Iterator<Item = u32>, place: usize) -> Option<(u32, usize)> {
    let mut counts = vec![0_usize; 1 << 16];
    for number in numbers {
        counts.get_mut(usize::try_from(number).ok()?).into_iter().for_each(|count| *count += 1);
    }
    let mut before = 0;
    for (number, count) in (0..).zip(counts) {
        if before + count > place {
            return Some((number, before));
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
