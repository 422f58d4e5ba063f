//! How a measure is carried out: the sheet somebody works from.

use jiff::civil::Date;

use crate::model::{MeasureId, SourceId, SystemId, TierLevel};

words! {
    /// Who hands something over when a measure is done.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Deliverer {
        /// The firm itself.
        Own = "own",
        /// The IT service company.
        ItProvider = "provider",
        /// The bank.
        Bank = "bank",
        /// The insurance broker.
        Broker = "broker",
        /// A consultant.
        Consultant = "consultant",
        /// Whoever sells the course, the vault or the service.
        Vendor = "vendor",
        /// The agency or host of the website.
        WebAgency = "web-agency",
        /// Whoever helps in an emergency.
        Responder = "responder",
        /// Whoever checks or tests.
        Tester = "tester",
        /// Whoever watches at night.
        WatchService = "watch-service",
        /// The suppliers themselves.
        Suppliers = "suppliers",
    }
}

/// How a measure is carried out, tier by tier.
#[derive(Clone, Debug, PartialEq)]
pub struct HowTo {
    /// The measure.
    pub measure: MeasureId,
    /// Tiers in ascending order; some may be missing.
    pub tiers: Vec<HowToTier>,
    /// What can be done at once and for nothing until a tier is reached.
    pub stopgap: Option<StopgapSheet>,
    /// Where it stands in products, and dated facts.
    pub settings: Vec<SettingLine>,
    /// Day of the last review.
    pub reviewed: Date,
}

impl HowTo {
    /// How that tier is carried out; where nothing is written for it, the nearest below, else the lowest.
    pub fn tier(&self, level: TierLevel) -> Option<&HowToTier> {
        self.tiers.iter().rfind(|it| it.level <= level).or(self.tiers.first())
    }

    /// The lines that hold for a tier and for what a firm uses, in the order of the file.
    pub fn lines(
        &self,
        level: TierLevel,
        uses: impl Fn(&SystemId) -> bool,
    ) -> impl Iterator<Item = &SettingLine> {
        let of_tier = move |it: &&SettingLine| it.level.is_none_or(|of| of == level);
        self.settings.iter().filter(of_tier).filter(move |it| it.system.as_ref().is_none_or(&uses))
    }
}

/// How a tier is carried out.
#[derive(Clone, Debug, PartialEq)]
pub struct HowToTier {
    /// The tier.
    pub level: TierLevel,
    /// Four to six instructions in order.
    pub steps: Vec<String>,
    /// How one sees that it is done.
    pub proof: String,
    /// What lies there at the end, and who brings it.
    pub deliverables: Vec<Deliverables>,
    /// What usually goes wrong.
    pub mistake: Option<String>,
    /// What suffices for one or two people.
    pub alone: Option<String>,
    /// What management says to the team.
    pub team: Option<String>,
}

impl HowToTier {
    /// What that side hands over.
    pub fn delivered_by(&self, by: Deliverer) -> impl Iterator<Item = &str> {
        let of = self.deliverables.iter().filter(move |it| it.by == by);
        of.flat_map(|it| &it.items).map(String::as_str)
    }
}

/// What one side hands over.
#[derive(Clone, Debug, PartialEq)]
pub struct Deliverables {
    /// Who.
    pub by: Deliverer,
    /// What, in a few words each.
    pub items: Vec<String>,
}

/// A step of one day with an end date.
#[derive(Clone, Debug, PartialEq)]
pub struct StopgapSheet {
    /// What it is, in one line.
    pub title: String,
    /// Instructions in order.
    pub steps: Vec<String>,
    /// How one sees that it is done.
    pub proof: String,
    /// What management says to the team.
    pub team: Option<String>,
}

/// A line for those who use a product, or a dated fact for everybody.
#[derive(Clone, Debug, PartialEq)]
pub struct SettingLine {
    /// The system it is about; none where it holds for everybody.
    pub system: Option<SystemId>,
    /// The tier it belongs to; none where it holds for every tier.
    pub level: Option<TierLevel>,
    /// The line.
    pub text: String,
    /// Where it was read.
    pub sources: Vec<SourceId>,
}

words! {
    /// What a system is used for.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum SystemUse {
        /// Office programs and mail.
        Office = "office",
        /// Computers and phones.
        Devices = "devices",
        /// The way into the internet.
        Router = "router",
        /// Network storage.
        Storage = "storage",
        /// Website or shop.
        Website = "web",
        /// Accounts and payments.
        Accounts = "accounts",
    }
}

/// A system firms use. It chooses lines on sheets and moves no figure.
#[derive(Clone, Debug, PartialEq)]
pub struct System {
    /// Name used by answers files.
    pub id: SystemId,
    /// Name for people.
    pub title: String,
    /// What it is used for.
    pub used_for: SystemUse,
}
