// What the chain stores: proportions as u16, and the bonds of those with a new permit. epoch.md 4.14.
//import averages

fn put_proportion(network: Network, part: u32, uid: u32, vector: u32) {
  put_u32(network, part, uid, proportion_to_u16(vectors[vector_at(vector, network.firstUid, uid)]));
}

// One invocation a uid.
@compute @workgroup_size(64)
fn output(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  let uid = work.y + lane;
  if (uid >= network.uids) {
    return;
  }
  put_proportion(network, RESULT_STAKE_WEIGHT, uid, STAKE);
  put_proportion(network, RESULT_CONSENSUS, uid, CONSENSUS);
  put_proportion(network, RESULT_INCENTIVE, uid, INCENTIVE);
  put_proportion(network, RESULT_DIVIDENDS, uid, DIVIDENDS);
  put_proportion(network, RESULT_VALIDATOR_TRUST, uid, VALIDATOR_TRUST);
  if (uid == 0u) {
    results[network.status + STATUS_DONE] = DONE;
  }
}

// Classic: a share of its column, of which the largest becomes one. One workgroup a row.
@compute @workgroup_size(64)
fn output_bonds(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  let row = slot_uid(network.slotRows, work.y);
  let isStored = results[network.result + RESULT_NEW_VALIDATOR_PERMITS * network.uids + row] != 0u;
  let firstCell = network.firstCell + work.y * network.uids;
  for (var uid = lane; uid < network.uids; uid += GROUP) {
    let average = averages[firstCell + uid];
    var stored = 0u;
    if (isStored && any(average != ZERO)) {
      var value = average;
      if ((network.flags & YUMA3) == 0u) {
        let total = vectors[vector_at(BONDS_TOTAL, network.firstUid, uid)];
        let greatest = share_of(vectors[vector_at(BONDS_MAXIMUM, network.firstUid, uid)], total);
        value = share_of(share_of(average, total), greatest);
      }
      stored = proportion_to_u16(value) | HAS_BOND;
    }
    bonds[firstCell + uid] = stored;
  }
}
