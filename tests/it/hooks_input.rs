//! What comes in at the hooks, good and hostile, through the real accept loop.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails by panicking, in its helpers too")]

mod connections;
mod house;
mod requests;
