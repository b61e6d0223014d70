//! The W3C's schema of VoiceXML 2.1.

use std::path::Path;
use std::process::Command;

/// Fails unless each of the documents is valid.
pub fn assert_valid(documents: impl IntoIterator<Item = String>) {
    let folder = tempfile::tempdir().expect("a folder");
    let paths: Vec<_> = documents
        .into_iter()
        .enumerate()
        .map(|(number, document)| {
            let path = folder.path().join(format!("{number}.vxml"));
            std::fs::write(&path, document).expect("written");
            path
        })
        .collect();
    assert!(!paths.is_empty());
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/vxml-xsd/vxml.xsd");
    let output = Command::new("xmllint").args(["--nonet", "--noout", "--schema"]).arg(schema).args(&paths).output().expect("xmllint");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
