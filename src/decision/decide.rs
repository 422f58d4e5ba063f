//! From prices, risk and answers to a plan and one verdict per measure.

use std::borrow::Cow;
use std::collections::BTreeSet;

use jiff::civil::Date;

use super::advice::InsuranceOutcome;
use super::balance::WeighedBundle;
use super::bearing::Bearing;
use super::cost::Terms;
use super::demands::Demands;
use super::drivers::{Drivers, drivers};
use super::gaps::{Gaps, gaps};
use super::if_left::Leaver;
use super::information::{Information, OpenQuestion};
use super::insurance::{Contradicted, InsuranceView, Policy, judged};
use super::judge::{Judge, Judged};
use super::ladder::{Builder, Ladder, Rung};
use super::make_or_buy::{MakeOrBuy, make_or_buy};
use super::people::{PeopleAndTechnique, people_and_technique};
use super::plan::{Plan, plan};
use super::reserve::WayId;
use super::roadmap::Roadmap;
use super::search::Goal;
use super::shapley::shapley;
use super::weigh::{Scales, Weighing};
use super::{Advice, Offer, Offers, Outlook, Pack};
use crate::model::{Answers, Catalogue, MeasureId, Posture, Regime, TierLevel};
use crate::risk::{FirmModel, Refusal};

/// What a caller may set differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Day of reckoning.
    pub date: Date,
    /// Draws for ranges, where other than the calibration asks for.
    pub draws: Option<usize>,
    /// True where the firm falls under section 28 BSIG (found by `guidance`).
    pub bsig_applies: bool,
    /// Rules that bind the firm by what it does (found by `guidance`).
    pub regimes: BTreeSet<Regime>,
    /// Measures that a contract or an authority demands of this firm.
    pub demanded: BTreeSet<MeasureId>,
    /// Usual duties of insurers that the answers contradict (found by `guidance`).
    pub contradicted: Vec<Contradicted>,
    /// Interest a year, where the reader sets another than content.
    pub rate: Option<f64>,
    /// Planning horizon in years, where the reader sets another than content.
    pub horizon_years: Option<u32>,
    /// Euros a year that may be spent, where limited.
    pub money_eur: Option<f64>,
    /// Own hours a year that may be spent, where limited beyond what the answers say.
    pub own_hours: Option<f64>,
    /// Points of the frontier; none are computed below two.
    pub frontier_points: usize,
}

impl Options {
    /// The usual settings on a day.
    pub fn on(date: Date) -> Self {
        Self {
            date,
            draws: None,
            bsig_applies: false,
            regimes: BTreeSet::new(),
            demanded: BTreeSet::new(),
            contradicted: Vec::new(),
            rate: None,
            horizon_years: None,
            money_eur: None,
            own_hours: None,
            frontier_points: 12,
        }
    }
}

impl Options {
    /// Content with the interest and the horizon that the reader set.
    pub fn applied_to<'c>(&self, catalogue: &'c Catalogue) -> Cow<'c, Catalogue> {
        if self.rate.is_none() && self.horizon_years.is_none() {
            return Cow::Borrowed(catalogue);
        }
        let mut own = catalogue.clone();
        let constants = &mut own.constants;
        constants.discount_rate.value = self.rate.unwrap_or(constants.discount_rate.value);
        constants.horizon_years = self.horizon_years.unwrap_or(constants.horizon_years);
        Cow::Owned(own)
    }
}

/// Everything decided about one firm.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// How prices were compared.
    pub terms: Terms,
    /// What the plan had to reach.
    pub goal: Goal,
    /// The year as it is today.
    pub today: Outlook,
    /// The ladder: three rungs with their prices.
    pub ladder: Ladder,
    /// Gaps of the minimum standard.
    pub gaps: Gaps,
    /// Every measure that is relevant here, in catalogue order.
    pub measures: Vec<Judged>,
    /// Tiers above today's degrees with their full prices, grants named but not shared among purchases.
    pub tiers: Vec<Offer>,
    /// Bundles on offer, priced for what is missing.
    pub packs: Vec<Pack>,
    /// The plan's bundles, each weighed as a whole.
    pub bundles: Vec<WeighedBundle>,
    /// The rung that is followed: the chosen one, else the recommended one.
    pub plan: Plan,
    /// Whether what is borne can be borne.
    pub bearing: Bearing,
    /// A policy judged with the plan in place.
    pub insurance: Option<(InsuranceView, InsuranceOutcome)>,
    /// The plan in order and in time.
    pub roadmap: Roadmap,
    /// Questions without an answer, the most valuable answer first.
    pub clarify_first: Vec<OpenQuestion>,
    /// Why the largest risk is the largest.
    pub drivers: Option<Drivers>,
    /// What people and technique are worth to each other.
    pub people: PeopleAndTechnique,
    /// Doing it or having it done.
    pub make_or_buy: MakeOrBuy,
}

