use std::path::{Path, PathBuf};

use super::environment::Context;
use super::section::{Read, Section, short};
use super::settings::{Reporting, Store, StoreUrl};
use super::tree::Node;
use super::value::{one_of, owned, text};

/// Where the embedded store is by default.
const DEFAULT: &str = "data/aftercall.db";

/// What a store of some kind can hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Sessions,
    Results,
    Both,
}

/// A family of store addresses. A new adapter: build its [`StoreUrl`] in `build`.
struct Family {
    /// Beginnings of addresses.
    schemes: &'static [&'static str],
    name: &'static str,
    holds: Use,
    /// Makes the address of what follows the scheme; `None`: not built into this version.
    build: Option<fn(&str, &Context<'_>) -> Read<StoreUrl>>,
}

const FAMILIES: [Family; 4] = [
    Family { schemes: &["embedded:"], name: "embedded", holds: Use::Both, build: Some(embedded) },
    Family {
        schemes: &["redis://", "rediss://", "redis-sentinel://", "rediss-sentinel://", "redis-cluster://", "rediss-cluster://"],
        name: "redis",
        holds: Use::Sessions,
        build: None,
    },
    Family { schemes: &["postgres://", "postgresql://"], name: "postgres", holds: Use::Results, build: None },
    Family { schemes: &["clickhouse://"], name: "clickhouse", holds: Use::Results, build: None },
];

/// `[store]`
pub fn read_store(section: Section<'_>, context: &Context<'_>) -> Store {
    let url = section.value("url", |node| address(node, Use::Sessions, context));
    for key in ["journal", "journal_path"] {
        let given = match key {
            "journal" => section.value("journal", one_of(&[("always", ()), ("outage", ())])).is_some(),
            _ => section.value("journal_path", owned).is_some(),
        };
        if given {
            section.warning(key, "is not in force in this version: it belongs to redis stores");
        }
    }
    section.finish();
    Store { url: url.unwrap_or_else(|| StoreUrl::Embedded(moved(Path::new(DEFAULT), context))) }
}

/// `[reporting]`
pub fn read_reporting(section: Section<'_>, context: &Context<'_>, store: &Store) -> Reporting {
    let url = section.value("url", |node| address(node, Use::Results, context));
    if url.as_ref().is_some_and(|url| *url != store.url) {
        // Results are written with the sessions' own commit, and SQLite commits two files at once only without a crash between them.
        section.warning("url", "another file than store.url is not in force in this version: results are kept in the store's own file");
    }
    section.finish();
    Reporting { url: store.url.clone() }
}

fn address(node: &Node, wanted: Use, context: &Context<'_>) -> Read<StoreUrl> {
    let text = text(node)?;
    let found =
        FAMILIES.iter().find_map(|family| family.schemes.iter().find_map(|scheme| text.strip_prefix(scheme)).map(|rest| (family, rest)));
    let Some((family, rest)) = found else {
        let scheme = text.split_once(':').map_or(text, |(scheme, _)| scheme);
        return Err(format!("`{}` is no kind of store; write \"embedded:PATH\"", short(scheme)));
    };
    if family.holds != Use::Both && family.holds != wanted {
        let (holds, wanted) = if wanted == Use::Sessions { ("results", "sessions") } else { ("sessions", "results") };
        return Err(format!("a {} store keeps {holds}, not {wanted}", family.name));
    }
    let build = family.build.ok_or_else(|| format!("{} stores are not built into this version; write \"embedded:PATH\"", family.name))?;
    build(rest, context)
}

fn embedded(path: &str, context: &Context<'_>) -> Read<StoreUrl> {
    let path = Path::new(path.trim());
    if path.file_name().is_none() {
        return Err("write the path of a file after \"embedded:\"".to_owned());
    }
    Ok(StoreUrl::Embedded(moved(path, context)))
}

/// Where the file is: `--data` moves relative paths into its folder.
fn moved(path: &Path, context: &Context<'_>) -> PathBuf {
    match (context.data, path.file_name()) {
        (Some(data), Some(name)) if path.is_relative() => data.join(name),
        _ => path.to_owned(),
    }
}
