//! What several test modules need.

pub mod program;
pub mod ten_measures;
pub mod terminal;

use std::fs;
use std::path::{Path, PathBuf};

use waage::assessment::answers_file::parse_complete;
use waage::model::{Answers, Catalogue};

/// The package's root.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file of the program and its crates, tests aside, relative to the root, with its text, in a fixed order.
pub fn source_files() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    collect(&root().join("src"), &mut found);
    collect(&root().join("crates/typeset/src"), &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path.strip_prefix(root()).unwrap().to_path_buf(), text));
        }
    }
}

/// The worked firms: name of the folder and the answers of the first file.
pub fn worked_firms(catalogue: &Catalogue) -> Vec<(String, Answers)> {
    let mut firms: Vec<(String, Answers)> = fs::read_dir(root().join("tests/companies"))
        .unwrap()
        .map(|entry| {
            let folder = entry.unwrap().path();
            let text = fs::read_to_string(folder.join("2026-11-21.waage.toml")).unwrap();
            let (answers, notes) = parse_complete(&text, catalogue).unwrap();
            assert!(notes.is_empty(), "{}: {notes:?}", folder.display());
            (folder.file_name().unwrap().to_string_lossy().into_owned(), answers)
        })
        .collect();
    firms.sort_by(|a, b| a.0.cmp(&b.0));
    assert!(firms.len() >= 6, "six worked firms");
    firms
}
