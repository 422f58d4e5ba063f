//! Schemas for editors: as generated from the types, and true for every file that ships.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Map, Value};
use waage::catalogue::{FileKind, editor_settings, embedded};
use waage::render::contract::Contract;

use crate::support::program::{golden, run, scratch};
use crate::support::root;

/// True where a path fits a pattern whose stars stand for one name each.
fn fits(place: &str, path: &str) -> bool {
    let (place, path): (Vec<&str>, Vec<&str>) = (place.split('/').collect(), path.split('/').collect());
    place.len() == path.len()
        && place.iter().zip(path).all(|(pattern, name)| *pattern == name || pattern.starts_with('*'))
}

fn kind_of(path: &str) -> &'static FileKind {
    let kinds: Vec<_> = FileKind::ALL.iter().filter(|it| fits(it.place, path)).collect();
    assert_eq!(kinds.len(), 1, "{path} belongs to one kind");
    kinds[0]
}

/// A schema that is asked whether it allows a value.
struct Checker {
    whole: Value,
}

impl Checker {
    fn of(kind: &FileKind) -> Self {
        Self { whole: serde_json::from_str(&kind.schema()).unwrap() }
    }

    /// What the schema has against a file.
    fn objections(&self, text: &str) -> Vec<String> {
        let mut out = Vec::new();
        self.check(&self.whole, &toml::from_str(text).unwrap(), "", &mut out);
        out
    }

    fn check(&self, schema: &Value, value: &toml::Value, at: &str, out: &mut Vec<String>) {
        let Value::Object(schema) = schema else {
            assert_eq!(*schema, Value::Bool(true), "a schema is a table or anything goes");
            return;
        };
        for (keyword, demand) in schema {
            self.demand(keyword, demand, schema, (value, at), out);
        }
    }

    fn demand(
        &self,
        keyword: &str,
        demand: &Value,
        schema: &Map<String, Value>,
        (value, at): (&toml::Value, &str),
        out: &mut Vec<String>,
    ) {
        match keyword {
            "$schema" | "title" | "description" | "default" | "definitions" | "additionalProperties" => {}
            "format" => assert_eq!(demand, "date"),
            "$ref" => {
                let path = demand.as_str().unwrap().trim_start_matches('#');
                self.check(self.whole.pointer(path).unwrap(), value, at, out);
            }
            "allOf" => demand.as_array().unwrap().iter().for_each(|it| self.check(it, value, at, out)),
            "anyOf" | "oneOf" => {
                let allows = |it: &&Value| {
                    let mut objections = Vec::new();
                    self.check(it, value, at, &mut objections);
                    objections.is_empty()
                };
                let ways = demand.as_array().unwrap().iter().filter(allows).count();
                if ways == 0 || (keyword == "oneOf" && ways > 1) {
                    out.push(format!("{at}: {value} fits {ways} ways"));
                }
            }
            "const" => same(demand, value, at, out),
            "enum" if demand.as_array().unwrap().iter().any(|it| it.as_str() == value.as_str()) => {}
            "enum" => out.push(format!("{at}: {value}")),
            "type" => has_type(demand.as_str().unwrap(), value, at, out),
            "minimum" | "maximum" => {
                let number = value.as_float().or_else(|| value.as_integer().map(|it| it as f64));
                let (number, limit) = (number.unwrap_or(0.0), demand.as_f64().unwrap());
                if (keyword == "minimum") == (number < limit) && number != limit {
                    out.push(format!("{at}: {number} against {keyword} {limit}"));
                }
            }
            "minItems" | "maxItems" => {
                let (found, limit) = (value.as_array().map_or(0, Vec::len) as u64, demand.as_u64().unwrap());
                if found != limit && (keyword == "minItems") == (found < limit) {
                    out.push(format!("{at}: {found} entries against {keyword} {limit}"));
                }
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    self.check(demand, item, &format!("{at}/{index}"), out);
                }
            }
            "required" => {
                let missing = demand.as_array().unwrap().iter().filter_map(Value::as_str);
                let missing = missing.filter(|it| value.get(it).is_none());
                out.extend(missing.map(|it| format!("{at}: {it} is missing")));
            }
            "properties" => self.properties(demand, schema, (value, at), out),
            other => panic!("the checker does not know „{other}“"),
        }
    }

    fn properties(
        &self,
        known: &Value,
        schema: &Map<String, Value>,
        (value, at): (&toml::Value, &str),
        out: &mut Vec<String>,
    ) {
        for (key, value) in value.as_table().into_iter().flatten() {
            let at = format!("{at}/{key}");
            match (known.get(key), schema.get("additionalProperties")) {
                (Some(schema), _) => self.check(schema, value, &at, out),
                (None, Some(Value::Bool(false))) => out.push(format!("{at} is no key here")),
                (None, Some(others)) => self.check(others, value, &at, out),
                (None, None) => {}
            }
        }
    }
}

