//! Reading answers: text and keys to value. A wrong score is worse than asking again, so what is not understood whole is no answer.

mod around;
mod behind;
mod claim;
mod count;
mod cuts;
mod digits;
mod figure;
mod late;
mod lexicon;
mod named;
mod noise;
mod plain;
mod remark;
mod repeated;
mod revised;
mod scale;
mod tied;
mod token;
mod verdict;

use unicode_normalization::UnicodeNormalization;

use super::model::{Choice, Kind, Locale, Question, Texts, Value};
use crate::message::{self, Keyword};
use claim::Reader;
pub use cuts::Cuts;
use lexicon::{Role, Words};
use scale::{Scale, no_value, yes_value};
use token::Token;

/// More of a reply is neither read nor kept, in characters.
const LONGEST: usize = 2000;

/// How a text was read.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// One value, surely enough; with the words that came along.
    Answer {
        /// The value.
        value: Value,
        /// What was said beside it.
        comment: Option<String>,
        /// 0.0 to 1.0.
        confidence: f32,
    },
    /// Two or three values fit; asked again, never guessed.
    Ambiguous(Vec<Value>),
    /// "No, thank you."
    Refused,
    /// A request to stop.
    OptOut,
    /// A request for help.
    Help,
    /// Words that are no answer but worth keeping (for open questions: the answer).
    Comment(String),
    /// Nothing that can be used.
    Invalid,
}

/// Reads a text message as the answer to a question.
#[must_use]
pub fn read_text(question: &Question, locale: &Locale, text: &str) -> Reading {
    let raw = clean(text);
    if raw.is_empty() {
        return Reading::Invalid;
    }
    if is_refusal_key(question, &raw) {
        return Reading::Refused;
    }
    if let Some(value) = bare(question, &raw).or_else(|| language(question, &raw)) {
        return Reading::Answer { value, comment: None, confidence: 1.0 };
    }
    let words = Words::of(locale);
    let tokens = words.tokens(&raw);
    if question.kind.is_open() {
        return open(&words, &tokens, &raw);
    }
    let scale = Scale::of(question, locale, &words);
    if let Some(value) = exactly(&scale, &words, &tokens).or_else(|| keyed(&scale, &tokens)) {
        return Reading::Answer { value, comment: None, confidence: 0.99 };
    }
    if let Some(command) = command(&raw) {
        return command;
    }
    if noise::is_noise(&tokens, &words) || noise::quotes(&scale, &tokens) {
        return Reading::Invalid;
    }
    if let Some(value) = ticked(&scale, &words, &tokens) {
        return Reading::Answer { value, comment: None, confidence: 0.95 };
    }
    let contiguous = !scale.is_yes_no();
    if refuses(&words, &tokens, &[Role::Refusal], contiguous) {
        return Reading::Refused;
    }
    let reader = Reader::new(&tokens, &words, &scale);
    verdict::verdict(&reader, &raw).unwrap_or_else(|| no_answer(&reader, &raw))
}

/// Most replies are one number and nothing else; they need no lexicon.
fn bare(question: &Question, raw: &str) -> Option<Value> {
    let short = raw.len() <= 3 && raw.bytes().all(|byte| byte.is_ascii_digit());
    if short { read_keys(question, raw) } else { None }
}

/// A language by its name in any language: who chooses one does not know yet in which the names are read.
fn language(question: &Question, raw: &str) -> Option<Value> {
    let Kind::Choice { options } = &question.kind else { return None };
    let said = raw.trim_end_matches(['.', '!', '。']).to_lowercase();
    let named = |option: &&Choice| {
        let words = option.label.values().chain(option.words.values().flatten()).chain([&option.value]);
        words.map(|word| word.to_lowercase()).any(|word| word == said)
    };
    let found = options.iter().filter(|_| question.manner.sets_language).find(named)?;
    Some(Value::Name(found.value.clone()))
}

/// The key that declines the question, typed as a number of any script.
fn is_refusal_key(question: &Question, raw: &str) -> bool {
    let Some(key) = &question.manner.refuse else { return false };
    let typed = raw.trim_end_matches(['.', '!', '。', '#']).chars().map(|c| digit(c).unwrap_or(c));
    typed.eq(key.chars())
}

/// The text without control characters (line breaks stay), cut at [`LONGEST`].
fn clean(text: &str) -> String {
    let kept = text.chars().take(LONGEST).filter(|c| *c == '\n' || *c == '\t' || !c.is_control());
    kept.collect::<String>().trim().to_owned()
}

