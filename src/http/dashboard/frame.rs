//! What stands around every page.

use askama::Template;

use super::phone;
use super::visitor::Visitor;
use super::words::{Language, Words};
use crate::http::Gateway;

/// Which page is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The first page.
    Overview,
    /// Who is how good.
    Agents,
    /// Single callers.
    Responses,
    /// What is to be done.
    Tickets,
    /// As they come in.
    Live,
    /// Signs of steered scores.
    Integrity,
    /// The machinery.
    System,
    /// The simulated telephone.
    Phone,
}

/// Head, navigation and foot of a page.
pub struct Frame {
    /// What it says.
    pub words: &'static Words,
    /// In which language.
    pub language: Language,
    /// The page.
    pub place: Place,
    /// Whose results.
    pub tenant: String,
    /// The simulated telephone is there.
    pub has_phone: bool,
}

impl Frame {
    /// Around a page for this visitor.
    pub fn new(gateway: &Gateway, visitor: &Visitor, place: Place) -> Self {
        let has_phone = phone::account(gateway, visitor).is_some();
        Self { words: visitor.language.words(), language: visitor.language, place, tenant: visitor.tenant.clone(), has_phone }
    }

    /// Pages in their order, with address and name.
    pub fn pages(&self) -> Vec<(Place, &'static str, &'static str)> {
        vec![
            (Place::Overview, "/", self.words.overview),
            (Place::Agents, "/agents", self.words.agents),
            (Place::Responses, "/responses", self.words.responses),
            (Place::Tickets, "/tickets", self.words.tickets),
            (Place::Live, "/live", self.words.live),
            (Place::Integrity, "/integrity", self.words.integrity),
            (Place::System, "/system", self.words.system),
        ]
    }
}

/// A page that says that there is none.
#[derive(Template)]
#[template(path = "trouble.html")]
pub struct Trouble {
    /// The HTTP status.
    pub status: u16,
    /// Why.
    pub said: String,
    /// What pages say.
    pub words: &'static Words,
    /// In which language.
    pub language: Language,
}
