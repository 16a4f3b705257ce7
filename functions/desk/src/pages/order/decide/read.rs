//! Reading what a member fills in about an order.

use serde::de::DeserializeOwned;
use serde_json::Value;
use sha2::{Digest, Sha256};
use wismo_domain::log::Fact;
use wismo_domain::order::{
    Amount, LinePart, MAX_ID, MAX_NUMBER, MAX_TEXT, Order, OrderPart, Quantity, Refund, Shipment,
    ShipmentState, Stage, Status, built_in, check_day, is_same_number,
};
use wismo_domain::settings::Settings;
use wismo_domain::time::{Date, Timestamp};
use wismo_platform::http::form::Form;
use wismo_view::desk::field::{Wrong, WrongField};
use wismo_view::desk::order::OrderAction;
use wismo_view::desk::order::decide::DecidePage;

use crate::pages::order::ID;

/// The stages that a member may move any order to, beside the shop's own statuses.
const STAGES: [(&str, Stage); 8] = [
    ("received", Stage::Received),
    ("preparing", Stage::Preparing),
    ("on_hold", Stage::OnHold),
    ("sent", Stage::Sent),
    ("delivered", Stage::Delivered),
    ("ready_to_collect", Stage::ReadyToCollect),
    ("collected", Stage::Collected),
    ("completed", Stage::Completed),
];

/// A form about an order.
pub(super) struct Read<'a> {
    /// The order as it stands.
    pub(super) order: &'a Order,
    /// The shop's settings.
    pub(super) settings: &'a Settings,
    /// The form.
    pub(super) form: &'a Form,
    /// The present time.
    pub(super) now: Timestamp,
    /// The shop's present day.
    pub(super) today: Date,
}

impl Read<'_> {
    /// Reads the fact that an action says of the order.
    ///
    /// # Errors
    /// Returns the field that is wrong.
    pub(super) fn fact(&self, action: OrderAction) -> Result<Fact, WrongField> {
        match action {
            OrderAction::Tracking => self.parcel(),
            OrderAction::Status => self.status(),
            OrderAction::Promise => self.promise(),
            OrderAction::Return => self.returned(),
            OrderAction::Refund => self.refund(),
            OrderAction::Cancel => Ok(Fact::Status(Box::new(self.cancelled()))),
            // They say nothing of the order itself, or have a file.
            OrderAction::Document
            | OrderAction::Print
            | OrderAction::Urgent
            | OrderAction::Hold
            | OrderAction::Drop
            | OrderAction::Links => Err(WrongField::new("do", Wrong::Choice)),
        }
    }

    /// A parcel. One whose number the order has keeps what is known of it. It is a part of
    /// the order, as an ERP sends it, so that it stands whatever the shop says next.
    fn parcel(&self) -> Result<Fact, WrongField> {
        let number = text_within(self.form, "number", MAX_ID)?;
        let carrier = optional(self.form, "carrier")?;
        let known = self.order.shipments.iter().find(|parcel| {
            let known = parcel.tracking_number.as_deref();
            known.is_some_and(|known| is_same_number(known, &number))
        });
        let mut parcel = known.cloned().unwrap_or_else(|| {
            let digest = Sha256::digest(number.to_ascii_uppercase());
            let digest = base16ct::lower::encode_string(digest.get(..8).unwrap_or_default());
            let mut parcel = Shipment::new(&format!("desk-{digest}"), ShipmentState::Sent);
            parcel.shipped_at = Some(self.now);
            parcel
        });
        parcel.tracking_number = Some(number);
        parcel.carrier = carrier.or(parcel.carrier);
        let mut part = OrderPart::new(&self.order.id, self.now);
        part.shipments.push(parcel);
        Ok(Fact::Part(Box::new(part)))
    }

    fn status(&self) -> Result<Fact, WrongField> {
        let code = self.form.get("status").unwrap_or_default();
        let mut all = statuses(Some(&self.order.status), self.settings).into_iter();
        let status = all.find(|status| status.code == code);
        let status = status.ok_or(WrongField::new("status", Wrong::Choice))?;
        Ok(Fact::Status(Box::new(status)))
    }

    fn promise(&self) -> Result<Fact, WrongField> {
        let day = self.form.get("day").unwrap_or_default();
        let day: Option<Date> = day.trim().parse().ok();
        let expected_on = day.ok_or(WrongField::new("day", Wrong::Day))?;
        // Nobody promises yesterday, and a far day is a slip of the keyboard.
        let is_likely = expected_on >= self.today && check_day("day", Some(expected_on)).is_ok();
        is_likely
            .then_some(Fact::Promise { expected_on })
            .ok_or(WrongField::new("day", Wrong::PastDay))
    }

    /// The quantities that came back in all, of the lines for which one was entered.
    fn returned(&self) -> Result<Fact, WrongField> {
        let mut part = OrderPart::new(&self.order.id, self.now);
        for (index, line) in self.order.lines.iter().enumerate() {
            let typed = self.form.get(&DecidePage::returned_field(index));
            let typed = typed.map(str::trim).filter(|typed| !typed.is_empty());
            let Some(typed) = typed else {
                continue;
            };
            let returned: Quantity =
                number(typed).ok_or(WrongField::new("returned", Wrong::Quantity))?;
            if returned < Quantity::ZERO || returned > line.quantity {
                return Err(WrongField::new("returned", Wrong::Quantity));
            }
            part.lines.push(LinePart {
                id: Some(line.id.clone()),
                returned: Some(returned),
                ..LinePart::default()
            });
        }
        if part.lines.is_empty() {
            return Err(WrongField::new("returned", Wrong::Missing));
        }
        Ok(Fact::Part(Box::new(part)))
    }

    fn refund(&self) -> Result<Fact, WrongField> {
        let typed = self.form.get("amount").unwrap_or_default();
        let amount: Option<Amount> = number(typed.trim());
        let amount = amount.filter(|amount| *amount > Amount::default() && amount.0 <= MAX_NUMBER);
        let amount = amount.ok_or(WrongField::new("amount", Wrong::Amount))?;
        let id: String = self
            .form
            .get(ID)
            .unwrap_or_default()
            .chars()
            .take(40)
            .collect();
        let mut part = OrderPart::new(&self.order.id, self.now);
        part.currency = Some(self.order.currency.clone());
        part.refunds.push(Refund {
            id: format!("desk-{id}"),
            amount,
            reason: optional(self.form, "reason")?,
            lines: Vec::new(),
        });
        Ok(Fact::Part(Box::new(part)))
    }

    /// The shop's own status of a cancelled order, if it named one.
    fn cancelled(&self) -> Status {
        let mut own = own_statuses(self.settings);
        let own = own.find(|status| status.stage == Stage::Cancelled);
        own.unwrap_or_else(|| Status::new("cancelled", Stage::Cancelled))
    }
}

