//! Redis, PostgreSQL and the journals of two gateways.
