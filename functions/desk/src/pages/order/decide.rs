//! `.../{action}`: what a member decides about an order.
//!
//! A form is filled in, then a page says what would change and whom that mails, and then
//! it is done. What mails nobody is done at once.

mod document;
mod read;

pub use read::statuses;

use std::rc::Rc;

use http::StatusCode;
use wismo_domain::changes::ChangeKind;
use wismo_domain::context::Environment;
use wismo_domain::log::{Event, EventPayload, Fact, LinkChange, append_all};
use wismo_domain::notices::{Notice, Rules};
use wismo_domain::order::DocumentKind;
use wismo_domain::reports::forecast::{Forecast, forecast};
use wismo_domain::reports::history::{NotificationStatus, history};
use wismo_domain::settings::{Channel, Part};
use wismo_domain::staff::Author;
use wismo_domain::tasks::{self, TaskReason};
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;
use wismo_view::desk::field::{Done, WrongField};
use wismo_view::desk::order::OrderAction;
use wismo_view::desk::order::decide::{DecidePage, confirm, confirm_revocation, form};
use wismo_view::desk::order::upload::{KeptFile, UPLOAD};

use super::{ID, Looked, new_id, print};
use crate::pages::PageRequest;
use crate::pages::desk::Desk;
use crate::pages::gate::Visit;
use crate::{links, waiting, wake};

/// The name of the button that was pressed.
const DO: &str = "do";

/// Shows the form of an action, what it would do, or does it.
///
/// # Errors
/// When the store fails.
pub async fn respond(
    desk: &Desk,
    visit: &Visit,
    looked: &Looked<'_>,
    action: OrderAction,
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let deed = Deed {
        desk,
        visit,
        looked,
        action,
        request,
    };
    let pressed = request.form.get(DO).filter(|_| request.is_post());
    let done = match action {
        OrderAction::Urgent => return deed.urgent(pressed).await,
        OrderAction::Hold => deed.hold(pressed).await?,
        OrderAction::Drop => deed.drop_waiting(pressed).await?,
        OrderAction::Links if pressed == Some("ask") => return Ok(deed.ask_to_revoke()),
        OrderAction::Links => deed.links(pressed).await?,
        OrderAction::Tracking
        | OrderAction::Status
        | OrderAction::Promise
        | OrderAction::Return
        | OrderAction::Refund
        | OrderAction::Cancel => return deed.say(pressed).await,
        OrderAction::Document => return Box::pin(deed.add_document(pressed)).await,
        OrderAction::Print => return print::respond(desk, visit, looked, request).await,
    };
    Ok(match done {
        Some(done) => looked.back(desk, done),
        None => deed.form(&[]),
    })
}

/// Something that a member is about to do.
struct Deed<'a> {
    desk: &'a Desk,
    visit: &'a Visit,
    looked: &'a Looked<'a>,
    action: OrderAction,
    request: &'a PageRequest,
}

