/** The playground's server, on a folder of its own: what it gives out, to whom, and how it ends. */
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, request, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openPlayground, ownHosts, type Opened, type Playground } from "../bindings/cli/playServer.js";
import { btcli, madeSubnet } from "./chain/importWriters.js";
import { readVectors } from "./vectors.js";

const POLICY = "default-src 'none'; script-src 'self'";
const PAGE = `<!doctype html>
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<!--opened-->
<script src="app.js"></script>
`;

let folder: string;
/** the command as in the package, with a page of the test's own beside it */
let command: string;
let state: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuma-play-"));
  const site = join(folder, "dist/site");
  mkdirSync(join(site, "docs"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(site, "index.html"), PAGE);
  writeFileSync(join(site, "app.js"), "1;");
  writeFileSync(join(site, "style.css"), "a{}");
  writeFileSync(join(site, "engine.wasm"), "wasm");
  writeFileSync(join(site, "docs/index.html"), "<p>docs");
  symlinkSync(join(folder, "secret.txt"), join(site, "link.txt"));
  for (const part of ["cli", "chain", "pool", "errors.js"]) cpSync(join("dist", part), join(folder, "dist", part), { recursive: true });
  writeFileSync(join(folder, "dist/package.json"), '{"type":"module"}');
  command = join(folder, "dist/cli/main.js");
  state = join(folder, "state.json");
  writeFileSync(state, JSON.stringify(readVectors("epoch/basic")[0]!.in));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** The path goes out as it is written, as no browser would send it. */
function ask(address: string, path: string, { method = "GET", host }: { method?: string; host?: string } = {}): Promise<Answer> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers: host === undefined ? {} : { host } }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => (text += part));
      response.on("end", () => resolve({ status: response.statusCode!, headers: response.headers, text }));
    });
    asked.on("error", reject).end();
  });
}

