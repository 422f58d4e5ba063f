//! Who there is in a firm to learn and to decide.

use crate::model::{Catalogue, Company, RoleId};

/// The roles a firm of this profile has, in the catalogue's order.
pub fn roles_present(catalogue: &Catalogue, company: &Company) -> Vec<RoleId> {
    let level = catalogue.level(company);
    catalogue.roles.iter().filter(|it| it.is_in(company, level)).map(|it| it.id.clone()).collect()
}
