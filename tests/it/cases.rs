//! Small inputs that once failed, each with what must happen (`tests/cases/README.md` names the test of every one).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::program::{DAY, Ran, run, run_reading, scratch};
use crate::support::root;

const JOINERY: &str = "tests/companies/tischlerei/2026-11-21.waage.toml";

fn case(name: &str) -> String {
    format!("tests/cases/{name}")
}

fn joinery() -> String {
    fs::read_to_string(root().join(JOINERY)).unwrap()
}

fn json(ran: Ran) -> Value {
    serde_json::from_str(&ran.expect(0).out).unwrap()
}

/// The program with an environment of its own.
fn program(folder: &Path, environment: &[(&str, &str)], args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_waage"));
    command.current_dir(folder).args(args).envs(environment.iter().copied());
    command.output().unwrap()
}

#[test]
fn a_day_after_the_reckoning_is_named_with_its_line_and_stands_on_no_page() {
    for (name, named) in [("future-typo", 1), ("future-all", 20)] {
        let file = case(&format!("{name}.waage.toml"));
        let page = scratch(name).join("x.html");
        let call = ["report", &file, "--date", "2026-11-30", "--html", page.to_str().unwrap()];
        let said = run(call).expect(0).err;
        assert_eq!(said.matches("Hinweis[later-date]").count(), named, "{said}");
        assert!(said.contains(&format!("{name}.waage.toml:22:8")), "{said}");
        let page = fs::read_to_string(page).unwrap();
        assert!(!page.contains(".2062") && page.contains("mit einem Tag danach"));
        run(["gate", &file, "--max-age-days", "30", "--date", "2026-11-30"]).expect(1);
    }
}

#[test]
fn a_comparison_does_not_reckon_in_a_mistyped_year() {
    let then = case("future-typo.waage.toml");
    let compared = run(["compare", &then, &then, "--old-date", "2026-11-21", "--json", "-"]);
    assert!(compared.expect(0).out.contains("\"2026-11-18\""));
    let all = case("future-all.waage.toml");
    run(["compare", &all, &all]).expect(2).complains(&["future-all.waage.toml"]);
}

#[test]
fn what_is_hardly_meant_is_named_and_taken_as_it_stands() {
    let decision = |taken: &str, review: &str| {
        format!(
            "\n[decisions.mfa]\nverdict = \"accept\"\ndate = {taken}\nowner = \"Chefin\"\nreason = \"zu teuer\"\nreview = {review}\n"
        )
    };
    let policy = "\n[insurance]\npremium_eur = 900\ndeductible_eur = 600_000\nlimit_eur = 500_000\n";
    let text = joinery();
    let first = text.find("date = 2026").unwrap();
    let cases = [
        (text.clone() + &decision("2027-11-20", "2028-11-20"), "later-date"),
        (text.clone() + &decision("2026-11-20", "2026-01-01"), "date-before-decision"),
        (text.clone() + &decision("2026-11-20", "2062-11-30"), "far-date"),
        (format!("{}date = 1926{}", &text[..first], &text[first + 11..]), "early-date"),
        (text.replace("employees = 14", "employees = 250"), "doubtful-figure"),
        (text.replace("1_900_000", "1_900"), "doubtful-figure"),
        (text.replace("employees = 14", "employees = 14\ntolerable_ruin = 1"), "certain-ruin"),
        (text.clone() + policy, "deductible-above-limit"),
    ];
    for (text, code) in cases {
        let said = run_reading(&text, ["report", "-", "--date", DAY]).expect(0).err;
        assert!(said.contains(&format!("Hinweis[{code}]")) && said.contains("Abhilfe"), "{code}: {said}");
    }
    assert_eq!(run_reading(&text, ["report", "-", "--date", DAY]).expect(0).err, "");
}

