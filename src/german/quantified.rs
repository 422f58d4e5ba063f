//! The engine's figures on the terminal.

use super::number::{count, decimal, euros, exact_euros, integer, one_in, percent};
use crate::report::{
    LossFigure, LossFigures, PolicyFigures, Quantified, ScenarioFile, VERIFIED_YEARS, Verified,
};
use crate::risk::{Quantity, Refusal};

/// First line.
pub fn title(file: &ScenarioFile) -> String {
    format!("Schätzung des Jahresschadens aus {}", count(file.lines.len(), "Szenario", "Szenarien"))
}

/// Label and figure, row by row.
pub fn figures(file: &ScenarioFile, figures: &LossFigures) -> Vec<[String; 2]> {
    let expected = figures.expected;
    let mut rows = vec![[
        "mittlerer Schaden im Jahr".to_owned(),
        if expected.low < expected.high {
            format!("{} ({} bis {})", euros(expected.value), euros(expected.low), euros(expected.high))
        } else {
            euros(expected.value)
        },
    ]];
    rows.push(["Jahr ohne Schaden".to_owned(), percent(figures.no_loss)]);
    for it in &figures.quantiles {
        rows.push([at_most(it.p), euros(it.value_at_risk)]);
        rows.push([worst(it.p), euros(it.tail_value_at_risk)]);
    }
    if let Some(([one_year, horizon], reserve)) = figures.above_reserve.zip(file.reserve_eur) {
        let (reserve, years) = (exact_euros(reserve), file.horizon_years);
        rows.push([format!("ein Jahr kostet mehr als die Rücklage von {reserve}"), chance(one_year)]);
        rows.push([format!("mindestens einmal in {years} Jahren"), chance(horizon)]);
    }
    rows
}

/// Heads of the table of scenarios.
pub const SCENARIO_HEADS: [&str; 3] = ["Szenario", "Schaden im Jahr", "Anteil an schlechten Jahren"];

/// What the policy does.
pub fn policy(file: &ScenarioFile, policy: &PolicyFigures) -> String {
    let without = match policy.without.above_reserve.zip(file.reserve_eur) {
        Some(([one_year, _], reserve)) => format!(
            ", und ein Jahr über der Rücklage von {} käme auf {}",
            exact_euros(reserve),
            chance(one_year)
        ),
        None => String::new(),
    };
    format!(
        "Versicherung: {} Beitrag im Jahr, im Mittel {} Leistung. Ohne sie läge der mittlere Schaden bei {}{without}. Die Zahlen oben zeigen, was beim Betrieb bleibt, ohne den Beitrag.",
        exact_euros(policy.premium_eur),
        euros(policy.expected_payout),
        euros(policy.without.expected.value),
    )
}

/// What the self-check found.
pub fn self_check(result: &Quantified) -> String {
    let check = &result.check;
    format!(
        "Selbstprüfung bestanden: Wahrscheinlichkeit {}, Mittelwert {}, Varianz {}, Gitter {} Abweichung.",
        scientific(check.mass_error),
        scientific(check.mean_error),
        scientific(check.variance_error),
        scientific(check.grid_difference),
    )
}

/// Heads of the verification's table.
pub const VERIFIED_HEADS: [&str; 4] = ["Größe", "gerechnet", "simuliert", "Abweichung in Standardfehlern"];

/// Line above the verification's table.
pub fn verified_title() -> String {
    let years = integer(i64::try_from(VERIFIED_YEARS).unwrap_or(i64::MAX));
    format!("Nachgerechnet mit {years} simulierten Jahren")
}

