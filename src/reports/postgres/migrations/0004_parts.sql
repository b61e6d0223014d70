-- Parts of text messages that were paid for.
ALTER TABLE responses ADD COLUMN parts bigint NOT NULL DEFAULT 0;
