-- Times are timestamptz with milliseconds, lists and maps jsonb. `respondent` is the only column of these tables that holds a number
-- whole. Answers and the agents of calls are kept once, within their row, and shown as views.
--
-- `seq` is the row's place in the feed of changes, `row_id` its first one. Both are handed out under the lock of report_feed's one row,
-- which a writer takes before it writes anything and holds until its commit is visible: numbers grow in the order of commits, so no
-- reader that goes on from the highest number it saw ever skips a row.
CREATE TABLE report_feed (one integer PRIMARY KEY CHECK (one = 1), seq bigint NOT NULL) WITH (fillfactor = 10);
INSERT INTO report_feed (one, seq) VALUES (1, 0);

CREATE TABLE responses (
  row_id bigint PRIMARY KEY, seq bigint NOT NULL, session_id text NOT NULL UNIQUE, version bigint NOT NULL, tenant text NOT NULL,
  account text NOT NULL, call_id text NOT NULL, line text, respondent text, queue text, agents jsonb NOT NULL, attributes jsonb NOT NULL,
  invited_by text, survey text NOT NULL, survey_version bigint NOT NULL, variant text, locale text NOT NULL, channel text NOT NULL,
  channels jsonb NOT NULL, disposition text NOT NULL, late boolean NOT NULL, call_ended_at timestamptz(3) NOT NULL,
  invited_at timestamptz(3), delivered_at timestamptz(3), first_answer_at timestamptz(3), completed_at timestamptz(3),
  answers jsonb NOT NULL, scores jsonb NOT NULL, measures jsonb NOT NULL, ticket_id text, previous_session_id text, provider_code text);
CREATE INDEX responses_feed ON responses (tenant, seq);
CREATE INDEX responses_period ON responses (tenant, call_ended_at);

CREATE TABLE calls (
  row_id bigint PRIMARY KEY, seq bigint NOT NULL, account text NOT NULL, call_id text NOT NULL, tenant text NOT NULL, line text,
  respondent text, direction text, started_at timestamptz(3), answered_at timestamptz(3), ended_at timestamptz(3) NOT NULL, ended_by text,
  outcome text, language text, invited_by text, queue text, agents jsonb NOT NULL, attributes jsonb NOT NULL, session_id text,
  disposition text, reason text, UNIQUE (account, call_id));
CREATE INDEX calls_feed ON calls (tenant, seq);
CREATE INDEX calls_period ON calls (tenant, ended_at);

CREATE TABLE unmatched_replies (
  row_id bigint PRIMARY KEY, seq bigint NOT NULL, id text NOT NULL UNIQUE, tenant text NOT NULL, account text NOT NULL, line text,
  respondent text, text text NOT NULL, received_at timestamptz(3) NOT NULL, reason text NOT NULL);
CREATE INDEX unmatched_replies_feed ON unmatched_replies (tenant, seq);

CREATE TABLE opt_outs (
  row_id bigint PRIMARY KEY, seq bigint NOT NULL, id text NOT NULL UNIQUE, tenant text NOT NULL, account text NOT NULL,
  respondent text, opted_out boolean NOT NULL, source text NOT NULL, at timestamptz(3) NOT NULL);

CREATE TABLE api_tokens (
  id text PRIMARY KEY, digest bytea NOT NULL UNIQUE, tenant text NOT NULL, role text NOT NULL, created_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3));

-- Facts that these tables cannot hold, as JSON: numbers stand whole in them too.
CREATE TABLE refused_facts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, refused_at timestamptz(3) NOT NULL, reason text NOT NULL, fact bytea NOT NULL);
CREATE UNIQUE INDEX refused_facts_once ON refused_facts (sha256(fact));

CREATE VIEW answers AS SELECT
  r.session_id, r.version, a.ordinality - 1 AS position, r.tenant, r.survey, r.survey_version, r.call_ended_at,
  a.value ->> 'question' AS question, a.value ->> 'measure' AS measure, a.value ->> 'kind' AS kind, a.value ->> 'value' AS value,
  a.value ->> 'label' AS label, a.value ->> 'text' AS text, a.value ->> 'raw' AS raw, a.value ->> 'channel' AS channel,
  (a.value ->> 'answered_at')::timestamptz(3) AS answered_at, (a.value ->> 'late')::boolean AS late
  FROM responses r, jsonb_array_elements(r.answers) WITH ORDINALITY a;

CREATE VIEW call_agents AS SELECT
  c.account, c.call_id, c.tenant, g.ordinality - 1 AS position, g.value ->> 'id' AS agent, g.value ->> 'team' AS team,
  (g.value ->> 'seconds')::bigint AS seconds, (g.value ->> 'share')::double precision AS share
  FROM calls c, jsonb_array_elements(c.agents) WITH ORDINALITY g;
