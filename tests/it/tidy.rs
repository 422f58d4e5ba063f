//! House rules that a machine can check.

use std::collections::BTreeSet;
use std::fs;

use waage::catalogue::{Directory, Noun, embedded};

use crate::support::{root, source_files};

#[test]
fn german_stands_only_where_it_belongs() {
    let mut found = Vec::new();
    for (path, text) in source_files() {
        let shown = path.display().to_string();
        let allowed = shown.starts_with("src/german/") || shown.starts_with("src/cli/args");
        if allowed {
            continue;
        }
        for (index, line) in text.lines().enumerate() {
            let german = line.chars().any(|it| "äöüÄÖÜß„".contains(it));
            if german && !line.contains("tidy: not prose") {
                found.push(format!("{shown}:{}: {}", index + 1, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "German outside content, src/german and src/cli/args:\n{}", found.join("\n"));
}

/// A file that holds one thing has at most so many lines; one type is not spread over files to keep it.
const LONG: usize = 600;

#[test]
fn files_hold_one_thing() {
    let long: Vec<String> = source_files()
        .into_iter()
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > LONG)
        .map(|(path, lines)| format!("{} has {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn nothing_is_left_undone_in_the_source() {
    for (path, text) in source_files() {
        for word in ["todo!", "unimplemented!", "TODO", "FIXME", "XXX"] {
            assert!(!text.contains(word), "{} contains {word}", path.display());
        }
    }
}

/// Words of the source that an id of the content happens to share, with what they mean there.
const OTHER_MEANING: [(&str, &str); 6] = [
    ("policy", "a key of bundles: the terms of an insurance"),
    ("emergency-card", "a paper on the command line"),
    ("emergency-plan", "a paper on the command line"),
    ("management", "whom a firm calls"),
    ("office", "a key of grants: who pays"),
    ("apprentice", "a kind of role"),
];

#[test]
fn no_source_line_names_what_content_may_replace() {
    let directory = Directory::of(&embedded()).unwrap();
    let kinds =
        [Noun::Measure, Noun::Question, Noun::Trait, Noun::Role, Noun::Duty, Noun::Segment, Noun::Scenario];
    let ids: BTreeSet<&str> =
        directory.entries().filter(|it| kinds.contains(&it.0)).map(|(_, id, _)| id).collect();
    let mut found = Vec::new();
    for (path, text) in source_files() {
        let shown = path.display().to_string();
        // What only tests compile.
        if shown.ends_with("tests.rs") || shown.contains("fixture") {
            continue;
        }
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let lines = code.lines().enumerate().filter(|it| !it.1.trim_start().starts_with("//"));
        for (index, line) in lines {
            let quoted = line.split('"').skip(1).step_by(2).filter(|it| ids.contains(it));
            let named = quoted.filter(|it| OTHER_MEANING.iter().all(|known| known.0 != *it));
            found.extend(named.map(|it| format!("{shown}:{}: {it}", index + 1)));
        }
    }
    assert!(found.is_empty(), "ids of the content in the source:\n{}", found.join("\n"));
}

#[test]
fn every_dependency_is_argued_for() {
    for manifest in ["Cargo.toml", "crates/typeset/Cargo.toml"] {
        let text = fs::read_to_string(root().join(manifest)).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        let mut inside = false;
        for (index, line) in lines.iter().enumerate() {
            if line.starts_with('[') {
                inside = line.ends_with("dependencies]");
            } else if inside && line.contains('=') && !line.starts_with('#') && !line.starts_with(' ') {
                assert!(lines[index - 1].starts_with('#'), "{manifest}: no reason above `{line}`");
            }
        }
    }
}

/// The rows of the glossary's table: code, German word, meaning, ban.
fn glossary() -> Vec<Vec<String>> {
    fs::read_to_string(root().join("docs/glossary.md"))
        .unwrap()
        .lines()
        .filter(|it| it.starts_with("| `"))
        .map(|it| it.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect())
        .collect()
}

#[test]
fn the_glossary_names_things_that_exist() {
    let all: String = source_files().into_iter().map(|(_, text)| text).collect();
    let rows = glossary();
    assert!(rows.len() >= 20, "the glossary has {} rows", rows.len());
    for row in rows {
        let name = row[0].trim_matches('`');
        let exists = ["struct ", "enum ", "fn ", "trait ", "pub ", "    "].iter().any(|before| {
            all.match_indices(&format!("{before}{name}")).any(|(at, hit)| {
                !all[at + hit.len()..].starts_with(|it: char| it.is_alphanumeric() || it == '_')
            })
        });
        assert!(exists, "docs/glossary.md names `{name}`, which is not in src/");
    }
}

#[test]
fn one_term_one_meaning() {
    let banned: BTreeSet<&str> = ["ale", "likelihood", "recommendation"].into();
    for (path, text) in source_files() {
        for (index, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for word in code.split(|it: char| !it.is_alphanumeric()) {
                assert!(
                    !banned.contains(word),
                    "{}:{}: `{word}` is banned by docs/glossary.md",
                    path.display(),
                    index + 1
                );
            }
        }
    }
}

#[test]
fn every_decision_has_a_number_and_stands_in_the_list() {
    let folder = root().join("docs/decisions");
    let list = fs::read_to_string(folder.join("README.md")).unwrap();
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .filter(|it| it != "README.md")
        .collect();
    names.sort();
    for (at, name) in names.iter().enumerate() {
        assert!(name.starts_with(&format!("{:04}-", at + 1)), "{name} is number {}", at + 1);
        assert!(list.contains(&format!("({name})")), "{name} is in no line of the list");
    }
}
