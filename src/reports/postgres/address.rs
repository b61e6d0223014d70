//! `postgres://user:password@host:port/database?sslmode=…&sslrootcert=…`, with the other parameters that libpq knows.

use std::path::PathBuf;
use std::time::Duration;

use tokio_postgres::Config;
use tokio_postgres::config::{Host, SslMode};

use super::tls::Trust;
use crate::ports::report::ReportError;

/// Where PostgreSQL is and how far its answers are trusted.
pub struct Address {
    pub config: Config,
    pub trust: Trust,
}

/// What `sslmode` may say; [`Trust`] tells what each verifies.
const MODES: &str = "disable, prefer, require or verify-full";

impl Address {
    /// Reads an address. Without `sslmode` a server on this machine is asked for TLS and taken as it is (`prefer`); any other must prove
    /// who it is (`verify-full`).
    ///
    /// # Errors
    /// [`ReportError::Failed`]; it repeats nothing of the address, which holds the password.
    pub fn parse(url: &str) -> Result<Self, ReportError> {
        let (place, query) = url.split_once('?').unwrap_or((url, ""));
        let (ours, others): (Vec<_>, Vec<_>) = query.split('&').filter(|pair| !pair.is_empty()).partition(|pair| {
            let name = pair.split('=').next().unwrap_or_default();
            name == "sslmode" || name == "sslrootcert"
        });
        let config: Config = format!("{place}?{}", others.join("&")).parse().map_err(|_| unreadable())?;
        if config.get_hosts().is_empty() || config.get_dbname().is_none() {
            return Err(unreadable());
        }
        let ours: Vec<(String, String)> = form_urlencoded::parse(ours.join("&").as_bytes()).into_owned().collect();
        let given = |name: &str| ours.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let trust = trust(&config, given("sslmode"), given("sslrootcert").map(PathBuf::from))?;
        Ok(Self { config: prepared(config, &trust), trust })
    }
}

fn trust(config: &Config, mode: Option<&str>, roots: Option<PathBuf>) -> Result<Trust, ReportError> {
    let local = config.get_hosts().iter().all(is_local);
    match (mode.unwrap_or(if local { "prefer" } else { "verify-full" }), roots) {
        ("disable", _) => Ok(Trust::NoTls),
        ("prefer", None) => Ok(Trust::AnyoneOrPlain),
        ("require", None) => Ok(Trust::Anyone),
        ("verify-full", None) => Ok(Trust::OfThisMachine),
        ("prefer" | "require" | "verify-full", Some(file)) => Ok(Trust::Of(file)),
        (_, _) => Err(ReportError::Failed(format!("sslmode of the PostgreSQL address: write {MODES}"))),
    }
}

fn is_local(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback()),
        Host::Unix(_) => true,
    }
}

/// A connection whose other end has gone without a word is noticed within half a minute, and at once when something is sent.
fn prepared(mut config: Config, trust: &Trust) -> Config {
    let mode = match trust {
        Trust::NoTls => SslMode::Disable,
        Trust::AnyoneOrPlain => SslMode::Prefer,
        Trust::Anyone | Trust::OfThisMachine | Trust::Of(_) => SslMode::Require,
    };
    config.ssl_mode(mode);
    if config.get_application_name().is_none() {
        config.application_name("aftercall");
    }
    config.keepalives_idle(Duration::from_secs(15)).keepalives_interval(Duration::from_secs(5)).keepalives_retries(3);
    config.tcp_user_timeout(Duration::from_secs(10));
    config
}

fn unreadable() -> ReportError {
    let how = "write postgres://user:password@host:port/database?sslmode=…, special characters of the password as %40 and the like";
    ReportError::Failed(format!("not the address of a PostgreSQL database: {how}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trusted(url: &str) -> Trust {
        Address::parse(url).expect("an address").trust
    }

    #[test]
    fn a_server_of_this_machine_is_taken_as_it_is_and_any_other_must_prove_itself() {
        for local in ["127.0.0.1:5433", "localhost", "[::1]", "%2Frun%2Fpostgresql"] {
            assert_eq!(trusted(&format!("postgres://u:p@{local}/d")), Trust::AnyoneOrPlain, "{local}");
        }
        assert_eq!(trusted("postgresql://u:p@db.example.com/d"), Trust::OfThisMachine);
        assert_eq!(trusted("postgres://u:p@127.0.0.1,db.example.com/d"), Trust::OfThisMachine);
    }

    #[test]
    fn modes_mean_what_they_say_and_given_roots_are_always_asked() {
        let of = |query: &str| trusted(&format!("postgres://u:p@db.example.com/d?connect_timeout=3&{query}"));
        assert_eq!(of("sslmode=disable"), Trust::NoTls);
        assert_eq!(of("sslmode=prefer"), Trust::AnyoneOrPlain);
        assert_eq!(of("sslmode=require"), Trust::Anyone);
        assert_eq!(of("sslmode=verify-full"), Trust::OfThisMachine);
        for mode in ["prefer", "require", "verify-full"] {
            assert_eq!(of(&format!("sslmode={mode}&sslrootcert=/etc/own%20ca.pem")), Trust::Of("/etc/own ca.pem".into()));
        }
    }

    #[test]
    fn a_wrong_address_is_refused_without_repeating_the_password() {
        for url in [
            "postgres://u:s3cret@host:port/d",
            "postgres://u:s3cret@host",
            "mysql://u:s3cret@host/d",
            "postgres://u:s3cret@host/d?sslmode=s3cret",
            "postgres://u:s3cret@host/d?s3cret=1",
            "",
        ] {
            let error = Address::parse(url).err().expect("an error");
            assert!(!format!("{error} {error:?}").contains("s3cret"), "{url}: {error}");
        }
    }
}
