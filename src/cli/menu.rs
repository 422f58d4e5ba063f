//! The menu of `waage` without a command. It only puts together what one could have typed.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use super::command::ENDING;
use super::fault::Fault;
use super::terminal::{Entered, Field, List, Page, Picked, Plain, Prompts, Rich};
use super::{Exit, args, content, files, output};
use crate::assessment::answers_file;
use crate::german::conversation::{self as say, menu as words};
use crate::german::fault;
use crate::model::Catalogue;

/// Longest file name without its ending.
const LONGEST_NAME: usize = 60;

/// Where people keep their documents, in their home folder.
const DOCUMENTS: [&str; 2] = ["Documents", "Dokumente"];

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Action {
    GoOn,
    New,
    Person,
    Topic,
    Consult,
    Form,
    Merge,
    Again,
    Report,
    Compare,
    Handout,
    Exercise,
    Quit,
}

/// Shows the menu until the person quits; `dispatch` runs what was put together.
///
/// `file` is the only one it offers, where somebody dropped one on the program.
pub fn run(
    file: Option<&Path>,
    common: &args::CommonArgs,
    dispatch: impl Fn(Vec<OsString>) -> Exit,
) -> anyhow::Result<Exit> {
    if !output::is_interactive() {
        return Err(Fault::usage(fault::no_terminal(words::WITHOUT_TERMINAL)));
    }
    if file.is_none() {
        leave_own_folder();
    }
    let catalogue = content::catalogue(common)?;
    loop {
        let chosen = if output::is_simple_terminal() {
            Menu { prompts: Plain::new(io::stdin().lock(), io::stderr()), catalogue: &catalogue, file }
                .choose()?
        } else {
            Menu { prompts: Rich::new(output::may_colour_messages()), catalogue: &catalogue, file }
                .choose()?
        };
        let Some(call) = chosen else {
            return Ok(Exit::Done);
        };
        dispatch(with_common(call, common));
        output::complain(&format!("\n{}", words::WAIT));
        if io::stdin().read_line(&mut String::new())? == 0 {
            return Ok(Exit::Done);
        }
    }
}

/// A double click starts the program in the folder it lies in, which on Windows is often not ours to write to; what people
/// write belongs among their documents.
fn leave_own_folder() {
    let own = std::env::current_exe().ok().and_then(|it| it.parent().map(Path::to_path_buf));
    let is_there = own.is_some() && own == std::env::current_dir().ok();
    let documents = std::env::home_dir().map(|home| DOCUMENTS.map(|it| home.join(it)));
    let documents = documents.into_iter().flatten().find(|it| it.is_dir());
    if let Some(documents) = documents.filter(|_| is_there) {
        // Where it cannot be entered, the menu says so at the first file.
        let _ = std::env::set_current_dir(documents);
    }
}

fn with_common(call: Vec<OsString>, common: &args::CommonArgs) -> Vec<OsString> {
    let mut all: Vec<OsString> = vec!["waage".into()];
    all.extend(call);
    if let Some(folder) = &common.content {
        all.extend(["--content".into(), folder.into()]);
    }
    if let Some(date) = &common.date {
        all.extend(["--date".into(), date.into()]);
    }
    all
}

struct Menu<'c, P> {
    prompts: P,
    catalogue: &'c Catalogue,
    file: Option<&'c Path>,
}

