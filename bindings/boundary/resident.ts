/** The boundary in front of resident states: every change is checked here, whoever holds the state. */
import { EpochInputError, ResidentClosedError } from "../errors.js";
import { UNREAD } from "../ruleSets/fields.js";
import { unknownName } from "../text/nearest.js";
import { fieldPath } from "../text/show.js";
import type {
  EpochOptions,
  HistoricEpochResult,
  ResidentOptions,
  ResidentState,
  StateChanges,
  StoredRow,
  SubnetState,
  UidField,
} from "../types.js";
import { isArray, mapped, viewOf } from "../values/arrays.js";
import { EPOCH_OUTPUTS } from "./epochOutputs.js";
import { REMARKS, STATE_FIELDS, checkOptions, plainRecord, record, refuseMeaning, type CheckedState, type Fields } from "./input.js";
import { boolean, integer, u64, uidOf, type Kind } from "./kinds.js";
import { STORED, nextBlocks, type StoredPart } from "./nextEpoch.js";

export type ResultPart = Exclude<keyof HistoricEpochResult, "trace" | "digest">;
export type RowsField = "weights" | "bonds";

/** What a run is asked for. */
export interface HeldOptions extends Required<EpochOptions> {
  outputs: readonly ResultPart[];
  /** which of the outputs become fields of the state once they are read; empty: the state stays */
  stored: readonly (readonly [field: keyof CheckedState, output: StoredPart])[];
}

/** A state as an engine holds it; all that comes has been checked, and is read by the rule set. */
export interface HeldState {
  /** @throws EpochSizeError, and then all is as it was */
  change(fields: Partial<CheckedState>): void;
  setElement(name: UidField, uid: number, value: number | bigint): void;
  /** @throws EpochSizeError, and then all is as it was */
  setRow(name: RowsField, uid: number, row: StoredRow): void;
  /** the outputs that the rule set has, and what else was asked for. @throws EpochSizeError, and then all is as it was */
  run(options: HeldOptions): Partial<HistoricEpochResult>;
  state(): CheckedState;
}

export const OUTPUTS = /* @__PURE__ */ (() => Object.keys(EPOCH_OUTPUTS.epoch.fields!) as ResultPart[])();

const flag = /* @__PURE__ */ integer(0, 1, "0 or 1");

const ELEMENTS: Readonly<Record<UidField, Kind<number> | Kind<bigint>>> = {
  lastUpdate: u64,
  blockAtRegistration: u64,
  commitBlocks: u64,
  alphaStake: u64,
  taoStake: u64,
  stake: u64,
  validatorPermits: flag,
};

export const outputsKind: Pick<Kind<readonly ResultPart[]>, "check"> = {
  check(value, path) {
    if (!isArray(value)) throw new EpochInputError(path, "an array of names of outputs", value);
    return mapped(value, (name: unknown, i) => {
      if (OUTPUTS.includes(name as ResultPart)) return name as ResultPart;
      throw unknownName(`${path}[${i}]`, `one of the outputs ${OUTPUTS.join(", ")}`, name, OUTPUTS);
    });
  },
};

const OPTIONS = { outputs: outputsKind, trace: boolean, digest: boolean, views: boolean, advance: u64 };

/** The size of a state and its rules stay. */
const FIXED = ["n", "ruleSet"];

/**
 * All fields are read before the first is checked, and checked before the first is written.
 * @param path where the changes stand among others, in front of the field that an error names
 * @throws EpochInputError
 */
export function checkChanges(given: StateChanges, { n, ruleSet }: Pick<CheckedState, "n" | "ruleSet">, path = ""): Partial<CheckedState> {
  const from = plainRecord(given, path === "" ? "fields" : path);
  const at = (name: string) => fieldPath(path, name);
  const names = Object.keys(STATE_FIELDS) as (keyof SubnetState)[];
  for (const name of Object.keys(from)) {
    if (FIXED.includes(name))
      throw new EpochInputError(at(name), "no such change (another size, other rules: another resident state)", from[name]);
    if (!Object.hasOwn(STATE_FIELDS, name) && !(REMARKS as readonly string[]).includes(name))
      throw unknownName(at(name), `one of the fields ${names.filter((known) => !FIXED.includes(known)).join(", ")}`, name, names);
  }
  const taken = names.map((name) => {
    const { take } = STATE_FIELDS[name] as Kind<unknown>;
    return take === undefined ? from[name] : take(from[name], at(name));
  });
  const checked: Record<string, unknown> = {};
  names.forEach((name, i) => {
    if (taken[i] !== undefined) checked[name] = (STATE_FIELDS[name] as Kind<unknown>).check(taken[i], at(name), n);
  });
  const changes = checked as Partial<CheckedState>;
  if (changes.alphaSigmoidSteepness !== undefined) refuseMeaning({ ...changes, ruleSet } as CheckedState, path);
  for (const name of UNREAD[ruleSet].keys()) delete checked[name];
  return changes;
}

