//! One run: draw a scenario, let chaos reign, recover, check.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use fastrand::Rng;
use wismo_domain::customer::CustomerRecord;
use wismo_domain::environment::Environment;
use wismo_domain::import::{self, Portion};
use wismo_domain::item::{self, ItemEvent};
use wismo_domain::jobs::{Release, Sequence, drain};
use wismo_domain::keys::OrderKey;
use wismo_domain::log::{ByHand, Event, Fact, Said, Via, append, append_all, project, read};
use wismo_domain::mail::{Mail, Mailbox};
use wismo_domain::notices::{BY_HAND, Cancelled, Notice, cancel, deliver, look};
use wismo_domain::order::{
    Amount, Customer, Line, Order, Refund, Shipment, ShipmentState, Stage, Status,
};
use wismo_domain::time::{Date, Duration, Timestamp};

use crate::check;
use crate::world::{Dials, Host, Shared, Task, World};

/// What a run came to.
pub(crate) struct Report {
    pub(crate) verdict: Result<(), String>,
    pub(crate) trace: Vec<String>,
    pub(crate) totals: Totals,
}

/// What happened in runs, to see that enough did.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Totals {
    pub(crate) acknowledged: u64,
    pub(crate) crashes: u64,
    pub(crate) lapses: u64,
    pub(crate) mails: u64,
    pub(crate) second_copies: u64,
    pub(crate) views: u64,
    pub(crate) released: u64,
    pub(crate) facts: u64,
    /// Portions of imports that were acknowledged.
    pub(crate) imported: u64,
    /// Mails by hand that were accepted.
    pub(crate) by_hand: u64,
    /// Mails that were called back.
    pub(crate) cancelled: u64,
}

impl Totals {
    pub(crate) fn add(&mut self, other: &Self) {
        self.acknowledged += other.acknowledged;
        self.crashes += other.crashes;
        self.lapses += other.lapses;
        self.mails += other.mails;
        self.second_copies += other.second_copies;
        self.views += other.views;
        self.released += other.released;
        self.facts += other.facts;
        self.imported += other.imported;
        self.by_hand += other.by_hand;
        self.cancelled += other.cancelled;
    }
}

/// What the outside knows: what was acknowledged, what a page view got wrong.
#[derive(Default)]
pub(crate) struct Outside {
    pub(crate) acknowledged: BTreeMap<OrderKey, Vec<u64>>,
    /// The newest acknowledged version of each order, by the shop's date.
    pub(crate) newest: BTreeMap<OrderKey, Timestamp>,
    /// What was said of the item: when it was so, and the event's number.
    pub(crate) items: Vec<(Timestamp, u64)>,
    /// The portions of imports that were acknowledged.
    pub(crate) imported: Vec<Portion>,
    pub(crate) violation: Option<String>,
    pub(crate) views: u64,
    pub(crate) released: u64,
    /// Whether it was acknowledged that the shop holds no more.
    pub(crate) opened: bool,
    /// The mails by hand that were acknowledged, by their events.
    pub(crate) by_hand: BTreeMap<OrderKey, Vec<u64>>,
    /// The notices of which it was acknowledged that they are called back, and
    /// whether they may have been sent before.
    pub(crate) cancelled: Vec<(OrderKey, u64, bool)>,
}

/// The shop of every run.
pub(crate) const SHOP: &str = "sim";

pub(crate) type Witness = Rc<RefCell<Outside>>;

