use futures::executor::block_on;

use super::*;
use crate::context::{Context, Environment};
use crate::people::Person;
use crate::staff::{Member, MemberChange, MemberEvent, MemberId};
use crate::storage::MemoryStore;
use crate::storage::event_log::Projection;
use crate::storage::keys::OrderKey;
use crate::time::{Duration, Timestamp};

struct Clock(std::cell::Cell<Timestamp>);

impl Environment for Clock {
    fn now(&self) -> Timestamp {
        self.0.set(self.0.get() + Duration::seconds(1));
        self.0.get()
    }

    fn random(&self) -> u64 {
        0
    }
}

fn author(name: &str) -> Author {
    Author {
        id: MemberId::of_address(name),
        name: name.to_owned(),
    }
}

fn event(name: &str, of: Option<u64>, text: Option<&str>) -> NoteEvent {
    NoteEvent {
        by: author(name),
        of,
        text: text.and_then(NoteText::typed),
        id: None,
    }
}

#[test]
fn a_note_is_read_as_it_was_last_edited_until_it_is_removed() {
    for place in [
        Place::Order(OrderKey::new("north", "1").unwrap()),
        Place::Person {
            shop: "north".to_owned(),
            person: Person::guest("ada@shop.example").unwrap(),
        },
    ] {
        let store = MemoryStore::default();
        let clock = Clock(std::cell::Cell::new(Timestamp::UNIX_EPOCH));
        let context = Context::new(&store, &clock);
        let write = |event| block_on(write(context, &place, event, |_| Vec::new())).unwrap();
        let read = || {
            let notes = block_on(place.notes(context)).unwrap();
            let page = block_on(page(&store, &place, &notes, None, ON_A_PAGE)).unwrap();
            let note = |note: &Note| {
                let is_edited = note.edited_at.is_some();
                format!("{} {}: {} {is_edited}", note.n, note.by.name, note.text)
            };
            page.notes.iter().map(note).collect::<Vec<_>>()
        };
        assert_eq!(write(event("Ada", None, Some("one\r\ntwo"))), 1);
        assert_eq!(write(event("Ben", None, Some("three"))), 2);
        assert_eq!(read(), ["2 Ben: three false", "1 Ada: one\ntwo false"]);
        write(event("Ada", Some(1), Some("one")));
        write(event("Cy", Some(2), None));
        assert_eq!(read(), ["1 Ada: one true"]);
        // Whatever is said of a note that there never was shows nothing.
        write(event("Cy", Some(99), Some("nothing")));
        assert_eq!(read(), ["1 Ada: one true"]);
    }
}

#[test]
fn whatever_order_the_events_turn_up_in_the_last_edit_counts() {
    let events = [
        (1, event("Ada", None, Some("a"))),
        (2, event("Ada", Some(1), Some("b"))),
        (3, event("Ada", Some(1), Some("c"))),
        (4, event("Ben", None, Some("d"))),
        (5, event("Ben", Some(4), None)),
    ];
    for order in [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 4, 0, 3, 1]] {
        let mut notes = Notes::default();
        for index in order {
            let (n, event) = &events[index];
            notes.take(*n, event);
        }
        assert_eq!(notes.present().collect::<Vec<_>>(), [(1, 3)]);
    }
}

#[test]
fn older_notes_stand_on_further_pages() {
    let store = MemoryStore::default();
    let clock = Clock(std::cell::Cell::new(Timestamp::UNIX_EPOCH));
    let context = Context::new(&store, &clock);
    let place = Place::Order(OrderKey::new("north", "1").unwrap());
    for n in 1..=60 {
        let note = event("Ada", None, Some(&format!("note {n}")));
        block_on(write(context, &place, note, |_| Vec::new())).unwrap();
    }
    let notes = block_on(place.notes(context)).unwrap();
    let (mut before, mut seen) = (None, Vec::new());
    loop {
        let page = block_on(page(&store, &place, &notes, before, ON_A_PAGE)).unwrap();
        seen.extend(page.notes.iter().map(|note| note.n));
        before = page.older;
        if before.is_none() {
            break;
        }
    }
    assert_eq!(seen, (1..=60).rev().collect::<Vec<_>>());
}

#[test]
fn a_text_has_line_breaks_and_no_other_control_characters() {
    let text = |typed: &str| NoteText::typed(typed).map(|text| text.to_string());
    assert_eq!(text("  a\r\nb\tc \n").as_deref(), Some("a\nb c"));
    assert_eq!(text(&"ø".repeat(2000)).map(|text| text.len()), Some(4000));
    for wrong in [
        "",
        " \n ",
        "a\u{0}b",
        "a\u{1b}[0m",
        "a\rb",
        &"x".repeat(2001),
    ] {
        assert_eq!(text(wrong), None, "{wrong:?}");
    }
}

#[test]
fn a_member_is_named_by_their_whole_name_or_a_first_name_that_nobody_else_has() {
    let member = |name: &str| {
        let mut member = Member::default();
        let change = MemberChange::Invited {
            address: format!("{}@north.example", name.replace(' ', ".")),
            name: name.to_owned(),
            access: crate::staff::Access::everything(),
        };
        let at = Timestamp::UNIX_EPOCH;
        member.apply(1, MemberEvent { at, change });
        (MemberId::of_address(name), member)
    };
    let members = ["Ada Lind", "Ada Berg", "Øystein", "Bo", "Bo Ek"].map(member);
    let named = |text: &str| -> Vec<String> {
        let found = mentioned(text, &members).into_iter();
        found.map(|(_, member)| member.name().to_owned()).collect()
    };
    assert_eq!(named("@ada lind, call them"), ["Ada Lind"]);
    assert_eq!(named("(@ØYSTEIN) and @Bo!"), ["Øystein", "Bo"]);
    assert_eq!(named("@Bo Ek @bo ek"), ["Bo Ek"]);
    assert_eq!(named("@Ada @Bob mail bo@bo.example"), [""; 0]);
}

#[test]
fn of_members_with_one_name_none_is_chosen_before_the_other() {
    let members = ["1", "2"].map(|id| {
        let mut member = Member::default();
        let change = MemberChange::Invited {
            address: format!("{id}@north.example"),
            name: if id == "1" { "Ada" } else { "ADA" }.to_owned(),
            access: crate::staff::Access::everything(),
        };
        let at = Timestamp::UNIX_EPOCH;
        member.apply(1, MemberEvent { at, change });
        (MemberId::of_address(id), member)
    });
    assert_eq!(mentioned("@ada, look", &members).len(), 2);
}

#[test]
fn a_form_that_is_sent_twice_writes_one_note() {
    let sent = |id: &str| NoteEvent {
        id: Some(id.to_owned()),
        ..event("Ada", None, Some("a"))
    };
    let events = [(1, sent("x")), (2, sent("x")), (3, sent("y"))];
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        let mut notes = Notes::default();
        for index in order {
            let (n, event) = &events[index];
            notes.take(*n, event);
        }
        let present: Vec<u64> = notes.present().map(|(n, _)| n).collect();
        assert_eq!(present, [3, 1], "{order:?}");
    }
}
