//! A proxy that misbehaves on order: stands before a server and does to its connections what networks do.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{ReadHalf, WriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, watch};
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::Instant;

/// What the proxy does to connections that exist and to those that come, from the moment it is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Carries everything.
    Pass,
    /// Each direction takes this much longer; order and throughput stay.
    Latency(Duration),
    /// Swallows everything, answers nothing. What has swallowed bytes is reset when the mode ends: no network hands on the rest alone.
    BlackHole,
    /// Resets every connection at once.
    Refuse,
    /// Resets every connection that exists; a new one as soon as the client has written something, which the server never sees.
    Reset,
    /// The client sees the end of the stream and may still write; the server gets it.
    HalfClose,
    /// Lets so many more bytes of replies through, over all connections, and resets the one that reaches the limit; then again `Pass`.
    /// `CutAfter(0)`: the server has acted and its reply is lost.
    CutAfter(u64),
    /// Bytes per second, each direction of each connection.
    Throttle(u32),
}

/// The proxy; ends, with its connections, when it is dropped.
pub struct Proxy {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: JoinHandle<()>,
}

struct Shared {
    server: SocketAddr,
    mode: watch::Sender<Mode>,
    /// What `CutAfter` still lets through.
    left: AtomicU64,
    connections: AtomicUsize,
    open: AtomicUsize,
    requested: AtomicU64,
    replied: AtomicU64,
}

impl Proxy {
    /// Stands before this address, on a port of its own; starts with `Pass`.
    pub async fn before(server: SocketAddr) -> Self {
        Self::on(TcpListener::bind("127.0.0.1:0").await.expect("a port"), server)
    }

    /// The same where somebody listens already.
    pub fn on(listener: TcpListener, server: SocketAddr) -> Self {
        let address = listener.local_addr().expect("an address");
        let shared = Arc::new(Shared {
            server,
            mode: watch::Sender::new(Mode::Pass),
            left: AtomicU64::new(0),
            connections: AtomicUsize::new(0),
            open: AtomicUsize::new(0),
            requested: AtomicU64::new(0),
            replied: AtomicU64::new(0),
        });
        let accepting = tokio::spawn(accept(listener, Arc::clone(&shared)));
        Self { address, shared, accepting }
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Live, for existing and new connections.
    pub fn set(&self, mode: Mode) {
        if let Mode::CutAfter(bytes) = mode {
            self.shared.left.store(bytes, Ordering::SeqCst);
        }
        self.shared.mode.send_replace(mode);
    }

    pub fn mode(&self) -> Mode {
        *self.shared.mode.borrow()
    }

    /// All connections that ever came.
    pub fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::SeqCst)
    }

    /// Those that are open now.
    pub fn open(&self) -> usize {
        self.shared.open.load(Ordering::SeqCst)
    }

    /// Bytes that clients have sent, carried or not.
    pub fn requested(&self) -> u64 {
        self.shared.requested.load(Ordering::SeqCst)
    }

    /// Bytes that the server has sent, carried or not.
    pub fn replied(&self) -> u64 {
        self.shared.replied.load(Ordering::SeqCst)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut running = JoinSet::new();
    loop {
        while running.try_join_next().is_some() {}
        let Ok((client, _)) = listener.accept().await else { continue };
        shared.connections.fetch_add(1, Ordering::SeqCst);
        running.spawn(carry(client, Arc::clone(&shared)));
    }
}

/// Counts a connection as open for as long as it lives, also if its task is aborted.
struct Open<'a>(&'a AtomicUsize);

impl<'a> Open<'a> {
    fn count(open: &'a AtomicUsize) -> Self {
        open.fetch_add(1, Ordering::SeqCst);
        Self(open)
    }
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// One connection from its beginning to its end.
async fn carry(mut client: TcpStream, shared: Arc<Shared>) {
    let _open = Open::count(&shared.open);
    let mut mode = shared.mode.subscribe();
    let first = *mode.borrow_and_update();
    let ended = match first {
        Mode::Refuse => Err(reset()),
        Mode::Reset => client.peek(&mut [0]).await.and_then(|_| Err(reset())),
        Mode::BlackHole => swallow(&mut client, &mut mode, &shared).await,
        _ => between(&mut client, mode, &shared).await,
    };
    if ended.is_err() {
        // Without lingering, closing sends a reset instead of an orderly end.
        let _ = client.set_zero_linger();
    }
}

fn reset() -> io::Error {
    io::ErrorKind::ConnectionReset.into()
}

/// A new connection in a black hole does not even need a server.
async fn swallow(client: &mut TcpStream, mode: &mut watch::Receiver<Mode>, shared: &Shared) -> io::Result<()> {
    let mut buffer = vec![0; 16 * 1024];
    loop {
        tokio::select! {
            changed = mode.wait_for(|mode| *mode != Mode::BlackHole) => return Err(changed.map_or_else(|_| reset(), |_| reset())),
            read = client.read(&mut buffer) => match read? {
                0 => return Ok(()),
                read => shared.requested.fetch_add(read as u64, Ordering::SeqCst),
            },
        };
    }
}

/// Carries both ways until both have ended, or until one is cut.
async fn between(client: &mut TcpStream, mode: watch::Receiver<Mode>, shared: &Shared) -> io::Result<()> {
    let mut server = TcpStream::connect(shared.server).await?;
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    let (from_client, to_client) = client.split();
    let (from_server, to_server) = server.split();
    let there = Way { mode: mode.clone(), shared, back: false, swallowed: false };
    let back = Way { mode: mode.clone(), shared, back: true, swallowed: false };
    tokio::select! {
        done = async { tokio::try_join!(there.carry(from_client, to_server), back.carry(from_server, to_client)) } => done.map(drop),
        () = resets(mode) => Err(reset()),
    }
}

/// Ends when a mode comes that resets what exists.
async fn resets(mut mode: watch::Receiver<Mode>) {
    if mode.wait_for(|mode| matches!(mode, Mode::Refuse | Mode::Reset)).await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// Bytes on their way.
struct Piece {
    bytes: Vec<u8>,
    due: Instant,
    /// The connection is reset after it.
    last: bool,
}

/// One direction of one connection.
struct Way<'a> {
    mode: watch::Receiver<Mode>,
    shared: &'a Shared,
    /// From the server to the client.
    back: bool,
    swallowed: bool,
}

impl Way<'_> {
    async fn carry(self, from: ReadHalf<'_>, to: WriteHalf<'_>) -> io::Result<()> {
        let (queue, pieces) = mpsc::channel(256);
        let mode = self.mode.clone();
        tokio::try_join!(self.read(from, queue), write(pieces, to, mode)).map(drop)
    }

