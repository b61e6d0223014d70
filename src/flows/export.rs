//! Rows as files: CSV (RFC 4180), newline-delimited JSON and Parquet, page by page in constant memory.

use std::io::Write;

use serde_json::Value;

use crate::ports::report::{Page, PageQuery, ReportError, ReportStore, Row, Table};

#[cfg(feature = "parquet")]
use parquet::ParquetFile;

#[cfg(feature = "parquet")]
mod parquet;

/// Rows that are rendered at once.
pub const CHUNK: usize = 500;

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// With a header line; cells that a spreadsheet would run as a formula begin with an apostrophe.
    Csv {
        /// Begins with the byte order mark that Excel needs to see UTF-8.
        bom: bool,
    },
    /// One JSON object a line.
    Ndjson,
    /// Apache Parquet with typed columns.
    #[cfg(feature = "parquet")]
    Parquet,
}

impl Format {
    /// The format of that name, if it is built into this version; `bom` is for CSV alone.
    #[must_use]
    pub fn named(name: &str, bom: bool) -> Option<Self> {
        match name {
            "csv" => Some(Self::Csv { bom }),
            "ndjson" => Some(Self::Ndjson),
            #[cfg(feature = "parquet")]
            "parquet" => Some(Self::Parquet),
            _ => None,
        }
    }

    /// How files of it end.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv { .. } => "csv",
            Self::Ndjson => "ndjson",
            #[cfg(feature = "parquet")]
            Self::Parquet => "parquet",
        }
    }
}

/// An export that is being written.
pub struct Export {
    query: PageQuery,
    format: Format,
    state: State,
    #[cfg(feature = "parquet")]
    file: Option<Box<ParquetFile>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Beginning,
    Going,
    Over,
}

impl Export {
    /// From the query's cursor to the end, [`PageQuery::limit`] rows at once.
    #[must_use]
    pub fn new(query: PageQuery, format: Format) -> Self {
        Self {
            query,
            format,
            state: State::Beginning,
            #[cfg(feature = "parquet")]
            file: None,
        }
    }

    /// The next piece; `None` at the end.
    ///
    /// # Errors
    /// [`ReportError`] if the store cannot read on; what was written so far is not the whole.
    pub async fn next(&mut self, store: &dyn ReportStore) -> Result<Option<Vec<u8>>, ReportError> {
        if self.state == State::Over {
            return Ok(None);
        }
        let page = store.page(&self.query).await?;
        let piece = self.piece(&page)?;
        self.query.after = page.next;
        self.state = if page.more { State::Going } else { State::Over };
        Ok(Some(piece))
    }

    fn piece(&mut self, page: &Page) -> Result<Vec<u8>, ReportError> {
        #[cfg(feature = "parquet")]
        if self.format == Format::Parquet {
            return self.columns(page).map_err(failed);
        }
        let table = self.query.table;
        let mut piece = if self.state == State::Beginning { head(table, self.format)? } else { Vec::new() };
        match self.format {
            Format::Csv { .. } => piece.extend(records(table, &page.rows)?),
            _ => objects(&page.rows, &mut piece)?,
        }
        Ok(piece)
    }

    #[cfg(feature = "parquet")]
    fn columns(&mut self, page: &Page) -> Result<Vec<u8>, ::parquet::errors::ParquetError> {
        let mut file = match self.file.take() {
            Some(file) => file,
            None => Box::new(ParquetFile::new(self.query.table)?),
        };
        let mut piece = file.take(&page.rows)?;
        if !page.more {
            piece.extend(file.end()?);
        }
        self.file = Some(file);
        Ok(piece)
    }
}

fn head(table: Table, format: Format) -> Result<Vec<u8>, ReportError> {
    let Format::Csv { bom } = format else { return Ok(Vec::new()) };
    let mut head = if bom { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
    let mut writer = lines();
    writer.write_record(table.columns()).map_err(failed)?;
    head.extend(writer.into_inner().map_err(failed)?);
    Ok(head)
}

/// The rows without a header.
fn records(table: Table, rows: &[Row]) -> Result<Vec<u8>, ReportError> {
    let mut writer = lines();
    for row in rows {
        writer.write_record(table.columns().map(|column| row.get(column).map_or_else(String::new, cell))).map_err(failed)?;
    }
    writer.into_inner().map_err(failed)
}

fn objects(rows: &[Row], written: &mut Vec<u8>) -> Result<(), ReportError> {
    for row in rows {
        let flat: Row = row.iter().map(|(column, value)| (column.clone(), as_text(value))).collect();
        serde_json::to_writer(&mut *written, &flat).map_err(failed)?;
        written.write_all(b"\n").map_err(failed)?;
    }
    Ok(())
}

fn lines() -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new())
}

fn failed(error: impl std::fmt::Display) -> ReportError {
    ReportError::Failed(error.to_string())
}

/// Lists and maps become JSON text, so that all formats have the same columns.
fn as_text(value: &Value) -> Value {
    match value {
        Value::Array(_) | Value::Object(_) => Value::String(value.to_string()),
        plain => plain.clone(),
    }
}

fn cell(value: &Value) -> String {
    match as_text(value) {
        Value::Null => String::new(),
        Value::String(text) => harmless(text),
        plain => plain.to_string(),
    }
}

/// A text that a spreadsheet would run as a formula gets an apostrophe before it
/// (OWASP, CSV injection: owasp.org/www-community/attacks/CSV_Injection).
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}
