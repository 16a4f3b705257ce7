//! The sentences of the answer, one by one.

use wismo_domain::log::State;
use wismo_domain::order::{Address, DeliveryMethod, Payment, PaymentState, Shipment};
use wismo_domain::settings::Settings;

use super::*;
use crate::page::samples;
use crate::page::visibility::Visibility;

fn told(state: &State) -> Vec<String> {
    told_to(samples::seen(), state)
}

fn told_to(seen: VisibleParts<'_>, state: &State) -> Vec<String> {
    let localizer = samples::localizer();
    let facts = OrderSums::of(state);
    let mut told = vec![heading(&localizer, &facts)];
    told.extend(sentences(&localizer, &facts, seen).map(Sentences::whole));
    told
}

fn at(stage: Stage) -> State {
    let mut state = samples::plain();
    state.order.status.stage = stage;
    state
}

#[test]
fn a_part_delivery_counts_its_items() {
    let mut state = at(Stage::PartDelivered);
    state.order.lines = vec![samples::line("1", "Socks", 3)];
    state.order.lines[0].delivered = Some(2.into());
    assert_eq!(
        told(&state),
        [
            "2 of 3 items have been sent",
            "The shop is getting the rest ready. You can follow it on this page."
        ]
    );
    state.order.lines[0].delivered = Some(1.into());
    assert_eq!(told(&state)[0], "1 of 3 items has been sent");
    state.order.lines[0].quantity = 1300.into();
    assert_eq!(told(&state)[0], "1 of 1,300 items has been sent");
}

#[test]
fn a_preparing_order_says_how_far_and_when() {
    let mut state = at(Stage::Preparing);
    state.order.packing_slip_printed = true;
    state.order.expected_on = Some("2026-06-12".parse().unwrap());
    assert_eq!(
        told(&state)[1..3],
        [
            "The shop has printed the packing slip.",
            "Your order is expected on Friday 12\u{a0}June 2026."
        ]
    );
    state.order.picked = true;
    assert_eq!(
        told(&state)[1],
        "The shop has picked your items from the shelf."
    );
}

#[test]
fn a_sent_order_says_who_can_tell_when_it_arrives() {
    let mut state = at(Stage::Sent);
    assert_eq!(
        told(&state),
        ["Your order has been sent", "Everything has left the shop."]
    );
    state.order.shipments = vec![samples::parcel()];
    assert_eq!(
        told(&state)[1],
        "Everything has left the shop. The carrier can tell you when it will arrive."
    );
}

#[test]
fn several_parcels_are_counted() {
    let mut state = at(Stage::Sent);
    let arrived = Shipment {
        state: ShipmentState::Delivered,
        ..samples::parcel()
    };
    state.order.shipments = vec![samples::parcel(), samples::parcel()];
    assert_eq!(told(&state)[1], "It is coming in 2 parcels.");
    state.order.shipments = vec![samples::parcel(), arrived.clone()];
    assert_eq!(told(&state)[1], "1 of 2 parcels has been delivered.");
    state.order.shipments = vec![arrived];
    assert_eq!(told(&state)[0], "Your order has been delivered");
}

#[test]
fn a_removed_order_says_so_before_all_else() {
    let mut state = at(Stage::Sent);
    state.removed = true;
    assert_eq!(told(&state)[0], "The shop has removed this order");
    assert_eq!(told(&state).len(), 2);
}

#[test]
fn the_shops_own_words_are_shown() {
    let mut state = at(Stage::Preparing);
    state.order.status.label = Some("At the engraver’s".to_owned());
    assert!(
        told(&state)
            .iter()
            .any(|text| text.starts_with("The shop calls this “"))
    );
    state.order.status.label = Some("being prepared".to_owned());
    assert_eq!(told(&state).len(), 2);
    state.order.status.label = None;
    state.order.status.stage = Stage::Other;
    state.order.status.code = "wc-engraving".to_owned();
    assert_eq!(told(&state)[0], "Your order: Engraving");
}

fn collected(stage: Stage) -> State {
    let mut state = at(stage);
    state.order.delivery_method = Some(DeliveryMethod::PickUp);
    state
}

#[test]
fn what_lies_ready_says_where_to_whom_addresses_are_shown() {
    let mut state = collected(Stage::ReadyToCollect);
    let nowhere = "You can collect it now. If you do not know where, please contact the shop.";
    assert_eq!(told(&state)[1], nowhere);
    state.order.delivery_address = Some(Address {
        company: Some("Fjord & Fern".to_owned()),
        street: vec!["Strandgaten 4".to_owned()],
        postcode: Some("5013".to_owned()),
        city: Some("Bergen".to_owned()),
        ..Address::default()
    });
    assert_eq!(
        told(&state)[1],
        "You can collect it now at this address: Fjord & Fern, Strandgaten 4, 5013 Bergen"
    );
    let mut settings = Settings::default();
    for visibility in [Visibility::Limited, Visibility::Shared] {
        assert_eq!(
            told_to(VisibleParts::of(&settings, visibility), &state)[1],
            nowhere
        );
    }
    settings.display.hidden.insert(Part::Addresses);
    assert_eq!(
        told_to(VisibleParts::of(&settings, Visibility::Full), &state)[1],
        nowhere
    );
    // An order that is shipped has the customer's own address.
    state.order.delivery_method = None;
    assert_eq!(told(&state)[1], nowhere);
}

