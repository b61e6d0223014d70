//! Named places at which a test can end the process as a power cut would. Only in debug builds; release builds hold none of it.

/// Ends the process here, without any cleaning up, if the environment variable `AFTERCALL_CRASH_AT` names this place (`NAME` for its
/// first passing, `NAME:3` for the third).
macro_rules! crash_point {
    ($name:literal) => {
        #[cfg(debug_assertions)]
        $crate::crash::passed($name);
    };
}
pub(crate) use crash_point;

#[cfg(debug_assertions)]
use std::sync::OnceLock;
#[cfg(debug_assertions)]
use std::sync::atomic::{AtomicU64, Ordering};

/// Where to crash, and how many more passings it takes.
#[cfg(debug_assertions)]
static PLAN: OnceLock<Option<(String, AtomicU64)>> = OnceLock::new();

#[cfg(debug_assertions)]
pub(crate) fn passed(name: &str) {
    let Some((place, left)) = PLAN.get_or_init(|| plan(&std::env::var("AFTERCALL_CRASH_AT").ok()?)) else { return };
    if place == name && left.fetch_sub(1, Ordering::SeqCst) == 1 {
        std::process::abort();
    }
}

#[cfg(debug_assertions)]
fn plan(text: &str) -> Option<(String, AtomicU64)> {
    let (place, passings) = text.split_once(':').unwrap_or((text, "1"));
    Some((place.to_owned(), AtomicU64::new(passings.parse().ok()?)))
}
