//! `interface.json` as it is written.

use serde::{Deserialize, Deserializer};

use super::description::{Field, Form, Function, Interface, RuleSetRow, Wire};
use crate::json::Json;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Written<'w> {
    rule_sets: Vec<WrittenRuleSet>,
    #[serde(borrow)]
    functions: Vec<WrittenFunction<'w>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WrittenRuleSet {
    #[serde(rename = "name", deserialize_with = "spec")]
    spec: u16,
    mechanisms: bool,
    null_consensus: bool,
}

#[derive(Deserialize)]
struct WrittenFunction<'w> {
    number: u16,
    name: &'w str,
    #[serde(borrow)]
    input: WrittenStruct<'w>,
    #[serde(borrow)]
    output: WrittenStruct<'w>,
}

#[derive(Deserialize)]
struct WrittenStruct<'w> {
    size: usize,
    #[serde(borrow)]
    fields: Vec<WrittenWire<'w>>,
}

/// A field or a form: each has some of these.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WrittenWire<'w> {
    #[serde(rename = "type")]
    form: &'w str,
    size: usize,
    #[serde(default)]
    name: &'w str,
    #[serde(default)]
    offset: usize,
    #[serde(default)]
    value_offset: usize,
    #[serde(default)]
    offsets: Vec<usize>,
    #[serde(default, borrow)]
    of: Option<WrittenOf<'w>>,
    #[serde(default, borrow)]
    fields: Vec<WrittenWire<'w>>,
    #[serde(default)]
    choices: Vec<&'w str>,
    #[serde(default)]
    numbers: Vec<u16>,
    #[serde(default)]
    value: &'w str,
    #[serde(default, borrow, deserialize_with = "given")]
    default: Option<Json<'w>>,
    #[serde(default)]
    unread_by: Vec<&'w str>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenOf<'w> {
    One(#[serde(borrow)] Box<WrittenWire<'w>>),
    Several(#[serde(borrow)] Vec<WrittenWire<'w>>),
}

/// A default that is null is one.
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Json<'de>>, D::Error> {
    Json::deserialize(deserializer).map(Some)
}

fn spec<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u16, D::Error> {
    <&str>::deserialize(deserializer).map(spec_of)
}

fn spec_of(name: &str) -> u16 {
    name.strip_prefix("spec-").and_then(|number| number.parse().ok()).expect("rule sets are named spec-NUMBER")
}

impl From<Written<'static>> for Interface {
    fn from(written: Written<'static>) -> Self {
        Self {
            rule_sets: written.rule_sets.into_iter().map(RuleSetRow::from).collect(),
            functions: written.functions.into_iter().map(Function::from).collect(),
        }
    }
}

impl From<WrittenRuleSet> for RuleSetRow {
    fn from(WrittenRuleSet { spec, mechanisms, null_consensus }: WrittenRuleSet) -> Self {
        Self { spec, mechanisms, null_consensus }
    }
}

impl From<WrittenFunction<'static>> for Function {
    fn from(written: WrittenFunction<'static>) -> Self {
        Self { number: written.number, name: written.name, input: written.input.into(), output: written.output.into() }
    }
}

impl From<WrittenStruct<'static>> for Wire {
    fn from(written: WrittenStruct<'static>) -> Self {
        Wire { size: written.size, form: Form::Record(fields(written.fields)) }
    }
}

fn fields(written: Vec<WrittenWire<'static>>) -> Vec<Field> {
    let field = |mut written: WrittenWire<'static>| Field {
        name: written.name,
        offset: written.offset,
        default: written.default.take(),
        unread_by: written.unread_by.iter().copied().map(spec_of).collect(),
        wire: written.into(),
    };
    written.into_iter().map(field).collect()
}

impl WrittenWire<'static> {
    fn item(&mut self) -> Box<Wire> {
        match self.of.take() {
            Some(WrittenOf::One(wire)) => Box::new((*wire).into()),
            _ => panic!("a {} is of something", self.form),
        }
    }

    fn items(&mut self) -> Vec<(usize, Wire)> {
        match self.of.take() {
            Some(WrittenOf::Several(wires)) => self.offsets.iter().copied().zip(wires.into_iter().map(Wire::from)).collect(),
            _ => panic!("a {} is of several", self.form),
        }
    }

    fn parts(&self) -> [usize; 3] {
        self.offsets.as_slice().try_into().expect("rows have three parts")
    }
}

impl From<WrittenWire<'static>> for Wire {
    fn from(mut written: WrittenWire<'static>) -> Self {
        let form = match written.form {
            "constant" => Form::Constant(written.value),
            "boolean" => Form::Boolean,
            "u16" => Form::U16,
            "u32" => Form::U32,
            "i32" => Form::I32,
            "u64" => Form::U64,
            "i64" => Form::I64,
            "i128" => Form::I128,
            "u128" => Form::U128,
            "coinbase" => Form::Coinbase,
            "bytes32" => Form::Bytes32,
            "spec" => Form::Spec,
            "choice" => Form::Choice(written.choices),
            "oneOf" => Form::OneOf(written.numbers),
            "optional" => Form::Optional(written.item(), written.value_offset),
            "sometimes" => Form::Sometimes(written.item(), written.value_offset),
            "list" => Form::List(written.item()),
            "text" => Form::Text,
            "tuple" => Form::Tuple(written.items()),
            "record" => Form::Record(fields(written.fields)),
            "vector" => match written.item().form {
                Form::Boolean => Form::Flags,
                Form::U16 => Form::U16s,
                Form::U64 => Form::U64s,
                Form::I64 => Form::I64s,
                other => panic!("no vector is of {other:?}"),
            },
            "rows" => match written.item().form {
                Form::U16 => Form::Rows(written.parts()),
                Form::I64 => Form::RawRows(written.parts()),
                other => panic!("no rows are of {other:?}"),
            },
            other => panic!("no form is named {other}"),
        };
        Wire { size: written.size, form }
    }
}
