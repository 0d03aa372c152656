//! JSON as the interface's other hosts read it: exactly, or not at all.

mod exact;
mod path;
mod value;

pub(crate) use exact::parse;
pub(crate) use path::Path;
pub(crate) use value::{Json, show};
