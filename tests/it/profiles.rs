//! Which profile is asked what, and how much: numbers the questionnaire promises, and golden lists so that a change of
//! content shows whom it concerns.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use waage::catalogue::{embedded, resolve};
use waage::model::{Catalogue, Company, Level, Question, QuestionKind, SegmentId, SizeClass, TraitId};
use waage::risk::FirmModel;

use crate::support::program::golden;
use crate::support::root;

fn catalogue() -> Catalogue {
    resolve(&embedded()).expect("the shipped content resolves")
}

/// A firm of a segment with its typical traits and others, at a degree of digitalisation.
fn firm(catalogue: &Catalogue, segment: &str, employees: u32, level: Level, more: &[&str]) -> Company {
    let segment = catalogue.segments.iter().find(|it| it.id.as_str() == segment).unwrap();
    let ticked = match level {
        Level::Low => 2,
        Level::Medium => 6,
        Level::High => 10,
    };
    let mut company = Company::new(segment.id.clone(), employees);
    company.traits.extend(segment.typical_traits.iter().cloned());
    company.traits.extend(more.iter().map(TraitId::new));
    company.digitalisation =
        catalogue.items.iter().enumerate().map(|(at, it)| (it.id.clone(), at < ticked)).collect();
    assert_eq!(catalogue.level(&company), level);
    company
}

/// The questions a firm can be asked; follow-ups only where the question before them is asked.
fn asked<'a>(catalogue: &'a Catalogue, company: &Company) -> Vec<&'a Question> {
    let level = catalogue.level(company);
    let mut asked: Vec<&Question> = Vec::new();
    // Questions stand in asking order, so what a follow-up waits for has been decided.
    for question in catalogue.questions.iter().filter(|it| it.withdrawn.is_none()) {
        let opened = |id| asked.iter().any(|it| it.id == id);
        if question.when.holds_for(company, level)
            && question.when.answers.iter().all(|it| opened(it.question.clone()))
        {
            asked.push(question);
        }
    }
    asked
}

/// Fewest and most questions a firm is asked, whatever it answers.
fn range(catalogue: &Catalogue, company: &Company) -> (usize, usize) {
    let all = asked(catalogue, company);
    (all.iter().filter(|it| it.when.answers.is_empty()).count(), all.len())
}

#[test]
fn the_questionnaire_has_the_promised_breadth() {
    let catalogue = catalogue();
    let questions: Vec<&Question> = catalogue.questions.iter().filter(|it| it.withdrawn.is_none()).collect();
    let informing = questions.iter().filter(|it| it.options.iter().any(|it| !it.informs.is_empty())).count();
    assert!((80..=100).contains(&informing), "{informing} questions");
    let topics: BTreeSet<&str> = questions.iter().map(|it| it.topic.as_str()).collect();
    assert!((14..=16).contains(&topics.len()), "{} topics", topics.len());
    let human = questions.iter().filter(|it| it.kind != QuestionKind::Technology).count();
    assert!(
        human * 10 >= questions.len() * 4,
        "{human} of {} about people and organisation",
        questions.len()
    );
    let silent = questions.iter().filter(|it| it.options.iter().all(|it| it.informs.is_empty()));
    let silent: Vec<&str> = silent.map(|it| it.id.as_str()).collect();
    // They decide what the law asks and which measures are a duty.
    assert!(silent.len() == 7 && silent.iter().all(|it| it.starts_with("compliance-")), "{silent:?}");
    let people = questions.iter().filter(|it| it.kind == QuestionKind::People).count();
    assert!(people * 5 >= questions.len(), "{people} of {} about people", questions.len());
}

