//! Ringing a caller back: what a session knows of the calls that were placed for it.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::model::Channel;
use super::session::Session;
use crate::call::Moment;

/// Most calls that are placed for one session, whatever becomes of them.
const MOST: usize = 20;

/// How callers are rung back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redial {
    /// Calls that are really placed, at most; at least 1.
    pub attempts: u32,
    /// From the end of one that reached nobody to the next.
    pub pause: Duration,
    /// How long one rings.
    pub ring: Duration,
    /// A text that nobody answers for so long gives way to a call, where a call is the next channel.
    pub after: Duration,
}

impl Default for Redial {
    fn default() -> Self {
        let [pause, ring, after] = [30 * 60, 25, 24 * 3600].map(Duration::from_secs);
        Self { attempts: 2, pause, ring, after }
    }
}

/// The calls that are placed for a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallBack {
    /// The account that places them.
    pub account: String,
    /// Our number that they show.
    pub line: Option<String>,
    /// How the caller is rung; as it was laid down when the session began.
    pub redial: Redial,
    /// The calls, in order.
    #[serde(default)]
    pub rings: Vec<Ring>,
    /// When it is looked at next: to place a call, to notice that nothing is heard of one, or that a text is not answered.
    #[serde(default)]
    pub next: Option<Moment>,
}

/// A call that is placed to ring the caller back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ring {
    /// The task that places it; stands in the addresses of the call.
    pub task: String,
    /// The provider's id of the call, as far as it was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_id: Option<String>,
    /// Where it stands.
    pub state: RingState,
}

/// Where a call that we place stands; it never steps back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RingState {
    /// The request is about to leave, or to be tried again.
    Placing,
    /// Nobody knows whether it has left.
    InDoubt,
    /// The provider has it.
    Ringing,
    /// Someone has picked up.
    Talking,
    /// It is over, and someone had picked up.
    Talked,
    /// It is over and reached nobody.
    Unreached,
    /// It is over before it was placed.
    Withdrawn,
}

/// What is heard of a call that we place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum News {
    /// The provider has it.
    Taken,
    /// Nobody knows whether the request has left.
    InDoubt,
    /// Someone has picked up and hears what we answer.
    Person,
    /// A machine has picked up.
    Machine,
    /// The line is busy.
    Busy,
    /// Nobody picks up.
    NoAnswer,
    /// It could not be connected.
    Failed,
    /// It was taken back before it was connected.
    Canceled,
    /// It was picked up and is over.
    Completed,
}

impl RingState {
    /// Where the call stands after these news; `None` if they are no news.
    #[must_use]
    pub fn after(self, news: News) -> Option<Self> {
        let over = self.is_over();
        match (self, news) {
            (Self::Placing | Self::InDoubt, News::Taken) => Some(Self::Ringing),
            (Self::Placing, News::InDoubt) => Some(Self::InDoubt),
            (Self::Placing | Self::InDoubt | Self::Ringing, News::Person) => Some(Self::Talking),
            (Self::Talking, News::Completed) => Some(Self::Talked),
            (Self::Placing | Self::InDoubt | Self::Ringing, News::Canceled) => Some(Self::Withdrawn),
            (_, News::Taken | News::InDoubt | News::Person) => None,
            // Of a call whose answer was never asked for nobody has heard a word.
            _ => (!over && self != Self::Talking).then_some(Self::Unreached),
        }
    }

    /// Whether it is over.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Talked | Self::Unreached | Self::Withdrawn)
    }

    /// Whether someone may be on the line.
    fn is_live(self) -> bool {
        matches!(self, Self::InDoubt | Self::Ringing | Self::Talking)
    }

    /// Whether it counts as an attempt: it was, or may have been, placed.
    fn counts(self) -> bool {
        !matches!(self, Self::Placing | Self::Withdrawn)
    }
}

impl CallBack {
    /// Before any call.
    #[must_use]
    pub fn new(account: &str, line: Option<String>, redial: Redial) -> Self {
        Self { account: account.to_owned(), line, redial, rings: Vec::new(), next: None }
    }

    /// The call that was placed last.
    #[must_use]
    pub fn last(&self) -> Option<&Ring> {
        self.rings.last()
    }

    /// Calls that were really placed.
    #[must_use]
    pub fn placed(&self) -> usize {
        self.rings.iter().filter(|ring| ring.state.counts()).count()
    }

    /// The call with that id of the provider.
    #[must_use]
    pub fn ring_of(&self, call_id: &str) -> Option<&Ring> {
        self.rings.iter().find(|ring| ring.call_id.as_deref() == Some(call_id))
    }

