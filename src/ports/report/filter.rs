use crate::call::Moment;

/// Something that rows can be filtered and grouped by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// Agent id; a transferred call belongs to several.
    Agent,
    /// The agents' team.
    Team,
    /// Queue.
    Queue,
    /// Our number.
    Line,
    /// Account.
    Account,
    /// Tenant.
    Tenant,
    /// Survey id.
    Survey,
    /// Survey version.
    SurveyVersion,
    /// A/B arm.
    Variant,
    /// Channel in use.
    Channel,
    /// Language of the survey (for calls: of the caller).
    Language,
    /// `open`, or how it ended.
    Disposition,
    /// Who offered the survey; unknown counts as `system`.
    InvitedBy,
    /// How far a ticket is, or what a change of consent stands for now, for example the `review` of an opt-out.
    State,
    /// Who looks after a ticket.
    Owner,
    /// An attribute of the call.
    Attribute(String),
}

impl Dimension {
    const NAMED: [(&'static str, Self); 15] = [
        ("agent", Self::Agent),
        ("team", Self::Team),
        ("queue", Self::Queue),
        ("line", Self::Line),
        ("account", Self::Account),
        ("tenant", Self::Tenant),
        ("survey", Self::Survey),
        ("survey_version", Self::SurveyVersion),
        ("variant", Self::Variant),
        ("channel", Self::Channel),
        ("language", Self::Language),
        ("disposition", Self::Disposition),
        ("invited_by", Self::InvitedBy),
        ("state", Self::State),
        ("owner", Self::Owner),
    ];

    /// The dimension of that name; `attr.<key>` for attributes.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name.strip_prefix("attr.") {
            Some(key) => (!key.is_empty()).then(|| Self::Attribute(key.to_owned())),
            None => Self::NAMED.into_iter().find(|(given, _)| *given == name).map(|(_, dimension)| dimension),
        }
    }

    /// Its name in the API.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Attribute(key) => format!("attr.{key}"),
            other => {
                Self::NAMED.into_iter().find(|(_, dimension)| dimension == other).map_or_else(String::new, |(name, _)| name.to_owned())
            }
        }
    }

    /// Whether only tickets have it.
    #[must_use]
    pub fn is_of_tickets(&self) -> bool {
        matches!(self, Self::State | Self::Owner)
    }

    /// Whether it belongs to the agents of a call, of whom there may be several.
    #[must_use]
    pub fn is_of_agents(&self) -> bool {
        matches!(self, Self::Agent | Self::Team)
    }
}

/// A value that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pattern {
    /// Exactly this.
    Is(String),
    /// Everything that begins so.
    Begins(String),
}

impl Pattern {
    /// Reads `value` or `prefix*`.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        text.strip_suffix('*').map_or_else(|| Self::Is(text.to_owned()), |start| Self::Begins(start.to_owned()))
    }

    /// Whether the value fits.
    #[must_use]
    pub fn fits(&self, value: &str) -> bool {
        match self {
            Self::Is(wanted) => wanted == value,
            Self::Begins(start) => value.starts_with(start.as_str()),
        }
    }
}

/// One dimension must have one of these values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// Of what.
    pub dimension: Dimension,
    /// Never empty.
    pub any_of: Vec<Pattern>,
}

/// Which rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Whose; `None` reads all tenants and is for the operator's own command line alone.
    pub tenant: Option<String>,
    /// Calls that ended (unmatched replies: were received; tickets: were opened; changes of consent: happened) not before.
    pub from: Option<Moment>,
    /// And before.
    pub to: Option<Moment>,
    /// All must hold.
    pub conditions: Vec<Condition>,
}

/// What scores are grouped by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grouping {
    /// The dimension.
    pub dimension: Dimension,
    /// Only so many levels of a path such as `cn/js/nanjing`.
    pub levels: Option<usize>,
}

impl Grouping {
    /// Reads `queue`, `attr.region` or `attr.region:2`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let levelled = text.rsplit_once(':').and_then(|(name, levels)| Some((name, levels.parse::<usize>().ok().filter(|n| *n > 0)?)));
        let (name, levels) = levelled.map_or((text, None), |(name, levels)| (name, Some(levels)));
        let dimension = Dimension::named(name).filter(|dimension| !dimension.is_of_tickets())?;
        Some(Self { dimension, levels })
    }

    /// The name of the group's member in the API: as it was asked for.
    #[must_use]
    pub fn name(&self) -> String {
        let name = self.dimension.name();
        self.levels.map_or(name.clone(), |levels| format!("{name}:{levels}"))
    }

    /// The value that a row is grouped under.
    #[must_use]
    pub fn cut(&self, value: &str) -> String {
        let levels = self.levels.unwrap_or(usize::MAX);
        value.split('/').take(levels).collect::<Vec<_>>().join("/")
    }
}
