//! The report as files: a consultant's own look, the table of measures, what changed since an older file.

use std::fs;

use crate::support::program::{DAY, run, scratch};
use crate::support::root;

const FIRM: &str = "tests/companies/tischlerei/2026-11-21.waage.toml";
const BRAND: &str = "docs/brand/beratung.toml";

#[test]
fn a_consultants_look_is_in_both_papers_and_the_same_on_every_run() {
    let folder = scratch("brand");
    let file = |name: &str| folder.join(name).display().to_string();
    let write = |pdf: &str, html: &str| {
        run(["report", FIRM, "--date", DAY, "--brand", BRAND, "--pdf", pdf, "--html", html]).expect(0);
    };
    write(&file("a.pdf"), &file("a.html"));
    write(&file("b.pdf"), &file("b.html"));
    let pdf = fs::read(file("a.pdf")).unwrap();
    assert!(pdf == fs::read(file("b.pdf")).unwrap());
    let html = fs::read_to_string(file("a.html")).unwrap();
    assert_eq!(html, fs::read_to_string(file("b.html")).unwrap());
    for piece in ["data:image/png;base64,", "Beratung Beispiel GmbH", "--accent:#1f3a5f", "eine Waage"] {
        assert!(html.contains(piece), "{piece} is missing");
    }
    let document = lopdf::Document::load_mem(&pdf).unwrap();
    let is_logo = |it: &lopdf::Object| {
        it.as_stream().is_ok_and(|it| it.dict.get(b"Width").and_then(lopdf::Object::as_i64).ok() == Some(480))
    };
    assert!(document.objects.values().any(is_logo), "the logo is in the PDF");
    let first = document.extract_text(&[1]).unwrap();
    let letters: String = first.chars().filter(|it| it.is_alphanumeric()).collect();
    assert!(letters.contains("BeratungBeispielGmbH"), "{first}");
    assert!(letters.contains("rechnensichvonselbst"), "the decision stays on the first page: {first}");
    run(["report", FIRM, "--date", DAY, "--pdf", &file("plain.pdf")]).expect(0);
    let logo = pdf.len().saturating_sub(fs::read(file("plain.pdf")).unwrap().len());
    assert!(logo < 16 * 1024, "the logo is packed: {logo} bytes");
}

#[test]
fn a_jpeg_goes_into_the_report_as_it_is_and_one_for_the_press_is_refused() {
    let folder = scratch("brand-jpeg");
    let path = folder.join("look.toml").display().to_string();
    let pdf = folder.join("x.pdf").display().to_string();
    for (name, space) in [("baseline", "DeviceRGB"), ("progressive", "DeviceRGB"), ("grey", "DeviceGray")] {
        let picture = fs::read(root().join(format!("tests/looks/{name}.jpg"))).unwrap();
        fs::write(folder.join("logo.jpg"), &picture).unwrap();
        fs::write(&path, "logo = \"logo.jpg\"").unwrap();
        run(["report", FIRM, "--date", DAY, "--brand", &path, "--pdf", &pdf]).expect(0);
        let document = lopdf::Document::load_mem(&fs::read(&pdf).unwrap()).unwrap();
        let logo = document.objects.values().filter_map(|it| it.as_stream().ok());
        let logo = logo.clone().find(|it| it.content == picture).expect("the logo");
        let entry = |key: &str| logo.dict.get(key.as_bytes()).and_then(lopdf::Object::as_name).unwrap();
        assert_eq!((entry("Filter"), entry("ColorSpace")), (b"DCTDecode".as_slice(), space.as_bytes()));
    }
    fs::copy(root().join("tests/looks/press.jpg"), folder.join("logo.jpg")).unwrap();
    let ran = run(["report", FIRM, "--date", DAY, "--brand", &path, "--pdf", &pdf]).expect(3);
    ran.complains(&["Diese Art von Bild können wir nicht drucken", "RGB statt CMYK"]);
}

