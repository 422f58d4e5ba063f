//! One verdict per measure, from the numbers, the duties and what management has decided.

use jiff::ToSpan;

use super::advice::{Advice, InsuranceOutcome, Reason, Settles};
use super::balance::{Weighed, WeighedBundle};
use super::decide::Options;
use super::demands::Demands;
use super::information::OpenQuestion;
use super::insurance::InsuranceView;
use super::offers::{SAME, is_short};
use super::weigh::Scales;
use crate::model::{
    Answers, Catalogue, Class, Measure, MeasureId, MeasureRole, TakenDecision, TierLevel, TraitId, Verdict,
};
use jiff::civil::Date;

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
    /// Its share of what the plan takes off (Shapley), euros a year; zero where the plan does not raise it.
    pub shapley: f64,
    /// What management decided, where it did.
    pub taken: Option<TakenDecision>,
    /// When a risk that is borne is looked at again.
    pub review: Option<Date>,
}

/// Share of the draws from which something counts as paying (`docs/method.md`).
const SURE: f64 = 0.8;
/// Share of the draws up to which something counts as not paying.
const UNLIKELY: f64 = 0.2;
/// Money a year from which it is worth asking for an offer before deciding, euros.
const WORTH_AN_OFFER: f64 = 300.0;

/// A recognised minimum that is not reached today.
struct Minimum {
    /// The trait that makes it one, where it is none for everybody.
    because: Option<TraitId>,
}

pub(super) struct Judge<'a> {
    pub catalogue: &'a Catalogue,
    pub answers: &'a Answers,
    pub options: &'a Options,
    pub demands: &'a Demands,
    pub scales: &'a Scales<'a>,
    /// Shapley shares of the plan.
    pub shapley: &'a [(usize, f64)],
    /// Degrees that would be reached without the limit on the probability of ruin, where it took more.
    pub unforced: Option<&'a [f64]>,
    /// Degrees that the limit would have taken, where insurance is cheaper.
    pub spared: Option<&'a [f64]>,
    pub insurance: Option<(&'a InsuranceView, InsuranceOutcome)>,
    pub open_questions: &'a [OpenQuestion],
    pub bundles: &'a [WeighedBundle],
    /// True where money or hours were limited.
    pub is_limited: bool,
}

