//! Every variable and filter that a template may use, with what a merchant must
//! know about it. The examples are those of the example order, in English.

/// A variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its name, as it stands in a template.
    pub name: &'static str,
    /// Its kind.
    pub kind: Kind,
    /// Its meaning.
    pub about: &'static str,
    /// A value that it may have.
    pub example: &'static str,
    /// The fields of each member of a list; empty if the members are texts.
    pub fields: &'static [Variable],
}

/// The kind of a variable or an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text, empty if nothing is known.
    Text,
    /// A whole number.
    Number,
    /// True or false.
    Flag,
    /// A list, for a loop to go over.
    List,
    /// A member of a list that has fields.
    Record,
    /// One kind or another, as with `or`: good for conditions alone.
    Mixed,
}

impl Kind {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Flag => "flag",
            Self::List => "list",
            Self::Record => "record",
            Self::Mixed => "mixed",
        }
    }
}

/// A filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FilterInfo {
    /// Its name.
    pub name: &'static str,
    /// Its effect, and the values that it takes.
    pub about: &'static str,
    /// An example of its use.
    pub example: &'static str,
}

/// Every filter.
pub const FILTERS: &[FilterInfo] = &[
    FilterInfo {
        name: "join",
        about: "puts the texts of a list into one, with a text between them",
        example: "{{ changes|join(\", \") }}",
    },
    FilterInfo {
        name: "length",
        about: "counts the members of a list, or the characters of a text",
        example: "{% if parcels|length > 1 %}",
    },
    FilterInfo {
        name: "lower",
        about: "puts a text into small letters",
        example: "{{ order.status|lower }}",
    },
    FilterInfo {
        name: "upper",
        about: "puts a text into capital letters",
        example: "{{ order.status|upper }}",
    },
];

const fn text(name: &'static str, about: &'static str, example: &'static str) -> Variable {
    Variable {
        name,
        kind: Kind::Text,
        about,
        example,
        fields: &[],
    }
}

/// Every variable.
pub const VARIABLES: &[Variable] = &[
    text(
        "order.number",
        "what the customer knows the order by",
        "1042",
    ),
    text("order.id", "the shop's own id of the order", "7731"),
    text(
        "order.status",
        "where the order stands, in the shop's words if it has some",
        "Partly sent",
    ),
    text(
        "order.status_before",
        "where it stood before, if this mail tells that it moved",
        "Received by the shop",
    ),
    text(
        "order.date",
        "the day on which it was placed",
        "6\u{a0}June 2026",
    ),
    text(
        "order.total",
        "what it costs in all; empty where the shop hides its prices",
        "€175.80",
    ),
    text(
        "order.expected",
        "the last day on which something of it is expected",
        "Friday 19\u{a0}June 2026",
    ),
    text(
        "customer.name",
        "the customer's full name, if it can be greeted",
        "Ada Nilsen",
    ),
    text("customer.first_name", "the first word of it", "Ada"),
    text("shop.name", "the shop's name", "North Shop"),
    text(
        "shop.url",
        "the address of the shop's own site, where the settings name one; alone on a line, it can be clicked",
        "https://north.example/",
    ),
    text(
        "link",
        "the address of the order's page; alone on a line, it can be clicked",
        "https://example.com/s/example-of-a-link",
    ),
    text(
        "heading",
        "Wismo's own heading: the most important news",
        "Your order has been cancelled",
    ),
    text(
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
    text(
        "invoice",
        "the number of the invoice that this mail is about",
        "F-88",
    ),
    text(
        "credit_note",
        "the number of the credit note that this mail is about",
        "C-17",
    ),
    text(
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
            text("carrier", "who carries it", "DHL"),
            text("number", "its tracking number", "00340434161094042557"),
            text(
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
            text("name", "the item's name", "Wool blanket"),
            text("sku", "the item's number", "WB-12"),
            text("quantity", "how many were ordered", "2"),
            text("sent", "how many have left the shop", "1"),
            text("to_come", "how many are still to come", "1"),
            text(
                "expected",
                "the day on which they are expected",
                "Friday 19\u{a0}June 2026",
            ),
            text("total", "what they cost together", "€118.00"),
        ],
    },
];
