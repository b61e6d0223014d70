//! Where a Redis is, as the configuration writes it.

use std::fmt;
use std::path::PathBuf;

/// How the servers work together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mode {
    /// One server.
    Standalone,
    /// Sentinels say which server is the master of that name.
    Sentinel {
        /// The master's name.
        master: String,
    },
    /// A cluster.
    Cluster,
}

/// An address: `redis://[user:pass@]host:port/db`, `redis-sentinel://[user:pass@]h1:p1,h2:p2/MASTER/db`,
/// `redis-cluster://[user:pass@]h1:p1,h2:p2`; with `rediss` for TLS. Options in the query: `prefix` of all keys (`ac`), `ca`, a file
/// with root certificates (PEM). Its `Display` and `Debug` show no password.
#[derive(Clone, PartialEq, Eq)]
pub struct RedisUrl {
    /// How the servers work together.
    pub mode: Mode,
    /// Whether the connection is encrypted.
    pub tls: bool,
    /// The user; `None` is the default user.
    pub user: Option<String>,
    /// Never shown.
    pub password: Option<String>,
    /// Servers (or sentinels) with their ports; never empty.
    pub hosts: Vec<(String, u16)>,
    /// The number of the database.
    pub database: i64,
    /// What every key begins with.
    pub prefix: String,
    /// A file with root certificates (PEM).
    pub authority: Option<PathBuf>,
}

const SCHEMES: [(&str, &str, bool); 6] = [
    ("redis", "standalone", false),
    ("rediss", "standalone", true),
    ("redis-sentinel", "sentinel", false),
    ("rediss-sentinel", "sentinel", true),
    ("redis-cluster", "cluster", false),
    ("rediss-cluster", "cluster", true),
];

impl RedisUrl {
    /// Reads an address.
    ///
    /// # Errors
    /// What is wrong with it, without user and password.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (scheme, rest) = text.split_once("://").ok_or("not an address: it has no ://")?;
        let known = SCHEMES.iter().find(|(name, ..)| *name == scheme);
        let (_, kind, tls) = known.ok_or("the scheme is none of redis, redis-sentinel, redis-cluster, or with rediss")?;
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        // A password may hold anything but what divides the address; `@` and `/` are written as %40 and %2F.
        let (credentials, place) = place.rsplit_once('@').map_or((None, place), |(credentials, place)| (Some(credentials), place));
        let (user, password) = credentials.map_or(Ok((None, None)), read_credentials)?;
        let (hosts, path) = place.split_once('/').unwrap_or((place, ""));
        let hosts = hosts.split(',').map(|host| read_host(host, kind)).collect::<Result<Vec<_>, _>>()?;
        if *kind == "standalone" && hosts.len() > 1 {
            return Err("several hosts need redis-sentinel:// or redis-cluster://".to_owned());
        }
        let (mode, database) = read_path(kind, path)?;
        let mut url = Self { mode, tls: *tls, user, password, hosts, database, prefix: "ac".to_owned(), authority: None };
        url.read_query(query)?;
        Ok(url)
    }

    fn read_query(&mut self, query: &str) -> Result<(), String> {
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match name.as_ref() {
                "prefix" if prefix_is_plain(&value) => self.prefix = value.into_owned(),
                "prefix" => return Err("the prefix must be 1 to 32 of the letters, digits, - and _".to_owned()),
                "ca" if self.tls => self.authority = Some(PathBuf::from(value.into_owned())),
                "ca" => return Err("ca is for rediss: addresses".to_owned()),
                _ => return Err("the query knows prefix and ca".to_owned()),
            }
        }
        Ok(())
    }
}

/// Braces and colons have a meaning in key names.
fn prefix_is_plain(prefix: &str) -> bool {
    (1..=32).contains(&prefix.len()) && prefix.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

type Credentials = (Option<String>, Option<String>);

fn read_credentials(text: &str) -> Result<Credentials, String> {
    let (user, password) = text.split_once(':').unwrap_or((text, ""));
    let given = |text: &str| decoded(text).map(|text| Some(text).filter(|text| !text.is_empty()));
    Ok((given(user)?, given(password)?))
}

/// Percent-decoding; unlike in a form a plus is a plus.
fn decoded(text: &str) -> Result<String, String> {
    let wrong = || "user and password must be percent-encoded UTF-8".to_owned();
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        rest = behind;
        let byte = match (first, rest) {
            (b'%', [high, low, behind @ ..]) => {
                rest = behind;
                let digits = [*high, *low];
                let digits = std::str::from_utf8(&digits).map_err(|_| wrong())?;
                u8::from_str_radix(digits, 16).map_err(|_| wrong())?
            }
            (b'%', _) => return Err(wrong()),
            (byte, _) => *byte,
        };
        bytes.push(byte);
    }
    String::from_utf8(bytes).map_err(|_| wrong())
}

