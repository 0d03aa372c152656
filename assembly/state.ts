/**
 * What an epoch is given: read from the message, and refused where it cannot be a state. Vectors and rows stay where they
 * are in the message. What the rule set does not read has no effect, whatever it holds.
 */
import {
  BONDS_CUTOFF_FROM_LAST_STEP,
  BONDS_CUTOFF_FROM_TEMPO,
  BONDS_CUTOFF_FROM_YUMA_STEP,
  COMMIT_REVEAL_MASK,
  DYNAMIC_TAO,
  LIQUID_ALPHA_BY_COLUMN,
  LIQUID_ALPHA_CONSENSUS_SELECTABLE,
  OWNER_SELF_WEIGHT,
  STEEPNESS_IN_HUNDREDTHS,
  YUMA3,
  has,
} from "./ruleSets";
import { listAt, listCount } from "./interface/check";
import {
  EPOCH_FIELD_ALPHA_SIGMOID_STEEPNESS,
  EPOCH_FIELD_ALPHA_STAKE,
  EPOCH_FIELD_BLOCK_AT_REGISTRATION,
  EPOCH_FIELD_RULE_SET,
  EPOCH_FIELD_STAKE,
  EPOCH_FIELD_TAO_STAKE,
  EPOCH_FIELD_VALIDATOR_PERMITS,
  EPOCH_IN_ACTIVITY_CUTOFF,
  EPOCH_IN_ALPHA_HIGH,
  EPOCH_IN_ALPHA_LOW,
  EPOCH_IN_ALPHA_SIGMOID_STEEPNESS,
  EPOCH_IN_ALPHA_STAKE,
  EPOCH_IN_BLOCK_AT_REGISTRATION,
  EPOCH_IN_BONDS_MOVING_AVERAGE,
  EPOCH_IN_BONDS_PENALTY,
  EPOCH_IN_COMMIT_REVEAL,
  EPOCH_IN_CURRENT_BLOCK,
  EPOCH_IN_KAPPA,
  EPOCH_IN_LAST_MECHANISM_STEP_BLOCK,
  EPOCH_IN_LAST_YUMA_STEP_BLOCK,
  EPOCH_IN_LAST_YUMA_STEP_BLOCK_VALUE,
  EPOCH_IN_LIQUID_ALPHA,
  EPOCH_IN_LIQUID_ALPHA_CONSENSUS_MODE,
  EPOCH_IN_MAX_ALLOWED_VALIDATORS,
  EPOCH_IN_N,
  EPOCH_IN_OWNER_UID,
  EPOCH_IN_OWNER_UID_VALUE,
  EPOCH_IN_RULE_SET,
  EPOCH_IN_STAKE,
  EPOCH_IN_STAKE_THRESHOLD,
  EPOCH_IN_TAO_STAKE,
  EPOCH_IN_TAO_WEIGHT,
  EPOCH_IN_TEMPO,
  EPOCH_IN_VALIDATOR_PERMITS,
  EPOCH_IN_YUMA3,
  NULL_SUBNET_IN_MECHANISMS_BONDS,
  NULL_SUBNET_IN_MECHANISMS_COMMIT_BLOCKS,
  NULL_SUBNET_IN_MECHANISMS_LAST_UPDATE,
  NULL_SUBNET_IN_MECHANISMS_WEIGHTS,
} from "./interface/epochLayouts";
import { FINE, INPUT_HEAD, LENGTH, UNKNOWN_RULE_SET, VALUE, given, messageAt, refuse } from "./interface/message";
import { RULE_SETS, RULE_SET_COUNT } from "./interface/ruleSets";
import { ROWS_BYTES, Rows } from "./rows";

// Scalars of the state.

/** the switches of ruleSets.ts */
export let rules: u32 = 0;
export let n: u32 = 0;
export let currentBlock: u64 = 0;
export let activityCutoff: u64 = 0;
export let tempo: u32 = 0;
export let lastMechanismStepBlock: u64 = 0;
export let hasLastYumaStepBlock: bool = false;
export let lastYumaStepBlock: u64 = 0;
export let taoWeight: u64 = 0;
export let stakeThreshold: u64 = 0;
/** -1 where there is no owner */
export let ownerUid: i32 = -1;
export let maxAllowedValidators: u32 = 0;
export let kappa: u32 = 0;
export let bondsPenalty: u32 = 0;
export let bondsMovingAverage: u64 = 0;
export let yuma3: bool = false;
export let liquidAlpha: bool = false;
/** 0 current, 1 previous, 2 auto */
export let liquidAlphaConsensusMode: u32 = 0;
export let previousConsensusLength: u32 = 0;
export let alphaSigmoidSteepness: i32 = 0;
export let alphaLow: u32 = 0;
export let alphaHigh: u32 = 0;
export let commitReveal: bool = false;
export let raoEmission: u64 = 0;
/** whether anybody reads the bonds that the epoch would store */
export let storesBonds: bool = true;

// Vectors of the state. Blocks and stakes u64, permits u8, previous consensus u16.