#[test]
fn the_day_is_the_one_of_the_named_time_zone() {
    let day = |zone: &str| {
        let call = ["report", JOINERY, "--json", "-"];
        let output = program(root(), &[("TZ", zone)], &call);
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        report["date"].as_str().unwrap().parse::<jiff::civil::Date>().unwrap()
    };
    // Twenty-six hours apart, whatever the time.
    assert!(day("Pacific/Kiritimati") > day("Etc/GMT+12"));
    let unknown = program(root(), &[("TZ", "Europe/Berln")], &["report", JOINERY]);
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("Zeitzone"), "{unknown:?}");
}

#[test]
fn a_german_day_is_read_as_meant() {
    let report = |day| run(["report", JOINERY, "--json", "-", "--date", day]).expect(0).out;
    assert_eq!(report("1.12.2026"), report("2026-12-01"));
    run(["report", JOINERY, "--date", "31.2.2026"]).expect(2).complains(&["kein Datum"]);
}

#[test]
fn no_bundle_brings_what_the_owner_bears_into_the_plan() {
    let report = json(run(["report", &case("accept-in-bundle.waage.toml"), "--date", DAY, "--json", "-"]));
    let measures = report["measures"].as_array().unwrap();
    let mfa = measures.iter().find(|it| it["id"] == "mfa").unwrap();
    assert_eq!((&mfa["in_plan"], &mfa["bundle"]), (&false.into(), &Value::Null));
    assert_eq!(mfa["degree_after"], mfa["degree"]);
}

#[test]
fn a_policy_without_deductible_is_reckoned_with() {
    let text = fs::read_to_string(root().join(case("quantify-deductible0.toml"))).unwrap();
    for (limit, share) in [("250_000", "1"), ("250_000", "0.9"), ("1_000", "1"), ("1e12", "1")] {
        let text = text.replace("limit = 250_000", &format!("limit = {limit}\nshare = {share}"));
        let result = json(run_reading(&text, ["quantify", "-", "--json", "-"]));
        let figure = |key: &str| result[key]["value"].as_f64().unwrap();
        assert!(figure("expected_annual_loss").is_finite(), "{limit}, {share}: {result}");
    }
    let dear = text.replace("limit = 250_000", "limit = 1e15");
    run_reading(&dear, ["quantify", "-"]).expect(3).complains(&["out-of-range"]);
}

#[test]
fn the_wrong_kind_of_file_is_recognised() {
    let folder = scratch("kinds");
    let [report, page] = ["bericht.json", "bericht.html"].map(|it| folder.join(it).display().to_string());
    run(["report", JOINERY, "--date", DAY, "--json", &report, "--html", &page]).expect(0);
    let paper = folder.join("bericht.pdf").display().to_string();
    fs::write(&paper, b"%PDF-1.7\n\xe2\xe3\xcf\xd3").unwrap();
    let scenarios = case("quantify-deductible0.toml");
    for (call, is) in [
        (["report", &report], "JSON"),
        (["report", &page], "Browser"),
        (["report", &paper], "ein PDF"),
        (["report", "docs/brand/beratung.toml"], "Aussehen"),
        (["report", "knowledge/measures/mfa.toml"], "Inhalten"),
        (["report", "docs/method.md"], "Überschriften"),
        (["report", &scenarios], "Szenarien"),
        (["gate", &report], "JSON"),
        (["quantify", JOINERY], "eine Antwortdatei"),
    ] {
        let said = run(call).expect(3).err;
        assert!(said.contains(is) && said.lines().count() < 10, "{call:?}: {said}");
    }
}

