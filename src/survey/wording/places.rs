//! The places of a text, `{agent}` or `{attr.product|your order}`, and what is put there.

use crate::survey::condition::Subject;
use crate::survey::session::Session;

/// Longest value of the call that is put into a text, in characters.
const LONGEST: usize = 40;

/// Names of what the question itself puts into a text.
pub const OF_THE_QUESTION: [&str; 4] = ["min", "max", "options", "readings"];

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'t> {
    /// What is to stand there.
    pub name: &'t str,
    /// What stands there if that is not known.
    pub fallback: Option<&'t str>,
}

impl Place<'_> {
    /// What it shows of the call; `None` for what is put there otherwise, or by mistake.
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        let subject = Subject::named(self.name);
        matches!(subject, Subject::Agent | Subject::Queue | Subject::Line | Subject::Attribute(_)).then_some(subject)
    }
}

/// A text as words and places, in order.
fn pieces(text: &str) -> impl Iterator<Item = Result<Place<'_>, &str>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let inner = rest.strip_prefix('{').and_then(|behind| behind.split_once('}')).filter(|(inner, _)| !inner.contains('{'));
        if let Some((inner, behind)) = inner {
            rest = behind;
            let (name, fallback) = inner.split_once('|').map_or((inner, None), |(name, fallback)| (name, Some(fallback)));
            return Some(Ok(Place { name: name.trim(), fallback: fallback.map(str::trim) }));
        }
        let end = rest.char_indices().skip(1).find(|(_, c)| *c == '{').map_or(rest.len(), |(at, _)| at);
        let (words, behind) = rest.split_at(end);
        rest = behind;
        Some(Err(words))
    })
}

/// Every place of a text.
pub fn places(text: &str) -> impl Iterator<Item = Place<'_>> {
    pieces(text).filter_map(Result::ok)
}

/// Puts values into the places of a text, once: what is put there is not read again. A place that `value` does not know stays as it is.
pub(super) fn fill(text: &str, value: impl Fn(&Place<'_>) -> Option<String>) -> String {
    if !text.contains('{') {
        return text.to_owned();
    }
    let piece = |piece| match piece {
        Err(words) => str::to_owned(words),
        Ok(place) => value(&place).unwrap_or_else(|| as_written(&place)),
    };
    pieces(text).map(piece).collect()
}

/// A text as it is where nothing is known of the call.
#[must_use]
pub fn with_fallbacks(text: &str) -> String {
    fill(text, |place| place.fallback.filter(|_| place.subject().is_some()).map(str::to_owned))
}

fn as_written(place: &Place<'_>) -> String {
    match place.fallback {
        Some(fallback) => format!("{{{}|{fallback}}}", place.name),
        None => format!("{{{}}}", place.name),
    }
}

/// What a place shows of a session's call, else its fallback; `None` if it shows nothing of a call.
pub(super) fn of_call(place: &Place<'_>, session: Option<&Session>) -> Option<String> {
    let subject = place.subject()?;
    let known = session.and_then(|session| value(session, &subject)).and_then(presentable);
    Some(known.unwrap_or_else(|| place.fallback.unwrap_or_default().to_owned()))
}

fn value<'s>(session: &'s Session, subject: &Subject) -> Option<&'s str> {
    let call = &session.call;
    match subject {
        Subject::Agent => call.agents.last().map(|agent| agent.id.as_str()),
        Subject::Queue => call.queue.as_deref(),
        Subject::Line => session.line.as_deref().or(call.line.as_deref()),
        Subject::Attribute(key) => call.attributes.get(key).map(String::as_str),
        _ => None,
    }
}

/// What comes from outside is cut, and shown only if it cannot be taken for a link or change what stands around it.
fn presentable(value: &str) -> Option<String> {
    let shown = |c: &char| {
        !c.is_control() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let whole: String = value.chars().filter(shown).collect();
    let lower = whole.to_lowercase();
    let is_link = ["http", "www.", "://"].iter().any(|sign| lower.contains(sign));
    let cut: String = whole.trim().chars().take(LONGEST).collect();
    (!is_link && !cut.is_empty()).then(|| cut.trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_with_their_fallbacks() {
        let place = |name, fallback| Place { name, fallback };
        let found: Vec<_> = places("Hi {agent|our { colleague}, {agent|our colleague}: {options} {attr.a b} } {").collect();
        assert_eq!(
            found,
            [place("colleague", None), place("agent", Some("our colleague")), place("options", None), place("attr.a b", None)]
        );
    }

    #[test]
    fn what_is_put_into_a_place_is_not_read_again() {
        let filled = fill("{agent} {queue} {other|x} {", |place| (place.name != "other").then(|| "{queue}".to_owned()));
        assert_eq!(filled, "{queue} {queue} {other|x} {");
    }

    #[test]
    fn links_and_invisible_characters_are_not_shown() {
        assert_eq!(presentable(" Bob\nthe\u{202e} agent\u{7} ").as_deref(), Some("Bobthe agent"));
        assert_eq!(presentable(&"é".repeat(50)).map(|text| text.chars().count()), Some(40));
        for link in ["http://x.example", "HTTPS:x", "see WWW.x.example", "ftp://x", "ht\u{200b}tp", "", " \n"] {
            assert_eq!(presentable(link), None, "{link:?}");
        }
    }
}
