import { largest } from "../../values/extremes.js";
import { EpochInputError } from "../../errors.js";
import type { StoredRows } from "../../types.js";
import { Draft, proportionsOf, raosOf, type ImportedResults } from "./draft.js";
import { arrayOfJson, readNpy, type NumberArray } from "./numbers.js";
import { scanPickle } from "./pickle.js";
import type { Pickled } from "./pickled.js";
import { arrayOfPickled, namedValues } from "./pickledArrays.js";
import { Zip } from "./zip.js";

/** What a metagraph file has by name. */
interface Parts {
  text(name: string): string | null;
  array(name: string): NumberArray | undefined;
}

/** TAO counts for this much; the file has it applied. chain-reading.md 7 */
const TAO_WEIGHT = 0.18;

/** u16 as fractions: by the file's names, newest first, and ours. */
const PROPORTIONS: readonly [readonly string[], keyof ImportedResults][] = [
  [["consensus", "C"], "consensus"],
  [["incentive", "I"], "incentive"],
  [["dividends", "D"], "dividends"],
  [["validator_trust", "Tv"], "validatorTrust"],
];

/** What the Python SDK's metagraph saves. The state is the one after the block, and so after its epoch. chain-reading.md 7 */
function fromParts(parts: Parts): Draft {
  const first = (...names: string[]) => names.map((name) => parts.array(name)).find((found) => found !== undefined);
  const incentive = first("incentive", "I");
  const given = integerOf(first("n"), "n");
  const n = given ?? incentive?.values.length;
  if (n === undefined || incentive === undefined) throw new EpochInputError("incentive", "an array of a metagraph", undefined);
  if (n > 65_535) throw new EpochInputError("n", "a number of uids from 0 to 65535", n);
  const draft = new Draft("metagraph", n);
  const netuid = u16Of(first("netuid"), "netuid");
  const block = integerOf(first("block"), "block");
  draft.block = block === null ? null : BigInt(block);
  draft.network = parts.text("network");
  const uids = first("uids");
  if (uids !== undefined && Array.from(uids.values, Number).some((uid, i) => uid !== i))
    throw new EpochInputError("uids", "the uids from 0 on, in order", "others");

  for (const [names, field] of PROPORTIONS) {
    const found = first(...names);
    if (found === undefined) continue;
    const { values, exact } = proportionsOf(numbers(found, n, names[0]!), names[0]!);
    Object.assign(draft.results, { [field]: values });
    if (!exact) draft.inexact(`results.${field}`, "not all are u16 over 65535; each is the nearest");
  }
  const emission = first("emission", "E");
  if (emission !== undefined) {
    draft.results.emission = raosOf(numbers(emission, n, "emission"), "emission");
    draft.inexact("results.emission", emission.precision === "float64" ? "rounded from tokens" : "of a float of 24 bits");
  }
  const active = first("active");
  if (active !== undefined) draft.results.active = flagsOf(active, n, "active");
  const permits = first("validator_permit");
  if (permits !== undefined) {
    draft.state.validatorPermits = flagsOf(permits, n, "validator_permit");
    draft.results.newValidatorPermits = draft.state.validatorPermits.slice();
  }
  const lastUpdate = first("last_update");
  if (lastUpdate !== undefined)
    draft.state.lastUpdate = BigUint64Array.from(numbers(lastUpdate, n, "last_update"), (value, i) => blockOf(value, `last_update[${i}]`));
  stakes(draft, n, first);
  const weights = first("weights", "W");
  if (weights !== undefined && weights.values.length > 0) {
    draft.state.weights = rowsOf(weights, n, "weights", (row) => {
      const most = largest(row);
      return (value) => Math.round((value / most) * 65_535);
    });
    draft.inexact(
      "weights",
      "scaled so that the largest of a row is 65535, as it is where weights were submitted; without the entries of zero",
    );
  }
  const bonds = first("bonds", "B");
  if (bonds !== undefined && bonds.values.length > 0) {
    const rows = rowsOf(bonds, n, "bonds", () => (value) => value);
    draft.state.bonds = rows;
    draft.results.bonds = { starts: rows.starts.slice(), uids: rows.uids.slice(), values: rows.values.slice() };
    for (const field of ["bonds", "results.bonds"]) draft.inexact(field, "without the entries of zero");
  }
  if (netuid !== null) draft.placeAt(netuid);
  const mechanism = u16Of(first("mechid"), "mechid");
  if (mechanism !== null && mechanism > 0 && draft.mechanism === null) draft.ofMechanism(mechanism);
  return draft;
}

