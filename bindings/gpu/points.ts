/** Points of a sweep: what a network has that the state on the device has not. */
import { STATE_FIELDS, plainRecord, refuseMeaning, type CheckedState } from "../boundary/input.js";
import { uidOf, type Kind } from "../boundary/kinds.js";
import { checkRow } from "../boundary/resident.js";
import { EpochInputError } from "../errors.js";
import { UNREAD } from "../ruleSets/fields.js";
import { unknownName } from "../text/nearest.js";
import { fieldPath } from "../text/show.js";
import type { UidRow } from "./types.js";
import { isArray, mapped } from "../values/arrays.js";
import { consensusOf } from "./vectors.js";

/** What a point may not change, and what instead. */
const NO_DELTA: Readonly<Record<string, string>> = {
  n: "no such change (another size: another state to upload)",
  ruleSet: "no such change (other rules: another state to upload)",
  weights: "no such change (single rows by weightRows; all of them: another state to upload)",
  bonds: "no such change (single rows by bondRows; all of them: another state to upload)",
  stake: "no such change (it is not read from spec-397 on)",
};

const ROWS = ["weightRows", "bondRows"] as const;
const FIELDS = new Set(Object.keys(STATE_FIELDS).filter((name) => !(name in NO_DELTA)));
const NAMES = [...FIELDS, ...ROWS];

export interface Point {
  fields: Partial<CheckedState>;
  weightRows: readonly UidRow[];
  bondRows: readonly UidRow[];
}

/** The points of one call. A row that several of them have is looked at once. */
export class PointsOf {
  private readonly rows = new Map<unknown, UidRow>();
  /** by uid: the list of rows that has named it last */
  private readonly named: Uint32Array;
  private lists = 0;
  private readonly uidKind: Kind<number>;

  constructor(private readonly state: CheckedState) {
    this.named = new Uint32Array(state.n);
    this.uidKind = uidOf(state.n);
  }

  /**
   * Arrays are not copied.
   * @throws EpochInputError where a field is not of its kind, or cannot be a delta
   */
  check(given: unknown, path: string): Point {
    const { n, ruleSet } = this.state;
    const from = plainRecord(given, path);
    const unread = UNREAD[ruleSet];
    const fields: Record<string, unknown> = {};
    const rows: Record<(typeof ROWS)[number], readonly UidRow[]> = { weightRows: [], bondRows: [] };
    // All are read before the first is checked.
    for (const [name, value] of Object.entries(from)) {
      if (Object.hasOwn(NO_DELTA, name)) throw new EpochInputError(fieldPath(path, name), NO_DELTA[name]!, value);
      if (value === undefined) continue;
      if (name === "weightRows" || name === "bondRows") rows[name] = this.checkRows(value, `${path}.${name}`);
      else if (FIELDS.has(name)) {
        const checked = (STATE_FIELDS[name as keyof typeof STATE_FIELDS] as Kind<unknown>).check(value, `${path}.${name}`, n);
        if (!unread.has(name)) fields[name] = checked;
      } else throw unknownName(fieldPath(path, name), `one of the fields ${NAMES.join(", ")}`, name, NAMES);
    }
    if (fields["alphaSigmoidSteepness"] !== undefined) refuseMeaning({ ...fields, ruleSet } as CheckedState, path);
    const { previousConsensus } = fields as Partial<CheckedState>;
    if (previousConsensus !== undefined) fields["previousConsensus"] = consensusOf(previousConsensus, n);
    return { fields: fields as Partial<CheckedState>, ...rows };
  }

  private checkRows(value: unknown, path: string): readonly UidRow[] {
    if (!isArray(value)) throw new EpochInputError(path, "an array of rows", value);
    const list = ++this.lists;
    return mapped(value, (given: unknown, i) => {
      let row = this.rows.get(given);
      if (row === undefined) this.rows.set(given, (row = this.checkRow(given, `${path}[${i}]`)));
      if (this.named[row.uid] === list) throw new EpochInputError(`${path}[${i}].uid`, "each row once", row.uid);
      this.named[row.uid] = list;
      return row;
    });
  }

  private checkRow(given: unknown, path: string): UidRow {
    const { uid, uids, values } = checkRow(given, path, ["uid"]);
    return { uid: this.uidKind.check(uid, `${path}.uid`, this.state.n), uids, values };
  }
}
