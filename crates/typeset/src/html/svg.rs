//! Drawings as inline SVG.

use std::fmt::Write;

use super::markup::escaped;
use crate::drawing::{Drawing, Ink, Join, Mark, Palette, Point, Stroke, TextMark};
use crate::typeface::Face;

/// A drawing as an `svg` element that reading programs announce as one picture.
pub(super) fn svg(drawing: &Drawing, alternative: &str, palette: &Palette) -> String {
    let mut out = format!(
        "<svg role=\"img\" aria-label=\"{}\" viewBox=\"0 0 {} {}\" xmlns=\"http://www.w3.org/2000/svg\">",
        escaped(alternative),
        number(drawing.width),
        number(drawing.height)
    );
    for mark in &drawing.marks {
        out.push_str(&element(mark, palette));
    }
    out.push_str("</svg>\n");
    out
}

/// The variable of the style sheet that holds an ink, so that a dark page has its own; by itself, the ink.
fn paint(ink: Ink, palette: &Palette) -> String {
    format!("var(--{},{})", variable(ink), palette.rgb(ink))
}

/// Its name.
pub(super) fn variable(ink: Ink) -> &'static str {
    match ink {
        Ink::Text => "text",
        Ink::Soft => "soft",
        Ink::Rule => "rule",
        Ink::Ground => "ground",
        Ink::Accent => "accent",
        Ink::Loss => "loss",
        Ink::Plan => "plan",
        Ink::Cost => "cost",
        Ink::Danger => "danger",
        Ink::Paper => "paper",
    }
}

/// Two decimals, without trailing zeros.
fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

fn element(mark: &Mark, palette: &Palette) -> String {
    match mark {
        Mark::Text(text) => text_element(text, palette),
        Mark::Line { points, stroke } => {
            format!("<polyline points=\"{}\" fill=\"none\"{}/>", places(points), stroke_of(stroke, palette))
        }
        Mark::Area { points, ink } => {
            format!("<polygon points=\"{}\" style=\"fill:{}\"/>", places(points), paint(*ink, palette))
        }
        Mark::Box { rect, ink } => format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" style=\"fill:{}\"/>",
            number(rect.x),
            number(rect.y),
            number(rect.width),
            number(rect.height),
            paint(*ink, palette)
        ),
        Mark::Dot { at, radius, ink, hollow } => {
            let (paper, colour) = (paint(Ink::Paper, palette), paint(*ink, palette));
            let (fill, rim, width) = if *hollow { (paper, colour, "1.8") } else { (colour, paper, "1") };
            format!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" style=\"fill:{fill};stroke:{rim}\" stroke-width=\"{width}\"/>",
                number(at.x),
                number(at.y),
                number(*radius)
            )
        }
        Mark::Logo { .. } => String::new(),
    }
}

fn text_element(text: &TextMark, palette: &Palette) -> String {
    let mut out = format!(
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\" style=\"fill:{}\"",
        number(text.at.x),
        number(text.at.y),
        number(text.size),
        paint(text.ink, palette)
    );
    if text.face.weight() != 400 {
        let _ = write!(out, " font-weight=\"{}\"", text.face.weight());
    }
    if text.face == Face::Italic {
        out.push_str(" font-style=\"italic\"");
    }
    let _ = write!(out, ">{}</text>", escaped(&text.text));
    out
}

fn places(points: &[Point]) -> String {
    points
        .iter()
        .map(|point| format!("{},{}", number(point.x), number(point.y)))
        .collect::<Vec<_>>()
        .join(" ")
}

fn stroke_of(stroke: &Stroke, palette: &Palette) -> String {
    let mut out =
        format!(" style=\"stroke:{}\" stroke-width=\"{}\"", paint(stroke.ink, palette), number(stroke.width));
    if let Some((dash, gap)) = stroke.dash {
        let _ = write!(out, " stroke-dasharray=\"{} {}\"", number(dash), number(gap));
    }
    if stroke.join == Join::Round {
        out.push_str(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        for (value, text) in [(1.0, "1"), (1.256, "1.26"), (-0.001, "0"), (0.5, "0.5")] {
            assert_eq!(number(value), text);
        }
    }
}
