//! `waage batch`: many firms in, one line each out, in the order of the input.

use std::fmt::Write as _;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rayon::prelude::*;
use serde_json::Value;

use crate::assessment::answers_file::{key_at, parse_complete, written};
use crate::assessment::population;
use crate::cli::args::{BatchArgs, CommonArgs};
use crate::cli::{Exit, clock, content, files, output};
use crate::decision::Options;
use crate::german::{self, batch as words};
use crate::model::Catalogue;
use crate::render::record::{RecordFault, fault_line, line};
use crate::report::record;

/// Firms that are read, reckoned and written together: enough for every core, few enough for little memory.
const WINDOW: usize = 256;

/// Longest line or file that is read, bytes; answers of a firm are a hundredth of that.
const LONGEST: u64 = 4 << 20;

/// Runs the command.
pub fn run(args: &BatchArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    let date = clock::day(common.date.as_deref())?;
    let batch = Batch { catalogue: content::catalogue(common)?, date, with_plan: args.with_plan };
    if let Some(firms) = args.synthesise {
        let firms = (0..firms).map(|it| Ok((it + 1, Firm::synthetic(&batch.catalogue, args.seed, it, date))));
        return if args.answers { answers(firms) } else { batch.records(firms) };
    }
    let mut input: Box<dyn BufRead> = if args.input == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(files::open(&args.input)?))
    };
    let end = if args.files0 { 0 } else { b'\n' };
    let parts = std::iter::from_fn(move || part(&mut input, end).transpose());
    let numbered = parts.zip(1..).map(|(part, number)| part.map(|it| (number, it)));
    if args.files0 {
        batch.records(numbered.map(|it| it.map(|(number, part)| (number, Firm::in_file(&part)))))
    } else {
        let told =
            numbered.filter(|it| !it.as_ref().is_ok_and(|it| it.1.iter().all(u8::is_ascii_whitespace)));
        batch.records(told.map(|it| it.map(|(number, part)| (number, Firm::in_line(&part)))))
    }
}

/// The next part of the input up to its end; of one that is too long only so much that this is seen.
fn part(input: &mut impl BufRead, end: u8) -> io::Result<Option<Vec<u8>>> {
    let mut part = Vec::new();
    if input.by_ref().take(LONGEST + 1).read_until(end, &mut part)? == 0 {
        return Ok(None);
    }
    if part.last() == Some(&end) {
        part.pop();
    } else if part.len() as u64 > LONGEST {
        input.skip_until(end)?;
    }
    Ok(Some(part))
}

/// A firm as it comes in.
struct Firm {
    key: Option<String>,
    answers: Given,
}

/// Where its answers are.
enum Given {
    /// In the text of an answers file.
    Text(String),
    /// In an object, translated to such a text; places are keys then.
    Object(String),
    /// In a file of that name.
    File(PathBuf),
    /// Nowhere.
    Faulty(Vec<RecordFault>),
}

impl Firm {
    fn synthetic(catalogue: &Catalogue, seed: u64, number: u64, date: Date) -> Self {
        let draft = population::firm(catalogue, seed, number, date);
        Self { key: Some(format!("synthetic-{:07}", number + 1)), answers: Given::Text(written("", &draft)) }
    }

    fn in_file(name: &[u8]) -> Self {
        let path = path_of(name);
        Self { key: Some(path.display().to_string()), answers: Given::File(path) }
    }

    fn in_line(part: &[u8]) -> Self {
        let fault = |key: Option<String>, code, message: String| {
            let fault = RecordFault { code, place: String::new(), message };
            Self { key, answers: Given::Faulty(vec![fault]) }
        };
        if part.len() as u64 > LONGEST {
            return fault(None, "too-long", words::too_long(LONGEST));
        }
        let Ok(text) = std::str::from_utf8(part) else {
            return fault(None, "not-utf8", words::NOT_UTF8.to_owned());
        };
        let Ok(Value::Object(mut object)) = serde_json::from_str(text) else {
            return fault(None, "invalid-json", words::NOT_A_FIRM.to_owned());
        };
        let key = match object.remove("key") {
            Some(Value::String(key)) => key,
            Some(Value::Number(key)) => key.to_string(),
            _ => return fault(None, "missing-key", words::NO_KEY.to_owned()),
        };
        let answers = match object.remove("answers") {
            Some(Value::String(text)) => Given::Text(text),
            Some(it @ Value::Object(_)) => match toml_of(it, "").map(|it| toml::to_string(&it)) {
                Some(Ok(text)) => Given::Object(text),
                _ => return fault(Some(key), "wrong-type", words::NO_TOML.to_owned()),
            },
            _ => return fault(Some(key), "missing-key", words::NO_ANSWERS.to_owned()),
        };
        if let Some((other, _)) = object.into_iter().next() {
            return fault(Some(key), "unknown-key", words::unknown_key(&other));
        }
        Self { key: Some(key), answers }
    }
}

