//! Single values from JSON.

use super::Value;
use crate::Error;
use crate::json::{Json, Path, show};

pub(super) fn refusal(path: &Path<'_>, expected: impl Into<String>, given: Option<&Json<'_>>) -> Error {
    Error::input(path, expected, show(given))
}

pub(super) fn items<'a, 'j>(given: Option<&'a Json<'j>>, path: &Path<'_>, expected: &str) -> Result<&'a [Json<'j>], Error> {
    match given {
        Some(Json::List(items)) => Ok(items),
        _ => Err(refusal(path, expected, given)),
    }
}

pub(super) fn integer(given: Option<&Json<'_>>, least: i64, most: i64) -> Option<i64> {
    match given {
        Some(Json::Integer(number)) if (least..=most).contains(number) => Some(*number),
        _ => None,
    }
}

pub(super) fn number(given: Option<&Json<'_>>, least: i64, most: i64) -> Option<Value<'static>> {
    integer(given, least, most).map(Value::Number)
}

pub(super) fn u16_of(given: &Json<'_>, path: &Path<'_>) -> Result<u16, Error> {
    let found = integer(Some(given), 0, u16::MAX.into()).and_then(|number| u16::try_from(number).ok());
    found.ok_or_else(|| refusal(path, "a u16", Some(given)))
}

pub(super) fn flag(given: Option<&Json<'_>>, path: &Path<'_>) -> Result<bool, Error> {
    match given {
        Some(Json::Flag(flag)) => Ok(*flag),
        _ => Err(refusal(path, "true or false", given)),
    }
}

pub(super) fn u64_of(given: Option<&Json<'_>>, path: &Path<'_>) -> Result<u64, Error> {
    let found = match given {
        Some(Json::Text(text)) => digits(text, 20).and_then(|digits| digits.parse().ok()),
        Some(Json::Integer(number)) => u64::try_from(*number).ok(),
        _ => None,
    };
    found.ok_or_else(|| refusal(path, "a u64 (a decimal string, or an integer up to 2^53-1)", given))
}

pub(super) fn i64_of(given: Option<&Json<'_>>, path: &Path<'_>) -> Result<i64, Error> {
    let found = raw(given, |negative, magnitude| i64::try_from(i128_of(negative, magnitude)?).ok());
    found.ok_or_else(|| refusal(path, "a signed 64-bit integer (a decimal string)", given))
}

/// Digits without a needless zero in front.
fn digits(text: &str, most: usize) -> Option<&str> {
    let fits = (1..=most).contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit());
    (fits && (text == "0" || !text.starts_with('0'))).then_some(text)
}

const MOST_RAW_DIGITS: usize = 39;

/// Raw bits by their sign and magnitude.
pub(super) fn raw<T>(given: Option<&Json<'_>>, of: impl Fn(bool, u128) -> Option<T>) -> Option<T> {
    match given? {
        Json::Text(text) => {
            let (negative, unsigned) = text.strip_prefix('-').map_or((false, text.as_ref()), |rest| (true, rest));
            of(negative, digits(unsigned, MOST_RAW_DIGITS)?.parse().ok()?)
        }
        Json::Integer(number) => of(*number < 0, number.unsigned_abs().into()),
        _ => None,
    }
}

/// Two digits a byte.
pub(super) fn bytes32(digits: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    let (pairs, rest) = digits.as_bytes().as_chunks();
    if pairs.len() != bytes.len() || !rest.is_empty() {
        return None;
    }
    let digit = |digit: u8| char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(bytes)
}

pub(super) fn i128_of(negative: bool, magnitude: u128) -> Option<i128> {
    if negative { 0_i128.checked_sub_unsigned(magnitude) } else { i128::try_from(magnitude).ok() }
}

pub(super) fn u128_of(negative: bool, magnitude: u128) -> Option<u128> {
    (!negative || magnitude == 0).then_some(magnitude)
}