function stakes(draft: Draft, n: number, first: (...names: string[]) => NumberArray | undefined): void {
  const alpha = first("alpha_stake", "AS");
  const tao = first("tao_stake", "TS");
  if (alpha !== undefined) {
    draft.state.alphaStake = raosOf(numbers(alpha, n, "alpha_stake"), "alpha_stake");
    draft.inexact("alphaStake", alpha.precision === "float32" ? "tokens of a float of 24 bits" : "rounded from tokens");
  }
  if (tao !== undefined) {
    const weighted = numbers(tao, n, "tao_stake");
    draft.state.taoStake = raosOf(
      Array.from(weighted, (value) => value / TAO_WEIGHT),
      "tao_stake",
    );
    draft.inexact("taoStake", `the file has it with the weight of ${TAO_WEIGHT}, which is taken out of it again`);
  }
}

function numbers({ values }: NumberArray, n: number, path: string): Float64Array {
  if (values.length !== n) throw new EpochInputError(path, `length ${n}`, values.length);
  return values instanceof Float64Array ? values : Float64Array.from(values, Number);
}

function integerOf(array: NumberArray | undefined, path: string): number | null {
  if (array === undefined) return null;
  const value = Number(array.values[0]);
  if (array.values.length !== 1 || !Number.isSafeInteger(value) || value < 0) throw new EpochInputError(path, "an integer", array.values);
  return value;
}

function u16Of(array: NumberArray | undefined, path: string): number | null {
  const value = integerOf(array, path);
  if (value !== null && value > 65_535) throw new EpochInputError(path, "a u16", value);
  return value;
}

function blockOf(value: number, path: string): bigint {
  if (!Number.isSafeInteger(value) || value < 0) throw new EpochInputError(path, "a block number", value);
  return BigInt(value);
}

function flagsOf(array: NumberArray, n: number, path: string): Uint8Array {
  return Uint8Array.from(numbers(array, n, path), (value, i) => {
    if (value !== 0 && value !== 1) throw new EpochInputError(`${path}[${i}]`, "0 or 1", value);
    return value;
  });
}

/** Of a matrix the rows' entries that are not zero. @throws EpochInputError */
function rowsOf(
  { shape, values }: NumberArray,
  n: number,
  path: string,
  scaleOf: (row: number[]) => (value: number) => number,
): StoredRows {
  if (shape.length !== 2 || shape[0] !== n || shape[1] !== n) throw new EpochInputError(path, `${n} rows of ${n} numbers`, shape);
  const starts = new Uint32Array(n + 1);
  const uids = new Uint16Array(n * n);
  const stored = new Uint16Array(n * n);
  let count = 0;
  for (let i = 0; i < n; i++) {
    const row = Array.from(values.subarray(i * n, (i + 1) * n), Number);
    const scale = scaleOf(row);
    row.forEach((value, uid) => {
      const scaled = value === 0 ? 0 : scale(value);
      if (!(value >= 0) || !Number.isInteger(scaled) || scaled > 65_535)
        throw new EpochInputError(`${path}[${i}][${uid}]`, "a weight or bond that is a u16", value);
      if (scaled === 0) return;
      uids[count] = uid;
      stored[count++] = scaled;
    });
    starts[i + 1] = count;
  }
  return { starts, uids: uids.slice(0, count), values: stored.slice(0, count) };
}

