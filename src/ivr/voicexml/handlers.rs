//! What a page does when the caller hangs up or the gateway cannot be reached.

use std::io;

use super::{assign, element, upload};
use crate::ivr::xml::{self, XmlWriter};

/// How often a page brings one thing to the gateway, which takes it as one, before it gives up.
const SECOND_FAILURE: &str = "2";

/// The way back to the gateway.
pub struct Submit<'a> {
    /// The address.
    pub to: &'a str,
    /// What has happened when there is something to bring; else only the variable `event` is brought.
    pub event: &'a str,
    /// The variables that are brought there. Platforms differ in what they bring without a list.
    pub names: &'a str,
}

impl Submit<'_> {
    /// Brings the variables.
    pub fn write(&self, writer: &mut XmlWriter) -> io::Result<()> {
        self.with(writer, self.names)
    }

    /// Brings nothing but what happened.
    pub fn say_only(&self, writer: &mut XmlWriter, event: &str) -> io::Result<()> {
        assign(writer, "event", &format!("'{event}'"))?;
        self.with(writer, "event")
    }

    fn with(&self, writer: &mut XmlWriter, names: &str) -> io::Result<()> {
        xml::empty_element(writer, "submit", &[("next", self.to), ("method", "post"), ("namelist", names)])
    }
}

/// The handlers of a form. A failed fetch is thrown in the page that wanted it: it is tried once more, then the caller hears the polite
/// end (promise P10).
pub fn handlers(writer: &mut XmlWriter, words: (&str, &str), submit: &Submit<'_>, keep: Option<&str>) -> io::Result<()> {
    element(writer, "catch", &[("event", "error.badfetch")], |writer| again(writer, submit))?;
    element(writer, "catch", &[("event", "error.badfetch"), ("count", SECOND_FAILURE)], |writer| give_up(writer, words))?;
    element(writer, "catch", &[("event", "error")], |writer| give_up(writer, words))?;
    element(writer, "catch", &[("event", "connection.disconnect.hangup")], |writer| {
        assign(writer, "event", "'hangup'")?;
        match keep {
            Some(keep) => with_recording(writer, submit, keep),
            None => submit.with(writer, "event"),
        }
    })
}

/// The same once more. A recording that could not be kept is not spoken of.
fn again(writer: &mut XmlWriter, submit: &Submit<'_>) -> io::Result<()> {
    if submit.names == "event" {
        return submit.write(writer);
    }
    element(writer, "if", &[("cond", &format!("event == '{}'", submit.event))], |writer| {
        submit.write(writer)?;
        xml::empty_element(writer, "else", &[])?;
        submit.with(writer, "event")
    })
}

/// What was spoken before the line went down counts.
fn with_recording(writer: &mut XmlWriter, submit: &Submit<'_>, keep: &str) -> io::Result<()> {
    element(writer, "if", &[("cond", "recording != undefined")], |writer| {
        upload(writer, keep)?;
        submit.with(writer, "event recording_url")
    })?;
    submit.with(writer, "event")
}

/// The polite end.
pub fn give_up(writer: &mut XmlWriter, (locale, bye): (&str, &str)) -> io::Result<()> {
    xml::text_element(writer, "prompt", &[("bargein", "false"), ("xml:lang", locale)], bye)?;
    xml::empty_element(writer, "disconnect", &[])
}
