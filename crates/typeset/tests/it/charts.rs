//! Every chart: nothing leaves the box, no words cover words.

use crate::demo_charts;
use crate::demo_document::LANGUAGE;
use typeset::document::Chart;
use typeset::drawing::{Mark, Point, Rect};
use typeset::typeface::Typeface;

fn words(marks: &[Mark]) -> Vec<(&str, Rect)> {
    marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text(text) => {
                // Capital height and descender alone: lines of one label stand close.
                let at = text.at;
                let height = 0.66 * text.size;
                Some((text.text.as_str(), Rect::new(at.x, at.y - height, text.width, height)))
            }
            _ => None,
        })
        .collect()
}

fn check(chart: &Chart, width: f64) {
    let drawing = chart.draw(&Typeface::default(), &LANGUAGE, width);
    let whole = Rect::new(0.0, 0.0, drawing.width, drawing.height);
    for mark in &drawing.marks {
        assert!(whole.encloses(&mark.bounds(), 0.6), "{mark:?} leaves {whole:?} of {chart:?}");
    }
    let words = words(&drawing.marks);
    for (at, (first, rect)) in words.iter().enumerate() {
        for (second, other) in &words[at + 1..] {
            assert!(!rect.overlaps(other), "{first:?} and {second:?} overlap in {chart:?} at {width}");
        }
    }
}

#[test]
fn words_stay_inside_and_apart_at_every_width_the_report_uses() {
    for chart in demo_charts::all() {
        for width in [476.0, 400.0, 330.0] {
            check(&chart, width);
        }
    }
}

/// The pieces of the lines that words must keep clear of: curves and dashed lines, not the grid.
fn drawn_lines(marks: &[Mark]) -> Vec<(Point, Point)> {
    let drawn = marks.iter().filter_map(|mark| match mark {
        Mark::Line { points, stroke } if stroke.width > 0.9 => Some(points),
        _ => None,
    });
    drawn.flat_map(|points| points.windows(2).map(|it| (it[0], it[1]))).collect()
}

/// Whether a straight line passes through a box, looked at in small steps.
fn passes((from, to): (Point, Point), rect: &Rect) -> bool {
    (0..=60).map(|step| f64::from(step) / 60.0).any(|share| {
        let (x, y) = (from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
        rect.x < x && x < rect.right() && rect.y < y && y < rect.bottom()
    })
}

#[test]
fn no_word_stands_on_a_curve_or_a_line() {
    let reserves = [900.0, 4_000.0, 20_000.0, 60_000.0, 150_000.0, 400_000.0, 4_000_000.0];
    let charts = reserves.map(demo_charts::exceedance).into_iter().chain([demo_charts::frontier()]);
    for chart in charts {
        let drawing = chart.draw(&Typeface::default(), &LANGUAGE, 476.0);
        let lines = drawn_lines(&drawing.marks);
        for (text, rect) in words(&drawing.marks) {
            let crossed = lines.iter().find(|line| passes(**line, &rect));
            assert!(crossed.is_none(), "{text:?} is crossed by {crossed:?}");
        }
    }
}

#[test]
fn a_dot_lies_on_a_line_of_its_ink() {
    let reserves = [900.0, 20_000.0, 60_000.0, 400_000.0];
    let charts = reserves.map(demo_charts::exceedance).into_iter().chain([demo_charts::frontier()]);
    for chart in charts {
        let drawing = chart.draw(&Typeface::default(), &LANGUAGE, 476.0);
        for mark in &drawing.marks {
            let Mark::Dot { at, ink, .. } = mark else { continue };
            let near = |points: &Vec<Point>| {
                points.windows(2).any(|ends| {
                    (0..=200).map(|step| f64::from(step) / 200.0).any(|share| {
                        let x = ends[0].x + share * (ends[1].x - ends[0].x);
                        let y = ends[0].y + share * (ends[1].y - ends[0].y);
                        (x - at.x).abs() < 1.5 && (y - at.y).abs() < 1.5
                    })
                })
            };
            let on = drawing
                .marks
                .iter()
                .any(|it| matches!(it, Mark::Line { points, stroke } if stroke.ink == *ink && near(points)));
            assert!(on, "{mark:?} lies on no line of {chart:?}");
        }
    }
}

#[test]
fn no_data_is_no_crash() {
    use typeset::chart::{Bars, Exceedance, Frontier, Pairs, Ranges, Topics, Trend};
    let none = String::new;
    let empty = [
        Chart::Exceedance(Exceedance {
            today: vec![],
            plan: vec![],
            today_label: none(),
            plan_label: none(),
            one_in: none(),
            years_axis: none(),
            loss_axis: none(),
            reserve: None,
        }),
        Chart::Bars(Bars { bars: vec![], avoided_label: none(), cost_label: none(), result_label: none() }),
        Chart::Pairs(Pairs { pairs: vec![], today_label: none(), plan_label: none(), figure_label: none() }),
        Chart::Topics(Topics {
            topics: vec![],
            own_label: none(),
            typical_label: none(),
            range_label: none(),
        }),
        Chart::Frontier(Frontier {
            offers: vec![],
            taken: vec![],
            stop: None,
            remaining_label: none(),
            total_label: none(),
            stop_label: none(),
            cost_axis: none(),
        }),
        Chart::Trend(Trend { moments: vec![] }),
        Chart::Ranges(Ranges { rows: vec![] }),
    ];
    for chart in empty {
        let drawing = chart.draw(&Typeface::default(), &LANGUAGE, 476.0);
        for mark in &drawing.marks {
            let bounds = mark.bounds();
            assert!(bounds.x.is_finite() && bounds.y.is_finite(), "{mark:?}");
        }
    }
}

#[test]
fn the_curve_falls_without_kinks() {
    let drawing = demo_charts::exceedance(60_000.0).draw(&Typeface::default(), &LANGUAGE, 476.0);
    let curves: Vec<_> = drawing
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Line { points, .. } if points.len() > 20 => Some(points),
            _ => None,
        })
        .collect();
    assert_eq!(curves.len(), 2);
    for points in curves {
        let slopes: Vec<f64> =
            points.windows(2).map(|pair| (pair[1].y - pair[0].y) / (pair[1].x - pair[0].x)).collect();
        assert!(slopes.iter().all(|slope| *slope >= 0.0), "y grows downwards, so the curve never rises");
        let jumps = slopes.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(0.0, f64::max);
        assert!(jumps < 0.08, "a kink of {jumps}");
    }
}

#[test]
fn a_name_of_two_hundred_characters_stays_in_its_column() {
    let Chart::Bars(mut bars) = demo_charts::bars() else { panic!("bars") };
    bars.bars[0].name = "Donaudampfschifffahrt".repeat(10);
    bars.bars[1].name = "sehr lang ".repeat(20);
    bars.bars[1].result = "9".repeat(200);
    check(&Chart::Bars(bars), 476.0);
    let Chart::Topics(mut topics) = demo_charts::topics() else { panic!("topics") };
    topics.topics[0].name = "X".repeat(200);
    check(&Chart::Topics(topics), 476.0);
}
