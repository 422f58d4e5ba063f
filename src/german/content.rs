//! What the content editor's tools say.

use super::number::count;

/// Where the content was written.
pub fn exported(files: usize, folder: &str) -> String {
    format!(
        "{} in „{folder}“ geschrieben.\n  Nach dem Bearbeiten prüft sie: waage content lint --content {folder}",
        count(files, "Datei", "Dateien")
    )
}
