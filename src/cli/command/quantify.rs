//! `waage quantify`: the engine alone on a scenario file.

use crate::cli::args::QuantifyArgs;
use crate::cli::disk::{self, Input};
use crate::cli::fault::Fault;
use crate::cli::{Exit, files, model_file, output};
use crate::german;
use crate::render::quantified;
use crate::report::quantify;

/// The farthest point of the distribution that can be asked for, as [`crate::risk::Refusal::TooFarOut`] has it.
const FARTHEST: f64 = 0.999_99;

/// Runs the command.
pub fn run(args: &QuantifyArgs) -> anyhow::Result<Exit> {
    let also = args.quantiles.iter().map(|it| quantile(it)).collect::<anyhow::Result<Vec<f64>>>()?;
    disk::keep_apart(&[Input::File(&args.model)], &[("--json", args.json.as_deref())])?;
    let text = files::read_text(&args.model)?;
    let file = model_file::parse(&text).map_err(|faults| {
        let path = args.model.display().to_string();
        Fault::faulty_at(|colour| german::model_file::faults(&faults, &path, &text, colour))
    })?;
    let result = quantify(&file, &also, args.verify).map_err(|it| Fault::refused(&it))?;
    let mut quiet = false;
    if let Some(path) = &args.json {
        quiet = disk::write(path, quantified::json(&file, &result).as_bytes())?;
    }
    if !quiet {
        output::say(&quantified::terminal(&file, &result, args.verify, output::screen()))?;
    }
    Ok(Exit::Done)
}

fn quantile(text: &str) -> anyhow::Result<f64> {
    let bad = || Fault::usage(german::quantified::bad_quantile(text));
    let p: f64 = text.replace(',', ".").parse().map_err(|_| bad())?;
    if p > 0.0 && p <= FARTHEST { Ok(p) } else { Err(bad()) }
}
