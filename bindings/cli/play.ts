import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { reasonOf } from "../files/errors.js";
import { fromBytesOf } from "../files/read.js";
import { decodeState, isFlat } from "../interface/flat.js";
import { decodeText } from "../text/decode.js";
import { anyState } from "./anyState.js";
import { integerOption } from "./chainOptions.js";
import { EXIT, UsageError, parse, print, type Command } from "./command.js";
import { openPlayground, type Opened, type Playground } from "./playServer.js";

/** Beside the command in the package. */
const SITE = fileURLToPath(new URL("../site", import.meta.url));

const PORT = 4_173;

/** More than the state of any subnet, and what a page takes as a part of itself. */
const MOST_BYTES = 2 ** 26;

export const play: Command = {
  summary: "the playground in a browser, on a state of one's own",
  help: `usage: yuma play [FILE|-] [--port N]

Serves the playground on this machine's own address, which nobody else reaches, prints that address and goes on until it
is ended (Ctrl-C). With FILE the page opens on it: a state or a subnet as JSON (gzip is unpacked; - is standard input) or
in the flat form, or what "yuma import" reads. The file is checked first.

  --port N  default: ${PORT}, or any other where that is taken

exit codes: 0 ended, 2 bad usage, bad input, or a port that cannot be had
`,
  async run(args) {
    const { values, positionals } = parse(args, { port: { type: "string" } });
    if (positionals.length > 1) throw new UsageError("expected at most one FILE");
    const port = values.port === undefined ? undefined : integerOption("--port", values.port, 0, 65_535);
    const [path] = positionals;
    const opened = path === undefined ? null : await readOpened(path);
    const playground = await openSomewhere(port, opened);
    try {
      // Before anybody can read the address.
      const end = ended();
      await print(`The playground${opened === null ? "" : `, with ${opened.name},`} is at ${playground.address}\nCtrl-C ends it.\n`);
      await end;
    } finally {
      await playground.close();
    }
    return EXIT.fine;
  },
};

/** @throws FileError where it is nothing that the page can open */
async function readOpened(path: string): Promise<Opened> {
  const { importFile } = await import("../chain/index.js");
  const name = path === "-" ? "standard input" : basename(path);
  return fromBytesOf(
    path,
    (bytes, stored) => {
      if (isFlat(bytes) === "state") decodeState(bytes);
      else {
        try {
          anyState(decodeText(bytes));
        } catch (noState) {
          try {
            importFile(bytes, { name });
          } catch {
            throw noState;
          }
        }
      }
      return { name, bytes: stored };
    },
    MOST_BYTES,
  );
}

async function openSomewhere(port: number | undefined, opened: Opened | null): Promise<Playground> {
  try {
    return await openPlayground(SITE, port ?? PORT, opened);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (port === undefined && code === "EADDRINUSE") return openPlayground(SITE, 0, opened);
    if ((error as NodeJS.ErrnoException).syscall !== "listen") throw error;
    throw new UsageError(`--port: ${port ?? PORT}: ${reasonOf(error)}`);
  }
}

const CTRL_C = 3;

/**
 * Waits for Ctrl-C, or for whoever else ends it. At a terminal that is read as a key, as a signal goes to npm and the shell
 * too, which then end as if something had failed.
 */
function ended(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
    const { stdin } = process;
    if (!stdin.isTTY) return;
    stdin.setRawMode(true).on("data", (keys: Buffer) => {
      if (!keys.includes(CTRL_C)) return;
      stdin.setRawMode(false).pause();
      resolve();
    });
  });
}
