//! This component's part of the API's reference.

use wismo_openapi::{Body, Operation, Slice, Topic};

use crate::respond::Recorded;

#[test]
fn the_openapi_document_has_the_events_of_providers() {
    let route = ("POST /mail/events/{provider}", "takeEvents");
    let events = Operation::new(Topic::Mail, route, "Takes a mail provider's events")
        .more("Each provider has its own form, and its own proof, for which `mail_events_secret` is set.")
        .needs(&[Body::any("*/*")])
        .answers(200, "They are kept.", &[Body::json::<Recorded>()])
        .refuses(&[400, 401, 408, 413, 503])
        .refuses_with(404, "`mail_provider` is another.");
    Slice::new(&["/mail/events/"], vec![events]).is_kept();
}
