//! `/desk/customers`: the people who order in a shop; `/desk/customers/{shop}/{id}`: one of
//! them.

mod found;
mod join;

use futures::future::join as both;
use http::StatusCode;
use wismo_domain::mail::suppression::Suppression;
use wismo_domain::notes::{NoteText, NotesPage, ON_A_PAGE, Place};
use wismo_domain::people::{self, JoinedRecord, PeoplePage, Person, PersonView, WatchNote};
use wismo_domain::search::{self, Index, Mark, OrderRecords, PageOf, Query, ReadShop};
use wismo_domain::settings::Settings;
use wismo_domain::shop::Shop;
use wismo_domain::staff::Author;
use wismo_domain::staff::Permission;
use wismo_domain::storage::StoreError;
use wismo_domain::storage::together::join_all;
use wismo_domain::time::Date;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::form::Form;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;
use wismo_view::desk::customer::{
    self, CustomerPage, JoinedView, Links, OrdersPart, TypedWatch, name_of,
};
use wismo_view::desk::customers::{self, CustomersPage};
use wismo_view::desk::field::{Done, Wrong, WrongField};
use wismo_view::desk::notes::{NotesPart, NotesRecord};
use wismo_view::desk::{Entry, path};

use super::PageRequest;
use super::desk::Desk;
use super::gate::Visit;
use super::notes::{self, NotesAt};
use super::typed::plain;
use super::welcome::wrong;
use crate::decided;
use found::Found;

/// The people on one page of the list.
const PEOPLE: u64 = 25;

/// The orders that a page shows of a person, and of guests with their address.
const ORDERS: usize = 20;

/// The notes that a page shows of each record, where there are several.
const NOTES_OF_EACH: usize = 5;

/// Answers requests about customers.
///
/// # Errors
/// When the store fails.
pub async fn respond(
    desk: &Desk,
    visit: &Visit,
    path: &[&str],
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let (shop, person, rest) = match path {
        [] => return list(desk, visit, request).await,
        [shop, person, rest @ ..] => (*shop, *person, rest),
        [_] => return Ok(desk.nothing_here(visit.member())),
    };
    let shop = desk.shop_of(visit.member(), shop);
    let Some(shop) = shop.filter(|_| !person.is_empty()) else {
        return Ok(desk.nothing_here(visit.member()));
    };
    let person = Person::from(person.to_owned());
    match rest {
        [] => Box::pin(one(desk, visit, shop, person, request)).await,
        ["join"] => Box::pin(join::respond(desk, visit, shop, person, request)).await,
        ["notes", rest @ ..] => of_notes(desk, visit, shop, person, rest, request).await,
        _ => Ok(desk.nothing_here(visit.member())),
    }
}

async fn list(desk: &Desk, visit: &Visit, request: &PageRequest) -> Result<Response, Rejection> {
    let shops = desk.shops_of(visit.member());
    let shop = match request.query.get("shop") {
        Some(id) => match desk.shop_of(visit.member(), id) {
            Some(shop) => Some(shop),
            None => return Ok(desk.nothing_here(visit.member())),
        },
        None => shops.first().copied(),
    };
    let from = request.query.get("from").and_then(|from| from.parse().ok());
    let page = match shop {
        Some(shop) => people::page(SPIN_CONTEXT, &shop.id, from, PEOPLE).await?,
        None => PeoplePage::default(),
    };
    let content = CustomersPage {
        frame: desk.frame(Some(visit.member()), Some(Entry::Customers)),
        shops: &shops,
        shop,
        page: &page,
    };
    Ok(desk.html(StatusCode::OK, customers::page(&content)))
}

async fn of_notes(
    desk: &Desk,
    visit: &Visit,
    shop: &Shop,
    person: Person,
    path: &[&str],
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let Some(found) = Box::pin(Found::read(shop, person)).await? else {
        return Ok(desk.nothing_here(visit.member()));
    };
    let page = page_path(shop, &found.person);
    let place = Place::Person {
        shop: shop.id.clone(),
        person: found.person,
    };
    let at = NotesAt {
        place: &place,
        page: &page,
    };
    notes::respond(desk, visit, &at, path, request).await
}

