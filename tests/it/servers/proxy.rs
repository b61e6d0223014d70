//! Each mode of the proxy, on living connections and new ones.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::Instant;

use crate::support::chaos::{Mode, Proxy};
use crate::support::servers::eventually;

/// A server that sends back what it gets.
async fn echo() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        while let Ok((mut link, _)) = listener.accept().await {
            tokio::spawn(async move {
                let (mut from, mut to) = link.split();
                tokio::io::copy(&mut from, &mut to).await.is_ok()
            });
        }
    });
    address
}

/// A connection through the proxy that has carried something.
async fn connected(proxy: &Proxy) -> TcpStream {
    let mut link = TcpStream::connect(proxy.address()).await.expect("a connection");
    assert_eq!(trip(&mut link, b"hello").await.expect("an echo"), b"hello");
    link
}

async fn trip(link: &mut TcpStream, bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    link.write_all(bytes).await?;
    let mut echo = vec![0; bytes.len()];
    link.read_exact(&mut echo).await?;
    Ok(echo)
}

/// True if nothing comes for a while.
async fn silent(link: &mut TcpStream) -> bool {
    tokio::time::timeout(Duration::from_millis(100), link.read(&mut [0; 1])).await.is_err()
}

/// The reset that reading ends with, if it does.
async fn is_reset(link: &mut TcpStream) -> bool {
    let mut rest = Vec::new();
    link.read_to_end(&mut rest).await.is_err_and(|error| error.kind() == std::io::ErrorKind::ConnectionReset)
}

#[tokio::test]
async fn it_passes_bytes_and_ends_and_counts_them() {
    let proxy = Proxy::before(echo().await).await;
    let mut link = connected(&proxy).await;
    let long = vec![7; 1 << 20];
    let (mut from, mut to) = link.split();
    let mut echo = vec![0; long.len()];
    let (wrote, read) = tokio::join!(to.write_all(&long), from.read_exact(&mut echo));
    assert!(wrote.is_ok() && read.is_ok() && echo == long);
    assert_eq!((proxy.connections(), proxy.open(), proxy.requested(), proxy.replied()), (1, 1, 5 + (1 << 20), 5 + (1 << 20)));
    link.shutdown().await.expect("ended");
    assert_eq!(link.read_to_end(&mut Vec::new()).await.expect("an orderly end"), 0);
    eventually("a connection closed", async || proxy.open() == 0).await;
}

#[tokio::test]
async fn latency_comes_and_goes_on_a_living_connection_and_does_not_add_up() {
    let proxy = Proxy::before(echo().await).await;
    let mut link = connected(&proxy).await;
    proxy.set(Mode::Latency(Duration::from_millis(80)));
    let start = Instant::now();
    assert_eq!(trip(&mut link, b"slow").await.expect("an echo"), b"slow");
    let one = start.elapsed();
    assert!((160..1_000).contains(&one.as_millis()), "{one:?}");
    let start = Instant::now();
    for _ in 0..20 {
        link.write_all(b"x").await.expect("written");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    link.read_exact(&mut [0; 20]).await.expect("twenty echoes");
    assert!(start.elapsed() < Duration::from_millis(1_500), "each waits for the one before it: {:?}", start.elapsed());
    proxy.set(Mode::Pass);
    let start = Instant::now();
    trip(&mut link, b"fast").await.expect("an echo");
    assert!(start.elapsed() < Duration::from_millis(80));
}

#[tokio::test]
async fn a_black_hole_swallows_and_resets_what_lost_bytes_when_it_ends() {
    let proxy = Proxy::before(echo().await).await;
    let (mut used, mut idle) = (connected(&proxy).await, connected(&proxy).await);
    proxy.set(Mode::BlackHole);
    let mut new = TcpStream::connect(proxy.address()).await.expect("accepted");
    for link in [&mut used, &mut new] {
        link.write_all(b"lost").await.expect("taken");
        assert!(silent(link).await);
    }
    eventually("swallowed", async || proxy.requested() == 18).await;
    proxy.set(Mode::Pass);
    assert!(is_reset(&mut used).await && is_reset(&mut new).await);
    assert_eq!(trip(&mut idle, b"again").await.expect("lost nothing"), b"again");
}

#[tokio::test]
async fn a_black_hole_hides_that_the_server_has_gone() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let proxy = Proxy::before(listener.local_addr().expect("an address")).await;
    let mut link = TcpStream::connect(proxy.address()).await.expect("a connection");
    let (server, _) = listener.accept().await.expect("carried on");
    proxy.set(Mode::BlackHole);
    drop((server, listener));
    assert!(silent(&mut link).await);
    proxy.set(Mode::Pass);
    assert!(is_reset(&mut link).await);
}

