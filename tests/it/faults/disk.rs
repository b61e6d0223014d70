//! The disk of the journal or of the embedded store full, damaged, read-only or in use (F10, F11).

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, BufReader};
use tokio::process::{Child, Command};

use super::callers::Caller;
use super::field::{ALL, FILE, Field, pause};
use super::site::{Site, everything};
use crate::commands::program::Ended;
use crate::support::servers::Redis;

/// Enough for the load, not for the ballast.
const MEGABYTES: u32 = 48;
/// Where SQLite keeps it in a file (https://www.sqlite.org/fileformat2.html#the_database_header).
const USER_VERSION: u64 = 60;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_journal_on_a_full_disk_sheds_and_heals_when_there_is_room_again() {
    let redis = Redis::start().await;
    let mut site = Site::new(&redis.url(), FILE).await;
    let disk = Disk::at(&site.folder("disk")).await;
    site.journals = Some(site.folder("disk"));
    site.before = disk.inside();
    sheds_while_full(Field::on(site).await, &disk).await.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_embedded_store_on_a_full_disk_sheds_can_be_read_and_heals_when_there_is_room_again() {
    let store = "embedded:FOLDER/disk/aftercall.db";
    let mut site = Site::new(store, store).await;
    let disk = Disk::at(&site.folder("disk")).await;
    site.before = disk.inside();
    sheds_while_full(Field::on(site).await, &disk).await.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_journal_that_cannot_be_trusted_or_written_is_refused_with_its_path_and_the_reason() {
    let redis = Redis::start().await;
    let mut site = Site::new(&redis.url(), FILE).await;
    let disk = Disk::at(&site.folder("disk")).await;
    site.journals = Some(site.folder("disk"));
    site.before = disk.inside();
    let field = Field::on(site).await;
    field.door.crowd(Caller::some(0, 40, &ALL), 8).await;
    refused(&field.site.program("b", &["serve"]).run().await, "in use by another");
    let Field { site, gateway, .. } = field;
    assert_eq!(gateway.stop().await.code, 0);
    let file = disk.seen_from_here("journal.db");
    let sound = std::fs::read(&file).expect("a journal");
    let harms: [Harm; 4] = [
        ("damaged", |file| overwrite(file, 4096 + 40, &[0xaa; 8192])),
        ("not a database of aftercall", |file| overwrite(file, 0, &[0x55; 4096])),
        ("was written by a newer aftercall", |file| overwrite(file, USER_VERSION, &99_u32.to_be_bytes())),
        ("not a database of aftercall", |file| std::fs::write(file, "numbers of last year\n".repeat(500)).expect("another file")),
    ];
    for (words, harm) in harms {
        std::fs::write(&file, &sound).expect("whole again");
        harm(&file);
        refused(&site.program("a", &["serve"]).run().await, words);
    }
    std::fs::write(&file, &sound).expect("whole again");
    disk.mount("remount,ro").await;
    refused(&site.program("a", &["serve"]).run().await, "ead-only");
    disk.mount("remount,rw").await;
    assert_eq!(site.serve("a").await.stop().await.code, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_journal_whose_newest_part_is_cut_off_is_used_as_far_as_it_goes() {
    let redis = Redis::start().await;
    let field = Field::at(&redis.url()).await;
    field.door.crowd(Caller::some(0, 100, &ALL), 16).await;
    let log = field.site.folder("a").join("journal.db-wal");
    field.ledger.allow_doubt();
    let Field { site, gateway, token, ledger, door } = field;
    gateway.kill().await;
    let length = std::fs::metadata(&log).expect("a write-ahead log").len();
    assert!(length > 100_000, "{length}");
    std::fs::OpenOptions::new().write(true).open(&log).expect("opened").set_len(length / 2 + 77).expect("cut off");
    let gateway = site.serve("a").await;
    door.lead_to(&[&gateway.base]);
    door.crowd(Caller::some(100, 160, &ALL), 16).await;
    Field { site, gateway, token, ledger, door }.ends_well().await;
}

async fn sheds_while_full(field: Field, disk: &Disk) -> Field {
    field
        .through(async {
            pause(100).await;
            disk.fill();
            field.sheds("a full disk").await;
            everything(&field.gateway, &field.token, "/v1/responses").await;
            field.says_ready(503).await;
            disk.free();
            field.says_ready(200).await;
        })
        .await;
    field
}

/// What the refusal says, and what was done to the file.
type Harm = (&'static str, fn(&Path));

fn refused(ended: &Ended, words: &str) {
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(ended.err.contains(words) && ended.err.contains("/disk/journal.db"), "{words:?} is not in {}", ended.err);
    assert!(ended.err.lines().count() < 5, "{}", ended.err);
}

fn overwrite(file: &Path, from: u64, bytes: &[u8]) {
    use std::os::unix::fs::FileExt;
    std::fs::OpenOptions::new().write(true).open(file).expect("opened").write_all_at(bytes, from).expect("overwritten");
}

/// A small file system that only those see who are started inside; gone with its keeper, at the latest with the test process.
struct Disk {
    keeper: Child,
    folder: PathBuf,
}

impl Disk {
    async fn at(folder: &Path) -> Self {
        std::fs::create_dir_all(folder).expect("a folder");
        let script = "mount -t tmpfs -o size=\"$2\"m tmpfs \"$1\" && echo mounted && exec cat";
        let mut command = Command::new("unshare");
        command.args(["-m", "sh", "-c", script, "keeper"]).arg(folder).arg(MEGABYTES.to_string()).kill_on_drop(true);
        let mut keeper =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("unshare of util-linux");
        let line = BufReader::new(keeper.stdout.take().expect("its output")).lines().next_line().await.expect("readable");
        if line.as_deref() != Some("mounted") {
            let mut why = String::new();
            keeper.stderr.take().expect("its errors").read_to_string(&mut why).await.expect("readable");
            panic!("this test mounts a small file system of its own, for which it must run as root (as in tests/run): {why}");
        }
        Self { keeper, folder: folder.to_owned() }
    }

    /// What starts a program where the disk is seen.
    fn inside(&self) -> Vec<String> {
        ["nsenter", "--target", &self.keeper.id().expect("alive").to_string(), "--mount", "--"].map(str::to_owned).to_vec()
    }

    fn seen_from_here(&self, name: &str) -> PathBuf {
        let root = PathBuf::from(format!("/proc/{}/root", self.keeper.id().expect("alive")));
        root.join(self.folder.strip_prefix("/").expect("an absolute path")).join(name)
    }

    /// To the last byte.
    fn fill(&self) {
        let mut ballast = std::fs::File::create(self.seen_from_here("ballast")).expect("a file");
        while ballast.write_all(&[0; 4096]).is_ok() {}
    }

    fn free(&self) {
        std::fs::remove_file(self.seen_from_here("ballast")).expect("gone");
    }

    async fn mount(&self, option: &str) {
        let inside = self.inside();
        let done =
            Command::new(&inside[0]).args(&inside[1..]).args(["mount", "-o", option]).arg(&self.folder).output().await.expect("mount");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }
}
