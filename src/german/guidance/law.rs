//! Legal pre-checks and yardsticks in words. Orientation; the law's own text decides.

use jiff::civil::Date;

use crate::german::number::{count, date, whole_percent};
use crate::german::pages::joined;
use crate::guidance::law::{Entity, MissingFigure, Nis2Check, Sector};
use crate::guidance::views::{AreaView, InsurerView, Standing};
use crate::model::{Catalogue, LegalFact, LegalKind, PointId, Regime, point_text};

/// Contradicted duties named in a sentence; all of them stand in the table.
const MOST_DUTIES: usize = 2;

/// Heading of the law.
pub const TITLE: &str = "Recht, zur Orientierung";
/// Under every legal statement.
const NOTE: &str = "Erste Orientierung nach Ihren Angaben, keine Rechtsberatung und kein Nachweis.";
/// Heading of the customer's questions.
const CUSTOMER: &str = "Was große Kunden üblicherweise fragen";
/// Heading of the clocks.
const CLOCKS: &str = "Fristen nach einem Vorfall";

/// What the pre-check of NIS2 comes to, in two or three sentences.
pub fn nis2(check: &Nis2Check) -> String {
    if let Some(regime) = check.replaced_by.filter(|_| check.registers) {
        return replaced(regime);
    }
    let finding = match (check.sector, check.entity) {
        (Sector::Named(_) | Sector::AnySize | Sector::Critical, Some(entity)) => match entity {
            Entity::Outside => below().into(),
            Entity::DependsOnFigures => depends(&check.missing),
            Entity::Important => falls_under("wichtige Einrichtung"),
            Entity::ParticularlyImportant => falls_under("besonders wichtige Einrichtung"),
        },
        (Sector::Possible(_), Some(Entity::Outside)) => below().into(),
        (Sector::Possible(_), Some(Entity::DependsOnFigures)) => depends(&check.missing),
        (Sector::Possible(_), Some(_)) => "Ihr Betrieb ist groß genug für das BSI-Gesetz (NIS2). Ob er zu einem der Bereiche gehört, ist offen. Die kostenlose Betroffenheitsprüfung des BSI klärt das.".into(),
        _ => "Nach Ihren Angaben gehört Ihr Betrieb zu keinem Bereich, für den das BSI-Gesetz (NIS2) gilt.".into(),
    };
    if check.through_customers {
        format!("{finding} Kunden, die darunter fallen, können Anforderungen im Vertrag weitergeben.")
    } else {
        finding
    }
}

fn replaced(by: Regime) -> String {
    format!(
        "Für Ihren Betrieb gelten nach Ihren Angaben die Regeln {} an Stelle der Pflichten nach §§ 30, 32 und 38 BSIG. Die Anmeldung beim BSI bleibt Pflicht.",
        match by {
            Regime::Telecommunications => "des Telekommunikationsgesetzes",
            Regime::Energy => "des Energiewirtschaftsgesetzes",
            Regime::Finance | Regime::Practice | Regime::Automotive => "der EU-Verordnung DORA",
        }
    )
}

/// What lets costs be weighed against risk.
pub fn anchor(check: &Nis2Check) -> &'static str {
    if check.applies {
        "Das BSI-Gesetz lässt ausdrücklich abwägen: Größe, Kosten, Wahrscheinlichkeit und Schwere zählen (§ 30 Abs. 1 BSIG). Die Abwägung muss aufgeschrieben sein; dieser Bericht kann ein Teil davon sein."
    } else {
        "Kosten und Risiko abzuwägen erlaubt das Gesetz ausdrücklich (Art. 32 DSGVO)."
    }
}

/// Heading of what the rules of a regime ask; of customers' usual questions where there is none.
pub fn asked_by(regime: Option<Regime>) -> &'static str {
    match regime {
        Some(Regime::Practice) => "Sicherheitsrichtlinie für Praxen (§ 390 SGB V)",
        Some(Regime::Automotive) => "Fragen der Fahrzeughersteller (VDA ISA, TISAX)",
        _ => CUSTOMER,
    }
}

/// Heading of legal facts of a kind.
pub fn facts(kind: LegalKind) -> &'static str {
    match kind {
        LegalKind::Clock => CLOCKS,
        LegalKind::Duty => "Was das Gesetz von Ihnen verlangt",
        LegalKind::Fine => "Was ein Verstoß kosten kann",
        LegalKind::Proposal => "Was noch kommen kann",
    }
}

/// Where a fact stands.
pub fn stands_in(fact: &LegalFact) -> String {
    format!(" ({})", tight(&fact.reference))
}

/// A legal text in which no line ends behind a paragraph's sign.
pub fn tight(text: &str) -> String {
    ["§", "Art.", "Abs.", "Nr."]
        .iter()
        .fold(text.to_owned(), |text, sign| text.replace(&format!("{sign} "), &format!("{sign}\u{a0}")))
}

/// Under every legal statement: the day on which the oldest was last looked up.
pub fn note(reviewed: Date) -> String {
    format!("Fundstellen geprüft am {}. {NOTE}", date(reviewed))
}

