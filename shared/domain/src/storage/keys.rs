//! All stored keys, made here and nowhere else.
//!
//! Each key except those of the desk, the queues and the mail provider holds the shop's
//! id. Order ids are percent-encoded, so that none can reach into another's
//! keys. All keys stay under 255 bytes, the shortest limit of any hosted store.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::staff::MemberId;
use crate::storage::Counter;
use crate::storage::event_log::EventLog;
use crate::storage::index::ListKeys;
use crate::time::Date;

/// The characters that may stand in a key as they are, beside letters and digits.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

/// The longest shop id, in bytes.
pub const MAX_SHOP_BYTES: usize = 32;
/// The longest order id, in bytes.
pub const MAX_ID_BYTES: usize = 100;
/// The longest order id once it is percent-encoded, in bytes.
pub const MAX_ORDER_BYTES: usize = 150;
/// The number of queues that the work on orders and items is spread over.
/// Making it smaller strands the jobs of the queues that are left out.
pub const SHARDS: u8 = 4;
/// The queue of imports: if they were in one of the others, a backlog of mails
/// that fills its cursor would delay the imports, and with them the pages.
pub(crate) const IMPORTS: u8 = SHARDS;
/// The number of queues.
pub const QUEUES: u8 = SHARDS + 1;

/// The reason why a shop's or an order's id cannot be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// The shop's id does not fit.
    #[error("a shop's id is 1 to {MAX_SHOP_BYTES} of a-z, 0-9 and -")]
    Shop,
    /// The order's id does not fit.
    #[error(
        "an order's id is 1 to {MAX_ID_BYTES} bytes, or {MAX_ORDER_BYTES} once percent-encoded, \
         without control characters"
    )]
    Order,
}

/// The name of one order of one shop: all of the order's keys begin with it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct OrderKey {
    /// The shop's id.
    pub shop: String,
    /// The order's id within the shop, as the shop writes it.
    pub order: String,
}

impl OrderKey {
    /// Names an order.
    ///
    /// # Errors
    /// When either id is empty, too long or has characters that an id cannot have.
    pub fn new(shop: &str, order: &str) -> Result<Self, IdError> {
        check_shop_id(shop)?;
        let encoded = utf8_percent_encode(order, PLAIN)
            .map(str::len)
            .sum::<usize>();
        let fits = (1..=MAX_ID_BYTES).contains(&order.len()) && encoded <= MAX_ORDER_BYTES;
        if !fits || order.chars().any(char::is_control) {
            return Err(IdError::Order);
        }
        Ok(Self {
            shop: shop.to_owned(),
            order: order.to_owned(),
        })
    }

    /// The counter of the order's events.
    #[must_use]
    pub fn len(&self) -> Counter {
        Counter::at(format!("{}/len", self.prefix()))
    }

    /// The key of the order's event number `n`, from 1.
    #[must_use]
    pub fn event(&self, n: u64) -> String {
        format!("{}/event/{n}", self.prefix())
    }

    /// The key of the projection of the order's events: a cache.
    #[must_use]
    pub fn snapshot(&self) -> String {
        format!("{}/snapshot", self.prefix())
    }

    /// The ticket of an attempt at a notice: whoever draws 1 from it has the
    /// attempt. Both numbers count from 1.
    #[must_use]
    pub fn ticket(&self, notice: u64, attempt: u64) -> Counter {
        Counter::at(format!(
            "{}/notice/{notice}/ticket/{attempt}",
            self.prefix()
        ))
    }

    /// The key of the prepared notice of an attempt at a notice, written once by the ticket's holder.
    #[must_use]
    pub fn prepared(&self, notice: u64, attempt: u64) -> String {
        format!("{}/notice/{notice}/mail/{attempt}", self.prefix())
    }

    /// The key of the outcome of an attempt at a notice.
    #[must_use]
    pub fn outcome(&self, notice: u64, attempt: u64) -> String {
        format!("{}/notice/{notice}/outcome/{attempt}", self.prefix())
    }

