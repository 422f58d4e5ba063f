//! `waage peers`: records of many firms to figures about firms like one.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;

use crate::cli::args::{CommonArgs, PeersArgs};
use crate::cli::disk::{self, Input};
use crate::cli::fault::Fault;
use crate::cli::{Exit, content, files, output};
use crate::german::peers as words;
use crate::render::peers::{self as shown, Origin};
use crate::report::peers::{Cell, FEWEST, Peer, Peers, peers};

/// Runs the command.
pub fn run(args: &PeersArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    if args.fewest < FEWEST {
        return Err(Fault::usage(words::bad_k(args.fewest)));
    }
    disk::keep_apart(&[Input::File(&args.records)], &[("--json", args.json.as_deref())])?;
    let catalogue = content::catalogue(common)?;
    let path = args.records.display().to_string();
    let (firms, origin) = read(&files::read_long_text(&args.records, MOST_RECORDS)?, &path)?;
    let Some((found, origin)) = peers(&firms, args.fewest).zip(origin) else {
        return Err(Fault::faulty(words::too_few(firms.len(), args.fewest)));
    };
    let mut quiet = false;
    if let Some(path) = &args.json {
        quiet = disk::write(path, shown::json(&found, &origin).as_bytes())?;
    }
    if !quiet {
        output::say(&shown::table(&catalogue, &found, output::screen()))?;
    }
    Ok(Exit::Done)
}

/// Most bytes of records: two million firms.
const MOST_RECORDS: u64 = 1 << 30;

/// What is needed of a record.
#[derive(Deserialize)]
struct Record {
    key: String,
    model: u32,
    content: String,
    segment: String,
    size: String,
    level: String,
    expected_annual_loss: Range,
    din_points: f64,
}

#[derive(Deserialize)]
struct Range {
    value: f64,
}

/// A firm without a result.
#[derive(Deserialize)]
struct Faulty {
    #[serde(rename = "faults")]
    _faults: Vec<serde_json::Value>,
}

fn read(text: &str, path: &str) -> anyhow::Result<(Vec<Peer>, Option<Origin>)> {
    let (mut firms, mut origin, mut left_out) = (Vec::new(), None, 0);
    let mut keys = BTreeSet::new();
    for (index, line) in text.lines().enumerate().filter(|it| !it.1.trim().is_empty()) {
        let Ok(it) = serde_json::from_str::<Record>(line) else {
            if serde_json::from_str::<Faulty>(line).is_err() {
                return Err(Fault::faulty(words::no_record(path, index + 1)));
            }
            left_out += 1;
            continue;
        };
        let own = Origin { model: it.model, content: it.content };
        if *origin.get_or_insert_with(|| own.clone()) != own {
            return Err(Fault::faulty(words::mixed(path, index + 1)));
        }
        if keys.contains(&it.key) {
            return Err(Fault::faulty(words::twice(path, index + 1, &it.key)));
        }
        keys.insert(it.key);
        firms.push(Peer {
            classes: [it.segment, it.size, it.level],
            expected_annual_loss: it.expected_annual_loss.value,
            din_points: it.din_points,
        });
    }
    if left_out > 0 {
        output::complain(&words::left_out(left_out));
    }
    Ok((firms, origin))
}

/// What `waage peers --json` wrote.
#[derive(Deserialize)]
struct Document {
    k: usize,
    withheld: usize,
    cells: Vec<CellLine>,
}

#[derive(Deserialize)]
struct CellLine {
    segment: Option<String>,
    size: Option<String>,
    level: Option<String>,
    firms: usize,
    expected_annual_loss: Loss,
    din_points: f64,
}

#[derive(Deserialize)]
struct Loss {
    median: f64,
    low_quarter: f64,
    high_quarter: f64,
}

/// Reads what `waage peers --json` wrote.
pub fn load(path: &Path) -> anyhow::Result<Peers> {
    let text = files::read_text(path)?;
    let document: Document = serde_json::from_str(&text)
        .map_err(|_| Fault::faulty(words::no_peers(&path.display().to_string())))?;
    let cells = document.cells.into_iter().map(|it| Cell {
        classes: [it.segment, it.size, it.level].into_iter().map_while(|it| it).collect(),
        firms: it.firms,
        expected_annual_loss: it.expected_annual_loss.median,
        low_quarter: it.expected_annual_loss.low_quarter,
        high_quarter: it.expected_annual_loss.high_quarter,
        din_points: it.din_points,
    });
    Ok(Peers { k: document.k, cells: cells.collect(), withheld: document.withheld })
}
