//! A telephone on the screen, for accounts whose provider has no network: calls and texts go through the same webhooks as everywhere.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::frame::{Frame, Place};
use super::visitor::Visitor;
use super::{PageError, html};
use crate::http::Gateway;
use crate::phone::Respondent;
use crate::ports::account::{Account, SignatureRule};

#[derive(Template)]
#[template(path = "phone.html")]
struct Phone {
    frame: Frame,
    account: String,
    line: String,
    /// Webhooks need a signature that no page can make.
    is_sealed: bool,
}

/// The visitor's account that has telephones to show.
pub fn account<'a>(gateway: &'a Gateway, visitor: &Visitor) -> Option<&'a Account> {
    gateway.accounts.values().find(|account| account.name.tenant == visitor.tenant && account.provider.handset().is_some())
}

pub async fn page(State(gateway): State<Gateway>, visitor: Visitor) -> Result<Response, PageError> {
    let account = account(&gateway, &visitor).ok_or(PageError::NotFound)?;
    html(&Phone {
        frame: Frame::new(&gateway, &visitor, Place::Phone),
        account: account.name.name.clone(),
        line: account.lines.first().cloned().unwrap_or_default(),
        is_sealed: account.signature == SignatureRule::Provider,
    })
}

/// The texts that the telephone with this number has got.
pub async fn texts(State(gateway): State<Gateway>, visitor: Visitor, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let handset = account(&gateway, &visitor).and_then(|account| account.provider.handset()).ok_or(PageError::NotFound)?;
    let pairs = form_urlencoded::parse(query.as_deref().unwrap_or_default().as_bytes()).into_owned().collect::<Vec<_>>();
    let number = pairs.iter().find(|(name, _)| name == "number").map_or("", |(_, number)| number.as_str());
    let number = Respondent::parse(number).map_err(|_| PageError::Invalid("number: not a telephone number".to_owned()))?;
    let json = serde_json::to_string(&handset.texts(&number)).map_err(|error| PageError::Json(error.to_string()))?;
    Ok(([(header::CONTENT_TYPE, "application/json")], json).into_response())
}
