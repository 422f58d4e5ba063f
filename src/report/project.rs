//! A planned project: the year as it is, with the project, and with what belongs to the project from the first day.

use jiff::civil::Date;

use super::what_if::{Then, as_it_is, with_change};
use crate::assessment::{Standings, in_effect};
use crate::decision::{Annual, Change, Offers, Outlook, changed, policy_in_force, terms};
use crate::guidance::views::din_view;
use crate::model::{Answers, Catalogue, Estimate, LawId, MeasureId, Project, ProjectId, QuestionId, TraitId};
use crate::risk::{Refusal, ScenarioFactor};

/// One measure that belongs to the project.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectMeasure {
    /// The measure.
    pub measure: MeasureId,
    /// Degree before the project starts, 0 to 1.
    pub today: f64,
    /// What the next step costs a year; none where nothing is left to do.
    pub step: Option<Annual>,
}

/// What a project changes before it is signed.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectFacts {
    /// The project.
    pub project: ProjectId,
    /// False where the firm has it already, as far as its traits say.
    pub is_new: bool,
    /// The year as it is.
    pub today: Outlook,
    /// The year with the project and the firm as it stands.
    pub bare: Outlook,
    /// Expected loss a year with the project, its factors at their low and at their high ends, euros.
    pub bare_range: (f64, f64),
    /// The year with the project and its measures from the first day.
    pub guarded: Outlook,
    /// What those measures cost a year.
    pub annual: Annual,
    /// The measures, in the order of the content.
    pub measures: Vec<ProjectMeasure>,
    /// Questions of the check that it opens.
    pub opened: Vec<QuestionId>,
    /// Points and maximum of DIN SPEC 27076 before and after.
    pub din: [(i32, i32); 2],
    /// Legal facts in force on the day of reckoning.
    pub laws: Vec<LawId>,
    /// True where a policy is in force: the insurer has to know.
    pub is_insured: bool,
    /// Highest bearable probability a year of a loss above the reserve.
    pub tolerable_ruin: f64,
}

impl ProjectFacts {
    /// What the measures take off the expected loss a year, euros.
    pub fn avoided_eur(&self) -> f64 {
        self.bare.expected - self.guarded.expected
    }

    /// What remains of the project in the expected loss a year, euros; below zero it lowers the risk.
    pub fn remaining_eur(&self) -> f64 {
        self.guarded.expected - self.today.expected
    }
}

/// Looks at a project.
pub fn project_facts(
    catalogue: &Catalogue,
    answers: &Answers,
    project: &Project,
    date: Date,
) -> Result<ProjectFacts, Refusal> {
    let level = catalogue.level(&answers.company);
    let then_answers = with_project(answers, project);
    let missing = newly_relevant(catalogue, answers, &then_answers, &project.measures);
    let [low, likely, high] =
        [factors(project, |it| it.low), factors(project, |it| it.likely), factors(project, |it| it.high)];
    let bare = |factors| Then { answers: &then_answers, factors, missing: &missing };
    let then = bare(&likely);
    let [low, high] = [bare(&low), bare(&high)].map(|it| {
        let (firm, _, posture) = it.firm(catalogue, date);
        firm.expected_annual_loss(&posture.expected())
    });
    let change =
        Change { with: project.measures.iter().map(|it| (it.clone(), None)).collect(), ..Change::default() };
    let (unguarded, _, _) = with_change(catalogue, &then, &Change::default(), date)?;
    let (guarded, annual, _) = with_change(catalogue, &then, &change, date)?;
    let din = [answers, &then_answers].map(|it| {
        let view = din_view(catalogue, &in_effect(catalogue, it));
        (view.points, view.maximum)
    });
    let in_force = |id: &&LawId| {
        catalogue.knowledge.law(id).is_some_and(|it| {
            it.valid_from.is_none_or(|from| from <= date) && it.valid_until.is_none_or(|until| date <= until)
        })
    };
    Ok(ProjectFacts {
        project: project.id.clone(),
        is_new: project.when.holds_for(&answers.company, level),
        today: as_it_is(catalogue, answers, date)?,
        bare: unguarded,
        bare_range: (low, high),
        guarded,
        annual,
        measures: measures(catalogue, &then, project, date),
        opened: opened(catalogue, answers, &then_answers),
        din,
        laws: project.laws.iter().filter(in_force).cloned().collect(),
        is_insured: policy_in_force(catalogue, answers).is_some(),
        tolerable_ruin: catalogue.tolerable_ruin(&answers.company),
    })
}

/// The firm once the project is there. Its degree of digitalisation stays: what the project adds to it is in its
/// factors and would otherwise count twice.
fn with_project(answers: &Answers, project: &Project) -> Answers {
    let mut then = answers.clone();
    let traits = &mut then.company.traits;
    traits.extend(project.adds.iter().cloned());
    traits.retain(|it: &TraitId| !project.removes.contains(it));
    then
}

fn factors(project: &Project, point: impl Fn(&Estimate) -> f64) -> Vec<ScenarioFactor> {
    let factor = |it: &Option<Estimate>| it.as_ref().map_or(1.0, &point);
    let of = project.exposures.iter().map(|it| ScenarioFactor {
        scenario: it.scenario.clone(),
        frequency: factor(&it.frequency),
        severity: factor(&it.severity),
    });
    of.collect()
}

/// Measures of the project that did not concern the firm before: nobody can have taken them there yet.
fn newly_relevant(catalogue: &Catalogue, now: &Answers, then: &Answers, ids: &[MeasureId]) -> Vec<MeasureId> {
    let level = catalogue.level(&now.company);
    let concerns = |id: &MeasureId, answers: &Answers| {
        catalogue.measure(id).is_some_and(|it| it.when.holds_for(&answers.company, level))
    };
    ids.iter().filter(|it| concerns(it, then) && !concerns(it, now)).cloned().collect()
}

fn measures(catalogue: &Catalogue, then: &Then, project: &Project, date: Date) -> Vec<ProjectMeasure> {
    let (_, answers, posture) = then.firm(catalogue, date);
    let offers = Offers::new(catalogue, &answers, &posture, terms(catalogue, &answers, date));
    let measure = |id: &MeasureId| {
        let place = catalogue.measure_index(id)?;
        let change = Change { with: vec![(id.clone(), None)], ..Change::default() };
        let (degrees, annual, _) = changed(&offers, &change);
        let today = offers.present[place];
        let step = (degrees[place] > today).then_some(annual);
        Some(ProjectMeasure { measure: id.clone(), today, step })
    };
    project.measures.iter().filter_map(measure).collect()
}

/// Questions that are asked once the project is there and were not before.
fn opened(catalogue: &Catalogue, now: &Answers, then: &Answers) -> Vec<QuestionId> {
    let open = |answers: &Answers| -> Vec<QuestionId> {
        let standings = Standings::new(catalogue, &answers.company, &answers.records);
        standings.open(catalogue).map(|it| it.id.clone()).collect()
    };
    let before = open(now);
    open(then).into_iter().filter(|it| !before.contains(it)).collect()
}
