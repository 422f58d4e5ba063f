//! Firms like one, in words.

use super::number::{count, euros, integer};
use super::report::{level, size};
use crate::model::{Catalogue, Level, SegmentId, SizeClass};
use crate::report::peers::{Cell, FEWEST, Peers};

/// Heads of the table.
pub const HEADER: [&str; 5] =
    ["Betriebe", "Anzahl", "Mittlerer Schaden im Jahr", "mittlere Hälfte", "Punkte DIN SPEC 27076"];

/// A cell as a row.
pub fn row(catalogue: &Catalogue, it: &Cell) -> [String; 5] {
    [
        name(catalogue, it),
        integer(i64::try_from(it.firms).unwrap_or(i64::MAX)),
        euros(it.expected_annual_loss),
        format!("{} bis {}", euros(it.low_quarter), euros(it.high_quarter)),
        format!("{:.0}", it.din_points),
    ]
}

/// Which firms a cell holds.
fn name(catalogue: &Catalogue, it: &Cell) -> String {
    let mut parts = Vec::new();
    if let Some(segment) = it.classes.first() {
        let title = catalogue.segment(&SegmentId::new(segment)).map(|it| it.title.clone());
        parts.push(title.unwrap_or_else(|| segment.clone()));
    }
    if let Some(it) = it.classes.get(1).and_then(|it| SizeClass::from_id(it)) {
        parts.push(size(it).to_owned());
    }
    if let Some(it) =
        it.classes.get(2).and_then(|it| Level::ALL.into_iter().find(|level| level.as_str() == it))
    {
        parts.push(format!("Digitalisierung {}", level(it)));
    }
    if parts.is_empty() { "alle".to_owned() } else { parts.join(", ") }
}

/// What is not shown, and why.
pub fn withheld(it: &Peers) -> String {
    format!(
        "{} ohne Angabe: Jede Zeile steht für mindestens {} Betriebe, Anzahlen sind auf Vielfache davon abgerundet, Beträge auf zwei Stellen gerundet. So lässt sich kein Betrieb erkennen.",
        count(it.withheld, "Gruppe", "Gruppen"),
        it.k
    )
}

/// In a report: what firms like this one say.
pub fn like_yours(catalogue: &Catalogue, it: &Cell, own: f64) -> String {
    format!(
        "Betriebe wie Ihrer ({}; mindestens {}): Die mittlere Hälfte schätzt {} bis {} im Jahr, die Mitte liegt bei {}. Sie: {}.",
        name(catalogue, it),
        it.firms,
        euros(it.low_quarter),
        euros(it.high_quarter),
        euros(it.expected_annual_loss),
        euros(own)
    )
}

/// Too few firms in all.
pub fn too_few(firms: usize, k: usize) -> String {
    format!(
        "Fehler: {} reichen nicht für einen Vergleich: Es braucht mindestens {k}, damit sich kein Betrieb erkennen lässt.",
        count(firms, "Betrieb", "Betriebe")
    )
}

/// A smaller group than is safe.
pub fn bad_k(k: usize) -> String {
    format!(
        "Fehler: --fewest {k} ist zu klein.\n  Erlaubt sind Zahlen ab {FEWEST}, damit sich kein Betrieb erkennen lässt."
    )
}

/// A line that is no record.
pub fn no_record(path: &str, line: usize) -> String {
    format!(
        "Fehler: Zeile {line} in „{path}“ ist kein Ergebnis von „waage batch“.\n  Erzeugen Sie die Datei so: waage batch betriebe.ndjson > ergebnisse.ndjson"
    )
}

/// Records that were not reckoned alike.
pub fn mixed(path: &str, line: usize) -> String {
    format!(
        "Fehler: Zeile {line} in „{path}“ ist mit anderen Inhalten oder einem anderen Rechenweg entstanden als die davor.\n  Rechnen Sie alle Betriebe mit derselben Fassung von waage neu."
    )
}

/// A firm stands in the list twice.
pub fn twice(path: &str, line: usize, key: &str) -> String {
    format!(
        "Fehler: Zeile {line} in „{path}“: Der Betrieb „{key}“ steht schon weiter oben.\n  Jeder Betrieb darf nur einmal zählen."
    )
}

/// Firms without a result are left out.
pub fn left_out(firms: usize) -> String {
    format!("Hinweis: {} ohne Ergebnis zählen nicht mit.", count(firms, "Betrieb", "Betriebe"))
}

/// A file that is no comparison.
pub fn no_peers(path: &str) -> String {
    format!(
        "Fehler: „{path}“ ist kein Branchenvergleich.\n  Erzeugen Sie die Datei so: waage peers ergebnisse.ndjson --json vergleich.json"
    )
}
