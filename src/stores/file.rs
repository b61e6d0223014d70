//! What every SQLite file of ours has in common: one thread that writes, many operations to one fsync; a lock; a careful opening.

pub use fault::{Fault, OpenError};
pub use lock::EmbeddedLock;
pub use open::{Schema, beside, reader, truncate, writer};
pub use snapshot::{SnapshotError, snapshot};
pub use writer::{Operation, Writer};

mod fault;
mod lock;
mod open;
mod snapshot;
mod writer;
