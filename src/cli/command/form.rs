//! `waage form`: questions for others as one offline HTML file.

use super::check::named;
use crate::assessment::Draft;
use crate::assessment::interview::{Interview, Route};
use crate::cli::args::{CommonArgs, FormArgs};
use crate::cli::disk::{self, Input};
use crate::cli::fault::Fault;
use crate::cli::{Exit, answers, clock, content, output};
use crate::german::form as words;
use crate::model::{RoleId, TopicId};
use crate::render::form;

/// Runs the command.
pub fn run(args: &FormArgs, common: &CommonArgs) -> anyhow::Result<Exit> {
    let today = clock::day(common.date.as_deref())?;
    let catalogue = content::catalogue(common)?;
    disk::keep_apart(&[Input::File(&args.file)], &[("--html", Some(args.html.as_path()))])?;
    let roles = catalogue.roles.iter().map(|it| (it.id.as_str(), it.title.as_str()));
    let topics = catalogue.topics.iter().map(|it| (it.id.as_str(), it.title.as_str()));
    let role = args.role.as_deref().map(|it| named("--role", it, roles)).transpose()?.map(RoleId::new);
    let topic = args.topic.as_deref().map(|it| named("--topic", it, topics)).transpose()?.map(TopicId::new);
    let (parsed, _) = answers::load_draft(&args.file, &catalogue)?;
    let name = parsed.draft.company.name.clone().filter(|_| args.with_name);
    let route = match (&role, topic) {
        (Some(role), _) => Route::Role(role.clone()),
        (None, Some(topic)) => Route::Topic(topic),
        (None, None) => Route::Full,
    };
    // Whoever fills it in begins with nothing: what the firm has answered is not theirs to see.
    let draft = Draft { company: parsed.draft.company, ..Draft::default() };
    let interview = Interview::new(&catalogue, draft, route, None, today);
    let questions = interview.may_be_asked();
    if questions.is_empty() {
        return Err(Fault::usage(words::NO_QUESTIONS.to_owned()));
    }
    let page = form::html(&catalogue, &questions, role.as_ref(), name.as_deref());
    disk::write(&args.html, page.as_bytes())?;
    let (html, file) = (args.html.display().to_string(), args.file.display().to_string());
    output::complain(&words::written(&html, questions.len(), &file));
    Ok(Exit::Done)
}
