//! What single callers said.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use serde::Serialize;
use serde_json::Value;

use super::frame::{Frame, Place};
use super::visitor::Visitor;
use super::words::Words;
use super::{PageError, html};
use crate::http::Gateway;
use crate::http::api::parameters::Parameters;
use crate::ports::report::{Cursor, Order, PageQuery, Row, Table};
use crate::survey::model::{Channel, Locale};
use crate::survey::session::Prompt;
use crate::survey::wording;

/// Lines of a page.
const PAGE: usize = 50;

/// A response in one line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// Where the whole stands.
    pub link: String,
    /// End of the call, to the minute.
    pub at: String,
    /// The masked number.
    pub respondent: String,
    /// Who spoke with them.
    pub agents: String,
    /// In which queue.
    pub queue: String,
    /// `sms`, `ivr`, `call`.
    pub channel: String,
    /// What was asked.
    pub survey: String,
    /// `CSAT 5`.
    pub scores: String,
    /// How it stands, for the style sheet.
    pub state: String,
    /// The same in words.
    pub said: String,
    /// What the caller wrote, if anything.
    pub comment: String,
}

/// A row of the API in one line.
pub fn line(words: &Words, row: &Row) -> Line {
    let text = |name: &str| row.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let agents = row.get("agents").and_then(Value::as_array).into_iter().flatten().filter_map(|agent| agent["id"].as_str());
    let state = text("disposition");
    Line {
        link: format!("/responses/{}", text("session_id")),
        at: minute(&text("call_ended_at")),
        respondent: text("respondent"),
        agents: agents.collect::<Vec<_>>().join(", "),
        queue: text("queue"),
        channel: text("channel"),
        survey: text("survey"),
        scores: scores(row),
        said: words.disposition(&state).to_owned(),
        state,
        comment: comment(row),
    }
}

/// `2026-11-23 10:03`.
pub fn minute(time: &str) -> String {
    time.get(..16).unwrap_or(time).replace('T', " ")
}

fn scores(row: &Row) -> String {
    let scores = row.get("scores").and_then(Value::as_object).into_iter().flatten().filter(|(_, value)| !value.is_null());
    let said = scores.map(|(measure, value)| format!("{} {}", measure.replace('_', " ").to_uppercase(), plain(value)));
    said.collect::<Vec<_>>().join(" · ")
}

/// A value without quotes.
pub fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn comment(row: &Row) -> String {
    let answers = row.get("answers").and_then(Value::as_array).into_iter().flatten();
    answers.filter_map(|answer| answer["text"].as_str()).next_back().unwrap_or_default().to_owned()
}

#[derive(Template)]
#[template(path = "responses.html")]
struct Responses {
    frame: Frame,
    lines: Vec<Line>,
    filters: Vec<(String, String)>,
    older: Option<String>,
}

pub async fn page(State(gateway): State<Gateway>, visitor: Visitor, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let invalid = |error: crate::http::error::ApiError| PageError::Invalid(error.to_string());
    let mut parameters = Parameters::read(query.as_deref());
    let after = parameters.take("cursor").map_err(invalid)?.map_or(Ok(Cursor::LAST), |text| Cursor::parse(&text));
    let after = after.map_err(|error| PageError::Invalid(error.to_string()))?;
    let filter = parameters.filter(Table::Responses, &visitor.tenant).map_err(invalid)?;
    parameters.end().map_err(invalid)?;
    let query_pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_deref().unwrap_or_default().as_bytes()).into_owned().collect();
    let filters: Vec<(String, String)> = query_pairs.into_iter().filter(|(name, _)| name != "cursor").collect();
    let page = gateway.reports.page(&PageQuery { table: Table::Responses, filter, order: Order::Newest, after, limit: PAGE }).await?;
    let next = page.next.to_string();
    let pairs = filters.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain([("cursor", next.as_str())]);
    let older = page.more.then(|| format!("?{}", form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()));
    let frame = Frame::new(&gateway, &visitor, Place::Responses);
    let lines = page.rows.iter().map(|row| line(frame.words, row)).collect();
    html(&Responses { frame, lines, filters, older })
}

#[derive(Template)]
#[template(path = "response.html")]
struct One {
    frame: Frame,
    line: Line,
    locale: String,
    bubbles: Vec<Bubble>,
    facts: Vec<(String, String)>,
}

/// One turn of the conversation.
pub struct Bubble {
    pub from_caller: bool,
    pub text: String,
    pub note: String,
}

pub async fn one(State(gateway): State<Gateway>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, PageError> {
    let row = gateway.reports.response(&visitor.tenant, &id).await?.ok_or(PageError::NotFound)?;
    let frame = Frame::new(&gateway, &visitor, Place::Responses);
    let locale = row.get("locale").map(plain).unwrap_or_default();
    html(&One { line: line(frame.words, &row), bubbles: bubbles(&gateway, &row), facts: facts(&row), locale, frame })
}

/// Question and answer in turn; a question whose definition is no longer known shows its name.
pub fn bubbles(gateway: &Gateway, row: &Row) -> Vec<Bubble> {
    let text = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let row_text = |name: &str| row.get(name).map(plain).unwrap_or_default();
    let (survey, version, locale) = (row_text("survey"), row_text("survey_version"), row_text("locale"));
    let mut bubbles = Vec::new();
    for answer in row.get("answers").and_then(Value::as_array).into_iter().flatten() {
        let (question, channel) = (text(answer, "question"), text(answer, "channel"));
        let asked = asked(gateway, (&survey, &version), (&question, &locale, &channel)).unwrap_or(question);
        bubbles.push(Bubble { from_caller: false, text: asked, note: String::new() });
        let said = [text(answer, "raw"), text(answer, "text")].into_iter().find(|said| !said.is_empty());
        let value = if answer["value"].is_null() { text(answer, "outcome") } else { plain(&answer["value"]) };
        let label = text(answer, "label");
        let read = if label.is_empty() || label == value { value } else { format!("{value} · {label}") };
        bubbles.push(Bubble {
            from_caller: true,
            text: said.unwrap_or_else(|| read.clone()),
            note: format!("{} {read}", minute(&text(answer, "answered_at"))),
        });
    }
    bubbles
}

/// The words of a question as they were sent or spoken, where the definition is still at hand.
fn asked(gateway: &Gateway, (survey, version): (&str, &str), (question, locale, channel): (&str, &str, &str)) -> Option<String> {
    let rules = gateway.flows.rulebook();
    let survey = rules.book.known().find(|known| known.key.id == survey && known.key.version.to_string() == version)?;
    let locale = Locale::parse(locale)?;
    let channel = [Channel::Sms, Channel::Ivr, Channel::Call].into_iter().find(|known| known.name() == channel)?;
    wording::say(survey, &locale, channel, &Prompt::Ask { question: question.to_owned(), attempt: 0, lead: None })
}

/// What else is known of it, by column.
fn facts(row: &Row) -> Vec<(String, String)> {
    const SHOWN: &str = "call_id line queue survey survey_version variant locale channels disposition invited_by invited_at delivered_at \
        first_answer_at completed_at late ticket_id previous_session_id provider_code attributes agents version session_id";
    let known = SHOWN.split_whitespace().filter_map(|name| Some((name.to_owned(), row.get(name)?)));
    known.filter(|(_, value)| !value.is_null()).map(|(name, value)| (name, plain(value))).collect()
}
