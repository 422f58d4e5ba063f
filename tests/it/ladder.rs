//! Laws of the ladder, on the worked firms and on random ones of every segment and size.

use std::sync::LazyLock;

use jiff::civil::date;
use rayon::prelude::*;
use waage::assessment::{answers_file, in_effect, posture};
use waage::catalogue::{embedded, resolve};
use waage::decision::{
    Because, Decision, Demand, Offers, Options, Outlook, Source, Status, Urgency, WayId, decide, terms,
};
use waage::model::{
    Acceptance, Answer, Answers, Basis, BySize, Catalogue, Company, Condition, Degree, Gap, MeasureId,
    OwnCost, Posture, Record, RungId, TakenDecision, TierLevel, Verdict,
};
use waage::risk::FirmModel;

use crate::support::program::companies;
use crate::support::root;
use crate::support::ten_measures::ten_measures;

static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| resolve(&embedded()).expect("the shipped content resolves"));

/// Random firms asked.
const RANDOM_FIRMS: u64 = 500;

fn options() -> Options {
    Options { draws: Some(8), frontier_points: 0, ..Options::on(date(2026, 11, 30)) }
}

/// A firm with how far it is.
#[derive(Clone)]
struct Firm {
    name: String,
    answers: Answers,
    posture: Posture,
}

impl Firm {
    /// A worked firm of the repository.
    fn worked(name: &str) -> Self {
        let (_, path) = companies().into_iter().find(|it| it.0 == name).expect("a worked firm");
        let text = std::fs::read_to_string(path).expect("the file is there");
        Self::of(name, answers_file::parse_complete(&text, &CATALOGUE).expect("a sound file").0)
    }

    #[expect(clippy::needless_pass_by_value, reason = "a firm is made of its answers")]
    fn of(name: &str, given: Answers) -> Self {
        let answers = in_effect(&CATALOGUE, &given);
        let posture = posture(&CATALOGUE, &answers, options().date);
        Self { name: name.into(), answers, posture }
    }

    /// A firm of which only segment, people, usual traits and degrees are known.
    fn made_up(segment: &str, employees: u32, mut degree: impl FnMut(f64) -> f64) -> Self {
        let catalogue = &*CATALOGUE;
        let mut company = Company::new(segment.into(), employees);
        let profile = catalogue.segment(&company.segment).expect("a shipped segment");
        company.traits = profile.typical_traits.iter().cloned().collect();
        let firm = FirmModel::new(catalogue, &company);
        let degrees = firm.average_degrees().iter().enumerate().map(|(at, adoption)| {
            if firm.is_relevant(at) {
                Degree::exactly(degree(*adoption))
            } else {
                Degree { basis: Basis::NotRelevant, ..Degree::exactly(*adoption) }
            }
        });
        let posture = Posture { degrees: degrees.collect() };
        let answers = Answers::unanswered(catalogue.version.version.as_str(), company);
        Self { name: format!("{segment} {employees}"), answers, posture }
    }

    fn random(round: u64) -> Self {
        let mut stream = Stream(20_261_130 + 7919 * round);
        let place = usize::try_from(round).expect("small");
        let segment = CATALOGUE.segments[place % CATALOGUE.segments.len()].id.clone();
        let employees = [1, 3, 6, 9, 10, 14, 24, 35, 49, 60, 110, 240][place % 12];
        let mut it = Self::made_up(segment.as_str(), employees, |adoption| {
            if stream.next() < 0.3 + adoption { stream.next() } else { 0.0 }
        });
        it.answers.company.liquid_reserve_eur = match round % 3 {
            0 => None,
            1 => Some(3_000.0 * f64::from(employees)),
            _ => Some(15_000.0 * f64::from(employees)),
        };
        it
    }

    fn decided(&self, options: &Options) -> Decision {
        let firm = FirmModel::new(&CATALOGUE, &self.answers.company);
        decide(&CATALOGUE, &self.answers, &self.posture, &firm, options)
            .expect("the engine accepts such firms")
    }

    fn with_reserve(&self, eur: f64) -> Self {
        let mut it = self.clone();
        it.answers.company.liquid_reserve_eur = Some(eur);
        it
    }

    fn with(&self, measure: &str, taken: TakenDecision) -> Self {
        let mut it = self.clone();
        it.answers.decisions.insert(measure.into(), taken);
        it
    }

