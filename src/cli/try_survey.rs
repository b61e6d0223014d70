//! `aftercall try`: holds a survey's conversation in the terminal.

use std::io::{BufRead, Write};

use serde_json::{Value, json};

use super::BadArgument;
use crate::call::{Agent, Call, Moment};
use crate::message::{self, Keyword};
use crate::survey::model::{Book, Channel, Locale, Survey};
use crate::survey::session::{Prompt, Read, Session};
use crate::survey::step::{Input, Opening, Step, begin, step};
use crate::survey::wording::Speaker;

/// Hold the conversation of a survey in the terminal.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  aftercall try csat --channel sms --locale en\n  aftercall try csat --channel ivr --locale zh-CN\n  \
                        aftercall try csat --script \"2,1,the wait was long\" --json\n\nOn the phone an empty line is silence.")]
pub struct Args {
    /// The survey's id.
    survey: String,
    /// sms or ivr.
    #[arg(long, default_value = "sms", value_parser = ["sms", "ivr"])]
    channel: String,
    /// The caller's language.
    #[arg(long, default_value = "en")]
    locale: String,
    /// An attribute of the call; may be given several times.
    #[arg(long = "attr", value_name = "KEY=VALUE", value_parser = pair)]
    attributes: Vec<(String, String)>,
    /// The agent of the call.
    #[arg(long)]
    agent: Option<String>,
    /// The queue of the call.
    #[arg(long)]
    queue: Option<String>,
    /// The A/B arm.
    #[arg(long)]
    variant: Option<String>,
    /// What the caller says, separated by commas; without it you are the caller.
    #[arg(long)]
    script: Option<String>,
    /// Print the conversation as JSON.
    #[arg(long)]
    json: bool,
}

/// Holds the conversation.
///
/// # Errors
/// Unknown survey, language or channel text; a terminal that cannot be read.
pub fn run(args: &Args, book: &Book, input: impl BufRead, output: impl Write) -> anyhow::Result<()> {
    let Some(survey) = book.current(&args.survey) else {
        let known: Vec<&str> = book.all().map(|survey| survey.key.id.as_str()).collect();
        return Err(BadArgument(format!("there is no survey {:?}; there are: {}", args.survey, known.join(", "))).into());
    };
    let locale =
        Locale::parse(&args.locale).ok_or_else(|| BadArgument(format!("{:?} is no language tag such as en or zh-CN", args.locale)))?;
    let channel = if args.channel == "ivr" { Channel::Ivr } else { Channel::Sms };
    if let Some(arm) = args.variant.as_ref().filter(|arm| !survey.variants.iter().any(|known| known.name == **arm)) {
        let known: Vec<&str> = survey.variants.iter().map(|variant| variant.name.as_str()).collect();
        return Err(BadArgument(format!("survey {:?} has no variant {arm:?}; there are: {}", args.survey, known.join(", "))).into());
    }
    let conversation = Conversation::begin(survey, args.opening(channel, locale), (output, args.json))?;
    match &args.script {
        Some(script) => conversation.hold(script.split(',').map(|line| Ok(line.trim().to_owned()))),
        None => conversation.hold(input.split(b'\n').map(|line| Ok(text_of(&line?)))),
    }
}

fn pair(text: &str) -> Result<(String, String), String> {
    let pair = text.split_once('=').filter(|(key, _)| !key.is_empty());
    pair.map(|(key, value)| (key.to_owned(), value.to_owned())).ok_or_else(|| "write KEY=VALUE, for example tier=vip".to_owned())
}

impl Args {
    fn opening(&self, channel: Channel, locale: Locale) -> Opening {
        let now = Moment::default();
        let late = Moment::from_millis(86_400_000);
        let agent = |id: &String| Agent { id: id.clone(), team: None, seconds: None };
        let call = Call {
            attributes: self.attributes.iter().cloned().collect(),
            agents: self.agent.iter().map(agent).collect(),
            queue: self.queue.clone(),
            ..Call::bare(("try", "default"), "try", now)
        };
        Opening {
            id: "try".to_owned(),
            call,
            channels: vec![channel],
            intended: channel,
            locale,
            variant: self.variant.clone(),
            line: None,
            text_account: None,
            call_back: None,
            send_at: now,
            on_line: true,
            valid_until: late,
            late_until: late,
        }
    }
}

