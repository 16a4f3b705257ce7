//! Waiting for several things at once.

use std::future::{Future, poll_fn};
use std::task::Poll;

use futures::future::maybe_done;

/// The most futures that are under way at once: each is polled whenever one of them moved.
const AT_ONCE: usize = 64;

/// Waits for the results of all of these futures, in their order. It makes a
/// component a fiftieth smaller than the general function.
pub async fn join_all<F: Future>(mut futures: impl Iterator<Item = F>) -> Vec<F::Output> {
    let mut outputs = Vec::with_capacity(futures.size_hint().0);
    loop {
        let some = futures.by_ref().take(AT_ONCE);
        let mut all: Vec<_> = some.map(|future| Box::pin(maybe_done(future))).collect();
        if all.is_empty() {
            return outputs;
        }
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
        let done = all
            .iter_mut()
            .filter_map(|future| future.as_mut().take_output());
        outputs.extend(done);
    }
}
