//! The content that ships inside the binary.

use include_dir::{Dir, DirEntry, include_dir};

use super::Files;

static QUESTIONNAIRES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/questionnaires");
static PROFILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/profiles");
static KNOWLEDGE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/knowledge");

/// The shipped content.
pub fn embedded() -> Files {
    let mut files = Vec::new();
    for (root, dir) in
        [("questionnaires", &QUESTIONNAIRES), ("profiles", &PROFILES), ("knowledge", &KNOWLEDGE)]
    {
        collect(root, dir, &mut files);
    }
    files.into_iter().collect()
}

fn collect(root: &str, dir: &Dir<'static>, files: &mut Vec<(String, &'static str)>) {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(inner) => collect(root, inner, files),
            DirEntry::File(file) => {
                let path = file.path().to_string_lossy().replace('\\', "/");
                let text = file.contents_utf8();
                if path.ends_with(".toml") {
                    files.push((format!("{root}/{path}"), text.expect("shipped content is UTF-8")));
                }
            }
        }
    }
}
