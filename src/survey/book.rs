//! The definitions in use.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::model::{Survey, SurveyKey};

/// Every definition in use: the current one of each id, and older ones that running sessions began with.
#[derive(Debug, Clone, Default)]
pub struct Book {
    current: BTreeMap<String, Arc<Survey>>,
    by_digest: BTreeMap<String, Arc<Survey>>,
}

impl Book {
    /// Makes this the current definition of its id; earlier ones stay findable for the sessions that run them.
    pub fn publish(&mut self, survey: Survey) {
        let survey = Arc::new(survey);
        self.by_digest.insert(survey.key.digest.clone(), Arc::clone(&survey));
        self.current.insert(survey.key.id.clone(), survey);
    }

    /// Keeps an older definition for running sessions without making it current.
    pub fn remember(&mut self, survey: Survey) {
        self.by_digest.entry(survey.key.digest.clone()).or_insert_with(|| Arc::new(survey));
    }

    /// The definition that new sessions get.
    #[must_use]
    pub fn current(&self, id: &str) -> Option<&Arc<Survey>> {
        self.current.get(id)
    }

    /// The definition that a session began with.
    #[must_use]
    pub fn pinned(&self, key: &SurveyKey) -> Option<&Arc<Survey>> {
        self.by_digest.get(&key.digest)
    }

    /// Every definition, the current ones and older ones.
    pub fn known(&self) -> impl Iterator<Item = &Arc<Survey>> {
        self.by_digest.values()
    }

    /// All current definitions, by id.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Survey>> {
        self.current.values()
    }
}
