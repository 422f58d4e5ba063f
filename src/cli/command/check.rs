//! `waage check`: the guided self-check.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use jiff::civil::Date;

use crate::assessment::interview::{Ending, Interview, ProfileItem, Route, conduct};
use crate::assessment::trade::TradeSearch;
use crate::assessment::{Draft, disagreements, due, reopened_facts};
use crate::cli::args::{CheckArgs, CommonArgs};
use crate::cli::disk::Announced;
use crate::cli::fault::Fault;
use crate::cli::interrupt::on_interrupt;
use crate::cli::saving::Saving;
use crate::cli::terminal::{Decided, Person, Plain, Prompts, Rich, Wish};
use crate::cli::{Exit, answers, clock, content, disk, files, output};
use crate::decision::Options;
use crate::german::conversation::{closing, decide as words, pause, saving as saving_words};
use crate::german::{answers_file::HEADING, conversation as say, fault};
use crate::guidance::Running;
use crate::model::{
    Answers, Catalogue, MeasureId, QuestionId, Record, RoleId, Spelling, TopicId, Verdict, nearest,
};
use crate::render::pages::management_report;
use crate::report::{Report, build};
use typeset::document::Brand;
use typeset::pdf;

/// How answers files end.
pub const ENDING: &str = ".waage.toml";

/// Questions of a short check before it pauses.
const SHORT: usize = 12;

/// Where a check starts.
struct Start {
    draft: Draft,
    /// The file as it was; comments in it survive.
    text: String,
    /// True where that is the text of the very file that is saved to.
    exists: bool,
    opening: Vec<String>,
    /// Questions that a repetition left on the way has already asked again.
    renewed: BTreeSet<QuestionId>,
}

/// Runs the command.
pub fn run(args: &CheckArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    if !output::is_interactive() {
        return Err(Fault::usage(fault::no_terminal(&say::without_terminal(&shown(&args.file)))));
    }
    let args = &CheckArgs { file: files::meant(&args.file, ENDING), ..args.clone() };
    let today = clock::day(common.date.as_deref())?;
    let files = content::sources(common)?;
    let (catalogue, trades) = (content::resolved(&files)?, content::trades(&files)?);
    let search = TradeSearch::new(&trades, &catalogue.segments);
    let route = route(args, &catalogue)?;
    let mut start = start(args, &route, &catalogue, today)?;
    let presence = match disk::announce(&args.file, &at_work()) {
        Announced::Ours(presence) => Some(presence),
        Announced::Others(note) => {
            start.opening.push(saving_words::somebody_at_work(&note));
            None
        }
        Announced::Nobody => None,
    };
    if args.plain || output::is_simple_terminal() {
        let lines = io::stdin().lock();
        let (file, call) = (args.file.clone(), again_call(&catalogue, args, &args.file, &route));
        let note = presence.as_ref().map(|it| it.path().to_owned());
        on_interrupt(move || {
            note.as_deref().inspect(|it| disk::withdraw(it));
            farewell(&file, &call)
        });
        hold(args, &catalogue, search, today, route, start, Plain::new(lines, io::stderr()))
    } else {
        hold(args, &catalogue, search, today, route, start, Rich::new(output::may_colour_messages()))
    }
}

/// Who is at work since when, for others who open the file.
fn at_work() -> String {
    saving_words::at_work(&clock::person(), &clock::computer(), &clock::moment())
}

