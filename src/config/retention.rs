use std::time::Duration;

use super::section::{Read, Section};
use super::tree::Node;
use super::value::{duration, text};
use crate::ports::erasure::Retention;

/// `[retention]`. Nothing goes before the last late answer may have come.
pub fn read(section: Section<'_>, late_until: Duration) -> Retention {
    let default = Retention::default();
    let read = |key: &'static str, usual: Option<Duration>| {
        let kept = section.value_or(key, usual, kept);
        if kept.is_some_and(|kept| kept <= late_until) && section.has(key) {
            section.error(key, "is not longer than policy.late_until: an answer may still come");
        }
        kept
    };
    let retention = Retention {
        texts: read("texts", default.texts.map(|kept| kept.max(late_until * 2))),
        numbers: read("numbers", default.numbers.map(|kept| kept.max(late_until * 2))),
        responses: read("responses", default.responses.map(|kept| kept.max(late_until * 2))),
        calls: read("calls", default.calls.map(|kept| kept.max(late_until * 2))),
    };
    section.finish();
    retention
}

/// A duration, or `forever`.
fn kept(node: &Node) -> Read<Option<Duration>> {
    if text(node).is_ok_and(|text| text == "forever") {
        return Ok(None);
    }
    duration(node).map(Some).map_err(|_| "a time such as 90d, or forever, is expected".to_owned())
}