#[test]
fn a_small_workshop_is_asked_little_and_a_digital_factory_much() {
    let catalogue = catalogue();
    for employees in [1, 4, 9] {
        let (fewest, most) = range(&catalogue, &firm(&catalogue, "crafts", employees, Level::Low, &[]));
        assert!(25 <= fewest && most <= 33, "{fewest} to {most} for a workshop of {employees}");
    }
    for more in [&[][..], &["home-office", "mobile-devices", "own-server", "cloud-office"]] {
        let factory = firm(&catalogue, "manufacturing", 200, Level::High, more);
        let (fewest, most) = range(&catalogue, &factory);
        assert!(60 <= fewest && most <= 78, "{fewest} to {most} for a factory with {more:?}");
    }
}

#[test]
fn nobody_is_asked_longer_than_an_evening() {
    let catalogue = catalogue();
    for segment in &catalogue.segments {
        for (employees, level, minutes) in
            [(4, Level::Low, 20), (25, Level::Medium, 35), (120, Level::High, 40)]
        {
            let firm = firm(&catalogue, segment.id.as_str(), employees, level, &[]);
            let seconds: u32 = asked(&catalogue, &firm).iter().map(|it| it.seconds).sum();
            assert!(seconds <= minutes * 60, "{} {level:?}: {seconds} seconds", segment.id);
        }
    }
}

