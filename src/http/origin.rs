use std::borrow::Cow;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::http::header::HOST;
use axum::http::request::Parts as Head;
use axum::http::{HeaderMap, HeaderName};

use super::Parts;

/// The address that connected, as the accept loop puts it into each request.
#[derive(Debug, Clone, Copy)]
pub struct PeerAddress(pub SocketAddr);

/// Who asks, and under which address we were asked. X-Forwarded-* counts only where a trusted proxy connected.
#[derive(Debug)]
pub struct Origin<'a> {
    /// Who connected, or whom a trusted proxy names.
    pub peer: IpAddr,
    /// Scheme and host, without a slash at its end.
    pub base: Cow<'a, str>,
}

impl<'a> Origin<'a> {
    /// Of a request.
    pub fn of(parts: &'a Parts, head: &Head) -> Self {
        let socket = head.extensions.get::<PeerAddress>().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0.ip().to_canonical());
        let trusted = parts.trusts(socket);
        let peer = if trusted { forwarded_for(parts, &head.headers, socket) } else { socket };
        Self { peer, base: base(parts, &head.headers, trusted) }
    }
}

impl Parts {
    /// Whether the address is one of our own proxies.
    pub(super) fn trusts(&self, address: IpAddr) -> bool {
        self.trusted_proxies.iter().any(|range| range.holds(address))
    }
}

/// The last address of the chain that is not a proxy of ours: what stands before it, anybody could have written.
fn forwarded_for(parts: &Parts, headers: &HeaderMap, socket: IpAddr) -> IpAddr {
    let mut nearest = socket;
    let lines: Vec<&str> = headers.get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok()).collect();
    for address in lines.iter().rev().flat_map(|line| line.rsplit(',')) {
        let Some(address) = read_address(address.trim()) else { return nearest };
        nearest = address;
        if !parts.trusts(address) {
            return nearest;
        }
    }
    nearest
}

/// `192.0.2.1`, `2001:db8::1`, and both with a port as some proxies write them.
fn read_address(text: &str) -> Option<IpAddr> {
    let address = text.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|address| address.ip()));
    address.or_else(|| text.strip_prefix('[')?.strip_suffix(']')?.parse().ok()).map(|address: IpAddr| address.to_canonical())
}

fn base<'a>(parts: &'a Parts, headers: &HeaderMap, trusted: bool) -> Cow<'a, str> {
    if let Some(url) = &parts.public_url {
        return Cow::Borrowed(url.trim_end_matches('/'));
    }
    let forwarded = |name| if trusted { last(headers, HeaderName::from_static(name)) } else { None };
    let scheme = forwarded("x-forwarded-proto").filter(|scheme| *scheme == "https").unwrap_or("http");
    let host = forwarded("x-forwarded-host").or_else(|| headers.get(HOST)?.to_str().ok()).unwrap_or_default();
    Cow::Owned(format!("{scheme}://{host}"))
}

/// The last item of a header: the one that our own proxy wrote.
fn last(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    let line = headers.get_all(name).iter().next_back()?.to_str().ok()?;
    line.rsplit(',').next().map(str::trim).filter(|item| !item.is_empty())
}
