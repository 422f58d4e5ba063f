//! What to do about a finding.

use super::super::toml_file::remedy as slip_remedy;
use crate::catalogue::{Diagnostic, Fault, Form, Noun};
use crate::toml_file::Slip;

/// What would help, where more can be said than what is wrong.
pub fn remedy(diagnostic: &Diagnostic) -> Option<String> {
    let meant = diagnostic.suggestion.as_ref().map(|it| format!("meinten Sie „{it}“?"));
    match &diagnostic.fault {
        Fault::IdDiffersFromFile { file, .. } => Some(format!(
            "Kennung auf „{file}“ ändern oder die Datei umbenennen; die Kennung ist der Dateiname"
        )),
        Fault::WithdrawnReference { .. } => Some(match &diagnostic.suggestion {
            Some(instead) => format!("„{instead}“ ist an die Stelle getreten"),
            None => "den Verweis streichen".to_owned(),
        }),
        _ if meant.is_some() => meant,
        Fault::Anglicism { instead, .. } | Fault::Jargon { instead, .. } => {
            Some(format!("besser: {instead} (Wortliste in profiles/wording.toml)"))
        }
        Fault::Slip(slip) => {
            Some(general(&diagnostic.fault).map_or_else(|| slip_remedy(slip), str::to_owned))
        }
        fault => general(fault).or_else(|| editorial(fault)).map(str::to_owned),
    }
}

fn general(fault: &Fault) -> Option<&'static str> {
    Some(match fault {
        Fault::Slip(Slip::Missing { .. }) => {
            "die Angabe ergänzen; docs/content.md zeigt für jede Art von Datei ein Beispiel"
        }
        Fault::Slip(Slip::WrongShape { .. } | Slip::WrongLength { .. }) => {
            "docs/content.md zeigt für jede Art von Datei ein Beispiel"
        }
        Fault::PolicyAndTransfer { .. } => "„transfer = true“ und die Tabelle [policy] gehören zusammen",
        Fault::AskAndState { .. } => "„ask“ steht genau dort, wo state = \"to-check\" ist",
        Fault::SideUnclear => "genau eines: „question“ mit „options“, „with_trait“ oder „without_trait“",
        Fault::ReviewOverdue { .. } => "die Angaben an der Quelle prüfen und „reviewed“ auf heute setzen",
        Fault::UnsupportedFormat { .. } => {
            "„format = 1“ schreiben oder eine neuere Version von waage benutzen"
        }
        Fault::UnknownFile => "die Datei in einen der Ordner legen, die docs/content.md nennt",
        Fault::MissingFile | Fault::NoEntry { .. } => {
            "Datei oder Eintrag anlegen; „waage content export ORDNER“ schreibt die eingebauten Inhalte als Vorlage"
        }
        Fault::MalformedId { .. } => {
            "Kennungen: Kleinbuchstaben, Ziffern und einzelne Bindestriche; Versionen wie \"2026.1\"; Tage wie 2026-12-31"
        }
        Fault::DuplicateId { .. } => "einen der beiden Einträge streichen oder umbenennen",
        Fault::UnknownReference { noun: Noun::Topic, .. } => {
            "Der Ordner einer Frage ist ihr Thema: Ordner umbenennen oder das Thema in profiles/topics.toml ergänzen"
        }
        Fault::UnknownReference { .. } => "den Eintrag anlegen oder den Verweis ändern",
        Fault::MissingEntry { .. } | Fault::WrongCount { .. } => "die Liste vervollständigen",
        Fault::EmptyText => "den Text schreiben oder den Schlüssel streichen, wenn er freiwillig ist",
        Fault::OutOfRange { .. } => "Anteile stehen zwischen 0 und 1, Geld und Zeit sind nie negativ",
        Fault::RangeOutOfOrder { .. } => "Reihenfolge: niedrig, am ehesten, hoch",
        Fault::MissingSource => {
            "mindestens einen Schlüssel aus knowledge/sources.toml nennen; „expert“ für unser eigenes Urteil"
        }
        Fault::CyclicCondition { .. } => "bei einer der Fragen die Bedingung streichen",
        Fault::OptionCount { .. } => {
            "Antworten zusammenfassen oder ergänzen; „weiß ich nicht“ bietet das Programm selbst an"
        }
        Fault::UnequalInforms { .. } => "bei jeder Antwort dieselben Maßnahmen nennen, auch mit Grad 0",
        Fault::OrderNotAscending { .. } => "von der kleinsten zur größten Stufe ordnen",
        _ => return None,
    })
}

