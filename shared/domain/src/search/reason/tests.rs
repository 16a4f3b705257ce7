use serde_json::json;

use super::*;
use crate::search::Query;

fn order() -> Order {
    serde_json::from_value(json!({
        "id": "gid-77", "number": "#N-10017", "updated_at": "2026-01-01T00:00:00Z",
        "status": { "code": "new", "stage": "received" }, "currency": "EUR",
        "reference": "PO 4500-77", "marketplace": {
            "name": "Amazon", "order": "702-9876543-7654321", "user": "bob_smith-77",
        },
        "customer": {
            "phone": "+45 12 34 56 78",
            "id": "c-4711", "name": "Zoë Bjørnstad-O’Brien", "email": "Zoe.Bj@Mail.Shop.example",
            "contacts": [{ "role": "billing", "name": "Bo Wu", "email": "books@firm.example" }],
        },
        "billing_address": { "company": "Łódź Æther GmbH", "postcode": "SW1A 1AA" },
        "delivery_address": { "name": "Anna Çelik", "postcode": "8000" },
        "shipments": [
            { "id": "1" },
            { "id": "2", "tracking_number": "JD01 4600 0012 3456" },
        ],
        "documents": [
            { "id": "1", "kind": "invoice", "number": "INV/2026/0042" },
            { "id": "C9001", "kind": "credit_note" },
        ],
        "lines": [
            { "id": "1", "name": "x", "quantity": "1" },
            { "id": "2", "name": "x", "quantity": "1", "sku": "TEE-blå-XL" },
        ],
    }))
    .unwrap()
}

fn fit(texts: &[Searchable], query: &str) -> Option<(Vec<Reason>, bool)> {
    let fit = Query::parse(query)?.fit(texts)?;
    Some((fit.reasons, fit.is_exact))
}

#[test]
fn an_order_is_found_by_each_of_its_numbers_and_says_which() {
    let texts = texts_of_order(&order());
    let parcel = Reason::TrackingNumber { parcel: 2 };
    let invoice = Reason::DocumentNumber {
        kind: DocumentKind::Invoice,
    };
    let credit = Reason::DocumentNumber {
        kind: DocumentKind::CreditNote,
    };
    let sku = Reason::Sku { line: 2 };
    for (query, reason, is_exact) in [
        ("N-10017", Reason::OrderNumber, true),
        ("#n10017", Reason::OrderNumber, true),
        ("n-100", Reason::OrderNumber, false),
        ("10017", Reason::OrderNumber, false),
        ("gid77", Reason::OrderId, true),
        ("JD014600 00123456", parcel, true),
        ("jd01 4600", parcel, false),
        ("123456", parcel, false),
        ("inv/2026/0042", invoice, true),
        ("INV 2026 0042", invoice, true),
        ("2026-0042", invoice, false),
        ("c9001", credit, true),
        ("tee-BLA-xl", sku, true),
        ("TEE", sku, false),
        ("po 4500-77", Reason::Reference, true),
        ("4500-77", Reason::Reference, false),
        ("702-9876543-7654321", Reason::MarketplaceOrder, true),
        ("7654321", Reason::MarketplaceOrder, false),
    ] {
        assert_eq!(
            fit(&texts, query),
            Some((vec![reason], is_exact)),
            "{query}"
        );
    }
    for query in ["10018", "017", "JD02", "-", "zoe"] {
        assert_eq!(fit(&texts, query), None, "{query}");
    }
    let person = person_of(&order().customer).unwrap();
    let marked = |person: &str| Query::marked(&[vec![Mark::Person(person.to_owned())]], None);
    assert!(marked(&person).fit(&texts).is_some());
    assert_eq!(marked("0123").fit(&texts), None);
}

