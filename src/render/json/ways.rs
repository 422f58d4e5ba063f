//! Make or buy, and what drives the largest risk, as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use crate::decision::{DoingIt as Taken, MakeOrBuy as Compared};
use crate::report::Report;

/// Doing it oneself against having it done.
#[derive(Serialize, JsonSchema)]
pub struct MakeOrBuy<'a> {
    measures: Vec<Ways<'a>>,
    care: Care<'a>,
    /// Assumed: own hours per bought hour, share of own hours that stays when bought.
    own_hours_per_bought_hour: f64,
    own_share_when_bought: f64,
}

#[derive(Serialize, JsonSchema)]
struct Ways<'a> {
    measure: &'a str,
    tier: &'static str,
    own: Way,
    bought: Way,
}

#[derive(Serialize, JsonSchema)]
struct Care<'a> {
    own: Way,
    /// Part of `own`.
    training: Way,
    bought: Way,
    flat_rates: Vec<FlatRate<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct FlatRate<'a> {
    bundle: &'a str,
    #[serde(flatten)]
    way: Way,
}

#[derive(Serialize, JsonSchema)]
struct Way {
    money: f64,
    hours: f64,
    annual_cost: f64,
}

/// The most expensive scenario and the answers that move it most.
#[derive(Serialize, JsonSchema)]
pub struct Drivers<'a> {
    scenario: &'a str,
    expected_annual_loss: f64,
    answers: Vec<Driver<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Driver<'a> {
    question: &'a str,
    /// What the best answer would take off, euros a year.
    takes_off: f64,
    unknown: bool,
}

fn way(it: &Taken) -> Way {
    Way { money: it.money_eur, hours: it.hours, annual_cost: it.total_eur }
}

/// Make or buy for the plan's measures and for IT care as a whole.
pub fn make_or_buy(report: &Report) -> MakeOrBuy<'_> {
    let Compared { measures, care, own_hours_per_bought_hour, own_share_when_bought } =
        &report.decision.make_or_buy;
    let measures = measures.iter().map(|it| Ways {
        measure: it.measure.as_str(),
        tier: it.level.as_str(),
        own: way(&it.own),
        bought: way(&it.bought),
    });
    let flat_rates =
        care.flat_rates.iter().map(|(bundle, it)| FlatRate { bundle: bundle.as_str(), way: way(it) });
    MakeOrBuy {
        measures: measures.collect(),
        care: Care {
            own: way(&care.own),
            training: way(&care.training),
            bought: way(&care.bought),
            flat_rates: flat_rates.collect(),
        },
        own_hours_per_bought_hour: *own_hours_per_bought_hour,
        own_share_when_bought: *own_share_when_bought,
    }
}

/// Why the largest risk is the largest.
pub fn drivers(report: &Report) -> Option<Drivers<'_>> {
    let it = report.decision.drivers.as_ref()?;
    let answers = it.answers.iter().map(|it| Driver {
        question: it.question.as_str(),
        takes_off: it.takes_off,
        unknown: it.unknown,
    });
    Some(Drivers {
        scenario: it.scenario.as_str(),
        expected_annual_loss: it.expected_annual_loss,
        answers: answers.collect(),
    })
}
