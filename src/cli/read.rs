//! `aftercall read`: reads replies from standard input as the engine would.

use std::io::{BufRead, Write};

use serde_json::{Value, json};

use super::BadArgument;
use crate::message;
use crate::survey::answer::{Reading, read_text};
use crate::survey::model::{Book, Locale, Question};

/// Show how replies are read: one reply per line on standard input.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  printf '5\\nfive stars\\n4 or 5\\n' | aftercall read csat score --locale en --json")]
pub struct Args {
    /// The survey's id.
    survey: String,
    /// The question's id.
    question: String,
    /// The caller's language.
    #[arg(long, default_value = "en")]
    locale: String,
    /// One JSON object per line.
    #[arg(long)]
    json: bool,
}

/// Reads every line.
///
/// # Errors
/// Unknown survey, question or language; input that cannot be read.
pub fn run(args: &Args, book: &Book, input: impl BufRead, mut output: impl Write) -> anyhow::Result<()> {
    let question = find(book, &args.survey, &args.question)?;
    let locale =
        Locale::parse(&args.locale).ok_or_else(|| BadArgument(format!("{:?} is no language tag such as en or zh-CN", args.locale)))?;
    for line in input.split(b'\n') {
        let line = line?;
        let text = String::from_utf8_lossy(line.strip_suffix(b"\r").unwrap_or(&line)).into_owned();
        let reading = described(&read_text(&question, &locale, &text), &text);
        if args.json {
            writeln!(output, "{reading}")?;
        } else {
            let value = if reading["value"].is_null() { String::new() } else { format!(" {}", reading["value"]) };
            writeln!(output, "{}{value}  <- {text}", reading["outcome"].as_str().unwrap_or_default())?;
        }
    }
    Ok(())
}

fn find(book: &Book, survey: &str, question: &str) -> anyhow::Result<Question> {
    let Some(found) = book.current(survey) else {
        let known: Vec<&str> = book.all().map(|survey| survey.key.id.as_str()).collect();
        return Err(BadArgument(format!("there is no survey {survey:?}; there are: {}", known.join(", "))).into());
    };
    let Some(found) = found.question(question) else {
        let known: Vec<&str> = found.questions.iter().map(|question| question.id.as_str()).collect();
        return Err(BadArgument(format!("survey {survey:?} has no question {question:?}; it has: {}", known.join(", "))).into());
    };
    Ok(found.clone())
}

/// A reading in the words of the contract.
fn described(reading: &Reading, text: &str) -> Value {
    let keyword_confidence = if message::keyword(text).is_some() { 1.0 } else { 0.9 };
    let (outcome, value, comment, confidence) = match reading {
        Reading::Answer { value, comment, confidence } => ("answer", json!(value), json!(comment), *confidence),
        Reading::Ambiguous(_) => ("ambiguous", Value::Null, Value::Null, 0.5),
        Reading::Refused => ("refused", Value::Null, Value::Null, 0.9),
        Reading::OptOut => ("opt_out", Value::Null, Value::Null, keyword_confidence),
        Reading::Help => ("help", Value::Null, Value::Null, keyword_confidence),
        Reading::Comment(words) => ("comment", Value::Null, json!(words), 0.9),
        Reading::Invalid => ("invalid", Value::Null, Value::Null, 0.9),
    };
    let mut described =
        json!({"outcome": outcome, "value": value, "comment": comment, "confidence": (f64::from(confidence) * 100.0).round() / 100.0});
    if let Reading::Ambiguous(values) = reading {
        described["readings"] = json!(values);
    }
    described
}
