/** A dropped file as a document, with what has to be said of it. */
import { decodeState, fromJson, subnetFromJson, type SubnetEpochState, type SubnetState } from "yuma-consensus";
import { readScenario } from "yuma-consensus/simulate";
import type { ImportedFile } from "yuma-consensus/chain";
import { DocumentError, load, scenarioDocument, stateDocument, type Document } from "./document.js";
import { unpacked } from "./share.js";

/** What is read of other tools' files: a script of its own, loaded when such a file comes. */
export type ImportFile = (bytes: Uint8Array, options: { name: string }) => ImportedFile;

export interface OpenedFile {
  readonly doc: Document;
  /** what the page left out of it, or filled in */
  readonly notes: readonly string[];
}

/** Larger than any subnet's state; a browser takes the whole file into memory. */
export const MOST_FILE_BYTES = 2 ** 26;

const TITLE_LETTERS = 60;

function titleOf(name: string): string {
  return name.slice(0, TITLE_LETTERS) || "a state";
}

/** A subnet's state of several mechanisms, as the first of them. */
function ofSubnet(name: string, subnet: SubnetEpochState): OpenedFile {
  if (subnet.epochConsensus === "null")
    throw new DocumentError(`${name}: this is a subnet under Null consensus, whose state has no permits or bonds to show`);
  const { mechanisms, epochConsensus: _, minerBudget, localDividendBudget, rootBudget, emissionSplit: __, ...shared } = subnet;
  const raoEmission = minerBudget + localDividendBudget + rootBudget;
  const state = { ...shared, ...mechanisms[0]!, raoEmission } as SubnetState;
  const notes =
    mechanisms.length === 1 ? [] : [`It has ${mechanisms.length} mechanisms; this is the first of them, with the emission of all.`];
  return { doc: stateDocument(titleOf(name), state), notes };
}

function ofJson(name: string, json: object): OpenedFile | null {
  if ("scenario" in json || ("state" in json && "epochs" in json)) return { doc: load(json), notes: [] };
  // One that has a name wrong is still meant as a scenario, and is told so.
  if ("validators" in json || "servers" in json) {
    const scenario = readScenario(json, name);
    return { doc: scenarioDocument(scenario), notes: scenario.notes };
  }
  if ("epochConsensus" in json || "mechanisms" in json) return ofSubnet(name, subnetFromJson(json));
  // A file of "yuma import" has its state below, and what others print has other names altogether.
  if ("n" in json && "currentBlock" in json && !("results" in json))
    return { doc: stateDocument(titleOf(name), fromJson(json)), notes: [] };
  return null;
}

function ofImport(name: string, imported: ImportedFile): OpenedFile {
  const { kind, state, missing, notExact } = imported;
  const n = state.n ?? 0;
  if (n === 0) throw new DocumentError(`${name}: it was read as ${kind}, and names no uid`);
  const lacking = missing.filter((field) => !field.startsWith("results."));
  const notes = [
    `It was read as ${kind}.`,
    ...(lacking.length === 0 ? [] : [`It lacks ${lacking.join(", ")}: neutral values stand there, and the results follow from those.`]),
    ...notExact.map(({ field, why }) => `${field} is not exact: ${why}.`),
  ];
  return { doc: stateDocument(titleOf(name), state as SubnetState), notes };
}

const BRACE = 0x7b;

/** The first sign that is not space. */
function firstSign(bytes: Uint8Array): number | undefined {
  return bytes.find((byte) => byte > 0x20);
}

function jsonOf(bytes: Uint8Array): object | null {
  if (firstSign(bytes) !== BRACE) return null;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as object;
  } catch (error) {
    throw new DocumentError(`this begins as JSON does, and is none: ${(error as Error).message}`);
  }
}

/** A message of the interface begins with its name and version. docs/interface.md */
function isFlat(bytes: Uint8Array): boolean {
  return bytes[0] === 0x59 && bytes[1] === 0x55 && bytes[2] === 0x4d && bytes[3] === 0x41;
}

/**
 * What a file holds: a state or a scenario of ours, gzip of one, a state in the flat form, and what `yuma import` reads.
 * @param loadImport brings the script that reads other tools' files
 * @throws DocumentError, YumaError where it is none of them
 */
export async function readFile(name: string, given: Uint8Array, loadImport: () => Promise<ImportFile>): Promise<OpenedFile> {
  if (given.length > MOST_FILE_BYTES) throw new DocumentError(`${name}: the page takes files of at most ${MOST_FILE_BYTES / 2 ** 20} MiB`);
  if (given.length === 0) throw new DocumentError(`${name}: the file is empty`);
  const bytes = given[0] === 0x1f && given[1] === 0x8b ? await unpacked(given) : given;
  if (isFlat(bytes)) {
    const state = decodeState(bytes);
    return "mechanisms" in state ? ofSubnet(name, state) : { doc: stateDocument(titleOf(name), state), notes: [] };
  }
  const json = jsonOf(bytes);
  const own = json === null ? null : ofJson(name, json);
  if (own !== null) return own;
  const importFile = await loadImport();
  return ofImport(name, importFile(bytes, { name }));
}
