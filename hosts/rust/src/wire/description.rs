//! What `interface.json` says, in a shape to work with.

use std::sync::OnceLock;

use crate::json::Json;
use crate::modules::INTERFACE;

use super::written::Written;

/// All functions of the modules, and the rule sets.
pub(crate) struct Interface {
    pub(crate) rule_sets: Vec<RuleSetRow>,
    pub(super) functions: Vec<Function>,
}

impl Interface {
    pub(crate) fn function(&self, name: &str) -> Option<&Function> {
        self.functions.iter().find(|function| function.name == name)
    }

    /// The names of the economics' functions.
    pub(crate) fn economics(&self) -> impl Iterator<Item = &'static str> {
        self.functions.iter().filter(|function| function.is_economics()).map(|function| function.name)
    }

    pub(crate) fn rule_set(&self, spec: u16) -> Option<&RuleSetRow> {
        self.rule_sets.iter().find(|row| row.spec == spec)
    }

    pub(crate) fn newest(&self) -> &RuleSetRow {
        self.rule_sets.last().expect("there are rule sets")
    }
}

/// A rule set of the epoch, and the forms of a subnet's epoch that it has.
pub(crate) struct RuleSetRow {
    pub(crate) spec: u16,
    pub(crate) mechanisms: bool,
    pub(crate) null_consensus: bool,
}

pub(crate) struct Function {
    pub(crate) number: u16,
    pub(crate) name: &'static str,
    pub(crate) input: Wire,
    pub(crate) output: Wire,
}

/// From this number on they are of the economics' module.
const FIRST_OF_ECONOMICS: u16 = 100;

impl Function {
    pub(crate) fn is_economics(&self) -> bool {
        self.number >= FIRST_OF_ECONOMICS
    }
}

/// How a value lies in a message: in so many bytes, those of its lists elsewhere.
#[derive(Debug)]
pub(crate) struct Wire {
    pub(crate) size: usize,
    pub(crate) form: Form,
}

#[derive(Debug)]
pub(crate) enum Form {
    Constant(&'static str),
    Boolean,
    U16,
    U32,
    I32,
    U64,
    I64,
    I128,
    U128,
    /// signed or not by the function's rule set
    Coinbase,
    Bytes32,
    Spec,
    Choice(Vec<&'static str>),
    OneOf(Vec<u16>),
    /// null where its flag is 0; where the value lies behind the flag
    Optional(Box<Wire>, usize),
    /// left out where its flag is 0
    Sometimes(Box<Wire>, usize),
    List(Box<Wire>),
    Flags,
    U16s,
    U64s,
    I64s,
    /// where starts, uids and values are referred to
    Rows([usize; 3]),
    RawRows([usize; 3]),
    Text,
    Tuple(Vec<(usize, Wire)>),
    Record(Vec<Field>),
}

#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) offset: usize,
    pub(crate) wire: Wire,
    /// what it is where it is left out
    pub(crate) default: Option<Json<'static>>,
    /// the rule sets that do not read it
    pub(crate) unread_by: Vec<u16>,
}

/// The description of the modules that are embedded, read once.
pub(crate) fn interface() -> &'static Interface {
    static READ: OnceLock<Interface> = OnceLock::new();
    READ.get_or_init(|| serde_json::from_str::<Written<'_>>(INTERFACE).expect("interface.json is a description").into())
}
