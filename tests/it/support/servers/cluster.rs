//! A Redis Cluster of three masters and three replicas.

use tokio::process::Command;

use super::redis::{Redis, RedisSetup};
use super::{eventually, output};

/// Six nodes that share the slots and know it.
pub struct RedisCluster {
    nodes: Vec<Redis>,
}

impl RedisCluster {
    pub async fn start() -> Self {
        let mut nodes = Vec::new();
        for _ in 0..6 {
            nodes.push(RedisSetup::default().cluster().start().await);
        }
        let mut create = Command::new("redis-cli");
        create.args(["--cluster", "create"]).args(nodes.iter().map(|node| node.address().to_string()));
        output(create.args(["--cluster-replicas", "1", "--cluster-yes"])).await;
        let cluster = Self { nodes };
        cluster.settled().await;
        cluster
    }

    /// Three of the nodes; a client finds the others.
    pub fn url(&self) -> String {
        let hosts: Vec<String> = self.nodes.iter().take(3).map(|node| node.address().to_string()).collect();
        format!("redis-cluster://{}", hosts.join(","))
    }

    pub fn nodes(&self) -> &[Redis] {
        &self.nodes
    }

    /// SIGKILL to one of the masters, whose replica needs a second or two to take its place; restarted, it is a replica.
    pub async fn kill_a_master(&self) -> &Redis {
        for node in &self.nodes {
            if node.answers().await && node.cli(&["ROLE"]).await.starts_with("master") {
                node.kill();
                return node;
            }
        }
        panic!("no master is left")
    }

    /// Moves so many slots from one master to another while both serve.
    pub async fn move_slots(&self, slots: u16) {
        let known = self.nodes[0].cli(&["CLUSTER", "NODES"]).await;
        let masters: Vec<&str> = known.lines().filter(|line| line.contains("master")).filter_map(|line| line.split(' ').next()).collect();
        let [from, to, ..] = masters.as_slice() else { panic!("{known}") };
        let mut reshard = Command::new("redis-cli");
        reshard.args(["--cluster", "reshard", &self.nodes[0].address().to_string(), "--cluster-yes"]);
        reshard.args(["--cluster-from", from, "--cluster-to", to, "--cluster-slots", &slots.to_string()]);
        output(&mut reshard).await;
    }

    /// Waits until another node serves the slots of one that was killed, and all living nodes know it.
    pub async fn replaced(&self, killed: &Redis) {
        let port = format!(":{}@", killed.port());
        for node in self.nodes.iter().filter(|node| node.port() != killed.port()) {
            eventually("a cluster that has replaced a node", async || {
                let known = node.cli(&["CLUSTER", "NODES"]).await;
                let killed = known.lines().find(|line| line.contains(&port)).unwrap_or_default();
                let fields: Vec<&str> = killed.split(' ').collect();
                // Slots come after the eighth field.
                fields.len() == 8 && fields[2].split(',').any(|flag| flag == "fail") && is_ready(node).await
            })
            .await;
        }
    }

    /// Waits until all nodes agree that all slots are served and the replicas have their masters' data.
    pub async fn settled(&self) {
        for node in &self.nodes {
            eventually("a cluster of one mind", async || is_ready(node).await).await;
        }
    }
}

/// A replica's ROLE names the state of its link.
async fn is_ready(node: &Redis) -> bool {
    let state = node.cli(&["CLUSTER", "INFO"]).await;
    let role = node.cli(&["ROLE"]).await;
    let served = ["cluster_state:ok", "cluster_slots_ok:16384", "cluster_known_nodes:6"].iter().all(|line| state.contains(line));
    served && (role.starts_with("master") || role.lines().any(|line| line == "connected"))
}