/// The conversation itself.
fn hold<'c>(
    args: &CheckArgs,
    catalogue: &'c Catalogue,
    search: TradeSearch<'c>,
    today: Date,
    route: Route,
    start: Start,
    prompts: impl Prompts,
) -> anyhow::Result<Exit> {
    let Start { draft, text, exists, opening, renewed } = start;
    let is_new = draft == blank(catalogue);
    let mut saving = Saving::new(&args.file, catalogue, text, &draft, exists);
    let mut person =
        Person::new(prompts, Running::new(catalogue, today), search, opening).with_evidence(args.consultant);
    let (route, draft) = match (&route, draft.answers()) {
        (Route::Again { .. }, Some(given)) => {
            let steps = planned(catalogue, &given, today)?;
            let Some(steps_done) = person.steps_done(catalogue, &steps)? else { return Ok(Exit::Done) };
            let Some(happened) = person.happened(catalogue)? else { return Ok(Exit::Done) };
            let mut renewals = due(catalogue, &given, &happened, &steps_done, today);
            renewals.retain(|it| !renewed.contains(&it.0));
            let mut facts = reopened_facts(catalogue, &happened);
            // Money changes from year to year, and the years asked about move on; what is known is confirmed with one key.
            facts.extend([ProfileItem::Turnover, ProfileItem::Reserve, ProfileItem::Incidents]);
            let due = renewals.iter().map(|it| it.0.clone()).collect();
            person = person.with_renewals(renewals);
            // From now on the file speaks of this content.
            let content = catalogue.version.version.clone();
            (Route::Again { due, facts }, Draft { content, ..draft })
        }
        _ => (route, draft),
    };
    let mut interview = Interview::new(catalogue, draft, route, None, today);
    if is_new && *interview.route() == Route::Full {
        let Some(route) = person.welcome(&interview, SHORT)? else {
            return Ok(Exit::Done);
        };
        interview = Interview::new(catalogue, blank(catalogue), route, None, today);
    }
    match person.visit(&interview.draft().visits, today)? {
        Ok(None) => {}
        Ok(Some(visit)) => {
            let mut draft = interview.draft().clone();
            draft.visits.push(visit);
            interview.adopt(draft);
        }
        Err(_) => return Ok(Exit::Done),
    }
    person.reckon(&mut interview);
    let ending = conduct(&mut interview, &mut person, |interview, person| saving.save(interview, person))?;
    let told = match ending {
        Ending::Finished => Some(conclude(catalogue, today, &mut saving, &mut interview, &mut person)?),
        Ending::Left => None,
    };
    // Gives the terminal back before anything is said.
    drop(person);
    let file = saving.path();
    match told {
        Some(told) => {
            output::complain(&told);
            Ok(Exit::Done)
        }
        None if saving.is_behind() => Err(Fault::environment(saving_words::left_unsaved(&shown(file)))),
        None => {
            output::complain(&farewell(file, &again_call(catalogue, args, file, interview.route())));
            Ok(Exit::Interrupted)
        }
    }
}

/// Steps of the last plan named at most.
const STEPS: usize = 12;

/// What was to be done: what management decided, then what the plan said, in its order.
fn planned(catalogue: &Catalogue, given: &Answers, today: Date) -> anyhow::Result<Vec<MeasureId>> {
    let report = build(catalogue, given, &Options::on(today)).map_err(|it| Fault::refused(&it))?;
    let decided = given.decisions.iter().filter(|it| it.1.verdict == Verdict::Do).map(|it| it.0.clone());
    let items = report.decision.roadmap.items.iter().map(|it| it.measure().clone());
    let mut all: Vec<MeasureId> = Vec::new();
    for measure in decided.chain(items) {
        if !all.contains(&measure) {
            all.push(measure);
        }
    }
    all.truncate(STEPS);
    Ok(all)
}

/// Tells what was found and takes down what is decided; what is said last.
fn conclude<P: Prompts>(
    catalogue: &Catalogue,
    today: Date,
    saving: &mut Saving<'_>,
    interview: &mut Interview<'_>,
    person: &mut Person<'_, P>,
) -> anyhow::Result<String> {
    let reckoned =
        |given: &Answers| build(catalogue, given, &Options::on(today)).map_err(|it| Fault::refused(&it));
    let given = interview.draft().answers().filter(|_| !interview.is_from_outside());
    let Some(given) = given else { return Ok(words::thanks(&shown(saving.path()))) };
    let mut report = reckoned(&given)?;
    let certainty = if report.coverage.untouched() > 0 {
        let items = report.decision.roadmap.items.iter().take(closing::STEPS);
        let first: Vec<MeasureId> = items.map(|it| it.measure().clone()).collect();
        pause::at_the_end(catalogue, &Running::new(catalogue, today).certainty(&given), &first)
    } else {
        None
    };
    let pdf = free_for_report(saving.path(), today);
    let mut stays = person.found(catalogue, &report, certainty)?;
    while stays {
        match person.wish(catalogue, &report, today)? {
            Wish::Done => stays = false,
            Wish::Open => {
                if !(write_report(catalogue, &report, &pdf) && open_in_viewer(&pdf)) {
                    person.tell(words::not_opened(&shown(&pdf)));
                }
            }
            Wish::Decide(decided) => {
                let mut draft = interview.draft().clone();
                take_down(decided, &mut draft);
                interview.adopt(draft);
                stays = saving.save(interview, person)?.is_continue();
                report = interview.draft().answers().map_or(Ok(report), |it| reckoned(&it))?;
            }
        }
    }
    let file = shown(saving.path());
    // A report that is open in a viewer cannot be replaced everywhere; the check has come to its end all the same.
    let written = if write_report(catalogue, &report, &pdf) {
        closing::report_written(&shown(&pdf))
    } else {
        closing::report_not_written(&file, &shown(&pdf))
    };
    let next = if report.is_draft(catalogue) {
        closing::go_on(&format!("waage check {}", quoted(saving.path())))
    } else {
        closing::next_check(catalogue, &report)
    };
    Ok(words::end(&file, &written, &next))
}

