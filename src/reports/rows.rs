//! Rows as the API shows them, whatever store they come from: which columns a page reads, and how each is shown.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::condition::{Clause, Dialect, STATE_OF_CONSENT, Value as Bound, Walk, matching};
use crate::call::Moment;
use crate::phone::{self, Respondent};
use crate::ports::report::{CallFact, ConsentOf, Cursor, KeptCall, Order, Page, PageQuery, ReportError, Row, Table};

/// How a column is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    AsIs,
    Flag,
    Time,
    Json,
    Masked,
}

/// How the column of that name is shown.
pub fn shown(column: &str) -> Shown {
    match column {
        "respondent" => Shown::Masked,
        "late" | "opted_out" | "recovered" => Shown::Flag,
        "agents" | "attributes" | "email" | "notes" | "channels" | "answers" | "scores" | "measures" => Shown::Json,
        "at" => Shown::Time,
        time if time.ends_with("_at") => Shown::Time,
        _ => Shown::AsIs,
    }
}

/// A time as the API shows it.
pub fn time(millis: i64) -> Value {
    Moment::from_millis(millis).to_string().into()
}

/// A text column as the API shows it; JSON columns are read by the store.
pub fn words(shown: Shown, text: &str) -> Value {
    match shown {
        // Of a number that is kept no longer.
        Shown::Masked if text.starts_with('#') => Value::Null,
        Shown::Masked => phone::mask(text).into(),
        _ => text.into(),
    }
}

/// The table that holds the rows; answers lie in their responses.
pub fn home(table: Table) -> Table {
    if table == Table::Answers { Table::Responses } else { table }
}

/// A stored row and its number in the order asked for.
pub struct Numbered {
    pub number: u64,
    pub row: Row,
}

/// Reads the response of one session and tenant; the question marks are these two.
pub fn one_response() -> String {
    format!("SELECT {} FROM responses t WHERE t.session_id = ? AND t.tenant = ?", names(Table::Responses))
}

/// Reads the newest change of consent of a tenant's respondent: the number whole, then the columns. The question mark behind the
/// tenant's is the number, or the id of any change of theirs.
pub fn consent(of: ConsentOf<'_>) -> String {
    let whose = match of {
        ConsentOf::Respondent(_) => "?",
        ConsentOf::Change(_) => "(SELECT o.respondent FROM opt_outs o WHERE o.tenant = t.tenant AND o.id = ?)",
    };
    let columns = names(Table::OptOuts);
    format!("SELECT t.respondent, {columns} FROM opt_outs t WHERE t.tenant = ? AND t.respondent = {whose} ORDER BY t.row_id DESC LIMIT 1")
}

/// A row and whose it is; none where the number was removed from it.
pub fn whose((number, row): (Option<String>, Row)) -> Option<(Respondent, Row)> {
    Some((Respondent::parse(&number?).ok()?, row))
}

/// Reads a call: the number whole, then the columns; the question marks are tenant, account and call id.
pub fn one_call() -> String {
    format!("SELECT t.respondent, {} FROM calls t WHERE t.tenant = ? AND t.account = ? AND t.call_id = ?", names(Table::Calls))
}

/// Reads the response of a call: the number whole, then the columns; the question marks are tenant and session.
pub fn kept_response() -> String {
    format!("SELECT t.respondent, {} FROM responses t WHERE t.tenant = ? AND t.session_id = ?", names(Table::Responses))
}

/// A row as it is shown, and its number whole.
type Whole = (Option<String>, Row);

/// What was read by [`one_call`] and [`kept_response`].
///
/// # Errors
/// [`ReportError::Unreadable`] for a row that is none of ours.
pub fn kept((number, row): Whole, response: Option<Whole>) -> Result<KeptCall, ReportError> {
    let text = |column: &str| row.get(column).and_then(Value::as_str).map(str::to_owned);
    let (session_id, reason, disposition) = (text("session_id"), text("reason"), text("disposition"));
    let version = row.get("version").and_then(Value::as_u64).unwrap_or(1);
    let agents = row.get("agents").and_then(Value::as_array).into_iter().flatten();
    let shares = agents.map(|agent| agent["share"].as_f64().unwrap_or_default()).collect();
    let call = unmasked((number, row)).ok_or_else(|| ReportError::Unreadable("a call".to_owned()))?;
    let unreadable = || ReportError::Unreadable("a response".to_owned());
    let response = response.map(|whole| unmasked(whole).ok_or_else(unreadable)).transpose()?;
    Ok(KeptCall { fact: CallFact { call, shares, session_id, reason, version }, disposition, response })
}

