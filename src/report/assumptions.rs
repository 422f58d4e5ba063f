//! What the firm said about itself and what had to be assumed instead.

use crate::decision::Options;
use crate::model::{Answers, Catalogue, Grade};
use crate::risk::FirmModel;

/// A figure that the whole report rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// Annual turnover, euros.
    Turnover,
    /// Money that can be spent on a damage, euros.
    Reserve,
    /// What a day without IT costs, euros.
    StandstillDay,
    /// Value of an own working hour, euros.
    OwnHour,
    /// Own hours a month for security.
    HoursPerMonth,
    /// Highest bearable probability a year of a loss above the reserve.
    TolerableRuin,
    /// Interest a year for spreading one-off cost.
    Rate,
    /// Planning horizon, years.
    Horizon,
}

/// A figure with its value and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Assumption {
    /// Which figure.
    pub figure: Figure,
    /// Its value in its unit.
    pub value: f64,
    /// True where the owner gave it.
    pub own: bool,
    /// Trust in the default that stands in.
    pub grade: Grade,
}

/// The figures the report rests on, the owner's or ours.
pub fn assumptions(
    catalogue: &Catalogue,
    answers: &Answers,
    firm: &FirmModel,
    options: &Options,
) -> Vec<Assumption> {
    let company = &answers.company;
    let constants = &catalogue.constants;
    let segment = catalogue.segment_of(company);
    let hours = &catalogue.size(company.size()).hours_per_month;
    // The contribution of a day stops with the IT of the average firm (`docs/method.md`, standstill day).
    let margin = segment.contribution_margin_share.value;
    let day = margin * catalogue.turnover(company) / constants.reference.working_days;
    let entry = |figure, own: Option<f64>, default: f64, grade| Assumption {
        figure,
        value: own.unwrap_or(default),
        own: own.is_some(),
        grade,
    };
    vec![
        entry(
            Figure::Turnover,
            company.turnover_eur,
            catalogue.usual_turnover(company),
            segment.turnover_per_head.grade,
        ),
        entry(
            Figure::Reserve,
            company.liquid_reserve_eur,
            firm.reserve_eur(),
            constants.reserve_months.grade,
        ),
        entry(Figure::StandstillDay, company.standstill_day_eur, day, Grade::C),
        entry(Figure::OwnHour, company.own_hour_eur, segment.own_hour_eur.value, segment.own_hour_eur.grade),
        entry(
            Figure::HoursPerMonth,
            company.hours_per_month,
            catalogue.hours_per_month(company),
            hours.grade,
        ),
        entry(
            Figure::TolerableRuin,
            company.tolerable_ruin,
            constants.tolerable_ruin.value,
            constants.tolerable_ruin.grade,
        ),
        entry(Figure::Rate, options.rate, constants.discount_rate.value, constants.discount_rate.grade),
        entry(
            Figure::Horizon,
            options.horizon_years.map(f64::from),
            f64::from(constants.horizon_years),
            Grade::C,
        ),
    ]
}
