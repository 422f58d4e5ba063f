//! Pages on what can happen and how bad a year can get.

use super::decision::in_cases;
use crate::german::ledger::RungFigures;
use crate::german::number::{decimal, euro_range, euros, exact_euros, hours, one_in, percent};
use crate::german::report::{mean, money_of, reserve as reserve_of};
use crate::german::sums::signed;
use crate::report::{Report, ScenarioFacts, StressFacts};
use crate::risk::Bearable;

/// Heading of the risk profile.
pub const TITLE: &str = "Was passieren kann, das Teuerste zuerst";
/// Bookmark of the risk profile.
pub const BOOKMARK: &str = "Risiken";
/// Labels of the picture: today, with the plan, figures.
pub const SERIES: [&str; 3] = ["heute", "mit Plan", "im Mittel je Jahr"];

/// The message of the page.
pub fn lead(report: &Report, titles: &[String]) -> String {
    let expected = report.today.expected_annual_loss.value;
    let [first, second, ..] = &report.scenarios[..] else {
        return format!("Im Mittel {} im Jahr.", mean(report, expected));
    };
    let share = (first.expected + second.expected) / expected.max(1.0);
    format!(
        "„{}“ und „{}“ machen zusammen {} des mittleren Schadens aus.",
        titles[0],
        titles[1],
        percent(share)
    )
}

/// Mean losses of the scenarios as shown: today, with the plan, of similar firms; each column adds up.
pub struct Means {
    /// One for every scenario.
    pub rows: Vec<[f64; 3]>,
    /// The sums.
    pub sum: [f64; 3],
}

/// The mean losses of a report's scenarios.
pub fn means(report: &Report) -> Means {
    let step = money_of(report);
    let whole = RungFigures::of(report, report.decision.ladder.followed());
    let sum = [
        step.shown(report.today.expected_annual_loss.value),
        whole.rest + whole.insured,
        step.shown(report.peers_annual_loss),
    ];
    let column = |of: fn(&ScenarioFacts) -> f64, at: usize| {
        step.parts(&report.scenarios.iter().map(of).collect::<Vec<_>>(), sum[at])
    };
    let columns = [
        column(|it| it.expected, 0),
        column(|it| it.expected_with_plan, 1),
        column(|it| it.expected_average, 2),
    ];
    let rows = (0..report.scenarios.len()).map(|at| columns.each_ref().map(|it| it[at]));
    Means { rows: rows.collect(), sum }
}

/// The figures of a scenario beside its bars.
pub fn pair([today, plan, _]: [f64; 3]) -> String {
    format!("{} → {}", exact_euros(today), exact_euros(plan))
}

/// How to read the picture.
pub const PAIRS_CAPTION: &str = "Je länger der Balken, desto mehr kostet das Szenario im Mittel eines Jahres. Der schmale Balken innen bleibt mit dem Plan übrig. Schätzung.";

/// The picture in words.
pub fn pairs_alternative(means: &Means, titles: &[String]) -> String {
    let rows: Vec<String> = means
        .rows
        .iter()
        .zip(titles)
        .map(|([today, plan, _], title)| {
            format!("{title}: heute {}, mit Plan {}", exact_euros(*today), exact_euros(*plan))
        })
        .collect();
    format!("Balken: mittlerer Schaden im Jahr je Szenario. {}.", rows.join("; "))
}

/// Heads of the table of scenarios.
pub const HEADS: [&str; 6] =
    ["Szenario", "etwa", "üblicher Schaden", "schlimmer Schaden", "im Mittel je Jahr", "ähnliche Betriebe"];

/// How often, without the word that stands in the head.
pub fn often(facts: &ScenarioFacts) -> String {
    let words = crate::german::number::how_often(facts.frequency);
    if words.starts_with("seltener") {
        return "über 1.000 Jahre".into();
    }
    words.strip_prefix("etwa ").map(str::to_owned).unwrap_or(words)
}

/// Names the sum of the rows.
pub const TOTAL: &str = "zusammen";

/// Explains the columns.
pub const TABLE_NOTE: &str = "Üblich: die Hälfte der Fälle kostet mehr, die Hälfte weniger. Schlimm: einer von zwanzig Fällen kostet mehr. Ähnliche Betriebe: gleiche Branche, Größe und Digitalisierung mit durchschnittlichem Schutz.";

/// Heading above the picture.
pub const PICTURE: &str = "Mittlerer Schaden im Jahr, heute und mit Plan";
/// Heading above the table.
pub const ALL: &str = "Wie oft und wie teuer";

/// What a scenario adds to or takes off the difference.
pub fn difference(title: &str, [today, _, peers]: [f64; 3]) -> String {
    format!("{title} {}", signed(today - peers))
}

/// The scenarios that differ most.
pub fn differences(parts: &[String]) -> String {
    format!("Am meisten unterscheidet Sie: {}.", super::joined(parts))
}

/// Heading above the plain words.
pub const PLAIN: &str = "Was dabei geschieht";

/// Before what people have to do with it.
pub const HUMAN: &str = "Der Mensch dabei: ";

