-- Responses with a ticket are few: how they were handled in a period is found without the others.
CREATE INDEX responses_ticketed ON responses (tenant, call_ended_at) WHERE ticket_id IS NOT NULL;
