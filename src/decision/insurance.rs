//! Insurance on the distribution: what it takes off the bad years, what it leaves, what it costs, what sum fits.

use super::cost::{Annual, Price};
use super::offers::{Offers, SAME};
use super::outlook::Outlook;
use crate::model::{
    Answer, Answers, BundleId, Catalogue, Company, Estimate, MeasureId, MeasureRole, OptionId, PolicyTerms,
    QuestionId,
};
use crate::risk::{Cover, FirmModel, Line, Refusal, Request};

/// A policy: the firm's own, or one on usual terms.
#[derive(Clone, Debug)]
pub(super) struct Policy {
    pub basis: PolicyBasis,
    /// How it is known to be in force.
    pub recognised: Option<Recognised>,
    /// Premium and own hours a year.
    pub annual: Annual,
    pub deductible_eur: f64,
    pub limit_eur: f64,
    /// What it pays, one per scenario.
    pub covers: Vec<Cover>,
}

/// How a policy is known to be in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recognised {
    /// The answers file gives its terms.
    Terms,
    /// An answer says so; terms are assumed to be usual.
    Answer {
        /// The question.
        question: QuestionId,
        /// The option chosen.
        option: OptionId,
    },
}

/// A policy in force, as the file or an answer says.
pub fn policy_in_force(catalogue: &Catalogue, answers: &Answers) -> Option<Recognised> {
    if answers.insurance.as_ref().is_some_and(|it| it.in_force) {
        return Some(Recognised::Terms);
    }
    let transfer = catalogue.measures.iter().find(|it| it.role == MeasureRole::Transfer)?;
    let size = catalogue.firm_size(&answers.company);
    let least = size.degree(&transfer.tiers.first()?.degree);
    catalogue.questions.iter().find_map(|question| {
        let Answer::Chosen(chosen) = answers.records.get(&question.id)?.best(question) else { return None };
        let degree = question.option(chosen)?.degree(&transfer.id, &size)?;
        let (question, option) = (question.id.clone(), chosen.clone());
        (degree >= least - SAME).then_some(Recognised::Answer { question, option })
    })
}

impl Policy {
    /// The firm's own policy or offer, else one on usual terms; none where the catalogue knows no policy.
    pub fn new(answers: &Answers, offers: &Offers, firm: &FirmModel) -> Option<Self> {
        let catalogue = offers.catalogue;
        let (bundle, usual) = catalogue.bundles.iter().find_map(|it| Some((it, it.policy.as_ref()?)))?;
        let size = &offers.terms.size;
        let usual_price = Price::of_bundle(bundle, &offers.terms).annual(&offers.terms);
        let recognised = policy_in_force(catalogue, answers);
        if let Some(own) = &answers.insurance {
            let covers = covers(catalogue, usual, own.deductible_eur, own.limit_eur);
            return Some(Self {
                basis: PolicyBasis::Own,
                recognised,
                annual: Annual { money_eur: Estimate::exactly(own.premium_eur), ..usual_price },
                deductible_eur: own.deductible_eur,
                limit_eur: own.limit_eur,
                covers,
            });
        }
        let (deductible_eur, limit_eur) = (size.policy(&usual.deductible_eur), size.policy(&usual.limit_eur));
        let covers = covers(catalogue, usual, deductible_eur, limit_eur);
        let factor = premium_factor(catalogue, answers, firm, &covers);
        let least = catalogue.ladder.least_premium_eur;
        let premium = |eur: f64| (eur * factor).max(least);
        let money = usual_price.money_eur;
        let money_eur =
            Estimate { low: premium(money.low), likely: premium(money.likely), high: premium(money.high) };
        Some(Self {
            basis: PolicyBasis::Usual(bundle.id.clone()),
            recognised,
            annual: Annual { money_eur, ..usual_price },
            deductible_eur,
            limit_eur,
            covers,
        })
    }

    pub fn is_in_force(&self) -> bool {
        self.recognised.is_some()
    }

    /// The year at these degrees with the policy; premium not included.
    pub fn outlook(&self, firm: &FirmModel, degrees: &[f64]) -> Result<Outlook, Refusal> {
        let request = Request::in_short(firm.reserve_eur());
        let loss = firm.annual_loss_under(degrees, &self.covers, &request)?;
        Ok(Outlook::from(&loss, firm.reserve_eur(), firm.horizon_years()))
    }
}

/// True where a policy may be counted on at these degrees: nothing that insurers usually demand is missing or contradicted.
pub(super) fn counts(offers: &Offers, degrees: &[f64], contradicted: &[Contradicted]) -> bool {
    open_duties(offers, degrees).is_empty() && contradicted.iter().all(|it| it.is_mended(offers, degrees))
}