/// Interest, hourly value and size class for one firm.
pub fn terms(catalogue: &Catalogue, answers: &Answers, date: Date) -> Terms {
    let constants = &catalogue.constants;
    Terms {
        rate: constants.discount_rate.value,
        hour_eur: catalogue.own_hour_eur(&answers.company),
        size: catalogue.firm_size(&answers.company),
        prices: catalogue.price_size(&answers.company),
        date,
    }
}

/// Decides for one firm: what to buy, in which order, and what to make of each measure.
///
/// # Errors
///
/// Refused where the inputs lie outside what the distribution can be computed for, which resolved content and
/// answers do not reach.
pub fn decide(
    catalogue: &Catalogue,
    answers: &Answers,
    posture: &Posture,
    firm: &FirmModel,
    options: &Options,
) -> Result<Decision, Refusal> {
    let company = &answers.company;
    let terms = terms(catalogue, answers, options.date);
    let offers = Offers::new(catalogue, answers, posture, terms);
    let policy = Policy::new(answers, &offers, firm);
    let insured = policy.as_ref().is_some_and(Policy::is_in_force);
    let gaps = gaps(&offers, answers, posture, &Demands::on(answers, options, insured));
    let goal = Goal {
        loading: catalogue.constants.risk_loading.value,
        money_eur: options.money_eur,
        own_hours: options.own_hours,
    };
    let draws = firm.draws(posture, options.draws.unwrap_or(firm.usual_draws()));
    let today = Outlook::of(firm, &offers.present)?;
    let builder = Builder {
        offers: &offers,
        answers,
        firm,
        draws: &draws,
        gaps: &gaps,
        policy: policy.as_ref(),
        contradicted: &options.contradicted,
        loading: goal.loading,
        hours_per_month: catalogue.hours_per_month(company),
        turnover: turnover(catalogue, firm, &offers.present),
    };
    let (ladder, search) = builder.build(goal.money_eur, goal.own_hours)?;
    let frontier = search.frontier(options.frontier_points)?;
    let followed = ladder.followed();
    let scales = Scales::new(&offers, firm, &draws, ladder.valuation, &followed.selection, followed.outlook);
    let Weighing { measures: weighed, bundles } = scales.weigh()?;
    let shares = shares(firm, &offers, &ladder, followed);
    let information = Information::with_plan(answers, &offers, firm, ladder.valuation, &followed.degrees);
    let clarify_first = information.open_questions();
    let insurance = match &policy {
        Some(policy) => {
            let (degrees, outlook) = (&followed.degrees, &followed.outlook);
            let view = judged(policy, &offers, firm, degrees, outlook, goal.loading, &options.contradicted)?;
            let outcome = outcome(&view, &ladder);
            Some((view, outcome))
        }
        None => None,
    };
    let judge = Judge {
        catalogue,
        answers,
        options,
        scales: &scales,
        ladder: &ladder,
        gaps: &gaps,
        shapley: &shares,
        leaver: &Leaver::new(firm, &followed.degrees, ladder.valuation)?,
        insurance: insurance.as_ref().map(|it| (&it.0, it.1)),
        open_questions: &clarify_first,
        bundles: &bundles,
    };
    let mut measures = Vec::with_capacity(weighed.len());
    for (place, weighed) in weighed.into_iter().enumerate() {
        measures.extend(judge.judge(place, weighed)?);
    }
    let planned = &followed.degrees;
    Ok(Decision {
        terms,
        goal,
        today,
        bearing: Bearing::of(catalogue.tolerable_ruin(company), &today, followed),
        plan: plan(&offers, &gaps, followed, &frontier),
        make_or_buy: make_or_buy(&offers, planned, &planned_tiers(&measures)),
        roadmap: followed.roadmap.clone(),
        drivers: drivers(catalogue, answers, &offers, firm),
        people: people_and_technique(catalogue, firm, planned, &offers.present, &shares),
        insurance,
        clarify_first,
        measures,
        bundles,
        tiers: offers.units.iter().flat_map(|it| it.offers.iter().cloned()).collect(),
        packs: offers.packs.clone(),
        gaps,
        ladder,
    })
}