/// The words of the question itself, whole; they are answers even where the same word is a command elsewhere.
fn exactly(scale: &Scale<'_>, words: &Words, tokens: &[Token]) -> Option<Value> {
    let mut spoken: Vec<&Token> = tokens.iter().filter(|token| token.is_word()).collect();
    if scale.is_yes_no() {
        spoken.dedup_by(|a, b| a.text == b.text && !a.unspaced_script);
    }
    let plain = tokens.iter().all(|token| token.is_word() || token.is_mark(".!,。'\"“”") || token.is_picture());
    if spoken.is_empty() || !plain {
        return None;
    }
    let matching = scale.own.names.iter().filter(|name| name.words.iter().eq(spoken.iter().map(|token| &token.text)));
    let mut values: Vec<&Value> = matching.map(|name| &name.value).collect();
    values.dedup();
    match values.as_slice() {
        [value] => Some((*value).clone()),
        [] if scale.is_yes_no() && words.own_has(&spoken, &[Role::Yes]) => Some(yes_value()),
        [] if scale.is_yes_no() && words.own_has(&spoken, &[Role::No]) => Some(no_value()),
        _ => None,
    }
}

/// "4, can live with it": the key of an option and its own words, and nothing else.
fn keyed(scale: &Scale<'_>, tokens: &[Token]) -> Option<Value> {
    let plain = tokens.iter().all(|token| token.is_word() || token.is_figure() || token.is_mark(".!,:;=-–—。、()'’"));
    let spoken: Vec<&Token> = tokens.iter().filter(|token| token.is_word() || token.is_figure()).collect();
    let (key, said) = spoken.split_first().filter(|_| plain && scale.is_choice())?;
    let token::Shape::Figure(figure::Figure::Whole(n)) = key.shape else { return None };
    let chosen = scale.number(n)?;
    let same = |name: &&scale::Name| !name.is_key && name.words.iter().eq(said.iter().map(|token| &token.text));
    scale.own.names.iter().find(same).filter(|name| name.value == chosen).map(|_| chosen)
}

/// "✅", "❌ thanks": a tick is a yes and a cross a no, where nothing else is said.
fn ticked(scale: &Scale<'_>, words: &Words, tokens: &[Token]) -> Option<Value> {
    let mut spoken = token::spoken(tokens);
    let polite =
        spoken.clone().next().is_none() || words.find_in(spoken.clone(), Role::Polite).is_some_and(|length| spoken.nth(length).is_none());
    let has = |marks: &str| tokens.iter().any(|token| token.is_mark(marks));
    match (has("✅✔☑✓🗸"), has("❌✗✘✖❎☒✕")) {
        _ if !scale.is_yes_no() || !polite || has("?") => None,
        (true, false) => Some(yes_value()),
        (false, true) => Some(no_value()),
        _ => None,
    }
}

fn command(raw: &str) -> Option<Reading> {
    match message::keyword(raw)? {
        Keyword::Stop => Some(Reading::OptOut),
        Keyword::Help => Some(Reading::Help),
        Keyword::Start => Some(Reading::Invalid),
    }
}

/// An open question takes any words.
fn open(words: &Words, tokens: &[Token], raw: &str) -> Reading {
    if let Some(command) = command(raw) {
        return command;
    }
    if refuses(words, tokens, &[Role::Refusal, Role::Nothing], true) {
        Reading::Refused
    } else if message::asks_to_stop(raw) {
        Reading::OptOut
    } else {
        Reading::Comment(raw.to_owned())
    }
}

/// Whether the whole reply is a refusal with polite words around it; `across_marks`: also with a comma inside ("no, thanks").
fn refuses(words: &Words, tokens: &[Token], roles: &[Role], across_marks: bool) -> bool {
    let says = |token: &&Token| token.is_word() || token.is_figure() || !across_marks;
    let last = tokens.iter().rposition(Token::is_word).map_or(0, |last| last + 1);
    let spoken: Vec<&Token> = tokens[..last].iter().filter(says).collect();
    let (mut at, mut refused) = (0, false);
    while at < spoken.len() {
        let rest = || spoken[at..].iter().copied();
        let refusal = roles.iter().filter_map(|role| words.find_in(rest(), *role)).max();
        let Some(length) = refusal.max(words.find_in(rest(), Role::Polite)) else { return false };
        refused |= refusal == Some(length);
        at += length;
    }
    refused
}

fn no_answer(reader: &Reader<'_>, raw: &str) -> Reading {
    let at_once = (0..reader.tokens.len()).any(|at| refuses_from(reader, at));
    if message::asks_to_stop(raw) {
        Reading::OptOut
    } else if at_once {
        Reading::Refused
    } else if ends_with_help(raw) {
        Reading::Help
    } else if verdict::is_covered(reader, reader.tokens, &[Role::Idle, Role::Polite, Role::Particle]) || !has_words(reader.tokens) {
        Reading::Invalid
    } else {
        Reading::Comment(raw.to_owned())
    }
}

/// "How do I answer? HELP": the last part is the command.
fn ends_with_help(raw: &str) -> bool {
    let last = raw
        .trim_end_matches(|c: char| !c.is_alphanumeric())
        .rsplit(['.', '?', '!', ',', '。', '？', '！', '，', '、', '؟', '।', '\n'])
        .next();
    last.is_some_and(|last| message::keyword(last) == Some(Keyword::Help))
}

