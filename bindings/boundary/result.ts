/** Results of an epoch where callers give them back. */
import { isArray, isRevoked, mapped, viewOf } from "../values/arrays.js";
import { EpochInputError } from "../errors.js";
import { checkState, readFields, record, type Fields } from "./input.js";
import { flagList, storedRows, u16Vector, u64List, type Kind } from "./kinds.js";
import { PlainState } from "./plainState.js";
import { residentState, type ResultPart } from "./resident.js";
import type {
  EpochOptions,
  EpochTrace,
  HistoricEpochResult,
  HistoricSubnetEpochResult,
  HistoricSubnetState,
  ResidentOptions,
  ResidentState,
  SubnetState,
  Yuma,
} from "../types.js";

const FIELDS: Fields<Pick<HistoricEpochResult, ResultPart>> = {
  stakeWeight: u16Vector,
  active: flagList,
  consensus: u16Vector,
  incentive: u16Vector,
  dividends: u16Vector,
  validatorTrust: u16Vector,
  ranks: u16Vector,
  trust: u16Vector,
  pruningScores: u16Vector,
  serverEmission: u64List,
  validatorEmission: u64List,
  emission: u64List,
  newValidatorPermits: flagList,
  stake: u64List,
  bonds: storedRows,
};

const REPORTS: readonly ResultPart[] = ["ranks", "trust", "pruningScores"];
const PARTS = Object.keys(FIELDS) as ResultPart[];
const CURRENT_PARTS = PARTS.filter((part) => !REPORTS.includes(part));

/** What a result is made of. One with ranks is of a time when there may have been no stake weight and no stake. */
export function resultParts(result: unknown, path = "result"): readonly ResultPart[] {
  const { ranks, stakeWeight, stake } = record(result, path) as Partial<HistoricEpochResult>;
  if (ranks === undefined) return CURRENT_PARTS;
  return PARTS.filter((part) => (part === "stakeWeight" ? stakeWeight !== undefined : part !== "stake" || stake !== undefined));
}

/**
 * The named parts of a result; whatever else it has is not looked at.
 * @param n number of uids; as many as are `active` unless given
 * @throws EpochInputError
 */
export function checkResult<K extends ResultPart>(
  result: unknown,
  parts: readonly K[],
  n?: number,
  path = "result",
): Pick<HistoricEpochResult, K> {
  const from = record(result, path);
  const taken = Object.fromEntries(parts.map((part) => [part, from[part]]));
  const fields = Object.fromEntries(parts.map((part) => [part, FIELDS[part]])) as Pick<typeof FIELDS, K>;
  return readFields<Pick<HistoricEpochResult, K>>(
    fields as never,
    taken,
    path,
    "check",
    n ?? viewOf(Uint8Array, taken["active"])?.length ?? 0,
  );
}

/** What a subnet's result has of its own beside its mechanisms. */
const OWN_PARTS = PARTS.filter((part) => part !== "incentive" && part !== "bonds");
const MECHANISM_PARTS = ["incentive", "consensus", "serverEmission", "validatorEmission"] as const;

/**
 * The result of a subnet's epoch.
 * @param n number of uids; as many as are `active` unless given
 * @throws EpochInputError
 */
export function checkSubnetResult(result: unknown, n?: number, path = "result"): HistoricSubnetEpochResult {
  const from = record(result, path);
  const ranked = from["ranks"] !== undefined;
  const parts = OWN_PARTS.filter((part) => (REPORTS.includes(part) ? ranked : part !== "stake" || from["stake"] !== undefined || !ranked));
  const totals = checkResult(from, parts, n, path);
  const given = from["mechanisms"];
  if (!isArray(given) || given.length === 0) throw new EpochInputError(`${path}.mechanisms`, "an array of 1 to 256", given);
  const mechanisms = mapped(given, (own: unknown, i) => {
    const place = `${path}.mechanisms[${i}]`;
    const kept = record(own, place)["bonds"] !== undefined;
    return checkResult(own, kept ? [...MECHANISM_PARTS, "bonds"] : MECHANISM_PARTS, totals.active.length, place);
  });
  return { ...totals, mechanisms } as unknown as HistoricSubnetEpochResult;
}

