//! The component that speaks, as the log names it.

use std::fmt;

use wismo_domain::time::Timestamp;

/// The name of a component. It is that of its package, so no line of the log can
/// name another: see [`component!`](crate::component!).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Component {
    package: &'static str,
}

impl Component {
    /// The component of a package.
    #[must_use]
    pub const fn of_package(package: &'static str) -> Self {
        Self { package }
    }

    /// Writes a line to the log.
    pub fn log(self, line: impl fmt::Display) {
        eprintln!("{} {self}: {line}", Timestamp::now());
    }
}

impl fmt::Display for Component {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.package.strip_prefix("wismo-");
        f.write_str(name.unwrap_or(self.package))
    }
}

/// Names the component whose crate this stands in.
#[macro_export]
macro_rules! component {
    () => {
        $crate::Component::of_package(env!("CARGO_PKG_NAME"))
    };
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_component_is_called_as_its_package() {
        assert_eq!(component!().to_string(), "platform");
    }
}
