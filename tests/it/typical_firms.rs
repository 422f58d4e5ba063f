//! Twelve typical firms and some random ones: what they are told is written out in `docs/method.md` and holds up
//! before somebody who has advised such firms for years.

use std::fmt::Write;
use std::sync::LazyLock;

use rayon::prelude::*;
use waage::catalogue::{embedded, resolve};
use waage::decision::{Advice, Decision, Options, Reason, Rung, decide};
use waage::german::decision::why;
use waage::model::{Answers, Basis, Catalogue, Company, Degree, Posture, RungId, SizeClass};
use waage::risk::FirmModel;

static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| resolve(&embedded()).expect("the shipped content resolves"));

/// How well a firm is protected, next to others of its size.
#[derive(Clone, Copy, Debug)]
enum Standing {
    Weak,
    Average,
    Good,
}

impl Standing {
    fn name(self) -> &'static str {
        match self {
            Self::Weak => "weak",
            Self::Average => "average",
            Self::Good => "good",
        }
    }

    fn degree(self, adoption: f64) -> f64 {
        match self {
            Self::Weak => 0.3 * adoption,
            Self::Average => adoption,
            Self::Good => (adoption + 0.35).min(0.95),
        }
    }
}

/// Segment, people, standing: every size with every segment, every standing several times.
const FIRMS: [(&str, u32, Standing); 12] = [
    ("crafts", 5, Standing::Weak),
    ("crafts", 25, Standing::Average),
    ("crafts", 100, Standing::Good),
    ("retail", 5, Standing::Average),
    ("retail", 25, Standing::Weak),
    ("retail", 100, Standing::Average),
    ("manufacturing", 5, Standing::Weak),
    ("manufacturing", 25, Standing::Average),
    ("manufacturing", 100, Standing::Weak),
    ("health", 5, Standing::Average),
    ("health", 25, Standing::Good),
    ("health", 100, Standing::Average),
];

/// What a firm of which nothing else is known is told; `degree` makes its degrees of the adoption.
fn decided(segment: &str, employees: u32, mut degree: impl FnMut(f64) -> f64) -> Decision {
    let catalogue = &*CATALOGUE;
    let mut company = Company::new(segment.into(), employees);
    let profile = catalogue.segments.iter().find(|it| it.id == company.segment).expect("a shipped segment");
    company.traits = profile.typical_traits.iter().cloned().collect();
    let answers = Answers::unanswered("2026.1", company);
    let firm = FirmModel::new(catalogue, &answers.company);
    let degrees = firm.average_degrees().iter().enumerate().map(|(at, adoption)| {
        if firm.is_relevant(at) {
            Degree::exactly(degree(*adoption))
        } else {
            Degree { basis: Basis::NotRelevant, ..Degree::exactly(*adoption) }
        }
    });
    let posture = Posture { degrees: degrees.collect() };
    let options =
        Options { draws: Some(20), frontier_points: 0, ..Options::on(jiff::civil::date(2026, 11, 21)) };
    decide(catalogue, &answers, &posture, &firm, &options).expect("the engine accepts typical firms")
}

/// Decided once for all tests.
static DECISIONS: LazyLock<Vec<(String, Decision)>> = LazyLock::new(|| {
    // Reading content asks all threads for help: one that waited for the content would never give it.
    LazyLock::force(&CATALOGUE);
    let all = FIRMS.par_iter().map(|(segment, employees, standing)| {
        let name = format!("{segment} {employees}, {}", standing.name());
        (name, decided(segment, *employees, |adoption| standing.degree(adoption)))
    });
    all.collect()
});

/// What has to hold for every firm.
fn is_sane(name: &str, decision: &Decision) {
    // Nobody goes without backup, a try at restoring, updates, sign-in and malware protection.
    for id in ["backup-offline", "restore-test", "patch-management", "mfa", "av-managed"] {
        let judged = decision.measures.iter().find(|it| it.measure.as_str() == id).expect("for every firm");
        // A tier beyond the minimum may be worth clearing; the minimum itself is closed (below).
        let kept = judged.advice.asks_for_action()
            || matches!(judged.advice, Advice::InPlace | Advice::Enough | Advice::ClarifyFirst);
        let stronger = id == "av-managed"
            && decision
                .measures
                .iter()
                .any(|it| matches!(it.measure.as_str(), "edr" | "mdr") && it.advice.asks_for_action());
        assert!(kept || stronger, "{name}: {id} {:?} {:?}", judged.advice, judged.reason);
    }
    assert!(decision.plan.open_minimums.is_empty(), "{name}: {:?}", decision.plan.open_minimums);
    // Nobody spends more than he can lose: less than a year of the worst twentieth costs, and less money than the
    // mean year costs; own hours are time the firm has.
    let baseline = decision.ladder.rung(RungId::Baseline).expect("always there");
    let (cost, money) = (baseline.annual.total().likely, baseline.annual.money_eur.likely);
    assert!(cost < decision.today.worst_years, "{name}: {cost} against {}", decision.today.worst_years);
    assert!(money < decision.today.expected, "{name}: {money} against {}", decision.today.expected);
    // Where the mean alone does not pay, the text names what does.
    for judged in &decision.measures {
        let Some(weighed) = judged.weighed.as_ref().filter(|it| it.in_plan) else { continue };
        if weighed.balance.net_benefit.value >= 0.0 {
            continue;
        }
        assert!(!matches!(judged.reason, Reason::Pays { .. }), "{name}: {}", judged.measure);
        let sentence = why(&CATALOGUE, judged);
        let reasons = ["Grundregel", "chlechte", "Existenz", "Paket", "verlangt", "zusammen"];
        assert!(reasons.iter().any(|it| sentence.contains(it)), "{name}: {}: {sentence}", judged.measure);
    }
}

