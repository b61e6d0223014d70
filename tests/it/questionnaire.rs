//! What a questionnaire can do beyond asking one question after another, by the engine and through HTTP.

use aftercall::call::{Agent, Call, Moment};
use aftercall::config::surveys;
use aftercall::survey::model::{Channel, Locale, Survey};
use aftercall::survey::response::Response;
use aftercall::survey::session::{Disposition, Outcome, Prompt, Read, Session};
use aftercall::survey::step::{Input, Opening, Step, begin, step};
use aftercall::survey::wording::Speaker;

mod check;
mod documents;
mod engine;
mod options;
mod texts;
mod trips;
mod voice;

/// A survey with everything.
const GRAND: &str = include_str!("../fixtures/surveys/grand.toml");

fn survey(text: &str) -> Survey {
    surveys::parse("survey.toml", text).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// The fixture with a line of its own in place of another one.
fn altered(from: &str, to: &str) -> Survey {
    assert!(GRAND.contains(from), "{from}");
    survey(&GRAND.replace(from, to))
}

fn at(second: i64) -> Moment {
    Moment::from_millis(1_700_000_000_000 + second * 1000)
}

fn locale(tag: &str) -> Locale {
    Locale::parse(tag).expect("a tag")
}

/// What a session begins with.
#[derive(Clone)]
struct Caller {
    channels: Vec<Channel>,
    locale: &'static str,
    variant: Option<&'static str>,
    attributes: Vec<(&'static str, &'static str)>,
    id: String,
}

impl Caller {
    fn by(channel: Channel) -> Self {
        let id = "01936f00-0000-7000-8000-000000000001".to_owned();
        Self { channels: vec![channel], locale: "en", variant: None, attributes: Vec::new(), id }
    }

    fn with(mut self, key: &'static str, value: &'static str) -> Self {
        self.attributes.push((key, value));
        self
    }

    fn opens(&self, survey: &Survey) -> Session {
        let attributes = self.attributes.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        let agents = ["alice", "bob"].map(|id| Agent { id: id.to_owned(), team: None, seconds: None }).to_vec();
        let call = Call { attributes, agents, queue: Some("support".to_owned()), ..Call::bare(("main", "default"), "CA1", at(0)) };
        let opening = Opening {
            id: self.id.clone(),
            call,
            channels: self.channels.clone(),
            intended: self.channels[0],
            locale: locale(self.locale),
            variant: self.variant.map(str::to_owned),
            line: Some("+14155550100".to_owned()),
            text_account: None,
            call_back: None,
            send_at: at(0),
            on_line: true,
            valid_until: at(100_000),
            late_until: at(1_000_000),
        };
        begin(opening, survey, at(0))
    }
}

/// A conversation, one input a second.
struct Talk<'a> {
    survey: &'a Survey,
    session: Session,
    prompt: Prompt,
    second: i64,
}

impl<'a> Talk<'a> {
    fn of(survey: &'a Survey, caller: &Caller) -> Self {
        Self { survey, session: caller.opens(survey), prompt: Prompt::Nothing, second: 0 }
    }

    /// Keys on the phone (empty: silence) or a text, as the channel in use takes them.
    fn says(&mut self, words: &str) -> &mut Self {
        self.second += 1;
        let asking = self.session.asking().expect("a question").clone();
        let digits = Some(words).filter(|words| !words.is_empty());
        let input = match self.session.channel {
            Channel::Sms => Input::Text(words),
            _ => Input::Keys { question: &asking.question, attempt: asking.attempt, digits },
        };
        match step(&self.session, self.survey, &input, at(self.second)) {
            Step::Next(session, prompt) => (self.session, self.prompt) = (*session, prompt),
            other => panic!("{words:?}: {other:?}"),
        }
        self
    }

    /// The question that is open, or how it ended.
    fn stands(&self) -> String {
        match self.session.disposition() {
            Some(disposition) => disposition.name().to_owned(),
            None => self.session.asking().map(|asking| asking.question.clone()).unwrap_or_default(),
        }
    }

    /// Everything that is said now.
    fn hears(&self) -> String {
        let speaker = Speaker::to(&self.session, self.survey, self.session.channel);
        let lead = if self.session.channel.is_voice() { speaker.lead(&self.prompt) } else { None };
        lead.into_iter().chain(speaker.say(&self.prompt)).collect::<Vec<_>>().join(" ")
    }

    /// Questions with their values in the report; `-` for what was declined or has none.
    fn reported(&self) -> Vec<String> {
        let response = Response::of(&self.session, self.survey, aftercall::call::Credit::default());
        let value = |answer: &aftercall::survey::session::Answer| match (&answer.value, answer.outcome) {
            (_, Outcome::Refused) => "refused".to_owned(),
            (Some(value), _) => value.to_string(),
            (None, _) => "-".to_owned(),
        };
        response.answers.iter().map(|answer| format!("{}={}", answer.question, value(answer))).collect()
    }
}
