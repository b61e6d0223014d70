//! What the XML dialects share. Pure.

use std::borrow::Cow;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// Writes a document's elements.
pub type XmlWriter = Writer<Vec<u8>>;

/// A whole document with its declaration.
///
/// # Errors
/// What the writer of the elements says.
pub fn document(write: impl FnOnce(&mut XmlWriter) -> io::Result<()>) -> io::Result<String> {
    let mut writer = Writer::new(Vec::with_capacity(1024));
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    write(&mut writer)?;
    String::from_utf8(writer.into_inner()).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

/// An element with attributes and text.
///
/// # Errors
/// What the writer says.
pub fn text_element(writer: &mut XmlWriter, name: &str, attributes: &[(&str, &str)], text: &str) -> io::Result<()> {
    let element = writer.create_element(name).with_attributes(self::attributes(attributes));
    element.write_text_content(BytesText::new(&permitted(text)))?;
    Ok(())
}

/// An element without content.
///
/// # Errors
/// What the writer says.
pub fn empty_element(writer: &mut XmlWriter, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    writer.create_element(name).with_attributes(self::attributes(attributes)).write_empty()?;
    Ok(())
}

/// Names and values as the writer takes them.
pub fn attributes<'a>(given: &'a [(&'a str, &'a str)]) -> impl Iterator<Item = (&'a str, Cow<'a, str>)> {
    given.iter().map(|(name, value)| (*name, permitted(value)))
}

/// The text without what XML 1.0 has no way to write (production 2, Char); the writer escapes but does not look at these.
#[must_use]
pub fn permitted(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_char) { Cow::Borrowed(text) } else { Cow::Owned(text.chars().filter(|c| is_char(*c)).collect()) }
}

fn is_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// Reads documents back, for the tests of every dialect.
#[cfg(test)]
pub(crate) mod reading {
    use quick_xml::Reader;
    use quick_xml::escape::resolve_xml_entity;
    use quick_xml::events::{BytesRef, Event};

    /// The text of a well-formed document, of all elements together; an error if it is not well-formed.
    pub(crate) fn text_of(document: &str) -> Result<String, String> {
        let mut reader = Reader::from_str(document);
        let (mut text, mut depth, mut roots) = (String::new(), 0_u32, 0);
        loop {
            match reader.read_event().map_err(|error| error.to_string())? {
                Event::Start(element) => {
                    roots += u32::from(depth == 0);
                    depth += 1;
                    check(element.attributes())?;
                }
                Event::Empty(element) => {
                    roots += u32::from(depth == 0);
                    check(element.attributes())?;
                }
                Event::End(_) => depth -= 1,
                Event::Text(part) => text.push_str(&part),
                Event::GeneralRef(name) => text.push_str(&resolved(&name)?),
                Event::Eof if roots == 1 && depth == 0 => return Ok(text),
                Event::Eof => return Err(format!("{roots} roots, {depth} open")),
                _ => {}
            }
        }
    }

    fn check(attributes: quick_xml::events::attributes::Attributes<'_>) -> Result<(), String> {
        attributes.into_iter().try_for_each(|attribute| attribute.map(|_| ()).map_err(|error| error.to_string()))
    }

    fn resolved(name: &BytesRef<'_>) -> Result<String, String> {
        if let Some(c) = name.resolve_char_ref().map_err(|error| error.to_string())? {
            return Ok(c.to_string());
        }
        resolve_xml_entity(name).map(str::to_owned).ok_or_else(|| format!("unknown entity {name:?}"))
    }
}
