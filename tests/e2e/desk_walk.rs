//! The desk in a browser, as a merchant uses it all day: every key that one searches by and
//! everything that one does, with script and without, and by the keyboard alone.

use reqwest::StatusCode;
use serde_json::{Value, json};
use wismo::recorder::{Accepted, Api, Fault, Recorder};

use crate::browser::{assert_no_fault, run};
use crate::desk_search;
use crate::harness::desk::{ADA, PASSWORD};
use crate::harness::member::{BEN, Member, invited, link_for};
use crate::harness::provider::{self, Said};
use crate::harness::{DESK_API_KEY, Wismo, eventually, mailed_by, neutral};

/// The ways in which everything is walked, each with orders and customers of its own: `101`
/// is used with script, `201` without.
const WAYS: [u8; 2] = [1, 2];

const AT: &str = "2026-06-06T17:18:38Z";

/// A message to the shop `erp`.
fn message(kind: &str, data: &Value) -> Value {
    json!({ "type": kind, "data": data })
}

/// An order of a customer.
fn order(id: &str, customer: &Value) -> Value {
    let mut order = neutral(id, "received", AT);
    order["customer"] = customer.clone();
    order["delivery_address"] = json!({
        "name": customer["name"], "street": ["Havnegade 7"], "postcode": "5000",
        "city": "Odense", "country": "DK",
    });
    order["lines"] = json!([
        { "id": "1", "sku": "OAK-2", "name": "Oak table", "quantity": 1, "total": "3200.00" },
        { "id": "2", "sku": "CHR-9", "name": "Chair, oiled ash", "quantity": 4, "total": "4800.00" },
    ]);
    order["totals"] = json!({ "items": "8000.00", "shipping": "250.00", "total": "8250.00" });
    order
}

/// Everything that a way of walking is about.
fn told_of(way: u8) -> Vec<Value> {
    let customer = |n: u8, name: &str, email: &str| json!({ "id": format!("W-{way}{n}"), "name": name, "email": email });
    let jens = customer(1, "Jens Holm", &format!("jens{way}@holm.example"));
    let karen = customer(2, "Karen Holm", &format!("karen{way}@holm.example"));
    let bounced = customer(3, "Mads Lund", &format!("mads{way}@lund.example"));
    let records = [&jens, &karen, &bounced].map(|customer| {
        let mut record = customer.clone();
        record["updated_at"] = json!(AT);
        message("customer.changed", &record)
    });
    // The first is decided about, the second has a mail that waits, the third is printed, two
    // are set to a status together, one has a mail that came back, the last is for the keyboard.
    let orders = [
        (1, &jens),
        (2, &jens),
        (3, &jens),
        (4, &karen),
        (5, &karen),
        (6, &bounced),
        (7, &karen),
    ];
    let orders = orders
        .map(|(n, customer)| message("order.changed", &order(&format!("{way}0{n}"), customer)));
    records.into_iter().chain(orders).collect()
}

/// Writes a mail from an order of the shop `erp`.
async fn write(wismo: &Wismo, order: &str) -> Value {
    let path = format!("/desk/api/erp/orders/{order}/mails");
    let words = json!({ "words": { "subject": format!("About {order}"), "message": "Hello" } });
    let request = wismo.request("POST", &path).bearer_auth(DESK_API_KEY);
    let answer = request.json(&words).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    answer.json().await.unwrap()
}

/// Writes a mail that waits, as the provider has no time for it; returns its number.
async fn waiting_mail(wismo: &Wismo, mails: &Recorder, order: &str) -> Value {
    mails.script([Fault::Status(429, "{}".to_owned())]);
    let kept = write(wismo, order).await;
    eventually(async || {
        let history = wismo.history("erp", order).await;
        let outcomes = history["manual_mails"][0]["outcomes"].clone();
        (outcomes != json!([])).then_some(())
    })
    .await;
    kept["notice"].clone()
}

