//! How the firm finds its home.

use crate::assessment::trade::Found;
use crate::german::trade::{MEANT, NOTHING, UNKNOWN_CODE, label, several_homes};
use crate::model::{Catalogue, SubTrade};

/// What is typed.
pub const LABEL: &str = "Was wir machen:";

/// What can be typed.
pub const HINT: &str = "ein Wort oder ein WZ-Code · „liste“ zeigt Beispiele";

/// Nothing was typed.
pub const FIRST_A_WORD: &str =
    "Bitte ein Wort tippen, zum Beispiel Friseur. Oder „liste“ tippen und daraus wählen.";

/// True where somebody would rather choose from a list.
pub fn is_list(typed: &str) -> bool {
    typed.trim().eq_ignore_ascii_case("liste")
}

/// What was typed finds nothing.
pub fn nothing(found: &Found<'_>) -> String {
    let what = if found.code.is_some() { UNKNOWN_CODE } else { NOTHING };
    format!("{what} Ein anderes Wort, oder „liste“ tippen und daraus wählen.")
}

/// What is offered while somebody types.
pub fn suggestions(catalogue: &Catalogue, typed: &str, found: &Found<'_>) -> Vec<String> {
    let mut lines = hits(catalogue, found);
    if typed.chars().count() > 1 && !is_list(typed) {
        lines.push(NONE_FITS.to_owned());
    }
    lines
}

/// One line per hit: what matched, and where it leads.
pub fn hits(catalogue: &Catalogue, found: &Found<'_>) -> Vec<String> {
    let title = |it| catalogue.sub_trade(it).map_or("", |it| it.title.as_str());
    found.hits.iter().map(|it| format!("{} → {}", label(it), title(it.sub_trade))).collect()
}

/// Asks which hit it is.
pub fn which(typed: &str, found: &Found<'_>) -> String {
    match found.hits.first() {
        _ if found.several_homes => several_homes(typed),
        Some(first) if first.tier.is_a_guess() => MEANT.to_owned(),
        _ => format!("Was passt zu „{}“ am besten?", typed.trim()),
    }
}

/// None of the hits.
pub const NONE_FITS: &str = "Nichts davon passt";

/// Asks by everyday lines.
pub const EVERYDAY: &str = "Was davon beschreibt Ihren Betrieb am besten?";

/// What was understood, and what follows.
pub fn echo(catalogue: &Catalogue, kind: &SubTrade, typed: &str) -> String {
    let segment = catalogue.segment(&kind.segment).map_or("", |it| it.title.as_str());
    let typed = if typed.is_empty() { String::new() } else { format!("„{typed}“: ") };
    format!(
        "{typed}{}. Gerechnet wird wie {segment}, gefragt wird passend dazu. Anderes Gewerk: einen Schritt zurück.",
        kind.title
    )
}
