//! A private mail server (aiosmtpd) on a free loopback port; with STARTTLS, TLS from the first byte, or neither, and with a login where
//! it is protected.

use std::path::PathBuf;

use tokio::net::TcpStream;

use super::port::Port;
use super::watched::Watched;
use super::{certificates, eventually};

/// Debian's Python, which has the package.
const PYTHON: &str = "/usr/bin/python3";
const SERVER: &str = r#"
import asyncio, json, ssl, sys
from aiosmtpd.smtp import SMTP, AuthResult

mode, port, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]

class Keep:
    async def handle_DATA(self, server, session, envelope):
        message = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "content": envelope.content.decode(),
                   "tls": session.ssl is not None or mode == "tls", "login": session.auth_data.login.decode() if session.auth_data else None}
        with open(folder + "/messages", "a") as out:
            out.write(json.dumps(message) + "\n")
        return "250 kept"

def login(server, session, envelope, mechanism, data):
    return AuthResult(success=(data.login, data.password) == (b"gateway", b"mail-password"), auth_data=data)

async def main():
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    if mode != "none":
        context.load_cert_chain(folder + "/server.crt", folder + "/server.key")
    def factory():
        more = {}
        if mode != "none":
            more = {"authenticator": login, "auth_required": True, "auth_require_tls": mode == "starttls"}
        if mode == "starttls":
            more.update(tls_context=context, require_starttls=True)
        return SMTP(Keep(), hostname="localhost", **more)
    server = await asyncio.get_running_loop().create_server(
        factory, "127.0.0.1", port, ssl=context if mode == "tls" else None, reuse_address=True)
    await server.serve_forever()

asyncio.run(main())
"#;

/// Ends when it is dropped, and with the test process at the latest.
pub struct MailServer {
    port: Port,
    server: Watched,
}

impl MailServer {
    /// `mode` is that of the configuration's `mail.tls`.
    pub async fn start(mode: &str) -> Self {
        let (port, folder) = (Port::free(), tempfile::tempdir().expect("a folder"));
        certificates::make(folder.path()).await;
        std::fs::write(folder.path().join("server.py"), SERVER).expect("written");
        let path = |name: &str| folder.path().join(name).display().to_string();
        let command =
            [PYTHON.to_owned(), path("server.py"), mode.to_owned(), port.number().to_string(), folder.path().display().to_string()];
        let server = Watched::new(folder, "KILL", &command);
        let mail = Self { port, server };
        mail.up().await;
        mail
    }

    /// Starts it (again).
    pub async fn up(&self) {
        self.server.start();
        let address = ("127.0.0.1", self.port.number());
        eventually("the mail server listens", || async { TcpStream::connect(address).await.is_ok() }).await;
    }

    /// Kills it.
    pub fn down(&self) {
        self.server.end_by("KILL");
    }

    pub fn port(&self) -> u16 {
        self.port.number()
    }

    /// The authority that its certificate is from.
    pub fn authority(&self) -> PathBuf {
        self.server.folder().join("ca.crt")
    }

    /// What it has taken, in order.
    pub fn messages(&self) -> Vec<serde_json::Value> {
        let text = std::fs::read_to_string(self.server.folder().join("messages")).unwrap_or_default();
        text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
    }

    /// What it printed, for the message of a test that fails.
    pub fn log(&self) -> String {
        self.server.log()
    }
}
