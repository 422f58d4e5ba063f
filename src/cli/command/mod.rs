//! One file per command: read, call the core, write.

use super::Exit;
use super::args::{Command, CommonArgs};

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
mod setting;
mod what_if;

pub use check::ENDING;

/// Runs the command that was asked for.
pub fn run(command: &Command, common: &CommonArgs) -> anyhow::Result<Exit> {
    match command {
        Command::Check(args) => check::run(args, common),
        Command::Report(args) => report::run(args, common),
        Command::Handout(args) => handout::run(args, common),
        Command::Exercise(args) => exercise::run(args, common),
        Command::Gate(args) => gate::run(args, common),
        Command::Compare(args) => compare::run(args, common),
        Command::Form(args) => form::run(args, common),
        Command::Merge(args) => merge::run(args, common),
        Command::Import(args) => import::run(args, common),
        Command::Batch(args) => batch::run(args, common),
        Command::Portfolio(args) => portfolio::run(args, common),
        Command::Peers(args) => peers::run(args, common),
        Command::Quantify(args) => quantify::run(args),
        Command::Content(args) => content::run(args, common),
        Command::Completions(args) => completions::run(args),
    }
}
