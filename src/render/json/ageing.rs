//! What has worn off and what comes up when.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::{AgeingFacts, Matter};

#[derive(Serialize, JsonSchema)]
pub(super) struct Ageing<'a> {
    worn: Vec<Worn<'a>>,
    renewing_eur: f64,
    review_months: u32,
    calendar: Vec<Entry<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Worn<'a> {
    measure: &'a str,
    degree_fresh: f64,
    degree: f64,
    renewing_eur: f64,
    due: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct Entry<'a> {
    date: String,
    matter: &'static str,
    measure: Option<&'a str>,
}

pub(super) fn ageing(it: &AgeingFacts) -> Ageing<'_> {
    let worn = it.worn.iter().map(|it| Worn {
        measure: it.measure.as_str(),
        degree_fresh: it.fresh,
        degree: it.today,
        renewing_eur: it.renewing_eur,
        due: it.due.map(|it| it.to_string()),
    });
    let calendar = it.calendar.iter().map(|(day, matter)| {
        let (matter, measure) = match matter {
            Matter::Due(it) => ("due", Some(it.as_str())),
            Matter::Renew(it) => ("renew", Some(it.as_str())),
            Matter::Review(it) => ("review", Some(it.as_str())),
            Matter::Contract => ("contract", None),
            Matter::Repeat => ("repeat", None),
        };
        Entry { date: day.to_string(), matter, measure }
    });
    Ageing {
        worn: worn.collect(),
        renewing_eur: it.renewing_eur,
        review_months: it.review_months,
        calendar: calendar.collect(),
    }
}
