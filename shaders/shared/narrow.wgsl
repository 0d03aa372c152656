// Networks whose stakes, each as a raw, fit into one limb, and whose averaged bonds are at most one and less than 2^46 in a
// column: all but those of a single voter, of stakes that wrap, of a majority that is none or all, of an alpha above one, and of
// 16,384 rows or more. What every stage takes of the others is general.
//import cells
//import i32f32

fn is_narrow(network: Network) -> bool {
  return results[network.status + STATUS_NARROW] != 0u;
}

var<workgroup> narrowNetwork: u32;

// The same for a whole workgroup, which may go on by it to barriers.
fn is_narrow_for_all(network: Network, lane: u32) -> bool {
  if (lane == 0u) {
    narrowNetwork = results[network.status + STATUS_NARROW];
  }
  return workgroupUniformLoad(&narrowNetwork) != 0u;
}

// Whether its bonds are averaged in one limb, too: by a constant alpha below one, and what they follow is a weight as it is
// or clipped.
fn has_narrow_columns(network: Network) -> bool {
  let isEnd = all(network.penalty == ZERO) || all(network.penalty == ONE);
  return is_narrow(network) && isEnd && (network.flags & LIQUID_ALPHA) == 0u && (network.emaAlpha.y | network.emaRest.y) == 0u;
}

// Of a slot: its stake among the voters, 0 of others, and its active stake.
fn slot_stakes(network: Network) -> u32 {
  return vector_at(SLOT_STAKES, network.firstUid, 0u);
}

// A fraction's part by a factor below one.
fn part_of(fraction: u32, factor: u32, factorHalves: vec2<u32>) -> u32 {
  return select(upper_product(halves(fraction), factorHalves), factor, fraction == FULL);
}

// A stored bond's part: its raw has the same half twice.
fn bond_part(bond: u32, factor: u32, factorHalves: vec2<u32>) -> u32 {
  let product = bond * factorHalves.x;
  let left = product + (product >> 16u);
  let right = bond * factorHalves.y;
  let upper = right + (left >> 16u) + ((right + (left & 0xffffu)) >> 16u);
  return select(upper, factor, bond == VALUE);
}
