use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::{Digest, Rows};

/// A value of any form, between typed structs, JSON and messages.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value<'a> {
    /// a field that is left out
    Absent,
    Null,
    Flag(bool),
    Number(i64),
    U64(u64),
    I64(i64),
    I128(i128),
    U128(u128),
    /// the number of a rule set
    Spec(u16),
    Text(Cow<'a, str>),
    Bytes32([u8; 32]),
    Flags(Cow<'a, [bool]>),
    U16s(Cow<'a, [u16]>),
    U64s(Cow<'a, [u64]>),
    I64s(Cow<'a, [i64]>),
    Rows(Cow<'a, Rows<u16>>),
    RawRows(Cow<'a, Rows<i64>>),
    List(Vec<Value<'a>>),
    Record(Vec<(&'static str, Value<'a>)>),
}

impl<'a> Value<'a> {
    /// Takes a field out of a record; absent where there is none.
    pub(crate) fn take(&mut self, name: &str) -> Value<'a> {
        let field = match self {
            Value::Record(fields) => fields.iter_mut().find(|(known, _)| *known == name),
            _ => None,
        };
        field.map_or(Value::Absent, |(_, value)| std::mem::replace(value, Value::Absent))
    }
}

/// JSON: 64 bits and more as decimal text, rows as lists of pairs, what is absent left out.
impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Absent | Value::Null => serializer.serialize_unit(),
            Value::Flag(flag) => serializer.serialize_bool(*flag),
            Value::Number(number) => serializer.serialize_i64(*number),
            Value::U64(number) => serializer.collect_str(number),
            Value::I64(number) => serializer.collect_str(number),
            Value::I128(number) => serializer.collect_str(number),
            Value::U128(number) => serializer.collect_str(number),
            Value::Spec(number) => serializer.collect_str(&format_args!("spec-{number}")),
            Value::Text(text) => serializer.serialize_str(text),
            Value::Bytes32(bytes) => serializer.collect_str(&Digest(*bytes)),
            Value::Flags(flags) => serializer.collect_seq(flags.iter()),
            Value::U16s(numbers) => serializer.collect_seq(numbers.iter()),
            Value::U64s(numbers) => serializer.collect_seq(numbers.iter().map(Decimal)),
            Value::I64s(numbers) => serializer.collect_seq(numbers.iter().map(Decimal)),
            Value::Rows(rows) => serializer.collect_seq(rows.iter().map(|row| Pairs(row, |value: u16| value))),
            Value::RawRows(rows) => serializer.collect_seq(rows.iter().map(|row| Pairs(row, Decimal))),
            Value::List(items) => serializer.collect_seq(items),
            Value::Record(fields) => {
                let mut map = serializer.serialize_map(None)?;
                for (name, value) in fields {
                    if *value != Value::Absent {
                        map.serialize_entry(name, value)?;
                    }
                }
                map.end()
            }
        }
    }
}

struct Decimal<T>(T);

impl<T: std::fmt::Display> Serialize for Decimal<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// The entries of a row, and how a value of one is written.
struct Pairs<I, F>(I, F);

impl<T, I, F, W> Serialize for Pairs<I, F>
where
    I: Iterator<Item = (u16, T)> + Clone,
    F: Fn(T) -> W,
    W: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.clone().map(|(uid, value)| (uid, (self.1)(value))))
    }
}
