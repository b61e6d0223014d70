//! A small VoiceXML interpreter: one form item, its events and handlers, as sections 2.1.6, 5.2 and 5.3 of VoiceXML 2.0 say.

use std::collections::BTreeMap;

use super::dom::Element;
use super::phone::{Heard, Then};
use crate::support::rig::{CALLER, LINE};

/// What happens to a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event<'a> {
    /// Keys, then a pause.
    Keys(&'a str),
    /// No key, or no voice.
    Silence,
    /// A voice, then silence.
    Spoken,
    /// The line goes down, perhaps in the middle of a recording.
    HangUp {
        /// Whether there is one.
        recorded: bool,
    },
    /// What the page wanted to fetch last could not be had.
    FetchFailed,
}

/// What a page wants next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// To bring variables to an address and to become what it answers.
    Submit {
        /// The address.
        next: String,
        /// Names and values.
        form: Vec<(String, String)>,
    },
    /// To hang up.
    Disconnect,
}

/// A page on a telephone.
pub struct Browser {
    page: Element,
    variables: BTreeMap<String, Option<String>>,
    counts: BTreeMap<String, u32>,
    /// Whether the platform knows the standard's names of caller and called number.
    pub knows_who_calls: bool,
    /// Whether recordings can be brought where they are kept.
    pub keeps: bool,
    /// Where recordings were brought.
    pub kept: Vec<String>,
    /// What handlers said.
    pub said: Vec<String>,
}

impl Browser {
    pub fn open(document: &str) -> Self {
        let page = Element::parse(document);
        assert_eq!((page.name.as_str(), page.attribute("version")), ("vxml", "2.1"));
        let mut browser = Self {
            page,
            variables: BTreeMap::new(),
            counts: BTreeMap::new(),
            knows_who_calls: true,
            keeps: true,
            kept: Vec::new(),
            said: Vec::new(),
        };
        for variable in browser.page.all("var").into_iter().cloned().collect::<Vec<_>>() {
            let value = browser.value(variable.attribute("expr"));
            browser.variables.insert(variable.attribute("name").to_owned(), Some(value));
        }
        let item = browser.item().get("name").map(str::to_owned);
        browser.variables.extend(item.map(|name| (name, None)));
        browser
    }

    fn form(&self) -> &Element {
        self.page.child("form").expect("a form")
    }

    /// The form item that is visited.
    fn item(&self) -> &Element {
        let is_item = |element: &&Element| ["field", "record", "block"].contains(&element.name.as_str());
        self.form().children.iter().find(is_item).expect("an item")
    }

    /// What a caller hears of the page; a page that asks nothing goes on by itself.
    pub fn heard(&self) -> Heard {
        let item = self.item();
        let prompts: Vec<&Element> = item.children.iter().filter(|child| child.name == "prompt").collect();
        let tongue = |prompt: &&Element| prompt.get("xml:lang").unwrap_or_else(|| self.page.attribute("xml:lang")).to_owned();
        let then = match item.name.as_str() {
            "field" => Then::Keys { most: self.most_keys(), barge_in: prompts.last().expect("a question").attribute("bargein") == "true" },
            "record" => Then::Voice { most_seconds: seconds(item.attribute("maxtime")) },
            _ => Then::End,
        };
        Heard {
            said: prompts.iter().map(|prompt| prompt.text.clone()).collect(),
            tongues: Some(prompts.iter().map(tongue).collect()),
            then,
        }
    }

    fn most_keys(&self) -> usize {
        let rule = self.item().child("grammar").and_then(|grammar| grammar.child("rule")).expect("a rule");
        let repeat = rule.child("item").expect("keys").attribute("repeat");
        repeat.rsplit('-').next().and_then(|most| most.parse().ok()).expect("a number")
    }

    fn is_key(&self, key: char) -> bool {
        let items = self.item().child("grammar").expect("a grammar").all("item");
        items.iter().any(|item| item.children.is_empty() && item.text == key.to_string())
    }

    /// What the page does about it.
    pub fn happens(&mut self, event: Event<'_>) -> Option<Wish> {
        match event {
            Event::Keys(keys) => self.pressed(keys),
            Event::Silence => self.thrown("noinput"),
            Event::Spoken => self.filled("a voice"),
            Event::HangUp { recorded } => {
                if recorded {
                    self.fill("a voice");
                }
                self.thrown("connection.disconnect.hangup")
            }
            Event::FetchFailed => self.thrown("error.badfetch.http.500"),
        }
    }

    /// What a page does that asks nothing.
    pub fn goes_on(&mut self) -> Option<Wish> {
        let block = self.item().clone();
        assert_eq!(block.name, "block");
        self.run(&block.children)
    }

