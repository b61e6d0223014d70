//! The grammar of an answer inside a reply. Every word before a value and right behind it must be known to add nothing;
//! what is not understood is no answer.

use std::cell::RefCell;

use super::figure::Figure;
use super::lexicon::{Role, Words, matches, nearly_matches};
use super::scale::Scale;
use super::token::{Shape, Token};
use crate::survey::model::Value;

/// How a value was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// In digits.
    Figure,
    /// As a number word.
    Word,
    /// As stars.
    Stars,
    /// As the step's label, written without a slip or with one.
    Label { slip: bool },
    /// "The second".
    Ordinal,
    /// The key of an option that is no number.
    Key,
    /// Yes or no.
    YesNo,
}

/// A place in a reply that gives a value, or several of which one is meant.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    pub(super) values: Vec<Value>,
    /// First token, leads included.
    pub(super) from: usize,
    /// Behind the value, before particles.
    pub(super) said: usize,
    /// Behind the last token.
    pub(super) to: usize,
    pub(super) source: Source,
    /// Stars, points or the end of the scale stand behind the number.
    pub(super) marked: bool,
    /// Words stand before it.
    pub(super) led: bool,
}

/// A value where it stands.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub(super) values: Vec<Value>,
    /// Behind it.
    pub(super) next: usize,
    pub(super) source: Source,
    pub(super) marked: bool,
}

const OPENERS: &str = "([{<\"'“‘”’„«「『《【*_¡¿";
const CLOSERS: &str = ")]}>\"'”’“»」』》】*#_~";
const ENDERS: &str = ",.!?;:-–—…()。、·|";
/// They end a part of a reply.
pub(super) const SEPARATORS: &str = ",.!?;。、…";

/// A reply being read for one question.
pub(super) struct Reader<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) words: &'a Words,
    pub(super) scale: &'a Scale<'a>,
    /// The value in words at a place, once it has been looked for: a word is met on many ways.
    spoken: RefCell<Vec<Option<Option<Spot>>>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(tokens: &'a [Token], words: &'a Words, scale: &'a Scale<'a>) -> Self {
        Self { tokens, words, scale, spoken: RefCell::new(vec![None; tokens.len()]) }
    }
}

