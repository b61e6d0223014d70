//! What `check` says about surveys, each with its line.

use super::*;

fn shown(faults: &[aftercall::config::Fault]) -> String {
    faults.iter().map(|fault| format!("{}: {}\n", fault.line, fault.message)).collect()
}

/// Errors and warnings of a survey beside a configuration.
fn found(id: &str, text: &str) -> (String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("surveys")).expect("a folder");
    std::fs::write(folder.path().join(format!("surveys/{id}.toml")), text).expect("written");
    let file = folder.path().join("aftercall.toml");
    std::fs::write(&file, "[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]\n").expect("written");
    let found = aftercall::config::inspect(Some(&file), None, &aftercall::config::Environment::new([]));
    let own =
        |faults: &[aftercall::config::Fault]| -> Vec<_> { faults.iter().filter(|fault| fault.file.contains("surveys")).cloned().collect() };
    (shown(&own(&found.errors)), shown(&own(&found.settings.warnings)))
}

#[test]
fn every_fault_of_conditions_arms_options_and_keys_is_named_with_its_line() {
    let (errors, warnings) = found("broken-manners", include_str!("../../fixtures/config/broken-manners.toml"));
    insta::assert_snapshot!(errors, @r##"
    7: variant.name: there is another variant `a`
    10: voice.timeout: a whole number from 1 to 60 is expected
    11: voice.most_seconds: a whole number from 30 to 3600 is expected
    12: unknown key `barge` in `voice`
    13: question.id: `channel` means something else; take another name
    13: question.variant.z: there is no [[variant]] of that name
    18: question.ask_when: `channel` is never `fax`
    18: question.ask_when: `language` is never `sv`
    18: question.ask_when: `variant` is never `z`
    18: question.ask_when: only answers and attributes can lie in a range
    18: question.ask_when: there is no question `score`
    19: question.refuse: key `3` is an answer
    19: question.refuse: only an optional question can be declined: write optional = true
    20: question.shuffle: only the options of a choice can be mixed
    21: question.voice.en: names key 6, which is no answer
    21: question.voice.en: {agnet} is nothing that can be shown; there are agent, queue, line, attr.KEY, min, max, options
    24: question.label.1.en: `cancel` opts the caller out and cannot be an answer
    25: question.variant.a.sms.de: the question itself has no such text
    29: question.refuse: key `#` is an answer
    31: question.shuffle_keep_last: leaves fewer than two options to be mixed
    32: question.voice: key `#` cannot be pressed on a phone
    35: question.variant.a.voice.en: names key 7, which is no answer
    36: question.option.label.en: `end` opts the caller out and cannot be an answer
    37: question.option: no question is written in `English`
    37: question.option: no question is written in `fr`
    42: question.option: value `English` is no language such as en or zh-CN
    46: question.refuse: a question that takes free words has no keys
    46: question.refuse: only an optional question can be declined: write optional = true
    47: question.repeat: true or false is expected, not a string
    53: wording.exhausted.voice.en: {mind} is nothing that can be shown; there are agent, queue, line, attr.KEY, min, max, options
    "##);
    insta::assert_snapshot!(warnings, @r##"
    21: question.voice.en: does not name keys 5, 3
    22: question.sms.en: {agent} shows nothing where it is not known: write {agent|our colleague}
    25: question.variant.a: has no sms text in en; callers hear the usual one
    32: question.voice.en: does not name keys 22, #, #
    35: question.variant.a.voice.en: does not name keys #, #
    40: question.voice: no text names keys 2, 3
    "##);
}

#[test]
fn the_survey_with_everything_has_no_fault_and_no_warning() {
    assert_eq!(found("grand", GRAND), (String::new(), String::new()));
}

#[test]
fn a_spoken_text_that_tells_a_wrong_key_is_an_error_in_every_language_and_script() {
    let texts = [
        "en = \"Press 1 to 6.\"",
        "zh-CN = \"请按1到6键。\"",
        "zh-TW = \"請按１到６。\"",
        "es = \"Pulse del 1 al 5. Pulse 6 para repetir.\"",
        "fr = \"Appuyez sur une touche de 1 à 6.\"",
        "de = \"Drücken Sie eine Taste von 1 bis 6.\"",
        "pt = \"Digite de 1 a 6.\"",
        "ar = \"اضغط رقما من ١ إلى ٦\"",
        "hi = \"१ से ६ दबाएं\"",
        "ja = \"1から6を押してください。\"",
    ];
    let wrong: Vec<&str> = texts.into_iter().filter(|text| !judged(text).contains("names key 6, which is no answer")).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let right: Vec<_> = texts.map(|text| text.replace('6', "5").replace('६', "५").replace('٦', "٥").replace('\u{ff16}', "5")).to_vec();
    let faulty: Vec<_> = right.into_iter().filter(|text| !judged(text).is_empty()).map(|text| (judged(&text), text)).collect();
    assert!(faulty.is_empty(), "{faulty:#?}");
}

/// What is wrong with a spoken question from 1 to 5.
fn judged(text: &str) -> String {
    let (tag, _) = text.split_once(' ').expect("a tag");
    let whole = format!(
        "id = \"x\"\nversion = 1\ndefault_locale = \"{tag}\"\n[[question]]\nid = \"q\"\nkind = \"rating\"\nmin = 1\nmax = 5\nvoice.{text}\n"
    );
    surveys::parse("x.toml", &whole).map_or_else(|faults| shown(&faults), |_| String::new())
}
