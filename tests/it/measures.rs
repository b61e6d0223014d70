//! Every measure from the survey file to `/v1/measures`.

mod formulas;
mod generated;
mod trips;
