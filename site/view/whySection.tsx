/** A part of an explanation: its lines, and a table whose last lines sum it up. */
import { useSignal } from "@preact/signals";
import type { Section, SectionTable } from "yuma-consensus/explain/text";
import { holdsUids, named } from "../model/naming.js";
import { choose, nameNow } from "./chosen.js";

function Cell({ text, heading }: { text: string; heading: string | undefined }) {
  if (!holdsUids(heading) || !/^\d+$/.test(text)) return <>{named(text, nameNow)}</>;
  return (
    <button type="button" class="link" onClick={() => choose(Number(text))}>
      {nameNow(Number(text))}
    </button>
  );
}

function Table({ table: { header, rows, names, after = [] } }: { table: SectionTable }) {
  return (
    <div class="scroll">
      <table class="why-table">
        {rows.length > 0 && (
          <thead>
            <tr>
              {header.map((heading, i) => (
                <th key={i} scope="col" class={i < names ? undefined : "number"}>
                  {heading === "" ? <span class="visually-hidden">what became of it</span> : heading}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, r) => (
            <tr key={r}>
              {row.map((text, i) => (
                <td key={i} class={i < names ? undefined : "number"}>
                  <Cell text={text} heading={header[i]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {after.length > 0 && (
          <tfoot>
            {after.map((line) => (
              <tr key={line}>
                <td colSpan={header.length}>{named(line, nameNow)}</td>
              </tr>
            ))}
          </tfoot>
        )}
      </table>
    </div>
  );
}

export function WhySection({ section: { heading, lines, table } }: { section: Section }) {
  const isOpen = useSignal(false);
  return (
    <details open={isOpen.value} onToggle={({ currentTarget: { open } }) => (isOpen.value = open)}>
      <summary>{heading}</summary>
      {isOpen.value && (
        <div class="why-section">
          {lines.map((line) => (
            <p key={line}>{named(line, nameNow)}</p>
          ))}
          {table !== undefined && (table.rows.length > 0 || (table.after ?? []).length > 0) && <Table table={table} />}
        </div>
      )}
    </details>
  );
}