export let lastUpdate: usize = 0;
export let blockAtRegistration: usize = 0;
export let commitBlocks: usize = 0;
export let alphaStake: usize = 0;
export let taoStake: usize = 0;
export let validatorPermits: usize = 0;
export let previousConsensus: usize = 0;
export const storedWeights: Rows = changetype<Rows>(memory.data(ROWS_BYTES));
export const storedBonds: Rows = changetype<Rows>(memory.data(ROWS_BYTES));

/** The number of the rule set. */
export let ruleSet: u32 = 0;

/** By how much the fields of the function's state are numbered higher than those of an epoch's, which are the same. */
let fieldShift: u32 = 0;

/** The vector whose reference lies at `at` in the message has an element for each uid, or none where it is not read. */
function checkVector(isRead: bool, number: u32, at: usize): u32 {
  const count = listCount(at);
  return count == n || (!isRead && count == 0) ? FINE : refuse(LENGTH, number, at + 4);
}

function rulesOf(number: u32): u32 {
  for (let i: usize = 0; i < <usize>RULE_SET_COUNT; i++) {
    if (load<u32>(RULE_SETS + (i << 3)) == number) return load<u32>(RULE_SETS + (i << 3), 4);
  }
  return 0;
}

/** What every kind of epoch reads. All states begin alike, so that the offsets are those of an epoch's. */
export function readShared(shift: u32): u32 {
  fieldShift = shift;
  ruleSet = load<u16>(given(EPOCH_IN_RULE_SET));
  rules = rulesOf(ruleSet);
  if (rules == 0) return refuse(UNKNOWN_RULE_SET, EPOCH_FIELD_RULE_SET + shift, <usize>INPUT_HEAD + EPOCH_IN_RULE_SET);
  const dynamicTao = has(rules, DYNAMIC_TAO);
  n = load<u16>(given(EPOCH_IN_N));
  currentBlock = load<u64>(given(EPOCH_IN_CURRENT_BLOCK));
  activityCutoff = load<u64>(given(EPOCH_IN_ACTIVITY_CUTOFF));
  taoWeight = dynamicTao ? load<u64>(given(EPOCH_IN_TAO_WEIGHT)) : 0;
  stakeThreshold = has(rules, YUMA3) ? load<u64>(given(EPOCH_IN_STAKE_THRESHOLD)) : 0;
  const owned = has(rules, OWNER_SELF_WEIGHT) && load<u8>(given(EPOCH_IN_OWNER_UID)) != 0;
  ownerUid = owned ? <i32>load<u16>(given(EPOCH_IN_OWNER_UID_VALUE)) : -1;
  commitReveal = has(rules, COMMIT_REVEAL_MASK) && load<u8>(given(EPOCH_IN_COMMIT_REVEAL)) != 0;

  const registration = <usize>INPUT_HEAD + EPOCH_IN_BLOCK_AT_REGISTRATION;
  const alpha = <usize>INPUT_HEAD + EPOCH_IN_ALPHA_STAKE;
  const tao = <usize>INPUT_HEAD + EPOCH_IN_TAO_STAKE;
  let status = checkVector(true, EPOCH_FIELD_BLOCK_AT_REGISTRATION + shift, registration);
  if (status == FINE) status = checkVector(dynamicTao, EPOCH_FIELD_ALPHA_STAKE + shift, alpha);
  if (status == FINE) status = checkVector(dynamicTao, EPOCH_FIELD_TAO_STAKE + shift, tao);
  blockAtRegistration = listAt(registration);
  alphaStake = listAt(alpha);
  taoStake = listAt(tao);
  return status;
}

/** What a Yuma epoch reads besides. */
export function readYuma(): u32 {
  const liquidAlphaRead = has(rules, YUMA3) || has(rules, LIQUID_ALPHA_BY_COLUMN);
  tempo = has(rules, BONDS_CUTOFF_FROM_TEMPO) ? load<u16>(given(EPOCH_IN_TEMPO)) : 0;
  lastMechanismStepBlock = has(rules, BONDS_CUTOFF_FROM_LAST_STEP) ? load<u64>(given(EPOCH_IN_LAST_MECHANISM_STEP_BLOCK)) : 0;
  hasLastYumaStepBlock = has(rules, BONDS_CUTOFF_FROM_YUMA_STEP) && load<u8>(given(EPOCH_IN_LAST_YUMA_STEP_BLOCK)) != 0;
  lastYumaStepBlock = hasLastYumaStepBlock ? load<u64>(given(EPOCH_IN_LAST_YUMA_STEP_BLOCK_VALUE)) : 0;
  maxAllowedValidators = load<u16>(given(EPOCH_IN_MAX_ALLOWED_VALIDATORS));
  kappa = load<u16>(given(EPOCH_IN_KAPPA));
  bondsPenalty = has(rules, DYNAMIC_TAO) ? load<u16>(given(EPOCH_IN_BONDS_PENALTY)) : 0;
  bondsMovingAverage = load<u64>(given(EPOCH_IN_BONDS_MOVING_AVERAGE));
  yuma3 = has(rules, YUMA3) && load<u8>(given(EPOCH_IN_YUMA3)) != 0;
  liquidAlpha = liquidAlphaRead && load<u8>(given(EPOCH_IN_LIQUID_ALPHA)) != 0;
  alphaLow = liquidAlphaRead ? load<u16>(given(EPOCH_IN_ALPHA_LOW)) : 0;
  alphaHigh = liquidAlphaRead ? load<u16>(given(EPOCH_IN_ALPHA_HIGH)) : 0;
  const selectable = has(rules, LIQUID_ALPHA_CONSENSUS_SELECTABLE);
  liquidAlphaConsensusMode = selectable ? load<u8>(given(EPOCH_IN_LIQUID_ALPHA_CONSENSUS_MODE)) : 0;

  const permits = <usize>INPUT_HEAD + EPOCH_IN_VALIDATOR_PERMITS;
  const status = checkVector(true, EPOCH_FIELD_VALIDATOR_PERMITS + fieldShift, permits);
  validatorPermits = listAt(permits);
  return status == FINE ? readSteepness() : status;
}

