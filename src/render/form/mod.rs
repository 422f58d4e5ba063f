//! Questions as one offline HTML file that gives an answers file back.

use std::fmt::Write;

use serde::Serialize;

use crate::german::form as words;
use crate::model::{Catalogue, OptionId, Question, QuestionId, RoleId, Topic};
use typeset::html::{escaped, sealed};

/// What the page works with; questions stand in the page itself.
#[derive(Serialize)]
struct Data<'a> {
    content: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
    questions: Vec<Asked<'a>>,
    words: Words,
}

#[derive(Serialize)]
struct Asked<'a> {
    id: &'a str,
    options: Vec<&'a str>,
    gates: Vec<Gate<'a>>,
}

#[derive(Serialize)]
struct Gate<'a> {
    question: &'a str,
    options: Vec<&'a str>,
}

#[derive(Serialize)]
struct Words {
    of: &'static str,
    answered: &'static str,
    saved: &'static str,
}

/// The page with these questions, for whoever answers; `firm` stands on it where that is wanted. Every question a
/// condition names is among them.
pub fn html(
    catalogue: &Catalogue,
    questions: &[&Question],
    by: Option<&RoleId>,
    firm: Option<&str>,
) -> String {
    let role = by.and_then(|it| catalogue.role(it));
    let mut body = format!("<main id=\"main\">\n<h1>{}</h1>\n", escaped(&words::title(role, firm)));
    for line in words::opening(questions.len()) {
        put(&mut body, &format!("<p>{}</p>", escaped(&line)));
    }
    put(&mut body, &format!("<noscript><p>{}</p></noscript>", words::WITHOUT_SCRIPT));
    for topic in &catalogue.topics {
        let own: Vec<&&Question> = questions.iter().filter(|it| it.topic == topic.id).collect();
        if !own.is_empty() {
            section(&mut body, topic, &own);
        }
    }
    tools(&mut body);
    body.push_str("</main>\n");
    put(
        &mut body,
        &format!("<script type=\"application/json\" id=\"data\">{}</script>", data(catalogue, questions, by)),
    );
    sealed("de", words::PAGE, include_str!("form.css"), &body, include_str!("form.js"))
}

fn put(body: &mut String, line: &str) {
    body.push_str(line);
    body.push('\n');
}

fn section(body: &mut String, topic: &Topic, questions: &[&&Question]) {
    let id = topic.id.as_str();
    put(body, &format!("<section data-topic=\"{id}\" aria-labelledby=\"{id}-title\">"));
    put(body, &format!("<h2 id=\"{id}-title\">{}</h2>", escaped(&topic.title)));
    for question in questions {
        fieldset(body, question);
    }
    put(body, "</section>");
}

fn fieldset(body: &mut String, question: &Question) {
    let id = question.id.as_str();
    put(body, &format!("<fieldset data-question=\"{id}\"><legend>{}</legend>", escaped(&question.text)));
    let options = question.options.iter().map(|it| (it.id.as_str(), it.text.as_str()));
    for (value, text) in options.chain([("?", words::UNKNOWN), ("-", words::NOT_APPLICABLE)]) {
        let radio = format!("<input type=\"radio\" name=\"{id}\" value=\"{value}\">");
        put(body, &format!("<label class=\"option\">{radio}<span>{}</span></label>", escaped(text)));
    }
    let _ = writeln!(
        body,
        "<details><summary>{}</summary><p>{}</p><p>{}</p><label>{}<textarea rows=\"2\" maxlength=\"2000\"></textarea></label></details>\n</fieldset>",
        words::MORE,
        escaped(&question.why),
        escaped(&question.help),
        words::NOTE
    );
}

fn tools(body: &mut String) {
    let _ = writeln!(
        body,
        "<div class=\"tools\" id=\"tools\" hidden><p id=\"count\" role=\"status\"></p><button type=\"button\" id=\"save\">{}</button><label>{} <input type=\"file\" id=\"file\" accept=\".toml\"></label><label><input type=\"checkbox\" id=\"keep\"> {}</label><p id=\"saved\" role=\"status\"></p></div>",
        words::SAVE,
        words::RESUME,
        words::KEEP
    );
}

fn data(catalogue: &Catalogue, questions: &[&Question], by: Option<&RoleId>) -> String {
    let is_here = |id: &QuestionId| questions.iter().any(|it| it.id == *id);
    let asked = questions.iter().map(|question| Asked {
        id: question.id.as_str(),
        options: question.options.iter().map(|it| it.id.as_str()).collect(),
        gates: question
            .when
            .answers
            .iter()
            .filter(|it| is_here(&it.question))
            .map(|it| Gate {
                question: it.question.as_str(),
                options: it.options.iter().map(OptionId::as_str).collect(),
            })
            .collect(),
    });
    let data = Data {
        content: &catalogue.version.version,
        by: by.map(RoleId::as_str),
        questions: asked.collect(),
        words: Words { of: words::OF, answered: words::ANSWERED, saved: words::SAVED },
    };
    // Nothing in it may end the element it stands in.
    serde_json::to_string(&data).expect("plain data").replace('<', "\\u003c")
}
