//! What follows from an answer: who is told of it, and which answers open a ticket.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::When;
use crate::call::Call;
use crate::survey::condition::Matcher;
use crate::survey::model::{Measure, Value};
use crate::survey::response::{Response, Scored};

/// Something that others outside can be told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Event {
    /// A session has ended; its response is final but for late answers and corrections.
    #[serde(rename = "response.completed")]
    ResponseCompleted,
    /// A response has changed after its end.
    #[serde(rename = "response.updated")]
    ResponseUpdated,
    /// An answer has opened a ticket.
    #[serde(rename = "ticket.opened")]
    TicketOpened,
    /// A ticket was not resolved when it was due.
    #[serde(rename = "ticket.overdue")]
    TicketOverdue,
    /// Somebody opted out, or back in.
    #[serde(rename = "opt_out")]
    OptOut,
}

impl Event {
    /// Every event.
    pub const ALL: [Self; 5] = [Self::ResponseCompleted, Self::ResponseUpdated, Self::TicketOpened, Self::TicketOverdue, Self::OptOut];

    /// The name in configuration and webhooks.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ResponseCompleted => "response.completed",
            Self::ResponseUpdated => "response.updated",
            Self::TicketOpened => "ticket.opened",
            Self::TicketOverdue => "ticket.overdue",
            Self::OptOut => "opt_out",
        }
    }
}

/// A webhook and what it is told of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscription {
    /// The webhook's name.
    pub webhook: String,
    /// Whose events.
    pub tenant: String,
    /// Which.
    pub events: Vec<Event>,
}

impl Subscription {
    /// Whether it is told of that event of that tenant.
    #[must_use]
    pub fn wants(&self, tenant: &str, event: Event) -> bool {
        self.tenant == tenant && self.events.contains(&event)
    }
}

/// Which answers open a ticket, and what then happens. All given conditions must hold.
#[derive(Debug, Clone, PartialEq)]
pub struct TicketRule {
    /// Why the ticket was opened, in the operator's own words.
    pub reason: String,
    /// Which calls.
    pub when: When,
    /// Which scores.
    pub measures: Vec<(Measure, Matcher)>,
    /// Which answers, by question.
    pub answers: Vec<(String, Matcher)>,
    /// Words of which one stands in what the caller wrote; a trailing `*` stands for any rest of the word.
    pub words: Vec<String>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// To be resolved within.
    pub due: Option<Duration>,
    /// Who is told when it is overdue.
    pub escalate_to: Option<String>,
    /// Addresses that get an e-mail when it is opened and when it is overdue.
    pub email: Vec<String>,
    /// The survey that asks again once it is resolved; `None`: nobody is asked.
    pub recovery: Option<String>,
}

impl TicketRule {
    /// Whether the response, about that call, opens a ticket by this rule.
    #[must_use]
    pub fn opens(&self, call: &Call, response: &Response) -> bool {
        !response.answers.is_empty()
            && self.when.covers(call)
            && self.when.talked_enough(call)
            && self.measures.iter().all(|(measure, is)| scored(response, *measure, is))
            && self.answers.iter().all(|(question, is)| {
                response
                    .answers
                    .iter()
                    .any(|answer| answer.question == *question && answer.value.as_ref().is_some_and(|value| is.fits(value)))
            })
            && (self.words.is_empty() || self.says_one(response))
    }

    fn says_one(&self, response: &Response) -> bool {
        let mut texts = response.answers.iter().filter_map(|answer| answer.text.as_deref()).map(str::to_lowercase);
        texts.any(|text| self.words.iter().any(|word| has_word(&text, &word.to_lowercase())))
    }
}

fn scored(response: &Response, measure: Measure, is: &Matcher) -> bool {
    match response.scores.get(measure.name()) {
        Some(Some(Scored::Plain(value))) => is.fits(value),
        // An index is compared by its whole points.
        #[expect(clippy::cast_possible_truncation, reason = "an index lies between 0 and 100")]
        Some(Some(Scored::Index(index))) => is.fits(&Value::Number(index.floor() as i64)),
        Some(None) | None => false,
    }
}

/// Whether the word stands in the text and not within a longer one. Chinese, Japanese and the like put nothing between their words,
/// so there it may stand anywhere.
fn has_word(text: &str, word: &str) -> bool {
    let (word, open) = word.strip_suffix('*').map_or((word, false), |word| (word, true));
    if word.is_empty() {
        return false;
    }
    text.match_indices(word).any(|(at, found)| {
        let (before, after) = (&text[..at], &text[at + found.len()..]);
        let joined = |one: Option<char>, other: Option<char>| one.is_some_and(is_of_words) && other.is_some_and(is_of_words);
        !joined(before.chars().next_back(), found.chars().next()) && (open || !joined(found.chars().next_back(), after.chars().next()))
    })
}

/// A letter or digit of a script that parts its words.
fn is_of_words(c: char) -> bool {
    // Kana, CJK ideographs and their extensions (unicode.org/charts), Thai, Lao, Myanmar and Khmer write without gaps.
    const WITHOUT_GAPS: [std::ops::RangeInclusive<char>; 6] = [
        '\u{0e00}'..='\u{0eff}',
        '\u{1000}'..='\u{109f}',
        '\u{1780}'..='\u{17ff}',
        '\u{2e80}'..='\u{9fff}',
        '\u{f900}'..='\u{faff}',
        '\u{20000}'..='\u{3ffff}',
    ];
    c.is_alphanumeric() && !WITHOUT_GAPS.iter().any(|range| range.contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_where_it_stands_alone_or_where_its_script_has_no_gaps() {
        for (text, word, found) in [
            ("i will call my lawyer!", "lawyer", true),
            ("lawyers everywhere", "lawyer", false),
            ("lawyers everywhere", "lawyer*", true),
            ("outlawyer", "lawyer*", false),
            ("我要投诉你们", "投诉", true),
            ("解約します", "解約", true),
            ("je veux résilier.", "résilier", true),
            ("", "x", false),
            ("anything", "*", false),
        ] {
            assert_eq!(has_word(text, word), found, "{word} in {text}");
        }
    }
}
