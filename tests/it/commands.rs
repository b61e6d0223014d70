//! Every command as a user runs it: the program itself, its output and its exit code.

mod attributes;
mod backup;
mod conversation;
mod demo;
mod end;
mod help;
mod ingest;
pub mod program;
mod results;
mod serve;
