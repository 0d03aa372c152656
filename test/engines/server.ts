import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: Record<string, string> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json" };

export interface StaticSite {
  /** "http://127.0.0.1:PORT" */
  origin: string;
  close(): Promise<void>;
}

/** Serves folders by the beginnings of paths (the longest counts), on this machine alone, every answer with the given headers. */
export async function serve(folders: Record<string, string>, headers: Record<string, string> = {}): Promise<StaticSite> {
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url!, "http://127.0.0.1").pathname));
    const mount = prefixes.find((prefix) => path.startsWith(prefix));
    try {
      if (mount === undefined) throw new Error(`nothing is served at ${path}`);
      const bytes = await readFile(join(folders[mount]!, path.slice(mount.length)));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream", ...headers }).end(bytes);
    } catch (error) {
      response.writeHead(404, { "content-type": "text/plain" }).end((error as Error).message);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
