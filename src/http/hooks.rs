//! Webhooks of providers: raw capped body → verify → parse → flow → render.

use std::time::Instant;

use axum::body::Body;
use axum::extract::Request;
use axum::http::request::Parts as Head;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use tokio::time::timeout;

use self::answer::Answer;
use self::errand::{Done, carry_out, errand};
use super::origin::Origin;
use super::{Gateway, body};
use crate::flows::{FlowError, Outcome};
use crate::ivr::Document;
use crate::lifecycle::caught;
use crate::ports::account::Account;
use crate::ports::journal::Errand;
use crate::ports::provider::{Hook, Inbound, Malformed, RawRequest, Refusal, Whereabouts};
use crate::ports::store::StoreError;
use crate::telemetry::WebhookOutcome;

mod answer;
mod errand;

/// Answers a webhook, whatever happens: with a document, an error of the table in `docs/architecture.md`, or the polite end.
pub async fn answer(gateway: Gateway, hook: Hook, request: Request) -> Response {
    let begun = Instant::now();
    let (head, body) = request.into_parts();
    let name = segment(head.uri.path(), 2);
    let visit = Visit { gateway: &gateway, account: gateway.accounts.get(name), hook, head: &head };
    let answer = match caught(visit.handle(body)).await {
        Ok(answer) => answer,
        Err(_) => visit.broken().await,
    };
    gateway.metrics.webhook(name, hook, answer.outcome);
    gateway.metrics.replied(begun.elapsed());
    answer.into_response()
}

/// One webhook on its way through.
struct Visit<'a> {
    gateway: &'a Gateway,
    account: Option<&'a Account>,
    hook: Hook,
    head: &'a Head,
}

