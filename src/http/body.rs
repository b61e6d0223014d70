use std::pin::Pin;
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::http::{HeaderMap, header};
use tokio::time::timeout;

use super::Limits;

/// A body that is too large is read on and thrown away up to so many times the limit, so that a client that writes before it
/// reads gets our answer and not a reset.
const PATIENCE: usize = 64;

/// Why there is no body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyFault {
    /// More than `max_body`, declared or sent.
    TooLarge,
    /// Not whole within `body_timeout`.
    Slow,
    /// Cut off, or not in the form that the headers declare.
    Broken,
}

/// Reads a body whole, within the limits.
///
/// # Errors
/// [`BodyFault`]; never more than the limit is held in memory.
pub async fn whole(body: Body, headers: &HeaderMap, limits: &Limits) -> Result<Bytes, BodyFault> {
    let declared = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    let too_large = declared.is_some_and(|length| length > limits.max_body as u64);
    if too_large && headers.contains_key(header::EXPECT) {
        return Err(BodyFault::TooLarge);
    }
    let mut reader = Reader { body, most: limits.max_body };
    if too_large {
        reader.throw_away(limits.body_timeout).await;
        return Err(BodyFault::TooLarge);
    }
    let read = timeout(limits.body_timeout, reader.read()).await.unwrap_or(Err(BodyFault::Slow));
    if read == Err(BodyFault::TooLarge) {
        reader.throw_away(limits.body_timeout).await;
    }
    read
}

struct Reader {
    body: Body,
    most: usize,
}

impl Reader {
    async fn read(&mut self) -> Result<Bytes, BodyFault> {
        let Some(first) = self.next().await else { return Ok(Bytes::new()) };
        let first = first?;
        let Some(second) = self.next().await else { return self.fits(first) };
        let mut all = Vec::with_capacity((first.len() * 4).min(self.most));
        all.extend_from_slice(&first);
        let mut next = Some(second);
        while let Some(part) = next {
            let part = part?;
            if all.len() + part.len() > self.most {
                return Err(BodyFault::TooLarge);
            }
            all.extend_from_slice(&part);
            next = self.next().await;
        }
        self.fits(all.into())
    }

    fn fits(&self, whole: Bytes) -> Result<Bytes, BodyFault> {
        if whole.len() > self.most { Err(BodyFault::TooLarge) } else { Ok(whole) }
    }

    /// The next piece; trailers are passed over.
    async fn next(&mut self) -> Option<Result<Bytes, BodyFault>> {
        loop {
            match std::future::poll_fn(|context| Pin::new(&mut self.body).poll_frame(context)).await? {
                Ok(frame) => match frame.into_data() {
                    Ok(data) => return Some(Ok(data)),
                    Err(_trailers) => {}
                },
                Err(_) => return Some(Err(BodyFault::Broken)),
            }
        }
    }

    async fn throw_away(&mut self, within: Duration) {
        let most = self.most.saturating_mul(PATIENCE);
        let reading = async {
            let mut thrown = 0;
            while let Some(Ok(part)) = self.next().await {
                thrown += part.len();
                if thrown > most {
                    return false;
                }
            }
            true
        };
        if !timeout(within, reading).await.unwrap_or(false) {
            tracing::debug!("a body that is too large was not read to its end");
        }
    }
}
