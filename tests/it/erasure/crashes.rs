//! The gateway dies in the middle of an erasure.
