//! Pictures as SVG, made here: no script draws them, and colours come from the style sheet. They hold numbers only, so nothing in them
//! needs escaping; what they show also stands in a table beside them.

mod bar;
mod ladder;
mod scale;
mod trend;

pub use bar::{interval_bar, share_bar};
pub use ladder::{Rung, Stand, ladder};
pub use scale::Scale;
pub use trend::{Point, spark, trend};
