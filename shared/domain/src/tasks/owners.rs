//! The owners of tasks.

use serde::{Deserialize, Serialize};

use crate::staff::Author;
use crate::storage::Numbered;
use crate::storage::event_log::Projection;
use crate::storage::record::Record;
use crate::time::Timestamp;

/// The most tasks whose owners are kept: the newest.
const MAX_TASKS: usize = 1000;

/// The most times that one task is handed on before its past is forgotten.
const MAX_HANDED: usize = 20;

/// Something that was done with a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct TaskEvent {
    /// The time when it was done.
    pub(super) at: Timestamp,
    /// The member who did it; none: a program did, by the API.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) by: Option<Author>,
    /// The task's number.
    pub(super) task: u64,
    /// The change.
    pub(super) change: TaskChange,
}

impl Record for TaskEvent {
    const VERSION: u32 = 1;
}

/// A change of a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum TaskChange {
    /// A member has it from now on.
    HandedTo {
        /// The member.
        to: Author,
        /// The event that gave it to who had it then; 0 if nobody was given it. It counts
        /// only if that is still so: of two at once, the first counts.
        after: u64,
    },
    /// It is done.
    Ended,
}

/// The owner of a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// The number of the event that gave it to them; 0 if they had it from the start.
    pub by: u64,
    /// The member.
    pub member: Author,
}

/// The tasks that were given to somebody, and to whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Owners {
    tasks: Numbered<Vec<Handed>>,
    /// The tasks that ended last: what was said of them may turn up late.
    ended: Vec<u64>,
}

/// A task was given to somebody, by the event of this number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Handed {
    n: u64,
    after: u64,
    to: Author,
}

impl Record for Owners {
    const VERSION: u32 = 1;
}

impl Projection for Owners {
    type Event = TaskEvent;

    fn apply(&mut self, n: u64, event: TaskEvent) {
        let task = event.task;
        match event.change {
            TaskChange::Ended => {
                self.tasks.remove(&task);
                self.ended.push(task);
                self.ended.sort_unstable();
                self.ended.dedup();
                let more = self.ended.len().saturating_sub(MAX_TASKS);
                self.ended.drain(..more);
            }
            TaskChange::HandedTo { to, after } => {
                if self.ended.binary_search(&task).is_ok() {
                    return;
                }
                let mut all = self.tasks.remove(&task).unwrap_or_default();
                let place = all.partition_point(|other| other.n < n);
                all.insert(place, Handed { n, after, to });
                if all.len() > MAX_HANDED
                    && let Some(last) = last(&all)
                {
                    let last = Handed {
                        after: 0,
                        ..last.clone()
                    };
                    all = vec![last];
                }
                self.tasks.insert(task, all);
                while self.tasks.len() > MAX_TASKS {
                    let Some((oldest, _)) = self.tasks.first() else {
                        return;
                    };
                    let oldest = *oldest;
                    self.tasks.remove(&oldest);
                }
            }
        }
    }
}

/// Finds the one who has a task after it was given on, each time after the last.
fn last(all: &[Handed]) -> Option<&Handed> {
    all.iter().fold(None, |last: Option<&Handed>, next| {
        match next.after == last.map_or(0, |last| last.n) {
            true => Some(next),
            false => last,
        }
    })
}

impl Owners {
    /// Finds who was given a task, if anybody was.
    pub(super) fn of(&self, task: u64) -> Option<Owner> {
        let last = last(self.tasks.get(&task)?)?;
        Some(Owner {
            by: last.n,
            member: last.to.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::staff::MemberId;

    fn author(name: &str) -> Author {
        Author {
            id: MemberId::of_address(name),
            name: name.to_owned(),
        }
    }

    fn event(task: u64, change: TaskChange) -> TaskEvent {
        TaskEvent {
            at: Timestamp::UNIX_EPOCH,
            by: None,
            task,
            change,
        }
    }

    fn handed(name: &str, after: u64) -> TaskChange {
        let to = author(name);
        TaskChange::HandedTo { to, after }
    }

    fn owners(events: &[(u64, TaskChange)], order: &[usize]) -> Owners {
        let mut owners = Owners::default();
        for index in order {
            let (n, change) = &events[*index];
            owners.apply(*n, event(7, change.clone()));
        }
        owners
    }

    #[test]
    fn of_two_who_take_a_task_at_once_the_first_has_it_in_whatever_order_they_turn_up() {
        let events = [
            (1, handed("Ada", 0)),
            (2, handed("Ben", 0)),
            (3, handed("Cy", 1)),
        ];
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]] {
            let owner = owners(&events, &order).of(7).unwrap();
            assert_eq!((owner.by, owner.member), (3, author("Cy")));
        }
        assert_eq!(
            owners(&events, &[0, 1]).of(7).unwrap().member,
            author("Ada")
        );
        assert_eq!(owners(&events, &[1, 0]).of(8), None);
    }

    #[test]
    fn a_task_that_is_done_has_no_owner_whatever_turns_up_later() {
        let events = [
            (1, handed("Ada", 0)),
            (2, TaskChange::Ended),
            (3, handed("Ben", 1)),
        ];
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            assert_eq!(owners(&events, &order).of(7), None);
        }
    }

    #[test]
    fn a_task_that_is_handed_on_for_ever_stays_small_and_has_its_last_owner() {
        let mut owners = Owners::default();
        for n in 1..=200 {
            let name = format!("member {n}");
            owners.apply(n, event(7, handed(&name, n - 1)));
            assert_eq!(owners.of(7).unwrap().member.name, name);
        }
        assert!(owners.tasks.get(&7).unwrap().len() <= MAX_HANDED);
    }
}
