//! One run: draw a scenario, let chaos reign, recover, check.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use fastrand::Rng;
use wismo_domain::environment::Environment;
use wismo_domain::jobs::drain;
use wismo_domain::keys::OrderKey;
use wismo_domain::log::{Event, Rank, Said, append, project, read};
use wismo_domain::notices::look;
use wismo_domain::order::{Amount, Order, Refund, Shipment, ShipmentState, Stage, Status};
use wismo_domain::time::{Duration, Timestamp};

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
}

impl Totals {
    pub(crate) fn add(&mut self, other: &Self) {
        self.acknowledged += other.acknowledged;
        self.crashes += other.crashes;
        self.lapses += other.lapses;
        self.mails += other.mails;
        self.second_copies += other.second_copies;
        self.views += other.views;
    }
}

/// What the outside knows: what was acknowledged, what a page view got wrong.
#[derive(Default)]
pub(crate) struct Outside {
    pub(crate) acknowledged: BTreeMap<OrderKey, Vec<Rank>>,
    pub(crate) violation: Option<String>,
    pub(crate) views: u64,
}

pub(crate) type Witness = Rc<RefCell<Outside>>;

pub(crate) fn run(seed: u64) -> Report {
    let mut rng = Rng::with_seed(seed ^ 0x5749_534d_4f00);
    let dials = dials(&mut rng);
    let world = World::new(seed, dials.clone());
    let witness = Witness::default();
    let hosts: Vec<Host> = (0..3)
        .map(|index| Host {
            world: world.clone(),
            name: format!("h{index}"),
            skew: rng.i64(-4_000..=4_000),
        })
        .collect();
    let keys: Vec<OrderKey> = (0..rng.usize(1..=2))
        .map(|index| OrderKey::new("sim", &format!("o{index}")).expect("an id"))
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
    recover(&world, &hosts, &witness);
    let verdict = witness
        .borrow()
        .violation
        .clone()
        .map_or_else(|| check::all(&world, &keys, &witness.borrow()), Err);
    let (mails, second_copies, lapses) = check::tally(&world, &keys);
    let witness = witness.borrow();
    let totals = Totals {
        acknowledged: witness
            .acknowledged
            .values()
            .map(|ranks| ranks.len() as u64)
            .sum(),
        crashes,
        lapses,
        mails,
        second_copies,
        views: witness.views,
    };
    let trace = std::mem::take(&mut world.borrow_mut().trace);
    Report {
        verdict,
        trace,
        totals,
    }
}

