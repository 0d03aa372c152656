import { record } from "../../boundary/input.js";
import { boolean, u16, u32, u64 } from "../../boundary/kinds.js";
import { EpochInputError } from "../../errors.js";
import { isArray } from "../../values/arrays.js";
import { Draft, inOrderOfUid, proportionsOf, raosOf, type ImportedResults } from "./draft.js";

type Fields = Record<string, unknown>;

function rowsOf(value: unknown, path: string): Fields[] {
  if (!isArray(value) || value.length === 0) throw new EpochInputError(path, "a row for each uid", value);
  if (value.length > 65_535) throw new EpochInputError(path, "at most 65535 rows", value.length);
  const rows: Fields[] = [];
  for (let i = 0; i < value.length; i++) rows.push(record(value[i], `${path}[${i}]`));
  return inOrderOfUid(rows, (row, i) => u16.fromJson(row["uid"], `${path}[${i}].uid`, 0), path);
}

const NUMBER = /^\d{1,20}(\.\d{1,40})?([eE]-?\d{1,3})?$/;

/** A number, or a text of one. @throws EpochInputError */
function numberOf(value: unknown, path: string): number {
  const number = typeof value === "string" && NUMBER.test(value) ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number)) throw new EpochInputError(path, "a number", value);
  return number;
}

function column(rows: readonly Fields[], name: string): number[] {
  return rows.map((row, uid) => numberOf(row[name], `uid ${uid}: ${name}`));
}

function putProportions(draft: Draft, rows: readonly Fields[], name: string, field: keyof ImportedResults): void {
  if (rows[0]![name] === undefined) return;
  const { values, exact } = proportionsOf(column(rows, name), name);
  Object.assign(draft.results, { [field]: values });
  if (!exact) draft.inexact(`results.${field}`, "not all are u16 over 65535; each is the nearest");
}

/** The share of TAO that counts; the file has it applied. chain-reading.md 7 */
const TAO_WEIGHT = 0.18;

/** Whether it is what `btcli subnets show --json-output` prints. */
export function isBtcli(value: Fields): boolean {
  return (
    isArray(value["uids"]) && (value["mechanism_id"] !== undefined || value["alpha_pool"] !== undefined || value["tao_pool"] !== undefined)
  );
}

/** @throws EpochInputError. chain-reading.md 7 */
export function fromBtcli(value: Fields): Draft {
  const rows = rowsOf(value["uids"], "uids");
  const draft = new Draft("btcli", rows.length);
  draft.netuid = u16.fromJson(value["netuid"], "netuid", 0);
  const mechanism =
    value["mechanism_id"] === undefined || value["mechanism_id"] === null ? 0 : u16.fromJson(value["mechanism_id"], "mechanism_id", 0);
  const { tempo } =
    typeof value["tempo"] === "object" && value["tempo"] !== null ? record(value["tempo"], "tempo") : { tempo: value["tempo"] };
  if (tempo !== undefined && tempo !== null) draft.state.tempo = u16.fromJson(tempo, "tempo.tempo", 0);
  putProportions(draft, rows, "incentive", "incentive");
  putProportions(draft, rows, "dividends", "dividends");
  if (rows[0]!["emissions"] !== undefined) {
    draft.results.emission = raosOf(column(rows, "emissions"), "emissions");
    draft.inexact("results.emission", "rounded from tokens");
  }
  if (rows[0]!["alpha_stake"] !== undefined) {
    draft.state.alphaStake = raosOf(column(rows, "alpha_stake"), "alpha_stake");
    draft.inexact("alphaStake", "rounded from tokens");
  }
  if (rows[0]!["tao_stake"] !== undefined) {
    draft.state.taoStake = raosOf(
      column(rows, "tao_stake").map((tokens) => tokens / TAO_WEIGHT),
      "tao_stake",
    );
    draft.inexact("taoStake", `the file has it with the weight of ${TAO_WEIGHT}, which is taken out of it again`);
  }
  const count = value["mechanism_count"];
  if (mechanism > 0 || (typeof count === "number" && count > 1)) draft.ofMechanism(mechanism);
  return draft;
}

