//! A telephone that knows no dialect: what a caller does, and what they hear.

/// What a caller does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// Presses keys, one after another without a pause.
    Press(&'static str),
    /// Presses nothing until the time is over.
    Silence,
    /// Speaks after the tone and is silent then.
    Speak,
    /// Hangs up.
    HangUp,
    /// Hangs up while speaking after the tone.
    HangUpSpeaking,
    /// Does nothing; the network brings the last thing once more.
    Again,
    /// Lets so many seconds pass before the next move.
    Wait(u64),
}

/// What is heard in one turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// The words, in order.
    pub said: Vec<String>,
    /// Their languages, where the dialect tells them.
    pub tongues: Option<Vec<String>>,
    /// What follows.
    pub then: Then,
}

/// What follows the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Then {
    /// Keys are waited for.
    Keys {
        /// At most so many.
        most: usize,
        /// Whether a key interrupts the question.
        barge_in: bool,
    },
    /// The caller's voice is recorded.
    Voice {
        /// Not longer than so many seconds.
        most_seconds: u32,
    },
    /// The line is hung up.
    End,
}

/// What a platform posts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Path and query.
    pub target: String,
    /// The form.
    pub form: Vec<(String, String)>,
    /// Whether the answer is the next page.
    pub heard: bool,
}

impl Request {
    /// A post to an address of ours, or to a path.
    pub fn post(address: &str, form: &[(&str, &str)]) -> Self {
        let target = address.strip_prefix(crate::support::rig::PUBLIC).unwrap_or(address).to_owned();
        assert!(target.starts_with("/hooks/"), "{address}");
        let form = form.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self { target, form, heard: true }
    }

    /// The same, whose answer nobody hears.
    pub fn aside(address: &str, form: &[(&str, &str)]) -> Self {
        Self { heard: false, ..Self::post(address, form) }
    }
}

/// What of the keys arrives where at most so many are taken and `#` ends the input.
pub fn taken(keys: &str, most: usize) -> String {
    keys.split('#').next().unwrap_or_default().chars().take(most).collect()
}
