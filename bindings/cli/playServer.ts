import { readFileSync, readdirSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, relative, sep } from "node:path";
import { FileError, fileError } from "../files/errors.js";

/** A file that the page opens as if it had been dropped there. */
export interface Opened {
  name: string;
  /** as they are stored: gzip stays packed */
  bytes: Uint8Array;
}

export interface Playground {
  /** with a slash at its end */
  address: string;
  close(): Promise<void>;
}

/** This machine's own; nobody else reaches it. */
const HOST = "127.0.0.1";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/** Of a page that says nothing of its own: it loads from here alone. */
const OWN_ALONE = "default-src 'self' 'unsafe-inline' data:";

/** Where the page is given what it opens. */
const PLACE = "<!--opened-->";

const INDEX = "index.html";

/**
 * Serves the files of a folder on this machine's own address, and gives its page a file to open.
 * @param port 0 for any that is free
 * @throws FileError where there is no page in the folder
 * @throws the system's error where the port cannot be had
 */
export async function openPlayground(folder: string, port: number, opened: Opened | null): Promise<Playground> {
  const files = filesIn(folder);
  const page = readFileSync(join(folder, INDEX), "utf8");
  if (opened !== null && !page.includes(PLACE)) throw new FileError(`${join(folder, INDEX)}: has no place for a file to open`);
  const first = Buffer.from(opened === null ? page : page.replace(PLACE, () => openedScript(opened)));
  const server = createServer((request, response) =>
    answer(request, response, server, (path) => (path === INDEX ? first : files.get(path)?.())),
  );
  await listening(server, port);
  return {
    address: `http://${HOST}:${portOf(server)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What is there when it begins, by its path with slashes: whatever else is asked for is not found. */
function filesIn(folder: string): Map<string, () => Buffer> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
    const files = new Map(paths.map((path) => [relative(folder, path).split(sep).join("/"), () => readFileSync(path)]));
    if (!files.has(INDEX)) throw new Error("has no index.html");
    return files;
  } catch (error) {
    throw new FileError(`${fileError(folder, error).message}; "npm run build" makes the playground there`, { cause: error });
  }
}

/** Base64 has nothing that ends a script, and a name nothing that does when its < is written otherwise. */
function openedScript({ name, bytes }: Opened): string {
  const json = JSON.stringify({ name, base64: Buffer.from(bytes).toString("base64") }).replaceAll("<", "\\u003c");
  return `<script type="application/json" id="opened">${json}</script>`;
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** What browsers call this server. The port of http itself they leave out. */
export function ownHosts(port: number): string[] {
  return [HOST, "localhost"].flatMap((host) => [`${host}:${port}`, ...(port === 80 ? [host] : [])]);
}

type Read = (path: string) => Buffer | undefined;

function answer({ method, url = "/", headers }: IncomingMessage, response: ServerResponse, server: Server, read: Read): void {
  const plain = (status: number, more: Record<string, string> = {}) =>
    response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "X-Content-Type-Options": "nosniff", ...more }).end();
  // A page elsewhere whose name leads to this address must not read what is opened here.
  if (headers.host === undefined || !ownHosts(portOf(server)).includes(headers.host)) return void plain(421);
  if (method !== "GET" && method !== "HEAD") return void plain(405, { Allow: "GET, HEAD" });
  const path = pathOf(url);
  if (path === null) return void plain(404);
  const found = contents(path, read);
  if (found === undefined) {
    const folder = contents(`${path}/`, read) !== undefined;
    return void (folder ? plain(308, { Location: `./${encodeURIComponent(path.split("/").at(-1)!)}/` }) : plain(404));
  }
  const type = TYPES[extname(found.path)] ?? "application/octet-stream";
  response.writeHead(200, {
    "Content-Type": type,
    "Content-Length": found.bytes.length,
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    ...(extname(found.path) === ".html" && { "Content-Security-Policy": policyOf(found.bytes.toString()) }),
  });
  response.end(method === "HEAD" ? undefined : found.bytes);
}

/** Without the slash before it; null of what is no path. */
function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, "")).replace(/^\//, "");
  } catch {
    return null;
  }
}

/** Of a folder its page. */
function contents(path: string, read: Read): { path: string; bytes: Buffer } | undefined {
  const file = path === "" || path.endsWith("/") ? `${path}${INDEX}` : path;
  try {
    const bytes = read(file);
    return bytes && { path: file, bytes };
  } catch {
    // It is gone since.
    return undefined;
  }
}

/** What the page says of itself. */
function policyOf(page: string): string {
  const found = /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]*)"/i.exec(page)?.[1];
  return found === undefined ? OWN_ALONE : found.replaceAll("&#39;", "'").replaceAll(/\s+/g, " ");
}
