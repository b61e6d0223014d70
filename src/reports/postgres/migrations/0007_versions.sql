-- A call whose attributes were added to after its end has a higher version.
ALTER TABLE calls ADD COLUMN version bigint NOT NULL DEFAULT 1;
