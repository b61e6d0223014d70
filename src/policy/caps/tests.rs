use std::collections::BTreeMap;

use super::*;
use crate::call::Agent;
use crate::phone::Respondent;
use crate::policy::When;
use crate::survey::model::Channel;

const DAY: Duration = Duration::from_secs(86_400);

fn at(hours: u64) -> Moment {
    Moment::parse("2026-11-23T10:00:00Z").expect("a time").plus(Duration::from_secs(hours * 3600))
}

fn call(queue: &str, agents: &[(&str, u32)]) -> Call {
    let agents = agents.iter().map(|(id, seconds)| Agent { id: (*id).to_owned(), team: None, seconds: Some(*seconds) }).collect();
    Call {
        line: Some("+14155550100".to_owned()),
        respondent: Respondent::parse("+14155550123").ok(),
        queue: Some(queue.to_owned()).filter(|queue| !queue.is_empty()),
        agents,
        attributes: BTreeMap::from([("tier".to_owned(), "gold".to_owned())]),
        ..Call::bare(("main", "default"), "CA1", at(0))
    }
}

fn cap(most: u32, by: &[By]) -> Cap {
    Cap { most, per: DAY, by: by.to_vec() }
}

fn rule(quota: Option<Quota>) -> Rule {
    let (survey, channels) = ("csat".to_owned(), vec![Channel::Sms]);
    Rule { when: When::default(), survey, channels, sample: 1.0, delay: Duration::ZERO, quota }
}

#[test]
fn a_cap_counts_apart_what_it_names() {
    let now = call("support", &[("alice", 60), ("bob", 30)]);
    let tier = By::Attribute("tier".to_owned());
    let cases = [
        (call("support", &[]), vec![By::Queue], true),
        (call("sales", &[]), vec![By::Queue], false),
        (call("", &[]), vec![By::Queue], false),
        (call("sales", &[("bob", 1)]), vec![By::Agent], true),
        (call("sales", &[("carol", 1)]), vec![By::Agent], false),
        (call("sales", &[]), vec![By::Line, By::Account], true),
        (call("sales", &[]), vec![tier.clone()], true),
        (call("sales", &[]), vec![tier.clone(), By::Queue], false),
        (Call { attributes: BTreeMap::new(), ..call("support", &[]) }, vec![tier], false),
    ];
    for (before, by, reached) in cases {
        let earlier = [Earlier { at: at(0), call: &before }];
        assert_eq!(cap(1, &by).is_reached(&now, (&[], &earlier), at(23)), reached, "{by:?}");
        assert!(!cap(1, &by).is_reached(&now, (&[], &earlier), at(24)), "{by:?}: a day later");
        assert!(!cap(2, &by).is_reached(&now, (&[], &earlier), at(1)), "{by:?}: twice");
    }
    let unknown = call("", &[]);
    assert!(!cap(1, &[By::Queue]).is_reached(&unknown, (&[], &[Earlier { at: at(0), call: &unknown }]), at(1)));
    assert!(cap(1, &[]).is_reached(&now, (&[at(0)], &[]), at(1)));
}

#[test]
fn numbers_of_one_prefix_share_a_cap_whoever_they_are() {
    let caps = vec![cap(5, &[By::Prefix(None)]), cap(9, &[By::Prefix(Some(3)), By::Queue]), cap(1, &[By::Queue])];
    let policy = Policy { caps, ..Policy::default() };
    let of = |number: &str| {
        let respondent = Respondent::parse(number).ok();
        policy.shares(&Call { respondent, ..call("support", &[]) }, &rule(None)).iter().map(|share| share.name.clone()).collect::<Vec<_>>()
    };
    let (one, neighbour, far) = (of("+14155550123"), of("+14155559999"), of("+14165550123"));
    assert_eq!((one.len(), &one), (2, &neighbour));
    assert_ne!(one, far);
    assert!(one[0].ends_with("+1415555") && one[1].ends_with("+141\0support"), "{one:?}");
    let share = &policy.shares(&call("support", &[]), &rule(None))[0];
    assert_eq!((share.most, share.per, share.reason), (5, DAY, Suppression::FrequencyCap));
    assert_eq!(policy.shares(&call("", &[]), &rule(None)).len(), 1, "what is not known is not counted");
}

#[test]
fn a_quota_is_that_of_the_agent_with_the_greatest_share_of_the_call() {
    let quota = Quota { most: 5, per: DAY };
    let agent = |agents: &[(&str, u32)]| {
        let shares = Policy::default().shares(&call("support", agents), &rule(Some(quota)));
        shares.first().map(|share| share.name.rsplit('\0').next().unwrap_or_default().to_owned())
    };
    assert_eq!(agent(&[("alice", 60), ("bob", 30)]).as_deref(), Some("alice"));
    assert_eq!(agent(&[("alice", 30), ("bob", 30)]).as_deref(), Some("bob"));
    assert_eq!(agent(&[]), None);
}

#[test]
fn a_tenants_budgets_are_for_an_hour_and_a_day() {
    let budget = |per_hour, per_day| {
        let policy = Policy { budget: Budget { per_hour, per_day }, ..Policy::default() };
        policy
            .shares(&call("support", &[]), &rule(None))
            .iter()
            .map(|share| (share.most, share.per.as_secs(), share.reason))
            .collect::<Vec<_>>()
    };
    assert_eq!(budget(0, 0), []);
    assert_eq!(budget(10, 50), [(10, 3600, Suppression::Budget), (50, 86_400, Suppression::Budget)]);
    let policy = Policy { budget: Budget { per_hour: 1, per_day: 0 }, ..Policy::default() };
    let other = Call { tenant: "other".to_owned(), ..call("support", &[]) };
    assert_ne!(policy.shares(&call("support", &[]), &rule(None))[0].name, policy.shares(&other, &rule(None))[0].name);
}
