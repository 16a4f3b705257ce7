//! One run: draw a scenario, let chaos reign, recover, check.

use std::rc::Rc;

use fastrand::Rng;
use wismo_domain::log::{EventPayload, Fact, Via};
use wismo_domain::storage::keys::OrderKey;

use crate::check;
use crate::erp::dated;
use crate::outside::{SHOP, Witness};
use crate::scenario::{Arrival, changes, deliveries, dials, trashed};
use crate::tasks::{desk, hook, import, manual_mail, open, recall, release, stock, view, walk};
use crate::totals::{self, Totals};
use crate::world::{Dials, Host, Shared, Task, Word, World};

/// The result of a run.
pub(crate) struct Report {
    pub(crate) verdict: Result<(), String>,
    pub(crate) trace: Vec<String>,
    pub(crate) totals: Totals,
}

/// Runs a seed; `is_traced` says whether its story will be told.
pub(crate) fn run(seed: u64, is_traced: bool) -> Report {
    let mut rng = Rng::with_seed(seed ^ 0x5749_534d_4f00);
    let dials = dials(seed, &mut rng);
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
    let (mails, second_copies, lapses, facts) = totals::tally(&world, &keys);
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
        manual_mail: totals::manual_mail(&world, &keys),
        cancelled: witness.cancelled.len() as u64,
    };
    let trace = world.borrow_mut().trace.take().unwrap_or_default();
    Report {
        verdict,
        trace,
        totals,
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
    changes(dials, &mut arrivals);
    trashed(dials, keys, &mut arrivals);
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
                    task(index, named, |host| manual_mail(host, key, id, witness))
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
                Arrival::Patience => {
                    world.borrow_mut().turn();
                    continue;
                }
            });
        }
        // Somebody comes while only a part of a batch is there.
        if std::mem::take(&mut world.borrow_mut().halted) {
            next_drain = next_drain.min(now + rng.i64(0..1_000));
        }
        if now >= next_drain {
            // Drains are rare once all deliveries have arrived, so that they come to an end.
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
        // Time does not cost anything while nothing happens.
        let awakes = tasks.iter().map(|task| task.sleeps_until);
        let next_arrival = arrivals.last().map(|(at, _)| *at);
        let next = awakes.chain(next_arrival).chain([next_drain]).min();
        if let Some(next) = next.filter(|next| *next > world.now && world.is_quiet()) {
            let idle = next - world.now;
            world.advance(idle);
        }
    }
    // Tasks that are still at work die.
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

/// Takes one choice of the scheduler: a call takes effect, or a task goes on,
/// falls asleep or dies with its host.
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
    // Somebody else may take over, the place may be given up, or the shop may no longer hold.
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
        // It sleeps for so long that others take over, or not quite so long.
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

/// Lets a host die with all that runs on it.
fn die(host: usize, world: &Shared, tasks: &mut Vec<Task>, crashes: &mut u64) {
    tasks.retain(|task| task.host != host);
    let name = format!("h{host}");
    world.borrow_mut().note(&name, || "DIES".to_owned());
    *crashes += 1;
}

/// Recovers after the chaos: nothing fails any more, and a scheduler drains each minute.
fn recover(world: &Shared, hosts: &[Host], keys: &[OrderKey], witness: &Witness) {
    {
        let mut world = world.borrow_mut();
        world.note("", || "RECOVERY: nothing fails any more".to_owned());
        world.advance(crate::world::CALL);
        let dials = &mut world.dials;
        (dials.fault, dials.stale, dials.provider_trouble) = (0, 0, 0);
        (dials.ticket_fault, dials.late, dials.halts) = (0, 0, 0);
        if world.is_patient(world.now) {
            world.turn();
        }
    }
    // The item runs out, and is back once that has settled.
    let mut stocks = vec![5, 0];
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
                    let work = |host| desk(host, key, EventPayload::Held(false), again);
                    ended = finish(world, task(0, named("let-go"), work));
                }
            }
            let rests = witness.borrow().released == before && check::queue_is_done(world);
            if ended && rests {
                let (Some(word), Some(quantity)) = (dials.runs_out, stocks.pop()) else {
                    return;
                };
                if stocks.is_empty() {
                    witness.borrow_mut().back_since = Some(world.borrow().now);
                }
                let said = says(world, keys, word, quantity);
                for (index, arrival) in said.into_iter().enumerate() {
                    let name = format!("stock{index}");
                    let again = witness.clone();
                    let work = |host| says_it(host, arrival, again);
                    ended &= finish(world, task(0, named(&name), work));
                }
            }
        }
        if !ended {
            witness.borrow_mut().violation = Some("something goes on without end".to_owned());
            return;
        }
        // By then, some drain has surely woken what waited by earlier settings.
        if round > 40
            && let Some(late) = check::waits_too_long(world)
        {
            witness.borrow_mut().violation = Some(late);
            return;
        }
        world.borrow_mut().advance(61_000);
    }
    witness.borrow_mut().violation =
        Some("the queue is not done after 400 quiet minutes".to_owned());
}

/// Makes the arrivals that say, after all else, that so many of the item are there.
fn says(world: &Shared, keys: &[OrderKey], word: Word, quantity: i64) -> Vec<Arrival> {
    let at = dated(&world.borrow().dials, 10_000 + quantity);
    let store = check::stored(world);
    let newest = keys.iter().map(|key| {
        let order = check::newest(&check::events(&store, key))?;
        Some((key.clone(), order))
    });
    let newest: Option<Vec<_>> = newest.collect();
    // The shop does not speak of an order that only the ERP speaks of.
    let Some(newest) = newest.filter(|_| matches!(word, Word::Order)) else {
        let fact = Fact::Stock {
            sku: "a".to_owned(),
            quantity: Some(quantity.into()),
            expected_on: None,
        };
        return vec![Arrival::Item(at, fact)];
    };
    let said = newest.into_iter().map(|(key, mut order)| {
        order.updated_at = at;
        for line in &mut order.lines {
            line.stock = Some(quantity.into());
        }
        let batch = vec![(key, EventPayload::Order(Box::new(order)))];
        Arrival::Orders(batch, Via::Hook)
    });
    said.collect()
}

async fn says_it(host: Host, arrival: Arrival, witness: Witness) {
    match arrival {
        Arrival::Orders(batch, via) => hook(host, batch, via, witness).await,
        Arrival::Item(at, fact) => stock(host, at, fact, witness).await,
        _ => panic!("nothing else is said then"),
    }
}

/// Runs a task undisturbed. Tells whether it came to its end.
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
