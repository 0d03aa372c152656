/** The functions of the epoch's module: an epoch, and a subnet's epoch with its mechanisms. docs/interface.md */
import { arenaBytes, hasRoom, keepArena, reserve, take } from "../arena";
import { epoch, trapped } from "../epoch";
import { getU64, saturatingAddU64 } from "../fixed/u64";
import { MAX_MECHANISMS, addToTotals, beginTotals, emissionParts, emissionSplit, splitEmission } from "../mechanisms";
import * as at from "../memory";
import { layOut } from "../memory";
import { nullEpoch } from "../null";
import { MECHANISMS, NULL_CONSENSUS, SHORT_SPLIT_PADDED, has } from "../ruleSets";
import { canonicalLength, writeCanonical } from "./canonical";
import { checkMessage, listAt, listCount } from "./check";
import * as layout from "./epochLayouts";
import {
  BONDLESS,
  CANONICAL,
  DIGEST,
  FINE,
  INPUT_HEAD,
  LENGTH,
  MEMORY,
  NOT_A_MESSAGE,
  OUTPUT_DIGEST,
  OUTPUT_HEAD,
  TRACE,
  TRAPPED,
  VALUE,
  beginOutput,
  beginRun,
  given,
  messageAt,
  refuse,
} from "./message";
import {
  keepBonds,
  mechanismBytes,
  setBase,
  traceBytes,
  writeEpoch,
  writeMechanism,
  writeNullTrace,
  writeSubnet,
  writeTrace,
  writeTraceReference,
} from "./results";
import { sha256 } from "./sha256";

const FLAGS: u32 = TRACE | DIGEST | CANONICAL;

/** Never the fast path, whose results are the same: for tests of both. */
let matricesOnly: bool = false;

export function takeMatricesOnly(only: bool): void {
  matricesOnly = only;
}

/** What is answered to the message: one of the statuses of message.ts. */
export function run(wanted: u32, flags: u32): u32 {
  beginRun();
  if ((flags & ~FLAGS) != 0 && !(flags == BONDLESS && wanted == layout.EPOCH)) return refuse(VALUE, 0, 0);
  let status: u32;
  if (wanted == layout.EPOCH) status = checkMessage(wanted, layout.EPOCH_IN_SIZE, layout.EPOCH_CHECKS);
  else if (wanted == layout.YUMA_SUBNET) status = checkMessage(wanted, layout.YUMA_SUBNET_IN_SIZE, layout.YUMA_SUBNET_CHECKS);
  else if (wanted == layout.NULL_SUBNET) status = checkMessage(wanted, layout.NULL_SUBNET_IN_SIZE, layout.NULL_SUBNET_CHECKS);
  else status = refuse(NOT_A_MESSAGE, 0, 6);
  if (status != FINE) return status;
  return wanted == layout.EPOCH ? runEpoch(flags) : runSubnet(wanted, flags);
}

/** Why an epoch did not end: out of memory, or what the chain would have aborted on, in the place of the offset. */
function stopped(weightsField: u32, bondsField: u32): u32 {
  if (trapped == 0) return refuse(MEMORY, 0, 0);
  return refuse(TRAPPED, trapped == 1 ? weightsField : bondsField, trapped);
}

function runEpoch(flags: u32): u32 {
  const mechanism = <usize>INPUT_HEAD + layout.EPOCH_IN_LAST_UPDATE;
  let status = at.readShared(0);
  if (status == FINE) status = at.readYuma();
  if (status == FINE) status = at.readMechanism(mechanism, layout.EPOCH_FIELD_LAST_UPDATE, 1);
  if (status == FINE) status = at.readStake();
  if (status != FINE) return status;
  at.readPreviousConsensus(<usize>INPUT_HEAD + layout.EPOCH_IN_PREVIOUS_CONSENSUS);
  at.giveOut(load<u64>(given(layout.EPOCH_IN_RAO_EMISSION)));
  at.storeBondsIf(flags != BONDLESS);

  const traces = (flags & TRACE) != 0;
  const answer = take(<u64>OUTPUT_HEAD + <u64>layout.EPOCH_OUT_SIZE);
  const trace = take(traces ? <u64>layout.EPOCH_OUT_TRACE_SIZE : 0);
  if (!layOut()) return refuse(MEMORY, 0, 0);
  if (!epoch(matricesOnly || traces)) return stopped(layout.EPOCH_FIELD_WEIGHTS, layout.EPOCH_FIELD_BONDS);

  const struct = answer + <usize>OUTPUT_HEAD;
  memory.fill(struct, 0, layout.EPOCH_OUT_SIZE);
  setBase(answer);
  if (!at.storesBonds) memory.fill(at.bonds.starts, 0, (<usize>at.n + 1) << 2);
  writeEpoch(struct);
  if (traces) {
    if (!hasRoom(traceBytes())) return refuse(MEMORY, 0, 0);
    writeTrace(trace, false);
    writeTraceReference(struct, trace);
  }
  return finish(answer, layout.EPOCH, flags);
}

