//! The desk's part of the API's reference.

use serde_json::json;
use wismo_domain::jobs::Released;
use wismo_domain::mail::suppression::Suppression;
use wismo_domain::reports::history::History;
use wismo_domain::settings::Settings;
use wismo_domain::templates::Template;
use wismo_openapi::{Access, Body, Operation, Slice, Topic};

use crate::links::{Changed as ChangedLinks, LinkRequest};
use crate::mails::again::ResendRequest;
use crate::mails::recall::Recalled;
use crate::mails::send::{AcceptedMail, Shown as ShownMail};
use crate::mails::write::MailRequest;
use crate::preview::mail::{MailPreview, MailPreviewRequest};
use crate::preview::page::{PagePreview, PagePreviewRequest};
use crate::rehearse::{RehearsalRequest, RehearsalResponse};
use crate::search::Answer as SearchAnswer;
use crate::shop_settings::InForce;
use crate::suppressions::Sending;
use crate::tasks::Tasks;
use crate::templates::list::List;
use crate::templates::one::TemplateInForce;
use crate::templates::variables::All as TemplateVariables;
use crate::versioned::{Changed as AnotherVersion, WriteResponse};
use crate::waiting::{Dropped, Holds};

/// A key, whatever its role.
const ANY_KEY: &[u16] = &[401, 404, 503];
/// A key whose role may do more than look.
const A_ROLE: &[u16] = &[401, 403, 404, 503];
/// A document in JSON.
const DOCUMENT: &[u16] = &[400, 408, 413, 415];

const MATCH: &str = "The version that you read and write over: its `ETag`.";
const KNOWN: &str = "The `ETag` of the version that you have.";
const SAME: &str = "You have this version.";
const WRITTEN: &str = "Written, as this version.";
const NOT_NAMED: &str = "`If-Match` is missing: read first, and name the version that you read.";
const BUSY: &str = "A setting is at fault, which the error names; the store did not answer; or somebody else began to write. Send it again after `Retry-After`.";

fn operation(
    topic: Topic,
    route: (&'static str, &'static str),
    summary: &'static str,
) -> Operation {
    Operation::new(topic, route, summary).asks(&[Access::DeskKey])
}

/// A write of what is kept in versions.
fn write(operation: Operation) -> Operation {
    operation
        .needs_header("If-Match", MATCH)
        .answers_version(200, WRITTEN, &[Body::json::<WriteResponse>()])
        .refuses(A_ROLE)
        .answers_version(
            412,
            "Another version is in force: read it, and make your change again.",
            &[Body::json::<AnotherVersion>()],
        )
        .refuses_with(428, NOT_NAMED)
        .refuses_with(503, BUSY)
}

/// A mail that is shown, or sent.
fn mail(operation: Operation) -> Operation {
    let either = Body::made("application/json", |generator| {
        let sent = generator.subschema_for::<AcceptedMail>();
        let shown = generator.subschema_for::<ShownMail<'_>>();
        schemars::json_schema!({ "anyOf": [sent, shown] })
    });
    operation
        .query(
            "preview",
            json!({ "type": "boolean", "default": false }),
            "True to see the mail, exactly as it would be sent, and send nothing.",
        )
        .header(
            "Idempotency-Key",
            "An id by which the same request is recognised; `id` in the body counts more.",
        )
        .answers(200, "The mail leaves; or, with `preview`, is shown.", &[either])
        .refuses(A_ROLE)
        .refuses(DOCUMENT)
        .refuses_with(
            409,
            "Nothing ever happened that the template tells of, mails do not reach a recipient, or a request with this id broke off.",
        )
}

