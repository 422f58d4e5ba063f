//! Whatever is deleted, renamed or misspelt in the shipped content, the linter tells it with place and remedy.
//!
//! Mutations that do not get in each other's way are made together, so that every file, every id and every reference
//! is covered by a handful of runs; single mutations then show that one is enough.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use waage::catalogue::{Code, Diagnostic, Directory, Fault, Files, Mention, Noun, Severity, embedded, lint};
use waage::german::diagnostic::{remedy, sentence};

type Texts = BTreeMap<String, String>;

fn texts() -> Texts {
    embedded().iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
}

fn found(texts: &Texts) -> Vec<Diagnostic> {
    lint(&texts.clone().into_iter().collect::<Files>(), date(2026, 11, 21))
}

/// Fails unless there is an error that is told with place and remedy.
#[track_caller]
fn told(found: &[&Diagnostic], what: &str) {
    let errors: Vec<_> = found.iter().filter(|it| it.severity() == Severity::Error).collect();
    assert!(!errors.is_empty(), "nobody notices: {what}");
    for error in errors {
        assert!(!error.file.is_empty() && !sentence(error).is_empty(), "{what}");
        assert!(remedy(error).is_some_and(|it| !it.is_empty()), "no remedy for {what}: {error:?}");
    }
}

/// The id as another one of the same length, so that places keep their bytes.
fn misspelt(id: &str) -> String {
    let first = if id.starts_with('q') { 'x' } else { 'q' };
    format!("{first}{}", &id[1..])
}

fn misspell(texts: &mut Texts, file: &str, start: usize, id: &str) {
    let text = texts.get_mut(file).unwrap();
    let start = start + text[start..].find(id).unwrap();
    text.replace_range(start..start + id.len(), &misspelt(id));
}

fn vanished(found: &[Diagnostic]) -> BTreeSet<String> {
    let ids = found.iter().filter_map(|it| match &it.fault {
        Fault::VanishedId { id } if it.span.is_some() => Some(id.clone()),
        _ => None,
    });
    ids.collect()
}

/// Every reference of the content outside the list of ids.
fn mentions(directory: &Directory) -> Vec<&Mention> {
    // The folder of a question names its topic; misspelling it is a renamed folder.
    directory.mentions().iter().filter(|it| !it.span.is_empty()).collect()
}

#[test]
fn every_misspelt_reference_is_found_at_its_place() {
    let directory = Directory::of(&embedded()).unwrap();
    let mentions = mentions(&directory);
    // Of a question that is misspelt itself no option is demanded; options come in a run of their own.
    for options in [false, true] {
        let these: Vec<_> = mentions.iter().filter(|it| (it.noun == Noun::Option) == options).collect();
        let mut mutated = texts();
        for mention in &these {
            misspell(&mut mutated, &mention.file, mention.span.start, &mention.id);
        }
        let found = found(&mutated);
        let unknown: BTreeSet<(&str, usize)> = found
            .iter()
            .filter(|it| it.fault.code() == Code::UnknownReference && remedy(it).is_some())
            .filter_map(|it| Some((it.file.as_str(), it.span.as_ref()?.start)))
            .collect();
        let unnoticed: Vec<_> =
            these.iter().filter(|it| !unknown.contains(&(it.file.as_str(), it.span.start))).collect();
        assert!(unnoticed.is_empty(), "{} of {}: {unnoticed:#?}", unnoticed.len(), these.len());
        assert!(these.len() > 100, "{} references", these.len());
    }

    let kinds: BTreeSet<Noun> = mentions.iter().map(|it| it.noun).collect();
    let wanted = [
        Noun::Question,
        Noun::Option,
        Noun::Measure,
        Noun::Scenario,
        Noun::Segment,
        Noun::Trait,
        Noun::Role,
        Noun::Source,
        Noun::Case,
        Noun::Attack,
        Noun::Duty,
        Noun::DinTopic,
        Noun::DinRequirement,
        Noun::Competence,
    ];
    assert!(wanted.iter().all(|it| kinds.contains(it)), "{kinds:?}");
}

#[test]
fn one_misspelt_reference_of_each_kind_is_enough() {
    let directory = Directory::of(&embedded()).unwrap();
    let mut kinds = BTreeSet::new();
    for mention in mentions(&directory) {
        let folder =
            mention.file.rsplit_once('/').map_or("", |it| it.0).split('/').next().unwrap_or_default();
        if kinds.insert((folder, mention.noun)) {
            let mut mutated = texts();
            misspell(&mut mutated, &mention.file, mention.span.start, &mention.id);
            let found = found(&mutated);
            let here: Vec<_> = found.iter().filter(|it| it.file == mention.file).collect();
            told(&here, &format!("{:?} „{}“ in {}", mention.noun, mention.id, mention.file));
        }
    }
    assert!(kinds.len() > 10, "{kinds:?}");
}

/// The content with one piece of a file replaced by another.
fn with(file: &str, piece: &str, other: &str) -> Texts {
    let mut mutated = texts();
    let text = mutated.get_mut(file).unwrap();
    assert!(text.contains(piece), "{file} does not contain {piece}");
    *text = text.replace(piece, other);
    mutated
}