impl Visit<'_> {
    async fn handle(&self, body: Body) -> Answer {
        if !matches!(self.head.method, Method::GET | Method::POST) {
            return Answer::status(StatusCode::METHOD_NOT_ALLOWED, WebhookOutcome::Malformed);
        }
        let body = match body::whole(body, &self.head.headers, &self.gateway.limits).await {
            Ok(body) => body,
            Err(fault) => return Answer::of_fault(fault),
        };
        let Some(account) = self.account else {
            return Answer::status(StatusCode::NOT_FOUND, WebhookOutcome::UnknownAccount);
        };
        match self.understand(account, &body) {
            Ok(Inbound::Nothing) if self.hook == Hook::Voice => match self.ask_who_calls(account) {
                Some(document) => Answer::of(Done { outcome: Outcome::Ignored, document: Some(document) }),
                None => self.act(account, Inbound::Nothing).await,
            },
            Ok(inbound) => self.act(account, inbound).await,
            Err(answer) => answer,
        }
    }

    /// Verifies, then reads.
    fn understand(&self, account: &Account, body: &[u8]) -> Result<Inbound, Answer> {
        let origin = Origin::of(self.gateway, self.head);
        let raw = RawRequest {
            method: self.head.method.as_str(),
            public_base: &origin.base,
            target: self.head.uri.path_and_query().map_or("/", |target| target.as_str()),
            headers: &self.head.headers,
            body,
            peer: origin.peer,
        };
        let verified = account.verify(&raw).map_err(|refusal| self.refused(account, refusal))?;
        let now = self.gateway.flows.clock.now();
        account.parse(self.hook, &verified, now).map_err(|malformed| self.malformed(account, &malformed))
    }

    fn ask_who_calls(&self, account: &Account) -> Option<Document> {
        let flows = &self.gateway.flows;
        let target = self.head.uri.path_and_query()?.as_str();
        account.provider.ask_who_calls(&format!("{}{target}", flows.public_url), &flows.ids.next(flows.clock.now()))
    }

    async fn act(&self, account: &Account, inbound: Inbound) -> Answer {
        let heard = self.hook.is_voice() || matches!(&inbound, Inbound::Call(report) if report.caller == Whereabouts::OnTheLine);
        let errand = errand(self.hook, &self.head.uri, inbound);
        if heard { self.on_the_phone(account, errand).await } else { self.in_the_background(account, errand).await }
    }

    /// Someone waits on the line: they hear a document in time and with status 200 (promise P10). The work runs on its own, so that
    /// it is not cut off half way when the document cannot wait for it any longer.
    async fn on_the_phone(&self, account: &Account, errand: Errand) -> Answer {
        let Some(place) = self.gateway.lanes.phone() else { return Answer::polite_end(account, self.head, WebhookOutcome::Shed) };
        let (gateway, owned) = (self.gateway.clone(), account.clone());
        let work = tokio::spawn(async move {
            let done = carry_out(&gateway, &owned, errand).await;
            drop(place);
            done
        });
        let outcome = match timeout(self.gateway.limits.voice_reply, work).await {
            Ok(Ok(Ok(done))) => return Answer::of(done),
            Ok(Ok(Err(error))) => {
                self.say(&error);
                Answer::outcome_of(&error)
            }
            Ok(Err(_panicked)) => self.count_panic(),
            Err(_too_late) => WebhookOutcome::Shed,
        };
        tracing::debug!(account = account.name.name, hook = self.hook.name(), outcome = outcome.name(), "polite end");
        Answer::polite_end(account, self.head, outcome)
    }

    async fn in_the_background(&self, account: &Account, errand: Errand) -> Answer {
        let Some(_place) = self.gateway.lanes.other() else { return Answer::come_again(WebhookOutcome::Shed) };
        match timeout(self.gateway.limits.reply, carry_out(self.gateway, account, errand)).await {
            Ok(Ok(done)) => Answer::of(done),
            Ok(Err(error)) => {
                self.say(&error);
                Answer::of_error(&error)
            }
            Err(_too_late) => Answer::come_again(WebhookOutcome::Shed),
        }
    }

    /// Why it could not be carried out.
    fn say(&self, error: &FlowError) {
        match error {
            FlowError::Malformed(_) => {}
            // In a storm every webhook has one of these; they are counted.
            FlowError::Contended | FlowError::Store(StoreError::Busy) => tracing::debug!(%error, "shed"),
            FlowError::Store(_) => {
                if let Some(webhooks) = self.gateway.sheds.take(&error.to_string(), Instant::now()) {
                    tracing::warn!(%error, webhooks, "shed");
                }
            }
            FlowError::MissingDefinition(_) => tracing::error!(%error, "a webhook could not be carried out"),
        }
    }

    fn refused(&self, account: &Account, refusal: Refusal) -> Answer {
        tracing::debug!(account = account.name.name, hook = self.hook.name(), %refusal, "refused");
        match refusal {
            Refusal::Unreadable => Answer::malformed("the body cannot be read"),
            Refusal::Missing | Refusal::Wrong | Refusal::Address => Answer::status(StatusCode::FORBIDDEN, WebhookOutcome::BadSignature),
        }
    }

    fn malformed(&self, account: &Account, malformed: &Malformed) -> Answer {
        tracing::debug!(account = account.name.name, hook = self.hook.name(), %malformed, "malformed");
        if self.hook.is_voice() {
            return Answer::polite_end(account, self.head, WebhookOutcome::Malformed);
        }
        Answer::malformed(&malformed.0)
    }

    /// After a panic. The document is made with care too: what panicked may have been its renderer.
    async fn broken(&self) -> Answer {
        let outcome = self.count_panic();
        let plain = Answer::status(StatusCode::INTERNAL_SERVER_ERROR, outcome);
        match self.account.filter(|_| self.hook.is_voice()) {
            Some(account) => caught(async { Answer::polite_end(account, self.head, outcome) }).await.unwrap_or(plain),
            None => plain,
        }
    }

    fn count_panic(&self) -> WebhookOutcome {
        self.gateway.metrics.panics.inc();
        WebhookOutcome::Error
    }
}

/// An address below `/hooks` that is none of ours; like every answer there it says what became of the request.
pub fn not_here(status: StatusCode) -> Response {
    Answer::status(status, WebhookOutcome::Malformed).into_response()
}

/// A part of a path: 0 is before the first slash.
fn segment(path: &str, place: usize) -> &str {
    path.split('/').nth(place).unwrap_or_default()
}
