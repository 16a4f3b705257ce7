//! A value that an instance makes once and keeps: the store's handles, the settings.

use std::cell::OnceCell;
use std::rc::Rc;
use std::thread::LocalKey;

/// A value that the first request of an instance makes for all that follow.
///
/// Requests of an instance cannot wake each other, so none waits for another:
/// those that come while the first is still making it make their own, and the
/// earliest is kept. If it could not be made, the next request tries again.
#[derive(Debug)]
pub struct Once<T>(OnceCell<Rc<T>>);

impl<T: 'static> Once<T> {
    /// An empty one.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "it stands in statics alone")]
    pub const fn new() -> Self {
        Self(OnceCell::new())
    }

    /// Returns the value, and makes it first if need be.
    ///
    /// # Errors
    /// When it cannot be made.
    pub async fn get<E>(
        key: &'static LocalKey<Self>,
        make: impl AsyncFnOnce() -> Result<T, E>,
    ) -> Result<Rc<T>, E> {
        if let Some(value) = key.with(|once| once.0.get().cloned()) {
            return Ok(value);
        }
        let value = Rc::new(make().await?);
        Ok(key.with(|once| Rc::clone(once.0.get_or_init(|| value))))
    }
}
