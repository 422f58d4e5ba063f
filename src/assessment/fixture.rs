//! A small catalogue for the tests of this layer: backup with a chain of follow-ups, sign-in, and a shop.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};

use crate::model::{
    Acts, Adoption, Ageing, Answer, AnswerCondition, AnswerOption, Answers, BearingLimits, ByGrade, BySize,
    Calibration, Catalogue, CheckLists, Cited, Class, Company, Condition, Constants, ContentVersion, Course,
    DigitalCurve, DigitalItem, Duties, Estimate, Evidence, Experience, Grade, HourlyRates, IncidentKind,
    Informs, ItemId, Kind, Knowledge, LadderConstants, Level, LevelProfile, Measure, MeasureId, MeasureRole,
    OpenTraits, Overlap, PriceCourse, PriceRules, Question, QuestionId, QuestionKind, Record, Reference,
    References, Residual, Role, RoleId, RoleKind, Scale, Segment, SegmentId, Shifts, SizeClass, SizeCourses,
    SizeProfile, SourceId, Standstill, Topic, TopicId, Trait, TraitId, TurnoverPerHead, Uncertainty, Unit,
    Views,
};

/// The day on which everything happens.
pub const TODAY: Date = date(2026, 11, 21);

pub fn chosen(option: &str) -> Record {
    Record::claimed(Answer::Chosen(option.into()), TODAY)
}

pub fn unknown() -> Record {
    Record::claimed(Answer::Unknown, TODAY)
}

pub fn not_applicable() -> Record {
    Record::claimed(Answer::NotApplicable { because: String::new() }, TODAY)
}

/// A crafts firm with 14 people and these answers.
pub fn answers(given: &[(&str, Record)]) -> Answers {
    let company =
        Company { traits_open: OpenTraits::These(BTreeSet::new()), ..Company::new("crafts".into(), 14) };
    Answers {
        records: given.iter().map(|(id, record)| (QuestionId::new(id), record.clone())).collect(),
        ..Answers::unanswered("2026.1", company)
    }
}

fn cited<T>(value: T) -> Cited<T> {
    Cited { value, grade: Grade::C, sources: vec![SourceId::new("expert")] }
}

fn question(id: &str, topic: &str, options: &[(&str, f64)], measure: &str) -> Question {
    Question {
        id: id.into(),
        topic: topic.into(),
        added: "2026.1".into(),
        withdrawn: None,
        replaced_by: None,
        reworded: None,
        text: id.into(),
        why: "why".into(),
        help: "help".into(),
        examples: BTreeMap::new(),
        example_from: None,
        acceptance: false,
        kind: QuestionKind::Technology,
        knows: vec!["it-provider".into(), "management".into()],
        seconds: 20,
        when: Condition::default(),
        options: options
            .iter()
            .map(|(id, degree)| AnswerOption {
                id: (*id).into(),
                text: (*id).into(),
                informs: vec![Informs {
                    measure: measure.into(),
                    degree: BySize { micro: *degree, small: *degree, medium: *degree },
                }],
                nis2: None,
                regime: None,
            })
            .collect(),
        weights: BTreeMap::new(),
        references: References::default(),
    }
}

fn after(mut question: Question, earlier: &str, options: &[&str]) -> Question {
    let options = options.iter().map(|it| (*it).into()).collect();
    question.when.answers = vec![AnswerCondition { question: earlier.into(), options }];
    question
}

fn measure(id: &str, average: f64, half_life_months: Option<f64>) -> Measure {
    Measure {
        id: id.into(),
        title: id.into(),
        summary: String::new(),
        kind: Kind::Technical,
        role: MeasureRole::Mitigation,
        class: Class::Core,
        acts: Acts::Prevention,
        done_by: "it-provider".into(),
        buy_in: String::new(),
        trains_carers: false,
        when: Condition::default(),
        exclusive: None,
        lifetime_years: 5.0,
        half_life_months,
        priced_by: Unit::Firm,
        grade: Grade::C,
        sources: vec![SourceId::new("expert")],
        duties: Duties::default(),
        effects: Vec::new(),
        prerequisites: Vec::new(),
        adoption: Adoption {
            by_size: cited(BySize {
                micro: Estimate::exactly(average),
                small: Estimate::exactly(average),
                medium: Estimate::exactly(average),
            }),
        },
        tiers: Vec::new(),
        stopgap: None,
    }
}

