//! Chance in numbers: distributions, exact tests, many tests at once, and estimates that borrow from all groups. Pure; nothing here knows
//! what a call is.

pub mod discovery;
pub mod exact;
pub mod outliers;
pub mod overdispersed;
pub mod places;
pub mod ranks;
pub mod runs;
pub mod shrink;
pub mod special;
