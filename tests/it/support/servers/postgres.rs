//! PostgreSQL: one cluster for all tests of the process, a fresh database for each; or a cluster of its own for a test that stops it.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::process::Command;
use tokio::sync::OnceCell;

use super::port::Port;
use super::watched::Watched;
use super::{certificates, output};

const OWNER: &str = "aftercall";
const PASSWORD: &str = "not-a-secret";
/// Loopback only, no sockets in the machine's folders, no shared memory that could outlive the server, and no waiting for the disk.
const SETTINGS: [&str; 8] = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "dynamic_shared_memory_type=mmap",
    "fsync=off",
    "full_page_writes=off",
    "max_connections=100",
    "shared_buffers=32MB",
    "log_min_messages=warning",
];

/// A private PostgreSQL cluster; ends when it is dropped, and with the test process at the latest.
pub struct Postgres {
    port: Port,
    server: Watched,
    databases: AtomicUsize,
}

impl Postgres {
    /// A fresh, empty database in the cluster that the tests share.
    pub async fn database() -> Database {
        static SHARED: OnceCell<Postgres> = OnceCell::const_new();
        SHARED.get_or_init(Self::own).await.create().await
    }

    /// A cluster for one test alone.
    pub async fn own() -> Self {
        Self::made(false).await
    }

    /// One that takes connections by TLS only; its authority is `ca.crt` in its folder.
    pub async fn with_tls() -> Self {
        Self::made(true).await
    }

    async fn made(tls: bool) -> Self {
        let folder = tempfile::Builder::new().prefix("aftercall-postgres-").tempdir().expect("a folder");
        let (binaries, port) = (binaries(), Port::free());
        std::fs::write(folder.path().join("password"), PASSWORD).expect("written");
        let data = folder.path().join("data").display().to_string();
        if tls {
            certificates::make(folder.path()).await;
        }
        if is_root() {
            output(Command::new("chown").args(["-R", "postgres"]).arg(folder.path())).await;
        }
        let mut initdb = as_server(&binaries.join("initdb"));
        initdb.extend(["-D", &data, "-U", "postgres", "-A", "scram-sha-256", "-E", "UTF8", "--no-sync", "--pwfile"].map(str::to_owned));
        initdb.push(folder.path().join("password").display().to_string());
        initdb.extend(collation(&binaries));
        output(Command::new(&initdb[0]).args(&initdb[1..]).current_dir(folder.path())).await;
        let mut command = as_server(&binaries.join("postgres"));
        command.extend(["-D".to_owned(), data, "-p".to_owned(), port.number().to_string()]);
        command.extend(SETTINGS.iter().flat_map(|setting| ["-c".to_owned(), (*setting).to_owned()]));
        if tls {
            command.extend(demand_tls(folder.path()));
        }
        let cluster = Self { port, server: Watched::new(folder, "QUIT", &command), databases: AtomicUsize::new(0) };
        cluster.start().await;
        cluster.administer(&format!("CREATE ROLE {OWNER} LOGIN PASSWORD '{PASSWORD}'")).await;
        cluster
    }

    /// A fresh, empty database in this cluster.
    pub async fn create(&self) -> Database {
        let name = format!("calls_{}", self.databases.fetch_add(1, Ordering::SeqCst));
        self.administer(&format!("CREATE DATABASE {name} OWNER {OWNER}")).await;
        Database { name, address: self.address() }
    }

    pub fn address(&self) -> SocketAddr {
        ([127, 0, 0, 1], self.port.number()).into()
    }

    /// Its working folder.
    pub fn folder(&self) -> &Path {
        self.server.folder()
    }

    /// Ends it in an orderly way; its clients' connections are closed.
    pub fn stop(&self) {
        self.server.end_by("INT");
    }

    /// Ends it as a power cut does.
    pub fn crash(&self) {
        self.server.end_by("QUIT");
    }

