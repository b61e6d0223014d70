//! A year of a call centre, as SQL that makes the same rows in SQLite and PostgreSQL.

/// 2025-11-01, midnight (UTC).
pub const FIRST: i64 = 1_761_955_200_000;

/// The yardstick: one pass over the rows as they are.
pub const SCAN: &str = "SELECT agents -> 0 ->> 'id' AS agent, avg(CAST(answers -> 0 ->> 'value' AS integer)) FROM responses \
    WHERE tenant = 'default' GROUP BY 1";

/// As [`insert`], in a transaction of its own.
pub fn insert_all(numbers: (u64, u64), all: u64, postgres: bool) -> String {
    format!("BEGIN; {}; COMMIT", insert(numbers, all, postgres))
}

/// As [`insert`], one.
pub fn insert_one(number: u64, all: u64, postgres: bool) -> String {
    insert((number, number + 1), all, postgres)
}

/// Inserts the responses from the first number up to the last, and their calls, spread over 364 days.
fn insert((first, last): (u64, u64), all: u64, postgres: bool) -> String {
    let numbers = if postgres {
        format!("SELECT i::bigint FROM generate_series({first}, {last} - 1) AS n (i)")
    } else {
        format!("WITH RECURSIVE n (i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i < {last} - 1) SELECT i FROM n")
    };
    let mixed = format!(
        "SELECT i, {FIRST} + i * 31449600000 / {all} AS ended, i * 2654435761 % 4294967296 / 1024 AS h, i * 40503 * 65599 % 4294967291 / 2048 AS g FROM ({numbers}) n"
    );
    let facts = format!(
        "SELECT i, ended, h % 500 AS agent, g % 20 AS queue, h % 3 AS kind, g % 10 < 7 AS answered, h % 20 = 7 AS transferred, g % 98 AS part, \
         g % 30 AS region, h % 5 + 1 - h % 7 / 6 * (h % 5) AS csat, g % 11 AS nps, 20 + h % 600 + g % 10 / 6 * (h % 90) * (g % 1000) AS seconds, \
         CASE WHEN h % 4 = 0 THEN 'ivr' ELSE 'sms' END AS channel FROM ({mixed}) m"
    );
    let Words { json, time, stamp } = Words::of(postgres);
    let (answered, session) = (stamp("ended + seconds * 1000"), "'s' || i");
    let answer = |question: &str, value: &str| {
        format!(
            "'{{\"question\":\"{question}\",\"measure\":\"{question}\",\"kind\":\"rating\",\"value\":' || {value} || ',\"label\":null,\"text\":null,\
             \"raw\":\"' || {value} || '\",\"channel\":\"' || channel || '\",\"answered_at\":\"' || {answered} || '\",\"late\":false}}'"
        )
    };
    let answers = format!(
        "CASE WHEN NOT answered THEN '[]' WHEN kind = 0 THEN '[' || {} || ',' || {} || ']' ELSE '[' || {} || ']' END",
        answer("csat", "csat"),
        answer("nps", "nps"),
        answer("csat", "csat")
    );
    let agents = "CASE WHEN transferred THEN '[{\"id\":\"a' || agent || '\",\"team\":\"t' || (agent % 25) || '\",\"share\":0.' || (part + 1) || '},{\"id\":\"a' || (agent + 7) \
        || '\",\"team\":\"t' || ((agent + 7) % 25) || '\",\"share\":0.' || (99 - part) || '}]' ELSE '[{\"id\":\"a' || agent || '\",\"team\":\"t' || (agent % 25) || '\",\"share\":1.0}]' END";
    let attributes = "'{\"region\":\"' || CASE region % 3 WHEN 0 THEN 'cn/js/' WHEN 1 THEN 'cn/zj/' ELSE 'de/' END || region || '\",\"brand\":\"b' || (region % 4) || '\"}'";
    let disposition = "CASE WHEN answered THEN 'completed' ELSE 'expired' END";
    let measures = "CASE kind WHEN 0 THEN '[\"csat\",\"nps\"]' ELSE '[\"csat\"]' END";
    let (invited, heard) = (time("ended + 5000"), format!("CASE WHEN answered THEN {} END", time("ended + seconds * 1000")));
    let ended = time("ended");
    let (opened, due, resolved, list) = (time("ended + 700000"), time("ended + 90000000"), time("ended + seconds * 100000"), json("'[]'"));
    let (answers, agents, attributes, measures) = (json(&answers), json(agents), json(attributes), json(measures));
    let (none, texts) = (json("'{}'"), json("'[\"sms\"]'"));
    let flag = if postgres { "FALSE" } else { "0" };
    format!(
        "INSERT INTO calls (row_id, seq, account, call_id, tenant, line, respondent, ended_at, ended_by, outcome, language, queue, agents, attributes, \
         session_id, disposition) SELECT 2 * i + 1, 2 * i + 1, 'main', 'CA' || i, 'default', '+14155550100', '+14155550123', {ended}, 'caller', 'answered', 'en', \
         'q' || queue, {agents}, {attributes}, {session}, {disposition} FROM ({facts}) f; \
         INSERT INTO responses (row_id, seq, session_id, version, tenant, account, call_id, line, respondent, queue, agents, attributes, survey, survey_version, \
         locale, channel, channels, disposition, late, call_ended_at, invited_at, first_answer_at, answers, scores, measures, parts, \
         ticket_id) \
         SELECT 2 * i + 2, 2 * i + 2, {session}, 4, 'default', 'main', 'CA' || i, '+14155550100', '+14155550123', 'q' || queue, {agents}, {attributes}, \
         's' || kind, 1, 'en', channel, {texts}, {disposition}, {flag}, {ended}, {invited}, {heard}, {answers}, {none}, {measures}, 1, CASE WHEN i % 100 = 0 THEN 'k' || i END FROM ({facts}) f; \
         INSERT INTO tickets (row_id, seq, id, version, tenant, account, session_id, call_id, queue, state, reason, opened_at, due_at, assigned_at, resolved_at, \
         email, notes) SELECT 2 * i + 1, 2 * {all} + 2 * i + 3, 'k' || i, 3, 'default', 'main', {session}, 'CA' || i, 'q' || queue, 'resolved', 'csat', {opened}, {due}, \
         {opened}, {resolved}, {list}, {list} FROM ({facts}) f WHERE i % 100 = 0"
    )
}

/// What the two say differently.
struct Words {
    json: fn(&str) -> String,
    /// Milliseconds as the tables keep times.
    time: fn(&str) -> String,
    /// Milliseconds as RFC 3339.
    stamp: fn(&str) -> String,
}

impl Words {
    fn of(postgres: bool) -> Self {
        if postgres {
            Self {
                json: |text| format!("({text})::jsonb"),
                time: |millis| format!("to_timestamp(({millis}) / 1000.0)"),
                stamp: |millis| format!("to_char(to_timestamp(({millis}) / 1000) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"),
            }
        } else {
            Self {
                json: |text| format!("({text})"),
                time: |millis| format!("({millis})"),
                stamp: |millis| format!("strftime('%Y-%m-%dT%H:%M:%SZ', ({millis}) / 1000, 'unixepoch')"),
            }
        }
    }
}