const ROW = ["uids", "values"];

/**
 * One row, whose arrays are not copied.
 * @param others fields that it has beside its uids and values
 * @throws EpochInputError
 */
export function checkRow(given: unknown, path: string, others: readonly string[] = []): StoredRow & Record<string, unknown> {
  const from = record(given, path);
  const names = [...others, ...ROW];
  for (const name of Object.keys(from)) {
    if (!names.includes(name)) throw unknownName(fieldPath(path, name), `one of the fields ${names.join(", ")}`, name, names);
  }
  const taken: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, from[name]]));
  const [uids, values] = [viewOf(Uint16Array, taken["uids"]), viewOf(Uint16Array, taken["values"])];
  if (uids === null) throw new EpochInputError(`${path}.uids`, "a Uint16Array", taken["uids"]);
  if (values === null) throw new EpochInputError(`${path}.values`, "a Uint16Array", taken["values"]);
  if (values.length !== uids.length) throw new EpochInputError(`${path}.values`, `length ${uids.length}`, values.length);
  return { ...taken, uids, values };
}

/** The handle on a state that is held somewhere. */
export function residentState(held: HeldState, { n, ruleSet, currentBlock }: CheckedState): ResidentState<HistoricEpochResult> {
  const unread = UNREAD[ruleSet];
  const uidKind = uidOf(n);
  const read = (fields: object) => Object.fromEntries(Object.entries(fields).filter(([name]) => !unread.has(name)));
  const stored = Object.entries(read(STORED)) as unknown as HeldOptions["stored"];
  let open: HeldState | null = held;
  let block = currentBlock;

  const holder = (): HeldState => {
    if (open === null) throw new ResidentClosedError();
    return open;
  };
  const setRow = (name: RowsField) => (uid: number, row: StoredRow) =>
    holder().setRow(name, uidKind.check(uid, "uid", n), checkRow(row, "row"));
  // Memory is free once nobody holds it.
  const close = () => void (open = null);

  const resident: Omit<ResidentState<HistoricEpochResult>, typeof Symbol.dispose> = {
    n,
    setWeights: setRow("weights"),
    setBonds: setRow("bonds"),
    set(field, uid, value) {
      const state = holder();
      const names = Object.keys(ELEMENTS);
      if (!names.includes(field)) {
        throw unknownName("field", `one of the fields ${names.join(", ")}`, field, names);
      }
      const at = uidKind.check(uid, "uid", n);
      const element = ELEMENTS[field].check(value, `${field}[${at}]`, n);
      if (!unread.has(field)) state.setElement(field, at, element);
    },
    change(fields) {
      const state = holder();
      const changes = checkChanges(fields, { n, ruleSet });
      state.change(changes);
      block = changes.currentBlock ?? block;
    },
    run(options: ResidentOptions = {}) {
      const state = holder();
      const { outputs = OUTPUTS, advance, ...asked } = checkOptions(options as ResidentOptions<ResultPart>, OPTIONS);
      if (advance !== undefined) u64.check(block + advance, "options.advance", 0);
      const result = state.run({
        outputs,
        trace: asked.trace === true,
        digest: asked.digest === true,
        views: asked.views === true,
        stored: advance === undefined ? [] : stored,
      });
      if (advance !== undefined) {
        state.change(read(nextBlocks({ currentBlock: block, ruleSet }, advance)) as Partial<CheckedState>);
        block += advance;
      }
      return result as never;
    },
    state() {
      const state = holder().state();
      for (const name of unread.keys())
        if ((STATE_FIELDS as Fields<SubnetState>)[name as keyof SubnetState].optional) delete state[name as "stake"];
      return state as never;
    },
    close,
  };
  return { ...resident, ...(Symbol.dispose && { [Symbol.dispose]: close }) } as ResidentState<HistoricEpochResult>;
}
