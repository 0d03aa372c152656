/** The table of results: sorted, searched, and of a large network only the rows in view. */
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { largest, toldColumns, type Sort, type SortKey } from "../model/resultColumns.js";
import type { Played } from "../engine/protocol.js";
import { doc, uid } from "../store.js";
import { choose, nameNow } from "./chosen.js";
import { ResultCell } from "./resultCell.js";
import { useRowWindow } from "./rowWindow.js";

type Result = Played["shown"]["result"];

/** A row, or the heading of a group of them. */
export type Item = number | string;

interface ResultTableProps {
  readonly items: readonly Item[];
  readonly now: Result;
  readonly was: Result | null;
  readonly isBeside: boolean;
  readonly changed: ReadonlySet<number>;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

/** rem; as in results.css */
const ROW_REM = { plain: 2.1, compared: 3.1, beside: 4.2 };

interface HeadingProps extends Pick<ResultTableProps, "sort" | "onSort"> {
  readonly by: SortKey;
  readonly title?: string | undefined;
  readonly children: ComponentChildren;
}

function Heading({ by, title, sort, onSort, children }: HeadingProps) {
  const isSorted = sort.by === by;
  // Numbers are wanted largest first, uids in their order.
  const next = { by, isAscending: isSorted ? !sort.isAscending : by === "uid" };
  return (
    <th scope="col" aria-sort={isSorted ? (sort.isAscending ? "ascending" : "descending") : "none"}>
      <button type="button" title={title} onClick={() => onSort(next)}>
        {children}
        <span aria-hidden="true">{isSorted ? (sort.isAscending ? " ▲" : " ▼") : ""}</span>
      </button>
    </th>
  );
}

/** Where a key leads from a row, or null. */
function indexFor(key: string, at: number, count: number): number | null {
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, PageUp: at - 10, PageDown: at + 10, Home: 0, End: count - 1 }[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}

/** The rows that are not made, above or below those that are. */
function Space({ height }: { height: number }) {
  return height === 0 ? null : (
    <tbody aria-hidden="true">
      <tr style={{ height: `${height}px` }} />
    </tbody>
  );
}

export function ResultTable({ items, now, was, isBeside, changed, sort, onSort }: ResultTableProps) {
  const size = was === null ? "plain" : isBeside ? "beside" : "compared";
  const rows = useRowWindow(items.length, ROW_REM[size]);
  const columns = toldColumns(now, was);
  const most = columns.map((column) => (column.unit === "flag" ? 1 : largest(column, now, was)));
  const chosen = uid.value;
  const uids = items.filter((item) => typeof item === "number");
  const isKeyed = useRef(false);
  const chosenAt = items.indexOf(chosen);
  useLayoutEffect(() => {
    if (isKeyed.current && chosenAt >= 0) rows.show(chosenAt);
    isKeyed.current = false;
  }, [chosenAt]);
  useEffect(() => rows.onScroll(), [items.length]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const to = indexFor(event.key, uids.indexOf(chosen), uids.length);
    if (to === null || uids.length === 0) return;
    event.preventDefault();
    isKeyed.current = true;
    choose(uids[to]!);
  };
  return (
    <div class="scroll results-body" ref={rows.body} onScroll={rows.onScroll}>
      <table
        class={`results ${size} ${doc.value.kind === "scenario" ? "named" : ""}`}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen is a grid
        role="grid"
        aria-label="Results by uid"
        aria-rowcount={items.length + 1}
        tabIndex={0}
        aria-activedescendant={chosenAt >= rows.first && chosenAt < rows.last ? `result-${chosen}` : undefined}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1}>
            <Heading by="uid" sort={sort} onSort={onSort}>
              uid
            </Heading>
            {columns.map(({ id, heading, title }) => (
              <Heading key={id} by={id} title={title} sort={sort} onSort={onSort}>
                {heading}
              </Heading>
            ))}
          </tr>
        </thead>
        <Space height={rows.before} />
        <tbody>
          {items.slice(rows.first, rows.last).map((item, i) =>
            typeof item === "string" ? (
              <tr key={item} class="group" aria-rowindex={rows.first + i + 2}>
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  <span>{item}</span>
                </th>
              </tr>
            ) : (
              <tr
                key={item}
                id={`result-${item}`}
                aria-rowindex={rows.first + i + 2}
                aria-selected={item === chosen}
                class={changed.has(item) ? "changed" : undefined}
                onClick={() => choose(item)}
              >
                <th scope="row" title={nameNow(item)}>
                  <span class="two-lines">
                    {changed.has(item) && (
                      <span class="changed-mark">
                        <span aria-hidden="true">Δ</span>
                        <span class="visually-hidden">changed: </span>
                      </span>
                    )}
                    {nameNow(item)}
                  </span>
                </th>
                {columns.map((column, c) => (
                  <ResultCell
                    key={column.id}
                    column={column}
                    now={now[column.id][item]!}
                    was={(was as Partial<Result> | null)?.[column.id]?.[item]}
                    isBeside={isBeside}
                    most={most[c]!}
                  />
                ))}
              </tr>
            ),
          )}
        </tbody>
        <Space height={rows.after} />
      </table>
    </div>
  );
}