    /// The ticket of the manual mail that is asked for under this id: whoever
    /// draws 1 may send it.
    #[must_use]
    pub fn manual_mail(&self, id: &str) -> Counter {
        let id = digest(id);
        Counter::at(format!("{}/by-hand/{id}", self.prefix()))
    }

    /// The counter of one kind of thing done with the order in a period, by the
    /// period's number since 1970.
    #[must_use]
    pub(crate) fn in_period(&self, what: &str, number: i64) -> Counter {
        Counter::at(format!("{}/limit/{what}/{number}", self.prefix()))
    }

    /// The queue that the order's jobs stand in.
    #[must_use]
    pub fn shard(&self) -> u8 {
        shard_of(&self.prefix())
    }

    /// A name for the order that does not tell anybody which order it is: 128 bits in hex.
    #[must_use]
    pub fn digest(&self) -> String {
        digest(self.prefix())
    }

    fn prefix(&self) -> String {
        format!(
            "shop/{}/order/{}",
            self.shop,
            utf8_percent_encode(&self.order, PLAIN)
        )
    }
}

/// Checks that a shop's id can stand in keys and URLs.
///
/// # Errors
/// When it cannot.
pub fn check_shop_id(shop: &str) -> Result<(), IdError> {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if shop.is_empty() || shop.len() > MAX_SHOP_BYTES || !shop.bytes().all(fits) {
        return Err(IdError::Shop);
    }
    Ok(())
}

/// The event log of a shop's settings.
#[must_use]
pub fn settings_log(shop: &str) -> EventLog {
    EventLog {
        prefix: format!("shop/{shop}/settings"),
    }
}

/// The event log of a shop's words in mails.
#[must_use]
pub fn templates_log(shop: &str) -> EventLog {
    EventLog {
        prefix: format!("shop/{shop}/templates"),
    }
}

/// The event log of a shop's word about an item.
#[must_use]
pub fn item_log(shop: &str, sku: &str) -> EventLog {
    EventLog {
        prefix: format!("shop/{shop}/item/{}", name(sku)),
    }
}

/// The event log of a shop's word about a customer.
#[must_use]
pub fn customer_log(shop: &str, customer: &str) -> EventLog {
    EventLog {
        prefix: format!("shop/{shop}/customer/{}", name(customer)),
    }
}

/// The orders of a shop, as they came.
#[must_use]
pub fn orders_index(shop: &str) -> ListKeys {
    ListKeys {
        prefix: format!("shop/{shop}/orders"),
    }
}

/// The orders that wait for an item.
#[must_use]
pub fn waiting_index(shop: &str, sku: &str) -> ListKeys {
    ListKeys {
        prefix: format!("shop/{shop}/item/{}/waiting", name(sku)),
    }
}

/// The orders whose news waits for the merchant's release.
#[must_use]
pub fn held_index(shop: &str) -> ListKeys {
    ListKeys {
        prefix: format!("shop/{shop}/held"),
    }
}

/// The orders of a shop that were promised for a day.
#[must_use]
pub fn promised_index(shop: &str, day: Date) -> ListKeys {
    ListKeys {
        prefix: format!("shop/{shop}/promised/{day}"),
    }
}

/// The key of how far a shop's past days were looked at: a cache.
#[must_use]
pub fn overdue_progress(shop: &str) -> String {
    format!("shop/{shop}/promised/looked-at")
}

/// The key of when a shop's webhooks were heard: a cache.
#[must_use]
pub fn hooks_heard(shop: &str) -> String {
    format!("shop/{shop}/hooks-heard")
}

/// The key of the time when tasks were looked for that come as time passes: a cache.
#[must_use]
pub fn tasks_looked_for() -> String {
    "tasks/looked-for".to_owned()
}

/// The event log of the statuses that a shop's orders were seen with.
#[must_use]
pub fn seen_statuses_log(shop: &str) -> EventLog {
    EventLog {
        prefix: format!("shop/{shop}/statuses"),
    }
}

