//! `GET /desk/api/{shop}/tasks`: what the merchant's people should look after;
//! `DELETE .../{number}` once that is done.

use http::StatusCode;
use serde::Serialize;
use wismo_domain::people::Person;
use wismo_domain::storage::StoreError;
use wismo_domain::tasks::{self, OpenTask, TaskReason, Wanted};
use wismo_domain::time::Timestamp;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::{Rejection, Response, response};

/// The tasks that are open.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Tasks {
    tasks: Vec<Task>,
    /// The number to ask for next, if there are more.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<u64>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Task {
    /// The task's number, by which it is ended.
    task: u64,
    /// The order, if it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    order: Option<String>,
    /// The person, if it is about nothing but them.
    #[serde(skip_serializing_if = "Option::is_none")]
    customer: Option<Person>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<TaskReason>,
    since: Timestamp,
    /// The name of the member who has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<String>,
}

impl Task {
    fn of(open: OpenTask) -> Self {
        Self {
            task: open.n,
            order: open.task.order,
            customer: open.task.person,
            why: open.task.why,
            since: open.task.at,
            owner: open.owner.map(|owner| owner.member.name),
        }
    }
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
    let open = tasks::open(SPIN_CONTEXT, shop, Wanted::stretch_from(from)).await?;
    Ok(Tasks {
        tasks: open.tasks.into_iter().map(Task::of).collect(),
        next: open.next,
    })
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
    tasks::end(SPIN_CONTEXT, shop, task, None).await?;
    Ok(response::no_content())
}
