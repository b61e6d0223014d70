//! What every correlation store promises. An adapter's test file calls `session_store_contract!(factory)` with an async function
//! that gives a fresh, empty [`Opened`] store.

use std::any::Any;
use std::sync::Arc;

use aftercall::ports::store::{Change, Committed, Dossier, Owner, SessionKey, SessionStore};
use aftercall::survey::session::Session;

use crate::support::samples::{at, caller};

pub mod changes;
pub mod dossiers;
pub mod erasure;
pub mod shares;
pub mod tasks;
pub mod upkeep;

/// A store and whatever must live as long (a folder, a server).
pub struct Opened {
    pub store: Arc<dyn SessionStore>,
    pub keep: Box<dyn Any + Send>,
}

macro_rules! session_store_contract {
    ($factory:path) => {
        $crate::contract::session_store::session_store_contract!($factory, changes:
            a_change_is_written_as_a_whole
            a_repeated_mark_gets_the_first_reply_and_writes_nothing
            a_repeated_mark_is_a_duplicate_even_where_the_change_would_conflict
            a_session_of_an_older_version_is_a_conflict
            a_session_that_nobody_began_has_no_next_version
            a_conflict_leaves_nothing_of_the_change_behind
            a_second_session_for_one_call_is_refused
            a_session_is_begun_once
            two_accounts_may_report_the_same_call_id
            a_session_is_found_by_id_by_call_and_by_message
            a_message_that_belongs_to_nobody_finds_nothing
            of_many_that_commit_the_same_version_exactly_one_wins
            of_many_deliveries_of_one_event_exactly_one_is_fresh
            a_session_comes_back_as_it_went_in);
        $crate::contract::session_store::session_store_contract!($factory, dossiers:
            an_unknown_respondent_has_an_empty_dossier
            each_change_that_names_the_respondent_grows_the_dossiers_version
            a_decision_on_an_older_dossier_is_a_conflict
            of_two_invitations_decided_on_one_dossier_only_one_stands
            a_dossier_lists_invitations_since_then_newest_last
            a_dossier_lists_open_and_recent_sessions_newest_first
            a_dossier_holds_nothing_of_other_respondents_or_tenants
            a_dossier_tells_what_was_answered_to_the_mark
            an_opt_out_holds_from_the_first_stop_until_opted_in_again);
        $crate::contract::session_store::session_store_contract!($factory, tasks:
            due_tasks_are_leased_in_order_and_early_ones_are_not
            confirmations_go_first
            no_more_is_leased_than_asked_for
            a_leased_task_is_not_handed_out_again_before_its_lease_ends
            a_task_whose_lease_ran_out_is_handed_out_with_a_higher_fence_and_attempt
            an_older_holder_settles_nothing
            a_task_is_settled_once
            a_task_that_is_done_goes
            a_task_that_was_started_and_abandoned_is_in_doubt
            a_retry_comes_at_its_moment_and_clears_the_doubt
            a_parked_task_is_never_handed_out_again
            a_released_task_is_handed_out_at_once_and_the_attempt_not_counted
            a_release_does_not_clear_an_earlier_holders_doubt
            a_change_ends_the_task_that_led_to_it
            a_change_by_an_older_holder_is_a_conflict
            cancelling_a_session_drops_its_tasks_also_one_that_a_worker_has_taken_but_not_begun
            a_task_that_was_cancelled_while_its_request_was_on_its_way_does_not_come_again
            a_stop_holds_back_a_message_that_a_worker_has_taken_but_not_begun
            a_postponed_task_comes_at_its_new_time_and_the_attempt_is_not_counted
            a_change_may_cancel_and_add_for_the_same_session
            a_task_is_added_once_by_its_id
            a_stop_drops_waiting_messages_to_that_respondent_only
            a_message_queued_after_a_stop_is_dropped_and_not_handed_out
            a_confirmation_leaves_after_a_stop
            messages_leave_again_after_opting_in
            notices_and_errands_come_back_as_they_went_in_and_are_awaited_until_they_are_done
            a_stop_and_a_sessions_end_leave_notices_alone
            many_workers_never_hold_the_same_task);
        $crate::contract::session_store::session_store_contract!($factory, shares:
            a_place_is_taken_once_by_its_holder
            places_are_taken_under_all_limits_or_under_none
            a_place_comes_free_when_its_time_is_over
            of_many_that_want_the_last_place_exactly_one_gets_it);
        $crate::contract::session_store::session_store_contract!($factory, erasure:
            an_erasure_takes_sessions_and_tasks_and_leaves_those_of_others
            an_erasure_is_remembered_and_may_be_done_again
            a_call_that_was_told_before_an_erasure_is_marked_for_good
            an_opt_out_outlives_the_erasure_until_opted_in_again
            a_stop_from_before_the_erasure_holds
            what_was_decided_before_an_erasure_is_a_conflict_after_it
            a_new_contact_after_an_erasure_is_kept_like_any_other);
        $crate::contract::session_store::session_store_contract!($factory, upkeep:
            definitions_are_kept_and_given_back
            a_kept_definition_is_not_overwritten
            health_counts_the_queues);
    };
    // Of a store that forgets when it is told to, rather than by itself.
    ($factory:path, purged) => {
        $crate::contract::session_store::session_store_contract!($factory);
        $crate::contract::session_store::session_store_contract!($factory, upkeep:
            a_purge_deletes_old_marks_and_ended_sessions_and_nothing_else
            a_purge_stops_at_its_limit
            a_purged_sessions_call_and_messages_are_forgotten
            a_purge_deletes_parked_tasks_of_old);
    };
    ($factory:path, $group:ident: $($name:ident)+) => {
        $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                let opened = $factory().await;
                $crate::contract::session_store::$group::$name(std::sync::Arc::clone(&opened.store)).await;
                drop(opened.keep);
            }
        )+
    };
}
pub(crate) use session_store_contract;

type Store = Arc<dyn SessionStore>;

async fn done(store: &Store, change: Change) {
    assert_eq!(store.commit(change).await, Ok(Committed::Done));
}

async fn conflict(store: &Store, change: Change) {
    assert_eq!(store.commit(change).await, Ok(Committed::Conflict));
}

async fn by_id(store: &Store, id: &str) -> Option<Session> {
    store.session(SessionKey::Id(id)).await.expect("a read")
}

/// The dossier of caller 1 of tenant `default`, all of it.
async fn dossier(store: &Store) -> Dossier {
    store.dossier(Owner { tenant: "default", respondent: &caller(1) }, None, at(0)).await.expect("a dossier")
}