/// The batches of imports that wait to be worked off.
#[must_use]
pub fn imports_index(shop: &str) -> ListKeys {
    ListKeys {
        prefix: format!("shop/{shop}/imports"),
    }
}

/// The orders and people that the merchant's people should look after.
#[must_use]
pub fn tasks_index(shop: &str) -> ListKeys {
    ListKeys {
        prefix: format!("shop/{shop}/tasks"),
    }
}

/// The event log of what the desk says of a person, by the digest of who they are.
#[must_use]
pub fn person_log(shop: &str, person: &str) -> EventLog {
    EventLog {
        prefix: format!("shop/{shop}/person/{person}"),
    }
}

/// The event log of who is on a shop's watch list.
#[must_use]
pub fn watch_list_log(shop: &str) -> EventLog {
    EventLog {
        prefix: format!("shop/{shop}/watch-list"),
    }
}

/// The people of a shop, as they came.
#[must_use]
pub fn people_index(shop: &str) -> ListKeys {
    ListKeys {
        prefix: format!("shop/{shop}/people"),
    }
}

/// The event log of who has which of a shop's tasks.
#[must_use]
pub fn task_owners_log(shop: &str) -> EventLog {
    EventLog {
        prefix: format!("shop/{shop}/tasks/owners"),
    }
}

/// The event log of a member of the staff.
#[must_use]
pub fn member_log(member: &MemberId) -> EventLog {
    EventLog {
        prefix: format!("desk/member/{member}"),
    }
}

/// The event log of who is a member of the staff.
#[must_use]
pub fn members_log() -> EventLog {
    EventLog {
        prefix: "desk/members".to_owned(),
    }
}

/// The event log of the keys of the desk's API.
#[must_use]
pub fn api_keys_log() -> EventLog {
    EventLog {
        prefix: "desk/keys".to_owned(),
    }
}

/// The event log of what the staff does with people and keys.
#[must_use]
pub fn audit_log() -> EventLog {
    EventLog {
        prefix: "desk/audit".to_owned(),
    }
}

/// The event log of the rules of signing in.
#[must_use]
pub fn sign_in_rules_log() -> EventLog {
    EventLog {
        prefix: "desk/sign-in-rules".to_owned(),
    }
}

/// The key of a mail to a member of the staff as the provider `preview` keeps it.
#[must_use]
pub fn staff_mail_preview(key: &str) -> String {
    format!("desk/mail/{}", name(key))
}

/// The key of the time when a key of the desk's API was last used.
#[must_use]
pub fn api_key_used(key: u64) -> String {
    format!("desk/key/{key}/used")
}

/// The ticket of something that a member may use once, such as a link or a code: whoever
/// draws 1 from it has used it.
#[must_use]
pub(crate) fn used(member: &MemberId, what: &str) -> Counter {
    let what = digest(what);
    Counter::at(format!("desk/member/{member}/used/{what}"))
}

/// The counter of one kind of thing that is tried under an address of the staff in a
/// period, by the period's number since 1970. Addresses share 4,096 of them, so that
/// strangers who invent some do not fill the store.
#[must_use]
pub(crate) fn tried_in_period(member: &MemberId, what: &str, number: i64) -> Counter {
    let bucket: String = member.to_string().chars().take(3).collect();
    Counter::at(format!("desk/limit/{what}/{bucket}/{number}"))
}

/// The counter of one kind of thing tried from a network, by its digest, in a period, by the
/// period's number since 1970. They share counters as addresses do.
#[must_use]
pub(crate) fn tried_from(network: &str, what: &str, number: i64) -> Counter {
    let bucket: String = network.chars().take(4).collect();
    Counter::at(format!("desk/limit/{what}-from/{bucket}/{number}"))
}

/// The counter of the passwords that are hashed in a second, by its number since 1970.
#[must_use]
pub fn hashes_in_second(second: i64) -> Counter {
    Counter::at(format!("desk/hashes/{second}"))
}