#[test]
fn every_requirement_of_the_standard_is_asked_of_whom_it_concerns() {
    let catalogue = catalogue();
    // What a firm needs before a requirement concerns it.
    let conditions =
        BTreeMap::from([("07", "home-office"), ("24", "vpn"), ("25", "wlan"), ("26", "remote-maintenance")]);
    for segment in &catalogue.segments {
        for employees in [3, 30] {
            for level in [Level::Low, Level::Medium, Level::High] {
                let mut firm = firm(&catalogue, segment.id.as_str(), employees, level, &[]);
                firm.traits.clear();
                let met = |firm: &Company| -> BTreeSet<String> {
                    let checks =
                        asked(&catalogue, firm).into_iter().flat_map(|it| &it.references.din_spec_27076);
                    checks.map(|it| it.requirement.to_string()).collect()
                };
                let without = met(&firm);
                for requirement in (1..=27).map(|it| format!("{it:02}")) {
                    if let Some(needed) = conditions.get(requirement.as_str()) {
                        assert!(!without.contains(&requirement), "{requirement} without {needed}");
                        firm.traits = BTreeSet::from([TraitId::new(needed)]);
                        assert!(met(&firm).contains(&requirement), "{requirement} with {needed}");
                    } else {
                        assert!(
                            without.contains(&requirement),
                            "{requirement} for {} {employees}",
                            segment.id
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn the_law_that_ignores_size_is_asked_about_at_every_size() {
    let catalogue = catalogue();
    let feeds = |it: &&&Question| it.options.iter().any(|it| it.nis2.is_some());
    for (segment, employees, asks) in
        [("it-services", 3, true), ("crafts", 3, false), ("crafts", 12, true), ("it-services", 60, true)]
    {
        let firm = firm(&catalogue, segment, employees, Level::High, &[]);
        assert_eq!(
            asked(&catalogue, &firm).iter().filter(feeds).count(),
            usize::from(asks),
            "{segment} {employees}"
        );
    }
}

#[test]
fn every_question_says_who_knows_it_how_long_it_takes_and_speaks_the_trades_words() {
    let catalogue = catalogue();
    let mut spoken: BTreeMap<&SegmentId, usize> = BTreeMap::new();
    for question in &catalogue.questions {
        let id = &question.id;
        assert!(!question.knows.is_empty() && (10..=60).contains(&question.seconds), "{id}");
        assert!(!question.examples.is_empty(), "{id} has no example");
        let always = question.when.segments.is_empty();
        assert!(!always || question.examples.len() >= 3, "{id} speaks to {} trades", question.examples.len());
        let links = &question.references;
        let linked = !links.din_spec_27076.is_empty()
            || !links.bsig_30.is_empty()
            || links.gdpr_art_32
            || !links.insurer.is_empty();
        assert!(linked && !links.digcomp.is_empty(), "{id} is linked to no requirement or competence");
        for segment in question.examples.keys() {
            let asked = question.when.segments.is_empty() || question.when.segments.contains(segment);
            assert!(asked, "{id} has an example for {segment}, where it is never asked");
            *spoken.entry(segment).or_default() += 1;
        }
    }
    for segment in &catalogue.segments {
        let words = spoken.get(&segment.id).copied().unwrap_or(0);
        assert!(words >= 24, "{} has {words} examples of its own", segment.id);
    }
}

#[test]
fn every_measure_says_all_an_owner_needs_to_decide() {
    let catalogue = catalogue();
    for measure in &catalogue.measures {
        let id = &measure.id;
        assert!(!measure.buy_in.is_empty() && !measure.sources.is_empty(), "{id}");
        assert!(!measure.tiers.is_empty(), "{id}");
        for size in SizeClass::ALL {
            let adoption = &measure.adoption.by_size.value[size];
            assert!(0.0 < adoption.likely && adoption.likely < 1.0, "{id} {size:?}");
            for tier in &measure.tiers {
                let cost = &tier.cost[size];
                let effort = cost.one_off_eur.likely
                    + cost.yearly_eur.likely
                    + cost.own_hours_one_off.likely
                    + cost.own_hours_yearly.likely;
                assert!(effort > 0.0, "{id} {size:?} {:?} costs nothing at all", tier.level);
            }
        }
    }
}

#[test]
fn what_only_assesses_has_no_effect_of_its_own() {
    use waage::model::Class;
    for measure in catalogue().measures {
        assert!(measure.class != Class::Assessment || measure.effects.is_empty(), "{}", measure.id);
    }
}

/// One profile: questions by topic, scenarios with what they cost in a year at average protection.
fn profile(catalogue: &Catalogue, company: &Company, text: &mut String) {
    let questions = asked(catalogue, company);
    for topic in &catalogue.topics {
        let ids: Vec<&str> =
            questions.iter().filter(|it| it.topic == topic.id).map(|it| it.id.as_str()).collect();
        if !ids.is_empty() {
            writeln!(text, "  {}: {}", topic.id, ids.join(", ")).unwrap();
        }
    }
    let model = FirmModel::new(catalogue, company);
    let degrees = model.average_degrees().to_vec();
    let losses = model.scenario_losses(&degrees);
    for (line, loss) in model.lines(&degrees).iter().zip(losses) {
        writeln!(text, "  > {}: {:.5} a year, {loss:.0} euros", line.scenario, line.frequency).unwrap();
    }
}

#[test]
fn profiles_keep_their_questions_and_scenarios() {
    let catalogue = catalogue();
    let mut counts =
        String::from("Fewest to most questions by segment, size and degree of digitalisation.\n\n");
    let mut lists = String::from("Questions by topic, and scenarios (>) at average protection.\n");
    for segment in &catalogue.segments {
        for (size, employees) in [("micro", 4), ("small", 25), ("medium", 120)] {
            write!(counts, "{:<16} {size:<6}", segment.id.as_str()).unwrap();
            for level in [Level::Low, Level::Medium, Level::High] {
                let firm = firm(&catalogue, segment.id.as_str(), employees, level, &[]);
                let (fewest, most) = range(&catalogue, &firm);
                write!(counts, "  {} {fewest:>2}-{most:<2}", level.as_str()).unwrap();
                let usual = [("micro", Level::Low), ("small", Level::Medium), ("medium", Level::High)];
                if usual.contains(&(size, level)) {
                    writeln!(lists, "\n{} {size} {}", segment.id, level.as_str()).unwrap();
                    profile(&catalogue, &firm, &mut lists);
                }
            }
            counts.push('\n');
        }
    }
    golden(&root().join("tests/golden/profiles/counts.txt"), &counts);
    golden(&root().join("tests/golden/profiles/lists.txt"), &lists);
}
