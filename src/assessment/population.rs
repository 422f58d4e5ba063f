//! Firms that nobody has, for load tests, exercises and the calibration's sanity checks.
//!
//! Not on the way to any figure. Each firm is a function of the seed and its number, so that the same call gives the same
//! firms, in any order and on any number of cores.

use jiff::civil::Date;

use super::{CompanyDraft, Draft, Standings};
use crate::model::{Answer, Catalogue, FirmSize, Question, Record};

/// Shares of the size classes and the people in them (judgement, grade C): most firms are micro; enough of the others for
/// cells of a chamber to be filled.
const SIZES: [(f64, u32, u32); 3] = [(0.72, 1, 9), (0.22, 10, 49), (0.06, 50, 249)];

/// Share of the spread of an answer that is the firm's and not the question's (judgement, grade C): who cares for backups
/// mostly cares for updates, too.
const COMMON: f64 = 0.5;

/// Share of questions answered with "I do not know" (judgement, grade C).
const UNKNOWN: f64 = 0.08;

/// Share of the usual traits of a trade that a firm has (judgement, grade C).
const USUAL_TRAIT: f64 = 0.85;

/// The answers of an invented firm: segment, size and traits drawn, answers drawn around what firms of its size have in
/// place on average, alike within a firm.
pub fn firm(catalogue: &Catalogue, seed: u64, number: u64, date: Date) -> Draft {
    let mut numbers = Numbers::new(seed, number);
    let segment = &catalogue.segments[numbers.below(catalogue.segments.len())];
    let employees = employees(&mut numbers);
    let traits = segment.typical_traits.iter().filter(|_| numbers.next() < USUAL_TRAIT).cloned().collect();
    let digital = numbers.next();
    let digitalisation =
        catalogue.items.iter().map(|it| (it.id.clone(), numbers.next() < 0.2 + 0.7 * digital)).collect();
    let mut draft = Draft {
        content: catalogue.version.version.clone(),
        company: CompanyDraft {
            segment: Some(segment.id.clone()),
            employees: Some(employees),
            traits: Some(traits),
            crown_jewels: Some(Vec::new()),
            digitalisation,
            ..CompanyDraft::default()
        },
        ..Draft::default()
    };
    let company = draft.company.company().expect("segment and head count are there");
    let size = catalogue.firm_size(&company);
    let care = numbers.normal();
    // Answers open further questions, a few rounds deep.
    loop {
        let standings = Standings::new(catalogue, &company, &draft.records);
        let open: Vec<&Question> =
            standings.open(catalogue).filter(|it| !draft.records.contains_key(&it.id)).collect();
        if open.is_empty() {
            return draft;
        }
        for question in open {
            let own = numbers.normal();
            let rank = share_below(libm::sqrt(COMMON) * care + libm::sqrt(1.0 - COMMON) * own);
            let answer = if numbers.next() < UNKNOWN {
                Answer::Unknown
            } else {
                chosen(catalogue, question, &size, rank)
            };
            draft.records.insert(question.id.clone(), Record::claimed(answer, date));
        }
    }
}

fn employees(numbers: &mut Numbers) -> u32 {
    let mut rest = numbers.next();
    for (share, least, most) in SIZES {
        if rest < share {
            // Small numbers are commoner: even on the scale of the logarithm.
            let (least, most) = (f64::from(least), f64::from(most));
            let people = least * libm::pow(most / least, rest / share);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "between 1 and 249"
            )]
            return libm::round(people) as u32;
        }
        rest -= share;
    }
    1
}

/// The option at a rank between 0 and 1, with shares such that the mean degree of the measure the question is about is its
/// adoption: the flattest such shares (an exponential family in the degree).
fn chosen(catalogue: &Catalogue, question: &Question, size: &FirmSize, rank: f64) -> Answer {
    let informed = question.informs().first();
    let measure = informed.and_then(|it| catalogue.measure(&it.measure));
    let degrees: Vec<f64> = question
        .options
        .iter()
        .map(|it| measure.and_then(|measure| it.degree(&measure.id, size)).unwrap_or(0.0))
        .collect();
    let adoption = measure.map_or(0.5, |it| size.adoption(&it.adoption.by_size.value));
    let mut rest = rank;
    let shares = shares(&degrees, adoption);
    for (option, share) in question.options.iter().zip(shares) {
        if rest < share {
            return Answer::Chosen(option.id.clone());
        }
        rest -= share;
    }
    Answer::Chosen(question.options.last().expect("a question has options").id.clone())
}

/// Shares proportional to `exp(tilt * degree)` with that mean degree, as far as the degrees reach.
fn shares(degrees: &[f64], mean: f64) -> Vec<f64> {
    let at = |tilt: f64| -> Vec<f64> {
        let weights: Vec<f64> = degrees.iter().map(|it| libm::exp(tilt * it)).collect();
        let all: f64 = weights.iter().sum();
        weights.into_iter().map(|it| it / all).collect()
    };
    let mean_at = |tilt: f64| -> f64 { at(tilt).iter().zip(degrees).map(|(share, it)| share * it).sum() };
    let (mut low, mut high) = (-40.0, 40.0);
    for _ in 0..40 {
        let middle = 0.5 * (low + high);
        if mean_at(middle) < mean { low = middle } else { high = middle }
    }
    at(0.5 * (low + high))
}

/// The standard normal distribution function.
fn share_below(x: f64) -> f64 {
    0.5 * libm::erfc(-x / core::f64::consts::SQRT_2)
}

/// Numbers without pattern (`SplitMix64`, Steele, Lea, Flood 2014).
struct Numbers(u64);

impl Numbers {
    fn new(seed: u64, number: u64) -> Self {
        let mut numbers =
            Self(seed.wrapping_mul(0xd134_2543_de82_ef95) ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        numbers.draw();
        numbers
    }

    fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Evenly from 0 up to, but not reaching, 1.
    fn next(&mut self) -> f64 {
        (self.draw() >> 11) as f64 / 9_007_199_254_740_992.0
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.draw() % bound.max(1) as u64).unwrap_or(0)
    }

    /// Standard normal (Box and Muller 1958).
    fn normal(&mut self) -> f64 {
        let (u, v) = (1.0 - self.next(), self.next());
        libm::sqrt(-2.0 * libm::log(u)) * libm::cos(core::f64::consts::TAU * v)
    }
}
