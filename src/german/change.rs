//! What changed since last time, in sentences.

use jiff::civil::Date;

use super::number::{count, date, euros, exact_euros, one_in, percent, signed_euros, whole_percent};
use super::shown::typed;
use super::sums::{Money, signed};
use crate::history::{Cause, Comparison, ContentChange, ContentKind, ContentNews, Figures, Move};

/// Name of a cause.
pub fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::Company => "Ihr Betrieb (Größe, Umsatz, Ausstattung)",
        Cause::Answers => "Ihre Antworten (getan, gelassen, geklärt)",
        Cause::Ageing => "Zeit (was sich abgenutzt hat)",
        Cause::Catalogue => "Inhalte (neue Zahlen zu Gefahren und Preisen)",
        Cause::Model => "Rechenweg",
    }
}

/// The older side is a report from after the newer file.
pub fn report_is_newer(report: Date, answers: Date) -> String {
    format!(
        "Fehler: Der Bericht ist vom {}, die Antworten sind vom {}.\n  Nennen Sie zuerst den älteren Bericht, dann die Antwortdatei; mit --date gilt ein anderer Stichtag.",
        date(report),
        date(answers)
    )
}

/// Answers that the older report cannot have known.
pub fn younger_answers(number: usize, report: Date) -> String {
    let answers = count(number, "Antwort ist", "Antworten sind");
    format!(
        "Hinweis: {answers} jünger als der Bericht vom {} und gelten für damals als nicht gegeben.",
        date(report)
    )
}

/// What is compared.
pub fn title(old: Date, new: Date) -> String {
    format!("Vergleich: {} und {}", date(old), date(new))
}

/// Heading in the management report.
pub fn since(old: Date) -> String {
    format!("Was sich seit dem {} geändert hat", date(old))
}

/// Its bookmark.
pub const BOOKMARK: &str = "Was sich geändert hat";

/// Title of a paper over the whole course.
pub const COURSE_TITLE: &str = "Ihr Risiko im Verlauf";

/// The difference in one or two sentences.
pub fn lead(it: &Comparison) -> String {
    if it.is_unchanged() {
        return "Nichts hat sich geändert, in keiner Zahl.".into();
    }
    let (old, new) = (it.old.expected_annual_loss, it.new.expected_annual_loss);
    let (then, now) = (euros(old), euros(new));
    let first = if then == now {
        format!("Der mittlere Schaden im Jahr liegt nach unserer Schätzung weiter bei {now}.")
    } else {
        let direction = if new < old { "gesunken" } else { "gestiegen" };
        format!("Der mittlere Schaden im Jahr ist nach unserer Schätzung von {then} auf {now} {direction}.")
    };
    match mainly(it) {
        Some(cause) => format!("{first} {cause}"),
        None => first,
    }
}

/// The cause that moved most.
fn mainly(it: &Comparison) -> Option<&'static str> {
    let part = |cause: Cause| it.change.part(cause).expected_annual_loss;
    let most = Cause::ALL
        .into_iter()
        .max_by(|a, b| libm::fabs(part(*a)).total_cmp(&libm::fabs(part(*b))))
        .filter(|it| libm::fabs(part(*it)) >= 1.0)?;
    let fell = part(most) < 0.0;
    Some(match (most, fell) {
        (Cause::Company, true) => "Am meisten trug bei, dass Ihr Betrieb heute weniger angreifbar ist.",
        (Cause::Company, false) => "Am meisten trug bei, dass sich Ihr Betrieb verändert hat.",
        (Cause::Answers, true) => "Am meisten trug bei, was Sie seitdem getan oder geklärt haben.",
        (Cause::Answers, false) => {
            "Am meisten trugen die neuen Antworten bei: Manches steht schlechter als gedacht."
        }
        (Cause::Ageing, true) => "Am meisten trug die Zeit bei.",
        (Cause::Ageing, false) => "Am meisten trug die Zeit bei: Übung und Proben nutzen sich ab.",
        (Cause::Catalogue, true) => {
            "Am meisten trugen neue Zahlen zu Gefahren bei: Die Lage hat sich entspannt."
        }
        (Cause::Catalogue, false) => {
            "Am meisten trugen neue Zahlen zu Gefahren bei: Die Lage ist ernster geworden."
        }
        (Cause::Model, _) => "Am meisten trug der geänderte Rechenweg bei.",
    })
}

