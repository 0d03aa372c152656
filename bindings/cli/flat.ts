/** yuma encode and yuma decode: a state's flat form, as every host takes it. */
import { toJson } from "../boundary/jsonForm.js";
import { fromBytesOf, fromFile } from "../files/read.js";
import { writeFile } from "../files/write.js";
import { decodeResult, decodeState, encodeState, isFlat } from "../interface/flat.js";
import { anyState } from "./anyState.js";
import { EXIT, UsageError, parse, print, printBytes, type Command } from "./command.js";

const OUT_OPTION = { out: { type: "string", short: "o" } } as const;

function oneFile(positionals: readonly string[]): string {
  if (positionals.length !== 1) throw new UsageError("expected one FILE, or - for standard input");
  return positionals[0]!;
}

export const encode: Command = {
  summary: "a state's JSON as the flat bytes that every host takes",
  help: `usage: yuma encode FILE|- [--out FILE]

Reads a state or a subnet (JSON; gzip is unpacked; - is standard input) and writes its flat form, as docs/interface.md
describes it byte by byte. What the state's rule set does not read is left out.

  -o, --out FILE  where to; default: standard output

exit codes: 0 fine, 2 bad usage or bad input
`,
  async run(args) {
    const { values, positionals } = parse(args, OUT_OPTION);
    const bytes = encodeState(fromFile(oneFile(positionals), anyState));
    if (values.out === undefined) await printBytes(bytes);
    else writeFile(values.out, bytes);
    return EXIT.fine;
  },
};

export const decode: Command = {
  summary: "flat bytes as JSON: a state, or an epoch's answer",
  help: `usage: yuma decode FILE|- [--out FILE]

Reads a flat state, or what "yuma epoch --binary-out" wrote (gzip is unpacked; - is standard input), and writes it as JSON.

  -o, --out FILE  where to; default: standard output

exit codes: 0 fine, 2 bad usage or bad input
`,
  async run(args) {
    const { values, positionals } = parse(args, OUT_OPTION);
    const found = fromBytesOf(oneFile(positionals), (bytes) => (isFlat(bytes) === "result" ? decodeResult(bytes) : decodeState(bytes)));
    const text = `${JSON.stringify(toJson(found))}\n`;
    if (values.out === undefined) await print(text);
    else writeFile(values.out, text);
    return EXIT.fine;
  },
};
