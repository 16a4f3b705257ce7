//! What the shops' merchants decide, in force within two seconds everywhere.

use std::cell::RefCell;
use std::rc::Rc;

use wismo_domain::environment::Environment;
use wismo_domain::ledger::Folded;
use wismo_domain::settings::{self, Current, Settings};
use wismo_domain::store::StoreError;
use wismo_domain::time::{Duration, Timestamp};

use crate::environment::SpinEnvironment;
use crate::store::SpinStore;

/// How long settings serve before it is asked whether they still hold.
const FRESH: Duration = Duration::milliseconds(1500);

struct Cached {
    shop: String,
    asked_at: Timestamp,
    folded: Folded<Current>,
    settings: Rc<Settings>,
}

thread_local! {
    static CACHE: RefCell<Vec<Cached>> = const { RefCell::new(Vec::new()) };
}

/// The settings of a shop that is configured: one call to the store where they
/// are not fresh, more only where they changed.
///
/// # Errors
/// When the store fails.
pub async fn shop_settings(shop: &str) -> Result<Rc<Settings>, StoreError> {
    let asked_at = SpinEnvironment.now();
    let cached = CACHE.with_borrow(|cache| {
        let cached = cache.iter().find(|cached| cached.shop == shop)?;
        let is_fresh = asked_at.duration_since(cached.asked_at) < FRESH;
        Some((is_fresh, cached.folded.clone(), Rc::clone(&cached.settings)))
    });
    let folded = match cached {
        Some((true, _, settings)) => return Ok(settings),
        Some((false, folded, _)) => {
            settings::refreshed(&SpinStore, &SpinEnvironment, shop, folded).await?
        }
        None => settings::current(&SpinStore, &SpinEnvironment, shop).await?,
    };
    let settings = Rc::new(folded.fold.settings.clone());
    CACHE.with_borrow_mut(|cache| {
        cache.retain(|cached| cached.shop != shop);
        cache.push(Cached {
            shop: shop.to_owned(),
            asked_at,
            folded,
            settings: Rc::clone(&settings),
        });
    });
    Ok(settings)
}
