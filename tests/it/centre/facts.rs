//! What happened, as the gateway tells it to its reporting stores.

use aftercall::call::{Agent, Call, CallOutcome, Credit, Direction, InvitedBy, Moment, Party};
use aftercall::phone::Respondent;
use aftercall::ports::report::{CallFact, Fact, Ticket, TicketState};
use aftercall::survey::measure::kano::Side;
use aftercall::survey::measure::part::Piece;
use aftercall::survey::model::{Channel, Measure, Value};
use aftercall::survey::response::{AgentShare, Response};
use aftercall::survey::session::Answer;

use super::deeds::{Asked, Complaint, Deed, Part, Reply};

fn moment(millis: i64) -> Moment {
    Moment::from_millis(millis)
}

fn text(text: Option<&'static str>) -> Option<String> {
    text.map(str::to_owned)
}

/// The number of a caller.
pub fn phone(caller: u32) -> String {
    format!("+861380013{caller:04}")
}

/// The first telling: some sessions are not over yet.
pub fn first(deed: &Deed) -> Vec<Fact> {
    told(&deed.at_first(), 1)
}

/// The second telling: what has changed, and once more what was already told.
pub fn second(deed: &Deed) -> Vec<Fact> {
    if deed.is_told_twice() { told(deed, 2).into_iter().chain(first(deed)).collect() } else { Vec::new() }
}

fn session(deed: &Deed) -> String {
    format!("s{}", deed.number)
}

fn told(deed: &Deed, version: u64) -> Vec<Fact> {
    let mut facts = vec![Fact::Call(Box::new(CallFact { version, ..call(deed) }))];
    let Some(asked) = &deed.asked else { return facts };
    facts.push(Fact::Response(Box::new(Response { version, ..response(deed, (asked, session(deed))) })));
    let Some(complaint) = &asked.complaint else { return facts };
    facts.push(Fact::Ticket(Box::new(ticket(deed, complaint))));
    let again = complaint
        .again
        .as_ref()
        .map(|again| Response { previous_session_id: Some(session(deed)), ..response(deed, (again, format!("r{}", deed.number))) });
    facts.extend(again.map(|again| Fact::Response(Box::new(again))));
    facts
}

fn bare(deed: &Deed) -> Call {
    let direction = deed.direction.map(|name| if name == "inbound" { Direction::Inbound } else { Direction::Outbound });
    let party = |name| match name {
        "caller" => Party::Caller,
        "agent" => Party::Agent,
        _ => Party::System,
    };
    let outcome = deed.outcome.map(|name| if name == "answered" { CallOutcome::Answered } else { CallOutcome::Unanswered });
    let agent = |helper: &super::deeds::Helper| Agent { id: helper.id.to_owned(), team: text(helper.team), seconds: helper.seconds };
    Call {
        account: deed.account.to_owned(),
        tenant: deed.tenant.to_owned(),
        call_id: format!("CA{}", deed.number),
        line: text(deed.line),
        respondent: deed.caller.map(|caller| Respondent::parse(&phone(caller)).expect("a number")),
        direction,
        started_at: deed.started.map(moment),
        answered_at: deed.answered.map(moment),
        ended_at: moment(deed.ended),
        ended_by: deed.ended_by.map(party),
        outcome,
        language: text(deed.language),
        invited_by: invited_by(deed),
        agents: deed.helpers.iter().map(agent).collect(),
        queue: text(deed.queue),
        attributes: deed.attributes.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect(),
    }
}

fn invited_by(deed: &Deed) -> Option<InvitedBy> {
    deed.invited_by.map(|name| match name {
        "system" => InvitedBy::System,
        "agent" => InvitedBy::Agent,
        _ => InvitedBy::Declined,
    })
}

fn call(deed: &Deed) -> CallFact {
    let call = bare(deed);
    CallFact {
        version: 1,
        shares: call.credit(Credit::Seconds),
        call,
        session_id: deed.asked.as_ref().map(|_| session(deed)),
        reason: text(deed.reason),
    }
}

