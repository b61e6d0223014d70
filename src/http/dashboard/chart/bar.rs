use super::Scale;

const WIDTH: f64 = 200.0;

/// A bar as long as its share of the longest.
pub fn share_bar(part: u64, longest: u64) -> String {
    let width = if longest == 0 { 0.0 } else { WIDTH * part as f64 / longest as f64 };
    format!(
        r#"<svg class="bar" viewBox="0 0 {WIDTH} 14" preserveAspectRatio="none" aria-hidden="true"><rect class="rail" width="{WIDTH}" height="14" rx="3"/><rect class="fill" width="{width:.1}" height="14" rx="3"/></svg>"#
    )
}

/// An interval as a line and its value as a dot, beside the mean of all.
pub fn interval_bar(scale: Scale, value: Option<f64>, ends: (Option<f64>, Option<f64>), mean: Option<f64>) -> String {
    let at = |value: f64| 6.0 + (WIDTH - 12.0) * scale.place(value);
    let mut inner = format!(r#"<line class="rail" x1="0" x2="{WIDTH}" y1="9" y2="9"/>"#);
    if let Some(mean) = mean {
        inner.push_str(&format!(r#"<line class="mean" x1="{at:.1}" x2="{at:.1}" y1="1" y2="17"/>"#, at = at(mean)));
    }
    if let (Some(low), Some(high)) = ends {
        inner.push_str(&format!(r#"<line class="range" x1="{:.1}" x2="{:.1}" y1="9" y2="9"/>"#, at(low), at(high)));
    }
    if let Some(value) = value {
        inner.push_str(&format!(r#"<circle class="dot" cx="{:.1}" cy="9" r="5"/>"#, at(value)));
    }
    format!(r#"<svg class="interval" viewBox="0 0 {WIDTH} 18" aria-hidden="true">{inner}</svg>"#)
}
