//! A component's part of the document.

use schemars::JsonSchema;
use serde_json::{Map, Value};

use crate::document::{Document, is_to_be_written};
use crate::operation::Operation;
use crate::schemas::{Schemas, rename};

/// A component's part of the document: the paths that begin with one of its own, and the
/// schemas that they lead to.
pub struct Slice {
    prefixes: &'static [&'static str],
    operations: Vec<Operation>,
    schemas: Schemas,
}

impl Slice {
    /// Makes the part of a component that answers these paths.
    #[must_use]
    pub fn new(prefixes: &'static [&'static str], operations: Vec<Operation>) -> Self {
        Self {
            prefixes,
            operations,
            schemas: Schemas::default(),
        }
    }

    /// Says that another component writes a type which this one reads.
    #[must_use]
    pub fn written_elsewhere<T: JsonSchema>(mut self) -> Self {
        self.schemas.note_written::<T>();
        self
    }

    /// Compares the part with the committed document; `UPDATE_SCHEMA=1` writes it anew.
    #[track_caller]
    pub fn is_kept(self) {
        let prefixes = self.prefixes;
        let (paths, schemas) = self.build();
        let is_own = |path: &str| prefixes.iter().any(|prefix| path.starts_with(prefix));
        if is_to_be_written() {
            let mut document = Document::read();
            document.replace(is_own, &paths, &schemas);
            document.write();
        }
        let document = Document::read();
        let kept = document.paths();
        let kept: Vec<_> = kept.keys().filter(|path| is_own(path)).collect();
        let mut own: Vec<_> = paths.keys().collect();
        own.sort();
        assert_eq!(kept, own, "{HINT}");
        for (path, operations) in &paths {
            assert_eq!(&document.paths()[path], operations, "{path}: {HINT}");
        }
        for (name, schema) in &schemas {
            assert_eq!(document.schemas().get(name), Some(schema), "{name}: {HINT}");
        }
    }

    fn build(mut self) -> (Map<String, Value>, Map<String, Value>) {
        let mut paths = Map::new();
        for operation in &self.operations {
            let is_own = |prefix: &&str| operation.path.starts_with(*prefix);
            assert!(self.prefixes.iter().any(is_own), "{}", operation.path);
            let value = operation.value(&mut self.schemas);
            let path = paths
                .entry(operation.path)
                .or_insert_with(|| Map::new().into());
            let method = operation.method.to_lowercase();
            let other = path.as_object_mut().unwrap().insert(method, value);
            assert_eq!(other, None, "{} {}", operation.method, operation.path);
        }
        let (schemas, inputs) = self.schemas.take();
        for operation in paths
            .values_mut()
            .flat_map(|path| path.as_object_mut().unwrap().values_mut())
        {
            if let Some(body) = operation.get_mut("requestBody") {
                rename(body, &inputs);
            }
        }
        (paths, schemas)
    }
}

/// The way to mend a difference.
pub(crate) const HINT: &str = "after a change of a type or a route, run with UPDATE_SCHEMA=1; if another component's tests \
     differ then, two types have one name";
