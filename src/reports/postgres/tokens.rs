use deadpool_postgres::ClientWrapper;
use tokio_postgres::Row;
use tokio_postgres::types::Type;

use super::values::{Stamp, get};
use crate::call::Moment;
use crate::ports::report::{ApiToken, Digest, NewToken, ReportError, Role};
use crate::reports::nul;

const COLUMNS: &str = "id, tenant, role, created_at, revoked_at, unmask";

pub async fn create(client: &ClientWrapper, token: &NewToken) -> Result<(), ReportError> {
    let put = "INSERT INTO api_tokens (id, digest, tenant, role, created_at, unmask) VALUES ($1, $2, $3, $4, $5, $6)";
    let (id, tenant) = (nul::text(&token.id), nul::text(&token.tenant));
    let values: [(&(dyn tokio_postgres::types::ToSql + Sync), Type); 6] = [
        (&id, Type::TEXT),
        (&token.digest.as_slice(), Type::BYTEA),
        (&tenant, Type::TEXT),
        (&token.role.name(), Type::TEXT),
        (&Stamp(token.created_at), Type::TIMESTAMPTZ),
        (&token.unmask, Type::BOOL),
    ];
    client.execute_typed(put, &values).await?;
    Ok(())
}

/// Comparing digests in an index tells an attacker at most how many bytes of a hash they have hit, which helps nobody to find
/// the 32 random bytes behind it: constant time in effect.
pub async fn find(client: &ClientWrapper, digest: &Digest) -> Result<Option<ApiToken>, ReportError> {
    let get = format!("SELECT {COLUMNS} FROM api_tokens WHERE digest = $1 AND revoked_at IS NULL");
    client.query_typed_opt(&get, &[(&digest.as_slice(), Type::BYTEA)]).await?.as_ref().map(token).transpose()
}

pub async fn list(client: &ClientWrapper) -> Result<Vec<ApiToken>, ReportError> {
    let get = format!("SELECT {COLUMNS} FROM api_tokens ORDER BY created_at, id COLLATE \"C\"");
    client.query_typed(&get, &[]).await?.iter().map(token).collect()
}

pub async fn revoke(client: &ClientWrapper, id: &str, now: Moment) -> Result<bool, ReportError> {
    let put = "UPDATE api_tokens SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL";
    let id = nul::text(id);
    Ok(client.execute_typed(put, &[(&id, Type::TEXT), (&Stamp(now), Type::TIMESTAMPTZ)]).await? > 0)
}

fn token(row: &Row) -> Result<ApiToken, ReportError> {
    let role: String = get(row, 2)?;
    let Stamp(created_at) = get(row, 3)?;
    Ok(ApiToken {
        id: get(row, 0)?,
        tenant: get(row, 1)?,
        role: Role::named(&role).ok_or_else(|| ReportError::Unreadable("column role".to_owned()))?,
        unmask: get(row, 5)?,
        created_at,
        revoked_at: get::<Option<Stamp>>(row, 4)?.map(|Stamp(at)| at),
    })
}
