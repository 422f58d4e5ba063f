//! A salon of two people: every paper speaks to those who are there.

use std::fs;

use jiff::civil::{Date, date};
use typeset::document::Brand;
use waage::assessment::answers_file;
use waage::catalogue::{embedded, resolve};
use waage::decision::Options;
use waage::model::{Catalogue, SizeClass};
use waage::render::handouts::Kind;
use waage::render::pages::management_report;
use waage::report::{Report, build};

use crate::how_to::{paper, words};
use crate::support::{root, worked_firms};

const TODAY: Date = date(2026, 11, 30);

fn salon(catalogue: &Catalogue) -> Report {
    let text = fs::read_to_string(root().join("tests/further/salon.waage.toml")).unwrap();
    let answers = answers_file::parse_complete(&text, catalogue).unwrap().0;
    build(catalogue, &answers, &Options { draws: Some(20), ..Options::on(TODAY) }).unwrap()
}

#[test]
fn no_paper_names_a_role_that_two_people_do_not_have() {
    let catalogue = resolve(&embedded()).unwrap();
    let report = salon(&catalogue);
    let present = catalogue.roles_present(&report.answers.company);
    let absent = catalogue.roles.iter().filter(|it| !present.contains(&it.id));
    let absent: Vec<&str> = absent.map(|it| it.title.as_str()).collect();
    assert!(absent.contains(&"Buchhaltung") && absent.contains(&"eigene IT"), "{absent:?}");
    let mut papers = vec![words(&management_report(&catalogue, &report, None, &Brand::default()))];
    papers.extend(
        [Kind::OpenPoints, Kind::TrainingPlan, Kind::PassOnKit, Kind::Tasks]
            .map(|it| words(&paper(&catalogue, &report, it))),
    );
    for text in papers {
        for role in &absent {
            // As a cell or heading of its own; running text may speak of bookkeeping.
            for place in [format!("\"{role}\""), format!("zuständig: {role}"), format!(": {role} (")] {
                assert!(!text.contains(&place), "{place}");
            }
        }
    }
}

#[test]
fn a_micro_firms_first_sheet_names_at_most_ten_measures() {
    let catalogue = resolve(&embedded()).unwrap();
    let mut firms = vec![("salon".to_owned(), salon(&catalogue))];
    for (name, answers) in worked_firms(&catalogue) {
        if answers.company.size() == SizeClass::Micro {
            let options = Options { draws: Some(20), ..Options::on(TODAY) };
            firms.push((name, build(&catalogue, &answers, &options).unwrap()));
        }
    }
    assert!(firms.len() >= 3);
    for (name, report) in firms {
        let document = management_report(&catalogue, &report, None, &Brand::default());
        let sheet = format!("{:?}", document.sections[0]);
        let named = catalogue.measures.iter().filter(|it| sheet.contains(&format!("\"{}", it.title))).count();
        assert!((5..=10).contains(&named), "{name} reads of {named} measures at once");
    }
}

#[test]
fn who_helps_and_what_ends_is_named_to_the_smallest_too() {
    let catalogue = resolve(&embedded()).unwrap();
    let text = words(&management_report(&catalogue, &salon(&catalogue), None, &Brand::default()));
    for offer in ["Handwerkskammer", "Mittelstand-Digital", "(bis 31.12.2026)", "CYBERsicher", "§ 82"] {
        assert!(text.contains(offer), "{offer}");
    }
}

#[test]
fn before_while_and_after_stand_on_paper_with_what_the_plan_brings() {
    let catalogue = resolve(&embedded()).unwrap();
    let report = salon(&catalogue);
    assert_eq!(report.phases.len(), 3);
    assert!(report.phases.iter().all(|it| it.planned >= it.today && it.planned <= 1.0));
    let text = words(&management_report(&catalogue, &report, None, &Brand::default()));
    for word in ["Vorbeugen, erkennen, reagieren", ", damit es früh auffällt", "auch mit dem Plan bei"] {
        assert!(text.contains(word), "{word}");
    }
}

