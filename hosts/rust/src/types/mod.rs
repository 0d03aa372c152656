//! States and results with types of their own. Each is a record of the interface's description, field by field.

mod digest;
mod modes;
mod result;
mod rows;
mod state;
mod typed;

pub use digest::Digest;
pub use modes::{LiquidAlphaConsensusMode, RuleSet};
pub use result::{EpochResult, EpochTrace, MechanismResult, NullTrace, SubnetEpochResult, SubnetTrace};
pub use rows::Rows;
pub use state::{MechanismState, NullMechanismState, NullSubnetState, State, SubnetState, YumaSubnetState};
pub(crate) use state::{named, read_state, read_subnet_state, refuse_without};
pub(crate) use typed::Typed;
