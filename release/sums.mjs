/**
 * SHA-256 of the files of a folder, in the form that `sha256sum --check` reads: `node release/sums.mjs FOLDER [OTHER]`. With
 * another folder, which was built apart from it, both have to have the same files, byte for byte.
 */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The sums of the files in a folder whose names fit, by name. */
export function sumsOf(folder, fits = () => true) {
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() && fits(entry.name) ? [entry.name] : []));
  return new Map(
    names.sort().map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    ]),
  );
}

/** What is not the same in both, a line each. */
export function differences(one, other) {
  const names = [...new Set([...one.keys(), ...other.keys()])].sort();
  return names
    .filter((name) => one.get(name) !== other.get(name))
    .map((name) => `${name}: ${one.get(name) ?? "not there"}, and ${other.get(name) ?? "not there"}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, other] = process.argv.slice(2);
  const sums = sumsOf(folder);
  const found = other === undefined ? [] : differences(sums, sumsOf(other));
  for (const [name, sum] of sums) console.log(`${sum}  ${name}`);
  for (const line of found) console.error(line);
  process.exitCode = found.length > 0 || sums.size === 0 ? 1 : 0;
}
