//! What single callers said.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use serde::Serialize;
use serde_json::Value;

use super::frame::{Frame, Place};
use super::visitor::Visitor;
use super::words::Words;
use super::{PageError, html, shown};
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
    // A form sends also what was left empty.
    let pairs = form_urlencoded::parse(query.as_deref().unwrap_or_default().as_bytes()).into_owned();
    let pairs: Vec<(String, String)> = pairs.filter(|(_, value)| !value.trim().is_empty()).collect();
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(&pairs).finish();
    let mut parameters = Parameters::read(Some(&query));
    let after = parameters.take("cursor").map_err(invalid)?.map_or(Ok(Cursor::LAST), |text| Cursor::parse(&text));
    let after = after.map_err(|error| PageError::Invalid(error.to_string()))?;
    let filter = parameters.filter(Table::Responses, &visitor.tenant).map_err(invalid)?;
    parameters.end().map_err(invalid)?;
    let filters: Vec<(String, String)> = pairs.into_iter().filter(|(name, _)| name != "cursor").collect();
    let page = gateway.reports.page(&PageQuery { table: Table::Responses, filter, order: Order::Newest, after, limit: PAGE }).await?;
    let next = page.next.to_string();
    let pairs = filters.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain([("cursor", next.as_str())]);
    let older = page.more.then(|| format!("?{}", form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()));
    let frame = Frame::new(&gateway, &visitor, Place::Responses);
    let lines = page.rows.iter().map(|row| line(frame.words, row)).collect();
    html(&Responses { frame, lines, filters, older })
}

impl Responses {
    /// What the form begins with.
    fn given(&self, name: &str) -> &str {
        self.filters.iter().find(|(given, _)| given == name).map_or("", |(_, value)| value.as_str())
    }

    /// The filters that the form does not ask for; it keeps them.
    fn others(&self) -> impl Iterator<Item = &(String, String)> {
        self.filters.iter().filter(|(name, _)| !["agent", "queue", "disposition"].contains(&name.as_str()))
    }

    /// How a survey can stand, with its name.
    fn states(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let words = self.frame.words;
        STATES.split(' ').map(|state| (state, words.disposition(state)))
    }
}

const STATES: &str = "open completed partial refused opted_out expired undeliverable failed";

#[derive(Template)]
#[template(path = "response.html")]
struct One {
    frame: Frame,
    line: Line,
    locale: String,
    bubbles: Vec<Bubble>,
    facts: Vec<Known>,
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
    html(&One { line: line(frame.words, &row), bubbles: bubbles(&gateway, &row), facts: facts(frame.words, &row), locale, frame })
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
            note: format!("{} · {read}", minute(&text(answer, "answered_at"))),
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

/// Something else that is known of it.
struct Known {
    name: String,
    value: String,
    link: Option<String>,
}

impl Known {
    fn new(name: impl Into<String>, value: String) -> Self {
        Self { name: name.into(), value, link: None }
    }

    fn leading_to(self, place: &str) -> Self {
        Self { link: Some(format!("{place}{}", self.value)), ..self }
    }
}

/// What else is known: where it came from, when what happened, and what belongs to it.
fn facts(words: &Words, row: &Row) -> Vec<Known> {
    let text = |name: &str| row.get(name).filter(|value| !value.is_null()).map(plain).unwrap_or_default();
    let time = |name: &str| minute(&text(name));
    let version = text("survey_version");
    let survey = [text("survey"), if version.is_empty() { version } else { format!("v{version}") }, text("variant")];
    let channels = row.get("channels").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let mut known = vec![
        Known::new(words.agents, agents(row)),
        Known::new(words.queue, text("queue")),
        Known::new(words.survey, survey.join(" ").trim().to_owned()),
        Known::new(words.language_by, text("locale")),
        Known::new(words.channel, channels.collect::<Vec<_>>().join(", ")),
        Known::new(words.invited, time("invited_at")),
        Known::new(words.delivered, time("delivered_at")),
        Known::new(words.answered, time("first_answer_at")),
        Known::new(words.completed, time("completed_at")),
    ];
    let attributes = row.get("attributes").and_then(Value::as_object).into_iter().flatten();
    known.extend(attributes.map(|(name, value)| Known::new(name.as_str(), plain(value))));
    known.push(Known::new(words.ticket, text("ticket_id")).leading_to("/tickets/"));
    known.push(Known::new(words.asked_before, text("previous_session_id")).leading_to("/responses/"));
    known.extend([Known::new(words.call, text("call_id")), Known::new(words.lines_label, text("line"))]);
    known.retain(|known| !known.value.is_empty());
    known
}

/// `alice`, or with their shares where there are several.
fn agents(row: &Row) -> String {
    let agents: Vec<&Value> = row.get("agents").and_then(Value::as_array).into_iter().flatten().collect();
    let share = |agent: &Value| agent["share"].as_f64().filter(|_| agents.len() > 1);
    let shown = |agent: &&Value| {
        let share = share(agent).map(|share| format!(" ({})", shown::per_cent((share * 1000.0).round() / 10.0)));
        format!("{}{}", agent["id"].as_str().unwrap_or_default(), share.unwrap_or_default())
    };
    agents.iter().map(shown).collect::<Vec<_>>().join(", ")
}
