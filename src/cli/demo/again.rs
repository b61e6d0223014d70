//! Callers whose complaint was settled are asked again, and some say what they think now.

use std::collections::BTreeSet;
use std::time::Duration;

use fastrand::Rng;
use serde_json::Value;

use super::callers::normal;
use super::play::{Event, Play};
use super::{centre, conduct};
use crate::app::SimulatedSms;
use crate::call::Moment;

impl Play<'_> {
    /// Keeps whose complaints were settled.
    pub(super) fn note(&mut self, settled: &BTreeSet<String>) {
        for (index, call) in self.calls.iter().enumerate() {
            if let Some(number) = call.number.as_ref().filter(|_| settled.contains(&call.call_id)) {
                self.settled.insert(number.clone(), index);
            }
        }
    }

    /// The call after whose complaint this text asks again, if it does.
    pub(super) async fn asks_again(&mut self, sms: &SimulatedSms) -> anyhow::Result<Option<usize>> {
        let number = sms.to.expose();
        if !self.settled.contains_key(number) {
            return Ok(None);
        }
        let query = sms.receipt_url.split_once('?').map_or("", |(_, query)| query);
        let session = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "session").map(|(_, value)| value.into_owned());
        let Some(session) = session else { return Ok(None) };
        let response = self.stage.get(&format!("/v1/responses/{session}")).await?;
        Ok(if response["previous_session_id"] == Value::Null { None } else { self.settled.remove(number) })
    }

    /// Whoever cares to answers within the hour: most are content now, and some are not.
    pub(super) fn reassess(&mut self, index: usize, now: Moment) {
        let call = &self.calls[index];
        let mut rng = Rng::with_seed(call.conduct.mind.to_bits());
        if rng.u32(..100) < centre::ANSWERS_AGAIN {
            let score = conduct::of_five(call.satisfaction + centre::SETTLED + normal(&mut rng));
            self.at(now.plus(Duration::from_secs(60 + rng.u64(..3600))), Event::Reassesses(index, score));
        }
    }
}
