//! What comes in at the hooks, good and hostile, through the real accept loop.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails by panicking, also in functions that several tests share")]

mod connections;
mod house;
mod requests;
