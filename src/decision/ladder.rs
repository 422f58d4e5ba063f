//! The ladder: what pays, the recognised minimum standard, the reserve protected; each rung with its price
//! (`docs/method.md`, "The ladder").

use super::gaps::{Gaps, OpenGap};
use super::insurance::{Contradicted, Policy, counts};
use super::offers::{Offers, SAME, Spent};
use super::outlook::Outlook;
use super::reserve::{Closer, Closing};
use super::roadmap::{Roadmap, roadmap};
use super::search::{BestSet, Floor, Prepared, Valuation, Wanted};
use super::weigh::Scales;
use super::{Annual, Selection};
use crate::model::{Answers, BundleId, Interval, MeasureId, TierLevel};
use crate::risk::{Draws, FirmModel, Refusal, interval};

pub use crate::model::RungId;

/// One rung: a set of purchases with what it takes and leaves.
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    /// Which one.
    pub id: RungId,
    /// What is bought.
    pub selection: Selection,
    /// Degree of every measure, in the catalogue's order.
    pub degrees: Vec<f64>,
    /// Measures whose degree rises, in the catalogue's order.
    pub raised: Vec<MeasureId>,
    /// Single tiers bought, by measure.
    pub tiers: Vec<(MeasureId, TierLevel)>,
    /// Bundles bought with their burden a year.
    pub bundles: Vec<(BundleId, Annual)>,
    /// Burden a year; a policy that the rung takes included.
    pub annual: Annual,
    /// Premium in it, euros a year.
    pub premium_eur: f64,
    /// Attention in the choice that is not shown, euros a year.
    pub attention_eur: f64,
    /// Money and own hours of the first year, a premium included.
    pub first_year: Spent,
    /// The same of the first 30 days.
    pub first_month: Spent,
    /// Expected loss a year, euros.
    pub expected: Interval,
    /// What it takes off the expected loss of today, euros a year.
    pub avoided: Interval,
    /// The year, uninsured.
    pub outlook: Outlook,
    /// The year with a policy that counts here.
    pub insured: Option<Outlook>,
    /// Expected loss and price of bad years, euros a year.
    pub price_of_risk: f64,
    /// What it adds to the rung below: money and own hours a year, avoided loss.
    pub adds: (Spent, f64),
    /// The rung below that is the same.
    pub same_as: Option<RungId>,
    /// The order of work.
    pub roadmap: Roadmap,
    /// Share of the objective that the proof leaves open.
    pub optimality_gap: f64,
}

impl Rung {
    /// The year that counts: insured where a policy does.
    pub fn year(&self) -> &Outlook {
        self.insured.as_ref().unwrap_or(&self.outlook)
    }

    /// Purchases, a bundle counted once.
    pub fn purchases(&self) -> usize {
        self.tiers.len() + self.bundles.len()
    }

    /// True where nothing is bought.
    pub fn is_empty(&self) -> bool {
        self.purchases() == 0 && self.premium_eur == 0.0
    }
}

/// Why there is no third rung of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// The reserve lasts.
    NoShortfall,
    /// So little is missing that it counts as none.
    AtTheEdge,
}

/// What is followed where nothing else was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recommended {
    /// Nothing new.
    Nothing,
    /// A rung.
    Rung(RungId),
    /// As far as money and hours reach.
    Budget,
}

/// The rungs of one firm.
#[derive(Clone, Debug, PartialEq)]
pub struct Ladder {
    /// The rungs, `pays` and `baseline` always, `reserve` where there is something to close.
    pub rungs: Vec<Rung>,
    /// Why there is no third rung.
    pub absent: Option<Absent>,
    /// The shortfall of the reserve, and the ways to close it.
    pub closing: Closing,
    /// The best set under a limit of money or hours, where one is set and does not reach.
    pub limited: Option<Limited>,
    /// What we would choose.
    pub recommended: Recommended,
    /// What the firm chose.
    pub chosen: Option<RungId>,
    /// True where the standard costs so much more than it saves that it is spread over two years.
    pub spread_over_two_years: bool,
    /// How posture was valued.
    pub valuation: Valuation,
    /// True where the first rung is weighed by the mean alone, because bad years alone would carry it.
    pub by_the_mean: bool,
}

/// The best set under a limit.
#[derive(Clone, Debug, PartialEq)]
pub struct Limited {
    /// The set as a rung.
    pub rung: Rung,
    /// Euros a year, where limited.
    pub money_eur: Option<f64>,
    /// Own hours a year, where limited.
    pub own_hours: Option<f64>,
    /// Measures of the baseline rung that fell out, with what each would avoid, the largest first.
    pub left_out: Vec<(MeasureId, f64)>,
    /// Gaps that stay open.
    pub open_gaps: Vec<MeasureId>,
    /// Cost, attention, price of risk and the weight of gaps left open, euros a year.
    pub value: f64,
}

