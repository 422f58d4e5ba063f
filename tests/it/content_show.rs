//! `content show` and `content list`: what an editor looks up.

use waage::catalogue::{Directory, FileKind, Noun, Value, embedded};
use waage::german::content_entry::{label, word};

use crate::support::program::run;

fn show(id: &str) -> String {
    run(["content", "show", id]).expect(0).out
}

#[track_caller]
fn says(text: &str, pieces: &[&str]) {
    // Lines are wrapped; what was said counts.
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for piece in pieces {
        assert!(flat.contains(piece), "„{piece}“ is missing in\n{text}");
    }
}

#[test]
fn a_question_is_shown_with_all_it_says_and_what_waits_for_it() {
    let text = show("backup-frequency");
    says(
        &text,
        &[
            "Frage „backup-frequency“",
            "questionnaires/backup/backup-frequency.toml",
            "Wie oft werden Ihre wichtigen Daten gesichert?",
            "Warum wir fragen:",
            "Woran man es erkennt:",
            "IT-Dienstleister (it-provider)",
            "Handwerk und Bau (crafts): Im Handwerk zum Beispiel Auftragsmappe",
            "mehrmals täglich",
            "Datensicherung mit getrennter Kopie (backup-offline)",
            "DIN SPEC 27076: – Anforderung: Daten werden regelmäßig gesichert (11)",
            "Darauf verweisen (",
            "questionnaires/backup/backup-place.toml",
        ],
    );
}

#[test]
fn a_measure_is_shown_with_effects_prices_and_everything_that_leans_on_it() {
    let text = show("restore-test");
    says(
        &text,
        &[
            "Maßnahme „restore-test“",
            "Wer es macht:",
            "Wirkung:",
            "Faktor auf die Schadenhöhe:",
            "Ausbaustufe: Mindestmaß",
            "Eigene Stunden im Jahr:",
            "1 bis 9 Beschäftigte:",
            "Wie verbreitet:",
            "questionnaires/backup/backup-restore-test.toml",
            "knowledge/bundles/backup-own-effort.toml",
        ],
    );
}

#[test]
fn every_kind_of_entry_can_be_looked_up() {
    let kinds = [
        ("ransomware", "Szenario"),
        ("kfw2023", "Quelle"),
        ("crafts", "Branche"),
        ("wlan", "Merkmal des Betriebs"),
        ("management", "Rolle"),
        ("backup", "Thema"),
        ("erp", "Merkmal der Digitalisierung"),
        ("managed-backup", "Bündel"),
        ("bafa-consulting", "Förderung"),
        ("window-maker-bankrupt", "Fall"),
        ("boss-fraud", "Angriffsart"),
        ("police-by", "Anlaufstelle"),
        ("gdpr-33", "Rechtsstand"),
        ("parcel-fee", "Übungsnachricht"),
        ("friday-afternoon", "Notfallübung"),
        ("growth", "Anlass"),
        ("cloud-move", "Vorhaben"),
    ];
    for (id, kind) in kinds {
        let text = show(id);
        assert!(text.contains(&format!("{kind} „{id}“\n")), "{id}:\n{text}");
        assert!(text.contains("erweisen (") || text.contains("verweist darauf"), "{id}:\n{text}");
    }
    // An item and a trait share an id; both are shown.
    says(&show("website"), &["Merkmal der Digitalisierung „website“", "Merkmal des Betriebs „website“"]);
}

#[test]
fn an_id_nobody_knows_is_answered_with_the_nearest() {
    run(["content", "show", "backup-restor-test"])
        .expect(2)
        .complains(&["„backup-restor-test“ gibt es nicht", "Meinten Sie „backup-restore-test“?"]);
    run(["content", "show", "etwas-ganz-anderes"]).expect(2).complains(&["waage content list"]);
}

#[test]
fn who_refers_is_found_both_ways() {
    let directory = Directory::of(&embedded()).unwrap();
    for mention in directory.mentions().iter().filter(|it| it.noun != Noun::Option) {
        let entries = directory.look_up(&mention.id);
        let named = entries.iter().find(|it| it.noun == mention.noun);
        let named = named.unwrap_or_else(|| panic!("{:?} „{}“ is no entry", mention.noun, mention.id));
        assert!(named.referred_by.contains(mention), "{mention:?}");
        if mention.noun == Noun::Role {
            // Every entry costs a look into its file; roles are named often enough.
            break;
        }
    }
    for (noun, id, file) in directory.entries().filter(|it| it.0 != Noun::Message) {
        assert!(directory.title(noun, id).is_some_and(|it| !it.is_empty()), "{id} in {file} has no title");
    }
}

