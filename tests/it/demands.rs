//! The demands of `docs/theses.md` as somebody meets them: in the report or on a paper of a worked firm.

use std::collections::BTreeMap;
use std::fs;

use jiff::civil::{Date, date};
use typeset::document::Brand;
use waage::assessment::answers_file::parse_complete;
use waage::catalogue::{embedded, resolve};
use waage::decision::Options;
use waage::guidance::learning_plan;
use waage::render::handouts::{Kind, Subject, compose};
use waage::render::pages::management_report;
use waage::report::build;

use crate::support::{root, worked_firms};

const TODAY: Date = date(2026, 11, 30);

/// A demand, the worked firm, its paper (the report where none is named) and words that stand on it.
type Shown = (&'static str, &'static str, Option<Kind>, &'static str);

/// What is shown to whom. Demands that live on the screen have tests of their own, named in the table.
pub const SHOWN: [Shown; 48] = [
    ("R01", "tischlerei", None, "Menschen und Technik"),
    ("R02", "tischlerei", None, "So viel Wirkung geht heute verloren"),
    (
        "R04",
        "tischlerei",
        Some(Kind::PassOnKit),
        "Auflegen und selbst unter der bekannten Nummer zurückrufen",
    ),
    ("R05", "tischlerei", Some(Kind::Leadership), "Unterschrift"),
    ("R06", "maschinenbau", None, "Handbuch Management von Cyber-Risiken"),
    ("R07", "tischlerei", None, "entschieden von"),
    ("R08", "baeckerei", None, "Warum dieser Fall"),
    ("R11", "tischlerei", None, "unterm Strich"),
    ("R12", "tischlerei", Some(Kind::EmergencyPlan), "CNC-Dateien an die Maschine geben"),
    ("R13", "tischlerei", None, "Wiedervorlage"),
    ("R15", "tischlerei", None, "Selbst machen oder machen lassen"),
    ("R15", "tischlerei", Some(Kind::ContractCheck), "Vertragscheck"),
    ("R16", "tischlerei", None, "Worauf die Zahlen ruhen"),
    ("R17", "baeckerei", None, "So ging es gut aus"),
    ("R17", "baeckerei", None, "So ging es schlecht aus"),
    ("R18", "tischlerei", None, "Womit Sie zuerst rechnen sollten"),
    ("R19", "tischlerei", None, "Das hätte begrenzen können"),
    ("R20", "tischlerei", None, "Vorbeugen oder reparieren"),
    ("R22", "tischlerei", None, "Allianz für Cyber-Sicherheit"),
    (
        "R23",
        "hausarztpraxis",
        None,
        "Wie genau überlegen Sie, was Sie von Kunden, Patienten oder Mitgliedern aufschreiben?",
    ),
    ("R24", "tischlerei", Some(Kind::PassOnKit), "Lösungsblatt: "),
    ("R25", "tischlerei", Some(Kind::PassOnKit), "Sie brauchen: "),
    ("R26", "tischlerei", None, "Zentrale Ansprechstelle Cybercrime"),
    ("R28", "tischlerei", None, "Vorbeugen, erkennen, reagieren"),
    ("R29", "tischlerei", Some(Kind::PassOnKit), "Erstes Lehrjahr"),
    ("R31", "tischlerei", Some(Kind::TrainingPlan), "Aus Ihren Lücken"),
    ("R32", "tischlerei", Some(Kind::TrainingPlan), "mit 15 Minuten je Person und Woche"),
    ("R33", "tischlerei", Some(Kind::Materials), "Papier"),
    ("R35", "tischlerei", None, "Weiterbildung nach § 82 SGB III"),
    ("R35", "tischlerei", None, "Zuschuss zu Lehrgängen über 120 Stunden"),
    ("R38", "tischlerei", None, "Was das Gesetz von Ihnen verlangt"),
    ("R41", "tischlerei", None, "Der Hebel: "),
    ("R42", "tischlerei", None, "Vorsicht beim Versicherungsantrag"),
    ("R45", "tischlerei", None, "Mindeststandard, den jeder Berater und Versicherer zuerst nennt"),
    ("R46", "tischlerei", Some(Kind::TrainingPlan), "Die Sicherheitsminute im Teamgespräch"),
    ("R47", "tischlerei", Some(Kind::Materials), "Aus der Berufsschule in den Betrieb"),
    ("R49", "tischlerei", Some(Kind::Tasks), "Aufgaben: Geschäftsführung"),
    ("R50", "tischlerei", None, "Wir beschließen"),
    ("R51", "tischlerei", Some(Kind::TrainingPlan), "Gelernt wird in der Arbeitszeit"),
    ("R52", "tischlerei", Some(Kind::Participation), "4.1"),
    ("R54", "tischlerei", None, "Kompetenzfeld 4.1"),
    ("R55", "tischlerei", Some(Kind::PassOnKit), "Leitfaden für alle, die weitergeben"),
    ("R56", "tischlerei", Some(Kind::LeadershipModules), "Risiko tragen oder handeln"),
    ("R57", "tischlerei", Some(Kind::Participation), "Vermerk des Betriebs, von ihm selbst ausgefüllt"),
    ("R58", "tischlerei", None, "Sicherheit im Betrieb weitergeben können"),
    ("R59", "tischlerei", None, "Alle Beträge sind Schätzungen"),
    ("R60", "tischlerei", Some(Kind::TeamTalk), "Fünf Minuten fürs Team"),
    ("R62", "baeckerei", None, "6 Beschäftigte, "),
];

#[test]
fn every_demand_of_a_paper_stands_on_it() {
    let catalogue = resolve(&embedded()).unwrap();
    let mut papers = BTreeMap::new();
    for (name, answers) in worked_firms(&catalogue) {
        if !SHOWN.iter().any(|it| it.1 == name) {
            continue;
        }
        let report = build(&catalogue, &answers, &Options { draws: Some(20), ..Options::on(TODAY) }).unwrap();
        let page = management_report(&catalogue, &report, None, &Brand::default());
        papers.insert((name.clone(), None), format!("{:?}", page.sections));
        let plan = learning_plan(&catalogue, &report.answers, &report.posture, &report.decision, 15, TODAY);
        for kind in Kind::ALL {
            let paper = compose(kind, Subject { catalogue: &catalogue, report: &report, learning: &plan });
            papers.insert((name.clone(), Some(kind.as_str())), format!("{:?}", paper.sections));
        }
    }
    for (demand, firm, kind, words) in SHOWN {
        let paper = &papers[&(firm.to_owned(), kind.map(Kind::as_str))];
        assert!(paper.contains(words), "{demand}: {firm}, {kind:?} does not say: {words}");
    }
}

#[test]
fn two_voices_on_one_question_stand_in_the_report() {
    let catalogue = resolve(&embedded()).unwrap();
    let path = root().join("tests/companies/tischlerei/2026-11-21.waage.toml");
    let own = "[answers.people-contact-point]\noption = \"known\"\n";
    let other = "also = [{ option = \"nobody\", by = \"workshop\", date = 2026-11-02 }]\n";
    let text = fs::read_to_string(path).unwrap().replacen(own, &format!("{own}{other}"), 1);
    let answers = parse_complete(&text, &catalogue).unwrap().0;
    let report = build(&catalogue, &answers, &Options { draws: Some(20), ..Options::on(TODAY) }).unwrap();
    let page = format!("{:?}", management_report(&catalogue, &report, None, &Brand::default()).sections);
    assert!(page.contains("Hier haben mehrere Personen verschieden geantwortet"), "R03");
    assert!(page.contains("Werkstatt und Produktion: "), "R03");
}
