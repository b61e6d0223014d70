use serde::{Deserialize, Serialize};

use crate::call::Moment;

/// SHA-256 of a token's text.
pub type Digest = [u8; 32];

/// What a token may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Read results.
    Read,
    /// Report calls.
    Ingest,
    /// Everything.
    Admin,
}

impl Role {
    /// The name in commands, API and columns.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Ingest => "ingest",
            Self::Admin => "admin",
        }
    }

    /// The role of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Read, Self::Ingest, Self::Admin].into_iter().find(|role| role.name() == name)
    }

    /// Whether this role may do what needs that one.
    #[must_use]
    pub fn covers(self, needed: Self) -> bool {
        self == Self::Admin || self == needed
    }
}

/// A token as it may be shown: nothing in it lets anyone in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ApiToken {
    /// Identity, for revoking it.
    pub id: String,
    /// Whose rows it opens.
    pub tenant: String,
    /// What it may do.
    pub role: Role,
    /// Whether it may look at whole numbers.
    pub unmask: bool,
    /// When it was made.
    pub created_at: Moment,
    /// Since when it is worthless.
    pub revoked_at: Option<Moment>,
}

/// A token to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewToken {
    /// Identity.
    pub id: String,
    /// Whose rows it opens.
    pub tenant: String,
    /// What it may do.
    pub role: Role,
    /// Of its text, which is kept nowhere.
    pub digest: Digest,
    /// Whether it may look at whole numbers.
    pub unmask: bool,
    /// When it was made.
    pub created_at: Moment,
}
