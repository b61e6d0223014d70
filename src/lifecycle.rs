//! Start and stop: signals, draining, readiness, workers that are watched over.

pub use readiness::Readiness;
pub use signals::{Reload, listen};
pub use stop::Stop;
pub use unwind::{Panicked, caught};
pub use workers::Workers;

mod readiness;
mod signals;
mod stop;
mod unwind;
mod workers;
