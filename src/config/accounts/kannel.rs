use super::super::address::web_address;
use super::super::environment::Context;
use super::super::secret::{Secret, secrets};
use super::super::section::{Read, Section};
use super::super::settings::KannelSettings;
use super::super::tree::Node;
use super::super::value::{flag, parsed};

/// What an account at Kannel needs.
pub fn read(section: &Section<'_>, context: &Context<'_>) -> KannelSettings {
    if !section.has("password") {
        section.error("password", "is missing");
    }
    if !section.has("lines") {
        section.warning("lines", "is missing: texts leave from Kannel's own default-sender, and are refused where it has none");
    }
    let password = secrets(section, "password", context);
    let secrets = secrets(section, "secret", context);
    if secrets.iter().any(|secret| !secret.expose().bytes().all(stands_in_addresses)) {
        section.error("secret", "stands in an address that Kannel does not decode: use letters, digits, - . _ ~ (openssl rand -hex 24)");
    }
    let api_base = section.value("api_base", parsed("an http or https address", web_address));
    KannelSettings {
        api_base: api_base.unwrap_or_else(|| "http://127.0.0.1:13013".to_owned()),
        username: section.required("username", word).unwrap_or_default(),
        password: password.into_iter().next().unwrap_or_else(|| Secret::from("")),
        secrets,
        smsc: section.value("smsc", word),
        add_plus: section.value_or("add_plus", false, flag),
    }
}

/// RFC 3986, section 2.3.
fn stands_in_addresses(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

fn word(node: &Node) -> Read<String> {
    parsed("a name as in Kannel's own configuration", |text| {
        let is_word = !text.is_empty() && text.len() <= 100 && !text.contains(|c: char| c.is_control() || c.is_whitespace());
        is_word.then(|| text.to_owned())
    })(node)
}
