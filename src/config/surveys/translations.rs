use std::collections::BTreeSet;

use super::super::fault::{Findings, Place};
use super::super::section::Section;
use super::question::Draft;
use crate::survey::model::{Channel, Locale, Said};

/// Whoever is asked in a language is asked everything in it: each text of a channel has every language of that channel.
pub fn check(drafts: &[Draft], closing: (&Said, &Place), root: &Section<'_>, default: &Locale) {
    for (channel, name) in [(Channel::Sms, "sms"), (Channel::Ivr, "voice")] {
        let texts = || drafts.iter().map(|draft| &draft.question.said).chain([closing.0]).map(|said| said.on(channel));
        let languages: BTreeSet<&Locale> = texts().flat_map(|texts| texts.keys()).collect();
        for draft in drafts {
            let what = format!("question: `{}`", draft.question.id);
            complete((&draft.question.said, channel), &languages, |missing| {
                lacks(root.findings, &draft.place, (&what, name), missing);
            });
        }
        complete((closing.0, channel), &languages, |missing| lacks(root.findings, closing.1, ("closing:", name), missing));
        if !languages.is_empty() && !languages.contains(default) {
            root.error("default_locale", &format!("there is no {name} text in {default}"));
        }
    }
}

fn complete((said, channel): (&Said, Channel), languages: &BTreeSet<&Locale>, lacking: impl Fn(&Locale)) {
    let texts = said.on(channel);
    if !texts.is_empty() {
        languages.iter().filter(|language| !texts.contains_key(**language)).for_each(|language| lacking(language));
    }
}

fn lacks(findings: &Findings, place: &Place, (what, channel): (&str, &str), language: &Locale) {
    findings.error(place, format!("{what} has no {channel} text in {language}"));
}
