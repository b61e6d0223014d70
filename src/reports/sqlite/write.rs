use std::borrow::Cow;

use rusqlite::{Connection, named_params, params};
use serde::Serialize;

use crate::call::Moment;
use crate::phone::Respondent;
use crate::ports::report::{CallFact, Fact, OptOutFact, Ticket, Unmatched};
use crate::reports::credited;
use crate::reports::nul::{self, text};
use crate::survey::response::Response;

/// What belongs to the call or the survey itself never changes and is left out of the update, so that its index is not written again.
const PUT_RESPONSE: &str = "
INSERT INTO responses (seq, session_id, version, tenant, account, call_id, line, respondent, queue, agents, attributes, invited_by, survey,
  survey_version, variant, locale, channel, channels, disposition, late, call_ended_at, invited_at, delivered_at, first_answer_at,
  completed_at, answers, scores, measures, ticket_id, previous_session_id, provider_code, parts)
VALUES (:seq, :session_id, :version, :tenant, :account, :call_id, :line, :respondent, :queue, :agents, :attributes, :invited_by, :survey,
  :survey_version, :variant, :locale, :channel, :channels, :disposition, :late, :call_ended_at, :invited_at, :delivered_at, :first_answer_at,
  :completed_at, :answers, :scores, :measures, :ticket_id, :previous_session_id, :provider_code, :parts)
ON CONFLICT (session_id) DO UPDATE SET seq = excluded.seq, version = excluded.version, line = excluded.line,
  respondent = iif(excluded.respondent IS NULL AND substr(responses.respondent, 1, 1) = '#', responses.respondent, excluded.respondent), queue = excluded.queue, agents = excluded.agents, attributes = excluded.attributes,
  invited_by = excluded.invited_by, locale = excluded.locale, channel = excluded.channel, channels = excluded.channels,
  disposition = excluded.disposition, late = excluded.late, invited_at = excluded.invited_at, delivered_at = excluded.delivered_at,
  first_answer_at = excluded.first_answer_at, completed_at = excluded.completed_at, answers = excluded.answers, scores = excluded.scores,
  measures = excluded.measures, ticket_id = excluded.ticket_id, previous_session_id = excluded.previous_session_id,
  provider_code = excluded.provider_code, parts = excluded.parts
WHERE excluded.version > responses.version";

const PUT_CALL: &str = "
INSERT INTO calls (seq, account, call_id, tenant, line, respondent, direction, started_at, answered_at, ended_at, ended_by, outcome, language,
  invited_by, queue, agents, attributes, session_id, reason, version, disposition)
VALUES (:seq, :account, :call_id, :tenant, :line, :respondent, :direction, :started_at, :answered_at, :ended_at, :ended_by, :outcome,
  :language, :invited_by, :queue, :agents, :attributes, :session_id, :reason, :version,
  coalesce((SELECT disposition FROM responses WHERE session_id = :session_id), :disposition))
ON CONFLICT (account, call_id) DO UPDATE SET seq = excluded.seq, line = excluded.line,
  respondent = iif(excluded.respondent IS NULL AND substr(calls.respondent, 1, 1) = '#', calls.respondent, excluded.respondent),
  direction = excluded.direction, started_at = excluded.started_at, answered_at = excluded.answered_at, ended_at = excluded.ended_at,
  ended_by = excluded.ended_by, outcome = excluded.outcome, language = excluded.language, invited_by = excluded.invited_by,
  queue = excluded.queue, agents = excluded.agents, attributes = excluded.attributes, session_id = excluded.session_id,
  reason = excluded.reason, version = excluded.version, disposition = excluded.disposition
WHERE excluded.version >= calls.version AND excluded.reason IS NOT 'erased'";

/// The session of a call has ended: the call's row shows it and comes again in the feed.
const END_CALL: &str =
    "UPDATE calls SET disposition = ?1, seq = ?2 WHERE account = ?3 AND call_id = ?4 AND session_id = ?5 AND disposition IS NOT ?1";

