//! The tasks that run on the hosts: hooks, imports, the desk, drains, page views.

use wismo_domain::context::Environment;
use wismo_domain::intake::import::{self, ImportBatch};
use wismo_domain::intake::item;
use wismo_domain::jobs::{Fairness, drain};
use wismo_domain::log::ItemEvent;
use wismo_domain::log::{
    Event, EventPayload, Fact, ManualMail, Via, append, append_all, project, read,
};
use wismo_domain::mail::{Mail, Mailbox};
use wismo_domain::notices::{BY_HAND, Cancelled, Notice, cancel, deliver, process_order};
use wismo_domain::queue::Release;
use wismo_domain::storage::keys::OrderKey;
use wismo_domain::time::{Duration, Timestamp};

use crate::outside::{SHOP, Witness};
use crate::world::Host;

pub(crate) async fn hook(
    host: Host,
    batch: Vec<(OrderKey, EventPayload)>,
    via: Via,
    witness: Witness,
) {
    let received_at = host.now();
    let event = |(key, said)| {
        let event = Event {
            received_at,
            payload: said,
            via,
            dropped: Vec::new(),
            by: None,
        };
        (key, event)
    };
    let batch: Vec<(OrderKey, Event)> = batch.into_iter().map(event).collect();
    let Ok(appended) = append_all(host.context(), &batch, Vec::new()).await else {
        return;
    };
    for ((key, event), appended) in batch.iter().zip(&appended) {
        let mut witness = witness.borrow_mut();
        witness.acknowledge(key, appended.n);
        if matches!(event.payload, EventPayload::Order(_)) {
            let newest = witness.newest.entry(key.clone()).or_insert(event.at());
            *newest = (*newest).max(event.at());
        }
        host.world.borrow_mut().note(&host.name, || {
            format!("acknowledges event {} of {}", appended.n, key.order)
        });
    }
    let Ok(host) = host.connected().await else {
        return;
    };
    for ((key, event), appended) in batch.into_iter().zip(appended) {
        let _ = project(host.context(), &key, appended.n, event).await;
        let _ = process_order(host.context(), &host, &appended.job, None).await;
    }
}

pub(crate) async fn stock(host: Host, at: Timestamp, fact: Fact, witness: Witness) {
    let event = ItemEvent {
        at,
        received_at: host.now(),
        via: Via::Hook,
        fact,
    };
    // Several words at once go on as one piece of work.
    let times = *host
        .world
        .borrow_mut()
        .rng
        .choice(&[1, 1, 2])
        .expect("not empty");
    let events = vec![event; times];
    if let Ok(numbers) = item::append(host.context(), SHOP, &events).await {
        let mut witness = witness.borrow_mut();
        witness.items.extend(numbers.into_iter().map(|n| (at, n)));
        let line = || "acknowledges the item's event".to_owned();
        host.world.borrow_mut().note(&host.name, line);
    }
    let at_once = host.world.borrow_mut().rng.bool();
    if at_once {
        walk(host).await;
    }
}

/// Accepts an import; often somebody works it off at once.
pub(crate) async fn import(host: Host, said: ImportBatch, via: Via, witness: Witness) {
    let received_at = host.now();
    let mut said = said;
    for (_, event) in &mut said.orders {
        (event.received_at, event.via) = (received_at, via);
    }
    for event in &mut said.items {
        (event.received_at, event.via) = (received_at, via);
    }
    let at_most = {
        let rng = &mut host.world.borrow_mut().rng;
        *rng.choice(&[1, 2, import::BATCH_SIZE]).expect("not empty")
    };
    let batches = said.cut(at_most);
    if import::accept(host.context(), SHOP, &batches)
        .await
        .is_err()
    {
        return;
    }
    let line = || format!("acknowledges {} batches of an import", batches.len());
    host.world.borrow_mut().note(&host.name, line);
    witness.borrow_mut().imported.extend(batches);
    let at_once = host.world.borrow_mut().rng.bool();
    if at_once {
        walk(host).await;
    }
}

pub(crate) async fn release(host: Host, witness: Witness) {
    let release = Release {
        shop: SHOP.to_owned(),
        asked_at: host.now(),
    };
    host.world.borrow_mut().provider.may_send = true;
    while let Ok(released) = release.run_batch(host.context()).await {
        witness.borrow_mut().released += released.released.len() as u64;
        if !released.more {
            return;
        }
    }
}

/// Opens a shop that held: its settings say so, and then a job lets go what
/// gathered. Whoever asked for it without an answer asks again.
pub(crate) async fn open(host: Host, witness: Witness) {
    {
        let mut world = host.world.borrow_mut();
        (world.is_open, world.provider.may_send) = (true, true);
    }
    let release = Release {
        shop: SHOP.to_owned(),
        asked_at: host.now(),
    };
    if release.place(host.context()).await.is_err() {
        return;
    }
    {
        let mut witness = witness.borrow_mut();
        (witness.opened, witness.released) = (true, witness.released + 1);
    }
    let at_once = host.world.borrow_mut().rng.bool();
    if at_once {
        walk(host).await;
    }
}

