//! Answers from tables: our own list filled in, and other questionnaires by a mapping.

use std::fs;
use std::path::{Path, PathBuf};

use waage::assessment::Draft;
use waage::assessment::answers_file::parse;
use waage::catalogue::{embedded, resolve};
use waage::model::Answer;

use crate::support::program::{Ran, run};
use crate::support::root;

const OWN: &str = "# Unsere Datei\nformat = 1\ncontent = \"2026.2\"\n\n[company]\nsegment = \"crafts\"\nemployees = 14\ntraits = [\"external-it\", \"own-server\"]\n\n[answers.backup-frequency]\nunknown = true # fragen\ndate = 2026-11-01\n";

/// The insurer's marks; a row informs two questions.
const MAPPING: &str = r#"format = 1
title = "Fragebogen eines Versicherers, erfunden"
key = "Nr."
answer = "Antwort"
note = "Bemerkung"
sheet = "Fragen & Antworten"
by = "management"

[[row]]
key = "1.1"
question = "backup-frequency"
answers = { ja = "daily", nein = "never" }

[[row]]
key = "1.1"
question = "backup-restore-test"
answers = { ja = "never" }

[[row]]
key = "1.2"
question = "accounts-passwords"

[[row]]
key = "1.3"
question = "emergency-exercise"
answers = { ja = "long-ago", nein = "never" }

[[row]]
key = "1.4"
question = "updates-routine"
"#;

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("firma.waage.toml"), OWN).unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        fs::write(self.path(name), bytes).unwrap();
        self.path(name)
    }

    fn import(&self, table: &Path, more: &[&str]) -> Ran {
        let own = self.path("firma.waage.toml");
        let mut call = vec!["import", own.to_str().unwrap(), table.to_str().unwrap(), "--date", "2026-11-21"];
        call.extend_from_slice(more);
        run(call)
    }

    fn text(&self) -> String {
        fs::read_to_string(self.path("firma.waage.toml")).unwrap()
    }

    fn saved(&self) -> Draft {
        let catalogue = resolve(&embedded()).expect("the shipped content is sound");
        parse(&self.text(), &catalogue).unwrap().draft
    }
}

fn said(draft: &Draft, question: &str) -> Option<String> {
    draft.records.get(question).map(|it| match &it.answer {
        Answer::Chosen(option) => option.to_string(),
        Answer::Unknown => "?".into(),
        Answer::NotApplicable { .. } => "-".into(),
    })
}

#[test]
fn our_own_list_goes_out_and_comes_back_filled_in() {
    let folder = Folder::new();
    let (own, csv) = (folder.path("firma.waage.toml"), folder.path("fragen.csv"));
    run(["form", own.to_str().unwrap(), "--topic", "backup", "--csv", csv.to_str().unwrap()])
        .expect(0)
        .complains(&["waage import"]);
    let table = fs::read_to_string(&csv).unwrap();
    let catalogue = resolve(&embedded()).unwrap();
    // Every question answered with another of its options, by number, by words and by id in turn.
    let mut wanted = Vec::new();
    let lines = table.lines().enumerate().map(|(at, line)| {
        let id = line.split(';').next().unwrap().trim_matches(['"', '\u{feff}']).to_owned();
        let Some(question) = catalogue.question(&id.as_str().into()) else { return line.to_owned() };
        let place = at % question.options.len();
        let option = &question.options[place];
        wanted.push((id, option.id.to_string()));
        let cell = [(place + 1).to_string(), option.text.clone(), option.id.to_string()][at % 3].clone();
        format!("{};\"{cell}\";\"Notiz; {at}\"", line.strip_suffix(";\"\";\"\"").expect("two empty cells"))
    });
    let filled = lines.collect::<Vec<_>>().join("\r\n");
    assert!(wanted.len() > 3, "{table}");
    // As a German Windows saves it.
    let windows: Vec<u8> = filled
        .trim_start_matches('\u{feff}')
        .chars()
        .map(|it| u8::try_from(u32::from(it)).unwrap_or(b'?'))
        .collect();
    let back = folder.put("zurück.csv", windows);
    let told = folder.import(&back, &["--by", "it-dienstleister"]).expect(0);
    assert!(told.out.contains("IT-Dienstleister"), "{}", told.out);
    let draft = folder.saved();
    for (id, option) in &wanted {
        let record = &draft.records[id.as_str()];
        let voice = record.also.iter().find(|it| it.by.as_str() == "it-provider");
        let (answer, note) = voice.map_or((&record.answer, &record.note), |it| (&it.answer, &it.note));
        assert_eq!(answer, &Answer::Chosen(option.as_str().into()), "{id}");
        assert!(note.as_ref().unwrap().starts_with("Notiz; "), "{id}");
    }
    assert!(folder.text().contains("# Unsere Datei") && folder.text().contains("# fragen"));
    folder.import(&back, &["--by", "it-dienstleister"]).expect(0).complains(&["Nichts Neues"]);
}