#[test]
fn faults_of_a_look_are_named_with_place_and_remedy() {
    let folder = scratch("brand-faults");
    let check = |text: &str, pieces: &[&str]| {
        let path = folder.join("look.toml").display().to_string();
        fs::write(&path, text).unwrap();
        let pdf = folder.join("x.pdf").display().to_string();
        let ran = run(["report", FIRM, "--date", DAY, "--brand", &path, "--pdf", &pdf]).expect(3);
        ran.complains(&["look.toml", "Es wurde kein Bericht geschrieben"]).complains(pieces);
        assert!(!folder.join("x.pdf").exists(), "nothing is written");
    };
    fs::write(folder.join("broken.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    fs::write(folder.join("picture.gif"), b"GIF89a").unwrap();
    check("colour = \"#ffe080\"", &["schlecht zu lesen", "derselbe Ton, der reicht"]);
    check("color = \"#1f3a5f\"", &["„color“", "meinten Sie „colour“?"]);
    check("colour = \"blau\"", &["keine Farbe", "#1f3a5f"]);
    check("logo = \"fehlt.png\"", &["„fehlt.png“ gibt es nicht"]);
    check("logo = \"broken.png\"", &["beschädigt"]);
    fs::write(folder.join("noise.jpg"), [0xff, 0xd8, 1, 2, 3, 4, 5]).unwrap();
    check("logo = \"noise.jpg\"", &["beschädigt", "neu speichern"]);
    check("logo = \"picture.gif\"", &["weder PNG noch JPEG"]);
    check("name = 3", &["erwartet wird ein Text", "Anführungszeichen"]);
    check("name = \"offen", &["Der Text hat kein Ende"]);
}

#[test]
fn the_table_of_measures_opens_in_a_german_spreadsheet() {
    let ran = run(["report", FIRM, "--date", DAY, "--csv", "-"]).expect(0);
    assert!(ran.out.starts_with('\u{feff}'));
    let lines: Vec<&str> = ran.out.trim_start_matches('\u{feff}').split_terminator("\r\n").collect();
    assert!(lines[0].starts_with("\"Maßnahme\";\"Entscheidung\""), "{}", lines[0]);
    let cells = |line: &str| line.split("\";").count();
    assert!(lines.len() > 30 && lines.iter().all(|it| cells(it) >= 6), "{}", ran.out);
    let first = lines[1];
    assert!(
        first.contains("IT-Dienstleister") && first.contains("2026") && first.contains("\"mfa\""),
        "{first}"
    );
}

#[test]
fn owners_and_dates_that_were_decided_stand_in_the_table_and_never_run() {
    let folder = scratch("csv");
    let path = folder.join("firma.waage.toml").display().to_string();
    let decided = "\n[decisions.mfa]\nverdict = \"do\"\ndate = 2026-11-10\ndue = 2027-02-28\nowner = \"=cmd|' /C calc'!A0\"\n";
    fs::write(&path, fs::read_to_string(root().join(FIRM)).unwrap() + decided).unwrap();
    let ran = run(["report", &path, "--date", DAY, "--csv", "-"]).expect(0);
    let line = ran.out.lines().find(|it| it.contains("\"mfa\"")).expect("the measure");
    assert!(line.contains("28.02.2027"), "{line}");
    assert!(line.contains("\"'=cmd"), "{line}");
}

#[test]
fn the_report_tells_what_changed_since_an_older_file() {
    let folder = scratch("since");
    let new = folder.join("2027-05-20.waage.toml").display().to_string();
    let html = folder.join("report.html").display().to_string();
    let text = fs::read_to_string(root().join(FIRM)).unwrap();
    fs::write(&new, text.replace("employees = 14", "employees = 16")).unwrap();
    run(["report", &new, "--date", "2027-05-20", "--since", FIRM, "--html", &html]).expect(0);
    let page = fs::read_to_string(html).unwrap();
    assert!(page.contains("Was sich seit dem 21.11.2026 geändert hat"));
    run(["report", &new, "--since", "fehlt.waage.toml", "--html", "-"])
        .expect(2)
        .complains(&["fehlt.waage.toml"]);
}

#[test]
fn a_borne_risk_carries_name_reason_day_and_review_wherever_it_is_named() {
    let folder = scratch("borne");
    let file = folder.join("firm.toml").display().to_string();
    let decision = "\n[decisions.mdr]\nverdict = \"accept\"\nreason = \"Vertrag läuft aus\"\nowner = \"Frau Sander\"\ndate = 2026-11-20\nreview = 2027-03-01\n";
    fs::write(&file, fs::read_to_string(root().join(FIRM)).unwrap() + decision).unwrap();
    let path = |name: &str| folder.join(name).display().to_string();
    let (html, csv, json) = (path("a.html"), path("a.csv"), path("a.json"));
    let call = ["report", &file, "--date", DAY, "--html", &html, "--csv", &csv, "--json", &json];
    let shown = run(call).expect(0).out;
    let full = run(["report", &file, "--date", DAY, "--full"]).expect(0).out;
    let read = |path: &str| fs::read_to_string(path).unwrap();
    for (place, text) in [("screen", shown), ("full", full), ("page", read(&html)), ("table", read(&csv))] {
        // Lines break where the screen ends.
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let said =
            "Getragen von Frau Sander seit 20.11.2026, neu prüfen am 01.03.2027. Grund: Vertrag läuft aus.";
        assert!(text.contains(said), "{place}: {text}");
    }
    let json: serde_json::Value = serde_json::from_str(&read(&json)).unwrap();
    let of_mdr = |it: &&serde_json::Value| it["id"] == "mdr";
    let mdr = json["measures"].as_array().unwrap().iter().find(of_mdr).unwrap();
    assert_eq!(mdr["taken_on"], "2026-11-20");
    assert_eq!((&mdr["owner"], &mdr["taken_reason"]), (&"Frau Sander".into(), &"Vertrag läuft aus".into()));
    assert_eq!(mdr["review"], "2027-03-01");
}
