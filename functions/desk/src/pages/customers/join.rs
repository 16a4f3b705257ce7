//! `/desk/customers/{shop}/{id}/join`: joining a customer with another one.

use wismo_domain::people::{self, JoinOutcome, JoinedRecords, Person, Source};
use wismo_domain::shop::Shop;
use wismo_domain::staff::{Author, Permission};
use wismo_domain::storage::StoreError;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::{Rejection, Response};
use wismo_view::desk::Entry;
use wismo_view::desk::customer::Suppressed;
use wismo_view::desk::customer::join::{self as view, FindPage, JoinPage, Side, Stands};
use wismo_view::desk::field::{Done, Wrong, WrongField};
use wismo_view::desk::search::Found as SearchHit;

use super::found::Found;
use super::{page_path, status};
use crate::pages::PageRequest;
use crate::pages::desk::Desk;
use crate::pages::gate::Visit;
use crate::pages::welcome::wrong;
use crate::search::{Share, of_shop};

/// The most others who are listed when somebody looks for one.
const ROWS: usize = 10;

/// Finds the other customer, shows both, and joins them.
///
/// # Errors
/// When the store fails.
pub(super) async fn respond(
    desk: &Desk,
    visit: &Visit,
    shop: &Shop,
    person: Person,
    request: &PageRequest,
) -> Result<Response, Rejection> {
    if !visit.member().access().may(Permission::Act) {
        return Ok(desk.nothing_here(visit.member()));
    }
    let Some(this) = Box::pin(Found::read(shop, person)).await? else {
        return Ok(desk.nothing_here(visit.member()));
    };
    let at = At {
        desk,
        visit,
        shop,
        this: &this,
    };
    let form = match request.is_post() {
        true => &request.form,
        false => &request.query,
    };
    let typed = form.get("with").unwrap_or_default().trim();
    if typed.is_empty() {
        let missing = request.is_post().then(|| wrong("with", Wrong::Missing));
        return Ok(at.find(typed, &[], missing.as_slice()));
    }
    let other = Box::pin(Found::read(shop, Person::from(typed.to_owned()))).await?;
    let Some(other) = other else {
        return Box::pin(at.search(typed)).await;
    };
    if this.joined.of_person(&other.person).is_some() {
        return Ok(at.find(typed, &[], &[wrong("with", Wrong::SamePerson)]));
    }
    if !request.is_post() {
        return at.compare(&other, Stands::This, &[]).await;
    }
    let stands = form.get("stands").and_then(Stands::of_word);
    let Some(stands) = stands else {
        let wrong = [wrong("stands", Wrong::Choice)];
        return at.compare(&other, Stands::This, &wrong).await;
    };
    let (giving_way, standing) = match stands {
        Stands::This => (&other.person, &this.person),
        Stands::Other => (&this.person, &other.person),
    };
    let me = Author::of(visit.id(), visit.member());
    let join = people::join(SPIN_CONTEXT, &shop.id, giving_way, standing, &me);
    let why = match Box::pin(join).await? {
        JoinOutcome::Joined | JoinOutcome::AlreadyJoined => {
            let (page, done) = (page_path(shop, standing), Done::CustomersJoined);
            return Ok(desk.see(&format!("{page}?done={}", done.word())));
        }
        JoinOutcome::TooMany => Wrong::TooManyRecords,
        JoinOutcome::Overtaken => Wrong::Overtaken,
    };
    at.compare(&other, stands, &[wrong("stands", why)]).await
}

/// The customer on whose page it began, and who looks at it.
struct At<'a> {
    desk: &'a Desk,
    visit: &'a Visit,
    shop: &'a Shop,
    this: &'a Found,
}

impl At<'_> {
    /// Shows the form by which the other is looked for, and those who were found.
    fn find(&self, typed: &str, found: &[SearchHit<'_>], wrong: &[WrongField]) -> Response {
        let content = FindPage {
            frame: self
                .desk
                .frame(Some(self.visit.member()), Some(Entry::Customers)),
            shop: self.shop,
            one: &self.this.one,
            typed,
            found,
            wrong,
        };
        self.desk.html(status(wrong), view::find(&content))
    }

    /// Looks for others by what was typed: their own words, or those of their orders.
    async fn search(&self, typed: &str) -> Result<Response, Rejection> {
        let share = Share {
            shops: 1,
            rows: ROWS,
        };
        let found = of_shop(self.shop, typed, None, share).await?;
        let (mut hits, mut seen) = (Vec::new(), self.this.people());
        for hit in found.hits {
            let hit = SearchHit {
                shop: self.shop,
                hit,
            };
            let Some(person) = hit.person() else { continue };
            if seen.contains(&person) {
                continue;
            }
            let joined = self.joined(&person).await?;
            seen.extend(joined.all().map(|record| record.person.clone()));
            hits.push(hit);
        }
        let none = hits.is_empty().then(|| wrong("with", Wrong::NoCustomer));
        Ok(self.find(typed, &hits, none.as_slice()))
    }

    async fn joined(&self, person: &Person) -> Result<JoinedRecords, StoreError> {
        JoinedRecords::of(SPIN_CONTEXT, &self.shop.id, person, Source::Cache).await
    }

    /// Shows both side by side, and what joining them leads to.
    async fn compare(
        &self,
        other: &Found,
        stands: Stands,
        wrong: &[WrongField],
    ) -> Result<Response, Rejection> {
        let of_this = self.this.suppressed(&self.shop.id).await?;
        let of_other = other.suppressed(&self.shop.id).await?;
        let content = JoinPage {
            frame: self
                .desk
                .frame(Some(self.visit.member()), Some(Entry::Customers)),
            shop: self.shop,
            this: self.side(self.this, &of_this),
            other: self.side(other, &of_other),
            stands,
            wrong,
        };
        Ok(self.desk.html(status(wrong), view::join(&content)))
    }

    fn side<'b>(&self, found: &'b Found, suppressed: &'b [Suppressed]) -> Side<'b> {
        let notes = found.joined.all().map(|record| record.known.notes());
        Side {
            one: &found.one,
            others: &found.others,
            notes: notes.map(wismo_domain::notes::Notes::count).sum(),
            is_watched: found.joined.watch(self.desk.now).is_some(),
            suppressed,
        }
    }
}
