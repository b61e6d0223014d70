//! Stand-ins for the world outside, used by several tests.

pub mod twilio_stand_in;
