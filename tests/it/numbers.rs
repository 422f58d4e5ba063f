//! Numbers as a German writes them: in files never read as something else, in options read as meant.

use std::fs;

use crate::support::program::{DAY, run, run_reading, scratch};
use crate::support::root;

const JOINERY: &str = "tests/companies/tischlerei/2026-11-21.waage.toml";

fn case(name: &str) -> String {
    format!("tests/cases/{name}")
}

/// The report of the joinery as JSON with these options.
fn figures(options: &[&str]) -> String {
    run(["report", JOINERY, "--date", DAY, "--json", "-"].iter().chain(options)).expect(0).out
}

#[test]
fn a_point_between_thousands_in_a_file_is_never_a_decimal_point() {
    run(["report", &case("reserve-dot.waage.toml")]).expect(3).complains(&["thousands-point", "„60_000“"]);
    run(["quantify", &case("thousands-dot.toml")]).expect(3).complains(&["„1_000“", "„100_000“"]);
    let text = fs::read_to_string(root().join(JOINERY)).unwrap();
    let section = |text: &str, lines: &str| format!("{text}\n{lines}\n");
    let cases = [
        (text.replace("1_900_000", "480.000"), "480_000"),
        (text.replace("1_900_000", "1.900.000"), "1_900_000"),
        (text.replace("1_900_000", "1900000,50"), "1900000.50"),
        (text.replace("employees = 14", "employees = 1.400"), "1_400"),
        (section(&text, "[gate]\nmax_expected_loss_eur = 8.000"), "8_000"),
        (
            section(&text, "[insurance]\npremium_eur = 1.200\ndeductible_eur = 2500\nlimit_eur = 500000"),
            "1_200",
        ),
        (section(&text, "[costs.mfa]\nyearly_eur = 1.200"), "1_200"),
    ];
    for (text, meant) in cases {
        run_reading(&text, ["report", "-"]).expect(3).complains(&[meant]);
    }
}

#[test]
fn a_decimal_comma_is_named_where_it_stands() {
    run(["quantify", &case("comma-inline.toml")]).expect(3).complains(&["Dezimalkomma", ":4:", "„0.5“"]);
}

#[test]
fn options_read_amounts_as_they_are_meant() {
    assert_eq!(figures(&["--budget", "2.000"]), figures(&["--budget", "2000"]));
    assert_eq!(figures(&["--rate", "3,5"]), figures(&["--rate", "3.5"]));
    for refused in [["--budget", "nan"], ["--budget", "-5"], ["--rate", "300"], ["--horizon", "0"]] {
        run(["report", JOINERY].iter().chain(&refused)).expect(2).complains(&["waage report --help"]);
    }
}

#[test]
fn a_changed_figure_has_the_limits_of_the_file() {
    let what_if = |set: &str| run(["report", JOINERY, "--date", DAY, "--set", set]);
    assert_eq!(what_if("turnover_eur=480.000").expect(0).out, what_if("turnover_eur=480000").expect(0).out);
    for beyond in ["turnover_eur=0", "employees=4000000000", "employees=0", "liquid_reserve_eur=viel"] {
        what_if(beyond).expect(2);
    }
}

#[test]
fn a_comparison_on_the_screen_takes_no_files_it_would_not_write() {
    let json = scratch("what-if").join("x.json");
    let json = json.to_str().unwrap();
    for option in [["--json", json], ["--budget", "2000"], ["--since", JOINERY]] {
        run(["report", JOINERY, "--with", "mfa"].iter().chain(&option)).expect(2).complains(&["--with"]);
    }
    assert!(!fs::exists(json).unwrap());
}

#[test]
fn amounts_no_firm_has_are_refused_at_their_line() {
    for (name, line) in [("chart-hang.toml", 5), ("frontier-panic.toml", 5), ("reserve-panic.toml", 5)] {
        let path = case(name);
        run(["report", &path]).expect(3).complains(&["out-of-range", &format!("{name}:{line}:")]);
    }
}

#[test]
fn of_many_faults_the_first_are_shown_and_the_rest_is_counted() {
    let mut text = fs::read_to_string(root().join(JOINERY)).unwrap();
    for index in 0..8000 {
        text.extend(["\n[answers.no-such-question-", &index.to_string(), "]\noption = \"daily\"\n"]);
    }
    let said = run_reading(&text, ["report", "-"]).expect(3).err;
    assert_eq!(said.matches("Abhilfe").count(), 20);
    assert!(said.contains("und 7.980 weitere Stellen"), "{}", &said[said.len() - 300..]);
}
