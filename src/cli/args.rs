//! The command line: one definition for parsing, help, completions and man pages. Speaks German.

use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand};

use crate::german::usage;

mod batch;
mod check;
mod compare;
mod completions;
mod content;
mod exercise;
mod form;
mod gate;
mod handout;
mod import;
mod merge;
mod peers;
mod portfolio;
mod quantify;
mod report;
mod typed;

pub use batch::BatchArgs;
pub use check::CheckArgs;
pub use compare::CompareArgs;
pub use completions::CompletionsArgs;
pub use content::{
    ContentAction, ContentArgs, ExportArgs, LintArgs, LintFormat, ListArgs, SchemaArgs, ShowArgs, TradeArgs,
};
pub use exercise::{ExerciseArgs, ExercisePart};
pub use form::FormArgs;
pub use gate::{GateArgs, GateFormat};
pub use handout::{HandoutArgs, HandoutKind};
pub use import::ImportArgs;
pub use merge::{ConflictArgs, MergeArgs};
pub use peers::PeersArgs;
pub use portfolio::PortfolioArgs;
pub use quantify::QuantifyArgs;
pub use report::ReportArgs;

const TEMPLATE: &str = "{about-with-newline}\nAufruf: {usage}\n\n{all-args}{after-help}";

/// Wägt ab, was IT-Sicherheit kostet und was es kostet, sie wegzulassen.
#[derive(Debug, Parser)]
#[command(
    name = "waage",
    version,
    about = "Wägt ab, was IT-Sicherheit einen kleinen Betrieb kostet und was es kostet, sie wegzulassen.",
    long_about = None,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_help_heading = "Befehle",
    next_help_heading = "Optionen",
    help_template = TEMPLATE,
    after_help = "Ohne Befehl öffnet sich im Terminal ein Menü. Alle Daten bleiben auf diesem Rechner.\n\nBeispiel:\n  waage check firma.waage.toml\n  waage report firma.waage.toml --pdf bericht.pdf"
)]
pub struct Arguments {
    /// What to do; the menu where nothing is said.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Options every command knows.
    #[command(flatten)]
    pub common: CommonArgs,
}

/// Options every command knows.
#[derive(Args, Debug)]
pub struct CommonArgs {
    /// Eigene Inhalte aus ORDNER benutzen: ergänzt oder ersetzt die eingebauten Dateien
    #[arg(long, global = true, value_name = "ORDNER")]
    pub content: Option<PathBuf>,
    /// Stichtag der Rechnung (Jahr-Monat-Tag), sonst heute
    #[arg(long, global = true, value_name = "DATUM")]
    pub date: Option<String>,
    /// Diese Hilfe zeigen
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    pub help: Option<bool>,
    /// Version zeigen
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    pub version: Option<bool>,
}

/// The commands; each has its own file of arguments and its own file in `command`.
#[derive(Debug, Subcommand)]
#[cfg_attr(windows, expect(clippy::large_enum_variant, reason = "one is made in a run"))]
pub enum Command {
    /// Befragung zum Selbstcheck: beginnen, fortsetzen, wiederholen
    #[command(visible_alias = "befragung", help_template = TEMPLATE, after_help = check::EXAMPLE)]
    Check(CheckArgs),
    /// Bericht aus einer Antwortdatei: im Terminal, als PDF, JSON oder CSV
    #[command(visible_alias = "bericht", help_template = TEMPLATE, after_help = report::EXAMPLE)]
    Report(ReportArgs),
    /// Blätter zum Aushängen und Abheften, aus Ihren Antworten gefüllt
    #[command(visible_alias = "aushang", help_template = TEMPLATE, after_help = handout::EXAMPLE)]
    Handout(HandoutArgs),
    /// Übung im Terminal: Nachrichten beurteilen, Notfall am Tisch
    #[command(visible_alias = "uebung", help_template = TEMPLATE, after_help = exercise::EXAMPLE)]
    Exercise(ExerciseArgs),
    /// Grenzen prüfen: für Zeitplaner und CI-Systeme, mit Endwert 0 oder 1
    #[command(visible_alias = "pruefen", help_template = TEMPLATE, after_help = gate::EXAMPLE)]
    Gate(GateArgs),
    /// Zwei Stände vergleichen: was sich geändert hat und warum, in Euro
    #[command(visible_alias = "vergleich", help_template = TEMPLATE, after_help = compare::EXAMPLE)]
    Compare(CompareArgs),
    /// Formular für andere: Fragen als eine Datei für jeden Browser, ohne Internet
    #[command(visible_alias = "formular", help_template = TEMPLATE, after_help = form::EXAMPLE)]
    Form(FormArgs),
    /// Antworten, die von anderen zurückkommen, in die eigene Datei übernehmen
    #[command(visible_alias = "zusammenfuehren", help_template = TEMPLATE, after_help = merge::EXAMPLE)]
    Merge(MergeArgs),
    /// Eine ausgefüllte Tabelle oder einen anderen Fragebogen in die eigene Datei übernehmen
    #[command(visible_alias = "einlesen", help_template = TEMPLATE, after_help = import::EXAMPLE)]
    Import(ImportArgs),
    /// Viele Betriebe auf einmal: eine Zeile hinein, eine Zeile heraus, für Kammern und Auswertungen
    #[command(visible_alias = "stapel", help_template = TEMPLATE, after_help = batch::EXAMPLE)]
    Batch(BatchArgs),
    /// Alle Kunden einer Beratung: was jeder riskiert und als Nächstes braucht
    #[command(visible_alias = "bestand", help_template = TEMPLATE, after_help = portfolio::EXAMPLE)]
    Portfolio(PortfolioArgs),
    /// Aus vielen Ergebnissen, was Betriebe wie dieser schätzen, ohne dass einer zu erkennen ist
    #[command(visible_alias = "branchenvergleich", help_template = TEMPLATE, after_help = peers::EXAMPLE)]
    Peers(PeersArgs),
    /// Jahresschaden aus einer Datei mit Szenarien: das Rechenwerk allein
    #[command(visible_alias = "rechnen", help_template = TEMPLATE, after_help = quantify::EXAMPLE)]
    Quantify(QuantifyArgs),
    /// Werkzeuge für alle, die Fragen und Maßnahmen bearbeiten
    #[command(visible_alias = "inhalte", help_template = TEMPLATE, after_help = content::EXAMPLE)]
    Content(ContentArgs),
    /// Vervollständigung für die Shell ausgeben
    #[command(visible_alias = "vervollstaendigung", help_template = TEMPLATE, after_help = completions::EXAMPLE)]
    Completions(CompletionsArgs),
}

/// The command line's definition.
pub fn definition() -> clap::Command {
    Arguments::command().mut_subcommands(|it| it.help_template(TEMPLATE).next_help_heading("Optionen"))
}

/// Every man page with its name: `waage`, `waage-check` and so on.
pub fn manual() -> Vec<(String, String)> {
    let mut whole = definition();
    // Spreads the options every command knows, and with them their German texts.
    whole.build();
    let mut pages = vec![("waage".to_owned(), whole.clone())];
    pages.extend(whole.get_subcommands().map(|it| {
        let name = format!("waage-{}", it.get_name());
        (name.clone(), it.clone().name(name.clone()).display_name(name))
    }));
    let text = |command: clap::Command| {
        let mut page = Vec::new();
        clap_mangen::Man::new(command).render(&mut page).expect("writing to memory does not fail");
        usage::manual(&String::from_utf8_lossy(&page))
    };
    pages.into_iter().map(|(name, command)| (name, text(command))).collect()
}
