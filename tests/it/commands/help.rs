//! What somebody sees who asks how, and what somebody who is wrong.

use super::program::aftercall;

#[tokio::test]
async fn the_help_of_every_command_shows_an_example() {
    let commands = ["serve", "demo", "check", "try", "read", "token", "token create", "token list", "token revoke", "export"];
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
