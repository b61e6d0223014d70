use redis::{
    AsyncConnectionConfig, Client, ConnectionAddr, ConnectionInfo, IntoConnectionInfo, ProtocolVersion, RedisConnectionInfo, RedisResult,
    TlsCertificates,
};

use super::super::address::RedisUrl;
use super::{CONNECT, RESPONSE};

/// How servers are reached: hosts, transport, and who we are.
#[derive(Clone)]
pub(super) struct Door {
    pub(super) hosts: Vec<(String, u16)>,
    certificates: Option<TlsCertificates>,
    identity: RedisConnectionInfo,
}

impl Door {
    pub(super) fn new(url: &RedisUrl) -> Result<Self, String> {
        let certificates = if url.tls { Some(certificates(url)?) } else { None };
        let mut identity = RedisConnectionInfo::default().set_protocol(ProtocolVersion::RESP2).set_db(url.database);
        if let Some(user) = &url.user {
            identity = identity.set_username(user);
        }
        if let Some(password) = &url.password {
            identity = identity.set_password(password);
        }
        let door = Self { hosts: url.hosts.clone(), certificates, identity };
        // A file without a certificate shows only when it is used.
        let tried = door.hosts.first().map_or(Ok(()), |host| door.client(host, door.identity.clone()).map(drop));
        tried.map_err(|_| "the address or the file of root certificates cannot be used".to_owned())?;
        Ok(door)
    }

    pub(super) fn certificates(&self) -> Option<&TlsCertificates> {
        self.certificates.as_ref()
    }

    /// As the user of the data.
    pub(super) fn server(&self, host: &(String, u16)) -> RedisResult<Client> {
        self.client(host, self.identity.clone())
    }

    /// A sentinel knows no databases, and often no user.
    pub(super) fn sentinel(&self, host: &(String, u16), known: bool) -> RedisResult<Client> {
        let identity = if known { self.identity.clone().set_db(0) } else { RedisConnectionInfo::default() };
        self.client(host, identity.set_protocol(ProtocolVersion::RESP2))
    }

    pub(super) fn has_identity(&self) -> bool {
        self.identity.password().is_some()
    }

    pub(super) fn info(&self, (host, port): &(String, u16), identity: RedisConnectionInfo) -> RedisResult<ConnectionInfo> {
        let (host, port) = (host.clone(), *port);
        let address = match &self.certificates {
            Some(_) => ConnectionAddr::TcpTls { host, port, insecure: false, tls_params: None },
            None => ConnectionAddr::Tcp(host, port),
        };
        Ok(address.into_connection_info()?.set_redis_settings(identity))
    }

    pub(super) fn identity(&self) -> RedisConnectionInfo {
        self.identity.clone()
    }

    fn client(&self, host: &(String, u16), identity: RedisConnectionInfo) -> RedisResult<Client> {
        let info = self.info(host, identity)?;
        match &self.certificates {
            Some(certificates) => Client::build_with_tls(info, certificates.clone()),
            None => Client::open(info),
        }
    }
}

pub(super) fn connection() -> AsyncConnectionConfig {
    AsyncConnectionConfig::new().set_connection_timeout(Some(CONNECT)).set_response_timeout(Some(RESPONSE)).set_pipeline_buffer_size(1024)
}

/// With a file of its own only what that file vouches for is trusted, else what the system trusts.
fn certificates(url: &RedisUrl) -> Result<TlsCertificates, String> {
    let root_cert = match &url.authority {
        Some(path) => Some(std::fs::read(path).map_err(|error| format!("root certificates {}: {error}", path.display()))?),
        None => None,
    };
    if root_cert.as_ref().is_some_and(|pem| !pem.windows(27).any(|part| part == b"-----BEGIN CERTIFICATE-----")) {
        return Err("the file of root certificates holds none".to_owned());
    }
    Ok(TlsCertificates { client_tls: None, root_cert })
}
