use std::fmt;

use super::Typed;
use crate::wire::Value;

/// SHA-256 of the canonical bytes of a result: the same on every engine and host. It shows as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digest(
    /// Its 32 bytes.
    pub [u8; 32],
);

impl fmt::Display for Digest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Digest({self})")
    }
}

impl Typed for Digest {
    fn to_value(&self) -> Value<'_> {
        Value::Bytes32(self.0)
    }

    fn from_value(value: Value<'_>) -> Self {
        if let Value::Bytes32(bytes) = value { Self(bytes) } else { Self([0; 32]) }
    }
}