    /// The price of the risk at a rung's degrees depends on nothing else; here of the mean alone.
    fn mean(&self, degrees: &[f64]) -> f64 {
        FirmModel::new(&CATALOGUE, &self.answers.company).expected_annual_loss(degrees)
    }
}

/// A fixed stream of numbers in 0..1.
struct Stream(u64);

impl Stream {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as f64 / f64::from(1_u32 << 31)
    }
}

static ALL: LazyLock<Vec<(Firm, Decision)>> = LazyLock::new(|| {
    LazyLock::force(&CATALOGUE);
    let worked = companies().into_iter().map(|it| Firm::worked(&it.0));
    let firms: Vec<Firm> = worked.chain((0..RANDOM_FIRMS).map(Firm::random)).collect();
    firms.into_par_iter().map(|it| (it.clone(), it.decided(&options()))).collect()
});

fn place(id: &MeasureId) -> usize {
    CATALOGUE.measure_index(id).expect("known")
}

fn accepted() -> TakenDecision {
    let review = date(2027, 6, 1);
    let acceptance = Acceptance { reason: "Umzug im Sommer".into(), owner: "Frau Keller".into(), review };
    TakenDecision {
        verdict: Verdict::Accept,
        date: date(2026, 11, 1),
        tier: None,
        due: None,
        owner: Some("Frau Keller".into()),
        acceptance: Some(acceptance),
    }
}

#[test]
fn from_rung_to_rung_protection_and_cost_do_not_fall_and_risk_does_not_rise() {
    for (firm, decision) in &*ALL {
        let hour = decision.terms.hour_eur;
        for pair in decision.ladder.rungs.windows(2) {
            let (below, above) = (&pair[0], &pair[1]);
            let name = format!("{}: {} to {}", firm.name, below.id.as_str(), above.id.as_str());
            assert!(firm.mean(&above.degrees) <= firm.mean(&below.degrees) + 1e-6, "{name}: mean");
            let slack = 1e-3 * below.price_of_risk;
            assert!(above.price_of_risk <= below.price_of_risk + slack, "{name}: price of the risk");
            assert!(above.year().worst_years <= below.year().worst_years * 1.001 + 1.0, "{name}: bad year");
            let takes = |it: &waage::decision::Rung| {
                it.annual.money_eur.likely + hour * it.annual.hours.likely + it.attention_eur
            };
            assert!(takes(above) >= takes(below) - 1e-6, "{name}: cost and attention");
        }
    }
}

#[test]
fn the_first_rung_as_a_whole_never_costs_more_than_it_avoids() {
    for (firm, decision) in ALL.iter().filter(|it| it.0.answers.decisions.is_empty()) {
        let pays = &decision.ladder.rungs[0];
        let (cost, avoided) = (pays.annual.total().likely, pays.avoided.value);
        assert!(avoided >= cost - 1e-6, "{}: costs {cost}, avoids {avoided}", firm.name);
    }
}

#[test]
fn rungs_one_and_two_do_not_know_the_reserve() {
    let joinery = Firm::worked("tischlerei");
    let random = Firm::random(5);
    for firm in [joinery, random] {
        let rungs = |reserve: f64| {
            let decision = firm.with_reserve(reserve).decided(&options());
            decision.ladder.rungs[..2].iter().map(|it| it.selection.clone()).collect::<Vec<_>>()
        };
        let first = rungs(5_000.0);
        for reserve in [15_000.0, 40_000.0, 100_000.0] {
            assert_eq!(rungs(reserve), first, "{} with {reserve}", firm.name);
        }
    }
}

#[test]
fn a_little_more_reserve_changes_the_price_of_its_protection_by_little() {
    let joinery = Firm::worked("tischlerei");
    let reserves: Vec<f64> = (5..=60).step_by(5).map(|it| 1_000.0 * f64::from(it)).collect();
    let prices: Vec<f64> = reserves
        .par_iter()
        .map(|it| {
            joinery.with_reserve(*it).decided(&options()).ladder.closing.way().map_or(0.0, |it| it.price_eur)
        })
        .collect();
    for (at, pair) in prices.windows(2).enumerate() {
        let steps = (reserves[at + 1] - reserves[at]) / 1_000.0;
        // The price of reserve, and what the simplest way may be dearer than the cheapest; up to the edge nothing is closed.
        let room = 50.0 * steps + f64::max(50.0, 0.1 * pair[0].abs()) + 0.05 * 0.05 * reserves[at + 1];
        assert!((pair[1] - pair[0]).abs() <= room, "{} to {}: {pair:?}", reserves[at], reserves[at + 1]);
    }
}

