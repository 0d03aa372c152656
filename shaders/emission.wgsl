// Rao to each uid for serving, for validating and in all; the three are truncated each on its own. emission.md.
// One workgroup a network, its invocations take the uids by turns.
//import sum

// floor(share x rao), clamped to u64; a negative share gives nothing.
fn amount(network: Network, share: vec2<u32>) -> vec2<u32> {
  if (is_negative(share)) {
    return ZERO;
  }
  let product = u64_mul(share, network.raoEmission);
  return select(product.yz, vec2<u32>(0xffffffffu, 0xffffffffu), product.w != 0u);
}

@compute @workgroup_size(64)
fn emission(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  var earned = ZERO;
  var staked = ZERO;
  for (var uid = lane; uid < network.uids; uid += GROUP) {
    let incentive = vectors[vector_at(INCENTIVE, network.firstUid, uid)];
    earned = u64_add(earned, saturating_add(incentive, vectors[vector_at(DIVIDENDS, network.firstUid, uid)]));
    staked = u64_add(staked, vectors[vector_at(ACTIVE_STAKE, network.firstUid, uid)]);
  }
  let total = sum_of_group(lane, earned);
  let activeTotal = sum_of_group(lane, staked);
  for (var uid = lane; uid < network.uids; uid += GROUP) {
    let incentive = vectors[vector_at(INCENTIVE, network.firstUid, uid)];
    let dividends = vectors[vector_at(DIVIDENDS, network.firstUid, uid)];
    // Where nobody earned anything the stake decides, the active one first.
    let nobodyEarned = all(total == ZERO);
    let stake = vectors[vector_at(select(ACTIVE_STAKE, STAKE, all(activeTotal == ZERO)), network.firstUid, uid)];
    for (var part = RESULT_SERVER_EMISSION; part <= RESULT_EMISSION; part += 2u) {
      var share = select(incentive, dividends, part == RESULT_VALIDATOR_EMISSION);
      if (part == RESULT_EMISSION) {
        share = saturating_add(incentive, dividends);
      }
      if (nobodyEarned) {
        share = select(stake, incentive, part == RESULT_SERVER_EMISSION);
      } else {
        share = share_of(share, total);
      }
      put_u64(network, part, uid, amount(network, share));
    }
  }
}
