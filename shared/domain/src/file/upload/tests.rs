//! Uploads are found by who sent them, for a day, and swept after it.

use std::cell::Cell;

use futures::executor::block_on;

use super::*;
use crate::storage::MemoryStore;

const PDF: &[u8] = b"%PDF-1.7";

/// A clock that is moved by hand.
struct Clock(Cell<Timestamp>);

impl Environment for Clock {
    fn now(&self) -> Timestamp {
        self.0.get()
    }

    fn random(&self) -> u64 {
        7
    }
}

impl Clock {
    fn new() -> Self {
        Self(Cell::new("2026-06-01T08:00:00Z".parse().unwrap()))
    }

    fn later(&self, hours: i64) {
        self.0.set(self.0.get() + Duration::hours(hours));
    }
}

fn files(count: usize) -> Vec<NewFile> {
    let file = NewFile::read("a.pdf", PDF.to_vec()).unwrap();
    vec![file; count]
}

#[test]
fn an_upload_is_its_members_alone_and_for_a_day() {
    let (store, clock) = (MemoryStore::default(), Clock::new());
    let context = Context::new(&store, &clock);
    let [ada, ben] = ["ada@x.example", "ben@x.example"].map(MemberId::of_address);
    let kept = block_on(keep(context, &ada, files(2))).unwrap();
    let numbers: Vec<u64> = kept.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, [1, 2]);
    let find = |member, number| block_on(find(context, member, number)).unwrap();
    assert_eq!(find(&ada, 2).unwrap().file, Stored::of(PDF));
    assert_eq!(find(&ben, 2), None);
    assert_eq!(find(&ada, 3), None);
    assert_eq!(block_on(content(&store, 2)).unwrap().as_deref(), Some(PDF));
    clock.later(25);
    assert_eq!(find(&ada, 2), None);
}

#[test]
fn what_is_over_is_swept_and_nothing_else() {
    let (store, clock) = (MemoryStore::default(), Clock::new());
    let context = Context::new(&store, &clock);
    let ada = MemberId::of_address("ada@x.example");
    let sweep = || block_on(sweep(context)).unwrap();
    let is_there = |number| block_on(content(&store, number)).unwrap().is_some();
    sweep();
    block_on(keep(context, &ada, files(2))).unwrap();
    // The taker of a number died before it wrote anything.
    block_on(store.increment(&uploads_index().len())).unwrap();
    clock.later(20);
    block_on(keep(context, &ada, files(1))).unwrap();
    sweep();
    assert!((1..=4).all(|number| is_there(number) != (number == 3)));
    clock.later(5);
    sweep();
    assert_eq!([1, 2, 4].map(is_there), [false, false, true]);
    assert_eq!(
        block_on(store.get(&uploads_index().entry(1))).unwrap(),
        None
    );
    clock.later(20);
    sweep();
    assert!(!is_there(4));
    // Many at once take several sweeps.
    block_on(keep(context, &ada, files(60))).unwrap();
    clock.later(25);
    sweep();
    assert_eq!([54, 55, 64].map(is_there), [false, true, true]);
    sweep();
    assert!(!is_there(64));
    assert_eq!(block_on(uploads_index().first(&store)).unwrap(), 65);
}

#[test]
fn numbers_that_nobody_wrote_do_not_stop_the_sweep() {
    let (store, clock) = (MemoryStore::default(), Clock::new());
    let context = Context::new(&store, &clock);
    block_on(store.increment_by(&uploads_index().len(), 120)).unwrap();
    for first in [51, 101, 101] {
        block_on(sweep(context)).unwrap();
        assert_eq!(block_on(uploads_index().first(&store)).unwrap(), first);
    }
}

#[test]
fn a_file_is_refused_or_has_a_name_that_fits() {
    let read = |name: &str, content: &[u8]| NewFile::read(name, content.to_vec());
    assert_eq!(read("a.pdf", b""), Err(FileFault::Empty));
    assert_eq!(read("a.png", b"<html>"), Err(FileFault::Type));
    let large = [PDF, &vec![0; MAX_FILE_BYTES]].concat();
    assert_eq!(read("a.pdf", &large), Err(FileFault::TooLarge));
    assert!(read("a.pdf", &large[..MAX_FILE_BYTES]).is_ok());
    for (sent, name) in [
        ("Invoice 7.pdf", "Invoice 7.pdf"),
        ("C:\\fakepath\\F-88.PDF", "F-88.PDF"),
        ("../../etc/passwd", "passwd.pdf"),
        ("a\r\nBcc: x\u{202e}.pdf", "aBcc: x.pdf"),
        ("page.png", "page.png.pdf"),
        ("", "file.pdf"),
        ("..", "file.pdf"),
        (".htaccess", "file.pdf"),
        ("a/", "file.pdf"),
    ] {
        assert_eq!(read(sent, PDF).unwrap().name, name, "{sent:?}");
    }
    let long = read(&format!("{}.pdf", "ø".repeat(300)), PDF).unwrap().name;
    assert_eq!(long.chars().count(), MAX_NAME);
    assert!(long.ends_with("ø.pdf"));
}