const PICKLE_ADVICE = "a metagraph that was saved; anything else in a pickle is not read: convert it to JSON or .npz where it was made";

/** A pickle by itself, with numpy's arrays in it. @throws EpochInputError */
export function fromPickle(bytes: Uint8Array): Draft {
  return ofPickled(scanPickle(bytes, "pickle"), null);
}

function ofPickled(value: Pickled, storages: Parameters<typeof arrayOfPickled>[2]): Draft {
  // The first thing in the old form of torch's files, which are several pickles one after another.
  if (typeof value === "bigint" && value === 0x1950a86a20f9469cfc6cn)
    throw new EpochInputError(
      "pickle",
      "a file of torch 1.6 or later (a zip); save it again with one, or convert it to JSON or .npz",
      "an older one",
    );
  const named = namedValues(value, "pickle");
  if (!named.has("incentive") && !named.has("I"))
    throw new EpochInputError("pickle", PICKLE_ADVICE, [...named.keys()].slice(0, 10).join(", "));
  return fromParts({
    text: (name) => {
      const found = named.get(name);
      return typeof found === "string" ? found : null;
    },
    array: (name) => (named.has(name) ? arrayOfPickled(named.get(name)!, name, storages) : undefined),
  });
}

/** torch's zip, or numpy's. @throws EpochInputError */
export function fromZip(bytes: Uint8Array): Draft {
  const zip = new Zip(bytes);
  const pickle = zip.names.find((name) => /^[^/]{1,200}\/data\.pkl$/.test(name));
  if (pickle !== undefined) {
    const folder = pickle.slice(0, -"data.pkl".length);
    const little = !zip.names.includes(`${folder}byteorder`) || new TextDecoder().decode(zip.read(`${folder}byteorder`)) !== "big";
    return ofPickled(scanPickle(zip.read(pickle), pickle), (key) => ({ bytes: zip.read(`${folder}data/${key}`), little }));
  }
  if (!zip.names.some((name) => name.endsWith(".npy")))
    throw new EpochInputError(
      "zip",
      "a torch file (data.pkl and data/...) or an .npz (arrays in numpy's format)",
      zip.names.slice(0, 10).join(", "),
    );
  return fromParts({
    text: () => null,
    array: (name) => (zip.names.includes(`${name}.npy`) ? readNpy(zip.read(`${name}.npy`), name) : undefined),
  });
}

/** One array alone, whose name is the file's. @throws EpochInputError */
export function fromNpy(bytes: Uint8Array, file: string): Draft {
  const name = /([A-Za-z_]+)\.npy$/.exec(file)?.[1] ?? "";
  const array = readNpy(bytes, name === "" ? "npy" : name);
  const known = ["incentive", "consensus", "dividends", "validator_trust"];
  if (!known.includes(name))
    throw new EpochInputError("options.name", `one of ${known.map((one) => `${one}.npy`).join(", ")}; several arrays as .npz`, file);
  const draft = new Draft("metagraph", array.values.length);
  const { values, exact } = proportionsOf(numbers(array, array.values.length, name), name);
  const field = PROPORTIONS.find(([names]) => names[0] === name)![1];
  Object.assign(draft.results, { [field]: values });
  if (!exact) draft.inexact(`results.${field}`, "not all are u16 over 65535; each is the nearest");
  return draft;
}

/** Whether an object is what such a metagraph says, in JSON. */
export function isMetagraphJson(value: object): boolean {
  return ["incentive", "I"].some((name) => Object.hasOwn(value, name)) && ["dividends", "D"].some((name) => Object.hasOwn(value, name));
}

/** @throws EpochInputError */
export function fromMetagraphJson(value: Record<string, unknown>): Draft {
  const own = (name: string) => (Object.hasOwn(value, name) ? value[name] : undefined);
  return fromParts({
    text: (name) => (typeof own(name) === "string" ? (own(name) as string) : null),
    array: (name) => arrayOfJson(own(name), name),
  });
}
