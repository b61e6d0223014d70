//! What is asked of the audit, whatever store it lies in; a question mark stands for each value.

use crate::ports::report::Table;

/// Writes down who looks at which numbers.
pub const NOTE: &str = "INSERT INTO unmaskings (tenant, token, at, of_table, keys) VALUES (?, ?, ?, ?, ?)";

/// Reads what was done with a tenant's data: when, what, who, table, keys, what was removed.
pub const DEEDS: &str = "SELECT at, what, who, of_table, keys, removed FROM (\
    SELECT at, 'unmask' AS what, token AS who, of_table, keys, NULL AS removed, tenant FROM unmaskings \
    UNION ALL SELECT at, 'erase', by, NULL, id, removed::text, tenant FROM erasures) d WHERE tenant = ? ORDER BY at DESC LIMIT ?";

/// Reads the number of a tenant's row.
pub fn number(table: Table) -> String {
    let (name, key) = match table {
        Table::Responses | Table::Answers => ("responses", "session_id = ?"),
        Table::Calls => ("calls", "account || '/' || call_id = ?"),
        Table::Unmatched => ("unmatched_replies", "id = ?"),
        Table::OptOuts => ("opt_outs", "id = ?"),
        Table::Tickets => ("responses", "ticket_id = ?"),
    };
    format!("SELECT respondent FROM {name} WHERE tenant = ? AND {key}")
}

/// The statement with its places numbered.
pub fn numbered(sql: &str, sign: char) -> String {
    let mut pieces = sql.split('?');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.zip(1..).fold(first, |sql, (piece, at)| format!("{sql}{sign}{at}{piece}"))
}
