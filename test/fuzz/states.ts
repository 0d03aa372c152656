/** Random and hostile states by the thousand: a seed and a number give the same state everywhere. */
import { RULE_SETS, RULE_SET_IDS } from "../../bindings/ruleSets/ruleSets.js";
import type { StoredRows, SubnetState } from "../../bindings/types.js";
import { Draw } from "./draw.js";

const U64_MAX = (1n << 64n) - 1n;
const ONE = 1n << 32n;

/** How the values of one row lie. */
const VALUES: ((draw: Draw) => (uid: number) => number)[] = [
  (draw) => () => draw.u16(),
  (draw) => () => draw.index(65_536),
  (draw) => () => draw.index(4),
  (draw) => () => (draw.oneIn(10) ? draw.u16() : 0),
  (draw) => {
    const value = draw.u16();
    return () => value;
  },
  (draw) => (uid) => 1_000 + 37 * uid + draw.index(3),
  (draw) => (uid) => (draw.oneIn(2) ? 60_000 + uid : 500 + uid),
];

function row(draw: Draw, n: number, hostile: boolean): [number, number][] {
  const valueFor = draw.of(VALUES)(draw);
  const density = draw.of([0, 1, 1, 2, 3, 10]);
  if (draw.oneIn(12)) return n === 0 ? [] : [[draw.index(n), draw.of([1, 65_535, draw.u16()])]];
  const entries: [number, number][] = [];
  for (let uid = 0; uid < n; uid++) if (density > 0 && draw.oneIn(density)) entries.push([uid, valueFor(uid)]);
  if (!hostile) return entries;
  if (draw.oneIn(3)) entries.push([n + draw.index(65_536 - n), draw.u16()]);
  if (draw.oneIn(3) && entries.length > 0) entries.splice(draw.index(entries.length + 1), 0, draw.of(entries));
  if (draw.oneIn(3) && entries.length > 1) {
    const [a, b] = [draw.index(entries.length), draw.index(entries.length)];
    [entries[a], entries[b]] = [entries[b]!, entries[a]!];
  }
  return entries;
}

/** Everybody on everybody. */
function denseRows(draw: Draw, n: number): StoredRows {
  const valueFor = draw.of(VALUES)(draw);
  return {
    starts: Uint32Array.from({ length: n + 1 }, (_, uid) => uid * n),
    uids: Uint16Array.from({ length: n * n }, (_, entry) => entry % n),
    values: Uint16Array.from({ length: n * n }, (_, entry) => (draw.oneIn(50) ? 0 : valueFor(entry % n))),
  };
}

function rows(draw: Draw, n: number, hostile: boolean): StoredRows {
  const starts = new Uint32Array(n + 1);
  const entries: [number, number][] = [];
  const copied = draw.oneIn(6) ? row(draw, n, hostile) : null;
  for (let uid = 0; uid < n; uid++) {
    entries.push(...(copied !== null && !draw.oneIn(4) ? copied : row(draw, n, hostile && draw.oneIn(3))));
    starts[uid + 1] = entries.length;
  }
  return { starts, uids: Uint16Array.from(entries, ([uid]) => uid), values: Uint16Array.from(entries, ([, value]) => value) };
}

/** Rao that make telling proportions: equal, one whale, powers of two, parts of exactly one, and sums that wrap. */
const STAKES: ((draw: Draw) => (uid: number) => bigint)[] = [
  (draw) => () => draw.u64() >> 16n,
  (draw) => () => (draw.oneIn(3) ? 0n : draw.u64() >> 20n),
  () => () => 1_000_000_000n,
  (draw) => (uid) => (uid === 0 ? 1n << 50n : draw.u64() >> 40n),
  (draw) => () => 1n << BigInt(draw.index(50)),
  (draw) => (uid) => (uid === 0 ? ONE - 1n : uid === 1 ? 1n : draw.of([0n, 0n, 0n, 1n])),
  (draw) => () => draw.u64() >> BigInt(draw.index(64)),
  // The sum wraps to nearly nothing, so that shares of it saturate; and of their sum, which wraps too, each is one whole.
  (draw) => (uid) => [1n << 62n, U64_MAX, (1n << 62n) + BigInt(draw.index(5_000))][uid] ?? 0n,
];
const HOSTILE_STAKES: typeof STAKES = [...STAKES, (draw) => () => draw.u64(), (draw) => () => draw.of([0n, 1n << 62n, 1n << 63n, U64_MAX])];

