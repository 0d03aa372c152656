use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};

use super::typed::{Item, record};
use super::{LiquidAlphaConsensusMode, RuleSet, Typed};
use crate::json::{Json, Path, parse, show};
use crate::wire::{Function, Given, Reading, Value, interface};
use crate::{Error, Rows};

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
const CONSENSUS: &str = "epochConsensus";

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

/// A function that every version of the interface has.
pub(crate) fn named(name: &str) -> &'static Function {
    interface().function(name).expect("interface.json has the functions of the epoch")
}

/// A state of one mechanism. A subnet's own form is no mistyped field.
pub(crate) fn read_state<'j>(json: &'j Json<'_>) -> Result<(&'static Function, Given<'j>), Error> {
    for name in [CONSENSUS, "mechanisms"] {
        if json.get(name).is_some() {
            return Err(Error::input(Path::Whole.field(name), "a state of one mechanism", format!("{name:?}")));
        }
    }
    let function = named("epoch");
    Ok((function, Reading::state(function, json)?))
}

/// A state of a subnet with its mechanisms.
pub(crate) fn read_subnet_state<'j>(json: &'j Json<'_>) -> Result<(&'static Function, Given<'j>), Error> {
    if !matches!(json, Json::Object(_)) {
        return Err(Error::input("", "an object", show(Some(json))));
    }
    let consensus = json.get(CONSENSUS);
    let function = match consensus.and_then(Json::as_text) {
        Some("yuma") => named("yuma_subnet"),
        Some("null") => named("null_subnet"),
        _ => return Err(Error::input(CONSENSUS, "\"yuma\" or \"null\" (a state of one mechanism has none)", show(consensus))),
    };
    let given = Reading::state(function, json)?;
    refuse_without(function, &given.value)?;
    Ok((function, given))
}

/// That the rule set has the form of a subnet's epoch.
pub(crate) fn refuse_without(function: &Function, state: &Value<'_>) -> Result<(), Error> {
    let Value::Record(fields) = state else { return Ok(()) };
    let Some((_, Value::Spec(spec))) = fields.iter().find(|(name, _)| *name == "ruleSet") else { return Ok(()) };
    let has =
        interface().rule_set(*spec).is_none_or(|row| if function.name == "yuma_subnet" { row.mechanisms } else { row.null_consensus });
    let what = if function.name == "yuma_subnet" { "several mechanisms" } else { "Null consensus" };
    if has { Ok(()) } else { Err(Error::input("ruleSet", format!("a rule set with {what}"), RuleSet(*spec).to_string())) }
}

/// What its rule set does not read is left out where it is empty, as lists of another length would be refused.
fn to_json<'a>(function: &Function, mut value: Value<'a>) -> Value<'a> {
    let crate::wire::Form::Record(described) = &function.input.form else { return value };
    let Value::Record(fields) = &mut value else { return value };
    let spec = fields.iter().find_map(|(_, value)| if let Value::Spec(spec) = value { Some(*spec) } else { None });
    for (field, (_, value)) in described.iter().zip(fields) {
        let is_empty = matches!(value, Value::U64s(numbers) if numbers.is_empty());
        if is_empty && spec.is_some_and(|spec| field.unread_by.contains(&spec)) {
            *value = Value::Absent;
        }
    }
    value
}

impl State {
    /// A state from its JSON. Numbers that are not written as the integer that they are, and keys that come twice, are
    /// refused, which a deserializer of serde cannot see.
    ///
    /// # Errors
    /// [`Error::MalformedJson`] where it is no JSON, [`Error::InvalidInput`] where it is no state.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        Self::from_read(&parse(text)?)
    }

    fn from_read(json: &Json<'_>) -> Result<Self, Error> {
        read_state(json).map(|(_, given)| Self::from_value(given.value))
    }
}

impl SubnetState {
    /// A state of a subnet from its JSON, as [`State::from_json`] reads one.
    ///
    /// # Errors
    /// [`Error::MalformedJson`] where it is no JSON, [`Error::InvalidInput`] where it is no state of a subnet.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        Self::from_read(&parse(text)?)
    }

    fn from_read(json: &Json<'_>) -> Result<Self, Error> {
        let (function, Given { value, .. }) = read_subnet_state(json)?;
        Ok(if function.name == "yuma_subnet" {
            Self::Yuma(YumaSubnetState::from_value(value))
        } else {
            Self::Null(NullSubnetState::from_value(value))
        })
    }
}

impl Serialize for State {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        to_json(named("epoch"), self.to_value()).serialize(serializer)
    }
}

impl Serialize for SubnetState {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        to_json(self.function(), self.to_value()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for State {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_read(&Json::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for SubnetState {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_read(&Json::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}
