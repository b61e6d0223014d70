//! Three sentinels around a master and its replica.

use std::time::Duration;

use super::eventually;
use super::redis::{Redis, RedisSetup};

const MASTER: &str = "mymaster";
/// Longer than a sentinel tries one failover (its failover-timeout).
const ONE_TRY: Duration = Duration::from_secs(5);

/// Master, replica and three sentinels that know each other.
pub struct Sentinels {
    nodes: [Redis; 2],
    sentinels: Vec<Redis>,
}

impl Sentinels {
    pub async fn start() -> Self {
        let master = Redis::start().await;
        let replica = Redis::replica_of(&master).await;
        let mut sentinels = Vec::new();
        for _ in 0..3 {
            sentinels.push(sentinel(&master).await);
        }
        let started = Self { nodes: [master, replica], sentinels };
        started.settled().await;
        started
    }

    /// All three sentinels, the master's name and database 0.
    pub fn url(&self) -> String {
        let hosts: Vec<String> = self.sentinels.iter().map(|sentinel| sentinel.address().to_string()).collect();
        format!("redis-sentinel://{}/{MASTER}/0", hosts.join(","))
    }

    /// Where the sentinels say that the master is.
    pub async fn master_port(&self) -> u16 {
        let answer = self.sentinels[0].cli(&["SENTINEL", "GET-MASTER-ADDR-BY-NAME", MASTER]).await;
        let port = answer.lines().nth(1).and_then(|port| port.parse().ok());
        port.unwrap_or_else(|| panic!("{answer:?} instead of an address"))
    }

    /// The one that is the master now.
    pub async fn master(&self) -> &Redis {
        let port = self.master_port().await;
        self.nodes.iter().find(|node| node.port() == port).expect("one of ours")
    }

    /// The one that is not.
    pub async fn replica(&self) -> &Redis {
        let port = self.master_port().await;
        self.nodes.iter().find(|node| node.port() != port).expect("one of ours")
    }

    /// SIGKILL to the master; the sentinels need a second or two to see it.
    pub async fn kill_master(&self) -> &Redis {
        let master = self.master().await;
        master.kill();
        master
    }

    /// Waits until all sentinels name another master than this one, and it takes writes.
    pub async fn moved_from(&self, port: u16) {
        eventually("a new master", async || self.master_port().await != port).await;
        let master = self.master().await;
        eventually("a new master that takes writes", async || master.try_cli(&["ROLE"]).await.is_ok_and(|role| role.starts_with("master")))
            .await;
        for sentinel in &self.sentinels {
            let master = master.port().to_string();
            eventually("sentinels of one mind", async || {
                sentinel.cli(&["SENTINEL", "GET-MASTER-ADDR-BY-NAME", MASTER]).await.lines().nth(1) == Some(master.as_str())
            })
            .await;
        }
    }

    /// Waits until one node is the master and the other its replica with all its data. Which one is which the sentinels decide: on a
    /// machine that stalls they may move the master once more.
    pub async fn whole_again(&self) {
        eventually("a master with its replica in sync", async || {
            let [one, other] = &self.nodes;
            let (master, replica) = if self.master_port().await == one.port() { (one, other) } else { (other, one) };
            let leads = master.try_cli(&["ROLE"]).await.is_ok_and(|role| role.starts_with("master"));
            leads && replica.is_in_sync().await
        })
        .await;
    }

    /// An ordered failover, waited for.
    pub async fn fail_over(&self) {
        let port = self.master_port().await;
        // Refused while an earlier one is not quite over; or begun and given up, where the replica is not fit to be master yet.
        eventually("a failover", async || {
            self.sentinels[0].cli(&["SENTINEL", "FAILOVER", MASTER]).await;
            let moved = eventually("a new master", async || self.master_port().await != port);
            tokio::time::timeout(ONE_TRY, moved).await.is_ok()
        })
        .await;
        self.moved_from(port).await;
    }

    async fn settled(&self) {
        for sentinel in &self.sentinels {
            eventually("sentinels that know each other", async || {
                let seen = sentinel.cli(&["SENTINEL", "MASTER", MASTER]).await;
                let lines: Vec<&str> = seen.lines().collect();
                let is = |name: &str, value: &str| lines.windows(2).any(|pair| pair == [name, value]);
                is("num-slaves", "1") && is("num-other-sentinels", "2") && is("flags", "master")
            })
            .await;
        }
    }
}

/// Looks and talks far more often than it would by itself, so that it sees a death within two seconds.
async fn sentinel(master: &Redis) -> Redis {
    let file = format!(
        "sentinel monitor {MASTER} 127.0.0.1 {} 2\nsentinel down-after-milliseconds {MASTER} 1000\nsentinel failover-timeout {MASTER} 3000\n",
        master.port()
    );
    let sentinel = RedisSetup::default().program("redis-sentinel").file(file).start().await;
    sentinel.cli(&["SENTINEL", "DEBUG", "info-period", "300", "publish-period", "200", "ask-period", "200", "tilt-period", "1000"]).await;
    sentinel
}