#[test]
fn measures_alone_are_never_chosen_where_reserve_or_insurance_is_cheaper() {
    for (firm, decision) in &*ALL {
        let closing = &decision.ladder.closing;
        let Some(way) = closing.way() else { continue };
        let cap = closing.cap_eur;
        assert!(way.money_eur <= cap + 1.0, "{}: {} above the cap of {cap}", firm.name, way.money_eur);
        let reserve = closing.of(WayId::Reserve).expect("always a way");
        let room = f64::max(50.0, 0.1 * reserve.price_eur.abs());
        assert!(way.price_eur <= reserve.price_eur + room, "{}: {way:?}", firm.name);
        assert!(closing.of(WayId::Measures).is_some(), "{}: its price is named", firm.name);
    }
}

#[test]
fn protecting_the_reserve_never_adds_more_money_than_such_firms_spend() {
    for (firm, decision) in &*ALL {
        let [_, baseline, reserve] = &decision.ladder.rungs[..] else { continue };
        let model = FirmModel::new(&CATALOGUE, &firm.answers.company);
        let cap = model.lines(&baseline.degrees)[0].cap;
        let turnover = cap / CATALOGUE.constants.severity_cap_turnovers.value;
        let more = reserve.annual.money_eur.likely - baseline.annual.money_eur.likely;
        assert!(more <= 0.005 * turnover + 1.0, "{}: {more} of {turnover}", firm.name);
    }
}

#[test]
fn an_answer_that_gets_worse_removes_no_gap_and_lowers_no_loss() {
    let joinery = Firm::worked("tischlerei");
    let told = |firm: &Firm| {
        let decision = firm.decided(&options());
        let gaps: Vec<(MeasureId, Urgency)> =
            decision.gaps.open.iter().map(|it| (it.measure.clone(), it.urgency())).collect();
        (gaps, decision.today.expected)
    };
    let (gaps, loss) = told(&joinery);
    let questions: Vec<_> = joinery.answers.records.keys().collect();
    questions.par_iter().for_each(|id| {
        let worst = CATALOGUE.question(id).expect("known").options[0].id.clone();
        let mut answers = joinery.answers.clone();
        let record = answers.records.get_mut(*id).expect("answered");
        record.answer = Answer::Chosen(worst);
        let (worse_gaps, worse_loss) = told(&Firm::of("worse", answers));
        assert!(worse_loss >= loss - 1e-6, "{id}: {worse_loss} instead of {loss}");
        for (measure, urgency) in &gaps {
            let still = worse_gaps.iter().find(|it| &it.0 == measure);
            assert!(still.is_some_and(|it| it.1 <= *urgency), "{id}: {measure} {urgency:?} to {still:?}");
        }
    });
}

#[test]
fn every_gap_keeps_its_day_and_the_road_map_adds_up_to_its_rung() {
    for (firm, decision) in &*ALL {
        let (roadmap, followed) = (&decision.roadmap, decision.ladder.followed());
        for gap in &decision.gaps.open {
            let day = roadmap.day_of(&gap.measure);
            let latest = f64::from(if gap.due_days <= 14 { 14 } else { gap.due_days.max(30) });
            // Detection on devices, watched or not, stands in for plain malware protection.
            let stronger = ["edr", "mdr"].into_iter().find_map(|it| roadmap.day_of(&it.into()));
            let stronger = stronger.filter(|_| gap.measure.as_str() == "av-managed");
            let is_closed = day.or(stronger).is_some_and(|it| it <= latest);
            assert!(is_closed, "{}: {} on {day:?}", firm.name, gap.measure);
            assert!(gap.due_days <= 180, "{}: {}", firm.name, gap.measure);
        }
        let money: f64 = roadmap.items.iter().map(|it| it.money.first_year()).sum();
        let told = followed.first_year.money_eur - followed.premium_eur;
        assert!((money - told).abs() < 1e-6, "{}: {money} against {told}", firm.name);
        assert!(roadmap.items.windows(2).all(|it| it[0].day <= it[1].day), "{}", firm.name);
    }
}

