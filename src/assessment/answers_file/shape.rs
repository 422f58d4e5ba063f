//! The answers file as a shape, for editors and for programs that write such files. [`super::parse`] reads and says what is
//! wrong; a test holds the two together.
#![expect(dead_code, reason = "a shape is generated from, never filled")]

use std::collections::BTreeMap;

use schemars::JsonSchema;

/// Answers of one firm.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AnswersFile {
    /// Version of this shape.
    format: u32,
    /// Version of the content the answers were given to.
    content: Option<String>,
    company: Option<Company>,
    /// By question.
    answers: Option<BTreeMap<String, Answer>>,
    /// Talks in which answers were given.
    visits: Option<Vec<Visit>>,
    /// By measure.
    decisions: Option<BTreeMap<String, Decision>>,
    /// Own prices, by measure.
    costs: Option<BTreeMap<String, Cost>>,
    insurance: Option<Insurance>,
    /// Who was asked to answer, by question.
    handed_over: Option<BTreeMap<String, String>>,
    /// What a provider says instead of a price, by measure.
    quotes: Option<BTreeMap<String, Quote>>,
    /// Whom the firm calls in an emergency.
    contacts: Option<BTreeMap<String, Contact>>,
    contract: Option<Contract>,
    /// What self-checks and exercises showed, by role; sums without names.
    practised: Option<BTreeMap<String, Practised>>,
    plan: Option<Plan>,
    gate: Option<Gate>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Company {
    name: Option<String>,
    /// Trade, an id of the content.
    segment: Option<String>,
    /// Kind of firm within the trade, an id of the content.
    sub_trade: Option<String>,
    /// The trade as the owner typed it.
    trade: Option<String>,
    #[schemars(range(min = 1, max = 100_000))]
    employees: Option<u32>,
    /// Euros a year.
    #[schemars(range(min = 0.01, max = 1e12))]
    turnover_eur: Option<f64>,
    #[schemars(range(min = 0, max = 1e12))]
    balance_sheet_eur: Option<f64>,
    /// Federal state, such as NW.
    state: Option<String>,
    #[schemars(range(min = 0, max = 1e12))]
    liquid_reserve_eur: Option<f64>,
    /// Probability a year of a loss above the reserve that the owner bears.
    #[schemars(range(min = 0, max = 1))]
    tolerable_ruin: Option<f64>,
    #[schemars(range(min = 0, max = 1e12))]
    standstill_day_eur: Option<f64>,
    #[schemars(range(min = 0, max = 1e12))]
    own_hour_eur: Option<f64>,
    #[schemars(range(min = 0, max = 10_000))]
    hours_per_month: Option<f64>,
    #[schemars(range(min = 0, max = 100_000))]
    computer_users: Option<u32>,
    #[schemars(range(min = 1, max = 1000))]
    sites: Option<u32>,
    traits: Option<Vec<String>>,
    traits_open: Option<Vec<String>>,
    systems: Option<Vec<String>>,
    #[schemars(length(max = 3))]
    crown_jewels: Option<Vec<Process>>,
    /// By item.
    digitalisation: Option<BTreeMap<String, bool>>,
    /// Damages of the last five years, by kind; a missing kind is unknown.
    past_incidents: Option<BTreeMap<String, Times>>,
}

/// How often.
#[derive(JsonSchema)]
struct Times(#[schemars(range(min = 0, max = 99))] u32);

#[derive(JsonSchema)]
#[schemars(untagged)]
enum Process {
    Named(String),
    Described(DescribedProcess),
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct DescribedProcess {
    process: String,
    #[schemars(range(min = 0, max = 10_000))]
    tolerable_hours: Option<f64>,
    #[schemars(range(min = 0, max = 1e12))]
    day_eur: Option<f64>,
}

/// One of `option`, `unknown` and `not_applicable`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Answer {
    option: Option<String>,
    unknown: Option<bool>,
    /// Why the question does not apply.
    not_applicable: Option<String>,
    evidence: Option<Evidence>,
    /// With what it is supported.
    proof: Option<Proof>,
    date: Day,
    /// Role of the person who said so.
    by: Option<String>,
    note: Option<String>,
    /// What others said.
    also: Option<Vec<Voice>>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Voice {
    option: Option<String>,
    unknown: Option<bool>,
    not_applicable: Option<String>,
    evidence: Option<Evidence>,
    /// With what it is supported.
    proof: Option<Proof>,
    date: Day,
    by: String,
    note: Option<String>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Proof {
    /// What was seen: a paper, a setting, a log.
    document: Option<String>,
    /// Who said or showed it.
    person: Option<String>,
    /// When, where that is not the day of the answer.
    date: Option<Day>,
    /// Where it was seen or is kept.
    place: Option<String>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Visit {
    date: Day,
    place: Option<String>,
    participants: Option<Vec<String>>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Evidence {
    Claimed,
    Shown,
    Tested,
}

/// Accepted risks need `owner`, `reason` and `review`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Decision {
    verdict: Verdict,
    date: Day,
    tier: Option<Tier>,
    due: Option<Day>,
    owner: Option<String>,
    reason: Option<String>,
    review: Option<Day>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Quote {
    state: QuoteState,
    tier: Option<Tier>,
    request: Option<String>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum QuoteState {
    Offered,
    InPlace,
    Declined,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Contact {
    name: String,
    phone: String,
    note: Option<String>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Contract {
    date: Day,
    points: Option<BTreeMap<String, Tick>>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Tick {
    Yes,
    No,
    Unclear,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Practised {
    date: Day,
    #[schemars(range(min = 1, max = 100_000))]
    results: u32,
    /// Points by learning unit: one for half, two for all.
    missing: Option<BTreeMap<String, u32>>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Verdict {
    Do,
    Accept,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Tier {
    Minimum,
    Standard,
    Extended,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Cost {
    tier: Option<Tier>,
    #[schemars(range(min = 0, max = 1e12))]
    one_off_eur: Option<f64>,
    #[schemars(range(min = 0, max = 1e12))]
    yearly_eur: Option<f64>,
    #[schemars(range(min = 0, max = 10_000))]
    own_hours_one_off: Option<f64>,
    #[schemars(range(min = 0, max = 10_000))]
    own_hours_yearly: Option<f64>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Insurance {
    #[schemars(range(min = 0, max = 1e12))]
    premium_eur: f64,
    #[schemars(range(min = 0, max = 1e12))]
    deductible_eur: f64,
    #[schemars(range(min = 0, max = 1e12))]
    limit_eur: f64,
    in_force: Option<bool>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Plan {
    rung: Rung,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Rung {
    Pays,
    Baseline,
    Reserve,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Gate {
    #[schemars(range(min = 0, max = 1e12))]
    max_expected_loss_eur: Option<f64>,
    #[schemars(range(min = 0, max = 1e12))]
    max_bad_year_eur: Option<f64>,
    #[schemars(range(min = 0, max = 1))]
    max_ruin_probability: Option<f64>,
    #[schemars(range(min = -10_000, max = 10_000))]
    min_din_points: Option<i32>,
    #[schemars(range(min = 0, max = 100_000))]
    max_age_days: Option<u32>,
    #[schemars(range(min = 0, max = 100_000))]
    max_content_age_days: Option<u32>,
    /// Name of an older file beside this one.
    baseline: Option<String>,
    no_open_duty: Option<bool>,
    no_overdue_decision: Option<bool>,
}

/// A day such as 2026-11-21; a date in TOML, a text in JSON.
#[derive(JsonSchema)]
struct Day(#[schemars(regex(pattern = r"^\d{4}-\d{2}-\d{2}$"))] String);
