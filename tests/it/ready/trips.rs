//! Whole trips through HTTP: each ready survey, on the phone in every language, by text in three.

use aftercall::survey::answer::label;
use aftercall::survey::model::{Channel, Survey};
use serde_json::{Value, json};

use super::document::{Document, VOICES};
use super::{COMMENT, LANGUAGES, Station, WAYS, locale, stations, surveys};
use crate::support::rig::{ACCOUNT_SID, CALLER, LINE, PUBLIC, Rig, attribute};

/// One gateway that asks the survey whose name is the queue; nobody is asked too often.
async fn gateway(channel: Channel) -> Rig {
    let rule = |survey: &Survey| {
        let (id, channel) = (&survey.key.id, channel.name());
        format!("[[rule]]\nwhen = {{ queue = \"{id}\" }}\nsurvey = \"{id}\"\nchannels = [\"{channel}\"]\n")
    };
    let rules: String = surveys().iter().map(rule).collect();
    Rig::start(&format!("{rules}[policy]\nfrequency_cap = {{ max = 0, per = \"7d\" }}")).await
}

/// A call that is asked: its id, the survey, the language.
struct Trip<'a> {
    rig: &'a Rig,
    call_id: String,
    survey: &'a Survey,
    tag: &'a str,
}

impl Trip<'_> {
    fn query(&self) -> String {
        format!("?queue={}&language={}", self.survey.key.id, self.tag)
    }

    fn asked(&self, station: &Station<'_>, channel: Channel) -> String {
        station.question.said.on(channel)[&locale(self.tag)].clone()
    }

    /// The row of this call, once it is complete.
    async fn completed(&self, stations: &[Station<'_>], channel: Channel) {
        let page = self.rig.api("/v1/responses?limit=1000").await;
        let row = page["items"].as_array().and_then(|items| items.iter().find(|item| item["call_id"] == self.call_id.as_str()));
        let row = row.unwrap_or_else(|| panic!("no row of {}", self.call_id));
        let what = format!("{} {} {row:#}", self.survey.key.id, self.tag);
        assert_eq!(
            (&row["disposition"], &row["locale"], &row["channel"]),
            (&json!("completed"), &json!(self.tag), &json!(channel.name())),
            "{what}"
        );
        let found: Vec<Value> = row["answers"].as_array().expect("answers").iter().map(gist).collect();
        let spoken = |station: &Station<'_>| channel.is_voice() && station.value.is_none();
        let expected = stations.iter().map(|station| {
            let label = station.value.as_ref().and_then(|value| label(station.question, value, &locale(self.tag)));
            let text = if station.value.is_none() && !spoken(station) { json!(COMMENT) } else { Value::Null };
            json!([station.question.id, station.value, label, text])
        });
        assert_eq!(found, expected.collect::<Vec<_>>(), "{what}");
    }
}

fn gist(answer: &Value) -> Value {
    json!([answer["question"], answer["value"], answer["label"], answer["text"]])
}

/// By text: the label to the first question, the key to every other one.
async fn by_text(trip: &Trip<'_>, way: &[(&str, &str)]) {
    let stations = stations(trip.survey, way, Channel::Sms);
    trip.rig.call_ends(&trip.call_id, &trip.query()).await;
    trip.rig.settle().await;
    let mut asked = trip.rig.sent().pop().expect("a message");
    for (at, station) in stations.iter().enumerate() {
        assert_eq!(asked, trip.asked(station, Channel::Sms));
        let words = if at == 0 || station.value.is_none() { station.text(&locale(trip.tag)) } else { station.key() };
        let reply = trip.rig.text(&format!("SM{}-{at}", trip.call_id), &words).await;
        assert_eq!((reply.status, reply.outcome.as_str()), (200, "accepted"), "{words}");
        asked = Document::read(&reply.body).texts.concat();
    }
    assert_eq!(asked, trip.survey.closing.sms[&locale(trip.tag)]);
    trip.completed(&stations, Channel::Sms).await;
}

/// By keypad; an open question is answered by a recording.
async fn by_keys(trip: &Trip<'_>, way: &[(&str, &str)], voice: &str) {
    let stations = stations(trip.survey, way, Channel::Ivr);
    let mut page = trip.rig.agent_leaves(&trip.call_id, &trip.query()).await.body;
    for station in &stations {
        let document = Document::read(&page);
        assert_eq!(document.texts, [trip.asked(station, Channel::Ivr)], "{page}");
        assert_eq!(document.voices, [voice]);
        let verbs: &[&str] = if station.value.is_none() { &["Say", "Record", "Redirect"] } else { &["Gather", "Say", "Redirect"] };
        assert_eq!(document.verbs[1..], *verbs);
        page = match &station.value {
            Some(_) => trip.rig.press(&page, &trip.call_id, Some(&station.key())).await.body,
            None => speak(trip, &page).await,
        };
    }
    let end = Document::read(&page);
    assert_eq!(
        (end.texts.concat(), end.verbs.join(" ")),
        (trip.survey.closing.voice[&locale(trip.tag)].clone(), "Response Say Hangup".to_owned())
    );
    trip.completed(&stations, Channel::Ivr).await;
}

/// Speaks, presses the key that ends a recording, and lets the recording be announced.
async fn speak(trip: &Trip<'_>, page: &str) -> String {
    let place = |name: &str| attribute(page, name).strip_prefix(PUBLIC).expect("an address of ours").to_owned();
    let url = ("RecordingUrl", "https://api.example.com/recordings/RE1");
    let call = ("CallSid", trip.call_id.as_str());
    let spoken = [call, ("From", CALLER), ("To", LINE), ("CallStatus", "in-progress"), ("Digits", "#"), url];
    let reply = trip.rig.hook(&place("action"), &spoken).await;
    let announced = [call, ("AccountSid", ACCOUNT_SID), ("RecordingStatus", "completed"), url];
    assert_eq!(trip.rig.hook(&place("recordingStatusCallback"), &announced).await.outcome, "accepted");
    reply.body
}

#[tokio::test]
async fn every_ready_survey_is_answered_by_text_in_three_languages() {
    let (rig, surveys) = (gateway(Channel::Sms).await, surveys());
    for (number, (id, way)) in WAYS.into_iter().enumerate() {
        let survey = surveys.iter().find(|survey| survey.key.id == id).expect("a ready survey");
        for offset in [0, 3, 7] {
            let tag = LANGUAGES[(number + offset) % LANGUAGES.len()];
            let trip = Trip { rig: &rig, call_id: format!("CA{number}-{tag}"), survey, tag };
            by_text(&trip, way).await;
        }
    }
}

#[tokio::test]
async fn every_ready_survey_is_answered_by_keypad_in_every_language() {
    let (rig, surveys) = (gateway(Channel::Ivr).await, surveys());
    for (number, (id, way)) in WAYS.into_iter().enumerate() {
        let survey = surveys.iter().find(|survey| survey.key.id == id).expect("a ready survey");
        for (tag, voice) in LANGUAGES.into_iter().zip(VOICES) {
            let trip = Trip { rig: &rig, call_id: format!("CA{number}-{tag}"), survey, tag };
            by_keys(&trip, way, voice).await;
        }
    }
}