/// Lets the merchant say something of an order, and ask again until it is answered.
pub(crate) async fn desk(host: Host, key: OrderKey, said: EventPayload, witness: Witness) {
    if said == EventPayload::Held(false) {
        host.world.borrow_mut().provider.may_send = true;
    }
    let event = Event {
        received_at: host.now(),
        payload: said,
        via: Via::Desk,
        dropped: Vec::new(),
        by: None,
    };
    let Ok(appended) = append(host.context(), &key, &event).await else {
        return;
    };
    witness.borrow_mut().acknowledge(&key, appended.n);
    let Ok(host) = host.connected().await else {
        return;
    };
    let _ = project(host.context(), &key, appended.n, event).await;
    let _ = process_order(host.context(), &host, &appended.job, None).await;
}

/// Lets the merchant send a mail.
pub(crate) async fn manual_mail(host: Host, key: OrderKey, id: u32, witness: Witness) {
    let mailbox = Mailbox::new("", "customer@shop.example").expect("an address");
    let mail = Mail {
        from: mailbox.clone(),
        reply_to: None,
        to: mailbox,
        cc: Vec::new(),
        subject: format!("Order {}", key.order),
        text: format!("by hand {id}"),
        html: String::new(),
        headers: Vec::new(),
        attachments: Vec::new(),
        code: None,
    };
    let written = ManualMail {
        mail,
        id: None,
        resends: None,
        words: None,
    };
    let event = Event {
        received_at: host.now(),
        payload: EventPayload::ManualMail(Box::new(written)),
        via: Via::Desk,
        dropped: Vec::new(),
        by: None,
    };
    let Ok(appended) = append(host.context(), &key, &event).await else {
        return;
    };
    {
        let mut witness = witness.borrow_mut();
        witness.acknowledge(&key, appended.n);
        let known = witness.manual_mail.entry(key.clone()).or_default();
        known.push(appended.n);
    }
    let Ok(host) = host.connected().await else {
        return;
    };
    let (projects, delivers, recalls) = {
        let rng = &mut host.world.borrow_mut().rng;
        (rng.bool(), rng.bool(), rng.u32(..4) == 0)
    };
    // Some merchants regret it at once.
    if recalls {
        return recall(host, key, witness).await;
    }
    if projects {
        let _ = project(host.context(), &key, appended.n, event).await;
    }
    if delivers {
        let _ = deliver(host.context(), &host, &appended.job, None).await;
    }
}

/// Lets the merchant call back what waits: the last manual mail that was
/// answered, or the last notice.
pub(crate) async fn recall(host: Host, key: OrderKey, witness: Witness) {
    let last = witness.borrow().manual_mail.get(&key).cloned();
    let last = last.and_then(|all| all.last().copied());
    let is_by_hand = host.world.borrow_mut().rng.u32(..3) > 0;
    let number = match last {
        Some(n) if is_by_hand => BY_HAND + n,
        _ => match Notice::all(&host, &key).await {
            Ok(all) => all.len() as u64,
            Err(_) => return,
        },
    };
    if let Ok(Cancelled::Done { may_be_sent }) = cancel(host.context(), &key, number).await {
        let line = || format!("acknowledges that notice {number} is called back");
        host.world.borrow_mut().note(&host.name, line);
        let cancelled = (key, number, may_be_sent);
        witness.borrow_mut().cancelled.push(cancelled);
    }
}

pub(crate) async fn walk(host: Host) {
    let Ok(host) = host.connected().await else {
        return;
    };
    let until = host.now() + Duration::seconds(30);
    let sequence = match host.random() % 2 {
        0 => Fairness::RoundRobin,
        _ => Fairness::Random,
    };
    let _ = drain(host.context(), &host, sequence, until).await;
}

/// Views a page, which must show at least what was acknowledged before it was asked for.
pub(crate) async fn view(host: Host, key: OrderKey, witness: Witness) {
    let known = witness.borrow().newest.get(&key).copied();
    let is_stale = host.world.borrow().dials.stale > 0;
    let Ok(reading) = read(host.context(), &key).await else {
        return;
    };
    witness.borrow_mut().views += 1;
    let seen = reading.snapshot.newest().map(|(rank, _)| rank.at);
    if !is_stale && seen < known {
        let line = format!(
            "a page of {} showed {seen:?}, but {known:?} was acknowledged",
            key.order
        );
        witness.borrow_mut().violation = Some(line);
    }
}
