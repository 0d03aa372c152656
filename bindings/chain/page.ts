import { hostGlobal } from "../hostGlobal.js";

/** What a browser lets a page reach. The page itself is told no more than that a request failed; why follows from the two addresses. */
interface Page {
  /** as the browser names it to a node; "null" of a page from disk */
  origin: string;
  /** whether it came by https: */
  secure: boolean;
}

/** Why a page's request failed; `sure` where asking again is of no use. */
export interface PageReason {
  sure: boolean;
  words: string;
}

/** The machine itself, which browsers hold for secure by any scheme (W3C Secure Contexts, 3.1). Numbers are as URL writes them. */
const LOOPBACK = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Also in a page's workers; null where the host is no browser. */
function thisPage(): Page | null {
  const href = hostGlobal<{ href?: unknown }>("location")?.href;
  const origin = hostGlobal<unknown>("origin");
  if (typeof href !== "string" || typeof origin !== "string") return null;
  return { origin, secure: /^(blob:)?https:/i.test(href) };
}

/**
 * Null outside of a page, and where a page asks whoever it came from.
 * @param byPolicy whether the page's own policy has refused the address
 */
export function reasonOfPage(url: string, byPolicy: boolean): PageReason | null {
  const page = thisPage();
  if (page === null) return null;
  const { protocol, hostname, host, origin } = new URL(url);
  if (byPolicy)
    return { sure: true, words: `this page's Content-Security-Policy forbids it: its connect-src has to name ${protocol}//${host}` };
  const insecure = protocol === "http:" || protocol === "ws:";
  const loopback = LOOPBACK.test(hostname);
  if (page.secure && insecure && !loopback)
    return {
      sure: true,
      words: `mixed content: this page came by https:, and a browser lets it reach https: and wss: only, and by ${protocol} at most its own machine (localhost, 127.0.0.1)`,
    };
  if (origin === page.origin) return null;
  const refused = protocol.startsWith("http")
    ? `the node does not allow this page's origin ${page.origin} (CORS), which its operator does by --rpc-cors; a ws: or wss: address is not subject to CORS`
    : `the node refuses this page's origin ${page.origin}, which its operator allows by --rpc-cors`;
  const own = loopback ? "; a page's browser may also forbid it to reach its own machine, or ask first (local network access)" : "";
  return { sure: false, words: `the browser does not say why: nothing may answer there, or not securely, or ${refused}${own}` };
}

/** What the page's policy did to one address since it is watched. */
export interface PolicyWatch {
  /** whether it refused it */
  refused(): Promise<boolean>;
  stop(): void;
}

const NO_POLICY: PolicyWatch = { refused: async () => false, stop() {} };

/** Begins before a request, as a browser reports a refusal once and to nobody in particular. */
export function watchPolicy(url: string): PolicyWatch {
  if (thisPage() === null || hostGlobal("addEventListener") === undefined) return NO_POLICY;
  const { protocol, origin } = new URL(url);
  let refused = false;
  function note({ disposition, effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void {
    // Of other schemes than http: and https: browsers may report the scheme alone (CSP Level 3, 5.4).
    const ours = blockedURI === protocol.slice(0, -1) || (URL.canParse(blockedURI) && new URL(blockedURI).origin === origin);
    if (ours && disposition === "enforce" && effectiveDirective === "connect-src") refused = true;
  }
  addEventListener("securitypolicyviolation", note as EventListener);
  return {
    async refused() {
      // The report is a task of its own, and may come after the failure.
      await new Promise((resolve) => setTimeout(resolve, 0));
      return refused;
    },
    stop: () => removeEventListener("securitypolicyviolation", note as EventListener),
  };
}
