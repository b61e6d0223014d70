use jiff::tz::TimeZone;

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
    /// The call's attribute `brand`, by a name of its own.
    Brand,
    /// Whether the caller was invited and said nothing until the end: `true` or `false`.
    Silent,
    /// Hour of the call's end, 0 to 23, in the zone of the filter.
    Hour,
    /// Day of the week of the call's end, 1 (Monday) to 7, in the zone of the filter.
    Weekday,
    /// An attribute of the call.
    Attribute(String),
}

impl Dimension {
    const NAMED: [(&'static str, Self); 19] = [
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
        ("brand", Self::Brand),
        ("silent", Self::Silent),
        ("hour", Self::Hour),
        ("weekday", Self::Weekday),
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

    /// Whether it follows from when the call ended; no store keeps it.
    #[must_use]
    pub fn is_of_time(&self) -> bool {
        matches!(self, Self::Hour | Self::Weekday)
    }

    /// The key of the attribute that holds it.
    #[must_use]
    pub fn attribute(&self) -> Option<&str> {
        match self {
            Self::Attribute(key) => Some(key),
            Self::Brand => Some("brand"),
            _ => None,
        }
    }

    /// Reads what is looked for: `value` or `prefix*`; the value of an attribute stands for everything below it, too.
    /// `None` where no row can have that value.
    #[must_use]
    pub fn pattern(&self, text: &str) -> Option<Pattern> {
        let within = |most: u8| text.parse::<u8>().ok().filter(|number| *number <= most).map(|number| Pattern::Is(number.to_string()));
        match self {
            Self::Hour => within(23),
            Self::Weekday => within(7).filter(|pattern| !pattern.fits("0")),
            Self::Silent => matches!(text, "true" | "false").then(|| Pattern::Is(text.to_owned())),
            _ if self.attribute().is_some() && !text.ends_with('*') => Some(Pattern::Within(text.to_owned())),
            _ => Some(Pattern::parse(text)),
        }
    }
}

/// A value that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pattern {
    /// Exactly this.
    Is(String),
    /// Everything that begins so.
    Begins(String),
    /// This, and everything below it on a path: `cn/js` and `cn/js/nanjing`, not `cn/jsx`.
    Within(String),
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
            Self::Within(path) => value.strip_prefix(path.as_str()).is_some_and(|below| below.is_empty() || below.starts_with('/')),
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Whose; `None` reads all tenants and is for the operator's own command line alone.
    pub tenant: Option<String>,
    /// Calls that ended (unmatched replies: were received; tickets: were opened; changes of consent: happened) not before.
    pub from: Option<Moment>,
    /// And before.
    pub to: Option<Moment>,
    /// All must hold.
    pub conditions: Vec<Condition>,
    /// In which zone hours and days of the week are meant, and intervals begin.
    pub zone: TimeZone,
}

impl Default for Filter {
    fn default() -> Self {
        Self { tenant: None, from: None, to: None, conditions: Vec::new(), zone: TimeZone::UTC }
    }
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