describe("the playground's server", () => {
  let playground: Playground;
  beforeEach(async () => {
    playground = await openPlayground(join(folder, "dist/site"), 0, null);
  });
  afterEach(() => playground.close());

  it("is at this machine's own address alone", () => {
    expect(playground.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it.each([
    ["/", "text/html; charset=utf-8", PAGE],
    ["/index.html?a=1", "text/html; charset=utf-8", PAGE],
    ["/app.js", "text/javascript; charset=utf-8", "1;"],
    ["/style.css", "text/css; charset=utf-8", "a{}"],
    ["/engine.wasm", "application/wasm", "wasm"],
    ["/docs/", "text/html; charset=utf-8", "<p>docs"],
  ])("gives %s", async (path, type, text) => {
    expect(await ask(playground.address, path)).toMatchObject({
      status: 200,
      text,
      headers: { "content-type": type, "x-content-type-options": "nosniff", "cache-control": "no-store" },
    });
  });

  it("says of a page what the page says of itself, and of any other that it loads from here alone", async () => {
    expect((await ask(playground.address, "/")).headers["content-security-policy"]).toBe(POLICY);
    expect((await ask(playground.address, "/docs/")).headers["content-security-policy"]).toMatch(/^default-src 'self'/);
    expect((await ask(playground.address, "/app.js")).headers).not.toHaveProperty("content-security-policy");
  });

  it("leads from a folder's name to its page", async () => {
    expect(await ask(playground.address, "/docs")).toMatchObject({ status: 308, headers: { location: "./docs/" } });
  });

  it.each([
    "/none.js",
    "/../../secret.txt",
    "/%2e%2e/%2e%2e/secret.txt",
    "/..%2f..%2fsecret.txt",
    "//etc/passwd",
    "/link.txt",
    "/%00",
    "/%",
    "/docs/../../x",
  ])("does not find %s", async (path) => {
    expect(await ask(playground.address, path)).toMatchObject({ status: 404, text: "" });
  });

  it("takes GET and HEAD", async () => {
    const head = await ask(playground.address, "/app.js", { method: "HEAD" });
    expect(head).toMatchObject({ status: 200, text: "", headers: { "content-length": "2" } });
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"])
      expect(await ask(playground.address, "/", { method })).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
  });

  it("answers under its own names only", async () => {
    const { port } = new URL(playground.address);
    expect(await ask(playground.address, "/", { host: `localhost:${port}` })).toMatchObject({ status: 200 });
    for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1"])
      expect(await ask(playground.address, "/", { host })).toMatchObject({ status: 421, text: "" });
  });
});

it("is called without its port where that is http's own", () => {
  expect(ownHosts(80)).toEqual(["127.0.0.1:80", "127.0.0.1", "localhost:80", "localhost"]);
  expect(ownHosts(4_173)).toEqual(["127.0.0.1:4173", "localhost:4173"]);
});

describe("what the page is given to open", () => {
  async function given(opened: Opened): Promise<{ name: string; base64: string }> {
    const playground = await openPlayground(join(folder, "dist/site"), 0, opened);
    const { text } = await ask(playground.address, "/");
    await playground.close();
    const [, json] = /<script type="application\/json" id="opened">(.*?)<\/script>/s.exec(text)!;
    expect(text).not.toContain("<!--opened-->");
    return JSON.parse(json!);
  }

  it("has the file's bytes and its name, whatever is in them", async () => {
    const bytes = Uint8Array.from({ length: 1_000 }, (_, i) => i);
    for (const name of ["state.json", "</script><script>alert(1)</script>", "$& $1 $`", 'a"b']) {
      const { name: read, base64 } = await given({ name, bytes });
      expect(read).toBe(name);
      expect(new Uint8Array(Buffer.from(base64, "base64"))).toEqual(bytes);
    }
  });

  it("needs a place in the page, and a page in the folder", async () => {
    const other = mkdtempSync(join(folder, "other-"));
    await expect(openPlayground(join(other, "none"), 0, null)).rejects.toThrow(
      /no such file or directory; "npm run build" makes the playground there$/,
    );
    await expect(openPlayground(other, 0, null)).rejects.toThrow(/has no index\.html; "npm run build"/);
    writeFileSync(join(other, "index.html"), "<p>");
    await expect(openPlayground(other, 0, { name: "a", bytes: new Uint8Array(1) })).rejects.toThrow(/has no place for a file to open/);
  });
});

describe("yuma play", () => {
  const running: ChildProcessWithoutNullStreams[] = [];
  afterEach(() => {
    for (const child of running.splice(0)) child.kill("SIGKILL");
  });

  /** Until it says where it is. */
  function play(...args: string[]): Promise<{ said: string; address: string; child: ChildProcessWithoutNullStreams }> {
    const child = spawn(process.execPath, [command, "play", ...args]);
    running.push(child);
    return new Promise((resolve, reject) => {
      let said = "";
      child.stderr.on("data", (text) => reject(new Error(String(text))));
      child.stdout.on("data", (text) => {
        said += String(text);
        const address = /http:\S+/.exec(said)?.[0];
        if (address !== undefined) resolve({ said, address, child });
      });
    });
  }

  function refused(...args: string[]): string {
    const { status, stderr, stdout } = spawnSync(process.execPath, [command, "play", ...args], { encoding: "utf8", timeout: 60_000 });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    return stderr;
  }

  it.each(["SIGINT", "SIGTERM"] as const)("opens a state, and ends by %s with exit code 0", async (signal) => {
    const { said, address, child } = await play("--port", "0", state);
    expect(said).toMatch(/^The playground, with state\.json, is at http:/);
    expect((await ask(address, "/")).text).toContain('id="opened">{"name":"state.json","base64":"');
    const end = new Promise((resolve) => child.on("exit", (code, by) => resolve([code, by])));
    child.kill(signal);
    expect(await end).toEqual([0, null]);
  });

  it("takes another port where its own is taken, and no other where one was asked for", async () => {
    const holder = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => holder.once("listening", resolve));
    const { port } = holder.address() as AddressInfo;
    expect(refused("--port", String(port))).toMatch(/^yuma: --port: \d+: address already in use\n/);
    const [first, second] = [await play(), await play()];
    expect(new Set([first.address, second.address]).size).toBe(2);
    holder.close();
  });

  it("opens packed files, flat ones and those of others as they are stored", async () => {
    const packed = join(folder, "state.json.gz");
    writeFileSync(packed, gzipSync(JSON.stringify(readVectors("epoch/basic")[0]!.in)));
    const flat = join(folder, "state.yuma");
    spawnSync(process.execPath, [command, "encode", state, "--out", flat]);
    const others = join(folder, "state.btcli.json");
    writeFileSync(others, JSON.stringify(btcli(madeSubnet(5n))));
    for (const path of [packed, flat, others]) expect((await play("--port", "0", path)).said).toMatch(/^The playground, with state\./);
  });

  it("refuses what it cannot open before it serves", () => {
    const wrong = join(folder, "wrong.json");
    writeFileSync(wrong, JSON.stringify({ ...readVectors("epoch/basic")[0]!.in, kappa: -1 }));
    expect(refused(wrong)).toMatch(/wrong\.json: EpochInputError: kappa: expected a u16/);
    writeFileSync(wrong, "{");
    expect(refused(wrong)).toMatch(/wrong\.json: MalformedJsonError/);
    writeFileSync(wrong, gzipSync(Buffer.alloc(2 ** 26 + 1)));
    expect(refused(wrong)).toMatch(/wrong\.json: holds more than 67108864 bytes when it is unpacked/);
    expect(refused(join(folder, "none.json"))).toMatch(/none\.json: no such file or directory/);
    expect(refused(state, state)).toMatch(/expected at most one FILE/);
    expect(refused("--port", "70000")).toMatch(/--port: expected an integer from 0 to 65535, got 70000/);
  });
});

it("npm start refuses an option that it does not know, before it builds", () => {
  const { status, stderr, stdout } = spawnSync(process.execPath, ["start.mjs", "--serve"], { encoding: "utf8" });
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: "",
    stderr: "npm start: no such option: --serve; --no-serve ends it after the report\n",
  });
});
