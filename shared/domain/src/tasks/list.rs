//! The open tasks of a shop: reading, handing on and ending them.

use futures::future::{join, join3};

use super::owners::Owners;
use super::owners::{TaskChange, TaskEvent};
use super::{Owner, Task, TaskReason};
use crate::context::{Context, Environment};
use crate::staff::Author;
use crate::storage::event_log::Projected;
use crate::storage::index::Start;
use crate::storage::keys::{OrderKey, task_owners_log, tasks_index};
use crate::storage::record::encode;
use crate::storage::{Store, StoreError};
use crate::time::protocol::LEASE;

/// The numbers of the list that are read at once.
const STRETCH: u64 = 200;

/// The most stretches that are looked through for one task.
const STRETCHES: usize = 5;

/// A task that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenTask {
    /// The number by which it is named.
    pub n: u64,
    /// The task.
    pub task: Task,
    /// The member who has it, if anybody has.
    pub owner: Option<Owner>,
}

impl OpenTask {
    fn of(n: u64, task: Task, owners: &Owners) -> Self {
        let first = |member: &Author| Owner {
            by: 0,
            member: member.clone(),
        };
        let owner = owners.of(n).or_else(|| task.owner.as_ref().map(first));
        Self { n, task, owner }
    }

    /// Tells whether both say the same. What was asked of one member and handed on is no
    /// longer the same as what is asked of them anew.
    fn is_same(&self, other: &Self) -> bool {
        let member = |open: &Self| open.owner.as_ref().map(|owner| owner.member.id.clone());
        let is_anybodys = self.task.owner.is_none();
        self.task.is_same(&other.task) && (is_anybodys || member(self) == member(other))
    }
}

/// Tasks that are open, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenTasks {
    /// The tasks; those that say the same are one, as far as one reading finds them.
    pub tasks: Vec<OpenTask>,
    /// The number to go on from, if there may be more.
    pub next: Option<u64>,
}

/// The tasks that are asked for.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    /// The number to begin at.
    pub from: u64,
    /// The most tasks.
    pub most: usize,
    /// The most stretches of the list that are looked through, of 200 numbers each: ended
    /// tasks leave gaps.
    pub stretches: usize,
    /// Tells whether a task is asked for.
    pub fits: &'a dyn Fn(&OpenTask) -> bool,
}

impl Wanted<'_> {
    /// Asks for all tasks in one stretch of the list.
    #[must_use]
    pub const fn stretch_from(from: u64) -> Self {
        Self {
            from,
            most: usize::MAX,
            stretches: 1,
            fits: &|_| true,
        }
    }
}

/// Reads the tasks of a shop that are open.
///
/// # Errors
/// When the store fails.
pub async fn open(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    wanted: Wanted<'_>,
) -> Result<OpenTasks, StoreError> {
    let log = task_owners_log(shop);
    let owners = log.read::<Owners>(context);
    let stretch = entries(context.store, shop, wanted.from);
    let (stretch, owners) = join(stretch, owners).await;
    let ((mut entries, mut next), owners) = (stretch?, owners?.projection);
    let mut found = OpenTasks::default();
    let mut seen: Vec<OpenTask> = Vec::new();
    for stretch in 1.. {
        for (n, task) in entries {
            if found.tasks.len() >= wanted.most {
                found.next = Some(n);
                return Ok(found);
            }
            let open = OpenTask::of(n, task, &owners);
            if seen.iter().any(|other| other.is_same(&open)) {
                continue;
            }
            seen.push(open.clone());
            if (wanted.fits)(&open) {
                found.tasks.push(open);
            }
        }
        found.next = next;
        let Some(from) = next.filter(|_| stretch < wanted.stretches) else {
            break;
        };
        (entries, next) = self::entries(context.store, shop, from).await?;
    }
    Ok(found)
}

/// Reads a stretch of the list, and the number to go on from.
async fn entries(
    store: &impl Store,
    shop: &str,
    from: u64,
) -> Result<(Vec<(u64, Task)>, Option<u64>), StoreError> {
    let index = tasks_index(shop);
    let from = from.max(index.first(store).await?);
    let len = store.count(&index.len()).await?;
    let to = len.min(from.saturating_add(STRETCH - 1));
    let entries = index.entries(store, from..=to).await?;
    Ok((entries, (to < len).then_some(to + 1)))
}

