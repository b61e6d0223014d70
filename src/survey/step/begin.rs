use super::path;
use crate::call::{Call, Moment};
use crate::survey::call_back::CallBack;
use crate::survey::model::{Channel, Locale, Survey};
use crate::survey::session::{Asking, Disposition, SCHEMA, Session, State};

/// How a session begins.
#[derive(Debug, Clone)]
pub struct Opening {
    /// Identity.
    pub id: String,
    /// The call.
    pub call: Call,
    /// The channels to try, in order; empty if none of the rule's channels can reach the caller any more.
    pub channels: Vec<Channel>,
    /// The channel that the rule names first, for the record.
    pub intended: Channel,
    /// The language.
    pub locale: Locale,
    /// The A/B arm, where the survey has arms.
    pub variant: Option<String>,
    /// When a text message would leave.
    pub send_at: Moment,
    /// The caller is on the line and hears the first prompt now.
    pub on_line: bool,
    /// Our number that messages leave from.
    pub line: Option<String>,
    /// The account that messages leave by, where it is not that of the call.
    pub text_account: Option<String>,
    /// How the caller is rung back, where that is one of the channels.
    pub call_back: Option<CallBack>,
    /// Then it ends.
    pub valid_until: Moment,
    /// Until then an answer still counts.
    pub late_until: Moment,
}

/// The first version of a session: open with its first question, or ended at once where nobody can be asked any more
/// (`failed` if the line is down and the rule knows no other channel, `expired` if the call ended too long ago).
#[must_use]
pub fn begin(opening: Opening, survey: &Survey, now: Moment) -> Session {
    let mut session = Session {
        schema: SCHEMA,
        id: opening.id,
        version: 1,
        call: opening.call,
        survey: survey.key.clone(),
        locale: opening.locale,
        variant: opening.variant,
        channel: opening.intended,
        channels: Vec::new(),
        call_back: opening.call_back.filter(|_| opening.channels.contains(&Channel::Call)),
        fallback: opening.channels,
        line: opening.line,
        text_account: opening.text_account,
        state: State::Ended { disposition: Disposition::Failed, at: now, asking: None },
        answers: Vec::new(),
        exchanges: Vec::new(),
        created_at: now,
        invited_at: None,
        delivered_at: None,
        first_answer_at: None,
        completed_at: None,
        valid_until: opening.valid_until,
        late_until: opening.late_until,
        send_at: Some(opening.send_at),
        provider_code: None,
        on_phone_since: None,
        ticket_id: None,
        follows: None,
        parts: 0,
    };
    if now >= session.valid_until {
        session.state = State::Ended { disposition: Disposition::Expired, at: now, asking: None };
        session.fallback.clear();
        return session;
    }
    while !session.fallback.is_empty() {
        let channel = session.fallback.remove(0);
        let Some(question) = path::first_open(survey, &session, channel) else { continue };
        // To a caller on the line the first prompt is served with this very commit; a message has yet to leave.
        let at = (channel == Channel::Ivr && opening.on_line).then_some(now);
        session.state = State::Open { asking: Asking::first(&question.id, at) };
        session.channel = channel;
        session.channels.push(channel);
        session.look_after_calls(opening.send_at);
        session.invited_at = at;
        session.on_phone_since = at;
        break;
    }
    session
}
