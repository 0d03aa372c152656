//! States and results with types of their own. Each is a record of the interface's description, field by field.

mod digest;
mod modes;
mod result;
mod rows;
mod state;
mod state_json;
mod subnet_state;
mod typed;

pub use digest::Digest;
pub use modes::{LiquidAlphaConsensusMode, RuleSet};
pub use result::{EpochResult, EpochTrace, MechanismResult, NullTrace, SubnetEpochResult, SubnetTrace};
pub use rows::Rows;
pub use state::State;
pub(crate) use state_json::{named, read_state, read_subnet_state, refuse_without};
pub use subnet_state::{MechanismState, NullMechanismState, NullSubnetState, SubnetState, YumaSubnetState};
pub(crate) use typed::Typed;
