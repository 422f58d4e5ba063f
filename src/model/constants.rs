//! Constants of the model that content holds with source and grade.

use super::{Cited, Estimate};

/// Everything the model needs that belongs to no single entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Constants {
    /// The firm to which frequencies and severities refer.
    pub reference: Reference,
    /// Spread of the common threat climate (coefficient of variation).
    pub climate_cv: Cited<f64>,
    /// Exponent with which all but the strongest measure count.
    pub overlap: Overlap,
    /// Share that no measure of a small firm removes.
    pub residual: Residual,
    /// Price of a bought hour, euros.
    pub hourly_rates: HourlyRates,
    /// Interest for spreading one-off cost.
    pub discount_rate: Cited<f64>,
    /// Reserve assumed where the firm gives none, months of fixed cost.
    pub reserve_months: Cited<f64>,
    /// Price of bearing risk: on tail value at risk 95 % beyond the mean, a year.
    pub risk_loading: Cited<f64>,
    /// Highest bearable probability a year of a loss above the reserve.
    pub tolerable_ruin: Cited<f64>,
    /// Planning horizon, years.
    pub horizon_years: u32,
    /// Half-width of the degree's 80 % range for an answer that was only claimed.
    pub doubt_claimed: Cited<f64>,
    /// The same where a record was shown.
    pub doubt_shown: Cited<f64>,
    /// The same where it was tried out.
    pub doubt_tested: Cited<f64>,
    /// Share of the median severity that is interruption per downtime day of the reference firm.
    pub interruption_share: Cited<f64>,
    /// What a full-stop day costs the reference firm, euros.
    pub reference_day_eur: Cited<f64>,
    /// Cap on the loss of one event, annual turnovers.
    pub severity_cap_turnovers: Cited<f64>,
}

/// The reference firm.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Turnover, euros.
    pub turnover_eur: f64,
    /// Working days a year.
    pub working_days: f64,
}

/// Exponent with which all but the strongest measure count.
#[derive(Clone, Debug, PartialEq)]
pub struct Overlap {
    /// Pessimistic, central, independent.
    pub exponent: Cited<Estimate>,
}

/// Share that no measure of a small firm removes.
#[derive(Clone, Debug, PartialEq)]
pub struct Residual {
    /// Of the frequency.
    pub frequency: Cited<Estimate>,
    /// Of the severity.
    pub severity: Cited<Estimate>,
}

/// Price of a bought hour, euros.
#[derive(Clone, Debug, PartialEq)]
pub struct HourlyRates {
    /// Technician.
    pub technician: Cited<Estimate>,
    /// Consultant.
    pub consultant: Cited<Estimate>,
}
