//! One Redis or Valkey.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::process::Command;

use super::port::Port;
use super::watched::Watched;
use super::{attempt, certificates, clock, eventually};

/// What a Redis is started with. The shorthands are on [`Redis`].
#[derive(Debug, Clone)]
pub struct RedisSetup {
    program: PathBuf,
    arguments: Vec<String>,
    user: Option<(String, String)>,
    file: Option<String>,
    tls: bool,
    clock: bool,
    cluster: bool,
}

impl Default for RedisSetup {
    fn default() -> Self {
        Self { program: "redis-server".into(), arguments: Vec::new(), user: None, file: None, tls: false, clock: false, cluster: false }
    }
}

impl RedisSetup {
    /// Another binary, as Valkey's.
    pub fn program(mut self, program: impl Into<PathBuf>) -> Self {
        self.program = program.into();
        self
    }

    /// Arguments of redis-server, after those that make it private.
    pub fn arguments<'a>(mut self, arguments: impl IntoIterator<Item = &'a str>) -> Self {
        self.arguments.extend(arguments.into_iter().map(str::to_owned));
        self
    }

    /// Nobody gets in but this user; the user `default` means a password alone, as `requirepass` does.
    pub fn user(mut self, name: &str, password: &str) -> Self {
        self.user = Some((name.to_owned(), password.to_owned()));
        self
    }

    /// A second port speaks TLS; `url()` is its address.
    pub fn tls(mut self) -> Self {
        self.tls = true;
        self
    }

    /// A configuration file that the server may rewrite, as a sentinel does.
    pub fn file(mut self, text: String) -> Self {
        self.file = Some(text);
        self
    }

    /// A node of a cluster, not joined to others yet.
    pub fn cluster(mut self) -> Self {
        self.cluster = true;
        self
    }

    /// Its wall clock can be set.
    pub fn clock(mut self) -> Self {
        self.clock = true;
        self
    }

    pub async fn start(self) -> Redis {
        let redis = Redis::prepare(self).await;
        redis.restart().await;
        redis
    }

    fn command(&self, folder: &Path, ports: &Ports) -> Vec<String> {
        let mut command = if self.clock { clock::before_command(folder) } else { Vec::new() };
        command.push(self.program.display().to_string());
        command.extend(self.file.is_some().then(|| folder.join(FILE).display().to_string()));
        let folder = folder.display();
        let mut say = |words: String| command.extend(words.split(' ').map(str::to_owned));
        say(format!("--port {} --bind 127.0.0.1 --dir {folder} --protected-mode no --save ", ports.plain.number()));
        if let Some(tls) = &ports.tls {
            say(format!("--tls-port {} --tls-auth-clients no --tls-ca-cert-file {folder}/ca.crt", tls.number()));
            say(format!("--tls-cert-file {folder}/server.crt --tls-key-file {folder}/server.key"));
        }
        if let Some(bus) = &ports.bus {
            say(format!("--cluster-enabled yes --cluster-port {} --cluster-node-timeout 1000", bus.number()));
        }
        command.extend(self.admission());
        command.extend(self.arguments.iter().cloned());
        command
    }

    /// Who gets in, also as a replica.
    fn admission(&self) -> Vec<String> {
        let Some((name, password)) = &self.user else { return Vec::new() };
        let words = match name.as_str() {
            "default" => format!("--requirepass {password} --masterauth {password}"),
            name => format!("--masteruser {name} --masterauth {password} --user default off --user {name} on >{password} ~* &* +@all"),
        };
        words.split(' ').map(str::to_owned).collect()
    }
}

const FILE: &str = "redis.conf";

struct Ports {
    plain: Port,
    tls: Option<Port>,
    bus: Option<Port>,
}

/// A private Redis; ends when it is dropped, and with the test process at the latest.
pub struct Redis {
    setup: RedisSetup,
    ports: Ports,
    server: Watched,
}

impl Redis {
    /// Without persistence: a restart finds nothing.
    pub async fn start() -> Self {
        RedisSetup::default().start().await
    }

    /// With these arguments of redis-server, as `["--appendonly", "yes"]`.
    pub async fn with(arguments: &[&str]) -> Self {
        RedisSetup::default().arguments(arguments.iter().copied()).start().await
    }

    /// With a wall clock that [`Redis::set_clock`] sets.
    pub async fn with_clock() -> Self {
        RedisSetup::default().clock().start().await
    }

    /// A replica of another that has its whole data already.
    pub async fn replica_of(master: &Self) -> Self {
        let mut setup = RedisSetup { user: master.setup.user.clone(), ..RedisSetup::default() };
        setup = setup.arguments(["--replicaof", "127.0.0.1", &master.port().to_string(), "--repl-diskless-sync-delay", "0"]);
        let replica = setup.start().await;
        replica.in_sync().await;
        replica
    }

    async fn prepare(setup: RedisSetup) -> Self {
        let folder = tempfile::Builder::new().prefix("aftercall-redis-").tempdir().expect("a folder");
        let ports = Ports { plain: Port::free(), tls: setup.tls.then(Port::free), bus: setup.cluster.then(Port::free) };
        if let Some(text) = &setup.file {
            std::fs::write(folder.path().join(FILE), text).expect("written");
        }
        if setup.tls {
            certificates::make(folder.path()).await;
        }
        let command = setup.command(folder.path(), &ports);
        let server = Watched::new(folder, "KILL", &command);
        Self { setup, ports, server }
    }