fn settings() -> Vec<Operation> {
    let operation = |route, summary| operation(Topic::Settings, route, summary);
    vec![
        operation(
            ("GET /desk/api/{shop}/settings", "readSettings"),
            "Reads the settings in force, with every default written out",
        )
        .header("If-None-Match", KNOWN)
        .answers_version(200, "The settings.", &[Body::json::<InForce>()])
        .answers(304, SAME, &[])
        .refuses(ANY_KEY),
        write(
            operation(
                ("PUT /desk/api/{shop}/settings", "writeSettings"),
                "Replaces the settings; what is left out has its default",
            )
            .needs(&[Body::json::<Settings>()])
            .refuses(DOCUMENT),
        ),
        operation(
            ("POST /desk/api/{shop}/settings/preview", "previewPage"),
            "Shows the status page as other settings would have it",
        )
        .needs(&[Body::json::<PagePreviewRequest>()])
        .answers(200, "The page.", &[Body::json::<PagePreview>()])
        .refuses(ANY_KEY)
        .refuses(DOCUMENT),
        operation(
            ("POST /desk/api/{shop}/rehearse", "rehearse"),
            "Tells what other settings would have mailed",
        )
        .needs(&[Body::json::<RehearsalRequest>()])
        .answers(
            200,
            "The mails that there would have been.",
            &[Body::json::<RehearsalResponse>()],
        )
        .refuses(ANY_KEY)
        .refuses(DOCUMENT),
    ]
}

