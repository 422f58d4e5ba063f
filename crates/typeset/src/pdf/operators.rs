//! A page's operators as the page's stream holds them (ISO 32000-1, annex A): those that [`super::paint`] uses.
//!
//! printpdf translates its operators too, but makes an object of each operand first and formats every number in general;
//! that was the largest single part of writing a page. A test holds the two to the same operators.

use printpdf::{Color, CurTransMat, DictItem, Line, LinePoint, Op, PaintMode, Polygon, Rect};

use super::syntax;

/// The operators, one a line.
pub(super) fn written(ops: &[Op]) -> Vec<u8> {
    let mut out = Vec::with_capacity(BYTES_PER_OPERATOR * ops.len());
    for op in ops {
        operator(&mut out, op);
    }
    out
}

/// Bytes that an operator takes on average at most.
const BYTES_PER_OPERATOR: usize = 32;

fn operator(out: &mut Vec<u8>, op: &Op) {
    match op {
        Op::BeginMarkedContentWithProperties { tag, properties } => {
            syntax::name(out, tag.as_bytes());
            item(out, properties);
            end(out, "BDC");
        }
        Op::EndMarkedContent => end(out, "EMC"),
        Op::StartTextSection => end(out, "BT"),
        Op::EndTextSection => end(out, "ET"),
        Op::SaveGraphicsState => end(out, "q"),
        Op::RestoreGraphicsState => end(out, "Q"),
        Op::SetFont { font, size } => {
            syntax::name(out, font.get_resource_name().as_bytes());
            out.push(b' ');
            with(out, &[size.0], "Tf");
        }
        Op::SetTextCursor { pos } => with(out, &[pos.x.0, pos.y.0], "Td"),
        Op::SetFillColor { col } => with(out, &channels(col), "rg"),
        Op::SetOutlineColor { col } => with(out, &channels(col), "RG"),
        Op::SetOutlineThickness { pt } => with(out, &[pt.0], "w"),
        Op::SetLineDashPattern { dash } => {
            out.push(b'[');
            for it in &dash.pattern {
                real(out, *it);
            }
            out.push(b']');
            with(out, &[dash.offset], "d");
        }
        Op::SetLineCapStyle { cap } => whole(out, cap.id(), "J"),
        Op::SetLineJoinStyle { join } => whole(out, join.id(), "j"),
        Op::SetTransformationMatrix { matrix } => with(out, &matrix.as_array(), "cm"),
        Op::UseXobject { id, .. } => {
            end(out, "q");
            with(out, &CurTransMat::Identity.as_array(), "cm");
            syntax::name(out, id.0.as_bytes());
            out.push(b' ');
            end(out, "Do");
            end(out, "Q");
        }
        Op::DrawLine { line } => stroked(out, line),
        Op::DrawRectangle { rectangle } => filled(out, rectangle),
        Op::DrawPolygon { polygon } => painted(out, polygon),
        Op::Unknown { key, value } => {
            for it in value {
                item(out, it);
            }
            end(out, key);
        }
        other => unreachable!("no page is painted with {other:?}"),
    }
}

fn end(out: &mut Vec<u8>, operator: &str) {
    out.extend_from_slice(operator.as_bytes());
    out.push(b'\n');
}

fn with(out: &mut Vec<u8>, operands: &[f32], operator: &str) {
    for it in operands {
        real(out, *it);
    }
    end(out, operator);
}

fn whole(out: &mut Vec<u8>, operand: i64, operator: &str) {
    digits(out, operand);
    out.push(b' ');
    end(out, operator);
}

fn channels(color: &Color) -> [f32; 3] {
    match color {
        Color::Rgb(it) => [it.r, it.g, it.b],
        other => unreachable!("no page is painted in {other:?}"),
    }
}

fn stroked(out: &mut Vec<u8>, line: &Line) {
    path(out, &line.points);
    end(out, "S");
}