/// The key of the reason why an address does not get mails: by a digest, so
/// that the store does not list addresses.
#[must_use]
pub fn suppression(shop: &str, address: &str) -> String {
    let address = digest(address.trim().to_lowercase());
    format!("shop/{shop}/suppressed/{address}")
}

/// The key of the order that has a number as its customer writes it: with or
/// without a `#` before it, in upper or lower case.
#[must_use]
pub(crate) fn by_number(shop: &str, number: &str) -> String {
    let number = number.trim().trim_start_matches('#').trim().to_lowercase();
    format!("shop/{shop}/number/{}", name(&number))
}

/// The counter of the links asked for an address in a period, by the period's
/// number since 1970.
#[must_use]
pub(crate) fn asked(shop: &str, address: &str, period: &str, number: i64) -> Counter {
    let address = digest(address.trim().to_lowercase());
    Counter::at(format!("shop/{shop}/asked/{address}/{period}/{number}"))
}

/// The counter of one kind of thing done with a shop in a period, by the
/// period's number since 1970.
#[must_use]
pub(crate) fn in_period(shop: &str, what: &str, number: i64) -> Counter {
    Counter::at(format!("shop/{shop}/limit/{what}/{number}"))
}

/// The place of a shop's search index in the store. A segment is named by its level and
/// its number on that level, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchKeys {
    prefix: String,
}

impl SearchKeys {
    /// The search index of a shop.
    #[must_use]
    pub fn new(shop: &str) -> Self {
        Self {
            prefix: format!("shop/{shop}/search"),
        }
    }

    /// The counter of its entries.
    #[must_use]
    pub fn len(&self) -> Counter {
        Counter::at(format!("{}/len", self.prefix))
    }

    /// The key of its entry number `n`, from 1.
    #[must_use]
    pub fn entry(&self, n: u64) -> String {
        format!("{}/entry/{n}", self.prefix)
    }

    /// The key of how far the entries are packed, merged and swept: a cache.
    #[must_use]
    pub fn progress(&self) -> String {
        format!("{}/progress", self.prefix)
    }

    /// The key of a segment's head, which says where its blocks are.
    #[must_use]
    pub fn head(&self, level: u32, segment: u64) -> String {
        format!("{}/{level}/{segment}", self.prefix)
    }

    /// The counter of the builds of a segment.
    #[must_use]
    pub fn builds(&self, level: u32, segment: u64) -> Counter {
        Counter::at(format!("{}/builds", self.head(level, segment)))
    }

    /// The key of block number `block`, from 0, of a build of a segment.
    #[must_use]
    pub fn block(&self, level: u32, segment: u64, build: u64, block: usize) -> String {
        format!("{}/{build}/{block}", self.head(level, segment))
    }

    /// The key of how far the merge into a segment got: a cache.
    #[must_use]
    pub fn merge(&self, level: u32, segment: u64) -> String {
        format!("{}/merge", self.head(level, segment))
    }

    /// The key of the subjects of the entries that a segment of the second level covers.
    #[must_use]
    pub fn subjects(&self, segment: u64) -> String {
        format!("{}/subjects/{segment}", self.prefix)
    }

    /// The key of the order by which a person is found, by the digest of who they are: a
    /// cache.
    #[must_use]
    pub fn person(&self, person: &str) -> String {
        format!("{}/person/{person}", self.prefix)
    }
}

/// The key of a shop's file, by the SHA-256 of its content in hexadecimal digits.
#[must_use]
pub fn file(shop: &str, sha256: &str) -> String {
    format!("shop/{shop}/file/{sha256}")
}

/// The files that members uploaded, as they came.
#[must_use]
pub fn uploads_index() -> ListKeys {
    ListKeys {
        prefix: "desk/uploads".to_owned(),
    }
}

/// The key of the content of an upload, by its number in the list.
#[must_use]
pub fn upload_content(number: u64) -> String {
    format!("desk/uploads/content/{number}")
}

