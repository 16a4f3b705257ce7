//! Texts as they were when somebody last looked at them.

use std::path::Path;

/// Compares a text with the one kept in a file, or keeps it there.
pub(crate) fn is_kept(file: &str, now: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots");
    let path = folder.join(file);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::create_dir_all(folder).unwrap();
        std::fs::write(&path, now).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let mut lines = kept.lines().zip(now.lines()).enumerate();
    let differs = lines.find(|(_, (kept, now))| kept != now);
    assert!(
        kept == now,
        "{file} differs, at first here: {differs:?}. If that is as it should be: UPDATE_SNAPSHOTS=1 cargo test -p wismo-view snapshot, and look at the difference"
    );
}
