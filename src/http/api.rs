//! The `/v1` API: results out, calls in.
