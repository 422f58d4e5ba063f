//! Many clients: each in its line, a broken one named, nothing of one in the papers of another.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support::program::{DAY, companies, run, scratch};

/// A folder of clients: the worked firms, two of them with a second state.
fn desk(name: &str) -> PathBuf {
    let folder = scratch(name);
    for (index, (firm, path)) in companies().iter().enumerate() {
        let own = folder.join(firm);
        fs::create_dir(&own).unwrap();
        fs::copy(path, own.join("2026-11-21.waage.toml")).unwrap();
        if index < 2 {
            fs::copy(path, own.join("2026-05-20.waage.toml")).unwrap();
        }
    }
    folder
}

fn told(folder: &Path, more: &[&str], code: i32) -> Value {
    let call = [&["portfolio", folder.to_str().unwrap(), "--json", "-", "--date", DAY], more].concat();
    serde_json::from_str(&run(call).expect(code).out).unwrap()
}

#[test]
fn every_client_stands_in_a_line_with_the_figures_of_its_report() {
    let folder = desk("portfolio");
    let all = told(&folder, &[], 0);
    let clients = all["clients"].as_array().unwrap();
    assert_eq!(clients.len(), companies().len());
    for ((firm, path), client) in companies().iter().zip(clients) {
        assert_eq!(client["key"], firm.as_str());
        let report = run(["report", path.to_str().unwrap(), "--json", "-", "--date", DAY]).expect(0).out;
        let report: Value = serde_json::from_str(&report).unwrap();
        assert_eq!(client["expected_annual_loss"], report["risk"]["expected_annual_loss"], "{firm}");
    }
    assert_eq!(clients[0]["course"].as_array().unwrap().len(), 2);
    let table = run(["portfolio", folder.to_str().unwrap(), "--date", DAY]).expect(0).out;
    assert!(table.contains("Tischlerei") && table.contains("Kunden"), "{table}");
}

#[test]
fn clients_are_filtered_by_what_matters() {
    let folder = desk("portfolio-filters");
    let count = |more: &[&str]| told(&folder, more, 0)["clients"].as_array().unwrap().len();
    let all = count(&[]);
    let unbearable = count(&["--unbearable"]);
    assert!(unbearable < all);
    assert_eq!(count(&["--matching", "TISCHLER"]), 1);
    assert_eq!(count(&["--due-by", "2000-01-01"]), 0);
    run(["portfolio", folder.to_str().unwrap(), "--due-by", "bald"]).expect(2).complains(&["bald"]);
}

#[test]
fn a_broken_client_is_named_and_stops_nothing() {
    let folder = desk("portfolio-broken");
    fs::create_dir(folder.join("kaputt")).unwrap();
    fs::write(folder.join("kaputt/2026-11-21.waage.toml"), "format = 1\n[company]\nsegment = \"craft\"\n")
        .unwrap();
    let all = told(&folder, &[], 3);
    assert_eq!(all["clients"].as_array().unwrap().len(), companies().len());
    assert_eq!(all["faults"][0]["key"], "kaputt");
    run(["portfolio", folder.to_str().unwrap(), "--date", DAY]).expect(3).complains(&["kaputt", "crafts"]);
}

#[test]
fn every_client_gets_its_own_report_and_nothing_of_another() {
    let folder = desk("portfolio-reports");
    let out = scratch("portfolio-out");
    let csv = out.join("bestand.csv");
    run([
        "portfolio",
        folder.to_str().unwrap(),
        "--reports",
        out.join("berichte").to_str().unwrap(),
        "--csv",
        csv.to_str().unwrap(),
        "--date",
        DAY,
    ])
    .expect(0);
    for (firm, path) in companies() {
        let alone = out.join("allein.pdf");
        run(["report", path.to_str().unwrap(), "--pdf", alone.to_str().unwrap(), "--date", DAY]).expect(0);
        let together = fs::read(out.join(format!("berichte/{firm}.pdf"))).unwrap();
        assert!(together == fs::read(&alone).unwrap(), "{firm}: the very report it gets alone");
    }
    let csv = fs::read_to_string(csv).unwrap();
    assert_eq!(csv.lines().count(), companies().len() + 1);
}