const PUT_UNMATCHED: &str = "
INSERT INTO unmatched_replies (seq, id, tenant, account, line, respondent, text, received_at, reason)
VALUES (:seq, :id, :tenant, :account, :line, :respondent, :text, :received_at, :reason)
ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, respondent = excluded.respondent, text = excluded.text, reason = excluded.reason";

const PUT_OPT_OUT: &str = "
INSERT INTO opt_outs (seq, id, tenant, account, respondent, opted_out, source, text, at)
VALUES (:seq, :id, :tenant, :account, :respondent, :opted_out, :source, :text, :at) ON CONFLICT (id) DO NOTHING";

const PUT_TICKET: &str = "
INSERT INTO tickets (seq, id, version, tenant, account, session_id, call_id, queue, state, owner, reason, opened_at, due_at, assigned_at,
  resolved_at, closed_at, escalated_at, escalate_to, email, recovery, recovery_session_id, recovered, notes)
VALUES (:seq, :id, :version, :tenant, :account, :session_id, :call_id, :queue, :state, :owner, :reason, :opened_at, :due_at, :assigned_at,
  :resolved_at, :closed_at, :escalated_at, :escalate_to, :email, :recovery, :recovery_session_id, :recovered, :notes)
ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, version = excluded.version, state = excluded.state, owner = excluded.owner,
  due_at = excluded.due_at, assigned_at = excluded.assigned_at, resolved_at = excluded.resolved_at, closed_at = excluded.closed_at,
  escalated_at = excluded.escalated_at, recovery_session_id = excluded.recovery_session_id, recovered = excluded.recovered,
  notes = excluded.notes
WHERE excluded.version > tickets.version";

/// Writes a fact, in two or three statements, within the transaction of whoever owns the connection. A response that is not newer
/// than the stored one changes nothing.
///
/// # Errors
/// As SQLite says.
pub fn apply(connection: &Connection, fact: &Fact) -> rusqlite::Result<()> {
    match fact {
        Fact::Call(call) => put_call(connection, call),
        Fact::Response(response) => put_response(connection, response),
        Fact::Unmatched(unmatched) => put_unmatched(connection, unmatched),
        Fact::OptOut(opt_out) => put_opt_out(connection, opt_out),
        Fact::Ticket(ticket) => put_ticket(connection, ticket),
    }
}

/// The next place in the feed. Drawn inside the writing transaction, so a rolled-back change gives its number back.
pub(super) fn next(connection: &Connection) -> rusqlite::Result<i64> {
    connection.prepare_cached("UPDATE report_feed SET seq = seq + 1 RETURNING seq")?.query_row([], |row| row.get(0))
}

fn put_response(connection: &Connection, r: &Response) -> rusqlite::Result<()> {
    let seq = next(connection)?;
    // By place and not by name: this runs once for each answer, and SQLite looks names up one by one.
    let changed = connection.prepare_cached(PUT_RESPONSE)?.execute(params![
        seq,
        text(&r.session_id),
        r.version.cast_signed(),
        text(&r.tenant),
        text(&r.account),
        text(&r.call_id),
        maybe(&r.line),
        whole(r.respondent.as_ref()),
        maybe(&r.queue),
        json(&r.agents)?,
        json(&r.attributes)?,
        name(r.invited_by)?,
        text(&r.survey),
        r.survey_version,
        maybe(&r.variant),
        text(&r.locale),
        r.channel.name(),
        json(&r.channels)?,
        text(&r.disposition),
        r.late,
        r.call_ended_at.millis(),
        millis(r.invited_at),
        millis(r.delivered_at),
        millis(r.first_answer_at),
        millis(r.completed_at),
        json(&r.answers)?,
        json(&r.scores)?,
        json(&r.measures)?,
        maybe(&r.ticket_id),
        maybe(&r.previous_session_id),
        maybe(&r.provider_code),
        r.parts,
    ])?;
    if changed > 0 && r.disposition != "open" {
        connection.prepare_cached(END_CALL)?.execute((
            text(&r.disposition),
            seq,
            text(&r.account),
            text(&r.call_id),
            text(&r.session_id),
        ))?;
    }
    Ok(())
}

