//! Ladders, sheets, and places to write.

use super::blocks::Writer;
use super::markup::{escaped, id};
use crate::document::{Aside, Ladder, LadderRow, Rung, Sheet, Text};

/// Height of the tallest bar of a ladder, in the page's type sizes.
const BAR: f64 = 8.0;

impl Writer<'_> {
    pub(super) fn ladder(&mut self, ladder: &Ladder) {
        self.put("<div class=\"scroll\" tabindex=\"0\"><table class=\"ladder\">\n<thead><tr><td></td>");
        for rung in &ladder.rungs {
            self.put(&format!(
                "<th scope=\"col\"{}>{}<small>{}</small></th>",
                marked(rung),
                escaped(&rung.name),
                escaped(&rung.meaning)
            ));
        }
        self.put("</tr></thead>\n<tbody>\n");
        self.ladder_bars(ladder);
        let [upper, lower] = ladder.bar_rows();
        for row in [&upper, &lower].into_iter().chain(&ladder.rows) {
            self.ladder_row(ladder, row);
        }
        if ladder.rungs.iter().any(|it| it.choice.is_some()) {
            let words = |rung: &Rung| rung.choice.as_ref().map(|it| format!("\u{2610}\u{a0}{it}"));
            let cells = ladder.rungs.iter().map(|it| Text::plain(words(it).unwrap_or_default()));
            let label = Text::default().bold(&ladder.choice_label);
            self.ladder_row(ladder, &LadderRow::of(label, cells).ruled());
        }
        self.put("</tbody></table></div>\n");
    }

    /// The bars are a picture of the two rows below them, which say the same in figures.
    fn ladder_bars(&mut self, ladder: &Ladder) {
        let scale = BAR / ladder.tallest();
        let level = ladder.rungs.first().map_or(0.0, |it| it.lower.0 * scale);
        self.put("<tr class=\"bars\" aria-hidden=\"true\"><td></td>");
        for (number, rung) in ladder.rungs.iter().enumerate() {
            let upper = rung.upper.as_ref().map_or(0.0, |it| it.0) * scale;
            let lower = rung.lower.0 * scale;
            let class = if number == 0 { "is" } else { "left" };
            self.put(&format!(
                "<td{}><div class=\"stack\" style=\"height:{:.2}em\"><i class=\"level\" style=\"bottom:{level:.2}em\">\
                 </i><b class=\"cost\" style=\"height:{upper:.2}em\"></b><b class=\"{class}\" \
                 style=\"height:{lower:.2}em\"></b></div></td>",
                marked(rung),
                BAR + 0.5
            ));
        }
        self.put("</tr>\n");
    }

    fn ladder_row(&mut self, ladder: &Ladder, row: &LadderRow) {
        let class = match (row.large, row.ruled) {
            (true, true) => " class=\"large ruled\"",
            (true, false) => " class=\"large\"",
            (false, true) => " class=\"ruled\"",
            (false, false) => "",
        };
        self.put(&format!("<tr{class}><th scope=\"row\">"));
        self.text(&row.label);
        self.put("</th>");
        for (cell, rung) in row.cells.iter().zip(&ladder.rungs) {
            self.put(&format!("<td{}>", marked(rung)));
            self.text(cell);
            self.put("</td>");
        }
        self.put("</tr>\n");
    }

    pub(super) fn sheet(&mut self, sheet: &Sheet) {
        let place = sheet.anchor.as_ref().map(|it| format!(" id=\"{}\"", id(it))).unwrap_or_default();
        self.put(&format!("<article class=\"task\"{place}>\n<h3><span>{}</span> ", escaped(&sheet.number)));
        self.put(&format!(
            "{}</h3>\n<p class=\"byline\">{}</p>\n",
            escaped(&sheet.title),
            escaped(&sheet.byline)
        ));
        self.has_parts = true;
        self.put("<div class=\"columns\">\n");
        for blocks in [&sheet.left, &sheet.right] {
            self.put("<div>\n");
            self.blocks(blocks);
            self.put("</div>\n");
        }
        self.put("</div>\n<dl class=\"figures\">\n");
        for (label, figure) in &sheet.figures {
            self.put(&format!("<div><dt>{}</dt><dd>", escaped(label)));
            self.text(figure);
            self.put("</dd></div>\n");
        }
        self.put(&format!("</dl>\n<p class=\"done\">{}</p>\n</article>\n", escaped(&sheet.done)));
    }

    pub(super) fn blanks(&mut self, blanks: &[Text]) {
        for blank in blanks {
            self.put("<p class=\"blank\">");
            self.text(blank);
            self.put("</p>\n");
        }
    }

    pub(super) fn aside(&mut self, aside: &Aside) {
        match aside {
            Aside::Stamp(word) => self.put(&format!("<p class=\"stamp\">{}</p>\n", escaped(word))),
            Aside::Facts(facts) => {
                self.put("<dl class=\"facts\">\n");
                for (name, fact) in facts {
                    self.put(&format!("<div><dt>{}</dt><dd>{}</dd></div>\n", escaped(name), escaped(fact)));
                }
                self.put("</dl>\n");
            }
        }
    }
}

fn marked(rung: &Rung) -> &'static str {
    if rung.marked { " class=\"marked\"" } else { "" }
}
