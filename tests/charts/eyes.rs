//! Charts seen by eyes that tell fewer colours apart: neighbours differ by lightness, or by a line, a pattern or a name.

use lodestone::chart::spec::{Body, Line, Spec, Tone};
use lodestone::chart::theme::Theme;
use plotters::style::RGBColor;

use crate::all::every;

/// How three kinds of eyes see linear red, green and blue (Machado, Oliveira and Fernandes 2009, severity 1).
const EYES: [(&str, [[f64; 3]; 3]); 3] = [
    (
        "protanopia",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "deuteranopia",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    ),
    (
        "tritanopia",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ),
];
/// The least distance of two colours in CIELAB at which they are told apart at a glance.
const APART: f64 = 11.0;

fn linear(v: u8) -> f64 {
    let v = f64::from(v) / 255.0;
    if v <= 0.04045 { v / 12.92 } else { libm::pow((v + 0.055) / 1.055, 2.4) }
}

fn seen(RGBColor(r, g, b): RGBColor, eye: &[[f64; 3]; 3]) -> [f64; 3] {
    let c = [r, g, b].map(linear);
    eye.map(|row| row.iter().zip(c).map(|(m, v)| m * v).sum::<f64>().clamp(0.0, 1.0))
}

fn lab([r, g, b]: [f64; 3]) -> [f64; 3] {
    let x = (0.412_456 * r + 0.357_576 * g + 0.180_437 * b) / 0.950_47;
    let y = 0.212_673 * r + 0.715_152 * g + 0.072_175 * b;
    let z = (0.019_334 * r + 0.119_192 * g + 0.950_304 * b) / 1.088_83;
    let f = |t: f64| if t > 0.008_856 { libm::cbrt(t) } else { 7.787 * t + 16.0 / 116.0 };
    [116.0 * f(y) - 16.0, 500.0 * (f(x) - f(y)), 200.0 * (f(y) - f(z))]
}

fn apart(a: RGBColor, b: RGBColor, eye: &[[f64; 3]; 3]) -> f64 {
    let (a, b) = (lab(seen(a, eye)), lab(seen(b, eye)));
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt()
}

/// Tones that touch each other in a chart.
fn neighbours(spec: &Spec) -> Vec<(Tone, Tone)> {
    let pairs = |tones: Vec<Tone>| tones.windows(2).map(|p| (p[0], p[1])).collect::<Vec<_>>();
    match &spec.body {
        Body::Build { bars, .. } => bars
            .iter()
            .flat_map(|b| pairs(b.parts.iter().filter(|p| p.value.central > 0.0).map(|p| p.tone).collect()))
            .collect(),
        Body::Stack(stack) => pairs(stack.layers.iter().map(|l| l.tone).collect()),
        // Two lines of a curve: the answer and what it is compared with.
        Body::Curve(_) => vec![(Tone::Accent, Tone::Neutral)],
        _ => Vec::new(),
    }
}

#[tokio::test]
async fn parts_that_touch_are_told_apart_by_every_eye_in_both_themes() {
    let mut faults = Vec::new();
    for (_, spec) in every().await {
        for dark in [false, true] {
            let theme = Theme::of_sheet(dark);
            for (a, b) in neighbours(&spec) {
                for (eye, matrix) in &EYES {
                    let d = apart(theme.tone(a), theme.tone(b), matrix);
                    if d < APART {
                        faults.push(format!("{} dark={dark} {eye}: {a:?} and {b:?} are {d:.1} apart", spec.title));
                    }
                }
            }
        }
    }
    faults.sort();
    faults.dedup();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn lines_of_a_chart_differ_by_dashes_or_by_the_shape_of_their_marks() {
    for (_, spec) in every().await {
        if let Body::Lines(l) = &spec.body {
            let looks: Vec<usize> = l.lines.iter().map(|line: &Line| line.look % 5).collect();
            let mut once = looks.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), looks.len(), "{}", spec.title);
        }
    }
}
