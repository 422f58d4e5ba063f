//! What the tool advises to typical firms.

use jiff::civil::date;
use rayon::prelude::*;
use waage::catalogue::{embedded, resolve};
use waage::decision::{
    Advice, Contradicted, Decision, Goal, Offers, OpenQuestion, Options, Reason, Selection, best_set, decide,
    open_questions_by_value, terms,
};
use waage::model::{
    Acceptance, AnswerCondition, Answers, Basis, Catalogue, Company, Degree, Posture, QuestionId, SizeClass,
    State, TakenDecision, TierLevel, Verdict,
};
use waage::risk::{BadYears, FirmModel};

use crate::support::ten_measures::{TEN_MEASURES, ten_measures};

fn catalogue() -> Catalogue {
    resolve(&embedded()).expect("the shipped content resolves")
}

fn answers(segment: &str, employees: u32) -> Answers {
    Answers::unanswered("2026.1", Company::new(segment.into(), employees))
}

/// Few draws and no frontier: these tests do not hang on ranges.
fn quick() -> Options {
    Options { draws: Some(20), frontier_points: 0, ..Options::on(date(2026, 11, 21)) }
}

/// A posture in which every relevant measure has the degree that `degree` makes of its adoption.
fn posture(catalogue: &Catalogue, firm: &FirmModel, mut degree: impl FnMut(f64) -> f64) -> Posture {
    let degrees = firm.average_degrees().iter().enumerate().map(|(at, adoption)| {
        if firm.is_relevant(at) {
            Degree::exactly(degree(*adoption))
        } else {
            Degree { basis: Basis::NotRelevant, ..Degree::exactly(*adoption) }
        }
    });
    let posture = Posture { degrees: degrees.collect() };
    assert_eq!(posture.degrees.len(), catalogue.measures.len());
    posture
}

fn decided(segment: &str, employees: u32, degree: impl Fn(f64) -> f64) -> Decision {
    let catalogue = catalogue();
    let answers = answers(segment, employees);
    let firm = FirmModel::new(&catalogue, &answers.company);
    let posture = posture(&catalogue, &firm, degree);
    decide(&catalogue, &answers, &posture, &firm, &quick()).expect("the engine accepts typical firms")
}

/// A posture with nothing in place, and a risk that was accepted with this review date.
fn with_accepted(measure: &str, review: jiff::civil::Date) -> waage::decision::Judged {
    let catalogue = catalogue();
    let mut answers = answers("crafts", 14);
    let acceptance = Acceptance { reason: "after the move".into(), owner: "owner".into(), review };
    let taken = TakenDecision {
        verdict: Verdict::Accept,
        date: date(2026, 1, 15),
        tier: None,
        due: None,
        owner: Some("owner".into()),
        acceptance: Some(acceptance),
    };
    answers.decisions.insert(measure.into(), taken);
    let firm = FirmModel::new(&catalogue, &answers.company);
    let posture = posture(&catalogue, &firm, |_| 0.0);
    let decision = decide(&catalogue, &answers, &posture, &firm, &quick()).unwrap();
    decision.measures.into_iter().find(|it| it.measure.as_str() == measure).expect("relevant")
}

#[test]
fn an_accepted_risk_is_borne_until_its_review_date() {
    let judged = with_accepted("mfa", date(2026, 11, 21));
    assert_eq!(judged.advice, Advice::Bear);
    assert_eq!(judged.review, Some(date(2026, 11, 21)));
}

#[test]
fn an_accepted_risk_past_its_review_date_is_open_again() {
    let judged = with_accepted("mfa", date(2026, 11, 20));
    assert!(judged.advice.asks_for_action(), "{judged:?}");
    assert!(judged.taken.is_some(), "what was decided stays on record");
}

#[test]
fn what_the_law_demands_is_in_the_plan() {
    let catalogue = catalogue();
    let answers = answers("manufacturing", 60);
    let firm = FirmModel::new(&catalogue, &answers.company);
    let posture = posture(&catalogue, &firm, |_| 0.0);
    let options = Options { bsig_applies: true, ..quick() };
    let decision = decide(&catalogue, &answers, &posture, &firm, &options).unwrap();
    let duties: Vec<_> = decision.measures.iter().filter(|it| it.advice == Advice::Duty).collect();
    assert!(duties.len() > 8, "{}", duties.len());
    assert!(duties.iter().all(|it| it.measure.as_str() != "penetration-test"), "the Act does not name it");
    for judged in duties {
        assert!(judged.weighed.as_ref().is_some_and(|it| it.in_plan), "{}", judged.measure);
    }
    assert!(decision.plan.open_minimums.is_empty());
}

