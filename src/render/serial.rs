//! What all JSON documents have in common.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::ContentVersion;

/// The number of the model that reckoned.
#[derive(Serialize, JsonSchema)]
pub(super) struct Model {
    /// It changes when a figure for the same input may change.
    pub version: u32,
}

/// The content that was reckoned with.
#[derive(Serialize, JsonSchema)]
pub(super) struct Content<'a> {
    version: &'a str,
    sha256: &'a str,
}

impl<'a> From<&'a ContentVersion> for Content<'a> {
    fn from(it: &'a ContentVersion) -> Self {
        Self { version: &it.version, sha256: &it.sha256 }
    }
}

/// A document as text, for people and programs, with a line break at its end.
pub(super) fn json_text(document: &impl Serialize) -> String {
    serde_json::to_string_pretty(document).expect("our shapes have no maps with odd keys") + "\n"
}
