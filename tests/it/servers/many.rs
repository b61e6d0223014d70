//! Redis in numbers: sentinels and a cluster.

use crate::support::servers::{RedisCluster, Sentinels};

#[tokio::test]
async fn sentinels_replace_a_master_that_is_killed_and_take_it_back_as_a_replica() {
    let sentinels = Sentinels::start().await;
    assert!(sentinels.url().ends_with("/mymaster/0") && sentinels.url().matches("127.0.0.1").count() == 3, "{}", sentinels.url());
    let killed = sentinels.kill_master().await;
    sentinels.moved_from(killed.port()).await;
    assert_eq!(sentinels.master().await.cli(&["SET", "k", "v"]).await, "OK");
    killed.restart().await;
    sentinels.whole_again().await;
}

#[tokio::test]
async fn sentinels_fail_over_on_order_more_than_once() {
    let sentinels = Sentinels::start().await;
    let first = sentinels.master_port().await;
    sentinels.fail_over().await;
    assert_ne!(sentinels.master_port().await, first);
    assert_eq!(sentinels.replica().await.port(), first);
    sentinels.fail_over().await;
    assert_eq!(sentinels.master_port().await, first);
}

#[tokio::test]
async fn a_cluster_goes_on_without_one_of_its_masters() {
    let cluster = RedisCluster::start().await;
    assert_eq!((cluster.url().matches("127.0.0.1").count(), cluster.nodes().len()), (3, 6));
    let killed = cluster.kill_a_master().await;
    cluster.replaced(killed).await;
    killed.restart().await;
    cluster.settled().await;
    assert!(!killed.cli(&["ROLE"]).await.starts_with("master"));
}
