use std::time::Duration;

/// Bounds of connections, bodies and time (promise P13).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Most open connections.
    pub max_connections: usize,
    /// Most open connections of one address (of one /64 for IPv6). Trusted proxies are exempt.
    pub max_connections_per_address: usize,
    /// A request's headers must arrive within this; also how long a connection may idle.
    pub header_timeout: Duration,
    /// A request's body must arrive within this.
    pub body_timeout: Duration,
    /// A connection whose other end takes nothing for so long is cut.
    pub write_timeout: Duration,
    /// Most bytes of a body.
    pub max_body: usize,
    /// A person on the phone hears the polite end if the next page is not there within this (promise P10: 2 s in all).
    pub voice_reply: Duration,
    /// Any other webhook is told to come again if it is not done within this.
    pub reply: Duration,
    /// Most webhooks in work at once, in each of the two lanes (people on the phone; everything else).
    pub max_in_flight: usize,
    /// How long a stop waits for what is in flight.
    pub grace: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_connections: 8192,
            max_connections_per_address: 4096,
            header_timeout: Duration::from_secs(5),
            body_timeout: Duration::from_secs(10),
            write_timeout: Duration::from_secs(30),
            max_body: 65_536,
            voice_reply: Duration::from_millis(1500),
            reply: Duration::from_secs(5),
            max_in_flight: 4096,
            grace: Duration::from_secs(20),
        }
    }
}
