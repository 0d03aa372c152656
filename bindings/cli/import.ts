import { MOST_FILE_BYTES } from "../chain/import/mostBytes.js";
import type { ImportedFile } from "../chain/index.js";
import { fromBytesOf } from "../files/read.js";
import { writeFile } from "../files/write.js";
import { importText } from "../report/importText.js";
import { blockOption, integerOption } from "./chainOptions.js";
import { EXIT, UsageError, parse, print, type Command } from "./command.js";

/** The options that say what a file does not. */
export const IMPORT_OPTIONS = {
  netuid: { type: "string" },
  block: { type: "string" },
  spec: { type: "string" },
  mechanism: { type: "string" },
} as const;

interface Given {
  netuid?: string | undefined;
  block?: string | undefined;
  spec?: string | undefined;
  mechanism?: string | undefined;
}

/** @throws FileError, UsageError */
export async function readImport(path: string, { netuid, block, spec, mechanism }: Given): Promise<ImportedFile> {
  const options = {
    name: path === "-" ? "" : path.replace(/^.*[\\/]/, ""),
    ...(netuid !== undefined && { netuid: integerOption("--netuid", netuid, 0, 65_535) }),
    ...(block !== undefined && { block: blockOption("--block", block) }),
    ...(mechanism !== undefined && { mechanism: integerOption("--mechanism", mechanism, 0, 15) }),
    ...(spec !== undefined && { spec: integerOption("--spec", spec, 1, 2 ** 32 - 1) }),
  };
  const { importFile } = await import("../chain/index.js");
  return fromBytesOf(path, (bytes) => importFile(bytes, options), MOST_FILE_BYTES);
}

export const importCommand: Command = {
  summary: "a subnet's state from a file of other tools, as far as it goes",
  help: `usage: yuma import FILE [-o FILE] [--list] [--netuid N] [--block B] [--spec S] [--mechanism M]

Reads what others wrote of a subnet, and says what it lacks and what is not exact. FILE (- for standard input; gzip is
unpacked) is one of

  a reply of get_neurons, get_neurons_lite or get_subnet_state, SCALE as bytes or as hexadecimal digits
  a dump of storage: {"genesis", "block", "hash", "specVersion", "entries": {key: value}}, [[key, value], ...], or items
  by name with entries as polkadot-js and chopsticks write them
  a metagraph that the Python SDK saved (.pt; nothing in it is ever executed), .npz, or the same as JSON
  JSON of "btcli subnets show --json-output", or of taostats' metagraph (of several pages a list)

docs/guides/import.md says what each of them holds.

  -o FILE      write there; default: standard output. "yuma replay --partial" takes it, as it takes FILE itself
  --list       what is there, what is missing and what is not exact, in place of the JSON
  --netuid N   which subnet of a dump that has several
  --block B    the block after which the state was read, where the file does not say it
  --spec S     the runtime's spec, where a dump does not say it
  --mechanism M  one mechanism of a subnet that has several, from 0; without it a dump gives the form of all

exit codes: 0 fine, 2 bad usage or a file that cannot be used
`,
  async run(args) {
    const short = args.map((argument) => (argument === "-o" ? "--output" : argument.replace(/^-o=/, "--output=")));
    const { values, positionals } = parse(short, {
      ...IMPORT_OPTIONS,
      output: { type: "string" },
      list: { type: "boolean", default: false },
    });
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) throw new UsageError("expected one FILE");
    if (values.list && values.output !== undefined) throw new UsageError("--list: goes without -o");
    const imported = await readImport(path, values);
    if (values.list) {
      await print(`${importText(imported)}\n`);
      return EXIT.fine;
    }
    const { importToJson } = await import("../chain/index.js");
    const text = `${JSON.stringify(importToJson(imported))}\n`;
    if (values.output === undefined) await print(text);
    else writeFile(values.output, text);
    return EXIT.fine;
  },
};
