//! The context in which the domain runs here: Spin's store, clock and chance.

use wismo_domain::context::Context;

use crate::environment::SpinEnvironment;
use crate::store::SpinStore;

/// The store and the environment of this instance, to be given to the domain.
pub const SPIN_CONTEXT: Context<'static, SpinStore, SpinEnvironment> =
    Context::new(&SpinStore, &SpinEnvironment);
