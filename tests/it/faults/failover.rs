//! Masters that fail over, die or are wiped, under sentinels and in a cluster: what the new master lacks comes back from the journal,
//! and the gateway is not restarted (F5).

use super::field::{Field, pause};
use crate::support::servers::{RedisCluster, Sentinels};

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
