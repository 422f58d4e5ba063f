//! What the allowed words of the content files mean.

use super::{by_level, by_size};

/// What an allowed word of a key means; nothing where the text is free.
pub fn word(key: &str, value: &str) -> Option<&'static str> {
    match key {
        "size" | "sizes" if value == "large" => Some("250 Beschäftigte und mehr"),
        "size" | "sizes" | "with_renewal" | "not_first" => by_size(value),
        "level" | "levels" => by_level(value).or_else(|| tier(value)),
        "tier" => tier(value),
        "yardsticks" => yardstick(value),
        "class" => class(value),
        "kind" | "kinds" => kind(value),
        "role" | "acts" | "provider" | "feeds" => role(value),
        "levers" => lever(value),
        "setting" | "state" | "checked" => state(value),
        "applies" => applies(value),
        "facts" | "fact" => fact(value),
        "nis2" => nis2(value),
        "regime" => regime(value),
        "by" => deliverer(value),
        "used_for" => used_for(value),
        "priced_by" => unit(value),
        "example_from" => example_from(value),
        _ => None,
    }
}

fn example_from(value: &str) -> Option<&'static str> {
    Some(match value {
        "documents" => "was aufgeschrieben wird",
        "tools" => "womit gearbeitet wird",
        "lost-device" => "was am ehesten verloren geht",
        "stories" => "was geschehen kann",
        _ => return None,
    })
}

fn unit(value: &str) -> Option<&'static str> {
    Some(match value {
        "user" => "Leuten mit Rechner",
        "person" => "allen Leuten",
        "site" => "Standorten",
        "firm" => "dem Betrieb als Ganzem",
        _ => return None,
    })
}

fn tier(value: &str) -> Option<&'static str> {
    Some(match value {
        "minimum" => "Mindestmaß",
        "standard" => "üblich",
        "extended" => "ausgebaut",
        _ => return None,
    })
}

fn yardstick(value: &str) -> Option<&'static str> {
    Some(match value {
        "din-spec" => "DIN SPEC 27076",
        "cis" => "CIS Controls, Gruppe 1",
        "ncsc" => "Leitfaden des britischen NCSC",
        "insurers" => "Versicherer",
        _ => return None,
    })
}

fn class(value: &str) -> Option<&'static str> {
    Some(match value {
        "core" => "Kern",
        "extended" => "Ausbau",
        "assessment" => "Prüfung",
        _ => return None,
    })
}

fn kind(value: &str) -> Option<&'static str> {
    Some(match value {
        "people" => "Menschen",
        "organisation" | "organisational" => "Organisation",
        "technology" | "technical" => "Technik",
        "human" => "Mensch",
        "worst" => "schlimmer Fall",
        "best" => "gutes Beispiel",
        "police" => "Polizei",
        "first-help" => "erste Hilfe",
        "data-protection" => "Datenschutz",
        "advice" => "Beratung",
        "learning" => "Lernen",
        "funding" => "Förderung",
        "staff" => "im Betrieb",
        "specialist" => "im Betrieb, mit eigener Aufgabe",
        "apprentice" => "in Ausbildung",
        "outside" => "von außen",
        "clock" => "Frist",
        "duty" => "Pflicht",
        "fine" => "Bußgeld",
        "proposal" => "Vorschlag",
        _ => return None,
    })
}

fn role(value: &str) -> Option<&'static str> {
    Some(match value {
        "mitigation" => "senkt selbst Häufigkeit oder Schaden",
        "enabler" => "hält andere Maßnahmen wirksam",
        "transfer" => "gibt Schaden weiter",
        "prevention" => "Vorbeugen",
        "detection" => "Erkennen",
        "reaction" => "Reagieren",
        "technician" => "Technik",
        "consultant" => "Beratung",
        "nis2-pre-check" => "der Vorprüfung zu NIS2",
        "law" => "den Hinweisen zum Recht",
        "acceptance" => "dem Gespräch mit dem Team",
        _ => return None,
    })
}

fn lever(value: &str) -> Option<&'static str> {
    Some(match value {
        "authority" => "Autorität",
        "urgency" => "Eile",
        "fear" => "Angst",
        "curiosity" => "Neugier",
        "helpfulness" => "Hilfsbereitschaft",
        "scarcity" => "Knappheit",
        "secrecy" => "Heimlichkeit",
        "habit" => "Gewohnheit",
        _ => return None,
    })
}

fn state(value: &str) -> Option<&'static str> {
    Some(match value {
        "on-site" => "am Arbeitsplatz",
        "digital" => "am Bildschirm",
        "mixed" => "beides",
        "confirmed" => "bestätigt",
        "to-check" => "zu prüfen",
        "primary" => "beim Herausgeber gelesen",
        "secondary" => "in einem Bericht darüber gelesen",
        "derived" => "von uns abgeleitet",
        "judgement" => "unser Urteil",
        _ => return None,
    })
}

fn applies(value: &str) -> Option<&'static str> {
    Some(match value {
        "always" => "alle",
        "personal-data" => "wer mit persönlichen Daten arbeitet",
        "processor" => "wer das im Auftrag tut",
        "bsig" => "Einrichtungen nach § 28 BSIG",
        "bsig-registration" => "Einrichtungen nach § 28 BSIG, auch mit eigenem Fachgesetz",
        "insured" => "Betriebe mit Cyber-Police",
        "customer-contract" => "wer es Kunden vertraglich zusagt",
        "secrecy" => "Berufe mit Schweigepflicht",
        "digital-products" => "Hersteller von Produkten mit digitalen Teilen",
        _ => return None,
    })
}

fn regime(value: &str) -> Option<&'static str> {
    Some(match value {
        "tkg" => "Telekommunikationsgesetz",
        "enwg" => "Energiewirtschaftsgesetz",
        "dora" => "DORA",
        "sgb5-390" => "Richtlinie nach § 390 SGB V",
        "vda-isa" => "VDA ISA",
        _ => return None,
    })
}

fn nis2(value: &str) -> Option<&'static str> {
    Some(match value {
        "critical" => "in jeder Größe besonders wichtig",
        "any-size" => "in jeder Größe betroffen",
        "annex-1" => "Anlage 1",
        "annex-2" => "Anlage 2",
        "none" => "keiner",
        _ => return None,
    })
}

fn fact(value: &str) -> Option<&'static str> {
    Some(match value {
        "employees" => "Beschäftigte",
        "turnover" => "Umsatz",
        "state" => "Bundesland",
        "standstill-day" => "Kosten eines Ausfalltags",
        "traits" => "Merkmale",
        "digitalisation" => "Digitalisierung",
        "crown-jewels" => "wichtigste Abläufe",
        "reserve" => "Rücklage",
        _ => return None,
    })
}

fn deliverer(value: &str) -> Option<&'static str> {
    Some(match value {
        "own" => "der Betrieb selbst",
        "provider" => "der IT-Dienstleister",
        "bank" => "die Bank",
        "broker" => "der Versicherungsmakler",
        "consultant" => "die Beratung",
        "vendor" => "der Hersteller",
        "web-agency" => "die Agentur für die Website",
        "responder" => "der Notfalldienst",
        "tester" => "der Prüfer",
        "watch-service" => "der Überwachungsdienst",
        "suppliers" => "die Lieferanten",
        _ => return None,
    })
}

fn used_for(value: &str) -> Option<&'static str> {
    Some(match value {
        "office" => "Büroprogramme und Mail",
        "devices" => "Rechner und Telefone",
        "router" => "Router und Firewall",
        "storage" => "Speicher für Daten",
        "web" => "Website",
        "accounts" => "Konten",
        _ => return None,
    })
}
