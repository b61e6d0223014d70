use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use super::address::web_address;
use super::environment::Context;
use super::secret::{InstallationSecret, secrets};
use super::section::Section;
use super::settings::Server;
use super::value::{count, duration, parsed};
use crate::ports::account::AddressRange;

/// `[server]`
pub fn read(section: Section<'_>, context: &Context<'_>) -> Server {
    let connections = |key, default| section.value_or(key, default, count(1, 1_000_000)) as usize;
    let listen = parsed("an address and port, for example \"127.0.0.1:8080\"", |text| text.parse().ok());
    let server = Server {
        listen: section.value_or("listen", SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)), listen),
        public_url: section
            .value("public_url", parsed("an http or https address without query, for example \"https://survey.example.com\"", web_address)),
        grace: section.value_or("grace", Duration::from_secs(25), duration),
        max_body: section.value_or("max_body", 65_536, count(1024, 64 * 1024 * 1024)) as usize,
        trusted_proxies: section.list("trusted_proxies", parsed("an address or a range such as \"10.0.0.0/8\"", AddressRange::parse)),
        max_connections: connections("max_connections", 1024),
        max_connections_per_address: connections("max_connections_per_address", 512),
        secret: installation_secret(&section, context),
    };
    if section.has("tls") {
        section.error("tls", "TLS is not built into this version; put a proxy that speaks TLS before the gateway");
    }
    section.finish();
    server
}

/// Whether the installation's secret is given.
pub fn has_secret(section: &Section<'_>) -> bool {
    section.has("secret")
}

fn installation_secret(section: &Section<'_>, context: &Context<'_>) -> Option<InstallationSecret> {
    let given = secrets(section, "secret", context);
    let secret = given.first()?;
    let read = InstallationSecret::parse(secret.expose());
    if read.is_none() && !secret.expose().is_empty() {
        section.error("secret", "32 random bytes are expected, written as 64 hex digits or as base64 (openssl rand -hex 32)");
    }
    read
}
