//! Who is erased is gone from rows and scores, and the figures of everybody else stay.

use aftercall::phone::Respondent;
use aftercall::ports::erasure::{Erasure, Traces};
use aftercall::ports::report::{Cursor, Fact, Interval, Order, PageQuery, Table, Unmatched, UnmatchedReason};
use aftercall::survey::model::Measure;
use aftercall::survey::response::Response;

use super::{DAY, FIRST, Stage, all, by_agent, facts, generated, moment, naive, of_tenant, pages, query, ticket};

fn gone() -> Respondent {
    Respondent::parse("+14155550155").expect("a number")
}

fn is_theirs(row: &Response) -> bool {
    row.respondent.as_ref() == Some(&gone()) && row.tenant == "default"
}

/// Every fifth row is of one caller.
fn lives() -> Vec<Response> {
    let mut rows = generated(31);
    for (at, row) in rows.iter_mut().enumerate() {
        row.respondent = if at % 5 == 0 { Some(gone()) } else { Respondent::parse(&format!("+141555501{:02}", at % 40)).ok() };
    }
    rows
}

fn words(rows: &[Response]) -> Vec<Fact> {
    let unmatched = Unmatched {
        id: "U1".into(),
        tenant: "default".into(),
        account: "main".into(),
        line: None,
        respondent: gone(),
        text: "zebra".into(),
        received_at: moment(FIRST),
        reason: UnmatchedReason::NoSession,
    };
    let theirs = rows.iter().find(|row| is_theirs(row)).expect("a row");
    let mut noted = ticket("k1", &theirs.session_id);
    noted.notes.push(aftercall::ports::report::Note { at: moment(FIRST), by: None, text: "zebra".into() });
    vec![Fact::Unmatched(unmatched), Fact::Ticket(Box::new(noted))]
}

async fn stands(stage: &impl Stage, rows: &[Response]) {
    let left: Vec<Response> = rows.iter().filter(|row| !is_theirs(row)).cloned().collect();
    for measure in [Measure::Csat, Measure::Nps, Measure::Ces] {
        let scores = stage.store().measures(&query(&[measure], &["agent"], Interval::None)).await.expect("scores");
        let wanted = naive(&left, measure, by_agent);
        assert_eq!(scores.iter().map(|score| score.group["agent"].clone()).collect::<Vec<_>>(), wanted.keys().cloned().collect::<Vec<_>>());
        scores.iter().for_each(|score| wanted[&score.group["agent"]].assert(score));
    }
    let mine = |row: &&Response| row.tenant == "default";
    let funnel = stage.store().funnel(&of_tenant("default"), &[]).await.expect("a funnel").remove(0);
    assert_eq!(funnel.calls, rows.iter().filter(mine).count() as u64);
    assert_eq!(funnel.suppressed.get("erased").copied(), Some(rows.iter().filter(|row| is_theirs(row)).count() as u64));
    let (responses, _) = all(stage.store(), pages(Table::Responses, of_tenant("default"))).await;
    assert_eq!(responses.len(), left.iter().filter(mine).count());
    let (calls, _) = all(stage.store(), PageQuery { order: Order::Identity, ..pages(Table::Calls, of_tenant("default")) }).await;
    let nameless = calls.iter().filter(|call| call["respondent"].is_null() && call["session_id"].is_null());
    assert_eq!(nameless.count(), rows.iter().filter(|row| is_theirs(row)).count());
    let (unmatched, _) = all(stage.store(), pages(Table::Unmatched, of_tenant("default"))).await;
    assert_eq!(unmatched.len(), 0);
    let (tickets, _) = all(stage.store(), pages(Table::Tickets, of_tenant("default"))).await;
    assert!(tickets.iter().all(|ticket| ticket["notes"] == serde_json::json!([])), "{tickets:?}");
}

pub async fn who_is_erased_leaves_every_table_and_the_figures_of_others_stay(stage: &impl Stage) {
    let rows = lives();
    let (facts, words) = (facts(&rows), words(&rows));
    stage.write(&facts).await;
    stage.write(&words).await;
    let erasure = Erasure { id: "E1".into(), tenant: "default".into(), respondent: gone(), by: "command".into() };
    let now = moment(FIRST + 400 * DAY);
    let theirs = rows.iter().filter(|row| is_theirs(row)).count() as u64;
    let receipt = stage.erase(&erasure, &Traces::default(), now).await;
    let tables = &receipt.removed.tables;
    assert_eq!((tables["responses"], tables["calls"], tables["unmatched_replies"], tables["tickets"]), (theirs, theirs, 1, 1));
    stands(stage, &rows).await;

    // What comes late, or again, brings nothing back.
    stage.write(&facts).await;
    stage.write(&words).await;
    stands(stage, &rows).await;
    let again = stage.erase(&erasure, &Traces::default(), now).await;
    assert_eq!((again.removed, again.tombstone), (receipt.removed, receipt.tombstone), "its receipt stays what it was");
}

pub async fn the_feed_shows_rows_in_one_order_and_what_is_gone(stage: &impl Stage) {
    let rows = lives();
    stage.write(&facts(&rows)).await;
    let read = async |mut after: Cursor| {
        let mut items = Vec::new();
        loop {
            let page = stage.store().changes("default", after, 7).await.expect("a page");
            after = page.next;
            items.extend(page.items);
            if !page.more {
                return (items, after);
            }
        }
    };
    let (items, place) = read(Cursor::default()).await;
    // A response that ends and its call have one number; a page may end between them.
    assert!(items.windows(2).all(|pair| pair[0].seq <= pair[1].seq));
    assert_eq!(items.iter().map(|item| (&item.table, &item.key)).collect::<std::collections::BTreeSet<_>>().len(), items.len());
    assert!(items.windows(2).any(|pair| pair[0].seq == pair[1].seq));
    let mine = rows.iter().filter(|row| row.tenant == "default").count();
    for table in ["responses", "calls"] {
        assert_eq!(items.iter().filter(|item| item.table == table && item.row.is_some()).count(), mine, "{table}");
    }
    let erasure = Erasure { id: "E1".into(), tenant: "default".into(), respondent: gone(), by: "command".into() };
    stage.erase(&erasure, &Traces::default(), moment(FIRST + 400 * DAY)).await;
    let (items, _) = read(place).await;
    let mut gone: Vec<&str> = items.iter().filter(|item| item.row.is_none()).map(|item| item.key.as_str()).collect();
    let mut wanted: Vec<&str> = rows.iter().filter(|row| is_theirs(row)).map(|row| row.session_id.as_str()).collect();
    gone.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(gone, wanted);
    assert!(stage.store().changes("nobody", Cursor::default(), 7).await.expect("a page").items.is_empty(), "nothing of another tenant");
}
