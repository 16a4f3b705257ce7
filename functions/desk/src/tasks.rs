//! `GET /desk/api/{shop}/tasks`: orders that the merchant should look after
//! because a mail about them came back; `DELETE .../{number}` once that is
//! done.

use http::StatusCode;
use serde::Serialize;
use wismo_domain::index::Start;
use wismo_domain::keys::tasks_index;
use wismo_domain::notices::TaskReason;
use wismo_domain::record::encode;
use wismo_domain::store::{Store, StoreError};
use wismo_domain::time::Timestamp;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, response};

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
pub async fn list(shop: &str, query: &str) -> Response {
    let from = match query.split_once('=') {
        None if query.is_empty() => Some(1),
        Some(("from", n)) => n.parse().ok(),
        Some(_) | None => None,
    };
    let Some(from) = from else {
        let message = "the query may hold from, the number of a task";
        return response::error(StatusCode::BAD_REQUEST, message);
    };
    match read(shop, from).await {
        Ok(tasks) => response::json(StatusCode::OK, &tasks),
        Err(fault) => response::try_again("desk", &fault),
    }
}

async fn read(shop: &str, from: u64) -> Result<Tasks, StoreError> {
    let index = tasks_index(shop);
    let from = from.max(index.first(&SpinStore).await?);
    let len = SpinStore.count(&index.len()).await?;
    let to = len.min(from.saturating_add(PAGE - 1));
    let entries = index.entries(&SpinStore, from..=to).await?;
    let task = |(task, entry): (u64, wismo_domain::index::Entry)| Task {
        task,
        order: entry.order,
        why: entry.why,
        since: entry.at,
    };
    Ok(Tasks {
        tasks: entries.into_iter().map(task).collect(),
        next: (to < len).then_some(to + 1),
    })
}

/// Ends a task. A task that has already ended stays so.
pub async fn end(shop: &str, task: &str) -> Response {
    let Some(task) = task.parse().ok().filter(|task| *task > 0) else {
        let message = "the path must end in the number of a task";
        return response::error(StatusCode::NOT_FOUND, message);
    };
    let end = async {
        let index = tasks_index(shop);
        SpinStore.delete(&index.entry(task)).await?;
        // If no task is left up to this one, the next answer begins behind it.
        let first = index.first(&SpinStore).await?;
        let near = first..=task.min(first.saturating_add(PAGE));
        if near.contains(&task) && index.entries(&SpinStore, near).await?.is_empty() {
            let start = encode(&Start(task + 1))?;
            SpinStore.set(&index.start(), start).await?;
        }
        Ok::<_, StoreError>(())
    };
    match end.await {
        Ok(()) => response::no_content(),
        Err(fault) => response::try_again("desk", &fault),
    }
}