async fn one(
    desk: &Desk,
    visit: &Visit,
    shop: &Shop,
    person: Person,
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let Some(found) = Box::pin(Found::read(shop, person)).await? else {
        return Ok(desk.nothing_here(visit.member()));
    };
    if !request.is_post() {
        if found.one.person != found.person {
            // The record that stands has the page of all.
            let done = request.query.get("done").and_then(Done::of_word);
            return Ok(see(desk, shop, &found.one.person, done));
        }
        return show(desk, visit, shop, &found, request, &[]).await;
    }
    if !visit.member().access().may(Permission::Act) {
        return Ok(desk.nothing_here(visit.member()));
    }
    match Box::pin(act(desk, visit, shop, &found, request)).await? {
        Ok(done) => Ok(see(desk, shop, &found.person, Some(done))),
        Err(wrong) => show(desk, visit, shop, &found, request, &wrong).await,
    }
}

/// Leads on to the page of a person.
fn see(desk: &Desk, shop: &Shop, person: &Person, done: Option<Done>) -> Response {
    let done = done.map_or_else(String::new, |done| format!("?done={}", done.word()));
    desk.see(&format!("{}{done}", page_path(shop, person)))
}

/// Does what a form asks for; names the fields that are wrong.
async fn act(
    desk: &Desk,
    visit: &Visit,
    shop: &Shop,
    found: &Found,
    request: &PageRequest,
) -> Result<Result<Done, Vec<WrongField>>, Rejection> {
    let field = |name| request.form.get(name).unwrap_or_default();
    let me = || Author::of(visit.id(), visit.member());
    match field("do") {
        "watch" => {
            let text = NoteText::typed(&plain(field("watch")));
            let until = match field("until").trim() {
                "" => Ok(None),
                day => last_day(desk, shop, day).map(Some).ok_or(()),
            };
            let (text, until) = match (text, until) {
                (Some(text), Ok(until)) => (text, until),
                (text, until) => {
                    let text = text.is_none().then(|| wrong("watch", Wrong::Note));
                    let day = until.is_err().then(|| wrong("until", Wrong::PastDay));
                    return Ok(Err(text.into_iter().chain(day).collect()));
                }
            };
            let note = WatchNote::new(me(), desk.now, text, until, &shop.timezone);
            people::watch(SPIN_CONTEXT, &shop.id, &found.person, note).await?;
            Ok(Ok(Done::Watched))
        }
        "lift-watch" => {
            let was_watched = found.joined.watch(desk.now).is_some();
            people::lift(SPIN_CONTEXT, &shop.id, &found.person, &me()).await?;
            Ok(Ok(done_if(was_watched, Done::WatchLifted)))
        }
        "lift-suppression" => {
            let is_own = |own: &String| own.eq_ignore_ascii_case(field("address"));
            let addresses = found.addresses();
            let Some(address) = addresses.iter().find(|own| is_own(own)) else {
                return Ok(Ok(Done::NothingChanged));
            };
            let suppression = Suppression::of(&SpinStore, &shop.id, address).await?;
            Suppression::lift(&SpinStore, &shop.id, address).await?;
            Ok(Ok(done_if(suppression.is_some(), Done::SuppressionLifted)))
        }
        "separate" => {
            let person = Person::from(field("of").to_owned());
            let mut others = found.joined.others.iter();
            if others.all(|other| other.person != person) {
                return Ok(Ok(Done::NothingChanged));
            }
            people::separate(SPIN_CONTEXT, &shop.id, &person, &found.person, &me()).await?;
            Ok(Ok(Done::CustomersSeparated))
        }
        _ => Ok(Ok(Done::NothingChanged)),
    }
}

/// The word for a deed, or that nothing has changed.
const fn done_if(is_done: bool, done: Done) -> Done {
    match is_done {
        true => done,
        false => Done::NothingChanged,
    }
}

/// Reads the last day of a watch note: one that is not over yet.
fn last_day(desk: &Desk, shop: &Shop, day: &str) -> Option<Date> {
    let day: Date = day.parse().ok()?;
    (day.is_likely() && shop.timezone.end_of(day) >= desk.now).then_some(day)
}

