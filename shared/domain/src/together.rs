//! Waiting for several things at once.

use std::future::{Future, poll_fn};
use std::task::Poll;

use futures::future::maybe_done;

/// What all of these come to, in their order. Each is polled whenever one of
/// them moved: right for the few that a look or a reading waits for, and a
/// fiftieth of a component smaller than the general one.
pub(crate) async fn join_all<F: Future>(futures: impl Iterator<Item = F>) -> Vec<F::Output> {
    let mut all: Vec<_> = futures.map(|future| Box::pin(maybe_done(future))).collect();
    poll_fn(|context| {
        let mut pending = false;
        for future in &mut all {
            pending |= future.as_mut().poll(context).is_pending();
        }
        if pending {
            Poll::Pending
        } else {
            Poll::Ready(())
        }
    })
    .await;
    all.iter_mut()
        .filter_map(|future| future.as_mut().take_output())
        .collect()
}
