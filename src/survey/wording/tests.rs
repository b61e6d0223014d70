use std::collections::BTreeMap;

use insta::assert_snapshot;

use super::*;
use crate::message::segments::{Encoding, segments};
use crate::survey::model::{Cuts, Manner, Phone, Retry, Said, SurveyKey, Texts};

fn locale(tag: &str) -> Locale {
    Locale::parse(tag).expect("a tag")
}

fn texts(pairs: &[(&str, &str)]) -> Texts {
    pairs.iter().map(|(tag, text)| (locale(tag), (*text).to_owned())).collect()
}

fn question(id: &str, kind: Kind) -> Question {
    let said = Said { sms: texts(&[("en", "How was it?"), ("zh-CN", "怎么样?")]), voice: texts(&[("en", "How was it? Press a key.")]) };
    Question {
        id: id.to_owned(),
        kind,
        measure: None,
        part: None,
        optional: false,
        said,
        retry: Retry::default(),
        next: Vec::new(),
        manner: Manner::default(),
        cuts: Cuts::default(),
    }
}

fn survey() -> Survey {
    let labels = BTreeMap::from([(4, texts(&[("en", "satisfied")]))]);
    let option = |key: &str, value: &str, zh: &str| Choice {
        key: key.to_owned(),
        value: value.to_owned(),
        label: texts(&[("en", value), ("zh-CN", zh)]),
        words: BTreeMap::new(),
    };
    let options = vec![option("1", "attitude", "服务态度"), option("2", "price", "价格")];
    Survey {
        source: String::new(),
        key: SurveyKey { id: "csat".to_owned(), version: 1, digest: "0".repeat(16) },
        default_locale: locale("en"),
        questions: vec![
            question("score", Kind::Rating { min: 1, max: 5, labels }),
            question("part", Kind::Choice { options }),
            question("resolved", Kind::YesNo { yes: "1".to_owned(), no: "2".to_owned() }),
            question("improve", Kind::Text),
        ],
        closing: Said { sms: texts(&[("en", "Thank you.")]), voice: Texts::new() },
        wording: BTreeMap::new(),
        variants: Vec::new(),
        phone: Phone::default(),
    }
}

fn again(question: &str, lead: Option<Lead>) -> Prompt {
    Prompt::Ask { question: question.to_owned(), attempt: 1, lead }
}

fn sms(tag: &str, question: &str, lead: Lead) -> String {
    say(&survey(), &locale(tag), Channel::Sms, &again(question, Some(lead))).unwrap_or_default()
}

fn ambiguous(readings: &[&str]) -> Lead {
    Lead::Ambiguous { readings: readings.iter().map(|reading| (*reading).to_owned()).collect() }
}

#[test]
fn what_is_no_answer_is_told_what_would_be_one() {
    assert_snapshot!(sms("en", "score", Lead::Invalid), @"Please reply with a number from 1 to 5.");
    assert_snapshot!(sms("en", "part", Lead::Invalid), @"Please reply with one number: 1 attitude, 2 price.");
    assert_snapshot!(sms("en", "resolved", Lead::Invalid), @"Please reply 1 for yes or 2 for no.");
    assert_snapshot!(sms("en", "improve", Lead::Invalid), @"Sorry, we could not read that. How was it?");
    assert_snapshot!(sms("fr", "score", Lead::Invalid), @"Merci de répondre par un nombre de 1 à 5.");
    assert_snapshot!(sms("de", "resolved", Lead::Invalid), @"Bitte antworten Sie mit 1 für Ja oder 2 für Nein.");
    assert_snapshot!(sms("zh-CN", "score", Lead::Invalid), @"请回复1至5之间的一个数字。");
    assert_snapshot!(sms("zh-CN", "part", Lead::Invalid), @"请回复一个数字:1 服务态度、2 价格。");
    assert_snapshot!(sms("es", "score", Lead::Invalid), @"Por favor, responda solo con una cifra del 1 al 5.");
    assert_snapshot!(sms("es", "resolved", Lead::Invalid), @"Por favor, responda 1 si la respuesta es afirmativa o 2 si es negativa.");
    assert_snapshot!(sms("pt", "score", Lead::Invalid), @"Por favor, responda com uma nota de 1 a 5.");
    assert_snapshot!(sms("pt", "resolved", Lead::Invalid), @"Por favor, responda 1 se a resposta for positiva ou 2 se for negativa.");
}

#[test]
fn other_languages_say_it_in_their_own_words_and_in_one_part() {
    assert_snapshot!(sms("ar", "score", Lead::Invalid), @"يرجى الرد برقم من 1 إلى 5.");
    assert_snapshot!(sms("hi", "score", Lead::Invalid), @"कृपया 1 से 5 तक कोई एक अंक भेजें।");
    assert_snapshot!(sms("ar", "score", ambiguous(&["4", "5"])), @"هل تقصد 4 أو 5؟ يرجى الرد برقم واحد.");
    assert_snapshot!(sms("hi", "score", ambiguous(&["4", "5"])), @"क्या आपका मतलब 4 या 5 है? कृपया एक ही अंक भेजें।");
    for tag in ["ar", "hi"] {
        for question in ["score", "part", "resolved"] {
            for lead in [Lead::Invalid, ambiguous(&["4", "5"])] {
                let words = sms(tag, question, lead);
                assert_eq!(segments(&words).parts, 1, "{words}");
            }
        }
    }
}

