//! Exports to folders, as configured.

use std::sync::Arc;

use anyhow::Context;

use crate::config::{ExportSettings, PeriodLength, Settings};
use crate::flows::export::Format;
use crate::ports::clock::Clock;
use crate::ports::report::ReportStore;
use crate::workers::export::{Every, Exports, Plan};

/// The worker, where anything is to be exported.
///
/// # Errors
/// A format that is not built in.
pub fn make(settings: &Settings, reports: &Arc<dyn ReportStore>, clock: &Arc<dyn Clock>) -> anyhow::Result<Option<Arc<Exports>>> {
    let plans = settings.exports.iter().map(plan).collect::<anyhow::Result<Vec<Plan>>>()?;
    let worker = || Arc::new(Exports { reports: Arc::clone(reports), clock: Arc::clone(clock), plans: plans.clone() });
    Ok((!plans.is_empty()).then(worker))
}

fn plan(of: &ExportSettings) -> anyhow::Result<Plan> {
    let zone = of.zone.clone();
    let every = match of.every {
        PeriodLength::Hour => Every::Hour,
        PeriodLength::Day => Every::Day(zone),
        PeriodLength::Week => Every::Week(zone),
        PeriodLength::Month => Every::Month(zone),
    };
    Ok(Plan {
        name: of.name.clone(),
        table: of.table,
        format: Format::named(of.format, of.bom).with_context(|| format!("{} is not built into this version", of.format))?,
        folder: of.folder.clone(),
        every,
        wait: of.wait,
        from: of.from,
        tenant: of.tenant.clone(),
        keep: of.keep,
    })
}
