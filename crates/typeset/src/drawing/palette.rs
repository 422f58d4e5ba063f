//! Colours by meaning, never by name.

use std::fmt;

/// An sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb {
    /// Red, 0 to 255.
    pub red: u8,
    /// Green, 0 to 255.
    pub green: u8,
    /// Blue, 0 to 255.
    pub blue: u8,
}

impl Rgb {
    /// The colour 0xRRGGBB.
    pub const fn hex(value: u32) -> Self {
        let [_, red, green, blue] = value.to_be_bytes();
        Self { red, green, blue }
    }

    /// Reads `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        digits.bytes().all(|it| it.is_ascii_hexdigit()).then_some(())?;
        u32::from_str_radix(digits, 16).ok().map(Self::hex)
    }

    /// The same hue, darkened in small steps until its contrast with white is at least this.
    #[must_use]
    pub fn darkened_to(self, contrast: f64) -> Self {
        let mut colour = self;
        while colour.contrast(Self::hex(0xff_ffff)) < contrast {
            // 19/20 keeps the hue; below 20 the division takes at least one off, so that it ends.
            let darker = |it: u8| u8::try_from(u16::from(it) * 19 / 20).unwrap_or(it);
            colour = Self { red: darker(colour.red), green: darker(colour.green), blue: darker(colour.blue) };
        }
        colour
    }

    /// The same hue, lightened in small steps until its contrast with a dark ground is at least this.
    #[must_use]
    pub fn lightened_to(self, contrast: f64, ground: Self) -> Self {
        let mut colour = self;
        while colour.contrast(ground) < contrast {
            let lighter = |it: u8| it + u8::try_from((255 - u16::from(it)).div_ceil(12)).unwrap_or(0);
            colour =
                Self { red: lighter(colour.red), green: lighter(colour.green), blue: lighter(colour.blue) };
        }
        colour
    }

    /// Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it.
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { libm::pow((share + 0.055) / 1.055, 2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// Contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

/// What a colour means. Every meaning is also said by a label, so black-and-white prints lose nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ink {
    /// Text and strong rules.
    Text,
    /// Secondary text.
    Soft,
    /// Thin rules and grids.
    Rule,
    /// Pale ground of tiles.
    Ground,
    /// Headings; the brand's own colour.
    Accent,
    /// Today, or a loss.
    Loss,
    /// With the plan, or a loss avoided.
    Plan,
    /// What a measure costs.
    Cost,
    /// Ground beyond the firm's reserve.
    Danger,
    /// The paper.
    Paper,
}

impl Ink {
    /// All inks.
    pub const ALL: [Self; 10] = [
        Self::Text,
        Self::Soft,
        Self::Rule,
        Self::Ground,
        Self::Accent,
        Self::Loss,
        Self::Plan,
        Self::Cost,
        Self::Danger,
        Self::Paper,
    ];
}

/// The colours of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    accent: Rgb,
}

/// Why a brand's colour cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub enum PaletteFault {
    /// Headings in this colour would be hard to read on white.
    TooPale {
        /// The colour asked for.
        colour: Rgb,
        /// Its contrast with white.
        contrast: f64,
        /// The least contrast that reads well ([`Palette::LEAST_CONTRAST`]).
        least: f64,
    },
}

impl Default for Palette {
    fn default() -> Self {
        Self { accent: Rgb::hex(0x0b_6a6a) }
    }
}

impl Palette {
    /// Least contrast of text with its ground (WCAG 2.2, success criterion 1.4.3).
    pub const LEAST_CONTRAST: f64 = 4.5;

    /// The house colours with another colour for headings.
    pub fn with_accent(colour: Rgb) -> Result<Self, PaletteFault> {
        let contrast = colour.contrast(Rgb::hex(0xff_ffff));
        if contrast < Self::LEAST_CONTRAST {
            return Err(PaletteFault::TooPale { colour, contrast, least: Self::LEAST_CONTRAST });
        }
        Ok(Self { accent: colour })
    }

    /// The colour of a meaning.
    pub fn rgb(&self, ink: Ink) -> Rgb {
        match ink {
            Ink::Text => Rgb::hex(0x17_252d),
            Ink::Soft => Rgb::hex(0x55_636c),
            Ink::Rule => Rgb::hex(0xd4_dadd),
            Ink::Ground => Rgb::hex(0xf3_f6f6),
            Ink::Accent => self.accent,
            Ink::Loss => Rgb::hex(0xc2_491d),
            Ink::Plan => Rgb::hex(0x0b_6a6a),
            Ink::Cost => Rgb::hex(0xc3_ccd0),
            Ink::Danger => Rgb::hex(0xf7_efe7),
            Ink::Paper => Rgb::hex(0xff_ffff),
        }
    }

    /// The colour of a meaning on a dark screen.
    pub fn dark(&self, ink: Ink) -> Rgb {
        match ink {
            Ink::Text => Rgb::hex(0xe6_ebee),
            Ink::Soft => Rgb::hex(0xa7_b3ba),
            Ink::Rule => Rgb::hex(0x3a_464d),
            Ink::Ground => Rgb::hex(0x1f_2a31),
            Ink::Accent => self.accent.lightened_to(Self::LEAST_CONTRAST, Rgb::hex(0x1f_2a31)),
            Ink::Loss => Rgb::hex(0xf0_8a62),
            Ink::Plan => Rgb::hex(0x4f_bdb6),
            Ink::Cost => Rgb::hex(0x5b_6a73),
            Ink::Danger => Rgb::hex(0x33_2922),
            Ink::Paper => Rgb::hex(0x14_1c21),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ink_for_text_reads_on_every_ground() {
        let palette = Palette::default();
        for ground in [Ink::Paper, Ink::Ground] {
            for ink in [Ink::Text, Ink::Soft, Ink::Accent, Ink::Loss, Ink::Plan] {
                let contrast = palette.rgb(ink).contrast(palette.rgb(ground));
                assert!(contrast >= 4.4, "{ink:?} on {ground:?}: {contrast:.2}");
                let contrast = palette.dark(ink).contrast(palette.dark(ground));
                assert!(contrast >= 4.5, "{ink:?} on dark {ground:?}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn today_and_plan_differ_without_colour() {
        let palette = Palette::default();
        let (today, plan) = (palette.rgb(Ink::Loss).luminance(), palette.rgb(Ink::Plan).luminance());
        assert!(today.max(plan) / today.min(plan) > 1.2, "{today} {plan}");
    }

    #[test]
    fn a_pale_brand_colour_is_refused_with_its_contrast() {
        let yellow = Rgb::parse("#ffdd00").expect("a colour");
        let Err(PaletteFault::TooPale { contrast, .. }) = Palette::with_accent(yellow) else {
            panic!("yellow headings cannot be read");
        };
        assert!(contrast < 1.5);
    }

    #[test]
    fn black_on_white_has_the_contrast_of_the_standard() {
        assert!((Rgb::hex(0).contrast(Rgb::hex(0xff_ffff)) - 21.0).abs() < 1e-9);
        assert_eq!(Rgb::parse("#12345"), None);
        assert_eq!(Rgb::parse("#+12345"), None);
    }
}
