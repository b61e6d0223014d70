//! What a survey looks at beside the answers.

use std::collections::BTreeSet;

use super::model::{Said, Subject, Survey};
use super::wording::places::places;

/// Everything known of a call (and the A/B arm) that the conditions and texts of a survey look at.
#[must_use]
pub fn subjects(survey: &Survey) -> BTreeSet<Subject> {
    let branches = survey.questions.iter().flat_map(|question| question.next.iter().flat_map(|branch| &branch.when));
    let conditions = branches.chain(survey.questions.iter().flat_map(|question| &question.manner.ask_when));
    let looked_at = conditions.map(|condition| condition.of.clone()).filter(|of| !matches!(of, Subject::Answer(_)));
    let shown = said(survey).flat_map(|said| said.voice.values()).flat_map(|text| places(text)).filter_map(|place| place.subject());
    let arms = (!survey.variants.is_empty()).then_some(Subject::Variant);
    looked_at.chain(shown).chain(arms).collect()
}

/// Every text of a survey.
fn said(survey: &Survey) -> impl Iterator<Item = &Said> {
    let own = survey.questions.iter().map(|question| &question.said);
    let arms = survey.questions.iter().flat_map(|question| question.manner.in_variant.values());
    own.chain(arms).chain([&survey.closing]).chain(survey.wording.values())
}
