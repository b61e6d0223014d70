//! Survey files: what is read, and what is said about what cannot be.

use aftercall::config::{Fault, inspect, load, surveys};
use aftercall::survey::measure::part::Part;
use aftercall::survey::model::{Condition, Exhausted, Kind, Locale, Matcher, Subject, Target};

use super::{environment, fixture, listed};

#[test]
fn every_fault_of_a_survey_is_named_at_once_with_its_line() {
    let text = std::fs::read_to_string(fixture("broken-survey.toml")).expect("a fixture");
    let faults = surveys::parse("broken-survey.toml", &text).expect_err("broken");
    insta::assert_snapshot!(listed(&faults), @r##"
    broken-survey.toml:2: unknown key `versoin`, did you mean `version`?
    broken-survey.toml:3: default_locale: there is no sms text in fr
    broken-survey.toml:3: default_locale: there is no voice text in fr
    broken-survey.toml:4: question: `score` has no sms text in de
    broken-survey.toml:7: question.measure: csat needs a rating from 1 to 5
    broken-survey.toml:10: question.label.11: is no value from 1 to 10
    broken-survey.toml:10: question.label.2: a table is expected, not a string
    broken-survey.toml:10: question.label.3.en: must not be empty
    broken-survey.toml:13: question.voice.english: is no language such as en or zh-CN
    broken-survey.toml:14: question.voice.en: names key 0, which is no answer
    broken-survey.toml:14: question.voice.en: names key 11, which is no answer
    broken-survey.toml:15: question.retry.silence: a whole number from 0 to 5 is expected
    broken-survey.toml:15: question.retry.then: `stop` is none of skip, end
    broken-survey.toml:17: question.next.goto: there is no question `nowhere`
    broken-survey.toml:17: question.next.when.score: `2..1` is no range such as "1..=2"
    broken-survey.toml:18: question.next.goto: `score` is not later in the file: a branch that leads back could loop
    broken-survey.toml:18: question.next.when: `later` has not been asked yet
    broken-survey.toml:18: question.next.when: `score` goes from 1 to 10
    broken-survey.toml:19: question.next.when: there is no question `nobody`
    broken-survey.toml:23: question.no: must be another key than yes
    broken-survey.toml:23: question: `skipped` can never be reached
    broken-survey.toml:23: question: `skipped` has no sms text in de
    broken-survey.toml:23: question: `skipped` has no sms text in zh-CN
    broken-survey.toml:31: question.voice.en: names key 2, which is no answer
    broken-survey.toml:31: question.voice: key `x` cannot be pressed on a phone
    broken-survey.toml:34: question.option.key: there is another option with the key `1`
    broken-survey.toml:34: question.option.value: there is another option with the value `A`
    broken-survey.toml:34: question.option.words.en: a list in [ ] is expected, not a string
    broken-survey.toml:35: unknown key `colour` in `question.option`
    broken-survey.toml:36: question.option.key: `T` opts the caller out and cannot be an answer
    broken-survey.toml:36: question.option.value: `STOP` opts the caller out and cannot be an answer
    broken-survey.toml:36: question.option.words.en: `help` asks for help and cannot be an answer
    broken-survey.toml:36: question.option.words.zh-CN: `退订` opts the caller out and cannot be an answer
    broken-survey.toml:38: question.id: there is another question `later`
    broken-survey.toml:38: question: has no text: write sms.en = "…" or voice.en = "…"
    broken-survey.toml:41: question.sms: a table is expected, not a string
    broken-survey.toml:42: question.option.value: is missing
    broken-survey.toml:42: question.option: a choice needs 2 to 20 options
    broken-survey.toml:43: question: has no text: write sms.en = "…" or voice.en = "…"
    broken-survey.toml:45: question.kind: `essay` is none of rating, choice, yes_no, text, voice, language
    broken-survey.toml:46: question: `last` has no sms text in de
    broken-survey.toml:46: question: `last` has no sms text in zh-CN
    broken-survey.toml:49: unknown key `min` in `question`
    broken-survey.toml:51: question.next: a list of tables is expected: write [[question.next]] or [{ … }]
    broken-survey.toml:52: closing: has no sms text in zh-CN
    broken-survey.toml:56: unknown key `invaild` in `wording`, did you mean `invalid`?
    "##);
}

#[test]
fn pairs_must_be_whole_and_drivers_have_their_items() {
    let text = std::fs::read_to_string(fixture("broken-parts.toml")).expect("a fixture");
    let faults = surveys::parse("broken-parts.toml", &text).expect_err("broken");
    insta::assert_snapshot!(listed(&faults), @r##"
    broken-parts.toml:3: index.drivers.image: must be greater than 0
    broken-parts.toml:3: index.drivers.lonely: no question has this driver
    broken-parts.toml:3: index.drivers.price: a number is expected, not a string
    broken-parts.toml:3: index.drivers.service: no question has this driver
    broken-parts.toml:3: index.drivers.service_: a number from 0 to 1000000 is expected
    broken-parts.toml:3: index.drivers.service_: no question has this driver
    broken-parts.toml:4: unknown key `colour` in `index`
    broken-parts.toml:9: question.kano: there is no dysfunctional question about `broken-parts`
    broken-parts.toml:17: question.kano: there is another functional question about `broken-parts`
    broken-parts.toml:17: question.kano: there is no dysfunctional question about `broken-parts`
    broken-parts.toml:24: question.measure: kano needs a choice of five options or a rating from 1 to 5
    broken-parts.toml:25: question.kano: `backwards` is none of functional, dysfunctional
    broken-parts.toml:26: question.feature: must not be empty
    broken-parts.toml:30: question.kano: is missing
    broken-parts.toml:33: question.measure: kano needs a choice of five options or a rating from 1 to 5
    broken-parts.toml:39: question.driver: `sevice` is not in [index] drivers, did you mean `service`?
    broken-parts.toml:46: question.measure: index needs a rating
    broken-parts.toml:62: unknown key `driver` in `question`
    broken-parts.toml:63: unknown key `kano` in `question`
    "##);
}

#[test]
fn an_index_without_weights_says_what_to_write() {
    let item = "[[question]]\nid = \"q\"\nkind = \"rating\"\nmin = 1\nmax = 5\nmeasure = \"index\"\ndriver = \"image\"\nsms.en = \"?\"\n";
    let faults = surveys::parse("x.toml", &format!("id = \"x\"\n{item}")).expect_err("broken");
    insta::assert_snapshot!(listed(&faults), @"x.toml:8: question.driver: `image` is not in [index] drivers (write [index] drivers = { NAME = WEIGHT, … })");
    let survey = surveys::parse("x.toml", &format!("id = \"x\"\n[index]\ndrivers.image = 7\n{item}")).expect("fine");
    assert_eq!(survey.questions[0].part, Some(Part::Index { driver: "image".to_owned(), weight: 1.0 }));
}

#[test]
fn the_grammar_of_surveys_is_read_whole() {
    let text = std::fs::read_to_string(fixture("grammar.toml")).expect("a fixture");
    let survey = surveys::parse("grammar.toml", &text).map_err(|faults| listed(&faults)).expect("fine");
    let (en, zh) = (Locale::parse("en").expect("a tag"), Locale::parse("zh-CN").expect("a tag"));
    assert_eq!((survey.key.id.as_str(), survey.key.version, survey.key.digest.len()), ("grammar", 1, 16));
    let [score, part, resolved, improve] = survey.questions.as_slice() else { panic!("four questions") };
    let Kind::Rating { min: 1, max: 5, labels } = &score.kind else { panic!("a rating") };
    assert_eq!((labels[&5][&zh].as_str(), labels[&1][&en].as_str()), ("非常满意", "very unhappy"));
    let on = |id: &str, is| Condition { of: Subject::Answer(id.to_owned()), is };
    assert_eq!(score.next[0].when, [on("score", Matcher::Between(1, 2))]);
    assert_eq!([&score.next[0].goto, &score.next[1].goto], ["part", "improve"].map(|id| Target::Question(id.to_owned())).each_ref());
    let Kind::Choice { options } = &part.kind else { panic!("a choice") };
    assert_eq!(
        (options[0].words[&en].as_slice(), options[1].value.as_str()),
        (&["rude".to_owned(), "unfriendly".to_owned()][..], "knowledge")
    );
    assert_eq!(part.next[0].when[0], on("score", Matcher::OneOf(vec!["1".to_owned()])));
    assert_eq!(part.next[1].goto, Target::End);
    assert_eq!(resolved.kind, Kind::YesNo { yes: "1".to_owned(), no: "3".to_owned() });
    assert_eq!((improve.optional, improve.retry.then, improve.retry.invalid), (true, Exhausted::End, 2));
    assert_eq!(survey.closing.voice[&zh], "谢谢,再见。");
    assert_eq!(survey.wording["silence"].voice[&en], "I did not hear a key.");
}

#[test]
fn a_survey_that_is_cut_anywhere_is_read_or_refused() {
    let text = std::fs::read_to_string(fixture("grammar.toml")).expect("a fixture");
    for (at, c) in text.char_indices().step_by(7) {
        for part in [text[..at].to_owned(), format!("{}{}", &text[..at], &text[at + c.len_utf8()..])] {
            match surveys::parse("x.toml", &part) {
                Ok(survey) => assert!(!survey.questions.is_empty()),
                Err(faults) => assert!(faults.iter().all(|fault| fault.file == "x.toml" && (1..=60).contains(&fault.line)), "{faults:?}"),
            }
        }
    }
}

#[test]
fn a_survey_beside_the_configuration_replaces_the_shipped_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("aftercall.toml");
    std::fs::create_dir(folder.path().join("surveys")).expect("a folder");
    std::fs::write(&file, "[[rule]]\nsurvey = \"csat\"\n[[rule]]\nsurvey = \"own\"\n").expect("written");
    let text = "id = \"csat\"\nversion = 7\n[[question]]\nid = \"q\"\nkind = \"text\"\nsms.en = \"How was it?\"\n";
    let write = |name: &str, text: &str| std::fs::write(folder.path().join("surveys").join(name), text).expect("written");
    write("csat.toml", text);
    write("own.toml", &text.replace("csat", "own"));
    write("README.md", "no survey");
    let loaded = load(Some(&file), None, &environment(&[])).map_err(|faults| listed(&faults)).expect("fine");
    let book = loaded.book();
    assert_eq!(book.current("csat").map(|survey| survey.key.version), Some(7));
    assert!(book.current("own").is_some() && book.current("nps").is_some());
    let shipped = surveys::parse("csat.toml", surveys::shipped::FILES[0].1).expect("fine");
    assert!(book.pinned(&shipped.key).is_some(), "a session that began with the shipped one can go on");

    std::fs::write(&file, "[[rule]]\nsurvey = \"own\"\nchannels = [\"ivr\", \"sms\"]\n[[rule]]\nsurvey = \"own\"\nchannels = \"ivr\"\n")
        .expect("written");
    let found = inspect(Some(&file), None, &environment(&[]));
    assert_eq!(listed(&found.errors), "aftercall.toml:6: rule.channels: survey `own` has no text for channel `ivr`\n");
    assert_eq!(listed(&found.settings.warnings), "aftercall.toml:3: rule.channels: survey `own` has no text for channel `ivr`\n");

    std::fs::write(&file, "[[rule]]\nsurvey = \"own\"\n").expect("written");
    write("own.toml", "id = \"own\"\nversion = 1\nquestoin = 1\n");
    write("twin.toml", text);
    let faults = load(Some(&file), None, &environment(&[])).expect_err("broken");
    insta::assert_snapshot!(listed(&faults), @r##"
    own.toml:1: question: is missing: a survey needs at least one [[question]]
    own.toml:3: unknown key `questoin`, did you mean `question`?
    twin.toml:1: there is another survey `csat`
    "##);
}

#[test]
fn texts_that_cost_more_than_they_seem_are_warned_of() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("aftercall.toml");
    let mut text = "id = \"long\"\nversion = 1\n".to_owned();
    for (id, words) in [("a", "x".repeat(161)), ("b", format!("What{}s wrong? {}", '\u{2019}', "x".repeat(70))), ("c", "满意".repeat(40))]
    {
        text += &format!("[[question]]\nid = \"{id}\"\nkind = \"text\"\nsms.en = \"{words}\"\n");
    }
    let surveys = folder.path().join("s");
    std::fs::create_dir(&surveys).expect("a folder");
    std::fs::write(surveys.join("long.toml"), &text).expect("written");
    std::fs::write(&file, "[surveys]\ndir = \"s\"\n[[rule]]\nsurvey = \"long\"\n").expect("written");
    let warnings: Vec<Fault> = inspect(Some(&file), None, &environment(&[])).settings.warnings;
    let own: Vec<Fault> = warnings.into_iter().filter(|fault| fault.file.ends_with("long.toml")).collect();
    insta::assert_snapshot!(listed(&own), @r##"
    long.toml:6: question.sms.en: is sent as 2 parts
    long.toml:10: question.sms.en: `’` (U+2019) takes the whole text out of the GSM alphabet: 2 parts, without it 1
    long.toml:14: question.sms.en: is sent as 2 parts
    "##);
    let too_long = text.replace(&"x".repeat(161), &"x".repeat(1601));
    let faults = surveys::parse("long.toml", &too_long).expect_err("too long");
    assert_eq!(listed(&faults), "long.toml:6: question.sms.en: is 1601 characters long; a text message has at most 1600\n");
}
