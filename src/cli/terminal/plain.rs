//! Prompts as plain lines: nothing moves, nothing is drawn, every prompt is one line. For screen readers, simple
//! terminals and transcripts.

use std::io::{BufRead, Read, Write};

use super::{Entered, Field, List, Page, Picked, Prompts, Tick, Ticked, Ticks};
use crate::german::conversation::{keys, plain};
use crate::german::shown::harmless;

/// Most bytes of a line that are read at once; nothing that can be meant is longer.
const LONGEST_LINE: u64 = 64 * 1024;

/// Lines in, lines out.
pub struct Plain<R, W> {
    lines: R,
    out: W,
    /// True once the letters were named.
    knows_keys: bool,
}

/// A line somebody typed.
enum Typed {
    Text(String),
    Back,
    Leave,
}

impl<R: BufRead, W: Write> Plain<R, W> {
    /// Reads from `lines`, writes to `out`.
    pub fn new(lines: R, out: W) -> Self {
        Self { lines, out, knows_keys: false }
    }

    fn open(&mut self, page: &Page) -> anyhow::Result<()> {
        let page = page.harmless();
        writeln!(self.out)?;
        for line in page.news.iter().filter(|it| !it.is_empty()) {
            writeln!(self.out, "{line}")?;
        }
        let place = plain::place(&page.progress, &page.heading);
        for line in [&place, &page.estimate, &page.moved, &page.question].into_iter().chain(&page.asides) {
            if !line.is_empty() {
                writeln!(self.out, "{line}")?;
            }
        }
        Ok(())
    }

    fn ask(&mut self, prompt: &str) -> anyhow::Result<Typed> {
        let line = loop {
            write!(self.out, "{} ", harmless(prompt))?;
            self.out.flush()?;
            let mut line = Vec::new();
            if (&mut self.lines).take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
                writeln!(self.out)?;
                return Ok(Typed::Leave);
            }
            match String::from_utf8(line) {
                Ok(line) => break line,
                Err(_) => self.tell(plain::NOT_UTF8)?,
            }
        };
        let text = line.trim();
        Ok(match text {
            plain::BACK => Typed::Back,
            plain::LEAVE => Typed::Leave,
            _ => Typed::Text(text.to_owned()),
        })
    }

    fn tell(&mut self, text: &str) -> anyhow::Result<()> {
        writeln!(self.out, "{text}")?;
        Ok(())
    }
}

impl<R: BufRead, W: Write> Prompts for Plain<R, W> {
    fn choose(&mut self, page: &Page, list: &List) -> anyhow::Result<Picked> {
        self.open(page)?;
        let list = &list.harmless();
        for (index, entry) in list.entries.iter().enumerate() {
            self.tell(&format!("{} {}", index + 1, entry.replace('\t', ": ")))?;
        }
        let labels: Vec<String> = list.keys.iter().map(|it| keys::key(it.typed, &it.label)).collect();
        let prompt = plain::choose(list.entries.len(), list.at.map(|it| it + 1), !labels.is_empty());
        if !labels.is_empty() && !self.knows_keys {
            self.tell(&plain::keys(&labels))?;
            self.knows_keys = true;
        }
        let mut asked = false;
        loop {
            let typed = match self.ask(&prompt)? {
                Typed::Back => return Ok(Picked::Back),
                Typed::Leave => return Ok(Picked::Leave),
                Typed::Text(typed) => typed,
            };
            if typed == plain::KEYS && !labels.is_empty() {
                self.tell(&plain::keys(&labels))?;
                continue;
            }
            let mut characters = typed.chars();
            if let (Some(key), None) = (characters.next(), characters.next())
                && list.keys.iter().any(|it| it.typed == key)
            {
                return Ok(Picked::Key(key));
            }
            if typed.is_empty() && list.at.is_none() && list.is_answer && !list.is_needed {
                if std::mem::replace(&mut asked, true) {
                    return Ok(Picked::Nothing);
                }
                self.tell(plain::NOTHING_CHOSEN)?;
                continue;
            }
            asked = false;
            let found = if typed.is_empty() { list.at.into_iter().collect() } else { list.found(&typed) };
            match found[..] {
                [entry] => return Ok(Picked::Entry(entry)),
                [] => self.tell(&plain::not_a_choice(list.entries.len()))?,
                _ => {
                    for entry in found {
                        self.tell(&format!("{} {}", entry + 1, list.entries[entry].replace('\t', ": ")))?;
                    }
                }
            }
        }
    }

    fn tick(&mut self, page: &Page, ticks: &Ticks) -> anyhow::Result<Ticked> {
        self.open(page)?;
        let ticks = &ticks.harmless();
        for (index, entry) in ticks.entries.iter().enumerate() {
            let state = ticks.states[index];
            self.tell(&plain::tick(index + 1, entry, state == Tick::Yes, state == Tick::Open))?;
        }
        let mut asked = false;
        loop {
            let typed = match self.ask(&plain::tick_prompt(ticks.may_be_open))? {
                Typed::Back => return Ok(Ticked::Back),
                Typed::Leave => return Ok(Ticked::Leave),
                Typed::Text(typed) => typed,
            };
            if typed.is_empty() {
                if std::mem::replace(&mut asked, true) {
                    return Ok(Ticked::Nothing);
                }
                self.tell(plain::NOTHING_TICKED)?;
                continue;
            }
            let chosen = if typed == plain::AS_SHOWN {
                let known = |it: &Tick| if *it == Tick::Asked { Tick::No } else { *it };
                Some(ticks.states.iter().map(known).collect())
            } else {
                numbers(&typed, ticks.entries.len(), ticks.may_be_open)
            };
            match (chosen, &ticks.most) {
                (Some(chosen), Some((most, refusal))) if Ticked::yes(&chosen).count() > *most => {
                    self.tell(refusal)?;
                }
                (Some(chosen), _) => return Ok(Ticked::These(chosen)),
                (None, _) => self.tell(&plain::not_a_choice(ticks.entries.len()))?,
            }
        }
    }

    fn enter(&mut self, page: &Page, field: &Field<'_>) -> anyhow::Result<Entered> {
        self.open(page)?;
        let prompt = plain::enter(&field.label, &field.initial, &field.hint);
        loop {
            let typed = match self.ask(&prompt)? {
                Typed::Back => return Ok(Entered::Back),
                Typed::Leave => return Ok(Entered::Leave),
                Typed::Text(typed) if typed.is_empty() => field.initial.clone(),
                Typed::Text(typed) => typed,
            };
            if typed.chars().count() > field.longest {
                self.tell(&plain::too_long(field.longest))?;
                continue;
            }
            match (field.check)(&typed) {
                Ok(()) => return Ok(Entered::Text(typed)),
                Err(refusal) => self.tell(&refusal)?,
            }
        }
    }

    fn height(&self) -> Option<usize> {
        None
    }
}

/// "1, 3 ?5": one and three hold, of the fifth one does not know; all others do not. A lone zero says that none holds.
fn numbers(typed: &str, most: usize, may_be_open: bool) -> Option<Vec<Tick>> {
    let mut states = vec![Tick::No; most];
    if typed == "0" {
        return Some(states);
    }
    for part in typed.split([',', ' ', ';']).filter(|it| !it.is_empty()) {
        let (part, tick) = match part.strip_prefix('?') {
            Some(rest) if may_be_open => (rest, Tick::Open),
            _ => (part, Tick::Yes),
        };
        let place = part.parse::<usize>().ok()?.checked_sub(1)?;
        *states.get_mut(place)? = tick;
    }
    Some(states)
}
