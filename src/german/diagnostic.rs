//! Findings about content as people read them: what, where, and what to do.

mod remedy;
mod sentence;

pub use remedy::remedy;
pub use sentence::{name as noun_name, sentence};

use super::number::count;
use super::snippet::{self, Weight};
use crate::catalogue::{Diagnostic, Files, Severity};

/// Findings with the lines they point at, and a closing line that counts them.
pub fn report(diagnostics: &[Diagnostic], files: &Files, colour: bool) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics {
        out.push_str(&with_lines(diagnostic, files.text(&diagnostic.file), colour));
        out.push_str("\n\n");
    }
    out.push_str(&tally(diagnostics));
    out
}

/// One finding with the lines it points at.
fn with_lines(diagnostic: &Diagnostic, text: Option<&str>, colour: bool) -> String {
    let fault = snippet::Fault {
        weight: match diagnostic.severity() {
            Severity::Error => Weight::Error,
            Severity::Warning => Weight::Warning,
        },
        code: diagnostic.fault.code().as_str(),
        sentence: sentence(diagnostic),
        path: &diagnostic.file,
        place: text.zip(diagnostic.span.clone()),
        remedy: remedy(diagnostic),
    };
    snippet::shown(&fault, colour)
}

/// The German word for a severity.
pub fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => snippet::word(Weight::Error),
        Severity::Warning => snippet::word(Weight::Warning),
    }
}

/// "2 Fehler, 1 Warnung", or that there is nothing to report.
fn tally(diagnostics: &[Diagnostic]) -> String {
    let of = |severity| diagnostics.iter().filter(|it| it.severity() == severity).count();
    match (of(Severity::Error), of(Severity::Warning)) {
        (0, 0) => "Keine Fehler, keine Warnungen.".to_owned(),
        (errors, 0) => format!("{} in den Inhalten.", count(errors, "Fehler", "Fehler")),
        (0, warnings) => format!("Keine Fehler, {}.", count(warnings, "Warnung", "Warnungen")),
        (errors, warnings) => {
            let warnings = count(warnings, "Warnung", "Warnungen");
            format!("{} und {warnings} in den Inhalten.", count(errors, "Fehler", "Fehler"))
        }
    }
}

/// Line and column of a byte in a text, both from 1; columns count characters.
pub fn place(text: &str, byte: usize) -> (usize, usize) {
    let before = &text[..text.floor_char_boundary(byte)];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Fault, Noun};

    #[test]
    fn a_finding_names_what_where_and_what_to_do() {
        let text = "id = \"x\"\n# Größe\ninforms = \"restore-tst\"\n";
        let files: Files = [("questionnaires/backup/x.toml", text)].into_iter().collect();
        let span = text.find("\"restore").unwrap()..text.len() - 1;
        let fault = Fault::UnknownReference { noun: Noun::Measure, id: "restore-tst".into() };
        let diagnostic =
            Diagnostic::at("questionnaires/backup/x.toml", span, fault).meaning(Some("restore-test"));
        let report = report(&[diagnostic], &files, false);
        for part in [
            "Fehler[unknown-reference]: Maßnahme „restore-tst“ gibt es nicht",
            "questionnaires/backup/x.toml:3:11",
            "meinten Sie „restore-test“?",
            "1 Fehler",
        ] {
            assert!(report.contains(part), "{part} is missing in\n{report}");
        }
    }

    #[test]
    fn columns_count_characters_not_bytes() {
        assert_eq!(place("ä = ö\nü = x", "ä = ö\nü = ".len()), (2, 5));
        assert_eq!(place("", 0), (1, 1));
    }
}
