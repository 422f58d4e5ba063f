//! How far a short check gets: over simulated firms, how often twelve questions lead to the same first steps as all
//! of them, against asking in the order of the content, and how honest the short check is about it.
//!
//! `cargo bench --bench short_check`, about seven minutes of one core; the table is in `docs/method.md`, "How far a short check gets".
#![allow(missing_docs, reason = "a bench")]
#![allow(clippy::disallowed_macros, reason = "it prints its table")]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "head counts and places are small"
)]

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use rayon::prelude::*;
use waage::assessment::interview::{
    Heard, Interview, Refusal, Reply, Respondent, Route, Sheet, Step, conduct,
};
use waage::assessment::{Draft, Standings, posture};
use waage::catalogue::{embedded, resolve};
use waage::decision::{Options, decide};
use waage::guidance::Running;
use waage::model::{Answer, Answers, Catalogue, Company, MeasureId, Record};
use waage::risk::FirmModel;

const FIRMS: u64 = 300;
const TODAY: Date = date(2026, 11, 21);
/// Steps compared: as many as the check names at its end.
const STEPS: usize = 5;
/// Lengths of the short check that are compared; the program pauses after twelve.
const LENGTHS: [usize; 1] = [12];
/// Correlation of the answers of one firm: who neglects one thing tends to neglect the next.
const CORRELATION: f64 = 0.5;
/// Share of questions of which nobody in the firm knows the answer.
const UNKNOWN: f64 = 0.08;

/// A stream of numbers per firm (`SplitMix64`), so that no firm depends on another.
struct Numbers(u64);

impl Numbers {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((bits ^ (bits >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn happens(&mut self, probability: f64) -> bool {
        self.uniform() < probability
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low * libm::pow(high / low, self.uniform())
    }

    /// Sum of twelve uniform numbers: normal enough for a study.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0
    }
}

/// A firm of a random trade and size, with what is usual there.
fn company(catalogue: &Catalogue, numbers: &mut Numbers) -> Company {
    let at = (numbers.uniform() * catalogue.segments.len() as f64) as usize;
    let segment = &catalogue.segments[at];
    // Six in ten micro, three small, one medium: more of the larger than in the economy, since they ask more.
    let people = match numbers.uniform() {
        it if it < 0.6 => numbers.between(1.0, 9.9),
        it if it < 0.9 => numbers.between(10.0, 49.9),
        _ => numbers.between(50.0, 249.9),
    };
    let employees = people as u32;
    let turnover = f64::from(employees) * numbers.between(60e3, 250e3);
    let mut it = Company::new(segment.id.clone(), employees);
    it.turnover_eur = Some(turnover);
    it.liquid_reserve_eur = numbers.happens(0.6).then(|| turnover * numbers.between(0.01, 0.15));
    for known in &catalogue.traits {
        let usual = segment.typical_traits.contains(&known.id);
        if numbers.happens(if usual { 0.85 } else { 0.12 }) {
            it.traits.insert(known.id.clone());
        }
    }
    let digital = 0.2 + 0.15 * libm::log10(people) / 1.2 + 0.4 * numbers.uniform();
    for item in &catalogue.items {
        it.digitalisation.insert(item.id.clone(), numbers.happens(digital));
    }
    it
}

/// What the firm would answer to every question that concerns it.
fn truth(catalogue: &Catalogue, company: Company, numbers: &mut Numbers) -> Answers {
    let care = numbers.normal();
    let mut answers = Answers::unanswered(catalogue.version.version.as_str(), company);
    for index in 0..catalogue.questions.len() {
        let question = &catalogue.questions[index];
        let luck = libm::sqrt(CORRELATION) * care + libm::sqrt(1.0 - CORRELATION) * numbers.normal();
        let nobody_knows = numbers.happens(UNKNOWN);
        let standings = Standings::new(catalogue, &answers.company, &answers.records);
        if !standings.open(catalogue).any(|it| it.id == question.id) {
            continue;
        }
        let answer = if nobody_knows {
            Answer::Unknown
        } else {
            let shares =
                waage::decision::likely_options(catalogue, question, &catalogue.firm_size(&answers.company));
            let at = 0.5 * libm::erfc(-luck / std::f64::consts::SQRT_2);
            let mut sum = 0.0;
            let place = shares.iter().position(|it| {
                sum += it;
                at < sum
            });
            let place = place.unwrap_or(question.options.len() - 1);
            Answer::Chosen(question.options[place].id.clone())
        };
        let record = Record::claimed(answer, TODAY);
        answers.records.insert(question.id.clone(), record);
    }
    answers
}

/// The firm as one who answers, in the order of value or in that of the content.
struct Firm<'a> {
    sheet: Sheet<'a>,
    running: Option<Running<'a>>,
}

impl Respondent for Firm<'_> {
    type Error = Refusal;

    fn reply(&mut self, interview: &Interview<'_>) -> Result<Reply, Refusal> {
        match interview.step() {
            Step::Pause => Ok(Reply::Finish),
            _ => self.sheet.reply(interview),
        }
    }

    fn heard(&mut self, interview: &mut Interview<'_>, heard: &Heard) -> Result<(), Refusal> {
        if let (Some(running), Some(answers), true) =
            (&mut self.running, interview.draft().answers(), heard.changed)
        {
            let order = running.by_value(&answers).into_iter().map(|it| it.question).collect();
            interview.rank(order);
        }
        Ok(())
    }
}