fn read_host(text: &str, kind: &str) -> Result<(String, u16), String> {
    let usual = if kind == "sentinel" { 26379 } else { 6379 };
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port.parse().map_err(|_| "a port is a number from 1 to 65535".to_owned())?),
        _ => (text, usual),
    };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    if host.is_empty() || port == 0 {
        return Err("a host or its port is missing".to_owned());
    }
    Ok((host.to_owned(), port))
}

fn read_path(kind: &str, path: &str) -> Result<(Mode, i64), String> {
    let number = |text: &str| match text {
        "" => Ok(0),
        text => text.parse::<u16>().map(i64::from).map_err(|_| "the database is a number".to_owned()),
    };
    match kind {
        "standalone" => Ok((Mode::Standalone, number(path)?)),
        "cluster" if path.is_empty() || path == "0" => Ok((Mode::Cluster, 0)),
        "cluster" => Err("a cluster has only database 0".to_owned()),
        _ => {
            let (master, database) = path.split_once('/').unwrap_or((path, ""));
            if master.is_empty() {
                return Err("the master's name is missing: redis-sentinel://host:port/MASTER/0".to_owned());
            }
            Ok((Mode::Sentinel { master: master.to_owned() }, number(database)?))
        }
    }
}

impl fmt::Display for RedisUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.tls { "rediss" } else { "redis" };
        let hosts: Vec<String> = self.hosts.iter().map(|(host, port)| format!("{host}:{port}")).collect();
        let hosts = hosts.join(",");
        match &self.mode {
            Mode::Standalone => write!(f, "{scheme}://{hosts}/{}", self.database),
            Mode::Sentinel { master } => write!(f, "{scheme}-sentinel://{hosts}/{master}/{}", self.database),
            Mode::Cluster => write!(f, "{scheme}-cluster://{hosts}"),
        }
    }
}

impl fmt::Debug for RedisUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_forms_are_read_and_shown_without_user_and_password() {
        for (text, shown) in [
            ("redis://localhost", "redis://localhost:6379/0"),
            ("redis://app:s%40crt@10.0.0.1:7000/3", "redis://10.0.0.1:7000/3"),
            ("rediss://:secret@cache.example.com:6380/0?ca=/etc/ca.pem", "rediss://cache.example.com:6380/0"),
            ("redis-sentinel://a,b:26380/main", "redis-sentinel://a:26379,b:26380/main/0"),
            ("rediss-sentinel://u:p@a:1/main/2", "rediss-sentinel://a:1/main/2"),
            ("redis-cluster://a:1,b:2,c:3", "redis-cluster://a:1,b:2,c:3"),
            ("redis://[::1]:6379/0", "redis://::1:6379/0"),
        ] {
            let url = RedisUrl::parse(text).expect(text);
            assert_eq!(format!("{url} {url:?}"), format!("{shown} {shown}"));
        }
    }

    #[test]
    fn user_and_password_are_decoded_and_options_read() {
        let url = RedisUrl::parse("rediss://us%65r:a+b%2Fc%25@h:1/0?prefix=test-1&ca=%2Fetc%2Fca.pem").expect("an address");
        assert_eq!((url.user.as_deref(), url.password.as_deref()), (Some("user"), Some("a+b/c%")));
        assert_eq!((url.prefix.as_str(), url.authority), ("test-1", Some(PathBuf::from("/etc/ca.pem"))));
        let url = RedisUrl::parse("redis://:only@h").expect("an address");
        assert_eq!((url.user, url.password.as_deref(), url.prefix.as_str()), (None, Some("only"), "ac"));
    }

    #[test]
    fn what_is_wrong_is_said_without_the_password() {
        for text in [
            "localhost:6379",
            "http://u:hunter2@h",
            "redis://u:hunter2@h:99999",
            "redis://u:hunter2@h:0",
            "redis://u:hunter2@",
            "redis://u:hunter2%@h",
            "redis://u:hunter2%zz@h",
            "redis://u:hunter2@h/x",
            "redis://u:hunter2@a,b/0",
            "redis-sentinel://u:hunter2@a:1",
            "redis-cluster://u:hunter2@a:1/1",
            "redis://u:hunter2@h?prefix=a:b",
            "redis://u:hunter2@h?ca=x",
            "rediss://u:hunter2@h?hunter2=x",
        ] {
            let error = RedisUrl::parse(text).expect_err(text);
            assert!(!error.is_empty() && !error.contains("hunter2"), "{error}");
        }
    }
}
