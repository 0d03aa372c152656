import { useSignal } from "@preact/signals";
import type { Document } from "../model/document.js";
import type { Shown } from "../engine/protocol.js";
import { exactAlpha, signed } from "../model/amounts.js";
import { changedColumns, found, sorted, total, type Sort } from "../model/resultColumns.js";
import { scoredOf, votersOf } from "../model/shown.js";
import { doc, other, pinned, played } from "../store.js";
import { Bonds } from "./bonds.js";
import { nameNow } from "./chosen.js";
import { Comparison } from "./comparison.js";
import { Digest } from "./digest.js";
import { ResultTable, type Item } from "./resultTable.js";

/** A network's largest earners first; a story in the order in which it tells of them. */
const FIRST_SORT: Readonly<Record<Document["kind"], Sort>> = {
  scenario: { by: "uid", isAscending: true },
  state: { by: "emission", isAscending: false },
};

type Group = "everyone" | "validators" | "miners";

function uidsOf(group: Group, shown: Shown): number[] {
  if (group === "validators") return votersOf(doc.value, shown.state);
  return group === "miners" ? scoredOf(doc.value, shown.state) : Array.from({ length: shown.state.n }, (_, uid) => uid);
}

function inAll(now: Shown, was: Shown | null): string {
  const sum = total(now.result.emission);
  const difference = was === null ? 0n : sum - total(was.result.emission);
  return `${exactAlpha(sum)} alpha in all${difference === 0n ? "" : ` (${signed(difference, (rao) => exactAlpha(BigInt(rao)))})`}`;
}

/** Why no row is shown. */
function noneText(search: string, isChangedOnly: boolean): string {
  if (search !== "") return `No uid has "${search}" in its name.`;
  return isChangedOnly ? "No uid is other than it was." : "There is nobody here.";
}

export function Results() {
  const sorts = useSignal<Partial<Record<Document["kind"], Sort>>>({});
  const search = useSignal("");
  const group = useSignal<Group>("everyone");
  const changedOnly = useSignal(false);
  const shown = played.value?.shown;
  if (shown === undefined) return null;
  const { kind } = doc.value;
  const sort = sorts.value[kind] ?? FIRST_SORT[kind];
  const before = other.value?.shown ?? null;
  const { result, state } = shown;
  const changed = new Set(
    before === null ? [] : uidsOf("everyone", shown).filter((uid) => changedColumns(uid, result, before.result).length > 0),
  );
  const rowsOf = (of: Group) => {
    const uids = changedOnly.value && before !== null ? uidsOf(of, shown).filter((uid) => changed.has(uid)) : uidsOf(of, shown);
    return sorted(found(uids, search.value, nameNow), sort, result);
  };
  const headed = (heading: string, of: Group): Item[] => {
    const uids = rowsOf(of);
    return uids.length === 0 ? [] : [heading, ...uids];
  };
  const isStory = kind === "scenario";
  const items: Item[] = isStory ? [...headed("Validators", "validators"), ...headed("Miners", "miners")] : rowsOf(group.value);
  return (
    <section class="pane" aria-label="Results">
      <h2>Results</h2>
      <Comparison />
      <div class="bar">
        {state.n > 12 && (
          <label class="grow">
            <span class="visually-hidden">Search by name or uid</span>
            <input
              type="search"
              placeholder="Search by name or uid"
              value={search.value}
              onInput={({ currentTarget: { value } }) => (search.value = value)}
            />
          </label>
        )}
        {!isStory && (
          <label>
            Show{" "}
            <select value={group.value} onChange={({ currentTarget: { value } }) => (group.value = value as Group)}>
              <option value="everyone">everyone</option>
              <option value="validators">validators</option>
              <option value="miners">miners</option>
            </select>
          </label>
        )}
        {before !== null && (
          <label>
            <input
              type="checkbox"
              checked={changedOnly.value}
              onChange={({ currentTarget: { checked } }) => (changedOnly.value = checked)}
            />{" "}
            changed only
          </label>
        )}
        <span class="muted">
          {before === null ? `${state.n} uids` : `Δ ${changed.size} of ${state.n} uids changed`}; {inAll(shown, before)}
        </span>
      </div>
      {items.length === 0 ? (
        <p class="muted">{noneText(search.value, changedOnly.value && before !== null)}</p>
      ) : (
        <ResultTable
          items={items}
          now={result}
          was={before?.result ?? null}
          isBeside={before !== null && pinned.value === null}
          changed={changed}
          sort={sort}
          onSort={(next) => (sorts.value = { ...sorts.value, [kind]: next })}
        />
      )}
      <Bonds shown={shown} before={before} />
      <Digest digest={shown.digest} other={before?.digest ?? null} />
    </section>
  );
}
