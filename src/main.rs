//! The thin binary: everything happens in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    waage::cli::run(std::env::args_os())
}
