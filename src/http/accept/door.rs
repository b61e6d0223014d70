use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};

use crate::http::Limits;

/// Counts who is in, in all and by address.
#[derive(Debug, Clone)]
pub struct Door {
    most: usize,
    most_of_one: usize,
    inside: Arc<Mutex<Inside>>,
}

#[derive(Debug, Default)]
struct Inside {
    all: usize,
    by_address: HashMap<IpAddr, usize>,
}

/// One connection's place; dropping it gives the place back.
#[derive(Debug)]
pub struct Seat {
    address: Option<IpAddr>,
    inside: Arc<Mutex<Inside>>,
}

impl Door {
    /// With nobody inside.
    pub fn new(limits: &Limits) -> Self {
        Self { most: limits.max_connections, most_of_one: limits.max_connections_per_address, inside: Arc::default() }
    }

    /// A place, or none if all or those of this address are taken. An exempt address (a proxy of ours) counts only towards all.
    pub fn enter(&self, address: IpAddr, exempt: bool) -> Option<Seat> {
        let address = (!exempt).then(|| household(address));
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        if inside.all >= self.most {
            return None;
        }
        if let Some(address) = address {
            let of_this = inside.by_address.entry(address).or_default();
            if *of_this >= self.most_of_one {
                return None;
            }
            *of_this += 1;
        }
        inside.all += 1;
        Some(Seat { address, inside: Arc::clone(&self.inside) })
    }
}

/// Who shares a count: an IPv4 address, or a /64 of IPv6, which is what one customer gets.
fn household(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
        v4 => v4,
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        inside.all -= 1;
        let Some(address) = self.address else { return };
        let left = inside.by_address.get_mut(&address).map_or(0, |count| {
            *count -= 1;
            *count
        });
        if left == 0 {
            inside.by_address.remove(&address);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn door(most: usize, most_of_one: usize) -> Door {
        Door::new(&Limits { max_connections: most, max_connections_per_address: most_of_one, ..Limits::default() })
    }

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn one_address_cannot_take_all_places_and_a_place_comes_back() {
        let door = door(3, 1);
        let first = door.enter(address("192.0.2.1"), false);
        assert!(first.is_some() && door.enter(address("::ffff:192.0.2.1"), false).is_none());
        let house = door.enter(address("2001:db8::1"), false);
        assert!(house.is_some() && door.enter(address("2001:db8::2"), false).is_none());
        let proxy = door.enter(address("192.0.2.1"), true);
        assert!(proxy.is_some() && door.enter(address("192.0.2.9"), false).is_none());
        drop((first, proxy, house));
        assert!(door.enter(address("192.0.2.1"), false).is_some());
        assert!(door.inside.lock().expect("inside").by_address.is_empty());
    }
}
