//! Whatever stands in a file or picture, reading it ends with an answer: values or faults, never a panic.
//!
//! Each target takes seeds that mean something and edits them; in `cargo test` for a second, longer with
//! `BOLERO_RANDOM_TEST_TIME_MS`, for days with `cargo bolero test`.

use std::sync::LazyLock;

use bolero::check;
use jiff::civil::date;
use waage::assessment::answers_file::{parse, remarks, written};
use waage::assessment::import;
use waage::catalogue::{Files, embedded, lint, resolve};
use waage::cli::scenarios;
use waage::german::{self, amount::amount};
use waage::model::Catalogue;
use waage::report::quantify;
use waage::toml_file::german_day;

use crate::content::minimal;
use crate::support::root;

/// Edits of a text: a place as a share of its length, how many characters go, and what comes instead.
type Edits = Vec<(u16, u8, Vec<u8>)>;

fn edited(seed: &str, edits: &Edits) -> String {
    String::from_utf8_lossy(&spliced(seed.as_bytes(), edits)).into_owned()
}

fn spliced(seed: &[u8], edits: &Edits) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for (place, length, new) in edits.iter().take(8) {
        let start = usize::from(*place) * bytes.len() / usize::from(u16::MAX).max(1);
        let end = (start + usize::from(*length % 32)).min(bytes.len());
        bytes.splice(start..end, new.iter().copied());
    }
    bytes
}

fn seed(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| resolve(&embedded()).unwrap());

#[test]
fn tables_and_mappings_are_read_or_refused() {
    let workbook = std::fs::read(root().join("tests/fixtures/own-list.xlsx")).unwrap();
    let csv = "Kennung;Ihre Antwort;Notiz\n\"backup-frequency\";3;\"a;\"\"b\"\"\"\nupdates-routine;?;\n";
    let mapping = "format = 1\nkey = \"Nr.\"\nanswer = \"x\"\n[[row]]\nkey = \"1\"\nquestion = \"backup-frequency\"\nanswers = { ja = \"daily\" }\n";
    check!().with_type::<Edits>().for_each(|edits| {
        for bytes in [spliced(&workbook, edits), spliced(csv.as_bytes(), edits)] {
            if let Ok(grid) = import::grid(&bytes, None) {
                let columns = german::import::OWN_COLUMNS;
                let day = date(2026, 11, 21);
                if let Some(read) =
                    import::take(&CATALOGUE, &grid, columns, None, german::import::SAID, None, day)
                {
                    assert!(read.draft.records.keys().all(|it| CATALOGUE.question(it).is_some()));
                }
            }
        }
        if let Err(faults) = import::parse_mapping(&edited(mapping, edits), &CATALOGUE) {
            assert!(!faults.is_empty());
        }
    });
}

#[test]
fn answers_files_are_read_or_refused() {
    let seed = seed("tests/cases/accept-in-bundle.waage.toml");
    check!().with_type::<Edits>().for_each(|edits| {
        let text = edited(&seed, edits);
        match parse(&text, &CATALOGUE) {
            Ok(parsed) => {
                let saved = written(&text, &parsed.draft);
                let again = parse(&saved, &CATALOGUE).expect("what was read is written readably");
                assert_eq!(again.draft, parsed.draft);
                if let Some(answers) = parsed.draft.answers() {
                    remarks(&text, &answers.company, date(2026, 11, 21));
                }
            }
            Err(faults) => {
                assert!(!faults.is_empty());
                assert!(faults.iter().all(|it| it.span.start <= text.len()));
            }
        }
    });
}

#[test]
fn scenario_files_are_reckoned_or_refused() {
    let seed = seed("tests/cases/quantify-deductible0.toml");
    check!().with_type::<Edits>().for_each(|edits| {
        if let Ok(file) = scenarios(&edited(&seed, edits))
            && let Ok(result) = quantify(&file, &[], false)
        {
            assert!(result.figures.expected.value.is_finite());
        }
    });
}

#[test]
fn content_is_linted_whatever_stands_in_it() {
    let files = minimal();
    let texts: Vec<(String, String)> =
        files.iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
    check!().with_type::<(u8, Edits)>().for_each(|(which, edits)| {
        let (path, text) = &texts[usize::from(*which) % texts.len()];
        let changed: Files = minimal().overlaid_with(Files::from_iter([(path.clone(), edited(text, edits))]));
        lint(&changed, date(2026, 11, 21));
    });
}

#[test]
fn pictures_are_taken_or_refused() {
    let seed = std::fs::read(root().join("docs/brand/logo.png")).unwrap();
    check!().with_type::<Edits>().for_each(|edits| {
        let mut bytes = seed.clone();
        for (place, length, new) in edits.iter().take(8) {
            let start = usize::from(*place) % bytes.len().max(1);
            let end = (start + usize::from(*length % 32)).min(bytes.len());
            bytes.splice(start.min(end)..end, new.iter().copied());
        }
        drop(typeset::document::Logo::read(bytes, String::new()));
    });
}

#[test]
fn days_and_amounts_are_understood_or_refused() {
    check!().with_type::<String>().for_each(|typed| {
        if let Some(day) = german_day(typed) {
            assert_eq!(day.len(), 10, "{typed}");
        }
        if let Ok(euros) = amount(typed) {
            assert!(euros.is_finite() && euros >= 0.0, "{typed}: {euros}");
        }
    });
}
