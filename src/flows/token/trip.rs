//! The way of a caller, in few bytes.

use crate::call::{Agent, Call, Moment};
use crate::survey::model::{Locale, Subject, Survey, Value};
use crate::survey::session::{Read, Session};
use crate::survey::uses;

/// Most bytes of all facts together; further ones are left out, and what they would have shown or decided is as if not known.
const MOST_FACTS: usize = 600;
/// Stands for a declined question where else a name's length stands.
const DECLINED: u8 = u8::MAX;

/// How far a caller had come when an address was made: enough to compute the next prompt without the store (promise P10).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trip {
    /// Beginning of the definition's digest, 8 hex digits.
    pub survey: String,
    /// The language of the survey.
    pub locale: Locale,
    /// Times that no key came to the question that is open.
    pub silences: u8,
    /// Times that a wrong one came.
    pub invalids: u8,
    /// When the leg on the phone began.
    pub since: Option<Moment>,
    /// What the survey's conditions and texts look at.
    pub facts: Vec<(Subject, String)>,
    /// The answers to earlier questions, by their place in the survey; `None` for one that was declined.
    pub answers: Vec<(u8, Option<Value>)>,
}

impl Trip {
    /// The way of a session up to one asking of a question; the same however often it is asked for.
    pub fn of(session: &Session, survey: &Survey, question: &str, attempt: u16) -> Self {
        let place = |id: &str| survey.questions.iter().position(|question| question.id == id).and_then(|at| u8::try_from(at).ok());
        let open = place(question);
        let told = |value: &Option<Value>, refused: bool| refused || value.is_some();
        let answers = session.answers.iter().filter(|answer| told(&answer.value, !answer.outcome.is_answer()));
        let answers = answers.filter_map(|answer| Some((place(&answer.question)?, answer.value.clone())));
        let asking = session.asking().filter(|asking| asking.question == question && asking.attempt == attempt);
        let heard = |reading| {
            let of_question = session.exchanges.iter().filter(|e| e.channel.is_voice() && e.question.as_deref() == Some(question));
            u8::try_from(of_question.filter(|e| e.attempt < attempt && e.reading == reading).count()).unwrap_or(u8::MAX)
        };
        Self {
            survey: survey.key.digest.chars().take(8).collect(),
            locale: session.locale.clone(),
            silences: asking.map_or_else(|| heard(Read::Silence), |asking| asking.silences),
            invalids: asking.map_or_else(|| heard(Read::Invalid), |asking| asking.invalids),
            since: session.on_phone_since,
            facts: facts(session, survey),
            answers: answers.filter(|(at, _)| Some(*at) < open).collect(),
        }
    }

    /// What is known of the call, put back into a bare one; the A/B arm and our number beside it.
    pub fn restore(&self, mut call: Call) -> (Call, Option<String>) {
        let mut variant = None;
        for (subject, value) in &self.facts {
            match subject {
                Subject::Agent => call.agents.push(Agent { id: value.clone(), team: None, seconds: None }),
                Subject::Queue => call.queue = Some(value.clone()),
                Subject::Line => call.line = Some(value.clone()),
                Subject::Variant => variant = Some(value.clone()),
                Subject::Attribute(key) => drop(call.attributes.insert(key.clone(), value.clone())),
                Subject::Answer(_) | Subject::Channel | Subject::Language => {}
            }
        }
        (call, variant)
    }

    pub(super) fn write(&self, to: &mut Vec<u8>) {
        to.extend(u32::from_str_radix(&self.survey, 16).unwrap_or(0).to_be_bytes());
        write_text(self.locale.tag(), to);
        to.extend([self.silences, self.invalids]);
        to.extend(self.since.map_or(0, Moment::millis).to_be_bytes());
        let mut facts = Vec::new();
        let fitting = self.facts.iter().map(|(subject, value)| fact_bytes(subject, value)).filter(|bytes| {
            let fits = facts.len() + bytes.len() <= MOST_FACTS;
            if fits {
                facts.extend_from_slice(bytes);
            }
            fits
        });
        to.push(u8::try_from(fitting.count()).unwrap_or(u8::MAX));
        to.extend(facts);
        for (at, value) in &self.answers {
            to.push(*at);
            write_value(value.as_ref(), to);
        }
    }

