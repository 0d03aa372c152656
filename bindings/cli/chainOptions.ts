import { statSync } from "node:fs";
import type { Chain } from "../chain/index.js";
import { RULE_SET_IDS } from "../ruleSets/ruleSets.js";
import { checkPlace, realName } from "../files/write.js";
import type { RuleSet } from "../types.js";
import { UsageError, didYouMean } from "./command.js";
import { Progress } from "./progress.js";

/** The options of every command that asks a node. */
export const CHAIN_OPTIONS = {
  endpoint: { type: "string" },
  netuid: { type: "string" },
  genesis: { type: "string" },
  rules: { type: "string" },
  stakes: { type: "string" },
  retries: { type: "string" },
  concurrency: { type: "string" },
} as const;

export const CHAIN_HELP = `the node:
  --endpoint URL    wss:, ws:, https: or http:; none is built in. Epochs older than some 256 blocks need an archive node
  --netuid N        the subnet
  --genesis HASH    refuse a network with another first block
  --rules NAME      a rule set in place of the one that the runtime's spec says
  --stakes WAY      call (default): one runtime call; storage: the maps that it reads
  --retries N       how often a request is asked again, with doubled waits, where the node is busy (default 5)
  --concurrency N   requests under way at once (default 4)
`;

interface Given {
  endpoint?: string | undefined;
  netuid?: string | undefined;
  genesis?: string | undefined;
  retries?: string | undefined;
  concurrency?: string | undefined;
}

/** What only a node is asked, and a recording is not. */
export const OF_A_NODE = ["endpoint", "netuid", "genesis", "stakes", "retries", "concurrency"] as const;

/** An integer of an option. @throws UsageError */
export function integerOption(option: string, written: string, least: number, most: number): number {
  const value = /^\d{1,15}$/.test(written) ? Number(written) : Number.NaN;
  if (!(value >= least && value <= most)) throw new UsageError(`${option}: expected an integer from ${least} to ${most}, got ${written}`);
  return value;
}

export function blockOption(option: string, written: string): bigint {
  return BigInt(integerOption(option, written, 1, Number.MAX_SAFE_INTEGER));
}

export function netuidOption(written: string | undefined): number {
  if (written === undefined) throw new UsageError("expected --netuid N");
  return integerOption("--netuid", written, 1, 4_095);
}

export function rulesOption(written: string | undefined): RuleSet | undefined {
  if (written === undefined || (RULE_SET_IDS as readonly string[]).includes(written)) return written as RuleSet | undefined;
  throw new UsageError(`--rules: expected one of ${RULE_SET_IDS.join(", ")}, got ${written}${didYouMean(written, RULE_SET_IDS)}`);
}

export function stakesOption(written = "call"): "call" | "storage" {
  if (written !== "call" && written !== "storage") throw new UsageError(`--stakes: expected call or storage, got ${written}`);
  return written;
}

/** Holds that what comes out can be written, each to a file of its own, before a node is asked. @throws UsageError, FileError */
export function checkOutputs(files: Readonly<Record<string, string | undefined>>): void {
  const options = new Map<string, string>();
  for (const [option, path] of Object.entries(files)) {
    if (path === undefined) continue;
    checkPlace(path);
    // A device takes whatever comes.
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) continue;
    const other = options.get(realName(path));
    if (other !== undefined) throw new UsageError(`${option}: expected another file than that of ${other}`);
    options.set(realName(path), option);
  }
}

/** Options that say nothing beside another one are not passed over in silence. @throws UsageError */
export function refuseBeside(option: string, given: Readonly<Record<string, unknown>>, ...names: string[]): void {
  const clash = names.find((name) => given[name] !== undefined && given[name] !== false);
  if (clash !== undefined) throw new UsageError(`${option}: goes without --${clash}`);
}

/** A node that is asked, and how it is left. @throws UsageError, ChainError */
export async function openNode(given: Given): Promise<{ chain: Chain; progress: Progress; close(): void }> {
  const { endpoint, genesis, retries = "5", concurrency = "4" } = given;
  if (endpoint === undefined) throw new UsageError("expected --endpoint URL of a node");
  const progress = new Progress();
  const options = {
    ...(genesis !== undefined && { genesis }),
    retries: integerOption("--retries", retries, 0, 20),
    concurrency: integerOption("--concurrency", concurrency, 1, 64),
  };
  const { openChain, openTransport } = await import("../chain/index.js");
  const transport = openTransport(endpoint);
  const close = () => {
    progress.clear();
    transport.close?.();
  };
  try {
    const chain = await openChain({
      transport,
      ...options,
      progress: ({ calls, keys, bytes }) => progress.show(`${calls} calls, ${keys} keys, ${Math.round(bytes / 1_000)} kB`),
    });
    return { chain, progress, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** What was asked of the node, in words. */
export function costText({ cost: { calls, retries, keys, bytes } }: Chain): string {
  const again = retries === 0 ? "" : ` (${retries} of them again)`;
  return `${calls} calls${again}, ${keys} keys, ${(bytes / 1e6).toFixed(2)} MB of values`;
}
