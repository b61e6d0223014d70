//! Connections that are slow, silent, rude or too many, and what happens to them at a stop. Limits are short; no test sleeps.

use std::time::Duration;

use aftercall::http::Limits;
use aftercall::ports::account::AddressRange;

use super::house::{House, Mood, Plan, signed, within};

const SHORT: Duration = Duration::from_millis(100);
const HEALTH: &str = "GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n";

fn hasty() -> Limits {
    Limits { header_timeout: SHORT, body_timeout: SHORT, ..Limits::default() }
}

#[tokio::test]
async fn whoever_sends_no_whole_request_head_is_closed() {
    let house = House::with_limits(hasty()).await;
    for start in ["", "P", "POST /hooks/main/call HTTP/1.1\r\nhost: x\r\nx-"] {
        let answer = house.say(start).await;
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{answer}");
    }
}

#[tokio::test]
async fn an_idle_connection_is_closed_after_its_answer() {
    let house = House::with_limits(hasty()).await;
    let answer = house.say(HEALTH).await;
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("ok\n"), "{answer}");
}

#[tokio::test]
async fn a_slow_body_gets_408_at_hooks_and_is_closed() {
    let house = House::with_limits(hasty()).await;
    let whole = signed("POST", "/hooks/main/call", "id=CA1");
    let answer = house.say(&whole[..whole.len() - 1]).await;
    assert!(answer.starts_with("HTTP/1.1 408") && answer.contains("aftercall-outcome: malformed"), "{answer}");
    assert!(house.metric("aftercall_webhooks_total{account=\"main\",kind=\"call\",outcome=\"slow\"} 1"));
}

#[tokio::test]
async fn a_body_that_is_cut_off_harms_nobody() {
    let house = House::usual().await;
    let whole = signed("POST", "/hooks/main/call", "id=CA1");
    let mut visitor = house.visit().await;
    visitor.send(&whole[..whole.len() - 1]).await;
    drop(visitor);
    assert!(house.post("/hooks/main/call", "id=CA2").await.starts_with("HTTP/1.1 200"));
}

#[tokio::test]
async fn garbage_behind_a_good_request_is_refused_after_the_good_one_is_answered() {
    let house = House::with_limits(hasty()).await;
    let pipelined = signed("POST", "/hooks/main/call", "id=CA1").replace("connection: close\r\n", "");
    let answer = house.say(format!("{pipelined}\0\x01garbage\r\n\r\n\r\n")).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("HTTP/1.1 400"), "{answer}");
}

#[tokio::test]
async fn pipelined_requests_are_answered_in_turn() {
    let house = House::with_limits(hasty()).await;
    let one = signed("POST", "/hooks/main/call", "id=CA1").replace("connection: close\r\n", "");
    let answer = house.say(one.repeat(50)).await;
    assert_eq!(answer.matches("HTTP/1.1 200").count(), 50);
}

#[tokio::test]
async fn a_huge_or_endless_head_is_refused() {
    let house = House::usual().await;
    let huge = format!("GET /healthz HTTP/1.1\r\nhost: x\r\nx-huge: {}\r\n\r\n", "x".repeat(200_000));
    let many: String = (0..200).map(|n| format!("x-{n}: 1\r\n")).collect();
    for request in [huge, format!("GET /healthz HTTP/1.1\r\nhost: x\r\n{many}\r\n")] {
        let mut visitor = house.visit().await;
        visitor.send(request).await;
        let answer = visitor.rest().await;
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 431"), "{answer}");
    }
    assert!(house.post("/hooks/main/call", "id=CA1").await.starts_with("HTTP/1.1 200"));
}

#[tokio::test]
async fn connections_over_a_cap_are_closed_at_once_and_places_come_back() {
    let house = House::with_limits(Limits { max_connections_per_address: 1, ..Limits::default() }).await;
    let mut first = house.visit().await;
    first.send(HEALTH).await;
    first.until("ok\n").await;
    assert_eq!(house.visit().await.rest().await, "");
    assert!(house.metric("aftercall_connections_refused_total 1") && house.metric("aftercall_connections 1"));
    first.send(HEALTH.replace("host", "connection: close\r\nhost")).await;
    first.rest().await;
    within(async {
        while !house.metric("aftercall_connections 0") {
            tokio::task::yield_now().await;
        }
    })
    .await;
    let mut again = house.visit().await;
    again.send(HEALTH.replace("host", "connection: close\r\nhost")).await;
    assert!(again.rest().await.ends_with("ok\n"));
}

#[tokio::test]
async fn a_trusted_proxy_is_not_held_to_the_cap_of_one_address() {
    let limits = Limits { max_connections_per_address: 1, max_connections: 2, ..Limits::default() };
    let trusted_proxies = vec![AddressRange::parse("127.0.0.1").expect("a range")];
    let house = House::open(Plan { limits, trusted_proxies, ..Plan::default() }).await;
    let mut visitors = [house.visit().await, house.visit().await];
    for visitor in &mut visitors {
        visitor.send(HEALTH).await;
        visitor.until("ok\n").await;
    }
    assert_eq!(house.visit().await.rest().await, "");
}

#[tokio::test]
async fn a_stop_finishes_what_is_in_flight_and_takes_nothing_new() {
    let house = House::open(Plan { mood: Mood::Hangs, ..Plan::default() }).await;
    let (mut busy, mut idle) = (house.visit().await, house.visit().await);
    idle.send(HEALTH).await;
    idle.until("ok\n").await;
    busy.send(signed("POST", "/hooks/main/call", "id=CA1").replace("connection: close\r\n", "")).await;
    within(house.store.hanging.acquire()).await.expect("it hangs").forget();
    house.stop.begin();
    assert_eq!(idle.rest().await, "");
    within(async { while tokio::net::TcpStream::connect(house.address).await.is_ok() {} }).await;
    house.store.release.add_permits(1);
    let answer = busy.rest().await;
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("aftercall-outcome: accepted"), "{answer}");
    house.closed().await;
}

#[tokio::test]
async fn what_is_still_in_flight_after_the_grace_is_cut() {
    let limits = Limits { grace: SHORT, ..Limits::default() };
    let house = House::open(Plan { mood: Mood::Hangs, limits, ..Plan::default() }).await;
    let mut busy = house.visit().await;
    busy.send(signed("POST", "/hooks/main/call", "id=CA1")).await;
    within(house.store.hanging.acquire()).await.expect("it hangs").forget();
    house.stop.begin();
    assert_eq!(busy.rest().await, "");
    house.closed().await;
}

#[tokio::test]
async fn a_hard_stop_waits_for_nobody() {
    let house = House::open(Plan { mood: Mood::Hangs, ..Plan::default() }).await;
    let mut busy = house.visit().await;
    busy.send(signed("POST", "/hooks/main/call", "id=CA1")).await;
    within(house.store.hanging.acquire()).await.expect("it hangs").forget();
    house.stop.begin();
    house.stop.cut();
    assert_eq!(busy.rest().await, "");
    house.closed().await;
}
