//! The embedded store: the contract, and what only a file can do.

use aftercall::stores::embedded::{Embedded, Options};

use crate::contract::session_store::Opened;

async fn fresh() -> Opened {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Embedded::open(&folder.path().join("store.db"), Options::default()).expect("a store");
    Opened { store: std::sync::Arc::new(store), keep: Box::new(folder) }
}

mod contract {
    crate::contract::session_store::session_store_contract!(super::fresh);
}
