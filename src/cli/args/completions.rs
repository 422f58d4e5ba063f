//! Arguments of `waage completions`.

use clap::Args;
use clap_complete::Shell;

/// One real call.
pub const EXAMPLE: &str =
    "Beispiel:\n  waage completions bash > ~/.local/share/bash-completion/completions/waage";

/// Arguments of `waage completions`.
#[derive(Args, Debug)]
pub struct CompletionsArgs {
    /// Für welche Shell
    #[arg(value_name = "SHELL", value_enum)]
    pub shell: Shell,
}
