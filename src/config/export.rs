use std::collections::BTreeSet;

use jiff::tz::TimeZone;

use super::environment::Context;
use super::section::{Section, short};
use super::settings::{ExportSettings, PeriodLength};
use super::value::{duration, flag, name, one_of, owned, parsed};
use crate::call::Moment;
use crate::ports::report::Table;

/// The formats that this build can write.
const FORMATS: [(&str, &str); 3] = [("csv", "csv"), ("ndjson", "ndjson"), ("parquet", "parquet")];
const LENGTHS: [(&str, PeriodLength); 4] =
    [("hour", PeriodLength::Hour), ("day", PeriodLength::Day), ("week", PeriodLength::Week), ("month", PeriodLength::Month)];

/// Every `[[export]]`.
pub fn read(root: &Section<'_>, context: &Context<'_>) -> Vec<ExportSettings> {
    let mut names = BTreeSet::new();
    let mut found = Vec::new();
    for section in root.sections("export") {
        let read = export(&section, context);
        section.finish();
        let Some(export) = read else { continue };
        if names.insert(export.name.clone()) {
            found.push(export);
        } else {
            section.error("name", &format!("`{}` is the name of another export", short(&export.name)));
        }
    }
    found
}

fn export(section: &Section<'_>, context: &Context<'_>) -> Option<ExportSettings> {
    let given = section.required("name", name);
    let table = section.value_or("table", Table::Responses, one_of(&Table::NAMED));
    let format = section.value_or("format", "csv", one_of(&FORMATS));
    if format == "parquet" && !cfg!(feature = "parquet") {
        section.error("format", "parquet is not built into this version");
    }
    let folder = section.required("folder", owned).map(|folder| context.folder.join(folder));
    let every = section.value_or("every", PeriodLength::Day, one_of(&LENGTHS));
    let zone = section.value_or("zone", TimeZone::UTC, parsed("a zone such as \"Europe/Berlin\"", |name| TimeZone::get(name).ok()));
    let from = section.value("from", parsed("a time such as \"2026-11-01T00:00:00Z\"", |text| Moment::parse(text).ok()));
    let wait = section.value_or("wait", std::time::Duration::ZERO, duration);
    let (bom, tenant, keep) = (section.value_or("bom", false, flag), section.value("tenant", owned), section.value("keep", duration));
    if every == PeriodLength::Hour && section.has("zone") {
        section.warning("zone", "is not in force: hours are those of UTC");
    }
    Some(ExportSettings { name: given?, table, format, bom, folder: folder?, every, zone, wait, from, tenant, keep })
}
