import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scratchFolder } from "../engines/bundle.js";
import { ROOT } from "../engines/engines.js";

export interface Packed {
  tarball: string;
  /** where node_modules holds it */
  folder: string;
}

/**
 * The package as npm packs it, installed in a new folder under build/ by hand, so that no registry is asked; whoever asks
 * removes the folder.
 */
export function installPacked(name: string): Packed {
  const folder = scratchFolder(name);
  const target = join(folder, "node_modules/yuma-consensus");
  mkdirSync(target, { recursive: true });
  const packed = execFileSync("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], { cwd: ROOT, encoding: "utf8" });
  const tarball = join(folder, (JSON.parse(packed) as { filename: string }[])[0]!.filename);
  execFileSync("tar", ["-xzf", tarball, "-C", target, "--strip-components=1"]);
  // Without one of its own the folder would be a part of this package, which finds itself by its name.
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  return { tarball, folder };
}
