//! What reporting sees of a session: one row, replaced by each newer version.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::measure::part::Dated;
use super::measure::{index, kano};
use super::model::{Channel, Measure, Question, Survey, Value};
use super::session::{Answer, Session};
use crate::call::{Credit, InvitedBy, Moment};
use crate::phone::Respondent;

/// One session as reports see it; serialised as the API and the exports show it, the number masked by whoever writes it out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Response {
    /// Identity.
    pub session_id: String,
    /// A row with a higher version replaces this one.
    pub version: u64,
    /// Tenant.
    pub tenant: String,
    /// Account.
    pub account: String,
    /// The provider's call id.
    pub call_id: String,
    /// Our number.
    pub line: Option<String>,
    /// The caller; whole here, masked in every output.
    pub respondent: Option<Respondent>,
    /// Queue.
    pub queue: Option<String>,
    /// Agents with their share of the credit.
    pub agents: Vec<AgentShare>,
    /// Attributes of the call.
    pub attributes: BTreeMap<String, String>,
    /// Who offered the survey.
    pub invited_by: Option<InvitedBy>,
    /// Survey id.
    pub survey: String,
    /// Survey version.
    pub survey_version: u32,
    /// A/B arm.
    pub variant: Option<String>,
    /// Language.
    pub locale: String,
    /// Channel in use.
    pub channel: Channel,
    /// All channels used.
    pub channels: Vec<Channel>,
    /// `open`, or how it ended.
    pub disposition: String,
    /// Whether any answer came late.
    pub late: bool,
    /// End of the call.
    pub call_ended_at: Moment,
    /// When the invitation was taken by the provider or the first prompt served.
    pub invited_at: Option<Moment>,
    /// When it arrived.
    pub delivered_at: Option<Moment>,
    /// First answer.
    pub first_answer_at: Option<Moment>,
    /// End of the questionnaire.
    pub completed_at: Option<Moment>,
    /// The answers.
    pub answers: Vec<Answer>,
    /// Score per measure; `None` where it was not answered.
    pub scores: BTreeMap<String, Option<Scored>>,
    /// Measures that the survey asks for.
    pub measures: Vec<Measure>,
    /// The ticket it opened.
    pub ticket_id: Option<String>,
    /// The session that this one follows up.
    pub previous_session_id: Option<String>,
    /// The provider's error code, where a message could not be delivered.
    pub provider_code: Option<String>,
    /// Parts of text messages that were paid for.
    #[serde(default)]
    pub parts: u32,
}

/// What one response scores on a measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Scored {
    /// An answer as it is; for Kano's model the letter of the first feature with both answers.
    Plain(Value),
    /// An index, 0 to 100, rounded to two decimals.
    Index(f64),
}

/// An agent and the share of the credit, 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgentShare {
    /// Id.
    pub id: String,
    /// Team.
    pub team: Option<String>,
    /// The shares of one call add up to 1.
    pub share: f64,
}

impl Response {
    /// The row of a session.
    #[must_use]
    pub fn of(session: &Session, survey: &Survey, credit: Credit) -> Self {
        let call = &session.call;
        let shares = call.credit(credit);
        let measures: Vec<Measure> = Measure::ALL.into_iter().filter(|measure| survey.measures(*measure)).collect();
        let results = session.answers.iter().filter(|answer| !chooses_language(survey, answer));
        let answers: Vec<Answer> = results.map(|answer| with_part(answer, survey)).collect();
        let scores = Measure::ALL.into_iter().map(|measure| (measure.name().to_owned(), scored(measure, &answers))).collect();
        Self {
            session_id: session.id.clone(),
            version: session.version,
            tenant: call.tenant.clone(),
            account: call.account.clone(),
            call_id: session.follows.as_ref().map_or(&call.call_id, |follows| &follows.call_id).clone(),
            line: session.line.clone().or_else(|| call.line.clone()),
            respondent: call.respondent.clone(),
            queue: call.queue.clone(),
            agents: call.agents.iter().zip(shares).map(|(a, share)| AgentShare { id: a.id.clone(), team: a.team.clone(), share }).collect(),
            attributes: call.attributes.clone(),
            invited_by: call.invited_by,
            survey: session.survey.id.clone(),
            survey_version: session.survey.version,
            variant: session.variant.clone(),
            locale: session.locale.to_string(),
            channel: session.channel,
            channels: session.channels.clone(),
            disposition: session.disposition().map_or("open", |d| d.name()).to_owned(),
            late: session.answers.iter().any(|answer| answer.late),
            call_ended_at: call.ended_at,
            invited_at: session.invited_at,
            delivered_at: session.delivered_at,
            first_answer_at: session.first_answer_at,
            completed_at: session.completed_at,
            answers,
            scores,
            measures,
            ticket_id: session.ticket_id.clone(),
            previous_session_id: session.follows.as_ref().map(|follows| follows.session_id.clone()),
            provider_code: session.provider_code.clone(),
            parts: session.parts,
        }
    }
}

/// The answer with what it adds to a measure of several questions, by the definition that the session began with.
fn with_part(answer: &Answer, survey: &Survey) -> Answer {
    let adds = |question: &Question| question.part.as_ref()?.piece(&question.kind, answer.value.as_ref()?);
    Answer { part: survey.question(&answer.question).and_then(adds), ..answer.clone() }
}

fn scored(measure: Measure, answers: &[Answer]) -> Option<Scored> {
    match measure {
        Measure::Kano => kano::judged(&pieces(answers)).first().map(|first| Scored::Plain(Value::Name(first.category.letter().to_owned()))),
        Measure::Index => index::whole(&pieces(answers)).map(|whole| Scored::Index((whole.score * 100.0).round() / 100.0)),
        _ => answers.iter().find(|answer| answer.measure == Some(measure)).and_then(|answer| answer.value.clone()).map(Scored::Plain),
    }
}

fn pieces(answers: &[Answer]) -> Vec<Dated<'_>> {
    answers.iter().filter_map(|answer| Some(Dated { piece: answer.part.as_ref()?, at: answer.answered_at, late: answer.late })).collect()
}

/// The choice of a language is no result.
fn chooses_language(survey: &Survey, answer: &Answer) -> bool {
    survey.question(&answer.question).is_some_and(|question| question.manner.sets_language)
}