/// Of a number that is kept no longer its seal stays in the store: [`KeptCall`] has none.
fn unmasked<T: DeserializeOwned>((number, mut row): Whole) -> Option<T> {
    row.insert("respondent".to_owned(), number.filter(|number| !number.starts_with('#')).into());
    for answer in row.get_mut("answers").and_then(Value::as_array_mut).into_iter().flatten() {
        // Words that are kept no longer.
        if let Some(raw) = answer.get_mut("raw").filter(|raw| raw.is_null()) {
            *raw = "".into();
        }
    }
    serde_json::from_value(Value::Object(row)).ok()
}

/// Reads the ticket of one id and tenant; the question marks are these two.
pub fn one_ticket() -> String {
    format!("SELECT {} FROM tickets t WHERE t.id = ? AND t.tenant = ?", names(Table::Tickets))
}

/// Reads a page: the number, then the columns of the table's [`home`].
///
/// One row more than asked for tells whether there is more; of answers another one, since the row of the cursor comes again for its rest.
pub fn select(dialect: &Dialect, query: &PageQuery) -> Clause {
    let table = home(query.table);
    let (order, walk) = match query.order {
        Order::Change | Order::Newest => ("t.seq", Walk::Feed),
        Order::Identity => ("t.row_id", Walk::Rows),
    };
    let (compare, spare) = match (query.order, query.table) {
        (Order::Newest, _) => ("< ?", 1),
        (_, Table::Answers) => (">= ? AND t.answers <> '[]'", 2),
        _ => ("> ?", 1),
    };
    let direction = if query.order == Order::Newest { "DESC" } else { "ASC" };
    let mut select = Clause::default();
    select.push(&format!("SELECT {order}, {} FROM {} t WHERE ", names(table), source(table)), []);
    let matching = matching(dialect, table, (&query.filter, walk));
    select.push(&matching.sql, matching.values);
    let most = i64::try_from(query.limit.saturating_add(spare)).unwrap_or(i64::MAX);
    let values = [Bound::Whole(query.after.row.cast_signed()), Bound::Whole(most)];
    select.push(&format!(" AND {order} {compare} ORDER BY {order} {direction} LIMIT ?"), values);
    select
}

/// The page of what [`select`] found.
pub fn page(query: &PageQuery, rows: Vec<Numbered>) -> Page {
    let found: Vec<(Cursor, Row)> = match query.table {
        Table::Answers => rows.into_iter().flat_map(answers).filter(|(at, _)| *at > query.after).collect(),
        _ => rows.into_iter().map(|found| (Cursor { row: found.number, part: 0 }, found.row)).collect(),
    };
    let more = found.len() > query.limit;
    let next = found.iter().take(query.limit).next_back().map_or(query.after, |(at, _)| *at);
    Page { rows: found.into_iter().take(query.limit).map(|(_, row)| row).collect(), next, more }
}

fn source(table: Table) -> &'static str {
    match table {
        Table::Responses | Table::Answers => "responses",
        Table::Calls => "calls",
        Table::Unmatched => "unmatched_replies",
        Table::OptOuts => "opt_outs",
        Table::Tickets => "tickets",
    }
}

fn names(table: Table) -> String {
    let expression = |column| match (table, column) {
        (Table::OptOuts, "state") => STATE_OF_CONSENT.to_owned(),
        // What came in on no account has none.
        (Table::OptOuts, "account") => "nullif(t.account, '')".to_owned(),
        _ => format!("t.{column}"),
    };
    table.columns().map(expression).collect::<Vec<_>>().join(", ")
}

/// The answers of a response, each with what it takes over from there.
fn answers(mut response: Numbered) -> Vec<(Cursor, Row)> {
    let Some(Value::Array(answers)) = response.row.remove("answers") else { return Vec::new() };
    let flat = |(position, answer): (u64, Value)| {
        let mut row = Row::new();
        for column in Table::Answers.columns() {
            let value = answer.get(column).or_else(|| response.row.get(column)).cloned();
            row.insert(column.to_owned(), value.unwrap_or_default());
        }
        row.insert("position".to_owned(), position.into());
        (Cursor { row: response.number, part: position + 1 }, row)
    };
    (0..).zip(answers).map(flat).collect()
}
