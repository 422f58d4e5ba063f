//! The layers of docs/architecture.md: who may know whom.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::support::{root, source_files};

/// Layer and the layers it may use; itself is always allowed.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("toml_file", &["model"]),
    ("catalogue", &["toml_file", "model"]),
    ("risk", &["model"]),
    ("assessment", &["toml_file", "model"]),
    ("decision", &["risk", "model"]),
    ("history", &["decision", "risk", "assessment", "model"]),
    ("guidance", &["decision", "risk", "assessment", "model"]),
    ("report", &["guidance", "history", "decision", "risk", "assessment", "catalogue", "model"]),
    (
        "german",
        &[
            "report",
            "guidance",
            "history",
            "decision",
            "risk",
            "assessment",
            "catalogue",
            "toml_file",
            "model",
        ],
    ),
    (
        "render",
        &["german", "report", "guidance", "history", "decision", "risk", "assessment", "catalogue", "model"],
    ),
    (
        "cli",
        &[
            "render",
            "german",
            "report",
            "guidance",
            "history",
            "decision",
            "risk",
            "assessment",
            "catalogue",
            "toml_file",
            "model",
        ],
    ),
];

/// The layers a source text names through `crate::`, with the line of each.
fn layers_named(text: &str) -> Vec<(usize, String)> {
    let mut named = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        for (at, _) in code.match_indices("crate::") {
            let rest = &code[at + "crate::".len()..];
            let names: Vec<&str> = match rest.strip_prefix('{') {
                Some(group) => group.split(',').map(|it| it.trim().trim_end_matches(['}', ';'])).collect(),
                None => vec![rest],
            };
            for name in names {
                let layer: String =
                    name.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect();
                named.push((index + 1, layer));
            }
        }
    }
    named
}

fn faults(layer: &str, path: &Path, text: &str) -> Vec<String> {
    let allowed: BTreeMap<&str, &[&str]> = MAY_KNOW.iter().copied().collect();
    layers_named(text)
        .into_iter()
        .filter(|(_, used)| {
            allowed.contains_key(used.as_str()) && used != layer && !allowed[layer].contains(&used.as_str())
        })
        .map(|(line, used)| format!("{}:{line}: `{layer}` must not know `{used}`", path.display()))
        .collect()
}

#[test]
fn every_use_points_downwards() {
    let mut found = Vec::new();
    for (path, text) in layered_files() {
        let layer = path.components().nth(1).map(|it| it.as_os_str().to_string_lossy().into_owned());
        let Some(layer) = layer.filter(|it| MAY_KNOW.iter().any(|(name, _)| name == it)) else { continue };
        found.extend(faults(&layer, &path, &text));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn an_upward_use_is_caught() {
    let path = Path::new("src/risk/example.rs");
    assert_eq!(faults("risk", path, "use crate::assessment::posture;").len(), 1);
    assert_eq!(faults("risk", path, "use crate::{model::Eur, german};").len(), 1);
    assert!(faults("risk", path, "use crate::model::Posture; // crate::german").is_empty());
}

/// Files of the program itself, without its crates: a crate cannot name what it does not depend on.
fn layered_files() -> impl Iterator<Item = (PathBuf, String)> {
    source_files().into_iter().filter(|(path, _)| path.starts_with("src"))
}

#[test]
fn every_folder_of_the_source_is_a_layer() {
    for (path, _) in layered_files() {
        let mut parts = path.components().skip(1);
        let first = parts.next().map(|it| it.as_os_str().to_string_lossy().into_owned()).unwrap_or_default();
        let known =
            Path::new(&first).extension().is_some() || MAY_KNOW.iter().any(|(name, _)| *name == first);
        assert!(known, "{} belongs to no layer of docs/architecture.md", path.display());
    }
}

#[test]
fn the_typesetter_depends_on_nothing_of_the_program() {
    let manifest = std::fs::read_to_string(root().join("crates/typeset/Cargo.toml")).unwrap();
    assert!(!manifest.contains("path = \"..") && !manifest.contains("waage"), "{manifest}");
}

#[test]
fn the_map_in_the_documentation_names_every_layer() {
    let page = include_str!("../../docs/architecture.md");
    for (layer, _) in MAY_KNOW {
        assert!(page.contains(&format!("| `src/{layer}` |")), "docs/architecture.md does not map `{layer}`");
    }
}