fn below() -> &'static str {
    "Das BSI-Gesetz (NIS2) gilt für Ihren Betrieb nach Ihren Angaben nicht: Er hat weniger als 50 Beschäftigte, und Umsatz und Bilanzsumme liegen nicht beide über 10 Mio. €. Verbundene Firmen zählen mit."
}

fn depends(missing: &[MissingFigure]) -> String {
    let names: Vec<String> = missing
        .iter()
        .map(|it| match it {
            MissingFigure::Turnover => "der Jahresumsatz".to_owned(),
            MissingFigure::BalanceSheet => "die Bilanzsumme".to_owned(),
            MissingFigure::Sector => "der Bereich".to_owned(),
        })
        .collect();
    let verb = if names.len() == 1 { "fehlt" } else { "fehlen" };
    format!(
        "Ob das BSI-Gesetz (NIS2) gilt, hängt an einer Zahl: Unter 50 Beschäftigten gilt es nur, wenn Umsatz und Bilanzsumme beide über 10 Mio. € liegen. Dafür {verb} {}.",
        joined(&names)
    )
}

fn falls_under(entity: &str) -> String {
    format!(
        "Nach Ihren Angaben fällt Ihr Betrieb unter das BSI-Gesetz (NIS2), als „{entity}“. Lassen Sie das prüfen; dann gelten Registrierung, Meldefristen und Pflichten der Leitung."
    )
}

/// An area of section 30 (2) BSIG in our own words.
pub fn area(number: u8) -> &'static str {
    match number {
        1 => "Risiken kennen und Regeln festlegen",
        2 => "Vorfälle erkennen und bewältigen",
        3 => "Weiterarbeiten: Sicherung, Wiederherstellung, Krise",
        4 => "Lieferanten und Dienstleister",
        5 => "Sicher einkaufen und warten, Schwachstellen schließen",
        6 => "Prüfen, ob der Schutz wirkt",
        7 => "Schulung und Grundregeln im Alltag",
        8 => "Verschlüsselung",
        9 => "Personal, Zugänge und Bestand",
        10 => "Zweiter Faktor und Verständigung im Notfall",
        _ => "Unbekannter Bereich",
    }
}

/// How far the firm is in an area.
pub fn share(view: &AreaView) -> String {
    if view.measures.is_empty() {
        return "nicht erfragt".into();
    }
    format!("{} von {}", whole_percent(view.share), count(view.measures.len(), "Maßnahme", "Maßnahmen"))
}

/// Article 32 GDPR in one sentence.
pub fn gdpr(view: &AreaView) -> String {
    if view.is_open {
        return "Schutz von Daten über Menschen (Art. 32 DSGVO): Die meisten Fragen dazu sind offen. Das Gesetz lässt Kosten und Risiko abwägen.".into();
    }
    format!(
        "Schutz von Daten über Menschen (Art. 32 DSGVO): Von {}, die dazu zählen, ist nach Ihren Antworten {} erreicht. Das Gesetz lässt Kosten und Risiko abwägen.",
        count(view.measures.len(), "Maßnahme", "Maßnahmen"),
        whole_percent(view.share)
    )
}

/// The warning where an insurance application would be contradicted; nothing where it would not.
pub fn insurer_warning(catalogue: &Catalogue, view: &InsurerView) -> Option<String> {
    let quoted = |it: &PointId| format!("„{}“", point_text(&catalogue.views.insurer, it.as_str()));
    let duties: Vec<String> = view.contradicted().map(quoted).collect();
    if duties.is_empty() {
        return None;
    }
    let named = duties.get(..MOST_DUTIES).unwrap_or(&duties);
    let such = if named.len() < duties.len() { "etwa zu" } else { "nämlich zu" };
    Some(format!(
        "Vorsicht beim Versicherungsantrag: Bei {} von {} üblichen Fragen würde ein Ja Ihren Antworten widersprechen, {such} {}. Falsche Angaben können die Leistung kosten.",
        duties.len(),
        view.duties.len(),
        joined(named)
    ))
}

/// How well the firm can answer it.
pub fn customer_standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Yes => "ja, mit Nachweis",
        Standing::Partly => "teilweise",
        Standing::NotYet => "noch nicht",
        Standing::Open => "offen",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guidance::law::Annex;

    fn check(sector: Sector, entity: Option<Entity>, missing: Vec<MissingFigure>) -> Nis2Check {
        Nis2Check {
            sector,
            entity,
            registers: false,
            replaced_by: None,
            applies: false,
            through_customers: true,
            missing,
        }
    }

    #[test]
    fn a_missing_figure_is_asked_for_by_name() {
        let open = check(
            Sector::Named(Annex::One),
            Some(Entity::DependsOnFigures),
            vec![MissingFigure::BalanceSheet],
        );
        assert!(nis2(&open).contains("Dafür fehlt die Bilanzsumme."), "{}", nis2(&open));
    }

    #[test]
    fn who_is_outside_hears_of_customers_contracts() {
        let outside = check(Sector::None, None, vec![]);
        assert!(nis2(&outside).contains("Kunden") && nis2(&outside).contains("zu keinem Bereich"));
    }

    #[test]
    fn all_ten_areas_have_words() {
        assert!((1..=10).all(|it| area(it) != area(0)));
    }
}
