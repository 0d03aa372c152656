//! Inputs from JSON: what is refused here, in which order and under which path, is the same in every host. What values mean
//! is for the modules to refuse.

use std::borrow::Cow;

use super::kinds::{bytes32, flag, i64_of, i128_of, integer, items, number, raw, refusal, u16_of, u64_of, u128_of};
use super::{Field, Form, Function, Value, Wire, interface};
use crate::json::{Json, Path};
use crate::{Error, Rows};

/// The last spec whose coinbase is signed.
const LAST_SIGNED: u16 = 260;

/// Values that a call of the economics may bring along in lists.
const MOST_VALUES: usize = 4_194_304;

/// A mechanism's id is a u8.
const MOST_MECHANISMS: usize = 256;

/// The fields that are not read: remarks on the input.
const REMARKS: [&str; 3] = ["$schema", "tag", "provenance"];

const ROWS: [&str; 3] = ["starts", "uids", "values"];

/// An input that can be written as a message.
#[derive(Debug)]
pub(crate) struct Given<'j> {
    pub(crate) value: Value<'j>,
    /// whether the coinbase's numbers in the answer are signed
    pub(crate) signed: bool,
    /// a number of the coinbase that is not one of the rule set's format, which the message cannot show: it is refused
    /// after all that the module refuses
    pub(crate) misfit: Option<Error>,
}

/// Reads the input of one call.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    uids: usize,
    signed: bool,
    misfit: Option<Error>,
}

/// Which rules hold for the fields of an object.
#[derive(Debug, Clone, Copy, Default)]
struct Scope {
    /// the rule set whose unread fields may be missing
    spec: Option<u16>,
    /// whether a list of records is one of mechanisms
    mechanisms: bool,
}

impl Scope {
    fn leaves_out(self, field: &Field) -> bool {
        self.spec.is_some_and(|spec| field.unread_by.contains(&spec))
    }
}

