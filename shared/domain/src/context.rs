//! A store and an environment, which nearly everything here works with, as one argument.

use crate::time::Timestamp;

/// A store and an environment, passed on together.
///
/// It is two references, so it is copied rather than borrowed. Functions that
/// need the store alone take the store alone: then their signature says that
/// neither the time nor chance decides what they do.
#[derive(Debug)]
pub struct Context<'a, S, E> {
    /// The place where everything is kept.
    pub store: &'a S,
    /// Time and chance.
    pub environment: &'a E,
}

impl<'a, S, E> Context<'a, S, E> {
    /// Puts a store and an environment together.
    pub const fn new(store: &'a S, environment: &'a E) -> Self {
        Self { store, environment }
    }
}

// Derived, these would ask the same of the store and the environment.
impl<S, E> Copy for Context<'_, S, E> {}

impl<S, E> Clone for Context<'_, S, E> {
    fn clone(&self) -> Self {
        *self
    }
}

/// The inputs that a host gives beside storage: time and chance.
pub trait Environment {
    /// The time now, by this host's clock.
    fn now(&self) -> Timestamp;

    /// Returns any number, each as likely as the next.
    fn random(&self) -> u64;
}
