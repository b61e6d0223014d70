INSERT INTO opt_outs (row_id, seq, id, tenant, account, respondent, opted_out, source, text, at)
SELECT f.seq + r.seq, f.seq + r.seq, id, tenant, account, respondent, opted_out, source, text, at
FROM jsonb_populate_recordset(NULL::opt_outs, $1::jsonb) r, (SELECT seq FROM report_feed LIMIT 1) f
ON CONFLICT (id) DO NOTHING
