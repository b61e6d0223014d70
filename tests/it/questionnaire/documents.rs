//! What the page for operators shows is so.

use super::*;

const PAGE: &str = include_str!("../../../docs/surveys.md");

fn blocks() -> Vec<&'static str> {
    PAGE.split("```toml\n").skip(1).map(|rest| rest.split("```").next().expect("an end")).collect()
}

#[test]
fn every_example_of_the_page_is_a_survey_without_fault_or_warning() {
    assert_eq!(blocks().len(), 2);
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("surveys")).expect("a folder");
    for block in blocks() {
        let id = survey(block).key.id;
        std::fs::write(folder.path().join("surveys").join(format!("{id}.toml")), block).expect("written");
    }
    let file = folder.path().join("aftercall.toml");
    std::fs::write(&file, "[[rule]]\nsurvey = \"loyalty\"\nchannels = [\"sms\"]\n").expect("written");
    let found = aftercall::config::inspect(Some(&file), None, &aftercall::config::Environment::new([]));
    assert!(found.errors.is_empty(), "{:#?}", found.errors);
    let own = |fault: &&aftercall::config::Fault| fault.file.contains("surveys");
    let warnings: Vec<_> = found.settings.warnings.iter().filter(own).map(|fault| (fault.line, &fault.message)).collect();
    assert!(warnings.is_empty(), "{warnings:#?}");
}

#[test]
fn the_page_names_every_key_that_a_survey_may_have() {
    let keys = "id version default_locale kind measure min max label option retry next when goto ask_when optional refuse repeat barge_in \
                shuffle shuffle_keep_last variant weight closing wording invalid silence exhausted time_is_up ambiguous opted_out opted_in \
                help voice timeout key_timeout most_seconds yes no words";
    let lacking: Vec<&str> = keys.split_whitespace().filter(|key| !PAGE.contains(key)).collect();
    assert!(lacking.is_empty(), "{lacking:?}");
}
