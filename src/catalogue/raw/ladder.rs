//! `knowledge/ladder.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{At, CitedEstimate, CitedNumber};

/// What is judged in weighing.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ladder {
    /// Version of the file format: 1.
    pub format: At<u32>,
    /// Share of its first tier below which a measure of the minimum standard is a gap.
    pub gap_share: CitedNumber,
    /// Share of its degree from which a tier counts as reached.
    pub nearly: CitedNumber,
    /// By so much a purchase has to raise the degree.
    pub least_step: CitedNumber,
    /// Money a year that closing the shortfall may cost, as a share of turnover.
    pub most_money_share: CitedNumber,
    /// Share of the reserve up to which a shortfall counts as none.
    pub edge_share: CitedNumber,
    /// Share by which the simplest way may be dearer than the cheapest.
    pub simpler_share: CitedNumber,
    /// Euros a year by which the simplest way may be dearer than the cheapest.
    pub simpler_eur: CitedNumber,
    /// Months in which a missing reserve is saved.
    pub saving_months: CitedNumber,
    /// Share of a credit line that it costs a year undrawn.
    pub credit_fee: CitedNumber,
    /// Interest and charges over three years for each euro drawn.
    pub credit_drawn: CitedNumber,
    /// Share of turnover up to which a credit line counts.
    pub credit_turnover_share: CitedNumber,
    /// Share of the reserve from which the money of the first year is told.
    pub first_year_share: CitedNumber,
    /// Share of turnover from which the standard is spread over two years.
    pub standard_money_share: CitedNumber,
    /// Weight of a gap left open, in multiples of what closing it takes off.
    pub open_gap_weight: CitedNumber,
    /// People of a typical micro, small and medium firm; between them what depends on size runs with the logarithm.
    pub typical_people: CitedEstimate,
    /// Own hours a year of deciding on and following up a purchase.
    pub attention_purchase_hours: CitedEstimate,
    /// The same for each open item of a bundle.
    pub attention_item_hours: CitedEstimate,
    /// Part of a year's recurring hours that the first round takes.
    pub first_round: CitedNumber,
    /// Share of an effect left at most where a prerequisite is needed first.
    pub needed_survival: CitedNumber,
    /// Share of what the plan takes off from which an item of a bundle is a step of its own.
    pub own_step_share: CitedNumber,
    /// Shortest time for a step, own hours.
    pub shortest_step_hours: CitedNumber,
    /// Power with which a premium follows the firm's risk.
    pub premium_power: CitedNumber,
    /// Smallest premium, euros a year.
    pub least_premium_eur: CitedNumber,
    /// Multiple of what a policy pays on average from which its premium is dear.
    pub dear_premium: CitedNumber,
    /// Share up to which a difference is too small to be told.
    pub hardly_noticed: CitedNumber,
    /// Answers below which a report is a draft.
    pub draft_answers: CitedNumber,
    /// Share of the questions that apply below which a report is a draft.
    pub draft_share: CitedNumber,
}
