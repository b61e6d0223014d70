use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::call::{Agent, Call, Moment};
use crate::flows::attributes::{Added, MOST};
use crate::http::error::ApiError;
use crate::phone::Respondent;

/// Longest text of a field, in characters.
const LONGEST: usize = 200;

/// Reads an ended call as `POST /v1/calls` takes it. Fields that are not known are left alone.
///
/// # Errors
/// [`ApiError::Invalid`] names the field and never repeats its value.
pub fn read(body: &[u8], tenant: &str) -> Result<Call, ApiError> {
    let Ok(Value::Object(fields)) = serde_json::from_slice(body) else {
        return Err(ApiError::Invalid("the body is not a JSON object".to_owned()));
    };
    let fields = Fields(&fields);
    let call = Call {
        account: fields.required("account")?,
        tenant: tenant.to_owned(),
        call_id: fields.required("call_id")?,
        line: fields.text("line")?,
        respondent: respondent(fields)?,
        direction: fields.one_of("direction", "inbound or outbound")?,
        started_at: fields.moment("started_at")?,
        answered_at: fields.moment("answered_at")?,
        ended_at: fields.moment("ended_at")?.ok_or_else(|| missing("ended_at"))?,
        ended_by: fields.one_of("ended_by", "caller, agent or system")?,
        outcome: fields.one_of("outcome", "answered or unanswered")?,
        language: fields.text("language")?,
        invited_by: fields.one_of("invited_by", "system, agent or declined")?,
        agents: agents(fields)?,
        queue: fields.text("queue")?,
        attributes: attributes(fields)?,
    };
    in_order(&call)?;
    Ok(call)
}

/// Where the number is withheld the caller must say so by `null`; leaving it out is more likely a mistake.
fn respondent(fields: Fields<'_>) -> Result<Option<Respondent>, ApiError> {
    if !fields.0.contains_key("respondent") {
        return Err(missing("respondent"));
    }
    let parse = |text: String| Respondent::parse(&text).map_err(|error| wrong("respondent", &error.to_string()));
    fields.text("respondent")?.map(parse).transpose()
}

fn in_order(call: &Call) -> Result<(), ApiError> {
    let begin = call.answered_at.or(call.started_at).unwrap_or(call.ended_at);
    if call.started_at.is_some_and(|started| started > begin) {
        return Err(wrong("answered_at", "before started_at"));
    }
    if begin > call.ended_at { Err(wrong("ended_at", "before the call began")) } else { Ok(()) }
}

fn agents(fields: Fields<'_>) -> Result<Vec<Agent>, ApiError> {
    let agents = match fields.0.get("agents") {
        None | Some(Value::Null) => return Ok(Vec::new()),
        Some(Value::Array(agents)) if agents.len() <= MOST => agents,
        Some(_) => return Err(wrong("agents", "not a list of at most 50 agents")),
    };
    let agent = |agent: &Value| {
        let Value::Object(fields) = agent else { return Err(wrong("agents", "not a list of objects with id, team and seconds")) };
        let fields = Fields(fields);
        let inside = |error: ApiError| ApiError::Invalid(format!("agents: {error}"));
        let seconds = fields.one_of("seconds", "a whole number of seconds").map_err(inside)?;
        Ok(Agent { id: fields.required("id").map_err(inside)?, team: fields.text("team").map_err(inside)?, seconds })
    };
    agents.iter().map(agent).collect()
}

/// Reads `{"attributes": {…}}`; `null` takes an attribute away. Fields that are not known are left alone.
///
/// # Errors
/// [`ApiError::Invalid`] names the field and never repeats its value.
pub fn added(body: &[u8]) -> Result<Added, ApiError> {
    let Ok(Value::Object(fields)) = serde_json::from_slice(body) else {
        return Err(ApiError::Invalid("the body is not a JSON object".to_owned()));
    };
    match fields.get("attributes") {
        None | Some(Value::Null) => Err(missing("attributes")),
        Some(_) => given(Fields(&fields)),
    }
}

fn given(fields: Fields<'_>) -> Result<Added, ApiError> {
    let none = Map::new();
    let given = match fields.0.get("attributes") {
        None | Some(Value::Null) => &none,
        Some(Value::Object(given)) if given.len() <= MOST => given,
        Some(_) => return Err(wrong("attributes", "not an object with at most 50 members")),
    };
    let mut attributes = Added::new();
    for (name, value) in given {
        let text = match value {
            Value::String(text) => Some(text.clone()),
            Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
            Value::Null => None,
            _ => return Err(wrong("attributes", "a value is not a text, number or boolean")),
        };
        check("attributes", name)?;
        check("attributes", text.as_deref().unwrap_or_default())?;
        attributes.insert(name.clone(), text);
    }
    Ok(attributes)
}

fn attributes(fields: Fields<'_>) -> Result<BTreeMap<String, String>, ApiError> {
    let given = given(fields)?;
    let mut attributes: BTreeMap<String, String> = given.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    if let Some(consent) = fields.one_of::<bool>("consent", "true or false")? {
        attributes.insert("consent".to_owned(), consent.to_string());
    }
    Ok(attributes)
}

/// The members of a JSON object; `null` is the same as not given.
#[derive(Clone, Copy)]
struct Fields<'a>(&'a Map<String, Value>);