#[test]
fn a_workbook_of_our_own_list_is_read_as_it_is() {
    let folder = Folder::new();
    folder.import(&root().join("tests/fixtures/own-list.xlsx"), &["--by", "office"]).expect(0);
    let draft = folder.saved();
    let voice = &draft.records["backup-frequency"].also[0];
    assert_eq!((&voice.answer, voice.by.as_str()), (&Answer::Chosen("weekly".into()), "office"));
    assert_eq!(said(&draft, "accounts-passwords").as_deref(), Some("?"));
    assert_eq!(draft.records["accounts-passwords"].note.as_deref(), Some("Herr Weber & Söhne"));
    assert_eq!(said(&draft, "updates-routine").as_deref(), Some("-"));
}

#[test]
fn another_questionnaire_is_read_by_its_mapping_and_rows_left_out_are_named() {
    let folder = Folder::new();
    let mapping = folder.put("versicherer.toml", MAPPING);
    let table = root().join("tests/fixtures/insurer.xlsx");
    let told = folder.import(&table, &["--mapping", mapping.to_str().unwrap()]).expect(0);
    let told =
        told.complains(&["Zeile 6 (1.3): „vielleicht“ ist keine Antwort", "Zeile 7 (9.9): nicht zugeordnet"]);
    assert!(told.err.contains("3 Antworten") && told.err.contains("1 Zeile ohne Antwort"), "{}", told.err);
    let draft = folder.saved();
    let backup = &draft.records["backup-frequency"].also[0];
    assert_eq!((backup.answer.clone(), backup.by.as_str()), (Answer::Chosen("daily".into()), "management"));
    assert_eq!(backup.note.as_deref(), Some("jede Nacht <außer> freitags"));
    assert_eq!(said(&draft, "backup-restore-test").as_deref(), Some("never"));
    assert_eq!(said(&draft, "accounts-passwords").as_deref(), Some("long"));
    assert!(draft.decisions.is_empty() && said(&draft, "emergency-exercise").is_none());
}

#[test]
fn a_faulty_mapping_is_refused_with_every_fault_and_its_line() {
    let folder = Folder::new();
    let wrong = "format = 1\nkey = \"Nr.\"\nby = \"chef\"\n[[row]]\nkey = \"1\"\nquestion = \"backup-frequenzy\"\n[[row]]\nkey = \"2\"\nquestion = \"backup-frequency\"\nanswers = { ja = \"dayly\" }\nextra = 1\n";
    let mapping = folder.put("m.toml", wrong);
    let table = folder.put("t.csv", "Nr.;Antwort\n1;ja\n");
    let ran = folder.import(&table, &["--mapping", mapping.to_str().unwrap()]).expect(3);
    ran.complains(&["„answer“", "chef", "backup-frequency", "meinten Sie „daily“?", "„extra“", "m.toml:6"]);
    let answers = folder.path("firma.waage.toml");
    folder
        .import(&table, &["--mapping", answers.to_str().unwrap()])
        .expect(3)
        .complains(&["eine Antwortdatei"]);
    assert_eq!(folder.text(), OWN);
}

#[test]
fn what_is_no_table_changes_nothing_and_says_so() {
    let folder = Folder::new();
    let workbook = fs::read(root().join("tests/fixtures/own-list.xlsx")).unwrap();
    let mut torn = workbook.clone();
    torn.truncate(workbook.len() / 2);
    let mut broken = workbook.clone();
    broken[60..3000].fill(0xff);
    for (name, bytes, what) in [
        ("a.csv", b"Name;Ort\nA;B\n".to_vec(), "keine Zeile mit den Überschriften"),
        ("b.csv", b"".to_vec(), "keine Zeile mit den Überschriften"),
        ("c.xlsx", torn, "beschädigt"),
        ("d.xlsx", broken, "beschädigt"),
        ("e.csv", b"%PDF-1.7\0\0".to_vec(), "keine Tabelle"),
    ] {
        let table = folder.put(name, bytes);
        folder.import(&table, &[]).expect(3).complains(&[what]);
    }
    folder.import(&folder.path("nirgends.csv"), &[]).expect(2);
    let mapping = folder.put("m.toml", MAPPING.replace("Fragen & Antworten", "Fragen"));
    let table = root().join("tests/fixtures/insurer.xlsx");
    let ran = folder.import(&table, &["--mapping", mapping.to_str().unwrap()]).expect(3);
    ran.complains(&["Deckblatt, Fragen & Antworten"]);
    assert_eq!(folder.text(), OWN);
}

#[test]
fn contradictions_of_one_person_are_decided_or_nothing_changes() {
    let folder = Folder::new();
    let table = folder.put(
        "t.csv",
        "Kennung;Ihre Antwort\nbackup-frequency;täglich\nnirgends;ja\nupdates-routine;1\nupdates-routine;2\n",
    );
    let ran = folder.import(&table, &[]).expect(2);
    ran.complains(&["widersprechen sich", "Zeile 3 (nirgends)", "Zeile 5", "weiter oben schon anders"]);
    assert_eq!(folder.text(), OWN);
    folder.import(&table, &["--theirs"]).expect(0);
    assert_eq!(said(&folder.saved(), "backup-frequency").as_deref(), Some("daily"));
    assert_eq!(said(&folder.saved(), "updates-routine").as_deref(), Some("by-chance"));
}
