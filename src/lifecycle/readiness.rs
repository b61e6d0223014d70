use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{PoisonError, RwLock};

/// Whether the gateway can do its work.
#[derive(Debug, Default)]
pub struct Readiness {
    dependencies: RwLock<BTreeMap<String, Dependency>>,
    notes: RwLock<BTreeMap<String, Vec<String>>>,
    stopping: AtomicBool,
}

#[derive(Debug, Clone, Copy)]
struct Dependency {
    up: bool,
    needed: bool,
}

impl Readiness {
    /// Says whether a dependency is there that no work can be done without.
    pub fn set(&self, name: &str, up: bool) {
        self.note(name, Dependency { up, needed: true });
    }

    /// Says whether a dependency is there that can be away for a while (its work waits); shown, but no reason to be not ready.
    pub fn show(&self, name: &str, up: bool) {
        self.note(name, Dependency { up, needed: false });
    }

    /// What an operator should know of a dependency; replaces what was said of it before.
    pub fn note_of(&self, name: &str, notes: Vec<String>) {
        self.notes.write().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), notes);
    }

    /// What an operator should know of each dependency.
    #[must_use]
    pub fn notes(&self) -> BTreeMap<String, Vec<String>> {
        self.notes.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// No new work, please: a balancer is to send it elsewhere.
    pub fn stopping(&self) {
        self.stopping.store(true, Ordering::Release);
    }

    /// Whether all that is needed is there and we are not stopping.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        let dependencies = self.dependencies.read().unwrap_or_else(PoisonError::into_inner);
        !self.stopping.load(Ordering::Acquire) && dependencies.values().all(|dependency| dependency.up || !dependency.needed)
    }

    /// Each dependency by name and whether it is there.
    #[must_use]
    pub fn dependencies(&self) -> BTreeMap<String, bool> {
        let dependencies = self.dependencies.read().unwrap_or_else(PoisonError::into_inner);
        dependencies.iter().map(|(name, dependency)| (name.clone(), dependency.up)).collect()
    }

    fn note(&self, name: &str, dependency: Dependency) {
        let mut dependencies = self.dependencies.write().unwrap_or_else(PoisonError::into_inner);
        let before = dependencies.insert(name.to_owned(), dependency);
        if before.is_some_and(|before| before.up != dependency.up) {
            tracing::warn!(dependency = name, up = dependency.up, "a dependency changed");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ready_means_that_all_that_is_needed_is_there_and_nobody_stops() {
        let readiness = Readiness::default();
        readiness.set("store", true);
        readiness.show("redis", false);
        assert!(readiness.is_ready());
        assert_eq!(readiness.dependencies(), BTreeMap::from([("redis".to_owned(), false), ("store".to_owned(), true)]));
        readiness.set("store", false);
        assert!(!readiness.is_ready());
        readiness.set("store", true);
        readiness.stopping();
        assert!(!readiness.is_ready());
    }
}