/// Row of the verification's table.
pub fn verified(it: &Verified) -> [String; 4] {
    let label = match it.figure {
        LossFigure::Expected => "mittlerer Schaden im Jahr".to_owned(),
        LossFigure::NoLoss => "Jahr ohne Schaden".to_owned(),
        LossFigure::ValueAtRisk(p) => at_most(p),
        LossFigure::TailValueAtRisk(p) => worst(p),
        LossFigure::AboveReserve => "über der Rücklage".to_owned(),
    };
    let is_share = matches!(it.figure, LossFigure::NoLoss | LossFigure::AboveReserve);
    let figure = |value: f64| {
        if is_share {
            format!("{}\u{a0}%", decimal(100.0 * value, 3))
        } else {
            decimal(value, 0) + "\u{a0}€"
        }
    };
    [label, figure(it.exact), figure(it.simulated), decimal(it.z(), 1)]
}

/// Said where the years cannot be drawn.
pub const NOT_VERIFIED: &str =
    "Nicht nachgerechnet: Bei mehr als 500 Ereignissen im Jahr dauert die Simulation zu lange.";

/// The engine refuses.
pub fn refused(refusal: &Refusal) -> String {
    let (sentence, remedy) = match refusal {
        Refusal::NotUsable { quantity, component } => {
            let which = component.map_or(String::new(), |it| format!(" von Szenario Nummer {}", it + 1));
            (format!("{}{which} ist nicht brauchbar", quantity_name(*quantity)), "Zahl und Einheit prüfen.")
        }
        Refusal::TooManyEvents => (
            "So viele Ereignisse im Jahr lassen sich nicht mehr genau rechnen".to_owned(),
            "Die Häufigkeit prüfen: gemeint sind Ereignisse im Jahr. Häufige kleine Schäden als laufende Kosten führen.",
        ),
        Refusal::TooFarOut(p) => (
            format!("Der Punkt {} liegt weiter außen, als die Rechnung sicher trägt", share(*p)),
            "Einen Wert zwischen 0 und 0.99999 nennen.",
        ),
        Refusal::SelfCheck(check) => (
            format!(
                "Die Selbstprüfung ist nicht bestanden (Mittelwert {}, Varianz {}, Gitter {} Abweichung)",
                scientific(check.mean_error),
                scientific(check.variance_error),
                scientific(check.grid_difference)
            ),
            "Häufigkeiten und Schadenhöhen prüfen; mit weniger extremen Zahlen rechnen.",
        ),
    };
    format!("Fehler: {sentence}.\n  {remedy}")
}

/// A quantile that is none.
pub fn bad_quantile(text: &str) -> String {
    format!(
        "Fehler: „{text}“ ist kein Punkt zwischen 0 und 0.99999.\n  Schreiben Sie zum Beispiel --quantile 0.98"
    )
}

fn at_most(p: f64) -> String {
    format!("{} der Jahre kosten höchstens", share(p))
}

fn worst(p: f64) -> String {
    format!("die schlechtesten {} im Mittel", share(1.0 - p))
}

fn quantity_name(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Frequency => "Die Häufigkeit",
        Quantity::FrequencySpread => "Die Spanne der Häufigkeit",
        Quantity::Severity => "Die Schadenhöhe",
        Quantity::Climate => "Die Streuung der Bedrohungslage",
        Quantity::Threshold => "Die Rücklage",
    }
}

/// A share with as many decimals as it needs: "95 %", "99,5 %".
fn share(p: f64) -> String {
    let percent = 100.0 * p;
    let decimals = (0..4)
        .find(|it| {
            let scale = libm::pow(10.0, f64::from(*it));
            libm::fabs(libm::round(percent * scale) / scale - percent) < 1e-9
        })
        .unwrap_or(4);
    format!("{}\u{a0}%", decimal(percent, usize::try_from(decimals).unwrap_or(4)))
}

fn chance(probability: f64) -> String {
    format!("{} ({})", percent(probability), one_in(probability))
}

/// A small number as a power of ten, of which only the size matters.
fn scientific(value: f64) -> String {
    if value == 0.0 {
        return "keine".to_owned();
    }
    let power = libm::ceil(libm::log10(libm::fabs(value)));
    format!("unter 10^{}", decimal(power, 0))
}
