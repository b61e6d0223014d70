use std::path::{Path, PathBuf};

use super::environment::Context;
use super::secret::{Secret, secrets};
use super::section::{Read, Section, short};
use super::server::has_secret;
use super::settings::{JournalRule, Reporting, ReportingUrl, Store, StoreUrl};
use super::value::{one_of, owned};
use crate::ports::address::RedisUrl;

/// Where the embedded store is by default.
const DEFAULT: &str = "data/aftercall.db";
/// Where the journal is by default.
const JOURNAL: &str = "data/journal.db";

const REDIS: [&str; 6] = ["redis://", "rediss://", "redis-sentinel://", "rediss-sentinel://", "redis-cluster://", "rediss-cluster://"];
const POSTGRES: [&str; 2] = ["postgres://", "postgresql://"];

/// `[store]`; `server` is where a missing secret is reported.
pub fn read_store(section: Section<'_>, server: &Section<'_>, context: &Context<'_>) -> Store {
    let url = address(&section, context, |text| store_url(text, context)).unwrap_or_else(|| StoreUrl::Embedded(default(DEFAULT, context)));
    let shared = matches!(url, StoreUrl::Redis(_));
    let journal = section.value("journal", one_of(&[("always", JournalRule::Always), ("outage", JournalRule::Outage)]));
    let path = section.value("journal_path", owned);
    if !shared && (journal.is_some() || path.is_some()) {
        section.warning("journal", "belongs to redis stores: the embedded store is its own journal");
    }
    if shared && !has_secret(server) {
        server.error("secret", "is missing: gateways that share a store must have the same (openssl rand -hex 32)");
    }
    let place = place(&section);
    section.finish();
    let journal_path = path.map_or_else(|| default(JOURNAL, context), |path| moved(Path::new(&path), context));
    Store { url, journal: journal.unwrap_or_default(), journal_path, place }
}

/// `[reporting]`
pub fn read_reporting(section: Section<'_>, context: &Context<'_>, store: &Store) -> Reporting {
    let given = address(&section, context, |text| reporting_url(text, context));
    let own = match &store.url {
        StoreUrl::Embedded(path) => ReportingUrl::Embedded(path.clone()),
        StoreUrl::Redis(_) => ReportingUrl::Embedded(default(DEFAULT, context)),
    };
    let url = given.unwrap_or(own);
    if matches!((&store.url, &url), (StoreUrl::Redis(_), ReportingUrl::Embedded(_))) {
        section.warning(
            "url",
            "results are kept in a file of this gateway alone; where several gateways share a store write a postgres:// address",
        );
    }
    let place = place(&section);
    section.finish();
    Reporting { url, place }
}

/// The address of a store; it may hold a password, so it may stand in a variable or a file of its own.
fn address<T>(section: &Section<'_>, context: &Context<'_>, read: impl Fn(&str) -> Read<T>) -> Option<T> {
    let given = secrets(section, "url", context);
    let text = given.first().map(Secret::expose).filter(|text| !text.is_empty())?;
    read(text).map_err(|wrong| section.error("url", &wrong)).ok()
}

fn place(section: &Section<'_>) -> (String, u32) {
    let place = section.place_of("url");
    (place.file.to_string(), place.line)
}

fn store_url(text: &str, context: &Context<'_>) -> Read<StoreUrl> {
    match text {
        _ if text.starts_with("embedded:") => embedded(text, context).map(StoreUrl::Embedded),
        _ if begins(text, &REDIS) => RedisUrl::parse(text).map(StoreUrl::Redis),
        _ if begins(text, &POSTGRES) => Err("a postgres store keeps results, not sessions".to_owned()),
        _ if text.starts_with("clickhouse://") => Err("a clickhouse store keeps results, not sessions".to_owned()),
        _ => Err(unknown(text, "\"embedded:PATH\" or a redis address such as \"redis://HOST:6379/0\"")),
    }
}

fn reporting_url(text: &str, context: &Context<'_>) -> Read<ReportingUrl> {
    match text {
        _ if text.starts_with("embedded:") => embedded(text, context).map(ReportingUrl::Embedded),
        _ if begins(text, &POSTGRES) => Ok(ReportingUrl::Postgres(Secret::from(text))),
        _ if begins(text, &REDIS) => Err("a redis store keeps sessions, not results".to_owned()),
        _ if text.starts_with("clickhouse://") => {
            Err("clickhouse stores are not built into this version; write \"embedded:PATH\" or a postgres:// address".to_owned())
        }
        _ => Err(unknown(text, "\"embedded:PATH\" or \"postgres://USER:PASSWORD@HOST/DATABASE\"")),
    }
}

fn begins(text: &str, schemes: &[&str]) -> bool {
    schemes.iter().any(|scheme| text.starts_with(scheme))
}

fn unknown(text: &str, write: &str) -> String {
    let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
    if scheme.is_empty() {
        format!("is no address of a store; write {write}")
    } else {
        format!("`{}` is no kind of store; write {write}", short(scheme))
    }
}

fn embedded(text: &str, context: &Context<'_>) -> Read<PathBuf> {
    let path = Path::new(text.strip_prefix("embedded:").unwrap_or(text).trim());
    if path.file_name().is_none() {
        return Err("write the path of a file after \"embedded:\"".to_owned());
    }
    Ok(moved(path, context))
}

fn default(path: &str, context: &Context<'_>) -> PathBuf {
    moved(Path::new(path), context)
}

/// Where the file is: `--data` moves relative paths into its folder.
fn moved(path: &Path, context: &Context<'_>) -> PathBuf {
    match (context.data, path.file_name()) {
        (Some(data), Some(name)) if path.is_relative() => data.join(name),
        _ => path.to_owned(),
    }
}
