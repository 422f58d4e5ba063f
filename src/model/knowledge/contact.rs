//! Whom to ask, and what is offered.

use jiff::civil::Date;

use super::Setting;
use crate::model::{Condition, ContactId, RoleId, State};

words! {
    /// What someone is asked for.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum ContactKind {
        /// Police, first call after an attack.
        Police = "police",
        /// First help after an incident.
        FirstHelp = "first-help",
        /// Authority that supervises data protection.
        DataProtection = "data-protection",
        /// Information and advice.
        Advice = "advice",
        /// Courses, games, materials.
        Learning = "learning",
        /// Office that knows about public money.
        Funding = "funding",
    }
}

words! {
    /// Whether an entry was confirmed.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum ContactState {
        /// Confirmed by several sources or the body itself.
        Confirmed = "confirmed",
        /// Not confirmed; printed as something to check.
        ToCheck = "to-check",
    }
}

/// A telephone number. Only confirmed numbers are in the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// As it is dialled in Germany.
    pub number: String,
    /// When somebody answers, where known.
    pub hours: Option<String>,
    /// Day on which it was last checked.
    pub checked: Date,
}

/// What an offer to learn or to be advised consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferTerms {
    /// What one can do afterwards.
    pub aim: String,
    /// How long it takes.
    pub duration: String,
    /// Where.
    pub setting: Setting,
    /// Competences with the framework's version.
    pub digcomp: Vec<String>,
    /// When it takes place, where it recurs.
    pub dates: Option<String>,
}

/// An office, an offer or a place to learn.
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// Id used by content.
    pub id: ContactId,
    /// What one asks them for.
    pub kind: ContactKind,
    /// Name.
    pub title: String,
    /// Who carries it, where that is not the name.
    pub carrier: Option<String>,
    /// What one gets, in one or two sentences.
    pub what: String,
    /// States it is responsible for; all where none is named.
    pub states: Vec<State>,
    /// Firms it is meant for.
    pub when: Condition,
    /// Roles it is meant for; all where none is named.
    pub roles: Vec<RoleId>,
    /// Telephone.
    pub phone: Option<Phone>,
    /// Address on the web.
    pub url: Option<String>,
    /// What it costs.
    pub cost: String,
    /// True where it costs nothing.
    pub free: bool,
    /// Confirmed or to be checked.
    pub state: ContactState,
    /// What to check, and with whom, where it is not confirmed.
    pub ask: Option<String>,
    /// Last day on which it is offered, where known.
    pub valid_until: Option<Date>,
    /// What it consists of, where it is an offer and no office.
    pub offer: Option<OfferTerms>,
    /// Day of the last review.
    pub reviewed: Date,
}