impl Ladder {
    /// A rung by its name.
    pub fn rung(&self, id: RungId) -> Option<&Rung> {
        self.rungs.iter().find(|it| it.id == id)
    }

    /// The rung that everything else follows: the chosen one, else the recommended one.
    pub fn followed(&self) -> &Rung {
        let chosen = self.chosen.and_then(|it| self.rung(it).or_else(|| self.rungs.last()));
        let recommended = || match (self.recommended, &self.limited) {
            (Recommended::Budget, Some(limited)) => &limited.rung,
            (Recommended::Rung(id), _) => self.rung(id).unwrap_or(&self.rungs[0]),
            _ => &self.rungs[0],
        };
        chosen.unwrap_or_else(recommended)
    }

    /// The first rung that raises a measure beyond today.
    pub fn rung_of(&self, measure: &MeasureId) -> Option<RungId> {
        self.rungs.iter().find(|it| it.raised.contains(measure)).map(|it| it.id)
    }
}

/// Builds the ladder.
pub(super) struct Builder<'a> {
    pub offers: &'a Offers<'a>,
    pub answers: &'a Answers,
    pub firm: &'a FirmModel,
    pub draws: &'a Draws,
    pub gaps: &'a Gaps,
    pub policy: Option<&'a Policy>,
    pub contradicted: &'a [Contradicted],
    pub loading: f64,
    pub hours_per_month: f64,
    pub turnover: f64,
}

