//! The same firm under other circumstances, asked on the command line; its file stays as it is.

use std::fs;

use crate::support::program::{DAY, run};
use crate::support::root;

const JOINERY: &str = "tests/companies/tischlerei/2026-11-21.waage.toml";

#[test]
fn what_if_compares_without_touching_the_file() {
    let before = fs::read(root().join(JOINERY)).unwrap();
    let ran = run(["report", JOINERY, "--with", "mfa", "--set", "employees=30", "--date", DAY]).expect(0);
    assert!(ran.out.contains("Was wäre, wenn") && ran.out.contains("Unterschied"), "{}", ran.out);
    assert_eq!(fs::read(root().join(JOINERY)).unwrap(), before);
    run(["report", JOINERY, "--with", "mfaa"]).expect(2).complains(&["mfaa", "Meinten Sie „mfa“"]);
    run(["report", JOINERY, "--set", "employees=viele"]).expect(2).complains(&["viele", "Zahl"]);
    run(["report", JOINERY, "--set", "wlan=vielleicht"]).expect(2).complains(&["ja, nein"]);
}

/// What the joinery is told with a changed answer.
fn with(set: &str) -> String {
    run(["report", JOINERY, "--date", DAY, "--set", set]).expect(0).out
}

#[test]
fn every_answer_of_the_company_can_be_changed_and_moves_what_it_should() {
    let same = with("state=BY");
    let moves = [
        "employees=12",
        "segment=retail",
        "turnover_eur=900.000",
        "liquid_reserve_eur=5.000",
        "standstill_day_eur=100",
        "crown_jewels=Empfang",
        "crown_jewels.1.tolerable_hours=2",
        "erp=offen",
        "guest-wlan=offen",
        "home-office=ja",
        "backup-restore-test=offen",
    ];
    for set in moves {
        assert_ne!(with(set), same, "{set}");
    }
    for set in
        ["own_hour_eur=60", "hours_per_month=2", "balance_sheet_eur=1", "tolerable_ruin=0,02", "sites=2"]
    {
        with(set);
    }
}

#[test]
fn a_change_has_the_limits_of_the_file_and_says_them() {
    let refused = |set: &str| run(["report", JOINERY, "--date", DAY, "--set", set]).expect(2);
    refused("sites=0").complains(&["von 1 bis 1.000"]);
    refused("state=XX").complains(&["XX", "BY"]);
    refused("home-office=vielleicht").complains(&["ja, nein, offen"]);
    refused("crown_jewels=a;b;c;d").complains(&["crown_jewels"]);
    refused("crown_jewels.9.day_eur=5").complains(&["Genannt"]);
    refused("crown_jewels.1.colour=5").complains(&["tolerable_hours"]);
    refused("shoe_size=43").complains(&["crown_jewels", "jede Frage"]);
}

#[test]
fn the_plan_without_a_measure_stands_beside_the_plan() {
    let ran = run(["report", JOINERY, "--date", DAY, "--leave-out", "mfa"]).expect(0).out;
    for part in ["Der Plan ohne", "Geld im Jahr", "Mittlerer Schaden im Jahr", "Schaden über der Reserve"] {
        assert!(ran.contains(part), "{part}: {ran}");
    }
    run(["report", JOINERY, "--leave-out", "mfaa"]).expect(2).complains(&["Meinten Sie „mfa“"]);
    run(["report", JOINERY, "--leave-out", "mfa", "--with", "edr"]).expect(2);
}