    /// Starts it again after its end: same port, same data.
    pub async fn start(&self) {
        self.server.start();
        let waiting = tokio::time::timeout(super::PATIENCE, async {
            while psql(&url("postgres", "postgres", self.address()))
                .args(["-c", "SELECT 1"])
                .output()
                .await
                .is_ok_and(|it| !it.status.success())
            {
                tokio::time::sleep(std::time::Duration::from_millis(10)).await;
            }
        });
        assert!(waiting.await.is_ok(), "no PostgreSQL: {}", self.server.log());
    }

    /// Cuts the connections of all its clients; how many.
    pub async fn terminate_connections(&self) -> usize {
        let all = format!("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = '{OWNER}'");
        self.administer(&all).await.parse().expect("a count")
    }

    async fn administer(&self, sql: &str) -> String {
        output(psql(&url("postgres", "postgres", self.address())).args(["-c", sql])).await
    }
}

/// An empty database and its owner, who is no superuser.
#[derive(Debug, Clone)]
pub struct Database {
    name: String,
    address: SocketAddr,
}

impl Database {
    /// As the reporting store's configuration wants it.
    pub fn url(&self) -> String {
        self.url_at(self.address)
    }

    /// The same by another address, as that of a proxy before it.
    pub fn url_at(&self, address: SocketAddr) -> String {
        url(OWNER, &self.name, address)
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What psql prints for this: a row a line, columns apart by `|`.
    pub async fn psql(&self, sql: &str) -> String {
        output(psql(&self.url()).args(["-c", sql])).await
    }
}

/// Takes no plain connection any more; gives the server's settings.
fn demand_tls(folder: &Path) -> Vec<String> {
    let rules = folder.join("data/pg_hba.conf");
    let plain = std::fs::read_to_string(&rules).expect("who may connect");
    std::fs::write(&rules, plain.replace("\nhost ", "\nhostssl ")).expect("written");
    let file = |setting: &str, name: &str| format!("{setting}={}", folder.join(name).display());
    let settings = ["ssl=on".to_owned(), file("ssl_cert_file", "server.crt"), file("ssl_key_file", "server.key")];
    settings.into_iter().flat_map(|setting| ["-c".to_owned(), setting]).collect()
}

fn url(user: &str, database: &str, address: SocketAddr) -> String {
    format!("postgres://{user}:{PASSWORD}@{address}/{database}")
}

fn psql(url: &str) -> Command {
    let mut psql = Command::new("psql");
    psql.args(["-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", url]).env("PGCONNECT_TIMEOUT", "10");
    psql
}

/// Debian keeps them out of the PATH, a folder a version.
fn binaries() -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|folder| folder.path().join("bin"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let candidates = versions.chain(std::env::split_paths(&path)).filter(|folder| folder.join("initdb").exists());
    candidates.max_by_key(|folder| version(folder)).expect("initdb: tests/run installs postgresql")
}

/// Of Debian's folder; 0 for others.
fn version(binaries: &Path) -> u32 {
    binaries.parent().and_then(Path::file_name).and_then(|name| name.to_str()?.parse().ok()).unwrap_or(0)
}

/// Sorts as an installation for people does, not by bytes: what relies on the order of bytes shows here. Needs version 15.
fn collation(binaries: &Path) -> Vec<String> {
    let wanted: &[&str] =
        if version(binaries) >= 15 { &["--locale-provider=icu", "--icu-locale=en-US", "--locale=C.UTF-8"] } else { &["--locale=C.UTF-8"] };
    wanted.iter().map(|&word| word.to_owned()).collect()
}

/// PostgreSQL refuses to run as root.
fn as_server(program: &Path) -> Vec<String> {
    let become_other = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"].map(str::to_owned);
    let before = if is_root() { become_other.to_vec() } else { Vec::new() };
    before.into_iter().chain([program.display().to_string()]).collect()
}

fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").expect("/proc").uid() == 0
}
