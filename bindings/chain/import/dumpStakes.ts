import type { ItemName } from "../items.js";
import { stakesFromStorage } from "../stakes.js";
import type { Draft } from "./draft.js";
import { inOurWords, type DumpView } from "./dumpView.js";

/** Stakes from the maps of a dump, as a node's are read: what is not there counts as nothing. chain-reading.md 3 */
export function takeStakes(dump: DumpView, draft: Draft): void {
  const { netuid, n, hotkeys, entries } = dump;
  const isOf = (network: number) => entries.some(({ item, args }) => item === "TotalHotkeyAlpha" && args[1] === network);
  if (!isOf(netuid) || hotkeys === null) return;
  const stakes = inOurWords(() => stakesFromStorage(dump.with(askedFor(dump, hotkeys)), netuid, n));
  const kin = dump.holds("ChildKeys") || dump.holds("ParentKeys") ? "" : "; no children or parents are in the file";
  const take = (field: "alphaStake" | "taoStake") => {
    draft.state[field] = stakes[field];
    draft.inexact(field, `what is not in the file is taken as nothing${kin}`);
  };
  take("alphaStake");
  if (isOf(0)) take("taoStake");
}

function* askedFor(dump: DumpView, hotkeys: readonly string[]): Generator<[ItemName, ...(number | string)[]]> {
  const { netuid } = dump;
  for (const hotkey of hotkeys) {
    const accounts = [hotkey];
    for (const item of ["ChildKeys", "ParentKeys"] as const) {
      yield [item, hotkey, netuid];
      for (const { account } of dump.at("kin", item, hotkey, netuid) ?? []) accounts.push(account);
    }
    for (const account of accounts) for (const network of [netuid, 0]) yield ["TotalHotkeyAlpha", account, network];
  }
}
