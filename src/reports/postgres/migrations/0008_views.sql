-- For tools that read the database itself: names and columns stay. Numbers are masked as everywhere else; of one that is kept no longer nothing shows.
CREATE VIEW bi_responses WITH (security_barrier) AS SELECT
  r.session_id, r.version, r.tenant, r.account, r.call_id, r.line, CASE WHEN left(r.respondent, 1) = '#' THEN NULL WHEN length(r.respondent) >= 12 THEN left(r.respondent, 5) || '***' || right(r.respondent, 4) WHEN length(r.respondent) >= 8 THEN left(r.respondent, 3) || '***' || right(r.respondent, 2)
    ELSE '***' || right(r.respondent, least(2, length(r.respondent) / 3)) END AS respondent, r.queue,
  r.agents -> -1 ->> 'id' AS agent, r.agents -> -1 ->> 'team' AS team, r.attributes, coalesce(r.invited_by, 'system') AS invited_by, r.survey,
  r.survey_version, r.variant, r.locale, r.channel, r.disposition, r.late, r.call_ended_at, r.invited_at,
  r.delivered_at, r.first_answer_at, r.completed_at,
  CASE WHEN jsonb_typeof(r.scores -> 'csat') = 'number' THEN (r.scores ->> 'csat')::double precision END AS csat,
  CASE WHEN jsonb_typeof(r.scores -> 'nps') = 'number' THEN (r.scores ->> 'nps')::double precision END AS nps,
  CASE WHEN jsonb_typeof(r.scores -> 'ces') = 'number' THEN (r.scores ->> 'ces')::double precision END AS ces,
  CASE WHEN jsonb_typeof(r.scores -> 'service_level') = 'number' THEN (r.scores ->> 'service_level')::double precision END AS service_level,
  CASE WHEN jsonb_typeof(r.scores -> 'index') = 'number' THEN (r.scores ->> 'index')::double precision END AS "index",
  r.scores ->> 'fcr' AS fcr, r.scores ->> 'kano' AS kano, r.ticket_id, r.previous_session_id, r.parts
  FROM responses r;

CREATE VIEW bi_answers WITH (security_barrier) AS SELECT
  r.session_id, r.version, a.ordinality - 1 AS position, r.tenant, r.account, r.call_id, r.queue, r.survey, r.survey_version, r.variant,
  r.disposition, r.call_ended_at, a.value ->> 'question' AS question, a.value ->> 'measure' AS measure, a.value ->> 'kind' AS kind,
  a.value ->> 'value' AS value, CASE WHEN jsonb_typeof(a.value -> 'value') = 'number' THEN (a.value ->> 'value')::double precision END AS number,
  a.value ->> 'label' AS label, a.value ->> 'text' AS text, a.value ->> 'channel' AS channel,
  (a.value ->> 'answered_at')::timestamptz(3) AS answered_at, (a.value ->> 'late')::boolean AS late
  FROM responses r, jsonb_array_elements(r.answers) WITH ORDINALITY a;

CREATE VIEW bi_call_agents WITH (security_barrier) AS SELECT
  c.account, c.call_id, c.tenant, c.session_id, c.queue, c.ended_at, g.ordinality - 1 AS position, g.value ->> 'id' AS agent,
  g.value ->> 'team' AS team, (g.value ->> 'seconds')::bigint AS seconds, (g.value ->> 'share')::double precision AS share
  FROM calls c, jsonb_array_elements(c.agents) WITH ORDINALITY g;

CREATE VIEW bi_calls WITH (security_barrier) AS SELECT
  c.account, c.call_id, c.tenant, c.version, c.line, CASE WHEN left(c.respondent, 1) = '#' THEN NULL WHEN length(c.respondent) >= 12 THEN left(c.respondent, 5) || '***' || right(c.respondent, 4) WHEN length(c.respondent) >= 8 THEN left(c.respondent, 3) || '***' || right(c.respondent, 2)
    ELSE '***' || right(c.respondent, least(2, length(c.respondent) / 3)) END AS respondent, c.direction, c.started_at,
  c.answered_at, c.ended_at, c.ended_by, c.outcome, c.language, coalesce(c.invited_by, 'system') AS invited_by, c.queue,
  c.attributes, c.session_id, c.disposition, c.reason
  FROM calls c;

CREATE VIEW bi_tickets WITH (security_barrier) AS SELECT
  k.id, k.version, k.tenant, k.account, k.session_id, k.call_id, k.queue, k.state, k.owner, k.reason, k.opened_at,
  k.due_at, k.assigned_at, k.resolved_at, k.closed_at, k.escalated_at,
  k.recovery_session_id, k.recovered
  FROM tickets k;

CREATE VIEW bi_funnel_daily WITH (security_barrier) AS SELECT
  c.tenant, (c.ended_at AT TIME ZONE 'UTC')::date AS day,
  count(*) AS calls,
  count(*) FILTER (WHERE coalesce(c.reason, '') NOT IN ('no_rule', 'no_respondent', 'test_call', 'survey_call')) AS eligible,
  count(*) FILTER (WHERE c.reason IS NOT NULL) AS suppressed,
  count(*) FILTER (WHERE r.invited_at IS NOT NULL) AS invited,
  count(*) FILTER (WHERE r.delivered_at IS NOT NULL OR (r.channel <> 'sms' AND r.invited_at IS NOT NULL)) AS delivered,
  count(*) FILTER (WHERE r.disposition = 'undeliverable') AS undeliverable,
  count(*) FILTER (WHERE r.first_answer_at IS NOT NULL) AS answered,
  count(*) FILTER (WHERE r.disposition = 'partial') AS partial,
  count(*) FILTER (WHERE r.disposition = 'completed') AS completed,
  count(*) FILTER (WHERE r.disposition = 'opted_out') AS opted_out,
  count(*) FILTER (WHERE r.invited_at IS NOT NULL AND r.first_answer_at IS NULL AND r.disposition NOT IN ('open', 'opted_out', 'undeliverable')) AS silent,
  count(*) FILTER (WHERE r.ticket_id IS NOT NULL) AS tickets,
  count(*) FILTER (WHERE k.recovered) AS recovered
  FROM calls c LEFT JOIN responses r ON r.session_id = c.session_id LEFT JOIN tickets k ON k.id = r.ticket_id
  GROUP BY c.tenant, 2;
