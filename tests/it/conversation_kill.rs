//! A check that is killed at any moment loses at most the answer on screen.

use std::fs;
use std::thread;
use std::time::Duration;

use waage::assessment::answers_file::parse;
use waage::catalogue::{embedded, resolve};
use waage::model::Catalogue;

use crate::support::terminal::{ENTER, Session};

/// Moments at which the program is killed.
const MOMENTS: u32 = 200;

/// Firms checked beside each other, each in a folder of its own.
const FIRMS: u32 = 4;

/// Answers after which a check starts again; the firm has about thirty questions.
const ENOUGH: usize = 15;

/// Most questions a session sees before it is killed.
const QUESTIONS: u64 = 4;

/// Longest time after the last of them, in microseconds: about as long as reckoning and saving take.
const LONGEST: u64 = 30_000;

/// A fixed sequence of numbers without pattern (Numerical Recipes, ranqd1).
struct Numbers(u32);

impl Numbers {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        u64::from(self.0 >> 8) % bound
    }
}

#[test]
fn killed_at_any_moment_the_file_is_whole_and_keeps_every_confirmed_answer() {
    let catalogue = &resolve(&embedded()).unwrap();
    let interrupted: usize = thread::scope(|scope| {
        let firms: Vec<_> = (0..FIRMS).map(|firm| scope.spawn(move || killed(catalogue, firm))).collect();
        firms.into_iter().map(|it| it.join().unwrap()).sum()
    });
    assert!(interrupted > 10, "only {interrupted} sessions were killed while they were saving");
}

/// Kills the check of one firm again and again; how often it was killed while it was saving.
fn killed(catalogue: &Catalogue, firm: u32) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("f.waage.toml");
    let begun = "format = 1\ncontent = \"2026.1\"\n\n[company]\nsegment = \"crafts\"\nemployees = 4\nturnover_eur = 400_000\nliquid_reserve_eur = 20_000\ntolerable_ruin = 0.01\ntraits = [\"online-banking\", \"wlan\"]\ndigitalisation = { cloud = false }\n";
    fs::write(&file, begun).unwrap();
    let mut numbers = Numbers(7 + firm);
    let mut before = 0;
    let mut interrupted = 0;
    for moment in 0..MOMENTS / FIRMS {
        let args = ["check", "f.waage.toml", "--plain", "--date", "2026-11-21"];
        let mut session = Session::start(folder.path(), 80, 24, &args);
        session.until("the first question", |screen| screen.contains("Ihre Wahl"));
        // Lines typed ahead are answered as fast as the program can ask and save.
        session.send(&format!("1{ENTER}").repeat(40));
        let questions = usize::try_from(numbers.below(QUESTIONS)).unwrap() + 1;
        session.until_written("some questions", |raw| raw.matches("\nFrage ").count() >= questions);
        thread::sleep(Duration::from_micros(numbers.below(LONGEST)));
        session.kill();
        let text = fs::read_to_string(&file).unwrap();
        let draft = parse(&text, catalogue).unwrap_or_else(|faults| panic!("{faults:?}\n{text}")).draft;
        // Each question but the last one shown was confirmed and therefore saved.
        let shown = session.raw().matches("\nFrage ").count();
        let records = draft.records.len();
        assert!(records >= before, "an answer was lost at moment {moment}");
        assert!(
            records + 1 >= before + shown,
            "moment {moment}: {shown} questions were shown, {records} answers after {before} are in the file"
        );
        interrupted += usize::from(shown > 0 && records > before);
        before = records;
        if before > ENOUGH {
            // Enough of this check; the next one starts again.
            fs::write(&file, begun).unwrap();
            before = 0;
        }
        let leftovers = fs::read_dir(folder.path()).unwrap().count();
        // The file, the note that somebody is at work, and what was just being written; the next start clears up.
        assert!(leftovers <= 3, "temporary files pile up at moment {moment}: {leftovers}");
    }
    interrupted
}
