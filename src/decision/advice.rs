//! What to do about a measure, and the reason as data; the sentence is made in `german`.

use jiff::civil::Date;

use super::demands::Demand;

use crate::model::{BundleId, MeasureId, QuestionId, TraitId};

/// The decision about one measure (ISO/IEC 27005: modify, share, avoid, retain).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Advice {
    /// Law or contract demands it; the tool only says what it costs.
    Duty,
    /// It pays.
    Do,
    /// A recognised minimum, not an option to decline.
    RecognisedMinimum,
    /// The mean alone does not pay, but it keeps a bad year from ending the firm.
    Survival,
    /// Insurance closes the same gap more cheaply.
    Insure,
    /// Whether it pays hangs on something that can be found out.
    ClarifyFirst,
    /// The risk is borne knowingly, in writing.
    Bear,
    /// A recognised first step is there; the next one costs more than it saves.
    Enough,
    /// Everything the catalogue offers is there.
    InPlace,
    /// It informs or secures others; the loss model has no say in it.
    Informs,
}

impl Advice {
    /// The word used in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Duty => "duty",
            Self::Do => "do",
            Self::RecognisedMinimum => "recognised-minimum",
            Self::Survival => "survival",
            Self::Insure => "insure",
            Self::ClarifyFirst => "clarify-first",
            Self::Bear => "bear",
            Self::Enough => "enough",
            Self::InPlace => "in-place",
            Self::Informs => "informs",
        }
    }

    /// True where the verdict asks for something to be done.
    pub fn asks_for_action(self) -> bool {
        matches!(self, Self::Duty | Self::Do | Self::RecognisedMinimum | Self::Survival)
    }
}

/// What would settle an open verdict.
#[derive(Clone, Debug, PartialEq)]
pub enum Settles {
    /// The answer to this question.
    Answer(QuestionId),
    /// An offer: the price decides.
    Price,
}

/// What insurance is good for in this firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum InsuranceOutcome {
    /// It brings the probability of a loss above the reserve below what is bearable.
    ClosesTheGap,
    /// It does not get there, but part of the way.
    PartOfTheWay,
    /// It is not needed for survival, but the relief in bad years is worth its price.
    WorthItsPrice,
    /// The firm can bear the rest itself for less.
    NotNeeded,
}

/// Why the verdict is what it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// Demanded.
    Demanded {
        /// By what.
        by: Demand,
    },
    /// It saves more than it costs in so large a share of the worlds thought possible.
    Pays {
        /// Share of the draws with a positive net benefit.
        share: f64,
    },
    /// The mean alone does not pay; counting the price of bad years it does, in this share of the draws.
    PaysForBadYears {
        /// Share of the draws with a positive net benefit, price of risk included.
        share: f64,
        /// What the mean alone is short of, euros a year.
        short_eur: f64,
    },
    /// More likely than not it pays, but not clearly, and nothing that can be asked would settle it.
    PaysOnBalance {
        /// Share of the draws with a positive net benefit, price of risk included.
        share: f64,
    },
    /// It comes with a bundle that the plan buys as a whole.
    PartOfBundle {
        /// The bundle.
        bundle: BundleId,
        /// Share of the draws in which the bundle pays, price of risk included.
        share: f64,
        /// What the bundle saves beyond its cost on average, euros a year; negative where recognised minimums in it
        /// are the reason.
        net_eur: f64,
    },
    /// A recognised minimum that pays as well.
    MinimumThatPays {
        /// Share of the draws with a positive net benefit.
        share: f64,
        /// The trait of the firm that makes it one, where it is none for everybody.
        because: Option<TraitId>,
    },
    /// A recognised minimum whose mean alone does not pay.
    MinimumAnyway {
        /// What the mean is short of, euros a year.
        short_eur: f64,
        /// The trait of the firm that makes it one, where it is none for everybody.
        because: Option<TraitId>,
    },
    /// A recognised minimum that the budget does not reach.
    MinimumBeyondBudget,
    /// It lowers the probability of a loss above the reserve.
    KeepsReserve {
        /// Probability a year without it.
        without: f64,
        /// Probability a year with it.
        with: f64,
        /// What it costs beyond what it saves, euros a year.
        short_eur: f64,
    },
    /// The sign of its net benefit is open.
    SignIsOpen {
        /// Share of the draws with a positive net benefit, price of risk included.
        share: f64,
        /// What would settle it.
        settles: Settles,
    },
    /// It costs more than it saves.
    CostsMore {
        /// By so many euros a year.
        short_eur: f64,
        /// Share of the draws in which it would pay all the same.
        share: f64,
    },
    /// The first step is there; the next one costs more than it saves.
    Enough {
        /// By so many euros a year, the price of bad years counted.
        short_eur: f64,
        /// Degree that is there, or that the plan's other purchases leave.
        degree: f64,
    },
    /// A measure of the minimum standard that is there for the most part; the rest costs more than it saves.
    MostlyThere {
        /// By so many euros a year, the price of bad years counted.
        short_eur: f64,
    },
    /// It would pay, but the money or the hours do not reach.
    BeyondBudget {
        /// What it would save beyond its cost, euros a year.
        net_eur: f64,
    },
    /// Other measures in the plan already do the same.
    CoveredByOthers {
        /// What it would still save, euros a year.
        avoided_eur: f64,
    },
    /// What insurance would do, for the measure that is insurance itself.
    Insurance {
        /// How it came out.
        outcome: InsuranceOutcome,
        /// What the policy costs beyond what it pays on average, euros a year.
        net_price_eur: f64,
        /// Probability a year of a loss above the reserve, with the plan but uninsured.
        without: f64,
        /// The same insured.
        with: f64,
    },
    /// It pays together with another measure of the plan: alone its share would be below its cost.
    PaysTogether {
        /// The measure that leans on it, or on which it leans.
        with: Option<MeasureId>,
    },
    /// With the next renewal of virus protection or office licence, not as a step of its own.
    WithNextRenewal,
    /// Nothing to add.
    Present,
    /// It has no effect of its own in the loss model.
    NoOwnEffect,
    /// Management has decided.
    Decided {
        /// When.
        on: Date,
        /// When it is looked at again.
        review: Option<Date>,
        /// What the numbers alone would say.
        numbers_say: Advice,
    },
}
