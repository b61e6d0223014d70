//! `aftercall export`.

use std::io::Write;

use clap::{Args, ValueEnum};

use crate::call::Moment;
use crate::flows::export::{CHUNK, Export, Format};
use crate::ports::report::{Cursor, Filter, Order, PageQuery, ReportStore, Table};

/// For `--help`.
pub const EXAMPLES: &str = "Examples:\n  aftercall export --table responses --format csv > responses.csv\n  \
                            aftercall export --table answers --format ndjson --from 2026-11-01T00:00:00Z --to 2026-12-01T00:00:00Z\n  \
                            aftercall export --table calls --format parquet > calls.parquet";

/// Arguments of `export`.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct ExportArguments {
    /// Which rows.
    #[arg(long, value_enum, default_value = "responses")]
    pub table: ExportTable,
    /// In which form.
    #[arg(long, value_enum, default_value = "csv")]
    pub format: ExportFormat,
    /// Calls that ended not before, as RFC 3339 time.
    #[arg(long, value_parser = moment)]
    pub from: Option<Moment>,
    /// Calls that ended before, as RFC 3339 time.
    #[arg(long, value_parser = moment)]
    pub to: Option<Moment>,
    /// Only this tenant; without it all.
    #[arg(long)]
    pub tenant: Option<String>,
    /// Begin CSV with the byte order mark that Excel needs.
    #[arg(long)]
    pub bom: bool,
}

/// What can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportTable {
    /// One row per session.
    Responses,
    /// One row per answer.
    Answers,
    /// One row per ended call.
    Calls,
    /// Texts that belong to no session.
    Unmatched,
    /// Changes of consent.
    OptOuts,
    /// Follow-ups of complaints.
    Tickets,
}

/// How it can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// RFC 4180, safe to open in a spreadsheet.
    Csv,
    /// One JSON object a line.
    Ndjson,
    /// Apache Parquet, with typed columns.
    Parquet,
}

fn moment(text: &str) -> Result<Moment, String> {
    Moment::parse(text).map_err(|error| error.to_string())
}

/// Writes the rows, numbers masked, piece by piece.
///
/// # Errors
/// If the store cannot read, the output cannot be written, or the format is not built in.
pub async fn run(arguments: &ExportArguments, store: &dyn ReportStore, out: &mut dyn Write) -> anyhow::Result<()> {
    let name = |value: Option<clap::builder::PossibleValue>| value.map(|value| value.get_name().to_owned()).unwrap_or_default();
    let format = name(arguments.format.to_possible_value());
    let Some(format) = Format::named(&format, arguments.bom) else {
        anyhow::bail!("{format} is not built into this version; use --format csv or --format ndjson");
    };
    let table = name(arguments.table.to_possible_value());
    let table = Table::named(&table).ok_or_else(|| anyhow::anyhow!("there is no table {table}"))?;
    let filter = Filter { tenant: arguments.tenant.clone(), from: arguments.from, to: arguments.to, ..Filter::default() };
    let mut export = Export::new(PageQuery { table, filter, order: Order::Identity, after: Cursor::default(), limit: CHUNK }, format);
    while let Some(piece) = export.next(store).await? {
        out.write_all(&piece)?;
    }
    Ok(out.flush()?)
}