/// Returns the number of the queue for keys that begin so.
pub(crate) fn shard_of(prefix: &str) -> u8 {
    // FNV-1a, fixed for ever, as jobs of one order belong in one queue. Both its
    // low and its high half count; otherwise consecutive ids would share a queue.
    let hash = prefix
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    u8::try_from((hash ^ (hash >> 32)) % u64::from(SHARDS)).unwrap_or_default()
}

/// Writes a name into a key: percent-encoded, or its digest if that is too
/// long, behind a sign that no encoded name has.
fn name(text: &str) -> String {
    let encoded = utf8_percent_encode(text, PLAIN).to_string();
    if encoded.len() <= MAX_ORDER_BYTES {
        return encoded;
    }
    format!("~{}", digest(text))
}

/// Writes the first half of the SHA-256 of a text in hexadecimal: 128 bits.
pub(crate) fn digest(text: impl AsRef<[u8]>) -> String {
    let digest = Sha256::digest(text);
    base16ct::lower::encode_string(digest.get(..16).unwrap_or_default())
}

/// The counter of a queue's entries.
#[must_use]
pub fn queue_len(shard: u8) -> Counter {
    Counter::at(format!("queue/{shard}/len"))
}

/// The key of a queue's entry number `q`, from 1.
#[must_use]
pub fn queue_entry(shard: u8, q: u64) -> String {
    format!("queue/{shard}/{q}")
}

/// The key of the time until which somebody is thought to drain the queues.
#[must_use]
pub fn drain_heartbeat() -> String {
    "queue/heartbeat".to_owned()
}

/// The key of how sending mails went lately: a cache.
#[must_use]
pub fn mail_circuit() -> String {
    "mail/circuit".to_owned()
}