/** Each mechanism's parts of what is given to miners, to validators of this subnet and of root, u64. null.md 7 */
const miningParts: usize = memory.data(8 * 256);
const localParts: usize = memory.data(8 * 256);
const rootParts: usize = memory.data(8 * 256);

function runSubnet(wanted: u32, flags: u32): u32 {
  const yuma = wanted == layout.YUMA_SUBNET;
  const shift: u32 = 1;
  at.storeBondsIf(true);
  let status = at.readShared(shift);
  if (status != FINE) return status;
  const ruleSetField = layout.EPOCH_FIELD_RULE_SET + shift;
  if (!has(at.rules, yuma ? MECHANISMS : NULL_CONSENSUS)) return refuse(VALUE, ruleSetField, <usize>INPUT_HEAD + layout.EPOCH_IN_RULE_SET);
  if (yuma) status = at.readYuma();
  if (status != FINE) return status;

  const reference = <usize>INPUT_HEAD + (yuma ? layout.YUMA_SUBNET_IN_MECHANISMS : layout.NULL_SUBNET_IN_MECHANISMS);
  const number = yuma ? layout.YUMA_SUBNET_FIELD_MECHANISMS : layout.NULL_SUBNET_FIELD_MECHANISMS;
  const stride = yuma ? layout.YUMA_SUBNET_IN_MECHANISMS_SIZE : layout.NULL_SUBNET_IN_MECHANISMS_SIZE;
  const count = listCount(reference);
  if (count == 0 || count > MAX_MECHANISMS) return refuse(LENGTH, number, reference + 4);
  const first = listAt(reference) - messageAt;
  for (let i: u32 = 0; i < count; i++) {
    status = at.readMechanism(first + <usize>i * stride, number, 0);
    if (status != FINE) return status;
  }

  const traces = (flags & TRACE) != 0;
  const traceSize = yuma ? layout.YUMA_SUBNET_OUT_TRACE_SIZE : layout.NULL_SUBNET_OUT_TRACE_SIZE;
  const answer = take(<u64>OUTPUT_HEAD + <u64>layout.YUMA_SUBNET_OUT_SIZE);
  const mechanisms = take(<u64>count * <u64>layout.YUMA_SUBNET_OUT_MECHANISMS_SIZE);
  const vectors = take(<u64>count * mechanismBytes());
  const trace = traces ? take(<u64>count * <u64>traceSize) : 0;
  if (!layOut()) return refuse(MEMORY, 0, 0);

  const struct = answer + <usize>OUTPUT_HEAD;
  memory.fill(struct, 0, layout.YUMA_SUBNET_OUT_SIZE);
  memory.fill(mechanisms, 0, <usize>count * layout.YUMA_SUBNET_OUT_MECHANISMS_SIZE);
  setBase(answer);
  const total = splitBudgets(yuma, count);
  beginTotals();
  for (let i: u32 = 0; i < count; i++) {
    const own = mechanisms + <usize>i * layout.YUMA_SUBNET_OUT_MECHANISMS_SIZE;
    at.readMechanism(first + <usize>i * stride, number, 0);
    status = yuma
      ? runYumaMechanism(i, first + <usize>i * stride, total, traces)
      : runNullMechanism(i, total);
    if (status != FINE) return status;
    writeMechanism(own, vectors + <usize>i * <usize>mechanismBytes());
    if (traces) {
      if (!hasRoom(traceBytes())) return refuse(MEMORY, 0, 0);
      if (yuma) writeTrace(trace + <usize>i * traceSize, true);
      else writeNullTrace(trace + <usize>i * traceSize);
    }
    if (yuma) keepBonds(own, traces);
    else if (traces) keepArena();
  }
  writeSubnet(struct, mechanisms, count, trace);
  return finish(answer, wanted, flags);
}

