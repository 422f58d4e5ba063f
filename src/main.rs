//! The thin binary: everything happens in the library.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // This thread works with the others instead of waiting for them. Where there are none to be had, it works alone.
    let _ = rayon::ThreadPoolBuilder::new().use_current_thread().build_global();
    waage::cli::run(std::env::args_os())
}
