//! Decimal numbers as shops send them: strings, integers and floats.

use rust_decimal::Decimal;

use rust_decimal::prelude::FromPrimitive;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The value of [`MAX_NUMBER`](super::MAX_NUMBER), for the schema.
const LARGEST: i64 = 1_000_000_000_000;

macro_rules! decimal {
    ($(#[$doc:meta])* $name:ident, $description:literal, $pattern:literal, $minimum:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Decimal);

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Ok(Self(Number::deserialize(deserializer)?.0))
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({
                    "description": $description,
                    "oneOf": [
                        { "type": "string", "pattern": $pattern },
                        { "type": "number", "minimum": $minimum, "maximum": LARGEST }
                    ]
                })
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

decimal!(
    /// An amount in the order's currency. Amounts of equal value are equal,
    /// with however many zeros they were written.
    Amount,
    "An amount in the order's currency: a decimal string, or a number.",
    r"^-?[0-9]+(\.[0-9]+)?$",
    -LARGEST
);
decimal!(
    /// A quantity of a line, in the line's unit. It may have decimals, as shops
    /// sell by the metre too.
    Quantity,
    "A quantity: a decimal string, or a number, not negative.",
    r"^[0-9]+(\.[0-9]+)?$",
    0
);

impl Quantity {
    /// The quantity of nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);
}

impl From<i64> for Quantity {
    fn from(value: i64) -> Self {
        Self(value.into())
    }
}

/// A number in any of the forms that shops use.
struct Number(Decimal);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberVisitor)
    }
}

struct NumberVisitor;

impl Visitor<'_> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a decimal number, as a number or a string such as 12.50")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Number, E> {
        Ok(Number(value.into()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Number, E> {
        Ok(Number(value.into()))
    }

    /// Rounds to the digits that a float can hold, so that the
    /// 10.799999999999999 of WooCommerce becomes 10.8.
    fn visit_f64<E: Error>(self, value: f64) -> Result<Number, E> {
        Decimal::from_f64(value)
            .map(|decimal| Number(decimal.normalize()))
            .ok_or_else(|| E::invalid_value(Unexpected::Float(value), &self))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Number, E> {
        text.trim().parse().map(Number).map_err(|_| {
            let start: String = text.chars().take(40).collect();
            E::custom(format_args!("{start:?} is not a decimal number"))
        })
    }
}
