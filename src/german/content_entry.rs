//! The keys and words of the content files in German, for people who look an entry up.

mod word;

pub use word::word;

use super::diagnostic::noun_name;
use super::number::{decimal, exact_euros};
use crate::catalogue::Noun;

/// What a key says; `parent` is the key of the table around it, empty at the top of an entry.
pub fn label(parent: &str, key: &str) -> Option<&'static str> {
    by_size(key)
        .filter(|_| parent != "level" && parent != "frequency")
        .or_else(|| by_level(key).filter(|_| parent == "level"))
        .or_else(|| text_label(key))
        .or_else(|| trade_label(key))
        .or_else(|| condition_label(parent, key))
        .or_else(|| knowledge_label(key))
        .or_else(|| figure_label(key))
        .or_else(|| duty_label(key))
}

fn by_size(key: &str) -> Option<&'static str> {
    Some(match key {
        "micro" => "1 bis 9 Beschäftigte",
        "small" => "10 bis 49 Beschäftigte",
        "medium" => "50 bis 249 Beschäftigte",
        _ => return None,
    })
}

fn by_level(key: &str) -> Option<&'static str> {
    Some(match key {
        "low" => "wenig digital",
        "medium" => "teils digital",
        "high" => "stark digital",
        _ => return None,
    })
}

fn text_label(key: &str) -> Option<&'static str> {
    Some(match key {
        "id" => "Kennung",
        "title" => "Titel",
        "text" => "Wortlaut",
        "why" => "Warum wir fragen",
        "help" => "Woran man es erkennt",
        "summary" => "Kurz gesagt",
        "what" => "Was es ist",
        "plain" => "Was geschieht",
        "path" => "Der Weg",
        "human_factor" => "Was Menschen damit zu tun haben",
        "human_factor_inferred" => "Das ist unsere Folgerung",
        "examples" => "Beispiele",
        "workplace" => "Arbeitsort",
        "customers" => "Kundschaft",
        "processes" => "Abläufe, von denen der Betrieb lebt",
        "tolerable_hours" => "Erträglicher Stillstand (Stunden)",
        "nis2_hint" => "NIS2",
        "nis2_annexes" => "Anlagen des BSI-Gesetzes",
        "wz" => "Wirtschaftszweige",
        "turnover_per_head" => "Umsatz je Kopf",
        "deviation" => "Streuung",
        "own_hour_eur" => "Eigene Stunde (Euro)",
        "computer_users" => "Anteil mit Rechner",
        "share_of_firms" => "Anteil an den Betrieben",
        "shifts" => "Was anders ist als im Schnitt",
        "digitalisation" => "Digitalisierung",
        "items" => "Merkmale der Digitalisierung",
        "prevalence" => "Anteil der Betriebe",
        "exposure" => "Was es ausmacht",
        "implies" => "Schließt ein",
        "priced_by" => "Preis richtet sich nach",
        "edition" => "Ausgabe",
        "codes" => "Nummern",
        "topic" => "Thema",
        "short" => "In einem Wort",
        "lead" => "Einleitung",
        "last_column" => "Kopf der letzten Spalte",
        "lines" => "Zeilen zum Ausfüllen",
        "contracts" => "Verträge",
        "trait" => "Merkmal",
        "actors" => "Wer gefragt wird",
        "who" => "Wer",
        "from_employees" => "Ab so vielen Beschäftigten",
        "needs" => "Braucht",
        "note" => "Zu beachten",
        "buy_in" => "Einkaufen",
        "trains_carers" => "Schult, wer sich um die IT kümmert",
        "done_by" => "Wer es macht",
        "added" => "Seit Version",
        "withdrawn" => "Zurückgezogen mit Version",
        "replaced_by" => "An seiner Stelle",
        "reworded" => "Neu formuliert mit Version",
        "reviewed" => "Zuletzt geprüft",
        _ => return None,
    })
}