#[test]
fn an_open_door_is_closed_within_two_weeks_whatever_the_budget() {
    let firm = Firm::worked("onlinehandel");
    let mut answers = firm.answers.clone();
    let open = Record::claimed(Answer::Chosen("open".into()), date(2026, 11, 21));
    answers.records.insert("network-remote-access".into(), open);
    answers.company.traits.insert("home-office".into());
    let firm = Firm::of("with an open door", answers);
    for limit in [None, Some(0.0), Some(300.0)] {
        let decision =
            firm.decided(&Options { money_eur: limit, own_hours: limit.map(|_| 20.0), ..options() });
        let door = decision.gaps.of(&"remote-access-secure".into()).expect("a gap");
        assert!(matches!(door.because, Because::Answer { .. }), "{door:?}");
        let first = &decision.roadmap.items[0];
        assert_eq!((first.source.clone(), first.urgency), (Source::Stopgap, Urgency::OpenDoor), "{limit:?}");
        assert!(first.day <= 14.0 && first.money.first_year() == 0.0, "{limit:?}: {first:?}");
    }
}

#[test]
fn more_budget_never_leaves_a_worse_set() {
    let firm = Firm::worked("tischlerei");
    let budgets = [0.0, 50.0, 100.0, 200.0, 300.0];
    let values: Vec<f64> = budgets
        .iter()
        .filter_map(|it| firm.decided(&Options { money_eur: Some(*it), ..options() }).ladder.limited)
        .map(|it| it.value)
        .collect();
    for pair in values.windows(2) {
        assert!(pair[1] <= pair[0] * 1.005, "{values:?}");
    }
    let nothing = firm.decided(&Options { money_eur: Some(0.0), ..options() });
    let limited = nothing.ladder.limited.expect("the joinery's standard costs money");
    assert!(!limited.left_out.is_empty(), "what fell out is named");
    assert!(limited.rung.annual.money_eur.likely <= 1e-6);
}

#[test]
fn what_is_accepted_is_in_no_rung_and_comes_through_no_bundle() {
    for measure in ["mfa", "macro-block", "payment-four-eyes"] {
        let firm = Firm::worked("tischlerei").with(measure, accepted());
        let decision = firm.decided(&options());
        let today = firm.posture.degrees[place(&measure.into())].expected;
        for rung in &decision.ladder.rungs {
            assert!((rung.degrees[place(&measure.into())] - today).abs() < 1e-12, "{measure}");
            assert!(!rung.raised.contains(&measure.into()), "{measure}");
        }
        assert!(decision.roadmap.day_of(&measure.into()).is_none(), "{measure}");
        let judged = decision.measures.iter().find(|it| it.measure.as_str() == measure).expect("relevant");
        assert_eq!(judged.status, Status::Accepted);
        assert!(judged.if_left.is_some(), "{measure}: what the numbers say stands beside it");
    }
}

#[test]
fn what_is_decided_is_in_every_rung_at_its_tier_and_own_price() {
    let taken = TakenDecision {
        verdict: Verdict::Do,
        date: date(2026, 11, 1),
        tier: Some(TierLevel::Standard),
        due: None,
        owner: Some("Herr Roth".into()),
        acceptance: None,
    };
    let mut firm = Firm::worked("tischlerei").with("penetration-test", taken);
    let own = OwnCost {
        tier: Some(TierLevel::Standard),
        one_off_eur: 18_517.0,
        yearly_eur: 0.0,
        own_hours_one_off: 3.0,
        own_hours_yearly: 0.0,
    };
    firm.answers.costs.insert("penetration-test".into(), own);
    let decision = firm.decided(&options());
    for rung in &decision.ladder.rungs {
        assert!(rung.tiers.contains(&("penetration-test".into(), TierLevel::Standard)), "{:?}", rung.tiers);
        assert!(rung.first_year.money_eur >= 18_517.0, "{:?}", rung.first_year);
    }
    let item = decision.roadmap.items.iter().find(|it| it.measure().as_str() == "penetration-test");
    assert_eq!(item.and_then(|it| it.owner.as_deref()), Some("Herr Roth"));
}

