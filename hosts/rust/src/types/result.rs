use super::typed::{Item, record, serialized};
use super::{Digest, Typed};
use crate::Rows;
use crate::wire::Value;

record! {
    /// What an epoch gives; lists have one item for each uid. What is optional is not given under every rule set.
    EpochResult {
        /// Each uid's share of the stake, a fraction of 65535. From spec-195 on.
        "stakeWeight" sometimes => stake_weight: Option<Vec<u16>>,
        /// Whether each uid is active.
        "active" => active: Vec<bool>,
        /// Fractions of 65535.
        "consensus" => consensus: Vec<u16>,
        /// Fractions of 65535.
        "incentive" => incentive: Vec<u16>,
        /// Fractions of 65535.
        "dividends" => dividends: Vec<u16>,
        /// Fractions of 65535.
        "validatorTrust" => validator_trust: Vec<u16>,
        /// Fractions of 65535. Up to spec-320.
        "ranks" sometimes => ranks: Option<Vec<u16>>,
        /// Fractions of 65535. Up to spec-320.
        "trust" sometimes => trust: Option<Vec<u16>>,
        /// Fractions of 65535. Up to spec-320.
        "pruningScores" sometimes => pruning_scores: Option<Vec<u16>>,
        /// Rao.
        "serverEmission" => server_emission: Vec<u64>,
        /// Rao.
        "validatorEmission" => validator_emission: Vec<u64>,
        /// Rao.
        "emission" => emission: Vec<u64>,
        /// Whether each uid has a permit from now on.
        "newValidatorPermits" => new_validator_permits: Vec<bool>,
        /// Rao, before the threshold. From spec-233 on.
        "stake" sometimes => stake: Option<Vec<u64>>,
        /// The rows to store, fractions of 65535.
        "bonds" => bonds: Rows,
        /// The raw bits of every stage, where they were asked for.
        "trace" sometimes => trace: Option<EpochTrace>,
        /// SHA-256 of the canonical bytes, where it was asked for.
        "digest" sometimes => digest: Option<Digest>,
    }
}

record! {
    /// What a subnet's epoch gives: the terms of its mechanisms put together, and each one's own. What is optional is not
    /// given under every rule set.
    SubnetEpochResult {
        /// Each uid's share of the stake, a fraction of 65535.
        "stakeWeight" sometimes => stake_weight: Option<Vec<u16>>,
        /// Whether each uid is active.
        "active" => active: Vec<bool>,
        /// Fractions of 65535.
        "consensus" => consensus: Vec<u16>,
        /// Fractions of 65535.
        "dividends" => dividends: Vec<u16>,
        /// Fractions of 65535.
        "validatorTrust" => validator_trust: Vec<u16>,
        /// Fractions of 65535. Under spec-320.
        "ranks" sometimes => ranks: Option<Vec<u16>>,
        /// Fractions of 65535. Under spec-320.
        "trust" sometimes => trust: Option<Vec<u16>>,
        /// Fractions of 65535. Under spec-320.
        "pruningScores" sometimes => pruning_scores: Option<Vec<u16>>,
        /// Rao.
        "serverEmission" => server_emission: Vec<u64>,
        /// Rao.
        "validatorEmission" => validator_emission: Vec<u64>,
        /// Rao.
        "emission" => emission: Vec<u64>,
        /// Whether each uid has a permit from now on.
        "newValidatorPermits" => new_validator_permits: Vec<bool>,
        /// Rao, before the threshold. From spec-365 on.
        "stake" sometimes => stake: Option<Vec<u64>>,
        /// One for each mechanism.
        "mechanisms" => mechanisms: Vec<MechanismResult>,
        /// The raw bits of every stage, where they were asked for.
        "trace" sometimes => trace: Option<SubnetTrace>,
        /// SHA-256 of the canonical bytes, where it was asked for.
        "digest" sometimes => digest: Option<Digest>,
    }
}

record! {
    /// A mechanism's own part of a subnet's epoch.
    MechanismResult {
        /// Fractions of 65535.
        "incentive" => incentive: Vec<u16>,
        /// Fractions of 65535.
        "consensus" => consensus: Vec<u16>,
        /// Rao.
        "serverEmission" => server_emission: Vec<u64>,
        /// Rao.
        "validatorEmission" => validator_emission: Vec<u64>,
        /// The rows to store; none after a Null epoch, which leaves the stored bonds alone.
        "bonds" sometimes => bonds: Option<Rows>,
    }
}

