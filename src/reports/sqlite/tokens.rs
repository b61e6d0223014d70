use rusqlite::{Connection, OptionalExtension, Row};

use crate::call::Moment;
use crate::ports::report::{ApiToken, Digest, NewToken, Role};

pub fn create(connection: &Connection, token: &NewToken) -> rusqlite::Result<()> {
    let put = "INSERT INTO api_tokens (id, digest, tenant, role, created_at, unmask) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    connection.execute(put, (&token.id, token.digest, &token.tenant, token.role.name(), token.created_at.millis(), token.unmask))?;
    Ok(())
}

/// Comparing digests in an index tells an attacker at most how many bytes of a hash they have hit, which helps nobody to find
/// the 32 random bytes behind it: constant time in effect.
pub fn find(connection: &Connection, digest: &Digest) -> rusqlite::Result<Option<ApiToken>> {
    let get = "SELECT id, tenant, role, created_at, revoked_at, unmask FROM api_tokens WHERE digest = ?1 AND revoked_at IS NULL";
    connection.prepare_cached(get)?.query_row([digest], token).optional()
}

pub fn list(connection: &Connection) -> rusqlite::Result<Vec<ApiToken>> {
    let get = "SELECT id, tenant, role, created_at, revoked_at, unmask FROM api_tokens ORDER BY created_at, id";
    connection.prepare(get)?.query_map([], token)?.collect()
}

pub fn revoke(connection: &Connection, id: &str, now: Moment) -> rusqlite::Result<bool> {
    let put = "UPDATE api_tokens SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL";
    Ok(connection.execute(put, (id, now.millis()))? > 0)
}

fn token(row: &Row<'_>) -> rusqlite::Result<ApiToken> {
    let role: String = row.get(2)?;
    let unknown = || rusqlite::Error::InvalidColumnType(2, "role".to_owned(), rusqlite::types::Type::Text);
    Ok(ApiToken {
        id: row.get(0)?,
        tenant: row.get(1)?,
        role: Role::named(&role).ok_or_else(unknown)?,
        unmask: row.get(5)?,
        created_at: Moment::from_millis(row.get(3)?),
        revoked_at: row.get::<_, Option<i64>>(4)?.map(Moment::from_millis),
    })
}