/// Three topics, seven questions, four measures.
pub fn catalogue() -> Catalogue {
    let mut old_mfa = question("old-mfa", "accounts", &[("none", 0.0), ("all", 0.9)], "mfa");
    old_mfa.withdrawn = Some("2026.1".into());
    old_mfa.replaced_by = Some("mfa".into());
    let mut shop = question("shop-updates", "web", &[("never", 0.0), ("monthly", 0.8)], "web-hardening");
    shop.when.traits = vec!["web-shop".into()];
    let mut rehearsal = question(
        "backup-test",
        "backup",
        &[("never", 0.0), ("older", 0.4), ("within-6-months", 0.85)],
        "restore-test",
    );
    rehearsal.weights = BTreeMap::from([(MeasureId::new("restore-test"), 3.0)]);
    let mut login = question("mfa", "accounts", &[("none", 0.0), ("some", 0.4), ("all", 1.0)], "mfa");
    login.knows = vec!["it-provider".into()];
    Catalogue {
        version: ContentVersion {
            version: "2026.1".into(),
            sha256: String::new(),
            dated: None,
            review_by: None,
        },
        constants: constants(),
        calibration: calibration(),
        ladder: LadderConstants::default(),
        scenarios: Vec::new(),
        grants: Vec::new(),
        knowledge: Knowledge::default(),
        views: Views::default(),
        check_lists: CheckLists::default(),
        measures: vec![
            measure("backup", 0.7, None),
            measure("mfa", 0.36, None),
            measure("restore-test", 0.3, Some(12.0)),
            {
                let mut web = measure("web-hardening", 0.5, None);
                web.when.traits = vec!["web-shop".into(), "website".into()];
                web
            },
        ],
        bundles: Vec::new(),
        questions: vec![
            login,
            old_mfa,
            question("backup-exists", "backup", &[("never", 0.0), ("weekly", 0.5), ("daily", 0.9)], "backup"),
            after(rehearsal, "backup-exists", &["weekly", "daily"]),
            after(
                question("backup-record", "backup", &[("no", 0.0), ("yes", 1.0)], "restore-test"),
                "backup-test",
                &["older", "within-6-months"],
            ),
            shop,
        ],
        topics: ["accounts", "backup", "web"]
            .map(|id| Topic { id: TopicId::new(id), title: id.into(), summary: String::new() })
            .into(),
        segments: vec![segment()],
        sub_trades: Vec::new(),
        sizes: SizeClass::ALL.map(size).into(),
        levels: [(Level::Low, 0), (Level::Medium, 4), (Level::High, 8)]
            .map(|(level, from_items)| LevelProfile { level, title: level.as_str().into(), from_items })
            .into(),
        items: ["website", "cloud"]
            .map(|id| DigitalItem {
                id: ItemId::new(id),
                text: id.into(),
                answered_by: [TraitId::new(id)].into_iter().filter(|it| it.as_str() == "website").collect(),
                share: cited([0.5; 3]),
            })
            .into(),
        traits: ["external-it", "web-shop", "website"]
            .map(|id| Trait {
                id: TraitId::new(id),
                text: id.into(),
                implies: None,
                prevalence: cited([0.5; 3]),
                exposure: Vec::new(),
            })
            .into(),
        systems: Vec::new(),
        roles: ["management", "it-provider"]
            .map(|id| Role {
                id: RoleId::new(id),
                title: id.into(),
                short: id.into(),
                says: None,
                kind: RoleKind::Staff,
                from_employees: 0,
                when: Vec::new(),
            })
            .into(),
        glossary: Vec::new(),
        contradictions: Vec::new(),
        successors: crate::model::Successors::default(),
        sources: BTreeMap::new(),
    }
}

fn segment() -> Segment {
    Segment {
        id: SegmentId::new("crafts"),
        title: "Crafts".into(),
        examples: String::new(),
        wz: Vec::new(),
        severity: cited(1.0),
        fixed_cost_share: cited(0.45),
        contribution_margin_share: cited(0.5),
        turnover_per_head: cited(TurnoverPerHead { eur: 120_000.0, deviation: 0.4 }),
        own_hour_eur: cited(45.0),
        computer_users: cited(0.5),
        share_of_firms: cited(1.0),
        shifts: cited(Shifts::default()),
        workplace: String::new(),
        customers: String::new(),
        processes: Vec::new(),
        typical_traits: vec!["website".into()],
        nis2_annexes: Vec::new(),
        nis2_hint: String::new(),
    }
}