#[test]
fn several_readings_are_named() {
    assert_snapshot!(sms("en", "score", ambiguous(&["4", "5"])), @"Did you mean 4 or 5? Please reply with one number.");
    assert_snapshot!(sms("en", "score", ambiguous(&["satisfied", "5"])), @"Did you mean 4 (satisfied) or 5? Please reply with one number.");
    assert_snapshot!(sms("en", "score", ambiguous(&["3", "4", "5"])), @"Did you mean 3, 4 or 5? Please reply with one number.");
    assert_snapshot!(sms("fr", "score", ambiguous(&["4", "5"])), @"Vouliez-vous dire 4 ou 5 ? Merci de répondre par un seul nombre.");
    assert_snapshot!(sms("de", "resolved", ambiguous(&["ja", "nein"])), @"Meinten Sie 1 (ja) oder 2 (nein)? Bitte antworten Sie mit nur einer Zahl.");
    assert_snapshot!(sms("zh-CN", "part", ambiguous(&["服务态度", "价格"])), @"您是指1(服务态度)还是2(价格)?请只回复一个数字。");
    assert_snapshot!(sms("es", "resolved", ambiguous(&["sí", "no"])), @"¿Ha querido decir 1 (sí) o 2 (no)? Responda solo con una cifra.");
    assert_snapshot!(sms("pt", "resolved", ambiguous(&["sim", "não"])), @"Quis dizer 1 (sim) ou 2 (não)? Responda somente com um algarismo.");
    assert_snapshot!(sms("en", "resolved", ambiguous(&["yes", "no"])), @"Did you mean 1 (yes) or 2 (no)? Please reply with one number.");
}

#[test]
fn on_the_phone_the_lead_in_stands_beside_the_question() {
    let prompt = again("score", Some(Lead::Silence));
    assert_eq!(lead(&survey(), &locale("en"), Channel::Ivr, &prompt).as_deref(), Some("I did not hear a key."));
    assert_eq!(say(&survey(), &locale("en"), Channel::Ivr, &prompt).as_deref(), Some("How was it? Press a key."));
    assert_eq!(lead(&survey(), &locale("en"), Channel::Ivr, &again("score", None)), None);
    assert_eq!(say(&survey(), &locale("sv"), Channel::Sms, &again("score", None)).as_deref(), Some("How was it?"));
}

#[test]
fn the_surveys_own_wording_wins_and_stands_alone_only_where_it_tells_what_to_answer() {
    let mut survey = survey();
    let own = |text: &str| Said { sms: texts(&[("en", text)]), voice: Texts::new() };
    survey.wording.insert("invalid".to_owned(), own("Please reply with a number from 1 to 5."));
    let prompt = |question: &str| again(question, Some(Lead::Invalid));
    let said = |survey: &Survey, question: &str| say(survey, &locale("en"), Channel::Sms, &prompt(question)).unwrap_or_default();
    assert_eq!(said(&survey, "score"), "Please reply with a number from 1 to 5.");
    assert_eq!(said(&survey, "part"), "Please reply with a number from 1 to 5. How was it?");
    survey.wording.insert("opted_out".to_owned(), own("Gone."));
    assert_eq!(say(&survey, &locale("zh-CN"), Channel::Sms, &Prompt::OptedOut).as_deref(), Some("Gone."));
}

#[test]
fn the_end_is_polite_even_without_a_closing_line() {
    assert_eq!(say(&survey(), &locale("en"), Channel::Sms, &Prompt::Close).as_deref(), Some("Thank you."));
    assert_eq!(say(&survey(), &locale("zh-CN"), Channel::Ivr, &Prompt::Close).as_deref(), Some("感谢您的来电,再见。"));
    assert_eq!(polite_end(&locale("xx")), "Thank you for your call. Goodbye.");
    assert_eq!(say(&survey(), &locale("en"), Channel::Sms, &Prompt::Nothing), None);
}

#[test]
fn every_shipped_text_message_is_one_part() {
    let narrow = ["en", "es", "pt", "fr", "de"].map(|tag| (tag, Encoding::Gsm7));
    let wide = ["zh-CN", "zh-TW", "ja", "ar", "hi"].map(|tag| (tag, Encoding::Ucs2));
    let again = |question: &str| again(question, Some(Lead::Invalid));
    for (tag, coding) in narrow.into_iter().chain(wide) {
        for prompt in [Prompt::OptedOut, Prompt::OptedIn, Prompt::Help, Prompt::WhichCall, again("score"), again("resolved")] {
            let words = say(&survey(), &locale(tag), Channel::Sms, &prompt).unwrap_or_default();
            let cost = segments(&words);
            assert_eq!((cost.encoding, cost.parts), (coding, 1), "{words}");
        }
    }
}

#[test]
fn the_words_are_those_of_the_exact_tag_before_those_of_the_language() {
    let said = |tag: &str| sms(tag, "score", Lead::Invalid);
    assert_snapshot!(said("zh-TW"), @"請回覆1至5之間的一個數字。");
    assert_eq!([said("zh-HK"), said("zh-Hant"), said("zh-Hant-MO")], ["zh-TW"; 3].map(said));
    assert_eq!([said("zh"), said("zh-SG"), said("zh-Hans")], ["zh-CN"; 3].map(said));
    assert_snapshot!(said("ja"), @"恐れ入りますが、1から5までの数字1つでご返信ください。");
    assert_snapshot!(sms("ja", "score", ambiguous(&["4", "5"])), @"4か5のどちらでしょうか。数字1つでご返信ください。");
    assert_snapshot!(sms("zh-TW", "resolved", ambiguous(&["是", "否"])), @"您是指1（是）還是2（否）？請只回覆一個數字。");
}
