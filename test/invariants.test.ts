/** What holds of every result, and where it holds: docs/invariants.md lists them and names these tests. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { RULE_SETS, RULE_SET_IDS } from "../bindings/ruleSets/ruleSets.js";
import type { EpochResult, EpochTrace, FixedRows, SubnetState } from "../bindings/types.js";
import { describeBackends } from "./backends.js";
import { hostileState, plainState } from "../bindings/testing/index.js";

const ONE = 1n << 32n;
const RUNS = { numRuns: 300 };

const sum = (values: Iterable<bigint>) => Array.from(values).reduce((a, b) => a + b, 0n);
const bare = ({ trace: _, digest: __, ...result }: EpochResult) => result;

/** Entries of a row as uid and value. */
function* entriesOf(rows: FixedRows, i: number): Generator<[number, bigint]> {
  for (let k = rows.starts[i]!; k < rows.starts[i + 1]!; k++) yield [rows.uids[k]!, rows.values[k]!];
}

function everyEntry(rows: FixedRows): [i: number, j: number, value: bigint][] {
  const rowsOfAll = Array.from({ length: rows.starts.length - 1 }, (_, i) =>
    Array.from(entriesOf(rows, i), ([j, value]) => [i, j, value] as const),
  );
  return rowsOfAll.flat().map(([i, j, value]) => [i, j, value]);
}

/** Truncation takes less than 2^-32 of each value: a list that was normalised sums to one, or to nothing. */
function expectNormalised(values: BigInt64Array): void {
  const total = sum(values);
  expect(total === 0n || (total <= ONE && total > ONE - BigInt(values.length))).toBe(true);
}

