//! What the content editor's tools say.

use super::number::count;
use crate::model::Catalogue;

/// Where the content was written.
pub fn exported(files: usize, folder: &str) -> String {
    format!(
        "{} in „{folder}“ geschrieben.\n  Nach dem Bearbeiten prüft sie: waage content lint --content {folder}",
        count(files, "Datei", "Dateien")
    )
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