/// How the premium of a firm differs from the catalogue's, which knows only its size: by what is paid to it on average over
/// what is paid to a firm of that size in the mean of all trades, both with average protection.
fn premium_factor(catalogue: &Catalogue, answers: &Answers, firm: &FirmModel, covers: &[Cover]) -> f64 {
    let typical = catalogue.ladder.typical_people;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "numbers of people")]
    let people = [typical.low, typical.likely, typical.high].map(|it| it as u32);
    let of_size = people
        .into_iter()
        .find(|it| Company::new(answers.company.segment.clone(), *it).size() == answers.company.size());
    let usual: f64 = catalogue
        .segments
        .iter()
        .map(|it| {
            let company = Company::new(it.id.clone(), of_size.unwrap_or(answers.company.employees));
            paid_at_average(&FirmModel::new(catalogue, &company), covers)
        })
        .sum::<f64>()
        / catalogue.segments.len().max(1) as f64;
    let own = paid_at_average(firm, covers);
    if usual > 0.0 && own > 0.0 { libm::pow(own / usual, catalogue.ladder.premium_power) } else { 1.0 }
}

/// What a policy pays on average a year to a firm with average protection, euros.
fn paid_at_average(firm: &FirmModel, covers: &[Cover]) -> f64 {
    firm.lines(firm.average_degrees()).iter().zip(covers).map(|(line, cover)| paid(line, cover)).sum()
}

/// What a policy pays on average a year for one scenario, euros: `share * (E[min(X, to)] - E[min(X, from)])`.
fn paid(line: &Line, cover: &Cover) -> f64 {
    if cover.share <= 0.0 {
        return 0.0;
    }
    let (from, to) = (cover.deductible / cover.share, (cover.deductible + cover.limit) / cover.share);
    line.frequency * cover.share * (line.limited_mean(to) - line.limited_mean(from))
}

/// A policy judged at the degrees of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct InsuranceView {
    /// Whose terms were judged.
    pub basis: PolicyBasis,
    /// True where the policy is in force already.
    pub in_force: bool,
    /// How that is known.
    pub recognised: Option<Recognised>,
    /// Premium and own hours a year.
    pub annual: Annual,
    /// Euros per event that the firm keeps.
    pub deductible_eur: f64,
    /// Euros per event that are paid at most.
    pub limit_eur: f64,
    /// What it pays on average, euros a year.
    pub pays_on_average: f64,
    /// The year with the plan, uninsured.
    pub without: Outlook,
    /// The year with the plan and the policy; premium not included.
    pub with: Outlook,
    /// The year of today with the policy.
    pub with_today: Outlook,
    /// What it takes off the price of bad years, euros a year.
    pub bad_year_relief: f64,
    /// The sum that fits.
    pub sum_insured: SumInsured,
    /// Usual duties before a loss that the answers of today do not meet: until they are, do not count on it.
    pub open_duties: Vec<MeasureId>,
    /// Those that the plan does not meet either.
    pub open_after_plan: Vec<MeasureId>,
    /// Usual duties that the answers contradict, as content names them.
    pub contradicted: Vec<String>,
    /// Those of them that no measure of the plan mends.
    pub contradicted_after_plan: Vec<String>,
}

/// A sum insured per event, euros.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SumInsured {
    /// The round sum that covers the larger of the other two.
    pub suggested: f64,
    /// What the insured part of an event exceeds once in 200 years.
    pub one_in_200: f64,
    /// What nineteen of twenty insured events above the deductible stay below.
    pub nineteen_of_twenty: f64,
}

/// A usual duty before a loss that the answers contradict (found by `guidance`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradicted {
    /// The duty, as content names it.
    pub duty: String,
    /// Measures that the contradicting answers inform.
    pub measures: Vec<MeasureId>,
}

impl Contradicted {
    /// True where the plan raises a measure that the duty is about.
    pub(super) fn is_mended(&self, offers: &Offers, planned: &[f64]) -> bool {
        let places = self.measures.iter().filter_map(|it| offers.catalogue.measure_index(it));
        places.into_iter().any(|it| planned[it] > offers.present[it] + SAME)
    }
}

/// Whose terms were judged.
#[derive(Clone, Debug, PartialEq)]
pub enum PolicyBasis {
    /// The firm's own offer or policy.
    Own,
    /// Usual terms of such policies.
    Usual(BundleId),
}

