//! What is judged in weighing: content, not code (`docs/method.md`, "The ladder").

use super::Estimate;

/// The judged numbers of the ladder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LadderConstants {
    /// Share of its first tier below which a measure of the minimum standard is a gap.
    pub gap_share: f64,
    /// Share of its degree from which a tier counts as reached.
    pub nearly: f64,
    /// By so much a purchase has to raise the degree.
    pub least_step: f64,
    /// Money a year that closing the shortfall may cost, as a share of turnover.
    pub most_money_share: f64,
    /// Share of the reserve up to which a shortfall counts as none.
    pub edge_share: f64,
    /// Share by which the simplest way may be dearer than the cheapest.
    pub simpler_share: f64,
    /// Euros a year by which the simplest way may be dearer than the cheapest.
    pub simpler_eur: f64,
    /// Months in which a missing reserve is saved.
    pub saving_months: f64,
    /// Share of a credit line that it costs a year undrawn.
    pub credit_fee: f64,
    /// Interest and charges over three years for each euro drawn.
    pub credit_drawn: f64,
    /// Share of turnover up to which a credit line counts.
    pub credit_turnover_share: f64,
    /// Share of the reserve from which the money of the first year is told.
    pub first_year_share: f64,
    /// Share of turnover from which the standard is spread over two years.
    pub standard_money_share: f64,
    /// Weight of a gap left open, in multiples of what closing it takes off.
    pub open_gap_weight: f64,
    /// People of a typical micro, small and medium firm; between them what depends on size runs with the logarithm.
    pub typical_people: Estimate,
    /// Own hours a year of deciding on and following up a purchase.
    pub attention_purchase_hours: Estimate,
    /// The same for each open item of a bundle.
    pub attention_item_hours: Estimate,
    /// Part of a year's recurring hours that the first round takes.
    pub first_round: f64,
    /// Share of an effect left at most where a prerequisite is needed first.
    pub needed_survival: f64,
    /// Share of what the plan takes off from which an item of a bundle is a step of its own.
    pub own_step_share: f64,
    /// Shortest time for a step, own hours.
    pub shortest_step_hours: f64,
    /// Power with which a premium follows the firm's risk.
    pub premium_power: f64,
    /// Smallest premium, euros a year.
    pub least_premium_eur: f64,
    /// Multiple of what a policy pays on average from which its premium is dear.
    pub dear_premium: f64,
    /// Share up to which a difference is too small to be told.
    pub hardly_noticed: f64,
    /// Answers below which a report is a draft.
    pub draft_answers: f64,
    /// Share of the questions that apply below which a report is a draft.
    pub draft_share: f64,
}

impl LadderConstants {
    /// Own hours a year of attention in a firm of so many people: for a purchase, and for each open item of a bundle.
    /// Log-linear between the numbers of people given, flat beyond them.
    pub fn attention(&self, people: u32) -> (f64, f64) {
        let Estimate { low, likely, high } = self.typical_people;
        let people = libm::log(f64::from(people).clamp(low, high));
        let between = |hours: Estimate| {
            let (from, to, first, last) = if people < libm::log(likely) {
                (low, likely, hours.low, hours.likely)
            } else {
                (likely, high, hours.likely, hours.high)
            };
            let part = (people - libm::log(from)) / (libm::log(to) - libm::log(from));
            libm::exp(libm::log(first) + part * (libm::log(last) - libm::log(first)))
        };
        (between(self.attention_purchase_hours), between(self.attention_item_hours))
    }
}
