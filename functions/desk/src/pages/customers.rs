//! `/desk/customers`: the people who order in a shop; `/desk/customers/{shop}/{id}`: one of
//! them.

use futures::future::{join, join3};
use http::StatusCode;
use wismo_domain::intake::customer::{CustomerRecord, KnownCustomer};
use wismo_domain::mail::suppression::Suppression;
use wismo_domain::notes::{NoteText, Place};
use wismo_domain::people::{
    self, KnownPerson, PeoplePage, Person, PersonView, WatchNote, person_log,
};
use wismo_domain::search::{self, Index, Mark, OrderRecords, PageOf, Query, ReadShop};
use wismo_domain::settings::Settings;
use wismo_domain::shop::Shop;
use wismo_domain::staff::Author;
use wismo_domain::staff::Permission;
use wismo_domain::storage::StoreError;
use wismo_domain::storage::event_log::Projected;
use wismo_domain::storage::keys::customer_log;
use wismo_domain::time::Date;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;
use wismo_view::desk::customer::{self, CustomerPage, Links, OrdersPart, Suppressed, TypedWatch};
use wismo_view::desk::customers::{self, CustomersPage};
use wismo_view::desk::field::{Done, Wrong, WrongField};
use wismo_view::desk::{Entry, path};

use super::PageRequest;
use super::desk::Desk;
use super::gate::Visit;
use super::notes::{self, NotesAt};
use super::welcome::wrong;
use crate::decided;

/// The people on one page of the list.
const PEOPLE: u64 = 25;

/// The orders that a page shows of a person, and of guests with their address.
const ORDERS: usize = 20;

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

/// A person, with what the shop and the staff say of them.
struct Found {
    one: PersonView,
    known: KnownPerson,
}

/// Reads what is known of a person; none if nothing is.
async fn find(desk: &Desk, shop: &Shop, person: Person) -> Result<Option<Found>, StoreError> {
    let log = person_log(&shop.id, &person);
    let (record, order, known) = join3(
        record(&shop.id, &person),
        people::found_by(SPIN_CONTEXT, &shop.id, &person),
        log.read::<KnownPerson>(SPIN_CONTEXT),
    )
    .await;
    let (record, order, known) = (record?, order?, known?.projection);
    let is_known = record.is_some() || order.is_some() || known != KnownPerson::default();
    let watch = known.watch(desk.now).cloned();
    Ok(is_known.then_some(Found {
        one: PersonView {
            person,
            record,
            order,
            watch,
        },
        known,
    }))
}

async fn record(shop: &str, person: &Person) -> Result<Option<CustomerRecord>, StoreError> {
    let Person::Customer(id) = person else {
        return Ok(None);
    };
    let known: Projected<KnownCustomer> = customer_log(shop, id).read(SPIN_CONTEXT).await?;
    Ok(known.projection.record().cloned())
}

