//! States from JSON and as JSON.

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};

use super::subnet_state::CONSENSUS;
use super::{NullSubnetState, RuleSet, State, SubnetState, Typed, YumaSubnetState};
use crate::Error;
use crate::json::{Json, Path, parse, show};
use crate::wire::{Form, Function, Given, Reading, Value, interface};

/// A function that every version of the interface has.
pub(crate) fn named(name: &str) -> &'static Function {
    interface().function(name).expect("interface.json has the functions of the epoch")
}

/// A state of one mechanism. A subnet's own form is no mistyped field.
pub(crate) fn read_state<'j>(json: &'j Json<'_>) -> Result<(&'static Function, Given<'j>), Error> {
    for name in [CONSENSUS, "mechanisms"] {
        if json.get(name).is_some() {
            return Err(Error::input(Path::Whole.field(name), "a state of one mechanism", format!("{name:?}")));
        }
    }
    let function = named("epoch");
    Ok((function, Reading::state(function, json)?))
}

/// A state of a subnet with its mechanisms.
pub(crate) fn read_subnet_state<'j>(json: &'j Json<'_>) -> Result<(&'static Function, Given<'j>), Error> {
    if !matches!(json, Json::Object(_)) {
        return Err(Error::input("", "an object", show(Some(json))));
    }
    let consensus = json.get(CONSENSUS);
    let function = match consensus.and_then(Json::as_text) {
        Some("yuma") => named("yuma_subnet"),
        Some("null") => named("null_subnet"),
        _ => return Err(Error::input(CONSENSUS, "\"yuma\" or \"null\" (a state of one mechanism has none)", show(consensus))),
    };
    let given = Reading::state(function, json)?;
    refuse_without(function, &given.value)?;
    Ok((function, given))
}

/// That the rule set has the form of a subnet's epoch.
pub(crate) fn refuse_without(function: &Function, state: &Value<'_>) -> Result<(), Error> {
    let Value::Record(fields) = state else { return Ok(()) };
    let Some((_, Value::Spec(spec))) = fields.iter().find(|(name, _)| *name == "ruleSet") else { return Ok(()) };
    let has =
        interface().rule_set(*spec).is_none_or(|row| if function.name == "yuma_subnet" { row.mechanisms } else { row.null_consensus });
    let what = if function.name == "yuma_subnet" { "several mechanisms" } else { "Null consensus" };
    if has { Ok(()) } else { Err(Error::input("ruleSet", format!("a rule set with {what}"), RuleSet(*spec).to_string())) }
}

/// What its rule set does not read is left out where it is empty, as lists of another length would be refused.
fn to_json<'a>(function: &Function, mut value: Value<'a>) -> Value<'a> {
    let Form::Record(described) = &function.input.form else { return value };
    let Value::Record(fields) = &mut value else { return value };
    let spec = fields.iter().find_map(|(_, value)| if let Value::Spec(spec) = value { Some(*spec) } else { None });
    for (field, (_, value)) in described.iter().zip(fields) {
        let is_empty = matches!(value, Value::U64s(numbers) if numbers.is_empty());
        if is_empty && spec.is_some_and(|spec| field.unread_by.contains(&spec)) {
            *value = Value::Absent;
        }
    }
    value
}

impl State {
    /// A state from its JSON. Numbers that are not written as the integer that they are, and keys that come twice, are
    /// refused, which a deserializer of serde cannot see.
    ///
    /// # Errors
    /// [`Error::MalformedJson`] where it is no JSON, [`Error::InvalidInput`] where it is no state.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        Self::from_read(&parse(text)?)
    }

    fn from_read(json: &Json<'_>) -> Result<Self, Error> {
        read_state(json).map(|(_, given)| Self::from_value(given.value))
    }
}

impl SubnetState {
    /// A state of a subnet from its JSON, as [`State::from_json`] reads one.
    ///
    /// # Errors
    /// [`Error::MalformedJson`] where it is no JSON, [`Error::InvalidInput`] where it is no state of a subnet.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        Self::from_read(&parse(text)?)
    }

    fn from_read(json: &Json<'_>) -> Result<Self, Error> {
        let (function, Given { value, .. }) = read_subnet_state(json)?;
        Ok(if function.name == "yuma_subnet" {
            Self::Yuma(YumaSubnetState::from_value(value))
        } else {
            Self::Null(NullSubnetState::from_value(value))
        })
    }
}

impl Serialize for State {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        to_json(named("epoch"), self.to_value()).serialize(serializer)
    }
}

impl Serialize for SubnetState {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        to_json(self.function(), self.to_value()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for State {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_read(&Json::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for SubnetState {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_read(&Json::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}