#[test]
fn a_person_is_found_by_any_part_of_their_names_and_addresses() {
    let texts = texts_of_buyer(&order());
    let (billing, delivery) = (AddressUse::Billing, AddressUse::Delivery);
    let role = Role::Billing;
    for (query, reasons, is_exact) in [
        ("zoe", vec![Reason::Name], false),
        ("ØRNST", vec![Reason::Name], false),
        ("bjørnstad-o'brien", vec![Reason::Name], false),
        ("brien Zoë", vec![Reason::Name], false),
        ("zoe.bj@mail.shop.example", vec![Reason::Email], true),
        ("ZOE.BJ@mail", vec![Reason::Email], false),
        ("@shop.example", vec![Reason::Email], false),
        ("c-4711", vec![Reason::CustomerId], true),
        ("bob_smith-77", vec![Reason::MarketplaceUser], true),
        ("bob_smi", vec![Reason::MarketplaceUser], false),
        ("+45 12 34 56 78", vec![Reason::Phone], true),
        ("0045-12345678", vec![Reason::Phone], true),
        ("12345678", vec![Reason::Phone], true),
        ("12 34 56 78", vec![Reason::Phone], true),
        ("345678", vec![Reason::Phone], false),
        ("5678", vec![Reason::Phone], false),
        ("bo", vec![Reason::ContactName { role }], false),
        ("wu bo", vec![Reason::ContactName { role }], false),
        ("ooks@firm", vec![Reason::ContactEmail { role }], false),
        (
            "books@firm.example",
            vec![Reason::ContactEmail { role }],
            true,
        ),
        ("aether lodz", vec![Reason::Company { of: billing }], false),
        ("sw1a1aa", vec![Reason::Postcode { of: billing }], false),
        ("SW1A 1AA", vec![Reason::Postcode { of: billing }], false),
        (
            "celik 8000",
            vec![
                Reason::AddressName { of: delivery },
                Reason::Postcode { of: delivery },
            ],
            false,
        ),
    ] {
        assert_eq!(fit(&texts, query), Some((reasons, is_exact)), "{query}");
    }
    for query in ["zo", "zoe hansen", "8001", "N-10017", "@other.example"] {
        assert_eq!(fit(&texts, query), None, "{query}");
    }
    let mut guest = order().customer;
    guest.id = None;
    let person = person_of(&guest);
    guest.email = Some(" ZOE.bj@mail.shop.EXAMPLE ".to_owned());
    assert_eq!(person_of(&guest), person);
    guest.email = None;
    assert_eq!(person_of(&guest), None);
}

#[test]
fn what_the_index_is_asked_for_finds_all_that_the_record_fits() {
    let order = order();
    let texts = [texts_of_order(&order), texts_of_buyer(&order)].concat();
    let long = "Donaudampfschifffahrtsgesellschaftskapitän";
    let mut all: Vec<Searchable> = texts;
    all.push(Searchable::new(Reason::Name, Form::Name, long));
    let subject = crate::search::Subject::Order("1".to_owned());
    let [entry] = crate::search::Entry::of(&subject, &all).try_into().unwrap();
    for query in [
        "zoe",
        "ørnst",
        "N-10017",
        "jd01 4600",
        "inv 2026 0042",
        "celik 8000",
        "@shop.example",
        "zoe.bj@mail.shop.example",
        "dampfschifffahrtsgesellschaftskapitan",
        long,
        "books@firm",
        "004512345678",
        "(12) 34 56 78",
        "702-9876543-7654321",
        "bob_smith-77",
    ] {
        let parsed = Query::parse(query).unwrap();
        assert!(parsed.fit(&all).is_some(), "{query}");
        let is_in = |term: &Term| entry.tokens.iter().any(|token| term.fits(token));
        let found = parsed.evaluate(|term| crate::search::matches::Matches {
            numbers: is_in(term).then_some(0).into_iter().collect(),
            known_from: 0,
        });
        assert_eq!(found.numbers, [0], "{query}");
    }
}

#[test]
fn a_phone_number_is_found_however_it_is_written() {
    let written = ["+45 12 34 56 78", "004512345678", "12345678", "12 34-56.78"];
    for own in written {
        let texts = [Searchable::new(Reason::Phone, Form::Phone, own)];
        for query in written {
            let found = fit(&texts, query);
            assert_eq!(found, Some((vec![Reason::Phone], true)), "{query} of {own}");
        }
        assert_eq!(fit(&texts, "+45 12 34 56 79"), None);
    }
    // What looks like a phone number may be another number.
    let texts = texts_of_order(&order());
    assert_eq!(fit(&texts, "+45 12 34 56 78"), None);
}
