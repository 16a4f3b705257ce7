//! Tests of the component as a whole: what it publishes of itself.

mod openapi;
mod schema;