impl InsuranceView {
    /// What the policy costs beyond what it pays on average, euros a year.
    pub fn net_price(&self) -> f64 {
        self.annual.total().likely - self.pays_on_average
    }

    /// Net price less what it takes off the price of bad years: negative where the policy pays.
    pub fn net_cost(&self) -> f64 {
        self.net_price() - self.bad_year_relief
    }

    /// True where the policy is worth its price.
    pub fn is_worth_its_price(&self) -> bool {
        self.net_cost() < 0.0
    }

    /// True where the policy may be counted on as the firm is today.
    pub fn counts_today(&self) -> bool {
        self.open_duties.is_empty() && self.contradicted.is_empty()
    }

    /// True where the policy may be counted on once the plan is done.
    pub fn counts_with_plan(&self) -> bool {
        self.open_after_plan.is_empty() && self.contradicted_after_plan.is_empty()
    }
}

/// Judges a policy at the degrees of a plan.
pub(super) fn judged(
    policy: &Policy,
    offers: &Offers,
    firm: &FirmModel,
    planned: &[f64],
    without: &Outlook,
    loading: f64,
    contradicted: &[Contradicted],
) -> Result<InsuranceView, Refusal> {
    let with = policy.outlook(firm, planned)?;
    let pays_on_average = without.expected - with.expected;
    let left = contradicted.iter().filter(|it| !it.is_mended(offers, planned));
    Ok(InsuranceView {
        basis: policy.basis.clone(),
        in_force: policy.is_in_force(),
        recognised: policy.recognised.clone(),
        annual: policy.annual,
        deductible_eur: policy.deductible_eur,
        limit_eur: policy.limit_eur,
        pays_on_average,
        without: *without,
        with,
        with_today: policy.outlook(firm, &offers.present)?,
        bad_year_relief: without.valued(loading) - with.valued(loading) - pays_on_average,
        sum_insured: sum_insured(&firm.lines(&offers.present), &policy.covers),
        open_duties: open_duties(offers, &offers.present),
        open_after_plan: open_duties(offers, planned),
        contradicted: contradicted.iter().map(|it| it.duty.clone()).collect(),
        contradicted_after_plan: left.map(|it| it.duty.clone()).collect(),
    })
}

/// Sums that policies are sold with, euros.
const SUMS: [f64; 8] = [50_000.0, 100_000.0, 250_000.0, 500_000.0, 1e6, 2e6, 5e6, 1e7];

/// The sum insured that fits: large enough for nineteen of twenty insured events above the deductible and for all but one
/// year in two hundred.
fn sum_insured(lines: &[Line], covers: &[Cover]) -> SumInsured {
    let above = |sum: f64| -> f64 {
        let each = lines.iter().zip(covers).filter(|it| it.1.share > 0.0).map(|(line, cover)| {
            line.frequency * line.probability_above((sum + cover.deductible) / cover.share)
        });
        each.sum()
    };
    let exceeded_by = |events: f64| {
        let (mut low, mut high) = (1.0, SUMS[SUMS.len() - 1]);
        for _ in 0..60 {
            let middle = libm::sqrt(low * high);
            if above(middle) > events { low = middle } else { high = middle }
        }
        libm::sqrt(low * high)
    };
    let (one_in_200, nineteen_of_twenty) = (exceeded_by(0.005), exceeded_by(0.05 * above(0.0)));
    let wanted = f64::max(one_in_200, nineteen_of_twenty);
    let suggested = SUMS.into_iter().find(|it| *it >= wanted).unwrap_or(SUMS[SUMS.len() - 1]);
    SumInsured { suggested, one_in_200, nineteen_of_twenty }
}

/// One cover per scenario: the insured share of those the policy names, nothing of the others.
fn covers(catalogue: &Catalogue, policy: &PolicyTerms, deductible: f64, limit: f64) -> Vec<Cover> {
    let cover = |scenario: &crate::model::Scenario| {
        let named = policy.covers.contains(&scenario.id);
        let share = if named { scenario.insured_share.value.likely } else { 0.0 };
        Cover { share, deductible, limit }
    };
    catalogue.scenarios.iter().map(cover).collect()
}

/// Measures that insurers usually demand and that are below their first tier at these degrees.
pub(super) fn open_duties(offers: &Offers, degrees: &[f64]) -> Vec<MeasureId> {
    let measures = offers.catalogue.measures.iter().enumerate();
    let open = measures.filter(|(at, measure)| {
        measure.duties.insurer && offers.unit_of[*at].is_some() && offers.lacks_first(*at, degrees)
    });
    open.map(|(_, measure)| measure.id.clone()).collect()
}
