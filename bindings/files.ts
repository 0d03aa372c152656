import { createReadStream, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pipeline, type Duplex, type Readable } from "node:stream";
import { createGunzip, gunzipSync } from "node:zlib";

/** A file that cannot be read; the command ends with exit code 2. */
export class FileError extends Error {}

function failed(path: string, error: unknown): FileError {
  return new FileError(`${path}: ${(error as Error).message}`);
}

/** The whole of a file, or of standard input for "-"; gzip is unpacked. */
export function readText(path: string): string {
  try {
    const bytes = readFileSync(path === "-" ? 0 : path);
    const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return (packed ? gunzipSync(bytes) : bytes).toString("utf8");
  } catch (error) {
    throw failed(path, error);
  }
}

/** The lines of a file, or of standard input for "-", one by one; files ending in .gz are unpacked. */
export async function* readLines(path: string): AsyncGenerator<string> {
  const source: Readable = path === "-" ? process.stdin : createReadStream(path);
  const text: Readable | Duplex = path.endsWith(".gz") ? createGunzip() : source;
  if (text !== source) pipeline(source, text as Duplex, () => undefined);
  const lines = createInterface({ input: text, crlfDelay: Infinity });
  // Neither a broken stream's error nor its place comes through the interface by itself in every version of Node.
  let broken: unknown;
  text.on("error", (error) => {
    broken = error;
    lines.close();
  });
  try {
    yield* lines;
  } catch (error) {
    broken = error;
  }
  if (broken !== undefined) throw failed(path, broken);
}

/** The files themselves, and those below folders whose names end as vectors do; sorted. */
export function vectorFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    try {
      if (!statSync(path).isDirectory()) return [path];
      return readdirSync(path, { recursive: true, encoding: "utf8" })
        .filter((name) => /\.jsonl(\.gz)?$|(^|[\\/])large\.json$/.test(name))
        .sort()
        .map((name) => join(path, name));
    } catch (error) {
      throw failed(path, error);
    }
  });
}
