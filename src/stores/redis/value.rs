//! Reading answers.

use redis::Value;

use crate::ports::store::StoreError;

/// The lists and numbers of an answer.
pub(super) fn list(value: Value) -> Result<Vec<Value>, StoreError> {
    match value {
        Value::Array(list) => Ok(list),
        _ => Err(odd()),
    }
}

pub(super) fn bytes(value: Value) -> Result<Vec<u8>, StoreError> {
    match value {
        Value::BulkString(bytes) => Ok(bytes),
        Value::SimpleString(text) => Ok(text.into_bytes()),
        Value::Okay => Ok(b"OK".to_vec()),
        Value::VerbatimString { text, .. } => Ok(text.into_bytes()),
        _ => Err(odd()),
    }
}

/// `None` for nil, and for the false that a script gives instead.
pub(super) fn optional(value: Value) -> Result<Option<Vec<u8>>, StoreError> {
    match value {
        Value::Nil | Value::Boolean(false) => Ok(None),
        value => bytes(value).map(Some),
    }
}

pub(super) fn number(value: &Value) -> Result<i64, StoreError> {
    match value {
        Value::Int(number) => Ok(*number),
        // A score.
        Value::Double(number) if number.is_finite() => Ok(*number as i64),
        Value::BulkString(_) | Value::SimpleString(_) => {
            let text = text(value).ok_or_else(odd)?;
            let whole = text.parse::<i64>().ok();
            whole.or_else(|| text.parse::<f64>().ok().map(|score| score as i64)).ok_or_else(odd)
        }
        _ => Err(odd()),
    }
}

pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::BulkString(bytes) => String::from_utf8(bytes.clone()).ok(),
        Value::SimpleString(text) | Value::VerbatimString { text, .. } => Some(text.clone()),
        _ => None,
    }
}

/// The next element.
pub(super) fn next(values: &mut std::vec::IntoIter<Value>) -> Result<Value, StoreError> {
    values.next().ok_or_else(odd)
}

/// A line `name:value` of INFO's answer.
pub(super) fn info_field(info: &str, name: &str) -> Option<String> {
    info.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':').map(|value| value.trim().to_owned()))
}

/// Milliseconds of TIME's answer.
pub(super) fn time(value: Value) -> Result<i64, StoreError> {
    let mut parts = list(value)?.into_iter();
    let (seconds, micros) = (number(&next(&mut parts)?)?, number(&next(&mut parts)?)?);
    Ok(seconds.saturating_mul(1000).saturating_add(micros / 1000))
}

/// Not what was asked for: another program wrote under our keys, or the server is none.
pub(super) fn odd() -> StoreError {
    StoreError::Unreadable("an answer of another shape".to_owned())
}
