//! Text of JSON that is read exactly, or refused: a number that becomes an integer has to denote it to the last digit (1.0
//! and 1e2 do), and no key may come twice. Whether the text is JSON at all is for `serde_json` to say; what it would let
//! pass unseen is looked at here.

use std::borrow::Cow;
use std::collections::HashSet;

use serde::de::IgnoredAny;

use super::value::quoted;
use super::{Json, Path};
use crate::Error;

/// Objects and arrays within each other.
const MOST_LEVELS: usize = 64;

/// # Errors
/// [`Error::MalformedJson`] where it is not JSON, [`Error::InvalidInput`] where a number or a key cannot be kept.
pub(crate) fn parse(text: &str) -> Result<Json<'_>, Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Err(error) = serde_json::from_str::<IgnoredAny>(text) {
        return Err(Error::MalformedJson { reason: error.to_string() });
    }
    Scanner { text, at: 0 }.value(&Path::Whole, 0)
}

/// Goes through a text that is known to be JSON.
struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Scanner<'t> {
    /// The next byte that is no white space.
    fn peek(&mut self) -> u8 {
        let bytes = self.text.as_bytes();
        while bytes[self.at].is_ascii_whitespace() {
            self.at += 1;
        }
        bytes[self.at]
    }

    /// Whether it is this one, and past it then.
    fn takes(&mut self, byte: u8) -> bool {
        let found = self.peek() == byte;
        self.at += usize::from(found);
        found
    }

    fn value(&mut self, path: &Path<'_>, level: usize) -> Result<Json<'t>, Error> {
        let first = self.peek();
        if matches!(first, b'{' | b'[') && level == MOST_LEVELS {
            return Err(Error::input(path, format!("at most {MOST_LEVELS} levels of objects and arrays"), "more"));
        }
        match first {
            b'{' => self.object(path, level + 1),
            b'[' => self.list(path, level + 1),
            b'"' => Ok(Json::Text(self.string())),
            b't' => Ok(self.word("true", Json::Flag(true))),
            b'f' => Ok(self.word("false", Json::Flag(false))),
            b'n' => Ok(self.word("null", Json::Null)),
            _ => self.number(path),
        }
    }

    fn word(&mut self, word: &str, value: Json<'t>) -> Json<'t> {
        self.at += word.len();
        value
    }

    fn list(&mut self, path: &Path<'_>, level: usize) -> Result<Json<'t>, Error> {
        self.at += 1;
        let mut items = Vec::new();
        if self.takes(b']') {
            return Ok(Json::List(items));
        }
        loop {
            items.push(self.value(&path.item(items.len()), level)?);
            if self.takes(b']') {
                return Ok(Json::List(items));
            }
            self.takes(b',');
        }
    }

    fn object(&mut self, path: &Path<'_>, level: usize) -> Result<Json<'t>, Error> {
        self.at += 1;
        let mut keys = Keys::default();
        let mut fields = Vec::new();
        if self.takes(b'}') {
            return Ok(Json::Object(fields));
        }
        loop {
            self.peek();
            let key = self.string();
            if !keys.insert(&fields, key.clone()) {
                return Err(Error::input(path.field(&key), "each key once", quoted(&key)));
            }
            self.takes(b':');
            let value = self.value(&path.field(&key), level)?;
            fields.push((key, value));
            if self.takes(b'}') {
                return Ok(Json::Object(fields));
            }
            self.takes(b',');
        }
    }

    fn string(&mut self) -> Cow<'t, str> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut end = start + 1;
        while bytes[end] != b'"' {
            end += if bytes[end] == b'\\' { 2 } else { 1 };
        }
        self.at = end + 1;
        let inner = &self.text[start + 1..end];
        if !inner.contains('\\') {
            return inner.into();
        }
        // Halves of a surrogate pair are JSON and no text; they stay written as they are.
        serde_json::from_str::<String>(&self.text[start..=end]).map_or(inner.into(), Cow::Owned)
    }

    fn number(&mut self, path: &Path<'_>) -> Result<Json<'t>, Error> {
        let rest = &self.text[self.at..];
        let end = rest.bytes().position(|byte| !matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
        let token = &rest[..end.unwrap_or(rest.len())];
        self.at += token.len();
        if token.len() <= SHORT
            && token != "-0"
            && let Ok(integer) = token.parse()
        {
            return Ok(Json::Integer(integer));
        }
        let value = token.parse::<f64>().map_err(Error::internal)?;
        if is_exact(token, value) {
            return Ok(value.into());
        }
        let shown: String = token.chars().take(40).collect();
        Err(Error::input(path, format!("a number that holds what is written ({shown})"), value.to_string()))
    }
}

/// Integers of so many characters are below 2^53.
const SHORT: usize = 15;

/// More digits than any number of 64 bits has before its point.
const MOST_DIGITS: usize = 310;

/// Whether the text of a number denotes the integer that it becomes; fractions may be rounded.
fn is_exact(token: &str, value: f64) -> bool {
    if !value.is_finite() {
        return false;
    }
    if value.fract() != 0.0 || written(value) == with_plus(token) {
        return true;
    }
    let (sign, unsigned) = token.strip_prefix('-').map_or(("", token), |rest| ("-", rest));
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return sign.is_empty();
    }
    let significant = digits.trim_end_matches('0');
    let dropped = (digits.len() - significant.len()) as i64 - fraction.len() as i64;
    // Exponents that do not fit are of numbers that are 0 or not finite.
    let power = exponent.parse::<i64>().unwrap_or(i64::MIN).saturating_add(dropped);
    match usize::try_from(power) {
        Ok(zeros) if zeros <= MOST_DIGITS => {
            // With a precision, all digits of what the number is are written.
            format!("{:.0}", value.abs()) == format!("{significant}{}", "0".repeat(zeros))
        }
        _ => false,
    }
}

/// The shortest text of an integer that is read as this number, as scripts write it: minus zero is zero.
fn written(value: f64) -> String {
    let value = value + 0.0;
    if value.abs() < 1e21 { value.to_string() } else { with_plus(&format!("{value:e}")) }
}

/// An exponent without a sign gets one.
fn with_plus(token: &str) -> String {
    match token.split_once(['e', 'E']) {
        Some((mantissa, exponent)) if exponent.starts_with(|first: char| first.is_ascii_digit()) => format!("{mantissa}e+{exponent}"),
        _ => token.to_owned(),
    }
}

/// The keys that an object has so far.
#[derive(Default)]
pub(super) struct Keys<'t>(HashSet<Cow<'t, str>>);

/// Up to so many keys a look at each is the fastest.
const FEW: usize = 32;

impl<'t> Keys<'t> {
    /// False where `fields` have the key already.
    pub(super) fn insert(&mut self, fields: &[(Cow<'t, str>, Json<'t>)], key: Cow<'t, str>) -> bool {
        if fields.len() < FEW {
            return fields.iter().all(|(known, _)| *known != key);
        }
        if self.0.is_empty() {
            self.0.extend(fields.iter().map(|(known, _)| known.clone()));
        }
        self.0.insert(key)
    }
}

#[cfg(test)]
mod tests {
    use super::{Json, parse};

    fn path_of(text: &str) -> String {
        parse(text).unwrap_err().path().to_owned()
    }

    #[test]
    fn numbers_are_the_integers_that_they_denote() {
        for (text, integer) in
            [("1.0", 1), ("1e2", 100), ("0.0", 0), ("-12", -12), ("120e-1", 12), ("9007199254740991", 9_007_199_254_740_991)]
        {
            assert_eq!(parse(text), Ok(Json::Integer(integer)), "{text}");
        }
        for text in ["1e23", "123456789012345680000", "9007199254740992", "1.5", "1E21"] {
            assert!(matches!(parse(text), Ok(Json::Number(_))), "{text}");
        }
        for text in ["[-0]", "[-0.0]", "[9007199254740993]", "[1e400]", "[1e-400]", "[0.99999999999999999999]", "[1E+23]"] {
            assert_eq!(path_of(text), "[0]", "{text}");
        }
    }

    #[test]
    fn keys_come_once_and_levels_are_few() {
        assert_eq!(path_of(r#"{"a":{"b c":1,"b\u0020c":2}}"#), "a[\"b c\"]");
        let many: Vec<String> = (0..40).chain([35]).map(|i| format!("\"k{i}\":{i}")).collect();
        assert_eq!(path_of(&format!("{{{}}}", many.join(","))), "k35");
        assert!(parse(&format!("{}{}", "[".repeat(64), "]".repeat(64))).is_ok());
        assert_eq!(path_of(&format!("{}{}", "[".repeat(100_000), "]".repeat(100_000))), "[0]".repeat(64));
    }

    #[test]
    fn what_is_no_json_is_said_first() {
        for text in ["", "{", "[1,]", "{\"a\":-0,\"a\":}", "01", "nul", "\"\n\""] {
            assert_eq!(parse(text).unwrap_err().code(), "malformed-json", "{text}");
        }
        assert_eq!(parse("\u{feff} \"\\u00e9\\n\" "), Ok(Json::Text("é\n".into())));
    }
}