fn short(catalogue: &Catalogue, truth: &Answers, questions: usize, by_value: bool) -> Answers {
    let draft = Draft { content: truth.content.clone(), ..Draft::default() };
    let mut interview = Interview::new(catalogue, draft, Route::Short { questions }, None, TODAY);
    let running = by_value.then(|| Running::new(catalogue, TODAY));
    let mut firm = Firm { sheet: Sheet::new(truth), running };
    conduct(&mut interview, &mut firm, |_, _| Ok(std::ops::ControlFlow::Continue(())))
        .expect("a sheet answers what it is asked");
    interview.draft().answers().expect("segment and head count are on the sheet")
}

/// What a check of these answers tells to do first, and what every step is worth.
fn first_steps(catalogue: &Catalogue, answers: &Answers) -> (Vec<MeasureId>, BTreeMap<MeasureId, f64>) {
    let posture = posture(catalogue, answers, TODAY);
    let firm = FirmModel::new(catalogue, &answers.company);
    // Ranges need the draws, the order of the first steps hardly does; a tenth of them makes the study bearable.
    let options = Options { frontier_points: 0, draws: Some(40), ..Options::on(TODAY) };
    let decision = decide(catalogue, answers, &posture, &firm, &options).expect("an ordinary firm");
    let steps = decision.first_steps().take(STEPS).map(|it| it.measure.clone()).collect();
    let worth = decision
        .measures
        .iter()
        .filter_map(|it| Some((it.measure.clone(), it.weighed.as_ref()?.balance.avoided.value)))
        .collect();
    (steps, worth)
}

#[derive(Default, Clone)]
struct Row {
    same: f64,
    four: f64,
    shared: f64,
    worth: f64,
    stands: f64,
    sure: f64,
    sure_and_right: f64,
}

fn main() {
    let catalogue = resolve(&embedded()).expect("the shipped content is sound");
    let kinds: Vec<(usize, bool)> = LENGTHS.iter().flat_map(|it| [(*it, true), (*it, false)]).collect();
    let firms: Vec<(usize, Vec<Row>)> = (0..FIRMS)
        .into_par_iter()
        .map(|firm| {
            let mut numbers = Numbers(firm.wrapping_mul(0x5851_f42d_4c95_7f2d));
            let company = company(&catalogue, &mut numbers);
            let truth = truth(&catalogue, company, &mut numbers);
            let (all, worth) = first_steps(&catalogue, &truth);
            let total: f64 = all.iter().map(|it| worth[it]).sum();
            let rows = kinds
                .iter()
                .map(|&(questions, by_value)| {
                    let answers = short(&catalogue, &truth, questions, by_value);
                    let (some, _) = first_steps(&catalogue, &answers);
                    let certainty = Running::new(&catalogue, TODAY).certainty(&answers);
                    let (a, b): (BTreeSet<_>, BTreeSet<_>) = (all.iter().collect(), some.iter().collect());
                    let shared = a.intersection(&b).count();
                    let kept: f64 = a.intersection(&b).map(|it| worth[*it]).sum();
                    let same = if a == b { 1.0 } else { 0.0 };
                    let size = a.len().max(1);
                    Row {
                        same,
                        four: if shared + 1 >= size { 1.0 } else { 0.0 },
                        shared: shared as f64 / size as f64,
                        worth: if total > 0.0 { kept / total } else { 1.0 },
                        stands: certainty.stands,
                        sure: certainty.sure.len() as f64,
                        sure_and_right: certainty.sure.iter().filter(|it| a.contains(it)).count() as f64,
                    }
                })
                .collect();
            (truth.records.len(), rows)
        })
        .collect();
    let count = firms.len() as f64;
    println!(
        "{FIRMS} firms, {:.1} questions on average",
        firms.iter().map(|it| it.0).sum::<usize>() as f64 / count
    );
    for (at, (questions, by_value)) in kinds.iter().enumerate() {
        let mean = |value: fn(&Row) -> f64| firms.iter().map(|it| value(&it.1[at])).sum::<f64>() / count;
        println!(
            "{questions:>3} {:<10} same {:>5.1} %  four {:>5.1} %  shared {:>5.1} %  worth {:>5.1} %",
            if *by_value { "by value" } else { "in order" },
            100.0 * mean(|it| it.same),
            100.0 * mean(|it| it.four),
            100.0 * mean(|it| it.shared),
            100.0 * mean(|it| it.worth),
        );
        for settled in [0.5, 0.6, 0.7, 0.8, 0.9] {
            let said: Vec<&Row> =
                firms.iter().map(|it| &it.1[at]).filter(|it| it.stands >= settled).collect();
            let right = said.iter().map(|it| it.same).sum::<f64>();
            let honest = (count - said.len() as f64 + right) / count;
            println!(
                "      settled at {settled}: said in {:>5.1} %, right in {:>5.1} % of these, right or said so {:>5.1} %",
                100.0 * said.len() as f64 / count,
                100.0 * right / (said.len().max(1)) as f64,
                100.0 * honest,
            );
        }
        println!(
            "      sure steps {:.2} of five, of these right {:.1} %",
            mean(|it| it.sure),
            100.0 * mean(|it| it.sure_and_right) / mean(|it| it.sure).max(1e-9),
        );
    }
}
