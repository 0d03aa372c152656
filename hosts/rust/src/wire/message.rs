//! Values into messages and out of them.

use std::borrow::Cow;

use super::element::{self, Element};
use super::{Form, Function, Value, Wire};
use crate::Rows;

const MAGIC: &[u8; 4] = b"YUMA";
const VERSION: u16 = 1;

/// Where the struct lies in what is asked, and in what is answered.
pub(super) const MESSAGE_HEAD: usize = 16;
pub(crate) const ANSWER_HEAD: usize = 64;

/// An offset and a count.
pub(super) const REFERENCE: usize = 8;

/// Lists begin at multiples of this.
const LIST_ALIGN: usize = 8;

fn aligned(offset: usize) -> usize {
    offset.next_multiple_of(LIST_ALIGN)
}

impl Function {
    /// How long the message of an input is.
    pub(crate) fn message_bytes(&self, input: &Value<'_>) -> usize {
        aligned(MESSAGE_HEAD + self.input.size) + self.input.list_bytes(input)
    }

    /// Fills `bytes`, which are as many as `message_bytes` says.
    pub(crate) fn write_message(&self, input: &Value<'_>, bytes: &mut [u8]) {
        let end = aligned(MESSAGE_HEAD + self.input.size);
        let length = u32::try_from(bytes.len()).expect("a message is in the module's memory");
        bytes[..end].fill(0);
        bytes[..4].copy_from_slice(MAGIC);
        element::put(bytes, 4, VERSION);
        element::put(bytes, 6, self.number);
        element::put(bytes, 8, length);
        let mut message = Message { bytes, end };
        self.input.write(&mut message, MESSAGE_HEAD, input);
    }

    /// The answer's struct. `signed`: the coinbase's 128-bit numbers are.
    pub(crate) fn read_answer(&self, answer: &[u8], signed: bool) -> Value<'static> {
        self.output.read(&Answer { bytes: answer, signed }, ANSWER_HEAD)
    }
}

/// A message that is written: `end` is where the next list goes.
struct Message<'m> {
    bytes: &'m mut [u8],
    end: usize,
}

impl Message<'_> {
    /// Refers to a list from `at`, and gives where its items go.
    fn reserve(&mut self, at: usize, count: usize, item_bytes: usize) -> usize {
        let start = self.end;
        self.end = aligned(start + count * item_bytes);
        // Whoever makes room for the message has asked that it fits.
        element::put(self.bytes, at, start as u32);
        element::put(self.bytes, at + 4, count as u32);
        start
    }

    fn put<T: Element>(&mut self, at: usize, number: T) {
        element::put(self.bytes, at, number);
    }

    fn vector<T: Element>(&mut self, at: usize, numbers: &[T]) {
        let start = self.reserve(at, numbers.len(), T::SIZE);
        T::put(&mut self.bytes[start..start + numbers.len() * T::SIZE], numbers);
    }

    fn rows<T: Element>(&mut self, at: usize, parts: &[usize; 3], rows: &Rows<T>) {
        self.vector(at + parts[0], &rows.starts);
        self.vector(at + parts[1], &rows.uids);
        self.vector(at + parts[2], &rows.values);
    }
}

fn vector_bytes<T: Element>(numbers: &[T]) -> usize {
    aligned(numbers.len() * T::SIZE)
}

fn rows_bytes<T: Element>(rows: &Rows<T>) -> usize {
    vector_bytes(&rows.starts) + vector_bytes(&rows.uids) + vector_bytes(&rows.values)
}

/// A value of the description's own form, which is one of another where this crate is wrong.
fn misfit(form: &Form, value: &Value<'_>) -> ! {
    unreachable!("{value:?} is no {form:?}")
}