/** Whether it is a page, or pages, of the metagraph of taostats. */
export function isTaostats(value: unknown): boolean {
  const page: unknown = isArray(value) ? value[0] : value;
  if (typeof page !== "object" || page === null || !("data" in page) || !isArray(page.data)) return false;
  const row: unknown = page.data[0];
  return typeof row === "object" && row !== null && "uid" in row && "validator_trust" in row;
}

/** One page or a list of all. @throws EpochInputError. chain-reading.md 7 */
export function fromTaostats(value: unknown, netuid: number | null): Draft {
  const pages = isArray(value) ? value : [value];
  const all = pages.flatMap((page: unknown, i) => {
    const data = record(page, `pages[${i}]`)["data"];
    if (!isArray(data)) throw new EpochInputError(`pages[${i}].data`, "a list", data);
    return data.map((row, k) => record(row, `pages[${i}].data[${k}]`));
  });
  const netuids = [...new Set(all.map((row, i) => u16.fromJson(row["netuid"], `data[${i}].netuid`, 0)))];
  const one = netuid ?? (netuids.length === 1 ? netuids[0]! : null);
  if (one === null)
    throw new EpochInputError("options.netuid", `one of the subnets in the file (${netuids.slice(0, 10).join(", ")})`, undefined);
  const mine = all.filter((row) => row["netuid"] === one);
  const total = record(pages[0], "pages[0]")["pagination"];
  const items = typeof total === "object" && total !== null ? (total as Fields)["total_items"] : undefined;
  if (typeof items === "number" && items > all.length)
    throw new EpochInputError("data", `all ${items} rows (all pages, in a list [page, page, ...])`, all.length);
  const rows = rowsOf(mine, "data");
  const draft = new Draft("taostats", rows.length);
  draft.netuid = one;
  const blocks = rows.map((row, uid) => BigInt(u32.fromJson(row["block_number"], `uid ${uid}: block_number`, 0)));
  const other = blocks.findIndex((block) => block !== blocks[0]);
  if (other >= 0)
    throw new EpochInputError(`uid ${other}: block_number`, `${blocks[0]}, as of uid 0: all pages of one block`, blocks[other]);
  draft.block = blocks[0]!;
  putProportions(draft, rows, "consensus", "consensus");
  putProportions(draft, rows, "incentive", "incentive");
  putProportions(draft, rows, "dividends", "dividends");
  putProportions(draft, rows, "validator_trust", "validatorTrust");
  putProportions(draft, rows, "trust", "trust");
  if (draft.results.trust !== undefined) draft.inexact("results.trust", "stale in specs 365 to 396, and without meaning later");
  const flags = (name: string) => Uint8Array.from(rows, (row, uid) => Number(boolean.fromJson(row[name], `uid ${uid}: ${name}`, 0)));
  const raos = (name: string) => BigUint64Array.from(rows, (row, uid) => u64.fromJson(row[name], `uid ${uid}: ${name}`, 0));
  const ifThere = <T>(name: string, read: (name: string) => T, put: (value: T) => void) => {
    if (rows[0]![name] !== undefined && rows[0]![name] !== null) put(read(name));
  };
  ifThere("active", flags, (active) => (draft.results.active = active));
  ifThere("validator_permit", flags, (permits) => {
    draft.state.validatorPermits = permits;
    draft.results.newValidatorPermits = permits.slice();
  });
  ifThere("emission", raos, (emission) => (draft.results.emission = emission));
  ifThere("registered_at_block", raos, (registered) => (draft.state.blockAtRegistration = registered));
  ifThere("updated", raos, (ago) => {
    draft.state.lastUpdate = ago.map((since, uid) => {
      if (since > draft.block!) throw new EpochInputError(`uid ${uid}: updated`, `at most ${draft.block} blocks ago`, since);
      return draft.block! - since;
    });
  });
  ifThere("alpha_stake", raos, (stake) => (draft.state.alphaStake = stake));
  ifThere("root_stake", raos, (stake) => (draft.state.taoStake = stake));
  const inherited = "whether it is before or after what children take and parents give is not said";
  if (draft.state.alphaStake !== undefined) draft.inexact("alphaStake", inherited);
  if (draft.state.taoStake !== undefined) draft.inexact("taoStake", inherited);
  return draft;
}
