//! The command line of the image, run without one.

use super::{filled, path, swap, text, variables};
use crate::commands::program::Program;

/// The words of an instruction in its JSON form.
fn words(instruction: &str) -> Vec<String> {
    let dockerfile = text("Dockerfile");
    let line = dockerfile.lines().rev().find_map(|line| line.strip_prefix(instruction)).expect("the instruction");
    serde_json::from_str(line.trim()).expect("its JSON form")
}

/// The environment that the image and the compose file give, moved to a free port and the embedded store.
fn with_environment(program: Program) -> Program {
    let environment = text("compose/environment.example");
    let program = variables(&environment).into_iter().fold(program, |program, (name, value)| program.env(name, &filled(name, value)));
    program
        .env("AFTERCALL__SERVER__LISTEN", "127.0.0.1:0")
        .env("AFTERCALL__SERVER__PUBLIC_URL", "https://survey.example.com")
        .env("AFTERCALL__STORE__URL", "embedded:aftercall.db")
        .env("AFTERCALL__REPORTING__URL", "embedded:aftercall.db")
}

#[tokio::test]
async fn the_images_command_serves_the_configuration_of_compose_and_of_kubernetes() {
    assert_eq!(words("ENTRYPOINT "), ["/usr/local/bin/aftercall"]);
    let command = words("CMD ").join(" ");
    for config in ["compose/aftercall.toml", "kubernetes/aftercall.toml"] {
        let folder = tempfile::tempdir().expect("a folder");
        let line = swap(&command, "/etc/aftercall/aftercall.toml", &path(config).display().to_string());
        let line = swap(&line, "/var/lib/aftercall", &folder.path().display().to_string());
        let program = with_environment(Program::new(&line.split(' ').collect::<Vec<_>>()));
        let ended = program.serve().await.stop().await;
        assert_eq!(ended.code, 0, "{config}: {}", ended.err);
        assert!(folder.path().join("aftercall.db").exists(), "{config}");
    }
}

#[test]
fn the_image_runs_as_nobody_and_its_data_folder_belongs_to_that_user() {
    let dockerfile = text("Dockerfile");
    let user = dockerfile.lines().rev().find_map(|line| line.strip_prefix("USER ")).expect("a user");
    assert_eq!(user, "65532:65532");
    assert!(dockerfile.contains(&format!("COPY --from=build --chown={user} /image/var/lib/aftercall /var/lib/aftercall")));
}