impl Wire {
    /// Bytes of the lists that a value holds, from a multiple of `LIST_ALIGN` to one.
    fn list_bytes(&self, value: &Value<'_>) -> usize {
        match (&self.form, value) {
            (Form::Optional(wire, _) | Form::Sometimes(wire, _), value) => wire.list_bytes(value),
            (Form::List(wire), Value::List(items)) => {
                aligned(items.len() * wire.size) + items.iter().map(|item| wire.list_bytes(item)).sum::<usize>()
            }
            (Form::Tuple(wires), Value::List(items)) => wires.iter().zip(items).map(|((_, wire), item)| wire.list_bytes(item)).sum(),
            (Form::Record(fields), Value::Record(values)) => {
                fields.iter().zip(values).map(|(field, (_, value))| field.wire.list_bytes(value)).sum()
            }
            (Form::Text, Value::Text(text)) => aligned(text.len()),
            (_, Value::Flags(flags)) => vector_bytes(flags),
            (_, Value::U16s(numbers)) => vector_bytes(numbers),
            (_, Value::U64s(numbers)) => vector_bytes(numbers),
            (_, Value::I64s(numbers)) => vector_bytes(numbers),
            (_, Value::Rows(rows)) => rows_bytes(rows),
            (_, Value::RawRows(rows)) => rows_bytes(rows),
            _ => 0,
        }
    }

    /// What is absent is left as it is: 0, or an empty list.
    fn write(&self, message: &mut Message<'_>, at: usize, value: &Value<'_>) {
        match (&self.form, value) {
            (Form::Constant(_), _) | (_, Value::Absent) => {}
            (Form::Optional(..), Value::Null) => message.bytes[at] = 0,
            (Form::Optional(wire, behind) | Form::Sometimes(wire, behind), value) => {
                message.bytes[at] = 1;
                wire.write(message, at + behind, value);
            }
            (Form::Boolean, Value::Flag(flag)) => message.bytes[at] = u8::from(*flag),
            // Numbers are in the range of their form: that is what reads them from JSON, or a type.
            (Form::U16 | Form::OneOf(_), Value::Number(number)) => message.put(at, *number as u16),
            (Form::U32, Value::Number(number)) => message.put(at, *number as u32),
            (Form::I32, Value::Number(number)) => message.put(at, *number as i32),
            (Form::Spec, Value::Spec(number)) => message.put(at, *number),
            (Form::U64, Value::U64(number)) => message.put(at, *number),
            (Form::I64, Value::I64(number)) => message.put(at, *number),
            (Form::I128 | Form::Coinbase, Value::I128(number)) => message.put(at, *number),
            (Form::U128 | Form::Coinbase, Value::U128(number)) => message.put(at, *number),
            (Form::Bytes32, Value::Bytes32(bytes)) => message.bytes[at..at + bytes.len()].copy_from_slice(bytes),
            (Form::Choice(choices), Value::Text(choice)) => {
                let position = choices.iter().position(|known| known == choice);
                message.bytes[at] = position.and_then(|position| u8::try_from(position).ok()).unwrap_or_else(|| misfit(&self.form, value));
            }
            (Form::Text, Value::Text(text)) => {
                let start = message.reserve(at, text.len(), 1);
                message.bytes[start..start + text.len()].copy_from_slice(text.as_bytes());
            }
            (Form::Flags, Value::Flags(flags)) => message.vector(at, flags),
            (Form::U16s, Value::U16s(numbers)) => message.vector(at, numbers),
            (Form::U64s, Value::U64s(numbers)) => message.vector(at, numbers),
            (Form::I64s, Value::I64s(numbers)) => message.vector(at, numbers),
            (Form::Rows(parts), Value::Rows(rows)) => message.rows(at, parts, rows),
            (Form::RawRows(parts), Value::RawRows(rows)) => message.rows(at, parts, rows),
            (Form::List(wire), Value::List(items)) => {
                let start = message.reserve(at, items.len(), wire.size);
                message.bytes[start..message.end].fill(0);
                for (i, item) in items.iter().enumerate() {
                    wire.write(message, start + i * wire.size, item);
                }
            }
            (Form::Tuple(wires), Value::List(items)) => {
                for ((offset, wire), item) in wires.iter().zip(items) {
                    wire.write(message, at + offset, item);
                }
            }
            (Form::Record(fields), Value::Record(values)) => {
                debug_assert_eq!(fields.len(), values.len());
                for (field, (name, value)) in fields.iter().zip(values) {
                    debug_assert_eq!(field.name, *name);
                    field.wire.write(message, at + field.offset, value);
                }
            }
            (form, value) => misfit(form, value),
        }
    }
}

