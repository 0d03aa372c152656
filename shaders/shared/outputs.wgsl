// Where in what is read of a network each part lies that was asked for. bindings/gpu/outputs.ts has the same order.
//import cells

// A network's part begins with its head; behind it come the digest, the sums, and the parts in their order.
@group(0) @binding(10) var<storage, read_write> outputs: array<u32>;

// whether the last stage ran, the guard's code, how many bonds there are in all, and nothing
const HEAD_WORDS = 4u;
const DIGEST_WORDS = 8u;

// By their bits in a slice's `outputs`: those of u64, of u16 and of u8.
const OUTPUT_PARTS = array<u32, 11>(
  RESULT_STAKE, RESULT_SERVER_EMISSION, RESULT_VALIDATOR_EMISSION, RESULT_EMISSION,
  RESULT_STAKE_WEIGHT, RESULT_CONSENSUS, RESULT_INCENTIVE, RESULT_DIVIDENDS, RESULT_VALIDATOR_TRUST,
  RESULT_ACTIVE, RESULT_NEW_VALIDATOR_PERMITS,
);
const OUTPUT_COUNT = 11u;
const OUTPUT_FIRST_U16 = 4u;
const OUTPUT_FIRST_U8 = 9u;
const OUTPUT_BONDS = 11u;
const OUTPUT_DIGEST = 12u;
// the sum of part k is bit k further up
const OUTPUT_FIRST_SUM = 16u;

fn is_asked(part: u32) -> bool {
  return ((slice.outputs >> part) & 1u) != 0u;
}

fn words_of_part(part: u32, uids: u32) -> u32 {
  if (part < OUTPUT_FIRST_U16) {
    return 2u * uids;
  }
  return select((uids + 3u) / 4u, (uids + 1u) / 2u, part < OUTPUT_FIRST_U8);
}

fn sums_at(network: Network) -> u32 {
  return network.output + HEAD_WORDS + select(0u, DIGEST_WORDS, is_asked(OUTPUT_DIGEST));
}

fn part_at(network: Network, part: u32) -> u32 {
  let before = slice.outputs & ((1u << part) - 1u);
  let u64s = before & ((1u << OUTPUT_FIRST_U16) - 1u);
  let u8s = (before >> OUTPUT_FIRST_U8) << OUTPUT_FIRST_U8;
  return sums_at(network) + 2u * countOneBits(slice.outputs >> OUTPUT_FIRST_SUM)
    + countOneBits(u64s) * words_of_part(0u, network.uids)
    + countOneBits(before ^ u64s ^ u8s) * words_of_part(OUTPUT_FIRST_U16, network.uids)
    + countOneBits(u8s) * words_of_part(OUTPUT_FIRST_U8, network.uids);
}

fn bond_count(network: Network, slot: u32) -> u32 {
  return results[network.result + RESULT_BOND_COUNTS * network.uids + slot];
}

// What a row's cells hold in the end: a uid, and the value that is stored for it in the upper half.
fn bond_pair(network: Network, slot: u32, entry: u32) -> u32 {
  return weights[network.firstCell + slot * network.uids + entry];
}