describeBackends("an epoch", ({ yuma }) => {
  const traced = (state: SubnetState): EpochTrace => yuma.epoch(state, { trace: true }).trace;

  it("permits as many as it may, and the owner", () => {
    fc.assert(
      fc.property(hostileState(), (state) => {
        const { newValidatorPermits } = yuma.epoch(state);
        const others = newValidatorPermits.filter((permit, uid) => permit === 1 && uid !== state.ownerUid);
        expect(others.length).toBeLessThanOrEqual(state.maxAllowedValidators);
        if (state.ownerUid !== null && state.ownerUid < state.n) expect(newValidatorPermits[state.ownerUid]).toBe(1);
      }),
      RUNS,
    );
  });

  it("stores bonds of those with a new permit alone", () => {
    fc.assert(
      fc.property(hostileState(), (state) => {
        const { bonds, newValidatorPermits } = yuma.epoch(state);
        newValidatorPermits.forEach((permit, uid) => {
          if (permit === 0) expect(bonds.starts[uid + 1]! - bonds.starts[uid]!).toBe(0);
        });
      }),
      RUNS,
    );
  });

  it("gives the same proportions whatever there is to distribute", () => {
    fc.assert(
      fc.property(hostileState(), fc.bigInt(0n, (1n << 64n) - 1n), (state, raoEmission) => {
        const amounts = { emission: null, serverEmission: null, validatorEmission: null };
        const other = yuma.epoch({ ...state, raoEmission });
        expect({ ...bare(other), ...amounts }).toEqual({ ...bare(yuma.epoch(state)), ...amounts });
      }),
      RUNS,
    );
  });

  it("does not read the weights of a uid without a permit", () => {
    fc.assert(
      fc.property(hostileState(), (state) => {
        const counts = (uid: number) => state.validatorPermits[uid] === 1 || uid === state.ownerUid;
        const values = state.weights.values.slice();
        for (let uid = 0; uid < state.n; uid++) if (!counts(uid)) values.fill(7, state.weights.starts[uid], state.weights.starts[uid + 1]);
        expect(yuma.epoch({ ...state, weights: { ...state.weights, values } })).toEqual(yuma.epoch(state));
      }),
      RUNS,
    );
  });

  it("does not read liquid alpha's parameters without liquid alpha under Yuma3", () => {
    fc.assert(
      fc.property(hostileState(), fc.boolean(), (state, yuma3) => {
        const off = { ...state, yuma3, liquidAlpha: !yuma3 && state.liquidAlpha };
        const other = { ...off, alphaLow: 1, alphaHigh: 2, alphaSigmoidSteepness: 3, previousConsensus: new Uint16Array(0) };
        expect(yuma.epoch(other)).toEqual(yuma.epoch(off));
      }),
      RUNS,
    );
  });

  it("has stakes, incentive and dividends that sum to one, but for truncation, or to nothing", () => {
    fc.assert(
      fc.property(plainState(), (state) => {
        const { stake, activeStake, incentive, dividends } = traced(state);
        for (const values of [stake, activeStake, incentive, dividends]) expectNormalised(values);
      }),
      RUNS,
    );
  });

  it("has a consensus between the least and the greatest weight that voters give", () => {
    fc.assert(
      fc.property(plainState(), (state) => {
        const { activeStake, consensus, weightsNormalized } = traced(state);
        const voters = Array.from(activeStake.keys()).filter((uid) => activeStake[uid]! > 0n);
        const rows = voters.map((uid) => new Map(entriesOf(weightsNormalized, uid)));
        consensus.forEach((value, j) => {
          const given = rows.map((row) => row.get(j) ?? 0n);
          if (given.length === 0) expect(value).toBe(0n);
          else expect(given.some((weight) => weight >= value) && given.some((weight) => weight <= value)).toBe(true);
        });
      }),
      RUNS,
    );
  });

  it("has a consensus that never rises with kappa", () => {
    fc.assert(
      fc.property(plainState(), fc.integer({ min: 0, max: 65_535 }), (state, kappa) => {
        const [low, high] = [Math.min(state.kappa, kappa), Math.max(state.kappa, kappa)];
        const [loose, strict] = [low, high].map((value) => traced({ ...state, kappa: value }).consensus) as [BigInt64Array, BigInt64Array];
        strict.forEach((value, j) => expect(value <= loose[j]!).toBe(true));
      }),
      RUNS,
    );
  });

  it("clips no weight above itself or the consensus, and trusts a validator by what is left", () => {
    fc.assert(
      fc.property(plainState(), (state) => {
        const { clippedWeights, consensus, validatorTrust, weightsNormalized } = traced(state);
        const whole = new Map(everyEntry(weightsNormalized).map(([i, j, value]) => [`${i} ${j}`, value]));
        for (const [i, j, value] of everyEntry(clippedWeights)) {
          expect(value <= whole.get(`${i} ${j}`)!).toBe(true);
          expect(value <= consensus[j]! || value === 0n).toBe(true);
        }
        validatorTrust.forEach((trust, i) => {
          expect(trust).toBe(sum(Array.from(entriesOf(clippedWeights, i), ([, value]) => value)));
        });
      }),
      RUNS,
    );
  });

  it("gives incentive to no uid that nobody with stake weighs", () => {
    fc.assert(
      fc.property(plainState(), (state) => {
        const { activeStake, incentive, weightsNormalized } = traced(state);
        const weighed = new Set(everyEntry(weightsNormalized).flatMap(([i, j, value]) => (activeStake[i]! > 0n && value > 0n ? [j] : [])));
        incentive.forEach((value, j) => expect(value === 0n || weighed.has(j)).toBe(true));
      }),
      RUNS,
    );
  });

  it("gives dividends to nobody without stake under Yuma3", () => {
    fc.assert(
      fc.property(plainState(), (state) => {
        const { activeStake, dividends } = traced({ ...state, yuma3: true });
        dividends.forEach((value, i) => expect(value === 0n || activeStake[i]! > 0n).toBe(true));
      }),
      RUNS,
    );
  });

  it("distributes all but what truncation takes, where anybody has stake", () => {
    fc.assert(
      fc.property(plainState(), (state) => {
        const { emission, trace } = yuma.epoch(state, { trace: true });
        if (sum(trace.stake) === 0n) return;
        // Each share is short of less than two units of 2^-32, and each amount of less than a rao.
        const n = BigInt(state.n);
        const lost = state.raoEmission - sum(emission);
        expect(lost >= 0n && lost <= n + (2n * n * state.raoEmission) / ONE).toBe(true);
      }),
      RUNS,
    );
  });
});

it("the states are of every rule set that takes them", () => {
  const seen = new Set(fc.sample(hostileState(), { numRuns: 2_000, seed: 475 }).map(({ ruleSet }) => ruleSet));
  expect([...seen].toSorted()).toEqual(RULE_SET_IDS.filter((id) => RULE_SETS[id].ownerPrivileged).toSorted());
});
