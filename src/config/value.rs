use std::time::Duration;

use super::section::{Read, nearest, short};
use super::tree::{Node, Value};

/// A year and a bit: no period of this gateway is longer than ten of them.
const LONGEST: Duration = Duration::from_secs(3660 * 86_400);

/// Characters, of which there is at least one.
pub fn text(node: &Node) -> Read<&str> {
    let text = match (&node.value, &node.raw) {
        (Value::Text(text), _) => text,
        (_, Some(raw)) => raw,
        (other, None) => return Err(format!("a string is expected, not {}", other.kind())),
    };
    if text.trim().is_empty() { Err("must not be empty".to_owned()) } else { Ok(text) }
}

/// The same, as a text of its own.
pub fn owned(node: &Node) -> Read<String> {
    text(node).map(str::to_owned)
}

/// A whole number between the two, both included.
pub fn whole(least: i64, most: i64) -> impl Fn(&Node) -> Read<i64> {
    move |node| match node.value {
        Value::Whole(n) if (least..=most).contains(&n) => Ok(n),
        Value::Whole(_) => Err(format!("a whole number from {least} to {most} is expected")),
        ref other => Err(format!("a whole number is expected, not {}", other.kind())),
    }
}

/// A count between the two, both included.
pub fn count(least: u32, most: u32) -> impl Fn(&Node) -> Read<u32> {
    let whole = whole(i64::from(least), i64::from(most));
    move |node| whole(node).and_then(|n| u32::try_from(n).map_err(|_| "is too large".to_owned()))
}

/// A number between the two, both included.
pub fn number(least: f64, most: f64) -> impl Fn(&Node) -> Read<f64> {
    move |node| {
        let number = match node.value {
            #[expect(clippy::cast_precision_loss, reason = "limits are far below 2^52")]
            Value::Whole(n) => n as f64,
            Value::Number(n) => n,
            ref other => return Err(format!("a number is expected, not {}", other.kind())),
        };
        if (least..=most).contains(&number) { Ok(number) } else { Err(format!("a number from {least} to {most} is expected")) }
    }
}

/// `true` or `false`.
pub fn flag(node: &Node) -> Read<bool> {
    match node.value {
        Value::Flag(flag) => Ok(flag),
        ref other => Err(format!("true or false is expected, not {}", other.kind())),
    }
}

/// A time such as `72h`, `10m`, `30d`, `0s`, `500ms`.
pub fn duration(node: &Node) -> Read<Duration> {
    const HOW: &str = "write a number and its unit (ms, s, m, h, d or w), for example \"10m\"";
    let Value::Text(text) = &node.value else { return Err(format!("a duration is expected: {HOW}")) };
    parse_duration(text).ok_or_else(|| format!("`{}` is no duration: {HOW}", short(text)))
}

fn parse_duration(text: &str) -> Option<Duration> {
    let unit = text.find(|c: char| !c.is_ascii_digit())?;
    let (digits, unit) = text.split_at(unit);
    let millis: u64 = match unit {
        "ms" => 1,
        "s" => 1000,
        "m" => 60_000,
        "h" => 3_600_000,
        "d" => 86_400_000,
        "w" => 604_800_000,
        _ => return None,
    };
    let millis = digits.parse::<u64>().ok()?.checked_mul(millis)?;
    Some(Duration::from_millis(millis)).filter(|duration| *duration <= LONGEST)
}

/// One of the words, and what it stands for.
pub fn one_of<T: Copy>(words: &[(&str, T)]) -> impl Fn(&Node) -> Read<T> {
    move |node| {
        let given = text(node)?;
        let found = words.iter().find(|(word, _)| *word == given).map(|(_, meaning)| *meaning);
        found.ok_or_else(|| {
            let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let hint = nearest(given, &all).map(|near| format!(", did you mean `{near}`?")).unwrap_or_default();
            format!("`{}` is none of {}{hint}", short(given), all.join(", "))
        })
    }
}

/// A name that can stand in an address: letters, digits, `-`, `_`, at most 64.
pub fn name(node: &Node) -> Read<String> {
    let text = text(node)?;
    let fine = text.len() <= 64 && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    if fine { Ok(text.to_owned()) } else { Err(format!("`{}` is no name: use up to 64 letters, digits, - and _", short(text))) }
}

/// Something that reads itself from a text; `what` names it with an example.
pub fn parsed<T>(what: &str, parse: impl Fn(&str) -> Option<T>) -> impl Fn(&Node) -> Read<T> {
    move |node| {
        let text = text(node)?;
        parse(text).ok_or_else(|| format!("`{}` is not {what}", short(text)))
    }
}

#[cfg(test)]
mod tests {
    use super::parse_duration;

    #[test]
    fn durations_carry_their_unit() {
        let millis = |text| parse_duration(text).map(|duration| duration.as_millis());
        assert_eq!(
            ["0s", "500ms", "10m", "72h", "30d", "2w"].map(millis),
            [Some(0), Some(500), Some(600_000), Some(259_200_000), Some(2_592_000_000), Some(1_209_600_000)]
        );
        for wrong in ["", "10", "m", "1.5h", "-1s", "1 h", "10M", "99999999999999999999s", "18446744073709551615w", "4000d", "1h30m"] {
            assert_eq!(parse_duration(wrong), None, "{wrong}");
        }
    }
}
