//! Tests of the component as a whole.

mod openapi;
