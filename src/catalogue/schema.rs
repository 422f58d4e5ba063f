//! JSON schemas of the content files, generated from the shapes that read them: what an editor proposes and marks
//! while somebody writes.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value};

use super::raw;

/// A kind of content file.
#[derive(Clone, Copy, Debug)]
pub struct FileKind {
    /// Its short name, which is also the name of its schema.
    pub name: &'static str,
    /// Where such files lie, as a pattern for editors.
    pub place: &'static str,
    generate: fn(SchemaGenerator) -> Schema,
}

impl FileKind {
    /// Every kind, in the order of the places.
    pub const ALL: &'static [Self] = &[
        Self::of::<raw::Attack>("attack", "knowledge/attacks/*.toml"),
        Self::of::<raw::Bundle>("bundle", "knowledge/bundles/*.toml"),
        Self::of::<raw::CheckList>("checklist", "knowledge/checklists/*.toml"),
        Self::of::<raw::Case>("case", "knowledge/cases/*.toml"),
        Self::of::<raw::Calibration>("calibration", "knowledge/calibration.toml"),
        Self::of::<raw::Constants>("constants", "knowledge/constants.toml"),
        Self::of::<raw::Drill>("drill", "knowledge/exercise/drills/*.toml"),
        Self::of::<raw::Message>("message", "knowledge/exercise/messages/*.toml"),
        Self::of::<raw::SelfCheck>("self-check", "knowledge/exercise/self-checks/*.toml"),
        Self::of::<raw::Grant>("grant", "knowledge/grants/*.toml"),
        Self::of::<raw::LegalFact>("law", "knowledge/law/*.toml"),
        Self::of::<raw::Ladder>("ladder", "knowledge/ladder.toml"),
        Self::of::<raw::HowTo>("how-to", "knowledge/how-to/*.toml"),
        Self::of::<raw::Unit>("learning", "knowledge/learning/*.toml"),
        Self::of::<raw::Measure>("measure", "knowledge/measures/*.toml"),
        Self::of::<raw::Contact>("offer", "knowledge/offers/*.toml"),
        Self::of::<raw::Project>("project", "knowledge/projects/*.toml"),
        Self::of::<raw::Scenario>("scenario", "knowledge/scenarios/*.toml"),
        Self::of::<raw::Sources>("sources", "knowledge/sources.toml"),
        Self::of::<raw::Trigger>("trigger", "knowledge/triggers/*.toml"),
        Self::of::<raw::DinSpec>("din-spec", "knowledge/din-spec-27076.toml"),
        Self::of::<raw::View>("view", "knowledge/views/*.toml"),
        Self::of::<raw::Content>("content", "profiles/content.toml"),
        Self::of::<raw::Ids>("ids", "profiles/ids.toml"),
        Self::of::<raw::Items>("items", "profiles/digitalisation/items.toml"),
        Self::of::<raw::Levels>("levels", "profiles/digitalisation/levels.toml"),
        Self::of::<raw::Roles>("roles", "profiles/roles.toml"),
        Self::of::<raw::Segment>("segment", "profiles/segments/*.toml"),
        Self::of::<raw::Size>("size", "profiles/sizes/*.toml"),
        Self::of::<raw::SubTrade>("sub-trade", "profiles/sub-trades/*.toml"),
        Self::of::<raw::Systems>("systems", "profiles/systems.toml"),
        Self::of::<raw::Topics>("topics", "profiles/topics.toml"),
        Self::of::<raw::TradeCodes>("trade-codes", "profiles/trade-codes.toml"),
        Self::of::<raw::TradeSearch>("trade-search", "profiles/trade-search.toml"),
        Self::of::<raw::TradeList>("trades", "profiles/trades/*.toml"),
        Self::of::<raw::Traits>("traits", "profiles/traits.toml"),
        Self::of::<raw::Wording>("wording", "profiles/wording.toml"),
        Self::of::<raw::Contradictions>("contradictions", "questionnaires/contradictions.toml"),
        Self::of::<raw::Question>("question", "questionnaires/*/*.toml"),
    ];

    const fn of<T: JsonSchema>(name: &'static str, place: &'static str) -> Self {
        Self { name, place, generate: SchemaGenerator::into_root_schema_for::<T> }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        Self::ALL.iter().find(|it| it.name == name)
    }

    /// The JSON schema (draft 7, which editors for TOML understand).
    pub fn schema(&self) -> String {
        let mut schema = (self.generate)(SchemaSettings::draft07().into_generator()).to_value();
        plain(&mut schema);
        serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n"
    }
}

/// Settings for editors (Taplo, "Even Better TOML") that give every file its schema.
pub fn editor_settings() -> String {
    let head = "# Which schema holds for which file, for editors with Taplo (\"Even Better TOML\").\n";
    let rule = |FileKind { name, place, .. }: &FileKind| {
        format!(
            "\n[[rule]]\ninclude = [\"{place}\"]\nschema = {{ path = \"schemas/{name}.json\", enabled = true }}\n"
        )
    };
    FileKind::ALL.iter().map(rule).fold(head.to_owned(), |text, rule| text + &rule)
}

/// Takes out what TOML does not have (null) and what only programs care about (widths of numbers).
fn plain(value: &mut Value) {
    match value {
        Value::Object(map) => {
            if map.get("format").is_some_and(|it| it != "date" && it.is_string()) {
                map.remove("format");
            }
            without_null(map);
            map.values_mut().for_each(plain);
        }
        Value::Array(list) => list.iter_mut().for_each(plain),
        _ => {}
    }
}

fn without_null(map: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = map.get_mut("type") {
        types.retain(|it| it != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            map.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(ways)) = map.get_mut("anyOf") {
        ways.retain(|it| it.get("type").is_none_or(|it| it != "null"));
        if ways.len() == 1 {
            let ways = map.remove("anyOf").unwrap_or_default();
            map.insert("allOf".to_owned(), ways);
        }
    }
}
