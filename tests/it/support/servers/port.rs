//! A loopback port that is ours for as long as we want it, whether its server runs or not.

use tokio::net::TcpSocket;

/// Holds the port by a socket that is bound and never listens. The server may bind it beside us (both allow the reuse of the address);
/// nobody else gets it: no other server, and no outgoing connection while the server is down.
pub struct Port {
    number: u16,
    _held: TcpSocket,
}

impl Port {
    pub fn free() -> Self {
        let held = TcpSocket::new_v4().expect("a socket");
        held.bind(([127, 0, 0, 1], 0).into()).expect("a free port");
        // Only now: bound without it, the port was surely nobody's.
        held.set_reuseaddr(true).expect("set");
        Self { number: held.local_addr().expect("an address").port(), _held: held }
    }

    pub fn number(&self) -> u16 {
        self.number
    }
}
