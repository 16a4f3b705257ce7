//! The names of members. Notes name people by them, so no two who look after the same shop
//! are to be called the same.

use super::{Access, Member, MemberId};

/// Tells whether another member who can sign in has a name already, of those who may see a
/// shop that `access` is for.
#[must_use]
pub fn is_taken(
    name: &str,
    by: &MemberId,
    access: &Access,
    members: &[(MemberId, Member)],
) -> bool {
    let name = folded(name);
    members.iter().any(|(id, member)| {
        id != by
            && member.is_active()
            && member.access().meets(access)
            && folded(member.name()) == name
    })
}

/// The part of a name that people go by: case, spaces and what cannot be seen do not tell
/// two apart.
fn folded(name: &str) -> String {
    let letters: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    match letters.is_empty() {
        true => name.trim().to_owned(),
        false => letters.to_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::link::LinkKeys;
    use crate::staff::member::{MemberChange, MemberEvent};
    use crate::staff::password::Password;
    use crate::storage::event_log::Projection;
    use crate::time::Timestamp;

    #[test]
    fn nobody_takes_the_name_of_a_colleague() {
        let keys = LinkKeys::from_setting("a-link-secret-of-32-bytes-or-more").unwrap();
        let of = |shop: &str| Access {
            shops: Some(vec![shop.to_owned()]),
            ..Access::default()
        };
        let invited = MemberChange::Invited {
            address: "ada@example.com".to_owned(),
            name: "Ada Lind".to_owned(),
            access: of("north"),
        };
        let password = Password::typed("four words on paper").peppered(&keys);
        let password = MemberChange::Password(password.stored("hash".to_owned()));
        let mut ada = Member::default();
        for (n, change) in [(1, invited), (2, password)] {
            let at = Timestamp::UNIX_EPOCH;
            ada.apply(n, MemberEvent { at, change });
        }
        let id = MemberId::of_address("ada@example.com");
        let ben = MemberId::of_address("ben@example.com");
        let members = [(id.clone(), ada)];
        let taken = |name: &str, by, access| is_taken(name, by, &access, &members);
        for same in ["Ada Lind", " ada  LIND", "Ada\u{200b} Lind", "Ada-Lind."] {
            assert!(taken(same, &ben, of("north")), "{same}");
            assert!(taken(same, &ben, Access::everything()), "{same}");
        }
        assert!(!taken("Ada", &ben, of("north")));
        assert!(!taken("Ada Lind", &ben, of("south")));
        assert!(!taken("Ada Lind", &id, of("north")));
        assert!(!taken("\u{1f600}", &ben, of("north")));
    }
}
