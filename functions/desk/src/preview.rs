//! Previews: the merchant sees what a customer would, before it is so. They write
//! nothing.
//!
//! | module | shows |
//! |---|---|
//! | [`page`] | an order's page, under settings that are not in force |
//! | [`mod@mail`] | a mail, with a template that is not kept |

pub mod mail;
pub mod page;
