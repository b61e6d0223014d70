//! What the configuration of an account at Kannel must say.

use std::path::{Path, PathBuf};

use aftercall::config::{Environment, Fault, ProviderSettings, load};
use aftercall::ports::account::SignatureRule;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/config").join(name)
}

fn environment() -> Environment {
    Environment::new(
        [("KANNEL_PASSWORD", "hush"), ("KANNEL_SECRET", "new-secret")].map(|(name, value)| (name.to_owned(), value.to_owned())),
    )
}

fn listed(faults: &[Fault]) -> String {
    faults.iter().map(|fault| format!("{}: {}\n", fault.line, fault.message)).collect()
}

#[test]
fn every_key_of_an_account_at_kannel_is_read() {
    let loaded = load(Some(&fixture("kannel.toml")), None, &environment()).expect("fine");
    let accounts = &loaded.settings.accounts;
    let ProviderSettings::Kannel(modem) = &accounts[0].provider else { panic!("{accounts:?}") };
    assert_eq!(
        (modem.api_base.as_str(), modem.username.as_str(), modem.password.expose()),
        ("http://kannel.internal:13013", "gateway", "hush")
    );
    let secrets: Vec<&str> = modem.secrets.iter().map(|secret| secret.expose()).collect();
    assert_eq!((secrets, modem.smsc.as_deref(), modem.add_plus), (vec!["new-secret", "old-secret"], Some("carrier-a"), true));
    assert!(accounts[0].signature == SignatureRule::Provider && matches!(accounts[1].signature, SignatureRule::Addresses(_)));
    let ProviderSettings::Kannel(inside) = &accounts[1].provider else { panic!("{accounts:?}") };
    assert_eq!((inside.api_base.as_str(), inside.secrets.len(), inside.add_plus), ("http://127.0.0.1:13013", 0, false));
    insta::assert_snapshot!(listed(&loaded.settings.warnings), @"12: account.lines: is missing: texts leave from Kannel's own default-sender, and are refused where it has none");
}

#[test]
fn every_fault_of_an_account_at_kannel_is_named() {
    let faults = load(Some(&fixture("broken-kannel.toml")), None, &environment()).expect_err("broken");
    insta::assert_snapshot!(listed(&faults), @r##"
    1: account.password: is missing
    1: account.username: is missing
    1: account: has no signature rule: give it a `secret`, or signature = "none" and allow_from = ["ADDRESS", …]
    4: account.api_base: `kannel:13013` is not an http or https address
    5: account.smsc: `carrier a` is not a name as in Kannel's own configuration
    6: account.add_plus: true or false is expected, not a string
    7: unknown key `apibase` in `account`, did you mean `api_base`?
    14: account.password: the environment variable NOT_SET is not set
    15: account.secret: stands in an address that Kannel does not decode: use letters, digits, - . _ ~ (openssl rand -hex 24)
    "##);
}