/** An i16; before it was in hundredths a u16. bonds.md 6 */
function readSteepness(): u32 {
  const steepness = load<i32>(given(EPOCH_IN_ALPHA_SIGMOID_STEEPNESS));
  const isRead = has(rules, YUMA3);
  const isSigned = !isRead || has(rules, STEEPNESS_IN_HUNDREDTHS);
  const isPlain = !isRead || !has(rules, STEEPNESS_IN_HUNDREDTHS);
  alphaSigmoidSteepness = isRead ? steepness : 0;
  if (steepness >= (isSigned ? -32_768 : 0) && steepness <= (isPlain ? 65_535 : 32_767)) return FINE;
  return refuse(VALUE, EPOCH_FIELD_ALPHA_SIGMOID_STEEPNESS + fieldShift, <usize>INPUT_HEAD + EPOCH_IN_ALPHA_SIGMOID_STEEPNESS);
}

/** The one stake of the time before dynamic TAO lies where alpha does from then on. */
export function readStake(): u32 {
  const at = <usize>INPUT_HEAD + EPOCH_IN_STAKE;
  const isRead = !has(rules, DYNAMIC_TAO);
  const status = checkVector(isRead, EPOCH_FIELD_STAKE, at);
  if (isRead) alphaStake = listAt(at);
  return status;
}

/**
 * What a mechanism holds for itself: its struct at `at` in the message. `number` is the first field's; the others
 * follow it by `step`.
 */
export function readMechanism(at: usize, number: u32, step: u32): u32 {
  const updates = at + NULL_SUBNET_IN_MECHANISMS_LAST_UPDATE;
  const commits = at + NULL_SUBNET_IN_MECHANISMS_COMMIT_BLOCKS;
  let status = checkVector(true, number, updates);
  if (status == FINE) status = readRows(at + NULL_SUBNET_IN_MECHANISMS_WEIGHTS, number + step, storedWeights);
  if (status == FINE) status = readRows(at + NULL_SUBNET_IN_MECHANISMS_BONDS, number + 2 * step, storedBonds);
  if (status == FINE) status = checkVector(has(rules, COMMIT_REVEAL_MASK), number + 3 * step, commits);
  lastUpdate = listAt(updates);
  // Where it is not given it is not heeded, and may be anything.
  commitBlocks = listCount(commits) == n ? listAt(commits) : lastUpdate;
  return status;
}

/** The consensus stored before, of any length, by its reference in the message. */
export function readPreviousConsensus(at: usize): void {
  previousConsensus = listAt(at);
  previousConsensusLength = has(rules, LIQUID_ALPHA_CONSENSUS_SELECTABLE) ? listCount(at) : 0;
}

// References of starts, uids and values.
const UIDS: usize = 8;
const VALUES: usize = 16;

function readRows(at: usize, number: u32, rows: Rows): u32 {
  const count = listCount(at + UIDS);
  if (listCount(at) != n + 1) return refuse(LENGTH, number, at + 4);
  if (listCount(at + VALUES) != count) return refuse(LENGTH, number, at + VALUES + 4);
  rows.starts = listAt(at);
  rows.uids = listAt(at + UIDS);
  rows.values = listAt(at + VALUES);
  const wrong = wrongStart(rows, count);
  return wrong > n ? FINE : refuse(VALUE, number, rows.starts + ((<usize>wrong) << 2) - messageAt);
}

/** Starts ascend from 0 to the number of entries: the first that does not; n + 1 where all do. */
function wrongStart(rows: Rows, count: u32): u32 {
  if (rows.start(0) != 0) return 0;
  let last: u32 = 0;
  for (let i: u32 = 1; i <= n; i++) {
    const start = rows.start(i);
    if (start < last) return i;
    last = start;
  }
  return last == count ? n + 1 : n;
}

/** rao to give out in the epoch of a mechanism */
export function giveOut(amount: u64): void {
  raoEmission = amount;
}

export function storeBondsIf(read: bool): void {
  storesBonds = read;
}