#[test]
fn the_address_stands_below_the_sentence_that_ends_with_it() {
    let mut state = collected(Stage::ReadyToCollect);
    state.order.delivery_address = Some(Address {
        street: vec!["<Strandgaten> 4".to_owned()],
        ..Address::default()
    });
    let shop = samples::shop("Fjord & Fern");
    let page = samples::page(&shop, &state);
    assert!(
        page.contains(
            "at this address:</p><address><span><bdi>&lt;Strandgaten&gt; 4</bdi></span></address>"
        ),
        "{page}"
    );
}

#[test]
fn what_is_not_shipped_is_prepared_without_a_parcel() {
    let mut state = collected(Stage::Preparing);
    assert_eq!(
        told(&state)[1],
        "The shop is getting your order ready. This page will tell you when you can collect it."
    );
    state.order.delivery_method = Some(DeliveryMethod::None);
    assert_eq!(
        told(&state)[1],
        "The shop is getting your order ready. You can follow it on this page."
    );
}

#[test]
fn a_part_of_what_is_not_shipped_is_ready() {
    let mut state = collected(Stage::PartDelivered);
    state.order.lines = vec![samples::line("1", "Mug", 3)];
    state.order.lines[0].delivered = Some(1.into());
    assert_eq!(
        told(&state),
        [
            "Part of your order is ready to collect",
            "You can collect it now. This page will tell you when the rest is ready."
        ]
    );
    state.order.delivery_method = Some(DeliveryMethod::None);
    assert_eq!(
        told(&state),
        [
            "Part of your order is ready",
            "The shop is getting the rest ready. You can follow it on this page."
        ]
    );
    state.order.status.stage = Stage::OnHold;
    assert!(!told(&state).concat().contains("sent"));
}

#[test]
fn what_is_complete_or_cancelled_without_shipping_speaks_of_none() {
    let mut state = at(Stage::Completed);
    assert_eq!(
        told(&state)[1],
        "If something is not right, please tell the shop."
    );
    for way in [DeliveryMethod::PickUp, DeliveryMethod::None] {
        state = at(Stage::Cancelled);
        state.order.delivery_method = Some(way);
        assert_eq!(
            told(&state)[1],
            "If you did not expect this, please contact the shop."
        );
    }
}

#[test]
fn what_waits_for_its_payment_says_until_when() {
    let mut state = at(Stage::AwaitingPayment);
    let lead = told(&state)[1].clone();
    state.order.payment = Some(Payment {
        due_on: Some("2026-12-04".parse().unwrap()),
        ..Payment::new(PaymentState::Unpaid)
    });
    let due = format!("{lead} Due on Friday 4\u{a0}December 2026.");
    assert_eq!(told(&state)[1], due);
    let settings = Settings::default();
    let gift = VisibleParts::of(&settings, Visibility::Shared);
    assert_eq!(told_to(gift, &state)[1], lead);
}

#[test]
fn what_was_cancelled_and_paid_back_says_so() {
    let mut state = at(Stage::Cancelled);
    state.order.totals.total = samples::amount("20");
    state.order.refunds = vec![samples::refund("19", None)];
    let lead = "Nothing more will be sent. If you did not expect this, please contact the shop.";
    assert_eq!(told(&state)[1], lead);
    state.order.refunds.push(samples::refund("1", None));
    let paid_back = "The shop has refunded your money. \
                     How long it takes to reach you depends on how you paid.";
    assert_eq!(told(&state)[1], format!("{lead} {paid_back}"));
    let settings = Settings::default();
    let gift = VisibleParts::of(&settings, Visibility::Shared);
    assert_eq!(told_to(gift, &state)[1], lead);
}

#[test]
fn one_parcel_is_not_counted() {
    let mut state = at(Stage::OnHold);
    let arrived = Shipment {
        state: ShipmentState::Delivered,
        ..samples::parcel()
    };
    state.order.shipments = vec![arrived.clone()];
    assert_eq!(told(&state).len(), 2);
    state.order.shipments.push(samples::parcel());
    assert_eq!(told(&state)[1], "1 of 2 parcels has been delivered.");
}

#[test]
fn a_status_that_nobody_gave_a_meaning_is_not_the_shops_own() {
    let mut state = at(Stage::Other);
    state.order.status.code = "unresolved".to_owned();
    assert_eq!(
        told(&state),
        [
            "Your order: Being clarified",
            "If you want to know more, please contact the shop."
        ]
    );
}
