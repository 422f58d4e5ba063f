//! Who there is in a firm to learn and to decide.

use crate::model::{Catalogue, Company, Kind, RoleId};

/// Who does in this firm what content gives to a role: the role itself where the firm has it, for technique whoever
/// carries most of it here, else whoever leads.
pub fn stand_in(catalogue: &Catalogue, company: &Company, role: &RoleId) -> RoleId {
    let present = roles_present(catalogue, company);
    if present.contains(role) {
        return role.clone();
    }
    let technique = |role: &RoleId| {
        let of_role = catalogue.measures.iter().filter(|it| &it.done_by == role);
        of_role.filter(|it| it.kind == Kind::Technical).count()
    };
    let technician = present.iter().rev().max_by_key(|it| technique(it)).filter(|it| technique(it) > 0);
    let other = technician.filter(|_| technique(role) > 0);
    other.or(present.first()).unwrap_or(role).clone()
}

/// The roles a firm of this profile has, in the catalogue's order.
pub fn roles_present(catalogue: &Catalogue, company: &Company) -> Vec<RoleId> {
    let level = catalogue.level(company);
    catalogue.roles.iter().filter(|it| it.is_in(company, level)).map(|it| it.id.clone()).collect()
}
