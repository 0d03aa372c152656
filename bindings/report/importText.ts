import type { ImportedFile, PartialReplay } from "../chain/index.js";
import { textColumns, textTable } from "./table.js";

const NOTHING = "not said";

function head({ kind, netuid, mechanism, block, lastEpoch, state, provenance }: ImportedFile): string {
  const { network, spec } = provenance;
  const said = (value: unknown) => (value === null ? NOTHING : String(value));
  return textColumns([
    ["kind", kind],
    ["network", said(network)],
    ["netuid", said(netuid)],
    ...(mechanism === null ? [] : [["mechanism", String(mechanism)]]),
    ["block", said(block)],
    ["spec", said(spec)],
    ["last epoch", said(lastEpoch)],
    ["uids", String(state.n)],
  ]);
}

/** Those of several mechanisms are named each. */
function fieldsOf(parts: { mechanisms?: object[] }, path: string): string[] {
  const { mechanisms = [], ...rest } = parts;
  const each = mechanisms.flatMap((one, i) => Object.keys(one).map((name) => `mechanisms[${i}].${name}`));
  return [...Object.keys(rest), ...each].map((name) => `${path}${name}`);
}

/** What a file has of a subnet, and what not. */
export function importText(imported: ImportedFile): string {
  const { state, results, missing, notExact } = imported;
  const there = [...fieldsOf(state, ""), ...fieldsOf(results, "results.")];
  const inexact = new Map(notExact.map(({ field, why }) => [field, why]));
  const cells = [
    ...there.map((field) => [field, inexact.has(field) ? "not exact" : "there", inexact.get(field) ?? ""]),
    ...missing.map((field) => [field, "missing", ""]),
  ];
  return `${head(imported)}\n\n${textColumns(cells)}`;
}

const HEADER = ["check", "status", "compared", "left out", "different", "certain", "why"];

function nameOf({ name, mechanism }: PartialReplay["checks"][number]): string {
  return mechanism === null ? name : `${name}, mechanism ${mechanism}`;
}

/** What the stored values say of each other. */
export function partialText(imported: ImportedFile, { checks, rao, verdict }: PartialReplay): string {
  const cells = checks.map((check) => {
    const { status, exact, compared, left, different, single, why } = check;
    const said = status === "different" && !exact ? "different, not exact" : status;
    return [nameOf(check), said, ...[compared, left, different, single].map(String), why];
  });
  const found = checks.flatMap((check) =>
    check.uids.map(
      ({ uid, stored, least, most }) =>
        `${nameOf(check)}: uid ${uid} has ${stored}, where ${least === most ? least : `${least} to ${most}`} is right`,
    ),
  );
  const amount =
    rao === null
      ? []
      : [
          `rao: ${rao.candidates.length > 0 ? `${rao.candidates.slice(0, 10).join(", ")}${rao.candidates.length > 10 ? ", ..." : ""}` : `${rao.least} to ${rao.most}`}`,
        ];
  return [head(imported), "", textTable([HEADER, ...cells], 2), "", ...found, ...amount, `verdict: ${verdict}`].join("\n");
}