impl Judge<'_> {
    /// The verdict on a measure with its numbers; none where it has no place in this firm.
    pub fn judge(&self, place: usize, weighed: Option<Weighed>) -> Option<Judged> {
        let measure = &self.catalogue.measures[place];
        let level = self.catalogue.level(&self.answers.company);
        if !measure.when.holds_for(&self.answers.company, level) {
            return None;
        }
        let (advice, reason) = match &weighed {
            Some(weighed) => self.weighed(measure, weighed),
            None if measure.class == Class::Assessment => (Advice::Informs, Reason::NoOwnEffect),
            None if measure.role == MeasureRole::Transfer => self.transfer(place)?,
            None => return None,
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
        let shapley = self.shapley.iter().find(|it| it.0 == place).map_or(0.0, |it| it.1);
        Some(Judged { weighed, measure: measure.id.clone(), advice, reason, shapley, taken, review })
    }

    /// The measure that is insurance itself.
    fn transfer(&self, place: usize) -> Option<(Advice, Reason)> {
        let (view, outcome) = self.insurance?;
        if view.in_force || self.scales.offers.present[place] > 1.0 - SAME {
            return Some((Advice::InPlace, Reason::Present));
        }
        let reason = Reason::Insurance {
            outcome,
            net_price_eur: view.net_price(),
            without: view.without.ruin,
            with: view.with.ruin,
        };
        let advice = match outcome {
            InsuranceOutcome::NotNeeded => Advice::Bear,
            _ => Advice::Insure,
        };
        Some((advice, reason))
    }

    fn weighed(&self, measure: &Measure, it: &Weighed) -> (Advice, Reason) {
        if it.tier.is_none() && !it.in_plan {
            return (Advice::InPlace, Reason::Present);
        }
        let offers = self.scales.offers;
        let covered = offers.covered(it.place, &offers.present);
        let lacks_first = offers.lacks_first(it.place, &offers.present);
        if let Some(by) = self.demands.of(measure).filter(|_| lacks_first) {
            return (Advice::Duty, Reason::Demanded { by });
        }
        let company = &self.answers.company;
        let minimum = measure
            .minimum_for(company, self.catalogue.level(company))
            .filter(|(tier, _)| is_short(covered, offers.terms.size.degree(&tier.degree)));
        let minimum = minimum.map(|it| Minimum { because: it.1.cloned() });
        if it.in_plan { self.planned(it, minimum) } else { self.left_out(measure, it, minimum.is_some()) }
    }

    /// A measure of the plan.
    fn planned(&self, it: &Weighed, minimum: Option<Minimum>) -> (Advice, Reason) {
        let short_eur = (-it.balance.net_benefit.value).max(0.0);
        if let Some(Minimum { because }) = minimum {
            let reason = if it.balance.share_pays >= SURE {
                Reason::MinimumThatPays { share: it.balance.share_pays, because }
            } else {
                Reason::MinimumAnyway { short_eur, because }
            };
            return (Advice::RecognisedMinimum, reason);
        }
        if it.balance.share_pays >= SURE {
            return (Advice::Do, Reason::Pays { share: it.balance.share_pays });
        }
        if let Some(bundle) = self.bundle_of(it) {
            let share = bundle.balance.share_pays_with_bad_years;
            let net_eur = bundle.balance.net_benefit.value;
            return (Advice::Do, Reason::PartOfBundle { bundle: bundle.bundle.clone(), share, net_eur });
        }
        if self.unforced.is_some_and(|degrees| degrees[it.place] < it.target - SAME) {
            let with = self.scales.outlook().ruin;
            return (
                Advice::Survival,
                Reason::KeepsReserve { without: with + it.balance.ruin_relief, with, short_eur },
            );
        }
        let share = it.balance.share_pays_with_bad_years;
        if share >= SURE {
            return (Advice::Do, Reason::PaysForBadYears { share, short_eur });
        }
        let net = it.balance.net_with_bad_years();
        if net < 0.0 && self.answers.decisions.contains_key(&it.measure) {
            // In the plan only because management wants it: what the figures say is something else.
            return (Advice::Bear, Reason::CostsMore { short_eur: -net, share });
        }
        match self.settles(it) {
            Some(settles) => (Advice::ClarifyFirst, Reason::SignIsOpen { share, settles }),
            None => (Advice::Do, Reason::PaysOnBalance { share }),
        }
    }

    /// The bundle that a measure of the plan comes with, where it is not bought singly as well.
    fn bundle_of(&self, it: &Weighed) -> Option<&WeighedBundle> {
        let offers = self.scales.offers;
        let unit = offers.unit_of[it.place]?;
        let single = offers.bought(self.scales.plan, unit).is_some_and(|own| own.0.measure == it.place);
        let via = it.via.as_ref().filter(|_| !single)?;
        self.bundles.iter().find(|bundle| &bundle.bundle == via)
    }

    /// A measure that the plan leaves out.
    fn left_out(&self, measure: &Measure, it: &Weighed, minimum: bool) -> (Advice, Reason) {
        if minimum {
            return (Advice::RecognisedMinimum, Reason::MinimumBeyondBudget);
        }
        let net = it.balance.net_with_bad_years();
        let share = it.balance.share_pays_with_bad_years;
        if let Some(degrees) = self.spared
            && degrees[it.place] > it.today + SAME
        {
            let insurance_eur = self.insurance.map_or(0.0, |it| it.0.net_cost());
            return (
                Advice::Insure,
                Reason::InsuranceIsCheaper { insurance_eur, short_eur: (-net).max(0.0) },
            );
        }
        if self.is_limited && net > 0.0 {
            return (Advice::Bear, Reason::BeyondBudget { net_eur: net });
        }
        if share > UNLIKELY
            && let Some(settles) = self.settles(it)
        {
            return (Advice::ClarifyFirst, Reason::SignIsOpen { share, settles });
        }
        let offers = self.scales.offers;
        if !offers.lacks_first(it.place, &offers.present) {
            return (Advice::Enough, Reason::Enough { short_eur: (-net).max(0.0), degree: it.today });
        }
        if self.would_pay_alone(measure, it) {
            return (Advice::Bear, Reason::CoveredByOthers { avoided_eur: it.balance.avoided.value });
        }
        (Advice::Bear, Reason::CostsMore { short_eur: (-net).max(0.0), share })
    }

    /// What would settle an open sign: the answer that decides it, or the price where that is what is uncertain.
    fn settles(&self, it: &Weighed) -> Option<Settles> {
        // Not worth holding anything up for an answer worth less than the hour it takes to find it.
        let hour = self.scales.offers.terms.hour_eur;
        let mut questions = self.open_questions.iter().filter(|open| open.value_eur >= hour);
        if let Some(open) = questions.find(|open| open.settles.contains(&it.measure)) {
            return Some(Settles::Answer(open.question.clone()));
        }
        let money = it.balance.annual.money_eur.likely;
        let cost = it.balance.annual.total();
        let gain = it.balance.avoided.value + it.balance.bad_year_relief;
        let price_decides = gain > cost.low && gain < cost.high;
        let bought = it.tier.is_some_and(|level| level != TierLevel::Minimum);
        (bought && price_decides && money >= WORTH_AN_OFFER && money > 0.5 * cost.likely)
            .then_some(Settles::Price)
    }

    /// True where the measure would pay if nothing of the plan were done.
    fn would_pay_alone(&self, measure: &Measure, it: &Weighed) -> bool {
        let offers = self.scales.offers;
        let Some(level) = it.tier else { return false };
        let Some(tier) = measure.tier(level) else { return false };
        let mut with = offers.present.clone();
        with[it.place] = with[it.place].max(offers.terms.size.degree(&tier.degree));
        let gain = self.scales.value(&offers.present) - self.scales.value(&with);
        gain > it.balance.annual.total().likely
    }
}