fn trade_label(key: &str) -> Option<&'static str> {
    Some(match key {
        "tools" => "Womit gearbeitet wird",
        "documents" => "Was aufgeschrieben wird",
        "lost_device" => "Was am ehesten verloren geht",
        "likely" => "Meist vorhanden",
        "possible" => "Oft vorhanden",
        "attacks" => "Angriffsarten",
        "cases" => "Fälle",
        "stories" => "Was geschehen kann",
        "avoid_words" => "Wörter, die hier nicht passen",
        "segment_examples" => "Beispiele der Branche passen",
        "turnover_per_head_eur" => "Umsatz je Kopf im Jahr",
        "says" => "Sagt von sich",
        "example_from" => "Beispiel aus",
        "answered_by" => "Beantwortet durch",
        "sub_trade" => "Gewerk",
        "sub_trades" => "Gewerke",
        "trades" => "Berufe",
        "name" => "Name",
        "feminine" => "Weibliche Form",
        "also" => "Auch gesucht als",
        "wz2008" => "Wirtschaftszweig, Ausgabe 2008",
        "wz2025" => "Wirtschaftszweig, Ausgabe 2025",
        "wz2025_chosen_among" => "Gewählt aus",
        "wz2025_one_of" => "Einer von",
        "crafts_code" => "Handwerksordnung",
        "reason" => "Grund",
        "filler" => "Wörter ohne Aussage",
        "compound_tails" => "Enden von Zusammensetzungen",
        "homes" => "Wörter mit mehreren Bedeutungen",
        "word" => "Wort",
        "lines" => "Sätze für alle, die nichts finden",
        _ => return None,
    })
}

fn condition_label(parent: &str, key: &str) -> Option<&'static str> {
    Some(match key {
        "when" => "Gilt für",
        "segments" | "segment" if parent == "when" || parent.is_empty() => "Branche",
        "segment" => "Nach Branche",
        "also_segments" => "Passt auch für",
        "sizes" => "Größe",
        "size" if parent.is_empty() => "Größe",
        "size" => "Nach Größe",
        "levels" => "Digitalisierung",
        "level" if ["supplies", "tiers", "minimum"].contains(&parent) => "Ausbaustufe",
        "level" if parent.is_empty() => "Digitalisierung",
        "level" => "Nach Digitalisierung",
        "traits" => "Merkmale",
        "without_traits" => "Ohne die Merkmale",
        "typical_traits" => "Übliche Merkmale",
        "answers" => "Nach den Antworten",
        "question" => "Frage",
        "questions" => "Fragen",
        "options" => "Antworten",
        "knows" => "Wer es weiß",
        "seconds" => "Sekunden",
        "informs" => "Sagt etwas über",
        "measure" => "Maßnahme",
        "measures" => "Maßnahmen",
        "degree" => "Grad",
        "weights" => "Gewicht der Frage",
        "feeds" => "Dient auch",
        "kind" => "Art",
        "kinds" => "Arten",
        "role" => "Rolle",
        "roles" => "Rollen",
        "class" => "Klasse",
        "acts" => "Wirkt durch",
        "states" => "Länder",
        _ => return None,
    })
}

