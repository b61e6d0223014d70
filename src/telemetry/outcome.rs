use crate::flows::Outcome;

/// What came of a webhook, as metrics tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WebhookOutcome {
    /// It had its effect.
    Accepted,
    /// It had its effect earlier.
    Duplicate,
    /// Well-formed, with nothing to do.
    Ignored,
    /// The signature does not fit.
    BadSignature,
    /// It cannot be understood.
    Malformed,
    /// The body is larger than we read.
    TooLarge,
    /// The body came too slowly.
    Slow,
    /// No such account.
    UnknownAccount,
    /// We could not, for now.
    Shed,
    /// A fault of ours.
    Error,
}

impl WebhookOutcome {
    /// All of them, in the order of their discriminants.
    pub const ALL: [Self; 10] = [
        Self::Accepted,
        Self::Duplicate,
        Self::Ignored,
        Self::BadSignature,
        Self::Malformed,
        Self::TooLarge,
        Self::Slow,
        Self::UnknownAccount,
        Self::Shed,
        Self::Error,
    ];

    /// The label in `aftercall_webhooks_total`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Duplicate => "duplicate",
            Self::Ignored => "ignored",
            Self::BadSignature => "bad_signature",
            Self::Malformed => "malformed",
            Self::TooLarge => "too_large",
            Self::Slow => "slow",
            Self::UnknownAccount => "unknown_account",
            Self::Shed => "shed",
            Self::Error => "error",
        }
    }

    /// The header `aftercall-outcome`, which has fewer words: nothing was accepted is `malformed` where the sender is at fault, `shed` where we are.
    #[must_use]
    pub fn header(self) -> &'static str {
        match self {
            Self::TooLarge | Self::Slow | Self::UnknownAccount => "malformed",
            Self::Error => "shed",
            other => other.name(),
        }
    }
}

impl From<Outcome> for WebhookOutcome {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Accepted => Self::Accepted,
            Outcome::Duplicate => Self::Duplicate,
            Outcome::Ignored => Self::Ignored,
        }
    }
}
