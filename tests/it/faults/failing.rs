//! A disk that fails under a running gateway: what is to be flushed is not (EIO), or its file system has become read-only (F10).

use std::path::{Path, PathBuf};
use std::process::Command;

use super::callers::Caller;
use super::field::{ALL, FILE, Field, pause};
use super::site::{Site, everything};
use crate::support::servers::Redis;

const EMBEDDED: &str = "embedded:FOLDER/aftercall.db";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_embedded_store_that_could_not_be_flushed_takes_nothing_more_until_it_is_started_again() {
    let site = Site::new(EMBEDDED, EMBEDDED).await;
    takes_nothing_more(site).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_journal_that_could_not_be_flushed_takes_nothing_more_until_it_is_started_again() {
    let redis = Redis::start().await;
    let site = Site::new(&redis.url(), FILE).await;
    takes_nothing_more(site).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_embedded_store_whose_disk_is_read_only_for_a_while_sheds_and_heals() {
    let mut site = Site::new(EMBEDDED, EMBEDDED).await;
    let disk = FailingDisk::under(&mut site);
    let field = Field::on(site).await;
    field
        .through(async {
            pause(100).await;
            disk.fails("read-only");
            field.sheds("a disk that is read-only").await;
            everything(&field.gateway, &field.token, "/v1/responses").await;
            field.says_ready(503).await;
            disk.works();
            field.says_ready(200).await;
        })
        .await;
    field.ends_well().await;
}

/// After an fsync that failed nobody knows what of it is on the disk, and a second one may say that all is well
/// (A. Rebello et al., Can Applications Recover from fsync Failures?, USENIX ATC 2020).
async fn takes_nothing_more(mut site: Site) {
    let disk = FailingDisk::under(&mut site);
    let mut field = Field::on(site).await;
    field.door.crowd(Caller::some(0, 60, &ALL), 16).await;
    let (door, callers) = (field.door.clone(), Caller::some(60, 160, &ALL));
    let load = tokio::spawn(async move { door.crowd(callers, 8).await });
    pause(100).await;
    disk.fails("fsync");
    field.sheds("an fsync that failed").await;
    field.gateway.logs("the store takes no more writes until it is restarted", 1).await;
    field.says_ready(503).await;
    everything(&field.gateway, &field.token, "/v1/responses").await;
    disk.works();
    let shed = field.shed().await;
    pause(500).await;
    field.sheds_more_than(shed, "a disk that is well again, and a gateway that was not restarted").await;
    field.says_ready(503).await;
    field = field.reborn().await;
    load.await.expect("callers without complaint");
    field.door.crowd(Caller::some(220, 40, &ALL), 16).await;
    field.ends_well().await;
}

/// Tells the databases of a site that the disk fails.
struct FailingDisk {
    order: PathBuf,
}

impl FailingDisk {
    fn under(site: &mut Site) -> Self {
        let folder = site.folder("disk");
        std::fs::create_dir_all(&folder).expect("a folder");
        let (shim, order) = (compiled(&folder), folder.join("order"));
        let variable = |name: &str, path: &Path| (name.to_owned(), path.display().to_string());
        site.environment = vec![variable("LD_PRELOAD", &shim), variable("FAILING_DISK", &order)];
        Self { order }
    }

    fn fails(&self, how: &str) {
        let half = self.order.with_extension("half");
        std::fs::write(&half, how).and_then(|()| std::fs::rename(&half, &self.order)).expect("ordered");
    }

    fn works(&self) {
        std::fs::remove_file(&self.order).expect("ordered");
    }
}

fn compiled(folder: &Path) -> PathBuf {
    let (source, shim) = (Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/faults/failing/disk.c"), folder.join("disk.so"));
    let made =
        Command::new("gcc").args(["-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o"]).arg(&shim).arg(source).args(["-ldl"]).output();
    let made = made.expect("gcc, which tests/run installs");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    shim
}
