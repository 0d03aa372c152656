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
    /// A subnet whose mechanisms run Yuma consensus, under a rule set that has mechanisms: from spec-320 on.
    YumaSubnetState {
        /// Which rules hold; by default the newest.
        "ruleSet" => rule_set: RuleSet,
        /// How many uids there are, 0 to 65535.
        "n" => n: u16,
        /// See [`State::current_block`](crate::State::current_block).
        "currentBlock" => current_block: u64,
        /// See [`State::activity_cutoff`](crate::State::activity_cutoff).
        "activityCutoff" => activity_cutoff: u64,
        /// See [`State::block_at_registration`](crate::State::block_at_registration).
        "blockAtRegistration" => block_at_registration: Vec<u64>,
        /// See [`State::alpha_stake`](crate::State::alpha_stake).
        "alphaStake" => alpha_stake: Vec<u64>,
        /// See [`State::tao_stake`](crate::State::tao_stake).
        "taoStake" => tao_stake: Vec<u64>,
        /// See [`State::tao_weight`](crate::State::tao_weight).
        "taoWeight" => tao_weight: u64,
        /// See [`State::stake_threshold`](crate::State::stake_threshold).
        "stakeThreshold" => stake_threshold: u64,
        /// See [`State::owner_uid`](crate::State::owner_uid).
        "ownerUid" => owner_uid: Option<u16>,
        /// See [`State::commit_reveal`](crate::State::commit_reveal).
        "commitReveal" => commit_reveal: bool,
        /// See [`State::tempo`](crate::State::tempo).
        "tempo" => tempo: u16,
        /// See [`State::last_mechanism_step_block`](crate::State::last_mechanism_step_block).
        "lastMechanismStepBlock" => last_mechanism_step_block: u64,
        /// See [`State::last_yuma_step_block`](crate::State::last_yuma_step_block).
        "lastYumaStepBlock" => last_yuma_step_block: Option<u64>,
        /// See [`State::validator_permits`](crate::State::validator_permits).
        "validatorPermits" => validator_permits: Vec<bool>,
        /// See [`State::max_allowed_validators`](crate::State::max_allowed_validators).
        "maxAllowedValidators" => max_allowed_validators: u16,
        /// See [`State::kappa`](crate::State::kappa).
        "kappa" => kappa: u16,
        /// See [`State::bonds_penalty`](crate::State::bonds_penalty).
        "bondsPenalty" => bonds_penalty: u16,
        /// See [`State::bonds_moving_average`](crate::State::bonds_moving_average).
        "bondsMovingAverage" => bonds_moving_average: u64,
        /// See [`State::yuma3`](crate::State::yuma3).
        "yuma3" => yuma3: bool,
        /// See [`State::liquid_alpha`](crate::State::liquid_alpha).
        "liquidAlpha" => liquid_alpha: bool,
        /// See [`State::alpha_sigmoid_steepness`](crate::State::alpha_sigmoid_steepness).
        "alphaSigmoidSteepness" => alpha_sigmoid_steepness: i32,
        /// See [`State::alpha_low`](crate::State::alpha_low).
        "alphaLow" => alpha_low: u16,
        /// See [`State::alpha_high`](crate::State::alpha_high).
        "alphaHigh" => alpha_high: u16,
        /// See [`State::liquid_alpha_consensus_mode`](crate::State::liquid_alpha_consensus_mode).
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
    /// A subnet whose mechanisms run Null consensus, where one validator decides: from spec-475 on.
    NullSubnetState {
        /// Which rules hold; by default the newest.
        "ruleSet" => rule_set: RuleSet,
        /// How many uids there are, 0 to 65535.
        "n" => n: u16,
        /// See [`State::current_block`](crate::State::current_block).
        "currentBlock" => current_block: u64,
        /// See [`State::activity_cutoff`](crate::State::activity_cutoff).
        "activityCutoff" => activity_cutoff: u64,
        /// See [`State::block_at_registration`](crate::State::block_at_registration).
        "blockAtRegistration" => block_at_registration: Vec<u64>,
        /// See [`State::alpha_stake`](crate::State::alpha_stake).
        "alphaStake" => alpha_stake: Vec<u64>,
        /// See [`State::tao_stake`](crate::State::tao_stake).
        "taoStake" => tao_stake: Vec<u64>,
        /// See [`State::tao_weight`](crate::State::tao_weight).
        "taoWeight" => tao_weight: u64,
        /// See [`State::stake_threshold`](crate::State::stake_threshold).
        "stakeThreshold" => stake_threshold: u64,
        /// See [`State::owner_uid`](crate::State::owner_uid).
        "ownerUid" => owner_uid: Option<u16>,
        /// See [`State::commit_reveal`](crate::State::commit_reveal).
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
