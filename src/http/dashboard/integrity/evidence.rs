use super::super::responses::{minute, plain};
use super::super::words::{Words, fill};
use super::super::{chart, shown};
use crate::ports::report::Seen;

/// The agent's share beside that of the others.
pub struct Pair {
    pub own: String,
    pub own_bar: String,
    pub others: String,
    pub others_bar: String,
}

impl Pair {
    /// Of signs that are a share; the others have none.
    pub fn of(seen: &Seen) -> Option<Self> {
        let (own, others) = match seen {
            Seen::LowInviteRate(seen) => (seen.invite_rate, seen.others_invite_rate),
            Seen::CallNotReleased(seen) => (seen.share, seen.others_share),
            Seen::SkewedDistribution(seen) => (seen.share, seen.others_share),
            Seen::SameRespondent(seen) => (seen.repeated_share, seen.others_repeated_share),
            Seen::ResponseRateOutlier(seen) => (seen.response_rate, seen.others_response_rate),
            Seen::AgentInvitedLift(_) | Seen::Burst(_) => return None,
        };
        // In tenths of a per cent.
        let bar = |share: f64| chart::share_bar((share.clamp(0.0, 100.0) * 10.0) as u64, 1000);
        Some(Self { own: shown::per_cent(own), own_bar: bar(own), others: shown::per_cent(others), others_bar: bar(others) })
    }
}

/// What kind of sign it is.
pub fn title(words: &Words, seen: &Seen) -> &'static str {
    match seen {
        Seen::LowInviteRate(_) => words.sign_low_invite_rate,
        Seen::CallNotReleased(_) => words.sign_call_not_released,
        Seen::SkewedDistribution(_) => words.sign_skewed_distribution,
        Seen::AgentInvitedLift(_) => words.sign_agent_invited_lift,
        Seen::Burst(_) => words.sign_burst,
        Seen::SameRespondent(_) => words.sign_same_respondent,
        Seen::ResponseRateOutlier(_) => words.sign_response_rate_outlier,
    }
}

/// What it was seen by, in a sentence.
pub fn said(words: &Words, seen: &Seen) -> String {
    let (count, about) = (shown::count, shown::about);
    match seen {
        Seen::LowInviteRate(seen) => {
            fill(words.said_low_invite_rate, &[count(seen.invited), count(seen.in_hand), about(seen.expected), count(seen.declined)])
        }
        Seen::CallNotReleased(seen) => {
            fill(words.said_call_not_released, &[count(seen.not_released), count(seen.calls), about(seen.expected)])
        }
        Seen::SkewedDistribution(seen) => fill(words.said_skewed_distribution, &[count(seen.best), count(seen.n), about(seen.expected)]),
        Seen::AgentInvitedLift(seen) => {
            let (own, system) = (count(seen.agent_invited), count(seen.system_invited));
            let means = (about(seen.agent_invited_mean), about(seen.system_invited_mean));
            fill(words.said_agent_invited_lift, &[own, means.0, system, means.1, about(seen.superiority), about(seen.usual_superiority)])
        }
        Seen::Burst(seen) => {
            let between = shown::duration(words, seen.usual_seconds_between);
            let (from, to) = (minute(&seen.from.to_string()), minute(&seen.to.to_string()));
            let within = shown::duration(words, Some(seen.within_seconds));
            fill(words.said_burst, &[count(seen.run), plain(&seen.answers), within, from, to, between])
        }
        Seen::SameRespondent(seen) => {
            let asked = [seen.respondent.clone(), count(seen.answers), count(seen.of), about(seen.expected)];
            fill(words.said_same_respondent, &[&asked[..], &[count(seen.repeated), count(seen.n)]].concat())
        }
        Seen::ResponseRateOutlier(seen) => {
            fill(words.said_response_rate_outlier, &[count(seen.answered), count(seen.invited), about(seen.expected)])
        }
    }
}