impl Fields<'_> {
    fn text(self, name: &str) -> Result<Option<String>, ApiError> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => check(name, text).map(|()| Some(text.clone()).filter(|text| !text.is_empty())),
            Some(_) => Err(wrong(name, "not a text")),
        }
    }

    fn required(self, name: &str) -> Result<String, ApiError> {
        self.text(name)?.ok_or_else(|| missing(name))
    }

    fn moment(self, name: &str) -> Result<Option<Moment>, ApiError> {
        self.text(name)?.map(|text| Moment::parse(&text).map_err(|error| wrong(name, &error.to_string()))).transpose()
    }

    fn one_of<T: DeserializeOwned>(self, name: &str, wanted: &str) -> Result<Option<T>, ApiError> {
        let value = self.0.get(name).cloned().unwrap_or_default();
        serde_json::from_value(value).map_err(|_| wrong(name, &format!("not {wanted}")))
    }
}

fn check(name: &str, text: &str) -> Result<(), ApiError> {
    if text.chars().any(char::is_control) {
        return Err(wrong(name, "contains control characters"));
    }
    if text.chars().count() > LONGEST { Err(wrong(name, "longer than 200 characters")) } else { Ok(()) }
}

fn missing(name: &str) -> ApiError {
    wrong(name, "missing")
}

fn wrong(name: &str, why: &str) -> ApiError {
    ApiError::Invalid(format!("{name}: {why}"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::call::{CallOutcome, Direction, InvitedBy, Party};

    fn contract() -> Value {
        json!({"account": "main", "call_id": "CA1", "line": "+14155550100", "respondent": "+14155550123", "direction": "inbound",
            "started_at": "2026-11-23T10:00:00.000Z", "answered_at": "2026-11-23T10:00:05.000Z", "ended_at": "2026-11-23T10:03:00.000Z",
            "ended_by": "caller", "outcome": "answered", "language": "en", "invited_by": "system",
            "agents": [{"id": "alice", "team": "blue", "seconds": 170}], "queue": "support",
            "attributes": {"region": "cn/js/nanjing", "tier": "vip"}, "something_new": [1]})
    }

    fn call(body: &Value) -> Result<Call, ApiError> {
        read(body.to_string().as_bytes(), "default")
    }

    #[test]
    fn the_example_of_the_contract_is_read() {
        let call = call(&contract()).expect("a call");
        assert_eq!((call.direction, call.ended_by), (Some(Direction::Inbound), Some(Party::Caller)));
        assert_eq!((call.outcome, call.invited_by), (Some(CallOutcome::Answered), Some(InvitedBy::System)));
        assert_eq!(call.agents, [Agent { id: "alice".into(), team: Some("blue".into()), seconds: Some(170) }]);
        assert_eq!((call.tenant.as_str(), call.attributes["tier"].as_str()), ("default", "vip"));
    }

    #[test]
    fn four_fields_are_enough() {
        let body = json!({"account": "main", "call_id": "CA1", "respondent": "+14155550123", "ended_at": "2026-11-23T10:03:00+08:00"});
        assert_eq!(call(&body).map(|call| call.ended_at.to_string()).as_deref(), Ok("2026-11-23T02:03:00.000Z"));
        let withheld = json!({"account": "main", "call_id": "CA1", "respondent": null, "ended_at": "2026-11-23T10:03:00Z"});
        assert_eq!(call(&withheld).map(|call| call.respondent), Ok(None));
    }

    #[test]
    fn consent_becomes_an_attribute() {
        let mut body =
            json!({"account": "main", "call_id": "CA1", "respondent": null, "ended_at": "2026-11-23T10:03:00Z", "consent": true});
        assert_eq!(call(&body).map(|call| call.attributes["consent"].clone()).as_deref(), Ok("true"));
        body["consent"] = json!("perhaps");
        assert_eq!(call(&body), Err(ApiError::Invalid("consent: not true or false".into())));
    }

    #[test]
    fn a_wrong_field_is_named_and_its_value_is_not_repeated() {
        let cases = [
            ("account", Value::Null, "account: missing"),
            ("call_id", json!(7), "call_id: not a text"),
            (
                "respondent",
                json!("4155550123"),
                "respondent: not an E.164 number: write it as + and 7 to 15 digits, for example +14155550123",
            ),
            ("ended_at", json!("noon"), "ended_at: not an RFC 3339 time, for example 2026-11-23T10:03:00.000Z"),
            ("ended_at", json!("2026-11-23T09:00:00Z"), "ended_at: before the call began"),
            ("started_at", json!("2026-11-23T10:01:00Z"), "answered_at: before started_at"),
            ("direction", json!("sideways"), "direction: not inbound or outbound"),
            ("agents", json!("alice"), "agents: not a list of at most 50 agents"),
            ("agents", json!([{"team": "blue"}]), "agents: id: missing"),
            ("agents", json!([{"id": "a", "seconds": -1}]), "agents: seconds: not a whole number of seconds"),
            ("attributes", json!({"a": [1]}), "attributes: a value is not a text, number or boolean"),
            ("queue", json!("x".repeat(201)), "queue: longer than 200 characters"),
            ("queue", json!("a\u{0}b"), "queue: contains control characters"),
        ];
        for (field, value, detail) in cases {
            let mut body = contract();
            body[field] = value;
            assert_eq!(call(&body), Err(ApiError::Invalid(detail.into())));
        }
        assert_eq!(read(b"[]", "default"), Err(ApiError::Invalid("the body is not a JSON object".into())));
        assert_eq!(read(b"{\"account\"", "default"), Err(ApiError::Invalid("the body is not a JSON object".into())));
    }
}