/// The last mail to an address, once it is there.
async fn mail_to(mails: &Recorder, address: &str) -> Accepted {
    eventually(async || {
        let mut all = mails.accepted().into_iter();
        all.rfind(|mail| mail.to.contains(address))
    })
    .await
}

/// Invites somebody; returns the path of the invitation.
async fn invitation(mails: &Recorder, owner: &mut Member<'_>, address: &str) -> String {
    let access = [("role", "viewer"), ("all-shops", "yes")];
    let fields = [&[("name", "Eva"), ("address", address)][..], &access].concat();
    let seen = owner.post("/desk/people/invite", &fields).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.html);
    link_for(mails, address, 1).await
}

/// Has a mail to the customer of an order come back, so that the address gets no more.
async fn bounced(wismo: &Wismo, mails: &Recorder, order: &str, address: &str) {
    write(wismo, order).await;
    let mail = mail_to(mails, address).await;
    let reference = mail.reference.unwrap();
    let said = Said::of(&reference, address).bounced();
    let (headers, body) = provider::delivery(Api::Resend, &said);
    let mut request = wismo.request("POST", "/mail/events/resend").body(body);
    for (name, value) in headers {
        request = request.header(name, value);
    }
    assert_eq!(request.send().await.unwrap().status(), StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs Chromium, Node.js and Java"]
async fn browser_walks_the_desk_as_a_merchant_and_finds_no_fault() {
    let mails = Recorder::start(Api::Resend).unwrap();
    let mut variables = mailed_by(Api::Resend, &mails);
    variables.insert(
        "mail_events_secret".to_owned(),
        provider::secret(Api::Resend),
    );
    let wismo = Wismo::with(variables).await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    // The colleague who is named in notes.
    let access = [("role", "agent"), ("all-shops", "yes")];
    invited(&wismo, &mails, &mut ada, &access).await;
    desk_search::told(&wismo).await;
    let told: Vec<Value> = WAYS.into_iter().flat_map(told_of).collect();
    let (status, lines) = wismo.import("/sync/erp/import?quiet=true", &told).await;
    assert_eq!(status, StatusCode::OK, "{lines:?}");
    Member::new(&wismo)
        .post("/desk/forgot", &[("address", BEN)])
        .await;
    let reset = link_for(&mails, BEN, 2).await;
    let (mut waiting, mut invitations) = (Vec::new(), Vec::new());
    for way in WAYS {
        let eva = format!("eva{way}@north.example");
        invitations.push(invitation(&mails, &mut ada, &eva).await);
        wismo.imported_page("erp", &format!("{way}07")).await;
        let address = format!("mads{way}@lund.example");
        bounced(&wismo, &mails, &format!("{way}06"), &address).await;
        waiting.push(waiting_mail(&wismo, &mails, &format!("{way}02")).await);
    }
    let desk = json!({
        "url": wismo.url(""), "cookie": ada.cookie, "address": ADA, "password": PASSWORD,
        "waiting": waiting, "invitations": invitations, "reset": reset,
    });
    assert_no_fault(&run("walk.mjs", desk).await);
    // What the merchant was told is so.
    for way in WAYS {
        let address = format!("jens{way}@holm.example");
        let subject = format!("A word about {way}01");
        let all = mails.accepted();
        let mut written = all.iter().filter(|mail| mail.to.contains(&address));
        let written = written.find(|mail| mail.subject == subject);
        let written = written.unwrap();
        assert!(written.cc.as_ref().unwrap().contains(ADA), "{written:?}");
        assert!(written.text.contains("The oak has come."), "{written:?}");
        assert_eq!(written.files.len(), 1, "{written:?}");
        let again = mail_to(&mails, &format!("office{way}@holm.example")).await;
        assert_eq!(again.subject, subject);
        let recalled = format!("About {way}02");
        assert!(all.iter().all(|mail| mail.subject != recalled));
    }
    wismo.stop().await;
}
