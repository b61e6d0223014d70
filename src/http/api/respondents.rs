//! The rights of one respondent.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::json;
use crate::flows::erase::EraseError;
use crate::http::Gateway;
use crate::http::auth::Administrator;
use crate::http::error::ApiError;
use crate::phone::Respondent;
use crate::ports::store::Owner;

/// Erases a number everywhere; goes on also where nobody waits for the receipt any more.
pub async fn erase(State(gateway): State<Gateway>, admin: Administrator, Path(phone): Path<String>) -> Result<Response, ApiError> {
    let respondent = Respondent::parse(&phone).map_err(|wrong| ApiError::Invalid(format!("phone: {wrong}")))?;
    let erasing = gateway.erasing.clone();
    let work = async move { erasing.erase(Owner { tenant: &admin.tenant, respondent: &respondent }, &admin.token).await };
    let receipt = tokio::spawn(work).await.map_err(|_| ApiError::Unavailable)??;
    json(StatusCode::OK, &receipt)
}

impl From<EraseError> for ApiError {
    fn from(error: EraseError) -> Self {
        match error {
            EraseError::Store(error) => crate::flows::FlowError::from(error).into(),
            EraseError::Reports(error) => error.into(),
        }
    }
}
