//! An XML document as a tree.

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

/// An element.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Element>,
    pub text: String,
}

impl Element {
    /// The root of a document.
    pub fn parse(document: &str) -> Self {
        let mut reader = Reader::from_str(document);
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().expect("well-formed") {
                Event::Start(tag) => open.push(Self::of(&tag)),
                Event::Empty(tag) => last(&mut open).children.push(Self::of(&tag)),
                Event::End(_) => {
                    let done = open.pop().expect("an element");
                    last(&mut open).children.push(done);
                }
                Event::Text(text) => last(&mut open).text.push_str(&text),
                Event::GeneralRef(name) => {
                    let character = name.resolve_char_ref().expect("a reference").map(String::from);
                    let text = character.or_else(|| resolve_xml_entity(&name).map(str::to_owned));
                    last(&mut open).text.push_str(&text.expect("a known entity"));
                }
                Event::Eof => return open.swap_remove(0).children.swap_remove(0),
                _ => {}
            }
        }
    }

    fn of(tag: &BytesStart<'_>) -> Self {
        let attribute = |attribute: quick_xml::events::attributes::Attribute<'_>| {
            let value = quick_xml::escape::unescape(&attribute.value).expect("escaped").into_owned();
            (attribute.key.as_ref().to_owned(), value)
        };
        let attributes = tag.attributes().map(|found| attribute(found.expect("an attribute"))).collect();
        Self { name: tag.name().as_ref().to_owned(), attributes, ..Self::default() }
    }

    /// The attribute of that name, if it is there.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// The attribute of that name.
    pub fn attribute(&self, name: &str) -> &str {
        self.get(name).unwrap_or_else(|| panic!("no {name} in {self:#?}"))
    }

    /// The first child of that name, if there is one.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// All elements below of that name.
    pub fn all<'a>(&'a self, name: &str) -> Vec<&'a Self> {
        let own = self.children.iter().filter(|child| child.name == name);
        own.chain(self.children.iter().flat_map(|child| child.all(name))).collect()
    }
}

fn last(open: &mut [Element]) -> &mut Element {
    open.last_mut().expect("an element")
}
