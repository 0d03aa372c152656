import type { EpochDiff, PartDifference } from "../diff/index.js";
import { textTable } from "./table.js";

const HEADER = ["", "stage", "part", "different", "of", "first at", "a", "b", "largest b - a", "at"];

/** Values are raw: bits of a trace, rao, u16. */
function row(part: PartDifference, first: boolean): string[] {
  const { stage, source, field, different, of, largest } = part;
  const value = (scalar: unknown) => (scalar === null ? "nothing" : String(scalar));
  return [
    first ? ">" : "",
    stage,
    `${source} ${field}`,
    String(different),
    String(of),
    part.first.position,
    value(part.first.a),
    value(part.first.b),
    largest === null ? "" : `${largest.difference > 0n ? "+" : ""}${largest.difference}`,
    largest?.position ?? "",
  ];
}

/** "1 part differs", "2 parts differ". */
function differing(count: number, noun: string): string {
  return count === 1 ? `1 ${noun} differs` : `${count} ${noun}s differ`;
}

/** What the epochs gave, in a line: which parts differ, or that one of them gave nothing. */
function outcome({ stages, traps: { a, b } }: EpochDiff): string {
  if (a === null && b === null)
    return stages.length === 0 ? "every stage is equal" : `${differing(stages.length, "stage part")}, the first in ${stages[0]!.stage}`;
  return [
    ["a", a],
    ["b", b],
  ]
    .map(([side, trap]) => (trap === null ? `${side} runs` : `${side} aborts: ${trap}`))
    .join("; ");
}

function onlyIn({ only }: EpochDiff): string[] {
  return (["a", "b"] as const).flatMap((side) => (only[side].length === 0 ? [] : [`only ${side} has ${only[side].join(", ")}`]));
}

/** The differing parts in the order of the epoch; the first of what the epochs made is marked. Notes come first. */
export function diffText(found: EpochDiff, notes: readonly string[] = []): string {
  const { inputs, stages } = found;
  const counts = `${inputs.length === 0 ? "the inputs are equal" : differing(inputs.length, "input field")}; ${outcome(found)}`;
  const rows = [...inputs.map((part) => row(part, false)), ...stages.map((part, i) => row(part, i === 0))];
  const legend = stages.length === 0 ? [] : ["> the first part of the epoch that differs: what comes after it may follow from it"];
  const noted = notes.length === 0 ? [] : [notes.map((note) => `note: ${note}`).join("\n")];
  const table = rows.length === 0 ? [] : [textTable([HEADER, ...rows], 3)];
  return [...noted, ...table, [...legend, ...onlyIn(found), counts].join("\n")].join("\n\n");
}
