//! What large customers usually ask a small supplier, answered from the posture.

use crate::model::{Catalogue, MeasureId, Posture};

/// A usual question of large customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CustomerTopic {
    /// Nothing without the maker's updates in the network.
    Supported,
    /// Networks are separated.
    Separated,
    /// A second factor at the doors.
    SecondFactor,
    /// Backups apart from the network, and tried.
    Backup,
    /// Somebody can be reached after an incident.
    IncidentContact,
    /// There is a list of devices and programs.
    Inventory,
    /// People are instructed.
    Instruction,
    /// Somebody is responsible.
    Responsible,
}

/// How well a firm can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It can say yes and show it.
    Yes,
    /// It has begun.
    Partly,
    /// Not yet.
    NotYet,
}

/// Topics with the measures behind them. What small suppliers are usually asked, from published questionnaires of
/// the supply chain (our selection).
const TOPICS: [(CustomerTopic, &[&str]); 8] = [
    (CustomerTopic::Responsible, &["it-responsibility", "management-commitment"]),
    (CustomerTopic::Inventory, &["asset-inventory"]),
    (CustomerTopic::Supported, &["eol-replacement", "patch-management"]),
    (CustomerTopic::SecondFactor, &["mfa", "remote-access-secure"]),
    (CustomerTopic::Backup, &["backup-offline", "restore-test"]),
    (CustomerTopic::Separated, &["network-segmentation"]),
    (CustomerTopic::IncidentContact, &["incident-plan", "reporting-channel"]),
    (CustomerTopic::Instruction, &["awareness-training"]),
];

/// The usual questions with how well this firm can answer them.
pub fn customer_view(
    catalogue: &Catalogue,
    posture: &Posture,
) -> Vec<(CustomerTopic, Standing, Vec<MeasureId>)> {
    let view = TOPICS.into_iter().filter_map(|(topic, ids)| {
        let measures: Vec<MeasureId> = ids.iter().map(MeasureId::new).collect();
        let places: Vec<usize> = measures.iter().filter_map(|it| catalogue.measure_index(it)).collect();
        // The weakest measure answers: a customer asks for the whole.
        let weakest = places.iter().map(|it| posture.degrees[*it].expected).min_by(f64::total_cmp)?;
        let standing = if weakest >= 0.7 {
            Standing::Yes
        } else if weakest >= 0.35 {
            Standing::Partly
        } else {
            Standing::NotYet
        };
        Some((topic, standing, measures))
    });
    view.collect()
}