    /// Whether a call is under way whose id nobody has told yet.
    #[must_use]
    pub fn awaits_an_id(&self) -> bool {
        self.last().is_some_and(|ring| ring.call_id.is_none() && !ring.state.is_over())
    }

    /// Whether one of them reached someone.
    #[must_use]
    pub fn reached(&self) -> bool {
        self.rings.iter().any(|ring| matches!(ring.state, RingState::Talking | RingState::Talked))
    }

    /// Whether another call may be placed.
    #[must_use]
    pub fn may_ring_again(&self) -> bool {
        self.rings.len() < MOST && self.placed() < usize::try_from(self.redial.attempts).unwrap_or(MOST)
    }
}

impl Session {
    /// The account whose pages its caller hears.
    #[must_use]
    pub fn phone_account(&self) -> &str {
        let back = self.call_back.as_ref().filter(|_| self.channel == Channel::Call);
        back.map_or(&self.call.account, |back| &back.account)
    }

    /// The account that its texts leave by.
    #[must_use]
    pub fn texting_account(&self) -> &str {
        self.text_account.as_deref().unwrap_or(&self.call.account)
    }

    /// Whether webhooks of that account may speak of it.
    #[must_use]
    pub fn belongs_to(&self, account: &str) -> bool {
        let rings_by = self.call_back.as_ref().is_some_and(|back| back.account == account);
        self.call.account == account || self.texting_account() == account || rings_by
    }

    /// Whether its caller is on the phone, as far as is known.
    #[must_use]
    pub fn is_on_phone(&self) -> bool {
        let live = || self.call_back.as_ref().and_then(CallBack::last).is_some_and(|ring| ring.state.is_live());
        match self.channel {
            Channel::Sms => false,
            Channel::Ivr => true,
            Channel::Call => live(),
        }
    }

    /// Whether another call is to be placed by now.
    #[must_use]
    pub fn is_call_due(&self, now: Moment) -> bool {
        let due = |back: &CallBack| back.may_ring_again() && back.next.is_some_and(|next| next <= now);
        self.is_open() && self.channel == Channel::Call && self.call_back.as_ref().is_some_and(due)
    }

    /// When a text that nobody answers gives way to a call; `None` where it never does.
    #[must_use]
    pub fn text_given_up_at(&self) -> Option<Moment> {
        let back = self.call_back.as_ref().filter(|_| self.channel == Channel::Sms && self.fallback.contains(&Channel::Call))?;
        let asked = self.asking().and_then(|asking| asking.asked_at).or(self.send_at).unwrap_or(self.created_at);
        let heard = self.exchanges.iter().map(|exchange| exchange.at).max().unwrap_or(asked);
        Some(asked.max(heard).plus(back.redial.after))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_in_any_order_never_bring_a_call_back_to_where_it_was() {
        use News::{Busy, Canceled, Completed, InDoubt, Machine, NoAnswer, Person, Taken};
        let end = |news: &[News]| news.iter().fold(RingState::Placing, |state, news| state.after(*news).unwrap_or(state));
        assert_eq!(end(&[Taken, Person, Completed]), RingState::Talked);
        assert_eq!(end(&[Person, Taken, Completed, Person, Busy]), RingState::Talked);
        assert_eq!(end(&[Taken, Machine, Completed, Person]), RingState::Unreached);
        assert_eq!(end(&[NoAnswer, Taken, Person]), RingState::Unreached);
        assert_eq!(end(&[Completed, Person]), RingState::Unreached);
        assert_eq!(end(&[InDoubt, Person, NoAnswer]), RingState::Talking);
        assert_eq!(end(&[InDoubt, Busy]), RingState::Unreached);
        assert_eq!(end(&[Taken, Canceled, Busy]), RingState::Withdrawn);
    }

    #[test]
    fn only_calls_that_were_placed_count_as_attempts() {
        let ring = |state| Ring { task: "t".to_owned(), call_id: None, state };
        let mut back = CallBack::new("main", None, Redial::default());
        back.rings = vec![ring(RingState::Withdrawn), ring(RingState::Unreached), ring(RingState::Placing)];
        assert!(back.placed() == 1 && back.may_ring_again() && !back.reached());
        back.rings.push(ring(RingState::InDoubt));
        assert!(back.placed() == 2 && !back.may_ring_again());
        back.rings = vec![ring(RingState::Withdrawn); MOST];
        assert!(!back.may_ring_again(), "also withdrawn calls come to an end");
    }
}
