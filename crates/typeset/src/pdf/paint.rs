//! Marks into page operators.

use printpdf::{
    Color, DictItem, FontId, Line, LineCapStyle, LineDashPattern, LineJoinStyle, LinePoint, Op, PaintMode,
    PdfFontHandle, Point as PdfPoint, Polygon, PolygonRing, Pt, Rect as PdfRect, Rgb as PdfRgb, TextItem,
    WindingOrder,
};

use super::images::LOGO;
use super::sequences::{Sequence, sequences};
use crate::drawing::{Ink, Join, Mark, Palette, Point, Rect, Stroke, TextMark};
use crate::layout::{Page, Tag};
use crate::typeface::{Face, Typeface};

/// Handle length of a circle's Bézier quarter, as a share of the radius.
const CIRCLE: f64 = 0.552_284_75;

/// A page in operators.
pub(super) fn paint(page: &Page, height: f64, palette: &Palette, typeface: &Typeface) -> Vec<Op> {
    let sequences = sequences(page);
    let mut brush = Brush {
        height,
        palette,
        typeface,
        ops: Vec::new(),
        fill: None,
        pen: None,
        font: None,
        written: None,
    };
    for sequence in &sequences {
        brush.sequence(sequence);
    }
    brush.ops
}

/// Two decimals of a point (a 7,000th of an inch) are finer than any printer.
#[expect(clippy::cast_possible_truncation, reason = "a coordinate on a page, rounded to hundredths")]
pub(super) fn single(value: f64) -> f32 {
    ((value * 100.0).round() / 100.0) as f32
}

#[expect(clippy::cast_possible_truncation, reason = "a coordinate on a page")]
fn hundredths(value: f64) -> i64 {
    (value * 100.0).round() as i64
}

/// Colour shares with three decimals tell 256 steps apart.
fn share(channel: u8) -> f32 {
    (f32::from(channel) / 255.0 * 1_000.0).round() / 1_000.0
}

/// Name of a face in the pages' resources.
pub(super) fn font_id(face: Face) -> FontId {
    FontId(
        match face {
            Face::Regular => "R",
            Face::Italic => "I",
            Face::Semibold => "S",
            Face::Bold => "B",
        }
        .to_owned(),
    )
}

/// The state of a page's graphics, so that nothing is set twice.
struct Brush<'a> {
    height: f64,
    palette: &'a Palette,
    typeface: &'a Typeface,
    ops: Vec<Op>,
    fill: Option<Ink>,
    pen: Option<Stroke>,
    font: Option<(Face, f64)>,
    /// Where the last text of the open text section starts, in hundredths of a point.
    written: Option<(i64, i64)>,
}

