//! One run: a scenario with faults, then recovery, then a look at everything.

use fastrand::Rng;
use wismo_domain::search::{Index, Layout, Step};
use wismo_domain::storage::keys::SearchKeys;

use crate::shop::SharedShop;
use crate::tasks::{list, search, work};
use crate::world::{Dials, Host, Tasks, World};

/// The result of a run.
pub(crate) struct Report {
    pub(crate) violation: Option<String>,
    pub(crate) trace: Vec<String>,
    pub(crate) totals: Totals,
}

/// The totals of some runs.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Totals {
    pub(crate) written: u64,
    pub(crate) searches: u64,
    pub(crate) deaths: u64,
    pub(crate) late: u64,
    pub(crate) packed: u64,
    pub(crate) merged: u64,
    pub(crate) parts_merged: u64,
    pub(crate) known: u64,
    pub(crate) swept: u64,
}

impl Totals {
    pub(crate) fn add(&mut self, other: &Self) {
        self.written += other.written;
        self.searches += other.searches;
        self.deaths += other.deaths;
        self.late += other.late;
        self.packed += other.packed;
        self.merged += other.merged;
        self.parts_merged += other.parts_merged;
        self.known += other.known;
        self.swept += other.swept;
    }
}

fn dials(rng: &mut Rng) -> Dials {
    Dials {
        death: rng.choice([0, 3, 10, 30]).expect("one of some"),
        fault: rng.choice([0, 0, 5, 20]).expect("one of some"),
        stall: rng.choice([0, 5, 20, 60]).expect("one of some"),
        stale: rng.choice([0, 300, 900]).expect("one of some"),
        is_atomic: rng.bool(),
        is_unordered: rng.bool(),
    }
}

/// Runs a seed; `is_traced` says whether its story will be told.
pub(crate) fn run(seed: u64, is_traced: bool) -> Report {
    let mut rng = Rng::with_seed(seed ^ 0x5345_4152_4348);
    let dials = dials(&mut rng);
    let world = World::new(seed, dials.clone(), is_traced);
    let layout = Layout {
        base: 4,
        radix: 2,
        block: rng.usize(40..300),
        blocks_at_once: rng.usize(1..4),
        postings: 2048,
        parts: rng.choice([3, 8, 200]).expect("one of some"),
    };
    world.borrow_mut().note(|| format!("{dials:?} {layout:?}"));
    // While a later version is deployed, hosts may cut blocks of another size.
    let other = match rng.bool() {
        true => layout,
        false => Layout {
            block: rng.usize(40..300),
            ..layout
        },
    };
    let indexes = [layout, other].map(|layout| Index::with("sim", layout));
    let index = &indexes[0];
    let shop = SharedShop::default();
    let hosts: Vec<Host> = (0..3)
        .map(|_| Host {
            world: world.clone(),
            skew: rng.i64(-4_000..=4_000),
        })
        .collect();
    let mut tasks = Tasks::default();
    let host = |rng: &mut Rng| hosts[rng.usize(..hosts.len())].clone();
    // Orders come, and some of them change.
    let mut now = 0;
    let orders = rng.usize(4..45);
    let mut next = 0;
    while next < orders {
        let gap = rng.choice([200, 3_000, 20_000]).expect("one of some");
        now += rng.i64(0..gap);
        let count = rng.choice([1, 1, 1, 3]).expect("one of some");
        let some: Vec<usize> = match next > 0 && rng.u32(..5) == 0 {
            true => vec![rng.usize(..next)],
            false => (next..next + count).collect(),
        };
        next = next.max(some[some.len() - 1] + 1);
        let listing = list(host(&mut rng), index.clone(), shop.clone(), some);
        tasks.start(&world, now, listing);
    }
    let end = now + rng.i64(100_000..500_000);
    for _ in 0..rng.usize(10..50) {
        let (at, steps) = (rng.i64(0..end), rng.usize(1..6));
        let index = indexes[rng.usize(..2)].clone();
        let working = work(host(&mut rng), index, shop.clone(), steps);
        tasks.start(&world, at, working);
    }
    for _ in 0..rng.usize(3..12) {
        let (at, of_all) = (rng.i64(0..end), rng.bool());
        let searching = search(host(&mut rng), index.clone(), shop.clone(), of_all);
        tasks.start(&world, at, searching);
    }
    // Caches fall back, and somebody searches right then or somewhat later.
    for _ in 0..rng.choice([0, 0, 2, 5]).expect("one of some") {
        let (at, fallen) = (rng.i64(0..end), hosts[0].clone());
        tasks.start(&world, at, async move {
            let key = SearchKeys::new("sim").progress();
            fallen.world.borrow_mut().fall_back(&key);
        });
        for _ in 0..2 {
            let later = at + rng.i64(0..150_000);
            let index = indexes[rng.usize(..2)].clone();
            let working = work(host(&mut rng), index.clone(), shop.clone(), 1);
            tasks.start(&world, later, working);
            let searching = search(host(&mut rng), index.clone(), shop.clone(), true);
            tasks.start(&world, later + rng.i64(0..3_000), searching);
        }
    }
    tasks.run(&world);
    recover(&world, index, &shop, &hosts[0]);
    let (shop, mut world) = (shop.borrow(), world.borrow_mut());
    let count = |step: Step| shop.steps.iter().filter(|other| **other == step).count() as u64;
    Report {
        violation: shop.violation.clone(),
        trace: world.trace.take().unwrap_or_default(),
        totals: Totals {
            written: shop.written,
            searches: shop.searches,
            deaths: world.deaths,
            late: world.late,
            packed: count(Step::Packed),
            merged: count(Step::Merged),
            parts_merged: count(Step::PartMerged),
            known: count(Step::Known),
            swept: count(Step::Swept),
        },
    }
}

/// Lets the faults end and the work be done, and looks at everything.
fn recover(world: &crate::world::Shared, index: &Index, shop: &SharedShop, host: &Host) {
    world.borrow_mut().dials = Dials {
        death: 0,
        fault: 0,
        stall: 0,
        stale: 0,
        is_atomic: true,
        is_unordered: false,
    };
    // Missing entries are waited for, segment by segment; each level is swept some time after
    // the next.
    for _ in 0..30 {
        let mut tasks = Tasks::default();
        let now = world.borrow().now + 130_000;
        let working = work(host.clone(), index.clone(), shop.clone(), 1_000);
        tasks.start(world, now, working);
        tasks.run(world);
    }
    let mut tasks = Tasks::default();
    let now = world.borrow().now + 10_000;
    let all = shop.borrow().listed_before(now - 5_000);
    tasks.start(
        world,
        now,
        search(host.clone(), index.clone(), shop.clone(), true),
    );
    for _ in 0..all.len().min(5) {
        let searching = search(host.clone(), index.clone(), shop.clone(), false);
        tasks.start(world, now, searching);
    }
    tasks.run(world);
    let world = world.borrow();
    let entries = world.values.iter().filter(|(key, values)| {
        key.contains("/entry/") && values.last().is_some_and(|(_, value)| value.is_some())
    });
    // Of the last segments of the second level, none has been swept.
    let left = entries.count();
    if left > 15 {
        shop.borrow_mut()
            .violate(format!("{left} entries are left"));
    }
}
