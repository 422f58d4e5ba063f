//! Arguments of `waage content`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand, ValueEnum};

use super::TEMPLATE;
use crate::catalogue::FileKind;
use crate::render::contract::Contract;

/// One real call.
pub const EXAMPLE: &str =
    "Beispiele:\n  waage content lint --content meine-inhalte\n  waage content export meine-inhalte";

/// Arguments of `waage content`.
#[derive(Args, Debug)]
pub struct ContentArgs {
    /// What to do with the content.
    #[command(subcommand)]
    pub action: ContentAction,
}

/// The content editor's tools.
#[derive(Debug, Subcommand)]
#[command(subcommand_value_name = "BEFEHL")]
pub enum ContentAction {
    /// Inhalte prüfen: jeder Fehler mit Datei, Zeile und Abhilfe
    #[command(help_template = TEMPLATE, after_help = "Beispiel:\n  waage content lint --content meine-inhalte --format sarif")]
    Lint(LintArgs),
    /// Alle Fragen mit Antworten, Bedingungen und Wirkung auflisten
    #[command(help_template = TEMPLATE, after_help = "Beispiel:\n  waage content list --json")]
    List(ListArgs),
    /// Einen Eintrag mit allem zeigen, was auf ihn verweist
    #[command(help_template = TEMPLATE, after_help = "Beispiel:\n  waage content show backup-restore-test")]
    Show(ShowArgs),
    /// Zeigen, wie ein Gewerk, ein Wort oder ein WZ-Code verstanden wird
    #[command(help_template = TEMPLATE, after_help = "Beispiele:\n  waage content trade Friseur\n  waage content trade \"WZ 96.02\" --json")]
    Trade(TradeArgs),
    /// JSON-Schema einer Art von Datei ausgeben; ohne ART die Liste der Arten
    #[command(help_template = TEMPLATE, after_help = "Beispiel:\n  waage content schema question > question.json")]
    Schema(SchemaArgs),
    /// Eingebaute Inhalte zum Bearbeiten in einen Ordner schreiben
    #[command(help_template = TEMPLATE, after_help = "Beispiel:\n  waage content export meine-inhalte")]
    Export(ExportArgs),
}

/// Arguments of `waage content lint`.
#[derive(Args, Debug)]
#[command(next_help_heading = "Optionen")]
pub struct LintArgs {
    /// Form der Ausgabe
    #[arg(long, value_enum, value_name = "FORM", default_value = "text")]
    pub format: LintFormat,
}

/// Arguments of `waage content list`.
#[derive(Args, Debug)]
#[command(next_help_heading = "Optionen")]
pub struct ListArgs {
    /// Als JSON für Programme
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `waage content show`.
#[derive(Args, Debug)]
pub struct ShowArgs {
    /// Kennung einer Frage, Maßnahme, Gefahr, Quelle oder eines anderen Eintrags
    #[arg(value_name = "KENNUNG")]
    pub id: String,
}

/// Arguments of `waage content trade`.
#[derive(Args, Debug)]
#[command(next_help_heading = "Optionen")]
pub struct TradeArgs {
    /// Was man tippt: ein Gewerk, ein Wort, ein WZ-Code; mehrere Wörter gelten als eines
    #[arg(value_name = "WORT", required = true)]
    pub word: Vec<String>,
    /// Als JSON für Programme
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `waage content schema`.
#[derive(Args, Debug)]
pub struct SchemaArgs {
    /// Art der Datei oder des Dokuments, zum Beispiel question, measure, answers oder result
    #[arg(value_name = "ART", hide_possible_values = true, value_parser = PossibleValuesParser::new(FileKind::ALL.iter().map(|it| it.name).chain(Contract::all().map(|it| it.name))))]
    pub kind: Option<String>,
}

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LintFormat {
    /// Für Menschen, mit der Zeile aus der Datei
    Text,
    /// Für Programme
    Json,
    /// Für die Code-Ansicht von Entwicklungsplattformen (SARIF 2.1.0)
    Sarif,
}

/// Arguments of `waage content export`.
#[derive(Args, Debug)]
pub struct ExportArgs {
    /// Ordner, in den geschrieben wird; er muss neu oder leer sein
    #[arg(value_name = "ORDNER")]
    pub folder: PathBuf,
}
