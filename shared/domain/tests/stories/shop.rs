//! A shop with its customers' inbox.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures::executor::block_on;
use wismo_domain::changes::Change;
use wismo_domain::context::{Context, Environment};
use wismo_domain::intake::item::{self, Stock};
use wismo_domain::jobs::{Drained, Fairness, drain};
use wismo_domain::log::ItemEvent;
use wismo_domain::log::{Event, EventPayload, Fact, Via, append_all, read};
use wismo_domain::mail::{Mail, SendResult};
use wismo_domain::notices::{
    Breaker, Composed, ComposedMail, Mailer, OrderLink, OutgoingMail, Plan, Rules,
};
use wismo_domain::order::{Customer, Document, Line, Order, Stage, Status};
use wismo_domain::queue::Release;
use wismo_domain::settings::Settings;
use wismo_domain::storage::keys::{OrderKey, customer_log};
use wismo_domain::storage::{MemoryStore, StoreError};
use wismo_domain::templates::{self, Template, Templates};
use wismo_domain::time::zone::TimeZone;
use wismo_domain::time::{Duration, Timestamp};

pub(crate) const SHOP: &str = "north";

/// A shop, or an order, that traps whoever works for it.
pub(crate) const TRAP: &str = "trap";

#[derive(Default)]
pub(crate) struct Shop {
    pub(crate) store: MemoryStore,
    pub(crate) breaker: Breaker,
    /// The seconds since the story began.
    pub(crate) clock: Cell<i64>,
    pub(crate) settings: RefCell<Settings>,
    /// The shops beside `north`, which have the same settings.
    pub(crate) others: Vec<String>,
    /// The number of seconds that it takes to see the settings.
    pub(crate) delay: Cell<i64>,
    /// The settings that are seen first, one after the other.
    pub(crate) seen: RefCell<Vec<Settings>>,
    /// The number of times that they were asked for.
    pub(crate) asked: Cell<usize>,
    /// A shop whose settings trap whoever asks for them.
    pub(crate) trapped: Cell<&'static str>,
    pub(crate) templates: RefCell<Templates>,
    /// The mails: the time, the recipients, and the content of each.
    pub(crate) inbox: RefCell<Vec<(i64, Vec<String>, String)>>,
    /// The provider's answer to every mail, while it does not take any.
    pub(crate) down: RefCell<Option<SendResult>>,
    /// The same for one address.
    pub(crate) down_for: RefCell<Option<(&'static str, SendResult)>>,
    /// The number of times that it was tried.
    pub(crate) tried: Cell<usize>,
    /// The number of seconds that it takes over a mail.
    pub(crate) pace: Cell<i64>,
    /// True if it does not recognise a second copy by its key.
    pub(crate) is_forgetful: Cell<bool>,
    /// The source of random numbers; without it, every number is the same.
    pub(crate) dice: RefCell<Option<fastrand::Rng>>,
}

pub(crate) fn begin() -> Timestamp {
    "2026-11-22T10:00:00Z".parse().unwrap()
}

/// Makes a status that customers can tell from others by its words.
pub(crate) fn told_as(status: &str) -> Status {
    Status {
        label: Some(status.to_owned()),
        ..Status::new(status, Stage::Preparing)
    }
}

pub(crate) fn key(id: &str) -> OrderKey {
    OrderKey::new(SHOP, id).unwrap()
}

impl Shop {
    /// Gives the domain the shop's store, and the shop as its environment.
    pub(crate) fn context(&self) -> Context<'_, MemoryStore, Self> {
        Context::new(&self.store, self)
    }

    /// Makes a shop whose news leave at once, unless `settings` say otherwise.
    pub(crate) fn new(settings: &str) -> Self {
        let shop = Self::default();
        shop.decide(settings);
        shop
    }

    /// Lets the merchant put other settings in the place of the present ones.
    pub(crate) fn decide(&self, settings: &str) {
        self.settings.replace(decided(settings));
    }

