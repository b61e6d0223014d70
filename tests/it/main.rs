//! One integration binary: contract suites, whole trips through HTTP, the house itself.

mod contract;
mod embedded_store;
mod store_model;
mod support;