/// Runs a seed; `is_traced` says whether its story is to be told.
pub(crate) fn run(seed: u64, is_traced: bool) -> Report {
    let mut rng = Rng::with_seed(seed ^ 0x5749_534d_4f00);
    let dials = dials(&mut rng);
    let world = World::new(seed, dials.clone(), is_traced);
    world.borrow_mut().note("", || format!("{dials:?}"));
    let witness = Witness::default();
    let hosts: Vec<Host> = (0..3)
        .map(|index| Host {
            world: world.clone(),
            name: format!("h{index}"),
            skew: rng.i64(-4_000..=4_000),
            breaker: Rc::default(),
        })
        .collect();
    for host in &hosts {
        let off = || format!("its clock is off by {} ms", host.skew);
        world.borrow_mut().note(&host.name, off);
    }
    let keys: Vec<OrderKey> = (0..rng.usize(1..=2))
        .map(|index| OrderKey::new(SHOP, &format!("o{index}")).expect("an id"))
        .collect();
    let mut crashes = 0;
    chaos(
        &mut rng,
        &dials,
        &world,
        &hosts,
        &keys,
        &witness,
        &mut crashes,
    );
    recover(&world, &hosts, &keys, &witness);
    let verdict = witness
        .borrow()
        .violation
        .clone()
        .map_or_else(|| check::all(&world, &keys, &witness.borrow()), Err);
    let (mails, second_copies, lapses, facts) = check::tally(&world, &keys);
    let witness = witness.borrow();
    let totals = Totals {
        acknowledged: witness
            .acknowledged
            .values()
            .map(|numbers| numbers.len() as u64)
            .sum(),
        crashes,
        lapses,
        mails,
        second_copies,
        views: witness.views,
        released: witness.released,
        facts,
        imported: witness.imported.len() as u64,
        by_hand: check::by_hand(&world, &keys),
        cancelled: witness.cancelled.len() as u64,
    };
    let trace = world.borrow_mut().trace.take().unwrap_or_default();
    Report {
        verdict,
        trace,
        totals,
    }
}

fn dials(rng: &mut Rng) -> Dials {
    Dials {
        crash: *rng.choice(&[0, 5, 20, 60]).expect("not empty"),
        fault: *rng.choice(&[0, 0, 10, 60]).expect("not empty"),
        ticket_fault: *rng.choice(&[0, 0, 0, 0, 400]).expect("not empty"),
        stall: *rng.choice(&[0, 5, 40]).expect("not empty"),
        poised: *rng.choice(&[0, 0, 300]).expect("not empty"),
        halts: *rng.choice(&[0, 0, 500]).expect("not empty"),
        waits: *rng.choice(&[0, 0, 2]).expect("not empty"),
        stale: *rng.choice(&[0, 0, 0, 2_000]).expect("not empty"),
        atomic: rng.bool(),
        idempotent: rng.u32(..4) > 0,
        provider_trouble: *rng.choice(&[0, 50, 150]).expect("not empty"),
        gap: *rng.choice(&[30_000, 150_000]).expect("not empty"),
        settle: *rng.choice(&[0, 0, 30, 120]).expect("not empty"),
        calm: *rng.choice(&[1, 5]).expect("not empty"),
        hold: rng.u32(..5) == 0,
        opens: rng.bool(),
        opens_after: *rng.choice(&[0, 1, 2, 4, 7]).expect("not empty"),
        drains: match rng.u32(..3) {
            0 => 2_000..12_000,
            _ => 10_000..70_000,
        },
    }
}

