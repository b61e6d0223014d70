use std::collections::BTreeMap;
use std::path::Path;

use super::fault::{Findings, Place};
use super::tree::{Node, Table, Value, read_value};

/// The prefix of variables that set a key.
const PREFIX: &str = "AFTERCALL__";

/// What the process was given: environment variables, and whether the secrets that they should hold must be there.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    variables: BTreeMap<String, String>,
    pub(super) lenient: bool,
}

impl Environment {
    /// From pairs of name and value.
    #[must_use]
    pub fn new(variables: impl IntoIterator<Item = (String, String)>) -> Self {
        Self { variables: variables.into_iter().collect(), lenient: false }
    }

    /// The environment of this process; variables that are not UTF-8 are left out.
    #[must_use]
    pub fn of_process() -> Self {
        Self::new(std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?))))
    }

    /// A secret that cannot be found is a warning only: for inspecting a configuration away from where it will run.
    #[must_use]
    pub fn without_secrets(self) -> Self {
        Self { lenient: true, ..self }
    }

    /// The value of a variable.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.variables.get(name).map(String::as_str)
    }

    /// Lays `AFTERCALL__SECTION__KEY` over the keys of the file.
    pub(super) fn lay_over(&self, table: &mut Table, findings: &Findings) {
        for (name, value) in &self.variables {
            let Some(path) = name.strip_prefix(PREFIX) else { continue };
            let path = path.to_ascii_lowercase();
            let steps: Vec<&str> = path.split("__").collect();
            let wrong = match steps.as_slice() {
                [_] => Some("names no key: write AFTERCALL__SECTION__KEY"),
                steps if steps.iter().any(|step| step.is_empty()) => Some("has an empty part in its name"),
                steps if steps.len() > 6 => Some("has too many parts in its name"),
                steps => set(table, steps, read_value(name, value)),
            };
            if let Some(wrong) = wrong {
                findings.error(&Place::top(name), format!("this variable {wrong}"));
            }
        }
    }
}

fn set(table: &mut Table, steps: &[&str], node: Node) -> Option<&'static str> {
    let (step, rest) = steps.split_first()?;
    let place = node.place.clone();
    let at = table.0.iter().position(|(key, _)| key == step);
    if rest.is_empty() {
        match at {
            Some(at) => table.0[at].1 = node,
            None => table.0.push(((*step).to_owned(), node)),
        }
        return None;
    }
    let at = at.unwrap_or_else(|| {
        table.0.push(((*step).to_owned(), Node { place, value: Value::Table(Table::default()), raw: None }));
        table.0.len() - 1
    });
    match &mut table.0[at].1.value {
        Value::Table(inner) => set(inner, rest, node),
        Value::List(_) => Some("reaches into a list: its entries can only be set in the file"),
        other => {
            *other = Value::Table(Table::default());
            set(table, steps, node)
        }
    }
}

/// Where values come from and where relative paths begin.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The environment.
    pub environment: &'a Environment,
    /// The folder of the configuration file.
    pub folder: &'a Path,
    /// Where stores go instead of where their relative paths say.
    pub data: Option<&'a Path>,
}
