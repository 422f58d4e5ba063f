//! One report from content, answers and a day.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use super::ageing::{AgeingFacts, ageing};
use super::annex::{AnsweredTopic, UsedSource, answered, unknown_questions, used_sources};
use super::assumptions::{Assumption, assumptions};
use super::coverage::{Coverage, coverage};
use super::now::Now;
use super::phases::{PhaseFacts, phases};
use super::provenance::{Provenance, provenance};
use super::risk::{RiskFacts, ScenarioFacts, risk_facts, scenario_facts};
use super::stress::{StressFacts, stress};
use super::topics::{TopicFacts, topics};
use crate::assessment::{Disagreement, OpenPoint, contradictions, disagreements, open_points};
use crate::decision::{Contradicted, Decision, Options, decide};
use crate::guidance::law::{bsig_applies, regimes};
use crate::guidance::views::{DinView, InsurerView, Status, din_view, insurer_view};
use crate::guidance::{Guidance, guide};
use crate::model::{
    Answers, Catalogue, Company, ContradictionId, Interval, Level, MeasureId, Posture, Question, QuestionId,
};
use crate::risk::{AnnualLoss, Draws, FirmModel, Line, Lived, ProfileFactors, Refusal, interval};

/// Everything a reader can be told about one firm on one day: numbers and ids, no sentences.
#[derive(Clone, Debug)]
pub struct Report {
    /// What it was made from.
    pub provenance: Provenance,
    /// The answers that count.
    pub answers: Answers,
    /// Ticked digitalisation items and the level they give.
    pub digitalisation: (u32, Level),
    /// How much was answered.
    pub coverage: Coverage,
    /// What is open, by who could close it.
    pub open_points: Vec<OpenPoint>,
    /// Answers that do not fit together and were kept.
    pub contradictions: Vec<ContradictionId>,
    /// Questions on which people gave different answers.
    pub disagreements: Vec<Disagreement>,
    /// Degree of every measure.
    pub posture: Posture,
    /// Money that can be spent on a damage, euros.
    pub reserve_eur: f64,
    /// Planning horizon, years.
    pub horizon_years: u32,
    /// Highest bearable probability a year of a loss above the reserve.
    pub tolerable_ruin: f64,
    /// The firm's scenarios as the distribution saw them.
    pub lines: Vec<Line>,
    /// Coefficient of variation of the common threat climate.
    pub climate_cv: f64,
    /// The risk today.
    pub today: RiskFacts,
    /// The risk with the plan in place.
    pub with_plan: RiskFacts,
    /// What firms like this lose on average a year, euros.
    pub peers_annual_loss: f64,
    /// The factors between the reference firm and this one, in catalogue order.
    pub profile: Vec<ProfileFactors>,
    /// What the firm has lived through, as far as it said, and what that does to its frequencies.
    pub lived: Vec<Lived>,
    /// Turnover that is used and that is usual, euros a year; points of digitalisation, and what they count against.
    pub profile_figures: ProfileFigures,
    /// Half of the width of the range that answers could still narrow, as a factor each way.
    pub range_from_answers: f64,
    /// Whether the advice holds in a harsher world.
    pub stress: Vec<StressFacts>,
    /// Scenarios, the most expensive first.
    pub scenarios: Vec<ScenarioFacts>,
    /// What to do.
    pub decision: Decision,
    /// How far the firm is, by topic.
    pub topics: Vec<TopicFacts>,
    /// How far it is before, while and after something happens.
    pub phases: Vec<PhaseFacts>,
    /// Points of DIN SPEC 27076.
    pub din: DinView,
    /// Usual duties of insurers.
    pub insurer: InsurerView,
    /// What helps beyond the figures.
    pub guidance: Guidance,
    /// What has worn off, and what comes up when.
    pub ageing: AgeingFacts,
    /// What was assumed and what the firm gave itself.
    pub assumptions: Vec<Assumption>,
    /// Every answer, by topic.
    pub answered: Vec<AnsweredTopic>,
    /// Answers whose questions this content does not know.
    pub unknown_questions: Vec<QuestionId>,
    /// Sources behind the figures.
    pub sources: Vec<UsedSource>,
}

