//! Tests of all platforms at once.

mod cases;
mod dates;
mod hostile;
mod odd;
mod order;
mod plugins;