impl Brush<'_> {
    fn sequence(&mut self, sequence: &Sequence) {
        let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
        let (tag, entries) = match sequence.tag {
            Tag::Artifact => ("Artifact", vec![("Type", name("Layout"))]),
            Tag::Foot => ("Artifact", vec![("Type", name("Pagination")), ("Subtype", name("Footer"))]),
            Tag::Node(_) => ("Span", vec![("MCID", DictItem::Int(sequence.number))]),
        };
        let map = entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: tag.to_owned(),
            properties: DictItem::Dict { map },
        });
        for mark in sequence.marks() {
            self.mark(mark);
        }
        self.end_text();
        self.ops.push(Op::EndMarkedContent);
    }

    fn mark(&mut self, mark: &Mark) {
        if !matches!(mark, Mark::Text(_)) {
            self.end_text();
        }
        match mark {
            Mark::Text(text) => self.text(text),
            Mark::Line { points, stroke } => self.line(points, stroke),
            Mark::Area { points, ink } => {
                self.fill(*ink);
                let corners = points.iter().map(|point| (self.place(*point), false)).collect();
                self.polygon(corners, PaintMode::Fill);
            }
            Mark::Box { rect, ink } => {
                self.fill(*ink);
                self.rectangle(rect);
            }
            Mark::Dot { at, radius, ink, hollow } => {
                self.fill(if *hollow { Ink::Paper } else { *ink });
                self.stroke(&Stroke::solid(
                    if *hollow { *ink } else { Ink::Paper },
                    if *hollow { 1.8 } else { 1.0 },
                ));
                self.polygon(circle(self.place(*at), *radius), PaintMode::FillStroke);
            }
            Mark::Logo { rect } => self.logo(rect),
        }
    }

    fn place(&self, point: Point) -> (f64, f64) {
        (point.x, self.height - point.y)
    }

    fn color(&self, ink: Ink) -> Color {
        let rgb = self.palette.rgb(ink);
        Color::Rgb(PdfRgb { r: share(rgb.red), g: share(rgb.green), b: share(rgb.blue), icc_profile: None })
    }

    fn fill(&mut self, ink: Ink) {
        if self.fill != Some(ink) {
            self.ops.push(Op::SetFillColor { col: self.color(ink) });
            self.fill = Some(ink);
        }
    }

    fn stroke(&mut self, stroke: &Stroke) {
        let last = self.pen.replace(stroke.clone());
        if last.as_ref().map(|it| it.ink) != Some(stroke.ink) {
            self.ops.push(Op::SetOutlineColor { col: self.color(stroke.ink) });
        }
        if last.as_ref().map(|it| it.width) != Some(stroke.width) {
            self.ops.push(Op::SetOutlineThickness { pt: Pt(single(stroke.width)) });
        }
        if last.as_ref().and_then(|it| it.dash) != stroke.dash {
            let lengths = stroke.dash.map_or(Vec::new(), |(dash, gap)| vec![single(dash), single(gap)]);
            self.ops.push(Op::SetLineDashPattern { dash: LineDashPattern::new(0.0, &lengths) });
        }
        if last.as_ref().map_or(Join::Sharp, |it| it.join) != stroke.join {
            let (cap, join) = match stroke.join {
                Join::Sharp => (LineCapStyle::Butt, LineJoinStyle::Miter),
                Join::Round => (LineCapStyle::Round, LineJoinStyle::Round),
            };
            self.ops.push(Op::SetLineCapStyle { cap });
            self.ops.push(Op::SetLineJoinStyle { join });
        }
    }

    fn line(&mut self, points: &[Point], stroke: &Stroke) {
        self.stroke(stroke);
        let points = points.iter().map(|point| corner(self.place(*point), false)).collect();
        self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
    }

    fn rectangle(&mut self, rect: &Rect) {
        let (x, y) = self.place(Point::new(rect.x, rect.bottom()));
        self.ops.push(Op::DrawRectangle {
            rectangle: PdfRect {
                x: Pt(single(x)),
                y: Pt(single(y)),
                width: Pt(single(rect.width)),
                height: Pt(single(rect.height)),
                mode: Some(PaintMode::Fill),
                winding_order: Some(WindingOrder::NonZero),
            },
        });
    }

    fn polygon(&mut self, corners: Vec<((f64, f64), bool)>, mode: PaintMode) {
        let points = corners.into_iter().map(|(at, bezier)| corner(at, bezier)).collect();
        let rings = vec![PolygonRing { points }];
        self.ops
            .push(Op::DrawPolygon { polygon: Polygon { rings, mode, winding_order: WindingOrder::NonZero } });
    }

    fn logo(&mut self, rect: &Rect) {
        let (x, y) = self.place(Point::new(rect.x, rect.bottom()));
        let matrix = [single(rect.width), 0.0, 0.0, single(rect.height), single(x), single(y)];
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix { matrix: printpdf::CurTransMat::Raw(matrix) });
        self.ops.push(Op::UseXobject {
            id: printpdf::XObjectId(LOGO.to_owned()),
            transform: printpdf::XObjectTransform { no_auto_scale: true, ..Default::default() },
        });
        self.ops.push(Op::RestoreGraphicsState);
    }

    fn text(&mut self, text: &TextMark) {
        if text.text.is_empty() {
            return;
        }
        self.fill(text.ink);
        let (x, y) = self.place(text.at);
        let at = (hundredths(x), hundredths(y));
        // Within a section a place is told from where the last text starts.
        let from = self.written.replace(at).unwrap_or_else(|| {
            self.ops.push(Op::StartTextSection);
            (0, 0)
        });
        if self.font != Some((text.face, text.size)) {
            self.font = Some((text.face, text.size));
            let font = PdfFontHandle::External(font_id(text.face));
            self.ops.push(Op::SetFont { font, size: Pt(single(text.size)) });
        }
        let step = ((at.0 - from.0) as f64 / 100.0, (at.1 - from.1) as f64 / 100.0);
        self.ops.push(Op::SetTextCursor { pos: pdf_point(step) });
        self.ops.push(self.shown(text));
    }

    fn end_text(&mut self) {
        if self.written.take().is_some() {
            self.ops.push(Op::EndTextSection);
        }
    }

    /// Stretches of characters with the corrections of kerning and tracking between them, in thousandths of the size;
    /// a positive number moves to the left (ISO 32000-1, 9.4.3).
    fn shown(&self, text: &TextMark) -> Op {
        let tracking = text.tracking * 1_000.0 / text.size;
        let mut items = Vec::new();
        let mut stretch = String::new();
        for glyph in self.typeface.glyphs(text.face, &text.text) {
            stretch.push(glyph.character);
            let correction = f64::from(glyph.kern) + tracking;
            if correction != 0.0 {
                items.push(TextItem::Text(std::mem::take(&mut stretch)));
                items.push(TextItem::Offset(single(-correction)));
            }
        }
        if !stretch.is_empty() {
            items.push(TextItem::Text(stretch));
        }
        Op::ShowText { items }
    }
}

fn pdf_point((x, y): (f64, f64)) -> PdfPoint {
    PdfPoint { x: Pt(single(x)), y: Pt(single(y)) }
}

fn corner(at: (f64, f64), bezier: bool) -> LinePoint {
    LinePoint { p: pdf_point(at), bezier }
}

/// Four Bézier quarters around a point, with handles marked.
fn circle((x, y): (f64, f64), radius: f64) -> Vec<((f64, f64), bool)> {
    let handle = CIRCLE * radius;
    let quarter = |from: (f64, f64), to: (f64, f64)| {
        let first = (x + from.0 * radius + to.0 * handle, y + from.1 * radius + to.1 * handle);
        let second = (x + to.0 * radius + from.0 * handle, y + to.1 * radius + from.1 * handle);
        [(first, true), (second, true), ((x + to.0 * radius, y + to.1 * radius), false)]
    };
    let axes = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0), (1.0, 0.0)];
    let mut corners = vec![((x + radius, y), false)];
    corners.extend(axes.windows(2).flat_map(|pair| quarter(pair[0], pair[1])));
    corners
}
