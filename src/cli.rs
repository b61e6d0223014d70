//! The commands.

pub mod export;
pub mod token;

/// Runs the command line; the exit code says how it went.
pub fn run() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