/// Heading of the curve.
pub const CURVE_TITLE: &str = "Wie wahrscheinlich ist ein teures Jahr?";
/// Bookmark of the curve.
pub const CURVE_BOOKMARK: &str = "Ein teures Jahr";

/// Share of years without loss from which "one in twenty" lies among trifles.
const MOSTLY_QUIET: f64 = 0.8;

/// How many years pass without a loss, as people count.
pub fn quiet_years(probability: f64) -> String {
    if probability > MOSTLY_QUIET {
        return format!("In {} von 100 Jahren passiert nichts", libm::floor(100.0 * probability));
    }
    let verb = if probability < 0.15 { "bleibt" } else { "bleiben" };
    format!("Von zehn Jahren {verb} {} ganz ohne Schaden", ten_years(probability))
}

/// The message of the curve.
pub fn curve_lead(report: &Report) -> String {
    let now = &report.today;
    format!(
        "{}. Ein schlechtes Jahr kostet {} (Mittel der schlimmsten 5 von 100), Spanne {}.",
        quiet_years(now.probability_no_loss),
        euros(now.worst_years.value),
        euro_range(now.worst_years.low, now.worst_years.high)
    )
}

/// Whether the reserve is enough, and what would make the answer a yes.
pub fn reserve_verdict(report: &Report) -> String {
    let verdict = &report.today.verdict;
    let enough = euros(verdict.reserve_for_yes);
    if report.answers.company.liquid_reserve_eur.is_none() {
        return format!(
            "Ohne Ihre Rücklage lässt sich das nicht sicher beantworten. Nötig wären heute etwa {enough}."
        );
    }
    let narrow = if verdict.is_narrow { " Das ist knapp." } else { "" };
    let cases = in_cases(verdict.share_of_draws);
    match verdict.answer {
        Bearable::Yes => format!(
            "Wahrscheinlich ja: Ihre Reserve reicht heute {cases} auch für das schlimmste von hundert Jahren.{narrow}"
        ),
        Bearable::Unclear => format!(
            "Unklar: Ihre Reserve reicht heute {cases} für das schlimmste von hundert Jahren. Mit {enough} Rücklage oder Kreditlinie wäre die Antwort ja.{narrow}"
        ),
        Bearable::No => format!(
            "Nein: Ihre Reserve reicht heute {cases} für das schlimmste von hundert Jahren. Nötig wären etwa {enough}.{narrow}"
        ),
    }
}

/// What of the range answers could still narrow.
pub fn range_from_answers(report: &Report) -> String {
    format!(
        "Wie oft und wie teuer Vorfälle sind, weiß niemand genau. Mit Antworten und Belegen wird die Spanne um den Faktor {} enger.",
        decimal(report.range_from_answers, 1)
    )
}

/// Heading above the harsher worlds.
pub const STRESS: &str = "Und wenn die Welt härter ist?";

/// Heads of the table of harsher worlds.
pub const STRESS_HEADS: [&str; 4] = ["Annahme", "im Mittel", "schlechtes Jahr", "Schaden über der Reserve"];

/// Rows of it: what is assumed, with the plan.
pub fn stress_rows(report: &Report) -> Vec<[String; 4]> {
    let row = |name: &str, expected: f64, worst: f64, above: f64| {
        [name.to_owned(), mean(report, expected), euros(worst), one_in(above)]
    };
    let plan = &report.with_plan;
    let central = row(
        "wie gerechnet, mit Plan",
        plan.expected_annual_loss.value,
        plan.worst_years.value,
        plan.above_reserve,
    );
    let lines = report.stress.iter().map(|it| {
        let year = &it.with_plan;
        row(&it.title, year.expected, year.worst_years, year.above_reserve)
    });
    std::iter::once(central).chain(lines).collect()
}

/// Said where the advice holds in all harsher worlds of these names.
pub fn stress_holds_in_all(titles: &[String]) -> String {
    let times = match titles.len() {
        1 => "",
        2 => " beide Male",
        _ => " jedes Mal",
    };
    format!(
        "{}: Der Rat hält{times}. Alle Schritte, die sich rechnen, rechnen sich auch dann.",
        super::titles(titles)
    )
}

/// Whether the advice holds there; `titles` are those of the measures that turn.
pub fn stress_holds(facts: &StressFacts, titles: &[String]) -> String {
    let title = &facts.title;
    let holding = facts.paying - facts.turns.len();
    if facts.plan_holds() {
        return format!("{title}: Der Rat hält, alle Schritte, die sich rechnen, rechnen sich auch dann.");
    }
    format!(
        "{title}: {holding} von {} Schritten, die sich rechnen, rechnen sich auch dann. Nicht mehr: {}.",
        facts.paying,
        super::titles(titles)
    )
}