#[test]
fn a_firm_that_is_well_run_is_sold_next_to_nothing() {
    for (segment, employees) in [("crafts", 5), ("professions", 12), ("health", 30), ("manufacturing", 100)] {
        let firm = Firm::made_up(segment, employees, |_| 0.9);
        let decision = firm.decided(&options());
        for rung in &decision.ladder.rungs[..2] {
            let cost = rung.annual.total().likely;
            let risk = decision.today.valued(decision.goal.loading);
            assert!(rung.purchases() <= 3 && cost <= 0.05 * risk, "{}: {:?}", firm.name, rung.tiers);
        }
        assert!(decision.gaps.open.is_empty(), "{:?}", decision.gaps.open);
    }
}

#[test]
fn nothing_is_bought_that_is_nearly_there_and_whole_things_are_paid_whole() {
    let ladder = &CATALOGUE.ladder;
    for (firm, decision) in &*ALL {
        for (measure, level) in decision.ladder.rungs.iter().flat_map(|it| &it.tiers) {
            let it = decision.tiers.iter().find(|it| it.measure == place(measure) && it.level == *level);
            let it = it.expect("what is bought is on offer");
            let today = firm.posture.degrees[it.measure].expected;
            let is_decided = firm.answers.decisions.contains_key(measure);
            assert!(is_decided || today < ladder.nearly * it.degree, "{}: {measure}", firm.name);
            assert!(is_decided || it.degree - today >= ladder.least_step - 1e-9, "{}: {measure}", firm.name);
            if it.whole {
                assert!((it.missing.yearly_eur.likely - it.price.yearly_eur.likely).abs() < 1e-9);
            }
        }
    }
}

#[test]
fn only_what_the_act_names_is_a_duty() {
    let firm = Firm::made_up("manufacturing", 120, |_| 0.0);
    let decision = firm.decided(&Options { bsig_applies: true, ..options() });
    let named = |measure: &str| {
        let its = decision.gaps.of(&measure.into()).map(|it| it.because.clone());
        matches!(its, Some(Because::Demanded(Demand::Bsig { .. })))
    };
    for measure in
        ["policy", "incident-plan", "supplier-contracts", "joiner-leaver", "asset-inventory", "mfa"]
    {
        assert!(named(measure), "{measure}");
    }
    for measure in ["penetration-test", "vuln-scan", "phishing-simulation", "access-review"] {
        assert!(!named(measure), "{measure} is one of several ways");
    }
}

#[test]
fn shares_of_what_is_avoided_add_up_to_the_rung_that_is_followed() {
    for (firm, decision) in &*ALL {
        let shares: f64 = decision.measures.iter().map(|it| it.shapley).sum();
        let avoided = decision.ladder.followed().avoided.value;
        assert!((shares - avoided).abs() <= 1e-6 * avoided.max(1.0), "{}: {shares} of {avoided}", firm.name);
    }
}

/// A firm of one or two people, made up.
fn tiny(name: &str) -> Firm {
    let text = std::fs::read_to_string(root().join(format!("tests/cases/tiny/{name}.waage.toml"))).unwrap();
    Firm::of(name, answers_file::parse_complete(&text, &CATALOGUE).expect("a sound file").0)
}

#[test]
fn a_farm_of_two_without_computers_is_told_two_things_that_pay() {
    let decision = tiny("hof").decided(&options());
    let pays = &decision.ladder.rungs[0];
    assert!(pays.raised.len() <= 2, "{:?}", pays.raised);
    assert!(decision.ladder.rungs[1].annual.total().likely < 150.0);
}

#[test]
fn one_person_alone_gets_hours_that_one_person_needs() {
    for name in ["praxis", "beratung"] {
        let decision = tiny(name).decided(&options());
        let baseline = &decision.ladder.rungs[1];
        let hours_a_measure = baseline.annual.hours.likely / baseline.raised.len() as f64;
        assert!(hours_a_measure > 0.12, "{name}: {} hours for {:?}", hours_a_measure, baseline.raised);
        let first = decision.roadmap.items.iter().take(5);
        assert!(first.into_iter().all(|it| it.measure().as_str() != "hardening"), "{name}");
        let second_factor = decision.roadmap.items.iter().position(|it| it.measure().as_str() == "mfa");
        assert!(second_factor.is_some_and(|it| it < 2), "{name}");
    }
}

#[test]
fn the_rung_that_was_chosen_is_followed_everywhere() {
    let mut firm = Firm::worked("tischlerei");
    firm.answers.plan_rung = Some(RungId::Pays);
    let decision = firm.decided(&options());
    let pays = &decision.ladder.rungs[0];
    assert_eq!(decision.plan.degrees, pays.degrees);
    assert_eq!(decision.roadmap, pays.roadmap);
}

