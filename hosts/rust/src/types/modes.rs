use std::fmt;

use super::Typed;
use crate::wire::Value;

/// A set of epoch rules, named after a runtime version: `spec-475`. Each reads some fields of a state; `docs/rules` says
/// under which versions of the chain it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleSet(
    /// The number in its name.
    pub u16,
);

impl RuleSet {
    /// The newest that the embedded modules know.
    pub const NEWEST: Self = Self(475);
}

impl Default for RuleSet {
    fn default() -> Self {
        Self::NEWEST
    }
}

impl fmt::Display for RuleSet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "spec-{}", self.0)
    }
}

impl Typed for RuleSet {
    fn to_value(&self) -> Value<'_> {
        Value::Spec(self.0)
    }

    fn from_value(value: Value<'_>) -> Self {
        if let Value::Spec(spec) = value { Self(spec) } else { Self::default() }
    }
}

/// Which consensus liquid alpha compares with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum LiquidAlphaConsensusMode {
    /// This epoch's.
    Current,
    /// The stored one.
    Previous,
    /// By the bonds penalty.
    #[default]
    Auto,
}

impl Typed for LiquidAlphaConsensusMode {
    fn to_value(&self) -> Value<'_> {
        let name = match self {
            Self::Current => "current",
            Self::Previous => "previous",
            Self::Auto => "auto",
        };
        Value::Text(name.into())
    }

    fn from_value(value: Value<'_>) -> Self {
        let Value::Text(name) = value else { return Self::default() };
        [Self::Current, Self::Previous].into_iter().find(|mode| mode.to_value() == Value::Text(name.as_ref().into())).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::RuleSet;
    use crate::wire::interface;

    #[test]
    fn the_newest_rule_set_is_that_of_the_modules() {
        assert_eq!(RuleSet::NEWEST.0, interface().newest().spec);
    }
}
