//! What schemathesis makes of the description: requests that fit it and requests that do not, and whether the answers keep to it.

use std::time::Duration;

use super::town::{MINE, Town};
use crate::support::tools::{said, tool};

/// Everything it can check, but for one thing: that whatever fits a schema is taken. Cursors, zones, provider's webhooks and the order of
/// times are more than a schema can say.
const NOT: &str = "positive_data_acceptance";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn schemathesis_finds_no_fault_in_the_description_or_the_gateway() {
    let town = Town::open().await;
    let names = town.names(&MINE).await;
    let folder = tempfile::tempdir().expect("a folder");
    let mut config = format!("[parameters]\n\"path.account\" = \"{}\"\n\"path.name\" = \"{}\"\n", MINE.account, names["{name}"]);
    for (path, id) in [("/v1/responses/{id}", "getResponse"), ("/v1/tickets/{id}", "getTicket"), ("/v1/tickets/{id}", "changeTicket")] {
        config += &format!("[[operations]]\ninclude-operation-id = \"{id}\"\nparameters = {{ \"path.id\" = \"{}\" }}\n", names[path]);
    }
    std::fs::write(folder.path().join("schemathesis.toml"), config).expect("written");
    let mut command = tool("schemathesis");
    command.current_dir(folder.path()).env("HOME", folder.path()).args(["run", &format!("{}/openapi.json", town.rig.base)]);
    command.args(["--header", &format!("Authorization: Bearer {}", town.rig.token), "--checks", "all", "--exclude-checks", NOT]);
    command.args(["--max-examples", "25", "--seed", "1", "--no-color", "--continue-on-failure", "--request-timeout", "10"]);
    let said = said(command, Duration::from_secs(90)).await;
    assert!(said.well, "{}", said.text);
    // All but the address that the description itself was read from.
    let tested = format!("Tested: {}", super::operations().iter().filter(|operation| operation.path != "/openapi.json").count());
    assert!(said.text.contains(&tested) && !said.text.contains("Authentication failed"), "{tested}\n{}", said.text);
}
