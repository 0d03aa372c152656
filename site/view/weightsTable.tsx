/** The weights of a small network: a cell each, a row drawn again only where something in it changed. */
import { Component } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { nameOf } from "../model/document.js";
import { U16_MAX } from "../model/amounts.js";
import { doc, played, rawUnits } from "../store.js";
import { WeightInput } from "./weightInput.js";
import { cellAt, cellText, cellWords, cursor, dragWeight, grid, select, typed, weightKey, type Cell } from "./weightsState.js";

interface RowProps {
  readonly i: number;
  readonly name: string;
  readonly hasPermit: boolean;
  readonly cells: readonly Cell[];
  /** column of the cell at hand, -1 in another row */
  readonly chosen: number;
  /** all that the row shows, to compare by */
  readonly looks: string;
  readonly onDone: () => void;
}

class Row extends Component<RowProps> {
  override shouldComponentUpdate({ looks, chosen }: RowProps): boolean {
    return looks !== this.props.looks || chosen !== this.props.chosen || chosen >= 0;
  }

  override render() {
    const { i, name, hasPermit, cells, chosen, onDone } = this.props;
    return (
      <tr class={hasPermit ? "" : "idle"}>
        <th scope="row" title={name}>
          <span class="name">{name}</span>
          {!hasPermit && (
            <span class="badge" title="Its weights do not count in this epoch.">
              no permit
            </span>
          )}
        </th>
        {cells.map((cell, j) => (
          <WeightCell key={cell.to} i={i} j={j} cell={cell} isChosen={j === chosen} onDone={onDone} />
        ))}
      </tr>
    );
  }
}

function percentOf(value: number): string {
  return `${Math.max(0, (value / U16_MAX) * 100)}%`;
}

interface CellProps {
  readonly i: number;
  readonly j: number;
  readonly cell: Cell;
  readonly isChosen: boolean;
  readonly onDone: () => void;
}

function WeightCell({ i, j, cell, isChosen, onDone }: CellProps) {
  const kind = cell.value < 0 ? "absent" : cell.left < 0 && cell.value > 0 ? "unused" : "";
  const cut = cell.left < 0 ? 0 : cell.value * (1 - cell.left);
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of the grid
      role="gridcell"
      class={`cell ${kind} ${cell.voter === cell.to ? "self" : ""}`}
      data-cell={`${i} ${j}`}
      tabIndex={isChosen ? 0 : -1}
      aria-selected={isChosen}
      aria-label={cellWords(cell)}
      title={cellWords(cell)}
      onFocus={() => select(i, j)}
      onPointerDown={(event) => dragWeight(event, cell, isChosen)}
      onDblClick={() => weightKey(new KeyboardEvent("keydown", { key: "Enter" }))}
    >
      <span class="fill" style={{ height: percentOf(cell.value) }} />
      {cut > 0 && <span class="cut" style={{ height: percentOf(cut), bottom: percentOf(cell.value - cut) }} />}
      {isChosen && typed.value !== null ? <WeightInput cell={cell} onDone={onDone} /> : <span class="text">{cellText(cell)}</span>}
    </td>
  );
}

export function WeightsTable() {
  const table = useRef<HTMLTableElement>(null);
  const { i: row, j: column } = cursor.value;
  const focusChosen = () => table.current?.querySelector<HTMLElement>(`[data-cell="${cursor.peek().i} ${cursor.peek().j}"]`)?.focus();
  useEffect(() => {
    if (table.current?.contains(document.activeElement) && typed.peek() === null) focusChosen();
  }, [row, column]);
  const shown = grid.value!;
  const permits = played.value!.shown.state.validatorPermits;
  return (
    <div class="scroll">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells one moves in is a grid
        role="grid"
        class={`weights ${shown.scored.length > 6 ? "narrow" : ""}`}
        aria-label="Weights"
        ref={table}
        onKeyDown={weightKey}
      >
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">validator</span>
            </th>
            {shown.scored.map((to) => (
              <th key={to} scope="col" title={nameOf(doc.value, to)}>
                <span class="name column-name">{nameOf(doc.value, to)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.voters.map((voter, i) => {
            const cells = shown.scored.map((_, j) => cellAt(shown, i, j));
            const [name, hasPermit] = [nameOf(doc.value, voter), permits[voter] !== 0];
            const looks = [name, hasPermit, rawUnits.value, ...cells.flatMap(({ to, value, left }) => [to, value, left])].join(" ");
            const chosen = i === row ? column : -1;
            return <Row key={voter} {...{ i, name, hasPermit, cells, chosen, looks }} onDone={focusChosen} />;
          })}
        </tbody>
      </table>
    </div>
  );
}
