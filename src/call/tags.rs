use super::{Agent, Call, InvitedBy};

/// Longest value of a tag that is kept, in characters.
const LONGEST: usize = 200;
/// Most agents and attributes of one call that are kept.
const MOST: usize = 50;

/// What an operator's flow adds to a provider's webhook in its query: `?agent=alice&queue=support&attr.region=cn/js`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tags {
    pairs: Vec<(String, String)>,
}

impl Tags {
    /// Takes the pairs whose name is on the list (`agent`, `queue`, `attr.*`, …); an empty list takes every known name.
    /// Control characters are dropped and long values cut.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>, allowed: &[String]) -> Self {
        let pairs = pairs
            .into_iter()
            .filter(|(name, _)| known(name) && (allowed.is_empty() || allowed.iter().any(|rule| covers(rule, name))))
            .map(|(name, value)| (clean(name), clean(value)))
            .filter(|(_, value)| !value.is_empty())
            .take(MOST)
            .collect();
        Self { pairs }
    }

    /// Writes the tags into the call; what the provider itself said about agents, queue and language is replaced.
    pub fn apply(&self, call: &mut Call) {
        let agents: Vec<Agent> = self.named("agent").map(agent).filter(|agent| !agent.id.is_empty()).collect();
        if !agents.is_empty() {
            call.agents = agents;
        }
        if let Some(team) = self.named("team").next() {
            for agent in call.agents.iter_mut().filter(|agent| agent.team.is_none()) {
                agent.team = Some(team.to_owned());
            }
        }
        if let Some(queue) = self.named("queue").next() {
            call.queue = Some(queue.to_owned());
        }
        if let Some(language) = self.named("language").next() {
            call.language = Some(language.to_owned());
        }
        if let Some(by) = self.named("invited_by").find_map(invited_by) {
            call.invited_by = Some(by);
        }
        for (name, value) in &self.pairs {
            if let Some(name) = name.strip_prefix("attr.") {
                call.attributes.insert(name.to_owned(), value.clone());
            }
        }
    }

    fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(given, _)| given == name).map(|(_, value)| value.as_str())
    }
}

fn known(name: &str) -> bool {
    matches!(name, "agent" | "queue" | "team" | "language" | "invited_by")
        || name.strip_prefix("attr.").is_some_and(|rest| !rest.is_empty())
}

fn covers(rule: &str, name: &str) -> bool {
    rule == name || rule.strip_suffix('*').is_some_and(|start| name.starts_with(start))
}

fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(LONGEST).collect::<String>().trim().to_owned()
}

fn agent(text: &str) -> Agent {
    let (id, seconds) = match text.rsplit_once(':') {
        Some((id, seconds)) => match seconds.parse() {
            Ok(seconds) => (id, Some(seconds)),
            Err(_) => (text, None),
        },
        None => (text, None),
    };
    Agent { id: id.to_owned(), team: None, seconds }
}

fn invited_by(text: &str) -> Option<InvitedBy> {
    match text {
        "system" => Some(InvitedBy::System),
        "agent" => Some(InvitedBy::Agent),
        "declined" => Some(InvitedBy::Declined),
        _ => None,
    }
}
