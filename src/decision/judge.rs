//! One verdict per measure, from its rung, the duties and what management has decided.

use jiff::ToSpan;
use jiff::civil::Date;

use super::advice::{Advice, InsuranceOutcome, Reason, Settles};
use super::balance::{Weighed, WeighedBundle};
use super::decide::Options;
use super::demands::Demand;
use super::gaps::{Because, Gaps, OpenGap};
use super::if_left::{IfLeft, Leaver};
use super::information::OpenQuestion;
use super::insurance::InsuranceView;
use super::ladder::{Ladder, Limited};
use super::offers::SAME;
use super::weigh::Scales;
use crate::model::{
    Answers, Catalogue, Class, Measure, MeasureId, MeasureRole, RungId, TakenDecision, TierLevel, Verdict,
};
use crate::risk::Refusal;

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
    /// How things stand with it.
    pub status: Status,
    /// The first rung that raises it.
    pub rung: Option<RungId>,
    /// What law or contract asks, where anything does.
    pub duty: Option<Demand>,
    /// Its share of what the plan takes off (Shapley, rung by rung), euros a year; zero where the plan does not raise it.
    pub shapley: f64,
    /// What happens if it is left out; for what is not in the plan, what it would keep away.
    pub if_left: Option<IfLeft>,
    /// What management decided, where it did.
    pub taken: Option<TakenDecision>,
    /// When a risk that is borne is looked at again.
    pub review: Option<Date>,
}

/// How things stand with a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Something could still be bought.
    Open,
    /// It is there and is kept up.
    Maintain,
    /// Its risk is borne in writing.
    Accepted,
    /// Management has decided to do it.
    Decided,
    /// A written acceptance is past its day.
    Lapsed,
}

impl Status {
    /// The word used in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Maintain => "maintain",
            Self::Accepted => "accepted",
            Self::Decided => "decided",
            Self::Lapsed => "lapsed",
        }
    }
}

/// Share of the draws from which something counts as paying (`docs/method.md`).
const SURE: f64 = 0.8;
/// Share of the draws up to which something counts as not paying.
const UNLIKELY: f64 = 0.2;
/// Money a year from which it is worth asking for an offer before deciding, euros.
const WORTH_AN_OFFER: f64 = 300.0;

pub(super) struct Judge<'a> {
    pub catalogue: &'a Catalogue,
    pub answers: &'a Answers,
    pub options: &'a Options,
    pub scales: &'a Scales<'a>,
    pub ladder: &'a Ladder,
    pub gaps: &'a Gaps,
    /// Shapley shares of the plan, rung by rung.
    pub shapley: &'a [(usize, f64)],
    pub leaver: &'a Leaver<'a>,
    pub insurance: Option<(&'a InsuranceView, InsuranceOutcome)>,
    pub open_questions: &'a [OpenQuestion],
    pub bundles: &'a [WeighedBundle],
}

