use crate::json::show;

/// What a call refuses. [`code`](Error::code) and [`path`](Error::path) are stable and the same in every host; the words
/// of the message are for people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A field that cannot be.
    #[error("{}expected {expected}, got {got}", prefix(.path))]
    InvalidInput {
        /// The field by its names in JSON, `bonds[3][17][1]`; empty where the whole input is meant.
        path: String,
        /// What would have been right.
        expected: String,
        /// What was there.
        got: String,
    },
    /// Text that is not JSON.
    #[error("not JSON: {reason}")]
    MalformedJson {
        /// What a parser says of it.
        reason: String,
    },
    /// A function that the modules do not have.
    #[error("fn: expected the name of a function of interface.json, got {name}")]
    UnknownFunction {
        /// What was asked for, as text.
        name: String,
    },
    /// An input that does not fit into the 4 GiB that WebAssembly can address, or into what the machine has left.
    #[error("{what} does not fit into WebAssembly memory")]
    TooLarge {
        /// What did not fit.
        what: String,
    },
    /// A state with which the chain's own epoch would have aborted under its rule set, so that no such block exists.
    #[error("the chain would have aborted: {reason}")]
    ChainTrap {
        /// What the chain would have aborted on.
        reason: &'static str,
    },
    /// What no input should bring about: a fault of this crate, or of the machine that it runs on.
    #[error("an unexpected {cause}; please report it with this input")]
    Internal {
        /// What happened.
        cause: String,
    },
}

impl Error {
    /// What kind of error it is, for programs: `invalid-input`, `malformed-json`, `unknown-function`, `too-large`,
    /// `chain-trap` or `internal`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::InvalidInput { .. } => "invalid-input",
            Self::MalformedJson { .. } => "malformed-json",
            Self::UnknownFunction { .. } => "unknown-function",
            Self::TooLarge { .. } => "too-large",
            Self::ChainTrap { .. } => "chain-trap",
            Self::Internal { .. } => "internal",
        }
    }

    /// The field that is meant, by its names in JSON; empty where none is.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::InvalidInput { path, .. } => path,
            Self::UnknownFunction { .. } => "fn",
            _ => "",
        }
    }

    pub(crate) fn input(path: impl ToString, expected: impl Into<String>, got: impl Into<String>) -> Self {
        Self::InvalidInput { path: path.to_string(), expected: expected.into(), got: got.into() }
    }

    pub(crate) fn internal(cause: impl ToString) -> Self {
        Self::Internal { cause: cause.to_string() }
    }

    /// `name`: what stood in the place of a function's name.
    pub(crate) fn unknown_function(name: Option<&crate::json::Json<'_>>) -> Self {
        Self::UnknownFunction { name: show(name) }
    }
}

fn prefix(path: &str) -> String {
    if path.is_empty() { String::new() } else { format!("{path}: ") }
}
