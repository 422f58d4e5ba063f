//! From prices, risk and answers to one decision per measure.

use jiff::ToSpan;
use jiff::civil::Date;

use super::advice::{Advice, DutySource, Reason};
use super::cost::{Annual, Terms};
use super::offers::SAME;
use super::search::{BestSet, Goal, best_set};
use super::weigh::{Scales, Weighed};
use super::{Offers, Selection};
use crate::model::{
    Answers, BundleId, Catalogue, Class, MeasureId, MeasureRole, Posture, TakenDecision, TierLevel, Verdict,
};
use crate::risk::{FirmModel, Refusal};

/// What a caller may set differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Day of reckoning.
    pub date: Date,
    /// Worlds drawn for ranges.
    pub draws: usize,
    /// True where the firm falls under section 28 BSIG (found by `guidance`).
    pub bsig_applies: bool,
    /// Euros a year that may be spent, where limited.
    pub money_eur: Option<f64>,
    /// Own hours a year that may be spent, where limited.
    pub own_hours: Option<f64>,
}

impl Options {
    /// The usual settings on a day.
    pub fn on(date: Date) -> Self {
        Self { date, draws: 400, bsig_applies: false, money_eur: None, own_hours: None }
    }
}

/// Everything decided about one firm.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// How prices were compared.
    pub terms: Terms,
    /// Every measure that is relevant here, in catalogue order.
    pub measures: Vec<Judged>,
    /// What to buy.
    pub plan: Plan,
}

/// A measure with what to do about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The numbers; none for what cannot be weighed (assessments, insurance).
    pub weighed: Option<Weighed>,
    /// The measure.
    pub measure: MeasureId,
    /// What to do.
    pub advice: Advice,
    /// Why.
    pub reason: Reason,
    /// What management decided, where it did.
    pub taken: Option<TakenDecision>,
    /// When a risk that is borne is looked at again.
    pub review: Option<Date>,
}

/// What to buy, with what is left.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Single tiers, by measure.
    pub tiers: Vec<(MeasureId, TierLevel)>,
    /// Bundles.
    pub bundles: Vec<(BundleId, Annual)>,
    /// Burden a year of all of it.
    pub annual: Annual,
    /// Degree of every measure with the plan in place, in the catalogue's order.
    pub degrees: Vec<f64>,
    /// Expected loss a year with the plan in place, euros.
    pub expected_annual_loss: f64,
    /// Share of the objective that the proof of optimality leaves open.
    pub optimality_gap: f64,
    /// Parts of the search space looked into.
    pub parts: usize,
}

/// Share of the draws from which something counts as paying (`docs/method.md`).
const SURE: f64 = 0.8;

/// Decides for one firm.
pub fn decide(
    catalogue: &Catalogue,
    answers: &Answers,
    posture: &Posture,
    firm: &FirmModel,
    options: &Options,
) -> Result<Decision, Refusal> {
    let company = &answers.company;
    let constants = &catalogue.constants;
    let terms = Terms {
        rate: constants.discount_rate.value,
        hour_eur: company.own_hour_eur.unwrap_or(constants.own_hour_eur.value),
        size: company.size(),
        date: options.date,
    };
    let offers = Offers::new(catalogue, answers, posture, terms);
    let goal = Goal {
        loading: constants.risk_loading.value,
        tolerable_ruin: company.tolerable_ruin.unwrap_or(constants.tolerable_ruin.value),
        money_eur: options.money_eur,
        own_hours: options.own_hours,
    };
    let best = best_set(&offers, firm, &goal)?;
    let draws = firm.draws(posture, options.draws);
    let scales = Scales::new(&offers, firm, &draws, best.valuation, &best.selection);
    let judge = Judge { catalogue, answers, options, scales: &scales };
    let measures = (0..catalogue.measures.len()).filter_map(|it| judge.judge(it)).collect();
    Ok(Decision { terms, measures, plan: plan(&offers, &best, firm) })
}

