pub use crate::ports::address::{Mode, RedisUrl};
