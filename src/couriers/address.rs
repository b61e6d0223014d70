//! Which addresses a webhook may reach: a name that an operator was talked into, or that points elsewhere tomorrow, must not open the
//! inside of the network (OWASP, Server Side Request Forgery Prevention Cheat Sheet).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// Whether the address lies in the public Internet (IANA special-purpose registries, iana.org/assignments/iana-ipv4-special-registry
/// and iana-ipv6-special-registry). Metadata services of clouds are link-local or private and so fall out too.
#[must_use]
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => match carried(address) {
            Some(inner) => is_public_v4(inner),
            // Only 2000::/3 is handed out; from it documentation, ORCHID and Teredo (2001::/23), and the documentation prefixes.
            None => {
                let [first, second, ..] = address.segments();
                let special = (first == 0x2001 && (second < 0x0200 || second == 0x0db8)) || (first == 0x3fff && second < 0x1000);
                (first & 0xe000) == 0x2000 && !special
            }
        },
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let special = a == 0
        || address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || (a == 100 && (64..=127).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (18..=19).contains(&b))
        || address.is_documentation()
        || a >= 224;
    !special
}

/// The IPv4 address that an IPv6 one stands for: mapped, translated (64:ff9b::/96, RFC 6052; 64:ff9b:1::/48, RFC 8215) or 6to4.
fn carried(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let octets = address.octets();
    let last = Ipv4Addr::new(octets[12], octets[13], octets[14], octets[15]);
    match address.segments() {
        [0, 0, 0, 0, 0, 0xffff, ..] | [0x64, 0xff9b, 0, 0, 0, 0, ..] => Some(last),
        // Local use: whatever it stands for is inside.
        [0x64, 0xff9b, 1, ..] => Some(Ipv4Addr::UNSPECIFIED),
        [0x2002, ..] => Some(Ipv4Addr::new(octets[2], octets[3], octets[4], octets[5])),
        _ => None,
    }
}

/// Looks a name up once and gives on only public addresses; the connection is made to one of these and to nothing else.
#[derive(Debug, Clone, Copy, Default)]
pub struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let public: Vec<SocketAddr> = found.filter(|address| is_public(address.ip())).collect();
            if public.is_empty() {
                return Err("the name has no public address; allow_private = true lets it be used".into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

/// The address that a host is where it is written as one.
#[must_use]
pub fn literal(host: &str) -> Option<IpAddr> {
    host.trim_start_matches('[').trim_end_matches(']').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_inside_a_network_is_public_however_it_is_written() {
        let inside = [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.100.100.200",
            "100.64.0.1",
            "0.0.0.0",
            "0.1.2.3",
            "192.0.0.192",
            "198.18.0.1",
            "198.51.100.7",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "fe80::1",
            "fc00::1",
            "fd00:ec2::254",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:169.254.169.254",
            "::127.0.0.1",
            "64:ff9b::a00:1",
            "64:ff9b:1::808:808",
            "2002:7f00:1::",
            "2001::1",
            "2001:db8::1",
            "3fff::1",
            "4000::1",
        ];
        let public = ["8.8.8.8", "172.32.0.1", "100.128.0.1", "192.0.1.1", "2606:4700::1111", "2001:4860:4860::8888", "64:ff9b::808:808"];
        let is = |text: &str| is_public(text.parse().expect("an address"));
        assert_eq!(inside.into_iter().filter(|text| is(text)).collect::<Vec<_>>(), [""; 0]);
        assert_eq!(public.into_iter().filter(|text| !is(text)).collect::<Vec<_>>(), [""; 0]);
    }

    #[test]
    fn a_host_may_be_an_address_in_brackets() {
        assert_eq!(literal("[::1]"), Some(IpAddr::V6(Ipv6Addr::LOCALHOST)));
        assert_eq!(literal("127.0.0.1"), Some(IpAddr::V4(Ipv4Addr::LOCALHOST)));
        assert_eq!(literal("example.com"), None);
    }
}
