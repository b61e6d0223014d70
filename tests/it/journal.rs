//! The node's journal: what it acknowledges is there after a kill, in order, once.

use std::sync::Arc;

use aftercall::call::Partition;
use aftercall::ports::journal::{Errand, Event, Journal};
use aftercall::ports::provider::{Hook, Inbound, Message};
use aftercall::ports::store::{Change, Settlement, StoreError};
use aftercall::stores::embedded::OpenError;
use aftercall::stores::journal::{Again, JournalFile, NodeState, Redo, Stage};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::support::samples::{at, caller, session, writing};

fn open(folder: &TempDir) -> Arc<JournalFile> {
    Arc::new(JournalFile::open(&folder.path().join("journal.db"), "node-1").expect("a journal"))
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn event(number: u8, urgent: bool) -> Event {
    let message = Message {
        message_id: format!("SM{number}"),
        line: "+14155550100".to_owned(),
        from: caller(number),
        text: format!("note {number}"),
        opt_out: None,
    };
    let errand = Errand { hook: Hook::Sms, token: String::new(), question: String::new(), attempt: 0, inbound: Inbound::Message(message) };
    Event { at: at(u64::from(number)), account: "main".to_owned(), partition: Partition::from(number), urgent, errand }
}

fn change(number: u8) -> Change {
    writing(&[&session(&format!("S{number}"), caller(number))])
}

async fn waiting(journal: &JournalFile) -> Vec<(u64, Option<Event>)> {
    journal.waiting(100).await.expect("a read").into_iter().map(|kept| (kept.number, kept.event)).collect()
}

#[tokio::test]
async fn events_wait_in_order_with_urgent_ones_first_also_after_a_kill() {
    let folder = folder();
    let journal = open(&folder);
    for (number, urgent) in [(1, false), (2, false), (3, true)] {
        journal.keep(event(number, urgent)).await.expect("kept");
    }
    // As after a kill: nothing is closed, and the file is opened once more beside it.
    std::mem::forget(journal);
    let journal = open(&folder);
    let events: Vec<Option<Event>> = waiting(&journal).await.into_iter().map(|(_, event)| event).collect();
    assert_eq!(events, [Some(event(3, true)), Some(event(1, false)), Some(event(2, false))]);
    assert_eq!(journal.depth(), 3);
    assert_eq!([1, 2, 3, 4].map(|number| journal.has_waiting(Partition::from(number))), [true, true, true, false]);
}

#[tokio::test]
async fn a_settled_event_goes_and_one_set_aside_stays_for_people_and_holds_up_nobody() {
    let folder = folder();
    let journal = open(&folder);
    for number in 1..=2 {
        journal.keep(event(number, false)).await.expect("kept");
    }
    let numbers: Vec<u64> = waiting(&journal).await.into_iter().map(|(number, _)| number).collect();
    journal.settled(numbers[0]).await.expect("settled");
    journal.settled(numbers[0]).await.expect("settled once");
    journal.set_aside(numbers[1], "no such account").await.expect("set aside");
    assert_eq!((journal.depth(), waiting(&journal).await), (0, vec![]));
    assert!(!journal.has_waiting(Partition::from(1)) && !journal.has_waiting(Partition::from(2)));
    let reason: String = Connection::open(folder.path().join("journal.db"))
        .and_then(|file| file.query_row("SELECT aside FROM events", [], |row| row.get(0)))
        .expect("the event that was set aside");
    assert_eq!(reason, "no such account");
}

#[tokio::test]
async fn an_event_that_cannot_be_read_is_handed_out_as_such() {
    let folder = folder();
    let journal = open(&folder);
    journal.keep(event(1, false)).await.expect("kept");
    let file = Connection::open(folder.path().join("journal.db")).expect("the file");
    file.execute("UPDATE events SET body = '{\"of\": \"a newer version\"}'", []).expect("damaged");
    assert!(matches!(waiting(&journal).await.as_slice(), [(_, None)]));
}

#[tokio::test]
async fn entries_whose_fate_is_unknown_are_known_as_such_also_after_a_kill() {
    let folder = folder();
    let journal = open(&folder);
    let entry = |number: u8| {
        let journal = Arc::clone(&journal);
        async move { journal.append(&Redo::Change(&change(number)), at(0)).await.expect("written") }
    };
    entry(1).await.confirm();
    let in_hand = entry(2).await;
    drop(entry(3).await);
    entry(4).await.forget().await.expect("forgotten");
    assert_eq!(journal.left(), [(3, Stage::Left)], "one in hand is seen to by whoever holds it");
    std::mem::forget(in_hand);
    let again = open(&folder);
    let left: Vec<u64> = again.left().into_iter().map(|(number, stage)| (number, assert_eq!(stage, Stage::Inherited)).0).collect();
    assert!(left.contains(&2) && left.contains(&3) && !left.contains(&4), "{left:?}");
    assert!(again.before(u64::MAX, 10).await.expect("a read").iter().all(|logged| !left.contains(&logged.number)));
    let next = again.append(&Redo::Change(&change(5)), at(0)).await.expect("written");
    drop(next);
    assert_eq!(again.left().last(), Some(&(4, Stage::Left)), "numbers go on behind the last that is there");
}

#[tokio::test]
async fn confirmed_entries_come_back_as_they_went_in_the_newest_first() {
    let folder = folder();
    let journal = open(&folder);
    journal.append(&Redo::Change(&change(1)), at(0)).await.expect("written").confirm();
    let settled = Redo::Settlement { task: "T1", fence: 7, to: Settlement::Retry(at(9)) };
    journal.append(&settled, at(1)).await.expect("written").confirm();
    let entries = journal.before(u64::MAX, 10).await.expect("a read");
    let [settlement, begun] = entries.as_slice() else { panic!("{entries:?}") };
    assert!(matches!(&settlement.again, Some(Again::Settlement { task, fence: 7, to }) if task == "T1" && *to == Settlement::Retry(at(9))));
    assert!(matches!(&begun.again, Some(Again::Change(change)) if change.sessions == [session("S1", caller(1))]));
    assert_eq!(journal.before(settlement.number, 10).await.expect("a read").len(), 1);
}

#[tokio::test]
async fn pruning_deletes_what_is_old_and_confirmed_and_nothing_else() {
    let folder = folder();
    let journal = open(&folder);
    for number in 1..=3 {
        journal.append(&Redo::Change(&change(number)), at(u64::from(number))).await.expect("written").confirm();
    }
    drop(journal.append(&Redo::Change(&change(4)), at(1)).await.expect("written"));
    journal.append(&Redo::Change(&change(5)), at(1)).await.expect("written").confirm();
    assert_eq!(journal.prune(at(3), 100).await, Ok(2), "the two old ones before the one whose fate is unknown");
    let left: Vec<u64> = journal.before(u64::MAX, 10).await.expect("a read").iter().map(|logged| logged.number).collect();
    assert_eq!(left, [5, 3]);
    journal.confirm(4);
    assert_eq!(journal.prune(at(3), 100).await, Ok(2));
    assert_eq!(journal.prune(at(100), 100).await, Ok(1));
    drop(journal);
    let journal = open(&folder);
    drop(journal.append(&Redo::Change(&change(6)), at(9)).await.expect("written"));
    assert_eq!(journal.left(), [(6, Stage::Left)], "a number is never given out twice");
}

#[tokio::test]
async fn a_journal_that_is_closed_accepts_nothing() {
    let folder = folder();
    let journal = open(&folder);
    journal.close().expect("closed");
    assert!(matches!(journal.keep(event(1, false)).await, Err(StoreError::Failed(_))));
    assert!(journal.append(&Redo::Change(&change(1)), at(0)).await.is_err());
    assert_eq!((journal.depth(), journal.left()), (0, vec![]));
    assert!(!journal.has_waiting(Partition::from(1)));
}

#[tokio::test]
async fn the_node_keeps_its_name_the_epoch_it_has_met_and_whom_it_saw() {
    let folder = folder();
    let journal = open(&folder);
    journal.met("e1").await.expect("met");
    for seen in [&["node-2", "node-3"][..], &["node-3"]] {
        journal.sees(seen.iter().map(|id| (*id).to_owned()).collect()).await.expect("kept");
    }
    drop(journal);
    let again = JournalFile::open(&folder.path().join("journal.db"), "another name").expect("a journal");
    let NodeState { id, epoch, peers } = again.node();
    assert_eq!((id.as_str(), epoch.as_str(), Vec::from_iter(peers)), ("node-1", "e1", vec!["node-3".to_owned()]));
}

#[test]
fn a_file_that_is_no_journal_is_refused() {
    let folder = folder();
    let path = folder.path().join("journal.db");
    std::fs::write(&path, "words ".repeat(1000)).expect("a file");
    assert!(matches!(JournalFile::open(&path, "n").err(), Some(OpenError::NotADatabase { .. })));
}

#[tokio::test]
async fn whoever_opted_out_is_known_for_ever_without_the_words() {
    use aftercall::ports::store::OptOut;
    let folder = folder();
    let journal = open(&folder);
    let said = |second: u64, to: OptOut| Change {
        sessions: vec![session("S1", caller(1))],
        now: at(second),
        ..crate::support::samples::consent(caller(1), second, to)
    };
    for (second, to) in [(1, OptOut::Out), (2, OptOut::In), (3, OptOut::Out)] {
        journal.append(&Redo::Change(&said(second, to)), at(second)).await.expect("written").confirm();
    }
    let all = || journal.consents((String::new(), String::new()), 10);
    assert_eq!(all().await.expect("a read").len(), 0, "as long as the entries are there");
    assert_eq!(journal.prune(at(100), 100).await, Ok(3));
    let kept = all().await.expect("a read");
    let [(who, Some(Again::Change(change)))] = kept.as_slice() else { panic!("{kept:?}") };
    assert_eq!((who.0.as_str(), change.sessions.len(), change.now), ("default", 0, at(3)));
    assert_eq!(change.respondent.as_ref().and_then(|named| named.opted_out), Some(OptOut::Out));
    assert_eq!(journal.consents(who.clone(), 10).await.expect("a read").len(), 0);
}
