//! What is judged in weighing.

use super::check::{Check, Limits};
use crate::catalogue::raw;
use crate::model::LadderConstants;

impl Check<'_> {
    /// The judged numbers of the ladder.
    pub fn ladder(&mut self, raw: &raw::Ladder) -> LadderConstants {
        self.format(&raw.format);
        let mut share = |it: &raw::CitedNumber| self.cited(it, Limits::SHARE).value;
        let shares = [
            share(&raw.gap_share),
            share(&raw.nearly),
            share(&raw.least_step),
            share(&raw.most_money_share),
            share(&raw.edge_share),
            share(&raw.simpler_share),
            share(&raw.credit_fee),
            share(&raw.credit_drawn),
            share(&raw.credit_turnover_share),
            share(&raw.first_year_share),
            share(&raw.standard_money_share),
            share(&raw.first_round),
            share(&raw.needed_survival),
            share(&raw.own_step_share),
            share(&raw.hardly_noticed),
        ];
        let [
            gap_share,
            nearly,
            least_step,
            most_money_share,
            edge_share,
            simpler_share,
            credit_fee,
            credit_drawn,
            credit_turnover_share,
            first_year_share,
            standard_money_share,
            first_round,
            needed_survival,
            own_step_share,
            hardly_noticed,
        ] = shares;
        LadderConstants {
            gap_share,
            nearly,
            least_step,
            most_money_share,
            edge_share,
            simpler_share,
            simpler_eur: self.cited(&raw.simpler_eur, Limits::NOT_NEGATIVE).value,
            saving_months: self.cited(&raw.saving_months, Limits::POSITIVE).value,
            credit_fee,
            credit_drawn,
            credit_turnover_share,
            first_year_share,
            standard_money_share,
            open_gap_weight: self.cited(&raw.open_gap_weight, Limits::NOT_NEGATIVE).value,
            typical_people: self.cited_estimate(&raw.typical_people, Limits::POSITIVE).value,
            attention_purchase_hours: self
                .cited_estimate(&raw.attention_purchase_hours, Limits::POSITIVE)
                .value,
            attention_item_hours: self.cited_estimate(&raw.attention_item_hours, Limits::POSITIVE).value,
            first_round,
            needed_survival,
            own_step_share,
            shortest_step_hours: self.cited(&raw.shortest_step_hours, Limits::POSITIVE).value,
            premium_power: self.cited(&raw.premium_power, Limits::NOT_NEGATIVE).value,
            least_premium_eur: self.cited(&raw.least_premium_eur, Limits::NOT_NEGATIVE).value,
            dear_premium: self.cited(&raw.dear_premium, Limits::POSITIVE).value,
            hardly_noticed,
            draft_answers: self.cited(&raw.draft_answers, Limits::NOT_NEGATIVE).value,
            draft_share: self.cited(&raw.draft_share, Limits::SHARE).value,
        }
    }
}
