//! Many firms: the same figures as one by one, faults in their place, no firm visible among its peers.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::support::program::{DAY, Ran, companies, run, run_reading, scratch};
use crate::support::root;

fn batch(input: &str, options: &[&str]) -> Ran {
    run_reading(input, ["batch", "--date", DAY].iter().chain(options))
}

fn lines(ran: &Ran) -> Vec<Value> {
    ran.out.lines().map(|it| serde_json::from_str(it).unwrap_or_else(|_| panic!("{it}"))).collect()
}

fn input() -> String {
    let line = |(key, path): &(String, std::path::PathBuf)| {
        let text = fs::read_to_string(path).unwrap();
        format!("{}\n", serde_json::json!({ "key": key, "answers": text }))
    };
    companies().iter().map(line).collect::<Vec<_>>().concat()
}

#[test]
fn every_record_has_the_very_figures_of_its_report() {
    let records = lines(&batch(&input(), &["--with-plan"]).expect(0));
    for ((key, path), record) in companies().iter().zip(&records) {
        let report = run(["report", path.to_str().unwrap(), "--json", "-", "--date", DAY]).expect(0).out;
        let report: Value = serde_json::from_str(&report).unwrap();
        assert_eq!(record["key"], key.as_str());
        assert_eq!(record["expected_annual_loss"], report["risk"]["expected_annual_loss"], "{key}");
        assert_eq!(record["value_at_risk_95"], report["risk"]["value_at_risk"]["0.95"], "{key}");
        assert_eq!(
            record["probability_above_reserve"], report["risk"]["probability_above_reserve"]["one_year"],
            "{key}"
        );
        assert_eq!(record["din_points"], report["views"]["din_spec_27076"]["points"], "{key}");
        assert_eq!(record["coverage"], report["coverage"], "{key}");
        assert_eq!(record["level"], report["digitalisation"]["level"], "{key}");
        assert_eq!(record["segment"], report["company"]["segment"], "{key}");
        let plan = &report["plan"]["residual"]["expected_annual_loss"];
        assert_eq!(&record["plan"]["expected_annual_loss"], plan, "{key}");
        let is_empty = |it: &Value| it.as_array().unwrap().is_empty();
        assert_eq!(is_empty(&record["plan"]["first_steps"]), is_empty(&report["roadmap"]["items"]), "{key}");
    }
}

#[test]
fn objects_file_names_and_texts_give_the_same_records() {
    let texts = batch(&input(), &[]).expect(0).out;
    let objects: String = input()
        .lines()
        .map(|line| {
            let line: Value = serde_json::from_str(line).unwrap();
            let answers: toml::Table = line["answers"].as_str().unwrap().parse().unwrap();
            let answers = plain(&toml::Value::Table(answers));
            format!("{}\n", serde_json::json!({ "key": line["key"], "answers": answers }))
        })
        .collect::<Vec<_>>()
        .concat();
    assert_eq!(batch(&objects, &[]).expect(0).out, texts);
    let folder = scratch("batch-files");
    let names: String = companies()
        .iter()
        .map(|(key, path)| {
            let file = folder.join(format!("{key} mit Umläut.waage.toml"));
            fs::copy(path, &file).unwrap();
            format!("{}\0", file.display())
        })
        .collect::<Vec<_>>()
        .concat();
    let files = lines(&batch(&names, &["--files0"]).expect(0));
    for (file, text) in files.iter().zip(texts.lines()) {
        let (mut file, mut text) = (file.clone(), serde_json::from_str::<Value>(text).unwrap());
        assert!(file["key"].as_str().unwrap().ends_with("Umläut.waage.toml"));
        (file["key"], text["key"]) = (Value::Null, Value::Null);
        assert_eq!(file, text);
    }
}

/// TOML as JSON, days as texts.
fn plain(value: &toml::Value) -> Value {
    match value {
        toml::Value::Datetime(it) => it.to_string().into(),
        toml::Value::Table(all) => all.iter().map(|(key, it)| (key.clone(), plain(it))).collect(),
        toml::Value::Array(all) => all.iter().map(plain).collect(),
        other => serde_json::to_value(other).unwrap(),
    }
}

