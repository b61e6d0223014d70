-- Who was erased, as a seal, and which of their sessions are gone; both keep what comes late from being written. `erasures` of report_feed
-- grows with each change of that table, so that a writer knows whether what it has read of it still holds.
ALTER TABLE report_feed ADD COLUMN erasures bigint NOT NULL DEFAULT 0;
CREATE TABLE erased (key text PRIMARY KEY, at timestamptz(3) NOT NULL);
-- Receipts.
CREATE TABLE erasures (
  id text PRIMARY KEY, tenant text NOT NULL, seal text NOT NULL, by text NOT NULL, at timestamptz(3) NOT NULL, removed jsonb NOT NULL);
-- Rows that are gone, for readers of the feed.
CREATE TABLE deleted_rows (
  seq bigint PRIMARY KEY, tenant text NOT NULL, of_table text NOT NULL, key text NOT NULL, at timestamptz(3) NOT NULL, UNIQUE (of_table, key));
CREATE INDEX deleted_rows_feed ON deleted_rows (tenant, seq);
CREATE INDEX tickets_session ON tickets (session_id);
-- Up to which row each table was gone through for what is kept no longer.
CREATE TABLE retained (class text PRIMARY KEY, last bigint NOT NULL);
-- Who may look at whole numbers, and who has.
ALTER TABLE api_tokens ADD COLUMN unmask boolean NOT NULL DEFAULT false;
CREATE TABLE unmaskings (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tenant text NOT NULL, token text NOT NULL, at timestamptz(3) NOT NULL,
  of_table text NOT NULL, keys text NOT NULL);
