//! What pages say, in each language that they speak.

use crate::survey::model::Measure;

mod texts;

pub use texts::Words;
use texts::{CHINESE, ENGLISH};

/// A language of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Chinese in simplified characters.
    Chinese,
}

impl Language {
    /// All of them, with the names that they give themselves.
    pub const ALL: [(Self, &'static str); 2] = [(Self::English, "English"), (Self::Chinese, "中文")];

    /// The tag by which browsers know it (BCP 47).
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-CN",
        }
    }

    /// The language of that tag.
    #[must_use]
    pub fn named(tag: &str) -> Option<Self> {
        match tag.split('-').next()?.to_ascii_lowercase().as_str() {
            "en" => Some(Self::English),
            "zh" => Some(Self::Chinese),
            _ => None,
        }
    }

    /// The first language of an Accept-Language header that pages speak; browsers name the preferred one first.
    #[must_use]
    pub fn accepted(header: &str) -> Option<Self> {
        header.split(',').find_map(|item| Self::named(item.split(';').next()?.trim()))
    }

    /// What pages say in it.
    #[must_use]
    pub fn words(self) -> &'static Words {
        match self {
            Self::English => &ENGLISH,
            Self::Chinese => &CHINESE,
        }
    }
}

/// Puts figures into a sentence: each `{}` takes the next of them, `{0}` the one with that number.
#[must_use]
pub fn fill(sentence: &str, figures: &[String]) -> String {
    let mut filled = String::new();
    let (mut rest, mut next) = (sentence, figures.iter());
    while let Some((before, behind)) = rest.split_once('{') {
        let Some((name, after)) = behind.split_once('}') else { break };
        filled.push_str(before);
        let figure = if name.is_empty() { next.next() } else { name.parse::<usize>().ok().and_then(|at| figures.get(at)) };
        filled.push_str(figure.map_or("–", String::as_str));
        rest = after;
    }
    filled + rest
}

impl Words {
    /// Name of a measure and what it counts.
    #[must_use]
    pub fn measure(&self, measure: Measure) -> (&'static str, &'static str) {
        match measure {
            Measure::Csat => self.csat,
            Measure::Nps => self.nps,
            Measure::Ces => self.ces,
            Measure::Fcr => self.fcr,
            Measure::ServiceLevel => self.service_level,
            Measure::Kano => self.kano,
            Measure::Index => self.index,
        }
    }
}

impl Words {
    /// How a session stands, in words; an unknown state as it is.
    #[must_use]
    pub fn disposition<'a>(&self, state: &'a str) -> &'a str {
        match state {
            "open" => self.d_open,
            "completed" => self.d_completed,
            "partial" => self.d_partial,
            "refused" => self.d_refused,
            "opted_out" => self.d_opted_out,
            "expired" => self.d_expired,
            "undeliverable" => self.d_undeliverable,
            "failed" => self.d_failed,
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_where_a_language_wants_them() {
        let figures = ["3".to_owned(), "of 7".to_owned()];
        assert_eq!(fill("{} {}!", &figures), "3 of 7!");
        assert_eq!(fill("{1} / {0}", &figures), "of 7 / 3");
        assert_eq!((fill("{} {} {}", &figures), fill("{7} {", &figures)), ("3 of 7 –".to_owned(), "– {".to_owned()));
    }

    #[test]
    fn the_browsers_first_known_language_is_taken() {
        let accepted = |header| Language::accepted(header);
        assert_eq!(accepted("zh-TW,zh;q=0.9,en;q=0.8"), Some(Language::Chinese));
        assert_eq!(accepted("fr-FR,fr;q=0.9,en-GB;q=0.8"), Some(Language::English));
        assert_eq!([accepted("fr"), accepted(""), accepted("*")], [None; 3]);
    }
}