/// "Prefer not to say, sorry": a refusal that is a part of its own, with polite words around it.
fn refuses_from(reader: &Reader<'_>, at: usize) -> bool {
    let Some(length) = reader.find(at, Role::Refusal) else { return false };
    let start = reader.tokens[..at].iter().rposition(|token| token.shape == token::Shape::Break || token.is_mark(claim::SEPARATORS));
    let before = &reader.tokens[start.map_or(0, |mark| mark + 1)..at];
    let polite = [Role::Polite, Role::Idle, Role::Lead, Role::Particle, Role::But, Role::Laughter];
    let end = at + length + reader.find(at + length, Role::Polite).unwrap_or(0);
    let whole = at == 0 || length > 3 || (length == 3 && !reader.tokens[at].unspaced_script);
    whole && verdict::is_covered(reader, before, &polite) && reader.ends(end)
}

fn has_words(tokens: &[Token]) -> bool {
    let long = tokens.iter().any(|token| token.is_word() && !token.unspaced_script && token.text.chars().count() >= 3);
    long || tokens.iter().filter(|token| token.unspaced_script).count() >= 2
}

/// Reads keys as the answer to a question; `None` if they are none.
#[must_use]
pub fn read_keys(question: &Question, digits: &str) -> Option<Value> {
    let pressed = digits.trim().trim_end_matches('#');
    match &question.kind {
        Kind::Rating { min, max, .. } => {
            let n: i64 = pressed.parse().ok()?;
            ((*min..=*max).contains(&n) && n.to_string() == pressed).then_some(Value::Number(n))
        }
        Kind::Choice { options } => options.iter().find(|option| option.key == pressed).map(|option| Value::Name(option.value.clone())),
        Kind::YesNo { yes, .. } if yes == pressed => Some(yes_value()),
        Kind::YesNo { no, .. } if no == pressed => Some(no_value()),
        Kind::YesNo { .. } | Kind::Text | Kind::Voice => None,
    }
}

/// The value in words, in that language (or the survey's default).
#[must_use]
pub fn label(question: &Question, value: &Value, locale: &Locale) -> Option<String> {
    let texts = match (&question.kind, value) {
        (Kind::Rating { labels, .. }, Value::Number(n)) => labels.get(n)?,
        (Kind::Choice { options }, Value::Name(name)) => &options.iter().find(|option| option.value == *name)?.label,
        (Kind::YesNo { .. }, Value::Name(name)) => {
            let [yes, no] = Words::of(locale).yes_no();
            return [("yes", yes), ("no", no)].into_iter().find(|(value, _)| value == name).map(|(_, word)| word.to_owned());
        }
        _ => return None,
    };
    text_in(texts, &[locale]).map(str::to_owned)
}

/// The text in the first of these languages that has one, by exact tag, else by language; else in English, else in any.
pub(super) fn text_in<'t>(texts: &'t Texts, wanted: &[&Locale]) -> Option<&'t str> {
    let speaks = |language: &str| texts.iter().find(|(found, _)| found.language() == language).map(|(_, text)| text);
    let found = wanted.iter().find_map(|locale| texts.get(*locale).or_else(|| speaks(locale.language())));
    found.or_else(|| speaks("en")).or_else(|| texts.values().next()).map(String::as_str)
}

/// What keys on the phone say to a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Pressed {
    /// This value.
    Answer(Value),
    /// That the caller declines it.
    Refused,
    /// That the caller wants to hear it again.
    Repeat,
    /// Nothing that the question takes.
    Wrong,
}

/// Reads keys on the phone.
#[must_use]
pub fn read_pressed(question: &Question, digits: &str) -> Pressed {
    let pressed = digits.trim().trim_end_matches('#');
    let manner = &question.manner;
    match read_keys(question, digits) {
        Some(value) => Pressed::Answer(value),
        None if manner.refuse.as_deref() == Some(pressed) => Pressed::Refused,
        None if pressed == "*" && !manner.no_repeat => Pressed::Repeat,
        None => Pressed::Wrong,
    }
}

/// Every key sequence that is an answer on the phone; empty for open questions.
#[must_use]
pub fn keys(question: &Question) -> Vec<String> {
    let can_be_pressed = |key: &&String| !key.is_empty() && key.bytes().all(|b| b.is_ascii_digit() || b == b'*');
    match &question.kind {
        Kind::Rating { min, max, .. } => (*min.max(&0)..=*max).take(100).map(|n| n.to_string()).collect(),
        Kind::Choice { options } => options.iter().map(|option| &option.key).filter(can_be_pressed).cloned().collect(),
        Kind::YesNo { yes, no } => [yes, no].into_iter().filter(can_be_pressed).cloned().collect(),
        Kind::Text | Kind::Voice => Vec::new(),
    }
}

/// The ASCII digit of a decimal digit in any script, also in full width.
#[must_use]
pub fn digit(c: char) -> Option<char> {
    digits::decimal(c.nfkc().next().unwrap_or(c))
}