    /// Lets the shop have words of its own in the mails of this name.
    pub(crate) fn template(&self, name: &str, message: &str) {
        let template = Template {
            message: Some(message.to_owned()),
            ..Template::default()
        };
        block_on(templates::edit(
            self.context(),
            SHOP,
            &name.parse().unwrap(),
            None,
            0,
            Some(&template),
        ))
        .unwrap();
        let read = block_on(templates::current(self.context(), SHOP)).unwrap();
        self.templates.replace(read.projection.document);
    }

    /// Makes an order of two of the item `a`, last changed now.
    pub(crate) fn order(&self, id: &str, status: &str) -> Order {
        Order {
            customer: Customer {
                id: Some("c1".to_owned()),
                email: Some("ann@example.com".to_owned()),
                ..Customer::default()
            },
            lines: vec![Line {
                sku: Some("a".to_owned()),
                ..Line::new("1", "A thing", 2.into())
            }],
            ..Order::new(id, self.now(), told_as(status), "EUR")
        }
    }

    pub(crate) fn say(&self, order: Order) {
        self.say_via(order, Via::Hook);
    }

    pub(crate) fn say_via(&self, order: Order, via: Via) {
        self.say_of(SHOP, order, via);
    }

    /// Makes an event that is said now.
    pub(crate) fn event(&self, payload: EventPayload, via: Via) -> Event {
        Event {
            received_at: self.now(),
            payload,
            via,
            dropped: Vec::new(),
            by: None,
        }
    }

    /// Lets another shop, which has the same rules, send an order.
    pub(crate) fn say_of(&self, shop: &str, order: Order, via: Via) {
        let key = OrderKey::new(shop, &order.id).unwrap();
        let event = self.event(EventPayload::Order(Box::new(order)), via);
        block_on(append_all(self.context(), &[(key, event)], Vec::new())).unwrap();
    }

    pub(crate) fn stock(&self, quantity: i64, expected_on: Option<&str>) {
        let stock = Stock {
            sku: "a".to_owned(),
            updated_at: self.now(),
            quantity: quantity.into(),
            expected_on: expected_on.map(|day| day.parse().unwrap()),
        };
        self.item(self.now(), Fact::from(&stock));
    }

    pub(crate) fn item(&self, at: Timestamp, fact: Fact) {
        self.items(at, vec![fact]);
    }

    /// Says several things of items at once.
    pub(crate) fn items(&self, at: Timestamp, facts: Vec<Fact>) {
        let event = |fact| ItemEvent {
            at,
            received_at: self.now(),
            via: Via::Hook,
            fact,
        };
        let events: Vec<ItemEvent> = facts.into_iter().map(event).collect();
        block_on(item::append(self.context(), SHOP, &events)).unwrap();
    }

    pub(crate) fn customer(&self, json: &str) {
        let record: wismo_domain::intake::customer::CustomerRecord =
            serde_json::from_str(json).unwrap();
        let event_log = customer_log(SHOP, &record.id);
        block_on(event_log.append(&self.store, &record)).unwrap();
    }

    /// Works off all that is due, after some seconds.
    pub(crate) fn later(&self, seconds: i64) {
        self.clock.set(self.clock.get() + seconds);
        while self.drain().more {}
    }

    /// Drains for a second, if there is so much to do.
    pub(crate) fn drain(&self) -> Drained {
        self.drain_in(Fairness::RoundRobin)
    }

    pub(crate) fn drain_in(&self, sequence: Fairness) -> Drained {
        let until = self.now() + Duration::seconds(1);
        block_on(drain(self.context(), self, sequence, until)).unwrap()
    }

    pub(crate) fn release(&self) -> Vec<String> {
        let release = Release {
            shop: SHOP.to_owned(),
            asked_at: self.now(),
        };
        block_on(release.run_batch(self.context()))
            .unwrap()
            .released
    }

    /// Returns what was mailed since the last time.
    pub(crate) fn mails(&self) -> Vec<String> {
        let mails = self.inbox.take();
        mails.into_iter().map(|(_, _, text)| text).collect()
    }

    pub(crate) fn page(&self, id: &str) -> Order {
        let reading = block_on(read(self.context(), &key(id))).unwrap();
        reading.snapshot.order().unwrap()
    }