/** Splits what is given out over the mechanisms; all of it. mechanisms.md 1, null.md 7 */
function splitBudgets(yuma: bool, count: u32): u64 {
  const minerBudget = load<u64>(given(yuma ? layout.YUMA_SUBNET_IN_MINER_BUDGET : layout.NULL_SUBNET_IN_MINER_BUDGET));
  const local = load<u64>(given(yuma ? layout.YUMA_SUBNET_IN_LOCAL_DIVIDEND_BUDGET : layout.NULL_SUBNET_IN_LOCAL_DIVIDEND_BUDGET));
  const root = load<u64>(given(yuma ? layout.YUMA_SUBNET_IN_ROOT_BUDGET : layout.NULL_SUBNET_IN_ROOT_BUDGET));
  const total = saturatingAddU64(saturatingAddU64(minerBudget, local), root);
  const evenly = !readSplit(yuma, count);
  if (yuma) {
    splitEmission(total, count, evenly);
    return total;
  }
  splitInto(minerBudget, count, evenly, miningParts);
  splitInto(local, count, evenly, localParts);
  splitInto(root, count, evenly, rootParts);
  return total;
}

function splitInto(amount: u64, count: u32, evenly: bool, parts: usize): void {
  splitEmission(amount, count, evenly);
  memory.copy(parts, emissionParts, (<usize>count) << 3);
}

/** The stored split, a u16 for each mechanism. False where there is none that counts. */
function readSplit(yuma: bool, count: u32): bool {
  const flag = yuma ? layout.YUMA_SUBNET_IN_EMISSION_SPLIT : layout.NULL_SUBNET_IN_EMISSION_SPLIT;
  const reference = <usize>INPUT_HEAD + (yuma ? layout.YUMA_SUBNET_IN_EMISSION_SPLIT_VALUE : layout.NULL_SUBNET_IN_EMISSION_SPLIT_VALUE);
  if (!load<u8>(given(flag))) return false;
  const stored = listCount(reference);
  if (stored != count && !has(at.rules, SHORT_SPLIT_PADDED)) return false;
  memory.fill(emissionSplit, 0, (<usize>count) << 1);
  memory.copy(emissionSplit, listAt(reference), (<usize>min(stored, count)) << 1);
  return true;
}

function runYumaMechanism(index: u32, mechanism: usize, total: u64, traces: bool): u32 {
  const part = getU64(emissionParts, index);
  at.readPreviousConsensus(mechanism + layout.YUMA_SUBNET_IN_MECHANISMS_PREVIOUS_CONSENSUS);
  at.giveOut(part);
  if (!epoch(matricesOnly || traces)) return stopped(layout.YUMA_SUBNET_FIELD_MECHANISMS, layout.YUMA_SUBNET_FIELD_MECHANISMS);
  addToTotals(part, total, index == 0, true);
  return FINE;
}

function runNullMechanism(index: u32, total: u64): u32 {
  const mining = getU64(miningParts, index);
  const local = getU64(localParts, index);
  const root = getU64(rootParts, index);
  nullEpoch(mining, saturatingAddU64(local, root), saturatingAddU64(mining, local));
  addToTotals(saturatingAddU64(saturatingAddU64(mining, local), root), total, index == 0, false);
  return FINE;
}

/** The answer that begins at `answer`, or the canonical bytes of it in its place, with the digest where it is asked for. */
function finish(answer: usize, wanted: u32, flags: u32): u32 {
  const end = <usize>arenaBytes;
  if ((flags & (DIGEST | CANONICAL)) == 0) {
    beginOutput(answer, end, wanted, flags, at.ruleSet);
    return FINE;
  }
  const struct = answer + <usize>OUTPUT_HEAD;
  const isSubnet = wanted != layout.EPOCH;
  const length = canonicalLength(answer, struct, isSubnet);
  const head = take(<u64>OUTPUT_HEAD);
  const bytes = take(length);
  if (!reserve()) return refuse(MEMORY, 0, 0);
  writeCanonical(answer, struct, isSubnet, bytes);
  const isCanonical = (flags & CANONICAL) != 0;
  const first = isCanonical ? head : answer;
  beginOutput(first, isCanonical ? bytes + <usize>length : end, wanted, flags, at.ruleSet);
  if ((flags & DIGEST) != 0) sha256(bytes, <u32>length, first + OUTPUT_DIGEST);
  return FINE;
}
