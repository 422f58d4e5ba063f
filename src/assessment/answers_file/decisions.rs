//! Decisions, own prices, insurance, contacts and thresholds of an answers file.

use std::collections::BTreeMap;

use super::fault::Noun;
use super::limits::MOST_HOURS;
use super::read::{Faults, expect_id};
use crate::model::{
    Acceptance, ContractCheck, GateLimits, InsuranceOffer, OwnContact, OwnCost, PointId, Quote, QuoteState,
    RungId, TakenDecision, Tick, TierLevel, Verdict,
};
use crate::toml_file::{Place, Table, text};

/// A decision as taken.
pub fn decision(value: Place<'_>, faults: &mut Faults) -> Option<TakenDecision> {
    let mut table = Table::of(value, faults)?;
    table.need("verdict", faults);
    let verdict = table.text("verdict", faults).and_then(|(id, span)| {
        match expect_id(Noun::Verdict, id, span, ["do", "accept"], faults)? {
            "accept" => Some(Verdict::Accept),
            _ => Some(Verdict::Do),
        }
    });
    let date = table.needed_day("date", faults);
    let tier = tier(&mut table, faults);
    let due = table.day("due", faults);
    let mut owner = table.words("owner", faults);
    let reason = table.words("reason", faults);
    let review = table.day("review", faults);
    if verdict == Some(Verdict::Accept) {
        for key in ["reason", "owner", "review"] {
            table.need(key, faults);
        }
    }
    table.finish(faults);
    let (verdict, date) = (verdict?, date?);
    let acceptance = match verdict {
        Verdict::Do => None,
        Verdict::Accept => Some(Acceptance { reason: reason?, owner: owner.take()?, review: review? }),
    };
    Some(TakenDecision { verdict, date, tier, due, owner, acceptance })
}

/// The firm's own price.
pub fn own_cost(value: Place<'_>, faults: &mut Faults) -> Option<OwnCost> {
    let mut table = Table::of(value, faults)?;
    let tier = tier(&mut table, faults);
    let [one_off_eur, yearly_eur] =
        ["one_off_eur", "yearly_eur"].map(|key| table.euros(key, faults).unwrap_or(0.0));
    let [own_hours_one_off, own_hours_yearly] = ["own_hours_one_off", "own_hours_yearly"]
        .map(|key| table.number(key, 0.0, Some(MOST_HOURS), faults).unwrap_or(0.0));
    table.finish(faults);
    Some(OwnCost { tier, one_off_eur, yearly_eur, own_hours_one_off, own_hours_yearly })
}

/// What a provider says about a measure.
pub fn quote(value: Place<'_>, faults: &mut Faults) -> Option<Quote> {
    let mut table = Table::of(value, faults)?;
    table.need("state", faults);
    let state = table.text("state", faults).and_then(|(id, span)| {
        expect_id(Noun::QuoteState, id, span, QuoteState::ALL.map(QuoteState::as_str), faults)
            .and_then(|id| QuoteState::ALL.into_iter().find(|it| it.as_str() == id))
    });
    let tier = tier(&mut table, faults);
    let request = table.words("request", faults);
    table.finish(faults);
    Some(Quote { state: state?, tier, request })
}

fn tier(table: &mut Table<'_>, faults: &mut Faults) -> Option<TierLevel> {
    let (id, span) = table.text("tier", faults)?;
    expect_id(Noun::Tier, id, span, TierLevel::ALL.map(TierLevel::as_str), faults)
        .and_then(TierLevel::from_id)
}

/// An insurance offer or policy.
pub fn insurance(mut table: Table<'_>, faults: &mut Faults) -> Option<InsuranceOffer> {
    for key in ["premium_eur", "deductible_eur", "limit_eur"] {
        table.need(key, faults);
    }
    let premium_eur = table.euros("premium_eur", faults);
    let deductible_eur = table.euros("deductible_eur", faults);
    let limit_eur = table.euros("limit_eur", faults);
    let in_force = table.yes_no("in_force", faults).unwrap_or(false);
    table.finish(faults);
    Some(InsuranceOffer {
        premium_eur: premium_eur?,
        deductible_eur: deductible_eur?,
        limit_eur: limit_eur?,
        in_force,
    })
}

/// Somebody the firm calls.
pub fn contact(value: Place<'_>, faults: &mut Faults) -> Option<OwnContact> {
    let mut table = Table::of(value, faults)?;
    for key in ["name", "phone"] {
        table.need(key, faults);
    }
    let name = table.words("name", faults);
    let phone = table.words("phone", faults);
    let note = table.words("note", faults);
    table.finish(faults);
    Some(OwnContact { name: name?, phone: phone?, note })
}

/// A contract held against the check list, whose points have these ids.
pub fn contract(mut table: Table<'_>, ids: &[&str], faults: &mut Faults) -> Option<ContractCheck> {
    let date = table.needed_day("date", faults);
    let mut points = BTreeMap::new();
    if let Some(list) = table.table("points", faults) {
        for (id, span, value) in list.ids() {
            let point = expect_id(Noun::ContractPoint, id, span, ids.iter().copied(), faults);
            let tick = text(value, faults)
                .and_then(|it| expect_id(Noun::Tick, it, value.span(), Tick::ALL.map(Tick::as_str), faults));
            points.extend(point.map(PointId::new).zip(tick.and_then(Tick::from_id)));
        }
    }
    table.finish(faults);
    Some(ContractCheck { date: date?, points })
}

/// The rung of the ladder that was chosen.
pub fn plan(mut table: Table<'_>, faults: &mut Faults) -> Option<RungId> {
    table.need("rung", faults);
    let rung = table.text("rung", faults).and_then(|(id, span)| {
        expect_id(Noun::Rung, id, span, RungId::ALL.map(RungId::as_str), faults).and_then(RungId::from_id)
    });
    table.finish(faults);
    rung
}

/// Thresholds for `gate`.
pub fn gate(mut table: Table<'_>, faults: &mut Faults) -> GateLimits {
    /// Points of DIN SPEC 27076 can be negative; both ends lie far outside what it can give.
    const POINTS: i64 = 10_000;
    const DAYS: i64 = 100_000;
    let limits = GateLimits {
        max_expected_loss_eur: table.euros("max_expected_loss_eur", faults),
        max_bad_year_eur: table.euros("max_bad_year_eur", faults),
        max_ruin_probability: table.number("max_ruin_probability", 0.0, Some(1.0), faults),
        min_din_points: table
            .whole("min_din_points", -POINTS, POINTS, faults)
            .and_then(|it| i32::try_from(it).ok()),
        max_age_days: table.whole("max_age_days", 0, DAYS, faults).and_then(|it| u32::try_from(it).ok()),
        max_content_age_days: table
            .whole("max_content_age_days", 0, DAYS, faults)
            .and_then(|it| u32::try_from(it).ok()),
        baseline: table.words("baseline", faults),
        no_open_duty: table.yes_no("no_open_duty", faults).unwrap_or(false),
        no_overdue_decision: table.yes_no("no_overdue_decision", faults).unwrap_or(false),
    };
    table.finish(faults);
    limits
}
