//! Content as it arrives: paths and texts.

use std::borrow::Cow;
use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

/// The file whose presence makes a folder of own content complete instead of an overlay.
const COMPLETE: &str = "profiles/content.toml";

/// Digits of a checksum.
const HEX: [u8; 16] = *b"0123456789abcdef";

/// The text of every content file by its path inside the content, with `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    texts: BTreeMap<String, Cow<'static, str>>,
    /// There only while nobody changed a text.
    compiled: Option<Compiled>,
}

/// What was made of the texts beforehand.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Compiled {
    /// The values of every file in a form that is faster to read.
    values: BTreeMap<&'static str, &'static [u8]>,
    sha256: &'static str,
}

impl Files {
    /// Adds the compiled form and the checksum of exactly these texts.
    pub(crate) fn set_compiled(
        &mut self,
        values: BTreeMap<&'static str, &'static [u8]>,
        sha256: &'static str,
    ) {
        self.compiled = Some(Compiled { values, sha256 });
    }

    /// The compiled form of a file.
    pub(crate) fn compiled(&self, path: &str) -> Option<&'static [u8]> {
        self.compiled.as_ref()?.values.get(path).copied()
    }

    /// True while nobody changed a text.
    pub(crate) fn is_compiled(&self) -> bool {
        self.compiled.is_some()
    }

    /// The same files as texts only: slower to read, but every value has a place.
    #[must_use]
    pub(crate) fn as_texts(&self) -> Self {
        Self { texts: self.texts.clone(), compiled: None }
    }

    /// The text of a file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(Cow::as_ref)
    }

    /// All files in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(path, text)| (path.as_str(), text.as_ref()))
    }

    /// Puts own files over these: a complete set (one with `profiles/content.toml`) takes their place, any other
    /// replaces and adds single files.
    #[must_use]
    pub fn overlaid_with(mut self, own: Self) -> Self {
        if own.texts.contains_key(COMPLETE) {
            return own;
        }
        self.texts.extend(own.texts);
        self.compiled = None;
        self
    }

    /// SHA-256 over all paths and texts, hexadecimal. Line ends do not count: the same content checked out on
    /// another system is the same content.
    pub fn sha256(&self) -> String {
        if let Some(compiled) = &self.compiled {
            return compiled.sha256.to_owned();
        }
        let mut hasher = Sha256::new();
        for (path, text) in self.iter() {
            hasher.update(path.as_bytes());
            hasher.update([0]);
            text.split('\r').for_each(|part| hasher.update(part.as_bytes()));
            hasher.update([0]);
        }
        hasher.finalize().iter().fold(String::new(), |mut hex, byte| {
            hex.push(char::from(HEX[usize::from(byte >> 4)]));
            hex.push(char::from(HEX[usize::from(byte & 15)]));
            hex
        })
    }
}

impl<P: Into<String>, T: Into<Cow<'static, str>>> FromIterator<(P, T)> for Files {
    fn from_iter<I: IntoIterator<Item = (P, T)>>(files: I) -> Self {
        let texts = files.into_iter().map(|(path, text)| (path.into(), text.into())).collect();
        Self { texts, compiled: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(entries: &[(&'static str, &'static str)]) -> Files {
        entries.iter().copied().collect()
    }

    #[test]
    fn a_partial_folder_replaces_and_adds_single_files() {
        let base = files(&[(COMPLETE, "a"), ("knowledge/sources.toml", "b")]);
        let own = files(&[("knowledge/sources.toml", "c"), ("knowledge/measures/x.toml", "d")]);
        let all = base.overlaid_with(own);
        assert_eq!(all.text("knowledge/sources.toml"), Some("c"));
        assert_eq!(all.iter().count(), 3);
    }

    #[test]
    fn a_complete_folder_replaces_everything() {
        let base = files(&[(COMPLETE, "a"), ("knowledge/sources.toml", "b")]);
        let own = files(&[(COMPLETE, "x")]);
        assert_eq!(base.overlaid_with(own.clone()), own);
    }

    #[test]
    fn the_checksum_ignores_line_ends_and_nothing_else() {
        let unix = files(&[("a.toml", "x\ny\n")]).sha256();
        assert_eq!(files(&[("a.toml", "x\r\ny\r\n")]).sha256(), unix);
        assert_ne!(files(&[("b.toml", "x\ny\n")]).sha256(), unix);
        assert_ne!(files(&[("a.toml", "x\ny")]).sha256(), unix);
    }
}
