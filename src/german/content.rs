//! What the content editor's tools say.

use super::number::count;
use crate::catalogue::FileKind;
use crate::model::Catalogue;

/// Where the content was written.
pub fn exported(files: usize, folder: &str) -> String {
    format!(
        "{} in „{folder}“ geschrieben.\n  Nach dem Bearbeiten prüft sie: waage content lint --content {folder}",
        count(files, "Datei", "Dateien")
    )
}

/// An id nobody knows.
pub fn unknown_entry(id: &str, nearest: Option<&str>) -> String {
    let hint = match nearest {
        Some(nearest) => format!("Meinten Sie „{nearest}“?"),
        None => "Alle Fragen mit ihren Kennungen zeigt: waage content list".to_owned(),
    };
    format!("Einen Eintrag mit der Kennung „{id}“ gibt es nicht.\n  {hint}")
}

/// The kinds of content files with the places where they lie.
pub fn file_kinds(kinds: &[FileKind], documents: &[&str]) -> String {
    let width = kinds.iter().map(|it| it.name.len()).max().unwrap_or(0);
    let mut lines = vec!["Arten von Dateien und wo sie liegen:".to_owned()];
    lines.extend(kinds.iter().map(|it| format!("  {:width$}  {}", it.name, it.place)));
    lines.push(format!("Dokumente, die herein- und hinausgehen: {}", documents.join(", ")));
    lines.push("Das Schema einer Art gibt aus: waage content schema ART".to_owned());
    lines.join("\n") + "\n"
}

/// Every question by topic, with its id and its answers.
pub fn questions(catalogue: &Catalogue) -> String {
    let mut lines = Vec::new();
    for topic in &catalogue.topics {
        lines.push(topic.title.clone());
        for question in catalogue.questions.iter().filter(|it| it.topic == topic.id) {
            lines.push(format!("  {}  {}", question.id, question.text));
            lines.extend(question.options.iter().map(|it| format!("    {}  {}", it.id, it.text)));
        }
        lines.push(String::new());
    }
    lines.push(count(catalogue.questions.len(), "Frage", "Fragen"));
    lines.join("\n") + "\n"
}
