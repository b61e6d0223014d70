INSERT INTO unmatched_replies AS t (row_id, seq, id, tenant, account, line, respondent, text, received_at, reason)
SELECT f.seq + r.seq, f.seq + r.seq, id, tenant, account, line, respondent, text, received_at, reason
FROM jsonb_populate_recordset(NULL::unmatched_replies, $1::jsonb) r, (SELECT seq FROM report_feed LIMIT 1) f
ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, respondent = excluded.respondent, text = excluded.text, reason = excluded.reason
