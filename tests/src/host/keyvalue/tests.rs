//! The same tests over both backends.

use std::collections::BTreeSet;
use std::sync::Arc;

use rusqlite::Connection;

use super::*;

/// Both kinds of store, and the folder of the second.
fn backends() -> (Vec<Backend>, tempfile::TempDir) {
    let dir = tempfile::tempdir().unwrap();
    (
        vec![Backend::memory(), Backend::sqlite(dir.path()).unwrap()],
        dir,
    )
}

fn text(value: Option<Vec<u8>>) -> Option<String> {
    value.map(|bytes| String::from_utf8(bytes).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn sets_gets_and_deletes() {
    for store in backends().0 {
        assert_eq!(store.get("a").unwrap(), None);
        store.set("a", b"1").unwrap();
        store.set("a", b"2").unwrap();
        store.set("empty", b"").unwrap();
        assert_eq!(text(store.get("a").unwrap()).as_deref(), Some("2"));
        assert_eq!(text(store.get("empty").unwrap()).as_deref(), Some(""));
        assert!(store.exists("a").unwrap() && !store.exists("A").unwrap());
        store.delete("a").unwrap();
        store.delete("a").unwrap();
        assert!(!store.exists("a").unwrap());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_at_once() {
    for store in backends().0 {
        store
            .set_many(&[("b", "2"), ("a", "1"), ("a", "3"), ("é", "4")])
            .unwrap();
        assert_eq!(store.keys().unwrap(), ["a", "b", "é"]);
        let keys = ["é", "a", "absent", "a"].map(str::to_owned);
        let found = store.get_many(&keys).unwrap();
        assert_eq!(
            found,
            [
                ("a".to_owned(), b"3".to_vec()),
                ("é".to_owned(), b"4".to_vec())
            ]
        );
        store.delete_many(&["a", "absent", "é"]).unwrap();
        assert_eq!(store.keys().unwrap(), ["b"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn increment_counts_and_guards() {
    for store in backends().0 {
        assert_eq!(store.increment("n", 1).unwrap(), 1);
        assert_eq!(store.increment("n", 2).unwrap(), 3);
        assert_eq!(store.increment("n", -10).unwrap(), -7);
        assert_eq!(store.get("n").unwrap().unwrap(), (-7i64).to_le_bytes());
        assert_eq!(store.increment("zero", 0).unwrap(), 0);
        assert_eq!(store.get("zero").unwrap().unwrap(), [0; 8]);
        assert_eq!(store.increment("max", i64::MAX).unwrap(), i64::MAX);
        assert_eq!(store.increment("max", 1).unwrap(), i64::MIN);
        store.set("text", b"12").unwrap();
        let error = store.increment("text", 1).unwrap_err();
        assert!(matches!(error, StoreError::NotACounter { length: 2, .. }));
        assert_eq!(text(store.get("text").unwrap()).as_deref(), Some("12"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_thousand_concurrent_increments_give_two_thousand_numbers() {
    let (backends, _dir) = backends();
    for store in backends.into_iter().map(Arc::new) {
        let calls: Vec<_> = (0..2_000)
            .map(|_| {
                let store = Arc::clone(&store);
                tokio::spawn(async move { store.increment("n", 1).unwrap() })
            })
            .collect();
        let mut numbers = BTreeSet::new();
        for call in calls {
            numbers.insert(call.await.unwrap());
        }
        assert_eq!(numbers, (1..=2_000).collect());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_file_is_spins() {
    let dir = tempfile::tempdir().unwrap();
    let state = dir.path().join("made/on/demand");
    let store = Backend::sqlite(&state).unwrap();
    store.set("a", b"x").unwrap();
    store.increment("n", 258).unwrap();
    drop(store);

    // We write, Spin's query reads.
    let file = Connection::open(state.join("sqlite_key_value.db")).unwrap();
    let get = "SELECT value FROM spin_key_value WHERE store=$1 AND key=$2";
    let value = |key| -> Vec<u8> { file.query_row(get, ["default", key], |r| r.get(0)).unwrap() };
    assert_eq!(value("a"), b"x");
    assert_eq!(value("n"), [2, 1, 0, 0, 0, 0, 0, 0]);
    let journal: String = file
        .query_row("PRAGMA journal_mode", [], |r| r.get(0))
        .unwrap();
    assert_eq!(journal, "delete");

    // Spin's query writes, we read; another label is another store.
    let set = "INSERT INTO spin_key_value (store, key, value) VALUES ($1, $2, $3)
               ON CONFLICT(store, key) DO UPDATE SET value=$3";
    file.execute(set, ("default", "a", b"y")).unwrap();
    file.execute(set, ("other", "b", b"z")).unwrap();
    drop(file);
    let store = Backend::sqlite(&state).unwrap();
    assert_eq!(text(store.get("a").unwrap()).as_deref(), Some("y"));
    assert_eq!(store.keys().unwrap(), ["a", "n"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn set_many_is_one_transaction() {
    let dir = tempfile::tempdir().unwrap();
    let store = Backend::sqlite(dir.path()).unwrap();
    // The file refuses the second row, so the first must not stay either.
    Connection::open(dir.path().join("sqlite_key_value.db"))
        .unwrap()
        .execute_batch(
            "CREATE TRIGGER no BEFORE INSERT ON spin_key_value WHEN NEW.key = 'bad'
             BEGIN SELECT RAISE(ABORT, 'refused'); END",
        )
        .unwrap();
    let error = store.set_many(&[("good", "1"), ("bad", "2")]).unwrap_err();
    assert!(error.to_string().contains("refused"), "{error}");
    assert!(store.keys().unwrap().is_empty());
    store.set("good", b"1").unwrap();
}
