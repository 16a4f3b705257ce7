//! Log lines that anybody can cause: each at most once a minute, so that nobody
//! fills the log, and the operator still reads what is wrong.

use std::cell::RefCell;
use std::fmt::Display;

use wismo_domain::time::{Duration, Timestamp};

use crate::Component;

/// Time for which a cause is kept quiet after it was told.
const PAUSE: Duration = Duration::minutes(1);

thread_local! {
    static CAUSES: RefCell<Causes> = const { RefCell::new(Causes(Vec::new())) };
}

/// The causes that this instance told, and when. They are words of the program, so no
/// request adds a new one.
struct Causes(Vec<Cause>);

struct Cause {
    component: Component,
    name: &'static str,
    told_at: Timestamp,
    kept_back: u64,
}

/// Tells the operator, unless this component told of the same cause less than a minute
/// ago; the next line says how many were kept back.
pub fn tell(component: Component, cause: &'static str, line: &dyn Display) {
    let now = Timestamp::now();
    let due = CAUSES.with_borrow_mut(|causes| causes.due(component, cause, now));
    match due {
        Some(0) => component.log(line),
        Some(others) => component.log(format_args!("{line} ({others} more like it before)")),
        None => {}
    }
}

impl Causes {
    /// The number of lines that were kept back, if the next may be told.
    fn due(&mut self, component: Component, name: &'static str, now: Timestamp) -> Option<u64> {
        let mut known = self.0.iter_mut();
        let Some(cause) = known.find(|cause| (cause.component, cause.name) == (component, name))
        else {
            self.0.push(Cause {
                component,
                name,
                told_at: now,
                kept_back: 0,
            });
            return Some(0);
        };
        // After a clock was set back, nothing is kept quiet for longer.
        if (Duration::ZERO..PAUSE).contains(&now.duration_since(cause.told_at)) {
            cause.kept_back = cause.kept_back.saturating_add(1);
            return None;
        }
        cause.told_at = now;
        Some(std::mem::take(&mut cause.kept_back))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_is_told_once_a_minute_with_how_often_it_was() {
        let mut causes = Causes(Vec::new());
        let mut due = |name, seconds| {
            causes.due(
                Component::of_package("wismo-feedback"),
                name,
                Timestamp::UNIX_EPOCH + Duration::seconds(seconds),
            )
        };
        assert_eq!(due("old", 0), Some(0));
        for second in 0..60 {
            assert_eq!(due("old", second), None);
        }
        // Another one is told all the same.
        assert_eq!(due("forged", 30), Some(0));
        assert_eq!(due("old", 60), Some(60));
        assert_eq!(due("old", 61), None);
        assert_eq!(due("old", 50), Some(1));
        assert_eq!(causes.0.len(), 2);
    }
}
