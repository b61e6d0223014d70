//! Accounts that do for another what it cannot: `text_through` and `call_through`.

use super::super::fault::Place;
use super::super::section::{Section, nearest, short};
use super::super::settings::AccountSettings;
use crate::survey::model::Channel;

/// The keys, each with what the other account is to do.
pub const KEYS: [(&str, Channel); 2] = [("text_through", Channel::Sms), ("call_through", Channel::Call)];

/// Names what cannot work; `places` are those of the keys of each account.
pub fn check(root: &Section<'_>, accounts: &[AccountSettings], places: &[[Place; 2]]) {
    for (account, places) in accounts.iter().zip(places) {
        for ((key, channel), place) in KEYS.into_iter().zip(places) {
            let Some(name) = of(account, channel) else { continue };
            if let Err(fault) = other(accounts, account, (name, channel)) {
                root.findings.error(place, format!("account.{key}: {fault}"));
            }
        }
    }
}

fn of(account: &AccountSettings, channel: Channel) -> Option<&str> {
    let key = if channel == Channel::Sms { &account.text_through } else { &account.call_through };
    key.as_deref()
}

fn other(accounts: &[AccountSettings], account: &AccountSettings, (name, channel): (&str, Channel)) -> Result<(), String> {
    let Some(found) = accounts.iter().find(|other| other.name == name) else {
        let names: Vec<&str> = accounts.iter().map(|other| other.name.as_str()).filter(|other| *other != account.name).collect();
        let hint = nearest(name, &names).map(|near| format!(", did you mean `{near}`?")).unwrap_or_default();
        return Err(format!("there is no account `{}`{hint}", short(name)));
    };
    let does = if channel == Channel::Sms { "sends no text messages" } else { "places no calls" };
    match () {
        () if found.name == account.name => Err("names its own account: leave it out".to_owned()),
        () if found.tenant != account.tenant => Err(format!("account `{name}` belongs to another tenant")),
        () if of(found, channel).is_some() => Err(format!("account `{name}` goes through another one itself: name that one")),
        () if !found.provider.serves(channel) => Err(format!("account `{name}` is {}, which {does}", found.provider.name())),
        () if found.lines.is_empty() => Err(format!("account `{name}` has no `lines` to show as the sender")),
        () => Ok(()),
    }
}
