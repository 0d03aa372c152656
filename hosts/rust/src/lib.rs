#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod engine;
mod error;
mod instance;
mod json;
mod lines;
mod modules;
mod types;
mod wire;

pub use engine::{Engine, Options};
pub use error::Error;
pub use lines::answer_line;
pub use types::{
    Digest, EpochResult, EpochTrace, LiquidAlphaConsensusMode, MechanismResult, MechanismState, NullMechanismState, NullSubnetState,
    NullTrace, Rows, RuleSet, State, SubnetEpochResult, SubnetState, SubnetTrace, YumaSubnetState,
};