/// Turnover a year as the loss model has it, euros: one event costs at most so many turnovers.
fn turnover(catalogue: &Catalogue, firm: &FirmModel, degrees: &[f64]) -> f64 {
    let cap = firm.lines(degrees).first().map_or(0.0, |it| it.cap);
    cap / catalogue.constants.severity_cap_turnovers.value
}

/// Shares of the plan's measures in what it takes off, rung by rung with the earlier rungs in place. What an earlier rung
/// has and the plan replaces by something else takes no share, so that the shares add up to the plan.
fn shares(firm: &FirmModel, offers: &Offers, ladder: &Ladder, followed: &Rung) -> Vec<(usize, f64)> {
    let mut all = vec![0.0; offers.present.len()];
    let mut from = offers.present.clone();
    let is_rung = ladder.rungs.iter().any(|it| it.selection == followed.selection && it.id == followed.id);
    let below = ladder.rungs.iter().filter(|it| is_rung && it.id < followed.id);
    for rung in below.chain(std::iter::once(followed)) {
        let kept = rung.degrees.iter().zip(&followed.degrees).zip(&from);
        let to: Vec<f64> = kept.map(|((of_rung, of_plan), from)| of_rung.min(*of_plan).max(*from)).collect();
        for (at, share) in shapley(firm, &from, &to) {
            all[at] += share;
        }
        from = to;
    }
    all.into_iter().enumerate().filter(|it| it.1 != 0.0).collect()
}

/// What insurance is good for here.
fn outcome(view: &InsuranceView, ladder: &Ladder) -> InsuranceOutcome {
    let closing = &ladder.closing;
    match closing.of(WayId::Insurance) {
        Some(way) if way.closes => InsuranceOutcome::ClosesTheGap,
        Some(_) if closing.way().is_some_and(|it| it.id.is_insured()) => InsuranceOutcome::PartOfTheWay,
        _ if view.is_worth_its_price() => InsuranceOutcome::WorthItsPrice,
        _ => InsuranceOutcome::NotNeeded,
    }
}

/// The single tiers of the plan: place of the measure and tier.
fn planned_tiers(measures: &[Judged]) -> Vec<(usize, TierLevel)> {
    let planned = measures.iter().filter_map(|it| it.weighed.as_ref()).filter(|it| it.in_plan);
    planned.filter_map(|it| Some((it.place, it.tier?))).collect()
}

impl Decision {
    /// Measures of a rung's plan, in the order of the road map.
    pub fn in_order(&self) -> impl Iterator<Item = &Judged> {
        let day = |it: &Judged| self.roadmap.day_of(&it.measure).unwrap_or(f64::INFINITY);
        let mut measures: Vec<&Judged> =
            self.measures.iter().filter(|it| it.weighed.as_ref().is_some_and(|it| it.in_plan)).collect();
        measures.sort_by(|a, b| day(a).total_cmp(&day(b)).then_with(|| a.measure.cmp(&b.measure)));
        measures.into_iter()
    }

    /// What asks for action, the largest avoided loss first.
    pub fn first_steps(&self) -> impl Iterator<Item = &Judged> {
        self.by_effect(Advice::asks_for_action)
    }

    /// Measures with such a decision, the largest avoided loss first.
    pub fn by_effect(&self, wanted: impl Fn(Advice) -> bool) -> impl Iterator<Item = &Judged> {
        let avoided = |it: &Judged| it.weighed.as_ref().map_or(0.0, |it| it.balance.avoided.value);
        let mut measures: Vec<_> = self.measures.iter().filter(|it| wanted(it.advice)).collect();
        measures.sort_by(|a, b| avoided(b).total_cmp(&avoided(a)).then_with(|| a.measure.cmp(&b.measure)));
        measures.into_iter()
    }
}
