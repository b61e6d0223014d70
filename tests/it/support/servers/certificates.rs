//! An authority of our own and a certificate for 127.0.0.1 and localhost.

use std::path::Path;

use tokio::process::Command;

use super::output;

/// Leaves ca.crt, ca.key, server.crt and server.key in the folder.
pub async fn make(folder: &Path) {
    openssl(
        folder,
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj /CN=test-authority -keyout ca.key -out ca.crt",
    )
    .await;
    openssl(folder, "req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost -keyout server.key -out server.csr")
        .await;
    std::fs::write(folder.join("names"), "subjectAltName=IP:127.0.0.1,DNS:localhost\nbasicConstraints=CA:FALSE\n").expect("written");
    openssl(folder, "x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 30 -extfile names -out server.crt").await;
}

async fn openssl(folder: &Path, arguments: &str) {
    output(Command::new("openssl").current_dir(folder).args(arguments.split(' '))).await;
}