fn answer(reply: &Reply, channel: Channel) -> Answer {
    let value = if reply.measure == "fcr" {
        Value::Name(if reply.value == 1 { "yes" } else { "no" }.to_owned())
    } else {
        Value::Number(reply.value)
    };
    let side = |having| if having { Side::Functional } else { Side::Dysfunctional };
    Answer {
        question: reply.measure.to_owned(),
        measure: Measure::named(reply.measure),
        kind: "rating".to_owned(),
        raw: value.to_string(),
        value: Some(value),
        label: None,
        text: None,
        channel,
        answered_at: moment(reply.at),
        late: reply.late,
        part: match reply.part {
            Part::None => None,
            Part::Kano(feature, having, step) => Some(Piece::Kano { feature: feature.to_owned(), side: side(having), step }),
            Part::Index(driver, weight, points) => Some(Piece::Index { driver: driver.to_owned(), weight, points }),
        },
        outcome: Default::default(),
    }
}

fn response(deed: &Deed, (asked, session_id): (&Asked, String)) -> Response {
    let call = bare(deed);
    let channel = match asked.channel {
        "sms" => Channel::Sms,
        "ivr" => Channel::Ivr,
        _ => Channel::Call,
    };
    let shares = call.credit(Credit::Seconds);
    let agents = call.agents.iter().zip(shares);
    Response {
        session_id,
        version: 1,
        agents: agents.map(|(agent, share)| AgentShare { id: agent.id.clone(), team: agent.team.clone(), share }).collect(),
        survey: asked.survey.to_owned(),
        survey_version: asked.version,
        variant: text(asked.variant),
        locale: asked.locale.to_owned(),
        channel,
        channels: vec![channel],
        disposition: asked.disposition.to_owned(),
        late: asked.replies.iter().any(|reply| reply.late),
        call_ended_at: call.ended_at,
        invited_at: asked.invited.map(moment),
        delivered_at: asked.delivered.map(moment),
        first_answer_at: asked.first().map(moment),
        completed_at: None,
        answers: asked.replies.iter().map(|reply| answer(reply, channel)).collect(),
        scores: Default::default(),
        measures: asked.measures().iter().filter_map(|name| Measure::named(name)).collect(),
        ticket_id: asked.complaint.as_ref().map(|_| format!("T{}", deed.number)),
        previous_session_id: None,
        provider_code: None,
        parts: asked.parts,
        tenant: call.tenant,
        account: call.account,
        call_id: call.call_id,
        line: call.line,
        respondent: call.respondent,
        queue: call.queue,
        attributes: call.attributes,
        invited_by: call.invited_by,
    }
}

fn ticket(deed: &Deed, complaint: &Complaint) -> Ticket {
    let state = match (complaint.assigned, complaint.resolved, complaint.closed) {
        (_, _, Some(_)) => TicketState::Closed,
        (_, Some(_), _) => TicketState::Resolved,
        (Some(_), ..) => TicketState::Assigned,
        _ => TicketState::Open,
    };
    Ticket {
        id: format!("T{}", deed.number),
        version: 1,
        tenant: deed.tenant.to_owned(),
        account: deed.account.to_owned(),
        session_id: session(deed),
        call_id: format!("CA{}", deed.number),
        queue: text(deed.queue),
        state,
        owner: None,
        reason: "a low score".to_owned(),
        opened_at: moment(complaint.opened),
        due_at: complaint.due.map(moment),
        assigned_at: complaint.assigned.map(moment),
        resolved_at: complaint.resolved.map(moment),
        closed_at: complaint.closed.map(moment),
        escalated_at: complaint.escalated.map(moment),
        escalate_to: None,
        email: Vec::new(),
        recovery: None,
        recovery_session_id: complaint.again.as_ref().map(|_| format!("r{}", deed.number)),
        recovered: complaint.recovered,
        notes: Vec::new(),
    }
}
