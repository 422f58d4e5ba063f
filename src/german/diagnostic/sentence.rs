//! What is wrong, in one sentence.

use super::super::number::{count, date, decimal};
use super::super::toml_file::sentence as slip_sentence;
use crate::catalogue::{Diagnostic, Fault, Form, Noun};

/// What is wrong, in one sentence without a full stop.
#[expect(clippy::too_many_lines, reason = "one arm per fault, and the compiler sees that none is forgotten")]
pub fn sentence(diagnostic: &Diagnostic) -> String {
    match &diagnostic.fault {
        Fault::Slip(slip) => slip_sentence(slip),
        Fault::PolicyAndTransfer { transfer: true } => "Der Versicherung fehlen die Bedingungen".to_owned(),
        Fault::PolicyAndTransfer { transfer: false } => {
            "Hier stehen Bedingungen einer Police, aber keine Versicherung".to_owned()
        }
        Fault::AskAndState { confirmed: true } => {
            "Die Angabe ist bestätigt, trotzdem steht hier, was zu prüfen ist".to_owned()
        }
        Fault::SideUnclear => "Diese Seite des Widerspruchs sagt nichts oder mehreres".to_owned(),
        Fault::AskAndState { confirmed: false } => "Bei einer unbestätigten Angabe fehlt „ask“".to_owned(),
        Fault::ReviewOverdue { reviewed } => {
            format!("Zuletzt geprüft am {}, das ist länger als ein Jahr her", date(*reviewed))
        }
        Fault::UnsupportedFormat { found } => format!("Das Dateiformat {found} kennt diese Version nicht"),
        Fault::UnknownFile => "An dieser Stelle wird keine Datei erwartet".to_owned(),
        Fault::MissingFile => format!("Die Datei „{}“ fehlt", diagnostic.file),
        Fault::NoEntry { noun } => format!("Es fehlt mindestens ein Eintrag: {}", name(*noun)),
        Fault::IdDiffersFromFile { id, file } => {
            format!("Die Kennung „{id}“ weicht vom Dateinamen „{file}“ ab")
        }
        Fault::MalformedId { id } => format!("„{id}“ ist keine gültige Kennung, Version oder Tagesangabe"),
        Fault::DuplicateId { noun, id, other } if *other == diagnostic.file => {
            format!("{} „{id}“ steht hier doppelt", name(*noun))
        }
        Fault::DuplicateId { noun, id, other } => {
            format!("{} „{id}“ gibt es schon in {other}", name(*noun))
        }
        Fault::UnknownReference { noun, id } => format!("{} „{id}“ gibt es nicht", name(*noun)),
        Fault::WithdrawnReference { noun, id } => format!("{} „{id}“ ist zurückgezogen", name(*noun)),
        Fault::VanishedId { id } => format!("Den Eintrag „{id}“ gab es schon, jetzt fehlt er"),
        Fault::MissingEntry { noun, id } => format!("Es fehlt der Eintrag „{id}“ ({})", name(*noun)),
        Fault::WrongCount { noun, found, expected } => {
            format!("Es sind {found} Einträge ({}), erwartet werden {expected}", name(*noun))
        }
        Fault::EmptyText => "Der Text ist leer".to_owned(),
        Fault::OutOfRange { value, low, high } => {
            format!("{} liegt nicht im erlaubten Bereich {}", plain(*value), range(*low, *high))
        }
        Fault::RangeOutOfOrder { points } => {
            format!("{} steigen nicht an", points.map(plain).join(" · "))
        }
        Fault::MissingSource => "Hier fehlt die Quelle".to_owned(),
        Fault::CyclicCondition { questions } => {
            format!("Diese Fragen warten im Kreis aufeinander: {}", questions.join(" → "))
        }
        Fault::OptionCount { found } => {
            format!("Die Frage hat {}, erlaubt sind 2 bis 6", count(*found, "Antwort", "Antworten"))
        }
        Fault::UnequalInforms { missing, extra } => unequal(missing, extra),
        Fault::OrderNotAscending { noun, id } => {
            format!("{} „{id}“ steht nicht in aufsteigender Folge", name(*noun))
        }
        Fault::MeasureWithoutSheet { measure, level } => {
            format!("Für die Maßnahme „{measure}“ fehlt die Anleitung zur Stufe „{level}“")
        }
        Fault::MeasureNotAsked { measure } => format!("Nach der Maßnahme „{measure}“ fragt keine Frage"),
        Fault::MeasureWithoutEffect { measure, enabler: true } => {
            format!("Die Maßnahme „{measure}“ trägt keine andere und senkt selbst nichts")
        }
        Fault::MeasureWithoutEffect { measure, enabler: false } => {
            format!("Die Maßnahme „{measure}“ wirkt auf kein Szenario")
        }
        Fault::QuestionWithoutMeasure => {
            "Diese Frage sagt nichts über eine Maßnahme und öffnet keine andere Frage".to_owned()
        }
        Fault::UnreachableQuestion => {
            "Diese Frage kann niemand gestellt bekommen, ihre Bedingungen schließen sich aus".to_owned()
        }
        Fault::ConditionOnLaterTopic { question } => {
            format!("Die Frage wartet auf „{question}“ aus einem späteren Thema")
        }
        Fault::ContradictionNeverTrue { id } => {
            format!("Die beiden Seiten von „{id}“ können nie zugleich zutreffen")
        }
        Fault::ScenarioWithoutMeasure => "Auf dieses Szenario wirkt keine Maßnahme".to_owned(),
        Fault::TriggerReopensNothing { trigger } => {
            format!("Der Anlass „{trigger}“ öffnet keine Frage und keine Angabe zum Betrieb")
        }
        Fault::ProjectChangesNothing { project } => {
            format!("Das Vorhaben „{project}“ verändert weder Merkmale noch ein Szenario")
        }
        Fault::OrderNotMonotone { noun, value, before } => {
            format!("{} mit Grad {} nach einer mit Grad {}", name(*noun), plain(*value), plain(*before))
        }
        Fault::PointEstimate { value } => {
            format!("Dreimal {} ist keine Schätzung, sondern ein Punkt", plain(*value))
        }
        Fault::GradeBeyondSource { grade, best } => format!(
            "Note {} trägt hier nicht: Die Quellen geben höchstens {} her",
            grade.letter(),
            best.letter()
        ),
        Fault::SourceWithoutYear { source } => format!("Der Quelle „{source}“ fehlt das Jahr"),
        Fault::ExclusiveRank { group, alone: true } => {
            format!("In der Gruppe „{group}“ steht nur diese Maßnahme")
        }
        Fault::ExclusiveRank { group, alone: false } => {
            format!("In der Gruppe „{group}“ hat schon eine andere Maßnahme diesen Rang")
        }
        Fault::DuplicateText { other } if *other == diagnostic.file => {
            "Derselbe Text steht in dieser Datei schon einmal".to_owned()
        }
        Fault::DuplicateText { other } => format!("Derselbe Text steht schon in {other}"),
        Fault::Unreferenced { noun, id } => format!("{} „{id}“ wird nirgends benutzt", name(*noun)),
        Fault::GrantEnded { until } => format!("Diese Förderung ist am {until} ausgelaufen"),
        Fault::ContentOld { version } => {
            format!("Die Inhalte sind vom Stand {version} und damit über zwei Jahre alt")
        }
        Fault::TextTooLong { length, limit } => {
            format!("Der Text hat {length} Zeichen, Platz ist für {limit}")
        }
        Fault::SentenceTooLong { words, limit } => {
            format!("Ein Satz hat {words} Wörter, gut lesbar sind höchstens {limit}")
        }
        Fault::TooManySentences { found, limit } => {
            format!(
                "Hier stehen {found} Sätze, vorgesehen {}",
                if *limit == 1 { "ist einer".to_owned() } else { format!("sind {limit}") }
            )
        }
        Fault::NegatedQuestion { word } => format!("Die Frage enthält eine Verneinung: „{word}“"),
        Fault::JoinedFacts { joint } => format!("Die Antwort verbindet zwei Aussagen: „{joint}“"),
        Fault::DoubleNegation { words: [first, second] } => {
            format!("Doppelte Verneinung: „{first}“ und „{second}“")
        }
        Fault::Anglicism { word, .. } => format!("„{word}“ ist Englisch"),
        Fault::Jargon { word, .. } => format!("„{word}“ ist ein Fachwort"),
        Fault::UnexplainedTerm { word } => format!("Die Abkürzung „{word}“ wird nirgends erklärt"),
        Fault::InformalAddress { word } => format!("„{word}“ duzt; angesprochen wird mit Sie"),
        Fault::SpelledOutUmlaut { word } => format!("„{word}“ schreibt einen Umlaut mit zwei Buchstaben"),
        Fault::TextForm { form } => text_form(*form).to_owned(),
    }
}

