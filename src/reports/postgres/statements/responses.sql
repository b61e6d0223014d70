-- What belongs to the call or the survey itself never changes and is left out of the update. A session that has ended shows in the row
-- of its call, which comes again in the feed.
WITH changed AS (
  INSERT INTO responses AS t (row_id, seq, session_id, version, tenant, account, call_id, line, respondent, queue, agents, attributes,
    invited_by, survey, survey_version, variant, locale, channel, channels, disposition, late, call_ended_at, invited_at, delivered_at,
    first_answer_at, completed_at, answers, scores, measures, ticket_id, previous_session_id, provider_code, parts)
  SELECT f.seq + r.seq, f.seq + r.seq, session_id, version, tenant, account, call_id, line, respondent, queue, agents, attributes,
    invited_by, survey, survey_version, variant, locale, channel, channels, disposition, late, call_ended_at, invited_at, delivered_at,
    first_answer_at, completed_at, answers, scores, measures, ticket_id, previous_session_id, provider_code, parts
  FROM jsonb_populate_recordset(NULL::responses, $1::jsonb) r, (SELECT seq FROM report_feed LIMIT 1) f
  ON CONFLICT (session_id) DO UPDATE SET seq = excluded.seq, version = excluded.version, line = excluded.line,
    respondent = CASE WHEN excluded.respondent IS NULL AND left(t.respondent, 1) = '#' THEN t.respondent ELSE excluded.respondent END, queue = excluded.queue, agents = excluded.agents, attributes = excluded.attributes,
    invited_by = excluded.invited_by, locale = excluded.locale, channel = excluded.channel, channels = excluded.channels,
    disposition = excluded.disposition, late = excluded.late, invited_at = excluded.invited_at, delivered_at = excluded.delivered_at,
    first_answer_at = excluded.first_answer_at, completed_at = excluded.completed_at, answers = excluded.answers,
    scores = excluded.scores, measures = excluded.measures, ticket_id = excluded.ticket_id,
    previous_session_id = excluded.previous_session_id, provider_code = excluded.provider_code, parts = excluded.parts
  WHERE excluded.version > t.version
  RETURNING t.session_id, t.account, t.call_id, t.disposition, t.seq)
UPDATE calls c SET disposition = n.disposition, seq = n.seq
FROM changed n
WHERE n.disposition <> 'open' AND c.account = n.account AND c.call_id = n.call_id AND c.session_id = n.session_id
  AND c.disposition IS DISTINCT FROM n.disposition
