/**
 * Reading a scenario: every check, and the way from its names and fractions to uids and the chain's integers. The
 * published JSON Schema (scenario.schema.json) describes the same form.
 */
import { isArray } from "../values/arrays.js";
import { EpochInputError, MalformedJsonError, ScenarioError } from "../errors.js";
import { parseJson } from "../text/json.js";
import { integer, oneOf, text, type Kind } from "../boundary/kinds.js";
import { unknownName } from "../text/nearest.js";
import type { Entry } from "./rows.js";
import { checkAlphaOrder, HYPERPARAMETERS, RULE_NAMES } from "./rules.js";
import type { Epochs, Hyperparameters, Rules, Scenario, Variant } from "./types.js";
import { checkedWork } from "./work.js";
import {
  byName,
  each,
  fields,
  fraction,
  inOrder,
  kind,
  listed,
  listOf,
  name,
  newNames,
  optional,
  recordOf,
  uidsByName,
  type Read,
} from "./readers.js";

export const MOST_EPOCHS = 100_000;
export const MOST_UIDS = 4_096;
const MOST_STAKE = 10_000;
const MOST_NOTES = 20;

/** Some hundred megabytes. */
const MOST_ENTRIES = 2 ** 23;

const RAO_PER_MILLIONTH = 1_000_000_000n;

/** Names of uids: how many there may be comes before what they are. */
function newUids(taken: readonly string[]): Read<string[]> {
  const read = newNames(taken);
  return (value, path) => {
    const count = taken.length + (isArray(value) ? value.length : 0);
    if (count > MOST_UIDS) throw new EpochInputError(path, `at most ${MOST_UIDS} validators and servers`, count);
    return read(value, path);
  };
}

/** Remarks on what was read, of which the first few are kept. */
class Notes {
  private readonly kept: string[] = [];
  private count = 0;

  add(note: string): void {
    if (this.count++ < MOST_NOTES) this.kept.push(note);
  }

  list(): string[] {
    return this.count <= MOST_NOTES ? this.kept : [...this.kept, `and ${this.count - MOST_NOTES} more of the kind`];
  }
}

/** Millions of alpha, to the sixth decimal, as rao. */
function stakeRao(notes: Notes): Read<bigint> {
  return (value, path) => {
    const millions = fraction(MOST_STAKE)(value, path);
    const millionths = Math.round(millions * 1e6);
    if (millionths === 0 && millions > 0) notes.add(`${path}: ${millions} is a stake of 0, as it is less than half a millionth`);
    return BigInt(millionths) * RAO_PER_MILLIONTH;
  };
}

/** A fraction as a stored weight; null writes no entry. */
function weight(notes: Notes): Read<number | null> {
  return (value, path) => {
    if (value === null) return null;
    const share = fraction(1)(value, path);
    const stored = Math.round(share * 65_535);
    if (stored === 0 && share > 0)
      notes.add(`${path}: ${share} is stored as an entry of 0, as it is less than half of 1/65535; null stores no entry`);
    return stored;
  };
}

/** A row has an entry for every server, zero where it is not named, but for those that are null; validators only if named. */
function row(validators: readonly string[], servers: readonly string[], notes: Notes): Read<Entry[]> {
  const names = [...validators, ...servers];
  const [ordered, byNames] = [inOrder(servers, weight(notes)), byName(names, weight(notes))];
  let entries = 0;
  return (value, path) => {
    // An empty row has an entry for every server: few characters make many entries.
    entries += names.length;
    if (entries > MOST_ENTRIES) throw new EpochInputError(path, `at most ${MOST_ENTRIES} weights in all rows of all phases`, entries);
    const named = isArray(value) ? new Map([...ordered(value, path)].map(([i, w]) => [validators.length + i, w])) : byNames(value, path);
    return names.flatMap((_, uid): Entry[] => {
      const read = named.has(uid) ? named.get(uid)! : uid < validators.length ? null : 0;
      return read === null ? [] : [[uid, read]];
    });
  };
}

/** One epoch, or the first and the last of several. */
function epochRange(epochs: number): Read<Epochs> {
  const one = kind(integer(0, epochs - 1, `an epoch from 0 to ${epochs - 1}`));
  return (value, path) => {
    if (!isArray(value)) return [one(value, path), value as number];
    if (value.length !== 2) throw new EpochInputError(path, "an epoch, or [first, last]", value);
    const [first, last] = [one(value[0], `${path}[0]`), one(value[1], `${path}[1]`)];
    if (last < first) throw new EpochInputError(`${path}[1]`, `an epoch from ${first} on`, last);
    return [first, last];
  };
}

