//! `/desk/orders/{shop}/{id}/notes` and `/desk/customers/{shop}/{id}/notes`: writing,
//! editing and removing notes.

use http::StatusCode;
use sha2::{Digest, Sha256};
use wismo_domain::notes::{self, NoteEvent, NoteText, Notes, NotesPage, Place, mentioned};
use wismo_domain::staff::Author;
use wismo_domain::staff::{Member, MemberId, Permission, Role, directory};
use wismo_domain::storage::StoreError;
use wismo_domain::storage::find_by_number::named;
use wismo_domain::tasks::{Task, TaskReason};
use wismo_domain::time::Timestamp;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::form::Form;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;
use wismo_view::desk::field::Done;
use wismo_view::desk::notes::{FORM, NotePage, WrongNotePage, one, wrong};
use wismo_view::desk::path;

use super::PageRequest;
use super::desk::Desk;
use super::gate::Visit;
use super::typed::plain;

/// A place that notes stand in, and the page that shows them.
pub struct NotesAt<'a> {
    /// The place.
    pub place: &'a Place,
    /// The path of the page below `/desk`, as it stands in a URL.
    pub page: &'a str,
}

/// Answers requests about the notes of an order, named by its id or number.
///
/// # Errors
/// When the store fails.
pub async fn of_order(
    desk: &Desk,
    visit: &Visit,
    (shop, order): (&str, &str),
    path: &[&str],
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let Some(shop) = desk.shop_of(visit.member(), shop) else {
        return Ok(desk.nothing_here(visit.member()));
    };
    let Some(key) = named(&SpinStore, &shop.id, order).await? else {
        return Ok(desk.nothing_here(visit.member()));
    };
    let page = path::order(&shop.id, &key.order);
    let place = Place::Order(key);
    let at = NotesAt {
        place: &place,
        page: &page,
    };
    respond(desk, visit, &at, path, request).await
}

/// Answers requests about the notes of a place, by the path below them.
///
/// # Errors
/// When the store fails.
pub async fn respond(
    desk: &Desk,
    visit: &Visit,
    at: &NotesAt<'_>,
    path: &[&str],
    request: &PageRequest,
) -> Result<Response, Rejection> {
    if !visit.member().access().may(Permission::Act) {
        return Ok(desk.nothing_here(visit.member()));
    }
    match path {
        [] if request.is_post() => write(desk, visit, at, request).await,
        [] => Ok(desk.see(&format!("{}#notes", at.page))),
        [n] => match n.parse() {
            Ok(n) => change(desk, visit, at, n, request).await,
            Err(_) => Ok(desk.nothing_here(visit.member())),
        },
        _ => Ok(desk.nothing_here(visit.member())),
    }
}

/// Reads the page of at most `most` notes that a query asks for.
///
/// # Errors
/// When the store fails.
pub async fn page(
    place: &Place,
    notes: &Notes,
    query: &Form,
    most: usize,
) -> Result<NotesPage, StoreError> {
    let before = query.get("notes").and_then(|before| before.parse().ok());
    notes::page(&SpinStore, place, notes, before, most).await
}

async fn write(
    desk: &Desk,
    visit: &Visit,
    at: &NotesAt<'_>,
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let typed = request.form.get("note").unwrap_or_default();
    let Some(text) = NoteText::typed(&plain(typed)) else {
        let content = WrongNotePage {
            frame: desk.frame(Some(visit.member()), None),
            back: &desk.at(at.page),
            typed,
        };
        return Ok(desk.html(StatusCode::UNPROCESSABLE_ENTITY, wrong(&content)));
    };
    // A form that is sent twice writes one note; after going back, it may write another.
    let form = request.form.get(FORM).unwrap_or_default();
    let digest = Sha256::digest(format!("{form}\n{}", text.as_str()));
    let id = base16ct::lower::encode_string(digest.get(..8).unwrap_or_default());
    let id = Some(id).filter(|_| !form.is_empty());
    let deed = Deed {
        of: None,
        text: Some(text),
        before: "",
        id,
    };
    say(desk, visit, at, deed).await?;
    Ok(done(desk, at, Done::NoteWritten))
}

