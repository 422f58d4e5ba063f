use std::collections::BTreeMap;
use jiff::civil::date;
use waage::catalogue::{embedded, resolve};
use waage::decision::{Offers, Terms, Valuation};
use waage::model::*;
use waage::risk::FirmModel;

pub fn answers(segment: &str, employees: u32) -> Answers {
    Answers { content: "2026.1".into(), company: Company::new(segment.into(), employees), records: BTreeMap::new(), decisions: BTreeMap::new(), costs: BTreeMap::new(), insurance: None, gate: GateLimits::default() }
}

#[test]
fn probe() {
    let catalogue = resolve(&embedded()).unwrap();
    for (employees, threshold) in [(5, 3000.0), (25, 12000.0), (100, 47000.0)] {
        for segment in ["crafts", "manufacturing", "health"] {
            for kind in ["nothing", "average", "good"] {
                let answers = answers(segment, employees);
                let firm = FirmModel::new(&catalogue, &answers.company);
                let size = answers.company.size();
                let posture = Posture { degrees: catalogue.measures.iter().enumerate().map(|(at, it)| {
                    if !firm.is_relevant(at) { return Degree { basis: Basis::NotRelevant, ..Degree::exactly(firm.average_degrees()[at]) } }
                    let avg = it.adoption.by_size.value[size].likely;
                    Degree::exactly(match kind { "nothing" => 0.0, "average" => avg, _ => (avg + 0.4).min(0.95) })
                }).collect() };
                let terms = Terms { rate: 0.05, hour_eur: 43.4, size, date: date(2026, 11, 21) };
                let offers = Offers::new(&catalogue, &answers, &posture, terms);
                let valuation = Valuation { loading: 0.08, threshold, reserve: firm.reserve_eur(), ruin_price: 0.0 };
                let at = std::time::Instant::now();
                let solved = waage::decision::solve(&offers, &firm, valuation, 3000);
                let time = at.elapsed();
                let best = &solved.best[0];
                let annual = offers.annual(&best.1);
                println!("{employees} {segment} {kind}: value {:.1} start {:.1} bound {:.1} gap {:.3}% parts {} time {:?} | EAL {:.0} -> {:.0} cost {:.0} money {:.0} hours {:.0}", best.0, solved.start, solved.bound, 100.0*solved.gap, solved.parts, time,
                  firm.expected_annual_loss(&offers.present), firm.expected_annual_loss(&offers.degrees(&best.1)), annual.total().likely, annual.money_eur.likely, annual.hours.likely);
                let mut names = vec![];
                for (at, pack) in offers.bought_packs(&best.1) { let _ = at; names.push(format!("*{}", catalogue.bundles[pack.bundle].id)); }
                for unit in 0..offers.units.len() { if let Some((o, _)) = offers.bought(&best.1, unit) { names.push(format!("{}:{}", catalogue.measures[o.measure].id, &o.level.as_str()[..3])); } }
                println!("      {}", names.join(", "));
            }
        }
    }
    let _ = BTreeMap::<u8,u8>::new();
}