    /// Puts what comes on its way; without the queue, the writer ends the stream.
    async fn read(mut self, mut from: ReadHalf<'_>, queue: mpsc::Sender<Piece>) -> io::Result<()> {
        let mut queue = Some(queue);
        let mut buffer = vec![0; 64 * 1024];
        loop {
            let mode = *self.mode.borrow_and_update();
            if self.swallowed && mode != Mode::BlackHole {
                return Err(reset());
            }
            queue = queue.filter(|_| !(self.back && mode == Mode::HalfClose));
            let read = tokio::select! {
                changed = self.mode.changed() => match changed {
                    Ok(()) => continue,
                    Err(_) => return Err(reset()),
                },
                read = from.read(&mut buffer) => read,
            };
            if mode == Mode::BlackHole && !matches!(read, Ok(1..)) {
                return self.silence().await;
            }
            let read = read?;
            if read == 0 {
                return Ok(());
            }
            if let (Some(piece), Some(queue)) = (self.piece(&buffer[..read]), &queue) {
                queue.send(piece).await.map_err(|_| reset())?;
            }
        }
    }

    /// Out of a black hole not even the end of a stream comes.
    async fn silence(&mut self) -> io::Result<()> {
        self.mode.wait_for(|mode| *mode != Mode::BlackHole).await.map_err(|_| reset())?;
        Err(reset())
    }

    fn piece(&mut self, bytes: &[u8]) -> Option<Piece> {
        let count = if self.back { &self.shared.replied } else { &self.shared.requested };
        count.fetch_add(bytes.len() as u64, Ordering::SeqCst);
        let piece = |bytes: &[u8], late| Piece { bytes: bytes.to_vec(), due: Instant::now() + late, last: false };
        // As it is now, not as it was when the waiting began.
        let mode = *self.mode.borrow();
        match mode {
            Mode::BlackHole => {
                self.swallowed = true;
                None
            }
            Mode::CutAfter(_) if self.back => Some(self.shared.cut(bytes)),
            Mode::Latency(late) => Some(piece(bytes, late)),
            _ => Some(piece(bytes, Duration::ZERO)),
        }
    }
}

impl Shared {
    /// What of these bytes is still let through.
    fn cut(&self, bytes: &[u8]) -> Piece {
        let read = bytes.len() as u64;
        let less = |left: u64| Some(left.saturating_sub(read));
        let left = self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, less).unwrap_or_default();
        let last = read >= left;
        if last {
            self.mode.send_if_modified(|mode| matches!(mode, Mode::CutAfter(_)) && std::mem::replace(mode, Mode::Pass) != Mode::Pass);
        }
        let through = usize::try_from(left.min(read)).unwrap_or(bytes.len());
        Piece { bytes: bytes[..through].to_vec(), due: Instant::now(), last }
    }
}

async fn write(mut pieces: mpsc::Receiver<Piece>, mut to: WriteHalf<'_>, mode: watch::Receiver<Mode>) -> io::Result<()> {
    while let Some(piece) = pieces.recv().await {
        tokio::time::sleep_until(piece.due).await;
        let mut rest = piece.bytes.as_slice();
        while !rest.is_empty() {
            let current = *mode.borrow();
            let (now, later) = rest.split_at(rest.len().min(step(current)));
            pace(current, now.len()).await;
            to.write_all(now).await?;
            rest = later;
        }
        if piece.last {
            return Err(reset());
        }
    }
    to.shutdown().await
}

/// How many bytes go at a time.
fn step(mode: Mode) -> usize {
    match mode {
        Mode::Throttle(per_second) => usize::try_from(per_second / 50).unwrap_or(1).max(1),
        _ => usize::MAX,
    }
}

async fn pace(mode: Mode, bytes: usize) {
    if let Mode::Throttle(per_second) = mode {
        tokio::time::sleep(Duration::from_secs_f64(bytes as f64 / f64::from(per_second.max(1)))).await;
    }
}
