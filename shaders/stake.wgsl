// Total stakes, normalised: of all that pass the threshold, and of those that vote. stake.md 1, 2, 3, 4.
// One workgroup a network, its invocations take the uids by turns.
// Proof: docs/proofs/stakes.md
//import u128
//import normalize
//import marks

var<workgroup> partialStakes: array<vec4<u32>, 64>;

// The sum over the workgroup, wrapping at 128 bits.
fn stake_of_group(lane: u32, value: vec4<u32>) -> vec4<u32> {
  partialStakes[lane] = value;
  workgroupBarrier();
  for (var step = GROUP / 2u; step > 0u; step = step / 2u) {
    if (lane < step) {
      partialStakes[lane] = u128_add(partialStakes[lane], partialStakes[lane + step]);
    }
    workgroupBarrier();
  }
  return partialStakes[0];
}

// u64 as I64F64, saturating.
fn i64f64_from(value: vec2<u32>) -> vec4<u32> {
  return select(vec4<u32>(0u, 0u, value), I64F64_MAX, is_negative(value));
}

// alpha plus TAO at its weight, a number of 32 fraction bits or exactly one.
fn total_stake(network: Network, uid: u32) -> vec4<u32> {
  let alpha = i64f64_from(state_u64(network.alphaStake, uid));
  let tao = state_u64(network.taoStake, uid);
  var weighted = i64f64_from(tao);
  if ((network.flags & TAO_WEIGHT_IS_ONE) == 0u) {
    let low = u32_mul(tao.x, network.taoWeight);
    let high = u64_add(u32_mul(tao.y, network.taoWeight), vec2<u32>(low.y, 0u));
    weighted = vec4<u32>(0u, low.x, high);
    if (is_negative(tao)) {
      // (2^127 - 1) x weight, floored
      let saturated = vec4<u32>(0u, 0u, network.taoWeight << 31u, network.taoWeight >> 1u);
      weighted = u128_sub(saturated, vec4<u32>(u32(network.taoWeight != 0u), 0u, 0u, 0u));
    }
  }
  let sum = u128_add(alpha, weighted);
  return select(sum, I64F64_MAX, sum.w >= 0x80000000u);
}

// The total where it counts: at or above the threshold, or the owner's.
fn kept_stake(network: Network, uid: u32, total: vec4<u32>) -> vec4<u32> {
  return select(total, U128_ZERO, u64_less(total.zw, network.stakeThreshold) && uid != network.ownerUid);
}

@compute @workgroup_size(64)
fn stake(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  var sum = U128_ZERO;
  for (var uid = lane; uid < network.uids; uid += GROUP) {
    let total = total_stake(network, uid);
    put_u64(network, RESULT_STAKE, uid, total.zw);
    sum = u128_add(sum, kept_stake(network, uid, total));
  }
  let sumOfAll = stake_of_group(lane, sum);
  let none = all(sumOfAll == U128_ZERO);
  for (var uid = lane; uid < network.uids; uid += GROUP) {
    let kept = kept_stake(network, uid, total_stake(network, uid));
    var share = ZERO;
    if (none) {
      // the sum may have wrapped around to 0: floored and clamped as they are
      share = select(kept.yz, MAX, kept.w != 0u || is_negative(kept.yz));
    } else {
      share = i64f64_share(kept, sumOfAll);
    }
    vectors[vector_at(STAKE, network.firstUid, uid)] = share;
  }
}

@compute @workgroup_size(64)
fn active_stake(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  for (var uid = lane; uid < network.uids; uid += GROUP) {
    let counts = is_active(network, uid) && has_permit(network, uid);
    vectors[vector_at(ACTIVE_STAKE, network.firstUid, uid)] = select(ZERO, vectors[vector_at(STAKE, network.firstUid, uid)], counts);
  }
  normalize(network, lane, ACTIVE_STAKE);
}
