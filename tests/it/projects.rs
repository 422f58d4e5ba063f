//! Planned projects: what they change before anybody signs.

use std::fs;
use std::path::Path;

use jiff::civil::{Date, date};
use typeset::layout::lay_out;
use typeset::pdf;
use typeset::typeface::Typeface;
use waage::catalogue::{embedded, resolve};
use waage::decision::{Change, Options};
use waage::guidance::learning_plan;
use waage::render::handouts::{Subject, project_paper};
use waage::report::{Then, build, project_facts, what_if};
use waage::risk::ScenarioFactor;

use crate::support::program::{run, scratch};
use crate::support::worked_firms;

const DAY: Date = date(2026, 11, 21);
const FIRMS: [&str; 2] = ["onlinehandel", "tischlerei"];
const FIRM: &str = "tests/companies/tischlerei/2026-11-21.waage.toml";

#[test]
fn prevention_pays_off_against_doors_that_open_and_what_is_there_already_is_not_new() {
    let catalogue = resolve(&embedded()).unwrap();
    // A firm with much on the net and one with little.
    for (name, answers) in worked_firms(&catalogue).into_iter().filter(|it| FIRMS.contains(&it.0.as_str())) {
        for project in &catalogue.knowledge.projects {
            let it = project_facts(&catalogue, &answers, project, DAY).unwrap();
            let id = project.id.as_str();
            assert!(it.guarded.expected <= it.bare.expected, "{name} {id}");
            assert!(
                it.bare_range.0 <= it.bare.expected && it.bare.expected <= it.bare_range.1,
                "{name} {id}"
            );
            let has_step = it.measures.iter().any(|it| it.step.is_some());
            assert_eq!(has_step, it.annual.total().likely > 0.0, "{name} {id}: a step has a price");
            if ["web-shop", "home-office", "remote-maintenance", "networked-machine"].contains(&id) {
                assert!(it.bare.expected > it.today.expected, "{name} {id}");
            }
            let has = project.when.without_traits.iter().any(|it| answers.company.traits.contains(it));
            assert_eq!(it.is_new, !has, "{name} {id}");
        }
    }
}

#[test]
fn a_project_is_the_same_what_if_that_a_report_makes() {
    let catalogue = resolve(&embedded()).unwrap();
    let (_, answers) = worked_firms(&catalogue).into_iter().find(|it| it.0 == "tischlerei").unwrap();
    let then = Then::of(&answers);
    let same = what_if(&catalogue, &answers, &then, &Change::default(), DAY).unwrap();
    assert_eq!(same.before, same.after, "nothing changed, to the last bit");
    let doubled: Vec<ScenarioFactor> = catalogue
        .scenarios
        .iter()
        .map(|it| ScenarioFactor { scenario: it.id.clone(), frequency: 2.0, severity: 1.0 })
        .collect();
    let twice =
        what_if(&catalogue, &answers, &Then { factors: &doubled, ..then }, &Change::default(), DAY).unwrap();
    let ratio = twice.after.expected / same.after.expected;
    assert!((ratio - 2.0).abs() < 1e-9, "twice as often is twice the expected loss: {ratio}");
    let missing = vec!["mfa".into()];
    let without =
        what_if(&catalogue, &answers, &Then { missing: &missing, ..then }, &Change::default(), DAY).unwrap();
    assert!(without.after.expected >= same.after.expected);
}

#[test]
fn the_paper_of_every_project_has_two_pages() {
    let catalogue = resolve(&embedded()).unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("projects");
    fs::create_dir_all(&folder).unwrap();
    let face = Typeface::default();
    let mut wrong = Vec::new();
    for (name, answers) in worked_firms(&catalogue).into_iter().filter(|it| FIRMS.contains(&it.0.as_str())) {
        let report = build(&catalogue, &answers, &Options { draws: Some(20), ..Options::on(DAY) }).unwrap();
        let learning = learning_plan(&catalogue, &report.answers, &report.posture, &report.decision, 15, DAY);
        let subject = Subject { catalogue: &catalogue, report: &report, learning: &learning };
        for project in &catalogue.knowledge.projects {
            let facts = project_facts(&catalogue, &answers, project, DAY).unwrap();
            let paper = project_paper(subject, project, &facts);
            let pages = lay_out(&paper, &face).pages.len();
            if pages != 2 {
                wrong.push(format!("{name} {}: {pages} pages", project.id.as_str()));
            }
            if name == "tischlerei" {
                fs::write(folder.join(format!("{}.pdf", project.id.as_str())), pdf::render(&paper)).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_terminal_shows_figures_steps_duties_and_questions() {
    let shown =
        run(["handout", "project-check", FIRM, "--project", "web-shop", "--date", "2026-11-21"]).expect(0);
    for part in [
        "Vorhaben: Webshop",
        "ohne Vorsorge",
        "Mit Vorsorge",
        "Schätzung",
        "Schutz für Website und Shop",
        "Art. 28 DSGVO",
        "keine Rechtsberatung",
        "zweiten Faktor",
        "--project web-shop --pdf vorhaben.pdf",
    ] {
        assert!(shown.out.contains(part), "„{part}“ is missing in\n{}", shown.out);
    }
    let target = scratch("project").join("vorhaben.pdf");
    let path = target.to_str().unwrap();
    run(["handout", "project-check", FIRM, "--project", "web-shop", "--pdf", path]).expect(0);
    assert!(fs::read(&target).unwrap().starts_with(b"%PDF-1.7"));
}

#[test]
fn wrong_calls_say_what_to_do() {
    run(["handout", "project-check", FIRM, "--project", "webshop"]).expect(2).complains(&[
        "webshop",
        "Meinten Sie „web-shop“?",
        "home-office",
    ]);
    run(["handout", "leadership", FIRM, "--project", "web-shop"]).expect(2).complains(&["project-check"]);
    run(["handout", "project-check", FIRM]).expect(2).complains(&["--pdf"]);
}
