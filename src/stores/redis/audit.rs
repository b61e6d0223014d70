//! What the servers promise, as far as they let us see it.

use std::collections::BTreeMap;

use redis::Value;

use super::{Mode, RedisStore, value};
use crate::ports::store::StoreError;

/// The oldest version whose commands and scripts are used here (6.2: streams, KEEPTTL, effects of scripts that read the clock).
const OLDEST: (u32, u32) = (6, 2);

/// What was found, the worst server first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit {
    /// How they work together.
    pub mode: Mode,
    /// Each master; `None` where CONFIG or INFO is hidden.
    pub servers: Vec<Server>,
}

/// One master.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Server {
    /// Host and port.
    pub address: String,
    /// `redis` or `valkey`.
    pub product: Option<String>,
    /// Of the product.
    pub version: Option<String>,
    /// The Redis version whose commands it has.
    pub compatible: Option<String>,
    /// Whether the append-only file is written.
    pub append_only: Option<bool>,
    /// `always`, `everysec` or `no`.
    pub append_fsync: Option<String>,
    /// In bytes; 0 is no limit.
    pub max_memory: Option<u64>,
    /// What happens at the limit.
    pub max_memory_policy: Option<String>,
    /// Connected now.
    pub replicas: Option<u64>,
    /// Without so many it takes no writes.
    pub min_replicas: Option<u64>,
    /// Whether the last write of the append-only file succeeded.
    pub append_fine: Option<bool>,
    /// Whether the last snapshot succeeded.
    pub snapshot_fine: Option<bool>,
    /// `ok` in a cluster that serves all slots.
    pub cluster_state: Option<String>,
}

impl Audit {
    /// Why the store must not be used.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        self.servers.iter().flat_map(|server| server.faults().into_iter().map(|fault| format!("{}: {fault}", server.address))).collect()
    }

    /// What may cost time or data.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        self.servers.iter().flat_map(|server| server.warnings().into_iter().map(|text| format!("{}: {text}", server.address))).collect()
    }
}

impl Server {
    fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if let Some(policy) = self.max_memory_policy.as_ref().filter(|policy| *policy != "noeviction") {
            // volatile-* too: nearly all keys here have a time to live.
            faults.push(format!("maxmemory-policy is {policy}: it would drop surveys and opt-outs when memory is short; set noeviction"));
        }
        if let Some(version) = self.compatible.as_ref().filter(|version| number(version).is_some_and(|version| version < OLDEST)) {
            faults.push(format!("version {version} is too old; 6.2 or newer is needed"));
        }
        faults
    }

    fn warnings(&self) -> Vec<String> {
        let mut warnings = Vec::new();
        let mut warn = |when: bool, text: &str| warnings.extend(when.then(|| text.to_owned()));
        warn(self.append_only == Some(false), "no append-only file: a restart loses everything, and the journals have to bring it back");
        warn(self.append_fsync.as_deref() == Some("everysec"), "appendfsync everysec: a crash loses up to two seconds");
        warn(self.append_fsync.as_deref() == Some("no"), "appendfsync no: a crash loses what the system had not written yet");
        warn(self.replicas == Some(0), "no replica is connected");
        warn(self.min_replicas == Some(0), "min-replicas-to-write is 0: a master that is cut off goes on taking writes, which are lost");
        warn(self.append_fine == Some(false), "the last write of the append-only file failed");
        warn(self.snapshot_fine == Some(false), "the last snapshot failed");
        warn(self.cluster_state.as_deref().is_some_and(|state| state != "ok"), "the cluster does not serve all slots");
        warn(self.max_memory == Some(0), "maxmemory is not set");
        warn(self.append_fsync.is_none(), "CONFIG is hidden: not all settings could be looked at");
        warn(self.version.is_none(), "INFO is hidden: its version and memory policy are not known");
        warnings
    }
}

fn number(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.split('.').map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}

impl RedisStore {
    /// Looks at every master's version, persistence, memory policy and replicas.
    ///
    /// # Errors
    /// [`StoreError`] if they cannot be reached.
    pub async fn audit(&self) -> Result<Audit, StoreError> {
        let mut servers: BTreeMap<String, Server> = BTreeMap::new();
        for (address, answer) in self.shown(&["INFO"]).await? {
            let info = value::text(&answer).unwrap_or_default();
            servers.insert(address.clone(), described(address, &info));
        }
        if servers.is_empty() {
            let pinged = self.link.ask_all(redis::cmd("PING")).await?;
            servers = pinged.into_iter().map(|(address, _)| (address.clone(), Server { address, ..Server::default() })).collect();
        }
        for setting in ["appendfsync", "min-replicas-to-write"] {
            for (address, answer) in self.shown(&["CONFIG", "GET", setting]).await? {
                if let Some(server) = servers.get_mut(&address) {
                    set(server, setting, answer);
                }
            }
        }
        if self.mode == Mode::Cluster {
            for (address, answer) in self.shown(&["CLUSTER", "INFO"]).await? {
                let state = value::text(&answer).and_then(|info| value::info_field(&info, "cluster_state"));
                if let Some(server) = servers.get_mut(&address) {
                    server.cluster_state = state;
                }
            }
        }
        let mut servers: Vec<Server> = servers.into_values().collect();
        servers.sort_by_key(|server| std::cmp::Reverse((server.faults().len(), server.warnings().len())));
        Ok(Audit { mode: self.mode.clone(), servers })
    }

    /// Nothing where it is hidden.
    async fn shown(&self, words: &[&str]) -> Result<Vec<(String, Value)>, StoreError> {
        let mut command = redis::Cmd::new();
        for word in words {
            command.arg(*word);
        }
        match self.link.ask_all(command).await {
            Err(StoreError::Failed(_)) => Ok(Vec::new()),
            answered => answered,
        }
    }
}

fn described(address: String, info: &str) -> Server {
    let field = |name: &str| value::info_field(info, name);
    let compatible = field("redis_version");
    let valkey = field("valkey_version");
    let product = compatible.as_ref().map(|_| field("server_name").unwrap_or_else(|| "redis".to_owned()));
    let fine = |name: &str| field(name).map(|state| state == "ok");
    Server {
        address,
        product,
        version: valkey.or_else(|| compatible.clone()),
        compatible,
        append_only: field("aof_enabled").map(|on| on == "1"),
        max_memory: field("maxmemory").and_then(|bytes| bytes.parse().ok()),
        max_memory_policy: field("maxmemory_policy"),
        replicas: field("connected_slaves").and_then(|count| count.parse().ok()),
        append_fine: fine("aof_last_write_status"),
        snapshot_fine: fine("rdb_last_bgsave_status"),
        ..Server::default()
    }
}

/// CONFIG GET answers name and value, flat in RESP2 and as a map in RESP3.
fn set(server: &mut Server, setting: &str, answer: Value) {
    let found = match answer {
        Value::Map(pairs) => pairs.into_iter().next().and_then(|(_, found)| value::text(&found)),
        Value::Array(parts) => parts.get(1).and_then(value::text),
        _ => None,
    };
    match setting {
        "appendfsync" => server.append_fsync = found,
        _ => server.min_replicas = found.and_then(|count| count.parse().ok()),
    }
}