/// Heads of the table of figures.
pub const FIGURE_HEADS: [&str; 4] = ["Schätzung", "damals", "jetzt", "Unterschied"];

/// The figures of both sides as rows.
pub fn figure_rows(it: &Comparison) -> [[String; 4]; 3] {
    let (old, new, total) = (&it.old, &it.new, &it.change.total);
    // A difference is that of the shown figures.
    let euro_row = |label: &str, of: fn(&Figures) -> f64| {
        let step = step_of(it, of);
        let (then, now) = (step.shown(of(old)), step.shown(of(new)));
        [label.to_owned(), exact_euros(then), exact_euros(now), signed(now - then)]
    };
    let chance_row = |label: &str, of: fn(&Figures) -> f64| {
        [label.to_owned(), one_in(of(old)), one_in(of(new)), chance(of(total))]
    };
    [
        euro_row("Mittlerer Schaden im Jahr", |it| it.expected_annual_loss),
        euro_row("Schlechtes Jahr (Mittel der schlimmsten 5 von 100)", |it| it.tail_value_at_risk_95),
        chance_row("Jahr mit Schaden über der Reserve", |it| it.probability_above_reserve),
    ]
}

/// The step of a figure's column.
fn step_of(it: &Comparison, of: fn(&Figures) -> f64) -> Money {
    Money::of(of(&it.old).max(of(&it.new)))
}

/// Difference of two probabilities with its sign, in percentage points.
fn chance(difference: f64) -> String {
    if difference.to_bits() << 1 == 0 {
        return "0".into();
    }
    let sign = if difference > 0.0 { "+" } else { "\u{2212}" };
    let size = percent(libm::fabs(difference));
    if size.starts_with("unter") { "kaum".into() } else { format!("{sign}{}", size.replace('%', "Punkte")) }
}

/// Heads of the table of causes.
pub const CAUSE_HEADS: [&str; 3] = ["Woran es liegt", "mittlerer Schaden", "schlechtes Jahr"];

/// The causes as rows, and their sum.
pub fn cause_rows(it: &Comparison) -> Vec<[String; 3]> {
    let column = |of: fn(&Figures) -> f64| {
        let step = step_of(it, of);
        let sum = step.shown(of(&it.new)) - step.shown(of(&it.old));
        let parts = step.parts(&Cause::ALL.map(|each| of(&it.change.part(each))), sum);
        parts.into_iter().chain([sum])
    };
    let names = Cause::ALL.map(cause).into_iter().chain(["zusammen"]);
    let columns = column(|it| it.expected_annual_loss).zip(column(|it| it.tail_value_at_risk_95));
    names.zip(columns).map(|(name, (mean, bad))| [name.to_owned(), signed(mean), signed(bad)]).collect()
}

/// Under the table of causes.
pub const CAUSE_NOTE: &str = "Minus heißt weniger Schaden. Die Teile ergeben das Ganze.";

/// Heading above the measures done.
pub const DONE: &str = "Was Sie seitdem getan haben und was es bringt";
/// Heads of the table of measures done.
pub const DONE_HEADS: [&str; 4] = ["Maßnahme", "damals", "jetzt", "spart im Jahr"];
/// Heading above the measures that are worse.
pub const LOST: &str = "Was schlechter steht als damals";
/// Heads of the table of measures that are worse.
pub const LOST_HEADS: [&str; 4] = ["Maßnahme", "damals", "jetzt", "kostet im Jahr"];
/// Heading above the measures that wore off.
pub const WORN: &str = "Was sich abgenutzt hat";

/// Degrees and euros of a move.
pub fn move_row(title: &str, it: &Move, eur: f64) -> [String; 4] {
    [title.to_owned(), whole_percent(it.before), whole_percent(it.now), euros(eur)]
}

