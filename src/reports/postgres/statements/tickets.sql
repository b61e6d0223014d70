INSERT INTO tickets AS t (row_id, seq, id, version, tenant, account, session_id, call_id, queue, state, owner, reason, opened_at, due_at,
  assigned_at, resolved_at, closed_at, escalated_at, escalate_to, email, recovery, recovery_session_id, recovered, notes)
SELECT f.seq + r.seq, f.seq + r.seq, id, version, tenant, account, session_id, call_id, queue, state, owner, reason, opened_at, due_at,
  assigned_at, resolved_at, closed_at, escalated_at, escalate_to, email, recovery, recovery_session_id, recovered, notes
FROM jsonb_populate_recordset(NULL::tickets, $1::jsonb) r, (SELECT seq FROM report_feed LIMIT 1) f
ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, version = excluded.version, state = excluded.state, owner = excluded.owner,
  due_at = excluded.due_at, assigned_at = excluded.assigned_at, resolved_at = excluded.resolved_at, closed_at = excluded.closed_at,
  escalated_at = excluded.escalated_at, recovery_session_id = excluded.recovery_session_id, recovered = excluded.recovered,
  notes = excluded.notes
WHERE excluded.version > t.version
