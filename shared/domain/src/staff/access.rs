//! Roles, and what each may do.

use serde::{Deserialize, Serialize};

/// The role of a member.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Sees everything, and may do everything but what needs a further right.
    Owner,
    /// Looks after customers and orders.
    Agent,
    /// Sees everything and changes nothing.
    #[default]
    Viewer,
}

impl Role {
    /// Every role, the mightiest first.
    pub const ALL: [Self; 3] = [Self::Owner, Self::Agent, Self::Viewer];

    /// The role's name in forms and stored records.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Agent => "agent",
            Self::Viewer => "viewer",
        }
    }

    /// The role of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// Something that one may or may not do at the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Looking at orders, customers, mails and settings.
    View,
    /// Acting on orders and customers: notes, mails, statuses, tasks.
    Act,
    /// Changing settings, rules and templates.
    Configure,
    /// Inviting people, changing what they may do, and making API keys.
    ManagePeople,
    /// Exporting data of customers.
    Export,
    /// Erasing data of customers.
    Erase,
}

/// The permissions of a member: a role, two further rights, and the shops that they hold for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Access {
    /// The role.
    pub role: Role,
    /// True if data may be exported.
    #[serde(default)]
    pub may_export: bool,
    /// True if data may be erased.
    #[serde(default)]
    pub may_erase: bool,
    /// The ids of the shops that they see; none if it is all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shops: Option<Vec<String>>,
}

impl Access {
    /// The access of somebody who may do everything, in every shop.
    #[must_use]
    pub const fn everything() -> Self {
        Self {
            role: Role::Owner,
            may_export: true,
            may_erase: true,
            shops: None,
        }
    }

    /// Tells whether they may do this, in the shops that they see.
    #[must_use]
    pub const fn may(&self, permission: Permission) -> bool {
        match permission {
            Permission::View => true,
            Permission::Act => matches!(self.role, Role::Owner | Role::Agent),
            Permission::Configure | Permission::ManagePeople => matches!(self.role, Role::Owner),
            Permission::Export => self.may_export,
            Permission::Erase => self.may_erase,
        }
    }

    /// Tells whether they see a shop.
    #[must_use]
    pub fn sees(&self, shop: &str) -> bool {
        match &self.shops {
            None => true,
            Some(shops) => shops.iter().any(|own| own == shop),
        }
    }

    /// Tells whether there can be a shop that both see.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        match (&self.shops, &other.shops) {
            (None, _) | (_, None) => true,
            (Some(own), Some(theirs)) => own.iter().any(|shop| theirs.contains(shop)),
        }
    }

    /// Tells whether this access grants nothing that `other` does not.
    ///
    /// Owners of some shops alone cannot make anybody mightier than they are.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        let rank = |role: Role| match role {
            Role::Owner => 2,
            Role::Agent => 1,
            Role::Viewer => 0,
        };
        let shops = match (&self.shops, &other.shops) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(own), Some(theirs)) => own.iter().all(|shop| theirs.contains(shop)),
        };
        rank(self.role) <= rank(other.role)
            && (!self.may_export || other.may_export)
            && (!self.may_erase || other.may_erase)
            && shops
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_role_may_do_what_its_row_says() {
        use Permission::{Act, Configure, Erase, Export, ManagePeople, View};
        let all = [View, Act, Configure, ManagePeople, Export, Erase];
        for (role, allowed) in [
            (Role::Owner, vec![View, Act, Configure, ManagePeople]),
            (Role::Agent, vec![View, Act]),
            (Role::Viewer, vec![View]),
        ] {
            let access = Access {
                role,
                ..Access::default()
            };
            for permission in all {
                let may = access.may(permission);
                assert_eq!(
                    may,
                    allowed.contains(&permission),
                    "{role:?} {permission:?}"
                );
            }
        }
        assert!(
            all.iter()
                .all(|permission| Access::everything().may(*permission))
        );
    }

    #[test]
    fn nobody_gives_more_than_they_have() {
        let of = |role, shops: Option<&[&str]>, may_erase| Access {
            role,
            may_erase,
            may_export: false,
            shops: shops.map(|shops| shops.iter().map(|shop| (*shop).to_owned()).collect()),
        };
        let north = of(Role::Owner, Some(&["north"]), false);
        assert!(north.is_within(&Access::everything()));
        assert!(of(Role::Viewer, Some(&["north"]), false).is_within(&north));
        assert!(!of(Role::Viewer, Some(&["north", "south"]), false).is_within(&north));
        assert!(!of(Role::Viewer, None, false).is_within(&north));
        assert!(!of(Role::Viewer, Some(&["north"]), true).is_within(&north));
        assert!(!of(Role::Owner, None, false).is_within(&of(Role::Agent, None, false)));
        assert!(north.sees("north") && !north.sees("south"));
        assert!(north.meets(&Access::everything()) && Access::everything().meets(&north));
        assert!(north.meets(&of(Role::Viewer, Some(&["south", "north"]), false)));
        assert!(!north.meets(&of(Role::Owner, Some(&["south"]), false)));
    }
}
