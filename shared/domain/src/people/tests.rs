mod join;

use std::cell::Cell;

use futures::executor::block_on;

use super::*;
use crate::context::{Context, Environment};
use crate::intake::customer::{self, CustomerRecord};
use crate::log::{self, Event, EventPayload};
use crate::notes::NoteText;
use crate::order::{Order, Stage, Status};
use crate::staff::Author;
use crate::staff::MemberId;
use crate::storage::MemoryStore;
use crate::storage::keys::OrderKey;
use crate::tasks::{self, TaskReason};
use crate::time::zone::TimeZone;
use crate::time::{Duration, Timestamp};

struct Clock(Cell<Timestamp>);

impl Environment for Clock {
    fn now(&self) -> Timestamp {
        self.0.get()
    }

    fn random(&self) -> u64 {
        0
    }
}

struct Shop {
    store: MemoryStore,
    clock: Clock,
}

impl Shop {
    fn new() -> Self {
        Self {
            store: MemoryStore::default(),
            clock: Clock(Cell::new("2026-06-06T10:00:00Z".parse().unwrap())),
        }
    }

    fn context(&self) -> Context<'_, MemoryStore, Clock> {
        Context::new(&self.store, &self.clock)
    }

    fn order(&self, id: &str, customer: Option<&str>, stage: Stage) -> Event {
        let now = self.clock.now();
        self.clock.0.set(now + Duration::seconds(1));
        let mut order = Order::new(id, now, Status::new("new", stage), "EUR");
        order.placed_at = Some(now);
        order.customer.id = customer.map(str::to_owned);
        order.customer.email = Some("Ada@shop.example".to_owned());
        Event::new(now, EventPayload::Order(Box::new(order)))
    }

    fn say(&self, id: &str, event: Event) {
        block_on(async {
            let key = OrderKey::new("north", id).unwrap();
            let appended = log::append(self.context(), &key, &event).await?;
            log::project(self.context(), &key, appended.n, event).await
        })
        .unwrap();
    }

    fn people(&self) -> Vec<Person> {
        let page = block_on(page(self.context(), "north", None, 50)).unwrap();
        page.people.into_iter().map(|row| row.view.person).collect()
    }

    fn record(&self, id: &str) {
        let record = CustomerRecord::new(id, self.clock.now());
        block_on(customer::append(self.context(), "north", &[record])).unwrap();
    }

    fn watch(&self, person: &Person, until: Option<&str>) {
        let by = Author {
            id: MemberId::of_address("ben@north.example"),
            name: "Ben".to_owned(),
        };
        let text = NoteText::typed("calls before delivery").unwrap();
        let last_day = until.map(|day| day.parse().unwrap());
        let zone = TimeZone::named("Europe/Oslo").unwrap();
        let note = WatchNote::new(by, self.clock.now(), text, last_day, &zone);
        block_on(watch(self.context(), "north", person, note)).unwrap();
    }

    fn tasks(&self) -> Vec<(Option<String>, Option<TaskReason>)> {
        let open = block_on(tasks::open(
            self.context(),
            "north",
            tasks::Wanted::stretch_from(1),
        ))
        .unwrap();
        let task = |open: tasks::OpenTask| (open.task.order, open.task.why);
        open.tasks.into_iter().map(task).collect()
    }
}

fn customer(id: &str) -> Person {
    Person::Customer(id.to_owned())
}

#[test]
fn everybody_is_listed_once_with_their_first_order_or_record() {
    let shop = Shop::new();
    let guest = Person::guest("ada@shop.example").unwrap();
    for (id, customer) in [
        ("1", Some("C-1")),
        ("2", Some("C-1")),
        ("3", None),
        ("4", None),
    ] {
        shop.say(id, shop.order(id, customer, Stage::Received));
    }
    assert_eq!(shop.people(), [guest.clone(), customer("C-1")]);
    for id in ["C-2", "C-1", "C-2"] {
        shop.record(id);
    }
    assert_eq!(
        shop.people(),
        [customer("C-2"), guest.clone(), customer("C-1")]
    );
    shop.say("5", shop.order("5", Some("C-2"), Stage::Received));
    assert_eq!(shop.people().len(), 3);
    let first = block_on(page(shop.context(), "north", None, 2)).unwrap();
    let rest = block_on(page(shop.context(), "north", first.older, 2)).unwrap();
    assert_eq!((first.people.len(), rest.people.len()), (2, 1));
    assert_eq!((first.older, rest.older), (Some(1), None));
    let order = first.people[1].view.order.as_ref().unwrap();
    assert_eq!(order.customer.email.as_deref(), Some("Ada@shop.example"));
}

#[test]
fn a_new_order_of_somebody_on_the_watch_list_is_one_task() {
    let shop = Shop::new();
    shop.say("0", shop.order("0", Some("C-1"), Stage::Received));
    shop.watch(&customer("C-1"), None);
    assert_eq!(shop.tasks(), []);
    // What is no more than a draft is no order yet.
    shop.say("1", shop.order("1", Some("C-1"), Stage::Draft));
    assert_eq!(shop.tasks(), []);
    for _ in 0..3 {
        shop.say("1", shop.order("1", Some("C-1"), Stage::Received));
        shop.say("0", shop.order("0", Some("C-1"), Stage::Preparing));
        shop.say("2", shop.order("2", None, Stage::Received));
    }
    // The guest has the address of the customer.
    let told = ["1", "2"].map(|id| (Some(id.to_owned()), Some(TaskReason::WatchListed)));
    assert_eq!(shop.tasks(), told);
}

#[test]
fn a_watch_note_is_there_by_one_read_and_to_the_end_of_its_day() {
    let shop = Shop::new();
    let ada = customer("C-1");
    let note = || block_on(watch::current(shop.context(), "north", &ada)).unwrap();
    assert_eq!(note(), None);
    shop.watch(&ada, Some("2026-06-07"));
    assert_eq!(note().unwrap().text.as_str(), "calls before delivery");
    for (at, holds) in [
        ("2026-06-07T21:59:59Z", true),
        ("2026-06-07T22:00:01Z", false),
    ] {
        shop.clock.0.set(at.parse().unwrap());
        assert_eq!(note().is_some(), holds, "{at}");
    }
    shop.watch(&ada, None);
    assert!(note().is_some());
    let by = note().unwrap().by;
    block_on(lift(shop.context(), "north", &ada, &by)).unwrap();
    assert_eq!(note(), None);
}
