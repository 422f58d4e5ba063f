//! Duties and clocks of the law, dated. Orientation; the law's own text decides.

use jiff::civil::Date;

use crate::model::{Condition, LawId, SourceId};

words! {
    /// What kind of statement it is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum LegalKind {
        /// Something to be done within a time after an incident.
        Clock = "clock",
        /// Something to be done always.
        Duty = "duty",
        /// What a breach can cost.
        Fine = "fine",
        /// Not law yet.
        Proposal = "proposal",
    }
}

words! {
    /// Whom it concerns.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Applies {
        /// Every firm.
        Always = "always",
        /// Whoever handles personal data: every firm with staff or customers.
        PersonalData = "personal-data",
        /// Whoever handles personal data on behalf of others.
        Processor = "processor",
        /// Entities under section 28 BSIG.
        Bsig = "bsig",
        /// Entities under section 28 BSIG, also those whose own Act takes the place of sections 30, 32 and 38.
        BsigRegistration = "bsig-registration",
        /// Firms with a cyber policy in force.
        Insured = "insured",
        /// Firms bound by contracts of customers.
        CustomerContract = "customer-contract",
        /// Professions bound to secrecy.
        Secrecy = "secrecy",
        /// Makers of products with digital parts.
        DigitalProducts = "digital-products",
    }
}

/// A legal fact.
#[derive(Clone, Debug, PartialEq)]
pub struct LegalFact {
    /// Id used by content.
    pub id: LawId,
    /// Clock, duty, fine or proposal.
    pub kind: LegalKind,
    /// Whom it concerns.
    pub applies: Applies,
    /// Firms it concerns at all.
    pub when: Condition,
    /// Name for people.
    pub title: String,
    /// What it says, in plain words.
    pub plain: String,
    /// Paragraph or article.
    pub reference: String,
    /// Hours a clock allows from knowing; 0 means at once. None where it is no clock.
    pub hours: Option<f64>,
    /// Who is told.
    pub whom: Option<String>,
    /// In force since.
    pub valid_from: Option<Date>,
    /// Last day in force, where known.
    pub valid_until: Option<Date>,
    /// Where it can be looked up; empty where the firm's own contracts say it.
    pub sources: Vec<SourceId>,
    /// Day of the last review.
    pub reviewed: Date,
}
