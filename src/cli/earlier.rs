//! An earlier report as JSON: the figures that were told then, by whatever model they were reckoned.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, de::Error};

use crate::history::Figures;

/// What a comparison needs of a report of any format.
#[derive(Clone, Debug, Deserialize)]
pub struct EarlierReport {
    /// Day of reckoning.
    #[serde(deserialize_with = "day")]
    pub date: Date,
    content: Content,
    risk: Risk,
}

#[derive(Clone, Debug, Deserialize)]
struct Content {
    version: String,
}

#[derive(Clone, Debug, Deserialize)]
#[expect(clippy::struct_field_names, reason = "the keys of the file")]
struct Risk {
    expected_annual_loss: Central,
    probability_no_loss: f64,
    value_at_risk: Quantiles,
    tail_value_at_risk: Quantiles,
    probability_above_reserve: AboveReserve,
}

#[derive(Clone, Debug, Deserialize)]
struct Central {
    value: f64,
}

#[derive(Clone, Debug, Deserialize)]
struct Quantiles {
    #[serde(rename = "0.95")]
    twentieth: f64,
    #[serde(rename = "0.99")]
    hundredth: f64,
}

#[derive(Clone, Debug, Deserialize)]
struct AboveReserve {
    one_year: f64,
    horizon: f64,
}

fn day<'de, D: Deserializer<'de>>(given: D) -> Result<Date, D::Error> {
    String::deserialize(given)?.parse().map_err(D::Error::custom)
}

impl EarlierReport {
    /// The report that a text is; none where it is something else.
    pub fn of(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// Version of the content it was reckoned with.
    pub fn content_version(&self) -> &str {
        &self.content.version
    }

    /// The figures it told.
    pub fn figures(&self) -> Figures {
        let it = &self.risk;
        Figures {
            expected_annual_loss: it.expected_annual_loss.value,
            probability_no_loss: it.probability_no_loss,
            value_at_risk_95: it.value_at_risk.twentieth,
            value_at_risk_99: it.value_at_risk.hundredth,
            tail_value_at_risk_95: it.tail_value_at_risk.twentieth,
            tail_value_at_risk_99: it.tail_value_at_risk.hundredth,
            probability_above_reserve: it.probability_above_reserve.one_year,
            probability_above_reserve_horizon: it.probability_above_reserve.horizon,
        }
    }
}