#[test]
fn a_broken_firm_is_a_line_with_place_and_remedy_and_stops_nothing() {
    let good = input().lines().next().unwrap().to_owned();
    let broken = [
        "kein JSON",
        "{\"answers\": \"\"}",
        "{\"key\": \"a\"}",
        "{\"key\": \"b\", \"answers\": \"format = 1\\n[company]\\nsegment = \\\"craft\\\"\\nemployees = 5\"}",
        "{\"key\": \"c\", \"answers\": {\"format\": 1, \"company\": {\"segment\": \"crafts\", \"employees\": \"viele\"}}}",
        "{\"key\": \"d\", \"answers\": \"\", \"extra\": 1}",
    ];
    let text = broken.iter().fold(good.clone(), |text, it| format!("{text}\n{it}\n\n{good}"));
    let ran = batch(&text, &[]).expect(3);
    let found = lines(&ran);
    assert_eq!(found.len(), 2 * broken.len() + 1);
    for (index, line) in found.iter().enumerate() {
        assert_eq!(line["faults"].is_null(), index % 2 == 0, "{line}");
    }
    assert_eq!(found[7]["faults"][0]["place"], "3:11");
    assert_eq!(found[9]["faults"][0]["place"], "company.employees");
    assert!(found[7]["faults"][0]["message"].as_str().unwrap().contains("crafts"), "{}", found[7]);
    ran.complains(&["6 von 13"]);
    let names = "gibt-es-nicht.waage.toml\0";
    let missing = lines(&batch(names, &["--files0"]).expect(3));
    assert!(missing[0]["faults"][0]["message"].as_str().unwrap().contains("gibt es nicht"));
}

#[test]
fn invented_firms_are_the_same_every_time_and_come_back_as_input() {
    let call = |seed: &str, more: &[&str]| {
        let options = [&["batch", "--synthesise", "20", "--seed", seed, "--date", DAY], more].concat();
        run(options).expect(0).out
    };
    let records = call("7", &[]);
    assert_eq!(records, call("7", &[]));
    assert_ne!(records, call("8", &[]));
    assert_eq!(batch(&call("7", &["--answers"]), &[]).expect(0).out, records);
    let small = run(["batch", "--synthesise", "6", "--seed", "7", "--date", DAY]).expect(0).out;
    assert!(records.starts_with(&small), "a firm does not depend on how many there are");
}

#[test]
fn peers_name_groups_and_never_a_firm() {
    let folder = scratch("peers");
    let records = run(["batch", "--synthesise", "120", "--seed", "1", "--date", DAY]).expect(0).out;
    let file = folder.join("records.ndjson");
    fs::write(&file, &records).unwrap();
    let path = file.to_str().unwrap();
    let found: Value = serde_json::from_str(&run(["peers", path, "--json", "-"]).expect(0).out).unwrap();
    let cells = found["cells"].as_array().unwrap();
    assert!(cells.len() > 3, "{found}");
    let mut inside: BTreeMap<String, u64> = BTreeMap::new();
    for line in records.lines() {
        let it: Value = serde_json::from_str(line).unwrap();
        let class = |key: &str| it[key].as_str().unwrap().to_owned();
        let (segment, size, level) = (class("segment"), class("size"), class("level"));
        for key in
            [String::new(), segment.clone(), format!("{segment} {size}"), format!("{segment} {size} {level}")]
        {
            *inside.entry(key).or_default() += 1;
        }
    }
    for cell in cells {
        let class = |key: &str| cell[key].as_str().map(str::to_owned);
        let key: Vec<String> =
            [class("segment"), class("size"), class("level")].into_iter().flatten().collect();
        let (told, all) = (cell["firms"].as_u64().unwrap(), inside[&key.join(" ")]);
        assert!(all >= 5 && told == all / 5 * 5, "{cell}: {all}");
    }
    let table = run(["peers", path]).expect(0).out;
    assert!(table.contains("kein Betrieb erkennen"), "{table}");
    let few = records.lines().take(4).collect::<Vec<_>>().join("\n");
    run_reading(&few, ["peers", "-"]).expect(3).complains(&["mindestens 5"]);
    run(["peers", path, "--fewest", "3"]).expect(2).complains(&["ab 5"]);
    let twice = format!("{records}{}", records.lines().next().unwrap());
    run_reading(&twice, ["peers", "-"]).expect(3).complains(&["steht schon weiter oben"]);
    let json = folder.join("peers.json");
    run(["peers", path, "--json", json.to_str().unwrap()]).expect(0);
    let firm = companies()[0].1.clone();
    let report = run(["report", firm.to_str().unwrap(), "--peers", json.to_str().unwrap(), "--date", DAY]);
    assert!(report.expect(0).out.contains("Betriebe wie Ihrer"));
}

