//! A person at a pseudo-terminal.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Longest wait for anything; only a program that hangs takes that long.
const PATIENCE: Duration = Duration::from_mins(1);

pub const ENTER: &str = "\r";
pub const ESC: &str = "\x1b";
pub const CTRL_C: &str = "\x03";
pub const CTRL_Z: &str = "\x1a";
pub const DOWN: &str = "\x1b[B";
pub const PAGE_DOWN: &str = "\x1b[6~";

/// The program running in a window.
pub struct Session {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    seen: Arc<Mutex<Seen>>,
}

struct Seen {
    parser: vt100::Parser,
    raw: Vec<u8>,
    is_over: bool,
}

impl Session {
    /// Starts `waage` with these arguments in a folder and a window of that size.
    pub fn start(folder: &Path, columns: u16, rows: u16, args: &[&str]) -> Self {
        Self::start_with(folder, columns, rows, args, &[])
    }

    /// The same with environment variables.
    pub fn start_with(
        folder: &Path,
        columns: u16,
        rows: u16,
        args: &[&str],
        environment: &[(&str, &str)],
    ) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_waage"));
        command.args(args);
        Self::run(folder, columns, rows, command, environment)
    }

    /// The same with a program of another place.
    pub fn start_program(program: &Path, folder: &Path, environment: &[(&str, &str)]) -> Self {
        Self::run(folder, 80, 24, CommandBuilder::new(program), environment)
    }

    /// Starts a shell with job control, in which the program can be put aside.
    pub fn shell(folder: &Path, columns: u16, rows: u16) -> Self {
        let mut command = CommandBuilder::new("bash");
        command.args(["--norc", "--noprofile", "-i"]);
        Self::run(folder, columns, rows, command, &[("LC_ALL", "C.UTF-8"), ("PS1", "$ ")])
    }

    fn run(
        folder: &Path,
        columns: u16,
        rows: u16,
        mut command: CommandBuilder,
        environment: &[(&str, &str)],
    ) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        command.cwd(folder);
        command.env_remove("NO_COLOR");
        command.env("TERM", "xterm-256color");
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let seen = Arc::new(Mutex::new(Seen {
            parser: vt100::Parser::new(rows, columns, 0),
            raw: Vec::new(),
            is_over: false,
        }));
        let shared = Arc::clone(&seen);
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(length) = reader.read(&mut buffer) {
                if length == 0 {
                    break;
                }
                let mut seen = shared.lock().unwrap();
                seen.parser.process(&buffer[..length]);
                seen.raw.extend_from_slice(&buffer[..length]);
            }
            shared.lock().unwrap().is_over = true;
        });
        Self { child, master: pair.master, writer, seen }
    }

    /// What stands on the screen.
    pub fn screen(&self) -> String {
        self.seen.lock().unwrap().parser.screen().contents()
    }

    /// Everything the program has written.
    pub fn raw(&self) -> String {
        String::from_utf8_lossy(&self.seen.lock().unwrap().raw).into_owned()
    }

    /// Types.
    pub fn send(&mut self, keys: &str) {
        // A program that has just ended no longer reads; the test then waits for what it wants to see.
        let _ = self.writer.write_all(keys.as_bytes());
        let _ = self.writer.flush();
    }

    /// Waits until the screen is as wanted, and returns it.
    pub fn until(&self, what: &str, wanted: impl Fn(&str) -> bool) -> String {
        let start = Instant::now();
        loop {
            // Whoever has ended writes no more: asked before the screen is looked at.
            let is_over = self.seen.lock().unwrap().is_over;
            let screen = self.screen();
            if wanted(&screen) {
                if is_over {
                    return screen;
                }
                // A page is drawn in several writes; only one that stands still is the page that was meant.
                thread::sleep(Duration::from_millis(30));
                if self.screen() == screen {
                    return screen;
                }
            }
            assert!(
                !is_over && start.elapsed() < PATIENCE,
                "waited in vain for {what}; the screen shows\n{}",
                self.screen()
            );
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the program has written what is wanted, whether or not it is still writing.
    pub fn until_written(&self, what: &str, wanted: impl Fn(&str) -> bool) {
        let start = Instant::now();
        while !wanted(&self.raw()) {
            assert!(
                start.elapsed() < PATIENCE,
                "waited in vain for {what}; the screen shows\n{}",
                self.screen()
            );
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// Waits until a prompt stands on the screen with this text on its page.
    pub fn prompt(&self, text: &str) -> String {
        self.until(text, |screen| screen.contains(text) && is_prompt(screen))
    }

    /// Types and waits for a prompt with this text.
    pub fn send_until(&mut self, keys: &str, text: &str) -> String {
        self.send(keys);
        self.prompt(text)
    }

    /// Changes the size of the window.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        // What is drawn for the new size must not be read with the old one.
        let mut seen = self.seen.lock().unwrap();
        seen.parser.screen_mut().set_size(rows, columns);
        self.master.resize(size).unwrap();
    }

    /// Closes the window: the system tells the program that its terminal is gone.
    pub fn close(&mut self) {
        let id = self.child.process_id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args(["-HUP", &id]).status().unwrap().success());
    }

    /// Ends the program at once, as `kill -9` does.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Waits for the end and returns the exit code.
    pub fn exit_code(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                // The rest of the output may still be on its way.
                while !self.seen.lock().unwrap().is_over && start.elapsed() < PATIENCE {
                    thread::sleep(Duration::from_millis(5));
                }
                return status.exit_code();
            }
            assert!(start.elapsed() < PATIENCE, "does not end; the screen shows\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// True where the page is complete and waits for an answer: the line of keys closes it.
pub fn is_prompt(screen: &str) -> bool {
    let last = screen.trim_end().lines().last().unwrap_or("");
    last.contains("Pause]")
}
