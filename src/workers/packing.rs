//! Packing: rows of the past are brought into columns, so that reports about millions of them stay quick.

use crate::ports::report::{Packing, ReportError};

/// Rows that must wait before it is worth packing them. So many are read one by one with each report.
pub const WORTH: u32 = 2_000;

/// Packs some rows or, where too few wait, brings some segments together; gives whether there may be more to do.
///
/// # Errors
/// [`ReportError`] of the store; the next run goes on there.
pub async fn run_once(store: &dyn Packing, worth: u32) -> Result<bool, ReportError> {
    Ok(store.pack(worth).await? > 0 || store.merge().await?)
}