impl Deed<'_> {
    /// Says something of the order, once the member has seen what that would do.
    async fn say(&self, pressed: Option<&str>) -> Result<Response, Rejection> {
        let Some(pressed) = pressed else {
            return Ok(self.form(&[]));
        };
        let now = SpinEnvironment.now();
        let read = read::Read {
            order: &self.looked.found.order,
            settings: &self.looked.decided.settings,
            form: &self.request.form,
            new_id: &new_id(),
            now,
            today: self.looked.shop.day(now),
        };
        let fact = match read.fact(self.action) {
            Ok(fact) => fact,
            Err(wrong) => return Ok(self.form(&[wrong])),
        };
        self.tell(fact, pressed, None).await
    }

    /// Shows what a fact would lead to, or records it.
    async fn tell(
        &self,
        fact: Fact,
        pressed: &str,
        file: Option<&KeptFile>,
    ) -> Result<Response, Rejection> {
        if let Err(wrong) = read::check(self.action, &fact) {
            return Ok(self.form_with(&[wrong], file));
        }
        let is_more_than_left = read::is_more_than_left(&self.looked.found.order, &fact);
        let now = self.desk.now;
        let payload = EventPayload::Fact {
            at: now,
            n: None,
            fact,
        };
        let event = Event::at_desk(now, payload, Some(self.visit.actor()), pressed == "quiet");
        let forecast = self.forecast(&event).await?;
        if !matches!(pressed, "tell" | "quiet") {
            return Ok(self.confirm(&forecast, file, is_more_than_left));
        }
        let fields: Vec<(&str, &str)> = self.request.form.fields().collect();
        if self.page(&fields, &[]).is_idle(&forecast) {
            return Ok(self.looked.back(self.desk, Done::NothingChanged));
        }
        let batch = [(self.looked.key.clone(), event)];
        append_all(SPIN_CONTEXT, &batch, Vec::new()).await?;
        wake().await;
        Ok(self.looked.back(self.desk, Done::OrderSaved))
    }

    async fn forecast(&self, event: &Event) -> Result<Forecast, Rejection> {
        let Looked {
            shop, key, decided, ..
        } = self.looked;
        let rules = Rules {
            settings: Rc::new(decided.settings.clone()),
            templates: Rc::new(decided.templates.clone()),
            timezone: shop.timezone.clone(),
            locale: shop.locale().to_owned(),
        };
        let events = std::slice::from_ref(event);
        Ok(forecast(SPIN_CONTEXT, key, &rules, events).await?)
    }

    async fn urgent(&self, pressed: Option<&str>) -> Result<Response, Rejection> {
        let reason = match pressed {
            Some("off") => None,
            Some(_) => match read::text(&self.request.form, "reason") {
                Ok(reason) => Some(reason),
                Err(wrong) => return Ok(self.form(&[wrong])),
            },
            None => return Ok(self.form(&[])),
        };
        let is_urgent = reason.is_some();
        if !is_urgent && self.looked.found.snapshot.urgency().is_none() {
            return Ok(self.looked.back(self.desk, Done::NothingChanged));
        }
        let event = Event::at_desk(
            SpinEnvironment.now(),
            EventPayload::Urgent(reason),
            Some(self.visit.actor()),
            false,
        );
        let batch = [(self.looked.key.clone(), event)];
        append_all(SPIN_CONTEXT, &batch, Vec::new()).await?;
        let (key, why) = (&self.looked.key, TaskReason::Urgent);
        if is_urgent {
            tasks::open_task(SPIN_CONTEXT, key, why).await?;
        } else {
            let by = Author::of(self.visit.id(), self.visit.member());
            tasks::end_of_order(SPIN_CONTEXT, key, why, Some(&by)).await?;
        }
        wake().await;
        Ok(self.looked.back(self.desk, Done::OrderSaved))
    }

    async fn hold(&self, pressed: Option<&str>) -> Result<Option<Done>, Rejection> {
        let (held, done) = match pressed {
            Some("on") => (true, Done::OrderHeld),
            Some("off") => (false, Done::OrderReleased),
            Some(_) => return Ok(Some(Done::NothingChanged)),
            None => return Ok(None),
        };
        if self.looked.found.snapshot.is_held() == held {
            return Ok(Some(Done::NothingChanged));
        }
        waiting::set_held(&self.looked.key, held, Some(self.visit.actor())).await?;
        Ok(Some(done))
    }

    async fn drop_waiting(&self, pressed: Option<&str>) -> Result<Option<Done>, Rejection> {
        match pressed {
            Some("on") if self.waits().await? => {}
            Some(_) => return Ok(Some(Done::NothingChanged)),
            None => return Ok(None),
        }
        let by = Some(self.visit.actor());
        let dropped = waiting::drop_waiting(&self.looked.key, by).await?;
        Ok(Some(match dropped.is_certain() {
            true => Done::OrderDropped,
            false => Done::MailMayHaveLeft,
        }))
    }

    /// Tells whether anything waits to be told.
    async fn waits(&self) -> Result<bool, Rejection> {
        let Looked { key, decided, .. } = self.looked;
        let history = history(SPIN_CONTEXT, key, &decided.settings, None).await?;
        let Some(history) = history else {
            return Ok(false);
        };
        let mut changes = history
            .deliveries
            .iter()
            .flat_map(|delivery| &delivery.changes);
        let waits = changes.any(|change| match change.notification.status {
            NotificationStatus::Waiting => true,
            NotificationStatus::Mailed | NotificationStatus::NotMailed => false,
        });
        let last = Notice::all(&SpinStore, key).await?;
        let is_open = last.last().is_some_and(|notice| !notice.is_final());
        // Of older deliveries, something may wait.
        Ok(waits || is_open || history.earlier.is_some())
    }

    async fn links(&self, pressed: Option<&str>) -> Result<Option<Done>, Rejection> {
        let change = match pressed {
            Some("replace") => LinkChange::Replaced,
            Some("revoke") => LinkChange::Revoked,
            Some("restore") => LinkChange::Restored,
            Some(_) => return Ok(Some(Done::NothingChanged)),
            None => return Ok(None),
        };
        let are_revoked = self.looked.found.snapshot.links().are_revoked();
        let is_so = match change {
            LinkChange::Replaced => false,
            LinkChange::Revoked => are_revoked,
            LinkChange::Restored => !are_revoked,
        };
        if is_so {
            return Ok(Some(Done::NothingChanged));
        }
        links::change_to(&self.looked.key, change, Some(self.visit.actor())).await?;
        Ok(Some(Done::LinksChanged))
    }

    /// Asks once more: the customer's page closes for everybody.
    fn ask_to_revoke(&self) -> Response {
        let page = self.page(&[], &[]);
        self.desk.html(StatusCode::OK, confirm_revocation(&page))
    }

    fn form(&self, wrong: &[WrongField]) -> Response {
        self.form_with(wrong, None)
    }

    /// The form, with a file that came with an earlier one.
    fn form_with(&self, wrong: &[WrongField], file: Option<&KeptFile>) -> Response {
        let status = match wrong.is_empty() {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        };
        let fields: Vec<(&str, &str)> = self.request.form.fields().collect();
        let statuses = statuses(
            Some(&self.looked.found.order.status),
            &self.looked.decided.settings,
        );
        let page = DecidePage {
            statuses: &statuses,
            file,
            ..self.page(&fields, wrong)
        };
        self.desk.html(status, form(&page))
    }

    fn confirm(
        &self,
        forecast: &Forecast,
        file: Option<&KeptFile>,
        is_more_than_left: bool,
    ) -> Response {
        let id = new_id();
        let upload = file.map(|file| file.number.to_string());
        let mut fields: Vec<(&str, &str)> = self.request.form.fields().collect();
        // By this, a form that is sent twice says one thing.
        fields.retain(|(name, _)| *name != ID && *name != UPLOAD);
        fields.push((ID, &id));
        fields.extend(upload.as_deref().map(|upload| (UPLOAD, upload)));
        let page = DecidePage {
            file,
            is_more_than_left,
            ..self.page(&fields, &[])
        };
        self.desk.html(StatusCode::OK, confirm(&page, forecast))
    }

    fn page<'b>(
        &'b self,
        fields: &'b [(&'b str, &'b str)],
        wrong: &'b [WrongField],
    ) -> DecidePage<'b> {
        let found = &self.looked.found;
        DecidePage {
            frame: self.desk.frame(Some(self.visit.member()), None),
            shop: self.looked.shop,
            order: &found.order,
            action: self.action,
            statuses: &[],
            is_on: match self.action {
                OrderAction::Urgent => found.snapshot.urgency().is_some(),
                OrderAction::Hold => found.snapshot.is_held(),
                OrderAction::Links => found.snapshot.links().are_revoked(),
                OrderAction::Document => self.is_kind_shown(),
                OrderAction::Tracking
                | OrderAction::Status
                | OrderAction::Promise
                | OrderAction::Return
                | OrderAction::Refund
                | OrderAction::Cancel
                | OrderAction::Print
                | OrderAction::Drop => false,
            },
            is_removed: found.snapshot.is_removed(),
            is_more_than_left: false,
            file: None,
            fields,
            wrong,
        }
    }

    /// Tells whether documents of the chosen kind are shown at all.
    fn is_kind_shown(&self) -> bool {
        let word = self.request.form.get("kind").unwrap_or_default();
        let is = |kind| DecidePage::kind_word(kind) == word;
        let settings = &self.looked.decided.settings;
        !settings.hides(Part::Documents)
            && [
                (ChangeKind::Invoiced, DocumentKind::Invoice),
                (ChangeKind::Credited, DocumentKind::CreditNote),
                (ChangeKind::PackingSlipPrinted, DocumentKind::PackingSlip),
            ]
            .into_iter()
            .all(|(change, kind)| !is(kind) || settings.rule(change).notify != Channel::Off)
    }
}