function sizeOf(draw: Draw): number {
  if (draw.oneIn(100)) return 40 + draw.index(260);
  return draw.index(draw.of([3, 6, 12, 24, 40]));
}

/** State number `number` of a seed. */
export function fuzzState(seed: bigint, number: number): SubnetState {
  const draw = new Draw((seed << 32n) + BigInt(number));
  const hostile = draw.oneIn(4);
  const n = sizeOf(draw);
  const rao = (hostile ? draw.of(HOSTILE_STAKES) : draw.of(STAKES))(draw);
  const block = () => (hostile && draw.oneIn(6) ? draw.of([0n, U64_MAX, U64_MAX - 1n, 1n << 63n]) : BigInt(draw.index(400)));
  const blocks = (block: () => bigint) => BigUint64Array.from({ length: n }, block);
  const settled = draw.oneIn(2);
  const dense = draw.oneIn(5);
  const someRows = () => (dense && !draw.oneIn(8) ? denseRows(draw, n) : rows(draw, n, hostile));
  const ruleSet = draw.of(RULE_SET_IDS);
  const signed = RULE_SETS[ruleSet].steepnessInHundredths;
  return {
    ruleSet,
    n,
    currentBlock: settled ? 1_000n : block(),
    tempo: draw.of([0, 10, 360, draw.u16()]),
    lastMechanismStepBlock: settled ? 640n : block(),
    lastYumaStepBlock: draw.oneIn(2) ? null : block(),
    activityCutoff: settled || draw.oneIn(2) ? 5_000n : block(),
    lastUpdate: blocks(() => (settled ? 900n + BigInt(draw.index(100)) : block())),
    blockAtRegistration: blocks(() => (settled && !draw.oneIn(8) ? 1n : block())),
    alphaStake: BigUint64Array.from({ length: n }, (_, uid) => rao(uid)),
    stake: BigUint64Array.from({ length: n }, (_, uid) => rao(uid)),
    taoStake: BigUint64Array.from({ length: n }, () => (draw.oneIn(2) ? 0n : draw.u64() >> (hostile ? 0n : 14n))),
    taoWeight: draw.of([0n, 0n, U64_MAX, draw.u64()]),
    stakeThreshold: draw.of([0n, 0n, 1_000n, draw.u64() >> 20n]),
    ownerUid: draw.oneIn(2) ? null : draw.index(n + 2),
    validatorPermits: Uint8Array.from({ length: n }, () => Number(!draw.oneIn(4))),
    maxAllowedValidators: draw.of([0, 1, 64, draw.index(n + 2)]),
    weights: someRows(),
    bonds: someRows(),
    kappa: draw.of([32_767, 32_767, 0, 65_535, draw.u16()]),
    bondsPenalty: draw.of([0, 65_535, draw.u16()]),
    bondsMovingAverage: draw.of([
      900_000n,
      975_000n,
      BigInt(draw.index(1_000_001)),
      BigInt(draw.index(1_000_001)),
      ...(hostile ? [0n, 1_000_000n, 1_000_001n, draw.u64(), 1n << 63n] : []),
    ]),
    yuma3: !draw.oneIn(3),
    liquidAlpha: draw.oneIn(2),
    alphaSigmoidSteepness: draw.of([
      1_000,
      1_000,
      0,
      100,
      32_767,
      draw.index(65_536) - (signed ? 32_768 : 0),
      signed ? -1_000 : 10,
      signed ? -32_768 : 65_535,
    ]),
    alphaLow: draw.of([45_875, draw.u16()]),
    alphaHigh: draw.of([58_982, draw.u16()]),
    liquidAlphaConsensusMode: draw.of(["current", "previous", "auto"] as const),
    previousConsensus: Uint16Array.from({ length: draw.of([0, n, draw.index(n + 3), draw.index(4 * n + 50)]) }, () => draw.u16()),
    commitReveal: draw.oneIn(4),
    commitBlocks: blocks(() => (draw.oneIn(2) ? U64_MAX : block())),
    raoEmission: hostile ? draw.u64() : draw.u64() >> 28n,
  };
}
