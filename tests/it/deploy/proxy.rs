//! nginx and Caddy with their shipped configurations, on free ports, before a gateway.

use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::process::{Child, Command};

use super::{swap, text};
use crate::commands::program::within;
use crate::support::rig::{AUTH_TOKEN, sign};

const HOST: &str = "survey.example.com";

/// Which one.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    Nginx,
    Caddy,
}

/// A proxy that runs until it is dropped.
pub struct Proxy {
    address: SocketAddr,
    folder: tempfile::TempDir,
    _child: Child,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub outcome: String,
}

impl Proxy {
    /// Starts it before these gateways (one or two) and waits until it answers.
    pub async fn start(kind: Kind, gateways: &[SocketAddr]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        certificate(folder.path()).await;
        let address = free();
        let mut command = match kind {
            Kind::Nginx => nginx(folder.path(), address, gateways),
            Kind::Caddy => caddy(folder.path(), address, gateways),
        };
        let errors = std::fs::File::create(folder.path().join("stderr.log")).expect("a file");
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(errors).kill_on_drop(true).spawn();
        let child = child.unwrap_or_else(|error| panic!("{kind:?} does not start ({error}); tests/run installs it"));
        let proxy = Self { address, folder, _child: child };
        proxy.until_it_answers().await;
        proxy
    }

    async fn until_it_answers(&self) {
        let client = self.client(None);
        for _ in 0..600 {
            if client.get(self.url("/metrics")).send().await.is_ok() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the proxy does not come up: {}", self.logs());
    }

    fn url(&self, target: &str) -> String {
        format!("https://{HOST}:{}{target}", self.address.port())
    }

    fn client(&self, from: Option<IpAddr>) -> reqwest::Client {
        aftercall::providers::rest::client().expect("makes ring the provider of TLS");
        let client = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
        let client = client.resolve(HOST, self.address).local_address(from).tls_danger_accept_invalid_certs(true);
        client.build().expect("a client")
    }

    /// A page.
    pub async fn get(&self, target: &str) -> Answer {
        answer(self.client(None).get(self.url(target))).await
    }

    /// A webhook signed as Twilio does, with the target byte for byte as it is written.
    pub async fn hook(&self, target: &str, params: &[(&str, &str)]) -> Answer {
        self.hook_signed(sign(AUTH_TOKEN, target, params), target, params).await
    }

    /// The same with a signature of another text.
    pub async fn hook_signed(&self, signature: String, target: &str, params: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(params).finish();
        let request = self.client(None).post(self.url(target)).header("X-Twilio-Signature", signature);
        let request = request.header("Content-Type", "application/x-www-form-urlencoded").body(body);
        let written = request.try_clone().expect("a copy").build().expect("a request");
        assert!(written.url().as_str().ends_with(target), "the client itself rewrites {target} to {}", written.url());
        answer(request).await
    }

    /// An unsigned post by a client with that address, which claims to stand for another.
    pub async fn post_from(&self, from: [u8; 4], claiming: &str, target: &str) -> Answer {
        let request = self.client(Some(from.into())).post(self.url(target)).header("X-Forwarded-For", claiming);
        answer(request.header("Content-Type", "application/json").body("{}")).await
    }

    /// Everything that it wrote down.
    pub fn logs(&self) -> String {
        let files = std::fs::read_dir(self.folder.path()).expect("the folder").map(|file| file.expect("an entry").path());
        let logs = files.filter(|file| file.extension().is_some_and(|extension| extension == "log"));
        logs.map(|log| std::fs::read_to_string(log).expect("a log")).collect()
    }
}

async fn answer(request: reqwest::RequestBuilder) -> Answer {
    let answer = within(request.send()).await.expect("an answer");
    let outcome = answer.headers().get("aftercall-outcome").and_then(|value| value.to_str().ok()).unwrap_or_default();
    Answer { status: answer.status().as_u16(), outcome: outcome.to_owned() }
}

/// An address on loopback that nobody has.
pub fn free() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port")
}

async fn certificate(folder: &Path) {
    let arguments = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -keyout key.pem -out cert.pem";
    let mut command = Command::new("openssl");
    command.args(arguments.split(' ')).args(["-subj", &format!("/CN={HOST}"), "-addext", &format!("subjectAltName=DNS:{HOST}")]);
    let made = command.current_dir(folder).stderr(Stdio::null()).status().await.expect("openssl runs");
    assert!(made.success());
}

/// One process without a master, so that nothing stays behind when it is killed.
fn nginx(folder: &Path, address: SocketAddr, gateways: &[SocketAddr]) -> Command {
    let here = folder.display();
    let mut site = swap(&text("nginx/aftercall.conf"), "server 127.0.0.1:8080 ", &format!("server {} ", gateways[0]));
    if let Some(second) = gateways.get(1) {
        site = swap(&site, "# server 127.0.0.1:8081 ", &format!("server {second} "));
    }
    site = swap(&site, "listen 443 ssl", &format!("listen {address} ssl"));
    site = swap(&site, "/etc/letsencrypt/live/survey.example.com/fullchain.pem", &format!("{here}/cert.pem"));
    site = swap(&site, "/etc/letsencrypt/live/survey.example.com/privkey.pem", &format!("{here}/key.pem"));
    site = swap(&site, "/var/log/nginx/", &format!("{here}/"));
    std::fs::write(folder.join("site.conf"), site).expect("written");
    let places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(|name| format!("{name}_temp_path {here}/{name};"));
    let main = format!(
        "daemon off; master_process off; pid {here}/pid; error_log {here}/main.log;\nevents {{}}\nhttp {{ access_log off; {} include {here}/site.conf; }}\n",
        places.join(" ")
    );
    std::fs::write(folder.join("nginx.conf"), main).expect("written");
    let mut command = Command::new("/usr/sbin/nginx");
    command.arg("-p").arg(folder).arg("-c").arg(folder.join("nginx.conf")).arg("-e").arg(folder.join("main.log"));
    command
}

fn caddy(folder: &Path, address: SocketAddr, gateways: &[SocketAddr]) -> Command {
    let here = folder.display();
    let gateways: Vec<String> = gateways.iter().map(SocketAddr::to_string).collect();
    let mut site = swap(&text("caddy/Caddyfile"), "\n{\n", "\n{\n\tadmin off\n\tauto_https disable_redirects\n");
    site = swap(&site, "} {\n\t# Own certificate", &format!("}} {{\n\tbind 127.0.0.1\n\ttls {here}/cert.pem {here}/key.pem\n\t# Own"));
    std::fs::write(folder.join("Caddyfile"), site).expect("written");
    let mut command = Command::new(std::env::var_os("CADDY").unwrap_or_else(|| "caddy".into()));
    command.arg("run").args(["--adapter", "caddyfile", "--config"]).arg(folder.join("Caddyfile"));
    command.env("AFTERCALL_SITE", format!("https://{HOST}:{}", address.port())).env("AFTERCALL_GATEWAYS", gateways.join(" "));
    command.env("HOME", folder).env("XDG_DATA_HOME", folder).env("XDG_CONFIG_HOME", folder);
    command
}
