use super::typed::record;
use super::{LiquidAlphaConsensusMode, RuleSet};
use crate::Rows;

record! {
    /// The input of one epoch: one mechanism of one subnet.
    ///
    /// Amounts are rao, proportions fractions of 65535 where nothing else is said; lists have one item for each uid. What
    /// the rule set does not read has no effect, and its lists may be empty.
    State {
        /// Which rules hold; by default the newest.
        "ruleSet" => rule_set: RuleSet,
        /// How many uids there are, 0 to 65535.
        "n" => n: u16,
        /// The number of the block.
        "currentBlock" => current_block: u64,
        /// Blocks without a weight setting after which a uid is inactive.
        "activityCutoff" => activity_cutoff: u64,
        /// The block in which each uid was registered.
        "blockAtRegistration" => block_at_registration: Vec<u64>,
        /// Alpha of each uid, after child-key inheritance. From spec-233 on.
        "alphaStake" => alpha_stake: Vec<u64>,
        /// TAO of each uid on the root network, after child-key inheritance. From spec-233 on.
        "taoStake" => tao_stake: Vec<u64>,
        /// Fraction of 2^64-1. From spec-233 on.
        "taoWeight" => tao_weight: u64,
        /// The stake below which a uid has none. From spec-273 on.
        "stakeThreshold" => stake_threshold: u64,
        /// The uid of the subnet's owner. From spec-252 on.
        "ownerUid" => owner_uid: Option<u16>,
        /// Whether weights are committed before they are revealed. From spec-297 on.
        "commitReveal" => commit_reveal: bool,
        /// Blocks between epochs. From spec-257 on.
        "tempo" => tempo: u16,
        /// The block of the last epoch, 0: never. From spec-425 on.
        "lastMechanismStepBlock" => last_mechanism_step_block: u64,
        /// The block of the last Yuma epoch, where it is known. From spec-475 on.
        "lastYumaStepBlock" => last_yuma_step_block: Option<u64>,
        /// Whether each uid has a permit.
        "validatorPermits" => validator_permits: Vec<bool>,
        /// How many permits are given.
        "maxAllowedValidators" => max_allowed_validators: u16,
        /// The share of stake that makes a majority.
        "kappa" => kappa: u16,
        /// 0: bonds follow the weights, 65535: the clipped weights. From spec-233 on.
        "bondsPenalty" => bonds_penalty: u16,
        /// How much of the old bonds stays, parts per million.
        "bondsMovingAverage" => bonds_moving_average: u64,
        /// Whether bonds are those of Yuma3. From spec-273 on.
        "yuma3" => yuma3: bool,
        /// Whether liquid alpha is on. From spec-154 on.
        "liquidAlpha" => liquid_alpha: bool,
        /// Hundredths, an i16; under spec-273 a u16, plain.
        "alphaSigmoidSteepness" => alpha_sigmoid_steepness: i32,
        /// The lower bound of liquid alpha. From spec-154 on.
        "alphaLow" => alpha_low: u16,
        /// The upper bound of liquid alpha. From spec-154 on.
        "alphaHigh" => alpha_high: u16,
        /// Which consensus liquid alpha compares with. From spec-446 on.
        "liquidAlphaConsensusMode" => liquid_alpha_consensus_mode: LiquidAlphaConsensusMode,
        /// The block of each uid's last weight setting.
        "lastUpdate" => last_update: Vec<u64>,
        /// Stored weights of any scale: a row is normalised.
        "weights" => weights: Rows,
        /// Stored bonds.
        "bonds" => bonds: Rows,
        /// The block of each uid's pending weight commit, 2^64-1: none. From spec-297 on.
        "commitBlocks" => commit_blocks: Vec<u64>,
        /// One stake of each uid, in place of alpha and TAO. Up to spec-195.
        "stake" sometimes => stake: Option<Vec<u64>>,
        /// The consensus that the epoch before has stored, empty: none. From spec-446 on.
        "previousConsensus" => previous_consensus: Vec<u16>,
        /// What is given out in this epoch.
        "raoEmission" => rao_emission: u64,
    }
}