/// Remedies for findings about sense and wording.
fn editorial(fault: &Fault) -> Option<&'static str> {
    Some(match fault {
        Fault::MeasureWithoutSheet { .. } => {
            "unter knowledge/how-to/ eine Datei mit dem Namen der Maßnahme anlegen oder die Stufe ergänzen"
        }
        Fault::MeasureNotAsked { .. } => {
            "eine Frage ergänzen, deren Antworten diese Maßnahme unter „informs“ nennen"
        }
        Fault::MeasureWithoutEffect { enabler: true, .. } => {
            "bei der Maßnahme, die sie braucht, unter „prerequisites“ nennen, oder eine Wirkung ergänzen"
        }
        Fault::MeasureWithoutEffect { enabler: false, .. } => {
            "eine Wirkung unter „effects“ ergänzen, oder class = \"assessment\" setzen, wenn sie nur prüft"
        }
        Fault::QuestionWithoutMeasure => "unter „informs“ eine Maßnahme nennen oder die Frage zurückziehen",
        Fault::UnreachableQuestion => {
            "Bedingungen dieser Frage und der Fragen, auf die sie wartet, zusammen lesen"
        }
        Fault::ConditionOnLaterTopic { .. } => {
            "die Frage in das spätere Thema legen, oder auf eine frühere Frage warten"
        }
        Fault::ContradictionNeverTrue { .. } => {
            "eine Seite ändern; die Bedingungen der Fragen schließen sie gegenseitig aus"
        }
        Fault::ScenarioWithoutMeasure => "bei mindestens einer Maßnahme unter „effects“ nennen",
        Fault::TriggerReopensNothing { .. } => {
            "unter „facts“, „measures“ oder „questions“ nennen, was danach neu gefragt wird"
        }
        Fault::ProjectChangesNothing { .. } => {
            "unter „adds“ ein Merkmal oder unter „exposures“ die Wirkung auf ein Szenario nennen"
        }
        Fault::OrderNotMonotone { .. } => {
            "von der schlechtesten zur besten ordnen, oder den Grad berichtigen"
        }
        Fault::PointEstimate { .. } => "niedrigsten, wahrscheinlichsten und höchsten Wert nennen",
        Fault::GradeBeyondSource { .. } => {
            "A: gemessen, B: aus Messungen abgeleitet, C: Urteil; Note oder Quelle ändern"
        }
        Fault::SourceWithoutYear { .. } => "das Jahr der Veröffentlichung in knowledge/sources.toml ergänzen",
        Fault::ExclusiveRank { alone: true, .. } => {
            "die Gruppe streichen oder eine zweite Maßnahme aufnehmen"
        }
        Fault::ExclusiveRank { alone: false, .. } => "jeder Maßnahme der Gruppe einen eigenen Rang geben",
        Fault::DuplicateText { .. } => "so umschreiben, dass der Unterschied zu erkennen ist",
        Fault::VanishedId { .. } => {
            "zurückholen; was nicht mehr gebraucht wird, mit „withdrawn“ zurückziehen statt löschen"
        }
        Fault::Unreferenced { .. } => "benutzen oder streichen",
        Fault::GrantEnded { .. } => {
            "Frist prüfen und verlängern, oder die Förderung mit „withdrawn“ zurückziehen"
        }
        Fault::ContentOld { .. } => {
            "Zahlen und Rechtsstand prüfen und die Version in profiles/content.toml heben"
        }
        Fault::TextTooLong { .. } => "kürzen; was wegfällt, gehört oft in „help“",
        Fault::SentenceTooLong { .. } | Fault::TooManySentences { .. } => {
            "in kurze Sätze teilen und Überflüssiges streichen"
        }
        Fault::NegatedQuestion { .. } => "so fragen, dass ein „ja“ oder ein hoher Wert das Gute ist",
        Fault::JoinedFacts { .. } => "nur die Aussage stehen lassen, die diese Stufe von der vorigen trennt",
        Fault::DoubleNegation { .. } => "eine der beiden Verneinungen auflösen",
        Fault::UnexplainedTerm { .. } => {
            "ausschreiben, oder in profiles/wording.toml unter [[terms]] erklären"
        }
        Fault::InformalAddress { .. } => "in die Sie-Form setzen",
        Fault::SpelledOutUmlaut { .. } => "mit ä, ö, ü oder ß schreiben",
        Fault::TextForm { form: Form::GermanQuotes } => "„so“ schreiben",
        Fault::TextForm { form: Form::QuestionMark } => "als Frage schreiben",
        Fault::TextForm { form: Form::FullStop } => "ein Satzzeichen setzen",
        Fault::TextForm { form: Form::NoFullStop } => "das Satzzeichen am Ende streichen",
        Fault::TextForm { form: Form::SingleSpaces } => "die überzähligen Leerzeichen streichen",
        Fault::TextForm { form: Form::LongDash } => "umformulieren oder „–“ benutzen",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_answered_with_what_was_meant() {
        let fault = Fault::Slip(Slip::UnknownKey { key: "tekst".into(), known: vec!["text", "why"] });
        let slip = Diagnostic::of_file("a.toml", fault.clone()).meaning(Some("text"));
        assert_eq!(remedy(&slip).as_deref(), Some("meinten Sie „text“?"));
        assert_eq!(remedy(&Diagnostic::of_file("a.toml", fault)).as_deref(), Some("möglich sind: text, why"));
    }
}