impl Reading {
    /// The input of one of the economics.
    pub(crate) fn economics<'j>(function: &'static Function, input: &'j Json<'_>) -> Result<Given<'j>, Error> {
        refuse_many(input)?;
        Self::default().whole(function, input, Scope::default())
    }

    /// A state of an epoch or of a subnet.
    pub(crate) fn state<'j>(function: &'static Function, input: &'j Json<'_>) -> Result<Given<'j>, Error> {
        // There is one rule set with Null consensus, and it reads all of its state.
        let spec = (function.name != "null_subnet").then(|| spec_of(input));
        Self::default().whole(function, input, Scope { spec, mechanisms: true })
    }

    fn whole<'j>(mut self, function: &'static Function, input: &'j Json<'_>, scope: Scope) -> Result<Given<'j>, Error> {
        let Form::Record(fields) = &function.input.form else { return Err(Error::internal("input without fields")) };
        refuse_names(fields, input, &Path::Whole, scope)?;
        if scope.mechanisms {
            let n = input.get("n");
            let uids = integer(n, 0, u16::MAX.into());
            let uids = uids.ok_or_else(|| refusal(&Path::Whole.field("n"), "a number of uids from 0 to 65535", n))?;
            self.uids = usize::try_from(uids).map_err(Error::internal)?;
        }
        let value = self.fields(fields, input, &Path::Whole, scope)?;
        Ok(Given { value, signed: self.signed, misfit: self.misfit })
    }

    /// All fields of an object, each of its form.
    fn record<'j>(&mut self, fields: &'static [Field], given: &'j Json<'_>, path: &Path<'_>) -> Result<Value<'j>, Error> {
        let scope = Scope::default();
        refuse_names(fields, given, path, scope)?;
        self.fields(fields, given, path, scope)
    }

    fn fields<'j>(&mut self, fields: &'static [Field], given: &'j Json<'_>, path: &Path<'_>, scope: Scope) -> Result<Value<'j>, Error> {
        let mut values = Vec::with_capacity(fields.len());
        for field in fields {
            let value = match given.get(field.name).or(field.default.as_ref()) {
                None if scope.leaves_out(field) => Value::Absent,
                found => self.field(field, found, &path.field(field.name), scope)?,
            };
            values.push((field.name, value));
        }
        Ok(Value::Record(values))
    }

    fn field<'j>(&mut self, field: &'static Field, given: Option<&'j Json<'_>>, path: &Path<'_>, scope: Scope) -> Result<Value<'j>, Error> {
        if let (true, Form::List(_)) = (scope.mechanisms, &field.wire.form) {
            let fits = matches!(given, Some(Json::List(items)) if (1..=MOST_MECHANISMS).contains(&items.len()));
            if !fits {
                return Err(refusal(path, format!("an array of 1 to {MOST_MECHANISMS}"), given));
            }
        }
        self.value(&field.wire, given, path)
    }

    /// `given`: none where it is missing.
    fn value<'j>(&mut self, wire: &'static Wire, given: Option<&'j Json<'_>>, path: &Path<'_>) -> Result<Value<'j>, Error> {
        let refused = |expected: &str| refusal(path, expected, given);
        match &wire.form {
            Form::Boolean => flag(given, path).map(Value::Flag),
            Form::U16 => number(given, 0, u16::MAX.into()).ok_or_else(|| refused("a u16")),
            Form::U32 => number(given, 0, u32::MAX.into()).ok_or_else(|| refused("a u32")),
            // An i16, or a u16 where that is what a rule set reads.
            Form::I32 => number(given, i16::MIN.into(), u16::MAX.into()).ok_or_else(|| refused("an i16")),
            Form::U64 => u64_of(given, path).map(Value::U64),
            Form::I64 => i64_of(given, path).map(Value::I64),
            Form::I128 => raw(given, i128_of).map(Value::I128).ok_or_else(|| refused("a signed 128-bit integer (a decimal string)")),
            Form::U128 => raw(given, u128_of).map(Value::U128).ok_or_else(|| refused("an unsigned 128-bit integer (a decimal string)")),
            Form::Coinbase => self.coinbase(given, path),
            Form::Bytes32 => {
                let bytes = given.and_then(Json::as_text).and_then(bytes32);
                bytes.map(Value::Bytes32).ok_or_else(|| refused("32 bytes as 64 hexadecimal digits"))
            }
            Form::Spec => match given.and_then(Json::as_text).and_then(known_spec) {
                Some(spec) => Ok(Value::Spec(spec)),
                None => Err(refused("the name of a rule set")),
            },
            Form::Constant(text) => match given.and_then(Json::as_text) {
                Some(found) if found == *text => Ok(Value::Text(Cow::Borrowed(text))),
                _ => Err(refused(text)),
            },
            Form::Choice(choices) => {
                let text = given.and_then(Json::as_text);
                let found = choices.iter().find(|choice| Some(**choice) == text);
                found.map(|choice| Value::Text(Cow::Borrowed(choice))).ok_or_else(|| refused(&format!("one of {}", choices.join(", "))))
            }
            Form::OneOf(numbers) => match integer(given, 0, u16::MAX.into()) {
                Some(found) if numbers.iter().any(|number| i64::from(*number) == found) => {
                    self.signed = found <= LAST_SIGNED.into();
                    Ok(Value::Number(found))
                }
                _ => Err(refused(&format!("one of {numbers:?}"))),
            },
            Form::Optional(of, _) => match given {
                None => Err(refused("a value, or null for none")),
                Some(Json::Null) => Ok(Value::Null),
                _ => self.value(of, given, path),
            },
            Form::Sometimes(of, _) => {
                if given.is_none() {
                    Ok(Value::Absent)
                } else {
                    self.value(of, given, path)
                }
            }
            Form::Text => given.and_then(Json::as_text).map(|text| Value::Text(text.into())).ok_or_else(|| refused("a text")),
            Form::List(of) => {
                let items = items(given, path, "an array")?.iter().enumerate();
                items.map(|(i, item)| self.value(of, Some(item), &path.item(i))).collect::<Result<_, _>>().map(Value::List)
            }
            Form::Tuple(wires) => {
                let items = items(given, path, "an array")?;
                if items.len() != wires.len() {
                    return Err(refused(&format!("an array of {}", wires.len())));
                }
                let items = items.iter().zip(wires).enumerate();
                items.map(|(i, (item, (_, of)))| self.value(of, Some(item), &path.item(i))).collect::<Result<_, _>>().map(Value::List)
            }
            Form::Record(fields) => self.record(fields, given.unwrap_or(&Json::Null), path),
            Form::Flags => self.for_each_uid(given, path, "booleans", flag).map(|flags| Value::Flags(flags.into())),
            Form::U64s => self.for_each_uid(given, path, "u64", u64_of).map(|numbers| Value::U64s(numbers.into())),
            Form::I64s => self.for_each_uid(given, path, "i64", i64_of).map(|numbers| Value::I64s(numbers.into())),
            Form::U16s => {
                let items = items(given, path, "an array of u16")?.iter().enumerate();
                let numbers: Vec<u16> = items.map(|(i, item)| u16_of(item, &path.item(i))).collect::<Result<_, _>>()?;
                Ok(Value::U16s(numbers.into()))
            }
            Form::Rows(_) => self.rows(given, path, u16_of).map(|rows| Value::Rows(Cow::Owned(rows))),
            Form::RawRows(_) => self.rows(given, path, |item, path| i64_of(Some(item), path)).map(|rows| Value::RawRows(Cow::Owned(rows))),
        }
    }

    /// Either format, as what the rule set reads is asked only once all else is right.
    fn coinbase(&mut self, given: Option<&Json<'_>>, path: &Path<'_>) -> Result<Value<'static>, Error> {
        let signed = raw(given, i128_of).map(Value::I128);
        let value = signed.or_else(|| raw(given, u128_of).map(Value::U128));
        let value = value.ok_or_else(|| refusal(path, "a 128-bit integer (a decimal string)", given))?;
        let expected = match value {
            Value::U128(_) if self.signed => "a signed 128-bit integer (I96F32)",
            Value::I128(..0) if !self.signed => "an unsigned 128-bit integer (U96F32)",
            _ => return Ok(value),
        };
        self.misfit.get_or_insert_with(|| refusal(path, expected, given));
        Ok(value)
    }

    /// The items of an array that has one for each uid.
    fn uid_items<'a, 'j>(&self, given: Option<&'a Json<'j>>, path: &Path<'_>, of: &str) -> Result<&'a [Json<'j>], Error> {
        let items = items(given, path, &format!("an array of {} {of}", self.uids))?;
        if items.len() != self.uids {
            return Err(Error::input(path, format!("length {}", self.uids), items.len().to_string()));
        }
        Ok(items)
    }

    fn for_each_uid<T>(
        &self,
        given: Option<&Json<'_>>,
        path: &Path<'_>,
        of: &str,
        read: impl Fn(Option<&Json<'_>>, &Path<'_>) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let items = self.uid_items(given, path, of)?;
        items.iter().enumerate().map(|(i, item)| read(Some(item), &path.item(i))).collect()
    }

    fn rows<T>(
        &self,
        given: Option<&Json<'_>>,
        path: &Path<'_>,
        read: impl Fn(&Json<'_>, &Path<'_>) -> Result<T, Error>,
    ) -> Result<Rows<T>, Error> {
        let mut rows = Rows::new();
        for (i, row) in self.uid_items(given, path, "rows")?.iter().enumerate() {
            let place = path.item(i);
            for (k, pair) in items(Some(row), &place, "a row of [uid, value] pairs")?.iter().enumerate() {
                let place = place.item(k);
                let [uid, value] = items(Some(pair), &place, "a [uid, value] pair")? else {
                    return Err(refusal(&place, "a [uid, value] pair", Some(pair)));
                };
                rows.uids.push(u16_of(uid, &place.item(0))?);
                rows.values.push(read(value, &place.item(1))?);
            }
            // Text that is long enough for more entries is not read.
            rows.starts.push(u32::try_from(rows.uids.len()).map_err(Error::internal)?);
        }
        Ok(rows)
    }
}