/// Every set of the ten measures' first tiers, with its cost, attention and year.
/// Degrees, what they cost, and the year with them.
type Set = (Vec<f64>, f64, Outlook);

fn every_set<'o>(offers: &'o Offers<'o>, firm: &'o FirmModel) -> Vec<(Vec<f64>, f64, Outlook)> {
    let units: Vec<usize> =
        (0..offers.units.len()).filter(|it| !offers.units[*it].offers.is_empty()).collect();
    (0_u32..1 << units.len())
        .into_par_iter()
        .map(|set| {
            let chosen = units.iter().enumerate().fold(offers.nothing(), |selection, (at, unit)| {
                selection.with_state(*unit, u8::from(set >> at & 1 == 1))
            });
            let degrees = offers.degrees(&chosen);
            let attention = offers.terms.hour_eur * offers.attention_hours(&chosen);
            let price = offers.annual(&chosen).total().likely + attention;
            let outlook = Outlook::of(firm, &degrees).expect("computes");
            (degrees, price, outlook)
        })
        .collect()
}

#[test]
fn no_set_of_ten_measures_makes_a_better_rung() {
    let mut catalogue = ten_measures();
    let kept =
        ["mfa", "backup-offline", "restore-test", "patch-management", "payment-four-eyes", "incident-plan"];
    for measure in &mut catalogue.measures {
        if !kept.contains(&measure.id.as_str()) {
            measure.tiers.clear();
        } else if matches!(measure.id.as_str(), "restore-test" | "patch-management") {
            measure.duties.gaps.push(Gap {
                tier: TierLevel::Minimum,
                due_days: BySize { micro: 90, small: 90, medium: 90 },
                yardsticks: Vec::new(),
                when: Condition::default(),
                people: 0,
                or_turnover_eur: None,
                unless_denied: Vec::new(),
                or_traits: Vec::new(),
                answers: Vec::new(),
            });
        }
    }
    catalogue.bundles.clear();
    let mut firm = Firm::made_up("manufacturing", 30, |_| 0.1);
    firm.answers.company.liquid_reserve_eur = Some(60_000.0);
    let model = FirmModel::new(&catalogue, &firm.answers.company);
    let decision = decide(&catalogue, &firm.answers, &firm.posture, &model, &options()).expect("computes");
    let offers = Offers::new(
        &catalogue,
        &firm.answers,
        &firm.posture,
        terms(&catalogue, &firm.answers, options().date),
    );
    let sets = every_set(&offers, &model);
    let (k, c) = (decision.goal.loading, decision.terms.rate);
    let holds =
        |degrees: &[f64], floor: &[f64]| degrees.iter().zip(floor).all(|(it, least)| *it >= least - 1e-9);
    let least = |floor: &[f64], value: &dyn Fn(&Set) -> f64| {
        sets.iter().filter(|it| holds(&it.0, floor)).map(value).fold(f64::INFINITY, f64::min)
    };
    let found = |degrees: &[f64]| sets.iter().find(|it| it.0 == degrees).expect("a rung is one of the sets");
    let plain = |it: &(Vec<f64>, f64, Outlook)| it.1 + it.2.valued(k);
    let rungs = &decision.ladder.rungs;
    let pays = plain(found(&rungs[0].degrees));
    assert!(pays <= 1.005 * least(&offers.present, &plain), "pays: {pays}");
    let mut floor = rungs[0].degrees.clone();
    for gap in &decision.gaps.open {
        floor[gap.place] = floor[gap.place].max(gap.degree);
    }
    let baseline = plain(found(&rungs[1].degrees));
    assert!(baseline <= 1.005 * least(&floor, &plain), "baseline: {baseline}");
    let reserve = decision.ladder.closing.reserve;
    let with_reserve =
        |it: &(Vec<f64>, f64, Outlook)| plain(it) + c * (it.2.very_bad_year - reserve).max(0.0);
    let mix = decision.ladder.closing.of(WayId::Mix).expect("the reserve is too small");
    let mixed = with_reserve(found(&offers.degrees(&mix.selection)));
    assert!(mixed <= 1.005 * least(&rungs[1].degrees, &with_reserve), "mix: {mixed}");
}