impl<P: Prompts> Menu<'_, P> {
    /// What one could have typed; none to quit. Going back inside an action leads to the menu again.
    fn choose(&mut self) -> anyhow::Result<Option<Vec<OsString>>> {
        loop {
            let known = self.file.map_or_else(|| files::ending_with(ENDING), |it| vec![it.to_owned()]);
            let actions = actions(known.len());
            let entries = actions.iter().map(|it| name(*it).to_owned()).collect();
            let page = page(words::QUESTION, &[words::ASIDE]);
            let picked = self.prompts.choose(&page, &List { entries, ..List::default() })?;
            let action = match picked {
                Picked::Entry(entry) => actions[entry],
                Picked::Back | Picked::Leave | Picked::Key(_) | Picked::Nothing => Action::Quit,
            };
            let call = match action {
                Action::Quit => return Ok(None),
                Action::New => self.new_file(&known)?.map(|it| call("check", [it])),
                Action::GoOn => self.pick(words::WHICH, &known)?.map(|it| call("check", [it])),
                Action::Person => {
                    let roles = self.catalogue.roles.iter().map(|it| (it.id.as_str(), it.title.as_str()));
                    self.part(&known, words::WHICH_ROLE, "--role", &roles.collect::<Vec<_>>())?
                }
                Action::Topic => {
                    let topics = self.catalogue.topics.iter().map(|it| (it.id.as_str(), it.title.as_str()));
                    self.part(&known, words::WHICH_TOPIC, "--topic", &topics.collect::<Vec<_>>())?
                }
                Action::Consult => {
                    self.pick(words::WHICH, &known)?.map(|it| call("check", [it, "--consultant".into()]))
                }
                Action::Form => {
                    let roles = self.catalogue.roles.iter().map(|it| (it.id.as_str(), it.title.as_str()));
                    let part = self.part(&known, words::WHICH_ROLE, "--role", &roles.collect::<Vec<_>>())?;
                    part.map(|mut call| {
                        call[0] = "form".into();
                        let html = files::beside(Path::new(&call[1]), ENDING, "fragen.html");
                        call.extend(["--html".into(), html.into_os_string()]);
                        call
                    })
                }
                Action::Merge => self.merge(&known)?,
                Action::Again => self.again(&known)?,
                Action::Report => self.pick(words::WHICH, &known)?.map(|it| {
                    let pdf = files::beside(&it, ENDING, "pdf");
                    call("report", [it, "--pdf".into(), pdf])
                }),
                Action::Compare => self.compare(&known)?,
                Action::Handout => self.handout(&known)?,
                Action::Exercise if known.is_empty() => Some(call("exercise", [])),
                // Whether anything is kept is asked at the end.
                Action::Exercise => {
                    self.pick(words::WHICH, &known)?.map(|it| call("exercise", ["--keep".into(), it]))
                }
            };
            if call.is_some() {
                return Ok(call);
            }
        }
    }

    fn pick(&mut self, question: &str, known: &[PathBuf]) -> anyhow::Result<Option<PathBuf>> {
        if let [only] = known {
            return Ok(Some(only.clone()));
        }
        let entries = known.iter().map(|it| self.line(it)).collect();
        let picked =
            self.prompts.choose(&page(question, &[]), &List { entries, is_long: true, ..List::default() })?;
        Ok(match picked {
            Picked::Entry(entry) => Some(known[entry].clone()),
            Picked::Back | Picked::Leave | Picked::Key(_) | Picked::Nothing => None,
        })
    }

    /// A file with what is in it; one that cannot be read is still listed by its name.
    fn line(&self, path: &Path) -> String {
        let shown = path.display().to_string();
        let text = files::read_text(path).unwrap_or_default();
        match answers_file::parse(&text, self.catalogue) {
            Ok(parsed) => {
                let last = parsed.draft.records.values().map(|it| it.date).max();
                say::file_line(&shown, parsed.draft.records.len(), last)
            }
            Err(_) => shown,
        }
    }

    fn new_file(&mut self, known: &[PathBuf]) -> anyhow::Result<Option<PathBuf>> {
        let named = |typed: &str| PathBuf::from(format!("{}{ENDING}", typed.trim_end_matches(ENDING)));
        // What no system's file names may hold.
        let is_fine = |it: char| !it.is_control() && !r#"<>:"/\|?*"#.contains(it);
        let check = |typed: &str| {
            if typed.is_empty()
                || typed.starts_with('.')
                || typed.ends_with('.')
                || !typed.chars().all(is_fine)
            {
                return Err(words::NAME_REFUSED.to_owned());
            }
            if named(typed).exists() { Err(words::NAME_TAKEN.to_owned()) } else { Ok(()) }
        };
        let first = named(words::NAME_INITIAL);
        let field = Field {
            label: words::NAME_LABEL.into(),
            initial: if known.contains(&first) { String::new() } else { words::NAME_INITIAL.into() },
            longest: LONGEST_NAME,
            check: &check,
            ..Field::default()
        };
        let folder = words::name_aside(&files::current_folder());
        Ok(match self.prompts.enter(&page(words::NAME_QUESTION, &[&folder]), &field)? {
            Entered::Text(typed) | Entered::Suggested(_, typed) => Some(named(&typed)),
            Entered::Back | Entered::Leave => None,
        })
    }

    /// The check of one role or one topic.
    fn part(
        &mut self,
        known: &[PathBuf],
        question: &str,
        option: &str,
        parts: &[(&str, &str)],
    ) -> anyhow::Result<Option<Vec<OsString>>> {
        let Some(file) = self.pick(words::WHICH, known)? else { return Ok(None) };
        let entries = parts.iter().map(|it| it.1.to_owned()).collect();
        let picked = self.prompts.choose(&page(question, &[]), &List { entries, ..List::default() })?;
        Ok(match picked {
            Picked::Entry(at) => Some(call("check", [file, option.into(), parts[at].0.into()])),
            _ => None,
        })
    }

    fn again(&mut self, known: &[PathBuf]) -> anyhow::Result<Option<Vec<OsString>>> {
        let Some(old) = self.pick(words::WHICH, known)? else {
            return Ok(None);
        };
        let new = self.new_file(known)?;
        Ok(new.map(|new| call("check", [new, "--again".into(), old])))
    }

    fn merge(&mut self, known: &[PathBuf]) -> anyhow::Result<Option<Vec<OsString>>> {
        let Some(own) = self.pick(words::WHICH, known)? else { return Ok(None) };
        let others: Vec<PathBuf> = known.iter().filter(|it| **it != own).cloned().collect();
        let returned = self.pick(words::WHICH_RETURNED, &others)?;
        Ok(returned.map(|returned| call("merge", [own, returned])))
    }

    fn compare(&mut self, known: &[PathBuf]) -> anyhow::Result<Option<Vec<OsString>>> {
        let Some(old) = self.pick(words::WHICH_OLD, known)? else {
            return Ok(None);
        };
        let others: Vec<PathBuf> = known.iter().filter(|it| **it != old).cloned().collect();
        let new = self.pick(words::WHICH_NEW, &others)?;
        Ok(new.map(|new| call("compare", [old, new])))
    }

    fn handout(&mut self, known: &[PathBuf]) -> anyhow::Result<Option<Vec<OsString>>> {
        let kinds = handouts();
        let entries = kinds.iter().map(|it| words::handout(it).to_owned()).collect();
        let list = List { entries, ..List::default() };
        let Picked::Entry(kind) = self.prompts.choose(&page(words::WHICH_HANDOUT, &[]), &list)? else {
            return Ok(None);
        };
        let kind = &kinds[kind];
        let file = self.pick(words::WHICH, known)?;
        Ok(file.map(|file| {
            let pdf = files::beside(&file, ENDING, &format!("{kind}.pdf"));
            call("handout", [kind.into(), file, "--pdf".into(), pdf])
        }))
    }
}