fn put_call(connection: &Connection, fact: &CallFact) -> rusqlite::Result<()> {
    let (seq, c) = (next(connection)?, &fact.call);
    connection.prepare_cached(PUT_CALL)?.execute(named_params! {
        ":seq": seq, ":account": text(&c.account), ":call_id": text(&c.call_id), ":tenant": text(&c.tenant), ":line": maybe(&c.line),
        ":respondent": whole(c.respondent.as_ref()), ":direction": name(c.direction)?, ":started_at": millis(c.started_at),
        ":answered_at": millis(c.answered_at), ":ended_at": c.ended_at.millis(), ":ended_by": name(c.ended_by)?,
        ":outcome": name(c.outcome)?, ":language": maybe(&c.language), ":invited_by": name(c.invited_by)?, ":queue": maybe(&c.queue),
        ":agents": json(&credited::agents(fact))?, ":attributes": json(&c.attributes)?, ":session_id": maybe(&fact.session_id),
        ":reason": maybe(&fact.reason), ":version": fact.version.cast_signed(), ":disposition": credited::disposition(fact).as_deref().map(text),
    })?;
    Ok(())
}

fn put_unmatched(connection: &Connection, u: &Unmatched) -> rusqlite::Result<()> {
    connection.prepare_cached(PUT_UNMATCHED)?.execute(named_params! {
        ":seq": next(connection)?, ":id": text(&u.id), ":tenant": text(&u.tenant), ":account": text(&u.account), ":line": maybe(&u.line),
        ":respondent": u.respondent.expose(), ":text": text(&u.text), ":received_at": u.received_at.millis(), ":reason": name(Some(u.reason))?,
    })?;
    Ok(())
}

fn put_opt_out(connection: &Connection, o: &OptOutFact) -> rusqlite::Result<()> {
    connection.prepare_cached(PUT_OPT_OUT)?.execute(named_params! {
        ":seq": next(connection)?, ":id": text(&o.id), ":tenant": text(&o.tenant), ":account": text(&o.account), ":respondent": o.respondent.expose(),
        ":opted_out": o.opted_out, ":source": text(&o.source), ":text": maybe(&o.text), ":at": o.at.millis(),
    })?;
    Ok(())
}

fn put_ticket(connection: &Connection, t: &Ticket) -> rusqlite::Result<()> {
    connection.prepare_cached(PUT_TICKET)?.execute(named_params! {
        ":seq": next(connection)?, ":id": text(&t.id), ":version": t.version.cast_signed(), ":tenant": text(&t.tenant),
        ":account": text(&t.account), ":session_id": text(&t.session_id), ":call_id": text(&t.call_id), ":queue": maybe(&t.queue),
        ":state": name(Some(t.state))?, ":owner": maybe(&t.owner), ":reason": text(&t.reason), ":opened_at": t.opened_at.millis(),
        ":due_at": millis(t.due_at), ":assigned_at": millis(t.assigned_at), ":resolved_at": millis(t.resolved_at),
        ":closed_at": millis(t.closed_at), ":escalated_at": millis(t.escalated_at), ":escalate_to": maybe(&t.escalate_to),
        ":email": json(&t.email)?, ":recovery": maybe(&t.recovery), ":recovery_session_id": maybe(&t.recovery_session_id),
        ":recovered": t.recovered, ":notes": json(&t.notes)?,
    })?;
    Ok(())
}

fn maybe(held: &Option<String>) -> Option<Cow<'_, str>> {
    held.as_deref().map(text)
}

fn whole(respondent: Option<&Respondent>) -> Option<&str> {
    respondent.map(Respondent::expose)
}

fn millis(moment: Option<Moment>) -> Option<i64> {
    moment.map(Moment::millis)
}

pub(super) fn json<T: Serialize>(value: &T) -> rusqlite::Result<String> {
    nul::json(value).map_err(|failed| rusqlite::Error::ToSqlConversionFailure(Box::new(failed)))
}

/// The name by which an enum is written in JSON, without the quotes.
fn name<T: Serialize>(value: Option<T>) -> rusqlite::Result<Option<String>> {
    value.map(|value| Ok(json(&value)?.trim_matches('"').to_owned())).transpose()
}
