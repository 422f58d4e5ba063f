//! What happened to others, why it was chosen, and what prevention costs against it.

use crate::german::number::{count, decimal, euros, percent};
use crate::german::pages::{joined, titles};
use crate::guidance::{CaseMatch, MatchReason, Prevention, Step};
use crate::model::{Case, CaseKind, Catalogue, Grade, MeasureId};

/// Heading of the cases.
pub const TITLE: &str = "Was anderen passiert ist";
/// Why a case was chosen for this firm, in one sentence.
pub fn why(catalogue: &Catalogue, found: &CaseMatch) -> String {
    let reasons: Vec<String> = found.reasons.iter().map(|it| reason(catalogue, it)).collect();
    if reasons.is_empty() {
        return "Der nächste Fall aus unserer Sammlung; aus Ihrer Branche ist keiner bekannt.".into();
    }
    format!("Warum dieser Fall: {}.", joined(&reasons))
}

fn reason(catalogue: &Catalogue, reason: &MatchReason) -> String {
    match reason {
        MatchReason::OwnTrade(id) => {
            let own = catalogue.sub_trades.iter().find(|it| &it.id == id);
            own.map_or_else(|| "Ihr Gewerbe".into(), |it| format!("der nächste zu „{}“", it.title))
        }
        MatchReason::SameSegment => "Ihre Branche".into(),
        MatchReason::RelatedSegment => "eine Branche mit ähnlicher Arbeit".into(),
        MatchReason::SameSize => "Ihre Größe".into(),
        MatchReason::NearSize => "eine ähnliche Größe".into(),
        MatchReason::SameLevel => "ähnlich viel Digitales".into(),
        MatchReason::AmongOwnRisks { scenario, share } => {
            let title = catalogue.scenario(scenario).map_or("", |it| it.title.as_str());
            format!("„{title}“ steht für {} Ihres mittleren Schadens", percent(*share))
        }
    }
}

/// Standstill and damage as the source reports them; nothing where it reports neither.
pub fn reported(case: &Case) -> Option<String> {
    let days = case.days.map(|it| {
        let number = if (it - libm::round(it)).abs() < 1e-9 { decimal(it, 0) } else { decimal(it, 1) };
        format!("{number} {} Stillstand oder Einschränkung", if number == "1" { "Tag" } else { "Tage" })
    });
    let loss = case.loss_eur.map(|it| format!("{} Schaden", euros(it)));
    let parts: Vec<String> = days.into_iter().chain(loss).collect();
    (!parts.is_empty()).then(|| format!("Berichtet: {}.", parts.join(", ")))
}

/// The measures behind a case, marked as our inference.
pub fn measures(catalogue: &Catalogue, case: &Case) -> String {
    let title = |id: &MeasureId| catalogue.measure(id).map(|it| it.title.clone());
    let titles = titles(&case.measures.iter().filter_map(title).collect::<Vec<_>>());
    match case.kind {
        CaseKind::Worst => format!("Das hätte begrenzen können (unsere Einschätzung): {titles}."),
        CaseKind::Best => format!("Das hat getragen (unsere Zuordnung): {titles}."),
    }
}

/// What people had to do with it, marked where it is our inference.
pub fn human_factor(case: &Case) -> String {
    let inferred = if case.human_factor_inferred { " (unsere Einschätzung)" } else { "" };
    format!("Der Mensch dabei{inferred}: {}", case.human_factor.trim())
}

/// How well a case is documented.
pub fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "gut belegt: amtlich, gerichtlich oder mehrfach",
        Grade::B => "eine verlässliche Quelle",
        Grade::C => "schwach belegt",
    }
}

/// Who reported a case, when, and how well it is documented.
pub fn source(case: &Case) -> String {
    let first = case.sources.first().map_or_else(String::new, |it| {
        it.year.map_or_else(|| it.publisher.clone(), |year| format!("{}, {year}", it.publisher))
    });
    format!("Quelle: {first} ({})", grade(case.grade))
}

/// Before prevention against damage.
pub const PREVENTION: &str = "Vorbeugen oder reparieren, ein Jahr gegen ein Jahr: ";
/// Prevention against damage in one or two sentences.
pub fn prevention(prevention: &Prevention) -> String {
    let event = euros(prevention.own_event_eur);
    let planned = prevention.measures.iter().filter(|it| it.step == Step::Planned).count();
    let in_place = prevention.measures.iter().filter(|it| it.step == Step::InPlace).count();
    if planned > 0 {
        return format!(
            "Was den schlechten Fall begrenzt hätte und in Ihrem Plan steht, kostet {} im Jahr, eigene Stunden eingerechnet. Solche Vorfälle kosten Sie heute im Mittel {} im Jahr, mit dem Plan {}. Ein einzelner kostet heute im Mittel {event}, seltene sehr teure mitgezählt. Schätzung.",
            euros(prevention.yearly_eur),
            euros(prevention.own_yearly_eur),
            euros(prevention.own_yearly_with_plan_eur)
        );
    }
    let have = match in_place {
        0 => "Nichts davon steht im Plan: Es kostet Ihren Betrieb mehr, als es spart, oder muss erst geklärt werden.".to_owned(),
        it => format!("{} davon haben Sie schon, mehr lohnt sich hier nicht.", count(it, "Maßnahme", "Maßnahmen")),
    };
    format!("Ein solcher Vorfall würde Sie heute im Mittel {event} kosten. {have} Schätzung.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(step: Step) -> Prevention {
        Prevention {
            measures: vec![crate::guidance::CaseMeasure {
                measure: MeasureId::new("mfa"),
                step,
                yearly_eur: 120.0,
            }],
            yearly_eur: 120.0,
            reported_eur: Some(6000.0),
            own_event_eur: 9000.0,
            own_event_with_plan_eur: 4000.0,
            own_yearly_eur: 700.0,
            own_yearly_with_plan_eur: 300.0,
        }
    }

    #[test]
    fn prevention_and_damage_stand_in_one_sentence() {
        let planned = prevention(&figures(Step::Planned));
        assert!(
            planned.contains("kostet 120\u{a0}€ im Jahr") && planned.contains("9.000\u{a0}€"),
            "{planned}"
        );
        assert!(prevention(&figures(Step::InPlace)).contains("haben Sie schon"));
        assert!(prevention(&figures(Step::Open)).contains("Nichts davon steht im Plan"));
    }
}