impl Judge<'_> {
    /// The verdict on a measure with its numbers; none where it has no place in this firm.
    pub fn judge(&self, place: usize, weighed: Option<Weighed>) -> Result<Option<Judged>, Refusal> {
        let measure = &self.catalogue.measures[place];
        let level = self.catalogue.level(&self.answers.company);
        // What can be bought is judged, also where only an answer or a bundle brought it in.
        if weighed.is_none() && !measure.when.holds_for(&self.answers.company, level) {
            return Ok(None);
        }
        let found = match &weighed {
            Some(weighed) => Some(self.weighed(measure, weighed)),
            None if measure.class == Class::Assessment => Some((Advice::Informs, Reason::NoOwnEffect)),
            None if measure.role == MeasureRole::Transfer => self.transfer(),
            None => None,
        };
        let Some((advice, reason)) = found else { return Ok(None) };
        let taken = self.answers.decisions.get(&measure.id).cloned();
        // An accepted risk past its review date is open again: the figures speak, what was taken stays on record.
        let standing = taken.as_ref().filter(|it| !it.has_lapsed(self.options.date));
        let status = self.status(taken.as_ref(), weighed.as_ref());
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
        let if_left = match &weighed {
            Some(it) => self.if_left(it)?,
            None => None,
        };
        Ok(Some(Judged {
            rung: self.ladder.rung_of(&measure.id),
            duty: self.demand(place),
            weighed,
            measure: measure.id.clone(),
            advice,
            reason,
            status,
            shapley,
            if_left,
            taken,
            review,
        }))
    }

    fn status(&self, taken: Option<&TakenDecision>, weighed: Option<&Weighed>) -> Status {
        let is_there = weighed.is_none_or(|it| it.tier.is_none() && !it.in_plan);
        match taken {
            Some(it) if it.has_lapsed(self.options.date) => Status::Lapsed,
            Some(it) if it.verdict == Verdict::Accept => Status::Accepted,
            Some(_) if !is_there => Status::Decided,
            _ if is_there => Status::Maintain,
            _ => Status::Open,
        }
    }

    /// What the plan's measure keeps away; what any other would at the next tier, or at the first where it is accepted.
    fn if_left(&self, it: &Weighed) -> Result<Option<IfLeft>, Refusal> {
        let offers = self.scales.offers;
        if it.in_plan {
            return self.leaver.leave(it.place, it.target, it.today);
        }
        let measure = &self.catalogue.measures[it.place];
        let level = it.tier.or_else(|| measure.tiers.first().map(|it| it.level));
        let degree = level.and_then(|level| offers.degree(it.place, level));
        match degree.filter(|degree| *degree > it.today + SAME) {
            Some(degree) => self.leaver.leave(it.place, degree, it.today),
            None => Ok(None),
        }
    }

    fn demand(&self, place: usize) -> Option<Demand> {
        let gap = self.gaps.open.iter().chain(&self.gaps.accepted).find(|it| it.place == place)?;
        match gap.because {
            Because::Demanded(demand) => Some(demand),
            _ => None,
        }
    }

    /// The measure that is insurance itself.
    fn transfer(&self) -> Option<(Advice, Reason)> {
        let (view, outcome) = self.insurance?;
        if view.in_force {
            return Some((Advice::InPlace, Reason::Present));
        }
        let reason = Reason::Insurance {
            outcome,
            net_price_eur: view.net_price(),
            without: view.without.ruin,
            with: view.with.ruin,
        };
        let is_taken = self.ladder.followed().premium_eur > 0.0;
        let is_worth_it = matches!(outcome, InsuranceOutcome::WorthItsPrice);
        Some((if is_taken || is_worth_it { Advice::Insure } else { Advice::Bear }, reason))
    }

    fn weighed(&self, measure: &Measure, it: &Weighed) -> (Advice, Reason) {
        if it.tier.is_none() && !it.in_plan {
            return (Advice::InPlace, Reason::Present);
        }
        let gap = self.gaps.open.iter().find(|gap| gap.place == it.place);
        if let Some(by) = self.demand(it.place).filter(|_| it.in_plan) {
            return (Advice::Duty, Reason::Demanded { by });
        }
        if it.in_plan { self.planned(it, gap) } else { self.left_out(measure, it, gap) }
    }

    /// A measure of the plan.
    fn planned(&self, it: &Weighed, gap: Option<&OpenGap>) -> (Advice, Reason) {
        let short_eur = (-it.balance.net_benefit.value).max(0.0);
        if let Some(gap) = gap {
            let because = match &gap.because {
                Because::Degree { of } => of.clone(),
                _ => None,
            };
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
        if self.ladder.rung_of(&it.measure) == Some(RungId::Reserve) {
            let with = self.scales.outlook().ruin;
            let without = with + it.balance.ruin_relief;
            return (Advice::Survival, Reason::KeepsReserve { without, with, short_eur });
        }
        let share = it.balance.share_pays_with_bad_years;
        if share >= SURE {
            return (Advice::Do, Reason::PaysForBadYears { share, short_eur });
        }
        if it.balance.net_with_bad_years() < 0.0 {
            if self.answers.decisions.contains_key(&it.measure) {
                // In the plan only because management wants it: what the figures say is something else.
                let short_eur = -it.balance.net_with_bad_years();
                return (Advice::Bear, Reason::CostsMore { short_eur, share });
            }
            return (Advice::Do, Reason::PaysTogether { with: self.partner(it.place) });
        }
        (Advice::Do, Reason::PaysOnBalance { share })
    }

    /// The measure of the plan that leans on another, else one on which it leans itself.
    fn partner(&self, place: usize) -> Option<MeasureId> {
        let (offers, degrees) = (self.scales.offers, self.scales.degrees());
        let id = &self.catalogue.measures[place].id;
        let is_raised = |it: usize| degrees[it] > offers.present[it] + SAME;
        let leaning = (0..degrees.len())
            .filter(|it| is_raised(*it))
            .find(|it| self.catalogue.measures[*it].prerequisites.iter().any(|it| &it.measure == id));
        let own = &self.catalogue.measures[place].prerequisites;
        let carrying = || {
            own.iter().filter_map(|it| self.catalogue.measure_index(&it.measure)).find(|it| is_raised(*it))
        };
        leaning.or_else(carrying).map(|it| self.catalogue.measures[it].id.clone())
    }

    /// The bundle that a measure of the plan comes with, where it is not bought singly as well.
    fn bundle_of(&self, it: &Weighed) -> Option<&WeighedBundle> {
        let offers = self.scales.offers;
        let unit = offers.unit_of[it.place]?;
        let single = offers.bought(self.scales.plan, unit).is_some_and(|own| own.measure == it.place);
        let via = it.via.as_ref().filter(|_| !single)?;
        self.bundles.iter().find(|bundle| &bundle.bundle == via)
    }

    /// A measure that the plan leaves out.
    fn left_out(&self, measure: &Measure, it: &Weighed, gap: Option<&OpenGap>) -> (Advice, Reason) {
        let limited = self.ladder.limited.as_ref();
        if gap.is_some() && limited.is_some() {
            return (Advice::RecognisedMinimum, Reason::MinimumBeyondBudget);
        }
        if let Some(gap) = gap {
            // The firm has chosen a rung below the standard.
            let because = match &gap.because {
                Because::Degree { of } => of.clone(),
                _ => None,
            };
            let short_eur = (-it.balance.net_benefit.value).max(0.0);
            return (Advice::RecognisedMinimum, Reason::MinimumAnyway { short_eur, because });
        }
        let net = it.balance.net_with_bad_years();
        let share = it.balance.share_pays_with_bad_years;
        let fell_out = |limited: &Limited| limited.left_out.iter().any(|left| left.0 == it.measure);
        if limited.is_some_and(fell_out) {
            return (Advice::Bear, Reason::BeyondBudget { net_eur: net.max(0.0) });
        }
        if share > UNLIKELY
            && let Some(settles) = self.settles(it)
        {
            return (Advice::ClarifyFirst, Reason::SignIsOpen { share, settles });
        }
        let offers = self.scales.offers;
        if measure.duties.with_renewal.contains(&self.answers.company.size()) {
            return (Advice::Enough, Reason::WithNextRenewal);
        }
        if !offers.lacks_first(it.place, &offers.present) {
            return (Advice::Enough, Reason::Enough { short_eur: (-net).max(0.0), degree: it.today });
        }
        if offers.is_basic(it.place, self.answers) {
            return (Advice::Enough, Reason::MostlyThere { short_eur: (-net).max(0.0) });
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
