use std::sync::Arc;
use std::time::Duration;

use aftercall::policy::{Share, Suppression};

use super::Store;
use crate::support::samples::at;

const HOUR: u64 = 3600;

fn share(name: &str, most: u32, hours: u64) -> Share {
    Share { name: name.to_owned(), most, per: Duration::from_secs(hours * HOUR), reason: Suppression::Budget }
}

/// Which limit is full, by its place in the list.
async fn full(store: &Store, holder: &str, shares: &[Share], second: u64) -> Option<usize> {
    store.take(holder, shares, at(second)).await.expect("an answer")
}

pub async fn a_place_is_taken_once_by_its_holder(store: Store) {
    let one = [share("one", 2, 1)];
    for second in 0..5 {
        assert_eq!(full(&store, "CA1", &one, second).await, None);
    }
    assert_eq!(full(&store, "CA2", &one, 5).await, None);
    assert_eq!(full(&store, "CA3", &one, 6).await, Some(0));
    assert_eq!(full(&store, "CA1", &one, 7).await, None, "it has its place still");
    assert_eq!(full(&store, "CA3", &[], 8).await, None);
}

pub async fn places_are_taken_under_all_limits_or_under_none(store: Store) {
    let (wide, narrow) = (share("wide", 2, 1), share("narrow", 1, 1));
    let both = [wide.clone(), narrow];
    assert_eq!(full(&store, "CA1", &both, 0).await, None);
    assert_eq!(full(&store, "CA2", &both, 1).await, Some(1));
    assert_eq!(full(&store, "CA3", std::slice::from_ref(&wide), 2).await, None, "the place taken in vain was given back");
    assert_eq!(full(&store, "CA4", &both, 3).await, Some(0));
    assert_eq!(full(&store, "CA1", &both, 4).await, None);
}

pub async fn a_place_comes_free_when_its_time_is_over(store: Store) {
    let (hour, day) = ([share("hour", 1, 1)], [share("day", 1, 24)]);
    assert_eq!((full(&store, "CA1", &hour, 0).await, full(&store, "CA1", &day, 0).await), (None, None));
    assert_eq!(full(&store, "CA2", &hour, HOUR - 1).await, Some(0));
    assert_eq!((full(&store, "CA2", &hour, HOUR).await, full(&store, "CA2", &day, HOUR).await), (None, Some(0)));
    assert_eq!(full(&store, "CA1", &hour, HOUR + 1).await, Some(0), "the first holder's time is over");
}

pub async fn of_many_that_want_the_last_place_exactly_one_gets_it(store: Store) {
    let taking = (0..16).map(|number| {
        let store = Arc::clone(&store);
        tokio::spawn(async move { full(&store, &format!("CA{number}"), &[share("one", 1, 1)], 0).await })
    });
    let mut got = 0;
    for taken in taking.collect::<Vec<_>>() {
        got += usize::from(taken.await.expect("no panic").is_none());
    }
    assert_eq!(got, 1);
}