/// Share of the expected loss from which wear is told (judgement).
const WORTH_TELLING: f64 = 0.01;

impl Report {
    /// True where a loss above the reserve is no likelier than the owner can bear.
    pub fn is_bearable_today(&self) -> bool {
        self.today.above_reserve <= self.tolerable_ruin
    }

    /// The same with the plan in place.
    pub fn is_bearable_with_plan(&self) -> bool {
        self.with_plan.above_reserve <= self.tolerable_ruin
    }

    /// True where enough has worn off to be told; less is smaller than its range by far.
    pub fn has_worn(&self) -> bool {
        self.ageing.renewing_eur >= WORTH_TELLING * self.today.expected_annual_loss.value
            && !self.ageing.worn.is_empty()
    }

    /// True where too little was answered for a decision: below a number of answers or a share of the questions that
    /// apply, whichever is fewer. Not knowing is no answer.
    pub fn is_draft(&self, catalogue: &Catalogue) -> bool {
        self.coverage.known() < self.enough_answers(catalogue)
    }

    /// Answers from which a decision can be taken.
    pub fn enough_answers(&self, catalogue: &Catalogue) -> usize {
        let ladder = &catalogue.ladder;
        let enough = ladder.draft_answers.min(ladder.draft_share * self.coverage.asked as f64);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of questions")]
        let enough = enough.ceil().max(0.0) as usize;
        enough
    }

    /// Day by which the road map has a measure done; none where it is no step of the first year.
    pub fn due_day(&self, measure: &MeasureId) -> Option<Date> {
        let day = self.decision.roadmap.day_of(measure).filter(|it| *it <= 365.0)?;
        #[expect(clippy::cast_possible_truncation, reason = "at most a year")]
        let days = day.ceil() as i64;
        self.provenance.date.checked_add(days.days()).ok()
    }

    /// What the plan takes off the expected loss a year, euros.
    pub fn avoided_by_plan(&self) -> Interval {
        let (now, then) = (self.today.expected_annual_loss, self.with_plan.expected_annual_loss);
        Interval { value: now.value - then.value, low: now.low - then.low, high: now.high - then.high }
    }
}

