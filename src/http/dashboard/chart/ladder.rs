use super::Scale;

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 220.0;
const LEFT: f64 = 56.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 10.0;
const BOTTOM: f64 = 26.0;
/// Up to so many are drawn one by one; more are a line with its band.
const MOST: usize = 150;

/// On which side of the mean something surely is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// Better.
    Above,
    /// Perhaps neither.
    Within,
    /// Worse.
    Below,
}

impl Stand {
    /// For the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Self::Above => "better",
            Self::Within => "same",
            Self::Below => "worse",
        }
    }
}

/// A score with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rung {
    pub value: f64,
    pub low: f64,
    pub high: f64,
    pub stand: Stand,
}

/// Scores with their intervals in their order from left to right, with a line at the mean. `mark` writes a value of the axis.
pub fn ladder(rungs: &[Rung], (scale, mean): (Scale, Option<f64>), mark: impl Fn(f64) -> String) -> String {
    let y = |value: f64| TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - scale.place(value));
    let x = |at: usize| LEFT + 8.0 + (WIDTH - LEFT - RIGHT - 16.0) * at as f64 / (rungs.len().max(2) - 1) as f64;
    let mut inner = String::new();
    for tick in scale.ticks() {
        let at = y(tick);
        inner.push_str(&format!(r#"<line class="grid" x1="{LEFT}" x2="{:.1}" y1="{at:.1}" y2="{at:.1}"/>"#, WIDTH - RIGHT));
        inner.push_str(&format!(r#"<text class="axis" x="{:.1}" y="{:.1}" text-anchor="end">{}</text>"#, LEFT - 6.0, at + 4.0, mark(tick)));
    }
    for at in [0, rungs.len() / 2, rungs.len().saturating_sub(1)] {
        inner.push_str(&format!(r#"<text class="axis" x="{:.1}" y="{:.1}" text-anchor="middle">{}</text>"#, x(at), HEIGHT - 8.0, at + 1));
    }
    if rungs.len() > MOST {
        inner.push_str(&band(rungs, x, y));
    } else {
        rungs.iter().enumerate().for_each(|(at, rung)| inner.push_str(&one(rung, x(at), y)));
    }
    if let Some(mean) = mean {
        inner.push_str(&format!(r#"<line class="mean" x1="{LEFT}" x2="{:.1}" y1="{at:.1}" y2="{at:.1}"/>"#, WIDTH - RIGHT, at = y(mean)));
    }
    format!(r#"<svg class="trend" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-hidden="true">{inner}</svg>"#)
}

fn one(rung: &Rung, x: f64, y: impl Fn(f64) -> f64) -> String {
    let class = rung.stand.class();
    format!(
        r#"<g class="{class}"><line class="reach" x1="{x:.1}" x2="{x:.1}" y1="{:.1}" y2="{:.1}"/><circle class="dot" cx="{x:.1}" cy="{:.1}" r="3.5"/></g>"#,
        y(rung.low),
        y(rung.high),
        y(rung.value)
    )
}

fn band(rungs: &[Rung], x: impl Fn(usize) -> f64, y: impl Fn(f64) -> f64) -> String {
    let place = |pick: fn(&Rung) -> f64| rungs.iter().enumerate().map(|(at, rung)| format!("{:.1},{:.1}", x(at), y(pick(rung)))).collect();
    let (line, upper, mut lower): (Vec<String>, Vec<String>, Vec<String>) =
        (place(|rung| rung.value), place(|rung| rung.high), place(|rung| rung.low));
    lower.reverse();
    let points = line.join(" ");
    format!(r#"<polygon class="band" points="{} {}"/><polyline class="line" points="{points}"/>"#, upper.join(" "), lower.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(many: usize) -> String {
        let rung = |at: usize| Rung { value: at as f64, low: at as f64 - 1.0, high: at as f64 + 1.0, stand: Stand::Within };
        let rungs: Vec<Rung> = (0..many).map(rung).collect();
        ladder(&rungs, (Scale::around([0.0, 100.0].into_iter(), (0.0, 100.0)), Some(50.0)), |value| format!("{value}"))
    }

    #[test]
    fn few_are_drawn_one_by_one_and_a_thousand_as_a_band() {
        assert_eq!(drawn(3).matches("<circle").count(), 3);
        assert_eq!((drawn(1000).matches("<circle").count(), drawn(1000).matches("<polygon").count()), (0, 1));
        assert!(drawn(2).contains("class=\"mean\"") && !drawn(1).contains("NaN"));
    }
}
