// What the host writes of each network and what shaders leave for each other. bindings/gpu/layout.ts has the same, field by
// field. Whoever imports this declares the buffers: network.wgsl for those who read the state, advance.wgsl writes it.
//import i32f32

// Offsets count from the start of their buffer: in words of `state`, in halves of words of the stored rows, in cells.
struct Network {
  uids: u32,
  firstUid: u32,
  slots: u32,
  firstCell: u32,
  alphaStake: u32,
  taoStake: u32,
  lastUpdate: u32,
  blockAtRegistration: u32,
  commitBlocks: u32,
  validatorPermits: u32,
  previousConsensus: u32,
  slotRows: u32,
  weightUids: u32,
  weightValues: u32,
  bondUids: u32,
  bondValues: u32,
  result: u32,
  status: u32,
  output: u32,

  flags: u32,
  ownerUid: u32,
  maxAllowedValidators: u32,
  previousConsensusLength: u32,
  taoWeight: u32,

  currentBlock: vec2<u32>,
  activityCutoff: vec2<u32>,
  stakeThreshold: vec2<u32>,
  bondsCutoff: vec2<u32>,
  raoEmission: vec2<u32>,
  majority: vec2<u32>,
  penalty: vec2<u32>,
  emaAlpha: vec2<u32>,
  emaRest: vec2<u32>,
  sigmoidExponent: vec2<u32>,
  alphaLow: vec2<u32>,
  alphaHigh: vec2<u32>,
}

// Bits of `flags`.
const COMMIT_REVEAL = 1u;
const YUMA3 = 2u;
const LIQUID_ALPHA = 4u;
const COMPARES_WITH_PREVIOUS = 8u;
const GATED_BY_SELECTED = 16u;
// TAO counts in full.
const TAO_WEIGHT_IS_ONE = 32u;

// One dispatch: which part of which list of work, how many uids all networks have, and what of the results is read
// (a bit for each part, OUTPUT_).
struct Slice {
  list: u32,
  count: u32,
  allUids: u32,
  outputs: u32,
}

const GROUP = 64u;
const NOTHING = 0xffffffffu;

// The network that a workgroup works on, and its slot or first uid there; NOTHING behind the end of the list.
fn work_of(group: vec3<u32>, groups: vec3<u32>) -> vec2<u32> {
  let index = group.y * groups.x + group.x;
  if (index >= slice.count) {
    return vec2<u32>(NOTHING, 0u);
  }
  return vec2<u32>(state[slice.list + 2u * index], state[slice.list + 2u * index + 1u]);
}

// Vectors of raw I32F32, one value a uid.
const STAKE = 0u;
const ACTIVE_STAKE = 1u;
// normalised among the voters, 0 of others
const VOTER_STAKE = 2u;
const CONSENSUS = 3u;
const VALIDATOR_TRUST = 4u;
// the ranks until they are normalised
const INCENTIVE = 5u;
const LIQUID_CONSENSUS = 6u;
// the sum of a column of averaged bonds; in the classic form the greatest share of it
const BONDS_TOTAL = 7u;
const BONDS_MAXIMUM = 8u;
// what each row's bonds earn until that is normalised
const DIVIDENDS = 9u;
// by slot, of narrow networks: its stake among the voters, and its active stake
const SLOT_STAKES = 10u;
// of a column's sum, as bits: what multiplies in place of dividing by it
const BONDS_INVERSE = 11u;

fn vector_at(part: u32, firstUid: u32, uid: u32) -> u32 {
  return part * slice.allUids + firstUid + uid;
}

// Parts of a network's results, each so many words a uid from `result` on: first the u64 ones.
const RESULT_STAKE = 0u;
const RESULT_SERVER_EMISSION = 2u;
const RESULT_VALIDATOR_EMISSION = 4u;
const RESULT_EMISSION = 6u;
const RESULT_STAKE_WEIGHT = 8u;
const RESULT_ACTIVE = 9u;
const RESULT_CONSENSUS = 10u;
const RESULT_INCENTIVE = 11u;
const RESULT_DIVIDENDS = 12u;
const RESULT_VALIDATOR_TRUST = 13u;
const RESULT_NEW_VALIDATOR_PERMITS = 14u;
// one a slot: the bonds to store of its row
const RESULT_BOND_COUNTS = 15u;

fn put_u64(network: Network, part: u32, uid: u32, value: vec2<u32>) {
  let at = network.result + part * network.uids + 2u * uid;
  results[at] = value.x;
  results[at + 1u] = value.y;
}

fn put_u32(network: Network, part: u32, uid: u32, value: u32) {
  results[network.result + part * network.uids + uid] = value;
}

// What the device finds out about a network, in words of `results` from `status` on.
// what it met that it cannot represent, 0 where nothing; the codes are those of bindings/gpu/register.ts
const STATUS_GUARD = 0u;
const STATUS_VOTERS = 1u;
// whether the voters' stakes are at least 0 and their sum does not wrap
const STATUS_PLAIN = 2u;
const STATUS_LIQUID_RUNS = 3u;
const STATUS_MINORITY = 4u;
const STATUS_VOTER_TOTAL = 6u;
// that the last stage ran, so that a device that gives nothing is not taken for one that gives zeros
const STATUS_DONE = 8u;
// whether some row's uids do not ascend, which liquid alpha sees
const STATUS_UNSORTED = 9u;
// whether stakes fit into one limb each, and the stake of voters without a slot
const STATUS_NARROW = 10u;
const STATUS_ABSENT = 11u;
const DONE = 0x79756d61u;

const GUARD_ROW_SUM = 1u;
const GUARD_MEDIAN_STEPS = 2u;
const GUARD_WEIGHT_TWICE = 3u;
const GUARD_BOND_TWICE = 4u;

fn status_pair(at: u32) -> vec2<u32> {
  return vec2<u32>(results[at], results[at + 1u]);
}

// The five words of a slot in `state`.
struct SlotRow {
  uid: u32,
  weight: u32,
  weightEnd: u32,
  bond: u32,
  bondEnd: u32,
}

fn slot_uid(slotRows: u32, slot: u32) -> u32 {
  return state[slotRows + 5u * slot];
}

fn slot_row(slotRows: u32, slot: u32) -> SlotRow {
  let at = slotRows + 5u * slot;
  return SlotRow(state[at], state[at + 1u], state[at + 2u], state[at + 3u], state[at + 4u]);
}

fn state_u64(at: u32, uid: u32) -> vec2<u32> {
  return vec2<u32>(state[at + 2u * uid], state[at + 2u * uid + 1u]);
}