#[test]
fn an_anonymous_report_has_the_same_figures_and_no_names() {
    let file = root().join("tests/companies/tischlerei/2026-11-21.waage.toml");
    let path = file.to_str().unwrap();
    let told = |more: &[&str]| -> Value {
        let call = [&["report", path, "--json", "-", "--date", DAY], more].concat();
        serde_json::from_str(&run(call).expect(0).out).unwrap()
    };
    let (open, anonymous) = (told(&[]), told(&["--anonymous"]));
    assert_eq!(open["risk"], anonymous["risk"]);
    assert_eq!(open["plan"], anonymous["plan"]);
    assert_eq!(anonymous["company"]["employees"], 10, "the fewest of the size class");
    assert!(anonymous["company"]["turnover_eur"].is_null() && anonymous["company"]["name"].is_null());
    let all = anonymous.to_string();
    for word in ["Muster", "Januar"] {
        assert!(!all.contains(word), "{word}");
    }
    let screen = run(["report", path, "--anonymous", "--full", "--date", DAY]).expect(0).out;
    assert!(!screen.contains("Muster") && !screen.contains("14 Beschäftigte"), "{screen}");
}

#[test]
fn of_many_files_every_damaged_one_is_told_and_stops_no_other() {
    let firms = run(["batch", "--synthesise", "40", "--seed", "3", "--answers", "--date", DAY]).expect(0);
    let folder = scratch("damaged");
    let name = |at: usize| folder.join(format!("{at:02}.waage.toml"));
    for (at, line) in lines(&firms).iter().enumerate() {
        fs::write(name(at), line["answers"].as_str().unwrap()).unwrap();
    }
    let text = fs::read_to_string(name(0)).unwrap();
    let damaged: [(usize, &[u8]); 9] = [
        (0, b""),
        (3, &text.as_bytes()[..text.len() / 2 + 3]),
        (7, b"\xff\xfea\0"),
        (11, b"%PDF-1.7\n\xe2\xe3"),
        (13, b"{ \"format\": 2 }"),
        (17, text.replace("employees = ", "employees = \"vier\" # ").leak().as_bytes()),
        (19, b"format = 99\n"),
        (23, text.replace("[company]", "[company]\nsegmnt = 1").leak().as_bytes()),
        (29, text.replace("[company]", "[companie]").leak().as_bytes()),
    ];
    for (at, bytes) in damaged {
        fs::write(name(at), bytes).unwrap();
    }
    fs::remove_file(name(31)).unwrap();
    fs::File::create(name(37)).unwrap().set_len(1 << 33).unwrap();
    let names: Vec<String> = (0..40).map(|it| format!("{}\0", name(it).display())).collect();
    let ran = batch(&names.concat(), &["--files0"]).expect(3);
    let found = lines(&ran);
    let is_damaged = |at: usize| damaged.iter().any(|it| it.0 == at) || at == 31 || at == 37;
    for (at, line) in found.iter().enumerate() {
        assert_eq!(line["faults"].is_array(), is_damaged(at), "{line}");
        let told = line["faults"][0]["message"].as_str();
        assert!(!is_damaged(at) || told.is_some_and(|it| it.len() > 20), "{line}");
    }
    assert_eq!(found.len(), 40);
    ran.complains(&["11 von 40"]);
}
