//! The company that is assessed.

use std::collections::{BTreeMap, BTreeSet};

use super::{IncidentId, ItemId, SegmentId, SizeClass, SubTradeId, SystemId, TraitId};

/// A German federal state by its two-letter code (ISO 3166-2:DE without the prefix).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct State(String);

impl State {
    /// The sixteen codes.
    pub const CODES: [&'static str; 16] =
        ["BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH"];

    /// Reads a code in upper or lower case.
    pub fn new(code: &str) -> Option<Self> {
        let code = code.trim().to_uppercase();
        Self::CODES.contains(&code.as_str()).then_some(Self(code))
    }

    /// The code in upper case.
    pub fn code(&self) -> &str {
        &self.0
    }
}

/// A process the company lives on, with the standstill it can stand.
#[derive(Clone, Debug, PartialEq)]
pub struct CrownJewel {
    /// What the owner calls it.
    pub process: String,
    /// Hours of standstill before it hurts; unknown where the owner did not say.
    pub tolerable_hours: Option<f64>,
    /// What a day without it costs, euros, where the owner said so.
    pub day_eur: Option<f64>,
}

/// Traits of which nobody said yes or no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenTraits {
    /// Nobody was asked: all that are not ticked.
    AllOthers,
    /// These; all others that are not ticked are a no.
    These(BTreeSet<TraitId>),
}

/// What is known about a company before any security question.
#[derive(Clone, Debug, PartialEq)]
pub struct Company {
    /// Optional everywhere; nothing needs it.
    pub name: Option<String>,
    /// Market segment.
    pub segment: SegmentId,
    /// The kind of firm within the segment, where it is known.
    pub sub_trade: Option<SubTradeId>,
    /// The word under which the owner found it; told back to the owner and to nobody else.
    pub trade: Option<String>,
    /// Persons employed, at least one.
    pub employees: u32,
    /// Annual turnover in euros, where known.
    pub turnover_eur: Option<f64>,
    /// Balance sheet total in euros, where known (only the NIS2 size test needs it).
    pub balance_sheet_eur: Option<f64>,
    /// Federal state, where known (contacts, grants, authority).
    pub state: Option<State>,
    /// Money that could be spent on a damage without endangering the company, in euros.
    pub liquid_reserve_eur: Option<f64>,
    /// Highest probability a year of a loss above the reserve that the owner can bear; where not given,
    /// [`super::Constants::tolerable_ruin`].
    pub tolerable_ruin: Option<f64>,
    /// What one day without IT costs this company, in euros.
    pub standstill_day_eur: Option<f64>,
    /// Value of one own working hour in euros, where the owner replaces the default.
    pub own_hour_eur: Option<f64>,
    /// Own hours a month that can go into security, where the owner gave them.
    pub hours_per_month: Option<f64>,
    /// People with a computer of their own, where the owner gave them.
    pub computer_users: Option<u32>,
    /// Places of work, where the owner gave them.
    pub sites: Option<u32>,
    /// Traits that open or close exposures.
    pub traits: BTreeSet<TraitId>,
    /// Systems in use as far as named; they choose lines on sheets and move no figure.
    pub systems: BTreeSet<SystemId>,
    /// Traits of which nobody said yes or no.
    pub traits_open: OpenTraits,
    /// Up to three processes the company lives on.
    pub crown_jewels: Vec<CrownJewel>,
    /// The twelve digitalisation items as answered; a missing item is unknown.
    pub digitalisation: BTreeMap<ItemId, bool>,
    /// Damages of the last years by kind, as far as somebody said; a missing kind is unknown.
    pub past_incidents: BTreeMap<IncidentId, u32>,
}

impl Company {
    /// The size class by persons employed.
    pub fn size(&self) -> SizeClass {
        SizeClass::of(self.employees)
    }

    /// Whether it has a trait; none where that is open.
    pub fn has(&self, id: &TraitId) -> Option<bool> {
        if self.traits.contains(id) {
            return Some(true);
        }
        let is_open = match &self.traits_open {
            OpenTraits::AllOthers => true,
            OpenTraits::These(open) => open.contains(id),
        };
        (!is_open).then_some(false)
    }

    /// A company of which only segment and head count are known.
    pub fn new(segment: SegmentId, employees: u32) -> Self {
        Self {
            name: None,
            segment,
            sub_trade: None,
            trade: None,
            employees,
            turnover_eur: None,
            balance_sheet_eur: None,
            state: None,
            liquid_reserve_eur: None,
            tolerable_ruin: None,
            standstill_day_eur: None,
            own_hour_eur: None,
            hours_per_month: None,
            computer_users: None,
            sites: None,
            traits: BTreeSet::new(),
            systems: BTreeSet::new(),
            traits_open: OpenTraits::AllOthers,
            crown_jewels: Vec::new(),
            digitalisation: BTreeMap::new(),
            past_incidents: BTreeMap::new(),
        }
    }
}
