//! Conditions on answers and on what is known of the call.

use super::model::{Channel, Locale, Value};
use super::session::Session;

/// A branch: where to go when all conditions hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch {
    /// Empty always holds.
    pub when: Vec<Condition>,
    /// Where to go.
    pub goto: Target,
}

/// Where a branch leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To that question, always later in the file.
    Question(String),
    /// To the closing line.
    End,
}

/// Something that must be so.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// What is looked at.
    pub of: Subject,
    /// What it must be.
    pub is: Matcher,
}

/// What a condition looks at, and what a text can show.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The answer to a question.
    Answer(String),
    /// The channel in use.
    Channel,
    /// The language of the session.
    Language,
    /// The A/B arm.
    Variant,
    /// The queue of the call.
    Queue,
    /// Our number.
    Line,
    /// An agent of the call; where one name is shown, that of the last.
    Agent,
    /// An attribute of the call.
    Attribute(String),
}

impl Subject {
    /// Names that no question can have: they mean something else in a condition.
    pub const RESERVED: [&str; 7] = ["channel", "language", "variant", "queue", "line", "agent", "attr"];

    /// What a name in a condition means; `attr.KEY` for attributes, else a question.
    #[must_use]
    pub fn named(name: &str) -> Self {
        match name {
            "channel" => Self::Channel,
            "language" => Self::Language,
            "variant" => Self::Variant,
            "queue" => Self::Queue,
            "line" => Self::Line,
            "agent" => Self::Agent,
            _ => match name.strip_prefix("attr.").filter(|key| !key.is_empty()) {
                Some(key) => Self::Attribute(key.to_owned()),
                None => Self::Answer(name.to_owned()),
            },
        }
    }
}

/// What a value must be.
#[derive(Debug, Clone, PartialEq)]
pub enum Matcher {
    /// A number between the two, both included.
    Between(i64, i64),
    /// One of these values, numbers written as digits. Of what is known of the call, `cn*` is everything that begins so, an attribute
    /// `cn/js` also `cn/js/nanjing`, and a language `zh` also `zh-CN`.
    OneOf(Vec<String>),
}

impl Matcher {
    /// Whether the value of an answer fulfils the condition.
    #[must_use]
    pub fn fits(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Between(low, high), Value::Number(n)) => (low..=high).contains(&n),
            (Self::Between(..), Value::Name(_)) => false,
            (Self::OneOf(values), value) => values.iter().any(|v| *v == value.to_string()),
        }
    }

    /// Whether what is known of the call fulfils it; `below` follows the pattern in a value that lies below it.
    fn covers(&self, value: &str, below: Option<char>) -> bool {
        let is_below = |pattern: &str| {
            let rest = value.strip_prefix(pattern);
            below.is_some_and(|sign| rest.is_some_and(|rest| rest.starts_with(sign)))
        };
        let begins = |pattern: &str| pattern.strip_suffix('*').is_some_and(|start| value.starts_with(start));
        match self {
            Self::Between(low, high) => value.parse().is_ok_and(|n: i64| (*low..=*high).contains(&n)),
            Self::OneOf(patterns) => patterns.iter().any(|pattern| pattern == value || begins(pattern) || is_below(pattern)),
        }
    }
}

/// Everything that conditions look at: a session, as it would be on a channel.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The session.
    pub session: &'a Session,
    /// The channel on which a question is or would be asked.
    pub channel: Channel,
}

impl Known<'_> {
    /// Whether all conditions hold; what is not known fulfils none.
    #[must_use]
    pub fn all_hold(&self, conditions: &[Condition]) -> bool {
        conditions.iter().all(|condition| self.holds(condition))
    }

    fn holds(&self, condition: &Condition) -> bool {
        let (session, is) = (self.session, &condition.is);
        let call = &session.call;
        let plain = |value: Option<&str>| value.is_some_and(|value| is.covers(value, None));
        match &condition.of {
            Subject::Answer(id) => session.answer(id).and_then(|answer| answer.value.as_ref()).is_some_and(|value| is.fits(value)),
            Subject::Channel => plain(Some(self.channel.name())),
            Subject::Language => is.covers(session.locale.tag(), Some('-')),
            Subject::Variant => plain(session.variant.as_deref()),
            Subject::Queue => plain(call.queue.as_deref()),
            Subject::Line => plain(session.line.as_deref().or(call.line.as_deref())),
            Subject::Agent => call.agents.iter().any(|agent| plain(Some(&agent.id))),
            Subject::Attribute(key) => call.attributes.get(key).is_some_and(|value| is.covers(value, Some('/'))),
        }
    }
}

/// Whether a condition on the language can be fulfilled by this one.
#[must_use]
pub fn speaks(is: &Matcher, locale: &Locale) -> bool {
    is.covers(locale.tag(), Some('-'))
}
