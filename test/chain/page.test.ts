/** What a page may reach, by where it came from; test/engines/chain.test.ts has the same from a real browser. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { reasonOfPage } from "../../bindings/chain/page.js";

afterEach(() => vi.unstubAllGlobals());

function pageAt(href: string, origin = new URL(href).origin): void {
  vi.stubGlobal("location", { href });
  vi.stubGlobal("origin", origin);
}

describe("a page that came by https:", () => {
  it.each(["http://node.example:9944", "ws://node.example", "WS://192.0.2.1:9944", "http://localhost.example", "http://128.0.0.1"])(
    "cannot reach %s",
    (url) => {
      pageAt("https://page.example/a.html");
      expect(reasonOfPage(url, false)).toMatchObject({
        sure: true,
        words: expect.stringMatching(/^mixed content: .* by (http|ws): at most/),
      });
    },
  );

  it.each(["http://localhost:9944", "ws://LOCALHOST", "http://node.localhost", "ws://127.1:9944", "http://127.0.0.2", "ws://[::1]:9944"])(
    "may reach %s, if its browser lets it",
    (url) => {
      pageAt("https://page.example/a.html");
      expect(reasonOfPage(url, false)).toMatchObject({ sure: false, words: expect.stringContaining("local network access") });
    },
  );

  it("is one in a worker made of a blob, and in a frame without an origin", () => {
    pageAt("blob:https://page.example/17");
    expect(reasonOfPage("ws://node.example", false)).toMatchObject({ sure: true });
    pageAt("https://page.example/frame.html", "null");
    expect(reasonOfPage("ws://node.example", false)).toMatchObject({ sure: true });
    expect(reasonOfPage("wss://node.example", false)).toMatchObject({ sure: false, words: expect.stringContaining("origin null") });
  });
});

describe("any page", () => {
  it.each(["http://page.example/", "https://page.example/", "file:///home/page.html"])("is told of CORS over HTTP alone (%s)", (href) => {
    pageAt(href);
    const words = (url: string) => reasonOfPage(url, false)!.words;
    expect(words("https://node.example")).toMatch(
      /origin (http|null).*\(CORS\), .* --rpc-cors; a ws: or wss: address is not subject to CORS$/,
    );
    expect(words("wss://node.example")).toMatch(/refuses this page's origin .* --rpc-cors$/);
  });

  it("is told of its own policy, whatever else may be", () => {
    pageAt("https://page.example/");
    for (const url of ["ws://node.example:9944", "https://page.example"])
      expect(reasonOfPage(url, true)).toEqual({
        sure: true,
        words: `this page's Content-Security-Policy forbids it: its connect-src has to name ${url}`,
      });
  });

  it("is told nothing of whoever it came from", () => {
    pageAt("http://127.0.0.1:8080/a.html");
    expect(reasonOfPage("http://127.0.0.1:8080/rpc", false)).toBe(null);
  });
});

it("is for pages alone", () => {
  expect(reasonOfPage("http://node.example", false)).toBe(null);
  vi.stubGlobal("location", { href: "https://page.example" });
  expect(reasonOfPage("http://node.example", false)).toBe(null);
});
