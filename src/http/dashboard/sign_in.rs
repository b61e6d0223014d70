//! In and out.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};

use super::PageError;
use super::visitor::{language, language_cookie, no_session_cookie, session_cookie};
use super::words::{Language, Words};
use crate::http::auth::digest;
use crate::http::{Gateway, body};
use crate::ports::report::Role;

#[derive(Template)]
#[template(path = "sign_in.html")]
struct Door<'a> {
    words: &'static Words,
    language: Language,
    next: &'a str,
    refused: bool,
}

pub async fn form(State(gateway): State<Gateway>, request: Request) -> Result<Response, PageError> {
    let (head, _) = request.into_parts();
    let query = parameters(head.uri.query().unwrap_or_default().as_bytes());
    let chosen = query.iter().find(|(name, _)| name == "language").and_then(|(_, tag)| Language::named(tag));
    let language = chosen.unwrap_or_else(|| language(&head));
    let mut response = door((language, next(&query)), false)?;
    if chosen.is_some() {
        with_cookie(&mut response, &language_cookie(&gateway, &head, language));
    }
    Ok(response)
}

fn door((language, next): (Language, &str), refused: bool) -> Result<Response, PageError> {
    let page = Door { words: language.words(), language, next, refused };
    let status = if refused { StatusCode::FORBIDDEN } else { StatusCode::OK };
    Ok((status, Html(page.render()?)).into_response())
}

pub async fn enter(State(gateway): State<Gateway>, request: Request) -> Result<Response, PageError> {
    let (head, body) = request.into_parts();
    if !is_ours(&head.headers) {
        return Err(PageError::Elsewhere);
    }
    let Ok(body) = body::whole(body, &head.headers, &gateway.limits).await else {
        return Err(PageError::Invalid("the form did not arrive".to_owned()));
    };
    let pairs = parameters(&body);
    let token = pairs.iter().find(|(name, _)| name == "token").map_or("", |(_, token)| token.trim());
    let digest = digest(token);
    let known = gateway.tokens.find(digest).await?;
    if !known.is_some_and(|token| token.role.covers(Role::Read)) {
        return door((language(&head), next(&pairs)), true);
    }
    let mut response = Redirect::to(next(&pairs)).into_response();
    with_cookie(&mut response, &session_cookie(&gateway, &head, &digest));
    Ok(response)
}

pub async fn leave(State(gateway): State<Gateway>, request: Request) -> Result<Response, PageError> {
    let (head, _) = request.into_parts();
    if !is_ours(&head.headers) {
        return Err(PageError::Elsewhere);
    }
    let mut response = Redirect::to("/sign-in").into_response();
    with_cookie(&mut response, &no_session_cookie(&gateway, &head));
    Ok(response)
}

/// Keeps the language that was chosen and goes back to where it was chosen.
pub async fn choose_language(State(gateway): State<Gateway>, request: Request) -> Response {
    let (head, _) = request.into_parts();
    let query = parameters(head.uri.query().unwrap_or_default().as_bytes());
    let from = head.headers.get(header::REFERER).and_then(|from| from.to_str().ok()?.parse::<axum::http::Uri>().ok());
    let back = from.as_ref().and_then(|from| from.path_and_query()).map_or("/", |back| back.as_str());
    let mut response = Redirect::to(next(&[("next".to_owned(), back.to_owned())])).into_response();
    if let Some(language) = query.iter().find(|(name, _)| name == "to").and_then(|(_, tag)| Language::named(tag)) {
        with_cookie(&mut response, &language_cookie(&gateway, &head, language));
    }
    response
}

/// Whether a form was sent from a page of ours: every browser of today says where a request comes from (Fetch metadata), an older
/// one is held by SameSite=Strict alone.
pub fn is_ours(headers: &HeaderMap) -> bool {
    headers.get("sec-fetch-site").is_none_or(|site| site == "same-origin")
}

fn with_cookie(response: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

/// The fields of a form.
pub fn parameters(text: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(text).into_owned().collect()
}

/// Where to go afterwards: a page of ours, never another host.
fn next(pairs: &[(String, String)]) -> &str {
    let given = pairs.iter().find(|(name, _)| name == "next").map_or("/", |(_, next)| next.as_str());
    let is_ours = given.starts_with('/') && !given.starts_with("//") && !given.contains(['\\', '\r', '\n', '\t']);
    if is_ours { given } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_elsewhere() {
        let led = |to: &str| next(&[("next".to_owned(), to.to_owned())]).to_owned();
        assert_eq!(led("/agents?period=7"), "/agents?period=7");
        for elsewhere in ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "", "/\t/evil.example"] {
            assert_eq!(led(elsewhere), "/", "{elsewhere}");
        }
    }
}
