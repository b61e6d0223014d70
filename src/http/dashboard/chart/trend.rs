use super::Scale;

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 190.0;
const LEFT: f64 = 48.0;
const RIGHT: f64 = 10.0;
const TOP: f64 = 10.0;
const BOTTOM: f64 = 26.0;
/// Most dates below the picture.
const DATES: usize = 7;

/// One step of a trend.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// When, as the axis names it.
    pub label: String,
    /// The score; `None` leaves a gap.
    pub value: Option<f64>,
    /// Its interval.
    pub low: Option<f64>,
    /// Likewise.
    pub high: Option<f64>,
    /// What a pointer over it is told.
    pub title: String,
}

/// A line with the band of its intervals. `mark` writes a value of the axis.
pub fn trend(points: &[Point], scale: Scale, mark: impl Fn(f64) -> String) -> String {
    let y = |value: f64| TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - scale.place(value));
    let mut inner = String::new();
    for tick in scale.ticks() {
        let at = y(tick);
        inner.push_str(&format!(r#"<line class="grid" x1="{LEFT}" x2="{:.1}" y1="{at:.1}" y2="{at:.1}"/>"#, WIDTH - RIGHT));
        inner.push_str(&format!(r#"<text class="axis" x="{:.1}" y="{:.1}" text-anchor="end">{}</text>"#, LEFT - 6.0, at + 4.0, mark(tick)));
    }
    let every = points.len().div_ceil(DATES).max(1);
    for (at, point) in points.iter().enumerate().filter(|(at, _)| at % every == 0) {
        let label = &point.label;
        inner.push_str(&format!(
            r#"<text class="axis" x="{:.1}" y="{:.1}" text-anchor="middle">{label}</text>"#,
            x(at, points.len()),
            HEIGHT - 8.0
        ));
    }
    for run in runs(points) {
        inner.push_str(&drawn(points, run, y));
    }
    format!(r#"<svg class="trend" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-hidden="true">{inner}</svg>"#)
}

/// Band, line and dots of one run of steps without a gap.
fn drawn(points: &[Point], run: std::ops::Range<usize>, y: impl Fn(f64) -> f64) -> String {
    let steps = || run.clone().filter_map(|at| Some((x(at, points.len()), points.get(at)?)));
    let line: Vec<String> = steps().filter_map(|(x, point)| Some(format!("{x:.1},{:.1}", y(point.value?)))).collect();
    let upper = steps().filter_map(|(x, point)| Some(format!("{x:.1},{:.1}", y(point.high?))));
    let lower: Vec<String> = steps().filter_map(|(x, point)| Some(format!("{x:.1},{:.1}", y(point.low?)))).collect();
    let band: Vec<String> = upper.chain(lower.into_iter().rev()).collect();
    // A step between two gaps has no band: its interval is a line.
    let alone = steps().filter(|_| run.len() == 1).filter_map(|(x, point)| {
        Some(format!(r#"<line class="reach" x1="{x:.1}" x2="{x:.1}" y1="{:.1}" y2="{:.1}"/>"#, y(point.low?), y(point.high?)))
    });
    let dots = steps().filter_map(|(x, point)| {
        Some(format!(r#"<circle class="dot" cx="{x:.1}" cy="{:.1}" r="3.5"><title>{}</title></circle>"#, y(point.value?), point.title))
    });
    format!(
        r#"<polygon class="band" points="{}"/><polyline class="line" points="{}"/>{}{}"#,
        band.join(" "),
        line.join(" "),
        alone.collect::<String>(),
        dots.collect::<String>()
    )
}

fn x(at: usize, of: usize) -> f64 {
    let width = WIDTH - LEFT - RIGHT - 12.0;
    if of <= 1 { LEFT + width / 2.0 } else { LEFT + 6.0 + width * at as f64 / (of - 1) as f64 }
}

/// The stretches that have values.
fn runs(points: &[Point]) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for at in points.iter().enumerate().filter(|(_, point)| point.value.is_some()).map(|(at, _)| at) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// A small line without an axis.
pub fn spark(values: &[Option<f64>], bounds: (f64, f64)) -> String {
    let scale = Scale::around(values.iter().flatten().copied(), bounds);
    let last = values.len().saturating_sub(1).max(1) as f64;
    let points: Vec<String> = values
        .iter()
        .enumerate()
        .filter_map(|(at, value)| Some(format!("{:.1},{:.1}", 2.0 + 116.0 * at as f64 / last, 26.0 - 24.0 * scale.place((*value)?))))
        .collect();
    format!(r#"<svg class="spark" viewBox="0 0 120 28" aria-hidden="true"><polyline class="line" points="{}"/></svg>"#, points.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(value: Option<f64>) -> Point {
        Point { label: "1.".to_owned(), value, low: value.map(|v| v - 1.0), high: value.map(|v| v + 1.0), title: "t".to_owned() }
    }

    #[test]
    fn a_gap_in_the_answers_is_a_gap_in_the_line() {
        let points = [Some(1.0), Some(2.0), None, Some(3.0)].map(point);
        assert_eq!(runs(&points), [0..2, 3..4]);
        let svg = trend(&points, Scale::around([1.0, 3.0].into_iter(), (0.0, 5.0)), |value| format!("{value}"));
        assert_eq!((svg.matches("<polyline").count(), svg.matches("<circle").count()), (2, 3));
        assert_eq!(svg.matches("class=\"reach\"").count(), 1, "the one that is alone shows its interval too");
    }

    #[test]
    fn nothing_at_all_is_still_a_picture() {
        let scale = Scale::around(std::iter::empty(), (0.0, 100.0));
        assert!(trend(&[], scale, |value| format!("{value}")).ends_with("</svg>"));
        assert!(spark(&[], (0.0, 1.0)).contains("points=\"\""));
    }
}
