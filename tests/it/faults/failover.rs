//! Masters that fail over, die or are wiped, under sentinels and in a cluster: what the new master lacks comes back from the journal,
//! and the gateway is not restarted (F5).

use std::sync::Arc;

use aftercall::app::world::RandomIds;
use aftercall::ports::store::SessionStore;
use aftercall::stores::redis::{Node, Options, RedisStore, RedisUrl};

use super::field::{Field, pause};
use crate::support::samples::at;
use crate::support::servers::{RedisCluster, Sentinels, eventually};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_ordered_failover_under_load_and_one_back_lose_nothing() {
    let sentinels = Sentinels::start().await;
    let field = Field::at(&sentinels.url()).await;
    field
        .through(async {
            pause(300).await;
            sentinels.fail_over().await;
            pause(1000).await;
            sentinels.fail_over().await;
        })
        .await;
    field.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_master_killed_under_load_is_followed_by_its_replica_and_nothing_is_lost() {
    let sentinels = Sentinels::start().await;
    let field = Field::at(&sentinels.url()).await;
    field
        .through(async {
            pause(500).await;
            let port = sentinels.master_port().await;
            sentinels.kill_master().await;
            sentinels.moved_from(port).await;
        })
        .await;
    field.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_killed_master_never_gave_to_its_replica_comes_back_from_the_journal() {
    let sentinels = Sentinels::start().await;
    let field = Field::at(&sentinels.url()).await;
    let (master, replica) = (sentinels.master().await, sentinels.replica().await);
    field
        .through(async {
            // The replica sleeps with what it had, while the master acknowledges more, and dies.
            replica.cli(&["SAVE"]).await;
            replica.kill();
            pause(1500).await;
            let had = keys(&master.cli(&["DBSIZE"]).await);
            master.kill();
            replica.restart().await;
            let has = keys(&replica.cli(&["DBSIZE"]).await);
            assert!(has > 130 && has + 50 < had, "the replica has {has} keys of {had}: nothing to bring back");
            sentinels.moved_from(master.port()).await;
        })
        .await;
    field.ends_well().await;
}

fn keys(answer: &str) -> usize {
    answer.parse().unwrap_or_else(|_| panic!("{answer:?} instead of a number"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cluster_that_loses_a_master_under_load_loses_nothing_of_ours() {
    let cluster = RedisCluster::start().await;
    let field = Field::at(&cluster.url()).await;
    field
        .through(async {
            pause(500).await;
            let killed = cluster.kill_a_master().await;
            cluster.replaced(killed).await;
        })
        .await;
    field.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_wiped_master_of_a_cluster_is_filled_anew_from_the_journal() {
    let cluster = RedisCluster::start().await;
    let field = Field::at(&cluster.url()).await;
    field
        .through(async {
            pause(1000).await;
            cluster.nodes()[1].cli(&["FLUSHALL"]).await;
            cluster.nodes()[1].cli(&["SCRIPT", "FLUSH"]).await;
        })
        .await;
    field.ends_well().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slots_that_move_from_one_master_to_another_under_load_take_everything_along() {
    let cluster = RedisCluster::start().await;
    let field = Field::at(&cluster.url()).await;
    field
        .through(async {
            pause(300).await;
            cluster.move_slots(300).await;
        })
        .await;
    field.ends_well().await;
}

/// The store alone: what hangs here, hangs for ever.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_to_a_cluster_that_many_use_while_its_slots_move_is_mended_by_itself() {
    let cluster = RedisCluster::start().await;
    let url = RedisUrl::parse(&cluster.url()).expect("an address");
    let store = Arc::new(RedisStore::open(&url, Options::new(Arc::new(RandomIds::random()))).expect("a store"));
    let node = Node { id: "a".to_owned(), done: None };
    store.recognise(&node).await.expect("an epoch");
    let mut asking = tokio::task::JoinSet::new();
    for _ in 0..32 {
        let store = Arc::clone(&store);
        asking.spawn(async move {
            loop {
                drop(store.health(at(0)).await);
            }
        });
    }
    cluster.move_slots(300).await;
    asking.shutdown().await;
    eventually("a store that answers", async || store.recognise(&node).await.is_ok() && store.health(at(0)).await.is_ok()).await;
}
