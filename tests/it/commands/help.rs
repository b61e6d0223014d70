//! What somebody sees who asks how, and what somebody who is wrong.

use std::collections::BTreeSet;

use super::program::{Program, aftercall};

/// Where users read of commands.
const DOCUMENTS: [(&str, &str); 10] = [
    ("README.md", include_str!("../../../README.md")),
    ("analytics.md", include_str!("../../../docs/analytics.md")),
    ("architecture.md", include_str!("../../../docs/architecture.md")),
    ("follow-up.md", include_str!("../../../docs/follow-up.md")),
    ("measures.md", include_str!("../../../docs/measures.md")),
    ("operations.md", include_str!("../../../docs/operations.md")),
    ("policy.md", include_str!("../../../docs/policy.md")),
    ("providers.md", include_str!("../../../docs/providers.md")),
    ("reporting.md", include_str!("../../../docs/reporting.md")),
    ("surveys.md", include_str!("../../../docs/surveys.md")),
];
const COMMANDS: [&str; 10] = ["serve", "demo", "check", "try", "read", "token", "journal", "export", "backup", "erase"];

/// The commands of ours in a text, up to where the shell takes over.
fn commands(text: &str) -> Vec<String> {
    let after = |part: &str| {
        let line = part.split(['\n', '`']).next().unwrap_or_default();
        // What stands in quotes is one word.
        let word = |piece: &str| piece.replace(|c: char| !c.is_alphanumeric(), "_");
        let pieces = line.split('"').enumerate();
        let line: String = pieces.map(|(at, piece)| if at % 2 == 1 { word(piece) } else { piece.to_owned() }).collect();
        let end = line.find(['…', '|', '>', ';', ')', '#', '&']).unwrap_or(line.len());
        // What an example is good for stands behind a gap.
        let words = line[..end].split("   ").next().unwrap_or_default().split_whitespace();
        words.collect::<Vec<_>>().join(" ")
    };
    let named = |command: &String| COMMANDS.contains(&command.split(' ').next().unwrap_or_default());
    text.split("aftercall ").skip(1).map(after).filter(named).collect()
}

#[tokio::test]
async fn every_command_of_the_documents_and_of_the_help_is_one() {
    let mut found: BTreeSet<(String, String)> = BTreeSet::new();
    for (document, text) in DOCUMENTS {
        let code = text.split("```").enumerate().flat_map(|(at, part)| {
            let inline = part.split('`').skip(1).step_by(2).map(str::to_owned).collect();
            if at % 2 == 1 { vec![part.to_owned()] } else { inline }
        });
        found.extend(code.flat_map(|code| commands(&code)).map(|command| (document.to_owned(), command)));
    }
    for command in ["serve", "demo", "check", "try", "read", "token", "journal", "export", "backup"] {
        let help = aftercall(&format!("{command} --help")).run().await.out;
        let examples = help.split("Example").nth(1).unwrap_or_default();
        found.extend(commands(examples).into_iter().map(|example| (format!("{command} --help"), example)));
    }
    assert!(found.len() > 25, "{found:#?}");
    for (place, command) in found {
        let words: Vec<&str> = command.split(' ').chain(["--help"]).collect();
        let ended = Program::new(&words).run().await;
        assert_eq!(ended.code, 0, "{place}: aftercall {command}: {}", ended.err);
    }
}

#[tokio::test]
async fn the_help_of_every_command_shows_an_example() {
    let commands = [
        "serve",
        "demo",
        "check",
        "try",
        "read",
        "token",
        "token create",
        "token list",
        "token revoke",
        "export",
        "backup",
        "journal",
        "journal show",
        "journal replay",
    ];
    for command in commands {
        let help = aftercall(&format!("{command} --help")).run().await;
        assert_eq!((help.code, help.err.as_str()), (0, ""), "{command}");
        let example = help.out.split("Example").nth(1).unwrap_or_else(|| panic!("no example: {}", help.out));
        let name = command.split(' ').next().unwrap_or_default();
        assert!(example.contains(&format!("aftercall {name}")), "{command}: {example}");
    }
}

#[tokio::test]
async fn bad_arguments_end_with_2_and_a_hint_on_stderr() {
    let lines = [
        "",
        "nosuch",
        "serve --nosuch",
        "demo --calls 0",
        "demo --calls many",
        "try",
        "try csat --channel fax",
        "read csat",
        "token create",
        "token create --role king",
        "export --table nosuch",
        "export --from yesterday",
    ];
    for line in lines {
        let ended = aftercall(line).run().await;
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{line}");
        assert!(ended.err.contains("help"), "{line}: {}", ended.err);
    }
}

#[tokio::test]
async fn the_version_is_told() {
    let ended = aftercall("--version").run().await;
    assert_eq!((ended.code, ended.out), (0, format!("aftercall {}\n", env!("CARGO_PKG_VERSION"))));
}
