import { diff as diffEpochs, isEqual, type DiffSide, type EpochDiff } from "../diff/index.js";
import { fromFile } from "../files/read.js";
import { fromJson } from "../boundary/input.js";
import { toJson } from "../boundary/jsonForm.js";
import { diffText } from "../report/diffText.js";
import { RULE_SET_IDS } from "../ruleSets/ruleSets.js";
import type { RuleSet } from "../types.js";
import { underRules } from "../simulate/underRules.js";
import { BACKEND_OPTION, EXIT, UsageError, backendNamed, parse, print, type Command } from "./command.js";
import { listed } from "./wrapped.js";

export const diff: Command = {
  summary: "how two states, rule sets or backends differ, stage by stage",
  help: `usage: yuma diff A B [--backend NAME] [--json]
       yuma diff STATE --rules A,B [--backend NAME] [--json]
       yuma diff STATE --backends A,B [--json]

Runs both epochs and compares them exactly: the fields of the states, then what every stage made, in the order of the
epoch. Each line says how many places differ, the first of them, and where two numbers lie furthest apart (raw bits,
rao or u16); > marks the first part of the epoch that differs. - is standard input. Parts of the result that only one of
two rule sets gives are named, and so is what the chain would have aborted on.

  --rules A,B     the same state under two rule sets of
${listed(RULE_SET_IDS, 18, 118)}.
                  Stake is one number up to spec-195, and alpha and weighted TAO later: what the state lacks is made of
                  what it has, and noted
  --backends A,B  the same state on two backends (wasm, wasm-scalar, reference)
  --backend NAME  the backend of both: wasm (default), wasm-scalar or reference
  --json          everything as one JSON object

exit codes: 0 equal, 1 different, 2 bad usage or bad input
`,
  async run(args) {
    const { values, positionals } = parse(args, {
      ...BACKEND_OPTION,
      rules: { type: "string" },
      backends: { type: "string" },
      json: { type: "boolean", default: false },
    });
    const { notes, found } = compare(positionals, values);
    await print(values.json ? `${JSON.stringify(toJson({ notes, ...found }))}\n` : `${diffText(found, notes)}\n`);
    return isEqual(found) ? EXIT.fine : EXIT.difference;
  },
};

interface Values {
  backend: string;
  rules?: string;
  backends?: string;
}

interface Comparison {
  found: EpochDiff;
  notes: string[];
}

function compare(paths: string[], { backend, rules, backends }: Values): Comparison {
  if (rules !== undefined && backends !== undefined) throw new UsageError("--rules and --backends: expected one of the two");
  const state = (path: string) => fromFile(path, fromJson);
  if (rules === undefined && backends === undefined) {
    if (paths.length !== 2) throw new UsageError("expected two STATEs, or one with --rules or --backends");
    const { yuma } = backendNamed(backend);
    const [a, b] = paths.map((path): DiffSide => ({ yuma, state: state(path) }));
    return { found: diffEpochs(a!, b!), notes: [] };
  }
  if (paths.length !== 1) throw new UsageError(`expected one STATE with ${rules === undefined ? "--backends" : "--rules"}`);
  if (rules === undefined) {
    const names = two("--backends", backends!);
    const one = state(paths[0]!);
    const [a, b] = names.map((name): DiffSide => ({ yuma: backendNamed(name, "--backends").yuma, state: one }));
    return { found: diffEpochs(a!, b!), notes: [] };
  }
  const ids = two("--rules", rules).map(ruleSet);
  const { yuma } = backendNamed(backend);
  const one = state(paths[0]!);
  const [a, b] = ids.map((id) => underRules(one, id));
  // The state is one and the same; the rule set is what is being compared.
  return {
    found: { ...diffEpochs({ yuma, state: a!.state }, { yuma, state: b!.state }), inputs: [] },
    notes: [...new Set([...a!.notes, ...b!.notes])],
  };
}

function two(option: string, text: string): string[] {
  const names = text.split(",");
  if (names.length !== 2) throw new UsageError(`${option}: expected two names with a comma between them, got ${text}`);
  return names;
}

function ruleSet(name: string): RuleSet {
  const found = RULE_SET_IDS.find((id) => id === name);
  if (found === undefined) throw new UsageError(`--rules: expected two of ${RULE_SET_IDS.join(", ")}, got ${name}`);
  return found;
}
