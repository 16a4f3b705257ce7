//! Links to an order's page, and what keeps strangers out: sealed links, limits
//! on how often something may be tried, and secrets that nothing shows.

pub mod client_network;
pub mod link;
pub mod rate_limit;
pub mod secret;
