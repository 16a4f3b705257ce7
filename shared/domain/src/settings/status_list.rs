//! Editing the list of the statuses that a shop's settings name.

use super::{Settings, StatusRule};
use crate::changes::ChangeKind;

/// A place beside a status in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// The place before it.
    Before,
    /// The place behind it.
    Behind,
}

/// The reason why a status cannot be taken off the list: rules are for orders of this status
/// alone, and would be for all orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("rules name the status: name its successor")]
pub struct NeedsSuccessor;

impl Settings {
    /// Lists the kinds of change whose rule is for orders of a status.
    #[must_use]
    pub fn rules_for_status(&self, code: &str) -> Vec<ChangeKind> {
        let rules = self.rules.iter();
        let rules = rules.filter(|(_, rule)| rule.when.statuses.iter().any(|one| one == code));
        rules.map(|(kind, _)| *kind).collect()
    }

    /// Puts a status on the list: in its place if it is there, else at the end.
    pub fn put_status(&mut self, rule: StatusRule) {
        let mut all = self.statuses.iter_mut();
        match all.find(|other| other.code == rule.code) {
            Some(other) => *other = rule,
            None => self.statuses.push(rule),
        }
    }

    /// Moves a status one place on. Tells whether there was such a place.
    pub fn move_status(&mut self, code: &str, to: Beside) -> bool {
        let Some(from) = self.statuses.iter().position(|one| one.code == code) else {
            return false;
        };
        let to = match to {
            Beside::Before => from.checked_sub(1),
            Beside::Behind => from.checked_add(1),
        };
        let Some(to) = to.filter(|to| *to < self.statuses.len()) else {
            return false;
        };
        self.statuses.swap(from, to);
        true
    }

    /// Takes a status off the list. The rules that are for its orders are for those of its
    /// successor from then on.
    ///
    /// # Errors
    /// When a rule names it and there is no successor.
    pub fn remove_status(
        &mut self,
        code: &str,
        successor: Option<&str>,
    ) -> Result<(), NeedsSuccessor> {
        let successor = successor.filter(|successor| *successor != code);
        for kind in self.rules_for_status(code) {
            let successor = successor.ok_or(NeedsSuccessor)?;
            let Some(rule) = self.rules.get_mut(&kind) else {
                continue;
            };
            let codes = &mut rule.when.statuses;
            let is_named = codes.iter().any(|one| one == successor);
            if let Some(one) = codes.iter_mut().find(|one| *one == code && !is_named) {
                successor.clone_into(one);
            }
            codes.retain(|one| one != code);
        }
        self.statuses.retain(|one| one.code != code);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::{Condition, Rule};

    fn codes(settings: &Settings) -> Vec<&str> {
        let all = settings.statuses.iter();
        all.map(|status| status.code.as_str()).collect()
    }

    fn settings() -> Settings {
        let mut settings = Settings {
            statuses: ["a", "b", "c"].map(StatusRule::new).into(),
            ..Settings::default()
        };
        for (kind, statuses) in [
            (ChangeKind::Placed, &["x", "b"][..]),
            (ChangeKind::Delivered, &["b", "c"]),
            (ChangeKind::Refunded, &["a"]),
        ] {
            let mut rule = Rule::default_for(kind);
            rule.when = Condition {
                statuses: statuses.iter().map(|code| (*code).to_owned()).collect(),
                ..Condition::default()
            };
            settings.rules.insert(kind, rule);
        }
        settings
    }

    fn named(settings: &Settings, kind: ChangeKind) -> Vec<String> {
        settings.rule(kind).when.statuses
    }

    #[test]
    fn a_status_is_put_in_its_place_or_at_the_end_and_moved_by_one() {
        let mut settings = settings();
        let mut b = StatusRule::new("b");
        b.label = Some("Being engraved".to_owned());
        settings.put_status(b.clone());
        settings.put_status(StatusRule::new("d"));
        assert_eq!(codes(&settings), ["a", "b", "c", "d"]);
        assert_eq!(settings.status("b"), Some(&b));
        for (code, to, moved, after) in [
            ("b", Beside::Before, true, ["b", "a", "c", "d"]),
            ("b", Beside::Before, false, ["b", "a", "c", "d"]),
            ("a", Beside::Behind, true, ["b", "c", "a", "d"]),
            ("d", Beside::Behind, false, ["b", "c", "a", "d"]),
            ("x", Beside::Behind, false, ["b", "c", "a", "d"]),
        ] {
            assert_eq!(settings.move_status(code, to), moved, "{code} {to:?}");
            assert_eq!(codes(&settings), after, "{code} {to:?}");
        }
    }

    #[test]
    fn a_status_that_rules_name_leaves_them_to_its_successor() {
        let before = settings();
        assert_eq!(
            before.rules_for_status("b"),
            [ChangeKind::Placed, ChangeKind::Delivered]
        );
        let mut refused = before.clone();
        assert_eq!(refused.remove_status("b", None), Err(NeedsSuccessor));
        let mut after = before.clone();
        after.remove_status("b", Some("c")).unwrap();
        assert_eq!(codes(&after), ["a", "c"]);
        assert_eq!(named(&after, ChangeKind::Placed), ["x", "c"]);
        assert_eq!(named(&after, ChangeKind::Delivered), ["c"]);
        assert_eq!(named(&after, ChangeKind::Refunded), ["a"]);
        assert_eq!(after.rules_for_status("b"), []);
        let mut unused = before;
        unused.rules.clear();
        unused.remove_status("b", None).unwrap();
        assert_eq!(codes(&unused), ["a", "c"]);
    }
}
