//! What must agree between questions, A/B arms, languages and the survey's own wording.

use std::collections::{BTreeMap, BTreeSet};

use super::super::fault::Findings;
use super::super::section::{Section, short};
use super::question::Draft;
use crate::survey::model::{Channel, Kind, Locale, Said, Texts, Variant};

const CHANNELS: [(Channel, &str); 2] = [(Channel::Sms, "sms"), (Channel::Ivr, "voice")];

/// Everything that is only known once all questions are.
pub fn check(drafts: &[Draft], variants: &[Variant], findings: &Findings) {
    for draft in drafts {
        in_variant(draft, variants, findings);
        mixed(draft, findings);
        language(draft, drafts, findings);
        labels(draft, findings);
    }
}

/// An arm is one of the survey's, and speaks every language that the question does.
fn in_variant(draft: &Draft, variants: &[Variant], findings: &Findings) {
    for (arm, said) in &draft.question.manner.in_variant {
        let name = format!("question.variant.{}", short(arm));
        if !variants.iter().any(|variant| variant.name == *arm) {
            findings.error(&draft.place, format!("{name}: there is no [[variant]] of that name"));
        }
        for (channel, channel_name) in CHANNELS {
            let (own, usual) = (said.on(channel), draft.question.said.on(channel));
            for locale in own.keys().filter(|locale| !usual.contains_key(*locale)) {
                findings.error(&draft.place, format!("{name}.{channel_name}.{locale}: the question itself has no such text"));
            }
            for locale in usual.keys().filter(|locale| !own.is_empty() && !own.contains_key(*locale)) {
                findings.warning(&draft.place, format!("{name}: has no {channel_name} text in {locale}; callers hear the usual one"));
            }
        }
    }
}

/// Mixed options have no fixed keys, so that a text cannot name them.
fn mixed(draft: &Draft, findings: &Findings) {
    let question = &draft.question;
    if question.manner.shuffle.is_none() {
        return;
    }
    let texts = [&question.said].into_iter().chain(question.manner.in_variant.values()).flat_map(|said| [&said.sms, &said.voice]);
    for locale in texts.flat_map(Texts::iter).filter(|(_, text)| !text.contains("{options}")).map(|(locale, _)| locale) {
        findings.error(&draft.place, format!("question.shuffle: the text in {locale} must name the options as {{options}}"));
    }
}

/// Who chooses a language is asked on in it.
fn language(draft: &Draft, drafts: &[Draft], findings: &Findings) {
    let (true, Kind::Choice { options }) = (draft.question.manner.sets_language, &draft.question.kind) else { return };
    let said = || drafts.iter().filter(|other| !other.question.manner.sets_language).map(|other| &other.question.said);
    let spoken: BTreeSet<&Locale> = said().flat_map(|said| said.sms.keys().chain(said.voice.keys())).collect();
    for option in options.iter().filter(|option| !spoken.iter().any(|locale| locale.tag() == option.value)) {
        findings.error(&draft.place, format!("question.option: no question is written in `{}`", short(&option.value)));
    }
    for locale in spoken.iter().filter(|locale| !options.iter().any(|option| option.value == locale.tag())) {
        findings.warning(&draft.place, format!("question.option: {locale} is spoken and cannot be chosen"));
    }
}

/// A caller who is asked in a language hears the options in it.
fn labels(draft: &Draft, findings: &Findings) {
    let Kind::Choice { options } = &draft.question.kind else { return };
    let said = &draft.question.said;
    let spoken: BTreeSet<&Locale> = said.sms.keys().chain(said.voice.keys()).collect();
    let labelled = |option: &&crate::survey::model::Choice| !option.label.is_empty() && !draft.question.manner.sets_language;
    for option in options.iter().filter(labelled) {
        for locale in spoken.iter().filter(|locale| !option.label.contains_key(**locale)) {
            findings.warning(&draft.place, format!("question.option: `{}` has no label in {locale}", short(&option.value)));
        }
    }
}

/// The survey's own wording speaks every language of the survey; else callers hear another one.
pub fn wording(own: &BTreeMap<String, Said>, drafts: &[Draft], section: &Section<'_>) {
    for (channel, channel_name) in CHANNELS {
        let spoken: BTreeSet<&Locale> = drafts.iter().flat_map(|draft| draft.question.said.on(channel).keys()).collect();
        for (name, said) in own.iter().filter(|(_, said)| !said.on(channel).is_empty()) {
            for locale in spoken.iter().filter(|locale| !said.on(channel).contains_key(**locale)) {
                section.warning(name, &format!("has no {channel_name} text in {locale}"));
            }
        }
    }
}