fn refuse_many(input: &Json<'_>) -> Result<(), Error> {
    let Json::Object(fields) = input else { return Ok(()) };
    let mut count = 0;
    for (name, value) in fields {
        count += values_in(value);
        if count > MOST_VALUES {
            return Err(Error::input(name, format!("at most {MOST_VALUES} values in all lists together"), "more"));
        }
    }
    Ok(())
}

fn values_in(value: &Json<'_>) -> usize {
    match value {
        Json::List(items) => items.len() + items.iter().map(values_in).sum::<usize>(),
        Json::Object(fields) => fields.len() + fields.iter().map(|(_, value)| values_in(value)).sum::<usize>(),
        _ => 0,
    }
}

/// The rule set that decides which fields have to be there; what is no rule set is refused later.
fn spec_of(state: &Json<'_>) -> u16 {
    state.get("ruleSet").and_then(Json::as_text).and_then(known_spec).unwrap_or(interface().newest().spec)
}

fn known_spec(name: &str) -> Option<u16> {
    interface().rule_sets.iter().map(|row| row.spec).find(|spec| name.strip_prefix("spec-") == Some(&spec.to_string()))
}

/// That an object has no names but its fields', and that none is missing: all this is said before the first field is read.
fn refuse_names(fields: &'static [Field], given: &Json<'_>, path: &Path<'_>, scope: Scope) -> Result<(), Error> {
    let Json::Object(entries) = given else { return Err(refusal(path, "an object", Some(given))) };
    let known = fields.iter().map(|field| field.name);
    refuse_others(known.chain(REMARKS), entries, path)?;
    for field in fields {
        match (&field.wire.form, given.get(field.name)) {
            (Form::Rows(_), Some(Json::Object(parts))) => refuse_others(ROWS.into_iter(), parts, &path.field(field.name))?,
            (Form::List(of), Some(Json::List(mechanisms))) if scope.mechanisms && mechanisms.len() <= MOST_MECHANISMS => {
                let Form::Record(fields) = &of.form else { continue };
                for (i, mechanism) in mechanisms.iter().enumerate() {
                    refuse_names(fields, mechanism, &path.field(field.name).item(i), Scope::default())?;
                }
            }
            _ => {}
        }
    }
    let is_missing = |field: &&Field| given.get(field.name).is_none() && field.default.is_none() && !scope.leaves_out(field);
    let missing: Vec<&Field> = fields.iter().filter(is_missing).collect();
    // One that every rule set reads is missed in its turn.
    let [first, rest @ ..] = missing.as_slice() else { return Ok(()) };
    if rest.is_empty() && (scope.spec.is_none() || first.unread_by.is_empty()) {
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|field| field.name).collect();
    Err(Error::input(path.field(first.name), format!("the fields {}", names.join(", ")), "nothing"))
}

fn refuse_others<'f>(
    known: impl Iterator<Item = &'f str> + Clone,
    entries: &[(Cow<'_, str>, Json<'_>)],
    path: &Path<'_>,
) -> Result<(), Error> {
    let other = entries.iter().find(|(name, _)| !known.clone().any(|field| field == name));
    let Some((name, _)) = other else { return Ok(()) };
    let known: Vec<&str> = known.collect();
    let text = Json::Text(name.as_ref().into());
    Err(refusal(&path.field(name), format!("one of the fields {}", known.join(", ")), Some(&text)))
}
