//! The engine by properties: any sequence of inputs ends the session, repetition changes nothing, order of independent events does not matter.

use aftercall::call::{Call, Moment};
use aftercall::survey::call_back::{CallBack, News, Redial};
use aftercall::survey::model::{Channel, Locale, Survey};
use aftercall::survey::session::{Prompt, Session};
use aftercall::survey::step::{Input, Opening, Step, begin, step};
use proptest::prelude::*;

fn survey(id: &str) -> Survey {
    if id == "grand" {
        return aftercall::config::surveys::parse("grand.toml", include_str!("../fixtures/surveys/grand.toml")).expect("fine");
    }
    aftercall::config::surveys::shipped::all().find(|survey| survey.key.id == id).expect("a shipped survey")
}

fn call() -> Call {
    let attributes = [("ask_language", "yes"), ("product", "goods")].map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    Call { line: Some("+14155550100".into()), attributes, ..Call::bare(("main", "default"), "CA1", at(0)) }
}

fn at(second: i64) -> Moment {
    Moment::from_millis(1_700_000_000_000 + second * 1000)
}

fn opened(survey: &Survey, channels: &[Channel]) -> Session {
    let second = std::time::Duration::from_secs(1);
    let opening = Opening {
        id: "01936f00-0000-7000-8000-000000000001".into(),
        call: call(),
        channels: channels.to_vec(),
        intended: channels[0],
        locale: Locale::parse("en").expect("a tag"),
        variant: None,
        line: Some("+14155550100".into()),
        text_account: None,
        call_back: Some(CallBack::new("main", None, Redial { attempts: 2, ring: second, pause: second, after: second * 5 })),
        send_at: at(0),
        on_line: true,
        valid_until: at(100_000),
        late_until: at(1_000_000),
    };
    begin(opening, survey, at(0))
}

/// Inputs as values of their own.
#[derive(Debug, Clone)]
enum Event {
    Text(String),
    Keys(u16, Option<String>),
    Here(Option<String>),
    Enter,
    LineDown,
    Sent,
    SentPerhaps,
    Delivered,
    Undeliverable,
    OptOut,
    Help,
    Expire,
    CallDue(String),
    Call(News),
    CallRefused,
}

fn event() -> impl Strategy<Value = Event> {
    let text = prop_oneof![
        "[0-9]{1,2}",
        "[a-z ]{0,12}",
        ".{0,40}",
        Just("5 great".to_owned()),
        Just("STOP".to_owned()),
        Just("no thanks".to_owned())
    ];
    let digits = prop::option::of("[0-9*#]{0,2}");
    prop_oneof![
        4 => text.prop_map(Event::Text),
        4 => digits.clone().prop_map(Event::Here),
        1 => (0..4_u16, digits).prop_map(|(attempt, digits)| Event::Keys(attempt, digits)),
        1 => prop_oneof![Just(Event::Enter), Just(Event::LineDown), Just(Event::Sent), Just(Event::SentPerhaps), Just(Event::Delivered)],
        2 => "[a-c]".prop_map(Event::CallDue),
        2 => news().prop_map(Event::Call),
        1 => prop_oneof![Just(Event::CallRefused), Just(Event::Undeliverable), Just(Event::OptOut), Just(Event::Help), Just(Event::Expire)],
    ]
}

fn news() -> impl Strategy<Value = News> {
    use News::{Busy, Canceled, Completed, Failed, InDoubt, Machine, NoAnswer, Person, Taken};
    prop::sample::select(vec![Taken, Taken, InDoubt, Person, Person, Machine, Busy, NoAnswer, Failed, Canceled, Completed])
}

fn apply(session: &Session, survey: &Survey, event: &Event, now: Moment) -> Step {
    let asking = session.asking().cloned();
    let question = asking.as_ref().map_or("score", |asking| asking.question.as_str());
    let input = match event {
        Event::Text(text) => Input::Text(text),
        Event::Keys(attempt, digits) => Input::Keys { question, attempt: *attempt, digits: digits.as_deref() },
        Event::Here(digits) => Input::Keys { question, attempt: asking.as_ref().map_or(0, |a| a.attempt), digits: digits.as_deref() },
        Event::Enter => Input::Enter,
        Event::LineDown => Input::LineDown,
        Event::Sent => Input::Sent,
        Event::SentPerhaps => Input::SentPerhaps,
        Event::Delivered => Input::Delivered,
        Event::Undeliverable => Input::Undeliverable("30003"),
        Event::OptOut => Input::OptOut("STOP"),
        Event::Help => Input::Help("HELP"),
        Event::Expire => Input::Expire,
        Event::CallDue(task) => Input::CallDue { task },
        Event::Call(news) => {
            let last = session.call_back.as_ref().and_then(|back| back.last());
            Input::Call { task: last.map_or("none", |ring| &ring.task), call_id: "CA9", news: *news }
        }
        Event::CallRefused => Input::CallRefused("21215"),
    };
    step(session, survey, &input, now)
}

