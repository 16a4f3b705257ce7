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
use wismo_view::format::currency_decimals;

use crate::pages::order::{ID, is_id};
use crate::pages::typed::plain;

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
    /// The id of what the form names by none of ours.
    pub(super) new_id: &'a str,
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
                quantity(typed).ok_or(WrongField::new("returned", Wrong::Quantity))?;
            // None came back only where some were said to have.
            let is_nothing = returned == Quantity::ZERO
                && line.returned.is_none_or(|before| before == Quantity::ZERO);
            if is_nothing || returned > line.quantity {
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

    /// A refund. The same form says one, however often it is sent.
    fn refund(&self) -> Result<Fact, WrongField> {
        let typed = self.form.get("amount").unwrap_or_default();
        let amount = amount(typed.trim(), &self.order.currency);
        let amount = amount.filter(|amount| *amount > Amount::default() && amount.0 <= MAX_NUMBER);
        let amount = amount.ok_or(WrongField::new("amount", Wrong::Amount))?;
        let total = self.order.totals.total;
        if total.is_some_and(|total| amount > total) {
            return Err(WrongField::new("amount", Wrong::MoreThanTotal));
        }
        let id = self.form.get(ID).filter(|id| is_id(id));
        let id = id.unwrap_or(self.new_id);
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
    let text = plain(form.get(name).unwrap_or_default());
    if text.is_empty() {
        return Err(WrongField::new(name, Wrong::Missing));
    }
    if text.chars().count() > most || text.chars().any(char::is_control) {
        return Err(WrongField::new(name, Wrong::Text));
    }
    Ok(text)
}

fn optional(form: &Form, name: &'static str) -> Result<Option<String>, WrongField> {
    let is_empty = plain(form.get(name).unwrap_or_default()).is_empty();
    (!is_empty).then(|| text(form, name)).transpose()
}

/// Tells whether a fact refunds more than is left of what the order cost.
pub(super) fn is_more_than_left(order: &Order, fact: &Fact) -> bool {
    let (Fact::Part(part), Some(total)) = (fact, order.totals.total) else {
        return false;
    };
    let is_own = |before: &&Refund| part.refunds.iter().any(|own| own.id == before.id);
    let before = order.refunds.iter().filter(|before| !is_own(before));
    let all = before.chain(&part.refunds);
    let all = all.fold(Amount::default().0, |sum, refund| sum + refund.amount.0);
    !part.refunds.is_empty() && all > total.0
}

/// Checks what the desk says of an order by the rules for what a shop says.
///
/// # Errors
/// Returns the field of the form that it was made of.
pub(super) fn check(action: OrderAction, fact: &Fact) -> Result<(), WrongField> {
    let Fact::Part(part) = fact else {
        // A day was checked, and a status is one of those that are offered.
        return Ok(());
    };
    let mut part = part.clone();
    // Where a file is, Wismo alone may say.
    for document in &mut part.documents {
        document.file = None;
    }
    let field = match action {
        OrderAction::Return => "returned",
        OrderAction::Refund => "amount",
        OrderAction::Tracking
        | OrderAction::Document
        | OrderAction::Status
        | OrderAction::Promise
        | OrderAction::Cancel
        | OrderAction::Print
        | OrderAction::Urgent
        | OrderAction::Hold
        | OrderAction::Drop
        | OrderAction::Links => "number",
    };
    part.check()
        .map_err(|_| WrongField::new(field, Wrong::Text))
}

/// Reads an amount of money, with no more decimals than its currency has.
fn amount(typed: &str, currency: &str) -> Option<Amount> {
    /// The decimals of a currency of which nobody knows how many it has.
    const MOST: usize = 8;
    let decimals = currency_decimals(currency).map_or(MOST, |decimals| decimals as usize);
    decimal(typed, decimals, decimals == 3)
}

/// Reads a quantity, with at most three decimals.
fn quantity(typed: &str) -> Option<Quantity> {
    decimal(typed, 3, false)
}

/// Reads a decimal number that is written in digits, with a comma or a point before the
/// decimals. Three digits behind it may mean thousands: they are taken for decimals only
/// where there must be three, or where nothing stands before them.
fn decimal<T: DeserializeOwned>(typed: &str, most: usize, has_three: bool) -> Option<T> {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let plain = match typed.split_once(['.', ',']) {
        Some((whole, rest)) => {
            let may_be_thousands = rest.len() == 3 && !has_three && !whole.starts_with('0');
            let rest_fits = rest.trim_end_matches('0').len() <= most;
            if !is_digits(whole) || !is_digits(rest) || may_be_thousands || !rest_fits {
                return None;
            }
            format!("{whole}.{rest}")
        }
        None if is_digits(typed) => typed.to_owned(),
        None => return None,
    };
    serde_json::from_value(Value::String(plain)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order() -> Order {
        let at = "2026-06-06T10:00:00Z".parse().unwrap();
        let status = Status::new("received", Stage::Received);
        let mut order = Order::new("1", at, status, "EUR");
        order.totals.total = amount("100", "EUR");
        order
    }

    fn refund(order: &Order, body: &str) -> Result<Refund, Wrong> {
        let form = Form::of(body.as_bytes());
        let read = Read {
            order,
            settings: &Settings::default(),
            form: &form,
            new_id: "00000000000000bb",
            now: order.updated_at,
            today: "2026-06-06".parse().unwrap(),
        };
        let fact = read.fact(OrderAction::Refund).map_err(|wrong| wrong.why)?;
        check(OrderAction::Refund, &fact).map_err(|wrong| wrong.why)?;
        let Fact::Part(part) = fact else {
            panic!("{fact:?}")
        };
        Ok(part.refunds[0].clone())
    }

    #[test]
    fn an_amount_has_the_decimals_of_its_currency_and_no_thousands() {
        for (typed, currency, read) in [
            ("12", "EUR", Some("12")),
            ("12.5", "EUR", Some("12.5")),
            ("12,50", "EUR", Some("12.50")),
            ("0.500", "EUR", Some("0.5")),
            ("1234.5600", "EUR", Some("1234.56")),
            ("1.234", "EUR", None),
            ("1,234", "EUR", None),
            ("1.234,50", "EUR", None),
            ("1.2345", "EUR", None),
            ("12.345", "EUR", None),
            ("0.001", "EUR", None),
            ("1.5", "JPY", None),
            ("1.0", "JPY", Some("1")),
            ("1.234", "KWD", Some("1.234")),
            ("0.00000001", "BTC", Some("0.00000001")),
            ("0.000000001", "BTC", None),
            ("1e2", "EUR", None),
            ("1_000", "EUR", None),
            ("-1", "EUR", None),
            ("+1", "EUR", None),
            (".5", "EUR", None),
            ("5.", "EUR", None),
            ("1 000", "EUR", None),
            ("٣", "EUR", None),
            ("", "EUR", None),
            ("99999999999999999999999999999999", "EUR", None),
        ] {
            let expected = read.map(|read| Amount(read.parse().unwrap()));
            assert_eq!(amount(typed, currency), expected, "{typed} {currency}");
        }
        assert_eq!(quantity("0,125"), Some(Quantity("0.125".parse().unwrap())));
        assert_eq!(quantity("1.5"), Some(Quantity("1.5".parse().unwrap())));
        assert_eq!(quantity("0.1234"), None);
        assert_eq!(quantity("1,234"), None);
    }

    #[test]
    fn a_refund_is_within_what_the_order_cost_and_has_an_id_of_ours() {
        let mut order = order();
        let own = refund(&order, "amount=100&id=00000000000000aa").unwrap();
        assert_eq!(own.id, "desk-00000000000000aa");
        for body in [
            "amount=1",
            "amount=1&id=",
            "amount=1&id=00000000000000AA",
            "amount=1&id=%0A%0D",
            "amount=1&id=00000000000000aa0",
        ] {
            let made = refund(&order, body).unwrap();
            assert_eq!(made.id, "desk-00000000000000bb", "{body}");
        }
        for (body, why) in [
            ("amount=100.01", Wrong::MoreThanTotal),
            ("amount=0", Wrong::Amount),
            ("amount=0.00", Wrong::Amount),
            ("amount=x", Wrong::Amount),
        ] {
            assert_eq!(refund(&order, body), Err(why), "{body}");
        }
        let fact = |refund: Refund| {
            let mut part = OrderPart::new("1", order.updated_at);
            part.refunds.push(refund);
            Fact::Part(Box::new(part))
        };
        let (first, all) = (fact(own.clone()), fact(refund(&order, "amount=1").unwrap()));
        assert!(!is_more_than_left(&order, &first));
        order.refunds.push(own);
        assert!(!is_more_than_left(&order, &first));
        assert!(is_more_than_left(&order, &all));
        order.totals.total = None;
        assert!(!is_more_than_left(&order, &all));
        assert!(refund(&order, "amount=1000").is_ok());
    }
}
