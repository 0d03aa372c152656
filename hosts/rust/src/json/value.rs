use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// The largest integer up to which numbers in JSON are exact in every language: 2^53-1.
const MOST_EXACT: f64 = 9_007_199_254_740_991.0;

/// A value of JSON that keeps the order of keys.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Json<'t> {
    Null,
    Flag(bool),
    /// up to 2^53-1 either way
    Integer(i64),
    /// any other number: no field holds one
    Number(f64),
    Text(Cow<'t, str>),
    List(Vec<Json<'t>>),
    Object(Vec<(Cow<'t, str>, Json<'t>)>),
}

impl<'t> Json<'t> {
    /// What a key of an object stands for.
    pub(crate) fn get(&self, name: &str) -> Option<&Json<'t>> {
        match self {
            Json::Object(fields) => fields.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    pub(crate) fn as_text(&self) -> Option<&str> {
        if let Json::Text(text) = self { Some(text) } else { None }
    }
}

impl From<f64> for Json<'_> {
    fn from(value: f64) -> Self {
        if value.fract() == 0.0 && value.abs() <= MOST_EXACT {
            // In range, as has just been asked.
            Json::Integer(value as i64)
        } else {
            Json::Number(value)
        }
    }
}

const SHOWN_LENGTH: usize = 60;

/// A text as it is written in JSON, cut after so many characters.
pub(super) fn quoted(text: &str) -> String {
    let start: String = text.chars().take(SHOWN_LENGTH + 1).collect();
    let quoted = serde_json::Value::String(start).to_string();
    if quoted.chars().count() <= SHOWN_LENGTH {
        return quoted;
    }
    quoted.chars().take(SHOWN_LENGTH).chain(['…']).collect()
}

/// A value for whoever reads a message; how long it is does not depend on the value.
pub(crate) fn show(value: Option<&Json<'_>>) -> String {
    match value {
        None => "nothing".into(),
        Some(Json::Null) => "null".into(),
        Some(Json::Flag(flag)) => flag.to_string(),
        Some(Json::Integer(number)) => number.to_string(),
        Some(Json::Number(number)) => number.to_string(),
        Some(Json::Text(text)) => quoted(text),
        Some(Json::List(items)) => format!("an array of length {}", items.len()),
        Some(Json::Object(_)) => "an object".into(),
    }
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value of JSON")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Json::Flag(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(if value.unsigned_abs() <= MOST_EXACT as u64 { Json::Integer(value) } else { Json::Number(value as f64) })
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(if value <= MOST_EXACT as u64 { Json::Integer(value as i64) } else { Json::Number(value as f64) })
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(Json::Text(value.to_owned().into()))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(Json::Text(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut keys = super::exact::Keys::default();
        let mut fields = Vec::new();
        while let Some((key, value)) = entries.next_entry::<Key<'de>, Json<'de>>()? {
            if !keys.insert(&fields, key.0.clone()) {
                return Err(A::Error::custom(format_args!("expected each key once, got {}", quoted(&key.0))));
            }
            fields.push((key.0, value));
        }
        Ok(Json::Object(fields))
    }
}

/// A key, borrowed where the text has it as it is.
struct Key<'t>(Cow<'t, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Json::deserialize(deserializer)? {
            Json::Text(text) => Ok(Key(text)),
            _ => Err(D::Error::custom("expected a key that is text")),
        }
    }
}