fn dials(rng: &mut Rng) -> Dials {
    Dials {
        crash: *rng.choice(&[0, 5, 20, 60]).expect("not empty"),
        fault: *rng.choice(&[0, 0, 5, 20]).expect("not empty"),
        stall: *rng.choice(&[0, 5, 20]).expect("not empty"),
        stale: *rng.choice(&[0, 0, 0, 2_000]).expect("not empty"),
        atomic: rng.bool(),
        idempotent: rng.u32(..4) > 0,
        provider_trouble: *rng.choice(&[0, 50, 150]).expect("not empty"),
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
    let mut arrivals = deliveries(rng, keys);
    let mut tasks: Vec<Task> = Vec::new();
    let mut next_drain = 20_000;
    for _ in 0..20_000 {
        let now = world.borrow().now;
        if tasks.is_empty() && arrivals.is_empty() && rng.bool() {
            break;
        }
        while let Some((_, key, event)) = arrivals.pop_if(|(at, _, _)| *at <= now) {
            let host = rng.usize(..hosts.len());
            tasks.push(task(
                host,
                &hosts[host],
                "hook",
                hook(hosts[host].clone(), key, event, witness.clone()),
            ));
        }
        if now >= next_drain {
            next_drain = now + rng.i64(10_000..70_000);
            let host = rng.usize(..hosts.len());
            tasks.push(task(host, &hosts[host], "drain", walk(hosts[host].clone())));
        }
        if rng.u32(..400) == 0 {
            let host = rng.usize(..hosts.len());
            let key = rng.choice(keys).expect("not empty").clone();
            tasks.push(task(
                host,
                &hosts[host],
                "view",
                view(hosts[host].clone(), key, witness.clone()),
            ));
        }
        step(rng, dials, world, &mut tasks, crashes);
        let pace = rng.u32(..1000);
        let pass = match pace {
            0..4 => rng.i64(10_000..90_000),
            4..60 => rng.i64(500..4_000),
            _ => rng.i64(0..40),
        };
        world.borrow_mut().advance(pass);
    }
    // Whoever is still at work dies.
    drop(tasks);
}

fn task(index: usize, host: &Host, name: &str, future: impl Future<Output = ()> + 'static) -> Task {
    Task {
        host: index,
        name: format!("{} {name}", host.name),
        sleeps_until: 0,
        future: Box::pin(future),
    }
}

/// One choice of the scheduler: a call takes effect, or a task goes on, falls
/// asleep or dies with its host.
fn step(rng: &mut Rng, dials: &Dials, world: &Shared, tasks: &mut Vec<Task>, crashes: &mut u64) {
    let open = world.borrow().open_calls();
    if let Some(id) = rng.choice(&open).filter(|_| rng.bool()) {
        world.borrow_mut().apply(*id);
        return;
    }
    if rng.u32(..10_000) < dials.crash && !tasks.is_empty() {
        let host = tasks[rng.usize(..tasks.len())].host;
        tasks.retain(|task| task.host != host);
        world.borrow_mut().note(&format!("h{host} dies"));
        *crashes += 1;
        return;
    }
    let now = world.borrow().now;
    let awake: Vec<usize> = (0..tasks.len())
        .filter(|index| tasks[*index].sleeps_until <= now)
        .collect();
    let Some(index) = rng.choice(&awake).copied() else {
        return;
    };
    if rng.u32(..1000) < dials.stall {
        tasks[index].sleeps_until = now + rng.i64(1_000..200_000);
        let line = format!("{} falls asleep", tasks[index].name);
        world.borrow_mut().note(&line);
        return;
    }
    if tasks[index].poll() {
        drop(tasks.swap_remove(index));
    }
}

/// After the chaos: nothing fails any more, a scheduler drains each minute.
fn recover(world: &Shared, hosts: &[Host], witness: &Witness) {
    {
        let mut world = world.borrow_mut();
        world.note("recovery");
        world.advance(crate::world::CALL);
        let dials = &mut world.dials;
        (dials.fault, dials.stale, dials.provider_trouble) = (0, 0, 0);
    }
    for round in 0..400 {
        let host = &hosts[round % hosts.len()];
        let mut walk = task(0, host, "drain", walk(host.clone()));
        while !walk.poll() {
            let open = world.borrow().open_calls();
            for id in open {
                world.borrow_mut().apply(id);
            }
        }
        if check::queue_is_done(world) {
            return;
        }
        world.borrow_mut().advance(61_000);
    }
    witness.borrow_mut().violation =
        Some("the queue is not done after 400 quiet minutes".to_owned());
}

async fn hook(host: Host, key: OrderKey, said: Said, witness: Witness) {
    let event = Event::new(host.now(), said);
    let at = event.at();
    let Ok(appended) = append(&host, &host, &key, &event).await else {
        return;
    };
    let n = appended.n;
    let job = appended.job;
    witness
        .borrow_mut()
        .acknowledged
        .entry(key.clone())
        .or_default()
        .push(Rank { at, n });
    host.world.borrow_mut().note(&format!(
        "{}: {} event {n} acknowledged",
        host.name, key.order
    ));
    let _ = project(&host, &host, &key, n, event).await;
    let _ = look(&host, &host, &host, &job, None).await;
}

async fn walk(host: Host) {
    let until = host.now() + Duration::seconds(30);
    let _ = drain(&host, &host, &host, until).await;
}

/// A page shows at least what was acknowledged before it was asked for.
async fn view(host: Host, key: OrderKey, witness: Witness) {
    let known = witness
        .borrow()
        .acknowledged
        .get(&key)
        .and_then(|ranks| ranks.iter().copied().max());
    let is_stale = host.world.borrow().dials.stale > 0;
    let Ok(reading) = read(&host, &host, &key).await else {
        return;
    };
    witness.borrow_mut().views += 1;
    let seen = reading.snapshot.newest().map(|(rank, _)| rank);
    // Of two events with equal date and content the first one counts.
    if !is_stale && seen.map(|rank| rank.at) < known.map(|rank| rank.at) {
        let line = format!(
            "a page of {} showed {seen:?}, but {known:?} was acknowledged",
            key.order
        );
        witness.borrow_mut().violation = Some(line);
    }
}

/// What the shop sends: some versions of each order, late, repeated and at once.
/// Sorted by time, the latest first.
fn deliveries(rng: &mut Rng, keys: &[OrderKey]) -> Vec<(i64, OrderKey, Said)> {
    let mut arrivals = Vec::new();
    for key in keys {
        let mut statuses = vec!["received".to_owned()];
        for version in 0..rng.i64(1..=6) {
            if rng.u32(..3) > 0 {
                statuses.push(format!("s{version}"));
            } else if rng.u32(..3) == 0 {
                // It moves back.
                statuses.truncate(1);
            }
            // Some versions share a second, as WooCommerce's do.
            let at = if rng.u32(..4) == 0 {
                version - 1
            } else {
                version
            };
            let order = order(
                key,
                at,
                statuses.last().expect("not empty"),
                version,
                rng.u32(..4),
            );
            for _ in 0..*rng.choice(&[1, 1, 2, 3]).expect("not empty") {
                let arrives = version * rng.i64(0..30_000) + rng.i64(0..20_000);
                arrivals.push((arrives, key.clone(), Said::Order(Box::new(order.clone()))));
            }
        }
    }
    arrivals.sort_by_key(|(at, _, _)| -at);
    arrivals
}

fn order(key: &OrderKey, at: i64, status: &str, version: i64, extra: u32) -> Order {
    let base = Timestamp::UNIX_EPOCH + Duration::hours(24 * 19_000);
    let shipment = |number: i64| Shipment {
        tracking_number: Some(format!("T{number}")),
        ..Shipment::new(&format!("p{number}"), ShipmentState::Sent)
    };
    let refund = |_| Refund {
        id: "r".to_owned(),
        amount: Amount(version.into()),
        reason: None,
        lines: Vec::new(),
    };
    Order {
        shipments: (1..=version / 2).map(shipment).collect(),
        refunds: (extra == 0).then_some(()).map(refund).into_iter().collect(),
        ..Order::new(
            &key.order,
            base + Duration::seconds(at),
            Status::new(status, Stage::Other),
            "EUR",
        )
    }
}