record! {
    /// The raw I32F32 bits of every stage, in the order of the flow: 2^32 is one. What a rule set or a mode does not have
    /// is none.
    EpochTrace {
        /// Normalised, after the threshold.
        "stake" => stake: Vec<i64>,
        /// Normalised over the active uids with a permit.
        "activeStake" => active_stake: Vec<i64>,
        /// Each row sums to one.
        "weightsNormalized" => weights_normalized: Rows<i64>,
        /// Ranks of the weights before they were clipped. Up to spec-320.
        "preRanks" sometimes => pre_ranks: Option<Vec<i64>>,
        /// The weight on each uid that a majority of the stake supports.
        "consensus" => consensus: Vec<i64>,
        /// No weight above the consensus.
        "clippedWeights" => clipped_weights: Rows<i64>,
        /// What of each uid's weights is left.
        "validatorTrust" => validator_trust: Vec<i64>,
        /// Stake-weighted sums of the clipped weights.
        "ranksBeforeNormalize" => ranks_before_normalize: Vec<i64>,
        /// Ranks over those before clipping. Up to spec-195.
        "trust" sometimes => trust: Option<Vec<i64>>,
        /// Ranks that sum to one.
        "incentive" => incentive: Vec<i64>,
        /// The weights between clipped and not. From spec-233 on.
        "weightsForBonds" sometimes => weights_for_bonds: Option<Rows<i64>>,
        /// The stored bonds, each column summing to one. Up to spec-195.
        "bondsNormalized" sometimes => bonds_normalized: Option<Rows<i64>>,
        /// What the weights alone would make of the bonds. Up to spec-195.
        "bondsDelta" sometimes => bonds_delta: Option<Rows<i64>>,
        /// Each validator's part of what its bonds earn.
        "dividends" => dividends: Vec<i64>,
        /// The bonds as they are stored.
        "emaBonds" => ema_bonds: Rows<i64>,
        /// Of the consensus, low and high. Up to spec-195 where liquid alpha ran.
        "liquidQuantiles" sometimes => liquid_quantiles: Option<Vec<i64>>,
        /// Slope and offset of the curve. Up to spec-195 where liquid alpha ran.
        "liquidLogistic" sometimes => liquid_logistic: Option<Vec<i64>>,
        /// One for each column. Up to spec-257 where liquid alpha ran.
        "liquidAlpha" sometimes => liquid_alpha: Option<Vec<i64>>,
        /// The consensus that liquid alpha compared with. From spec-446 on where it ran.
        "liquidAlphaConsensus" sometimes => liquid_alpha_consensus: Option<Vec<i64>>,
    }
}

record! {
    /// The integers of a Null epoch.
    NullTrace {
        /// The validator that decides; none where there are no uids.
        "winner" => winner: Option<u16>,
        /// The stake of each uid.
        "stake" => stake: Vec<i64>,
        /// Shares of the miners.
        "incentiveShares" => incentive_shares: Vec<i128>,
        /// Shares of the validators.
        "dividendShares" => dividend_shares: Vec<i128>,
        /// What each uid gets as a miner.
        "incentive" => incentive: Vec<i64>,
        /// What each uid gets as a validator.
        "dividends" => dividends: Vec<i64>,
        /// Rao.
        "minerBudget" => miner_budget: u64,
        /// Rao.
        "validatorBudget" => validator_budget: u64,
    }
}

/// One trace for each mechanism.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SubnetTrace {
    /// Of Yuma epochs.
    Yuma(Vec<EpochTrace>),
    /// Of Null epochs.
    Null(Vec<NullTrace>),
}

impl Item for MechanismResult {}
impl Item for EpochTrace {}
impl Item for NullTrace {}

impl Typed for SubnetTrace {
    fn to_value(&self) -> Value<'_> {
        match self {
            Self::Yuma(traces) => traces.to_value(),
            Self::Null(traces) => traces.to_value(),
        }
    }

    fn from_value(value: Value<'_>) -> Self {
        let has_winner = |trace: &Value<'_>| matches!(trace, Value::Record(fields) if fields.iter().any(|(name, _)| *name == "winner"));
        if matches!(&value, Value::List(traces) if traces.iter().all(has_winner)) {
            Self::Null(Typed::from_value(value))
        } else {
            Self::Yuma(Typed::from_value(value))
        }
    }
}

serialized! { EpochResult SubnetEpochResult MechanismResult EpochTrace NullTrace SubnetTrace }
