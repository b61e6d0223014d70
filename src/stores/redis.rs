//! STAND-IN
use crate::ports::address::RedisUrl;
#[derive(Default)]
pub struct Options;
pub struct RedisStore;
impl RedisStore {
    pub fn open(_: &RedisUrl, _: Options) -> anyhow::Result<Self> {
        anyhow::bail!("x")
    }
}
mod standin {
    use super::*;
    use crate::call::Moment;
    use crate::ports::Pending;
    use crate::ports::store::*;
    use crate::stores::shared::*;
    use crate::survey::model::SurveyKey;
    use crate::survey::session::Session;
    use std::time::Duration;
    fn away<'a, T: Send + 'a>() -> Pending<'a, Result<T, StoreError>> {
        Box::pin(async { Err(StoreError::Away("x".into())) })
    }
    impl SessionStore for RedisStore {
        fn session<'a>(&'a self, _: SessionKey<'a>) -> Pending<'a, Result<Option<Session>, StoreError>> {
            away()
        }
        fn known_call<'a>(&'a self, _: CallQuery<'a>) -> Pending<'a, Result<KnownCall, StoreError>> {
            away()
        }
        fn dossier<'a>(&'a self, _: Owner<'a>, _: Option<&'a Mark>, _: Moment) -> Pending<'a, Result<Dossier, StoreError>> {
            away()
        }
        fn commit(&self, _: Change) -> Pending<'_, Result<Committed, StoreError>> {
            away()
        }
        fn lease(&self, _: usize, _: Duration, _: Moment) -> Pending<'_, Result<Vec<Leased>, StoreError>> {
            away()
        }
        fn settle<'a>(&'a self, _: &'a Leased, _: Settlement) -> Pending<'a, Result<bool, StoreError>> {
            away()
        }
        fn definitions(&self, _: Vec<(SurveyKey, String)>) -> Pending<'_, Result<Vec<(SurveyKey, String)>, StoreError>> {
            away()
        }
        fn purge(&self, _: Moment, _: usize) -> Pending<'_, Result<usize, StoreError>> {
            away()
        }
        fn health(&self, _: Moment) -> Pending<'_, Result<Health, StoreError>> {
            away()
        }
    }
    impl FactQueue for RedisStore {
        fn waiting(&self, _: usize, _: Duration) -> Pending<'_, Result<Vec<Queued>, StoreError>> {
            away()
        }
        fn forwarded(&self, _: Vec<String>) -> Pending<'_, Result<(), StoreError>> {
            away()
        }
        fn depth(&self) -> Pending<'_, Result<u64, StoreError>> {
            away()
        }
    }
    impl SharedStore for RedisStore {
        fn recognise<'a>(&'a self, _: &'a Node) -> Pending<'a, Result<Epoch, StoreError>> {
            away()
        }
        fn redo<'a>(&'a self, _: &'a Change, _: Duration) -> Pending<'a, Result<(), StoreError>> {
            away()
        }
        fn redo_settlement<'a>(&'a self, _: &'a str, _: u64, _: Settlement) -> Pending<'a, Result<(), StoreError>> {
            away()
        }
    }
}
