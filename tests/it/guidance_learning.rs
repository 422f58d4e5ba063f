//! What a firm learns in a year, and what it can try out.

use std::collections::BTreeSet;

use jiff::civil::date;
use waage::guidance::{LearningPlan, WEEKLY_MINUTES, learning_plan};
use waage::model::{Catalogue, RoleId, UnitId};

use crate::guidance::{Firm, TODAY, catalogue, firm, firm_file, worked};

fn plan_units(catalogue: &Catalogue, firm: &Firm, weekly: u32) -> LearningPlan {
    learning_plan(catalogue, &firm.answers, &firm.posture, &firm.decision, weekly, TODAY)
}

#[test]
fn a_quarter_of_an_hour_a_week_is_never_exceeded() {
    let catalogue = catalogue();
    let firm = worked(&catalogue, "tischlerei");
    for weekly in WEEKLY_MINUTES {
        let plan = plan_units(&catalogue, &firm, weekly);
        for role in &plan.roles {
            // No role sits in two units at once, and no unit takes more weeks than its minutes need.
            let mine: Vec<_> = plan.lessons.iter().filter(|it| it.roles.contains(role)).collect();
            for pair in mine.windows(2) {
                let weeks = pair[0].week.until(pair[1].week).unwrap().get_days() / 7;
                assert!(weeks >= i32::try_from(pair[0].appointments).unwrap(), "{role} at {weekly} minutes");
            }
        }
        for lesson in &plan.lessons {
            assert!(lesson.appointments * weekly >= lesson.minutes && lesson.minutes <= 60);
            assert!(lesson.week > TODAY && lesson.week < date(2027, 12, 1), "{lesson:?}");
        }
    }
}

#[test]
fn small_steps_open_the_plan_and_more_time_reaches_further() {
    let catalogue = catalogue();
    let firm = worked(&catalogue, "tischlerei");
    let short = plan_units(&catalogue, &firm, 15);
    for role in &short.roles {
        let mut mine = short.lessons.iter().filter(|it| it.roles.contains(role));
        let first = mine.next().expect("every role learns something");
        let has_small = mine.any(|it| it.minutes <= 15);
        assert!(first.minutes <= 15 || !has_small, "{role} begins with {first:?}");
    }
    let long = plan_units(&catalogue, &firm, 60);
    assert!(long.lessons.len() >= short.lessons.len() && long.beyond.len() <= short.beyond.len());
}

#[test]
fn years_of_training_follow_each_other() {
    let catalogue = catalogue();
    let firm = worked(&catalogue, "tischlerei");
    for weekly in WEEKLY_MINUTES {
        let plan = plan_units(&catalogue, &firm, weekly);
        let years: Vec<u8> = plan
            .lessons
            .iter()
            .filter_map(|it| catalogue.knowledge.unit(&it.unit).unwrap().apprentice_year)
            .collect();
        assert!(years.is_sorted() && years.first() == Some(&1), "{years:?}");
    }
}

#[test]
fn the_plan_follows_the_answers() {
    let catalogue = catalogue();
    let answers = firm_file(&catalogue, "tischlerei");
    let now = firm(&catalogue, answers.clone());
    let mut posture = now.posture.clone();
    for (place, measure) in catalogue.measures.iter().enumerate() {
        if measure.id.as_str() == "payment-four-eyes" {
            posture.degrees[place] = waage::model::Degree::exactly(1.0);
        }
    }
    let plan = learning_plan(&catalogue, &answers, &posture, &now.decision, 15, TODAY);
    let drill = UnitId::new("callback-drill");
    let has = |plan: &waage::guidance::LearningPlan| {
        plan.lessons.iter().any(|it| it.unit == drill) || plan.beyond.contains(&drill)
    };
    assert!(has(&plan_units(&catalogue, &now, 15)) && !has(&plan));
}

#[test]
fn only_roles_of_the_firm_learn() {
    let catalogue = catalogue();
    let firm = worked(&catalogue, "baeckerei");
    let apprentice = RoleId::new("apprentice");
    let has = firm.answers.company.traits.contains("apprentices");
    assert_eq!(firm.guidance.learning.roles.contains(&apprentice), has);
    for lesson in &firm.guidance.learning.lessons {
        assert!(!lesson.roles.is_empty());
        assert!(lesson.roles.iter().all(|it| firm.guidance.learning.roles.contains(it)));
    }
}

#[test]
fn every_unit_says_how_how_long_with_what_and_for_which_competence() {
    let units = catalogue().knowledge.units;
    for unit in &units {
        assert!(
            !unit.method.is_empty() && !unit.material.is_empty() && !unit.steps.is_empty(),
            "{}",
            unit.id
        );
        assert!(
            unit.digcomp.iter().all(|it| it.starts_with("2.2:")) && !unit.digcomp.is_empty(),
            "{}",
            unit.id
        );
    }
    assert!(units.iter().any(|it| it.minutes == 5));
}

#[test]
fn there_are_six_modules_for_management_and_one_for_every_year_of_training() {
    let units = catalogue().knowledge.units;
    assert_eq!(units.iter().filter(|it| it.leadership_module).count(), 6);
    let years: BTreeSet<u8> = units.iter().filter_map(|it| it.apprentice_year).collect();
    assert_eq!(years, [1, 2, 3, 4].into());
}

#[test]
fn the_exercise_has_eight_messages_and_ten_decisions() {
    let knowledge = catalogue().knowledge;
    let of_trades = knowledge.messages.iter().filter(|it| !it.when.segments.is_empty()).count();
    assert_eq!((knowledge.messages.len() - of_trades, of_trades), (8, 10));
    assert!(knowledge.messages.iter().any(|it| !it.deceives), "not everything is a trap");
    for message in &knowledge.messages {
        assert_eq!(message.deceives, !message.levers.is_empty(), "{}", message.id);
        assert!(
            !message.body.contains(".de/") && !message.from.contains(".com"),
            "{} is invented",
            message.id
        );
    }
    assert_eq!(knowledge.drills[0].steps.len(), 10);
}

#[test]
fn every_role_that_learns_can_check_itself_with_ten_statements() {
    let knowledge = catalogue().knowledge;
    let roles: BTreeSet<&str> = knowledge.self_checks.iter().map(|it| it.role.as_str()).collect();
    for role in ["management", "training-officer", "office", "workshop", "it-internal", "apprentice", "field"]
    {
        assert!(roles.contains(role), "{role} has no check");
    }
    for check in &knowledge.self_checks {
        assert_eq!(check.statements.len(), 10, "{}", check.id);
        for statement in &check.statements {
            let unit = knowledge.unit(&statement.unit).expect("resolved");
            assert!(unit.roles.contains(&check.role), "{}: {} is not for this role", check.id, unit.id);
            assert!(statement.text.starts_with("Ich "), "{}", statement.text);
        }
    }
}
