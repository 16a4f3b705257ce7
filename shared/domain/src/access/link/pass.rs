//! Proofs that an order is somebody's own: a pass that a browser keeps, and a
//! code that is mailed. Both are sealed like links, so nothing is stored.

use schemars::JsonSchema;

use super::LinkKeys;
use crate::storage::keys::OrderKey;
use crate::time::{Duration, Timestamp};

/// The contexts that bind a pass, or a code, to its use of the keys: neither opens as a link.
const PASS: &[u8] = b"wismo pass 1";
const CODE: &[u8] = b"wismo code 1";

/// The time for which a pass counts.
pub const PASS_LIFE: Duration = Duration::days(30);

/// The time for which a code counts at least, in steps.
const CODE_STEPS: u64 = 3;
/// A step, in seconds.
const STEP: u64 = 300;

/// The proof that somebody passed the second step of an order, by its present links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pass {
    /// The order.
    pub order: OrderKey,
    /// The rotation of the links that it goes with.
    pub rotation: u32,
    /// The time until which it counts.
    pub until: Timestamp,
}

/// The data that a code is derived from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, JsonSchema)]
pub struct CodeOf {
    /// The rotation of the links that it goes with.
    pub rotation: u32,
    /// The time when it was asked for, in steps of five minutes since 1970.
    pub step: u64,
}

impl CodeOf {
    /// The data of the code that is mailed now.
    #[must_use]
    pub fn now(rotation: u32, now: Timestamp) -> Self {
        let seconds = u64::try_from(now.as_second()).unwrap_or_default();
        let step = seconds / STEP;
        Self { rotation, step }
    }
}

impl LinkKeys {
    /// Seals a pass as a text without characters that a cookie could not hold.
    #[must_use]
    pub fn seal_pass(&self, pass: &Pass) -> String {
        let mut plain = pass.until.as_second().to_be_bytes().to_vec();
        plain.extend(subject(&pass.order, pass.rotation));
        self.seal_in(PASS, &plain)
    }

    /// Returns the time until which a text is a pass for an order with links of
    /// this rotation, if it is one now.
    #[must_use]
    pub fn pass(
        &self,
        text: &str,
        order: &OrderKey,
        rotation: u32,
        now: Timestamp,
    ) -> Option<Timestamp> {
        let plain = self.open_in(PASS, text)?;
        let (until, rest) = plain.split_first_chunk::<8>()?;
        let until = Timestamp::from_second(i64::from_be_bytes(*until))?;
        (until > now && rest == subject(order, rotation)).then_some(until)
    }

    /// Derives a code of six digits.
    #[must_use]
    pub fn code(&self, order: &OrderKey, of: CodeOf) -> String {
        let mut plain = of.step.to_be_bytes().to_vec();
        plain.extend(subject(order, of.rotation));
        // AES-SIV's tag, the first 16 bytes, is a pseudo-random function.
        let sealed = self.sealed_in(CODE, &plain);
        let tag = sealed.first_chunk::<8>().copied().unwrap_or_default();
        format!("{:06}", u64::from_be_bytes(tag) % 1_000_000)
    }

    /// Derives the codes that count now: those of at least the last fifteen
    /// minutes, and at most the last twenty.
    pub fn codes(
        &self,
        order: &OrderKey,
        rotation: u32,
        now: Timestamp,
    ) -> impl Iterator<Item = String> {
        let newest = CodeOf::now(rotation, now);
        (0..=CODE_STEPS).map(move |back| {
            let step = newest.step.saturating_sub(back);
            self.code(order, CodeOf { rotation, step })
        })
    }
}

/// Writes the subject of a pass or a code.
fn subject(order: &OrderKey, rotation: u32) -> Vec<u8> {
    let mut subject = rotation.to_be_bytes().to_vec();
    subject.extend(order.shop.as_bytes());
    subject.push(0);
    subject.extend(order.order.as_bytes());
    subject
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::link::{Kind, Link};

    fn keys() -> LinkKeys {
        LinkKeys::from_setting("a-link-secret-of-32-bytes-or-more").unwrap()
    }

    fn order(id: &str) -> OrderKey {
        OrderKey::new("north", id).unwrap()
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_pass_is_for_one_order_one_rotation_and_a_time() {
        let keys = keys();
        let pass = keys.seal_pass(&Pass {
            order: order("1"),
            rotation: 2,
            until: at(1000),
        });
        assert!(keys.pass(&pass, &order("1"), 2, at(999)) == Some(at(1000)));
        assert!(keys.pass(&pass, &order("1"), 2, at(1000)).is_none());
        assert!(keys.pass(&pass, &order("1"), 3, at(999)).is_none());
        assert!(keys.pass(&pass, &order("12"), 2, at(999)).is_none());
        assert_eq!(keys.open(&pass), None);
        let link = keys.seal(&Link {
            order: order("1"),
            kind: Kind::Customer,
            rotation: 2,
        });
        for wrong in ["", "x", &link, &pass[1..]] {
            assert!(keys.pass(wrong, &order("1"), 2, at(0)).is_none(), "{wrong}");
        }
    }

    #[test]
    fn a_code_counts_for_a_quarter_of_an_hour_and_for_its_order() {
        let keys = keys();
        let sent = at(1_780_000_000);
        let code = keys.code(&order("1"), CodeOf::now(0, sent));
        assert!(code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()));
        let counts = |order: &OrderKey, rotation, seconds| {
            let now = sent + Duration::seconds(seconds);
            keys.codes(order, rotation, now).any(|other| other == code)
        };
        assert!(counts(&order("1"), 0, 0) && counts(&order("1"), 0, 900));
        assert!(!counts(&order("1"), 0, 1201));
        assert!(!counts(&order("2"), 0, 0) && !counts(&order("1"), 1, 0));
    }
}