/// Reckons everything for one firm.
///
/// # Errors
///
/// Refused where the inputs lie outside what the distribution can be computed for, which resolved content and
/// answers do not reach.
pub fn build(catalogue: &Catalogue, given: &Answers, options: &Options) -> Result<Report, Refusal> {
    let catalogue = &*options.applied_to(catalogue);
    let date: Date = options.date;
    let Now { answers, posture, degrees, firm, loss: loss_today, tolerable_ruin } =
        Now::of(catalogue, given, date)?;
    // Whether the BSI Act binds the firm is found in its answers; a caller may say so too.
    let bsig_applies = options.bsig_applies || bsig_applies(catalogue, &answers);
    let insurer = insurer_view(catalogue, &answers);
    let contradicted = contradicted(catalogue, &insurer);
    let regimes = regimes(catalogue, &answers);
    let options = Options { bsig_applies, regimes, contradicted, ..options.clone() };
    let decision = decide(catalogue, &answers, &posture, &firm, &options)?;
    let loss_with_plan = firm.annual_loss(&decision.plan.degrees)?;
    let company = &answers.company;
    let draws = firm.draws(&posture, options.draws.unwrap_or(firm.usual_draws()));
    let limits = (tolerable_ruin, &catalogue.calibration.bearing.value);
    let facts = |loss: &AnnualLoss, degrees: &[f64]| {
        let tails = draws.tails(degrees, loss, tolerable_ruin);
        let under_draws = draws.expected_annual_losses(degrees);
        let expected = interval(firm.expected_annual_loss(degrees), under_draws);
        risk_facts(&firm, loss, expected, tails, limits)
    };
    let (today, with_plan) = (facts(&loss_today, &degrees), facts(&loss_with_plan, &decision.plan.degrees));
    let stress = stress(catalogue, &firm, &decision, &degrees)?;
    let from_answers = from_answers(&firm, &posture, &draws);
    let is_bearable = today.above_reserve <= tolerable_ruin;
    Ok(Report {
        provenance: provenance(catalogue, given, date),
        digitalisation: (catalogue.digital_score(company), catalogue.level(company)),
        coverage: coverage(catalogue, &answers),
        open_points: open_points(catalogue, &answers),
        contradictions: contradictions(catalogue, &answers).into_iter().map(|it| it.id.clone()).collect(),
        disagreements: disagreements(catalogue, &answers),
        reserve_eur: firm.reserve_eur(),
        horizon_years: firm.horizon_years(),
        tolerable_ruin,
        ageing: ageing(catalogue, &answers, &firm, &degrees, date, is_bearable, &decision),
        lines: firm.lines(&degrees),
        climate_cv: firm.climate_cv(),
        peers_annual_loss: peers_annual_loss(catalogue, company, &firm),
        profile: firm.profile_factors(),
        lived: firm.lived().to_vec(),
        profile_figures: ProfileFigures {
            turnover_used: catalogue.turnover(company),
            turnover_usual: catalogue.usual_turnover(company),
            points: catalogue.points(company),
            points_counted_against: firm.points_counted_against(),
        },
        range_from_answers: from_answers,
        stress,
        scenarios: scenario_facts(&firm, &loss_today, &posture, &decision.plan.degrees),
        topics: topics(catalogue, &answers, &posture),
        phases: phases(catalogue, &posture, &decision),
        din: din_view(catalogue, &answers),
        guidance: guide(catalogue, &answers, &posture, &firm, &decision, date),
        assumptions: assumptions(catalogue, &answers, &firm, &options),
        answered: answered(catalogue, given),
        unknown_questions: unknown_questions(catalogue, given),
        sources: used_sources(catalogue),
        insurer,
        today,
        with_plan,
        decision,
        posture,
        answers,
    })
}

/// What firms like this lose: of them nobody knows what they have lived through.
fn peers_annual_loss(catalogue: &Catalogue, company: &Company, firm: &FirmModel) -> f64 {
    if company.past_incidents.is_empty() {
        return firm.expected_annual_loss(firm.average_degrees());
    }
    let peers = FirmModel::new(catalogue, &Company { past_incidents: BTreeMap::new(), ..company.clone() });
    peers.expected_annual_loss(peers.average_degrees())
}

/// What a firm is held against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProfileFigures {
    /// Turnover that is used, euros a year.
    pub turnover_used: f64,
    /// Turnover usual in the trade at that size, euros a year.
    pub turnover_usual: f64,
    /// Points of digitalisation, open items by their share.
    pub points: f64,
    /// Points that they count against.
    pub points_counted_against: f64,
}

/// How far the expected loss is open because of degrees that are not known, as a factor each way: what answers and evidence
/// could still narrow.
fn from_answers(firm: &FirmModel, posture: &Posture, draws: &Draws) -> f64 {
    let degrees = posture.expected();
    let range = interval(firm.expected_annual_loss(&degrees), draws.under_degrees_alone());
    libm::sqrt(range.high / range.low.max(f64::MIN_POSITIVE))
}

/// Usual duties of insurers that the answers contradict, with the measures those answers are about.
fn contradicted(catalogue: &Catalogue, view: &InsurerView) -> Vec<Contradicted> {
    let broken = view.duties.iter().filter(|(_, status, _)| *status == Status::NotMet);
    broken
        .map(|(duty, _, checks)| {
            let questions = checks.iter().filter(|it| it.status == Status::NotMet);
            let questions = questions.filter_map(|it| catalogue.question(&it.question));
            let mut measures: Vec<_> =
                questions.flat_map(Question::informs).map(|it| it.measure.clone()).collect();
            measures.sort();
            measures.dedup();
            Contradicted { duty: duty.as_str().to_owned(), measures }
        })
        .collect()
}
