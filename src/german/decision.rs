//! Decisions and their reasons in German.

use crate::decision::Advice;

/// The decision in one or two words.
pub fn advice(advice: Advice) -> &'static str {
    match advice {
        Advice::Duty => "Pflicht",
        Advice::Do => "umsetzen",
        Advice::RecognisedMinimum => "Mindeststandard",
        Advice::Survival => "Existenzschutz",
        Advice::Insure => "versichern",
        Advice::ClarifyFirst => "erst klären",
        Advice::Bear => "tragen",
        Advice::InPlace => "erledigt",
        Advice::Informs => "gibt Klarheit",
    }
}