/// Heading above what the content says anew.
pub const NEWS: &str = "Neu in den Inhalten seit dem letzten Mal";

/// One entry that differs.
pub fn news(it: &ContentNews) -> String {
    let kind = match it.kind {
        ContentKind::Question => "Frage",
        ContentKind::Scenario => "Gefahr",
        ContentKind::Measure => "Maßnahme",
        ContentKind::Bundle => "Paket",
        ContentKind::Grant => "Förderung",
        ContentKind::Law => "Recht",
        ContentKind::Attack => "Angriffsart",
        ContentKind::Case => "Fall",
        ContentKind::Unit => "Lerneinheit",
        ContentKind::Contact => "Anlaufstelle",
        ContentKind::Project => "Vorhaben",
    };
    let change = match it.change {
        ContentChange::Added => "neu",
        ContentChange::Changed => "geändert",
        ContentChange::Withdrawn => "entfallen",
    };
    format!("{kind}, {change}: {}", it.title)
}

/// How many entries are left out.
pub fn more_news(number: usize) -> String {
    format!("und {} (alle mit --json)", count(number, "weiterer Eintrag", "weitere Einträge"))
}

/// How many rows are left out.
pub fn and_more(number: usize) -> String {
    format!("und {}", count(number, "weitere Maßnahme", "weitere Maßnahmen"))
}

/// Heads of the table of the course.
pub const COURSE_HEADS: [&str; 5] =
    ["Tag", "mittlerer Schaden im Jahr", "schlechtes Jahr", "über der Reserve", "seit dem Mal davor"];

/// The course in one sentence.
pub fn course_lead(first: (Date, f64), last: (Date, f64), files: usize) -> String {
    let files = count(files, "Stand", "Stände");
    if first.0 == last.0 {
        return format!(
            "{files} vom {}: im Mittel {} Schaden im Jahr (Schätzung).",
            date(last.0),
            euros(last.1)
        );
    }
    format!(
        "{files} vom {} bis {}: Der mittlere Schaden im Jahr ging nach unserer Schätzung von {} auf {}.",
        date(first.0),
        date(last.0),
        euros(first.1),
        euros(last.1)
    )
}

/// What changed since the moment before: the total and the causes that matter.
pub fn step(change: &crate::history::Split) -> String {
    let total = signed_euros(change.total.expected_annual_loss);
    let mut parts: Vec<(Cause, f64)> = Cause::ALL
        .into_iter()
        .map(|it| (it, change.part(it).expected_annual_loss))
        .filter(|it| libm::fabs(it.1) >= 1.0)
        .collect();
    parts.sort_by(|a, b| libm::fabs(b.1).total_cmp(&libm::fabs(a.1)));
    let parts: Vec<String> =
        parts.into_iter().map(|(cause, eur)| format!("{} {}", short(cause), signed_euros(eur))).collect();
    if parts.is_empty() { total } else { format!("{total} ({})", parts.join(", ")) }
}

/// A cause in one word.
pub fn short(cause: Cause) -> &'static str {
    match cause {
        Cause::Company => "Betrieb",
        Cause::Answers => "Antworten",
        Cause::Ageing => "Zeit",
        Cause::Catalogue => "Inhalte",
        Cause::Model => "Rechenweg",
    }
}

/// What the chart shows, for those who do not see it.
pub fn chart_words(first: (Date, f64), last: (Date, f64)) -> String {
    format!(
        "Linie des mittleren Schadens im Jahr: {} am {}, {} am {}.",
        euros(first.1),
        date(first.0),
        euros(last.1),
        date(last.0)
    )
}

/// Under the chart.
pub const CHART_NOTE: &str = "Mittlerer Schaden im Jahr, Schätzung. Zwischen den Punkten steigt er, weil sich Übung und Proben abnutzen.";

/// Foot of every page.
pub const FOOT: &str = "Schätzung nach Ihren Angaben. Kein Zertifikat.";

/// Line above the heading.
pub const KICKER: &str = "IT-Sicherheit · Wiederholung";

