//! What is put before a person, and what they can do with it.

use crate::german::shown::harmless;
use crate::model::Spelling;

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
    /// Why it moved; gives way where the window has no room.
    pub moved: String,
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
            moved: clean(&self.moved),
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
    /// True where choosing answers something: nothing is taken before somebody moved or chose.
    pub is_answer: bool,
    /// True where there is no way on without a choice.
    pub is_needed: bool,
}

impl List {
    /// The entries that fit what was typed: by number, by a word that names one, by a part of its own words.
    pub fn found(&self, typed: &str) -> Vec<usize> {
        let all = 0..self.entries.len();
        let typed = typed.trim();
        if typed.is_empty() {
            return all.collect();
        }
        if let Ok(number) = typed.parse::<usize>() {
            return all.filter(|it| it + 1 == number).collect();
        }
        let typed = Spelling::of(typed);
        let names = |at: &usize| {
            let words = self.found_by.get(*at).map_or("", String::as_str);
            words.split_whitespace().any(|it| Spelling::of(it).key == typed.key)
        };
        let named: Vec<usize> = all.clone().filter(names).collect();
        if !named.is_empty() {
            return named;
        }
        let fits = |at: &usize| {
            let own = Spelling::of(&self.entries[*at]);
            own.key.contains(&typed.key) || own.flat.contains(&typed.flat)
        };
        all.filter(fits).collect()
    }

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
    /// Nothing, said twice: it stays open.
    Nothing,
    /// Back one step.
    Back,
    /// Save and leave.
    Leave,
}

/// What is known of one entry that can be ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// It holds.
    Yes,
    /// It does not.
    No,
    /// Nobody said: no, where it was looked at and left alone.
    Asked,
    /// Somebody said that they do not know.
    Open,
}

impl Tick {
    /// Ticked or not yet asked.
    pub fn offered(ticked: bool) -> Self {
        if ticked { Self::Yes } else { Self::Asked }
    }
}

/// Any of several.
#[derive(Clone, Debug, Default)]
pub struct Ticks {
    /// What can be ticked.
    pub entries: Vec<String>,
    /// What is known to begin with, in the same order.
    pub states: Vec<Tick>,
    /// True where one may say that one does not know.
    pub may_be_open: bool,
    /// Most that can be ticked, where there is a limit, and what is said beyond it.
    pub most: Option<(usize, String)>,
}

impl Ticks {
    /// The same without anything that steers a terminal.
    pub fn harmless(&self) -> Self {
        Self { entries: all_harmless(&self.entries), ..self.clone() }
    }
}

impl Ticked {
    /// The places of what holds.
    pub fn yes(states: &[Tick]) -> impl Iterator<Item = usize> {
        states.iter().enumerate().filter(|it| *it.1 == Tick::Yes).map(|it| it.0)
    }
}

/// What was done with ticks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ticked {
    /// So it is, in the order of the entries; never [`Tick::Asked`].
    These(Vec<Tick>),
    /// Nothing was touched: it stays open.
    Nothing,
    /// Back one step.
    Back,
    /// Save and leave.
    Leave,
}

/// What is probably meant by what was typed so far.
pub type Suggest<'a> = dyn Fn(&str) -> Vec<String> + 'a;

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
    /// What is probably meant, shown while somebody types.
    pub suggest: Option<&'a Suggest<'a>>,
}

impl Default for Field<'_> {
    fn default() -> Self {
        Self {
            label: String::new(),
            initial: String::new(),
            hint: String::new(),
            longest: usize::MAX,
            check: &|_| Ok(()),
            suggest: None,
        }
    }
}

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entered {
    /// This text, without space around it.
    Text(String),
    /// The suggestion at that place for this text.
    Suggested(usize, String),
    /// Back one step.
    Back,
    /// Save and leave.
    Leave,
}