async fn show(
    desk: &Desk,
    visit: &Visit,
    shop: &Shop,
    found: &Found,
    request: &PageRequest,
    wrong: &[WrongField],
) -> Result<Response, Rejection> {
    let cursor = |name| {
        request
            .query
            .get(name)
            .and_then(|cursor| cursor.parse().ok())
    };
    let settings = decided::settings(&shop.id).await?;
    let read_shop = ReadShop {
        id: &shop.id,
        settings: &settings,
        today: shop.day(desk.now),
    };
    let (people, guests) = (found.people(), found.as_guests());
    let own = orders(read_shop, &people, cursor("orders"));
    let as_guest = async {
        match guests.is_empty() {
            true => Ok(None),
            false => orders(read_shop, &guests, cursor("guest")).await.map(Some),
        }
    };
    let (own, as_guest) = Box::pin(both(own, as_guest)).await;
    let (suppressed, pages) = Box::pin(both(
        found.suppressed(&shop.id),
        notes_of(shop, found, request),
    ))
    .await;
    let (own, as_guest, pages) = (own?, as_guest?, pages?);
    let frame = desk.frame(Some(visit.member()), Some(Entry::Customers));
    let has_others = !found.others.is_empty();
    let others = found.joined.others.iter().zip(&found.others);
    let others = others.filter_map(|(record, view)| {
        Some(JoinedView {
            view: view.clone(),
            join: record.join.clone()?,
        })
    });
    let others: Vec<JoinedView> = others.collect();
    let notes = pages.iter().map(|(view, page)| NotesPart {
        page,
        action: desk.at(&format!("{}/notes", page_path(shop, &view.person))),
        record: has_others.then(|| NotesRecord {
            name: name_of(&frame, view),
            of: view.person.to_string(),
        }),
    });
    let notes: Vec<NotesPart<'_>> = notes.collect();
    let field = |name| request.form.get(name).unwrap_or_default();
    let content = CustomerPage {
        frame,
        shop,
        one: &found.one,
        others: &others,
        links: links(&settings),
        orders: &own,
        as_guest: as_guest.as_ref(),
        suppressed: &suppressed?,
        notes: &notes,
        may_act: visit.member().access().may(Permission::Act),
        done: request.query.get("done").and_then(Done::of_word),
        wrong,
        typed: TypedWatch {
            text: field("watch"),
            until: field("until"),
        },
    };
    Ok(desk.html(status(wrong), customer::page(&content)))
}

/// The status of a page, by the fields that were wrong.
const fn status(wrong: &[WrongField]) -> StatusCode {
    match wrong.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// Reads the notes that a query asks for: the newest of each record, or older ones of one.
async fn notes_of<'a>(
    shop: &Shop,
    found: &'a Found,
    request: &PageRequest,
) -> Result<Vec<(&'a PersonView, NotesPage)>, StoreError> {
    let of = request
        .query
        .get("of")
        .map(|of| Person::from(of.to_owned()));
    let of = of.filter(|of| found.joined.of_person(of).is_some());
    let is_one = of.is_some() || found.others.is_empty();
    let most = match is_one {
        true => ON_A_PAGE,
        false => NOTES_OF_EACH,
    };
    let records = found.joined.all().zip(found.views());
    let records = records.filter(|(record, _)| of.as_ref().is_none_or(|of| *of == record.person));
    let pages = records.map(|(record, view): (&JoinedRecord, _)| async move {
        let place = Place::Person {
            shop: shop.id.clone(),
            person: record.person.clone(),
        };
        // Numbers of notes are of one record.
        let none = Form::default();
        let query = match is_one {
            true => &request.query,
            false => &none,
        };
        let page = notes::page(&place, record.known.notes(), query, most).await?;
        Ok((view, page))
    });
    join_all(pages).await.into_iter().collect()
}

fn links(settings: &Settings) -> Links<'_> {
    Links {
        stock_order: settings.desk.stock_order_url.as_deref(),
        pre_order: settings.desk.pre_order_url.as_deref(),
        has_own_recipients: settings.rules.values().any(|rule| rule.to.is_some()),
    }
}

/// Finds a page of the orders of some people, by the search index.
async fn orders(
    shop: ReadShop<'_>,
    people: &[Person],
    from: Option<search::Cursor>,
) -> Result<OrdersPart, StoreError> {
    let records = OrderRecords {
        store: &SpinStore,
        shop,
    };
    let page = PageOf {
        from,
        rows: ORDERS,
        number: None,
    };
    let marks = people.iter().map(|person| Mark::Person(person.digest()));
    let (index, query) = (Index::of(shop.id), Query::marked(&[marks.collect()], None));
    let found = search::find(&SpinStore, &index, &records, &query, page).await?;
    Ok(OrdersPart {
        orders: found.hits.into_iter().map(|hit| hit.record).collect(),
        next: found.next.map(|next| next.to_string()),
    })
}

fn page_path(shop: &Shop, person: &Person) -> String {
    path::customer(&shop.id, &person.to_string())
}