#[test]
fn typical_firms_get_sane_advice() {
    for (name, decision) in &*DECISIONS {
        is_sane(name, decision);
        assert!(
            decision.ladder.rungs[1].annual.total().likely < decision.today.expected,
            "{name} pays less than it loses"
        );
    }
}

#[test]
fn random_firms_get_sane_advice() {
    let mut state = 20_261_121_u64;
    let mut next = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as f64 / f64::from(1_u32 << 31)
    };
    let segments = &CATALOGUE.segments;
    for round in 0..RANDOM_FIRMS {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a place below their number"
        )]
        let at = (next() * segments.len() as f64) as usize;
        let segment = segments[at].id.as_str();
        let employees = [3, 9, 14, 40, 70, 200][round % 6];
        let decision =
            decided(segment, employees, |adoption| if next() < 0.5 + 0.5 * adoption { next() } else { 0.0 });
        is_sane(&format!("{segment} {employees}, round {round}"), &decision);
    }
}

/// Random firms asked; each takes about a second where nothing is optimised.
const RANDOM_FIRMS: usize = 6;

/// Where the table stands in the documentation.
const MARKS: [&str; 2] = ["<!-- twelve firms -->\n", "<!-- end of twelve firms -->\n"];

#[test]
fn what_typical_firms_are_told_is_written_out() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/method.md");
    let page = std::fs::read_to_string(path).expect("the page is there");
    let (before, rest) = page.split_once(MARKS[0]).expect("the first mark");
    let (written, after) = rest.split_once(MARKS[1]).expect("the second mark");
    let table = table();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path, [before, MARKS[0], &table, MARKS[1], after].concat()).expect("can be written");
    } else {
        assert_eq!(written, table, "set UPDATE_GOLDEN=1 and look at what changed");
    }
}

fn table() -> String {
    let mut table = String::from(
        "| firm | today | gaps | 1 pays | 2 baseline | 3 reserve | first steps |\n\
         | --- | --- | --- | --- | --- | --- | --- |\n",
    );
    for (name, it) in &*DECISIONS {
        let gaps: Vec<&str> = it.gaps.open.iter().map(|it| it.measure.as_str()).collect();
        let steps = it.roadmap.items.iter().take(5);
        let steps: Vec<String> =
            steps.map(|it| format!("{} (day {:.0})", it.measure(), it.day.ceil())).collect();
        writeln!(
            table,
            "| {name} | {:.0} / {:.0} / {:.2} % | {} | {} | {} | {} | {} |",
            it.today.expected,
            it.today.worst_years,
            100.0 * it.today.ruin,
            or_none(&gaps.join(", ")),
            rung(&it.ladder.rungs[0]),
            if it.ladder.rungs[1].same_as.is_some() { "the same".into() } else { rung(&it.ladder.rungs[1]) },
            reserve(it),
            or_none(&steps.join(", "))
        )
        .expect("strings can be written");
    }
    table
}

fn or_none(text: &str) -> &str {
    if text.is_empty() { "none" } else { text }
}

/// Measures and price of a rung, what it avoids and leaves.
fn rung(it: &Rung) -> String {
    format!(
        "{} measures, {:.0} + {:.0} h, avoids {:.0}, {:.2} %",
        it.raised.len(),
        it.annual.money_eur.likely,
        it.annual.hours.likely,
        it.avoided.value,
        100.0 * it.year().ruin
    )
}

/// How the shortfall of the reserve is closed.
fn reserve(decision: &Decision) -> String {
    let Some(way) = decision.ladder.closing.way() else { return "not needed".into() };
    format!(
        "{}: price {:.0}, {:.0} a year and {:.0} more reserve",
        way.id.as_str(),
        way.price_eur,
        way.money_eur,
        way.reserve_more_eur
    )
}

#[test]
fn every_size_segment_and_standing_is_among_the_twelve() {
    for size in SizeClass::ALL {
        assert_eq!(FIRMS.iter().filter(|it| SizeClass::of(it.1) == size).count(), 4);
    }
    for segment in ["crafts", "retail", "manufacturing", "health"] {
        let of: Vec<u32> = FIRMS.iter().filter(|it| it.0 == segment).map(|it| it.1).collect();
        assert_eq!(of, [5, 25, 100], "{segment}");
    }
}
