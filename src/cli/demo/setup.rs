//! What the demo's gateway is configured with.

use std::path::Path;

use anyhow::Context;
use ring::digest::{SHA256, digest};

use super::callers::Plan;
use super::centre::{AGENTS, COMPANIES, REGIONS, VISITORS};
use crate::config::{Environment, Loaded};

const CONFIGURATION: &str = include_str!("../../../config/demo/aftercall.toml");
const LOYALTY: &str = include_str!("../../../config/demo/loyalty.toml");

/// Writes configuration and survey into a folder of their own and reads them as `serve` would.
///
/// # Errors
/// A folder that cannot be written.
pub fn load(plan: &Plan, data: &Path) -> anyhow::Result<Loaded> {
    let folder = data.join("demo");
    let surveys = folder.join("surveys");
    let cannot = || format!("cannot write {}", folder.display());
    std::fs::create_dir_all(&surveys).with_context(cannot)?;
    let file = folder.join("aftercall.toml");
    std::fs::write(&file, configuration(plan)).with_context(cannot)?;
    std::fs::write(surveys.join("loyalty.toml"), LOYALTY).with_context(cannot)?;
    crate::config::load(Some(&file), Some(data), &Environment::default()).map_err(crate::cli::faults)
}

/// The configuration with the figures that fit the number of calls.
fn configuration(plan: &Plan) -> String {
    let a_day = plan.calls as f64 / f64::from(plan.days.max(1));
    // Reached by the busiest agents on Mondays, and by all of them together on the day of the outage. Few calls reach neither.
    let quota = (0.62 * a_day / AGENTS.len() as f64).ceil().max(4.0);
    let budget = (0.95 * a_day).ceil().max(40.0);
    let served = REGIONS.iter().filter(|region| region.served).flat_map(|region| region.numbers.split(' '));
    let beginnings: std::collections::BTreeSet<String> =
        served.chain(COMPANIES).chain(VISITORS.split(' ')).map(|number| format!("\"+{}\"", &number[..number.len().min(7)])).collect();
    let beginnings: Vec<String> = beginnings.into_iter().collect();
    // Figures alone are of the calls that are asked for: sessions and calls not asked make them up.
    let recovery = if plan.until.is_some() { "recovery = \"recovery\"" } else { "recovery = false" };
    CONFIGURATION
        .replace("recovery = \"recovery\"", recovery)
        .replace(&"0".repeat(64), &secret(plan.seed))
        .replace("quota = 50", &format!("quota = {quota}"))
        .replace("per_day = 1000", &format!("per_day = {budget}"))
        .replace("allowed_countries = []", &format!("allowed_countries = [{}]", beginnings.join(", ")))
}

fn secret(seed: u64) -> String {
    digest(&SHA256, format!("aftercall demo {seed}").as_bytes()).as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}