    fn pressed(&mut self, keys: &str) -> Option<Wish> {
        let end = self.page.all("property").iter().find(|p| p.attribute("name") == "termchar").map(|p| p.attribute("value").to_owned());
        let before_end = end.and_then(|end| keys.split(&end).next().map(str::to_owned)).unwrap_or_else(|| keys.to_owned());
        let input: String = before_end.chars().take(self.most_keys()).collect();
        if input.is_empty() || !input.chars().all(|key| self.is_key(key)) {
            return self.thrown("nomatch");
        }
        self.filled(&input)
    }

    fn fill(&mut self, value: &str) {
        let name = self.item().attribute("name").to_owned();
        self.variables.insert(name, Some(value.to_owned()));
    }

    fn filled(&mut self, value: &str) -> Option<Wish> {
        self.fill(value);
        let content = self.item().child("filled").expect("filled").children.clone();
        self.run(&content)
    }

    /// The handler with the greatest count not above the event's; of those the first, an item's own before its form's.
    fn thrown(&mut self, event: &str) -> Option<Wish> {
        let times = self.counts.entry(event.to_owned()).or_default();
        *times += 1;
        let times = *times;
        let catches = |element: &&Element| match element.name.as_str() {
            "catch" => covers(element.attribute("event"), event),
            name => name == event,
        };
        let count = |element: &Element| element.get("count").map_or(1, |count| count.parse().expect("a number"));
        let own = self.item().children.iter().filter(catches);
        let handlers: Vec<&Element> = own.chain(self.form().children.iter().filter(catches)).filter(|h| count(h) <= times).collect();
        let greatest = handlers.iter().map(|handler| count(handler)).max().unwrap_or_else(|| panic!("nobody handles {event}"));
        let content = handlers.into_iter().find(|handler| count(handler) == greatest).expect("a handler").children.clone();
        self.run(&content)
    }

    fn run(&mut self, content: &[Element]) -> Option<Wish> {
        content.iter().find_map(|element| self.does(element))
    }

    fn does(&mut self, element: &Element) -> Option<Wish> {
        match element.name.as_str() {
            "assign" if element.attribute("expr").starts_with("session.") && !self.knows_who_calls => self.thrown("error.semantic"),
            "assign" => {
                let value = self.value(element.attribute("expr"));
                let name = element.attribute("name");
                let declared = self.variables.insert(name.to_owned(), Some(value));
                assert!(declared.is_some(), "{name} is not declared: error.semantic");
                None
            }
            "prompt" => {
                self.said.push(element.text.clone());
                None
            }
            "if" => {
                let before_else = element.children.iter().position(|child| child.name == "else").unwrap_or(element.children.len());
                let (yes, no) = element.children.split_at(before_else);
                if self.holds(element.attribute("cond")) { self.run(yes) } else { self.run(no.get(1..).unwrap_or_default()) }
            }
            "data" => self.bring(element),
            "submit" => {
                let form = element.attribute("namelist").split(' ').map(|name| (name.to_owned(), self.variable(name))).collect();
                assert_eq!(element.attribute("method"), "post");
                Some(Wish::Submit { next: element.attribute("next").to_owned(), form })
            }
            "disconnect" => Some(Wish::Disconnect),
            other => panic!("{other} is not understood"),
        }
    }

    fn bring(&mut self, data: &Element) -> Option<Wish> {
        assert_eq!((data.attribute("enctype"), self.variable(data.attribute("namelist")).as_str()), ("multipart/form-data", "a voice"));
        if !self.keeps {
            return self.thrown("error.badfetch.http.500");
        }
        self.kept.push(data.attribute("src").to_owned());
        None
    }

    fn variable(&self, name: &str) -> String {
        let known = self.variables.get(name).unwrap_or_else(|| panic!("{name} is not declared: error.semantic"));
        known.clone().unwrap_or_else(|| panic!("{name} is undefined"))
    }

    /// The few expressions that pages have.
    fn value(&self, expression: &str) -> String {
        match expression {
            "Math.round(recording$.duration / 1000)" => return "4".to_owned(),
            "session.connection.remote.uri" => return format!("tel:{CALLER}"),
            "session.connection.local.uri" => return format!("sip:{LINE}@gateway.example.com;user=phone"),
            _ => {}
        }
        let literal = expression.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')).map(|text| text.replace('\\', ""));
        literal.unwrap_or_else(|| expression.parse::<u32>().expect("a number").to_string())
    }

    fn holds(&self, condition: &str) -> bool {
        match condition.split(' ').collect::<Vec<_>>().as_slice() {
            [name, "==", value] => self.variable(name) == self.value(value),
            [name, "!=", "undefined"] => self.variables.get(*name).expect("declared").is_some(),
            _ => panic!("{condition} is not understood"),
        }
    }
}

/// Whether a handler's event is the one thrown, or begins it at a dot.
fn covers(handler: &str, event: &str) -> bool {
    event.strip_prefix(handler).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn seconds(text: &str) -> u32 {
    text.trim_end_matches('s').parse().expect("seconds")
}
