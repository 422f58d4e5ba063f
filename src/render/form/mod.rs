//! Questions as one offline HTML file that gives an answers file back.

mod company;
mod data;
mod prices;
mod table;

pub use table::csv;

use std::fmt::Write;

use super::handouts::provider_request::Request;
use crate::german::form as words;
use crate::model::{Catalogue, Question, Role, RoleId, Topic, Trades};
use typeset::html::{escaped, sealed};

/// Everything the page runs, one part after the other.
const SCRIPT: &str = concat!(
    "\"use strict\";\n",
    include_str!("standing.js"),
    include_str!("toml.js"),
    include_str!("trade.js"),
    include_str!("company.js"),
    include_str!("form.js")
);

/// What a page asks, and whom.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The content.
    pub catalogue: &'a Catalogue,
    /// Every question a condition names is among them.
    pub questions: &'a [&'a Question],
    /// Whose questions they are; nobody where whoever answers says so on the page.
    pub by: Option<&'a RoleId>,
    /// Name of the firm, where it is wanted on the page.
    pub firm: Option<&'a str>,
    /// What prices are asked for.
    pub request: Option<&'a Request<'a>>,
    /// The dictionary of trades, where the page asks the whole check: about the firm itself, too.
    pub whole: Option<&'a Trades>,
}

/// The page.
pub fn html(page: &Page<'_>) -> String {
    let catalogue = page.catalogue;
    let role = page.by.and_then(|it| catalogue.role(it));
    let mut body = format!("<main id=\"main\">\n<h1>{}</h1>\n", escaped(words::KICKER));
    put(&mut body, &format!("<h2 class=\"title\">{}</h2>", escaped(&title(page, role))));
    for line in opening(page) {
        put(&mut body, &format!("<p>{}</p>", escaped(&line)));
    }
    put(&mut body, &format!("<noscript><p>{}</p></noscript>", words::WITHOUT_SCRIPT));
    if page.by.is_none() && !page.questions.is_empty() {
        who(&mut body, &catalogue.roles);
    }
    put(
        &mut body,
        &format!(
            "<section id=\"apart\" hidden aria-labelledby=\"apart-title\"><h3 id=\"apart-title\">{}</h3><ul id=\"apart-list\"></ul></section>",
            words::APART
        ),
    );
    if let Some(trades) = page.whole {
        company::section(&mut body, catalogue, trades);
    }
    for topic in &catalogue.topics {
        let own: Vec<&&Question> = page.questions.iter().filter(|it| it.topic == topic.id).collect();
        if !own.is_empty() {
            section(&mut body, topic, &own, page.by.is_none());
        }
    }
    if let Some(request) = page.request {
        prices::section(&mut body, request);
    }
    tools(&mut body);
    body.push_str("</main>\n");
    let data = data::json(page);
    put(&mut body, &format!("<script type=\"application/json\" id=\"data\">{data}</script>"));
    sealed("de", words::PAGE, include_str!("form.css"), &body, SCRIPT)
}

fn title(page: &Page<'_>, role: Option<&Role>) -> String {
    match page.request {
        _ if page.whole.is_some() => words::WHOLE_TITLE.into(),
        Some(request) => words::request_title(page.firm, &request.mark),
        None => words::title(role, page.firm),
    }
}

fn opening(page: &Page<'_>) -> Vec<String> {
    let mut lines = match page.request {
        _ if page.whole.is_some() => vec![words::WHOLE_OPENING.to_owned()],
        Some(request) => {
            vec![words::request_opening(request.points.len(), page.questions.len(), request.until)]
        }
        None => vec![words::opening(page.questions.len())],
    };
    lines.push(words::OFFLINE.into());
    lines
}

fn put(body: &mut String, line: &str) {
    body.push_str(line);
    body.push('\n');
}

/// Who answers, where the page does not know.
fn who(body: &mut String, roles: &[Role]) {
    let role = |it: &Role| format!("<option value=\"{}\">{}</option>", it.id, escaped(&it.title));
    let roles: String = roles.iter().map(role).collect();
    let line = format!(
        "<p class=\"who\"><label for=\"by\">{}</label> <select id=\"by\"><option value=\"\">{}</option>{roles}</select></p>",
        words::WHO,
        words::FIRM
    );
    put(body, &line);
}

fn section(body: &mut String, topic: &Topic, questions: &[&&Question], with_evidence: bool) {
    let id = topic.id.as_str();
    put(body, &format!("<section data-topic=\"{id}\" aria-labelledby=\"{id}-title\">"));
    put(body, &format!("<h3 id=\"{id}-title\">{}</h3>", escaped(&topic.title)));
    for question in questions {
        fieldset(body, question, with_evidence);
    }
    put(body, "</section>");
}

fn fieldset(body: &mut String, question: &Question, with_evidence: bool) {
    let id = question.id.as_str();
    let legend = escaped(&question.text);
    put(body, &format!("<fieldset id=\"q-{id}\" data-question=\"{id}\"><legend>{legend}</legend>"));
    put(body, "<p class=\"voices\" hidden></p>");
    let options = question.options.iter().map(|it| (it.id.as_str(), it.text.as_str()));
    for (value, text) in options.chain([("?", words::UNKNOWN), ("-", words::NOT_APPLICABLE)]) {
        let radio = format!("<input type=\"radio\" name=\"{id}\" value=\"{value}\">");
        put(body, &format!("<label class=\"option\">{radio}<span>{}</span></label>", escaped(text)));
    }
    let _ = write!(
        body,
        "<details><summary>{}</summary><p>{}</p><p>{}</p>",
        words::MORE,
        escaped(&question.why),
        escaped(&question.help)
    );
    if with_evidence {
        let options =
            words::EVIDENCE.map(|(id, text)| format!("<option value=\"{id}\">{text}</option>")).concat();
        let _ = write!(body, "<p><label>{} <select>{options}</select></label></p>", words::PROOF);
    }
    let _ = writeln!(
        body,
        "<label>{}<textarea rows=\"2\" maxlength=\"2000\"></textarea></label></details>\n</fieldset>",
        words::NOTE
    );
}

fn tools(body: &mut String) {
    let _ = writeln!(
        body,
        "<section class=\"tools\" id=\"tools\" hidden aria-labelledby=\"tools-title\"><h3 id=\"tools-title\">{}</h3><p><progress id=\"progress\" aria-labelledby=\"count\"></progress> <span id=\"count\" role=\"status\"></span></p><p><button type=\"button\" id=\"save\">{}</button></p><p id=\"saved\" role=\"status\"></p><p><label>{} <input type=\"file\" id=\"file\" accept=\".toml\"></label></p><p><label class=\"option\"><input type=\"checkbox\" id=\"keep\"><span>{}</span></label></p></section>",
        words::SAVE_TITLE,
        words::SAVE,
        words::RESUME,
        words::KEEP
    );
}