fn plan(offers: &Offers, best: &BestSet, firm: &FirmModel) -> Plan {
    let selection: &Selection = &best.selection;
    let degrees = offers.degrees(selection);
    let tiers = (0..offers.units.len())
        .filter_map(|it| offers.bought(selection, it))
        .map(|(offer, _)| (offers.catalogue.measures[offer.measure].id.clone(), offer.level));
    let bundles = offers
        .bought_packs(selection)
        .map(|(_, pack)| (offers.catalogue.bundles[pack.bundle].id.clone(), pack.annual));
    let mut tiers: Vec<_> = tiers.collect();
    tiers.sort();
    Plan {
        tiers,
        bundles: bundles.collect(),
        annual: offers.annual(selection),
        expected_annual_loss: firm.expected_annual_loss(&degrees),
        degrees,
        optimality_gap: best.gap,
        parts: best.parts,
    }
}

struct Judge<'a> {
    catalogue: &'a Catalogue,
    answers: &'a Answers,
    options: &'a Options,
    scales: &'a Scales<'a>,
}

impl Judge<'_> {
    fn judge(&self, place: usize) -> Option<Judged> {
        let measure = &self.catalogue.measures[place];
        let level = self.catalogue.level(&self.answers.company);
        if !measure.when.holds_for(&self.answers.company, level) || measure.role == MeasureRole::Transfer {
            return None;
        }
        let weighed = self.scales.weigh(place);
        let (advice, reason) = match &weighed {
            None if measure.class == Class::Assessment => (Advice::Informs, Reason::NoOwnEffect),
            None => return None,
            Some(weighed) => self.weighed(place, weighed),
        };
        let taken = self.answers.decisions.get(&measure.id).cloned();
        // An accepted risk past its review date is open again: the figures speak, what was taken stays on record.
        let standing = taken.as_ref().filter(|it| !it.has_lapsed(self.options.date));
        let review = standing.and_then(|it| it.acceptance.as_ref()).map(|it| it.review);
        let (advice, reason) = match standing {
            None => (advice, reason),
            Some(it) => {
                let own = if it.verdict == Verdict::Do { Advice::Do } else { Advice::Bear };
                (own, Reason::Decided { on: it.date, review, numbers_say: advice })
            }
        };
        let months = self.catalogue.size(self.answers.company.size()).review_months;
        let next = self.options.date.checked_add(i64::from(months).months()).ok();
        let review = review.or(next.filter(|_| advice == Advice::Bear));
        Some(Judged { weighed, measure: measure.id.clone(), advice, reason, taken, review })
    }

    fn weighed(&self, place: usize, it: &Weighed) -> (Advice, Reason) {
        let measure = &self.catalogue.measures[place];
        if it.tier.is_none() && !it.in_plan {
            return (Advice::InPlace, Reason::Present);
        }
        let cheapest = measure.tiers.first().map_or(0.0, |tier| tier.degree[self.scales.offers.terms.size]);
        let below_minimum = it.today < cheapest - SAME;
        if let Some(by) = self.demanded(place).filter(|_| below_minimum) {
            return (Advice::Duty, Reason::Demanded { by });
        }
        let net = it.net_benefit.value;
        if it.in_plan {
            if it.share_pays >= SURE {
                return if measure.duties.base_duty && below_minimum {
                    (Advice::RecognisedMinimum, Reason::MinimumThatPays { share: it.share_pays })
                } else {
                    (Advice::Do, Reason::Pays { share: it.share_pays })
                };
            }
            if measure.duties.base_duty && below_minimum {
                return (Advice::RecognisedMinimum, Reason::MinimumAnyway { short_eur: (-net).max(0.0) });
            }
            let share = it.share_pays_with_bad_years;
            return if share >= SURE {
                (Advice::Do, Reason::PaysForBadYears { share, short_eur: (-net).max(0.0) })
            } else {
                (Advice::Do, Reason::PaysOnBalance { share })
            };
        }
        if measure.duties.base_duty && below_minimum {
            return (Advice::RecognisedMinimum, Reason::MinimumBeyondBudget);
        }
        let short_eur = (-it.net_with_bad_years()).max(0.0);
        (Advice::Bear, Reason::CostsMore { short_eur, share: it.share_pays_with_bad_years })
    }

    /// What demands a measure of this firm.
    fn demanded(&self, place: usize) -> Option<DutySource> {
        let duties = &self.catalogue.measures[place].duties;
        let insured = self.answers.insurance.as_ref().is_some_and(|it| it.in_force);
        if self.options.bsig_applies && (!duties.bsig_30.is_empty() || duties.bsig_38) {
            Some(DutySource::Bsig)
        } else if insured && duties.insurer {
            Some(DutySource::InsuranceContract)
        } else {
            None
        }
    }
}