fn chaos(
    rng: &mut Rng,
    dials: &Dials,
    world: &Shared,
    hosts: &[Host],
    keys: &[OrderKey],
    witness: &Witness,
    crashes: &mut u64,
) {
    let mut arrivals = deliveries(rng, keys, dials);
    let mut opens_after = dials.hold && dials.opens && dials.opens_after > 0;
    let mut tasks: Vec<Task> = Vec::new();
    let mut next_drain = 20_000;
    let mut started = 0;
    for _ in 0..20_000 {
        let now = world.borrow().now;
        if tasks.is_empty() && arrivals.is_empty() && rng.bool() {
            break;
        }
        if opens_after && world.borrow().held >= dials.opens_after {
            opens_after = false;
            arrivals.push((now, Arrival::Opening));
        }
        while let Some((_, arrival)) = arrivals.pop_if(|(at, _)| *at <= now) {
            let index = rng.usize(..hosts.len());
            let (host, witness) = (&hosts[index], witness.clone());
            started += 1;
            tasks.push(match arrival {
                Arrival::Orders(batch, via) => {
                    let named = host.at(&format!("hook{started}"));
                    task(index, named, |host| hook(host, batch, via, witness))
                }
                Arrival::Import(said, via) => {
                    let named = host.at(&format!("import{started}"));
                    task(index, named, |host| import(host, said, via, witness))
                }
                Arrival::Item(at, fact) => {
                    let named = host.at(&format!("stock{started}"));
                    task(index, named, |host| stock(host, at, fact, witness))
                }
                Arrival::Release => {
                    let named = host.at(&format!("release{started}"));
                    task(index, named, |host| release(host, witness))
                }
                Arrival::ByHand(key, id) => {
                    let named = host.at(&format!("hand{started}"));
                    task(index, named, |host| by_hand(host, key, id, witness))
                }
                Arrival::Said(key, said) => {
                    let named = host.at(&format!("desk{started}"));
                    task(index, named, |host| desk(host, key, said, witness))
                }
                Arrival::Recall(key) => {
                    let named = host.at(&format!("recall{started}"));
                    task(index, named, |host| recall(host, key, witness))
                }
                Arrival::Opening => {
                    let named = host.at(&format!("open{started}"));
                    task(index, named, |host| open(host, witness))
                }
            });
        }
        if std::mem::take(&mut world.borrow_mut().halted) {
            next_drain = next_drain.min(now + rng.i64(0..1_000));
        }
        if now >= next_drain {
            // Seldom once all has arrived, so that they come to an end.
            let pause = if arrivals.is_empty() {
                10_000..70_000
            } else {
                dials.drains.clone()
            };
            next_drain = now + rng.i64(pause);
            let host = rng.usize(..hosts.len());
            started += 1;
            let named = hosts[host].at(&format!("drain{started}"));
            tasks.push(task(host, named, walk));
        }
        if rng.u32(..800) == 0 {
            let host = rng.usize(..hosts.len());
            let key = rng.choice(keys).expect("not empty").clone();
            started += 1;
            let named = hosts[host].at(&format!("view{started}"));
            let witness = witness.clone();
            tasks.push(task(host, named, |host| view(host, key, witness)));
        }
        step(rng, dials, world, &mut tasks, crashes);
        let pace = rng.u32(..1000 * dials.calm);
        let pass = match pace {
            0..4 => rng.i64(10_000..90_000),
            4..60 => rng.i64(500..4_000),
            _ => rng.i64(0..40),
        };
        let mut world = world.borrow_mut();
        world.advance(pass);
        // While nothing happens time costs nothing.
        let awakes = tasks.iter().map(|task| task.sleeps_until);
        let next_arrival = arrivals.last().map(|(at, _)| *at);
        let next = awakes.chain(next_arrival).chain([next_drain]).min();
        if let Some(next) = next.filter(|next| *next > world.now && world.is_quiet()) {
            let idle = next - world.now;
            world.advance(idle);
        }
    }
    // Whoever is still at work dies.
    drop(tasks);
}

fn task<F: Future<Output = ()> + 'static>(
    index: usize,
    host: Host,
    work: impl FnOnce(Host) -> F,
) -> Task {
    let name = host.name.clone();
    host.world.borrow_mut().note(&name, || "begins".to_owned());
    Task {
        host: index,
        name,
        sleeps_until: 0,
        future: Box::pin(work(host)),
    }
}

/// One choice of the scheduler: a call takes effect, or a task goes on, falls
/// asleep or dies with its host.
fn step(rng: &mut Rng, dials: &Dials, world: &Shared, tasks: &mut Vec<Task>, crashes: &mut u64) {
    if rng.bool() {
        let open = world.borrow().open_calls();
        if let Some(id) = rng.choice(&open) {
            world.borrow_mut().apply(*id);
            return;
        }
    }
    if rng.u32(..10_000) < dials.crash && !tasks.is_empty() {
        let host = tasks[rng.usize(..tasks.len())].host;
        die(host, world, tasks, crashes);
        return;
    }
    let now = world.borrow().now;
    let awake: Vec<usize> = (0..tasks.len())
        .filter(|index| tasks[*index].sleeps_until <= now)
        .collect();
    let Some(index) = rng.choice(&awake).copied() else {
        return;
    };
    // Somebody else may take over, the place be given up, or the shop hold no more.
    let is_poised = world.borrow().poised == tasks[index].name;
    if is_poised {
        world.borrow_mut().poised.clear();
    }
    if world.borrow_mut().falls(&tasks[index].name) {
        die(tasks[index].host, world, tasks, crashes);
        return;
    }
    if rng.u32(..1000) < if is_poised { dials.poised } else { dials.stall } {
        if is_poised && dials.crash > 0 && rng.bool() {
            world.borrow_mut().doomed = Some((tasks[index].name.clone(), false));
        }
        // For so long that others take over, or not quite.
        let most = *rng
            .choice(&[20_000, 20_000, 200_000, 400_000])
            .expect("not empty");
        let long = rng.i64(1_000..most);
        tasks[index].sleeps_until = now + long;
        let mut world = world.borrow_mut();
        world.note(&tasks[index].name, || format!("sleeps for {long} ms"));
        return;
    }
    if tasks[index].poll() {
        let task = tasks.swap_remove(index);
        world.borrow_mut().note(&task.name, || "ends".to_owned());
    }
}

