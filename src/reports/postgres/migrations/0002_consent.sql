ALTER TABLE opt_outs ADD COLUMN text text;
CREATE INDEX opt_outs_feed ON opt_outs (tenant, seq);
CREATE INDEX opt_outs_respondent ON opt_outs (tenant, respondent);
