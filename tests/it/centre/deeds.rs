//! A call centre made up by seed: what happened, in words of its own. What is expected is counted from these objects alone.

/// An answer, or half of one, to a measure.
#[derive(Clone, Copy, PartialEq)]
pub enum Part {
    None,
    /// Feature, whether it is the question about having it, and the place of the answer, 1 to 5.
    Kano(&'static str, bool, u8),
    /// Driver, its weight, and points.
    Index(&'static str, f64, f64),
}

#[derive(Clone, Copy, PartialEq)]
pub struct Reply {
    pub measure: &'static str,
    /// Of yes and no, 1 and 0.
    pub value: i64,
    pub part: Part,
    pub at: i64,
    pub late: bool,
}

#[derive(Clone)]
pub struct Complaint {
    pub opened: i64,
    pub due: Option<i64>,
    pub assigned: Option<i64>,
    pub resolved: Option<i64>,
    pub closed: Option<i64>,
    pub escalated: Option<i64>,
    pub recovered: Option<bool>,
    /// The survey that asked again.
    pub again: Option<Asked>,
}

#[derive(Clone)]
pub struct Asked {
    pub survey: &'static str,
    pub version: u32,
    pub variant: Option<&'static str>,
    pub locale: &'static str,
    pub channel: &'static str,
    pub disposition: &'static str,
    pub invited: Option<i64>,
    pub delivered: Option<i64>,
    pub replies: Vec<Reply>,
    pub parts: u32,
    pub complaint: Option<Box<Complaint>>,
    /// Of the row that a later one replaces: how many replies it had.
    pub corrected: Option<usize>,
}

#[derive(Clone, Copy, PartialEq)]
pub struct Helper {
    pub id: &'static str,
    pub team: Option<&'static str>,
    pub seconds: Option<u32>,
}

/// A call and what became of it; times in milliseconds.
#[derive(Clone)]
pub struct Deed {
    pub number: usize,
    pub tenant: &'static str,
    pub account: &'static str,
    pub line: Option<&'static str>,
    pub caller: Option<u32>,
    pub direction: Option<&'static str>,
    pub started: Option<i64>,
    pub answered: Option<i64>,
    pub ended: i64,
    pub ended_by: Option<&'static str>,
    pub outcome: Option<&'static str>,
    pub language: Option<&'static str>,
    pub invited_by: Option<&'static str>,
    pub queue: Option<&'static str>,
    pub helpers: Vec<Helper>,
    pub attributes: Vec<(&'static str, &'static str)>,
    pub reason: Option<&'static str>,
    pub asked: Option<Asked>,
}

impl Deed {
    pub fn attribute(&self, key: &str) -> Option<&'static str> {
        self.attributes.iter().find(|(known, _)| *known == key).map(|(_, value)| *value)
    }

    /// Whether it was not over when it was told first.
    pub fn is_told_twice(&self) -> bool {
        self.asked.as_ref().is_some_and(|asked| asked.corrected.is_some())
    }

    /// What was known of it then: of some sessions a part of the replies, of some calls no attributes.
    pub fn at_first(&self) -> Self {
        let Some((asked, replies)) = self.asked.as_ref().and_then(|asked| Some((asked, asked.corrected?))) else { return self.clone() };
        let unfinished =
            Asked { disposition: "open", replies: asked.replies[..replies].to_vec(), complaint: None, parts: 0, ..asked.clone() };
        let attributes = if replies % 2 == 0 { Vec::new() } else { self.attributes.clone() };
        Self { attributes, asked: Some(unfinished), ..self.clone() }
    }

    /// Each agent with the share of the credit: by seconds where all are known, else alike.
    pub fn credit(&self) -> Vec<(Helper, f64)> {
        let total: u32 = self.helpers.iter().filter_map(|helper| helper.seconds).sum();
        let known = total > 0 && self.helpers.iter().all(|helper| helper.seconds.is_some());
        let share = |helper: &Helper| match (known, helper.seconds) {
            (true, Some(seconds)) => f64::from(seconds) / f64::from(total),
            _ => 1.0 / self.helpers.len() as f64,
        };
        self.helpers.iter().map(|helper| (*helper, share(helper))).collect()
    }
}

impl Asked {
    pub fn first(&self) -> Option<i64> {
        self.replies.iter().map(|reply| reply.at).min()
    }

    pub fn is_silent(&self) -> bool {
        self.invited.is_some() && self.replies.is_empty() && !["open", "opted_out", "undeliverable"].contains(&self.disposition)
    }

    pub fn measures(&self) -> &'static [&'static str] {
        match self.survey {
            "csat" | "recovery" => &["csat"],
            "both" => &["csat", "nps"],
            "wide" => &["csat", "nps", "ces", "fcr", "service_level"],
            "several" => &["kano", "index"],
            _ => &["nps"],
        }
    }
}
