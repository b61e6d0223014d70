//! Who may have how much on its way at once, so that a provider that hangs holds up nobody else.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;

use crate::call::Moment;
use crate::ports::notice::Recipient;
use crate::ports::store::{Outgoing, Purpose, TaskKind};

/// Requests of one account that are on their way at most.
const MESSAGES: usize = 48;
/// Confirmations of STOP and START of one account beside them.
const CONFIRMATIONS: usize = 32;
/// Sessions that are ended at once, and messages of accounts that are no longer configured.
const TIMERS: usize = 64;
/// Notices to one recipient that are on their way at most; e-mails count as one recipient.
const NOTICES: usize = 8;
/// Recipients that are told apart; more of them share the places of the timers.
const RECIPIENTS: usize = 256;
/// What finds no place comes again one after the other, at this distance, between the first and the last of these pauses: however long
/// the queue of an account, it is gone through at a steady pace by those behind it.
const DISTANCE: Duration = Duration::from_millis(20);
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LAST_PAUSE: Duration = Duration::from_secs(60);

/// The places of all accounts.
pub(super) struct Places {
    messages: BTreeMap<String, Arc<Room>>,
    confirmations: BTreeMap<String, Arc<Room>>,
    notices: Mutex<BTreeMap<String, Arc<Room>>>,
    timers: Arc<Room>,
    freed: Arc<Notify>,
}

/// Places of one kind.
struct Room {
    most: usize,
    taken: AtomicUsize,
    freed: Arc<Notify>,
    /// When the last one that found no place comes again.
    last: Mutex<Moment>,
}

/// A place of a task on its way; free again when it is dropped.
pub(super) struct Place(Arc<Room>);

impl Places {
    /// For accounts of these names.
    pub(super) fn new<'a>(accounts: impl Iterator<Item = &'a String> + Clone) -> Self {
        let freed = Arc::default();
        let rooms = |most| accounts.clone().map(|name| (name.clone(), Room::new(most, &freed))).collect();
        let (messages, confirmations) = (rooms(MESSAGES), rooms(CONFIRMATIONS));
        Self { messages, confirmations, notices: Mutex::default(), timers: Room::new(TIMERS, &freed), freed }
    }

    /// A place for a task, or when to try again.
    pub(super) fn take(&self, kind: &TaskKind, now: Moment) -> Result<Place, Moment> {
        let room = match kind {
            TaskKind::Send(Outgoing { purpose: Purpose::Confirmation, account, .. }) => self.confirmations.get(account).cloned(),
            TaskKind::Send(Outgoing { account, .. }) => self.messages.get(account).cloned(),
            TaskKind::Notify(notice) => self.notices_to(&notice.to),
            TaskKind::Expire | TaskKind::Ticket(_) | TaskKind::Erase(_) => None,
        };
        let room = room.unwrap_or_else(|| Arc::clone(&self.timers));
        room.take().ok_or_else(|| room.next_try(now))
    }

    fn notices_to(&self, to: &Recipient) -> Option<Arc<Room>> {
        let name = match to {
            Recipient::Webhook(name) => name.as_str(),
            Recipient::Mail(_) => "",
        };
        let mut rooms = self.notices.lock().unwrap_or_else(PoisonError::into_inner);
        if rooms.len() >= RECIPIENTS && !rooms.contains_key(name) {
            return None;
        }
        Some(Arc::clone(rooms.entry(name.to_owned()).or_insert_with(|| Room::new(NOTICES, &self.freed))))
    }

    /// How many messages the account with the most free places can take.
    pub(super) fn free(&self) -> usize {
        self.messages.values().map(|room| room.free()).max().unwrap_or(TIMERS)
    }

    /// Waits until some account can take so many.
    pub(super) async fn are_free(&self, wanted: usize) {
        while self.free() < wanted {
            self.freed.notified().await;
        }
    }
}

impl Room {
    fn new(most: usize, freed: &Arc<Notify>) -> Arc<Self> {
        Arc::new(Self { most, taken: AtomicUsize::new(0), freed: Arc::clone(freed), last: Mutex::default() })
    }

    fn free(&self) -> usize {
        self.most.saturating_sub(self.taken.load(Ordering::Acquire))
    }

    fn take(self: &Arc<Self>) -> Option<Place> {
        let one_more = |taken| (taken < self.most).then_some(taken + 1);
        self.taken.fetch_update(Ordering::AcqRel, Ordering::Acquire, one_more).ok().map(|_| Place(Arc::clone(self)))
    }

    fn next_try(&self, now: Moment) -> Moment {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let next = last.plus(DISTANCE);
        let is_within = next >= now.plus(FIRST_PAUSE) && next <= now.plus(LAST_PAUSE);
        *last = if is_within { next } else { now.plus(FIRST_PAUSE) };
        *last
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.taken.fetch_sub(1, Ordering::AcqRel);
        self.0.freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phone::Respondent;

    fn message(account: &str, purpose: Purpose) -> TaskKind {
        let to = Respondent::parse("+14155550123").expect("a number");
        TaskKind::Send(Outgoing { tenant: String::new(), account: account.to_owned(), line: None, to, text: String::new(), purpose })
    }

    #[test]
    fn an_account_that_has_all_its_messages_on_their_way_takes_no_place_of_another_nor_of_its_confirmations() {
        let (names, now) = (["one".to_owned(), "two".to_owned()], Moment::from_millis(1_000_000));
        let places = Places::new(names.iter());
        let take = |kind: &TaskKind| places.take(kind, now);
        let mut held: Vec<Place> = (0..MESSAGES).filter_map(|_| take(&message("one", Purpose::Invitation)).ok()).collect();
        assert_eq!((held.len(), places.free()), (MESSAGES, MESSAGES));
        assert!(take(&message("one", Purpose::Question)).is_err());
        assert!(take(&message("one", Purpose::Confirmation)).is_ok() && take(&message("two", Purpose::Invitation)).is_ok());
        assert!(take(&TaskKind::Expire).is_ok() && take(&message("gone", Purpose::Invitation)).is_ok());
        held.pop();
        assert!(take(&message("one", Purpose::Question)).is_ok());
    }

    #[test]
    fn what_finds_no_place_comes_again_one_after_the_other_within_a_minute() {
        let (room, now) = (Room::new(0, &Arc::default()), Moment::from_millis(1_000_000));
        let tries: Vec<Moment> = (0..10_000).map(|_| room.next_try(now)).collect();
        assert_eq!(tries[..2], [now.plus(FIRST_PAUSE), now.plus(FIRST_PAUSE + DISTANCE)]);
        assert!(tries.iter().all(|next| *next >= now.plus(FIRST_PAUSE) && *next <= now.plus(LAST_PAUSE)));
        let later = now.plus(Duration::from_secs(3600));
        assert_eq!(room.next_try(later), later.plus(FIRST_PAUSE));
        assert_eq!(room.next_try(now), now.plus(FIRST_PAUSE), "also by a clock that was put back");
    }

    #[tokio::test]
    async fn whoever_waits_for_places_is_told_when_they_are_free() {
        let (names, now) = (["one".to_owned()], Moment::from_millis(1_000_000));
        let places = Places::new(names.iter());
        let held: Vec<_> = (0..MESSAGES).map(|_| places.take(&message("one", Purpose::Invitation), now)).collect();
        tokio::join!(places.are_free(MESSAGES), async { drop(held) });
    }
}
