INSERT INTO calls AS t (row_id, seq, account, call_id, tenant, line, respondent, direction, started_at, answered_at, ended_at, ended_by,
  outcome, language, invited_by, queue, agents, attributes, session_id, reason, version, disposition)
SELECT f.seq + r.seq, f.seq + r.seq, account, call_id, tenant, line, respondent, direction, started_at, answered_at, ended_at, ended_by,
  outcome, language, invited_by, queue, agents, attributes, session_id, reason, version,
  coalesce((SELECT p.disposition FROM responses p WHERE p.session_id = r.session_id), r.disposition)
FROM jsonb_populate_recordset(NULL::calls, $1::jsonb) r, (SELECT seq FROM report_feed LIMIT 1) f
ON CONFLICT (account, call_id) DO UPDATE SET seq = excluded.seq, line = excluded.line, respondent = CASE WHEN excluded.respondent IS NULL AND left(t.respondent, 1) = '#' THEN t.respondent ELSE excluded.respondent END,
  direction = excluded.direction, started_at = excluded.started_at, answered_at = excluded.answered_at, ended_at = excluded.ended_at,
  ended_by = excluded.ended_by, outcome = excluded.outcome, language = excluded.language, invited_by = excluded.invited_by,
  queue = excluded.queue, agents = excluded.agents, attributes = excluded.attributes, session_id = excluded.session_id,
  reason = excluded.reason, version = excluded.version, disposition = excluded.disposition
WHERE excluded.version >= t.version AND excluded.reason IS DISTINCT FROM 'erased'
