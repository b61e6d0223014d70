-- For tools that read the database itself: names and columns stay. Numbers are masked as everywhere else; of one that is kept no longer nothing shows.
CREATE VIEW bi_responses AS SELECT
  r.session_id, r.version, r.tenant, r.account, r.call_id, r.line, CASE WHEN substr(r.respondent, 1, 1) = '#' THEN NULL WHEN length(r.respondent) >= 12 THEN substr(r.respondent, 1, 5) || '***' || substr(r.respondent, -4) WHEN length(r.respondent) >= 8 THEN substr(r.respondent, 1, 3) || '***' || substr(r.respondent, -2)
    ELSE '***' || substr(r.respondent, length(r.respondent) - min(2, length(r.respondent) / 3) + 1) END AS respondent, r.queue,
  r.agents ->> '$[#-1].id' AS agent, r.agents ->> '$[#-1].team' AS team, r.attributes, coalesce(r.invited_by, 'system') AS invited_by, r.survey,
  r.survey_version, r.variant, r.locale, r.channel, r.disposition, r.late, strftime('%Y-%m-%dT%H:%M:%fZ', r.call_ended_at / 1000.0, 'unixepoch') AS call_ended_at, strftime('%Y-%m-%dT%H:%M:%fZ', r.invited_at / 1000.0, 'unixepoch') AS invited_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', r.delivered_at / 1000.0, 'unixepoch') AS delivered_at, strftime('%Y-%m-%dT%H:%M:%fZ', r.first_answer_at / 1000.0, 'unixepoch') AS first_answer_at, strftime('%Y-%m-%dT%H:%M:%fZ', r.completed_at / 1000.0, 'unixepoch') AS completed_at,
  CASE WHEN json_type(r.scores, '$.csat') IN ('integer', 'real') THEN r.scores ->> '$.csat' END AS csat,
  CASE WHEN json_type(r.scores, '$.nps') IN ('integer', 'real') THEN r.scores ->> '$.nps' END AS nps,
  CASE WHEN json_type(r.scores, '$.ces') IN ('integer', 'real') THEN r.scores ->> '$.ces' END AS ces,
  CASE WHEN json_type(r.scores, '$.service_level') IN ('integer', 'real') THEN r.scores ->> '$.service_level' END AS service_level,
  CASE WHEN json_type(r.scores, '$.index') IN ('integer', 'real') THEN r.scores ->> '$.index' END AS "index",
  r.scores ->> '$.fcr' AS fcr, r.scores ->> '$.kano' AS kano, r.ticket_id, r.previous_session_id, r.parts
  FROM responses r;

CREATE VIEW bi_answers AS SELECT
  r.session_id, r.version, a.key AS position, r.tenant, r.account, r.call_id, r.queue, r.survey, r.survey_version, r.variant,
  r.disposition, strftime('%Y-%m-%dT%H:%M:%fZ', r.call_ended_at / 1000.0, 'unixepoch') AS call_ended_at, a.value ->> '$.question' AS question, a.value ->> '$.measure' AS measure, a.value ->> '$.kind' AS kind,
  CAST(a.value ->> '$.value' AS TEXT) AS value, CASE WHEN json_type(a.value, '$.value') IN ('integer', 'real') THEN a.value ->> '$.value' END AS number,
  a.value ->> '$.label' AS label, a.value ->> '$.text' AS text, a.value ->> '$.channel' AS channel,
  a.value ->> '$.answered_at' AS answered_at, a.value ->> '$.late' AS late
  FROM responses r, json_each(r.answers) a;

CREATE VIEW bi_call_agents AS SELECT
  c.account, c.call_id, c.tenant, c.session_id, c.queue, strftime('%Y-%m-%dT%H:%M:%fZ', c.ended_at / 1000.0, 'unixepoch') AS ended_at, g.key AS position, g.value ->> '$.id' AS agent,
  g.value ->> '$.team' AS team, g.value ->> '$.seconds' AS seconds, g.value ->> '$.share' AS share
  FROM calls c, json_each(c.agents) g;

CREATE VIEW bi_calls AS SELECT
  c.account, c.call_id, c.tenant, c.version, c.line, CASE WHEN substr(c.respondent, 1, 1) = '#' THEN NULL WHEN length(c.respondent) >= 12 THEN substr(c.respondent, 1, 5) || '***' || substr(c.respondent, -4) WHEN length(c.respondent) >= 8 THEN substr(c.respondent, 1, 3) || '***' || substr(c.respondent, -2)
    ELSE '***' || substr(c.respondent, length(c.respondent) - min(2, length(c.respondent) / 3) + 1) END AS respondent, c.direction, strftime('%Y-%m-%dT%H:%M:%fZ', c.started_at / 1000.0, 'unixepoch') AS started_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', c.answered_at / 1000.0, 'unixepoch') AS answered_at, strftime('%Y-%m-%dT%H:%M:%fZ', c.ended_at / 1000.0, 'unixepoch') AS ended_at, c.ended_by, c.outcome, c.language, coalesce(c.invited_by, 'system') AS invited_by, c.queue,
  c.attributes, c.session_id, c.disposition, c.reason
  FROM calls c;

CREATE VIEW bi_tickets AS SELECT
  k.id, k.version, k.tenant, k.account, k.session_id, k.call_id, k.queue, k.state, k.owner, k.reason, strftime('%Y-%m-%dT%H:%M:%fZ', k.opened_at / 1000.0, 'unixepoch') AS opened_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', k.due_at / 1000.0, 'unixepoch') AS due_at, strftime('%Y-%m-%dT%H:%M:%fZ', k.assigned_at / 1000.0, 'unixepoch') AS assigned_at, strftime('%Y-%m-%dT%H:%M:%fZ', k.resolved_at / 1000.0, 'unixepoch') AS resolved_at, strftime('%Y-%m-%dT%H:%M:%fZ', k.closed_at / 1000.0, 'unixepoch') AS closed_at, strftime('%Y-%m-%dT%H:%M:%fZ', k.escalated_at / 1000.0, 'unixepoch') AS escalated_at,
  k.recovery_session_id, k.recovered
  FROM tickets k;

CREATE VIEW bi_funnel_daily AS SELECT
  c.tenant, date(c.ended_at / 1000, 'unixepoch') AS day,
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
