//! Man pages and completions follow the command line's definition.

use crate::support::program::{golden, run};
use crate::support::root;

#[test]
fn the_man_pages_are_those_of_the_command_line() {
    let whole = waage::cli::definition();
    let mut pages = vec![("waage".to_owned(), whole.clone())];
    pages.extend(whole.get_subcommands().map(|it| {
        let name = format!("waage-{}", it.get_name());
        (name.clone(), it.clone().name(name))
    }));
    for (name, command) in pages {
        let mut page = Vec::new();
        clap_mangen::Man::new(command).render(&mut page).unwrap();
        golden(&root().join("man").join(format!("{name}.1")), &String::from_utf8(page).unwrap());
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
