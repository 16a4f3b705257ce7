//! The mail component's part of the API's reference.

use wismo_domain::jobs::Drained;
use wismo_domain::mail::Mail;
use wismo_openapi::{Access, Body, Operation, Slice, Topic};

use crate::drain::DrainRequest;
use crate::preview::KeptMail;

fn drain() -> Operation {
    let route = ("POST /mail/drain", "drain");
    Operation::new(
        Topic::Mail,
        route,
        "Sends what is due; a scheduler calls it each minute",
    )
    .asks(&[Access::JobSecret])
    .takes(&[Body::json::<DrainRequest>()])
    .answers(
        200,
        "The counts of this request.",
        &[Body::json::<Drained>()],
    )
    .refuses(&[400, 401, 408, 413, 503])
}

fn preview() -> Operation {
    let kept = Body::made("application/json", |generator| {
        let kept = generator.subschema_for::<KeptMail<'_>>();
        let to_staff = generator.subschema_for::<Mail>();
        schemars::json_schema!({ "anyOf": [kept, to_staff] })
    });
    let route = ("GET /mail/preview/{id}", "readMail");
    Operation::new(Topic::Mail, route, "Shows a kept mail")
        .more("In HTML, if `Accept` has `text/html`. A mail to the staff has no outcomes.")
        .asks(&[Access::InstallationKey])
        .answers(200, "The mail.", &[kept, Body::text("text/html")])
        .refuses(&[401, 503])
        .refuses_with(404, "No mail has this id.")
}

#[test]
fn the_openapi_document_has_mails_as_their_types_are() {
    Slice::new(&["/mail/drain", "/mail/preview/"], vec![drain(), preview()]).is_kept();
}