/// The key of a queue's cursor, which says how far it was walked and what is open there: a cache.
#[must_use]
pub fn queue_cursor(shard: u8) -> String {
    format!("queue/{shard}/cursor")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_pinned() {
        let order = OrderKey::new("north", "A/7 ø").unwrap();
        assert_eq!(order.len().as_str(), "shop/north/order/A%2F7%20%C3%B8/len");
        assert_eq!(order.event(3), "shop/north/order/A%2F7%20%C3%B8/event/3");
        assert_eq!(order.snapshot(), "shop/north/order/A%2F7%20%C3%B8/snapshot");
        assert_eq!(
            order.ticket(2, 1).as_str(),
            "shop/north/order/A%2F7%20%C3%B8/notice/2/ticket/1"
        );
        assert_eq!(
            order.prepared(2, 1),
            "shop/north/order/A%2F7%20%C3%B8/notice/2/mail/1"
        );
        assert_eq!(
            order.outcome(2, 1),
            "shop/north/order/A%2F7%20%C3%B8/notice/2/outcome/1"
        );
        assert_eq!(
            order.manual_mail("a").as_str(),
            "shop/north/order/A%2F7%20%C3%B8/by-hand/ca978112ca1bbdcafac231b39a23dc4d"
        );
        assert_eq!(
            order.in_period("answers", 7).as_str(),
            "shop/north/order/A%2F7%20%C3%B8/limit/answers/7"
        );
        assert_eq!(
            asked("north", " A@b ", "hour", 7).as_str(),
            "shop/north/asked/7508d8b5018ea640b85269861a101203/hour/7"
        );
        assert_eq!(
            in_period("north", "found", 7).as_str(),
            "shop/north/limit/found/7"
        );
        assert_eq!(
            tried_from("0f1e2d", "resets", 7).as_str(),
            "desk/limit/resets-from/0f1e/7"
        );
        assert_eq!(
            by_number("north", " #A/7 Ø"),
            "shop/north/number/a%2F7%20%C3%B8"
        );
        assert_eq!(order.shard(), 2);
        assert_eq!(
            templates_log("north").event(4),
            "shop/north/templates/event/4"
        );
        assert_eq!(file("north", "ab12"), "shop/north/file/ab12");
        assert_eq!(uploads_index().entry(3), "desk/uploads/entry/3");
        assert_eq!(upload_content(3), "desk/uploads/content/3");
        let search = SearchKeys::new("north");
        assert_eq!(search.len().as_str(), "shop/north/search/len");
        assert_eq!(search.entry(7), "shop/north/search/entry/7");
        assert_eq!(search.progress(), "shop/north/search/progress");
        assert_eq!(search.head(2, 0), "shop/north/search/2/0");
        let builds = search.builds(2, 0);
        assert_eq!(builds.as_str(), "shop/north/search/2/0/builds");
        assert_eq!(search.block(2, 0, 1, 3), "shop/north/search/2/0/1/3");
        assert_eq!(search.merge(3, 1), "shop/north/search/3/1/merge");
        assert_eq!(search.subjects(4), "shop/north/search/subjects/4");
        assert_eq!(search.person("0f"), "shop/north/search/person/0f");
        assert_eq!(
            person_log("north", "0f").event(2),
            "shop/north/person/0f/event/2"
        );
        assert_eq!(people_index("north").entry(3), "shop/north/people/entry/3");
        assert_eq!(
            watch_list_log("north").event(2),
            "shop/north/watch-list/event/2"
        );
        let promised = promised_index("north", "2026-06-01".parse().unwrap());
        assert_eq!(promised.entry(3), "shop/north/promised/2026-06-01/entry/3");
        assert_eq!(overdue_progress("north"), "shop/north/promised/looked-at");
        assert_eq!(hooks_heard("north"), "shop/north/hooks-heard");
        let seen_statuses = seen_statuses_log("north");
        assert_eq!(seen_statuses.event(2), "shop/north/statuses/event/2");
        assert_eq!(tasks_looked_for(), "tasks/looked-for");
        assert_eq!(sign_in_rules_log().event(1), "desk/sign-in-rules/event/1");
        assert_eq!(
            task_owners_log("north").event(5),
            "shop/north/tasks/owners/event/5"
        );
        let imports = imports_index("north");
        assert_eq!(imports.len().as_str(), "shop/north/imports/len");
        assert_eq!(imports.entry(4), "shop/north/imports/entry/4");
        assert_eq!(queue_entry(IMPORTS, 9), "queue/4/9");
        assert_eq!(queue_len(3).as_str(), "queue/3/len");
        assert_eq!(queue_entry(3, 9), "queue/3/9");
        assert_eq!(queue_cursor(3), "queue/3/cursor");
    }

    #[test]
    fn consecutive_orders_spread_over_the_queues() {
        let mut orders = [0_u32; SHARDS as usize];
        for id in 10_000..11_000 {
            let order = OrderKey::new("north", &id.to_string()).unwrap();
            orders[usize::from(order.shard())] += 1;
        }
        assert!(orders.iter().all(|count| *count > 150), "{orders:?}");
    }

    #[test]
    fn the_longest_key_fits_every_store() {
        let order = OrderKey::new(&"s".repeat(MAX_SHOP_BYTES), &"o/".repeat(25)).unwrap();
        assert!(order.outcome(u64::MAX, 9999).len() < 255);
    }

    #[test]
    fn no_id_reaches_into_anothers_keys() {
        assert_ne!(
            OrderKey::new("a", "1/event/1").unwrap().snapshot(),
            format!("{}/snapshot", OrderKey::new("a", "1").unwrap().event(1)),
        );
        for (shop, order) in [("", "1"), ("A", "1"), ("a/b", "1"), ("a", ""), ("a", "1\n")] {
            assert!(OrderKey::new(shop, order).is_err(), "{shop:?} {order:?}");
        }
        assert_eq!(OrderKey::new("a", &"o".repeat(101)), Err(IdError::Order));
        assert_eq!(OrderKey::new("a", &"/".repeat(51)), Err(IdError::Order));
    }
}
