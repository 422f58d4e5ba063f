//! Degrees of options for firms of every size.
//!
//! What a variant reaches depends on the size of the firm: a checked router is more of the way for five people than
//! for two hundred. An option's degree is written on the yardstick of the smallest firms; for the others the stretches
//! between the variants are drawn out or pushed together, so that who reaches a variant reaches it at any size.

use crate::model::{BySize, Measure, Question, SizeClass, Tier};

/// Turns the degrees of all options into degrees by size.
pub(super) fn stretch(questions: &mut [Question], measures: &[Measure]) {
    let options = questions.iter_mut().flat_map(|it| &mut it.options);
    for informs in options.flat_map(|it| &mut it.informs) {
        let measure = measures.iter().find(|it| it.id == informs.measure);
        let tiers = measure.map_or(&[][..], |it| &it.tiers);
        let written = informs.degree.micro;
        informs.degree = BySize {
            micro: written,
            small: on(SizeClass::Small, written, tiers),
            medium: on(SizeClass::Medium, written, tiers),
        };
    }
}

/// A degree of the smallest firms on the yardstick of another size: linear between the variants.
fn on(size: SizeClass, written: f64, tiers: &[Tier]) -> f64 {
    let marks = tiers.iter().map(|it| (it.degree.micro, it.degree[size]));
    let (mut from, mut to) = ((0.0, 0.0), (1.0, 1.0));
    for mark in marks {
        if mark.0 <= written {
            from = mark;
        } else {
            to = mark;
            break;
        }
    }
    // Where both sizes agree nothing is computed, so nothing is rounded.
    if from.0.to_bits() == from.1.to_bits() && to.0.to_bits() == to.1.to_bits() {
        return written;
    }
    from.1 + (written - from.0) * (to.1 - from.1) / (to.0 - from.0).max(f64::MIN_POSITIVE)
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "marks are met exactly")]
mod tests {
    use super::*;
    use crate::model::{Cost, Estimate, Provider, TierLevel};

    fn tier(level: TierLevel, micro: f64, medium: f64) -> Tier {
        let nothing = Estimate { low: 0.0, likely: 0.0, high: 0.0 };
        let cost = Cost {
            one_off_eur: nothing,
            yearly_eur: nothing,
            own_hours_one_off: nothing,
            own_hours_yearly: nothing,
            provider_hours_one_off: 0.0,
            provider_hours_yearly: 0.0,
        };
        Tier {
            level,
            what: String::new(),
            degree: BySize { micro, small: micro, medium },
            provider: Provider::Technician,
            whole: false,
            cost: BySize { micro: cost.clone(), small: cost.clone(), medium: cost },
        }
    }

    #[test]
    fn who_reaches_a_variant_reaches_it_at_every_size() {
        let tiers = [tier(TierLevel::Minimum, 0.6, 0.3), tier(TierLevel::Standard, 0.8, 0.8)];
        let medium = |written| on(SizeClass::Medium, written, &tiers);
        assert_eq!(medium(0.0), 0.0);
        assert_eq!(medium(0.6), 0.3);
        assert_eq!(medium(0.8), 0.8);
        assert_eq!(medium(1.0), 1.0);
        assert!((medium(0.3) - 0.15).abs() < 1e-12);
        assert!(0.3 < medium(0.65) && medium(0.65) < 0.8);
        assert_eq!(on(SizeClass::Small, 0.65, &tiers), 0.65, "small firms share the yardstick here");
    }
}
