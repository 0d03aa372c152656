// Activity and the permits of the next epoch. masks.md 1, 2.
// One invocation a uid.
//import i32f32
//import marks

// Among the largest stakes that are not 0; of equal ones the higher uid comes first. The owner's permit is always on.
fn has_new_permit(network: Network, uid: u32) -> bool {
  if (uid == network.ownerUid) {
    return true;
  }
  let own = vectors[vector_at(STAKE, network.firstUid, uid)];
  if (all(own == ZERO)) {
    return false;
  }
  if (network.maxAllowedValidators > network.uids) {
    return true;
  }
  let first = vector_at(STAKE, network.firstUid, 0u);
  var before = 0u;
  for (var other = 0u; other < uid; other++) {
    before += u32(less(own, vectors[first + other]));
  }
  for (var other = uid + 1u; other < network.uids; other++) {
    before += u32(!less(vectors[first + other], own));
  }
  return before < network.maxAllowedValidators;
}

@compute @workgroup_size(64)
fn masks(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  let uid = work.y + lane;
  if (uid >= network.uids) {
    return;
  }
  put_u32(network, RESULT_ACTIVE, uid, u32(is_active(network, uid)));
  put_u32(network, RESULT_NEW_VALIDATOR_PERMITS, uid, u32(has_new_permit(network, uid)));
}
