//! A request to the IT provider, with columns for his prices.

use jiff::civil::Date;

use crate::german::number::date;

/// Heading.
pub const TITLE: &str = "Anfrage an den IT-Dienstleister";
/// What it is about, for the metadata.
pub const SUBJECT: &str = "Gewünschte Leistungen mit leeren Preisspalten";
/// Foot: what the sheet does not say.
pub const FOOT: &str =
    "Vertraulich. Dieses Blatt nennt keine Schäden und keine Schätzungen, nur gewünschte Leistungen.";
/// Heads of the table.
pub const HEADS: [&str; 5] =
    ["", "Leistung und Umfang", "So weisen Sie es nach", "einmalig in €", "jährlich in €"];
/// The last row.
pub const SUM: &str = "Summe netto, ohne Umsatzsteuer";
/// Heading of the questions.
pub const QUESTIONS_TITLE: &str = "Drei Fragen dazu";
/// The questions.
pub const QUESTIONS: [&str; 3] = [
    "Welche Punkte bieten Sie als Paket an, zu welchem Preis?",
    "Wann beginnen Sie, und wann sind die ersten vier Punkte fertig?",
    "Mit welchem Konto lassen sich unsere Sicherungen löschen?",
];
/// Lines to write on.
pub const LINES: [&str; 2] = ["Ansprechperson und Telefon beim IT-Dienstleister", "Datum, Unterschrift"];
/// Said where nothing is to be done by a provider.
pub const NOTHING: &str = "Der Plan enthält nichts, was ein IT-Dienstleister tun müsste.";
/// Stands in for a proof nobody wrote down.
pub const ANY_PROOF: &str = "kurzer Nachweis mit Datum";

/// Who asks, until when, under which mark.
pub fn byline(company: Option<&str>, until: Date, mark: &str) -> String {
    let from = company.map_or_else(String::new, |it| format!("{it} \u{b7} "));
    format!("{from}Antwort bis {} \u{b7} Kennung {mark}", date(until))
}

/// What is asked for.
pub fn lead(points: usize, people: u32) -> String {
    let people = if people == 1 { "eine Person".to_owned() } else { format!("{people} Personen") };
    let points = match points {
        1 => "zu dem folgenden Punkt".to_owned(),
        more => format!("zu den folgenden {more} Punkten"),
    };
    format!(
        "Guten Tag, wir wollen unsere IT in den nächsten zwölf Monaten besser absichern und bitten Sie um ein Angebot {points}. Bei uns arbeiten {people} mit IT. Tragen Sie bitte je Zeile ein, was sie einmal und was sie jedes Jahr kostet. Was bei uns schon erledigt ist, vermerken Sie mit „erledigt“; was Sie nicht übernehmen, mit „nein“."
    )
}
