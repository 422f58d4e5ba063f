//! Man pages and completions follow the command line's definition.

use crate::support::program::{golden, run};
use crate::support::root;

#[test]
fn the_man_pages_are_those_of_the_command_line_and_german() {
    for (name, page) in waage::cli::manual() {
        for foreign in ["SYNOPSIS", "DESCRIPTION", "SH OPTIONS", "EXTRA", "Print help", "values:", "default:"]
        {
            assert!(!page.contains(foreign), "{name}: {foreign}");
        }
        golden(&root().join("man").join(format!("{name}.1")), &page);
    }
}

#[test]
fn every_shell_gets_completions_for_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = run(["completions", shell]).expect(0).out;
        for command in ["check", "report", "completions"] {
            assert!(script.contains(command), "{command} is missing for {shell}");
        }
    }
}
