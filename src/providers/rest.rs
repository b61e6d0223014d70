//! The way out: one HTTP client for every provider's REST API, and what a failed exchange means for promise P8.

use std::error::Error;
use std::sync::Once;
use std::time::Duration;

use axum::http::header::{DATE, RETRY_AFTER};
use axum::http::{HeaderMap, StatusCode};
use reqwest::{Client, RequestBuilder, Response};

use crate::ports::provider::Sent;

/// Longest wait for a connection; a failure within it proves that no request left.
const CONNECT: Duration = Duration::from_secs(5);
/// Longest wait for a whole answer.
pub const TOTAL: Duration = Duration::from_secs(15);
/// Kept below the idle time-outs of common load balancers, so that a request seldom meets a connection that is being closed.
const IDLE: Duration = Duration::from_secs(30);
/// Most bytes of an answer that are read.
const MOST_BYTES: usize = 64 * 1024;
/// A provider's wish to wait is obeyed up to this.
const LONGEST_WAIT: Duration = Duration::from_secs(3600);

/// The client for provider requests: follows no redirect, gives up after 5 s without connection and 15 s in all.
///
/// # Errors
/// If the system's certificates cannot be loaded.
pub fn client() -> Result<Client, reqwest::Error> {
    install_tls();
    Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(CONNECT)
        .timeout(TOTAL)
        .pool_idle_timeout(IDLE)
        .user_agent(concat!("aftercall/", env!("CARGO_PKG_VERSION")))
        .build()
}

/// Makes ring the process's TLS provider; reqwest without a built-in one panics if there is none.
fn install_tls() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        if rustls::crypto::ring::default_provider().install_default().is_err() {
            tracing::debug!("a TLS provider is installed already");
        }
    });
}

/// An answer, at most 64 KiB of it.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// When the provider wants the request again.
    pub retry_after: Option<Duration>,
    /// What was read of the body.
    pub body: Vec<u8>,
    /// Why the body is not whole.
    pub fault: Option<String>,
}

/// Sends the request once.
///
/// # Errors
/// What is known where there is no answer: [`Sent::Failed`] if the request never left, else [`Sent::Unknown`].
pub async fn exchange(request: RequestBuilder) -> Result<Answer, Sent> {
    let mut response = request.send().await.map_err(without_answer)?;
    let (status, retry_after) = (response.status(), retry_after(response.headers()));
    let mut body = Vec::new();
    let fault = read(&mut response, &mut body).await.err().map(detail);
    Ok(Answer { status, retry_after, body, fault })
}

impl Answer {
    /// What the status alone says; `None` for 2xx and 4xx, where the body matters.
    ///
    /// 429, 500 and 503 were refused before any work was done; 502 and 504 come from a gateway that does not know, and so may
    /// every other 5xx.
    #[must_use]
    pub fn by_status(&self) -> Option<Sent> {
        let retry_after = self.retry_after;
        match self.status.as_u16() {
            429 => Some(Sent::Throttled { retry_after }),
            500 | 503 => Some(Sent::Failed { retry_after, detail: self.http_code() }),
            200..=299 | 400..=499 => None,
            501..=599 => Some(Sent::Unknown { detail: self.http_code() }),
            _ => Some(Sent::Rejected { code: self.http_code(), opted_out: false }),
        }
    }

    /// `http_404` and the like, for answers without a code of the provider.
    #[must_use]
    pub fn http_code(&self) -> String {
        format!("http_{}", self.status.as_u16())
    }
}

async fn read(response: &mut Response, body: &mut Vec<u8>) -> Result<(), reqwest::Error> {
    while body.len() < MOST_BYTES {
        let Some(chunk) = response.chunk().await? else { break };
        let room = MOST_BYTES - body.len();
        body.extend_from_slice(&chunk[..chunk.len().min(room)]);
    }
    Ok(())
}

fn without_answer(error: reqwest::Error) -> Sent {
    let never_left = error.is_connect() || error.is_builder();
    let detail = detail(error);
    if never_left { Sent::Failed { retry_after: None, detail } } else { Sent::Unknown { detail } }
}

/// The chain of causes; without the address, which carries the account.
fn detail(error: reqwest::Error) -> String {
    let error = error.without_url();
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}

/// Retry-After (RFC 9110, 10.2.3) as seconds, or as a date that is taken against the answer's own Date, so that clocks need not agree.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let given = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    let wait = match given.parse::<u64>() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) => {
            let then = http_date(given)?;
            let now = http_date(headers.get(DATE)?.to_str().ok()?)?;
            Duration::from_secs(u64::try_from(then - now).unwrap_or(0))
        }
    };
    Some(wait.min(LONGEST_WAIT))
}

/// Seconds since 1970 of an IMF-fixdate.
fn http_date(text: &str) -> Option<i64> {
    jiff::fmt::rfc2822::parse(text.trim()).ok().map(|at| at.timestamp().as_second())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_to_wait_is_read_as_seconds_or_as_date_and_capped() {
        let date = "Wed, 21 Oct 2015 07:28:00 GMT";
        let wait = |after: &str, date: &str| {
            let headers = [(RETRY_AFTER, after), (DATE, date)].map(|(name, value)| (name, value.parse().expect("a value")));
            retry_after(&headers.into_iter().collect()).map(|wait| wait.as_secs())
        };
        assert_eq!(wait("7", date), Some(7));
        assert_eq!(wait("99999999", date), Some(3600));
        assert_eq!(wait("Wed, 21 Oct 2015 07:28:30 GMT", date), Some(30));
        assert_eq!(wait("Wed, 21 Oct 2015 07:27:30 GMT", date), Some(0));
        assert_eq!(wait("Wed, 21 Oct 2015 07:28:30 GMT", "today"), None);
        assert_eq!([wait("soon", date), wait("-1", date), wait("", date)], [None; 3]);
        assert_eq!(retry_after(&HeaderMap::new()), None);
    }

    #[test]
    fn a_status_says_whether_the_message_may_have_left() {
        let name = |status: u16| {
            let status = StatusCode::from_u16(status).expect("a status");
            Answer { status, retry_after: None, body: Vec::new(), fault: None }.by_status().map(|sent| sent.name())
        };
        assert_eq!([200, 201, 400, 404].map(name), [None; 4]);
        assert_eq!([500, 503].map(name), [Some("error"); 2]);
        assert_eq!([501, 502, 504, 599].map(name), [Some("unknown"); 4]);
        assert_eq!([301, 307].map(name), [Some("rejected"); 2]);
        assert_eq!(name(429), Some("throttled"));
    }
}
