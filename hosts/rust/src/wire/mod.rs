//! The interface of the modules, by its description: how a value lies in a message, and how it is written in JSON.

mod boundary;
mod description;
mod element;
mod kinds;
mod message;
mod refused;
mod value;
mod written;

pub(crate) use boundary::{Given, Reading};
pub(crate) use description::{Field, Form, Function, Wire, interface};
pub(crate) use message::ANSWER_HEAD;
pub(crate) use refused::Place;
pub(crate) use value::Value;
