//! A Kannel (bearerbox and smsbox) with a telephone at its fake message centre.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use aftercall::providers::form;
use tokio::net::TcpStream;

use super::eventually;
use super::port::Port;
use super::watched::Watched;

const CONFIGURATION: &str = include_str!("../../../fixtures/kannel/kannel.conf");
/// Where Debian's packages `kannel` and `kannel-extras` put their programs.
const PLACES: [&str; 3] = ["/usr/sbin", "/usr/bin", "/usr/lib/kannel/test"];

/// A text that the telephone received, as it came over the air.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    pub from: String,
    pub to: String,
    /// The words of a message in the GSM alphabet; the bytes of any other as UTF-16, without its header.
    pub text: String,
    /// Whether it is a part of a longer one.
    pub part: bool,
}

/// Ends when it is dropped, and with the test process at the latest.
pub struct Kannel {
    ports: [Port; 4],
    /// Texts that wait for the message centre at most.
    queue: u32,
    bearerbox: Watched,
    smsbox: Watched,
    telephone: Mutex<Telephone>,
}

/// One telephone at a time: the message centre has one door.
#[derive(Default)]
struct Telephone {
    on: Option<Watched>,
    /// What those before it have printed.
    log: String,
}

impl Kannel {
    /// Its ports are known and held; [`Kannel::start`] starts it.
    pub fn prepare(queue: u32) -> Self {
        let folder = folder();
        for inner in ["store", "receipts"] {
            std::fs::create_dir(folder.path().join(inner)).expect("a folder");
        }
        let file = folder.path().join("kannel.conf").display().to_string();
        let command = |name: &str| [program(name), "-v".to_owned(), "1".to_owned(), file.clone()];
        let bearerbox = Watched::new(folder, "KILL", &command("bearerbox"));
        let smsbox = Watched::new(self::folder(), "KILL", &command("smsbox"));
        Self { ports: std::array::from_fn(|_| Port::free()), queue, bearerbox, smsbox, telephone: Mutex::default() }
    }

    /// Where smsbox takes texts.
    pub fn base(&self) -> String {
        format!("http://127.0.0.1:{}", self.port(3))
    }

    /// `gateway` is the beginning of the gateway's addresses, with the secret before the host.
    pub async fn start(&self, gateway: &str) {
        let folder = self.bearerbox.folder().display().to_string();
        let words = ["{admin}", "{boxes}", "{centre}", "{sendsms}"].into_iter().zip(&self.ports);
        let text = words.fold(CONFIGURATION.to_owned(), |text, (word, port)| text.replace(word, &port.number().to_string()));
        let text = text.replace("{folder}", &folder).replace("{gateway}", gateway).replace("{queue}", &self.queue.to_string());
        std::fs::write(Path::new(&folder).join("kannel.conf"), text).expect("written");
        self.start_again().await;
    }

    /// After [`Kannel::kill`]: same ports, same files.
    pub async fn start_again(&self) {
        self.bearerbox.start();
        eventually("a bearerbox", async || self.status().await.contains("Kannel bearerbox")).await;
        self.smsbox.start();
        eventually("a smsbox", async || self.status().await.contains("smsbox:") && self.listens(3).await).await;
    }

    /// SIGKILL to bearerbox; smsbox, which cannot live without it, is ended too.
    pub fn kill(&self) {
        self.bearerbox.end_by("KILL");
        self.smsbox.end_by("KILL");
    }

    /// Switches the telephone on, and off again what was on. It says this at once, if anything, and stays on.
    pub fn telephone(&self, says: Option<&str>) {
        self.switch_off();
        let count = if says.is_some() { "1" } else { "0" };
        let centre = self.port(2).to_string();
        let command = ["-H", "127.0.0.1", "-r", &centre, "-i", "600", "-m", count, says.unwrap_or("1 2 text nothing")];
        let command: Vec<String> = std::iter::once(program("fakesmsc")).chain(command.map(str::to_owned)).collect();
        let on = Watched::new(folder(), "KILL", &command);
        on.start();
        self.telephone.lock().unwrap_or_else(PoisonError::into_inner).on = Some(on);
    }

    /// Nobody hears anything.
    pub fn switch_off(&self) {
        let mut telephone = self.telephone.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(on) = telephone.on.take() {
            on.end_by("KILL");
            telephone.log += &on.log();
        }
    }

    /// All that any telephone has received.
    pub fn heard(&self) -> Vec<Heard> {
        let telephone = self.telephone.lock().unwrap_or_else(PoisonError::into_inner);
        let now = telephone.on.as_ref().map(Watched::log).unwrap_or_default();
        telephone.log.lines().chain(now.lines()).filter_map(heard).collect()
    }

    fn port(&self, which: usize) -> u16 {
        self.ports[which].number()
    }

    async fn listens(&self, which: usize) -> bool {
        TcpStream::connect(("127.0.0.1", self.port(which))).await.is_ok()
    }

    async fn status(&self) -> String {
        let asked = reqwest::get(format!("http://127.0.0.1:{}/status.txt?password=admin", self.port(0))).await;
        match asked {
            Ok(answer) => answer.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        }
    }
}

fn folder() -> tempfile::TempDir {
    tempfile::Builder::new().prefix("aftercall-kannel-").tempdir().expect("a folder")
}

fn program(name: &str) -> String {
    let found = PLACES.iter().map(|place| Path::new(place).join(name)).find(|path| path.exists());
    found.unwrap_or_else(|| PathBuf::from(name)).display().to_string()
}

/// `… Got message 1: <FROM TO text WORDS>`, `<FROM TO ucs2 BYTES>` or, for parts, `<FROM TO udh HEADER data BYTES>`.
fn heard(line: &str) -> Option<Heard> {
    let message = line.split_once("Got message ")?.1.split_once(": <")?.1.strip_suffix('>')?;
    let mut words = message.splitn(4, ' ');
    let (from, to, kind, rest) = (words.next()?.to_owned(), words.next()?.to_owned(), words.next()?, words.next()?);
    let part = kind == "udh";
    let (kind, rest) = if part { rest.split_once(' ')?.1.split_once(' ')? } else { (kind, rest) };
    let text = if kind == "text" { rest.to_owned() } else { utf16(rest) };
    Some(Heard { from, to, text, part })
}

fn utf16(written: &str) -> String {
    let pairs = format!("text={written}");
    let bytes = form::decode(pairs.as_bytes()).remove(0).1;
    let (units, []) = bytes.as_chunks::<2>() else { panic!("{written} is no UTF-16") };
    String::from_utf16_lossy(&units.iter().map(|unit| u16::from_be_bytes(*unit)).collect::<Vec<_>>())
}
