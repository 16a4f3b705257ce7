use super::*;
use crate::access::link::LinkKeys;
use crate::staff::Role;
use crate::staff::password::Password;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn session(id: &str) -> MemberChange {
    MemberChange::SessionBegan(Session {
        id: id.to_owned(),
        began_at: at(0),
        user_agent: String::new(),
    })
}

fn password(hash: &str) -> MemberChange {
    let keys = LinkKeys::from_setting("a-link-secret-of-32-bytes-or-more").unwrap();
    let peppered = Password::typed("four words on paper").peppered(&keys);
    MemberChange::Password(peppered.stored(hash.to_owned()))
}

fn ended(id: &str) -> MemberChange {
    MemberChange::SessionEnded(id.to_owned())
}

/// The member after these changes, whose numbers are given.
fn member(changes: &[(u64, MemberChange)]) -> Member {
    let mut member = Member::default();
    for (n, change) in changes {
        let event = MemberEvent {
            at: at(0),
            change: change.clone(),
        };
        member.apply(*n, event);
    }
    member
}

fn ids(member: &Member) -> Vec<&str> {
    let sessions = member.sessions(at(1));
    sessions.map(|session| session.id.as_str()).collect()
}

#[test]
fn an_id_is_one_for_every_case_of_an_address() {
    let id = MemberId::of_address("Ada@Example.com ");
    assert_eq!(id, MemberId::of_address("ada@example.com"));
    assert_eq!(MemberId::parse(&id.to_string()), Some(id));
    for wrong in [
        "",
        "x",
        &"A".repeat(32),
        &"0".repeat(33),
        "../../../../../../../../../../..",
    ] {
        assert_eq!(MemberId::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn events_may_turn_up_in_any_order() {
    let invited = MemberChange::Invited {
        address: "ada@example.com".to_owned(),
        name: "Ada".to_owned(),
        access: Access::everything(),
    };
    let changes = [
        (1, invited),
        (2, password("hash")),
        (3, session("a")),
        (4, session("b")),
        (5, ended("a")),
        (6, MemberChange::Access(Access::default())),
        (7, session("c")),
    ];
    let ordered = member(&changes);
    assert_eq!(ids(&ordered), ["c"]);
    assert_eq!(ordered.access().role, Role::Viewer);
    let mut state = 1_u64;
    for _ in 0..50 {
        let mut mixed = changes.to_vec();
        for i in (1..mixed.len()).rev() {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            mixed.swap(i, usize::try_from(state >> 33).unwrap() % (i + 1));
        }
        let other = member(&mixed);
        assert_eq!(ids(&other), ["c"]);
        assert_eq!(other.access(), ordered.access());
        assert_eq!(other.password(), ordered.password());
    }
}

#[test]
fn a_new_password_new_rights_or_suspension_end_every_session() {
    for end in [
        password("new"),
        MemberChange::Access(Access::everything()),
        MemberChange::Suspended(true),
        MemberChange::SessionsEnded,
    ] {
        let after = member(&[(1, session("a")), (2, end.clone())]);
        assert!(ids(&after).is_empty(), "{end:?}");
    }
}

#[test]
fn sessions_are_bounded_and_age() {
    let many: Vec<_> = (1..=200_u64)
        .map(|n| (n, session(&n.to_string())))
        .collect();
    let member = member(&many);
    assert_eq!(ids(&member).len(), MAX_SESSIONS);
    assert_eq!(ids(&member).first(), Some(&"200"));
    let later = at(0) + SESSION_LIFE;
    assert_eq!(member.sessions(later).count(), 0);
}
