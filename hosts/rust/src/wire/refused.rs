//! What a module refuses, found again in the message.

use super::element::{self, Element};
use super::message::{Answer, MESSAGE_HEAD, REFERENCE, reference};
use super::{Form, Function, Wire};
use crate::json::Path;

/// A value of the message that a refusal is about.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) path: String,
    /// what is there
    pub(crate) shown: String,
}

impl Function {
    /// What holds the byte at `offset` of the message. `whole`: where that is the first of a tuple's, the tuple is meant.
    pub(crate) fn locate(&self, message: &[u8], offset: usize, whole: bool) -> Option<Place> {
        self.input.locate(&Refused { message, offset, whole }, MESSAGE_HEAD, &Path::Whole)
    }
}

struct Refused<'m> {
    message: &'m [u8],
    offset: usize,
    whole: bool,
}

impl Refused<'_> {
    /// Whether the byte is one of `size` at `at`.
    fn is_in(&self, at: usize, size: usize) -> bool {
        (at..at + size).contains(&self.offset)
    }

    fn length(&self, at: usize, path: &Path<'_>) -> Option<Place> {
        let shown = format!("length {}", reference(self.message, at).1);
        self.is_in(at, REFERENCE).then(|| Place { path: path.to_string(), shown })
    }

    /// An element of a vector, or the whole by its reference.
    fn vector<T: Element + std::fmt::Display>(&self, at: usize, path: &Path<'_>) -> Option<Place> {
        let (start, count) = reference(self.message, at);
        if !self.is_in(start, count * T::SIZE) {
            return self.length(at, path);
        }
        let i = (self.offset - start) / T::SIZE;
        let shown = element::get::<T>(self.message, start + i * T::SIZE).to_string();
        Some(Place { path: path.item(i).to_string(), shown })
    }

    fn rows<T: Element + std::fmt::Display>(&self, at: usize, parts: &[usize; 3], path: &Path<'_>) -> Option<Place> {
        self.vector::<u32>(at + parts[0], &path.field("starts"))
            .or_else(|| self.vector::<u16>(at + parts[1], &path.field("uids")))
            .or_else(|| self.vector::<T>(at + parts[2], &path.field("values")))
    }
}

impl Wire {
    fn locate(&self, refused: &Refused<'_>, at: usize, path: &Path<'_>) -> Option<Place> {
        match &self.form {
            Form::Optional(wire, behind) | Form::Sometimes(wire, behind) if refused.offset != at => {
                if refused.message[at] == 0 {
                    None
                } else {
                    wire.locate(refused, at + behind, path)
                }
            }
            Form::Flags => refused.vector::<bool>(at, path),
            Form::U16s => refused.vector::<u16>(at, path),
            Form::U64s => refused.vector::<u64>(at, path),
            Form::I64s => refused.vector::<i64>(at, path),
            Form::Rows(parts) => refused.rows::<u16>(at, parts, path),
            Form::RawRows(parts) => refused.rows::<i64>(at, parts, path),
            Form::Text => refused.length(at, path),
            Form::List(wire) => {
                let (start, count) = reference(refused.message, at);
                let mut items = (0..count).map(|i| wire.locate(refused, start + i * wire.size, &path.item(i)));
                refused.length(at, path).or_else(|| items.find_map(|place| place))
            }
            Form::Tuple(_) if refused.whole && refused.offset == at => Some(self.shown(refused, at, path)),
            Form::Tuple(wires) => {
                let mut wires = wires.iter().enumerate();
                wires.find_map(|(i, (behind, wire))| wire.locate(refused, at + behind, &path.item(i)))
            }
            Form::Record(fields) => fields.iter().find_map(|field| field.wire.locate(refused, at + field.offset, &path.field(field.name))),
            _ => refused.is_in(at, self.size).then(|| self.shown(refused, at, path)),
        }
    }

    fn shown(&self, refused: &Refused<'_>, at: usize, path: &Path<'_>) -> Place {
        let value = self.read(&Answer { bytes: refused.message, signed: true }, at);
        Place { path: path.to_string(), shown: serde_json::to_string(&value).unwrap_or_default() }
    }
}
