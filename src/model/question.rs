//! What we ask.

use std::collections::BTreeMap;

use super::{
    BySize, Condition, FirmSize, MeasureId, OptionId, PointId, QuestionId, RoleId, SegmentId, TopicId,
};

/// A question of the self-check.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Id used by content and answers.
    pub id: QuestionId,
    /// The topic it belongs to.
    pub topic: TopicId,
    /// Content version that brought it.
    pub added: String,
    /// Content version from which it is no longer asked.
    pub withdrawn: Option<String>,
    /// The question that took its place.
    pub replaced_by: Option<QuestionId>,
    /// Content version that last changed its wording (not its meaning).
    pub reworded: Option<String>,
    /// The one plain sentence.
    pub text: String,
    /// Why we ask, at most two sentences.
    pub why: String,
    /// How the answer can be recognised.
    pub help: String,
    /// An example from the trade, by segment.
    pub examples: BTreeMap<SegmentId, String>,
    /// What of a kind of firm makes an example where none is written.
    pub example_from: Option<ExampleFrom>,
    /// True where it asks what keeps people from doing what was agreed.
    pub acceptance: bool,
    /// What it is about.
    pub kind: QuestionKind,
    /// Who knows it, best first; never empty.
    pub knows: Vec<RoleId>,
    /// Time to answer, seconds.
    pub seconds: u32,
    /// For whom it is asked.
    pub when: Condition,
    /// From worst to best; at least two.
    pub options: Vec<AnswerOption>,
    /// Weight of this question in each measure it informs (1 unless stated).
    pub weights: BTreeMap<MeasureId, f64>,
    /// Links to requirements of others.
    pub references: References,
}

impl Question {
    /// The option with that id.
    pub fn option(&self, id: &OptionId) -> Option<&AnswerOption> {
        self.options.iter().find(|it| &it.id == id)
    }

    /// What it says about measures. All options inform the same ones, so the first speaks for the rest.
    pub fn informs(&self) -> &[Informs] {
        self.options.first().map_or(&[], |it| &it.informs)
    }
}

words! {
    /// What of a kind of firm makes an example.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum ExampleFrom {
        /// What is written down and looked up.
        Documents = "documents",
        /// What the work is done with.
        Tools = "tools",
        /// The device most easily lost.
        LostDevice = "lost-device",
        /// What can happen there.
        Stories = "stories",
    }
}

words! {
    /// What a question is about.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum QuestionKind {
        /// Knowledge, habits, culture.
        People = "people",
        /// Rules, responsibilities, contracts, decisions.
        Organisation = "organisation",
        /// Devices, software, settings.
        Technology = "technology",
    }
}

/// An option and what it says about measures.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerOption {
    /// Unique within the question.
    pub id: OptionId,
    /// In everyday words.
    pub text: String,
    /// The degrees it stands for; empty only in questions that open or close others.
    pub informs: Vec<Informs>,
    /// What it says about the sector, in questions that feed the preliminary check of NIS2.
    pub nis2: Option<Nis2Sector>,
    /// Rules of others that bind who chooses it.
    pub regime: Option<Regime>,
}

words! {
    /// Rules that bind by what a firm does, and not by its size.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Regime {
        /// The Telecommunications Act, in place of the duties under NIS2 (section 28 (5) BSIG).
        Telecommunications = "tkg",
        /// Sections 5c to 5e of the Energy Industry Act, in place of the duties under NIS2 (section 28 (5) BSIG).
        Energy = "enwg",
        /// Regulation (EU) 2022/2554, in place of the duties under NIS2 (section 28 (6) BSIG).
        Finance = "dora",
        /// The binding guideline for practices under section 390 SGB V.
        Practice = "sgb5-390",
        /// The questions of vehicle makers (VDA ISA), by contract.
        Automotive = "vda-isa",
    }
}

impl Regime {
    /// True where it takes the place of the duties under sections 30, 32 and 38 BSIG.
    pub fn replaces_nis2(self) -> bool {
        matches!(self, Self::Telecommunications | Self::Energy | Self::Finance)
    }
}

words! {
    /// A sector as section 28 BSIG tells them apart.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Nis2Sector {
        /// Domain-name services, a top-level domain, qualified trust services, critical facilities.
        Critical = "critical",
        /// Public telephone or internet services, other trust services.
        AnySize = "any-size",
        /// Annex 1 BSIG: sectors of high criticality.
        Annex1 = "annex-1",
        /// Annex 2 BSIG: other critical sectors.
        Annex2 = "annex-2",
        /// None of the sectors.
        None = "none",
    }
}

impl AnswerOption {
    /// The degree of a measure it stands for in firms of that size, 0 to 1; none where it says nothing about it.
    pub fn degree(&self, measure: &MeasureId, size: &FirmSize) -> Option<f64> {
        self.informs.iter().find(|it| &it.measure == measure).map(|it| size.degree(&it.degree))
    }
}

/// The degree of a measure an option stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Informs {
    /// The measure.
    pub measure: MeasureId,
    /// Share of full implementation, 0 to 1, by size: what is the minimum for a handful of people is less of the way
    /// for two hundred.
    pub degree: BySize<f64>,
}

/// Links from a question to requirements of others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct References {
    /// Checks of DIN SPEC 27076.
    pub din_spec_27076: Vec<DinCheck>,
    /// Areas of section 30 BSIG (1 to 10).
    pub bsig_30: Vec<u8>,
    /// Section 38 BSIG.
    pub bsig_38: bool,
    /// Article 32 GDPR.
    pub gdpr_art_32: bool,
    /// Usual duties of cyber insurers.
    pub insurer: Vec<InsurerCheck>,
    /// Competences of DigComp 2.2, such as "4.1".
    pub digcomp: Vec<PointId>,
}

/// One check of DIN SPEC 27076 and the options that meet it.
#[derive(Clone, Debug, PartialEq)]
pub struct DinCheck {
    /// Requirement, two digits.
    pub requirement: PointId,
    /// Sub-check within it, where there is one.
    pub check: Option<String>,
    /// Options that meet it.
    pub met_by: Vec<OptionId>,
    /// Options that make it irrelevant.
    pub irrelevant_by: Vec<OptionId>,
}

/// A usual duty of cyber insurers and the options that meet it.
#[derive(Clone, Debug, PartialEq)]
pub struct InsurerCheck {
    /// The duty.
    pub duty: PointId,
    /// Options that meet it.
    pub met_by: Vec<OptionId>,
}
