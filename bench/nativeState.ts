import { closeSync, openSync, writeSync } from "node:fs";
import type { StoredRows, SubnetState } from "../bindings/types.js";
import { MODES, type Mode } from "./shapes.js";

/** Writes a state as bench/native/state.h reads it. */
export function writeState(path: string, state: SubnetState, mode: Mode): void {
  const file = openSync(path, "w");
  const write = (items: ArrayBufferView) => {
    const bytes = new Uint8Array(items.buffer, items.byteOffset, items.byteLength);
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  };
  try {
    const { n, maxAllowedValidators, kappa, bondsPenalty, alphaLow, alphaHigh, alphaSigmoidSteepness } = state;
    write(Uint32Array.of(n, MODES.indexOf(mode), maxAllowedValidators, kappa, bondsPenalty, alphaLow, alphaHigh, alphaSigmoidSteepness));
    const { currentBlock, lastMechanismStepBlock, activityCutoff, taoWeight, stakeThreshold, bondsMovingAverage, raoEmission } = state;
    write(
      BigUint64Array.of(currentBlock, lastMechanismStepBlock, activityCutoff, taoWeight, stakeThreshold, bondsMovingAverage, raoEmission),
    );
    for (const list of [state.alphaStake, state.taoStake, state.lastUpdate, state.blockAtRegistration]) write(list);
    write(state.validatorPermits);
    for (const rows of [state.weights, state.bonds]) {
      write(rows.starts);
      write(pairs(rows));
    }
  } finally {
    closeSync(file);
  }
}

function pairs({ uids, values }: StoredRows): Uint16Array {
  const entries = new Uint16Array(2 * uids.length);
  for (let i = 0; i < uids.length; i++) {
    entries[2 * i] = uids[i]!;
    entries[2 * i + 1] = values[i]!;
  }
  return entries;
}