#[tokio::test]
async fn refusing_resets_old_connections_and_new_ones_before_a_byte_is_read() {
    let proxy = Proxy::before(echo().await).await;
    let mut old = connected(&proxy).await;
    proxy.set(Mode::Refuse);
    assert!(is_reset(&mut old).await);
    let mut new = TcpStream::connect(proxy.address()).await.expect("a handshake");
    assert!(is_reset(&mut new).await);
    assert_eq!(proxy.requested(), 5);
    proxy.set(Mode::Pass);
    connected(&proxy).await;
}

#[tokio::test]
async fn resetting_takes_old_connections_at_once_and_new_ones_at_their_first_byte() {
    let proxy = Proxy::before(echo().await).await;
    let mut old = connected(&proxy).await;
    proxy.set(Mode::Reset);
    assert!(is_reset(&mut old).await);
    let mut new = TcpStream::connect(proxy.address()).await.expect("a connection");
    assert!(silent(&mut new).await);
    new.write_all(b"a request").await.expect("taken");
    assert!(is_reset(&mut new).await);
}

#[tokio::test]
async fn a_half_closed_connection_is_at_its_end_for_the_client_alone() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let proxy = Proxy::before(listener.local_addr().expect("an address")).await;
    let mut link = TcpStream::connect(proxy.address()).await.expect("a connection");
    let (mut server, _) = listener.accept().await.expect("carried on");
    proxy.set(Mode::HalfClose);
    server.write_all(b"reply").await.expect("taken");
    assert_eq!(link.read_to_end(&mut Vec::new()).await.expect("an orderly end"), 0);
    link.write_all(b"more").await.expect("taken");
    let mut got = [0; 4];
    server.read_exact(&mut got).await.expect("carried on");
    assert_eq!(&got, b"more");
}

#[tokio::test]
async fn a_reply_is_cut_after_so_many_bytes_and_then_all_is_well() {
    let proxy = Proxy::before(echo().await).await;
    for (allowed, heard) in [(0, ""), (4, "a re"), (9, "a request")] {
        let mut link = connected(&proxy).await;
        proxy.set(Mode::CutAfter(allowed));
        link.write_all(b"a request").await.expect("taken");
        let mut got = Vec::new();
        let error = link.read_to_end(&mut got).await.expect_err("cut");
        assert_eq!((error.kind(), String::from_utf8_lossy(&got).as_ref()), (std::io::ErrorKind::ConnectionReset, heard));
        assert_eq!(proxy.mode(), Mode::Pass);
    }
    connected(&proxy).await;
}

#[tokio::test]
async fn a_throttled_connection_takes_its_time_until_it_is_let_go() {
    let proxy = Proxy::before(echo().await).await;
    let mut link = connected(&proxy).await;
    proxy.set(Mode::Throttle(10_000));
    let start = Instant::now();
    trip(&mut link, &[7; 2_000]).await.expect("an echo");
    assert!((190..2_000).contains(&start.elapsed().as_millis()), "{:?}", start.elapsed());
    let (mut from, mut to) = link.split();
    let (long, mut echo) = (vec![7; 500_000], vec![0; 500_000]);
    let both = async { tokio::join!(to.write_all(&long), from.read_exact(&mut echo)) };
    let letting_go = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        proxy.set(Mode::Pass);
    };
    let start = Instant::now();
    let ((wrote, read), ()) = tokio::join!(both, letting_go);
    assert!(wrote.is_ok() && read.is_ok() && start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
}
