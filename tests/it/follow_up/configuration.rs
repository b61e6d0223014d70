use aftercall::config::{Environment, load};

/// The faults of a configuration that ends with this.
fn faults(more: &str) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("aftercall.toml");
    let account = "[[account]]\nname = \"try\"\nprovider = \"simulator\"\nsignature = \"none\"\nallow_from = [\"127.0.0.1\"]\n\
        lines = [\"+14155550100\"]\n[[rule]]\nsurvey = \"csat\"\n";
    std::fs::write(&file, format!("{account}{more}")).expect("written");
    match load(Some(&file), None, &Environment::new([])) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.into_iter().map(|fault| format!("{}: {}", fault.line, fault.message)).collect(),
    }
}

#[test]
fn faults_of_webhooks_tickets_and_mail_are_told_with_their_lines() {
    let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    let hook = |more: &str| format!("[[webhook]]\nname = \"crm\"\nurl = \"https://crm.example.com\"\n{more}\n");
    for (more, wanted) in [
        (hook(&format!("secret = \"{secret}\"")), vec![]),
        (hook(""), vec!["9: webhook.secret: is missing: whsec_ and 24 to 64 random bytes as base64, which the receiver knows too"]),
        (hook("secret = \"hunter2\""), vec!["12: webhook.secret: is none: write whsec_ and 24 to 64 random bytes as base64"]),
        (
            hook(&format!("secret = \"{secret}\"\nevents = [\"joy\"]")),
            vec![
                "13: webhook.events: `joy` is none of response.completed, response.updated, ticket.opened, ticket.overdue, opt_out",
                "13: webhook.events: names nothing that it could be told of",
            ],
        ),
        (
            hook(&format!("secret = \"{secret}\"")).replace("https://", "ftp://"),
            vec!["11: webhook.url: `ftp://crm.example.com` is not an http or https address"],
        ),
        (
            "[[ticket]]\nreason = \"low\"\nwhen = { measure.csat = \"1..=2\", answer.part = \"price\", attr.tier = \"vip\" }".to_owned(),
            vec![],
        ),
        (
            "[[ticket]]\nwhen = { measure.joy = 1, answer.nothing = 2 }".to_owned(),
            vec![
                "10: ticket.when.answer: no survey has a question `nothing`",
                "10: ticket.when.measure: there is no measure `joy`",
                "9: ticket.reason: is missing",
            ],
        ),
        (
            "[[ticket]]\nreason = \"low\"\nwhen = { words = [\"x\"] }\nemail = \"a@example.com\"".to_owned(),
            vec!["12: ticket.email: needs a [mail] section that says how e-mails leave"],
        ),
        (
            "[mail]\nhost = \"mail.example.com\"\nfrom = \"nobody\"\nuser = \"u\"".to_owned(),
            vec![
                "11: mail.from: `nobody` is not an e-mail address such as \"surveys@example.com\"",
                "12: mail.user: and password go together",
            ],
        ),
    ] {
        let mut found = faults(&more);
        found.sort();
        let mut wanted: Vec<String> = wanted.into_iter().map(str::to_owned).collect();
        wanted.sort();
        assert_eq!(found, wanted, "{more}");
    }
}