/// How many recognised minimums a firm is told to reach whose measures have this share of the demanded degrees.
fn minimums_told(share: f64) -> usize {
    let catalogue = catalogue();
    let answers = answers("crafts", 14);
    let firm = FirmModel::new(&catalogue, &answers.company);
    let mut posture = posture(&catalogue, &firm, |_| 0.0);
    let (level, size) = (catalogue.level(&answers.company), catalogue.firm_size(&answers.company));
    for (measure, degree) in catalogue.measures.iter().zip(&mut posture.degrees) {
        if let Some((tier, _)) = measure.minimum_for(&answers.company, level)
            && degree.basis != Basis::NotRelevant
        {
            *degree = Degree::exactly(share * size.degree(&tier.degree));
        }
    }
    let decision = decide(&catalogue, &answers, &posture, &firm, &quick()).unwrap();
    decision.measures.iter().filter(|it| it.advice == Advice::RecognisedMinimum).count()
}

#[test]
fn who_does_what_is_demanded_is_not_told_to_do_a_minute_more() {
    assert_eq!(minimums_told(0.95), 0, "answers some weeks old have worn by less");
    assert_eq!(minimums_told(0.65), 0, "nearly there is left to what pays");
    assert!(minimums_told(0.5) > 5);
}

#[test]
fn networks_apart_are_a_minimum_where_machines_hang_in_them() {
    let catalogue = catalogue();
    let measure = catalogue.measure(&"network-segmentation".into()).unwrap();
    let minimum = |employees: u32, traits: &[&str]| {
        let mut company = Company::new("manufacturing".into(), employees);
        company.traits = traits.iter().map(|it| (*it).into()).collect();
        let (tier, because) = measure.minimum_for(&company, catalogue.level(&company))?;
        Some((tier.level, because.map(ToString::to_string)))
    };
    let machines = Some("networked-machines".to_owned());
    assert_eq!(minimum(80, &["networked-machines"]), Some((TierLevel::Standard, machines.clone())));
    assert_eq!(minimum(20, &["networked-machines"]), Some((TierLevel::Minimum, machines)));
    assert_eq!(minimum(80, &["wlan"]), None);
}

/// A firm whose management wants device detection, and whose answers contradict a duty that nothing mends.
#[test]
fn insurance_counts_only_as_far_as_answers_allow_and_a_wish_is_not_called_paying() {
    let catalogue = catalogue();
    let mut answers = answers("crafts", 14);
    let wanted = TakenDecision {
        verdict: Verdict::Do,
        date: date(2026, 11, 1),
        tier: None,
        due: None,
        owner: None,
        acceptance: None,
    };
    answers.decisions.insert("edr".into(), wanted);
    let firm = FirmModel::new(&catalogue, &answers.company);
    let posture = posture(&catalogue, &firm, |adoption| adoption);
    let contradicted = vec![Contradicted { duty: "awareness".into(), measures: Vec::new() }];
    let options = Options { contradicted, ..quick() };
    let decision = decide(&catalogue, &answers, &posture, &firm, &options).unwrap();
    let (view, _) = decision.insurance.as_ref().expect("a policy is judged");
    assert!(!view.counts_with_plan());
    assert_eq!(decision.bearing.insured, None);
    let edr = decision.measures.iter().find(|it| it.measure.as_str() == "edr").unwrap();
    assert_eq!(edr.advice, Advice::Do);
    assert!(edr.weighed.as_ref().unwrap().in_plan);
    assert!(matches!(edr.reason, Reason::Decided { numbers_say: Advice::Bear, .. }), "{:?}", edr.reason);
}

/// What a firm can buy, with its loss model.
fn offers<'a>(catalogue: &'a Catalogue, answers: &Answers, posture: &Posture) -> Offers<'a> {
    Offers::new(catalogue, answers, posture, terms(catalogue, answers, date(2026, 11, 21)))
}

const GOAL: Goal = Goal { loading: 0.08, money_eur: None, own_hours: None };

/// A fixed stream of numbers in 0..1.
struct Stream(u64);

impl Stream {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as f64 / f64::from(1_u32 << 31)
    }
}