fn text_form(form: Form) -> &'static str {
    match form {
        Form::QuestionMark => "Eine Frage endet mit einem Fragezeichen",
        Form::FullStop => "Ein ganzer Satz endet mit einem Satzzeichen",
        Form::NoFullStop => "Titel, Antworten und Wortlisten enden ohne Satzzeichen",
        Form::GermanQuotes => "Hier stehen Anführungszeichen, die keine deutschen sind",
        Form::SingleSpaces => "Hier stehen überzählige Leerzeichen",
        Form::LongDash => "Zwischen Wörtern steht ein Bindestrich statt eines Gedankenstrichs",
    }
}

fn unequal(missing: &[String], extra: &[String]) -> String {
    let mut parts = Vec::new();
    if !missing.is_empty() {
        parts.push(format!("sagt nichts über {}", quoted(missing)));
    }
    if !extra.is_empty() {
        parts.push(format!("sagt als einzige etwas über {}", quoted(extra)));
    }
    format!("Diese Antwort {}", parts.join(" und "))
}

/// Words in German quotation marks, with commas.
fn quoted(words: &[String]) -> String {
    words.iter().map(|it| format!("„{it}“")).collect::<Vec<_>>().join(", ")
}

/// The German name of a kind of thing.
pub fn name(noun: Noun) -> &'static str {
    match noun {
        Noun::Question => "Frage",
        Noun::Option => "Antwort",
        Noun::Contradiction => "Widerspruch",
        Noun::Topic => "Thema",
        Noun::Measure => "Maßnahme",
        Noun::Bundle => "Bündel",
        Noun::Scenario => "Szenario",
        Noun::Segment => "Branche",
        Noun::SubTrade => "Gewerk",
        Noun::Size => "Größenklasse",
        Noun::Level => "Digitalisierungsgrad",
        Noun::Item => "Merkmal der Digitalisierung",
        Noun::Incident => "Art von Vorfall",
        Noun::Trait => "Merkmal des Betriebs",
        Noun::Role => "Rolle",
        Noun::Source => "Quelle",
        Noun::Tier => "Ausbaustufe",
        Noun::Term => "Begriff",
        Noun::Grant => "Förderung",
        Noun::InformedMeasure => "Von den Antworten berührte Maßnahme",
        Noun::DinTopic => "Thema der DIN SPEC 27076",
        Noun::Duty => "Pflicht gegenüber dem Versicherer",
        Noun::CustomerQuestion => "Frage von Kunden",
        Noun::Pillar => "Säule",
        Noun::Competence => "Kompetenz nach DigComp 2.2",
        Noun::CheckPoint => "Punkt einer Prüfliste",
        Noun::DinRequirement => "Anforderung der DIN SPEC 27076",
        Noun::WzEdition => "Ausgabe der Wirtschaftszweige",
        Noun::WzCode => "WZ-Nummer",
        Noun::State => "Bundesland",
        Noun::Case => "Fall",
        Noun::Attack => "Angriffsart",
        Noun::Unit => "Lerneinheit",
        Noun::Contact => "Anlaufstelle",
        Noun::Law => "Rechtsstand",
        Noun::SelfCheck => "Selbstcheck",
        Noun::Message => "Übungsnachricht",
        Noun::Drill => "Notfallübung",
        Noun::Trigger => "Anlass",
        Noun::Project => "Vorhaben",
        Noun::ProjectQuestion => "Frage zum Vorhaben",
        Noun::BestChoice => "Beste Entscheidung",
        Noun::HowTo => "Anleitung",
        Noun::Instruction => "Schritt",
        Noun::System => "System",
    }
}

/// A number as it would be written in German, without needless zeros.
fn plain(value: f64) -> String {
    if !value.is_finite() {
        return value.to_string();
    }
    let text = decimal(value, 4);
    if text.contains(',') { text.trim_end_matches('0').trim_end_matches(',').to_owned() } else { text }
}

fn range(low: f64, high: f64) -> String {
    match (low, high) {
        (low, f64::INFINITY) if low > 0.0 && low < 0.001 => "über 0".to_owned(),
        (low, f64::INFINITY) => format!("ab {}", plain(low)),
        (low, high) => format!("{} bis {}", plain(low), plain(high)),
    }
}