/// A host dies with all that runs on it.
fn die(host: usize, world: &Shared, tasks: &mut Vec<Task>, crashes: &mut u64) {
    tasks.retain(|task| task.host != host);
    let name = format!("h{host}");
    world.borrow_mut().note(&name, || "DIES".to_owned());
    *crashes += 1;
}

/// After the chaos: nothing fails any more, a scheduler drains each minute.
fn recover(world: &Shared, hosts: &[Host], keys: &[OrderKey], witness: &Witness) {
    {
        let mut world = world.borrow_mut();
        world.note("", || "RECOVERY: nothing fails any more".to_owned());
        world.advance(crate::world::CALL);
        let dials = &mut world.dials;
        (dials.fault, dials.stale, dials.provider_trouble) = (0, 0, 0);
        (dials.ticket_fault, dials.halts) = (0, 0);
    }
    for round in 0..400 {
        let host = &hosts[round % hosts.len()];
        let named = |name: &str| host.at(&format!("{name}-{round}"));
        let mut ended = finish(world, task(0, named("drain"), walk));
        if ended && check::queue_is_done(world) {
            let before = witness.borrow().released;
            let again = witness.clone();
            let dials = world.borrow().dials.clone();
            ended = if !(dials.hold && dials.opens) {
                finish(
                    world,
                    task(0, named("release"), |host| release(host, again)),
                )
            } else if !witness.borrow().opened {
                finish(world, task(0, named("open"), |host| open(host, again)))
            } else {
                true
            };
            for key in keys {
                if ended && check::is_held(world, key) {
                    let (key, again) = (key.clone(), witness.clone());
                    let work = |host| desk(host, key, Said::Held(false), again);
                    ended = finish(world, task(0, named("let-go"), work));
                }
            }
            if ended && witness.borrow().released == before && check::queue_is_done(world) {
                return;
            }
        }
        if !ended {
            witness.borrow_mut().violation = Some("something goes on without end".to_owned());
            return;
        }
        world.borrow_mut().advance(61_000);
    }
    witness.borrow_mut().violation =
        Some("the queue is not done after 400 quiet minutes".to_owned());
}

/// Runs a task undisturbed; whether it came to its end.
fn finish(world: &Shared, mut task: Task) -> bool {
    for _ in 0..20_000 {
        if task.poll() {
            return true;
        }
        let open = world.borrow().open_calls();
        for id in open {
            world.borrow_mut().apply(id);
        }
    }
    false
}

