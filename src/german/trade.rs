//! What a typed word is understood as.

use crate::assessment::trade::{Code, Found, Hit};
use crate::model::{Catalogue, SegmentId};

/// Under a word that finds nothing.
pub const NOTHING: &str = "Dazu finde ich nichts.";

/// Over hits that can only be asked about.
pub const MEANT: &str = "Meinten Sie …";

/// Under a number of neither edition.
pub const UNKNOWN_CODE: &str = "Diesen WZ-Code kenne ich nicht. Tippen Sie lieber, was Sie machen.";

/// Over the choices of a word with several homes.
pub fn several_homes(typed: &str) -> String {
    format!("„{}“ kann mehrerlei sein:", typed.trim())
}

/// Everything a word is understood as, for people.
pub fn understood(catalogue: &Catalogue, typed: &str, found: &Found<'_>) -> String {
    let typed = typed.trim();
    let mut lines = Vec::new();
    match (found.hits.first(), &found.segment) {
        (None, Some(segment)) => {
            lines.push(format!(
                "Zum WZ-Code {} kenne ich kein Gewerk, nur die Branche: {}",
                found.code.as_ref().map_or("", |it| &it.digits),
                segment_title(catalogue, segment)
            ));
        }
        (None, None) if found.code.is_some() => lines.push(UNKNOWN_CODE.to_owned()),
        (None, None) => lines.push(NOTHING.to_owned()),
        (Some(_), _) if found.several_homes => lines.push(several_homes(typed)),
        (Some(first), _) if first.tier.is_a_guess() => lines.push(MEANT.to_owned()),
        (Some(_), _) => lines.push(format!("„{typed}“ heißt:")),
    }
    let width = found.hits.iter().map(|it| label(it).chars().count()).max().unwrap_or(0);
    for (place, hit) in found.hits.iter().enumerate() {
        let Some(sub_trade) = catalogue.sub_trade(hit.sub_trade) else { continue };
        lines.push(format!("  {}. {:width$}  {}", place + 1, label(hit), sub_trade.title));
        let segment = segment_title(catalogue, &sub_trade.segment);
        lines.push(format!("     {} · {segment} ({})", sub_trade.id, sub_trade.segment));
    }
    lines.join("\n") + "\n"
}

/// What matched, a code with its edition.
pub fn label(hit: &Hit<'_>) -> String {
    match hit.code {
        Some((edition, code)) => format!("{} (WZ {edition}) {}", short(code), hit.word),
        None => hit.word.to_owned(),
    }
}

/// A sub-class without the zero that says it has no further parts.
fn short(code: &str) -> &str {
    code.strip_suffix(".0").unwrap_or(code)
}

/// The title of a segment.
fn segment_title<'c>(catalogue: &'c Catalogue, id: &SegmentId) -> &'c str {
    catalogue.segment(id).map_or("", |it| &it.title)
}

/// The digits of a code, as people write them.
pub fn code(code: &Code) -> String {
    match code.edition {
        Some(edition) => format!("{} (WZ {edition})", code.digits),
        None => code.digits.clone(),
    }
}
