//! What prices are asked for: a row for every point of the request.

use std::fmt::Write;

use super::put;
use crate::german::form as words;
use crate::model::QuoteState;
use crate::render::handouts::provider_request::{Point, Request};
use typeset::html::escaped;

/// The points with their fields and the sum.
pub fn section(body: &mut String, request: &Request<'_>) {
    put(body, "<section id=\"prices\" aria-labelledby=\"prices-title\">");
    put(body, &format!("<h3 id=\"prices-title\">{}</h3>", escaped(&words::prices(request.points.len()))));
    put(body, &format!("<p class=\"note\">{}</p>", words::PRICES_NOTE));
    for (place, point) in request.points.iter().enumerate() {
        row(body, place + 1, point);
    }
    let _ = writeln!(
        body,
        "<p class=\"sum\"><strong>{}</strong> <span>{} <output id=\"sum-once\"></output></span> <span>{} <output id=\"sum-yearly\"></output></span></p>\n</section>",
        words::SUM,
        words::ONCE,
        words::YEARLY
    );
}

fn row(body: &mut String, number: usize, point: &Point<'_>) {
    let id = point.measure.id.as_str();
    let title = escaped(&point.measure.title);
    let _ = writeln!(
        body,
        "<fieldset class=\"price\" data-measure=\"{id}\" data-tier=\"{}\"><legend><span class=\"number\">{number}</span> {title}</legend>\n<p class=\"scope\">{}<br>{} {}</p>",
        point.level.as_str(),
        escaped(point.scope),
        words::PROVED_BY,
        escaped(&point.proof)
    );
    put(body, "<div class=\"states\">");
    for state in QuoteState::ALL {
        let radio = format!("<input type=\"radio\" name=\"quote-{id}\" value=\"{}\">", state.as_str());
        put(body, &format!("<label>{radio}<span>{}</span></label>", words::state(state)));
    }
    put(body, "</div>\n<div class=\"amounts\">");
    for (key, label) in [("one_off_eur", words::ONCE), ("yearly_eur", words::YEARLY)] {
        let name = format!("{key}-{id}");
        let _ = writeln!(
            body,
            "<p><label for=\"{name}\">{label} in \u{20ac}</label><input id=\"{name}\" data-price=\"{key}\" inputmode=\"decimal\" autocomplete=\"off\" maxlength=\"40\" aria-errormessage=\"{name}-fault\"><span class=\"fault\" id=\"{name}-fault\" hidden></span></p>"
        );
    }
    put(body, "</div>\n</fieldset>");
}
