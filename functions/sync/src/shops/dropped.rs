//! The parts of a delivery that were dropped, although it is taken.

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

use super::BadBody;
use super::bad_body::{at_path, discreet};

/// The most notes of one delivery.
const MAX_NOTES: usize = 20;

/// The number of passes in which an odd field is dropped alone. After that, a
/// field is dropped from all members of its list at once, so that reading does
/// not take long.
const SINGLY: usize = 16;

/// The number of passes after which the field of the body that holds the odd
/// one is dropped whole.
const IN_LISTS: usize = 48;

/// The parts that were dropped, each as its place and the reason. Like a
/// [`BadBody`], they repeat short words of the body at most.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dropped(Vec<String>);

impl Dropped {
    /// Notes that something was dropped.
    pub(super) fn note(&mut self, path: &str, why: &str) {
        let note = format!("{}: {}", discreet(path), discreet(why));
        if self.0.len() < MAX_NOTES && !self.0.contains(&note) {
            self.0.push(note);
        }
    }

    /// The places where something was dropped, for the log.
    pub fn places(&self) -> impl Iterator<Item = &str> {
        let places = self.0.iter().map(|note| note.split_once(": "));
        places.flatten().map(|(place, _)| place)
    }
}

impl From<Dropped> for Vec<String> {
    fn from(dropped: Dropped) -> Self {
        dropped.0
    }
}

/// A step of a path in a body.
#[derive(Clone, PartialEq, Eq)]
enum Step {
    Field(String),
    Member(usize),
}

/// Reads a platform's body. A part that cannot be read is noted and counts as not
/// given, at no cost to the rest; a `needed` field that cannot be read is an
/// error.
///
/// # Errors
/// When one of the `needed` fields cannot be read; the message says which and why.
pub(super) fn read<T: DeserializeOwned>(
    mut body: Value,
    needed: &[&str],
    dropped: &mut Dropped,
) -> Result<T, BadBody> {
    lists(&mut body);
    let mut passes = 0_usize;
    loop {
        let error = match serde_path_to_error::deserialize(&body) {
            Ok(read) => return Ok(read),
            Err(error) => error,
        };
        passes += 1;
        let refused = || at_path("", error.path(), error.inner());
        let mut steps = steps(error.path());
        if passes > IN_LISTS {
            steps.truncate(1);
        }
        // If there is nothing at this place any more, the part around it is
        // dropped, as that cannot do without it.
        while get(&body, &steps).is_none_or(Value::is_null) && !steps.is_empty() {
            steps.pop();
        }
        match steps.as_slice() {
            [] => return Err(refused()),
            [Step::Field(name)] if needed.contains(&name.as_str()) => return Err(refused()),
            _ => {}
        }
        if get(&body, &steps).is_some_and(|odd| !is_nothing(odd)) {
            let path = error.path().to_string();
            dropped.note(&path, &error.inner().to_string());
        }
        drop_at(&mut body, &steps, passes > SINGLY);
    }
}

fn steps(path: &Path) -> Vec<Step> {
    let step = |segment: &Segment| match segment {
        Segment::Seq { index } => Some(Step::Member(*index)),
        Segment::Map { key } => Some(Step::Field(key.clone())),
        Segment::Enum { .. } | Segment::Unknown => None,
    };
    path.iter().map_while(step).collect()
}

fn get<'a>(body: &'a Value, steps: &[Step]) -> Option<&'a Value> {
    steps.iter().try_fold(body, |value, step| match step {
        Step::Field(name) => value.get(name),
        Step::Member(index) => value.get(index),
    })
}

/// Puts null at the path, in all members of each list if `everywhere`.
fn drop_at(value: &mut Value, steps: &[Step], everywhere: bool) {
    let Some((step, rest)) = steps.split_first() else {
        *value = Value::Null;
        return;
    };
    match (step, value) {
        (Step::Field(name), Value::Object(fields)) => {
            if let Some(field) = fields.get_mut(name) {
                drop_at(field, rest, everywhere);
            }
        }
        (Step::Member(_), Value::Array(members)) if everywhere && !rest.is_empty() => {
            for member in members {
                drop_at(member, rest, everywhere);
            }
        }
        (Step::Member(index), Value::Array(members)) => {
            if let Some(member) = members.get_mut(*index) {
                drop_at(member, rest, everywhere);
            }
        }
        _ => {}
    }
}

/// Tells whether a value is a way to write nothing.
fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(members) => members.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(true) | Value::Number(_) => false,
    }
}

/// Turns maps into lists if PHP wrote them for lists with gaps: their keys are
/// numbers.
pub(super) fn lists(value: &mut Value) {
    match value {
        Value::Array(members) => members.iter_mut().for_each(lists),
        Value::Object(fields) => {
            fields.values_mut().for_each(lists);
            let index = |key: &str| key.parse::<u32>().ok().filter(|_| !key.starts_with('+'));
            if fields.is_empty() || !fields.keys().all(|key| index(key).is_some()) {
                return;
            }
            let mut members: Vec<_> = std::mem::take(fields).into_iter().collect();
            members.sort_by_key(|(key, _)| index(key));
            *value = members.into_iter().map(|(_, member)| member).collect();
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::json;

    use super::*;

    #[derive(Debug, Deserialize, PartialEq, Eq)]
    struct Thing {
        id: u32,
        #[serde(default)]
        size: Option<u32>,
        #[serde(default)]
        parts: Vec<Option<Part>>,
    }

    #[derive(Debug, Deserialize, PartialEq, Eq)]
    struct Part {
        n: u32,
        #[serde(default)]
        weight: Option<u32>,
    }

    fn thing(body: Value) -> (Result<Thing, String>, Vec<String>) {
        let mut dropped = Dropped::default();
        let read = read(body, &["id"], &mut dropped).map_err(|error| error.to_string());
        (read, dropped.into())
    }

    #[test]
    fn what_is_odd_costs_itself_alone() {
        let (read, dropped) = thing(json!({
            "id": 1, "size": "Pamela Nguyen",
            "parts": { "10": { "n": 3, "weight": [] }, "2": { "n": 2, "weight": [1] }, "11": {} }
        }));
        let part = |n| Some(Part { n, weight: None });
        let parts = vec![part(2), part(3), None];
        assert_eq!(
            read.unwrap(),
            Thing {
                id: 1,
                size: None,
                parts
            }
        );
        assert_eq!(
            dropped,
            [
                "size: invalid type: string \"…\", expected u32",
                "parts[0].weight: invalid type: sequence, expected u32",
            ]
        );
    }

    #[test]
    fn what_is_needed_is_refused() {
        let (read, _) = thing(json!({ "id": "x" }));
        assert_eq!(
            read.unwrap_err(),
            "id: invalid type: string \"x\", expected u32"
        );
        let (read, _) = thing(json!({ "size": 1 }));
        assert_eq!(read.unwrap_err(), "the body: missing field `id`");
    }

    #[test]
    fn many_odd_members_are_dropped_in_few_passes() {
        let part = |n: u32| json!({ "n": n, "weight": "x" });
        let parts: Vec<Value> = (0..5000).map(part).collect();
        let (read, dropped) = thing(json!({ "id": 1, "parts": parts }));
        let read = read.unwrap().parts;
        assert_eq!(read.len(), 5000);
        assert!(read.iter().flatten().all(|part| part.weight.is_none()));
        assert!(dropped.len() <= MAX_NOTES, "{dropped:?}");
    }
}
