use deadpool_postgres::ClientWrapper;
use serde_json::Value;
use tokio_postgres::Row as Found;
use tokio_postgres::types::Type;

use super::values::{POSTGRES, Stamp, Statement, get};
use crate::phone::Respondent;
use crate::ports::report::{CallName, Changed, Changes, ConsentOf, Cursor, KeptCall, Page, PageQuery, ReportError, Row, Table};
use crate::reports::condition::Clause;
use crate::reports::feed;
use crate::reports::rows::{self, Numbered, Shown, home, shown};

pub async fn page(client: &ClientWrapper, query: &PageQuery) -> Result<Page, ReportError> {
    let select = Statement::from(rows::select(&POSTGRES, query));
    let found = client.query_typed(&select.sql, &select.values()).await?;
    let numbered = |row: &Found| Ok(Numbered { number: get::<i64>(row, 0)?.cast_unsigned(), row: read(home(query.table), row, 1)? });
    Ok(rows::page(query, found.iter().map(numbered).collect::<Result<_, ReportError>>()?))
}

/// The number of the newest change first: what comes while the tables are read one by one waits for the next page.
pub async fn changes(client: &ClientWrapper, asked: (&str, Cursor, usize)) -> Result<Changes, ReportError> {
    let head: i64 = get(&client.query_one("SELECT seq FROM report_feed", &[]).await?, 0)?;
    let mut items = Vec::new();
    for table in feed::TABLES {
        let select = Statement::from(feed::select(&POSTGRES, table, asked));
        for row in client.query_typed(&select.sql, &select.values()).await? {
            let numbered = Numbered { number: get::<i64>(&row, 0)?.cast_unsigned(), row: read(table, &row, 1)? };
            items.push(feed::stands(table, numbered));
        }
    }
    let select = Statement::from(feed::gone(asked));
    for row in client.query_typed(&select.sql, &select.values()).await? {
        let seq = get::<i64>(&row, 0)?.cast_unsigned();
        items.push(Changed { seq, table: get(&row, 1)?, key: get(&row, 2)?, row: None });
    }
    Ok(feed::page(items, head.cast_unsigned(), (asked.1, asked.2)))
}

pub async fn response(client: &ClientWrapper, tenant: &str, session_id: &str) -> Result<Option<Row>, ReportError> {
    let select = Statement::from(Clause { sql: rows::one_response(), values: vec![session_id.into(), tenant.into()] });
    let found = client.query_typed_opt(&select.sql, &select.values()).await?;
    found.map(|row| read(Table::Responses, &row, 0)).transpose()
}

pub async fn consent(client: &ClientWrapper, tenant: &str, of: ConsentOf<'_>) -> Result<Option<(Respondent, Row)>, ReportError> {
    let key = match of {
        ConsentOf::Respondent(respondent) => respondent.expose(),
        ConsentOf::Change(id) => id,
    };
    let select = Statement::from(Clause { sql: rows::consent(of), values: vec![tenant.into(), key.into()] });
    let found = client.query_typed_opt(&select.sql, &select.values()).await?;
    let Some(row) = found else { return Ok(None) };
    Ok(rows::whose((get(&row, 0)?, read(Table::OptOuts, &row, 1)?)))
}

pub async fn call(client: &ClientWrapper, name: CallName<'_>) -> Result<Option<KeptCall>, ReportError> {
    let values = vec![name.tenant.into(), name.account.into(), name.call_id.into()];
    let Some(call) = whole(client, Clause { sql: rows::one_call(), values }, Table::Calls).await? else { return Ok(None) };
    let response = match call.1["session_id"].as_str() {
        Some(id) => {
            let values = vec![name.tenant.into(), id.into()];
            whole(client, Clause { sql: rows::kept_response(), values }, Table::Responses).await?
        }
        None => None,
    };
    rows::kept(call, response).map(Some)
}

/// A row with its number whole.
async fn whole(client: &ClientWrapper, select: Clause, table: Table) -> Result<Option<(Option<String>, Row)>, ReportError> {
    let select = Statement::from(select);
    let found = client.query_typed_opt(&select.sql, &select.values()).await?;
    found.map(|row| Ok((get(&row, 0)?, read(table, &row, 1)?))).transpose()
}

pub async fn ticket(client: &ClientWrapper, tenant: &str, id: &str) -> Result<Option<Row>, ReportError> {
    let select = Statement::from(Clause { sql: rows::one_ticket(), values: vec![id.into(), tenant.into()] });
    let found = client.query_typed_opt(&select.sql, &select.values()).await?;
    found.map(|row| read(Table::Tickets, &row, 0)).transpose()
}

/// The row as the API shows it, from a result whose columns from `first` on are those of the table.
fn read(table: Table, row: &Found, first: usize) -> Result<Row, ReportError> {
    let mut read = Row::new();
    for (at, column) in table.columns().enumerate() {
        read.insert(column.to_owned(), value(row, first + at, shown(column))?);
    }
    Ok(read)
}

fn value(row: &Found, at: usize, shown: Shown) -> Result<Value, ReportError> {
    let whole = row.columns().get(at).is_some_and(|column| *column.type_() == Type::INT8);
    let held: Option<Value> = match shown {
        Shown::Json => get(row, at)?,
        Shown::Flag => get::<Option<bool>>(row, at)?.map(Value::from),
        Shown::Time => get::<Option<Stamp>>(row, at)?.map(|Stamp(at)| at.to_string().into()),
        Shown::AsIs if whole => get::<Option<i64>>(row, at)?.map(Value::from),
        Shown::AsIs | Shown::Masked => get::<Option<String>>(row, at)?.map(|text| rows::words(shown, &text)),
    };
    Ok(held.unwrap_or_default())
}
