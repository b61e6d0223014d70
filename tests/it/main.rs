//! One integration binary: contract suites, whole trips through HTTP, the house itself.
#![expect(clippy::expect_used, reason = "in tests a broken expectation is the failure")]

mod contract;
mod reports;
