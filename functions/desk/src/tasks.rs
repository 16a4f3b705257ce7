//! `GET /desk/api/{shop}/tasks`: orders that the merchant should look after
//! because a mail about them came back; `DELETE .../{number}` once that is
//! done.

use http::StatusCode;
use serde::Serialize;
use wismo_domain::storage::index::{ListedOrder, Start, TaskReason};
use wismo_domain::storage::keys::tasks_index;
use wismo_domain::storage::record::encode;
use wismo_domain::storage::{Store, StoreError};
use wismo_domain::time::Timestamp;
use wismo_platform::http::{Rejection, Response, response};
use wismo_platform::store::SpinStore;

/// The number of index entries that one answer looks through.
const PAGE: u64 = 200;

/// The tasks that are open.
#[derive(Debug, Serialize)]
struct Tasks {
    tasks: Vec<Task>,
    /// The number to ask for next, if there are more.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<u64>,
}

#[derive(Debug, Serialize)]
struct Task {
    /// The task's number, by which it is ended.
    task: u64,
    order: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<TaskReason>,
    since: Timestamp,
}

/// Answers with the open tasks, the oldest first; `?from=N` asks for those from
/// number N on.
///
/// # Errors
/// When the query says anything else, or the store fails.
pub async fn list(shop: &str, query: &str) -> Result<Response, Rejection> {
    let from = match query.split_once('=') {
        None if query.is_empty() => Some(1),
        Some(("from", n)) => n.parse().ok(),
        Some(_) | None => None,
    };
    let Some(from) = from else {
        let message = "the query may hold from, the number of a task";
        return Err(response::error(StatusCode::BAD_REQUEST, message).into());
    };
    let tasks = read(shop, from).await?;
    Ok(response::json(StatusCode::OK, &tasks))
}

async fn read(shop: &str, from: u64) -> Result<Tasks, StoreError> {
    let (entries, next) = open(shop, from).await?;
    let task = |(task, entry): (u64, ListedOrder)| Task {
        task,
        order: entry.order,
        why: entry.why,
        since: entry.at,
    };
    Ok(Tasks {
        tasks: entries.into_iter().map(task).collect(),
        next,
    })
}

/// Reads the tasks that are open, from a number on, and the number to go on from.
///
/// # Errors
/// When the store fails.
pub async fn open(
    shop: &str,
    from: u64,
) -> Result<(Vec<(u64, ListedOrder)>, Option<u64>), StoreError> {
    let index = tasks_index(shop);
    let from = from.max(index.first(&SpinStore).await?);
    let len = SpinStore.count(&index.len()).await?;
    let to = len.min(from.saturating_add(PAGE - 1));
    let entries = index.entries(&SpinStore, from..=to).await?;
    Ok((entries, (to < len).then_some(to + 1)))
}

/// Ends a task. A task that has already ended stays so.
///
/// # Errors
/// When the path names no task, or the store fails.
pub async fn end(shop: &str, task: &str) -> Result<Response, Rejection> {
    let Some(task) = task.parse().ok().filter(|task| *task > 0) else {
        let message = "the path must end in the number of a task";
        return Err(response::error(StatusCode::NOT_FOUND, message).into());
    };
    close(shop, task).await?;
    Ok(response::no_content())
}

/// Closes a task.
///
/// # Errors
/// When the store fails; it may be closed all the same.
pub async fn close(shop: &str, task: u64) -> Result<(), StoreError> {
    let index = tasks_index(shop);
    SpinStore.delete(&index.entry(task)).await?;
    // If no task is left up to this one, the next answer begins behind it.
    let first = index.first(&SpinStore).await?;
    let near = first..=task.min(first.saturating_add(PAGE));
    if near.contains(&task) && index.entries(&SpinStore, near).await?.is_empty() {
        let start = encode(&Start(task + 1))?;
        SpinStore.set(&index.start(), start).await?;
    }
    Ok(())
}
