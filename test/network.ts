import { NO_COMMIT } from "../bindings/values/constants.js";
import type { DistributeHotkey } from "../bindings/economics/types.js";
import type { Network, NetworkSubnet } from "../bindings/simulate/network.js";
import { SplitMix64 } from "../bindings/values/splitmix64.js";
import { rowsOf } from "../bindings/testing/index.js";

const UIDS = 8;
const VALIDATORS = 3;
const TEMPO = 12;
const ALPHA = 1_000_000_000n;
const FIRST_BLOCK = 5_000_000n;

/** A made subnet: three validators (one with a parent of another owner, one with a parent of its own), five miners. */
function madeSubnet(netuid: number, random: SplitMix64): NetworkSubnet {
  const alphaStake = BigUint64Array.from({ length: UIDS }, (_, uid) => (uid < VALIDATORS ? random.nextU48() + 5_000n * ALPHA : 0n));
  const taoStake = BigUint64Array.from({ length: UIDS }, (_, uid) => (uid < VALIDATORS ? random.nextU48() >> 2n : 0n));
  const weights = rowsOf(
    Array.from({ length: UIDS }, (_, i) =>
      i < VALIDATORS ? Array.from({ length: UIDS - VALIDATORS }, (_, j): [number, number] => [VALIDATORS + j, random.nextU16()]) : [],
    ),
  );
  const hotkey = (id: number, owner: number, parents: DistributeHotkey["parents"] = []): DistributeHotkey => ({
    id,
    owner,
    isOwnerHotkey: id === UIDS - 1,
    alphaStake: alphaStake[id] ?? random.nextU48(),
    rootStake: taoStake[id] ?? random.nextU48(),
    children: id >= UIDS ? [1n << 63n] : [],
    parents,
    childkeyTake: 11_796,
    take: 11_796,
  });
  const half = 1n << 63n;
  return {
    coinbase: {
      netuid,
      mechanism: 1,
      movingPriceX32: (BigInt(random.nextU16()) << 16n) + 1n,
      minerBurnedX32: 0n,
      emissionEnabled: netuid !== 4,
      alphaIn: 1_000_000n * ALPHA + random.nextU48(),
      alphaOut: 500_000n * ALPHA + random.nextU48(),
      priceX64: (BigInt(random.nextU16()) << 48n) + 1n,
      ownerCutEnabled: netuid !== 2,
    },
    tempo: TEMPO + netuid,
    lastEpochBlock: FIRST_BLOCK - BigInt(netuid),
    pendingEpochAt: 0n,
    blocksSinceLastStep: BigInt(netuid),
    epochIndex: 0n,
    pendingOwner: 0n,
    pendingServer: 0n,
    pendingValidator: 0n,
    pendingRootAlpha: 0n,
    state: {
      epochConsensus: "yuma",
      ruleSet: "spec-475",
      n: UIDS,
      activityCutoff: 5_000n,
      blockAtRegistration: new BigUint64Array(UIDS).fill(1_000n),
      alphaStake,
      taoStake,
      taoWeight: 3_320_413_933_267_719_290n,
      stakeThreshold: 0n,
      ownerUid: UIDS - 1,
      commitReveal: false,
      tempo: TEMPO + netuid,
      lastMechanismStepBlock: 0n,
      lastYumaStepBlock: null,
      validatorPermits: Uint8Array.from({ length: UIDS }, (_, uid) => Number(uid < VALIDATORS)),
      maxAllowedValidators: VALIDATORS,
      kappa: 32_767,
      bondsPenalty: 65_535,
      bondsMovingAverage: 900_000n,
      yuma3: netuid % 2 === 1,
      liquidAlpha: netuid === 3,
      alphaSigmoidSteepness: 1_000,
      alphaLow: 45_875,
      alphaHigh: 58_982,
      liquidAlphaConsensusMode: "auto",
      emissionSplit: null,
      // Subnet 5 runs two mechanisms.
      mechanisms: Array.from({ length: netuid === 5 ? 2 : 1 }, () => ({
        lastUpdate: new BigUint64Array(UIDS).fill(FIRST_BLOCK - 10n),
        weights,
        bonds: rowsOf(Array.from({ length: UIDS }, () => [])),
        commitBlocks: new BigUint64Array(UIDS).fill(NO_COMMIT),
        previousConsensus: new Uint16Array(0),
      })),
    },
    hotkeys: [
      hotkey(0, 100, [[half, UIDS]]),
      hotkey(1, 101, [[half, UIDS + 1]]),
      ...Array.from({ length: UIDS - 2 }, (_, i) => hotkey(i + 2, 102 + i)),
      hotkey(UIDS, 900),
      hotkey(UIDS + 1, 101),
    ],
  };
}

/** Five subnets; the fourth has its emission switched off. */
export function madeNetwork(): Network {
  const random = new SplitMix64(442n);
  return {
    block: FIRST_BLOCK,
    issuance: 9_500_000_000_000_000n,
    rootTao: 6_000_000_000_000_000n,
    taoWeight: 3_320_413_933_267_719_290n,
    ownerCut: 11_796,
    ckBurn: (1n << 64n) / 20n,
    epochCap: 2,
    subnets: [1, 2, 3, 4, 5].map((netuid) => madeSubnet(netuid, random)),
  };
}
