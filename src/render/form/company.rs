//! What the whole check asks about the firm itself.

use std::fmt::Write;

use super::put;
use crate::assessment::answers_file::limits::MOST_PROCESSES;
use crate::assessment::interview::ProfileItem;
use crate::german::conversation::{company as asked, trade as trade_words};
use crate::german::form as words;
use crate::model::{Catalogue, Segment, State, Trades};
use typeset::html::escaped;

/// How a fact is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A number of people.
    People,
    /// A number that is not zero.
    AtLeastOne,
    /// Euros.
    Amount,
    /// Words.
    Text,
    /// One of a list.
    Choice,
}

impl Entry {
    /// The name in the page's data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::AtLeastOne => "at-least-one",
            Self::Amount => "amount",
            Self::Text => "text",
            Self::Choice => "choice",
        }
    }
}

/// The key of a fact in the answers file and how it is entered; none where it is a list of its own.
pub fn entry(item: ProfileItem) -> Option<(&'static str, Entry)> {
    Some(match item {
        ProfileItem::Employees => ("employees", Entry::AtLeastOne),
        ProfileItem::Users => ("computer_users", Entry::People),
        ProfileItem::Turnover => ("turnover_eur", Entry::Amount),
        ProfileItem::BalanceSheet => ("balance_sheet_eur", Entry::Amount),
        ProfileItem::State => ("state", Entry::Choice),
        ProfileItem::StandstillDay => ("standstill_day_eur", Entry::Amount),
        ProfileItem::Name => ("name", Entry::Text),
        ProfileItem::Sites => ("sites", Entry::AtLeastOne),
        ProfileItem::Reserve => ("liquid_reserve_eur", Entry::Amount),
        ProfileItem::Tolerance => ("tolerable_ruin", Entry::Choice),
        ProfileItem::Segment
        | ProfileItem::Traits
        | ProfileItem::Digitalisation
        | ProfileItem::Incidents
        | ProfileItem::CrownJewels => return None,
    })
}

/// The section, in the order in which a conversation asks.
pub fn section(body: &mut String, catalogue: &Catalogue, trades: &Trades) {
    put(body, "<section id=\"company\" aria-labelledby=\"company-title\">");
    put(body, &format!("<h3 id=\"company-title\">{}</h3>", asked::HEADING));
    for item in ProfileItem::ALL {
        match item {
            ProfileItem::Segment => trade(body, catalogue, trades),
            ProfileItem::Traits => {
                put(body, &format!("<h4 id=\"traits\">{}</h4>", asked::question(item)));
                put(
                    body,
                    &format!(
                        "<p class=\"note\">{} <span id=\"seen\" role=\"status\"></span></p>",
                        words::TICKS
                    ),
                );
                for it in &catalogue.traits {
                    tick(body, "trait", it.id.as_str(), &it.text);
                }
            }
            ProfileItem::Digitalisation => {
                put(body, &format!("<h4 id=\"items\">{}</h4>", asked::question(item)));
                put(body, &format!("<p class=\"note\">{}</p>", asked::aside(item).unwrap_or_default()));
                for it in &catalogue.items {
                    tick(body, "item", it.id.as_str(), &it.text);
                }
            }
            ProfileItem::CrownJewels => processes(body),
            ProfileItem::Incidents => incidents(body, catalogue),
            _ => fact(body, item),
        }
    }
    put(body, &format!("</section>\n<p id=\"first\" class=\"note\">{}</p>", words::FIRST));
}

fn trade(body: &mut String, catalogue: &Catalogue, trades: &Trades) {
    let item = ProfileItem::Segment;
    let _ = writeln!(
        body,
        "<div class=\"fact\"><label for=\"trade\">{}</label><p class=\"note\" id=\"trade-help\">{}</p><input id=\"trade\" maxlength=\"80\" autocomplete=\"off\" aria-describedby=\"trade-help\">\n<fieldset id=\"hits-field\" hidden><legend>{}</legend><div id=\"hits\"></div></fieldset>\n<p id=\"echo\" role=\"status\"></p>",
        asked::question(item),
        asked::aside(item).unwrap_or_default(),
        words::HITS
    );
    let title = |id| catalogue.sub_trade(id).map_or("", |it| it.title.as_str());
    let mut list = format!("<option value=\"\">{}</option>", words::CHOOSE);
    for line in &trades.lines {
        let kinds = line
            .sub_trades
            .iter()
            .map(|it| format!("<option value=\"sub:{it}\">{}</option>", escaped(title(it))));
        let kinds: String = kinds.collect();
        let _ = write!(list, "<optgroup label=\"{}\">{kinds}</optgroup>", escaped(&line.text));
    }
    let segments = catalogue.segments.iter();
    let segment =
        |it: &Segment| format!("<option value=\"segment:{}\">{}</option>", it.id, escaped(&it.title));
    let segments: Vec<String> = segments.map(segment).collect();
    let segments = segments.concat();
    let _ = write!(list, "<optgroup label=\"{}\">{segments}</optgroup>", words::ONLY_SEGMENT);
    let _ = writeln!(
        body,
        "<p><label for=\"trade-list\">{}: {}</label><select id=\"trade-list\">{list}</select></p></div>",
        trade_words::NONE_FITS,
        trade_words::EVERYDAY
    );
}

