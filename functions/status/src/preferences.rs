//! `GET` and `POST /s/{token}/mail`: the choice of the mails that an order's
//! customer gets, and of their language. `GET` changes nothing.

use http::{Method, StatusCode};
use spin_sdk::http::Request;
use wismo_domain::access::link::Kind;
use wismo_domain::log::MailPreferences;
use wismo_domain::reports::history;
use wismo_domain::settings::Part;
use wismo_domain::storage::StoreError;
use wismo_platform::http::form::Form;
use wismo_platform::http::response::see_other;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;
use wismo_view::page::{self, MAIL_CATEGORIES, PreferencesPage, Visibility};
use wismo_view::texts::Language;

use crate::access::{OrderAccess, authorize};
use crate::answers::html;
use crate::config::config;

/// Shows the customer's choice, or takes a new one.
///
/// # Errors
/// When the link leads nowhere, or the form is at fault.
pub async fn respond(token: &str, request: Request) -> Result<Response, Rejection> {
    let config = config().await?;
    let door = authorize(&config, token, &[Kind::Customer], None, request.headers()).await?;
    // Whoever may not see the order may not silence it either; the link in
    // each mail's header does only that.
    match door.visibility {
        Visibility::Full => {}
        Visibility::Gone => return Ok(see_other(&format!("../{token}"))),
        Visibility::Limited | Visibility::Shared => return Ok(see_other("unlock")),
    }
    if request.method() != Method::POST {
        let is_saved = request.uri().query() == Some("saved");
        return Ok(show(token, &door, is_saved).await?);
    }
    let form = Form::own(request).await?;
    let until = door.choose(chosen(&form)).await?;
    Ok(match until {
        None => see_other("mail?saved"),
        Some(until) => door.too_many(until),
    })
}

async fn show(token: &str, door: &OrderAccess<'_>, is_saved: bool) -> Result<Response, StoreError> {
    let sent = if door.visibility.sees(&door.rules, Part::Mails) {
        history::sent_mails(&SpinStore, &door.link.order, &door.snapshot).await?
    } else {
        Vec::new()
    };
    let document = page::preferences(&PreferencesPage {
        of: door.page(),
        number: door.number(),
        choice: &door.snapshot.preferences(),
        sent: &sent,
        is_saved,
        back: &format!("../{token}"),
    });
    Ok(html(StatusCode::OK, document))
}

/// Reads the choice from a form.
fn chosen(form: &Form) -> MailPreferences {
    let is_off = |field: &str| form.get(field).is_none();
    let off = MAIL_CATEGORIES.iter().filter(|(field, _, _)| is_off(field));
    let without: Vec<_> = off
        .flat_map(|(_, _, kinds)| kinds.iter().copied())
        .collect();
    let language = form.get("language").and_then(Language::known);
    MailPreferences {
        none: MAIL_CATEGORIES.iter().all(|(field, _, _)| is_off(field)),
        without,
        language: language.map(|language| language.code().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wismo_domain::changes::ChangeKind;

    fn of(form: &str) -> MailPreferences {
        chosen(&Form::of(form.as_bytes()))
    }

    #[test]
    fn a_form_says_what_is_wanted() {
        let all = "status=on&parcels=on&dates=on&cancelled=on&money=on";
        assert_eq!(of(all), MailPreferences::default());
        let some = of("status=on&parcels=on&cancelled=on&money=on&language=da");
        assert_eq!(
            some.without,
            [ChangeKind::ExpectedDateChanged, ChangeKind::BackInStock]
        );
        assert_eq!(some.language.as_deref(), Some("da"));
        assert!(of("language=").none);
        assert_eq!(of("language=xx&status=on").language, None);
    }
}
