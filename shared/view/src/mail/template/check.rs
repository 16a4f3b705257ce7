//! The check that a template may be saved.

use wismo_domain::changes::{Change, KINDS};
use wismo_domain::check::FieldError;
use wismo_domain::mail::Mailbox;
use wismo_domain::order::Order;
use wismo_domain::settings::Brand;
use wismo_domain::shop::Shop;
use wismo_domain::templates::{Field, Template};

use super::{FilledTemplate, example, fill_in, values};
use crate::mail::localizer::MailLocalizer;
use crate::mail::summary::MailSummary;
use crate::mail::{MailContext, clean};
use crate::texts::Language;

/// The link that stands in for an order's where there is no real one.
pub const LINK: &str = "https://example.com/s/example-of-a-link";

/// Checks a template: that it keeps its limits, that every variable is known and every
/// tag is closed, and that it can be filled in for an order of which everything is
/// known, for one of which nothing is, and for `order`.
///
/// # Errors
/// Names the first field that is wrong, and its fault.
pub fn check(
    shop: &Shop,
    template: &Template,
    language: Language,
    order: Option<&Order>,
) -> Result<(), FieldError> {
    template.check()?;
    let (full, bare) = (example::order(), example::bare());
    let every: Vec<Change> = KINDS.map(|kind| example::change(kind, &full)).into();
    let placed = [Change::Placed];
    try_on(shop, template, language, &full, &every, "the example order")?;
    try_on(
        shop,
        template,
        language,
        &bare,
        &placed,
        "an order of which little is known",
    )?;
    let Some(order) = order else { return Ok(()) };
    let name = format!("order {}", clean::line(&order.id, 60));
    try_on(shop, template, language, order, &placed, &name)
}

fn try_on(
    shop: &Shop,
    template: &Template,
    language: Language,
    order: &Order,
    changes: &[Change],
    name: &str,
) -> Result<(), FieldError> {
    let nobody = Mailbox {
        name: String::new(),
        address: String::new(),
    };
    let brand = Brand::default();
    let context = MailContext {
        changes,
        page_url: Some(LINK),
        language,
        ..MailContext::for_order(shop, order, &brand, &nobody)
    };
    let localizer = MailLocalizer::new(&context);
    let words = fill_in(template, &values(&localizer, &MailSummary::of(&localizer)))?;
    let empty = |field: Field, filled: &Option<String>| {
        (template.get(field).is_some() && filled.is_none()).then(|| FieldError {
            path: field.name().to_owned(),
            reason: format!("comes to nothing for {name}: say something outside of its tags"),
        })
    };
    let FilledTemplate {
        subject, heading, ..
    } = &words;
    let field_error = empty(Field::Subject, subject).or_else(|| empty(Field::Heading, heading));
    field_error.map_or(Ok(()), Err)
}