/// What a module has answered.
pub(super) struct Answer<'m> {
    pub(super) bytes: &'m [u8],
    pub(super) signed: bool,
}

impl Answer<'_> {
    fn get<T: Element>(&self, at: usize) -> T {
        element::get(self.bytes, at)
    }

    fn vector<T: Element>(&self, at: usize) -> Vec<T> {
        let (start, count) = reference(self.bytes, at);
        T::get(&self.bytes[start..start + count * T::SIZE])
    }

    fn rows<T: Element>(&self, at: usize, parts: &[usize; 3]) -> Rows<T> {
        Rows { starts: self.vector(at + parts[0]), uids: self.vector(at + parts[1]), values: self.vector(at + parts[2]) }
    }
}

/// Where a list begins, and how many items it has.
pub(super) fn reference(bytes: &[u8], at: usize) -> (usize, usize) {
    (element::get::<u32>(bytes, at) as usize, element::get::<u32>(bytes, at + 4) as usize)
}

impl Wire {
    pub(super) fn read(&self, answer: &Answer<'_>, at: usize) -> Value<'static> {
        match &self.form {
            Form::Constant(text) => Value::Text(Cow::Borrowed(text)),
            Form::Boolean => Value::Flag(answer.bytes[at] != 0),
            Form::U16 | Form::OneOf(_) => Value::Number(answer.get::<u16>(at).into()),
            Form::U32 => Value::Number(answer.get::<u32>(at).into()),
            Form::I32 => Value::Number(answer.get::<i32>(at).into()),
            Form::Spec => Value::Spec(answer.get(at)),
            Form::U64 => Value::U64(answer.get(at)),
            Form::I64 => Value::I64(answer.get(at)),
            Form::I128 => Value::I128(answer.get(at)),
            Form::Coinbase if answer.signed => Value::I128(answer.get(at)),
            Form::U128 | Form::Coinbase => Value::U128(answer.get(at)),
            Form::Bytes32 => Value::Bytes32(std::array::from_fn(|i| answer.bytes[at + i])),
            Form::Choice(choices) => Value::Text(Cow::Borrowed(choices[usize::from(answer.bytes[at])])),
            Form::Optional(..) if answer.bytes[at] == 0 => Value::Null,
            Form::Sometimes(..) if answer.bytes[at] == 0 => Value::Absent,
            Form::Optional(wire, behind) | Form::Sometimes(wire, behind) => wire.read(answer, at + behind),
            Form::Text => {
                let (start, count) = reference(answer.bytes, at);
                Value::Text(String::from_utf8_lossy(&answer.bytes[start..start + count]).into_owned().into())
            }
            Form::Flags => Value::Flags(answer.vector(at).into()),
            Form::U16s => Value::U16s(answer.vector(at).into()),
            Form::U64s => Value::U64s(answer.vector(at).into()),
            Form::I64s => Value::I64s(answer.vector(at).into()),
            Form::Rows(parts) => Value::Rows(Cow::Owned(answer.rows(at, parts))),
            Form::RawRows(parts) => Value::RawRows(Cow::Owned(answer.rows(at, parts))),
            Form::List(wire) => {
                let (start, count) = reference(answer.bytes, at);
                Value::List((0..count).map(|i| wire.read(answer, start + i * wire.size)).collect())
            }
            Form::Tuple(wires) => Value::List(wires.iter().map(|(offset, wire)| wire.read(answer, at + offset)).collect()),
            Form::Record(fields) => {
                Value::Record(fields.iter().map(|field| (field.name, field.wire.read(answer, at + field.offset))).collect())
            }
        }
    }
}
