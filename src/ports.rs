//! What the use cases need from the world: traits, the data that crosses them, and their errors. Nothing else.

use std::future::Future;
use std::pin::Pin;

pub mod account;
pub mod address;
pub mod clock;
pub mod erasure;
pub mod journal;
pub mod notice;
pub mod provider;
pub mod report;
pub mod seal;
pub mod store;

/// What an asynchronous method of a port returns, so that ports can be used behind `dyn`.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
