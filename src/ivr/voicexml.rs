//! VoiceXML 2.1 pages. Source: <https://www.w3.org/TR/voicexml20/> and <https://www.w3.org/TR/voicexml21/>. Pure.
//!
//! A page takes any key and brings it to the gateway, which alone knows what is an answer: so silence, wrong keys and retries mean what
//! they mean in every other dialect, and count there.

use std::borrow::Cow;
use std::io;

use self::handlers::{Submit, handlers};
use super::xml::{self, XmlWriter};
use super::{Ask, Document, Page, Turn};
use crate::survey::locale::Locale;
use crate::survey::wording;

pub use entry::who_calls;

mod entry;
mod handlers;

/// The media type of RFC 4267.
pub const MEDIA_TYPE: &str = "application/voicexml+xml";
const NAMESPACE: &str = "http://www.w3.org/2001/vxml";
/// Seconds of silence that end a recording.
const RECORDING_SILENCE: &str = "5s";
/// Every key but the one that ends an input.
const KEYS: [&str; 11] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*"];
/// Hangs up without a word: the last resort, should a document not be writable.
const HANG_UP: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><vxml version=\"2.1\" xmlns=\"http://www.w3.org/2001/vxml\"><form><block><disconnect/></block></form></vxml>";

/// What differs between platforms.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    /// What pages are announced as, normally [`MEDIA_TYPE`].
    pub content_type: &'static str,
    /// Where this page's recording is kept, as an absolute address that takes a multipart form; without one a spoken comment is left
    /// out, since the page could only bring it to us.
    pub keep: Option<&'a str>,
}

/// A survey page.
#[must_use]
pub fn render(page: &Page, look: Look<'_>) -> Document {
    let writing = Writing::new(&page.locale);
    let written = vxml(&writing.locale, |writer| match &page.then {
        Turn::Ask(ask) => writing.ask(writer, &page.lead, ask),
        Turn::Record { say, action, most_seconds, .. } => match look.keep {
            Some(keep) => writing.record(writer, &page.lead, &Comment { say, action, keep, most_seconds: *most_seconds }),
            None => writing.pass_over(writer, &page.lead, action),
        },
        Turn::End { say } => writing.end(writer, &page.lead, say.as_deref()),
    });
    finished(written, look.content_type)
}

fn vxml(locale: &str, content: impl FnOnce(&mut XmlWriter) -> io::Result<()>) -> io::Result<String> {
    let attributes = [("version", "2.1"), ("xmlns", NAMESPACE), ("xml:lang", locale)];
    xml::document(|writer| element(writer, "vxml", &attributes, content))
}

fn finished(written: io::Result<String>, content_type: &'static str) -> Document {
    Document { content_type, body: written.unwrap_or_else(|_| HANG_UP.to_owned()) }
}

/// A question that is answered by speaking.
struct Comment<'a> {
    say: &'a str,
    action: &'a str,
    keep: &'a str,
    most_seconds: u16,
}

/// A page in the making.
struct Writing<'a> {
    locale: Cow<'a, str>,
    bye: String,
}

impl<'a> Writing<'a> {
    fn new(locale: &'a str) -> Self {
        Self { locale: language(locale), bye: polite_end(locale) }
    }

    /// The polite end, with its language.
    fn words(&self) -> (&str, &str) {
        (&self.locale, &self.bye)
    }

    fn ask(&self, writer: &mut XmlWriter, lead: &[String], ask: &Ask) -> io::Result<()> {
        let key_timeout = format!("{}s", ask.key_timeout_seconds.max(1));
        for (name, value) in [("inputmodes", "dtmf"), ("interdigittimeout", &key_timeout), ("termchar", "#")] {
            xml::empty_element(writer, "property", &[("name", name), ("value", value)])?;
        }
        let submit = Submit { to: &ask.action, event: "keys", names: "keys" };
        form(writer, |writer| {
            variable(writer, "event", "'keys'")?;
            handlers(writer, self.words(), &submit, None)?;
            element(writer, "field", &[("name", "keys")], |writer| {
                grammar(writer, ask.digits.max(1))?;
                self.lead(writer, lead)?;
                self.question(writer, ask)?;
                for event in ["noinput", "nomatch"] {
                    element(writer, event, &[], |writer| submit.say_only(writer, event))?;
                }
                element(writer, "filled", &[], |writer| submit.write(writer))
            })
        })
    }

    fn question(&self, writer: &mut XmlWriter, ask: &Ask) -> io::Result<()> {
        let timeout = format!("{}s", ask.timeout_seconds.max(1));
        let barge_in = if ask.barge_in { "true" } else { "false" };
        let more = ask.more.iter().map(|more| (language(&more.locale), more.say.as_str()));
        for (locale, say) in std::iter::once((Cow::Borrowed(&*self.locale), ask.say.as_str())).chain(more) {
            let attributes = [("bargein", barge_in), ("timeout", timeout.as_str()), ("xml:lang", &*locale)];
            xml::text_element(writer, "prompt", &attributes, say)?;
        }
        Ok(())
    }

