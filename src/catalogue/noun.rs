//! The kinds of things content is made of, as findings name them.

/// What a reference can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Noun {
    /// A question of the self-check.
    Question,
    /// An option of a question.
    Option,
    /// Answers that do not fit together.
    Contradiction,
    /// A topic, which is a folder of questions.
    Topic,
    /// A measure.
    Measure,
    /// A bundle of measures.
    Bundle,
    /// A loss scenario.
    Scenario,
    /// A market segment.
    Segment,
    /// What a firm does, inside its segment.
    SubTrade,
    /// A size class.
    Size,
    /// A degree of digitalisation.
    Level,
    /// A digitalisation item.
    Item,
    /// A kind of incident.
    Incident,
    /// A trait of a company.
    Trait,
    /// A role in or around a company.
    Role,
    /// A source.
    Source,
    /// A variant of a measure.
    Tier,
    /// A grant.
    Grant,
    /// An explained word.
    Term,
    /// A measure among those the options of a question inform.
    InformedMeasure,
    /// A topic of DIN SPEC 27076.
    DinTopic,
    /// A requirement of DIN SPEC 27076.
    DinRequirement,
    /// A usual duty of cyber insurers.
    Duty,
    /// A usual question of large customers.
    CustomerQuestion,
    /// Something a firm's security rests on.
    Pillar,
    /// A competence of `DigComp`.
    Competence,
    /// A point of a check list.
    CheckPoint,
    /// An edition of the classification of economic activities.
    WzEdition,
    /// A sub-class of the classification of economic activities.
    WzCode,
    /// A federal state by its code.
    State,
    /// A case.
    Case,
    /// A kind of attack.
    Attack,
    /// A learning unit.
    Unit,
    /// An office or offer.
    Contact,
    /// A legal fact.
    Law,
    /// A message of the exercise.
    Message,
    /// An emergency played at the table.
    Drill,
    /// Something that reopens answers.
    Trigger,
    /// A planned project.
    Project,
    /// A question of a planned project.
    ProjectQuestion,
    /// A check of one's own competence.
    SelfCheck,
    /// The best choice at a moment of a drill.
    BestChoice,
    /// How a measure is carried out.
    HowTo,
    /// An instruction of a sheet.
    Instruction,
    /// A system firms use.
    System,
}
