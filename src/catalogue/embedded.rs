//! The content that ships inside the binary.

use super::Files;

/// Path and text of every content file, listed by the build script.
const CONTENT: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/content.rs"));

/// The shipped content.
pub fn embedded() -> Files {
    CONTENT.iter().copied().collect()
}
