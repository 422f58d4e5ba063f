//! Words for other people's yardsticks, all our own.

use crate::guidance::views::{DinTopic, Status};

/// A requirement of DIN SPEC 27076 in our own words.
pub fn din_requirement(number: &str) -> &'static str {
    match number {
        "01" => "Die Leitung trägt die Verantwortung für Informationssicherheit",
        "02" => "Eine benannte Person kümmert sich, mit Zeit und Wissen",
        "03" => "Alle wissen, wen sie bei Vorfall oder Verlust erreichen",
        "04" => "Regeln für den Notfall sind da und bekannt",
        "05" => "Beschäftigte und Externe sind geschult und aufmerksam",
        "06" => "Vertraulichkeit ist mit Beschäftigten und Externen geregelt",
        "07" => "Arbeit zu Hause und unterwegs ist geregelt",
        "08" => "Zutritt und Zugriff nur für Befugte",
        "09" => "Eigene, lange Passwörter für jedes Konto",
        "10" => "Zweiter Faktor überall, wo er angeboten wird",
        "11" => "Daten werden regelmäßig gesichert",
        "12" => "Sicherungen sind vor fremdem Zugriff geschützt",
        "13" => "Ablauf und Zuständigkeit der Sicherung sind festgelegt",
        "14" => "Sicherung ist ausgelagert, geprobt und häufig genug",
        "15" => "Updates werden eingespielt, und zwar zügig",
        "16" => "Klar ist, wer Updates einspielt",
        "17" => "Geräte und Programme ohne Hersteller-Updates werden erkannt und abgelöst",
        "18" => "Geräte sind gegen Schadprogramme geschützt",
        "19" => "Programme kommen aus sicherer Quelle und werden von Befugten installiert",
        "20" => "Makros in Office sind aus, Ausnahmen sind geregelt",
        "21" => "Eine Firewall trennt das eigene Netz vom Internet",
        "22" => "Die Firewall lässt nur Nötiges durch, jemand ist zuständig",
        "23" => "Alle Geräte haben ein eigenes Passwort statt der Voreinstellung",
        "24" => "Zugriff von unterwegs läuft über eine gesicherte Verbindung",
        "25" => "WLAN ist zeitgemäß verschlüsselt, Gäste sind getrennt",
        "26" => "Fernwartung ist geregelt und verschlüsselt",
        "27" => "Technik ist vor Feuer, Wasser und Überspannung geschützt",
        _ => "Unbekannte Anforderung",
    }
}

/// A topic of DIN SPEC 27076 in our own words.
pub fn din_topic(topic: DinTopic) -> &'static str {
    match topic {
        DinTopic::Organisation => "Organisation und Menschen",
        DinTopic::Access => "Konten und Zugriff",
        DinTopic::Backup => "Datensicherung",
        DinTopic::Patches => "Updates und Änderungen",
        DinTopic::Malware => "Schutz vor Schadprogrammen",
        DinTopic::Networks => "Geräte und Netze",
    }
}

/// Where a check stands.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Met => "erfüllt",
        Status::NotMet => "nicht erfüllt",
        Status::Open => "offen",
        Status::Irrelevant => "betrifft Sie nicht",
    }
}

/// A usual duty of cyber insurers.
pub fn insurer_duty(duty: &str) -> &'static str {
    match duty {
        "individual-accounts" => "Jede Person hat ein eigenes Konto mit starkem Passwort",
        "separate-admin" => "Verwaltungsrechte sind vom Alltag getrennt",
        "malware-protection" => "Aktueller Schutz vor Schadprogrammen auf allen Geräten",
        "prompt-updates" => "Updates ohne unnötigen Verzug",
        "no-unsupported" => "Keine Systeme ohne Hersteller-Updates am Netz",
        "backup-regular" => "Mindestens wöchentliche Sicherung",
        "backup-separate" => "Eine Sicherung getrennt vom Netz",
        "backup-tested" => "Rücksicherung geprobt",
        "mfa-remote" => "Zweiter Faktor für Zugänge von außen",
        "awareness" => "Beschäftigte sind unterwiesen",
        "emergency-plan" => "Ein Plan für den Notfall",
        _ => "Unbekannte Pflicht",
    }
}