    pub(crate) fn rules_now(&self) -> Rules {
        Rules {
            settings: Rc::new(self.settings.borrow().clone()),
            templates: Rc::new(self.templates.borrow().clone()),
            timezone: TimeZone::utc(),
            locale: "en".to_owned(),
        }
    }
}

/// Makes settings by which news leave at once, unless they say otherwise themselves.
pub(crate) fn decided(settings: &str) -> Settings {
    let mut settings: serde_json::Value = serde_json::from_str(settings).unwrap();
    if settings.get("settle_seconds").is_none() {
        settings["settle_seconds"] = 0.into();
    }
    serde_json::from_value(settings).unwrap()
}

impl Environment for Shop {
    fn now(&self) -> Timestamp {
        begin() + Duration::seconds(self.clock.get())
    }

    fn random(&self) -> u64 {
        self.dice
            .borrow_mut()
            .as_mut()
            .map_or(7, |dice| dice.u64(..))
    }
}

impl Mailer for Shop {
    fn shops(&self) -> Vec<&str> {
        let others = self.others.iter().map(String::as_str);
        others.chain([SHOP]).collect()
    }

    async fn rules(&self, shop: &str) -> Result<Option<Rules>, StoreError> {
        assert_ne!(shop, TRAP, "it traps its worker before it has a ticket");
        assert_ne!(shop, self.trapped.get());
        self.asked.set(self.asked.get() + 1);
        self.clock.set(self.clock.get() + self.delay.get());
        let mut rules = self.rules_now();
        let mut seen = self.seen.borrow_mut();
        if !seen.is_empty() {
            rules.settings = Rc::new(seen.remove(0));
        }
        Ok(Some(rules))
    }

    fn compose(&self, link: OrderLink<'_>, _: &Order, plan: &Plan) -> ComposedMail {
        assert_ne!(
            link.order.order, TRAP,
            "it traps its worker with a ticket drawn"
        );
        let kinds: Vec<String> = plan.content.changes.iter().map(kind).collect();
        let message = plan
            .content
            .template
            .as_ref()
            .and_then(|one| one.message.clone());
        let mail = Mail {
            from: plan.to.clone(),
            reply_to: None,
            to: plan.to.clone(),
            cc: plan.cc.clone(),
            subject: message.clone().unwrap_or_default(),
            text: format!(
                "{}: {}{}",
                link.order.order,
                kinds.join(", "),
                documents(plan)
            ),
            html: String::new(),
            headers: Vec::new(),
            attachments: Vec::new(),
            code: None,
        };
        ComposedMail {
            composed: Composed::Mail(Box::new(mail)),
            fault: message.filter(|message| message == "broken"),
        }
    }

    async fn send(&self, outgoing: &OutgoingMail<'_>) -> SendResult {
        self.tried.set(self.tried.get() + 1);
        self.clock.set(self.clock.get() + self.pace.get());
        if let Some(sent) = &*self.down.borrow() {
            return sent.clone();
        }
        let mail = outgoing.mail;
        if let Some((to, sent)) = &*self.down_for.borrow()
            && mail.to.address == *to
        {
            return sent.clone();
        }
        let to = std::iter::once(&mail.to).chain(&mail.cc);
        let to = to.map(|mailbox| mailbox.address.clone()).collect();
        let at = self.clock.get();
        self.inbox.borrow_mut().push((at, to, mail.text.clone()));
        SendResult::Accepted { id: None }
    }

    fn breaker(&self) -> &Breaker {
        &self.breaker
    }

    fn has_idempotency(&self) -> bool {
        !self.is_forgetful.get()
    }
}

/// Lists the numbers of the documents that go with a mail.
fn documents(plan: &Plan) -> String {
    let numbers = |what: &str, documents: &[Document]| {
        let numbers = documents.iter().map(Document::display_number);
        let numbers: Vec<&str> = numbers.collect();
        match numbers.as_slice() {
            [] => String::new(),
            numbers => format!("; {what} {}", numbers.join(" ")),
        }
    };
    let documents = &plan.content.documents;
    numbers("attached", &documents.attach) + &numbers("linked", &documents.link)
}

fn kind(change: &Change) -> String {
    let kind = serde_json::to_string(&change.kind().unwrap()).unwrap();
    kind.trim_matches('"').to_owned()
}
