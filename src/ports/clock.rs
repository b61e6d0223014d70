//! Time and identity as parameters.

use crate::call::Moment;

/// Tells the time. Tests and the demo set it.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Moment;
}

/// Makes identities. Tests and the demo seed it.
pub trait Ids: Send + Sync {
    /// A new UUID v7 for something made at that moment: sortable by time, with 74 random bits.
    fn next(&self, now: Moment) -> String;
}