/// Writes what was decided into the answers.
fn take_down(decided: Decided, draft: &mut Draft) {
    match decided {
        Decided::Rung(rung) => draft.plan_rung = Some(rung),
        Decided::Measure(measure, decision) => {
            draft.decisions.insert(measure, decision);
        }
        Decided::Price(measure, cost) => {
            draft.costs.insert(measure, cost);
        }
        Decided::Insurance(offer) => draft.insurance = Some(offer),
    }
}

/// Writes the report for management; false where the disk refuses.
fn write_report(catalogue: &Catalogue, report: &Report, path: &Path) -> bool {
    let bytes = pdf::render(&management_report(catalogue, report, None, &Brand::default()));
    disk::write_quietly(path, &bytes).is_ok()
}

/// Shows a file the way the system shows such files; false where it knows none.
fn open_in_viewer(path: &Path) -> bool {
    let viewer = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let mut call = Command::new(viewer);
    call.arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().is_ok()
}

/// Where the report goes: a name that is free, with the day where the plain one is taken. Only a report of the same day
/// is replaced; what else lies there may be the owner's own, or an earlier report that somebody signed.
fn free_for_report(file: &Path, today: Date) -> PathBuf {
    let plain = files::beside(file, ENDING, "pdf");
    if !plain.exists() {
        return plain;
    }
    let dated = |number: u32| {
        let number = if number > 1 { format!("-{number}") } else { String::new() };
        let stem = plain.file_stem().unwrap_or_default().to_string_lossy();
        plain.with_file_name(format!("{stem}-{today}{number}.pdf"))
    };
    let is_free = |it: &PathBuf| !it.exists() || is_ours(it);
    (1..u32::MAX).map(dated).find(is_free).unwrap_or(plain.clone())
}

/// True for a paper that this program made: its metadata say so.
fn is_ours(paper: &Path) -> bool {
    const CREATOR: &[u8] = b"<xmp:CreatorTool>waage</xmp:CreatorTool>";
    files::read_bytes(paper).is_ok_and(|it| it.windows(CREATOR.len()).any(|it| it == CREATOR))
}

/// What is said when someone leaves on the way.
fn farewell(file: &Path, call: &str) -> String {
    if file.exists() { say::left(&shown(file), call) } else { say::left_at_once() }
}

/// The call that goes on where this one ends.
fn again_call(catalogue: &Catalogue, args: &CheckArgs, file: &Path, route: &Route) -> String {
    let mut call = format!("waage check {}", quoted(file));
    let mut add = |words: String| {
        call.push(' ');
        call.push_str(&words);
    };
    match route {
        Route::Full => {}
        Route::Short { .. } => add("--short".into()),
        Route::Topic(_) => add(format!("--topic {}", called(catalogue, route).unwrap_or_default())),
        Route::Role(_) => add(format!("--role {}", called(catalogue, route).unwrap_or_default())),
        Route::Again { .. } => {
            if let Some(old) = &args.again {
                add(format!("--again {}", quoted(old)));
            }
        }
    }
    if args.consultant {
        add("--consultant".into());
    }
    if args.plain {
        add("--plain".into());
    }
    call
}