async fn of_notes(
    desk: &Desk,
    visit: &Visit,
    shop: &Shop,
    person: Person,
    path: &[&str],
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let Some(found) = find(desk, shop, person).await? else {
        return Ok(desk.nothing_here(visit.member()));
    };
    let page = page_path(shop, &found.one.person);
    let place = Place::Person {
        shop: shop.id.clone(),
        person: found.one.person,
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
    let Some(found) = find(desk, shop, person).await? else {
        return Ok(desk.nothing_here(visit.member()));
    };
    if !request.is_post() {
        return show(desk, visit, shop, &found, request, &[]).await;
    }
    if !visit.member().access().may(Permission::Act) {
        return Ok(desk.nothing_here(visit.member()));
    }
    match act(desk, visit, shop, &found.one, request).await? {
        Ok(done) => {
            let page = page_path(shop, &found.one.person);
            Ok(desk.see(&format!("{page}?done={}", done.word())))
        }
        Err(wrong) => show(desk, visit, shop, &found, request, &wrong).await,
    }
}

/// Does what a form asks for; names the fields that are wrong.
async fn act(
    desk: &Desk,
    visit: &Visit,
    shop: &Shop,
    one: &PersonView,
    request: &PageRequest,
) -> Result<Result<Done, Vec<WrongField>>, Rejection> {
    let field = |name| request.form.get(name).unwrap_or_default();
    let me = || Author::of(visit.id(), visit.member());
    match field("do") {
        "watch" => {
            let text = NoteText::typed(field("watch"));
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
            let own = addresses(one);
            people::watch(SPIN_CONTEXT, &shop.id, &one.person, note, &own).await?;
            Ok(Ok(Done::Watched))
        }
        "lift-watch" => {
            people::lift(SPIN_CONTEXT, &shop.id, &one.person, me()).await?;
            Ok(Ok(Done::WatchLifted))
        }
        "lift-suppression" => {
            let is_own = |own: &String| own.eq_ignore_ascii_case(field("address"));
            if let Some(address) = addresses(one).iter().find(|own| is_own(own)) {
                Suppression::lift(&SpinStore, &shop.id, address).await?;
            }
            Ok(Ok(Done::SuppressionLifted))
        }
        _ => Ok(Err(Vec::new())),
    }
}

/// Reads the last day of a watch note: one that is not over yet.
fn last_day(desk: &Desk, shop: &Shop, day: &str) -> Option<Date> {
    let day: Date = day.parse().ok()?;
    (day.is_likely() && shop.timezone.end_of(day) >= desk.now).then_some(day)
}

/// Every address that mails about a person's orders may go to, each once.
fn addresses(one: &PersonView) -> Vec<String> {
    let customer = one.order.as_ref().map(|order| &order.customer);
    let record = one.record.as_ref();
    let own = [
        record.and_then(|record| record.email.as_ref()),
        customer.and_then(|customer| customer.email.as_ref()),
    ];
    let contacts = record
        .map(|record| &record.contacts)
        .into_iter()
        .chain(customer.map(|customer| &customer.contacts))
        .flatten()
        .map(|contact| &contact.email);
    let mut all: Vec<String> = Vec::new();
    for address in own.into_iter().flatten().chain(contacts) {
        let address = address.trim();
        let is_known = all.iter().any(|other| other.eq_ignore_ascii_case(address));
        if !is_known && !address.is_empty() {
            all.push(address.to_owned());
        }
    }
    all
}

async fn show(
    desk: &Desk,
    visit: &Visit,
    shop: &Shop,
    found: &Found,
    request: &PageRequest,
    wrong: &[WrongField],
) -> Result<Response, Rejection> {
    let one = &found.one;
    let place = Place::Person {
        shop: shop.id.clone(),
        person: one.person.clone(),
    };
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
    let own = orders(read_shop, &one.person, cursor("orders"));
    let as_guest = as_guest(one);
    let as_guest = async {
        match &as_guest {
            Some(guest) => orders(read_shop, guest, cursor("guest")).await.map(Some),
            None => Ok(None),
        }
    };
    let (own, as_guest) = Box::pin(join(own, as_guest)).await;
    let (suppressed, notes) = join(
        suppressed(&shop.id, one),
        notes::page(&place, found.known.notes(), &request.query),
    )
    .await;
    let (own, as_guest) = (own?, as_guest?);
    let field = |name| request.form.get(name).unwrap_or_default();
    let content = CustomerPage {
        frame: desk.frame(Some(visit.member()), Some(Entry::Customers)),
        shop,
        one,
        links: links(&settings),
        orders: &own,
        as_guest: as_guest.as_ref(),
        suppressed: &suppressed?,
        notes: &notes?,
        may_act: visit.member().access().may(Permission::Act),
        done: request.query.get("done").and_then(Done::of_word),
        wrong,
        typed: TypedWatch {
            text: field("watch"),
            until: field("until"),
        },
    };
    let status = match wrong.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(desk.html(status, customer::page(&content)))
}

fn links(settings: &Settings) -> Links<'_> {
    Links {
        stock_order: settings.desk.stock_order_url.as_deref(),
        pre_order: settings.desk.pre_order_url.as_deref(),
        has_own_recipients: settings.rules.values().any(|rule| rule.to.is_some()),
    }
}

/// The guest who has a customer's address.
fn as_guest(one: &PersonView) -> Option<Person> {
    match &one.person {
        Person::Customer(_) => Person::guest(addresses(one).first()?),
        Person::Guest(_) => None,
    }
}

/// Finds a page of the orders of a person, by the search index.
async fn orders(
    shop: ReadShop<'_>,
    person: &Person,
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
    let (index, query) = (
        Index::of(shop.id),
        Query::marked(&[vec![Mark::Person(person.digest())]], None),
    );
    let found = search::find(&SpinStore, &index, &records, &query, page).await?;
    Ok(OrdersPart {
        orders: found.hits.into_iter().map(|hit| hit.record).collect(),
        next: found.next.map(|next| next.to_string()),
    })
}

/// Finds which of a person's addresses get no mails.
async fn suppressed(shop: &str, one: &PersonView) -> Result<Vec<Suppressed>, StoreError> {
    let mut all = Vec::new();
    for address in addresses(one) {
        let suppression = Suppression::of(&SpinStore, shop, &address).await?;
        all.extend(suppression.map(|suppression| Suppressed {
            address,
            suppression,
        }));
    }
    Ok(all)
}

fn page_path(shop: &Shop, person: &Person) -> String {
    path::customer(&shop.id, &person.to_string())
}
