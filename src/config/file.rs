use std::io::Read as _;
use std::path::Path;

use super::fault::{Findings, Place};
use super::tree::LONGEST;

/// The text of a file; what prevents reading it is noted.
pub fn read(path: &Path, findings: &Findings) -> Option<String> {
    let name = path.display().to_string();
    let bytes = match bytes(path) {
        Ok(bytes) => bytes,
        Err(wrong) => {
            findings.error(&Place::top(&name), format!("the file cannot be read: {wrong}"));
            return None;
        }
    };
    if bytes.len() > LONGEST {
        findings.error(&Place::top(&name), format!("the file is longer than {LONGEST} bytes"));
        return None;
    }
    String::from_utf8(bytes)
        .map_err(|wrong| {
            let good = wrong.utf8_error().valid_up_to();
            let line = 1 + wrong.as_bytes()[..good].iter().filter(|byte| **byte == b'\n').count();
            let place = Place { line: u32::try_from(line).unwrap_or(u32::MAX), ..Place::top(&name) };
            findings.error(&place, "the file is not UTF-8");
        })
        .ok()
}

fn bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(LONGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