/// Lists the statuses that an order may be given: the one that it has, those that the
/// shop named, and those that every shop has.
#[must_use]
pub fn statuses(present: Option<&Status>, settings: &Settings) -> Vec<Status> {
    let own = own_statuses(settings);
    let stages = STAGES.into_iter();
    let common = stages.map(|(code, stage)| Status::new(code, stage));
    let mut all: Vec<Status> = Vec::new();
    for status in present.cloned().into_iter().chain(own).chain(common) {
        let is_known = |other: &Status| {
            let is_alike = !status.has_words() && !other.has_words();
            other.code == status.code || (is_alike && other.stage == status.stage)
        };
        // An order is cancelled by an action of its own.
        if status.stage != Stage::Cancelled && !all.iter().any(is_known) {
            all.push(status);
        }
    }
    all
}

/// Lists the statuses that the shop named with their meaning: without one, only the
/// platform knows it.
fn own_statuses(settings: &Settings) -> impl Iterator<Item = Status> {
    settings.statuses.iter().filter_map(|rule| {
        let stage = rule.stage.or_else(|| built_in(&rule.code))?;
        let mut status = Status::new(&rule.code, stage);
        rule.apply(&mut status);
        Some(status)
    })
}

/// Reads a text that must be there.
///
/// # Errors
/// When it is missing, too long, or has control characters.
pub(super) fn text(form: &Form, name: &'static str) -> Result<String, WrongField> {
    text_within(form, name, MAX_TEXT)
}

/// Reads a text of so many characters at most that must be there.
///
/// # Errors
/// When it is missing, too long, or has control characters.
pub(super) fn text_within(
    form: &Form,
    name: &'static str,
    most: usize,
) -> Result<String, WrongField> {
    let text = form.get(name).unwrap_or_default().trim();
    if text.is_empty() {
        return Err(WrongField::new(name, Wrong::Missing));
    }
    if text.chars().count() > most || text.chars().any(char::is_control) {
        return Err(WrongField::new(name, Wrong::Text));
    }
    Ok(text.to_owned())
}

fn optional(form: &Form, name: &'static str) -> Result<Option<String>, WrongField> {
    let is_empty = form.get(name).unwrap_or_default().trim().is_empty();
    (!is_empty).then(|| text(form, name)).transpose()
}

/// Reads a decimal number, with a comma or a point.
fn number<T: DeserializeOwned>(typed: &str) -> Option<T> {
    // It may be a thousand: whoever means a decimal writes fewer digits, or more.
    let is_thousand = typed
        .rsplit_once(',')
        .is_some_and(|(_, rest)| rest.len() == 3);
    if is_thousand {
        return None;
    }
    let plain = typed.replace(',', ".");
    serde_json::from_value(Value::String(plain)).ok()
}
