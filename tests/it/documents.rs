//! What the papers of this project point at is there, and what they say to type is understood.

use std::fs;
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;

use crate::support::root;

/// Every Markdown file of the project itself.
fn papers() -> Vec<PathBuf> {
    let mut all = Vec::new();
    for folder in ["", "docs", "docs/decisions", "released-content", "tools/fonts", "recipes"] {
        let entries = fs::read_dir(root().join(folder)).expect("a folder of papers");
        let paths = entries.map(|it| it.unwrap().path());
        all.extend(paths.filter(|it| it.extension().is_some_and(|it| it == "md")));
    }
    all.sort();
    all
}

/// The targets of a text's links that lie in this project, without what follows a hash.
fn targets(text: &str) -> impl Iterator<Item = &str> {
    let links = text.split("](").skip(1).filter_map(|it| it.split_once(')').map(|it| it.0));
    let inside = links.filter(|it| !it.contains("://") && !it.starts_with('#') && !it.starts_with("mailto:"));
    inside.map(|it| it.split('#').next().unwrap_or(it)).filter(|it| !it.contains(' '))
}

#[test]
fn every_link_of_a_paper_leads_to_a_file() {
    let mut seen = 0;
    for paper in papers() {
        let text = fs::read_to_string(&paper).unwrap();
        for target in targets(&text) {
            seen += 1;
            let there = paper.parent().unwrap_or(Path::new("")).join(target);
            assert!(there.exists(), "{}: {target}", paper.display());
        }
    }
    assert!(seen > 30, "links are found: {seen}");
}

#[test]
fn every_page_of_the_docs_stands_in_the_book() {
    let docs = root().join("docs");
    let summary = fs::read_to_string(docs.join("SUMMARY.md")).unwrap();
    let listed: Vec<&str> = targets(&summary).collect();
    for paper in papers() {
        let Ok(page) = paper.strip_prefix(&docs) else { continue };
        let page = page.to_str().unwrap();
        assert!(page == "SUMMARY.md" || listed.contains(&page), "{page} is missing in docs/SUMMARY.md");
    }
}

/// The words of a call as a shell would part them, up to where its output goes elsewhere.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = None;
    for letter in line.chars() {
        match (letter, quoted) {
            (_, Some(end)) if letter == end => quoted = None,
            ('"' | '\'', None) => quoted = Some(letter),
            (' ', None) => words.push(String::new()),
            ('|' | '>' | '#' | '&' | ';', None) => break,
            _ => words.last_mut().expect("never empty").push(letter),
        }
    }
    words.retain(|it| !it.is_empty());
    words
}

/// The calls a text shows: lines of its shell examples, and code in a sentence or table.
fn calls(text: &str) -> Vec<String> {
    let (mut calls, mut is_shell, mut is_code) = (Vec::new(), false, false);
    for line in text.lines() {
        if let Some(language) = line.strip_prefix("```") {
            (is_shell, is_code) = (!is_code && language == "sh", !is_code);
        } else if is_shell {
            calls.push(line.to_owned());
        } else if !is_code {
            calls.extend(line.split('`').skip(1).step_by(2).map(str::to_owned));
        }
    }
    // A name alone, or one with a gap, is spoken of and not typed.
    calls.retain(|it| it.starts_with("waage ") && !it.contains(['…', '[', '<']) && words(it).len() > 2);
    calls
}

#[test]
fn every_call_the_papers_show_is_understood() {
    let (mut seen, mut faults) = (0, Vec::new());
    for paper in papers() {
        // What changed tells calls of former versions too.
        if paper.ends_with("CHANGELOG.md") || paper.components().any(|it| it.as_os_str() == "decisions") {
            continue;
        }
        for call in calls(&fs::read_to_string(&paper).unwrap()) {
            seen += 1;
            let parsed = waage::cli::definition().try_get_matches_from(words(&call));
            // In a sentence a command may be spoken of without what it is done to.
            let spoken =
                |it: &clap::Error| it.exit_code() == 0 || it.kind() == ErrorKind::MissingRequiredArgument;
            let understood = parsed.as_ref().map_or_else(spoken, |_| true);
            if !understood {
                faults.push(format!("{}: {call}\n{}", paper.display(), parsed.unwrap_err()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(seen > 40, "calls are found: {seen}");
}
