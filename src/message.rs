//! SMS text: GSM-7 and UCS-2 segments, keywords. Pure.

/// A message that is a command and no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keyword {
    /// Opt out.
    Stop,
    /// Opt back in.
    Start,
    /// Ask for help.
    Help,
}

/// The command that a whole message is, in any of the known languages; `None` for everything else.
#[must_use]
pub fn keyword(_text: &str) -> Option<Keyword> {
    None
}

/// Like [`keyword`], for someone who has opted out: a plain "yes" opts back in.
#[must_use]
pub fn keyword_when_opted_out(text: &str) -> Option<Keyword> {
    keyword(text)
}
