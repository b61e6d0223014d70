//! A set of roles as bits: most words have few of them, and are asked for dozens.

use std::hash::{Hash, Hasher};
use std::mem::discriminant;

use super::Role;

/// The roles that a word's phrases may have. Two roles may share a place, so that only a no is sure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::survey::answer) struct Roles(u128);

impl Roles {
    pub(super) fn of(roles: impl Iterator<Item = Role>) -> Self {
        Self(roles.fold(0, |all, role| all | place(role)))
    }

    /// Whether a phrase may have this role, with whatever number.
    pub(super) fn may_hold(self, role: Role) -> bool {
        self.0 & place(role) != 0
    }
}

fn place(role: Role) -> u128 {
    let mut place = Place(0);
    discriminant(&role).hash(&mut place);
    1 << (place.finish() % 128)
}

/// A role's number in the order of its type is its place.
struct Place(u64);

impl Hasher for Place {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |place, byte| place.wrapping_mul(31).wrapping_add(u64::from(*byte)));
    }

    fn write_isize(&mut self, number: isize) {
        self.0 = u64::try_from(number).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_its_roles_with_any_number_and_few_others() {
        let roles = Roles::of([Role::Lead, Role::Label(4)].into_iter());
        assert!(roles.may_hold(Role::Lead) && roles.may_hold(Role::Label(1)));
        assert!(![Role::Give, Role::Number(4), Role::Lack, Role::Or].into_iter().any(|role| roles.may_hold(role)));
        assert!(!Roles::default().may_hold(Role::Lead));
    }
}
