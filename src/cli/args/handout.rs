//! Arguments of `waage handout`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::render::handouts::Kind;

/// One real call.
pub const EXAMPLE: &str = "Beispiele:\n  waage handout emergency-card firma.waage.toml --pdf notfallkarte.pdf\n  waage handout training-plan firma.waage.toml --minutes 30 --pdf lernplan.pdf\n  waage handout project-check firma.waage.toml --project web-shop";

/// Arguments of `waage handout`.
#[derive(Args, Debug)]
pub struct HandoutArgs {
    /// Welches Blatt
    #[arg(value_name = "BLATT", value_enum)]
    pub kind: HandoutKind,
    /// Antwortdatei, „-“ liest von der Standardeingabe
    #[arg(value_name = "DATEI")]
    pub file: PathBuf,
    /// Ziel, „-“ schreibt auf die Standardausgabe
    #[arg(long, value_name = "PFAD", required_unless_present = "project")]
    pub pdf: Option<PathBuf>,
    /// Nur project-check: das geplante Vorhaben, zum Beispiel web-shop. Ohne --pdf erscheint das Ergebnis hier
    #[arg(long, value_name = "VORHABEN")]
    pub project: Option<String>,
    /// Nur how-to: das Blatt einer Maßnahme, zum Beispiel mfa
    #[arg(long, value_name = "MASSNAHME")]
    pub measure: Option<String>,
    /// Minuten je Person und Woche für den Lernplan: 15, 30 oder 60
    #[arg(long, value_name = "MINUTEN", default_value = "15", value_parser = ["15", "30", "60"])]
    pub minutes: String,
}

/// The papers by their words on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum HandoutKind {
    /// Notfallkarte: wer ruft wen an, erste Stunde, Fristen
    EmergencyCard,
    /// Notfallplan auf fünf Seiten, aus Ihren Angaben gefüllt
    EmergencyPlan,
    /// Karte für die Brieftasche, viermal
    WalletCard,
    /// Lernplan für ein Jahr
    TrainingPlan,
    /// Checkliste für die Leitung mit Unterschrift
    Leadership,
    /// Module für die Leitung: Aufgaben und Lösungen
    LeadershipModules,
    /// Fragebogen für Lieferanten
    SupplierQuestionnaire,
    /// Offene Punkte nach Zuständigkeit
    OpenPoints,
    /// Kurzcheck neues Digitalprojekt
    ProjectCheck,
    /// Vertragscheck für IT-Dienstleister
    ContractCheck,
    /// Fünf Minuten fürs Team
    TeamTalk,
    /// Weitergabe-Paket: Leitfaden, Aufgaben, Lösungen
    PassOnKit,
    /// Vermerk über besuchte Einheiten
    Participation,
    /// Vordruck für Vorschläge, ohne Namen
    Suggestion,
    /// Maßnahmenblätter: wie jede Maßnahme des Plans umgesetzt wird
    HowTo,
    /// Anfrage an den IT-Dienstleister mit leeren Preisspalten
    ProviderRequest,
    /// Aufgaben je Person: tun, lernen, klären
    Tasks,
    /// Blätter und Vordrucke, die der Lernplan nennt
    Materials,
    /// Einen IT-Dienstleister auswählen: Fragen für drei Angebote
    ProviderChoice,
}

impl From<HandoutKind> for Kind {
    fn from(kind: HandoutKind) -> Self {
        match kind {
            HandoutKind::EmergencyCard => Self::EmergencyCard,
            HandoutKind::EmergencyPlan => Self::EmergencyPlan,
            HandoutKind::WalletCard => Self::WalletCard,
            HandoutKind::TrainingPlan => Self::TrainingPlan,
            HandoutKind::Leadership => Self::Leadership,
            HandoutKind::LeadershipModules => Self::LeadershipModules,
            HandoutKind::SupplierQuestionnaire => Self::SupplierQuestionnaire,
            HandoutKind::OpenPoints => Self::OpenPoints,
            HandoutKind::ProjectCheck => Self::ProjectCheck,
            HandoutKind::ContractCheck => Self::ContractCheck,
            HandoutKind::TeamTalk => Self::TeamTalk,
            HandoutKind::PassOnKit => Self::PassOnKit,
            HandoutKind::Participation => Self::Participation,
            HandoutKind::Suggestion => Self::Suggestion,
            HandoutKind::HowTo => Self::HowTo,
            HandoutKind::ProviderRequest => Self::ProviderRequest,
            HandoutKind::Tasks => Self::Tasks,
            HandoutKind::Materials => Self::Materials,
            HandoutKind::ProviderChoice => Self::ProviderChoice,
        }
    }
}
