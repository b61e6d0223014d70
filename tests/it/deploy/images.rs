//! The command line of the image, run without one.

use serde_json::json;

use super::{filled, path, swap, text, variables};
use crate::commands::program::{Program, Serving};
use crate::support::servers::{Database, Postgres, Redis, RedisSetup, eventually};

/// The words of an instruction in its JSON form.
fn words(instruction: &str) -> Vec<String> {
    let dockerfile = text("Dockerfile");
    let line = dockerfile.lines().rev().find_map(|line| line.strip_prefix(instruction)).expect("the instruction");
    serde_json::from_str(line.trim()).expect("its JSON form")
}

/// What the image and the compose file give, moved to a free port and to servers of the test.
struct Surroundings {
    redis: Redis,
    results: Database,
}

impl Surroundings {
    async fn start() -> Self {
        let redis = RedisSetup::default().user("default", "filled-in").start().await;
        Self { redis, results: Postgres::database().await }
    }

    fn around(&self, program: Program) -> Program {
        let environment = text("compose/environment.example");
        let program = variables(&environment).into_iter().fold(program, |program, (name, value)| program.env(name, &filled(name, value)));
        let redis = address("REDIS_URL", ":${REDIS_PASSWORD:?}@redis:6379/0", &self.redis.url());
        let results = address("POSTGRES_URL", "aftercall:${POSTGRES_PASSWORD:?}@postgres:5432/aftercall", &self.results.url());
        let program = program.env("REDIS_URL", &redis).env("POSTGRES_URL", &results);
        program.env("AFTERCALL__SERVER__LISTEN", "127.0.0.1:0").env("AFTERCALL__SERVER__PUBLIC_URL", "https://survey.example.com")
    }

    /// A call that is reported stands in the results of all gateways.
    async fn a_call_arrives(&self, serving: &Serving, token: &str, call_id: &str) {
        let call = json!({"account": "main", "call_id": call_id, "respondent": "+14155550123", "ended_at": "2026-11-23T10:03:00.000Z"});
        let request = serving.client.post(format!("{}/v1/calls", serving.base)).bearer_auth(token).body(call.to_string());
        assert_eq!(request.send().await.expect("an answer").status().as_u16(), 202);
        let arrived = format!("SELECT count(*) FROM calls WHERE call_id = '{call_id}'");
        eventually("the call in PostgreSQL", || async { self.results.psql(&arrived).await == "1" }).await;
    }
}

/// An address as the compose file writes it, with this one in the place of a part of it.
fn address(name: &str, part: &str, instead: &str) -> String {
    let compose = text("compose.yaml");
    let line = compose.lines().find_map(|line| line.trim().strip_prefix(&format!("{name}: "))).expect("an address");
    swap(line, part, instead.split_once("://").expect("an address").1)
}

#[tokio::test]
async fn the_images_command_serves_the_configuration_of_compose_and_of_kubernetes_on_redis_and_postgresql() {
    assert_eq!(words("ENTRYPOINT "), ["/usr/local/bin/aftercall"]);
    let command = words("CMD ").join(" ");
    for (call_id, config) in [("CA1", "compose/aftercall.toml"), ("CA2", "kubernetes/aftercall.toml")] {
        let (folder, surroundings) = (tempfile::tempdir().expect("a folder"), Surroundings::start().await);
        let line = swap(&command, "/etc/aftercall/aftercall.toml", &path(config).display().to_string());
        let line = swap(&line, "/var/lib/aftercall", &folder.path().display().to_string());
        let serving = surroundings.around(Program::new(&line.split(' ').collect::<Vec<_>>())).serve().await;
        let line = swap(&line, "serve", "token create --role admin --json");
        let made = surroundings.around(Program::new(&line.split(' ').collect::<Vec<_>>())).run().await;
        let token = made.json()["token"].as_str().expect("a token").to_owned();
        surroundings.a_call_arrives(&serving, &token, call_id).await;
        let ended = serving.stop().await;
        assert_eq!(ended.code, 0, "{config}: {}", ended.err);
        assert!(folder.path().join("journal.db").exists(), "{config}");
        assert_ne!(surroundings.redis.cli(&["DBSIZE"]).await, "0", "{config}");
    }
}

#[test]
fn the_image_runs_as_nobody_and_its_data_folder_belongs_to_that_user() {
    let dockerfile = text("Dockerfile");
    let user = dockerfile.lines().rev().find_map(|line| line.strip_prefix("USER ")).expect("a user");
    assert_eq!(user, "65532:65532");
    assert!(dockerfile.contains(&format!("COPY --from=build --chown={user} /image/var/lib/aftercall /var/lib/aftercall")));
}