/// One of the random cases: a firm of some segment, size and state, what is there, and a budget.
fn gap_of_random_case(catalogue: &Catalogue, round: u64) -> f64 {
    let mut stream = Stream(20_261_121 + 7919 * round);
    let place = usize::try_from(round).unwrap();
    let segment = &catalogue.segments[place % catalogue.segments.len()].id;
    let employees = [3, 5, 9, 14, 25, 45, 60, 100, 200][place % 9];
    let mut answers = answers(segment.as_str(), employees);
    answers.company.state = State::new(State::CODES[place % State::CODES.len()]);
    let firm = FirmModel::new(catalogue, &answers.company);
    let posture =
        posture(catalogue, &firm, |adoption| if stream.next() < adoption { stream.next() } else { 0.0 });
    let per_head = [None, None, None, Some(250.0), Some(80.0), Some(250.0)][place % 6];
    let money_eur = per_head.map(|it| it * f64::from(employees));
    let own_hours = (place % 10 == 7).then_some(4.0 * f64::from(employees));
    let goal = Goal { money_eur, own_hours, ..GOAL };
    best_set(&offers(catalogue, &answers, &posture), &firm, &goal).unwrap().gap
}

#[test]
fn the_search_proves_its_best_set_for_200_random_cases() {
    let catalogue = catalogue();
    let mut gaps: Vec<f64> =
        (0..200_u64).into_par_iter().map(|round| gap_of_random_case(&catalogue, round)).collect();
    gaps.sort_by(f64::total_cmp);
    assert!(gaps[100] <= 0.001, "median gap {:?}", gaps[100]);
    assert!(gaps[199] <= 0.02, "largest gaps {:?}", &gaps[190..]);
}

#[test]
fn among_ten_measures_no_set_is_better_by_the_exact_distribution() {
    let mut catalogue = ten_measures();
    catalogue.bundles.clear();
    for (segment, employees, there) in [("crafts", 5, 0.3), ("manufacturing", 25, 0.3), ("health", 100, 0.1)]
    {
        let answers = answers(segment, employees);
        let firm = FirmModel::new(&catalogue, &answers.company);
        let posture = posture(&catalogue, &firm, |adoption| there * adoption);
        let offers = offers(&catalogue, &answers, &posture);
        let best = best_set(&offers, &firm, &GOAL).unwrap();
        let around = BadYears::around(&firm, &offers.present, best.valuation.threshold).unwrap();
        let hour = offers.terms.hour_eur;
        // By small grids; that they are the distribution's is another test.
        let value = |selection: &Selection| {
            let degrees = offers.degrees(selection);
            let expected = firm.expected_annual_loss(&degrees);
            let tail = around.of(&degrees).unwrap().worst_years - expected;
            let cost = offers.annual(selection).total().likely + hour * offers.attention_hours(selection);
            cost + expected + GOAL.loading * tail
        };
        let units: Vec<usize> =
            (0..offers.units.len()).filter(|it| !offers.units[*it].offers.is_empty()).collect();
        assert_eq!(units.len(), TEN_MEASURES.len());
        let all = (0_u32..1 << units.len()).into_par_iter().map(|set| {
            units.iter().enumerate().fold(offers.nothing(), |selection, (at, unit)| {
                selection.with_state(*unit, u8::from(set >> at & 1 == 1))
            })
        });
        let least = all.map(|it| value(&it)).reduce(|| f64::INFINITY, f64::min);
        let found = value(&best.selection);
        assert!(found <= least * 1.005, "{segment} {employees}: {found} against {least}");
    }
}

#[test]
fn small_grids_see_the_same_bad_years_as_the_whole_distribution() {
    let catalogue = catalogue();
    let mut stream = Stream(5);
    for (segment, employees) in [("crafts", 3), ("retail", 25), ("manufacturing", 200)] {
        let answers = answers(segment, employees);
        let firm = FirmModel::new(&catalogue, &answers.company);
        let middle = firm.average_degrees().to_vec();
        let near = firm.annual_loss(&middle).unwrap().value_at_risk(0.95);
        let around = BadYears::around(&firm, &middle, near).unwrap();
        for share in [0.0, 0.5, 1.0, 1.5] {
            let degrees: Vec<f64> = middle.iter().map(|it| (share * it * stream.next()).min(1.0)).collect();
            let (small, whole) = (around.of(&degrees).unwrap(), firm.annual_loss(&degrees).unwrap());
            let (tail, ruin) = (whole.tail_value_at_risk(0.95), whole.probability_above(firm.reserve_eur()));
            assert!((small.worst_years / tail - 1.0).abs() < 1e-5, "{} against {tail}", small.worst_years);
            assert!((small.ruin - ruin).abs() < 1e-7 + 1e-4 * ruin, "{} against {ruin}", small.ruin);
            assert!((around.ruin(&degrees).unwrap() - ruin).abs() < 1e-7 + 1e-4 * ruin);
        }
    }
}

