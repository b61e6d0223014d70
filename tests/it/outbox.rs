//! The outbox at work: what hangs holds up nothing else.

use std::time::Duration;

use aftercall::call::Partition;
use aftercall::lifecycle::{Stop, Workers};
use aftercall::phone::Respondent;
use aftercall::ports::store::{Change, Committed, Outgoing, Purpose, Task, TaskKind};

use crate::support::rig::{ACCOUNT_SID, AUTH_TOKEN, LINE, Rig};
use crate::support::servers::eventually;
use crate::support::twilio_stand_in::{Answer, TwilioStandIn};

const BY_TEXT: &str = "[[rule]]\nsurvey = \"csat\"\nchannels = [\"sms\"]";
/// The line of a second account.
const OTHER_LINE: &str = "+14155550101";
/// Shorter than a request to a provider may take, and much longer than one that is answered takes.
const SOON: Duration = Duration::from_secs(10);

/// Its workers run, by the machine's clock.
fn at_work(rig: &Rig) -> (Stop, Workers) {
    rig.clock.release();
    let stop = Stop::new();
    let workers = rig.app.work(&stop);
    (stop, workers)
}

async fn calls_end(rig: &Rig, count: usize) {
    for number in 0..count {
        let answer = rig.call_of(&format!("+1{:03}5550{:03}", 200 + number / 100, 100 + number % 100), &format!("CA{number}"), "").await;
        assert_eq!(answer.status, 200);
    }
}

async fn soon(what: &str, done: impl Fn() -> bool) {
    let waiting = eventually(what, || std::future::ready(done()));
    assert!(tokio::time::timeout(SOON, waiting).await.is_ok(), "not in time: {what}");
}

#[tokio::test]
async fn a_message_whose_provider_hangs_holds_up_no_other() {
    let rig = Rig::start(BY_TEXT).await;
    rig.twilio.script(vec![Answer::Held]);
    calls_end(&rig, 80).await;
    let (stop, workers) = at_work(&rig);
    soon("all the others leave", || rig.twilio.message_ids().len() == 79).await;
    rig.twilio.let_go(1);
    stop.begin();
    assert_eq!(workers.finish(SOON).await, [""; 0]);
}

#[tokio::test]
async fn an_account_whose_provider_hangs_holds_up_no_other_account_and_gets_its_messages_out_afterwards() {
    let other = TwilioStandIn::start().await;
    let second = format!(
        "{BY_TEXT}\n[[account]]\nname = \"second\"\nprovider = \"twilio\"\naccount_sid = \"{ACCOUNT_SID}\"\nauth_token = \"{AUTH_TOKEN}\"\n\
         api_base = \"{}\"\nlines = [\"{OTHER_LINE}\"]\n",
        other.base()
    );
    let rig = Rig::start(&second).await;
    rig.twilio.script(vec![Answer::Held; 400]);
    calls_end(&rig, 200).await;
    let (stop, workers) = at_work(&rig);
    soon("the first ones hang", || rig.twilio.attempts().len() >= 32).await;
    let params = [
        ("CallSid", "CB1"),
        ("AccountSid", ACCOUNT_SID),
        ("From", "+14155550123"),
        ("To", OTHER_LINE),
        ("CallStatus", "completed"),
        ("Direction", "inbound"),
        ("CallDuration", "61"),
    ];
    assert_eq!(rig.hook("/hooks/second/call", &params).await.outcome, "accepted");
    soon("the other account's message leaves", || other.message_ids().len() == 1).await;
    assert!(rig.twilio.attempts().len() < 64, "an account has no more requests on their way than it may");
    rig.twilio.let_go(400);
    eventually("each message leaves", || std::future::ready(rig.twilio.message_ids().len() == 200)).await;
    stop.begin();
    assert_eq!(workers.finish(SOON).await, [""; 0]);
    assert_eq!(rig.twilio.attempts().len(), 200);
}

#[tokio::test]
async fn a_confirmation_leaves_while_all_other_messages_of_its_account_hang() {
    let rig = Rig::start(BY_TEXT).await;
    rig.twilio.script(vec![Answer::Held; 400]);
    calls_end(&rig, 200).await;
    let (stop, workers) = at_work(&rig);
    soon("the first ones hang", || rig.twilio.attempts().len() >= 32).await;
    confirm(&rig).await;
    soon("the confirmation leaves", || rig.sent().iter().any(|words| words == "You have opted out.")).await;
    rig.twilio.let_go(400);
    stop.begin();
    assert_eq!(workers.finish(SOON).await, [""; 0]);
}

/// As after an outage, when the webhook of the STOP was answered long ago.
async fn confirm(rig: &Rig) {
    let flows = &rig.app.gateway.flows;
    let now = flows.clock.now();
    let outgoing = Outgoing {
        tenant: "default".to_owned(),
        account: "main".to_owned(),
        line: Some(LINE.to_owned()),
        to: Respondent::parse("+14155550199").expect("a number"),
        text: "You have opted out.".to_owned(),
        purpose: Purpose::Confirmation,
    };
    let task = Task { id: flows.ids.next(now), session_id: None, due: now, kind: TaskKind::Send(outgoing) };
    let change = Change { partition: Partition::of_id(&task.id), tasks: vec![task], now, ..Change::default() };
    assert_eq!(flows.store.commit(change).await, Ok(Committed::Done));
}

#[tokio::test]
async fn a_stop_waits_for_the_messages_that_are_on_their_way_and_begins_no_other() {
    let rig = Rig::start(BY_TEXT).await;
    rig.twilio.script(vec![Answer::Held; 400]);
    calls_end(&rig, 100).await;
    let (stop, workers) = at_work(&rig);
    soon("the first ones hang", || rig.twilio.attempts().len() >= 32).await;
    stop.begin();
    let ending = tokio::spawn(workers.finish(SOON));
    rig.twilio.let_go(400);
    assert_eq!(ending.await.expect("ended"), [""; 0]);
    let begun = rig.twilio.attempts().len();
    assert!(begun < 100, "{begun} messages");
    let page = rig.api("/v1/responses?limit=1000").await;
    let invited = page["items"].as_array().expect("items").iter().filter(|row| row["invited_at"].is_string()).count();
    assert_eq!((invited, rig.twilio.message_ids().len()), (begun, begun), "what became of each is written down");
}
