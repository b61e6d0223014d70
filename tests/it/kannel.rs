//! The door for Kannel: what its configuration must say, its webhooks, and whole trips through a real Kannel.

mod check;
mod desk;
mod outages;
mod sendsms;
mod trips;
mod webhooks;
