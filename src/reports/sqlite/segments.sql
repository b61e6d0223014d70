-- Rows of the past, packed by columns. An older aftercall need not know of it: the triggers note what it changes.
CREATE TABLE packing (kind TEXT PRIMARY KEY, upto INTEGER NOT NULL, aim INTEGER NOT NULL, turn INTEGER NOT NULL) STRICT;
INSERT INTO packing (kind, upto, aim, turn) VALUES ('responses', 0, 0, 0), ('calls', 0, 0, 0);
CREATE TABLE segments (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, tenant TEXT NOT NULL, day INTEGER NOT NULL, rows INTEGER NOT NULL,
  first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, first_row INTEGER NOT NULL, last_row INTEGER NOT NULL,
  dead_rows INTEGER NOT NULL, dead BLOB NOT NULL, published INTEGER NOT NULL) STRICT;
CREATE INDEX segments_days ON segments (kind, tenant, day);
CREATE TABLE segment_columns (segment INTEGER NOT NULL, name TEXT NOT NULL, data BLOB NOT NULL, UNIQUE (segment, name)) STRICT;

-- Packed rows that have changed since or are gone, each with how often.
CREATE TABLE loose (kind TEXT NOT NULL, row_id INTEGER NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (kind, row_id)) STRICT, WITHOUT ROWID;

CREATE TRIGGER loose_responses_new AFTER INSERT ON responses BEGIN
  INSERT INTO loose (kind, row_id, times) SELECT 'responses', NEW.row_id, 1 FROM packing WHERE kind = 'responses' AND NEW.row_id <= aim
    ON CONFLICT (kind, row_id) DO UPDATE SET times = times + 1;
  INSERT INTO loose (kind, row_id, times) SELECT 'calls', c.row_id, 1 FROM calls c
    WHERE c.account = NEW.account AND c.call_id = NEW.call_id AND c.row_id <= (SELECT aim FROM packing WHERE kind = 'calls')
    ON CONFLICT (kind, row_id) DO UPDATE SET times = times + 1;
END;
CREATE TRIGGER loose_responses_changed AFTER UPDATE ON responses BEGIN
  INSERT INTO loose (kind, row_id, times) SELECT 'responses', OLD.row_id, 1 FROM packing WHERE kind = 'responses' AND OLD.row_id <= aim
    ON CONFLICT (kind, row_id) DO UPDATE SET times = times + 1;
  INSERT INTO loose (kind, row_id, times) SELECT 'calls', c.row_id, 1 FROM calls c
    WHERE c.account = OLD.account AND c.call_id = OLD.call_id AND c.row_id <= (SELECT aim FROM packing WHERE kind = 'calls')
    ON CONFLICT (kind, row_id) DO UPDATE SET times = times + 1;
END;
CREATE TRIGGER loose_responses_gone AFTER DELETE ON responses BEGIN
  INSERT INTO loose (kind, row_id, times) SELECT 'responses', OLD.row_id, 1 FROM packing WHERE kind = 'responses' AND OLD.row_id <= aim
    ON CONFLICT (kind, row_id) DO UPDATE SET times = times + 1;
  INSERT INTO loose (kind, row_id, times) SELECT 'calls', c.row_id, 1 FROM calls c
    WHERE c.account = OLD.account AND c.call_id = OLD.call_id AND c.row_id <= (SELECT aim FROM packing WHERE kind = 'calls')
    ON CONFLICT (kind, row_id) DO UPDATE SET times = times + 1;
END;
-- A row id may come again where the newest rows were deleted.
CREATE TRIGGER loose_calls_new AFTER INSERT ON calls BEGIN
  INSERT INTO loose (kind, row_id, times) SELECT 'calls', NEW.row_id, 1 FROM packing WHERE kind = 'calls' AND NEW.row_id <= aim
    ON CONFLICT (kind, row_id) DO UPDATE SET times = times + 1;
END;
CREATE TRIGGER loose_calls_changed AFTER UPDATE ON calls BEGIN
  INSERT INTO loose (kind, row_id, times) SELECT 'calls', OLD.row_id, 1 FROM packing WHERE kind = 'calls' AND OLD.row_id <= aim
    ON CONFLICT (kind, row_id) DO UPDATE SET times = times + 1;
END;
CREATE TRIGGER loose_calls_gone AFTER DELETE ON calls BEGIN
  INSERT INTO loose (kind, row_id, times) SELECT 'calls', OLD.row_id, 1 FROM packing WHERE kind = 'calls' AND OLD.row_id <= aim
    ON CONFLICT (kind, row_id) DO UPDATE SET times = times + 1;
END;
-- The funnel tells of tickets, too.
CREATE TRIGGER loose_tickets_new AFTER INSERT ON tickets BEGIN
  INSERT INTO loose (kind, row_id, times) SELECT 'calls', c.row_id, 1 FROM calls c
    WHERE c.account = NEW.account AND c.call_id = NEW.call_id AND c.row_id <= (SELECT aim FROM packing WHERE kind = 'calls')
    ON CONFLICT (kind, row_id) DO UPDATE SET times = times + 1;
END;
CREATE TRIGGER loose_tickets_changed AFTER UPDATE ON tickets BEGIN
  INSERT INTO loose (kind, row_id, times) SELECT 'calls', c.row_id, 1 FROM calls c
    WHERE c.account = OLD.account AND c.call_id = OLD.call_id AND c.row_id <= (SELECT aim FROM packing WHERE kind = 'calls')
    ON CONFLICT (kind, row_id) DO UPDATE SET times = times + 1;
END;
CREATE TRIGGER loose_tickets_gone AFTER DELETE ON tickets BEGIN
  INSERT INTO loose (kind, row_id, times) SELECT 'calls', c.row_id, 1 FROM calls c
    WHERE c.account = OLD.account AND c.call_id = OLD.call_id AND c.row_id <= (SELECT aim FROM packing WHERE kind = 'calls')
    ON CONFLICT (kind, row_id) DO UPDATE SET times = times + 1;
END;
