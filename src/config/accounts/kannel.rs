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
    let api_base = section.value("api_base", parsed("an http or https address", web_address));
    KannelSettings {
        api_base: api_base.unwrap_or_else(|| "http://127.0.0.1:13013".to_owned()),
        username: section.required("username", word).unwrap_or_default(),
        password: secrets(section, "password", context).into_iter().next().unwrap_or_else(|| Secret::from("")),
        secrets: secrets(section, "secret", context),
        smsc: section.value("smsc", word),
        add_plus: section.value_or("add_plus", false, flag),
    }
}

fn word(node: &Node) -> Read<String> {
    parsed("a name as in Kannel's own configuration", |text| {
        let is_word = !text.is_empty() && text.len() <= 100 && !text.contains(|c: char| c.is_control() || c.is_whitespace());
        is_word.then(|| text.to_owned())
    })(node)
}