fn templates() -> Vec<Operation> {
    let operation = |route, summary| operation(Topic::Templates, route, summary);
    let mut all = vec![
        operation(
            ("GET /desk/api/{shop}/templates", "listTemplates"),
            "Lists the templates, without their words",
        )
        .header("If-None-Match", KNOWN)
        .answers_version(200, "The templates.", &[Body::json::<List<'_>>()])
        .answers(304, SAME, &[])
        .refuses(ANY_KEY),
        operation(
            ("GET /desk/api/{shop}/templates/variables", "listVariables"),
            "Lists the fields, variables and filters of templates",
        )
        .answers(200, "All of them.", &[Body::json::<TemplateVariables>()])
        .refuses(ANY_KEY),
        operation(
            ("POST /desk/api/{shop}/templates/preview", "previewMail"),
            "Shows a mail as a template would have it",
        )
        .needs(&[Body::json::<MailPreviewRequest>()])
        .answers(200, "The mail.", &[Body::json::<MailPreview>()])
        .refuses(ANY_KEY)
        .refuses(DOCUMENT),
    ];
    let of_all = [
        ("GET /desk/api/{shop}/templates/{name}", "readTemplate"),
        ("PUT /desk/api/{shop}/templates/{name}", "writeTemplate"),
        ("DELETE /desk/api/{shop}/templates/{name}", "deleteTemplate"),
    ];
    let of_one = [
        (
            "GET /desk/api/{shop}/templates/{name}/{language}",
            "readTemplateOfLanguage",
        ),
        (
            "PUT /desk/api/{shop}/templates/{name}/{language}",
            "writeTemplateOfLanguage",
        ),
        (
            "DELETE /desk/api/{shop}/templates/{name}/{language}",
            "deleteTemplateOfLanguage",
        ),
    ];
    for [read, put, delete] in [of_all, of_one] {
        let built_in = "The key's role may not do this, or the status is built in and has no template of its own.";
        all.extend([
            operation(
                read,
                "Reads a template; version 0 and no words if there is none",
            )
            .number(
                "version",
                "The version of the shop's templates to read it as of.",
            )
            .header("If-None-Match", KNOWN)
            .answers_version(200, "The template.", &[Body::json::<TemplateInForce<'_>>()])
            .answers(304, SAME, &[])
            .refuses(&[400])
            .refuses(ANY_KEY),
            write(
                operation(put, "Writes a template")
                    .needs(&[Body::json::<Template>()])
                    .refuses(DOCUMENT),
            )
            .refuses_with(403, built_in),
            write(operation(
                delete,
                "Deletes a template, which brings Wismo's own words back",
            ))
            .refuses_with(403, built_in),
        ]);
    }
    all
}

fn orders() -> Vec<Operation> {
    let operation = |route, summary| operation(Topic::Orders, route, summary);
    vec![
        operation(
            ("GET /desk/api/{shop}/search", "search"),
            "Finds orders and people by anything that is known of them",
        )
        .needs_query("q", json!({ "type": "string" }), "The words to look for.")
        .query(
            "from",
            json!({ "type": "string" }),
            "The place to go on from: `next` of the answer before.",
        )
        .answers(
            200,
            "The newest that fit, 20 at most.",
            &[Body::json::<SearchAnswer>()],
        )
        .refuses(&[400])
        .refuses(ANY_KEY),
        operation(
            ("GET /desk/api/{shop}/orders/{order}", "readOrder"),
            "Tells an order's history, and why it was mailed or not",
        )
        .number(
            "before",
            "The event before which to begin: `earlier` of the answer before.",
        )
        .answers(200, "The last 100 deliveries.", &[Body::json::<History>()])
        .refuses(&[400])
        .refuses(ANY_KEY),
        mail(
            operation(
                ("POST /desk/api/{shop}/orders/{order}/mails", "sendMail"),
                "Sends a mail by hand",
            )
            .needs(&[Body::json::<MailRequest>()]),
        ),
        mail(
            operation(
                (
                    "POST /desk/api/{shop}/orders/{order}/mails/{notice}",
                    "sendMailAgain",
                ),
                "Sends an earlier mail again, as it was",
            )
            .takes(&[Body::json::<ResendRequest>()]),
        ),
        operation(
            (
                "DELETE /desk/api/{shop}/orders/{order}/mails/{notice}",
                "callMailBack",
            ),
            "Calls back a mail that waits for its first or its next attempt",
        )
        .answers(200, "It is called back.", &[Body::json::<Recalled>()])
        .refuses(A_ROLE)
        .refuses_with(409, "It is being sent, or can no longer be called back."),
        operation(
            ("PUT /desk/api/{shop}/orders/{order}/hold", "holdOrder"),
            "Holds back what there is to tell of an order",
        )
        .answers(200, "It is held.", &[Body::json::<Holds>()])
        .refuses(A_ROLE),
        operation(
            ("DELETE /desk/api/{shop}/orders/{order}/hold", "letOrderGo"),
            "Lets go what is held of an order",
        )
        .answers(200, "It is let go.", &[Body::json::<Holds>()])
        .refuses(A_ROLE),
        operation(
            (
                "DELETE /desk/api/{shop}/orders/{order}/waiting",
                "dropWaiting",
            ),
            "Drops what waits to be told of an order",
        )
        .answers(200, "The notices concerned.", &[Body::json::<Dropped>()])
        .refuses(A_ROLE),
        operation(
            ("POST /desk/api/{shop}/orders/{order}/link", "changeLinks"),
            "Replaces, revokes or restores an order's links",
        )
        .needs(&[Body::json::<LinkRequest>()])
        .answers(200, "It is done.", &[Body::json::<ChangedLinks>()])
        .refuses(A_ROLE)
        .refuses(DOCUMENT),
        operation(
            ("POST /desk/api/{shop}/release", "release"),
            "Releases what the shop holds back",
        )
        .answers(
            200,
            "The orders that are released; with `more`, ask again.",
            &[Body::json::<Released>()],
        )
        .refuses(A_ROLE),
    ]
}

fn look_after() -> Vec<Operation> {
    let operation = |route, summary| operation(Topic::LookAfter, route, summary);
    vec![
        operation(
            ("GET /desk/api/{shop}/tasks", "listTasks"),
            "Lists the open tasks, the oldest first",
        )
        .number(
            "from",
            "The task to begin with: `next` of the answer before.",
        )
        .answers(200, "The tasks.", &[Body::json::<Tasks>()])
        .refuses(&[400])
        .refuses(ANY_KEY),
        operation(
            ("DELETE /desk/api/{shop}/tasks/{task}", "endTask"),
            "Ends a task",
        )
        .answers(204, "It is ended.", &[])
        .refuses(A_ROLE),
        operation(
            (
                "GET /desk/api/{shop}/suppressions/{address}",
                "readSuppression",
            ),
            "Tells why an address gets no mails",
        )
        .answers(200, "The reason.", &[Body::json::<Suppression>()])
        .refuses(ANY_KEY)
        .refuses_with(404, "There is no such shop, or the address gets mails."),
        operation(
            (
                "DELETE /desk/api/{shop}/suppressions/{address}",
                "liftSuppression",
            ),
            "Sends to an address again",
        )
        .answers(204, "It gets mails.", &[])
        .refuses(A_ROLE),
        operation(
            ("GET /desk/api/{shop}/mail", "readSending"),
            "Tells whether mails are sent at all, and if not, why",
        )
        .answers(200, "The state of sending.", &[Body::json::<Sending>()])
        .refuses(ANY_KEY),
    ]
}

#[test]
fn the_openapi_document_has_the_desk_as_its_types_are() {
    let all = [settings(), templates(), orders(), look_after()];
    Slice::new(&["/desk/"], all.into_iter().flatten().collect()).is_kept();
}