/// Gives a task to a member, if it still belongs to whom event `after` gave it (0: to nobody,
/// or to the one who had it from the start). Tells who has it then.
///
/// # Errors
/// When the store fails; it may be given all the same.
pub async fn hand(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    task: u64,
    by: Author,
    to: Author,
    after: u64,
) -> Result<Option<Owner>, StoreError> {
    // What is not there has no owner: noting one would push out another's.
    let entry = tasks_index(shop).entry(task);
    if context.store.get(&entry).await?.is_none() {
        return Ok(None);
    }
    let change = TaskChange::HandedTo { to, after };
    let owners = say(context, shop, task, Some(by), change).await?;
    Ok(owners.of(task))
}

/// Ends a task, and those near it that say the same. One that has already ended stays so.
/// Tells whether it was open.
///
/// # Errors
/// When the store fails; it may have ended all the same.
pub async fn end(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    task: u64,
    by: Option<Author>,
) -> Result<bool, StoreError> {
    let store = context.store;
    let index = tasks_index(shop);
    let first = index.first(store).await?;
    let log = task_owners_log(shop);
    // Two who find the same do so at about the same time.
    let near = entries(store, shop, first.max(task.saturating_sub(STRETCH / 2)));
    let own = index.entries::<Task>(store, task..=task);
    let (near, own, owners) = join3(near, own, log.read::<Owners>(context)).await;
    let owners = owners?.projection;
    let Some((_, own)) = own?.into_iter().next() else {
        return Ok(false);
    };
    let at = own.at;
    let own = OpenTask::of(task, own, &owners);
    let near = near?.0.into_iter();
    let near = near.map(|(n, task)| OpenTask::of(n, task, &owners));
    let twins = near.filter(|other| other.is_same(&own));
    let mut ended: Vec<u64> = twins.map(|twin| twin.n).chain([task]).collect();
    ended.sort_unstable();
    ended.dedup();
    let keys = ended.iter().map(|n| index.entry(*n)).collect();
    store.delete_many(keys).await?;
    say(context, shop, task, by, TaskChange::Ended).await?;
    // Up to an old task, none whose number was drawn before is still on its way.
    let is_old = context.environment.now().duration_since(at) >= LEASE * 2;
    if is_old {
        let start = first_open(store, shop, first, task).await?;
        if start > first {
            store.set(&index.start(), encode(&Start(start))?).await?;
        }
    }
    Ok(true)
}

/// Finds the first open task from `first` on, up to the one behind `task`. It looks through
/// some stretches: whoever ends the next task goes on from there.
async fn first_open(
    store: &impl Store,
    shop: &str,
    first: u64,
    task: u64,
) -> Result<u64, StoreError> {
    let mut from = first;
    for _ in 0..STRETCHES {
        if from > task {
            break;
        }
        let (open, next) = entries(store, shop, from).await?;
        let open = open.first().map(|(n, _)| *n);
        let Some(next) = next.filter(|_| open.is_none()) else {
            return Ok(open.unwrap_or(task + 1).min(task + 1));
        };
        from = next;
    }
    Ok(from.min(task + 1))
}

/// Ends the tasks that an order has for a reason, of those in the first stretches of the list.
///
/// # Errors
/// When the store fails; some may have ended all the same.
pub async fn end_of_order(
    context: Context<'_, impl Store, impl Environment>,
    key: &OrderKey,
    why: TaskReason,
    by: Option<&Author>,
) -> Result<(), StoreError> {
    let is_own = |open: &OpenTask| {
        open.task.order.as_ref() == Some(&key.order) && open.task.why == Some(why)
    };
    let wanted = Wanted {
        stretches: STRETCHES,
        fits: &is_own,
        ..Wanted::stretch_from(1)
    };
    for task in open(context, &key.shop, wanted).await?.tasks {
        end(context, &key.shop, task.n, by.cloned()).await?;
    }
    Ok(())
}

/// Appends what is done with a task, and returns who has which then.
async fn say(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    task: u64,
    by: Option<Author>,
    change: TaskChange,
) -> Result<Owners, StoreError> {
    let at = context.environment.now();
    let event = TaskEvent {
        at,
        by,
        task,
        change,
    };
    let log = task_owners_log(shop);
    log.append(context.store, &event).await?;
    let owners: Projected<Owners> = log.read_and_keep(context).await?;
    Ok(owners.projection)
}
