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

/// Lines of code (no comments) of a layer that hold one of these words.
fn lines_with(layer: &str, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in layered_files().filter(|it| it.0.starts_with(format!("src/{layer}"))) {
        for (index, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if words.iter().any(|it| code.contains(it)) {
                found.push(format!("{}:{}: {}", path.display(), index + 1, line.trim()));
            }
        }
    }
    found
}

#[test]
fn the_model_has_no_wire_format() {
    let found = lines_with("model", &["serde", "schemars", "toml::", "toml_edit", "Serialize", "rmp_"]);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn nothing_is_drawn_but_by_the_simulation() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let kept = manifest.split("[dev-dependencies]").next().unwrap_or_default();
    let generators = ["\nrand", "\nfastrand", "\ngetrandom", "\noorandom"];
    assert!(!generators.iter().any(|it| kept.contains(it)), "a generator of random numbers in Cargo.toml");
    let found: Vec<String> = MAY_KNOW
        .iter()
        .flat_map(|it| lines_with(it.0, &[" rand::", "RandomState", "DefaultHasher"]))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn renderers_call_no_function_that_reckons() {
    let uses = lines_with("render", &["use crate::risk", "use crate::decision", "use crate::history"]);
    let found: Vec<String> = uses
        .into_iter()
        .filter(|line| {
            let names = line.rsplit("::").next().unwrap_or_default().trim_matches(['{', '}', ';']);
            let is_type = |it: &str| it.starts_with(|it: char| it.is_ascii_uppercase());
            // The layer itself may be named, for its types.
            let is_layer = ["risk", "decision", "history", ""].contains(&names);
            !is_layer && !names.split(',').map(str::trim).all(is_type)
        })
        .collect();
    assert!(found.is_empty(), "a renderer computes:\n{}", found.join("\n"));
}

#[test]
fn the_map_in_the_documentation_names_every_layer() {
    let page = include_str!("../../docs/architecture.md");
    for (layer, _) in MAY_KNOW {
        assert!(page.contains(&format!("| `src/{layer}` |")), "docs/architecture.md does not map `{layer}`");
    }
}