#[test]
fn a_misspelt_duty_requirement_or_competence_is_told() {
    let slips = [
        (
            "questionnaires/updates/updates-speed.toml",
            "\"prompt-updates\"",
            "\"promt-updates\"",
            "prompt-updates",
        ),
        ("questionnaires/updates/updates-routine.toml", "requirement = \"15\"", "requirement = \"51\"", ""),
        ("questionnaires/projects/projects-before-signing.toml", "digcomp = [", "digcomp = [\"9.99\", ", ""),
        ("knowledge/learning/five-reflexes.toml", "\"2.2:4.1\"", "\"2.1:4.1\"", ""),
        ("knowledge/views/customer.toml", "\"mfa\"", "\"mfaa\"", "mfa"),
        ("knowledge/checklists/contract.toml", "\"restore-test\"", "\"restore-tset\"", "restore-test"),
        ("profiles/roles.toml", "\"admin-by-staff\"", "\"admin-by-stuff\"", "admin-by-staff"),
        ("knowledge/law/secrecy.toml", "\"health\"", "\"helth\"", "health"),
    ];
    for (file, piece, other, meant) in slips {
        let found = found(&with(file, piece, other));
        let here: Vec<_> = found.iter().filter(|it| it.file == file).collect();
        told(&here, &format!("{other} in {file}"));
        let unknown = here.iter().find(|it| it.fault.code() == Code::UnknownReference);
        let unknown = unknown.unwrap_or_else(|| panic!("{other} in {file}: {here:?}"));
        assert!(meant.is_empty() || unknown.suggestion.as_deref() == Some(meant), "{unknown:?}");
    }
}

#[test]
fn every_deleted_file_is_missed() {
    let all = texts();
    for half in 0..2 {
        let (gone, left): (Texts, Texts) = {
            let mut numbered = all.clone().into_iter().enumerate();
            let (gone, left): (Vec<_>, Vec<_>) = numbered.by_ref().partition(|(at, _)| at % 2 == half);
            (gone.into_iter().map(|it| it.1).collect(), left.into_iter().map(|it| it.1).collect())
        };
        let gone: Vec<String> = gone.into_keys().filter(|it| it != "profiles/ids.toml").collect();
        let mut left = left;
        left.insert("profiles/ids.toml".to_owned(), all["profiles/ids.toml"].clone());
        let found = found(&left);
        let vanished = vanished(&found);
        let missing: BTreeSet<&str> = found
            .iter()
            .filter(|it| matches!(it.fault, Fault::MissingFile))
            .map(|it| it.file.as_str())
            .collect();
        for path in gone {
            let name = match path.strip_prefix("questionnaires/").and_then(|it| it.split_once('/')) {
                Some((_, question)) => format!("questionnaires/{question}"),
                None => path.clone(),
            };
            let name = name.trim_end_matches(".toml");
            let listed = vanished.iter().any(|it| it == name || it.starts_with(&format!("{name}/")));
            assert!(listed || missing.contains(path.as_str()), "{path} is missed by nobody");
        }
    }
    let mut left = all.clone();
    left.remove("profiles/ids.toml");
    told(&found(&left).iter().collect::<Vec<_>>(), "the list of ids");
}

#[test]
fn every_renamed_file_and_every_renamed_id_is_noticed() {
    let all = texts();
    // The file gets another name, what stands in it stays.
    let renamed = all.iter().map(|(path, text)| {
        let other = path.replace(".toml", "-neu.toml");
        (if path == "profiles/ids.toml" { path.clone() } else { other }, text.clone())
    });
    let renamed: Texts = renamed.collect();
    let found_renamed = found(&renamed);
    for path in renamed.keys().filter(|it| *it != "profiles/ids.toml") {
        let here: Vec<_> = found_renamed.iter().filter(|it| it.file == *path).collect();
        told(&here, path);
    }
    // File and id get another name together: then the old one has vanished.
    let directory = Directory::of(&embedded()).unwrap();
    let mut both = all.clone();
    let mut ids = 0;
    for (_, id, file) in directory.entries() {
        let text = both.remove(file).unwrap_or_default();
        let (own, other) = (format!("id = \"{id}\"\n"), format!("id = \"{}\"\n", misspelt(id)));
        let (header, renamed) = (format!("[{id}]\n"), format!("[{}]\n", misspelt(id)));
        let text = text.replacen(&own, &other, 1).replacen(&header, &renamed, 1);
        let path =
            if directory.owner(file).is_some() { file.replace(id, &misspelt(id)) } else { file.to_owned() };
        both.insert(path, text);
        ids += 1;
    }
    let gone = vanished(&found(&both));
    let listed = all["profiles/ids.toml"].lines().filter(|it| it.starts_with("  \"")).count();
    let unnoticed: Vec<_> = directory
        .entries()
        .filter(|(_, id, _)| !gone.iter().any(|it| it.ends_with(&format!("/{id}"))))
        .collect();
    assert!(unnoticed.is_empty(), "{unnoticed:?}");
    assert!(ids > 400 && listed > ids, "{ids} entries, {listed} ids");
}

#[test]
fn one_deleted_file_of_each_folder_and_one_deleted_source_is_enough() {
    let all = texts();
    let mut folders = BTreeSet::new();
    for path in all.keys() {
        let folder = path.rsplit_once('/').map_or("", |it| it.0);
        let folder = if folder.starts_with("questionnaires") { "questionnaires" } else { folder };
        if folders.insert(folder.to_owned()) {
            let mut left = all.clone();
            left.remove(path);
            told(&found(&left).iter().collect::<Vec<_>>(), path);
        }
    }
    assert!(folders.len() > 12, "{folders:?}");
    let mut left = all;
    let sources = left.get_mut("knowledge/sources.toml").unwrap();
    let (start, end) = (sources.find("[kfw2023]").unwrap(), sources.find("[kfw2023]").unwrap());
    let end = end + sources[end + 1..].find("\n[").unwrap() + 2;
    sources.replace_range(start..end, "");
    let found = found(&left);
    told(&found.iter().collect::<Vec<_>>(), "a source");
    assert!(found.iter().any(|it| it.fault.code() == Code::UnknownReference), "whoever cites it says so");
}
