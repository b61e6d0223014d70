use super::super::section::{Read, Section, short};
use super::super::tree::{Node, Value};
use super::super::value::{owned, text};
use super::question::Draft;
use crate::survey::condition::speaks;
use crate::survey::model::{Channel, Condition, Kind, Locale, Matcher, Subject, Variant};

/// Every condition of a table such as `when = { score = "1..=2", attr.tier = "vip" }`.
pub fn read(section: &Section<'_>) -> Vec<Condition> {
    let mut found = Vec::new();
    for (name, node) in section.members() {
        match &node.value {
            Value::Table(_) if name == "attr" => {
                let inner = section.member_section(name, node);
                let attributes = inner.iter().flat_map(|inner| inner.members().map(move |(key, node)| (inner, key, node)));
                found.extend(attributes.map(|(inner, key, node)| one((inner, key), Subject::Attribute(key.to_owned()), node)));
            }
            _ => found.push(one((section, name), Subject::named(name), node)),
        }
    }
    found
}

fn one((section, name): (&Section<'_>, &str), of: Subject, node: &Node) -> Condition {
    let is = matcher(node).unwrap_or_else(|wrong| {
        section.findings.error(&node.place, format!("{}: {wrong}", section.name(&short(name))));
        // Still a condition: without it the branch would seem to hold always.
        Matcher::OneOf(Vec::new())
    });
    Condition { of, is }
}

/// `"1..=2"`, `5`, `"yes"` or a list of values.
pub fn matcher(node: &Node) -> Read<Matcher> {
    match &node.value {
        Value::Whole(n) => Ok(Matcher::OneOf(vec![n.to_string()])),
        Value::List(items) if !items.is_empty() => items.iter().map(plain).collect::<Read<_>>().map(Matcher::OneOf),
        Value::List(_) => Err("the list is empty".to_owned()),
        _ => {
            let text = text(node)?;
            let Some((low, high)) = text.split_once("..=") else {
                return if text.contains("..") { Err(range(text)) } else { Ok(Matcher::OneOf(vec![text.to_owned()])) };
            };
            match (low.trim().parse(), high.trim().parse()) {
                (Ok(low), Ok(high)) if low <= high => Ok(Matcher::Between(low, high)),
                _ => Err(range(text)),
            }
        }
    }
}

fn range(text: &str) -> String {
    format!("`{}` is no range such as \"1..=2\"", short(text))
}

fn plain(node: &Node) -> Read<String> {
    match node.value {
        Value::Whole(n) => Ok(n.to_string()),
        _ => owned(node),
    }
}

/// What conditions can look at in a survey.
pub struct Grounds<'a> {
    /// The questions, in the order of the file.
    pub drafts: &'a [Draft],
    /// The A/B arms.
    pub variants: &'a [Variant],
    /// The languages that are offered.
    pub locales: Vec<&'a Locale>,
}

impl Grounds<'_> {
    /// The place of a question in the file.
    pub fn place_of(&self, id: &str) -> Option<usize> {
        self.drafts.iter().position(|draft| draft.question.id == id)
    }

    /// Whether a condition can be fulfilled where the questions before that place have been asked.
    pub fn check(&self, condition: &Condition, asked: usize) -> Result<(), String> {
        let Matcher::OneOf(values) = &condition.is else { return self.range(condition, asked) };
        let never = |name: &str, value: &String| Err(format!("`{name}` is never `{}`", short(value)));
        match &condition.of {
            Subject::Answer(id) => self.answer(id, &condition.is, asked),
            Subject::Channel => {
                let known = [Channel::Sms, Channel::Ivr, Channel::Call].map(Channel::name);
                values.iter().find(|value| !known.contains(&value.as_str())).map_or(Ok(()), |value| never("channel", value))
            }
            Subject::Variant => {
                let unknown = |value: &&String| !self.variants.iter().any(|variant| variant.name == **value);
                values.iter().find(unknown).map_or(Ok(()), |value| never("variant", value))
            }
            Subject::Language => {
                let offered = |value: &String| self.locales.iter().any(|locale| speaks(&Matcher::OneOf(vec![value.clone()]), locale));
                values.iter().find(|value| !offered(value)).map_or(Ok(()), |value| never("language", value))
            }
            Subject::Queue | Subject::Line | Subject::Agent | Subject::Attribute(_) => Ok(()),
        }
    }

    fn range(&self, condition: &Condition, asked: usize) -> Result<(), String> {
        match &condition.of {
            Subject::Answer(id) => self.answer(id, &condition.is, asked),
            Subject::Attribute(_) => Ok(()),
            _ => Err("only answers and attributes can lie in a range".to_owned()),
        }
    }

    fn answer(&self, id: &str, is: &Matcher, asked: usize) -> Result<(), String> {
        match self.place_of(id) {
            None => Err(format!("there is no question `{}`", short(id))),
            Some(at) if at >= asked => Err(format!("`{id}` has not been asked yet")),
            Some(at) => possible(&self.drafts[at].question.kind, is).map_err(|wrong| format!("`{id}` {wrong}")),
        }
    }
}

/// Whether any answer can fulfil each part of the condition.
fn possible(kind: &Kind, matcher: &Matcher) -> Result<(), String> {
    let never = |value: &str| format!("is never `{}`", short(value));
    match (kind, matcher) {
        (Kind::Rating { min, max, .. }, Matcher::Between(low, high)) if low < min || high > max => Err(format!("goes from {min} to {max}")),
        (Kind::Rating { .. }, Matcher::Between(..)) => Ok(()),
        (_, Matcher::Between(..)) => Err("has no numbers to lie in a range".to_owned()),
        (Kind::Rating { min, max, .. }, Matcher::OneOf(values)) => {
            let fits = |value: &String| value.parse().is_ok_and(|n: i64| (*min..=*max).contains(&n) && n.to_string() == *value);
            values.iter().find(|value| !fits(value)).map_or(Ok(()), |value| Err(never(value)))
        }
        (Kind::Choice { options }, Matcher::OneOf(values)) => {
            let fits = |value: &&String| options.iter().any(|option| option.value == **value);
            values.iter().find(|value| !fits(value)).map_or(Ok(()), |value| Err(never(value)))
        }
        (Kind::YesNo { .. }, Matcher::OneOf(values)) => {
            values.iter().find(|value| !matches!(value.as_str(), "yes" | "no")).map_or(Ok(()), |value| Err(never(value)))
        }
        (Kind::Text | Kind::Voice, Matcher::OneOf(_)) => Err("is answered in free words, so nothing can depend on it".to_owned()),
    }
}
