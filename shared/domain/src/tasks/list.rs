//! The open tasks of a shop: reading, handing on and ending them.

use futures::future::join;

use super::owners::Owners;
use super::owners::{TaskChange, TaskEvent};
use super::{Owner, Task};
use crate::context::{Context, Environment};
use crate::staff::Author;
use crate::storage::event_log::Projected;
use crate::storage::index::Start;
use crate::storage::keys::{task_owners_log, tasks_index};
use crate::storage::record::encode;
use crate::storage::{Store, StoreError};
use crate::time::protocol::LEASE;

/// The most entries of the list that one reading looks through.
const PAGE: u64 = 200;

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

/// Tasks that are open, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenTasks {
    /// The tasks; those that say the same are one.
    pub tasks: Vec<OpenTask>,
    /// The number to go on from, if there may be more.
    pub next: Option<u64>,
}

/// Reads the tasks of a shop that are open, from a number on.
///
/// # Errors
/// When the store fails.
pub async fn open(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    from: u64,
) -> Result<OpenTasks, StoreError> {
    let log = task_owners_log(shop);
    let owners = log.read::<Owners>(context);
    let (entries, owners) = join(entries(context.store, shop, from), owners).await;
    let (entries, next) = entries?;
    let owners = owners?.projection;
    let mut tasks: Vec<OpenTask> = Vec::new();
    for (n, task) in entries {
        if tasks.iter().any(|other| other.task.is_same(&task)) {
            continue;
        }
        let first = |member: &Author| Owner {
            by: 0,
            member: member.clone(),
        };
        let owner = owners.of(n).or_else(|| task.owner.as_ref().map(first));
        tasks.push(OpenTask { n, task, owner });
    }
    Ok(OpenTasks { tasks, next })
}

/// Reads entries of the list, and the number to go on from.
async fn entries(
    store: &impl Store,
    shop: &str,
    from: u64,
) -> Result<(Vec<(u64, Task)>, Option<u64>), StoreError> {
    let index = tasks_index(shop);
    let from = from.max(index.first(store).await?);
    let len = store.count(&index.len()).await?;
    let to = len.min(from.saturating_add(PAGE - 1));
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
    let change = TaskChange::HandedTo { to, after };
    let owners = say(context, shop, task, Some(by), change).await?;
    Ok(owners.of(task))
}

/// Ends a task, and those that say the same. One that has already ended stays so.
///
/// # Errors
/// When the store fails; it may have ended all the same.
pub async fn end(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    task: u64,
    by: Option<Author>,
) -> Result<(), StoreError> {
    let store = context.store;
    let index = tasks_index(shop);
    let first = index.first(store).await?;
    let (open, _) = entries(store, shop, first).await?;
    let own = index.entries::<Task>(store, task..=task).await?;
    let Some((_, own)) = own.into_iter().next() else {
        return Ok(());
    };
    let twins = open.iter().filter(|(_, other)| other.is_same(&own));
    let mut ended: Vec<u64> = twins.map(|(n, _)| *n).chain([task]).collect();
    ended.sort_unstable();
    ended.dedup();
    let keys = ended.iter().map(|n| index.entry(*n)).collect();
    store.delete_many(keys).await?;
    say(context, shop, task, by, TaskChange::Ended).await?;
    // If no task is left up to this one, the next reading begins behind it; but not while
    // one whose number was drawn before may still be on its way.
    let is_old = context.environment.now().duration_since(own.at) >= LEASE * 2;
    let is_near = (first..first.saturating_add(PAGE)).contains(&task);
    let is_left = |(n, _): &(u64, Task)| *n <= task && !ended.contains(n);
    if is_old && is_near && !open.iter().any(is_left) {
        let start = encode(&Start(task + 1))?;
        store.set(&index.start(), start).await?;
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
