//! `waage form`: questions for others, a request for prices, or the whole check, as one offline HTML file.

use std::path::Path;

use super::check::named;
use crate::assessment::Draft;
use crate::assessment::interview::{Interview, Route};
use crate::cli::args::{CommonArgs, FormArgs};
use crate::cli::disk::{self, Input};
use crate::cli::fault::Fault;
use crate::cli::{Exit, answers, clock, content, output};
use crate::decision::Options;
use crate::german::{self, form as words};
use crate::model::{Catalogue, Question, RoleId, TopicId, Trades};
use crate::render::form::{self, Page};
use crate::render::handouts::provider_request::request;
use crate::report::build;

/// Runs the command.
pub fn run(args: &FormArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    let files = content::sources(common)?;
    let catalogue = content::resolved(&files)?;
    match &args.file {
        Some(file) => of_firm(args, file, common, &catalogue),
        None => whole(args, &catalogue, &content::trades(&files)?),
    }
}

/// The whole check of whatever firm.
fn whole(args: &FormArgs, catalogue: &Catalogue, trades: &Trades) -> anyhow::Result<Exit> {
    let questions: Vec<&Question> = catalogue.questions.iter().filter(|it| it.withdrawn.is_none()).collect();
    let page =
        Page { catalogue, questions: &questions, by: None, firm: None, request: None, whole: Some(trades) };
    if let Some(html) = &args.html {
        disk::write(html, form::html(&page).as_bytes())?;
        output::complain(&words::whole_written(&html.display().to_string()));
    }
    Ok(Exit::Done)
}

/// What this firm asks of others.
fn of_firm(args: &FormArgs, file: &Path, common: &CommonArgs, catalogue: &Catalogue) -> anyhow::Result<Exit> {
    let today = clock::day(common.date.as_deref())?;
    disk::keep_apart(
        &[Input::File(file)],
        &[("--html", args.html.as_deref()), ("--csv", args.csv.as_deref())],
    )?;
    let roles = catalogue.roles.iter().map(|it| (it.id.as_str(), it.title.as_str()));
    let topics = catalogue.topics.iter().map(|it| (it.id.as_str(), it.title.as_str()));
    let role = args.role.as_deref().map(|it| named("--role", it, roles)).transpose()?.map(RoleId::new);
    let topic = args.topic.as_deref().map(|it| named("--topic", it, topics)).transpose()?.map(TopicId::new);
    let (parsed, _) = answers::load_draft(file, catalogue)?;
    let name = parsed.draft.company.name.clone().filter(|_| args.with_name);
    let only_prices = args.quotes && role.is_none() && topic.is_none() && !args.all;
    let report = if args.quotes {
        let given = answers::load(file, catalogue, today)?;
        Some(build(catalogue, &given, &Options::on(today)).map_err(|it| Fault::refused(&it))?)
    } else {
        None
    };
    let request = report.as_ref().map(|it| request(catalogue, it));
    let route = match (&role, topic) {
        (Some(role), _) => Route::Role(role.clone()),
        (None, Some(topic)) => Route::Topic(topic),
        (None, None) => Route::Full,
    };
    // Whoever fills it in begins with nothing: what the firm has answered is not theirs to see.
    let draft = Draft { company: parsed.draft.company, ..Draft::default() };
    let questions = if only_prices {
        Vec::new()
    } else {
        Interview::new(catalogue, draft, route, None, today).may_be_asked()
    };
    let prices = request.as_ref().map_or(0, |it| it.points.len());
    if questions.is_empty() && prices == 0 {
        let nothing = if only_prices { words::NO_PRICES } else { words::NO_QUESTIONS };
        return Err(Fault::usage(nothing.to_owned()));
    }
    let page = Page {
        catalogue,
        questions: &questions,
        by: role.as_ref(),
        firm: name.as_deref(),
        request: request.as_ref().filter(|_| prices > 0),
        whole: None,
    };
    let file = file.display().to_string();
    if let Some(html) = &args.html {
        disk::write(html, form::html(&page).as_bytes())?;
        output::complain(&words::written(&html.display().to_string(), questions.len(), prices, &file));
    }
    if let Some(csv) = &args.csv {
        disk::write(csv, form::csv(catalogue, &questions).as_bytes())?;
        let shown = csv.display().to_string();
        output::complain(&german::import::table_written(&shown, questions.len(), &file));
    }
    Ok(Exit::Done)
}
