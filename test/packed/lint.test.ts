/** The package as it is packed, before those who look at packages: linters, registries, readers of the README. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ROOT } from "../engines/engines.js";
import { installPacked } from "./unpack.js";

const { folder, tarball } = installPacked("lint");
afterAll(() => rmSync(folder, { recursive: true }));

const installed = join(folder, "node_modules/yuma-consensus");
const read = (path: string) => readFileSync(join(installed, path), "utf8");

/** One of npm's commands, which have to find nothing. */
function expectNothingFound(command: string, ...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(join(ROOT, "node_modules/.bin", command), args, { cwd: ROOT, encoding: "utf8" });
  expect({ status, told: status === 0 ? "" : stdout + stderr }).toEqual({ status: 0, told: "" });
}

describe("the package, as it is packed", () => {
  it("is right to publint", () => expectNothingFound("publint", "run", "--strict", tarball));

  it("has types that are right to @arethetypeswrong/cli, for ESM", () => {
    expectNothingFound("attw", tarball, "--profile", "esm-only", "--no-definitely-typed");
  });

  it("says where it comes from, by one address", () => {
    const { homepage, bugs, repository } = JSON.parse(read("package.json"));
    const [, address] = /^git\+(https:\/\/.+)\.git$/.exec(repository.url)!;
    expect([homepage, bugs]).toEqual([`${address}#readme`, `${address}/issues`]);
  });

  it("is found by resolvers that know no exports", () => {
    const { main, types, exports } = JSON.parse(read("package.json"));
    expect([main, types]).toEqual([exports["."].default, exports["."].types]);
  });

  it("holds whatever its README links", () => {
    const links = [...read("README.md").matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
    const files = links.filter((link) => !/^(https:|#)/.test(link)).map((link) => link.replace(/#.*/, ""));
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => !existsSync(join(installed, file)))).toEqual([]);
  });

  it("has a heading for every place in it that its README links", () => {
    const text = read("README.md");
    const slugs = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      heading!
        .toLowerCase()
        .replace(/[^\w -]/g, "")
        .replaceAll(" ", "-"),
    );
    const places = [...text.matchAll(/\]\(#([^)\s]+)\)/g)].map(([, place]) => place!);
    expect(places.filter((place) => !slugs.includes(place))).toEqual([]);
  });
});
