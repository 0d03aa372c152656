/** The hosts in other languages, and how each is built and asked. hosts/hosts.json */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

export interface Host {
  readonly name: string;
  /** commands that have to be there, with what makes them say their version */
  readonly needs: readonly (readonly string[])[];
  /** in the host's folder, one after the other */
  readonly build: readonly (readonly string[])[];
  readonly test: readonly (readonly string[])[];
  /** answers lines as `yuma eval` does */
  readonly answers: readonly string[];
  /** with a state's file and seconds behind it: {"host", "nsPerEpoch", "epochs"} */
  readonly bench: readonly string[];
}

export const HOSTS = JSON.parse(readFileSync("hosts/hosts.json", "utf8")) as readonly Host[];

export function folderOf({ name }: Host): string {
  return `hosts/${name}`;
}

/** Why a host cannot run here; null where it can. */
export function missing({ needs }: Host): string | null {
  const absent = needs.find(([command, ...args]) => spawnSync(command!, args, { stdio: "ignore" }).status !== 0);
  return absent === undefined ? null : `${absent[0]} is not here`;
}

/** Runs commands in the host's folder; what they say where one fails. */
export function runAll(host: Host, commands: readonly (readonly string[])[]): string {
  for (const [command, ...args] of commands) {
    const { status, stdout, stderr, error } = spawnSync(command!, args, { cwd: folderOf(host), encoding: "utf8", maxBuffer: 2 ** 28 });
    if (status !== 0)
      return `${command} ${args.join(" ")}: ${error?.message ?? `status ${status}`}\n${`${stdout}\n${stderr}`.slice(-4_000)}`;
  }
  return "";
}

/** The answers to lines, one each. */
export function ask(host: Host, lines: readonly string[]): string[] {
  const [command, ...args] = host.answers;
  const { status, stdout, stderr } = spawnSync(command!, args, {
    cwd: folderOf(host),
    input: `${lines.join("\n")}\n`,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  const answers = stdout.trimEnd().split("\n");
  if (status !== 0 || answers.length !== lines.length) {
    throw new Error(`${host.name}: status ${status}, ${answers.length} answers to ${lines.length} lines\n${stderr.slice(-2_000)}`);
  }
  return answers;
}
