//! The cost of Wismo's components, as a multiple of that of a component that answers "ok",
//! in one run: time of the CPU, of this whole process.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use reqwest::StatusCode;
use wasmtime::component::Component;
use wasmtime::{Config, Engine};
use wismo::{Log, Options, Running, State};

use crate::harness::member::Member;
use crate::harness::{Wismo, cpu_time, variables, woocommerce};

const FLOOR: &str = "floor";

/// Time after which an instance without work has ended, with some to spare.
const UNUSED: Duration = Duration::from_secs(3);

/// The answers of fresh instances that are measured for each component.
const FRESH: u32 = 5;

/// The answers of an instance that has worked before that are measured for each route.
const WARM: u32 = 300;

/// The most that a component may cost, as a multiple of the floor.
struct Bound {
    compiling: f64,
    first_answer: f64,
}

const BOUND: Bound = Bound {
    compiling: 100.0,
    first_answer: 5.0,
};

/// Builds the floor, and writes Wismo's manifest with it beside the components.
fn manifest(folder: &Path) -> std::path::PathBuf {
    let root = wismo::manifest();
    let root = root.parent().unwrap();
    let built = Command::new(env!("CARGO"))
        .args(["build", "--release", "--target", "wasm32-wasip2"])
        .args(["--package", "wismo-floor"])
        .env_remove("CARGO_TARGET_DIR")
        .current_dir(root)
        .status()
        .unwrap();
    assert!(built.success());
    let wismo = std::fs::read_to_string(wismo::manifest()).unwrap();
    let source = format!("source = \"{}/", root.display());
    let with_floor = format!(
        "{}\n[[trigger.http]]\nroute = \"/floor/...\"\ncomponent = \"{FLOOR}\"\n\n[component.{FLOOR}]\n{source}target/wasm32-wasip2/release/wismo_floor.wasm\"\nkey_value_stores = [\"default\"]\n",
        wismo.replace("source = \"", &source)
    );
    let file = folder.join("spin.toml");
    std::fs::write(&file, with_floor).unwrap();
    file
}

/// The components of a manifest: their names and files.
fn components(manifest: &Path) -> Vec<(String, String)> {
    let text = std::fs::read_to_string(manifest).unwrap();
    let parts = text.split("[component.").skip(1);
    let sources = parts.filter_map(|part| {
        let (name, rest) = part.split_once("]\n")?;
        let source = rest.strip_prefix("source = \"")?;
        Some((name.to_owned(), source.split('"').next()?.to_owned()))
    });
    sources.collect()
}

/// Compiles a component without a cache.
fn compile(file: &str) -> Duration {
    let mut config = Config::new();
    config
        .wasm_component_model(true)
        .wasm_component_model_async(true);
    let engine = Engine::new(&config).unwrap();
    let before = cpu_time();
    Component::from_file(&engine, file).unwrap();
    cpu_time() - before
}

async fn ask(host: &Running, path: &str) -> StatusCode {
    let url = format!("http://{}{path}", host.address());
    let answer = reqwest::get(url).await.unwrap();
    let status = answer.status();
    answer.bytes().await.unwrap();
    status
}

/// Asks a component whose instances have all ended.
async fn first_answer(host: &Running, path: &str) -> Duration {
    let mut all = Vec::new();
    for _ in 0..FRESH {
        tokio::time::sleep(UNUSED).await;
        let before = cpu_time();
        ask(host, path).await;
        all.push(cpu_time() - before);
    }
    all.sort_unstable();
    all[all.len() / 2]
}

/// Asks again and again.
async fn warm(times: u32, one: impl AsyncFn()) -> Duration {
    one().await;
    let before = cpu_time();
    for _ in 0..times {
        one().await;
    }
    (cpu_time() - before) / times
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "measures: run it by its name"]
async fn the_cost_of_each_component_is_a_bounded_multiple_of_the_floors() {
    let folder = tempfile::tempdir().unwrap();
    let wismo = Wismo::start().await;
    let manifest = manifest(folder.path());
    let options = Options {
        manifest: manifest.clone(),
        listen: ([127, 0, 0, 1], 0).into(),
        state: State::Directory(folder.path().to_owned()),
        variables: variables(),
        log: Log::Capture,
        build: false,
    };
    let host = wismo::start(options).await.unwrap();
    let files = components(&manifest);
    let (_, floor) = files.iter().find(|(name, _)| name == FLOOR).unwrap();
    let compiling = compile(floor);
    println!("floor: compiled in {compiling:?}");
    let mut together = 0.0;
    for (name, file) in files.iter().filter(|(name, _)| name != FLOOR) {
        let ratio = compile(file).as_secs_f64() / compiling.as_secs_f64();
        println!("{name}: compiling costs {ratio:.1} floors");
        together += ratio;
    }
    println!("all of Wismo: compiling costs {together:.1} floors");
    assert!(together < BOUND.compiling, "{together}");
    let first = first_answer(&host, "/floor/").await;
    println!("floor: first answer in {first:?}");
    for (name, path) in [
        ("sync", "/hooks/north"),
        ("status", "/s/nonsense"),
        ("mail", "/mail/drain"),
        ("feedback", "/mail/events/resend"),
        ("desk", "/desk/sign-in"),
    ] {
        let answer = first_answer(&host, path).await;
        let ratio = answer.as_secs_f64() / first.as_secs_f64();
        println!("{name}: the first answer costs {ratio:.1} floors");
        assert!(ratio < BOUND.first_answer, "{name}: {ratio}");
    }
    let floor = warm(WARM, async || {
        ask(&host, "/floor/").await;
    });
    let floor = floor.await;
    println!("floor: a further answer in {floor:?}");
    warm_routes(&wismo, floor).await;
    host.stop().await;
    wismo.stop().await;
}

/// Measures what people and shops ask for most.
async fn warm_routes(wismo: &Wismo, floor: Duration) {
    let mut ada = Member::new(wismo);
    ada.set_up("Ada", "ada@north.example", "four words on paper")
        .await;
    for id in 1..=20 {
        let order = woocommerce(id, "processing", "2026-06-06T17:18:38");
        wismo.deliver(&order).await;
    }
    wismo.drain().await;
    let page = Wismo::page_path("north", "1");
    let cookie = ada.cookie.clone().unwrap();
    let next = std::sync::atomic::AtomicU64::new(1000);
    let get = async |path: &str| {
        let request = wismo.request("GET", path).header("cookie", &cookie);
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        answer.bytes().await.unwrap();
    };
    let hook = async || {
        let id = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let order = woocommerce(id, "processing", "2026-06-06T17:18:38");
        assert_eq!(wismo.deliver(&order).await.status(), StatusCode::OK);
    };
    for (what, cost) in [
        (
            "a customer's page",
            warm(WARM, async || get(&page).await).await,
        ),
        (
            "the same as JSON",
            warm(WARM, async || get(&format!("{page}.json")).await).await,
        ),
        (
            "the desk's first page",
            warm(WARM, async || get("/desk/").await).await,
        ),
        (
            "the list of orders",
            warm(WARM, async || get("/desk/orders").await).await,
        ),
        (
            "an order at the desk",
            warm(WARM, async || get("/desk/orders/north/1").await).await,
        ),
        (
            "a hook, with the work that it leaves",
            warm(WARM, hook).await,
        ),
    ] {
        let ratio = cost.as_secs_f64() / floor.as_secs_f64();
        println!("{what}: {cost:?}, {ratio:.1} floors");
    }
}
