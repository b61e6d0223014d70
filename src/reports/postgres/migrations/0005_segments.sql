-- Rows of the past, packed by columns. An older aftercall need not know of it: the triggers note what it changes.
CREATE TABLE packing (kind text PRIMARY KEY, upto bigint NOT NULL, aim bigint NOT NULL, turn bigint NOT NULL);
INSERT INTO packing (kind, upto, aim, turn) VALUES ('responses', 0, 0, 0), ('calls', 0, 0, 0);
CREATE TABLE segments (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, kind text NOT NULL, tenant text NOT NULL, day bigint NOT NULL, rows bigint NOT NULL,
  first_at bigint NOT NULL, last_at bigint NOT NULL, first_row bigint NOT NULL, last_row bigint NOT NULL,
  dead_rows bigint NOT NULL, dead bytea NOT NULL, published boolean NOT NULL);
CREATE INDEX segments_days ON segments (kind, tenant, day);
CREATE TABLE segment_columns (segment bigint NOT NULL, name text NOT NULL, data bytea NOT NULL, PRIMARY KEY (segment, name));
-- Compressing costs more time than it saves: what is packed is small.
ALTER TABLE segment_columns ALTER COLUMN data SET STORAGE EXTERNAL;

-- Packed rows that have changed since or are gone, each with how often.
CREATE TABLE loose (kind text NOT NULL, row_id bigint NOT NULL, times bigint NOT NULL, PRIMARY KEY (kind, row_id));

CREATE FUNCTION loosen_responses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO loose AS l (kind, row_id, times)
    SELECT 'responses', t.row_id, 1 FROM touched t WHERE t.row_id <= (SELECT aim FROM packing WHERE kind = 'responses')
    UNION SELECT 'calls', c.row_id, 1 FROM touched t JOIN calls c ON c.account = t.account AND c.call_id = t.call_id
      WHERE c.row_id <= (SELECT aim FROM packing WHERE kind = 'calls')
    ON CONFLICT (kind, row_id) DO UPDATE SET times = l.times + 1;
  RETURN NULL;
END $$;
CREATE FUNCTION loosen_calls() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO loose AS l (kind, row_id, times)
    SELECT 'calls', t.row_id, 1 FROM touched t WHERE t.row_id <= (SELECT aim FROM packing WHERE kind = 'calls')
    ON CONFLICT (kind, row_id) DO UPDATE SET times = l.times + 1;
  RETURN NULL;
END $$;
-- The funnel tells of tickets, too.
CREATE FUNCTION loosen_calls_of_tickets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO loose AS l (kind, row_id, times)
    SELECT DISTINCT 'calls', c.row_id, 1 FROM touched t JOIN calls c ON c.account = t.account AND c.call_id = t.call_id
      WHERE c.row_id <= (SELECT aim FROM packing WHERE kind = 'calls')
    ON CONFLICT (kind, row_id) DO UPDATE SET times = l.times + 1;
  RETURN NULL;
END $$;

CREATE TRIGGER loose_new AFTER INSERT ON responses REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION loosen_responses();
CREATE TRIGGER loose_changed AFTER UPDATE ON responses REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION loosen_responses();
CREATE TRIGGER loose_gone AFTER DELETE ON responses REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION loosen_responses();
CREATE TRIGGER loose_changed AFTER UPDATE ON calls REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION loosen_calls();
CREATE TRIGGER loose_gone AFTER DELETE ON calls REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION loosen_calls();
CREATE TRIGGER loose_new AFTER INSERT ON tickets REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION loosen_calls_of_tickets();
CREATE TRIGGER loose_changed AFTER UPDATE ON tickets REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION loosen_calls_of_tickets();
CREATE TRIGGER loose_gone AFTER DELETE ON tickets REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION loosen_calls_of_tickets();