async fn change(
    desk: &Desk,
    visit: &Visit,
    at: &NotesAt<'_>,
    n: u64,
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let notes = at.place.notes(SPIN_CONTEXT).await?;
    let Some(note) = notes::one(&SpinStore, at.place, &notes, n).await? else {
        return Ok(desk.nothing_here(visit.member()));
    };
    let may_edit = note.by.id == *visit.id();
    let may_remove = may_edit || visit.member().access().role == Role::Owner;
    let show = |status: StatusCode, wrong: Option<&str>| {
        let content = NotePage {
            frame: desk.frame(Some(visit.member()), None),
            note: &note,
            back: &desk.at(at.page),
            may_edit,
            may_remove,
            wrong,
        };
        desk.html(status, one(&content))
    };
    match request.form.get("do") {
        Some("edit") if may_edit => {
            let typed = request.form.get("note").unwrap_or_default();
            let Some(text) = NoteText::typed(&plain(typed)) else {
                return Ok(show(StatusCode::UNPROCESSABLE_ENTITY, Some(typed)));
            };
            if text != note.text {
                let deed = Deed {
                    of: Some(note.n),
                    text: Some(text),
                    before: note.text.as_str(),
                    id: None,
                };
                say(desk, visit, at, deed).await?;
            }
            Ok(done(desk, at, Done::Saved))
        }
        Some("remove") if may_remove => {
            let deed = Deed {
                of: Some(note.n),
                text: None,
                before: "",
                id: None,
            };
            say(desk, visit, at, deed).await?;
            Ok(done(desk, at, Done::NoteRemoved))
        }
        Some(_) => Ok(show(StatusCode::FORBIDDEN, None)),
        None => Ok(show(StatusCode::OK, None)),
    }
}

/// Something that a member does with a note.
struct Deed<'a> {
    /// The number of the note; none for a new one.
    of: Option<u64>,
    /// The text from now on; none: the note is removed.
    text: Option<NoteText>,
    /// The text before.
    before: &'a str,
    /// The id of a new note.
    id: Option<String>,
}

/// Writes what is done with a note, with a task for each member whom it newly names.
async fn say(
    desk: &Desk,
    visit: &Visit,
    at: &NotesAt<'_>,
    deed: Deed<'_>,
) -> Result<(), Rejection> {
    let text = deed.text.as_ref().map_or("", NoteText::as_str);
    let named = newly_named(visit, at.place.shop(), text, deed.before).await?;
    let event = NoteEvent {
        by: Author::of(visit.id(), visit.member()),
        of: deed.of,
        text: deed.text,
        id: deed.id,
    };
    let now = desk.now;
    let tasks = |n: u64| {
        let tasks = named.into_iter().map(|owner| task(at.place, owner, n, now));
        tasks.collect()
    };
    notes::write(SPIN_CONTEXT, at.place, event, tasks).await?;
    Ok(())
}

/// Finds the members whom a text names and an earlier one did not, of those who see the shop.
async fn newly_named(
    visit: &Visit,
    shop: &str,
    text: &str,
    before: &str,
) -> Result<Vec<Author>, Rejection> {
    if !text.contains('@') {
        return Ok(Vec::new());
    }
    let members = colleagues(shop).await?;
    let before = mentioned(before, &members);
    let mut named = mentioned(text, &members);
    named.retain(|(id, _)| id != visit.id() && before.iter().all(|(known, _)| known != id));
    let author = |(id, member): &(MemberId, Member)| Author::of(id, member);
    Ok(named.into_iter().map(author).collect())
}

/// Reads the members who can sign in, see a shop, and may act there.
///
/// # Errors
/// When the store fails.
pub async fn colleagues(shop: &str) -> Result<Vec<(MemberId, Member)>, StoreError> {
    let mut members = directory::members(SPIN_CONTEXT).await?;
    members.retain(|(_, member)| is_colleague(member, shop));
    Ok(members)
}

/// Tells whether a member can sign in, sees a shop, and may act there.
#[must_use]
pub fn is_colleague(member: &Member, shop: &str) -> bool {
    let access = member.access();
    member.is_active() && access.sees(shop) && access.may(Permission::Act)
}

/// Makes the task of a member whom a note names.
fn task(place: &Place, owner: Author, note: u64, at: Timestamp) -> Task {
    let (order, person) = match place {
        Place::Order(key) => (Some(key.order.clone()), None),
        Place::Person { person, .. } => (None, Some(person.clone())),
    };
    Task {
        order,
        person,
        at,
        why: Some(TaskReason::Mentioned),
        owner: Some(owner),
        note: Some(note),
    }
}

fn done(desk: &Desk, at: &NotesAt<'_>, done: Done) -> Response {
    desk.see(&format!("{}?done={}", at.page, done.word()))
}
