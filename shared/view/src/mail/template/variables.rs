//! Every variable that a template may use, with what a merchant must know about it,
//! and an example of every filter. The examples are those of the example order, in
//! English.

use wismo_template::{FilterKind, Kind, Variable};

/// Returns an example of a filter's use.
#[must_use]
pub const fn filter_example(filter: FilterKind) -> &'static str {
    match filter {
        FilterKind::Join => "{{ changes|join(\", \") }}",
        FilterKind::Length => "{% if parcels|length > 1 %}",
        FilterKind::Lower => "{{ order.status|lower }}",
        FilterKind::Upper => "{{ order.status|upper }}",
    }
}

/// Every variable.
pub const VARIABLES: &[Variable] = &[
    Variable::text(
        "order.number",
        "what the customer knows the order by",
        "1042",
    ),
    Variable::text("order.id", "the shop's own id of the order", "7731"),
    Variable::text(
        "order.status",
        "where the order stands, in the shop's words if it has some",
        "Partly sent",
    ),
    Variable::text(
        "order.status_before",
        "where it stood before, if this mail tells that it moved",
        "Received by the shop",
    ),
    Variable::text(
        "order.date",
        "the day on which it was placed",
        "6\u{a0}June 2026",
    ),
    Variable::text(
        "order.total",
        "what it costs in all; empty where the shop hides its prices",
        "€175.80",
    ),
    Variable::text(
        "order.expected",
        "the last day on which something of it is expected",
        "Friday 19\u{a0}June 2026",
    ),
    Variable::text(
        "customer.name",
        "the customer's full name, if it can be greeted",
        "Ada Nilsen",
    ),
    Variable::text("customer.first_name", "the first word of it", "Ada"),
    Variable::text("shop.name", "the shop's name", "North Shop"),
    Variable::text(
        "shop.url",
        "the address of the shop's own site, where the settings name one; alone on a line, it can be clicked",
        "https://north.example/",
    ),
    Variable::text(
        "link",
        "the address of the order's page; alone on a line, it can be clicked",
        "https://example.com/s/example-of-a-link",
    ),
    Variable::text(
        "heading",
        "Wismo's own heading: the most important news",
        "Your order has been cancelled",
    ),
    Variable::text(
        "next",
        "Wismo's own words for what happens next",
        "The rest will follow. You can see on your order’s page what has been sent.",
    ),
    Variable {
        name: "changes",
        kind: Kind::List,
        about: "what changed, a sentence each without a full stop, the most important first",
        example: "Order cancelled",
        fields: &[],
    },
    Variable::text(
        "invoice",
        "the number of the invoice that this mail is about",
        "F-88",
    ),
    Variable::text(
        "credit_note",
        "the number of the credit note that this mail is about",
        "C-17",
    ),
    Variable::text(
        "refund",
        "how much this mail says is paid back; empty where the shop hides its prices",
        "€24.95",
    ),
    Variable {
        name: "parcels",
        kind: Kind::List,
        about: "the parcels that can be tracked, at most 10",
        example: "",
        fields: &[
            Variable::text("carrier", "who carries it", "DHL"),
            Variable::text("number", "its tracking number", "00340434161094042557"),
            Variable::text(
                "link",
                "the carrier's page about it",
                "https://www.dhl.com/global-en/home/tracking.html?submit=1&tracking-id=00340434161094042557",
            ),
        ],
    },
    Variable {
        name: "lines",
        kind: Kind::List,
        about: "the items of the order, at most 40",
        example: "",
        fields: &[
            Variable::text("name", "the item's name", "Wool blanket"),
            Variable::text("sku", "the item's number", "WB-12"),
            Variable::text("quantity", "how many were ordered", "2"),
            Variable::text("sent", "how many have left the shop", "1"),
            Variable::text("to_come", "how many are still to come", "1"),
            Variable::text(
                "expected",
                "the day on which they are expected",
                "Friday 19\u{a0}June 2026",
            ),
            Variable::text("total", "what they cost together", "€118.00"),
        ],
    },
];