    /// Reads what [`Trip::write`] wrote; `lean` is the layout before there were facts.
    pub(super) fn read(from: &[u8], lean: bool) -> Option<Self> {
        let mut rest = Rest(from);
        let survey = u32::from_be_bytes(rest.array()?);
        let locale = Locale::parse(&rest.text()?)?;
        let [silences, invalids] = rest.array()?;
        let since = if lean { 0 } else { i64::from_be_bytes(rest.array()?) };
        let count = if lean { 0 } else { rest.byte()? };
        let facts = (0..count).map(|_| rest.fact()).collect::<Option<_>>()?;
        let mut answers = Vec::new();
        while let Some(at) = rest.byte() {
            answers.push((at, rest.value()?));
        }
        let since = (since != 0).then(|| Moment::from_millis(since));
        Some(Self { survey: format!("{survey:08x}"), locale, silences, invalids, since, facts, answers })
    }
}

/// What the survey looks at and the session knows.
fn facts(session: &Session, survey: &Survey) -> Vec<(Subject, String)> {
    let call = &session.call;
    let of = |subject: Subject| -> Vec<(Subject, String)> {
        let values: Vec<String> = match &subject {
            Subject::Agent => call.agents.iter().map(|agent| agent.id.clone()).collect(),
            Subject::Queue => call.queue.iter().cloned().collect(),
            Subject::Line => session.line.iter().chain(&call.line).take(1).cloned().collect(),
            Subject::Variant => session.variant.iter().cloned().collect(),
            Subject::Attribute(key) => call.attributes.get(key).into_iter().cloned().collect(),
            Subject::Answer(_) | Subject::Channel | Subject::Language => Vec::new(),
        };
        values.into_iter().map(|value| (subject.clone(), value)).collect()
    };
    uses::subjects(survey).into_iter().flat_map(of).collect()
}

fn fact_bytes(subject: &Subject, value: &str) -> Vec<u8> {
    let (kind, key) = match subject {
        Subject::Agent => (b'a', ""),
        Subject::Queue => (b'q', ""),
        Subject::Line => (b'l', ""),
        Subject::Attribute(key) => (b't', key.as_str()),
        _ => (b'v', ""),
    };
    let mut bytes = vec![kind];
    if kind == b't' {
        write_text(key, &mut bytes);
    }
    write_text(value, &mut bytes);
    bytes
}

/// One byte of length, then the text, cut where it is longer.
fn write_text(text: &str, to: &mut Vec<u8>) {
    let end = (0..=text.len().min(usize::from(DECLINED - 1))).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    to.push(end as u8);
    to.extend(&text.as_bytes()[..end]);
}

fn write_value(value: Option<&Value>, to: &mut Vec<u8>) {
    match value {
        None => to.push(DECLINED),
        Some(Value::Number(number)) => {
            to.push(0);
            to.extend(number.to_be_bytes());
        }
        Some(Value::Name(name)) => write_text(name, to),
    }
}

/// What is still to be read.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    fn take(&mut self, most: usize) -> Option<&[u8]> {
        let (taken, rest) = self.0.split_at_checked(most)?;
        self.0 = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    fn byte(&mut self) -> Option<u8> {
        self.array().map(|[byte]| byte)
    }

    fn text(&mut self) -> Option<String> {
        let length = self.byte()?;
        String::from_utf8(self.take(usize::from(length))?.to_vec()).ok()
    }

    fn fact(&mut self) -> Option<(Subject, String)> {
        let subject = match self.byte()? {
            b'a' => Subject::Agent,
            b'q' => Subject::Queue,
            b'l' => Subject::Line,
            b't' => Subject::Attribute(self.text()?),
            b'v' => Subject::Variant,
            _ => return None,
        };
        Some((subject, self.text()?))
    }

    fn value(&mut self) -> Option<Option<Value>> {
        match self.byte()? {
            DECLINED => Some(None),
            0 => Some(Some(Value::Number(i64::from_be_bytes(self.array()?)))),
            length => Some(Some(Value::Name(String::from_utf8(self.take(usize::from(length))?.to_vec()).ok()?))),
        }
    }
}