async fn hook(host: Host, batch: Vec<(OrderKey, Said)>, via: Via, witness: Witness) {
    let received_at = host.now();
    let event = |(key, said)| {
        let event = Event {
            received_at,
            said,
            via,
        };
        (key, event)
    };
    let batch: Vec<(OrderKey, Event)> = batch.into_iter().map(event).collect();
    let Ok(appended) = append_all(&host, &host, &batch, Vec::new()).await else {
        return;
    };
    for ((key, event), appended) in batch.iter().zip(&appended) {
        let mut witness = witness.borrow_mut();
        let known = witness.acknowledged.entry(key.clone()).or_default();
        known.push(appended.n);
        if matches!(event.said, Said::Order(_)) {
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
        let _ = project(&host, &host, &key, appended.n, event).await;
        let _ = look(&host, &host, &host, &appended.job, None).await;
    }
}

async fn stock(host: Host, at: Timestamp, fact: Fact, witness: Witness) {
    let event = ItemEvent {
        at,
        received_at: host.now(),
        via: Via::Hook,
        fact,
    };
    if let Ok(numbers) = item::append(&host, &host, SHOP, &[event]).await {
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

/// An import is accepted; often somebody works it off at once.
async fn import(host: Host, said: Portion, via: Via, witness: Witness) {
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
        *rng.choice(&[1, 2, import::PORTION]).expect("not empty")
    };
    let portions = said.cut(at_most);
    if import::accept(&host, &host, SHOP, &portions).await.is_err() {
        return;
    }
    let line = || format!("acknowledges {} portions of an import", portions.len());
    host.world.borrow_mut().note(&host.name, line);
    witness.borrow_mut().imported.extend(portions);
    let at_once = host.world.borrow_mut().rng.bool();
    if at_once {
        walk(host).await;
    }
}

async fn release(host: Host, witness: Witness) {
    let release = Release {
        shop: SHOP.to_owned(),
        asked_at: host.now(),
    };
    host.world.borrow_mut().provider.may_send = true;
    while let Ok(released) = release.portion(&host, &host).await {
        witness.borrow_mut().released += released.released.len() as u64;
        if !released.more {
            return;
        }
    }
}

/// The shop holds no more: its settings say so, and then a job lets go what
/// gathered. Who asked for it and got no answer asks again.
async fn open(host: Host, witness: Witness) {
    {
        let mut world = host.world.borrow_mut();
        (world.is_open, world.provider.may_send) = (true, true);
    }
    let release = Release {
        shop: SHOP.to_owned(),
        asked_at: host.now(),
    };
    if release.place(&host, &host).await.is_err() {
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

/// The merchant says something of an order, and asks again until it is answered.
async fn desk(host: Host, key: OrderKey, said: Said, witness: Witness) {
    if said == Said::Held(false) {
        host.world.borrow_mut().provider.may_send = true;
    }
    let event = Event {
        received_at: host.now(),
        said,
        via: Via::Desk,
    };
    let Ok(appended) = append(&host, &host, &key, &event).await else {
        return;
    };
    {
        let mut witness = witness.borrow_mut();
        let known = witness.acknowledged.entry(key.clone()).or_default();
        known.push(appended.n);
    }
    let Ok(host) = host.connected().await else {
        return;
    };
    let _ = project(&host, &host, &key, appended.n, event).await;
    let _ = look(&host, &host, &host, &appended.job, None).await;
}

/// The merchant sends a mail.
async fn by_hand(host: Host, key: OrderKey, id: u32, witness: Witness) {
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
    let written = ByHand {
        mail,
        id: None,
        resends: None,
        words: None,
    };
    let event = Event {
        received_at: host.now(),
        said: Said::Written(Box::new(written)),
        via: Via::Desk,
    };
    let Ok(appended) = append(&host, &host, &key, &event).await else {
        return;
    };
    {
        let mut witness = witness.borrow_mut();
        let known = witness.acknowledged.entry(key.clone()).or_default();
        known.push(appended.n);
        let known = witness.by_hand.entry(key.clone()).or_default();
        known.push(appended.n);
    }
    let Ok(host) = host.connected().await else {
        return;
    };
    let (projects, delivers, recalls) = {
        let rng = &mut host.world.borrow_mut().rng;
        (rng.bool(), rng.bool(), rng.u32(..4) == 0)
    };
    // Some regret it at once.
    if recalls {
        return recall(host, key, witness).await;
    }
    if projects {
        let _ = project(&host, &host, &key, appended.n, event).await;
    }
    if delivers {
        let _ = deliver(&host, &host, &host, &appended.job, None).await;
    }
}

/// The merchant calls back what waits: the last mail by hand that was answered,
/// or the last notice.
async fn recall(host: Host, key: OrderKey, witness: Witness) {
    let last = witness.borrow().by_hand.get(&key).cloned();
    let last = last.and_then(|all| all.last().copied());
    let is_by_hand = host.world.borrow_mut().rng.u32(..3) > 0;
    let number = match last {
        Some(n) if is_by_hand => BY_HAND + n,
        _ => match Notice::all(&host, &key).await {
            Ok(all) => all.len() as u64,
            Err(_) => return,
        },
    };
    if let Ok(Cancelled::Done { may_be_sent }) = cancel(&host, &host, &key, number).await {
        let line = || format!("acknowledges that notice {number} is called back");
        host.world.borrow_mut().note(&host.name, line);
        let cancelled = (key, number, may_be_sent);
        witness.borrow_mut().cancelled.push(cancelled);
    }
}

async fn walk(host: Host) {
    let Ok(host) = host.connected().await else {
        return;
    };
    let until = host.now() + Duration::seconds(30);
    let sequence = match host.random() % 2 {
        0 => Sequence::ByTurns,
        _ => Sequence::ByChance,
    };
    let _ = drain(&host, &host, &host, sequence, until).await;
}

/// A page shows at least what was acknowledged before it was asked for.
async fn view(host: Host, key: OrderKey, witness: Witness) {
    let known = witness.borrow().newest.get(&key).copied();
    let is_stale = host.world.borrow().dials.stale > 0;
    let Ok(reading) = read(&host, &host, &key).await else {
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

/// What comes from outside.
enum Arrival {
    Orders(Vec<(OrderKey, Said)>, Via),
    Import(Portion, Via),
    Item(Timestamp, Fact),
    Release,
    Opening,
    ByHand(OrderKey, u32),
    Said(OrderKey, Said),
    Recall(OrderKey),
}

/// What the shop sends: some versions of each order, late, repeated and at
/// once, what it says of an item, and releases. Sorted by time, the latest first.
fn deliveries(rng: &mut Rng, keys: &[OrderKey], dials: &Dials) -> Vec<(i64, Arrival)> {
    let mut arrivals = Vec::new();
    for key in keys {
        let mut statuses = vec!["received".to_owned()];
        for version in 0..rng.i64(1..=6) {
            if rng.u32(..3) > 0 {
                statuses.push(format!("s{version}"));
            } else if rng.bool() {
                // It moves back, parcels and all.
                statuses.truncate(1);
            }
            // Some versions share a second, as WooCommerce's do.
            let at = if rng.u32(..4) == 0 {
                version - 1
            } else {
                version
            };
            let status = statuses.last().expect("not empty");
            let steps = statuses.len() - 1;
            // In the end everything is sent, so that the order waits no more; some
            // stop waiting and wait again.
            let waits = match dials.waits {
                0 => steps != 4,
                of => rng.u32(..of) > 0,
            };
            let order = order(key, at, status, steps, waits, rng.u32(..4));
            let via = *rng
                .choice(&[
                    Via::Hook,
                    Via::Hook,
                    Via::Hook,
                    Via::Hook,
                    Via::Hook,
                    Via::Import,
                    Via::QuietImport,
                    Via::HeldImport,
                ])
                .expect("not empty");
            // Who lets everything go at once lets go no import after that.
            let via = match via {
                Via::HeldImport if dials.hold && dials.opens => Via::Import,
                via => via,
            };
            // Most imports are accepted first and worked off later.
            let is_import = via != Via::Hook && rng.u32(..4) > 0;
            let beside = if is_import {
                beside(rng)
            } else {
                Portion::default()
            };
            for _ in 0..*rng.choice(&[1, 1, 2, 3]).expect("not empty") {
                let arrives = version * rng.i64(0..dials.gap) + rng.i64(0..20_000);
                let said = Said::Order(Box::new(order.clone()));
                if !is_import {
                    let batch = vec![(key.clone(), said)];
                    arrivals.push((arrives, Arrival::Orders(batch, via)));
                    continue;
                }
                let order = (key.clone(), Event::new(base(), said));
                // Some come in one import with those before them.
                match arrivals.last_mut() {
                    Some((_, Arrival::Import(others, other)))
                        if *other == via && rng.u32(..3) == 0 =>
                    {
                        others.orders.push(order);
                    }
                    _ => {
                        let mut import = beside.clone();
                        import.orders.push(order);
                        arrivals.push((arrives, Arrival::Import(import, via)));
                    }
                }
            }
        }
        if rng.u32(..12) == 0 {
            let batch = vec![(key.clone(), Said::Deleted)];
            let arrives = rng.i64(0..7 * dials.gap);
            arrivals.push((arrives, Arrival::Orders(batch, Via::Hook)));
        }
    }
    for version in 0..rng.i64(0..=3) {
        let fact = Fact::Stock {
            sku: "a".to_owned(),
            quantity: Some(rng.i64(0..=1).into()),
            expected_on: rng.bool().then(|| day(rng.u8(1..=3))),
        };
        let at = base() + Duration::seconds(100 + version - rng.i64(0..=1));
        for _ in 0..*rng.choice(&[1, 1, 2]).expect("not empty") {
            // Some come just when an order does that waits for it.
            let arrives = match rng.bool() {
                true => behind_one(rng, &arrivals, 1_500),
                false => rng.i64(0..4 * dials.gap),
            };
            arrivals.push((arrives, Arrival::Item(at, fact.clone())));
        }
    }
    // Some let go just when there comes something to hold.
    let lets_go = match rng.bool() {
        true => behind_one(rng, &arrivals, 8_000),
        false => rng.i64(30_000..7 * dials.gap),
    };
    if dials.hold && dials.opens {
        if dials.opens_after == 0 {
            arrivals.push((lets_go, Arrival::Opening));
        }
    } else if dials.hold || rng.u32(..4) == 0 {
        arrivals.push((lets_go, Arrival::Release));
    }
    // In some runs there is somebody at the desk, mostly just when something happens.
    for key in keys {
        let moment = |rng: &mut Rng, arrivals: &[_]| match rng.bool() {
            true => behind_one(rng, arrivals, 20_000),
            false => rng.i64(0..7 * dials.gap),
        };
        if rng.bool() {
            for id in 0..rng.u32(1..=2) {
                let at = moment(rng, &arrivals);
                arrivals.push((at, Arrival::ByHand(key.clone(), id)));
            }
        }
        if rng.u32(..3) == 0 {
            for _ in 0..rng.u32(1..=2) {
                let at = moment(rng, &arrivals);
                arrivals.push((at, Arrival::Recall(key.clone())));
            }
        }
        if rng.u32(..4) == 0 {
            let at = moment(rng, &arrivals);
            let held = Arrival::Said(key.clone(), Said::Held(true));
            arrivals.push((at, held));
            let at = moment(rng, &arrivals);
            let let_go = Arrival::Said(key.clone(), Said::Held(false));
            arrivals.push((at, let_go));
        }
        if rng.u32(..6) == 0 {
            let at = moment(rng, &arrivals);
            arrivals.push((at, Arrival::Said(key.clone(), Said::Cancelled)));
        }
    }
    arrivals.sort_by_key(|(at, _)| -at);
    arrivals
}

/// What else an import says.
fn beside(rng: &mut Rng) -> Portion {
    let mut import = Portion::default();
    if rng.u32(..3) == 0 {
        import.items.push(ItemEvent {
            at: base() + Duration::seconds(100 + rng.i64(0..=3)),
            received_at: base(),
            via: Via::Import,
            fact: Fact::Stock {
                sku: "a".to_owned(),
                quantity: Some(rng.i64(0..=1).into()),
                expected_on: rng.bool().then(|| day(rng.u8(1..=3))),
            },
        });
    }
    if rng.u32(..3) == 0 {
        import.customers.push(CustomerRecord {
            id: "c".to_owned(),
            updated_at: base() + Duration::seconds(rng.i64(0..=3)),
            name: Some("Ann".to_owned()),
            trading_name: None,
            email: None,
            locale: None,
            group: None,
            wants_mail: None,
            contacts: Vec::new(),
        });
    }
    import
}

/// A moment shortly after one of the arrivals.
fn behind_one(rng: &mut Rng, arrivals: &[(i64, Arrival)], within: i64) -> i64 {
    let at = rng.choice(arrivals).map_or(0, |(at, _)| *at);
    at + rng.i64(0..within)
}

fn day(day: u8) -> Date {
    format!("2026-12-{day:02}").parse().expect("a day")
}

fn base() -> Timestamp {
    Timestamp::UNIX_EPOCH + Duration::hours(24 * 19_000)
}

fn order(key: &OrderKey, at: i64, status: &str, steps: usize, waits: bool, extra: u32) -> Order {
    let shipment = |number: usize| Shipment {
        tracking_number: Some(format!("T{number}")),
        ..Shipment::new(&format!("p{number}"), ShipmentState::Sent)
    };
    let refund = |_| Refund {
        id: "r".to_owned(),
        amount: Amount((steps as u64).into()),
        reason: None,
        lines: Vec::new(),
    };
    let line = Line {
        sku: Some("a".to_owned()),
        delivered: (!waits).then(|| 2.into()),
        ..Line::new("1", "A thing", 2.into())
    };
    Order {
        customer: Customer {
            email: Some("customer@shop.example".to_owned()),
            ..Customer::default()
        },
        lines: vec![line],
        shipments: (1..=steps / 2).map(shipment).collect(),
        refunds: (extra == 0).then_some(()).map(refund).into_iter().collect(),
        ..Order::new(
            &key.order,
            base() + Duration::seconds(at),
            Status::new(status, Stage::Other),
            "EUR",
        )
    }
}