fn fact(body: &mut String, item: ProfileItem) {
    let Some((key, entry)) = entry(item) else { return };
    let help = match item {
        ProfileItem::StandstillDay => Some(asked::USUAL_DAY_UNKNOWN),
        _ => asked::aside(item),
    };
    let id = format!("fact-{key}");
    let _ = writeln!(
        body,
        "<div class=\"fact\" id=\"about-{key}\"><label for=\"{id}\">{}</label><p class=\"note\" id=\"{id}-help\">{}</p>{}<span class=\"fault\" id=\"{id}-fault\" hidden></span></div>",
        asked::question(item),
        help.unwrap_or_default(),
        field(item, &id, entry)
    );
}

fn field(item: ProfileItem, id: &str, entry: Entry) -> String {
    let own = format!("id=\"{id}\" aria-describedby=\"{id}-help\"");
    let options = |all: &mut dyn Iterator<Item = (String, &'static str)>| {
        let all: Vec<String> =
            all.map(|(value, text)| format!("<option value=\"{value}\">{text}</option>")).collect();
        let all = all.concat();
        format!("<select {own}><option value=\"\">{}</option>{all}</select>", asked::NO_ANSWER)
    };
    match (item, entry) {
        (ProfileItem::State, _) => {
            let states = State::CODES.iter().filter_map(|it| State::new(it));
            options(&mut states.map(|it| (it.code().to_owned(), asked::state(&it))))
        }
        (ProfileItem::Tolerance, _) => {
            options(&mut asked::TOLERANCES.iter().map(|(text, value)| (value.to_string(), *text)))
        }
        (_, Entry::Text | Entry::Choice) => format!("<input {own} maxlength=\"80\" autocomplete=\"off\">"),
        (_, Entry::People | Entry::AtLeastOne | Entry::Amount) => {
            let mode = if entry == Entry::Amount { "text" } else { "numeric" };
            format!(
                "<input {own} inputmode=\"{mode}\" maxlength=\"40\" autocomplete=\"off\" aria-errormessage=\"{id}-fault\">"
            )
        }
    }
}

/// A statement with yes, no, and open as long as nobody has looked.
fn tick(body: &mut String, kind: &str, id: &str, text: &str) {
    let radio = |value: &str, label: &str| {
        let checked = if value.is_empty() { " checked" } else { "" };
        format!(
            "<label><input type=\"radio\" name=\"{kind}-{id}\" value=\"{value}\"{checked}><span>{label}</span></label>"
        )
    };
    let [yes, no, open] = words::TICK_STATES;
    let _ = writeln!(
        body,
        "<fieldset class=\"tick\" id=\"{kind}-{id}\"><legend>{}</legend><div class=\"states\">{}{}{}</div></fieldset>",
        escaped(text),
        radio("yes", yes),
        radio("no", no),
        radio("", open)
    );
}

/// How often a firm has lived through what; open as long as nothing stands there.
fn incidents(body: &mut String, catalogue: &Catalogue) {
    let item = ProfileItem::Incidents;
    let rule = &catalogue.calibration.experience.value;
    let _ = writeln!(
        body,
        "<h4>{}</h4><p class=\"note\">{} {}</p>",
        asked::incidents_question(rule.years),
        asked::aside(item).unwrap_or_default(),
        words::TIMES
    );
    for kind in &rule.kinds {
        let id = format!("incident-{}", kind.id);
        let _ = writeln!(
            body,
            "<p class=\"incident\"><label for=\"{id}\">{}</label><input id=\"{id}\" data-incident=\"{}\" inputmode=\"numeric\" maxlength=\"10\" autocomplete=\"off\" aria-errormessage=\"{id}-fault\"><span class=\"fault\" id=\"{id}-fault\" hidden></span></p>",
            escaped(&kind.text),
            kind.id
        );
    }
}

fn processes(body: &mut String) {
    let item = ProfileItem::CrownJewels;
    let _ = writeln!(
        body,
        "<h4>{}</h4><p class=\"note\">{}</p><datalist id=\"processes\"></datalist>",
        asked::question(item),
        asked::aside(item).unwrap_or_default()
    );
    for at in 0..MOST_PROCESSES {
        let field = |part: &str, label: &str, more: &str| {
            let id = format!("{part}-{at}");
            format!(
                "<p class=\"{part}-of-process\"><label for=\"{id}\">{label}</label><input id=\"{id}\" data-jewel=\"{part}\" autocomplete=\"off\" {more}><span class=\"fault\" id=\"{id}-fault\" hidden></span></p>"
            )
        };
        let number = |part: &str| format!("maxlength=\"40\" aria-errormessage=\"{part}-{at}-fault\"");
        let _ = writeln!(
            body,
            "<fieldset class=\"process\"><legend>{}</legend>{}{}{}</fieldset>",
            words::process(at + 1),
            field("process", words::PROCESS_NAME, "list=\"processes\" maxlength=\"80\""),
            field("hours", words::PROCESS_HOURS, &number("hours")),
            field("day", words::PROCESS_DAY, &number("day"))
        );
    }
}