impl Reader<'_> {
    /// The tokens from here on.
    pub(super) fn rest(&self, at: usize) -> &[Token] {
        self.tokens.get(at..).unwrap_or_default()
    }

    pub(super) fn find(&self, at: usize, role: Role) -> Option<usize> {
        self.words.find(self.rest(at), role)
    }

    /// The claim that a segment begins with.
    pub(super) fn claim(&self, from: usize) -> Option<Claim> {
        let mut at = from;
        while self.tokens.get(at).is_some_and(|t| t.is_mark(OPENERS) || t.is_picture() || self.is_lone_star(at, t)) {
            at += 1;
        }
        let (mut led, mut hedged) = (false, false);
        for _ in 0..8 {
            if let Some(length) = self.article(at) {
                at += length;
            }
            match (self.value(at), self.lead(at)) {
                (Some(spot), lead) if lead.is_none_or(|length| at + length <= spot.next) => {
                    return if hedged && !is_number(spot.source) { None } else { self.complete(spot, from, led) };
                }
                (_, lead) => {
                    hedged |= self.find(at, Role::Hedge).is_some();
                    at += lead?;
                }
            }
            led = true;
        }
        None
    }

    /// The claim of a marked number in the middle of a segment ("great service 5 stars").
    pub(super) fn marked_claim(&self, at: usize) -> Option<Claim> {
        let begins = self.tokens[at].is_figure()
            || self.tokens[at].shape == Shape::Star
            || self.is_number_word(at)
            || self.find(at, Role::Full).is_some();
        let spot = if begins { self.value(at).filter(|spot| spot.marked)? } else { return None };
        self.complete(spot, at, true)
    }

    /// The claim of a number behind other words.
    pub(super) fn late_claim(&self, at: usize) -> Option<Claim> {
        let spot = self.value(at).filter(|spot| matches!(spot.source, Source::Figure | Source::Word))?;
        self.complete(spot, at, true)
    }

    pub(super) fn complete(&self, spot: Spot, from: usize, led: bool) -> Option<Claim> {
        let again = self.repeated(&spot).filter(|again| again.next > spot.next);
        again.and_then(|again| self.completed(again, from, led)).or_else(|| self.completed(spot, from, led))
    }

    fn completed(&self, spot: Spot, from: usize, led: bool) -> Option<Claim> {
        let spot = self.alternatives(spot)?;
        let hedge = if is_number(spot.source) { self.find(spot.next, Role::Hedge).unwrap_or(0) } else { 0 };
        let to = self.closing(spot.next + hedge);
        if self.is_only_part(&spot, from, to) {
            return None;
        }
        let known = self.may_follow(&spot, to)
            || (!led && !self.is_taken_back(to) && [spot.next + hedge, to].iter().any(|at| self.begins_a_remark(&spot, *at)));
        known.then_some(Claim { values: spot.values, from, said: spot.next, to, source: spot.source, marked: spot.marked, led })
    }

    /// "Yes, resolved" without the comma: the same answer once more.
    fn repeated(&self, spot: &Spot) -> Option<Spot> {
        if spot.source != Source::YesNo {
            return None;
        }
        let mut next = spot.next;
        let again = |other: &Spot| other.source == Source::YesNo && other.values == spot.values;
        while let Some(other) = self.value(next).filter(again) {
            next = other.next;
        }
        Some(Spot { values: spot.values.clone(), next, source: spot.source, marked: spot.marked })
    }

    /// Words of effort, levels and the like are an answer as the whole reply or as its first part: "very hard, I was sent around".
    fn is_only_part(&self, spot: &Spot, from: usize, to: usize) -> bool {
        let label = matches!(spot.source, Source::Label { .. }) && !self.scale.satisfaction;
        let says_more = self.rest(to).iter().any(|token| token.is_word() || token.is_figure());
        let opens = super::verdict::is_covered(self, &self.tokens[..from], &[Role::Idle, Role::Polite]);
        let pauses =
            self.tokens.get(to).is_none_or(|token| token.shape == Shape::Break || token.is_mark(",.!;:。…(")) || self.is_parted(to);
        label && says_more && !(opens && pauses && !spot.values.iter().any(|value| self.scale.cuts_both_ways(value)))
    }

    /// "⭐ 5", "☆5": the star only decorates.
    fn is_lone_star(&self, at: usize, token: &Token) -> bool {
        matches!(token.shape, Shape::Star | Shape::Hollow) && self.tokens.get(at + 1).is_some_and(Token::is_figure)
    }

    /// Words that may stand before a value, with the colon or dash behind them.
    pub(super) fn lead(&self, at: usize) -> Option<usize> {
        let option = self.scale.lead().and_then(|role| self.find(at, role));
        let length = self
            .find(at, Role::Lead)
            .max(self.find(at, Role::Hedge))
            .max(option)
            .max(self.find(at, Role::Reported))
            .max(self.scale_named(at))?;
        let says_more = || self.rest(at + length).iter().any(|token| token.is_word() || token.is_figure());
        let abbreviates = |token: &Token| self.scale.is_choice() && option == Some(length) && !token.spaced && token.is_mark(".°");
        let shortened = |token: &Token| token.is_mark(".") && !token.spaced && self.find(at, Role::Shortened) == Some(length);
        let ends = |token: &Token| token.is_mark(":=-–—") || abbreviates(token) || shortened(token);
        let mark = self.tokens.get(at + length).is_some_and(ends) && says_more();
        Some(length + usize::from(mark))
    }

    pub(super) fn value(&self, at: usize) -> Option<Spot> {
        match self.tokens.get(at)?.shape {
            Shape::Figure(figure) => self.figure(at, figure),
            Shape::Star => self.stars(at),
            Shape::Word => {
                if let Some(known) = self.spoken.borrow().get(at).and_then(Option::as_ref) {
                    return known.clone();
                }
                let found = self.word(at);
                self.spoken.borrow_mut()[at] = Some(found.clone());
                found
            }
            Shape::Hollow | Shape::Mark(_) | Shape::Break => None,
        }
    }

    fn figure(&self, at: usize, figure: Figure) -> Option<Spot> {
        if !self.stands_free(at) {
            return None;
        }
        let ordinal = self.words.pick(self.rest(at), |role| if let Role::Ordinal(_) = role { Some(role) } else { None });
        // Apart, a letter or two are another word ("5 o 4").
        let glued = self.tokens.get(at + 1).is_some_and(|token| !token.spaced || token.text.chars().count() > 2);
        if let Some((role, length)) = ordinal.filter(|(_, length)| *length > 1 && glued) {
            return Some(Spot { values: vec![self.scale.role(role)?], next: at + length, source: Source::Ordinal, marked: false });
        }
        let max = self.scale.ends().map(|(_, max)| max);
        let (numbers, marked) = match figure {
            Figure::Whole(n) => (vec![n], false),
            Figure::Above(n) => (vec![n, n + 1], false),
            Figure::OutOf(n, of) if Some(of) == max => (vec![n], true),
            Figure::AboveOutOf(n, of) if Some(of) == max => (vec![n, n + 1], true),
            Figure::Comma(a, b) => (self.list_or_decimal(a, b), false),
            Figure::Either(a, b) if self.scale.ends() != Some((a, b)) => (vec![a, b], false),
            _ => return None,
        };
        self.counted(&numbers, Spot { values: Vec::new(), next: at + 1, source: Source::Figure, marked })
    }

    /// Not glued to letters ("A5"), and not the fraction of a number without a whole (".5").
    fn stands_free(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|before| &self.tokens[before]) else { return true };
        if self.tokens[at].spaced {
            return !self.is_number_of_something(at);
        }
        let glued_to_letters = before.is_word() && !before.unspaced_script && !self.is_joint(at - 1);
        let fraction = before.is_mark(".,") && (at < 2 || before.spaced);
        !glued_to_letters && !fraction
    }

    /// "Kundennr. 3", "Auftragsnr 5": the number of something else.
    fn is_number_of_something(&self, at: usize) -> bool {
        let dot = usize::from(at > 0 && self.tokens[at - 1].is_mark("."));
        let named = at.checked_sub(1 + dot).map(|before| &self.tokens[before]);
        named.is_some_and(|token| token.is_word() && token.text.len() > 3 && token.text.ends_with("nr"))
    }

    /// Whether the word here is one that numbers are glued to ("ب5").
    pub(super) fn is_joint(&self, at: usize) -> bool {
        self.find(at, Role::Joined) == Some(1)
    }

    fn stars(&self, at: usize) -> Option<Spot> {
        let run = |from: usize, shape: Shape| self.rest(from).iter().take_while(|token| token.shape == shape).count();
        let filled = run(at, Shape::Star);
        let hollow = run(at + filled, Shape::Hollow);
        let (_, max) = self.scale.ends()?;
        let n = i64::try_from(filled).ok()?;
        let whole = i64::try_from(filled + hollow).ok()? == max;
        let sure = if hollow > 0 { whole } else { filled > 1 };
        let values = if max == 5 && sure { self.scale.number(n) } else { None };
        Some(Spot { values: vec![values?], next: at + filled + hollow, source: Source::Stars, marked: true })
    }

    /// The longest known phrase that gives a value here.
    fn word(&self, at: usize) -> Option<Spot> {
        let rest = self.rest(at);
        let own = self.scale.own.names.iter().filter(|name| (!self.scale.is_choice() || name.is_key) && matches(rest, &name.words));
        let own = own.map(|name| (name.words.len(), name)).max_by_key(|(length, _)| *length);
        let usual = self.words.pick(rest, |role| Some((role, self.scale.role(role)?)));
        let number = self.words.number(rest);
        let lengths = [own.map(|(length, _)| length), usual.as_ref().map(|(_, length)| *length), number.map(|(_, length)| length)];
        if let Some(spot) = self.neighbours(at, number) {
            return Some(spot);
        }
        match (lengths.iter().flatten().max(), own, usual, number) {
            (None, ..) => self.slip(at),
            (longest, Some((length, name)), ..) if longest == Some(&length) => {
                let source = if name.is_key { Source::Key } else { Source::Label { slip: false } };
                Some(Spot { values: vec![name.value.clone()], next: at + length, source, marked: false })
            }
            (longest, _, Some(((role, value), length)), _) if longest == Some(&length) => {
                Some(Spot { values: vec![value], next: at + length, source: source_of(role), marked: role == Role::Full })
            }
            (.., Some((n, length))) => {
                self.counted(&[n], Spot { values: Vec::new(), next: at + length, source: Source::Word, marked: false })
            }
            _ => None,
        }
    }

    /// A label with a slip of the pen.
    fn slip(&self, at: usize) -> Option<Spot> {
        let rest = self.rest(at);
        let own = self
            .scale
            .own
            .names
            .iter()
            .filter(|name| self.scale.is_rating() && !name.is_key)
            .map(|name| (name.words.as_slice(), name.value.clone()));
        let usual = self.words.labels_near(rest).filter_map(|(step, words)| Some((words, self.scale.role(Role::Label(step))?)));
        let near = own.chain(usual).filter(|(words, _)| nearly_matches(rest, words));
        let (words, value) = near.max_by_key(|(words, _)| words.len())?;
        Some(Spot { values: vec![value], next: at + words.len(), source: Source::Label { slip: true }, marked: false })
    }

    /// Behind particles, closing brackets and pictures.
    pub(super) fn closing(&self, from: usize) -> usize {
        let mut at = from;
        while let Some(token) = self.tokens.get(at) {
            if token.is_mark(CLOSERS) || token.is_picture() || matches!(token.shape, Shape::Star | Shape::Hollow) {
                at += 1;
            } else if let Some(length) = self.find(at, Role::Particle) {
                at += length;
            } else {
                break;
            }
        }
        at
    }

    /// Whether the reply, or a part of it, ends here.
    pub(super) fn ends(&self, at: usize) -> bool {
        let at = self.closing(at);
        self.tokens.get(at).is_none_or(|token| token.shape == Shape::Break || token.is_mark(ENDERS))
    }

    /// "三分啦 沒什麼特別的": where words are not parted by blanks, a blank parts what is said as a comma does.
    fn is_parted(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        let apart = |token: &Token| token.is_word() && token.unspaced_script;
        self.tokens.get(at).is_some_and(|next| next.spaced && apart(next)) && before.is_some_and(|token| apart(token) || token.is_picture())
    }

    /// Whether what stands behind a value leaves it a value.
    fn may_follow(&self, spot: &Spot, at: usize) -> bool {
        let Some(next) = self.tokens.get(at) else { return true };
        let says_more = self.rest(at).iter().any(|token| token.is_word() || token.is_figure());
        if next.shape == Shape::Break || next.is_mark(ENDERS) || self.is_parted(at) {
            let counted_item = spot.source == Source::Word && next.is_mark(":") && says_more;
            let asked = (next.is_mark("?") && says_more) || (is_soft(spot.source) && self.is_asked(at));
            let graded = next.is_mark("-–") && !next.spaced && !says_more;
            return !counted_item && !asked && !graded && !self.is_taken_back(at);
        }
        if next.is_mark("=") {
            return self.names_a_value(at + 1);
        }
        if self.is_never(spot, at) || self.is_regretted(spot, at) {
            return true;
        }
        if self.is_taken_back(at) || !(next.spaced || next.unspaced_script || spot.marked) {
            return false;
        }
        if is_number(spot.source) && self.find(at, Role::Former).is_some_and(|length| length > 2) {
            return false;
        }
        let pun = |value: &Value| matches!(value, Value::Number(n) if self.find(at, Role::Leet(*n)).is_some());
        match spot.source {
            Source::Figure | Source::Stars if self.is_abbreviated(at) => false,
            Source::Figure | Source::Stars if !spot.marked && spot.values.iter().any(pun) => false,
            Source::Figure | Source::Stars => {
                (self.find(at, Role::Starter).is_some() && !self.counts_behind(spot, at))
                    || self.find(at, Role::Reason).is_some()
                    || self.names_a_value(at)
                    || self.is_said_again(spot, at)
                    || self.is_judged(spot, at)
            }
            Source::Word if self.find(at - 1, Role::Point).is_some() => {
                spot.values != [Value::Number(10)]
                    && (self.judges(at) || (self.tokens[at].spaced && self.find(at, Role::Starter).is_some()))
            }
            Source::Word if self.find(at, Role::Polite).is_some_and(|length| self.ends(at + length)) => true,
            Source::Word if self.tokens[at].spaced && self.is_said_again(spot, at) => true,
            Source::Word => self.find(at, Role::Reason).is_some() || (spot.marked && self.find(at, Role::Starter).is_some()),
            Source::Label { .. } if self.is_asked(at) => false,
            Source::Label { .. } => self.scale.satisfaction && !self.names_a_value(at) && self.find(at, Role::Starter).is_some(),
            Source::YesNo => self.find(at, Role::Detail).is_some() || self.is_asserted(spot, at),
            Source::Ordinal | Source::Key => false,
        }
    }

    /// "Happy...?", "happy with what?": a question mark ends the part that begins here.
    pub(super) fn is_asked(&self, at: usize) -> bool {
        let ends = |token: &&Token| token.shape == Shape::Break || token.is_mark(SEPARATORS);
        let from = self.rest(at);
        let end = from.iter().position(|token| ends(&token)).unwrap_or(from.len());
        from[end..].iter().take_while(|token| !token.is_word() && !token.is_figure()).any(|token| token.is_mark("?"))
    }

    /// Behind marks and phrases of these roles.
    pub(super) fn next_words(&self, from: usize, skipped: &[Role]) -> usize {
        let mut at = from.min(self.tokens.len());
        while let Some(token) = self.tokens.get(at) {
            let phrase = || skipped.iter().filter_map(|role| self.find(at, *role)).max();
            match (token.is_word() || token.is_figure()).then(phrase) {
                None => at += 1,
                Some(Some(length)) => at += length,
                Some(None) => break,
            }
        }
        at
    }
}

fn is_number(source: Source) -> bool {
    matches!(source, Source::Figure | Source::Word)
}

/// Words that may also be said of something else, or asked.
pub(super) fn is_soft(source: Source) -> bool {
    matches!(source, Source::Label { .. } | Source::YesNo)
}

fn source_of(role: Role) -> Source {
    match role {
        Role::Yes | Role::No | Role::Resolved | Role::Unresolved => Source::YesNo,
        Role::Ordinal(_) => Source::Ordinal,
        Role::Full => Source::Figure,
        _ => Source::Label { slip: false },
    }
}