/** Raw bits of each uid. */
const rawVector: Pick<Kind<BigInt64Array>, "check"> = {
  check(value, path, n) {
    const view = viewOf(BigInt64Array, value);
    if (view?.length !== n) throw new EpochInputError(path, `a BigInt64Array of length ${n}`, value);
    return view;
  },
};

const rawRows: Pick<Kind<unknown>, "check"> = {
  check(value, path, n) {
    const { starts, uids, values } = record(value, path);
    const raw = viewOf(BigInt64Array, values);
    if (raw === null) throw new EpochInputError(`${path}.values`, "a BigInt64Array", values);
    return storedRows.check({ starts, uids, values: new Uint16Array(raw.length) }, path, n);
  },
};

const TRACE: { readonly [Part in keyof EpochTrace]-?: Pick<Kind<unknown>, "check"> } = {
  stake: rawVector,
  activeStake: rawVector,
  weightsNormalized: rawRows,
  consensus: rawVector,
  clippedWeights: rawRows,
  validatorTrust: rawVector,
  ranksBeforeNormalize: rawVector,
  incentive: rawVector,
  weightsForBonds: rawRows,
  liquidAlphaConsensus: rawVector,
  dividends: rawVector,
  emaBonds: rawRows,
};

/** Not every epoch runs liquid alpha, and one that reports ranks may have made its bonds of the clipped weights. */
function checkTrace({ trace, ranks }: Partial<HistoricEpochResult>, n: number, path: string): void {
  const from = record(trace, path);
  const sometimes = ranks === undefined ? ["liquidAlphaConsensus"] : ["liquidAlphaConsensus", "weightsForBonds"];
  for (const [part, kind] of Object.entries(TRACE)) {
    if (!sometimes.includes(part) || from[part] !== undefined) kind.check(from[part], `${path}.${part}`, n);
  }
}

/** What not every rule set gives. */
const SOMETIMES: readonly ResultPart[] = [...REPORTS, "stakeWeight", "stake"];

/** Resident states of an engine, with what their runs give checked; of its epochs where it has none itself. */
function residentOf(engine: Partial<Yuma>, epoch: RunEpoch, path: string): Yuma["resident"] {
  const resident = (state: SubnetState): ResidentState<HistoricEpochResult> => {
    if (typeof engine.resident !== "function") {
      const checked = checkState(state);
      return residentState(new PlainState(checked, epoch), checked);
    }
    const own = engine.resident(state as HistoricSubnetState);
    const run = (options: ResidentOptions<ResultPart> = {}) => {
      const result: Partial<HistoricEpochResult> = own.run(options);
      const asked = options.outputs ?? PARTS;
      const given = asked.filter((part) => !SOMETIMES.includes(part) || record(result, `${path}.run()`)[part] !== undefined);
      checkResult(result, given, own.n, `${path}.run()`);
      return result;
    };
    return { ...own, run: run as never };
  };
  return resident as Yuma["resident"];
}

type RunEpoch = (state: SubnetState, options: EpochOptions) => HistoricEpochResult;

/**
 * An engine whose epochs are checked: it may be a caller's own.
 * @throws EpochInputError where it is no engine, and from its `epoch` where that gives no result
 */
export function checkYuma(yuma: unknown, path = "yuma"): Yuma {
  if (isRevoked(yuma) || typeof (yuma as Partial<Yuma> | null | undefined)?.epoch !== "function") {
    throw new EpochInputError(path, "an engine, as loadYuma gives one", yuma);
  }
  const given = `${path}.epoch()`;
  const engine = yuma as Yuma;
  const epoch = (state: SubnetState, options: EpochOptions = {}) => {
    const result = engine.epoch(state, options);
    checkResult(result, resultParts(result, given), state.n, given);
    if (options.trace) checkTrace(result, state.n, `${given}.trace`);
    return result;
  };
  return {
    backend: engine.backend,
    epoch: epoch as Yuma["epoch"],
    resident: residentOf(engine, epoch, `${path}.resident()`),
    subnetEpoch: ((...args: Parameters<Yuma["subnetEpoch"]>) => engine.subnetEpoch(...args)) as Yuma["subnetEpoch"],
  };
}
