//! SMS text: GSM-7 and UCS-2 segments, keywords. Pure.

mod keywords;
pub mod segments;

pub use keywords::{asks_to_stop, keyword};

/// A message that is a command and no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keyword {
    /// Opt out.
    Stop,
    /// Opt back in.
    Start,
    /// Ask for help.
    Help,
}