/// What the processes a firm lives on can stand; nothing where none was named with its hours.
pub fn jewels(report: &Report) -> Option<String> {
    let named = report.answers.company.crown_jewels.iter();
    let parts: Vec<String> =
        named.filter_map(|it| Some(format!("{} ({})", it.process, hours(it.tolerable_hours?)))).collect();
    let most = report.profile.iter().map(|it| it.jewel).fold(1.0, f64::max);
    let least = report.profile.iter().map(|it| it.jewel).fold(1.0, f64::min);
    let against = if most > 1.02 {
        " Der Durchschnitt Ihrer Branche hält länger durch; das erhöht den Schaden bei Stillstand."
    } else if least < 0.98 {
        " Der Durchschnitt Ihrer Branche hält weniger lang durch; das senkt den Schaden bei Stillstand."
    } else {
        " Das ist etwa wie üblich in Ihrer Branche."
    };
    (!parts.is_empty()).then(|| format!("So lange geht es ohne: {}.{against}", parts.join(", ")))
}

fn ten_years(probability: f64) -> String {
    let years = libm::round(10.0 * probability);
    match years {
        it if it < 1.0 => "kaum eines".into(),
        it if it < 2.0 => "etwa eines".into(),
        it if it > 9.0 => "fast jedes".into(),
        it => format!(
            "etwa {}",
            ["", "", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"][index(it)]
        ),
    }
}

fn index(years: f64) -> usize {
    (0_u32..10).find(|it| f64::from(*it) >= years).unwrap_or(9) as usize
}

/// Labels of the curve: today, with the plan, before the number of years.
pub const CURVES: [&str; 3] = ["heute", "mit Plan", "1 von "];

/// Names the reserve's line.
pub fn reserve(report: &Report) -> String {
    let word = if report.answers.company.liquid_reserve_eur.is_some() {
        "Ihre Reserve"
    } else {
        "Angenommene Reserve"
    };
    format!("{word}: {}", reserve_of(report))
}

/// Names the ground beyond the reserve.
pub const BEYOND: &str = "jenseits davon wird es gefährlich";

/// Where today's curve crosses the reserve.
pub fn crossing_today(report: &Report) -> String {
    format!("heute {} Jahren", one_in(report.today.above_reserve))
}

/// Where the plan's curve crosses the reserve.
pub fn crossing_plan(report: &Report) -> String {
    format!("mit Plan {}", one_in(report.with_plan.above_reserve))
}

/// Heading above the curve.
pub const CURVE_PICTURE: &str = "Wie oft ein Jahr mehr kostet als ein Betrag";
/// How to read the curve.
pub const CURVE_CAPTION: &str = "Gehen Sie von einem Betrag senkrecht zur Linie und von dort nach links: Dort steht, in wie vielen Jahren eines mehr kostet. In beiden Richtungen ist jede Stufe etwa das Dreifache der vorigen. Schätzung.";

/// Names the vertical axis of the curve.
pub const YEARS_AXIS: &str = "So oft kostet ein Jahr mehr";

/// Names the horizontal axis of the curve.
pub const LOSS_AXIS: &str = "Schaden im Jahr";

/// The curve in words.
pub fn curve_alternative(report: &Report) -> String {
    let (now, then) = (&report.today, &report.with_plan);
    format!(
        "Überschreitungskurve: Ein Schaden über {} kommt heute in {} Jahren vor, mit dem Plan in {}. Eines von zwanzig Jahren kostet heute mehr als {}, mit dem Plan mehr als {}; eines von hundert heute mehr als {}, mit dem Plan mehr als {}.",
        reserve_of(report),
        one_in(now.above_reserve),
        one_in(then.above_reserve),
        euros(now.value_at_risk_95),
        euros(then.value_at_risk_95),
        euros(now.value_at_risk_99),
        euros(then.value_at_risk_99)
    )
}

/// Heads of the table under the curve.
pub const YEAR_HEADS: [&str; 3] = ["Jahr", "heute", "mit Plan"];

/// Rows of the table under the curve: what, today, with the plan.
pub fn years(report: &Report) -> Vec<[String; 3]> {
    let (now, then, means) = (&report.today, &report.with_plan, means(report));
    let amount = |name: &str, today: f64, plan: f64| [name.to_owned(), euros(today), euros(plan)];
    let mut rows = vec![
        ["ganz ohne Schaden".into(), percent(now.probability_no_loss), percent(then.probability_no_loss)],
        ["im Mittel".into(), exact_euros(means.sum[0]), exact_euros(means.sum[1])],
        amount(
            "schlechtes Jahr (Mittel der schlimmsten 5 von 100)",
            now.tail_value_at_risk_95,
            then.tail_value_at_risk_95,
        ),
    ];
    if now.probability_no_loss <= MOSTLY_QUIET {
        rows.push(amount("eines von zwanzig kostet mehr als", now.value_at_risk_95, then.value_at_risk_95));
    }
    rows.extend([
        amount("eines von hundert kostet mehr als", now.value_at_risk_99, then.value_at_risk_99),
        [
            format!("Schaden über der Reserve in {} Jahren", report.horizon_years),
            percent(now.above_reserve_horizon),
            percent(then.above_reserve_horizon),
        ],
    ]);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_without_damage_read_as_people_count() {
        for (probability, words) in [
            (0.01, "kaum eines"),
            (0.1, "etwa eines"),
            (0.52, "etwa fünf"),
            (0.9, "etwa neun"),
            (0.99, "fast jedes"),
        ] {
            assert_eq!(ten_years(probability), words);
        }
    }
}