fn same(demand: &Value, value: &toml::Value, at: &str, out: &mut Vec<String>) {
    if demand.as_str() != value.as_str() {
        out.push(format!("{at}: {value} is not {demand}"));
    }
}

fn has_type(wanted: &str, value: &toml::Value, at: &str, out: &mut Vec<String>) {
    let fits = match wanted {
        "object" => value.is_table(),
        "array" => value.is_array(),
        // Editors show dates to the schema as text.
        "string" => value.is_str() || value.is_datetime(),
        "number" => value.is_float() || value.is_integer(),
        "integer" => value.is_integer(),
        "boolean" => value.is_bool(),
        other => panic!("the checker does not know the type „{other}“"),
    };
    if !fits {
        out.push(format!("{at}: {value} is no {wanted}"));
    }
}

#[test]
fn the_schemas_in_the_repository_are_those_of_the_types() {
    let folder = root().join("schemas");
    for kind in FileKind::ALL {
        golden(&folder.join(format!("{}.json", kind.name)), &kind.schema());
    }
    for document in Contract::all() {
        golden(&folder.join(format!("{}.json", document.name)), &document.schema());
    }
    golden(&root().join(".taplo.toml"), &editor_settings());
    let kept: BTreeSet<String> = fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    let names = FileKind::ALL.iter().map(|it| it.name).chain(Contract::all().map(|it| it.name));
    let known: BTreeSet<String> = names.map(|it| format!("{it}.json")).collect();
    assert_eq!(kept, known, "a schema of nothing");
}

#[test]
fn every_shipped_file_is_what_its_schema_allows() {
    let files = embedded();
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for kind in FileKind::ALL {
        let checker = Checker::of(kind);
        for (path, text) in files.iter().filter(|it| kind_of(it.0).name == kind.name) {
            seen.insert(kind.name);
            wrong.extend(checker.objections(text).into_iter().map(|it| format!("{path}{it}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(seen.len(), FileKind::ALL.len(), "every kind ships");
}

#[test]
fn a_schema_refuses_what_the_reader_refuses() {
    let files = embedded();
    let path = "questionnaires/backup/backup-restore-test.toml";
    let checker = Checker::of(kind_of(path));
    let text = files.text(path).unwrap();
    let slips = [
        ("seconds = 25", "seconds = \"25\""),
        ("seconds = 25", ""),
        ("why =", "reason ="),
        ("kind = \"technology\"", "kind = \"technik\""),
        ("degree = 0.15", "degree = \"etwas\""),
        ("[references]", "[reference]"),
    ];
    assert_eq!(checker.objections(text), [""; 0]);
    for (piece, slip) in slips {
        assert!(text.contains(piece), "{piece}");
        assert!(!checker.objections(&text.replacen(piece, slip, 1)).is_empty(), "{slip}");
    }
    let path = "knowledge/measures/mfa.toml";
    let text = files.text(path).unwrap().replacen("degree = [", "degree = [0.1, ", 1);
    assert!(!Checker::of(kind_of(path)).objections(&text).is_empty(), "four degrees for three sizes");
}

#[test]
fn the_program_prints_a_schema_and_says_which_there_are() {
    let printed = run(["content", "schema", "measure"]).expect(0).out;
    assert_eq!(printed, FileKind::named("measure").unwrap().schema());
    let list = run(["content", "schema"]).expect(0).out;
    for kind in FileKind::ALL {
        assert!(list.contains(kind.name) && list.contains(kind.place), "{}", kind.name);
    }
    run(["content", "schema", "messure"]).expect(2).complains(&["messure", "measure"]);
}

#[test]
fn exported_content_brings_what_editors_need() {
    let folder = scratch("export-for-editors").join("inhalte");
    run(["content", "export", folder.to_str().unwrap()]).expect(0);
    assert_eq!(fs::read_to_string(folder.join(".taplo.toml")).unwrap(), editor_settings());
    for kind in FileKind::ALL {
        let schema = fs::read_to_string(folder.join(format!("schemas/{}.json", kind.name))).unwrap();
        assert_eq!(schema, kind.schema());
    }
    run(["content", "lint", "--content", folder.to_str().unwrap()]).expect(0);
}
