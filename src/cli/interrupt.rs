//! What is said when Ctrl-C ends a check in plain lines, where the terminal makes a signal of it.

#[cfg(unix)]
use super::{Exit, output};

/// Says `farewell()` and ends with the exit code of an interruption once Ctrl-C comes. Saves are whole or not at all,
/// so any moment will do.
#[cfg(unix)]
pub fn on_interrupt(farewell: impl Fn() -> String + Send + 'static) {
    use signal_hook::consts::SIGINT;
    use signal_hook::iterator::Signals;

    // Without the signal Ctrl-C ends the program as it always does, only in silence.
    let Ok(mut signals) = Signals::new([SIGINT]) else { return };
    std::thread::spawn(move || {
        if signals.forever().next().is_some() {
            output::complain(&farewell());
            std::process::exit(Exit::Interrupted.code().into());
        }
    });
}

/// Elsewhere Ctrl-C ends the program in silence.
#[cfg(not(unix))]
pub fn on_interrupt(_farewell: impl Fn() -> String + Send + 'static) {}