    fn record(&self, writer: &mut XmlWriter, lead: &[String], comment: &Comment<'_>) -> io::Result<()> {
        let submit = Submit { to: comment.action, event: "recorded", names: "event recording_url seconds" };
        let most = format!("{}s", comment.most_seconds.max(1));
        let attributes = [
            ("name", "recording"),
            ("beep", "true"),
            ("maxtime", most.as_str()),
            ("finalsilence", RECORDING_SILENCE),
            ("dtmfterm", "true"),
            ("type", "audio/x-wav"),
        ];
        form(writer, |writer| {
            variable(writer, "event", "'lost'")?;
            variable(writer, "seconds", "0")?;
            variable(writer, "recording_url", &literal(comment.keep))?;
            handlers(writer, self.words(), &submit, Some(comment.keep))?;
            element(writer, "record", &attributes, |writer| {
                self.lead(writer, lead)?;
                self.say(writer, comment.say)?;
                element(writer, "noinput", &[], |writer| submit.say_only(writer, "noinput"))?;
                element(writer, "filled", &[], |writer| {
                    assign(writer, "seconds", "Math.round(recording$.duration / 1000)")?;
                    upload(writer, comment.keep)?;
                    assign(writer, "event", "'recorded'")?;
                    submit.write(writer)
                })
            })
        })
    }

    /// Goes on without asking.
    fn pass_over(&self, writer: &mut XmlWriter, lead: &[String], action: &str) -> io::Result<()> {
        let submit = Submit { to: action, event: "lost", names: "event" };
        form(writer, |writer| {
            variable(writer, "event", "'lost'")?;
            handlers(writer, self.words(), &submit, None)?;
            element(writer, "block", &[], |writer| {
                self.lead(writer, lead)?;
                submit.write(writer)
            })
        })
    }

    fn end(&self, writer: &mut XmlWriter, lead: &[String], last: Option<&str>) -> io::Result<()> {
        form(writer, |writer| {
            element(writer, "block", &[], |writer| {
                self.lead(writer, lead)?;
                last.iter().try_for_each(|words| self.say(writer, words))?;
                xml::empty_element(writer, "disconnect", &[])
            })
        })
    }

    fn lead(&self, writer: &mut XmlWriter, lead: &[String]) -> io::Result<()> {
        lead.iter().try_for_each(|words| self.say(writer, words))
    }

    /// Words that no key interrupts.
    fn say(&self, writer: &mut XmlWriter, words: &str) -> io::Result<()> {
        if xml::permitted(words).trim().is_empty() {
            return Ok(());
        }
        xml::text_element(writer, "prompt", &[("bargein", "false"), ("xml:lang", &*self.locale)], words)
    }
}

fn form(writer: &mut XmlWriter, content: impl FnOnce(&mut XmlWriter) -> io::Result<()>) -> io::Result<()> {
    element(writer, "form", &[("id", "turn")], content)
}

/// Up to so many keys. The grammar stays in the namespace of VoiceXML: the schema wants it so.
fn grammar(writer: &mut XmlWriter, most: u8) -> io::Result<()> {
    let repeat = if most > 1 { format!("1-{most}") } else { "1".to_owned() };
    element(writer, "grammar", &[("mode", "dtmf"), ("version", "1.0"), ("root", "keys")], |writer| {
        element(writer, "rule", &[("id", "keys"), ("scope", "public")], |writer| {
            element(writer, "item", &[("repeat", repeat.as_str())], |writer| {
                let each = |writer: &mut XmlWriter| KEYS.iter().try_for_each(|key| xml::text_element(writer, "item", &[], key));
                element(writer, "one-of", &[], each)
            })
        })
    })
}

fn upload(writer: &mut XmlWriter, keep: &str) -> io::Result<()> {
    let attributes = [("src", keep), ("method", "post"), ("enctype", "multipart/form-data"), ("namelist", "recording")];
    xml::empty_element(writer, "data", &attributes)
}

fn variable(writer: &mut XmlWriter, name: &str, value: &str) -> io::Result<()> {
    xml::empty_element(writer, "var", &[("name", name), ("expr", value)])
}

fn assign(writer: &mut XmlWriter, name: &str, value: &str) -> io::Result<()> {
    xml::empty_element(writer, "assign", &[("name", name), ("expr", value)])
}

fn element(
    writer: &mut XmlWriter,
    name: &str,
    attributes: &[(&str, &str)],
    content: impl FnOnce(&mut XmlWriter) -> io::Result<()>,
) -> io::Result<()> {
    writer.create_element(name).with_attributes(xml::attributes(attributes)).write_inner_content(content)?;
    Ok(())
}

/// A text as a literal of ECMAScript.
fn literal(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}'));
    let escaped: String = kept.flat_map(|c| matches!(c, '\\' | '\'').then_some('\\').into_iter().chain([c])).collect();
    format!("'{escaped}'")
}

fn polite_end(locale: &str) -> String {
    Locale::parse(locale).or_else(|| Locale::parse("en")).map(|locale| wording::polite_end(&locale)).unwrap_or_default()
}

/// The tag that platforms know a voice by: a bare language gets its most spoken region, what is no tag becomes English.
fn language(locale: &str) -> Cow<'_, str> {
    let known = match locale.to_ascii_lowercase().as_str() {
        "en" => "en-US",
        "zh" | "zh-hans" => "zh-CN",
        "zh-hant" => "zh-TW",
        "es" => "es-ES",
        "fr" => "fr-FR",
        "de" => "de-DE",
        "pt" => "pt-BR",
        "ar" => "ar-SA",
        "hi" => "hi-IN",
        "ja" => "ja-JP",
        _ if Locale::parse(locale).is_some() && !locale.contains('_') => return Cow::Borrowed(locale.trim()),
        _ => "en-US",
    };
    Cow::Borrowed(known)
}

#[cfg(test)]
mod tests;