#[cfg(unix)]
fn path_of(name: &[u8]) -> PathBuf {
    let name: &std::ffi::OsStr = std::os::unix::ffi::OsStrExt::from_bytes(name);
    name.into()
}

#[cfg(not(unix))]
fn path_of(name: &[u8]) -> PathBuf {
    String::from_utf8_lossy(name).into_owned().into()
}

/// The keys of an answers file that hold days, which JSON can only write as texts.
const DAYS: [&str; 3] = ["date", "due", "review"];

/// A JSON value as TOML; nothing for null, which TOML does not have.
fn toml_of(value: Value, key: &str) -> Option<toml::Value> {
    Some(match value {
        Value::Null => return None,
        Value::Bool(it) => it.into(),
        Value::Number(it) => match it.as_i64() {
            Some(it) => it.into(),
            None => it.as_f64()?.into(),
        },
        Value::String(it) => match it.parse::<toml::value::Datetime>() {
            Ok(day) if DAYS.contains(&key) => day.into(),
            _ => it.into(),
        },
        Value::Array(all) => all.into_iter().filter_map(|it| toml_of(it, key)).collect::<Vec<_>>().into(),
        Value::Object(all) => {
            let entries = all.into_iter().filter_map(|(key, it)| toml_of(it, &key).map(|it| (key, it)));
            toml::Value::Table(entries.collect())
        }
    })
}

/// What holds for every firm of a run.
struct Batch {
    catalogue: Catalogue,
    date: Date,
    with_plan: bool,
}

impl Batch {
    /// Writes the record of every firm, a window at a time over all cores.
    fn records(&self, mut firms: impl Iterator<Item = io::Result<(u64, Firm)>>) -> anyhow::Result<Exit> {
        let (mut all, mut faulty) = (0, 0);
        let mut out = output::Stream::new();
        loop {
            let window = firms.by_ref().take(WINDOW).collect::<io::Result<Vec<_>>>()?;
            if window.is_empty() {
                break;
            }
            let lines: Vec<Result<String, String>> =
                window.par_iter().map(|(number, firm)| self.record(*number, firm)).collect();
            all += lines.len() as u64;
            faulty += lines.iter().filter(|it| it.is_err()).count() as u64;
            let text = lines.iter().fold(String::new(), |mut text, line| {
                let (Ok(line) | Err(line)) = line;
                let _ = writeln!(text, "{line}");
                text
            });
            if out.write(text.as_bytes())? == ControlFlow::Break(()) {
                break;
            }
            output::progress(&words::progress(all));
        }
        output::end_progress();
        if faulty > 0 {
            output::complain(&words::faulty(faulty, all));
            return Ok(Exit::Faulty);
        }
        Ok(Exit::Done)
    }

    /// A firm's line, or the line that says why there is none.
    fn record(&self, number: u64, firm: &Firm) -> Result<String, String> {
        let faulty = |faults: &[RecordFault]| fault_line(firm.key.as_deref(), number, faults);
        let one = |code, message: String| faulty(&[RecordFault { code, place: String::new(), message }]);
        let (text, by_key) = match &firm.answers {
            Given::Text(text) => (text.clone(), false),
            Given::Object(text) => (text.clone(), true),
            Given::File(path) => match files::read_text(path) {
                Ok(text) => (text, false),
                Err(error) => return Err(one(german::gate::UNREADABLE, german::fault::in_short(&error))),
            },
            Given::Faulty(faults) => return Err(faulty(faults)),
        };
        let answers = match parse_complete(&text, &self.catalogue) {
            Ok((answers, _)) => answers,
            Err(faults) => {
                let places = faults.iter().map(|it| key_at(&text, it.span.start));
                let told = german::answers_file::plainly(&faults, &text).zip(places);
                let told = told.map(|((code, (line, column), message), key)| {
                    let place = if by_key { key } else { format!("{line}:{column}") };
                    RecordFault { code, place, message }
                });
                return Err(faulty(&told.collect::<Vec<_>>()));
            }
        };
        let options = Options::on(self.date);
        let record = record(&self.catalogue, &answers, &options, self.with_plan)
            .map_err(|it| one("refused", german::quantified::refused(&it)))?;
        Ok(line(&self.catalogue, firm.key.as_deref().unwrap_or_default(), self.date, &record))
    }
}

/// Writes the firms themselves, as input for another run.
fn answers(mut firms: impl Iterator<Item = io::Result<(u64, Firm)>>) -> anyhow::Result<Exit> {
    let mut out = output::Stream::new();
    while let Some((_, firm)) = firms.next().transpose()? {
        let Given::Text(text) = firm.answers else { continue };
        let line = serde_json::json!({ "key": firm.key, "answers": text });
        if out.write(format!("{line}\n").as_bytes())? == ControlFlow::Break(()) {
            break;
        }
    }
    Ok(Exit::Done)
}