fn surveys() -> impl Strategy<Value = Survey> {
    prop::sample::select(vec![
        "csat",
        "nps",
        "ces",
        "fcr",
        "service-level",
        "kano",
        "index",
        "recovery",
        "csat-fcr",
        "csat-nps",
        "grand",
        "grand",
    ])
    .prop_map(survey)
}

const CHAIN: [Channel; 3] = [Channel::Ivr, Channel::Sms, Channel::Call];

fn plans() -> impl Strategy<Value = Vec<Channel>> {
    prop::sample::select(vec![
        vec![Channel::Sms],
        vec![Channel::Ivr],
        vec![Channel::Ivr, Channel::Sms],
        CHAIN.to_vec(),
        vec![Channel::Call, Channel::Sms],
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_inputs_leaves_a_sound_session_that_time_ends(survey in surveys(), plan in plans(), events in prop::collection::vec(event(), 0..40)) {
        let mut session = opened(&survey, &plan);
        for (second, event) in (1..).zip(&events) {
            if let Step::Next(next, prompt) = apply(&session, &survey, event, at(second)) {
                prop_assert_eq!(next.version, session.version + 1);
                if let (Prompt::Ask { question, .. }, true) = (&prompt, next.is_open()) {
                    prop_assert_eq!(Some(question.as_str()), next.asking().map(|asking| asking.question.as_str()));
                }
                session = *next;
            }
            let placed = session.call_back.as_ref().map_or(0, CallBack::placed);
            prop_assert!(placed <= 2, "{placed} calls were placed");
            let mut ids: Vec<_> = session.answers.iter().filter(|a| survey.question(&a.question).is_some()).map(|a| a.question.clone()).collect();
            let count = ids.len();
            ids.sort();
            ids.dedup();
            prop_assert_eq!(ids.len(), count, "a question has two answers");
        }
        if let Step::Next(ended, _) = apply(&session, &survey, &Event::Expire, at(100_001)) {
            session = *ended;
        }
        prop_assert!(session.disposition().is_some());
    }

    #[test]
    fn a_session_ends_after_a_bounded_number_of_replies(survey in surveys(), plan in plans(), replies in prop::collection::vec(prop::option::of("[0-9a-z ]{0,10}"), 200)) {
        let mut session = opened(&survey, &plan);
        for (second, reply) in (1..).zip(&replies) {
            let rings = session.channel == Channel::Call && !session.is_on_phone();
            let event = match (&session.channel, reply) {
                (_, reply) if rings && reply.is_none() => Event::CallDue("a".to_owned()),
                _ if rings => Event::Call(News::Person),
                (Channel::Sms, reply) => Event::Text(reply.clone().unwrap_or_default()),
                (_, reply) => Event::Here(reply.as_ref().map(|reply| if reply.len() > 8 { "*".to_owned() } else { reply.clone() })),
            };
            if session.is_open() && let Step::Next(next, _) = apply(&session, &survey, &event, at(second)) {
                session = *next;
            }
        }
        prop_assert!(!session.is_open(), "still asks {:?}", session.asking());
    }

    #[test]
    fn a_repeated_key_post_gets_the_same_prompt_and_changes_nothing(survey in surveys(), keys in prop::collection::vec(prop::option::of("[0-9]{1,2}|[*]"), 1..12)) {
        let mut session = opened(&survey, &[Channel::Ivr]);
        let mut given: Vec<(String, u16, Option<String>, Prompt)> = Vec::new();
        for (second, digits) in (1..).zip(&keys) {
            let Some(asking) = session.asking().cloned().filter(|_| session.is_open()) else { break };
            let input = Input::Keys { question: &asking.question, attempt: asking.attempt, digits: digits.as_deref() };
            if let Step::Next(next, prompt) = step(&session, &survey, &input, at(second)) {
                session = *next;
                given.push((asking.question, asking.attempt, digits.clone(), prompt));
            }
            for (question, attempt, digits, prompt) in &given {
                let again = Input::Keys { question, attempt: *attempt, digits: digits.as_deref() };
                prop_assert_eq!(step(&session, &survey, &again, at(second + 100)), Step::Repeated(prompt.clone()));
            }
        }
    }

    #[test]
    fn receipts_and_answers_may_come_in_any_order(order in Just(vec![0, 1, 2]).prop_shuffle()) {
        let survey = survey("csat");
        let mut session = opened(&survey, &[Channel::Sms]);
        for event in order {
            let event = [Event::Sent, Event::Delivered, Event::Text("5".into())][event].clone();
            if let Step::Next(next, _) = apply(&session, &survey, &event, at(5)) {
                session = *next;
            }
        }
        prop_assert_eq!(session.answers.len(), 1);
        prop_assert_eq!((session.invited_at, session.delivered_at), (Some(at(5)), Some(at(5))));
        prop_assert_eq!(session.asking().map(|asking| asking.question.clone()), Some("improve".to_owned()));
    }
}
