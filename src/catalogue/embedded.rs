//! The content that ships inside the binary.

use std::collections::BTreeMap;

use super::Files;

/// A shipped file.
struct Shipped {
    /// Path inside the content.
    path: &'static str,
    /// What its editors wrote.
    text: &'static str,
    /// Bytes of its compiled form in [`COMPILED`]; none where the text is not TOML.
    length: usize,
}

/// Every content file, listed by the build script.
const CONTENT: &[Shipped] = include!(concat!(env!("OUT_DIR"), "/content.rs"));

/// The values of all files as `MessagePack`, one after the other.
const COMPILED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/content.bin"));

/// SHA-256 of all paths and texts.
const CHECKSUM: &str = include_str!(concat!(env!("OUT_DIR"), "/content.sha256"));

/// Version and files of every older content that is kept for comparisons, listed by the build script.
type Kept = (&'static str, &'static [(&'static str, &'static str)]);
const RELEASED: &[Kept] = &include!(concat!(env!("OUT_DIR"), "/released.rs"));

/// A released content by its version, where the binary carries it besides the present one.
pub fn released(version: &str) -> Option<Files> {
    let (_, files) = RELEASED.iter().find(|it| it.0 == version)?;
    Some(files.iter().copied().collect())
}

/// The shipped content.
pub fn embedded() -> Files {
    let mut files: Files = CONTENT.iter().map(|it| (it.path, it.text)).collect();
    let mut rest = COMPILED;
    let mut compiled = BTreeMap::new();
    for shipped in CONTENT {
        let (values, after) = rest.split_at(shipped.length);
        compiled.insert(shipped.path, values);
        rest = after;
    }
    if compiled.values().all(|it| !it.is_empty()) {
        files.set_compiled(compiled, CHECKSUM);
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_made_at_build_time_is_that_of_the_texts() {
        assert_eq!(embedded().sha256(), embedded().as_texts().sha256());
    }
}
