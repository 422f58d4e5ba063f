//! One smallest break of the minimal content per code, with the message people get.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use jiff::civil::date;
use serde::Deserialize;
use waage::catalogue::{Code, Files, lint};
use waage::german::diagnostic;

use crate::content::minimal;
use crate::support::root;

/// A break, as `tests/broken/<code>/change.toml` describes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Break {
    change: Vec<Change>,
}

/// A change to one file: a piece of text replaced, a whole file written, or a file removed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    file: String,
    replace: Option<String>,
    with: Option<String>,
    text: Option<String>,
    #[serde(default)]
    remove: bool,
}

impl Change {
    fn apply(self, files: &Files) -> Files {
        let text = match (&self.replace, &self.with, self.text) {
            (Some(piece), Some(other), None) => {
                let text = files.text(&self.file).unwrap_or_else(|| panic!("no {}", self.file));
                assert!(text.contains(piece), "{} does not contain {piece}", self.file);
                Some(text.replacen(piece, other, 1))
            }
            (None, None, Some(text)) => Some(text),
            (None, None, None) if self.remove => None,
            _ => panic!("{}: a change is replace and with, or text, or remove", self.file),
        };
        let rest = files.iter().filter(|(path, _)| *path != self.file);
        let rest = rest.map(|(path, text)| (path.to_owned(), text.to_owned()));
        rest.chain(text.map(|it| (self.file.clone(), it))).collect()
    }
}

fn folder() -> PathBuf {
    root().join("tests/broken")
}

#[test]
fn the_minimal_content_is_clean() {
    let files = minimal();
    let found = lint(&files, date(2026, 11, 21));
    assert!(found.is_empty(), "{}", diagnostic::report(&found, &files, false));
}

#[test]
fn every_break_is_found_as_itself_and_told_with_place_and_remedy() {
    let mut wrong = Vec::new();
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    for code in Code::ALL {
        let folder = folder().join(code.as_str());
        let text = fs::read_to_string(folder.join("change.toml"))
            .unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let broken: Break = toml::from_str(&text).unwrap_or_else(|it| panic!("{code:?}: {it}"));
        let files = broken.change.into_iter().fold(minimal(), |files, change| change.apply(&files));
        let found = lint(&files, date(2026, 11, 21));
        let report = diagnostic::report(&found, &files, false) + "\n";
        let others: Vec<Code> = found.iter().map(|it| it.fault.code()).filter(|it| it != code).collect();
        if found.is_empty() || !others.is_empty() {
            wrong.push(format!("{} comes as {others:?}:\n{report}", code.as_str()));
        }
        let golden = folder.join("expected.txt");
        if update {
            fs::write(&golden, &report).unwrap();
        }
        if fs::read_to_string(&golden).unwrap_or_default() != report {
            wrong.push(format!("{} differs from:\n{report}", golden.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn codes_examples_and_documentation_name_the_same_things() {
    let codes: BTreeSet<String> = Code::ALL.iter().map(|it| it.as_str().to_owned()).collect();
    assert_eq!(codes.len(), Code::ALL.len(), "two codes share a name");

    let entries = fs::read_dir(folder()).unwrap();
    let examples = entries.map(|it| it.unwrap().file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(codes, examples, "tests/broken");

    let docs = fs::read_to_string(root().join("docs/lint.md")).unwrap();
    let sections = docs.lines().filter_map(|it| it.strip_prefix("### ")).map(str::to_owned).collect();
    assert_eq!(codes, sections, "docs/lint.md");

    let rules = fs::read_dir(root().join("src/catalogue/lint")).unwrap();
    for rule in rules.map(|it| it.unwrap().path()) {
        let name = rule.file_stem().unwrap().to_string_lossy().replace('_', "-");
        let known = codes.contains(&name) || ["mod", "texts", "figures"].contains(&name.as_str());
        assert!(known, "{} is named after no code", rule.display());
    }
}