impl Builder<'_> {
    /// The rungs, the shortfall, the limit, and what is recommended.
    pub fn build(
        &self,
        money_eur: Option<f64>,
        own_hours: Option<f64>,
    ) -> Result<(Ladder, Prepared<'_>), Refusal> {
        let mut loading = self.loading;
        let mut search = Prepared::new(self.offers, self.firm, loading);
        let mut pays = search.best(&Wanted::default())?;
        let by_the_mean = !self.pays_on_average(&pays.selection);
        if by_the_mean {
            loading = 0.0;
            search = Prepared::new(self.offers, self.firm, loading);
            pays = search.best(&Wanted::default())?;
        }
        let (pays, baseline) = self.with_baseline(&search, pays)?;
        let floors = self.floors(&self.offers.degrees(&baseline.selection));
        let closer = Closer {
            offers: self.offers,
            firm: self.firm,
            search: &search,
            policy: self.policy,
            contradicted: self.contradicted,
            baseline: &baseline.selection,
            floors: &floors,
            loading: self.loading,
            turnover: self.turnover,
        };
        let closing = closer.close()?;
        let mut rungs = vec![self.rung(RungId::Pays, &pays, None, &search)?];
        rungs.push(self.rung(RungId::Baseline, &baseline, rungs.last(), &search)?);
        if let Some(way) = closing.way() {
            let set = BestSet {
                selection: way.selection.clone(),
                outlook: Outlook::of(self.firm, &self.offers.degrees(&way.selection))?,
                gap: 0.0,
                ..baseline.clone()
            };
            let mut rung = self.rung(RungId::Reserve, &set, rungs.last(), &search)?;
            if way.id.is_insured() {
                self.take_policy(&mut rung, way.outlook);
            }
            rungs.push(rung);
        }
        let absent = match closing.way() {
            Some(_) => None,
            None if closing.is_edge => Some(Absent::AtTheEdge),
            None => Some(Absent::NoShortfall),
        };
        let limited = self.limited(&search, &baseline, &rungs[1], money_eur, own_hours)?;
        let spread_over_two_years = self.is_dear(&rungs[0], &rungs[1]);
        let recommended = recommended(&rungs, limited.as_ref(), self.gaps);
        let valuation = search.valuation();
        let chosen = self.answers.plan_rung;
        let ladder = Ladder {
            rungs,
            absent,
            closing,
            limited,
            recommended,
            chosen,
            spread_over_two_years,
            valuation,
            by_the_mean,
        };
        Ok((ladder, search))
    }

    /// True where the first rung takes off at least its cost on average, what management decided apart.
    fn pays_on_average(&self, selection: &Selection) -> bool {
        let decided = self.offers.decided();
        let cost = |it: &Selection| self.offers.annual(it).total().likely;
        let loss = |it: &Selection| self.firm.expected_annual_loss(&self.offers.degrees(it));
        loss(&decided) - loss(selection) >= cost(selection) - cost(&decided) - SAME
    }

    /// The baseline rung above the first one. Where the search finds the standard for no more than what pays alone, both are
    /// the same.
    fn with_baseline(&self, search: &Prepared, pays: BestSet) -> Result<(BestSet, BestSet), Refusal> {
        let degrees = self.offers.degrees(&pays.selection);
        if self.gaps.open.iter().all(|it| it.is_closed(self.offers, &degrees)) {
            return Ok((pays.clone(), pays));
        }
        let mut floors = self.floors(&degrees);
        floors.extend(self.gaps.open.iter().map(|it| floor(it, None)));
        let starts = [self.completed(&pays.selection)];
        let baseline = search.best(&Wanted { floors: &floors, starts: &starts, ..Wanted::default() })?;
        let takes = |it: &BestSet| {
            let hour = self.offers.terms.hour_eur;
            self.offers.annual(&it.selection).total().likely
                + hour * self.offers.attention_hours(&it.selection)
        };
        Ok(if takes(&baseline) <= takes(&pays) { (baseline.clone(), baseline) } else { (pays, baseline) })
    }

    /// Floors that hold what these degrees reach beyond today.
    fn floors(&self, degrees: &[f64]) -> Vec<Floor> {
        let held = (0..degrees.len()).filter(|it| degrees[*it] > self.offers.present[*it] + SAME);
        held.map(|it| Floor { measure: it, degree: self.offers.covered(it, degrees), charge: None }).collect()
    }

    /// A selection with the first offer that closes each gap it leaves.
    fn completed(&self, selection: &Selection) -> Selection {
        let mut next = selection.clone();
        for gap in &self.gaps.open {
            let degrees = self.offers.degrees(&next);
            let Some(unit) = self.offers.unit_of[gap.place].filter(|_| !gap.is_closed(self.offers, &degrees))
            else {
                continue;
            };
            let closes = |state: &u8| {
                let with = next.with_state(unit, *state);
                gap.is_closed(self.offers, &self.offers.degrees(&with))
            };
            let states = 1..=u8::try_from(self.offers.units[unit].offers.len()).unwrap_or(u8::MAX);
            if let Some(state) =
                states.clone().find(closes).filter(|_| self.offers.units[unit].decided.is_none())
            {
                next = next.with_state(unit, state);
            }
        }
        next
    }

    /// The best set under a limit; none where no limit is set or the baseline keeps it.
    fn limited(
        &self,
        search: &Prepared,
        baseline: &BestSet,
        rung: &Rung,
        money_eur: Option<f64>,
        own_hours: Option<f64>,
    ) -> Result<Option<Limited>, Refusal> {
        let over = |limit: Option<f64>, amount: f64| limit.is_some_and(|it| amount > it + SAME);
        if !over(money_eur, rung.annual.money_eur.likely) && !over(own_hours, rung.annual.hours.likely) {
            return Ok(None);
        }
        let scales = self.scales(search, &baseline.selection, baseline.outlook);
        let weight = self.offers.catalogue.ladder.open_gap_weight;
        let avoids = |place: usize| {
            let mut without = rung.degrees.clone();
            without[place] = self.offers.present[place];
            scales.value(&without) - scales.value(&rung.degrees)
        };
        let weighed = |it: &OpenGap| floor(it, Some(weight * avoids(it.place).max(0.0)));
        let floors: Vec<Floor> = self.gaps.open.iter().map(weighed).collect();
        let starts = [baseline.selection.clone(), self.offers.decided()];
        let best = search.best(&Wanted { floors: &floors, money_eur, own_hours, starts: &starts })?;
        let reached = self.rung(RungId::Baseline, &best, None, search)?;
        let places = (0..rung.degrees.len()).filter(|it| rung.degrees[*it] > reached.degrees[*it] + SAME);
        let mut left_out: Vec<(MeasureId, f64)> =
            places.map(|it| (self.offers.catalogue.measures[it].id.clone(), avoids(it))).collect();
        left_out.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let open = self.gaps.open.iter().filter(|it| !it.is_closed(self.offers, &reached.degrees));
        let open_gaps = open.map(|it| it.measure.clone()).collect();
        Ok(Some(Limited { money_eur, own_hours, left_out, open_gaps, value: best.value, rung: reached }))
    }

    fn scales<'s>(&'s self, search: &Prepared, plan: &'s Selection, outlook: Outlook) -> Scales<'s> {
        Scales::new(self.offers, self.firm, self.draws, search.valuation(), plan, outlook)
    }

    fn rung(
        &self,
        id: RungId,
        set: &BestSet,
        below: Option<&Rung>,
        search: &Prepared,
    ) -> Result<Rung, Refusal> {
        let (offers, selection) = (self.offers, &set.selection);
        let catalogue = offers.catalogue;
        let degrees = offers.degrees(selection);
        let scales = self.scales(search, selection, set.outlook);
        let roadmap = roadmap(&scales, self.gaps, self.answers, self.hours_per_month);
        let raised = (0..degrees.len()).filter(|it| degrees[*it] > offers.present[*it] + SAME);
        let raised: Vec<MeasureId> = raised.map(|it| catalogue.measures[it].id.clone()).collect();
        let bundles = offers.bought_packs(selection);
        let bundles = bundles.map(|(_, pack)| (catalogue.bundles[pack.bundle].id.clone(), pack.annual));
        let mut tiers: Vec<(MeasureId, TierLevel)> = offers
            .bought_tiers(selection)
            .map(|it| (catalogue.measures[it.measure].id.clone(), it.level))
            .collect();
        tiers.sort();
        let (before, after) =
            (self.draws.expected_annual_losses(&offers.present), self.draws.expected_annual_losses(&degrees));
        let expected = self.firm.expected_annual_loss(&degrees);
        let saved = self.firm.expected_annual_loss(&offers.present) - expected;
        let avoided =
            interval(saved, before.iter().zip(&after).map(|(before, after)| before - after).collect());
        let annual = offers.annual(selection);
        let spent = Spent { money_eur: annual.money_eur.likely, hours: annual.hours.likely };
        let adds = below.map_or((spent, avoided.value), |below| {
            let money_eur = spent.money_eur - below.annual.money_eur.likely;
            let hours = spent.hours - below.annual.hours.likely;
            (Spent { money_eur, hours }, avoided.value - below.avoided.value)
        });
        let insured = match self.policy.filter(|it| it.is_in_force()) {
            Some(policy) if counts(offers, &degrees, self.contradicted) => {
                Some(policy.outlook(self.firm, &degrees)?)
            }
            _ => None,
        };
        let first_year =
            roadmap.items.iter().map(super::roadmap::Item::first_year).fold(Spent::default(), Spent::and);
        Ok(Rung {
            id,
            raised,
            tiers,
            bundles: bundles.collect(),
            annual,
            premium_eur: 0.0,
            attention_eur: offers.terms.hour_eur * offers.attention_hours(selection),
            first_year,
            first_month: roadmap.until(super::roadmap::PERIODS[0]),
            expected: interval(expected, after),
            avoided,
            outlook: set.outlook,
            insured,
            price_of_risk: set.outlook.valued(self.loading),
            adds,
            same_as: below.filter(|it| it.selection == *selection).map(|it| it.id),
            roadmap,
            optimality_gap: set.gap,
            degrees,
            selection: selection.clone(),
        })
    }

    /// Adds the policy that the third rung takes.
    fn take_policy(&self, rung: &mut Rung, insured: Outlook) {
        rung.insured = Some(insured);
        rung.price_of_risk = insured.valued(self.loading);
        rung.same_as = None;
        // One in force is paid already.
        let Some(policy) = self.policy.filter(|it| !it.is_in_force()) else { return };
        let (money_eur, hours) = (policy.annual.money_eur.likely, policy.annual.hours.likely);
        let premium = Spent { money_eur, hours };
        rung.annual = rung.annual.and(&policy.annual);
        rung.premium_eur = money_eur;
        rung.first_year = rung.first_year.and(premium);
        rung.first_month = rung.first_month.and(premium);
        rung.adds.0 = rung.adds.0.and(premium);
    }

    /// True where the standard costs more beyond what it saves than a firm of that turnover should spend at once.
    fn is_dear(&self, pays: &Rung, baseline: &Rung) -> bool {
        let cost = baseline.annual.total().likely - pays.annual.total().likely;
        let saved = baseline.avoided.value - pays.avoided.value;
        cost - saved > self.offers.catalogue.ladder.standard_money_share * self.turnover
    }
}

fn floor(gap: &OpenGap, charge: Option<f64>) -> Floor {
    Floor { measure: gap.place, degree: gap.degree, charge }
}

fn recommended(rungs: &[Rung], limited: Option<&Limited>, gaps: &Gaps) -> Recommended {
    if limited.is_some() {
        return Recommended::Budget;
    }
    if let Some(reserve) = rungs.iter().find(|it| it.id == RungId::Reserve) {
        return Recommended::Rung(reserve.id);
    }
    let baseline = &rungs[1];
    if baseline.is_empty() && gaps.open.is_empty() {
        return Recommended::Nothing;
    }
    Recommended::Rung(if baseline.same_as.is_some() { RungId::Pays } else { RungId::Baseline })
}