/// Keys and allowed words of a schema, as (parent, key, words).
fn keys(
    schema: &serde_json::Value,
    parent: &str,
    whole: &serde_json::Value,
    out: &mut Vec<(String, String, Vec<String>)>,
) {
    let resolved = |it: &serde_json::Value| -> serde_json::Value {
        let mut it = it.clone();
        loop {
            let next = it.get("$ref").or_else(|| it.pointer("/allOf/0/$ref")).and_then(|it| it.as_str());
            match next.map(|it| whole.pointer(it.trim_start_matches('#')).unwrap().clone()) {
                Some(next) => it = next,
                None => return it,
            }
        }
    };
    let schema = resolved(schema);
    for (key, value) in schema.get("properties").and_then(|it| it.as_object()).into_iter().flatten() {
        let mut value = resolved(value);
        if let Some(items) = value.get("items") {
            value = resolved(items);
        }
        let ways = value.get("oneOf").or_else(|| value.get("anyOf")).and_then(|it| it.as_array());
        let consts = ways.into_iter().flatten().filter_map(|it| it.get("const")?.as_str());
        let enums = value.get("enum").and_then(|it| it.as_array()).into_iter().flatten();
        let words: Vec<String> =
            consts.chain(enums.filter_map(|it| it.as_str())).map(str::to_owned).collect();
        out.push((parent.to_owned(), key.clone(), words));
        keys(&value, key, whole, out);
    }
}

#[test]
fn every_key_and_every_allowed_word_has_a_german_name() {
    let without_entries =
        ["calibration", "constants", "content", "ids", "ladder", "levels", "size", "wording"];
    let lists = ["roles", "traits", "topics", "items", "contradictions", "points", "requirements", "systems"];
    let mut nameless = Vec::new();
    for kind in FileKind::ALL.iter().filter(|it| !without_entries.contains(&it.name)) {
        let schema: serde_json::Value = serde_json::from_str(&kind.schema()).unwrap();
        let mut all = Vec::new();
        keys(&schema, "", &schema, &mut all);
        for (parent, key, words) in all {
            let shown = match parent.as_str() {
                parent if lists.contains(&parent) => "",
                parent => parent,
            };
            let list = parent.is_empty() && lists.contains(&key.as_str());
            if !list && !["id", "format"].contains(&key.as_str()) && label(shown, &key).is_none() {
                nameless.push(format!("{} {parent}.{key}", kind.name));
            }
            for value in words.iter().filter(|it| key != "grade" && word(&key, it).is_none()) {
                nameless.push(format!("{} {parent}.{key} = {value}", kind.name));
            }
        }
    }
    assert!(nameless.is_empty(), "{nameless:#?}");
}

#[test]
fn values_keep_the_order_of_the_file() {
    let directory = Directory::of(&embedded()).unwrap();
    let entry = directory.look_up("backup-frequency").remove(0);
    let keys: Vec<&str> = entry.fields.iter().map(|it| it.key.as_str()).collect();
    assert_eq!(keys[..6], ["format", "id", "added", "text", "why", "help"]);
    let knows = entry.fields.iter().find(|it| it.key == "knows").unwrap();
    assert!(
        matches!(&knows.value, Value::List(roles) if matches!(&roles[0], Value::Reference(Noun::Role, _)))
    );
}

#[test]
fn the_list_names_every_question_under_its_topic() {
    let catalogue = waage::catalogue::resolve(&embedded()).unwrap();
    let list = run(["content", "list"]).expect(0).out;
    let mut rest = list.as_str();
    for topic in &catalogue.topics {
        let at =
            rest.find(&format!("{}\n", topic.title)).unwrap_or_else(|| panic!("{} is missing", topic.id));
        rest = &rest[at..];
        for question in catalogue.questions.iter().filter(|it| it.topic == topic.id) {
            let line = format!("  {}  {}\n", question.id, question.text);
            let at = rest.find(&line).unwrap_or_else(|| panic!("{} is missing", question.id));
            rest = &rest[at..];
            for option in &question.options {
                assert!(rest.contains(&format!("    {}  {}\n", option.id, option.text)), "{}", option.id);
            }
        }
    }
    assert!(list.trim_end().ends_with(&format!("{} Fragen", catalogue.questions.len())), "{list}");
}

#[test]
fn the_list_for_programs_says_what_every_answer_means_at_every_size() {
    let catalogue = waage::catalogue::resolve(&embedded()).unwrap();
    let list: serde_json::Value =
        serde_json::from_str(&run(["content", "list", "--json"]).expect(0).out).unwrap();
    assert_eq!(list["format"], 1);
    assert_eq!(list["content"]["version"], catalogue.version.version.as_str());
    let questions = list["questions"].as_array().unwrap();
    assert_eq!(questions.len(), catalogue.questions.len());
    let firewall = questions.iter().find(|it| it["id"] == "network-firewall").unwrap();
    let checked =
        firewall["options"].as_array().unwrap().iter().find(|it| it["id"] == "checked-yearly").unwrap();
    let measure = catalogue.measures.iter().find(|it| it.id.as_str() == "firewall-managed").unwrap();
    let minimum = &measure.tiers[0].degree;
    let degree = &checked["informs"][0]["degree"];
    for (size, expected) in [("micro", minimum.micro), ("small", minimum.small), ("medium", minimum.medium)] {
        assert!((degree[size].as_f64().unwrap() - expected).abs() < 1e-9, "{size}: {degree}");
    }
    let follow_up = questions.iter().find(|it| it["id"] == "backup-place").unwrap();
    assert_eq!(follow_up["when"]["answers"][0]["question"], "backup-frequency");
}
