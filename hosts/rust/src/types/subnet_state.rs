use super::state_json::named;
use super::typed::{Item, record};
use super::{LiquidAlphaConsensusMode, RuleSet, Typed};
use crate::Rows;
use crate::wire::{Function, Value};

record! {
    /// What one mechanism of a Yuma subnet holds for itself.
    MechanismState {
        /// The block of each uid's last weight setting.
        "lastUpdate" => last_update: Vec<u64>,
        /// Stored weights of any scale: a row is normalised.
        "weights" => weights: Rows,
        /// Stored bonds.
        "bonds" => bonds: Rows,
        /// The block of each uid's pending weight commit, 2^64-1: none.
        "commitBlocks" => commit_blocks: Vec<u64>,
        /// The consensus that the epoch before has stored, empty: none. From spec-446 on.
        "previousConsensus" => previous_consensus: Vec<u16>,
    }
}

record! {
    /// What one mechanism of a Null subnet holds for itself.
    NullMechanismState {
        /// The block of each uid's last weight setting.
        "lastUpdate" => last_update: Vec<u64>,
        /// Stored weights of any scale: a row is normalised.
        "weights" => weights: Rows,
        /// Stored bonds, which stay as they are.
        "bonds" => bonds: Rows,
        /// The block of each uid's pending weight commit, 2^64-1: none.
        "commitBlocks" => commit_blocks: Vec<u64>,
    }
}

impl Item for MechanismState {}
impl Item for NullMechanismState {}

record! {
    /// A subnet whose mechanisms run Yuma consensus, under a rule set that has mechanisms: from spec-320 on. The fields
    /// that a [`State`] has too are said there.
    YumaSubnetState {
        /// Which rules hold; by default the newest.
        "ruleSet" => rule_set: RuleSet,
        /// How many uids there are, 0 to 65535.
        "n" => n: u16,
        /// As in a [`State`].
        "currentBlock" => current_block: u64,
        /// As in a [`State`].
        "activityCutoff" => activity_cutoff: u64,
        /// As in a [`State`].
        "blockAtRegistration" => block_at_registration: Vec<u64>,
        /// As in a [`State`].
        "alphaStake" => alpha_stake: Vec<u64>,
        /// As in a [`State`].
        "taoStake" => tao_stake: Vec<u64>,
        /// As in a [`State`].
        "taoWeight" => tao_weight: u64,
        /// As in a [`State`].
        "stakeThreshold" => stake_threshold: u64,
        /// As in a [`State`].
        "ownerUid" => owner_uid: Option<u16>,
        /// As in a [`State`].
        "commitReveal" => commit_reveal: bool,
        /// As in a [`State`].
        "tempo" => tempo: u16,
        /// As in a [`State`].
        "lastMechanismStepBlock" => last_mechanism_step_block: u64,
        /// As in a [`State`].
        "lastYumaStepBlock" => last_yuma_step_block: Option<u64>,
        /// As in a [`State`].
        "validatorPermits" => validator_permits: Vec<bool>,
        /// As in a [`State`].
        "maxAllowedValidators" => max_allowed_validators: u16,
        /// As in a [`State`].
        "kappa" => kappa: u16,
        /// As in a [`State`].
        "bondsPenalty" => bonds_penalty: u16,
        /// As in a [`State`].
        "bondsMovingAverage" => bonds_moving_average: u64,
        /// As in a [`State`].
        "yuma3" => yuma3: bool,
        /// As in a [`State`].
        "liquidAlpha" => liquid_alpha: bool,
        /// As in a [`State`].
        "alphaSigmoidSteepness" => alpha_sigmoid_steepness: i32,
        /// As in a [`State`].
        "alphaLow" => alpha_low: u16,
        /// As in a [`State`].
        "alphaHigh" => alpha_high: u16,
        /// As in a [`State`].
        "liquidAlphaConsensusMode" => liquid_alpha_consensus_mode: LiquidAlphaConsensusMode,
        /// What miners are given.
        "minerBudget" => miner_budget: u64,
        /// What validators of this subnet are given.
        "localDividendBudget" => local_dividend_budget: u64,
        /// What validators of root are given.
        "rootBudget" => root_budget: u64,
        /// The share of each mechanism; none, or another length than the mechanisms', divides evenly.
        "emissionSplit" => emission_split: Option<Vec<u16>>,
        /// 1 to 256 of them.
        "mechanisms" => mechanisms: Vec<MechanismState>,
    }
}

record! {
    /// A subnet whose mechanisms run Null consensus, where one validator decides: from spec-475 on. The fields that a
    /// [`State`] has too are said there.
    NullSubnetState {
        /// Which rules hold; by default the newest.
        "ruleSet" => rule_set: RuleSet,
        /// How many uids there are, 0 to 65535.
        "n" => n: u16,
        /// As in a [`State`].
        "currentBlock" => current_block: u64,
        /// As in a [`State`].
        "activityCutoff" => activity_cutoff: u64,
        /// As in a [`State`].
        "blockAtRegistration" => block_at_registration: Vec<u64>,
        /// As in a [`State`].
        "alphaStake" => alpha_stake: Vec<u64>,
        /// As in a [`State`].
        "taoStake" => tao_stake: Vec<u64>,
        /// As in a [`State`].
        "taoWeight" => tao_weight: u64,
        /// As in a [`State`].
        "stakeThreshold" => stake_threshold: u64,
        /// As in a [`State`].
        "ownerUid" => owner_uid: Option<u16>,
        /// As in a [`State`].
        "commitReveal" => commit_reveal: bool,
        /// What miners are given.
        "minerBudget" => miner_budget: u64,
        /// What validators of this subnet are given.
        "localDividendBudget" => local_dividend_budget: u64,
        /// What validators of root are given.
        "rootBudget" => root_budget: u64,
        /// The share of each mechanism; none, or another length than the mechanisms', divides evenly.
        "emissionSplit" => emission_split: Option<Vec<u16>>,
        /// 1 to 256 of them.
        "mechanisms" => mechanisms: Vec<NullMechanismState>,
    }
}

/// The input of a subnet's epoch, with all its mechanisms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SubnetState {
    /// Its mechanisms run Yuma consensus.
    Yuma(YumaSubnetState),
    /// Its mechanisms run Null consensus.
    Null(NullSubnetState),
}

/// The first field of a subnet's state says which it is.
pub(super) const CONSENSUS: &str = "epochConsensus";

impl SubnetState {
    pub(crate) fn to_value(&self) -> Value<'_> {
        let (consensus, mut value) = match self {
            Self::Yuma(state) => ("yuma", state.to_value()),
            Self::Null(state) => ("null", state.to_value()),
        };
        if let Value::Record(fields) = &mut value {
            fields.insert(0, (CONSENSUS, Value::Text(consensus.into())));
        }
        value
    }

    pub(crate) fn function(&self) -> &'static Function {
        named(if matches!(self, Self::Yuma(_)) { "yuma_subnet" } else { "null_subnet" })
    }
}