/// Subject of the paper, for its metadata.
pub const SUBJECT: &str = "Was sich am Risiko geändert hat und warum";

/// The word before a page's number, and between it and their number.
pub const PAGE: (&str, &str) = ("Seite ", " von ");

/// What stands in the names of copies that synchronisations and file managers make.
pub const SIGNS_OF_A_COPY: [&str; 9] = [
    "sync-conflict",
    "conflicted copy",
    "in konflikt stehende kopie",
    "konfliktkopie",
    "- kopie",
    "kopie von ",
    "copy of ",
    " copy.",
    "(kopie",
];

/// A copy that a synchronisation made does not count.
pub fn copy_skipped(path: &str) -> String {
    format!(
        "Hinweis: „{path}“ sieht nach einer Kopie aus und zählt nicht mit.\n  Ist sie der richtige Stand? Dann umbenennen, zum Beispiel in 2026-11-21.waage.toml."
    )
}

/// A second file of one day does not count.
pub fn same_day(path: &str, counted: &str) -> String {
    format!("Hinweis: „{path}“ ist vom selben Tag wie „{counted}“ und zählt nicht mit.")
}

/// A file of another firm does not count.
pub fn other_firm(path: &str, newest: &str) -> String {
    format!(
        "Hinweis: „{path}“ gehört zu einem anderen Betrieb als „{newest}“ und zählt nicht mit.\n  Legen Sie jeden Betrieb in einen eigenen Ordner. Heißt der Betrieb jetzt anders, tragen Sie den Namen in beide Dateien ein."
    )
}

/// Two firms are compared.
pub fn two_firms(old: &str, new: &str) -> String {
    format!("Hinweis: „{old}“ und „{new}“ gehören zu zwei verschiedenen Betrieben.")
}

/// The older file was named second.
pub fn turned_round(old: &str, new: &str) -> String {
    format!("Hinweis: „{old}“ ist der ältere Stand und wird deshalb zuerst genommen, „{new}“ danach.")
}

/// The older file is younger than the report.
pub fn since_later(path: &str) -> String {
    format!("Hinweis: „{path}“ soll der ältere Stand sein, ist aber jünger als der Stichtag des Berichts.")
}

/// A content version that is no name of a version.
pub fn odd_version(version: &str) -> String {
    format!("Hinweis: „{version}“ ist kein Name einer Fassung von Inhalten und bleibt unbeachtet.")
}

/// A file without a day.
pub fn no_day(path: &str) -> String {
    format!(
        "Fehler: Für „{path}“ ist kein Tag bekannt.\n  Beginnen Sie den Dateinamen mit dem Tag, zum Beispiel 2026-11-21.waage.toml, oder nennen Sie ihn mit --date (bei der älteren Datei mit --old-date)."
    )
}

/// Only one file was named.
pub fn second_file_missing(path: &str) -> String {
    format!(
        "Fehler: Zum Vergleich gehören zwei Dateien oder ein Ordner.\n  Zum Beispiel: waage compare {} 2027-05-20.waage.toml",
        typed(path)
    )
}

/// A folder without answers files.
pub fn empty_folder(path: &str) -> String {
    format!(
        "Fehler: Im Ordner „{path}“ liegt keine Antwortdatei.\n  Gebraucht werden Dateien wie 2026-11-21.waage.toml."
    )
}

/// One side's content does not know the segment.
pub fn no_segment(segment: &str) -> String {
    format!(
        "Fehler: Die Branche „{segment}“ gibt es nicht in beiden Inhalten, also lassen sie sich nicht vergleichen.\n  Nennen Sie mit --old-content Inhalte, die sie kennen."
    )
}

/// The content a file was answered with is not at hand.
pub fn content_not_kept(version: &str, present: &str) -> String {
    format!(
        "Hinweis: Die Inhalte {version} der älteren Datei liegen nicht bei. Beide Seiten sind mit {present} gerechnet, der Anteil der Inhalte ist deshalb 0.\n  Haben Sie die alten Inhalte noch, nennen Sie den Ordner mit --old-content."
    )
}