fn knowledge_label(key: &str) -> Option<&'static str> {
    Some(match key {
        "organisation" => "Betrieb",
        "year" => "Jahr",
        "outcome" => "Ausgang",
        "days" => "Tage Stillstand",
        "loss_eur" => "Schaden",
        "lesson" => "Lehre",
        "pair" => "Dazu passt",
        "publisher" => "Herausgeber",
        "url" => "Adresse",
        "checked" => "Geprüft",
        "attack" => "Angriffsart oder Täter",
        "levers" => "Hebel",
        "prominent_in" => "Vor allem in",
        "goal" | "aim" => "Ziel",
        "minutes" => "Minuten",
        "setting" => "Wo",
        "method" => "Wie",
        "material" => "Material",
        "cost_eur" => "Kosten",
        "leadership_module" => "Baustein für die Leitung",
        "apprentice_year" => "Ausbildungsjahr",
        "steps" => "Schritte",
        "task" => "Aufgabe",
        "solution" => "Lösung",
        "carrier" => "Träger",
        "phone" => "Telefon",
        "number" => "Nummer",
        "hours" => "Stunden",
        "free" => "Kostenlos",
        "state" => "Stand",
        "ask" => "Zu prüfen",
        "valid_from" => "Gilt ab",
        "valid_until" => "Gilt bis",
        "applies" => "Betrifft",
        "reference" => "Fundstelle",
        "whom" => "Wem melden",
        "position" => "Stelle in der Liste",
        "channel" => "Kommt über",
        "from" => "Absender",
        "subject" => "Betreff",
        "body" => "Nachricht",
        "deceives" => "Täuschung",
        "signs" => "Anzeichen",
        "reflex" => "Richtig ist",
        "opening" => "So beginnt es",
        "closing" => "Zum Mitnehmen",
        "time" => "Uhrzeit",
        "situation" => "Lage",
        "choices" => "Möglichkeiten",
        "best" => "Hilft am meisten",
        "effect" => "Folge",
        "office" => "Stelle",
        "statements" => "Aussagen",
        "unit" => "Lerneinheit",
        "at_once" => "Sofort zu tun",
        "facts" => "Neu gefragte Angaben",
        "benefit" => "Was es bringt",
        "adds" => "Bringt die Merkmale",
        "removes" => "Nimmt die Merkmale",
        "exposures" => "Was es an den Gefahren ändert",
        "laws" => "Was das Recht verlangt",
        "asks" => "Wer es beantwortet",
        "next_step" => "Sonst als Nächstes",
        "first" => "Das eine",
        "second" => "Das andere",
        "with_trait" => "Merkmal vorhanden",
        "without_trait" => "Merkmal fehlt",
        "assured" => "Sicher zu bekommen",
        "share" => "Anteil",
        "settings" => "Zeilen je System",
        "system" => "System",
        "systems" => "Systeme",
        "used_for" => "Wofür",
        "stopgap" => "Bis dahin",
        "proof" => "Fertig, wenn",
        "team" => "Satz ans Team",
        "alone" => "Allein oder zu zweit",
        "deliverables" => "Was am Ende vorliegt",
        "by" => "Wer es liefert",
        "items" => "Stücke",
        "mistake" => "Häufigster Fehler",
        "offer" => "Angebot",
        "dates" => "Termine",
        "duration" => "Dauer",
        "min_spend_eur" => "Ab Ausgaben von",
        "max_payment_eur" => "Höchstens",
        _ => return None,
    })
}

fn figure_label(key: &str) -> Option<&'static str> {
    Some(match key {
        "value" => "Wert",
        "grade" => "Note",
        "sources" => "Quellen",
        "scenario" => "Szenario",
        "scenarios" => "Szenarien",
        "frequency" => "Häufigkeit",
        "mean" => "Mittel im Jahr",
        "low" => "Untergrenze",
        "high" => "Obergrenze",
        "severity" => "Schadenhöhe",
        "median" => "Mitte",
        "p95" => "In einem von zwanzig Fällen mehr als",
        "elasticity" => "Wächst mit dem Umsatz (Exponent)",
        "factors" => "Faktoren",
        "insured_share" => "Versicherbarer Anteil",
        "downtime_days" => "Tage Stillstand",
        "jensen" => "Ausgleich für Mittelwerte",
        "effects" => "Wirkung",
        "frequency_factor" => "Faktor auf die Häufigkeit",
        "severity_factor" => "Faktor auf die Schadenhöhe",
        "prerequisites" => "Wirkt nur ganz mit",
        "attenuation" => "Rest der Wirkung ohne sie",
        "adoption" => "Wie verbreitet",
        "tiers" => "Ausbaustufen",
        "provider" => "Dienstleister",
        "cost" => "Preis",
        "one_off_eur" => "Einmalig",
        "yearly_eur" => "Im Jahr",
        "own_hours_one_off" => "Eigene Stunden einmalig",
        "own_hours_yearly" => "Eigene Stunden im Jahr",
        "provider_hours_one_off" => "Fremde Stunden einmalig",
        "provider_hours_yearly" => "Fremde Stunden im Jahr",
        "lifetime_years" => "Hält Jahre",
        "half_life_months" => "Halb verblasst nach Monaten",
        "exclusive" => "Nur das Stärkste zählt",
        "group" => "Gruppe",
        "rank" => "Rang",
        "supplies" => "Liefert",
        "transfer" => "Ist eine Versicherung",
        "other_it_cost_replaced" => "Ersetzt andere IT-Kosten (Anteil)",
        "policy" => "Bedingungen",
        "covers" => "Deckt",
        "deductible_eur" => "Selbstbehalt",
        "limit_eur" => "Höchstsumme",
        "fixed_cost_share" => "Fixkosten (Anteil am Umsatz)",
        "contribution_margin_share" => "Deckungsbeitrag (Anteil am Umsatz)",
        _ => return None,
    })
}

