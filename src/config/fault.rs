use std::cell::{Cell, RefCell};
use std::fmt;
use std::sync::Arc;

use serde::Serialize;

/// Most errors (and most warnings) that are kept; a file of nothing but faults must not fill the memory.
const MOST: usize = 200;

/// Something wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Fault {
    /// The file as it was named, or the environment variable.
    pub file: String,
    /// Counted from 1.
    pub line: u32,
    /// What is wrong, in one line.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file, or the environment variable.
    pub file: Arc<str>,
    /// Counted from 1.
    pub line: u32,
}

impl Place {
    /// The first line.
    pub fn top(file: &str) -> Self {
        Self { file: file.into(), line: 1 }
    }
}

/// Collects every fault, so that all are reported at once.
#[derive(Debug, Default)]
pub struct Findings {
    errors: RefCell<Vec<Fault>>,
    warnings: RefCell<Vec<Fault>>,
    dropped: Cell<usize>,
}

impl Findings {
    /// Something that must be mended.
    pub fn error(&self, place: &Place, message: impl Into<String>) {
        self.note(&self.errors, place, message.into());
    }

    /// Something that may surprise.
    pub fn warning(&self, place: &Place, message: impl Into<String>) {
        self.note(&self.warnings, place, message.into());
    }

    /// Whether anything must be mended.
    pub fn any_error(&self) -> bool {
        !self.errors.borrow().is_empty()
    }

    /// Takes over what another one has found.
    pub fn absorb(&self, other: Self) {
        for (into, from) in [(&self.errors, &other.errors), (&self.warnings, &other.warnings)] {
            let mut into = into.borrow_mut();
            into.append(&mut from.borrow_mut());
            self.dropped.set(self.dropped.get() + other.dropped.take() + into.len().saturating_sub(MOST));
            into.truncate(MOST);
        }
    }

    fn note(&self, list: &RefCell<Vec<Fault>>, place: &Place, message: String) {
        let mut list = list.borrow_mut();
        if list.len() < MOST {
            list.push(Fault { file: place.file.to_string(), line: place.line, message });
        } else {
            self.dropped.set(self.dropped.get() + 1);
        }
    }

    /// Errors and warnings, each in the order of files and lines.
    pub fn into_lists(self) -> (Vec<Fault>, Vec<Fault>) {
        let (mut errors, mut warnings) = (self.errors.into_inner(), self.warnings.into_inner());
        for list in [&mut errors, &mut warnings] {
            list.sort();
            list.dedup();
        }
        let dropped = self.dropped.get();
        if let (Some(last), true) = (errors.last().or(warnings.last()).cloned(), dropped > 0) {
            let list = if errors.is_empty() { &mut warnings } else { &mut errors };
            list.push(Fault { message: format!("and {dropped} more"), ..last });
        }
        (errors, warnings)
    }
}
