//! Insurance on the distribution: what it takes off the bad years, what it leaves, what it costs.

use super::cost::{Annual, Price};
use super::offers::{Offers, SAME};
use super::outlook::Outlook;
use crate::model::{Answers, BundleId, Catalogue, Estimate, MeasureId, PolicyTerms};
use crate::risk::{Cover, FirmModel, Refusal, Request};

/// A policy judged with the plan in place.
#[derive(Clone, Debug, PartialEq)]
pub struct InsuranceView {
    /// Whose terms were judged.
    pub basis: PolicyBasis,
    /// True where the policy is in force already.
    pub in_force: bool,
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
    /// What it takes off the price of bad years, euros a year.
    pub bad_year_relief: f64,
    /// Usual duties before a loss that the answers of today do not meet: until they are, do not count on it.
    pub open_duties: Vec<MeasureId>,
    /// Those that the plan does not meet either.
    pub open_after_plan: Vec<MeasureId>,
    /// Usual duties that the answers contradict, as content names them.
    pub contradicted: Vec<String>,
    /// Those of them that no measure of the plan mends.
    pub contradicted_after_plan: Vec<String>,
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
    fn is_mended(&self, offers: &Offers, planned: &[f64]) -> bool {
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

    /// True where the policy may be counted on once the plan is done.
    pub fn counts_with_plan(&self) -> bool {
        self.open_after_plan.is_empty() && self.contradicted_after_plan.is_empty()
    }
}

/// Judges the firm's offer, else a policy on usual terms; none where the catalogue knows no policy.
pub fn insurance(
    answers: &Answers,
    offers: &Offers,
    firm: &FirmModel,
    planned: &[f64],
    without: &Outlook,
    loading: f64,
    contradicted: &[Contradicted],
) -> Result<Option<InsuranceView>, Refusal> {
    let catalogue = offers.catalogue;
    let usual = catalogue.bundles.iter().find_map(|it| Some((it, it.policy.as_ref()?)));
    let Some((bundle, policy)) = usual else { return Ok(None) };
    let size = offers.terms.size;
    let usual_price = Price::of_bundle(bundle, &offers.terms).annual(&offers.terms);
    let (basis, in_force, annual, deductible_eur, limit_eur) = if let Some(own) = &answers.insurance {
        let annual = Annual { money_eur: Estimate::exactly(own.premium_eur), ..usual_price };
        (PolicyBasis::Own, own.in_force, annual, own.deductible_eur, own.limit_eur)
    } else {
        let basis = PolicyBasis::Usual(bundle.id.clone());
        let (deductible, limit) = (size.policy(&policy.deductible_eur), size.policy(&policy.limit_eur));
        (basis, false, usual_price, deductible, limit)
    };
    let covers = covers(catalogue, policy, deductible_eur, limit_eur);
    let request = Request::in_short(firm.reserve_eur());
    let loss = firm.annual_loss_under(planned, &covers, &request)?;
    let with = Outlook::from(&loss, firm.reserve_eur(), firm.horizon_years());
    let pays_on_average = without.expected - with.expected;
    let bad_year_relief = without.valued(loading) - with.valued(loading) - pays_on_average;
    Ok(Some(InsuranceView {
        basis,
        in_force,
        annual,
        deductible_eur,
        limit_eur,
        pays_on_average,
        without: *without,
        with,
        bad_year_relief,
        open_duties: open_duties(offers, &offers.present),
        open_after_plan: open_duties(offers, planned),
        contradicted: contradicted.iter().map(|it| it.duty.clone()).collect(),
        contradicted_after_plan: contradicted
            .iter()
            .filter(|it| !it.is_mended(offers, planned))
            .map(|it| it.duty.clone())
            .collect(),
    }))
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
fn open_duties(offers: &Offers, degrees: &[f64]) -> Vec<MeasureId> {
    let measures = offers.catalogue.measures.iter().enumerate();
    let open = measures.filter(|(at, measure)| {
        measure.duties.insurer && offers.unit_of[*at].is_some() && offers.lacks_first(*at, degrees)
    });
    open.map(|(_, measure)| measure.id.clone()).collect()
}