const HYPERPARAMETER_NAMES = Object.keys(HYPERPARAMETERS) as (keyof Hyperparameters)[];

/** What is not given stays absent. @throws EpochInputError */
const hyperparameters: Read<Partial<Hyperparameters>> = (value, path) => {
  const readers = Object.fromEntries(
    HYPERPARAMETER_NAMES.map((key) => [key, optional<unknown>(kind(HYPERPARAMETERS[key] as Kind<unknown>), undefined)]),
  );
  const read = fields(readers)(value, path);
  return Object.fromEntries(Object.entries(read).filter(([, item]) => item !== undefined));
};

const rules = kind(oneOf(RULE_NAMES));

/** The name of a rule variant, or one with a name of its own. @throws EpochInputError */
export const variant: Read<Variant> = (value, path) => {
  if (typeof value !== "object") return { name: rules(value, path), rules: rules(value, path), hyperparameters: {} };
  return fields<Variant>({ name, rules, hyperparameters: optional(hyperparameters, {}) })(value, path);
};

const VARIANTS: readonly Variant[] = RULE_NAMES.map((id) => variant(id, ""));

function variants(value: unknown, path: string): Variant[] {
  const read = listOf(variant)(value, path);
  newNames([])(
    read.map((one) => one.name),
    path,
  );
  return read;
}

function uidOf(names: readonly string[]): Read<number> {
  const uids = uidsByName(names);
  return (value, path) => {
    const uid = uids.get(value as string);
    if (uid === undefined) throw unknownName(path, `one of the names ${listed(names)}`, value, names);
    return uid;
  };
}

const FIELDS: readonly Exclude<keyof Scenario, "notes">[] = [
  "title",
  "story",
  "validators",
  "servers",
  "epochs",
  "stakes",
  "weights",
  "registrations",
  "bondResets",
  "hyperparameters",
  "changes",
  "variants",
];

/** What an editor checks the file by; no part of the scenario. */
const SCHEMA = "$schema";

function scenario(value: unknown): Scenario {
  const { [SCHEMA]: _, ...from } = recordOf([...FIELDS, SCHEMA], value, "");
  // Names and the number of epochs decide what the other fields may hold.
  const validators = newUids([])(from["validators"], "validators");
  const servers = newUids(validators)(from["servers"], "servers");
  const epochs = kind(integer(1, MOST_EPOCHS, `a number of epochs from 1 to ${MOST_EPOCHS}`))(from["epochs"], "epochs");
  const all = [...validators, ...servers];
  const range = epochRange(epochs);
  const epoch = kind(integer(0, epochs - 1, `an epoch from 0 to ${epochs - 1}`));
  const event = listOf(fields({ epoch, who: uidOf(all) }));
  const change = fields({ epoch, rules: optional<Rules | null>(rules, null), hyperparameters: optional(hyperparameters, {}) });
  const notes = new Notes();
  const read = fields<Omit<Scenario, "notes">>({
    title: name,
    story: optional(kind(text), ""),
    validators: () => validators,
    servers: () => servers,
    epochs: () => epochs,
    stakes: listOf(fields({ epochs: range, stake: each(validators, stakeRao(notes)) })),
    weights: listOf(fields({ epochs: range, weights: each(validators, row(validators, servers, notes)) })),
    registrations: optional(event, []),
    bondResets: optional(event, []),
    hyperparameters: optional(hyperparameters, {}),
    changes: optional(listOf(change), []),
    variants: optional(variants, VARIANTS),
  })(from, "");
  const whole = { ...read, notes: notes.list() };
  checkedWork(whole, whole.variants.length);
  for (const one of whole.variants) checkAlphaOrder(whole, one);
  return whole;
}

/** Reads something of a scenario and names the file, and what may have been meant, where that cannot be done. */
export function inFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof MalformedJsonError && file !== "") throw new MalformedJsonError(`${file}: ${error.message}`);
    if (!(error instanceof EpochInputError)) throw error;
    throw new ScenarioError(file, error);
  }
}

/**
 * A scenario from its JSON form, given as text or already parsed.
 * @param file what errors call it
 * @throws MalformedJsonError where the text is not JSON
 * @throws ScenarioError where it is not a scenario: the file, the place, what was expected and what may have been meant
 */
export function readScenario(json: unknown, file = ""): Scenario {
  text.check(file, "file", 0);
  return inFile(file, () => scenario(parseJson(json)));
}
