//! What is put before a person, and what they can do with it.

use std::collections::BTreeSet;

use crate::german::shown::harmless;

fn all_harmless(texts: &[String]) -> Vec<String> {
    texts.iter().map(|it| harmless(it).into_owned()).collect()
}

/// What stands above a prompt. Empty parts are left out.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// How far along.
    pub progress: String,
    /// The topic.
    pub heading: String,
    /// The running estimate.
    pub estimate: String,
    /// What the answers before led to.
    pub news: Vec<String>,
    /// What is asked.
    pub question: String,
    /// What belongs to it: an example, why it is asked.
    pub asides: Vec<String>,
}

impl Page {
    /// The same without anything that steers a terminal: names and notes come from files of others.
    pub fn harmless(&self) -> Self {
        let clean = |text: &str| harmless(text).into_owned();
        Self {
            progress: clean(&self.progress),
            heading: clean(&self.heading),
            estimate: clean(&self.estimate),
            news: all_harmless(&self.news),
            question: clean(&self.question),
            asides: all_harmless(&self.asides),
        }
    }
}

/// A key that does something besides answering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// What is typed.
    pub typed: char,
    /// What it does, in a word or two.
    pub label: String,
}

/// One of several.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// What can be chosen; a tab separates two columns of a long list.
    pub entries: Vec<String>,
    /// Words that find an entry besides its own, in the same order; may be shorter.
    pub found_by: Vec<String>,
    /// Other things that can be done.
    pub keys: Vec<Key>,
    /// The entry that holds already; none where there is no answer yet, so that an empty line decides nothing.
    pub at: Option<usize>,
    /// True for long lists, whose entries are cut to one line each.
    pub is_long: bool,
}

impl List {
    /// The same without anything that steers a terminal.
    pub fn harmless(&self) -> Self {
        Self { entries: all_harmless(&self.entries), ..self.clone() }
    }
}

/// What was done with a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picked {
    /// The entry at that place.
    Entry(usize),
    /// A key.
    Key(char),
    /// Back one step.
    Back,
    /// Save and leave.
    Leave,
}

/// Any of several.
#[derive(Clone, Debug, Default)]
pub struct Ticks {
    /// What can be ticked.
    pub entries: Vec<String>,
    /// What is ticked to begin with.
    pub ticked: BTreeSet<usize>,
    /// Most that can be ticked, where there is a limit, and what is said beyond it.
    pub most: Option<(usize, String)>,
}

impl Ticks {
    /// The same without anything that steers a terminal.
    pub fn harmless(&self) -> Self {
        Self { entries: all_harmless(&self.entries), ..self.clone() }
    }
}

/// What was done with ticks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ticked {
    /// These are ticked.
    These(BTreeSet<usize>),
    /// Back one step.
    Back,
    /// Save and leave.
    Leave,
}

/// Something to type.
pub struct Field<'a> {
    /// What is to be typed.
    pub label: String,
    /// What stands there to begin with.
    pub initial: String,
    /// What may be typed, in one line.
    pub hint: String,
    /// Most characters that can be meant.
    pub longest: usize,
    /// Refuses what does not fit, in a German sentence.
    pub check: &'a dyn Fn(&str) -> Result<(), String>,
}

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entered {
    /// This text, without space around it.
    Text(String),
    /// Back one step.
    Back,
    /// Save and leave.
    Leave,
}