fn size(size: SizeClass) -> SizeProfile {
    SizeProfile {
        size,
        title: size.as_str().into(),
        reference_employees: match size {
            SizeClass::Micro => 5.0,
            SizeClass::Small => 25.0,
            SizeClass::Medium => 100.0,
        },
        reference_users: 10.0,
        reference_turnover_eur: 2e6,
        attenuation_relief: cited(0.1),
        hours_per_month: cited(4.0),
        review_months: 12,
    }
}

fn constants() -> Constants {
    let exactly = |value| cited(Estimate::exactly(value));
    Constants {
        reference: Reference { turnover_eur: 2e6, working_days: 250.0 },
        climate_cv: cited(0.3),
        overlap: Overlap { exponent: exactly(0.8) },
        residual: Residual { frequency: exactly(0.1), severity: exactly(0.15) },
        hourly_rates: HourlyRates { technician: exactly(110.0), consultant: exactly(150.0) },
        discount_rate: cited(0.04),
        reserve_months: cited(2.0),
        risk_loading: cited(0.08),
        tolerable_ruin: cited(0.01),
        horizon_years: 5,
        doubt_claimed: cited(0.2),
        doubt_shown: cited(0.1),
        doubt_tested: cited(0.05),
        interruption_share: cited(0.55),
        reference_day_eur: cited(5000.0),
        severity_cap_turnovers: cited(1.0),
    }
}

fn calibration() -> Calibration {
    let course = |scale| Course { scale, below: 1.0, above: 1.0 };
    let by_grade = ByGrade { a: 0.1, b: 0.2, c: 0.3 };
    Calibration {
        size: SizeCourses {
            frequency: course(Scale::Log),
            severity: course(Scale::Log),
            jensen: course(Scale::Log),
            adoption: course(Scale::Linear),
            relief: course(Scale::Linear),
            hours: course(Scale::Log),
            degree: course(Scale::Linear),
            policy: course(Scale::Log),
            grade: Grade::C,
            sources: Vec::new(),
        },
        turnover_slope: cited(0.0),
        digitalisation: cited(DigitalCurve {
            knots: [2.0, 5.0, 9.0],
            ends: 0.5,
            frequency: 1.0,
            severity: 1.0,
            web: 1.0,
            web_scenarios: Vec::new(),
            own_segment: 0.5,
        }),
        standstill: cited(Standstill {
            scenarios: Vec::new(),
            lowest: 0.5,
            highest: 1.6,
            most_daily_turnovers: 2.0,
        }),
        experience: cited(Experience {
            years: 5.0,
            half_trust_events: 2.0,
            lowest: 0.5,
            highest: 2.0,
            kinds: vec![IncidentKind { id: "outage".into(), text: "outage".into(), scenarios: Vec::new() }],
        }),
        ageing: cited(Ageing { grace_months: 0.0, claimed: 1.0, shown: 1.0, tested: 1.0 }),
        prices: cited(PriceRules {
            course: PriceCourse { second_site: 0.6, once_below: 0.4, user_reference: 0.7 },
            several_sites: "external-it".into(),
        }),
        uncertainty: cited(Uncertainty {
            draws: 10,
            frequency_common: 0.4,
            severity_common: 0.3,
            severity_own: by_grade,
            sigma: 0.1,
            segment_frequency_common: 0.2,
            segment_frequency_own: by_grade,
            segment_severity: by_grade,
            size_frequency: 0.2,
            size_severity: 0.2,
            level: 0.3,
            standstill_given: 0.1,
            standstill_open: 0.4,
            cap: 0.3,
            degrees_open: 0.3,
            degrees_answered: 0.5,
        }),
        bearing: cited(BearingLimits { yes_from: 0.8, no_below: 0.2, narrow: 0.1 }),
        stress: Vec::new(),
        chains: Vec::new(),
    }
}

/// The evidence of a record replaced.
pub fn with_evidence(mut record: Record, evidence: Evidence) -> Record {
    record.evidence = evidence;
    record
}
