use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use super::fault::{Findings, Place};

/// Deepest nesting that is read; the grammar needs six.
const DEEPEST: usize = 16;
/// Longest file that is read, in bytes.
pub const LONGEST: usize = 1 << 20;

/// A value with its place.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where the value (for a member of a table: its key) stands.
    pub place: Place,
    /// What it is.
    pub value: Value,
    /// Its text as it stood in the environment, where it comes from there: a variable cannot say whether `1` is a text.
    pub raw: Option<String>,
}

/// What a value is.
#[derive(Debug, Clone)]
pub enum Value {
    /// Characters.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number with a fraction.
    Number(f64),
    /// `true` or `false`.
    Flag(bool),
    /// A date or time.
    Time,
    /// Several values.
    List(Vec<Node>),
    /// Named values.
    Table(Table),
}

/// Named values in the order of the file.
#[derive(Debug, Clone, Default)]
pub struct Table(pub Vec<(String, Node)>);

impl Table {
    /// The value of that name.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, node)| node)
    }
}

impl Value {
    /// What it is, in words.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "a string",
            Self::Whole(_) => "a whole number",
            Self::Number(_) => "a number",
            Self::Flag(_) => "true or false",
            Self::Time => "a date or time",
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
        }
    }
}

/// Reads a document; `None` if its syntax is wrong, with every fault noted.
pub fn read_document(file: &str, text: &str, findings: &Findings) -> Option<Table> {
    if text.len() > LONGEST {
        findings.error(&Place::top(file), format!("the file is longer than {LONGEST} bytes"));
        return None;
    }
    let lines = Lines::new(file, text);
    if let Some((place, message)) = lines.unreadable(text) {
        findings.error(&place, message);
        return None;
    }
    let (document, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        findings.error(&lines.place(error.span()), syntax(error));
    }
    let table = lines.table(document.get_ref(), 0);
    if table.is_none() && errors.is_empty() {
        findings.error(&Place::top(file), format!("values are nested more than {DEEPEST} deep"));
    }
    table.filter(|_| errors.is_empty())
}

/// Reads one value as it stands in an environment variable; what is no TOML value is a text.
pub fn read_value(variable: &str, text: &str) -> Node {
    let lines = Lines::new(variable, text);
    let plain = || Node { place: Place::top(variable), value: Value::Text(text.to_owned()), raw: None };
    if text.len() > LONGEST || lines.unreadable(text).is_some() {
        return plain();
    }
    let Ok(value) = DeValue::parse(text) else { return plain() };
    let Some(value) = lines.value(value.get_ref(), 0) else { return plain() };
    Node { place: Place::top(variable), value, raw: Some(text.to_owned()) }
}

fn syntax(error: &Error) -> String {
    format!("not TOML: {}", error.message().split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Where lines begin, to turn offsets into line numbers.
struct Lines {
    file: Arc<str>,
    starts: Vec<usize>,
}

impl Lines {
    fn new(file: &str, text: &str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { file: file.into(), starts }
    }

    fn place(&self, span: Option<Range<usize>>) -> Place {
        let offset = span.map_or(0, |span| span.start);
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        Place { file: Arc::clone(&self.file), line: u32::try_from(line).unwrap_or(u32::MAX) }
    }

    /// What the parser must not see: a line whose nesting could exhaust the stack when the tree is freed, or a NUL.
    fn unreadable(&self, text: &str) -> Option<(Place, String)> {
        if let Some(at) = text.find('\0') {
            return Some((self.place(Some(at..at)), "the file contains a NUL character".to_owned()));
        }
        let at = too_deep(text)?;
        Some((self.place(Some(at..at)), format!("values are nested more than {DEEPEST} deep")))
    }

    fn table(&self, table: &DeTable<'_>, depth: usize) -> Option<Table> {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        entries
            .into_iter()
            .map(|(key, value)| Some((key.get_ref().to_string(), self.node(key.span(), value, depth)?)))
            .collect::<Option<_>>()
            .map(Table)
    }

    fn node(&self, at: Range<usize>, value: &Spanned<DeValue<'_>>, depth: usize) -> Option<Node> {
        Some(Node { place: self.place(Some(at)), value: self.value(value.get_ref(), depth + 1)?, raw: None })
    }

    fn value(&self, value: &DeValue<'_>, depth: usize) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        Some(match value {
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Integer(whole) => match i64::from_str_radix(whole.as_str(), whole.radix()) {
                Ok(whole) => Value::Whole(whole),
                Err(_) => Value::Number(f64::INFINITY),
            },
            DeValue::Float(number) => Value::Number(number.as_str().parse().unwrap_or(f64::NAN)),
            DeValue::Boolean(flag) => Value::Flag(*flag),
            DeValue::Datetime(_) => Value::Time,
            DeValue::Array(list) => Value::List(list.iter().map(|item| self.node(item.span(), item, depth)).collect::<Option<_>>()?),
            DeValue::Table(table) => Value::Table(self.table(table, depth)?),
        })
    }
}

/// Where brackets (outside of texts and comments, roughly) or dots of one key first nest deeper than any survey needs.
/// The parser's own limit holds for each key and each bracket alone, so that their product can be thousands.
fn too_deep(text: &str) -> Option<usize> {
    let (mut open, mut dots) = (0_usize, 0_usize);
    let mut quote: Option<char> = None;
    let mut comment = false;
    let fatal = text.char_indices().find(|(_, c)| {
        match (quote, c) {
            (Some(mark), c) if *c == mark || *c == '\n' => quote = None,
            (Some(_), _) => {}
            (None, '\n') => (comment, dots) = (false, 0),
            (None, _) if comment => {}
            (None, '#') => comment = true,
            (None, '"' | '\'') => quote = Some(*c),
            (None, '[' | '{') => open += 1,
            (None, ']' | '}') => open = open.saturating_sub(1),
            (None, '.') => dots += 1,
            (None, '=' | ',') => dots = 0,
            _ => {}
        }
        open > DEEPEST || dots > DEEPEST
    });
    fatal.map(|(at, _)| at)
}
