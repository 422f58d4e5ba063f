//! The table of demands names things that exist.

use std::fs;

use crate::demands::SHOWN;
use crate::support::root;

/// The rows of the table: id, demand, places, proof, state.
fn rows() -> Vec<Vec<String>> {
    let page = fs::read_to_string(root().join("docs/theses.md")).unwrap();
    let rows = page.lines().filter(|it| it.starts_with("| R"));
    rows.map(|it| it.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// The words between backticks.
fn quoted(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

#[test]
fn every_demand_has_its_row() {
    let ids: Vec<String> = rows().iter().map(|it| it[0].clone()).collect();
    let expected: Vec<String> = (1..=64).map(|it| format!("R{it:02}")).collect();
    assert_eq!(ids, expected);
}

#[test]
fn every_place_and_every_test_named_exists() {
    for row in rows() {
        let [id, _, places, proof, state] = &row[..] else { panic!("{row:?} has no five cells") };
        let shown: Vec<&str> = quoted(places).chain(quoted(proof)).collect();
        assert!(quoted(places).next().is_some() && quoted(proof).next().is_some(), "{id}");
        for name in shown {
            if let Some((module, test)) = name.split_once("::") {
                let text = fs::read_to_string(root().join(format!("tests/it/{module}.rs"))).unwrap();
                assert!(text.contains(&format!("fn {test}()")), "{id}: {module} has no test {test}");
            } else {
                assert!(root().join(name).exists(), "{id}: {name} does not exist");
            }
        }
        let known = ["done", "partly", "not yet"].iter().any(|it| state.starts_with(it));
        assert!(known && (state == "done" || state.contains(':')), "{id}: {state}");
    }
}

/// Modules whose tests look at what somebody holds: papers, the report, the screen, JSON.
const OUTPUTS: [&str; 16] = [
    "compare",
    "conversation",
    "conversation_ways",
    "demands",
    "firms",
    "guidance",
    "guidance_law",
    "handouts",
    "how_to",
    "papers",
    "practice",
    "projects",
    "report_pages",
    "right_person",
    "tidy",
    "two_people",
];

#[test]
fn what_is_done_is_met_by_somebody_and_not_only_written_in_a_file() {
    for row in rows() {
        let [id, _, _, proof, state] = &row[..] else { panic!("{row:?} has no five cells") };
        if !state.starts_with("done") {
            continue;
        }
        let tests: Vec<&str> = quoted(proof).filter_map(|it| Some(it.split_once("::")?.0)).collect();
        assert!(tests.iter().any(|it| OUTPUTS.contains(it)), "{id} is proven by no output: {proof}");
        let on_paper = proof.contains("every_demand_of_a_paper_stands_on_it");
        assert_eq!(on_paper, SHOWN.iter().any(|it| it.0 == id), "{id}: table and test differ");
    }
}
