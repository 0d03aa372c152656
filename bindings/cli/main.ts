#!/usr/bin/env node
import { YumaError } from "../errors.js";
import { version } from "../../package.json";
import { EXIT, OutputError, UsageError, didYouMean, finishOutput, print, type Command } from "./command.js";
import { demo } from "./demo.js";
import { diff } from "./diff.js";
import { epoch } from "./epoch.js";
import { evalCommand } from "./eval.js";
import { explain } from "./explain.js";
import { FileError } from "../files/errors.js";
import { decode, encode } from "./flat.js";
import { halving } from "./halving.js";
import { importCommand } from "./import.js";
import { printableLines } from "../text/printable.js";
import { play } from "./play.js";
import { replay } from "./replay.js";
import { retention } from "./retention.js";
import { rules } from "./rules.js";
import { simulate } from "./simulate.js";
import { snapshot } from "./snapshot.js";
import { sweep } from "./sweep.js";
import { verify } from "./verify.js";

const COMMANDS: Record<string, Command> = {
  epoch,
  explain,
  diff,
  eval: evalCommand,
  verify,
  simulate,
  sweep,
  retention,
  halving,
  snapshot,
  replay,
  import: importCommand,
  rules,
  encode,
  decode,
  demo,
  play,
};

const HELP = `usage: yuma COMMAND [ARGUMENTS]

The Yuma consensus of the Bittensor network, bit for bit.

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(11)}${summary}`)
  .join("\n")}

yuma COMMAND --help says more; yuma --version prints the version.
`;

async function main([name, ...args]: string[]): Promise<number> {
  if (name === "--version") {
    await print(`${version}\n`);
    return EXIT.fine;
  }
  if (name === "help" && args.length > 0) return main([args[0]!, "--help", ...args.slice(1)]);
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    await print(HELP);
    return name === undefined ? EXIT.badInput : EXIT.fine;
  }
  if (!Object.hasOwn(COMMANDS, name)) throw new UsageError(`no such command: ${name}${didYouMean(name, Object.keys(COMMANDS))}`);
  const command = COMMANDS[name]!;
  const asked = args.findIndex((argument) => argument === "--help" || argument === "-h");
  if (asked >= 0) {
    const topic = args[asked + 1];
    await print(topic !== undefined && command.helpOn !== undefined ? command.helpOn(topic) : command.help);
    return EXIT.fine;
  }
  return command.run(args);
}

/** The command that was asked for, where there is one; "help" and its topic are asked alike. */
function helpFor([first, second]: string[]): string {
  const name = first === "help" ? second : first;
  return name !== undefined && Object.hasOwn(COMMANDS, name) ? `${name} ` : "";
}

async function run(): Promise<number> {
  const code = await main(process.argv.slice(2));
  await finishOutput();
  return code;
}

run().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const expected = error instanceof YumaError || [UsageError, FileError, OutputError].some((kind) => error instanceof kind);
    const name = error instanceof YumaError ? `${error.name}: ` : "";
    process.stderr.write(`yuma: ${printableLines(expected ? `${name}${(error as Error).message}` : `${(error as Error).stack}`)}\n`);
    if (error instanceof UsageError) process.stderr.write(`yuma ${helpFor(process.argv.slice(2))}--help says how\n`);
    process.exitCode = expected ? EXIT.badInput : 70;
  },
);