/// A path as it is typed.
fn quoted(path: &Path) -> String {
    let path = shown(path);
    if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn route(args: &CheckArgs, catalogue: &Catalogue) -> anyhow::Result<Route> {
    if args.short {
        return Ok(Route::Short { questions: SHORT });
    }
    if let Some(topic) = &args.topic {
        let known = catalogue.topics.iter().map(|it| (it.id.as_str(), it.title.as_str()));
        return named("--topic", topic, known).map(|it| Route::Topic(TopicId::new(it)));
    }
    if let Some(role) = &args.role {
        let known = catalogue.roles.iter().map(|it| (it.id.as_str(), it.title.as_str()));
        return named("--role", role, known).map(|it| Route::Role(RoleId::new(it)));
    }
    if args.again.is_some() {
        return Ok(Route::Again { due: Vec::new(), facts: BTreeSet::new() });
    }
    Ok(Route::Full)
}

/// The id of what was named: by its German name, by a part of it that only one has, or by its id.
pub(super) fn named<'c>(
    option: &str,
    given: &str,
    known: impl Iterator<Item = (&'c str, &'c str)> + Clone,
) -> anyhow::Result<&'c str> {
    let typed = Spelling::of(given).key;
    let key = |title: &str| Spelling::of(title).key;
    let mut exact = known.clone().filter(|it| it.0 == given || key(it.1) == typed);
    let has_part = |it: &(&str, &str)| !typed.is_empty() && key(it.1).contains(&typed);
    // A name of one word goes before names that only mention it.
    let is_one_word = |it: &(&str, &str)| !it.1.contains(' ');
    let one_word: Vec<_> = known.clone().filter(has_part).filter(is_one_word).collect();
    let mut part = known.clone().filter(has_part).filter(|it| one_word.is_empty() || one_word.contains(it));
    match (exact.next(), part.next(), part.next()) {
        (Some(it), ..) | (None, Some(it), None) => Ok(it.0),
        _ => {
            let names: Vec<String> = known.clone().map(|it| Spelling::of(it.1).tokens.join("-")).collect();
            let all = known.map(|it| it.0).chain(names.iter().map(String::as_str));
            let suggestion = nearest(given, all);
            Err(Fault::usage(say::unknown_choice(option, given, &names, suggestion)))
        }
    }
}

/// How a topic or role is named on the command line.
fn called(catalogue: &Catalogue, route: &Route) -> Option<String> {
    let title = match route {
        Route::Topic(topic) => &catalogue.topic(topic)?.title,
        Route::Role(role) => &catalogue.role(role)?.title,
        _ => return None,
    };
    Some(Spelling::of(title).tokens.join("-"))
}

fn start(args: &CheckArgs, route: &Route, catalogue: &Catalogue, today: Date) -> anyhow::Result<Start> {
    let file = shown(&args.file);
    if let Some(old) = &args.again {
        return again(args, old, catalogue);
    }
    if !args.file.exists() {
        let draft = blank(catalogue);
        let opening = say::welcome(&file);
        let text = HEADING.to_owned();
        return Ok(Start { draft, text, exists: false, opening, renewed: BTreeSet::new() });
    }
    let (parsed, text) = answers::load_draft(&args.file, catalogue)?;
    let mut draft = parsed.draft;
    if parsed.notes.is_empty() {
        // Where the content knows everything in the file, the file from now on speaks of this content.
        draft.content.clone_from(&catalogue.version.version);
    }
    let role = if let Route::Role(role) = route { catalogue.role(role) } else { None };
    let opening = if let Some(role) = role {
        let interview = Interview::new(catalogue, draft.clone(), route.clone(), None, today);
        say::welcome_role(role, interview.open_questions().len(), interview.questions_waiting())
    } else {
        let mut opening = say::welcome_back(draft.records.len(), &file);
        let differ = draft.answers().map_or(0, |it| disagreements(catalogue, &it).len());
        opening.extend(say::people_differ(differ));
        opening
    };
    Ok(Start { draft, text, exists: true, opening, renewed: BTreeSet::new() })
}

/// A repetition: the old answers are where the new file begins, and stay as they are in the old one.
fn again(args: &CheckArgs, old: &PathBuf, catalogue: &Catalogue) -> anyhow::Result<Start> {
    let (parsed, text) = answers::load_draft(old, catalogue)?;
    let before = parsed.draft;
    if before.answers().is_none() {
        return Err(Fault::usage(say::nothing_to_repeat(&shown(old))));
    }
    let opening = vec![say::welcome_again(&shown(old))];
    if !args.file.exists() || args.file == *old {
        let exists = args.file == *old;
        return Ok(Start { draft: before, text, exists, opening, renewed: BTreeSet::new() });
    }
    // A repetition that was left on the way holds everything it began with; anything else is another firm's file.
    let (parsed, text) = answers::load_draft(&args.file, catalogue)?;
    let draft = parsed.draft;
    let begun = before.records.keys().all(|it| draft.records.contains_key(it));
    if !begun || draft.company.segment != before.company.segment {
        return Err(Fault::usage(say::exists_already(&shown(&args.file))));
    }
    let is_renewed = |id: &QuestionId, record: &Record| before.records.get(id).is_none_or(|it| it != record);
    let renewed = draft.records.iter().filter(|(id, it)| is_renewed(id, it)).map(|it| it.0.clone());
    let renewed = renewed.collect();
    Ok(Start { draft, text, exists: true, opening, renewed })
}

/// Answers before the first one.
fn blank(catalogue: &Catalogue) -> Draft {
    Draft { content: catalogue.version.version.clone(), ..Draft::default() }
}