#[test]
fn the_lead_learns_what_larger_firms_give_to_several() {
    let catalogue = resolve(&embedded()).unwrap();
    let plan = salon(&catalogue).guidance.learning;
    let lead: Vec<&str> = plan
        .lessons
        .iter()
        .filter(|it| it.roles.iter().any(|it| it.as_str() == "management"))
        .map(|it| it.unit.as_str())
        .collect();
    for unit in ["callback-drill", "restore-with-stopwatch", "attachment-or-not"] {
        assert!(lead.contains(&unit) || plan.beyond.iter().any(|it| it.as_str() == unit), "{unit}: {lead:?}");
    }
    // Neither machines on the net nor an IT provider.
    for unit in ["machine-off-net", "provider-talk", "lead-contract"] {
        assert!(plan.lessons.iter().all(|it| it.unit.as_str() != unit), "{unit}");
    }
}

#[test]
fn everything_a_learning_plan_names_can_be_printed_or_is_at_hand() {
    let catalogue = resolve(&embedded()).unwrap();
    let (_, answers) = worked_firms(&catalogue).into_iter().find(|it| it.0 == "tischlerei").unwrap();
    let report = build(&catalogue, &answers, &Options { draws: Some(20), ..Options::on(TODAY) }).unwrap();
    let materials = words(&paper(&catalogue, &report, Kind::Materials));
    let kit = words(&paper(&catalogue, &report, Kind::PassOnKit));
    let printed = [
        ("Blatt „Unsere Regeln“", &materials, "Unsere Regeln"),
        ("Geräteliste", &materials, "Geräte und Programme"),
        ("Liste aller Zugänge", &materials, "Konten und Zugänge"),
        ("Liste der Konten", &materials, "Konten und Zugänge"),
        ("Liste der Meldungen", &materials, "Meldungen"),
        ("Liste der Hersteller", &materials, "Telefonliste für Rückrufe"),
        ("Telefonliste", &materials, "Telefonliste für Rückrufe"),
        ("Karte für die Tasche", &materials, "Kurzkarten für Tasche und Wand"),
        ("Kurzkarte", &materials, "Kurzkarten für Tasche und Wand"),
        ("Aushang", &materials, "Kurzkarten für Tasche und Wand"),
        ("Projektblatt", &materials, "Projektblatt für Auszubildende"),
        ("Vordrucke für Auftrag", &materials, "Vordrucke für den Betrieb auf Papier"),
        ("Leitfaden", &kit, "Leitfaden für alle, die weitergeben"),
        ("Aufgabenblatt", &kit, "Aufgabenblatt: "),
        ("Lösungsblatt", &kit, "Lösungsblatt: "),
        ("eine Einheit nach Wahl", &kit, "Aufgabenblatt: "),
        ("Notfallkarte", &words(&paper(&catalogue, &report, Kind::EmergencyCard)), "Notfallkarte"),
        ("Vertragscheck", &words(&paper(&catalogue, &report, Kind::ContractCheck)), "Vertragscheck"),
        ("offene Punkte", &words(&paper(&catalogue, &report, Kind::OpenPoints)), "Offene Punkte"),
    ];
    // What every firm has, or the program itself.
    let at_hand = [
        "Handy",
        "eigenes Handy",
        "eigenes Konto",
        "Konto",
        "Kabel",
        "Hauptschalter",
        "Uhr",
        "Stift",
        "Telefon",
        "Passwortprogramm",
        "Sicherung",
        "freier Ordner",
        "Vertrag",
        "Lieferschein",
        "Rechnung",
        "drei Beispiele",
        "zwei Rechnungen",
        "erfundene Rechnung",
        "eine auffällige Nachricht der Woche",
        "Liste mit Beispielen",
        "nichts",
        "nur fünf ruhige Minuten",
        "waage exercise",
        "NIS2-Vorprüfung im Bericht",
        "Seite 1 des Berichts",
    ];
    for unit in &catalogue.knowledge.units {
        for thing in unit.material.split(", ") {
            match printed.iter().find(|it| it.0 == thing) {
                Some((_, paper, title)) => assert!(paper.contains(title), "{}: {thing}", unit.id),
                None => assert!(at_hand.contains(&thing), "{}: nobody prints {thing}", unit.id),
            }
        }
    }
}
