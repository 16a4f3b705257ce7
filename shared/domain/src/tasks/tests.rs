use futures::executor::block_on;

use super::*;
use crate::context::{Context, Environment};
use crate::staff::Author;
use crate::staff::MemberId;
use crate::storage::keys::{OrderKey, tasks_index};
use crate::storage::{MemoryStore, Store as _};
use crate::time::{Duration, Timestamp};

struct Clock(std::cell::Cell<Timestamp>);

impl Environment for Clock {
    fn now(&self) -> Timestamp {
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

#[test]
fn tasks_that_say_the_same_are_one_and_end_together() {
    let store = MemoryStore::default();
    let clock = Clock(std::cell::Cell::new(Timestamp::UNIX_EPOCH));
    let context = Context::new(&store, &clock);
    for (order, why) in [
        ("1", TaskReason::WatchListed),
        ("2", TaskReason::Bounced),
        ("1", TaskReason::WatchListed),
        ("1", TaskReason::Bounced),
    ] {
        let key = OrderKey::new("north", order).unwrap();
        block_on(open_task(context, &key, why)).unwrap();
    }
    let numbers = || {
        let open = block_on(open(context, "north", Wanted::stretch_from(1))).unwrap();
        open.tasks.iter().map(|task| task.n).collect::<Vec<_>>()
    };
    assert_eq!(numbers(), [1, 2, 4]);
    for (task, left) in [
        (1, vec![2, 4]),
        (1, vec![2, 4]),
        (99, vec![2, 4]),
        (2, vec![4]),
    ] {
        block_on(end(context, "north", task, Some(author("Ada")))).unwrap();
        assert_eq!(numbers(), left, "{task}");
    }
    // One whose number was drawn before may be on its way: later, the list begins behind it.
    let index = tasks_index("north");
    assert_eq!(block_on(index.first(&store)).unwrap(), 1);
    clock.0.set(Timestamp::UNIX_EPOCH + Duration::hours(1));
    block_on(end(context, "north", 4, None)).unwrap();
    assert_eq!(block_on(index.first(&store)).unwrap(), 5);
}

#[test]
fn of_two_who_take_a_task_at_once_the_first_has_it_and_hands_it_on() {
    let store = MemoryStore::default();
    let clock = Clock(std::cell::Cell::new(Timestamp::UNIX_EPOCH));
    let context = Context::new(&store, &clock);
    let key = OrderKey::new("north", "1").unwrap();
    block_on(open_task(context, &key, TaskReason::NotSent)).unwrap();
    let hand = |by: &str, to: &str, after| {
        let handed = hand(context, "north", 1, author(by), author(to), after);
        let owner = block_on(handed).unwrap().unwrap();
        (owner.by, owner.member.name)
    };
    assert_eq!(hand("Ada", "Ada", 0), (1, "Ada".to_owned()));
    assert_eq!(hand("Ben", "Ben", 0), (1, "Ada".to_owned()));
    assert_eq!(hand("Ada", "Ben", 1), (3, "Ben".to_owned()));
    let open = block_on(open(context, "north", Wanted::stretch_from(1))).unwrap();
    let owner = open.tasks[0].owner.as_ref().unwrap();
    assert_eq!((owner.by, owner.member.name.as_str()), (3, "Ben"));
}

#[test]
fn behind_many_that_have_ended_the_next_ones_are_found() {
    let store = MemoryStore::default();
    let clock = Clock(std::cell::Cell::new(Timestamp::UNIX_EPOCH));
    let context = Context::new(&store, &clock);
    let index = tasks_index("north");
    for n in 1..=700 {
        let key = OrderKey::new("north", &n.to_string()).unwrap();
        block_on(open_task(context, &key, TaskReason::NotSent)).unwrap();
        if !matches!(n, 1 | 450 | 451 | 700) {
            block_on(store.delete(&index.entry(n))).unwrap();
        }
    }
    let read = |from, most, stretches| {
        let wanted = Wanted {
            from,
            most,
            stretches,
            fits: &|open: &OpenTask| open.n != 451,
        };
        let open = block_on(open(context, "north", wanted)).unwrap();
        let numbers: Vec<u64> = open.tasks.iter().map(|task| task.n).collect();
        (numbers, open.next)
    };
    assert_eq!(read(1, 9, 1), (vec![1], Some(201)));
    assert_eq!(read(1, 9, 3), (vec![1, 450], Some(601)));
    assert_eq!(read(1, 9, 5), (vec![1, 450, 700], None));
    assert_eq!(read(1, 2, 5), (vec![1, 450], Some(451)));
    assert_eq!(read(700, 2, 5), (vec![700], None));
}

#[test]
fn what_is_not_there_is_given_to_nobody_and_an_orders_tasks_end_by_their_reason() {
    let store = MemoryStore::default();
    let clock = Clock(std::cell::Cell::new(Timestamp::UNIX_EPOCH));
    let context = Context::new(&store, &clock);
    let key = OrderKey::new("north", "1").unwrap();
    for why in [TaskReason::Urgent, TaskReason::NotSent, TaskReason::Urgent] {
        block_on(open_task(context, &key, why)).unwrap();
    }
    let handed = hand(context, "north", 4, author("Ada"), author("Ada"), 0);
    assert_eq!(block_on(handed).unwrap(), None);
    assert_eq!(
        block_on(store.count(&crate::storage::keys::task_owners_log("north").len())).unwrap(),
        0
    );
    block_on(end_of_order(
        context,
        &key,
        TaskReason::Urgent,
        Some(&author("Ada")),
    ))
    .unwrap();
    let open = block_on(open(context, "north", Wanted::stretch_from(1))).unwrap();
    let left: Vec<_> = open.tasks.iter().map(|task| task.task.why).collect();
    assert_eq!(left, [Some(TaskReason::NotSent)]);
}

#[test]
fn the_list_begins_behind_what_has_ended_however_far_that_is() {
    let store = MemoryStore::default();
    let clock = Clock(std::cell::Cell::new(Timestamp::UNIX_EPOCH));
    let context = Context::new(&store, &clock);
    let index = tasks_index("north");
    for n in 1..=900 {
        let key = OrderKey::new("north", &n.to_string()).unwrap();
        block_on(open_task(context, &key, TaskReason::NotSent)).unwrap();
    }
    clock.0.set(Timestamp::UNIX_EPOCH + Duration::hours(1));
    // All but the first and the last end, then the first.
    for n in (2..900).chain([1]) {
        block_on(end(context, "north", n, None)).unwrap();
    }
    assert_eq!(block_on(index.first(&store)).unwrap(), 2);
    let key = OrderKey::new("north", "901").unwrap();
    block_on(open_task(context, &key, TaskReason::NotSent)).unwrap();
    block_on(end(context, "north", 900, None)).unwrap();
    assert_eq!(block_on(index.first(&store)).unwrap(), 901);
}

#[test]
fn who_is_named_again_has_a_task_though_the_first_was_handed_on() {
    let store = MemoryStore::default();
    let clock = Clock(std::cell::Cell::new(Timestamp::UNIX_EPOCH));
    let context = Context::new(&store, &clock);
    let named = |note: u64| Task {
        owner: Some(author("Ada")),
        note: Some(note),
        ..Task::of_order("1", Timestamp::UNIX_EPOCH, TaskReason::Mentioned)
    };
    let name = |note: u64| {
        let writes = block_on(tasks_index("north").listings(&store, &[named(note)])).unwrap();
        block_on(store.set_many(writes)).unwrap();
    };
    let owners = || {
        let open = block_on(open(context, "north", Wanted::stretch_from(1))).unwrap();
        let owner = |open: OpenTask| (open.n, open.owner.unwrap().member.name);
        open.tasks.into_iter().map(owner).collect::<Vec<_>>()
    };
    name(1);
    name(2);
    assert_eq!(owners(), [(1, "Ada".to_owned())]);
    let handed = hand(context, "north", 1, author("Ada"), author("Ben"), 0);
    block_on(handed).unwrap();
    assert_eq!(owners(), [(1, "Ben".to_owned()), (2, "Ada".to_owned())]);
    block_on(end(context, "north", 1, None)).unwrap();
    assert_eq!(owners(), [(2, "Ada".to_owned())]);
}