/// A line as it was typed, without the end that some terminals give it.
fn text_of(line: &[u8]) -> String {
    String::from_utf8_lossy(line.strip_suffix(b"\r").unwrap_or(line)).into_owned()
}

struct Conversation<'a, W: Write> {
    survey: &'a Survey,
    channel: Channel,
    session: Session,
    prompt: Prompt,
    output: W,
    json: bool,
    lines: Vec<Value>,
}

impl<'a, W: Write> Conversation<'a, W> {
    fn begin(survey: &'a Survey, opening: Opening, to: (W, bool)) -> anyhow::Result<Self> {
        let channel = opening.intended;
        let session = begin(opening, survey, Moment::default());
        let Some(asking) = session.asking().filter(|_| session.is_open()) else {
            return Err(BadArgument(format!("survey {:?} has no question that can be asked by {}", survey.key.id, channel.name())).into());
        };
        let prompt = Prompt::Ask { question: asking.question.clone(), attempt: asking.attempt, lead: None };
        Ok(Self { survey, channel, session, prompt, output: to.0, json: to.1, lines: Vec::new() })
    }

    fn hold(mut self, caller: impl Iterator<Item = anyhow::Result<String>>) -> anyhow::Result<()> {
        self.gateway_says()?;
        for line in caller {
            self.caller_says(&line?)?;
            self.gateway_says()?;
            if !self.session.is_open() {
                break;
            }
        }
        if self.json {
            writeln!(self.output, "{}", Value::Array(std::mem::take(&mut self.lines)))?;
        }
        Ok(())
    }

    fn gateway_says(&mut self) -> anyhow::Result<()> {
        let speaker = Speaker::to(&self.session, self.survey, self.channel);
        let lead = if self.channel.is_voice() { speaker.lead(&self.prompt) } else { None };
        let say = speaker.say(&self.prompt);
        let text: Vec<String> = lead.into_iter().chain(say).collect();
        if text.is_empty() {
            return Ok(());
        }
        let text = text.join(" ");
        let question = match &self.prompt {
            Prompt::Ask { question, .. } => json!(question),
            _ => Value::Null,
        };
        if !self.json {
            writeln!(self.output, "< {text}")?;
        }
        self.lines.push(json!({"from": "gateway", "text": text, "question": question, "answer": null}));
        Ok(())
    }

    fn caller_says(&mut self, text: &str) -> anyhow::Result<()> {
        let asking = self.session.asking().cloned();
        let input = match (&asking, self.channel) {
            (Some(asking), Channel::Ivr) => {
                Input::Keys { question: &asking.question, attempt: asking.attempt, digits: Some(text).filter(|text| !text.is_empty()) }
            }
            _ if message::keyword(text) == Some(Keyword::Stop) && text.chars().count() > 1 => Input::OptOut(text),
            _ => Input::Text(text),
        };
        let before = self.session.answers.len();
        if let Step::Next(session, prompt) = step(&self.session, self.survey, &input, Moment::default()) {
            self.session = *session;
            self.prompt = prompt;
        }
        let given = self.session.answers.get(before);
        let outcome = self.session.exchanges.last().map_or("invalid", |last| outcome(last.reading));
        let answer = json!({"value": given.and_then(|answer| answer.value.clone()), "outcome": outcome});
        self.lines.push(json!({"from": "caller", "text": text, "question": asking.map(|asking| asking.question), "answer": answer}));
        Ok(())
    }
}

fn outcome(reading: Read) -> &'static str {
    match reading {
        Read::Answer => "answer",
        Read::Ambiguous => "ambiguous",
        Read::Refused => "refused",
        Read::OptOut => "opt_out",
        Read::Help => "help",
        Read::Comment | Read::Afterword => "comment",
        Read::Silence => "silence",
        Read::Repeat => "repeat",
        Read::Invalid => "invalid",
    }
}