    /// As the store's configuration wants it.
    pub fn url(&self) -> String {
        self.url_at(self.address())
    }

    /// The same by another address, as that of a proxy before it.
    pub fn url_at(&self, address: SocketAddr) -> String {
        let scheme = if self.setup.tls { "rediss" } else { "redis" };
        let user = self.setup.user.as_ref().map(|(name, password)| match name.as_str() {
            "default" => format!(":{password}@"),
            name => format!("{name}:{password}@"),
        });
        format!("{scheme}://{}{address}/0", user.unwrap_or_default())
    }

    pub fn port(&self) -> u16 {
        self.ports.tls.as_ref().unwrap_or(&self.ports.plain).number()
    }

    pub fn address(&self) -> SocketAddr {
        ([127, 0, 0, 1], self.port()).into()
    }

    /// The authority that signed its certificate (PEM); only with TLS.
    pub fn authority(&self) -> PathBuf {
        self.server.folder().join("ca.crt")
    }

    /// Its working folder.
    pub fn folder(&self) -> &Path {
        self.server.folder()
    }

    /// SIGKILL.
    pub fn kill(&self) {
        self.server.end_by("KILL");
    }

    /// Starts it after a kill: same port, same folder, same arguments.
    pub async fn restart(&self) {
        self.server.start();
        self.ready().await;
    }

    /// Its connections stay open and nothing is answered, until [`Redis::go_on`].
    pub fn stop_answering(&self) {
        self.server.signal("STOP");
    }

    pub fn go_on(&self) {
        self.server.signal("CONT");
    }

    /// Moves its wall clock by so many seconds against the real one; only after [`Redis::with_clock`].
    pub fn set_clock(&self, ahead: i64) {
        assert!(self.setup.clock, "started without a clock that can be set");
        clock::set(self.server.folder(), ahead);
    }

    /// What redis-cli prints for this command, as the user if there is one.
    pub async fn cli(&self, command: &[&str]) -> String {
        self.try_cli(command).await.unwrap_or_else(|complaint| panic!("{complaint}"))
    }

    /// The same, or what redis-cli complains about: a sentinel that gives a node another part to play cuts its connections.
    pub async fn try_cli(&self, command: &[&str]) -> Result<String, String> {
        let mut cli = Command::new("redis-cli");
        cli.args(["-p", &self.ports.plain.number().to_string(), "--no-auth-warning"]);
        if let Some((name, password)) = &self.setup.user {
            cli.args(["--user", name]).env("REDISCLI_AUTH", password);
        }
        attempt(cli.args(command)).await
    }

    /// Waits until it is a replica that has its master's data.
    pub async fn in_sync(&self) {
        eventually("the replica in sync", async || self.is_in_sync().await).await;
    }

    /// Whether it is a replica that has its master's data.
    pub async fn is_in_sync(&self) -> bool {
        let info = self.try_cli(&["INFO", "replication"]).await.unwrap_or_default();
        info.contains("role:slave") && info.contains("master_link_status:up") && info.contains("master_sync_in_progress:0")
    }

    /// Whether it answers PING within a second.
    pub async fn answers(&self) -> bool {
        let answer = tokio::time::timeout(Duration::from_secs(1), self.pongs()).await;
        matches!(answer, Ok(Ok(true)))
    }

    async fn ready(&self) {
        let asking = async {
            while !self.answers().await {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        assert!(tokio::time::timeout(super::PATIENCE, asking).await.is_ok(), "no Redis: {}", self.server.log());
    }

    /// By hand: redis-cli takes longer to start than Redis. Signed in, since only then PING says that the data is not loaded yet.
    async fn pongs(&self) -> std::io::Result<bool> {
        let mut link = TcpStream::connect(("127.0.0.1", self.ports.plain.number())).await?;
        let hello = self.setup.user.as_ref().map(|(name, password)| format!("AUTH {name} {password}\r\n"));
        link.write_all(format!("{}PING\r\n", hello.unwrap_or_default()).as_bytes()).await?;
        let mut answer = Vec::new();
        loop {
            let pong = answer.windows(5).any(|part| part == b"+PONG");
            if pong || answer.contains(&b'-') || link.read_buf(&mut answer).await? == 0 {
                return Ok(pong);
            }
        }
    }
}

/// Valkey, which takes the place of Redis.
pub struct Valkey;

impl Valkey {
    /// Without persistence.
    pub async fn start() -> Redis {
        Self::setup().start().await
    }

    /// `AFTERCALL_TEST_VALKEY`, else the one that `tests/run` left in the target folder, else that of the PATH; without one the test fails.
    pub fn setup() -> RedisSetup {
        let named = std::env::var_os("AFTERCALL_TEST_VALKEY").filter(|named| !named.is_empty()).map(PathBuf::from);
        let fetched = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("../valkey/valkey-server");
        let program = named.or_else(|| fetched.exists().then_some(fetched)).unwrap_or_else(|| "valkey-server".into());
        let runs = std::process::Command::new(&program).arg("--version").output().is_ok();
        assert!(runs, "no {}: tests/run fetches it, AFTERCALL_TEST_VALKEY names another", program.display());
        RedisSetup::default().program(program)
    }
}
