use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::filter::{Dimension, Filter};

/// One row by column name, as the API shows it.
pub type Row = serde_json::Map<String, serde_json::Value>;

const RESPONSES: &str = "session_id version tenant account call_id line respondent queue agents attributes invited_by survey survey_version \
    variant locale channel channels disposition late call_ended_at invited_at delivered_at first_answer_at completed_at answers scores measures \
    ticket_id previous_session_id provider_code parts";
const ANSWERS: &str = "session_id version position tenant account call_id line respondent queue agents attributes invited_by survey survey_version \
    variant locale disposition call_ended_at question measure kind value label text raw channel answered_at late part outcome";
const CALLS: &str = "account call_id tenant line respondent direction started_at answered_at ended_at ended_by outcome language invited_by queue \
    agents attributes session_id disposition reason version";
const TICKETS: &str = "id version tenant account session_id call_id queue state owner reason opened_at due_at assigned_at resolved_at closed_at \
    escalated_at escalate_to email recovery recovery_session_id recovered notes";
const UNMATCHED: &str = "id tenant account line respondent text received_at reason";
const OPT_OUTS: &str = "id tenant account respondent opted_out state source text at";

/// What can be read row by row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// One row per session.
    Responses,
    /// One row per answer.
    Answers,
    /// One row per ended call, also of those whose caller was not asked.
    Calls,
    /// Texts that belong to no session.
    Unmatched,
    /// Changes of consent, for the audit.
    OptOuts,
    /// One row per ticket.
    Tickets,
}

/// What a column holds; each cell may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// Words, or lists and maps as JSON.
    Text,
    /// A whole number.
    Number,
    /// A moment.
    Time,
    /// Yes or no.
    Flag,
}

impl Table {
    /// All, by the names of the API.
    pub const NAMED: [(&'static str, Self); 6] = [
        ("responses", Self::Responses),
        ("answers", Self::Answers),
        ("calls", Self::Calls),
        ("unmatched", Self::Unmatched),
        ("opt-outs", Self::OptOuts),
        ("tickets", Self::Tickets),
    ];

    /// The table of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|(given, _)| *given == name).map(|(_, table)| table)
    }

    /// Its name in the API.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMED.into_iter().find(|(_, table)| *table == self).map_or("", |(name, _)| name)
    }

    /// What its column of that name holds.
    #[must_use]
    pub fn held(self, column: &str) -> Held {
        match column {
            "version" | "survey_version" | "position" | "parts" => Held::Number,
            "late" | "opted_out" | "recovered" => Held::Flag,
            time if time == "at" || time.ends_with("_at") => Held::Time,
            _ => Held::Text,
        }
    }

    /// The columns in the order of exports.
    pub fn columns(self) -> std::str::SplitWhitespace<'static> {
        let names = match self {
            Self::Responses => RESPONSES,
            Self::Answers => ANSWERS,
            Self::Calls => CALLS,
            Self::Unmatched => UNMATCHED,
            Self::OptOuts => OPT_OUTS,
            Self::Tickets => TICKETS,
        };
        names.split_whitespace()
    }

    /// Whether its rows can be paged by that dimension; what follows from the time of a call is for figures alone.
    #[must_use]
    pub fn has(self, dimension: &Dimension) -> bool {
        match (self, dimension) {
            (_, Dimension::Account | Dimension::Tenant) => true,
            (Self::OptOuts, dimension) => *dimension == Dimension::State,
            (Self::Tickets, dimension) => *dimension == Dimension::Queue || dimension.is_of_tickets(),
            (_, dimension) if dimension.is_of_time() => false,
            (_, dimension) if dimension.is_of_tickets() => false,
            (Self::Unmatched, dimension) => *dimension == Dimension::Line,
            _ => true,
        }
    }
}

/// In which order pages come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// By latest change, for readers that follow.
    Change,
    /// By latest change, the newest first, for people who look; begins behind [`Cursor::LAST`].
    Newest,
    /// By when the row first came, for readers that want each row once.
    Identity,
}

/// A page to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageQuery {
    /// Of what.
    pub table: Table,
    /// Which rows.
    pub filter: Filter,
    /// In which order.
    pub order: Order,
    /// Behind what was read before.
    pub after: Cursor,
    /// At most that many rows, from 1 on.
    pub limit: usize,
}

/// A page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The rows.
    pub rows: Vec<Row>,
    /// Where the next page begins; for an empty page where this one did.
    pub next: Cursor,
    /// Whether there was more when this page was read.
    pub more: bool,
}

/// A row of the feed: as it stands now, or the key of one that is gone.
#[derive(Debug, Clone, PartialEq)]
pub struct Changed {
    /// Its place.
    pub seq: u64,
    /// The table, as the API names it.
    pub table: String,
    /// Its identity within the table: an id; of calls `account/call_id`.
    pub key: String,
    /// `None`: deleted.
    pub row: Option<Row>,
}

/// A page of the feed.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    /// In the order of their last change.
    pub items: Vec<Changed>,
    /// Where the next page begins; for an empty page where this one did.
    pub next: Cursor,
    /// Whether there was more when this page was read.
    pub more: bool,
}

/// Where a reader stands. Opaque outside.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor {
    /// Number of the last row.
    pub row: u64,
    /// Within it, for tables that show several rows of one: those seen so far.
    pub part: u64,
}

/// The text is no cursor of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a cursor of this API")]
pub struct BadCursor;

impl Cursor {
    /// Behind every row.
    pub const LAST: Self = Self { row: i64::MAX.cast_unsigned(), part: 0 };

    /// Reads what `to_string` wrote.
    ///
    /// # Errors
    /// [`BadCursor`] for anything else.
    pub fn parse(text: &str) -> Result<Self, BadCursor> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| BadCursor)?;
        let plain = std::str::from_utf8(&bytes).map_err(|_| BadCursor)?;
        let (row, part) = plain.strip_prefix("1.").and_then(|rest| rest.split_once('.')).ok_or(BadCursor)?;
        // SQL stores count in signed numbers.
        let number = |text: &str| text.parse::<u64>().ok().filter(|n| i64::try_from(*n).is_ok()).ok_or(BadCursor);
        Ok(Self { row: number(row)?, part: number(part)? })
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&URL_SAFE_NO_PAD.encode(format!("1.{}.{}", self.row, self.part)))
    }
}