fn duty_label(key: &str) -> Option<&'static str> {
    Some(match key {
        "duties" => "Pflichten und anerkannte Mindestmaße",
        "references" => "Anforderungen anderer",
        "din_spec_27076" => "DIN SPEC 27076",
        "requirement" => "Anforderung",
        "check" => "Prüfpunkt",
        "met_by" => "Erfüllt mit",
        "irrelevant_by" => "Entfällt mit",
        "bsig_30" => "§ 30 BSIG, Bereiche",
        "bsig_38" => "§ 38 BSIG",
        "gdpr_art_32" => "Art. 32 DSGVO",
        "insurer" => "Versicherer",
        "duty" => "Obliegenheit",
        "digcomp" => "DigComp",
        "nis2" => "Bereich nach dem BSI-Gesetz",
        "regime" => "Eigene Regeln",
        "top" => "Zählt dreifach",
        "bsig" => "Nur für Einrichtungen nach § 28 BSIG",
        "says" => "Dazu sagen die Antworten etwas",
        "fact" => "Angabe des Betriebs",
        "bearable" => "Wird am erträglichen Stillstand gemessen",
        "minimum" => "Steht nicht zur Wahl",
        "base_duty" => "Anerkanntes Mindestmaß",
        "gap" => "Lücke im Mindeststandard, wenn es fehlt",
        "tier" => "Stufe",
        "due_days" => "Zu schließen binnen Tagen",
        "due_days_micro" => "Zu schließen binnen Tagen (bis 9 Beschäftigte)",
        "yardsticks" => "Wer es nennt",
        "people" => "Ab Beschäftigten",
        "or_turnover_eur" => "Oder ab Umsatz",
        "unless_denied" => "Außer alles davon ist verneint",
        "or_traits" => "Oder mit einem der Merkmale",
        "law" => "Vom BSI-Gesetz genannt",
        "with_renewal" => "Mit der nächsten Erneuerung",
        "not_first" => "Keiner der ersten Schritte",
        "stopgap" => "Sofort und ohne Geld, bis es da ist",
        "valid_days" => "Hält Tage",
        "own_hours" => "Eigene Stunden",
        "whole" => "Nur ganz zu haben",
        "own_effort" => "Macht der Betrieb selbst",
        "comes_first" => "Kommt immer zuerst",
        _ => return None,
    })
}

/// Heading of an entry.
pub fn heading(noun: Noun, id: &str) -> String {
    format!("{} „{id}“", noun_name(noun))
}

/// True or false.
pub fn truth(value: bool) -> &'static str {
    if value { "ja" } else { "nein" }
}

/// A number in the unit its key names.
pub fn number(key: &str, value: f64) -> String {
    if key.ends_with("_eur") {
        return exact_euros(value);
    }
    let text = decimal(value, 5);
    let short = if text.contains(',') { text.trim_end_matches('0').trim_end_matches(',') } else { &text };
    // Years are no quantities.
    if key == "year" || key == "edition" { format!("{value:.0}") } else { short.to_owned() }
}

/// Three points of an estimate, or one degree per size.
pub fn triple(key: &str, points: [f64; 3]) -> String {
    let [low, likely, high] = points.map(|it| number(key, it));
    if key == "degree" {
        return format!("{low} / {likely} / {high} (bis 9, bis 49, bis 249 Beschäftigte)");
    }
    if low == high { low } else { format!("{low} bis {high}, am ehesten {likely}") }
}

/// Nobody refers to an entry.
pub const ALONE: &str = "Kein anderer Eintrag verweist darauf.";

/// Heading over those who refer to an entry.
pub fn referred_by(files: usize) -> String {
    format!("Darauf verweisen ({}):", super::number::count(files, "Datei", "Dateien"))
}
