//! The page before the first one: a platform that is given nothing but an address is asked who calls.

use super::handlers::{Submit, give_up};
use super::{Document, Writing, assign, element, finished, form, variable, vxml};

/// Brings the caller's number and ours, which the standard gives a name, to the address; nothing is heard of it.
#[must_use]
pub fn who_calls(address: &str, content_type: &'static str) -> Document {
    let writing = Writing::new("en");
    let submit = Submit { to: address, event: "", names: "caller called" };
    let written = vxml(&writing.locale, |writer| {
        form(writer, |writer| {
            variable(writer, "caller", "''")?;
            variable(writer, "called", "''")?;
            // A platform without these variables, and a fetch that failed once.
            for event in ["error.semantic", "error.badfetch"] {
                element(writer, "catch", &[("event", event)], |writer| submit.write(writer))?;
            }
            element(writer, "catch", &[("event", "error"), ("count", "2")], |writer| give_up(writer, writing.words()))?;
            element(writer, "catch", &[("event", "error")], |writer| give_up(writer, writing.words()))?;
            element(writer, "block", &[], |writer| {
                assign(writer, "caller", "session.connection.remote.uri")?;
                assign(writer, "called", "session.connection.local.uri")?;
                submit.write(writer)
            })
        })
    });
    finished(written, content_type)
}