fn page(question: &str, asides: &[&str]) -> Page {
    Page {
        question: question.to_owned(),
        asides: asides.iter().map(|it| (*it).to_owned()).collect(),
        ..Page::default()
    }
}

fn call<const N: usize>(command: &str, rest: [PathBuf; N]) -> Vec<OsString> {
    std::iter::once(command.into()).chain(rest.into_iter().map(PathBuf::into_os_string)).collect()
}

/// What the program can do with so many files; a command it does not have is not offered.
fn actions(known: usize) -> Vec<Action> {
    let has = |command: &str| args::definition().find_subcommand(command).is_some();
    let offers = [
        (Action::GoOn, known > 0),
        (Action::New, true),
        (Action::Person, known > 0),
        (Action::Topic, known > 0),
        (Action::Consult, known > 0),
        (Action::Form, known > 0),
        (Action::Merge, known > 1),
        (Action::Report, known > 0 && has("report")),
        (Action::Handout, known > 0 && has("handout")),
        (Action::Exercise, has("exercise")),
        (Action::Again, known > 0),
        (Action::Compare, known > 1 && has("compare")),
        (Action::Quit, true),
    ];
    offers.into_iter().filter(|it| it.1).map(|it| it.0).collect()
}

fn name(action: Action) -> &'static str {
    match action {
        Action::GoOn => words::GO_ON,
        Action::New => words::NEW,
        Action::Person => words::PERSON,
        Action::Topic => words::TOPIC,
        Action::Consult => words::CONSULT,
        Action::Form => words::FORM,
        Action::Merge => words::MERGE,
        Action::Again => words::AGAIN,
        Action::Report => words::REPORT,
        Action::Compare => words::COMPARE,
        Action::Handout => words::HANDOUT,
        Action::Exercise => words::EXERCISE,
        Action::Quit => words::QUIT,
    }
}

/// The kinds the handout command takes.
fn handouts() -> Vec<String> {
    let definition = args::definition();
    let kinds = definition
        .find_subcommand("handout")
        .and_then(|it| it.get_positionals().next())
        .map(|it| it.get_possible_values().iter().map(|it| it.get_name().to_owned()).collect());
    kinds.unwrap_or_default()
}