#[test]
fn what_is_too_large_or_never_ends_is_refused_before_it_is_read() {
    let large = scratch("large").join("f.waage.toml");
    fs::File::create(&large).unwrap().set_len(1 << 34).unwrap();
    let start = Instant::now();
    run(["report", large.to_str().unwrap()]).expect(3).complains(&["größer als 16 MB"]);
    let endless = if cfg!(unix) { "/dev/zero" } else { large.to_str().unwrap() };
    for call in [["report", endless], ["quantify", endless], ["portfolio", endless]] {
        let ran = run(call);
        assert!(matches!(ran.code, 2 | 3), "{ran:?}");
    }
    let look = large.with_file_name("look.toml");
    fs::write(&look, format!("logo = \"{endless}\"\n")).unwrap();
    run(["report", JOINERY, "--brand", look.to_str().unwrap()]).expect(3).complains(&["logo-unreadable"]);
    assert!(start.elapsed() < Duration::from_mins(1));
}

#[test]
fn endless_words_are_divided_or_shortened() {
    let folder = scratch("words");
    let paper = folder.join("x.pdf").display().to_string();
    let words = [
        "Kraftfahrzeughaftpflichtversicherungsabrechnungsstellenwesen",
        "Grundstücksverkehrsgenehmigungszuständigkeitsübertragung",
        "ÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüßÄÖÜäöüß",
    ];
    for word in words {
        let text = joinery()
            .replace("Tischlerei Muster", word)
            .replace("Angebote und Rechnungen schreiben", &format!("Wartung {word}"));
        let file = folder.join("f.waage.toml");
        fs::write(&file, text).unwrap();
        for sheet in ["contract-check", "supplier-questionnaire", "emergency-card", "wallet-card"] {
            run(["handout", sheet, file.to_str().unwrap(), "--pdf", &paper, "--date", DAY]).expect(0);
        }
    }
}

#[test]
fn the_same_bytes_come_out_wherever_and_by_whomever_it_is_run() {
    let folder = scratch("elsewhere");
    let file = root().join(JOINERY).display().to_string();
    let outputs = ["pdf", "html", "json", "csv"];
    let make = |name: &str, cwd: &Path, environment: &[(&str, &str)]| -> Vec<Vec<u8>> {
        let paths: Vec<PathBuf> = outputs.iter().map(|it| folder.join(format!("{name}.{it}"))).collect();
        let mut args = vec!["report".to_owned(), file.clone(), "--date".to_owned(), DAY.to_owned()];
        for (kind, path) in outputs.iter().zip(&paths) {
            args.extend([format!("--{kind}"), path.display().to_string()]);
        }
        let ran = program(cwd, environment, &args.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(ran.status.success(), "{ran:?}");
        paths.iter().map(|it| fs::read(it).unwrap()).chain([ran.stdout]).collect()
    };
    let here = make("here", root(), &[]);
    let elsewhere = [
        make("zone", &folder, &[("TZ", "Asia/Kathmandu"), ("LANG", "C"), ("LC_ALL", "C")]),
        make("german", Path::new("/"), &[("LANG", "de_DE.UTF-8"), ("RAYON_NUM_THREADS", "1")]),
        make("nobody", &folder, &[("USER", "nobody"), ("HOME", "/nonexistent"), ("RAYON_NUM_THREADS", "7")]),
    ];
    for other in elsewhere {
        assert!(here == other);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn the_program_cannot_open_a_connection() {
    let binary = fs::read(env!("CARGO_BIN_EXE_waage")).unwrap();
    // A dynamic binary names what it takes from the system, in one block with the library's name; what it does not name
    // it cannot call.
    let library = binary.windows(11).position(|it| it == b"\0libc.so.6\0").expect("a dynamic binary");
    let gap = |it: &[u8]| it == b"\0\0";
    let start = binary[..library].windows(2).rposition(gap).unwrap();
    let end = library + binary[library..].windows(2).position(gap).unwrap();
    let names: Vec<&[u8]> = binary[start..end].split(|it| *it == 0).collect();
    let imports = |name: &str| names.contains(&name.as_bytes());
    assert!(imports("socketpair") && imports("write"), "the names are where they are looked for");
    for call in ["socket", "connect", "getaddrinfo", "gethostbyname", "bind", "listen", "accept4", "sendto"] {
        assert!(!imports(call), "{call}");
    }
}
