use std::cell::{Cell, RefCell};

use super::fault::{Findings, Place};
use super::tree::{Node, Table, Value};

/// What a reader makes of a value, or what is wrong with it.
pub type Read<T> = Result<T, String>;

/// A table under inspection: every key that is asked for is known, the others are faults when it is finished.
pub struct Section<'a> {
    table: &'a Table,
    /// Where the table begins; missing keys are reported here.
    pub place: Place,
    path: String,
    known: RefCell<Vec<&'static str>>,
    known_start: Cell<Option<&'static str>>,
    /// Where faults go.
    pub findings: &'a Findings,
}

static EMPTY: Table = Table(Vec::new());

impl<'a> Section<'a> {
    /// The whole document.
    pub fn root(table: &'a Table, file: &str, findings: &'a Findings) -> Self {
        Self { table, place: Place::top(file), path: String::new(), known: RefCell::default(), known_start: Cell::default(), findings }
    }

    fn inner(&self, key: &str, table: &'a Table, place: Place) -> Self {
        let path = self.name(key);
        Self { table, place, path, known: RefCell::default(), known_start: Cell::default(), findings: self.findings }
    }

    /// The key with the sections around it, for messages.
    pub fn name(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    fn find(&self, key: &'static str) -> Option<&'a Node> {
        self.known.borrow_mut().push(key);
        self.table.get(key)
    }

    /// Where the key stands, else the table.
    pub fn place_of(&self, key: &str) -> Place {
        self.table.get(key).map_or_else(|| self.place.clone(), |node| node.place.clone())
    }

    /// What the key holds, as it stands.
    pub fn node(&self, key: &'static str) -> Option<&'a Node> {
        self.find(key)
    }

    /// Whether the key is given.
    pub fn has(&self, key: &'static str) -> bool {
        self.find(key).is_some()
    }

    /// Something wrong with a key, or with the lack of it.
    pub fn error(&self, key: &str, message: &str) {
        self.findings.error(&self.place_of(key), format!("{}: {message}", self.name(key)));
    }

    /// Something surprising about a key.
    pub fn warning(&self, key: &str, message: &str) {
        self.findings.warning(&self.place_of(key), format!("{}: {message}", self.name(key)));
    }

    fn read<T>(&self, key: &str, node: &Node, reader: impl Fn(&Node) -> Read<T>) -> Option<T> {
        reader(node).map_err(|wrong| self.findings.error(&node.place, format!("{}: {wrong}", self.name(key)))).ok()
    }

    /// The value of a key that may be missing; a wrong one is a fault and counts as missing.
    pub fn value<T>(&self, key: &'static str, reader: impl Fn(&Node) -> Read<T>) -> Option<T> {
        self.read(key, self.find(key)?, reader)
    }

    /// The value, or this if it is missing.
    pub fn value_or<T>(&self, key: &'static str, default: T, reader: impl Fn(&Node) -> Read<T>) -> T {
        self.value(key, reader).unwrap_or(default)
    }

    /// The value of a key that must be there.
    pub fn required<T>(&self, key: &'static str, reader: impl Fn(&Node) -> Read<T>) -> Option<T> {
        let Some(node) = self.find(key) else {
            self.findings.error(&self.place, format!("{}: is missing", self.name(key)));
            return None;
        };
        self.read(key, node, reader)
    }

    /// Several values; each wrong one is a fault of its own. A missing key gives none.
    pub fn list<T>(&self, key: &'static str, reader: impl Fn(&Node) -> Read<T>) -> Vec<T> {
        match self.find(key) {
            None => Vec::new(),
            Some(Node { value: Value::List(items), .. }) => items.iter().filter_map(|item| self.read(key, item, &reader)).collect(),
            Some(node) => {
                self.findings.error(&node.place, format!("{}: a list in [ ] is expected, not {}", self.name(key), node.value.kind()));
                Vec::new()
            }
        }
    }

    /// One value or a list of them.
    pub fn one_or_more<T>(&self, key: &'static str, reader: impl Fn(&Node) -> Read<T>) -> Vec<T> {
        match self.find(key) {
            Some(node) if !matches!(node.value, Value::List(_)) => self.read(key, node, reader).into_iter().collect(),
            _ => self.list(key, reader),
        }
    }

    /// A table below this one; an empty one where it is missing.
    pub fn section(&self, key: &'static str) -> Section<'a> {
        match self.find(key) {
            None => self.inner(key, &EMPTY, self.place.clone()),
            Some(node) => self.as_section(key, node).unwrap_or_else(|| self.inner(key, &EMPTY, node.place.clone())),
        }
    }

    /// The tables of a list, such as every `[[account]]`.
    pub fn sections(&self, key: &'static str) -> Vec<Section<'a>> {
        match self.find(key) {
            None => Vec::new(),
            Some(Node { value: Value::List(items), .. }) => items.iter().filter_map(|item| self.as_section(key, item)).collect(),
            Some(node) => {
                let name = self.name(key);
                let wrong = format!("{name}: a list of tables is expected: write [[{name}]] or [{{ … }}]");
                self.findings.error(&node.place, wrong);
                Vec::new()
            }
        }
    }

    /// How many entries the list of that key has.
    pub fn count(&self, key: &str) -> usize {
        match self.table.get(key) {
            Some(Node { value: Value::List(items), .. }) => items.len(),
            _ => 0,
        }
    }

    fn as_section(&self, key: &str, node: &'a Node) -> Option<Section<'a>> {
        match &node.value {
            Value::Table(table) => Some(self.inner(key, table, node.place.clone())),
            other => {
                self.findings.error(&node.place, format!("{}: a table is expected, not {}", self.name(key), other.kind()));
                None
            }
        }
    }

    /// Every member, for tables whose keys are names of the operator's own.
    pub fn members(&self) -> impl Iterator<Item = (&'a str, &'a Node)> + use<'a> {
        self.table.0.iter().map(|(key, node)| (key.as_str(), node))
    }

    /// Members whose name begins like this, without the beginning.
    pub fn starting(&self, start: &'static str) -> impl Iterator<Item = (&'a str, &'a Node)> + use<'a> {
        self.known_start.set(Some(start));
        self.members().filter_map(move |(key, node)| Some((key.strip_prefix(start)?, node)))
    }

    /// A member's own table, for tables whose keys are names of the operator's own.
    pub fn member_section(&self, key: &str, node: &'a Node) -> Option<Section<'a>> {
        self.as_section(key, node)
    }

    /// Reports every key that nobody asked for.
    pub fn finish(&self) {
        let known = self.known.borrow();
        for (key, node) in &self.table.0 {
            if known.contains(&key.as_str()) || self.known_start.get().is_some_and(|start| key.starts_with(start)) {
                continue;
            }
            let hint = nearest(key, &known).map(|near| format!(", did you mean `{near}`?")).unwrap_or_default();
            let inside = if self.path.is_empty() { String::new() } else { format!(" in `{}`", self.path) };
            self.findings.error(&node.place, format!("unknown key `{}`{inside}{hint}", short(key)));
        }
    }
}

/// A text for a message: in one line and not longer than 40 characters.
pub fn short(text: &str) -> String {
    let cut: String = text.chars().take(40).flat_map(|c| if c.is_control() { c.escape_default().collect() } else { vec![c] }).collect();
    if text.chars().count() > 40 { format!("{cut}…") } else { cut }
}

/// The word that was probably meant: at most a third of the letters differ (edit distance of Levenshtein).
pub fn nearest<'w>(word: &str, words: &[&'w str]) -> Option<&'w str> {
    if word.chars().count() > 40 {
        return None;
    }
    let most = (word.chars().count() / 3).max(1);
    words.iter().map(|other| (distance(word, other), *other)).filter(|(far, _)| *far <= most).min().map(|(_, other)| other)
}

fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, c) in one.chars().enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for (column, d) in other.iter().enumerate() {
            let kept = corner + usize::from(c != *d);
            corner = row[column + 1];
            row[column + 1] = kept.min(row[column] + 1).min(corner + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_told_from_another_word() {
        let words = ["listen", "public_url", "grace", "max_body"];
        assert_eq!(nearest("lisen", &words), Some("listen"));
        assert_eq!(nearest("publicurl", &words), Some("public_url"));
        assert_eq!(nearest("maxbody", &words), Some("max_body"));
        assert_eq!(nearest("colour", &words), None);
        assert_eq!(nearest(&"x".repeat(10_000), &words), None);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
