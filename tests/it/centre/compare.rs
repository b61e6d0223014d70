//! What the API says beside what is expected.

use serde_json::Value;

/// The first field that differs, by its path.
pub fn difference(found: &Value, wanted: &Value) -> Option<String> {
    walk(found, wanted, "")
}

fn walk(found: &Value, wanted: &Value, path: &str) -> Option<String> {
    match (found, wanted) {
        (Value::Object(found), Value::Object(wanted)) => {
            let extra = found.keys().find(|key| !wanted.contains_key(*key));
            let extra = extra.map(|key| format!("{path}.{key}: not expected, {}", found[key]));
            let near = wanted.get("p_value").and_then(Value::as_f64).is_some_and(|p| (p - 0.05).abs() < 1e-5);
            extra.or_else(|| {
                let mut fields = wanted.iter().filter(|(key, _)| !(near && *key == "differs"));
                fields.find_map(|(key, wanted)| walk(found.get(key).unwrap_or(&Value::Null), wanted, &format!("{path}.{key}")))
            })
        }
        (Value::Array(found), Value::Array(wanted)) if found.len() == wanted.len() => {
            found.iter().zip(wanted).enumerate().find_map(|(at, (found, wanted))| walk(found, wanted, &format!("{path}[{at}]")))
        }
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap_or(f64::NAN), b.as_f64().unwrap_or(f64::NAN));
            // Four decimals are shown, of probabilities six; a cost by a rounded gain has its rounding.
            let rounding = if path.ends_with("p_value") { 5e-7 } else { 5e-5 };
            let by_rounding = rounding + 1e-6 + 1e-11 * b.abs();
            ((a - b).abs() > by_rounding).then(|| format!("{path}: {a} instead of {b}"))
        }
        _ => (found != wanted).then(|| format!("{path}: {found} instead of {wanted}")),
    }
}

/// Every item, in order: which differs first, and how.
pub fn differing(found: &Value, wanted: &[Value]) -> Option<String> {
    let Some(found) = found["items"].as_array() else { return Some(format!("no items: {found}")) };
    let named = |item: &Value| format!("{} {} {}", item["measure"], item["interval_start"], item["group"]);
    let mut pairs = found.iter().zip(wanted);
    let first = pairs.find_map(|(found, wanted)| Some((difference(found, wanted)?, found, wanted)));
    let first = first.map(|(how, found, wanted)| format!("{}: {how}\nfound {found}\nwanted {wanted}", named(wanted)));
    first.or_else(|| (found.len() != wanted.len()).then(|| format!("{} items instead of {}", found.len(), wanted.len())))
}
