-- Follow-ups of answers, and webhooks whose receivers want nothing any more. An older aftercall leaves both alone.
CREATE TABLE tickets (
  row_id bigint PRIMARY KEY, seq bigint NOT NULL, id text NOT NULL UNIQUE, version bigint NOT NULL, tenant text NOT NULL,
  account text NOT NULL, session_id text NOT NULL, call_id text NOT NULL, queue text, state text NOT NULL, owner text, reason text NOT NULL,
  opened_at timestamptz(3) NOT NULL, due_at timestamptz(3), assigned_at timestamptz(3), resolved_at timestamptz(3),
  closed_at timestamptz(3), escalated_at timestamptz(3), escalate_to text, email jsonb NOT NULL, recovery text, recovery_session_id text,
  recovered boolean, notes jsonb NOT NULL);
CREATE INDEX tickets_feed ON tickets (tenant, seq);
CREATE INDEX tickets_period ON tickets (tenant, opened_at);

CREATE TABLE webhooks_off (name text PRIMARY KEY, at timestamptz(3) NOT NULL);