#[test]
fn dearer_protection_never_takes_off_more() {
    let cheap = catalogue();
    let mut dear = cheap.clone();
    for tier in dear.measures.iter_mut().flat_map(|it| &mut it.tiers) {
        double(&mut tier.cost);
    }
    dear.bundles.iter_mut().for_each(|it| double(&mut it.cost));
    let answers = answers("manufacturing", 25);
    let left = [cheap, dear].map(|catalogue| {
        let firm = FirmModel::new(&catalogue, &answers.company);
        let posture = posture(&catalogue, &firm, |adoption| adoption);
        best_set(&offers(&catalogue, &answers, &posture), &firm, &GOAL).unwrap().outlook.valued(0.08)
    });
    assert!(left[1] >= left[0] * (1.0 - 1e-3), "{left:?}");
}

fn double(cost: &mut waage::model::BySize<waage::model::Cost>) {
    for it in [&mut cost.micro, &mut cost.small, &mut cost.medium] {
        it.one_off_eur = it.one_off_eur.scaled(2.0);
        it.yearly_eur = it.yearly_eur.scaled(2.0);
        it.own_hours_one_off = it.own_hours_one_off.scaled(2.0);
        it.own_hours_yearly = it.own_hours_yearly.scaled(2.0);
    }
}

#[test]
fn who_contributed_adds_up_to_what_the_plan_takes_off() {
    let decision = decided("crafts", 25, |adoption| 0.5 * adoption);
    let shares: f64 = decision.measures.iter().map(|it| it.shapley).sum();
    let total = decision.today.expected - decision.plan.expected_annual_loss.value;
    assert!((shares - total).abs() < 1e-6 * total, "{shares} against {total}");
}

#[test]
fn more_budget_never_gives_more_risk_and_the_proof_holds_under_a_budget() {
    let catalogue = catalogue();
    let answers = answers("retail", 25);
    let firm = FirmModel::new(&catalogue, &answers.company);
    let posture = posture(&catalogue, &firm, |adoption| 0.5 * adoption);
    let offers = offers(&catalogue, &answers, &posture);
    let frontier = waage::decision::frontier(&offers, &firm, &GOAL, 10_000.0, 6).unwrap();
    assert!(frontier.len() >= 4);
    for pair in frontier.windows(2) {
        assert!(pair[0].budget < pair[1].budget && pair[0].risk > pair[1].risk);
    }
    let limited = best_set(&offers, &firm, &Goal { money_eur: Some(300.0), ..GOAL }).unwrap();
    assert!(offers.annual(&limited.selection).money_eur.likely <= 300.0 + 1e-6);
}

/// What open answers are worth to a crafts firm that has answered what `records` say.
fn open_questions(catalogue: &Catalogue, answers: &Answers) -> Vec<OpenQuestion> {
    let firm = FirmModel::new(catalogue, &answers.company);
    let posture = posture(catalogue, &firm, |adoption| adoption);
    open_questions_by_value(catalogue, answers, &posture, &firm, date(2026, 11, 21))
}

#[test]
fn a_question_behind_a_question_that_was_led_past_is_not_open() {
    let mut catalogue = catalogue();
    let mut answers = answers("crafts", 14);
    let open = open_questions(&catalogue, &answers);
    let [first, second, third] = [0, 1, 2].map(|it| open[it].question.clone());
    let place = |id: &QuestionId| catalogue.questions.iter().position(|it| it.id == *id).unwrap();
    let (at_first, at_second, at_third) = (place(&first), place(&second), place(&third));
    let behind = |gate: &waage::model::Question| AnswerCondition {
        question: gate.id.clone(),
        options: vec![gate.options.last().unwrap().id.clone()],
    };
    let (by_first, by_second) =
        (behind(&catalogue.questions[at_first]), behind(&catalogue.questions[at_second]));
    catalogue.questions[at_second].when.answers = vec![by_first];
    catalogue.questions[at_third].when.answers = vec![by_second];
    let is_open =
        |answers: &Answers| open_questions(&catalogue, answers).iter().any(|it| it.question == third);
    assert!(is_open(&answers), "what is not answered yet may lead to it");
    let worst = catalogue.questions[at_first].options[0].id.clone();
    let record = waage::model::Record::claimed(waage::model::Answer::Chosen(worst), date(2026, 11, 21));
    answers.records.insert(first, record);
    assert!(!is_open(&answers));
}

#[test]
fn an_answer_is_worth_the_same_whichever_rule_makes_its_measure_a_minimum() {
    let catalogue = catalogue();
    let answers = answers("crafts", 14);
    let mut other = catalogue.clone();
    for gap in other.measures.iter_mut().flat_map(|it| &mut it.duties.gaps) {
        if gap.when.sizes.is_empty() {
            gap.when.sizes = SizeClass::ALL.to_vec();
        }
    }
    assert!(catalogue != other);
    assert_eq!(open_questions(&catalogue, &answers), open_questions(&other, &answers));
}
