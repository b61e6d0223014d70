//! The survey engine: questionnaires, sessions, the step from one answer to the next question, reading answers, scoring.
//! Pure: no clock, no IO, no randomness.

pub mod answer;
mod book;
pub mod call_back;
pub mod condition;
pub mod locale;
mod manner;
pub mod measure;
pub mod model;
pub mod response;
pub mod session;
pub mod step;
pub mod thread;
pub mod uses;
pub mod wording;
