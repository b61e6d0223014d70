//! The configuration: what is read, and what is said about what cannot be.
#![expect(clippy::expect_used, reason = "a test that cannot be set up has failed")]

use std::path::{Path, PathBuf};
use std::time::Duration;

use aftercall::call::{Credit, Direction, InvitedBy, Party};
use aftercall::cli::check;
use aftercall::config::{Environment, Fault, JournalRule, Loaded, ProviderSettings, ReportingUrl, StoreUrl, load};
use aftercall::policy::quiet::Applies;
use aftercall::policy::{Budget, By, Cap, Quota};
use aftercall::ports::account::SignatureRule;
use aftercall::survey::model::Channel;

mod surveys;

const KEY: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/config").join(name)
}

fn environment(more: &[(&str, &str)]) -> Environment {
    let secrets = [
        ("AFTERCALL_SECRET", KEY),
        ("TWILIO_AUTH_TOKEN", "token"),
        ("CRM_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
        ("PATH", "/bin"),
    ];
    Environment::new(secrets.iter().chain(more).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
}

/// The faults, one a line, with the folder taken away.
fn listed(faults: &[Fault]) -> String {
    let line = |fault: &Fault| {
        let file = Path::new(&fault.file).file_name().map_or(fault.file.clone(), |name| name.to_string_lossy().into_owned());
        Fault { file, ..fault.clone() }.to_string() + "\n"
    };
    faults.iter().map(line).collect()
}

/// Loads a configuration that is written to a folder of its own.
fn loaded(text: &str, more: &[(&str, &str)]) -> Result<Loaded, String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.toml");
    std::fs::write(&file, text).expect("written");
    load(Some(&file), None, &environment(more)).map_err(|faults| listed(&faults))
}

#[test]
fn every_fault_of_a_configuration_is_named_at_once_with_its_line() {
    let faults = load(Some(&fixture("broken.toml")), None, &environment(&[])).expect_err("broken");
    insta::assert_snapshot!(listed(&faults), @r##"
    broken.toml:2: unknown key `lisen` in `server`, did you mean `listen`?
    broken.toml:3: server.listen: `localhost` is not an address and port, for example "127.0.0.1:8080"
    broken.toml:4: server.public_url: `https://survey.example.com/?a=b` is not an http or https address without query, for example "https://survey.example.com"
    broken.toml:5: server.grace: a duration is expected: write a number and its unit (ms, s, m, h, d or w), for example "10m"
    broken.toml:6: server.max_body: a whole number is expected, not a string
    broken.toml:7: server.trusted_proxies: `10.0.0.0/99` is not an address or a range such as "10.0.0.0/8"
    broken.toml:8: server.secret: 32 random bytes are expected, written as 64 hex digits or as base64 (openssl rand -hex 32)
    broken.toml:9: server.tls: TLS is not built into this version; put a proxy that speaks TLS before the gateway
    broken.toml:12: store.url: a port is a number from 1 to 65535
    broken.toml:13: store.journal: `sometimes` is none of always, outage
    broken.toml:16: reporting.url: `mysql` is no kind of store; write "embedded:PATH" or "postgres://USER:PASSWORD@HOST/DATABASE"
    broken.toml:19: surveys.dir: a string is expected, not a whole number
    broken.toml:23: account.provider: `twillio` is none of twilio, voicexml, kannel, simulator, did you mean `twilio`?
    broken.toml:25: account: has no signature rule: give it a `secret`, or signature = "none" and allow_from = ["ADDRESS", …]
    broken.toml:30: account.name: there is another account named `open`
    broken.toml:34: account.lines: `+0123` is no number (+14155550100), short code (3 to 8 digits) or sender id (up to 11 characters)
    broken.toml:34: account.lines: `12` is no number (+14155550100), short code (3 to 8 digits) or sender id (up to 11 characters)
    broken.toml:35: account.query: `agents` is not one of agent, queue, team, language, invited_by, attr.NAME, attr.*
    broken.toml:36: account.rate.burst: a whole number from 1 to 1000000 is expected
    broken.toml:36: account.rate.per_second: is missing
    broken.toml:38: account.auth_token: is missing
    broken.toml:38: account.name: is missing
    broken.toml:38: account: signature = "none" needs allow_from = ["ADDRESS", …]: who may speak to it
    broken.toml:40: account.account_sid: `AC123` is not AC and 32 hex digits
    broken.toml:42: account.shared_keys: a table is expected, not a string
    broken.toml:45: account.name: `pl/ivo` is no name: use up to 64 letters, digits, - and _
    broken.toml:46: account.provider: plivo is not built into this version (twilio, voicexml, kannel and simulator are)
    broken.toml:49: rule.when.attr.region: a string is expected, not a whole number
    broken.toml:49: rule.when.direction: `in` is none of inbound, outbound
    broken.toml:49: rule.when.hours: `9-17` is not a part of the day such as "09:00-17:00"
    broken.toml:49: rule.when.language: `english` is no language such as "en" or "zh-CN"
    broken.toml:49: rule.when.min_talk: `10` is no duration: write a number and its unit (ms, s, m, h, d or w), for example "10m"
    broken.toml:49: rule.when.weekday: `someday` is not a day such as "mon" or days such as "mon-fri"
    broken.toml:49: unknown key `queu` in `rule.when`, did you mean `queue`?
    broken.toml:50: rule.survey: there is no survey `cast` (there are csat, nps, ces, fcr, service-level, kano, index, recovery, csat-fcr, csat-nps)
    broken.toml:51: rule.channels: `fax` is none of sms, ivr, call
    broken.toml:51: rule.channels: names `sms` twice
    broken.toml:52: rule.sample: a number from 0 to 1 is expected
    broken.toml:53: rule.delay: is not shorter than policy.valid_for: the message would leave after its session's end
    broken.toml:55: rule.survey: is missing
    broken.toml:56: rule.channels: names no channel that can be used
    broken.toml:59: policy.frequency_cap.max: a whole number from 0 to 1000000 is expected
    broken.toml:59: policy.frequency_cap.per: `week` is no duration: write a number and its unit (ms, s, m, h, d or w), for example "10m"
    broken.toml:60: policy.caps.by: `colour` is not one of queue, agent, line, account, attr.NAME, prefix, prefix:DIGITS
    broken.toml:60: policy.caps.per: is longer than 90 days: when somebody was asked is not remembered for longer
    broken.toml:60: policy.caps.per: is longer than late_until: what is counted `by` something is not remembered for longer
    broken.toml:60: policy.caps.per: is missing
    broken.toml:61: policy.valid_for: `3 days` is no duration: write a number and its unit (ms, s, m, h, d or w), for example "10m"
    broken.toml:62: policy.allowed_countries: `Utopia` is no country that is known; write its calling code, for example "+49"
    broken.toml:63: policy.quiet_hours.applies_to: `some` is none of delayed, all, off
    broken.toml:63: policy.quiet_hours.from: `25:00` is not a time of day such as "20:00"
    broken.toml:63: policy.quiet_hours.zone: `Mars/Base` is no zone such as "Europe/Berlin" and not "respondent"
    broken.toml:65: unknown key `credits`, did you mean `credit`?
    broken.toml:69: credit.agents: `first` is none of seconds, equal, last
    "##);
}

#[test]
fn a_configuration_with_every_key_is_read_and_warns_of_what_is_not_in_force() {
    let loaded = load(Some(&fixture("contract.toml")), Some(Path::new("/var/lib/aftercall")), &environment(&[])).expect("fine");
    let settings = &loaded.settings;
    insta::assert_snapshot!(listed(&settings.warnings), @r##"
    contract.toml:10: store.journal: belongs to redis stores: the embedded store is its own journal
    "##);
    assert_eq!(settings.server.listen.port(), 0);
    assert_eq!(settings.server.public_url.as_deref(), Some("https://survey.example.com"));
    assert_eq!(settings.server.grace, Duration::from_secs(5));
    assert_eq!(settings.server.secret.as_ref().expect("a secret").expose()[31], 0x1f);
    assert_eq!(settings.store.url, StoreUrl::Embedded("/var/lib/aftercall/aftercall.db".into()));
    assert_eq!(settings.reporting.url, ReportingUrl::Embedded("/var/lib/aftercall/reports.db".into()));
    assert_eq!(settings.data_folder(), Path::new("/var/lib/aftercall"));
}

#[test]
fn accounts_are_read_with_their_secrets_hidden() {
    let loaded = load(Some(&fixture("contract.toml")), None, &environment(&[])).expect("fine");
    let [main, pbx] = loaded.settings.accounts.as_slice() else { panic!("two accounts") };
    let ProviderSettings::Twilio(twilio) = &main.provider else { panic!("twilio") };
    let tokens: Vec<&str> = twilio.auth_tokens.iter().map(aftercall::config::Secret::expose).collect();
    assert_eq!(tokens, ["token", "old-secret"]);
    assert_eq!(twilio.api_base, "http://127.0.0.1:9");
    assert_eq!(main.lines, ["+14155550100", "12345", "ACME"]);
    assert_eq!((main.tenant.as_str(), main.resend_on_unknown, main.query.len()), ("acme", true, 2));
    assert_eq!(main.rate.map(|rate| (rate.per_second, rate.burst)), Some((10.0, 20)));
    assert_eq!([&main.signature, &pbx.signature], [&SignatureRule::Provider, &SignatureRule::Provider]);
    let shown = format!("{:?}", loaded.settings);
    assert!(!["token\"", "old-secret", "swordfish", "0x1f"].iter().any(|secret| shown.contains(secret)) && shown.contains("REDACTED"));
}

#[test]
fn policy_and_rules_are_read() {
    let loaded = load(Some(&fixture("contract.toml")), None, &environment(&[])).expect("fine");
    let policy = &loaded.settings.policy;
    let days = |days: u64| Duration::from_secs(days * 86_400);
    let capped = [Cap { most: 3, per: days(30), by: Vec::new() }, Cap { most: 1, per: days(1), by: vec![By::Queue] }];
    assert_eq!(policy.caps, capped);
    assert_eq!((policy.quiet.applies, policy.quiet.holidays.len()), (Applies::Delayed, 2));
    assert_eq!(
        (policy.require_consent, policy.budget, policy.reminders.as_slice()),
        (true, Budget { per_hour: 100, per_day: 0 }, &[days(1) / 6][..])
    );
    assert_eq!(policy.allowed_countries, ["+1", "+86"]);
    assert_eq!(policy.credit, Credit::Last);
    let [first, second] = policy.rules.as_slice() else { panic!("two rules") };
    assert_eq!(first.when.queue, ["support", "sales*"]);
    assert_eq!(first.when.line, ["+14155550100"]);
    assert_eq!(first.when.attributes["region"], ["cn/js"]);
    assert_eq!(first.when.attributes["tier"], ["gold", "vip"]);
    assert_eq!((first.when.direction, first.when.ended_by), (Some(Direction::Inbound), Some(Party::Agent)));
    assert_eq!((first.when.invited_by, first.when.min_talk), (Some(InvitedBy::System), Some(Duration::from_secs(10))));
    assert_eq!((first.channels.as_slice(), first.sample, first.delay), (&[Channel::Ivr, Channel::Sms][..], 0.5, Duration::from_secs(300)));
    assert_eq!((first.quota, first.when.times.weekdays.len(), first.when.times.hours.len()), (Some(Quota { most: 5, per: days(1) }), 5, 1));
    assert_eq!((second.channels.as_slice(), second.sample, second.delay), (&[Channel::Sms][..], 1.0, Duration::ZERO));
}

#[test]
fn without_any_file_the_simulator_runs_and_every_caller_is_asked() {
    let loaded = load(None, None, &environment(&[])).expect("fine");
    let settings = &loaded.settings;
    assert_eq!(listed(&settings.warnings), "", "not even a warning");
    assert_eq!(settings.server.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(
        (settings.server.max_body, settings.server.max_connections, settings.server.max_connections_per_address),
        (65_536, 1024, 512)
    );
    assert_eq!(settings.store.url, StoreUrl::Embedded("data/aftercall.db".into()));
    assert_eq!(settings.accounts[0].name, "simulator");
    assert!(matches!(&settings.accounts[0].signature, SignatureRule::Addresses(ranges) if ranges.len() == 2));
    assert_eq!(settings.policy.rules[0].survey, "csat");
    assert_eq!(settings.policy.rules[0].channels, [Channel::Ivr, Channel::Sms]);
    assert_eq!(settings.policy.caps, aftercall::policy::Policy::default().caps);
    let moved = load(None, Some(Path::new("/tmp/x")), &environment(&[])).expect("fine");
    assert_eq!(moved.settings.store.url, StoreUrl::Embedded("/tmp/x/aftercall.db".into()));
}

#[test]
fn the_files_that_are_shipped_have_no_fault() {
    for file in ["config/aftercall.toml", "config/example.toml"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let loaded = load(Some(&path), None, &environment(&[])).map_err(|faults| listed(&faults)).expect(file);
        let own: Vec<&Fault> = loaded.settings.warnings.iter().filter(|fault| fault.file.ends_with(file)).collect();
        assert!(own.is_empty(), "{own:?}");
        assert_eq!(loaded.surveys.len(), aftercall::config::surveys::shipped::FILES.len());
    }
    for (name, text) in aftercall::config::surveys::shipped::FILES {
        let survey = aftercall::config::surveys::parse(name, text).map_err(|faults| listed(&faults)).expect(name);
        assert_eq!(format!("{}.toml", survey.key.id), name);
    }
}

#[test]
fn the_environment_is_laid_over_the_file() {
    let text = "[server]\nlisten = \"127.0.0.1:1\"\n[[rule]]\nsurvey = \"csat\"\n";
    let more = [
        ("AFTERCALL__SERVER__LISTEN", "127.0.0.1:2"),
        ("AFTERCALL__SERVER__MAX_BODY", "2048"),
        ("AFTERCALL__SERVER__TRUSTED_PROXIES", "[\"10.0.0.0/8\"]"),
        ("AFTERCALL__SERVER__SECRET", KEY),
        ("AFTERCALL__STORE__URL", "embedded:/x/y.db"),
        ("AFTERCALL__POLICY__FREQUENCY_CAP__MAX", "0"),
        ("AFTERCALL__POLICY__VALID_FOR", "1h"),
    ];
    let settings = loaded(text, &more).expect("fine").settings;
    assert_eq!((settings.server.listen.port(), settings.server.max_body, settings.server.trusted_proxies.len()), (2, 2048, 1));
    assert_eq!((settings.store.url, settings.policy.caps.len()), (StoreUrl::Embedded("/x/y.db".into()), 0));
    assert_eq!(settings.policy.valid_for, Duration::from_secs(3600));
    let digits = loaded(text, &[("AFTERCALL__SERVER__SECRET", &"1".repeat(64))]).expect("a number for TOML").settings;
    assert_eq!(digits.server.secret.expect("a secret").expose(), &[0x11; 32]);
}

#[test]
fn a_wrong_variable_is_named() {
    let more = [
        ("AFTERCALL__SERVER__LISEN", "x"),
        ("AFTERCALL__SERVER__GRACE", "soon"),
        ("AFTERCALL__X", "1"),
        ("AFTERCALL__RULE__SURVEY", "nps"),
        ("AFTERCALL____", "1"),
    ];
    insta::assert_snapshot!(loaded("[[rule]]\nsurvey = \"csat\"", &more).expect_err("wrong"), @r##"
    AFTERCALL__RULE__SURVEY:1: this variable reaches into a list: its entries can only be set in the file
    AFTERCALL__SERVER__GRACE:1: server.grace: `soon` is no duration: write a number and its unit (ms, s, m, h, d or w), for example "10m"
    AFTERCALL__SERVER__LISEN:1: unknown key `lisen` in `server`, did you mean `listen`?
    AFTERCALL__X:1: this variable names no key: write AFTERCALL__SECTION__KEY
    AFTERCALL____:1: this variable has an empty part in its name
    "##);
}

#[test]
fn secrets_are_looked_for_and_never_shown_in_faults() {
    let text = |secret: &str| format!("[[account]]\nname = \"a\"\nprovider = \"simulator\"\nsecret = {secret}\n");
    for (secret, fault) in [
        ("{ env = \"NOT_SET\" }", "a.toml:4: account.secret: the environment variable NOT_SET is not set\n"),
        ("{ enf = \"X\" }", "a.toml:4: account.secret: write a secret as { env = \"NAME\" } or { file = \"PATH\" }\n"),
        ("{ env = \"X\", file = \"Y\" }", "a.toml:4: account.secret: write a secret as { env = \"NAME\" } or { file = \"PATH\" }\n"),
        ("{ env = \"EMPTY\" }", "a.toml:4: account.secret: the secret is empty\n"),
    ] {
        let faults = loaded(&text(secret), &[("EMPTY", " \n")]).expect_err(secret);
        assert!(faults.starts_with(fault), "{faults}");
    }
    let faults = loaded("[server]\nsecret = \"hunter2\"", &[]).expect_err("too short");
    assert!(faults.starts_with("a.toml:2: server.secret: 32 random bytes") && !faults.contains("hunter2"));
}

#[test]
fn an_account_without_a_signature_rule_does_not_pass() {
    let fault = |keys: &str| loaded(&format!("\n[[account]]\nname = \"a\"\nprovider = \"simulator\"\n{keys}"), &[]).expect_err(keys);
    assert_eq!(
        fault(""),
        "a.toml:2: account: has no signature rule: give it a `secret`, or signature = \"none\" and allow_from = [\"ADDRESS\", …]\n"
    );
    let needs = "a.toml:2: account: signature = \"none\" needs allow_from = [\"ADDRESS\", …]: who may speak to it\n";
    assert_eq!(fault("signature = \"none\""), needs);
    assert_eq!(fault("signature = \"none\"\nallow_from = []"), needs);
}

#[test]
fn a_voicexml_account_is_read_with_its_faults_named() {
    let account = |keys: &str| {
        loaded(
            &format!("[server]\npublic_url = \"https://h.example.com\"\n[[account]]\nname = \"a\"\nprovider = \"voicexml\"\n{keys}"),
            &[],
        )
    };
    let loaded = account("secret = [\"new\", \"old\"]\ncontent_type = \"text/vxml\"\nrecordings = \"https://keep.example.com/calls/\"")
        .expect("fine");
    let ProviderSettings::VoiceXml(platform) = &loaded.settings.accounts[0].provider else { panic!("voicexml") };
    assert_eq!((platform.secrets.len(), platform.content_type), (2, "text/vxml; charset=utf-8"));
    assert_eq!(platform.recordings.as_deref(), Some("https://keep.example.com/calls"));
    let usual = account("signature = \"none\"\nallow_from = [\"10.1.0.0/16\"]").expect("fine");
    let ProviderSettings::VoiceXml(platform) = &usual.settings.accounts[0].provider else { panic!("voicexml") };
    assert_eq!((platform.secrets.len(), platform.content_type, &platform.recordings), (0, "application/voicexml+xml", &None));
    for (keys, fault) in [
        ("", "a.toml:3: account: has no signature rule: give it a `secret`, or signature = \"none\" and allow_from = [\"ADDRESS\", …]\n"),
        ("secret = \"s\"\nrecordings = \"keep\"", "a.toml:7: account.recordings: `keep` is not an http or https address\n"),
        (
            "secret = \"s\"\ncontent_type = \"text/plain\"",
            "a.toml:7: account.content_type: `text/plain` is none of application/voicexml+xml, application/voicexml, application/xml, text/vxml, text/xml\n",
        ),
        ("secret = \"s\"\nauth_token = \"t\"", "a.toml:7: unknown key `auth_token` in `account`\n"),
    ] {
        assert_eq!(account(keys).expect_err(keys), fault);
    }
}

#[test]
fn a_rule_that_a_voicexml_account_cannot_carry_out_is_warned_of() {
    let account =
        "[server]\npublic_url = \"https://h.example.com\"\n[[account]]\nname = \"ivr\"\nprovider = \"voicexml\"\nsecret = \"s\"\n";
    let warnings = |more: &str| listed(&loaded(&format!("{account}{more}"), &[]).expect("fine").settings.warnings);
    let rule = "[[rule]]\nsurvey = \"csat-fcr\"\nchannels = [\"ivr\", \"sms\"]\n";
    assert_eq!(
        warnings(rule),
        "a.toml:8: rule.survey: account `ivr` has no `recordings`: the spoken comment `reason` is left out on its calls\n\
         a.toml:9: rule.channels: account `ivr` is voicexml, which sends no text messages: `text_through` names an account that does\n"
    );
    assert_eq!(warnings(&format!("recordings = \"https://keep.example.com\"\n{}", rule.replace(", \"sms\"", ""))), "");
    assert_eq!(
        warnings(&format!(
            "{rule}when = {{ account = \"other\" }}\n[[account]]\nname = \"other\"\nprovider = \"simulator\"\nsecret = \"s\""
        )),
        ""
    );
}

#[test]
fn hostile_files_are_refused_in_a_few_words() {
    let deep_brackets = format!("a = {}1{}", "[".repeat(10_000), "]".repeat(10_000));
    let deep_keys = format!("{}a = 1", "a.".repeat(100_000));
    let product = (0..16).fold("1".to_owned(), |inner, _| format!("{{ {}a = {inner} }}", "a.".repeat(15)));
    let keys: String = (0..40_000).map(|n| format!("key{n} = 1\n")).collect();
    for (name, text, start) in [
        ("NUL", "a = 1\nb = \"\0\"".to_owned(), "a.toml:2: the file contains a NUL character\n"),
        ("brackets", deep_brackets, "a.toml:1: values are nested more than 16 deep\n"),
        ("keys", deep_keys, "a.toml:1: values are nested more than 16 deep\n"),
        ("keys in brackets", format!("{}a = {product}", "a.".repeat(15)), "a.toml:1: values are nested more than 16 deep\n"),
        ("one long text", format!("a = \"{}\"", "x".repeat(2_000_000)), "a.toml:1: the file is longer than 1048576 bytes\n"),
        ("a long key", format!("{} = 1", "x".repeat(1_000_000)), "a.toml:1: unknown key `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…`\n"),
        ("many keys", keys, "a.toml:1: unknown key `key0`\n"),
        ("no TOML", "<xml>\n".to_owned(), "a.toml:1: not TOML: "),
    ] {
        let faults = loaded(&text, &[]).expect_err(name);
        assert!(faults.starts_with(start), "{name}: {}", faults.lines().next().unwrap_or_default());
        assert!(faults.lines().count() <= 201, "{name}");
    }
    let none = loaded("", &[]).expect("an empty file is fine");
    assert_eq!(listed(&none.settings.warnings), "a.toml:1: there is no [[rule]]: no caller is asked\n");
}

#[test]
fn a_file_that_is_not_text_or_not_there_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.toml");
    std::fs::write(&file, b"[server]\nlisten = \"\xff\"").expect("written");
    let faults = load(Some(&file), None, &environment(&[])).expect_err("not UTF-8");
    assert_eq!(listed(&faults), "a.toml:2: the file is not UTF-8\n");
    let faults = load(Some(&folder.path().join("b.toml")), None, &environment(&[])).expect_err("missing");
    assert!(listed(&faults).starts_with("b.toml:1: the file cannot be read: "));
    let faults = load(Some(folder.path()), None, &environment(&[])).expect_err("a folder");
    assert!(faults[0].message.starts_with("the file cannot be read: "));
}

#[test]
fn all_syntax_faults_of_a_file_are_named() {
    let faults = loaded("[server\nlisten = 'x\n[store]\nurl = \"embedded:x\"\nurl = \"embedded:y\"\n", &[]).expect_err("broken");
    insta::assert_snapshot!(faults, @r##"
    a.toml:1: not TOML: unclosed table, expected `]`
    a.toml:5: not TOML: duplicate key
    "##);
}

#[test]
fn check_reports_in_json_and_in_words() {
    let run = |file: &str, json: bool| {
        let (path, mut out) = (fixture(file), Vec::new());
        let request = check::Request { config: Some(&path), data: None };
        let code = check::report(&check::look(&request, Environment::default()), json, &mut out).expect("written");
        (code, String::from_utf8(out).expect("UTF-8"))
    };
    let (code, text) = run("broken.toml", true);
    let report: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(code, 2);
    assert_eq!(report["errors"][0]["line"], 2);
    assert!(report["errors"][0]["message"].as_str().is_some_and(|message| message.starts_with("unknown key `lisen`")));

    let (code, text) = run("contract.toml", true);
    let report: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!((code, report["errors"].as_array().map(Vec::len)), (0, Some(0)));
    assert!(text.contains("the environment variable TWILIO_AUTH_TOKEN is not set"), "a warning, away from where it will run");
    let row =
        report["texts"].as_array().expect("rows").iter().find(|row| row["survey"] == "csat" && row["channel"] == "sms").expect("a text");
    assert!(row["parts"].as_u64() >= Some(1) && row["characters"].as_u64() >= Some(1) && row["encoding"].is_string());
    assert!(["question", "locale"].iter().all(|key| row[key].is_string()));
    assert_eq!(report["accounts"][0]["signature"], "provider");
    let webhook = &report["webhooks"][0];
    assert_eq!((&webhook["name"], &webhook["host"]), (&"crm".into(), &"crm.example.com".into()));
    assert_eq!((&webhook["events"][0], &webhook["allow_private"]), (&"response.completed".into(), &false.into()));
    assert!(!text.contains("/hook"), "an address may hold a secret");

    let (code, text) = run("contract.toml", false);
    assert_eq!(code, 0);
    assert!(text.contains("\naccount  tenant   provider   webhooks are proved by\nmain     acme     twilio     signature\n"), "{text}");
    let (code, text) = run("broken.toml", false);
    assert_eq!(code, 2);
    assert!(text.contains("broken.toml:3: server.listen: "), "{text}");
}

#[test]
fn check_shows_what_a_text_costs_where_an_account_has_a_price() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("aftercall.toml");
    let account = "[[account]]\nname = \"main\"\nprovider = \"twilio\"\naccount_sid = \"AC0123456789abcdef0123456789abcdef\"\nauth_token = \"x\"\nlines = [\"+14155550100\"]\n";
    std::fs::write(&path, format!("{account}price_per_part = 0.0079\n")).expect("written");
    let run = |json: bool| {
        let (request, mut out) = (check::Request { config: Some(&path), data: None }, Vec::new());
        check::report(&check::look(&request, Environment::default()), json, &mut out).expect("written");
        String::from_utf8(out).expect("UTF-8")
    };
    let report: serde_json::Value = serde_json::from_str(&run(true)).expect("JSON");
    assert_eq!(report["errors"], serde_json::json!([]));
    for text in report["texts"].as_array().expect("rows") {
        let cost = text["parts"].as_f64().map(|parts| (parts * 79.0).round() / 10_000.0);
        let wanted = if text["channel"] == "sms" { serde_json::json!({"main": cost}) } else { serde_json::Value::Null };
        assert_eq!(text["cost"], wanted, "{text}");
    }
    assert!(run(false).contains(&format!("{:<8}  {:>5}  main 0.0079\n", "gsm", 1)), "{}", run(false));
}

#[test]
fn the_set_up_that_the_readme_shows_has_no_fault() {
    let readme = include_str!("../../README.md");
    let toml = readme.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a set-up");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("aftercall.toml");
    std::fs::write(&file, toml).expect("written");
    let loaded = load(Some(&file), None, &environment(&[("TWILIO_AUTH_TOKEN", "x")])).expect("fine");
    assert_eq!((loaded.settings.accounts.len(), loaded.settings.policy.rules.len(), loaded.settings.warnings), (1, 1, Vec::new()));
}

#[test]
fn addresses_of_shared_stores_are_read_and_their_passwords_never_shown() {
    let text = "[server]\nsecret = { env = \"KEY\" }\n[store]\nurl = { env = \"REDIS\" }\njournal = \"outage\"\njournal_path = \"spool/j.db\"\n\
                [reporting]\nurl = \"postgres://app:hunter2@db/aftercall\"\n";
    let more = [("KEY", KEY), ("REDIS", "redis-sentinel://:hunter2@a:1,b:2/main/0")];
    let settings = loaded(text, &more).expect("fine").settings;
    assert!(matches!(&settings.store.url, StoreUrl::Redis(url) if url.to_string() == "redis-sentinel://a:1,b:2/main/0"));
    assert_eq!((settings.store.journal, settings.store.journal_path.as_path()), (JournalRule::Outage, Path::new("spool/j.db")));
    assert!(matches!(&settings.reporting.url, ReportingUrl::Postgres(url) if url.expose() == "postgres://app:hunter2@db/aftercall"));
    assert_eq!(settings.data_folder(), Path::new("spool"));
    assert!(!format!("{settings:?}").contains("hunter2"));
}

#[test]
fn gateways_that_share_a_store_need_the_same_secret() {
    let wrong = loaded("[store]\nurl = \"redis://localhost/0\"\n[reporting]\nurl = \"postgres://db/x\"\n", &[]).expect_err("a fault");
    assert_eq!(wrong, "a.toml:1: server.secret: is missing: gateways that share a store must have the same (openssl rand -hex 32)\n");
}
