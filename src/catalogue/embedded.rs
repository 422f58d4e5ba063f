//! The content that ships inside the binary.

use super::Files;

/// Path and text of every content file, listed by the build script.
const CONTENT: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/content.rs"));

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
    CONTENT.iter().copied().collect()
}