fn filled(out: &mut Vec<u8>, rect: &Rect) {
    with(out, &[rect.x.0, rect.y.0, rect.width.0, rect.height.0], "re");
    end(out, "f");
}

fn painted(out: &mut Vec<u8>, polygon: &Polygon) {
    for ring in &polygon.rings {
        path(out, &ring.points);
        end(out, "h");
    }
    end(out, if polygon.mode == PaintMode::FillStroke { "b" } else { "f" });
}

/// Straight lines, and a curve wherever two handles stand before a point.
fn path(out: &mut Vec<u8>, points: &[LinePoint]) {
    let mut operator = "m";
    let mut rest = points.iter();
    while let Some(point) = rest.next() {
        at(out, point);
        if point.bezier {
            rest.by_ref().take(2).for_each(|it| at(out, it));
            operator = "c";
        }
        end(out, operator);
        operator = "l";
    }
}

fn at(out: &mut Vec<u8>, point: &LinePoint) {
    real(out, point.p.x.0);
    real(out, point.p.y.0);
}

fn item(out: &mut Vec<u8>, it: &DictItem) {
    match it {
        DictItem::Int(value) => {
            digits(out, *value);
            out.push(b' ');
        }
        DictItem::Real(value) => real(out, *value),
        DictItem::Name(value) => syntax::name(out, value),
        DictItem::String { data, .. } => syntax::literal(out, data),
        DictItem::Array(items) => {
            out.push(b'[');
            for it in items {
                item(out, it);
            }
            out.push(b']');
        }
        DictItem::Dict { map } => {
            out.extend_from_slice(b"<<");
            for (key, value) in map {
                syntax::name(out, key.as_bytes());
                if matches!(value, DictItem::Int(_) | DictItem::Real(_)) {
                    out.push(b' ');
                }
                item(out, value);
            }
            out.extend_from_slice(b">>");
        }
        other => unreachable!("no page is painted with {other:?}"),
    }
}

/// Appends a number and a space. Coordinates have two decimals, shares of a colour three.
#[expect(clippy::cast_possible_truncation, reason = "tested by turning it back")]
fn real(out: &mut Vec<u8>, value: f32) {
    let thousandths = (f64::from(value) * 1_000.0).round();
    if thousandths.abs() < MOST_THOUSANDTHS && ((thousandths / 1_000.0) as f32).to_bits() == value.to_bits() {
        let all = thousandths as i64;
        if all < 0 {
            out.push(b'-');
        }
        let (before, after) = (all.abs() / 1_000, all.abs() % 1_000);
        digits(out, before);
        if after > 0 {
            let point = out.len();
            digits(out, 1_000 + after);
            out[point] = b'.';
            while out.last() == Some(&b'0') {
                out.pop();
            }
        }
        out.push(b' ');
    } else {
        out.extend_from_slice(format!("{value} ").as_bytes());
    }
}

/// Seven digits are what the numbers of a page can hold.
const MOST_THOUSANDTHS: f64 = 1e7;

fn digits(out: &mut Vec<u8>, value: i64) {
    if value < 0 {
        out.push(b'-');
    }
    let mut rest = value.unsigned_abs();
    let mut reversed = [b'0'; 20];
    let mut count = 0;
    loop {
        reversed[count] = b'0' + u8::try_from(rest % 10).unwrap_or(0);
        rest /= 10;
        count += 1;
        if rest == 0 {
            break;
        }
    }
    out.extend(reversed[..count].iter().rev());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        let told = |value| {
            let mut out = Vec::new();
            real(&mut out, value);
            String::from_utf8(out).expect("digits")
        };
        for (value, text) in [
            (0.0, "0 "),
            (12.0, "12 "),
            (-0.5, "-0.5 "),
            (53.86, "53.86 "),
            (0.831, "0.831 "),
            (100.05, "100.05 "),
        ] {
            assert_eq!(told(value), text);
        }
        assert_eq!(told(0.000_12), "0.00012 ");
    }
}
