//! What several tests share: samples, and stand-ins for the world outside.

pub mod browser;
pub mod chaos;
pub mod receiver;
pub mod rig;
pub mod samples;
pub mod servers;
pub mod tools;
pub mod twilio_stand_in;
