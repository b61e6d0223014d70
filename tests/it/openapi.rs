//! The description of the API: complete, true, and for each tenant and role what it says.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

mod matrix;
mod outside;
mod parameters;
mod town;

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// The description as it is shipped.
fn described() -> Value {
    serde_json::from_str(include_str!("../../src/http/openapi.json")).expect("JSON")
}

/// One operation of it.
struct Operation {
    path: String,
    method: String,
    inner: Value,
}

impl Operation {
    /// The role that it needs; none: no token either.
    fn role(&self) -> Option<&str> {
        self.inner["security"][0]["token"][0].as_str()
    }

    /// Whether its token must be one that may see whole numbers.
    fn unmasks(&self) -> bool {
        self.inner["security"][0]["token"][1] == "unmask"
    }

    /// The names of its parameters in that place, with those of the path itself.
    fn parameters(&self, place: &str) -> BTreeSet<String> {
        let given = self.inner["parameters"].as_array().into_iter().flatten();
        given.filter(|given| given["in"] == place).filter_map(|given| Some(given["name"].as_str()?.to_owned())).collect()
    }
}

/// All operations, references to parameters resolved.
fn operations() -> Vec<Operation> {
    let api = described();
    let resolved = |parameter: &Value| match parameter["$ref"].as_str() {
        Some(reference) => api.pointer(reference.trim_start_matches('#')).expect("a parameter").clone(),
        None => parameter.clone(),
    };
    let mut all = Vec::new();
    for (path, item) in api["paths"].as_object().expect("paths") {
        let of_path = item["parameters"].as_array().cloned().unwrap_or_default();
        for method in METHODS {
            let Some(mut inner) = item.get(method).cloned() else { continue };
            let own = inner["parameters"].as_array().cloned().unwrap_or_default();
            inner["parameters"] = of_path.iter().chain(&own).map(resolved).collect();
            all.push(Operation { path: path.clone(), method: method.to_owned(), inner });
        }
    }
    all
}

/// Path and methods of each `.route(…)` of a source file.
fn routes(file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let source = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("a source");
    let mut found = BTreeMap::new();
    for route in source.split(".route(\"").skip(1) {
        let (path, rest) = route.split_once("\",").expect("a path");
        let mut depth = 1;
        let end = rest.find(|c: char| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            depth == 0
        });
        let handlers = &rest[..end.expect("a closing bracket")];
        let words: BTreeSet<&str> = handlers.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
        let methods = if handlers.contains("hook(") {
            vec!["get", "post"]
        } else {
            METHODS.into_iter().filter(|method| words.contains(method)).collect()
        };
        found.insert(path.to_owned(), methods.into_iter().map(str::to_owned).collect());
    }
    found
}

#[test]
fn every_route_is_described_and_every_described_route_is_there() {
    let mut there = routes("src/http/router.rs");
    there.extend(routes("src/http/api.rs"));
    assert!(there.len() > 25 && there.contains_key("/metrics"), "{there:#?}");
    let mut described: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for operation in operations() {
        described.entry(operation.path).or_default().insert(operation.method);
    }
    assert_eq!(described, there);
}

#[test]
fn every_operation_says_who_may_what_it_takes_and_what_can_go_wrong() {
    let mut ids = BTreeSet::new();
    for operation in operations() {
        let what = format!("{} {}", operation.method, operation.path);
        let id = operation.inner["operationId"].as_str().unwrap_or_else(|| panic!("{what}: no operationId"));
        assert!(ids.insert(id.to_owned()), "{id} twice");
        assert!(operation.inner["summary"].is_string() && operation.inner["tags"][0].is_string(), "{what}");
        let of_path: BTreeSet<String> =
            operation.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).map(str::to_owned).collect();
        assert_eq!(operation.parameters("path"), of_path, "{what}");
        let answers = operation.inner["responses"].as_object().expect("answers");
        let has = |code: &str| answers.contains_key(code);
        assert!(answers.keys().any(|code| code.starts_with('2')), "{what}");
        if operation.path.starts_with("/v1/") {
            assert!(matches!(operation.role(), Some("read" | "ingest" | "admin")), "{what} says no role");
            assert!(has("401") && has("403") && has("503") && has("500"), "{what}");
            assert!(operation.parameters("query").is_empty() || has("400"), "{what}");
            assert!(of_path.is_empty() || has("404"), "{what}");
            assert!(has("408") && has("413"), "{what}");
        }
        for parameter in operation.inner["parameters"].as_array().expect("parameters") {
            assert!(parameter.get("example").is_some() && parameter["description"].is_string(), "{what}: {parameter}");
        }
        let shown = |content: &Value| content.as_object().expect("content").values().all(|media| media.get("example").is_some());
        let json = answers.iter().filter(|(code, _)| code.starts_with('2')).filter_map(|(_, answer)| answer.get("content"));
        for content in json.chain(operation.inner["requestBody"].get("content")) {
            assert!(operation.path.starts_with("/hooks/") || shown(content), "{what} has no example");
        }
    }
}
